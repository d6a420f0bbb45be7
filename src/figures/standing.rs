//! How a KPI stands: its last value, what it is held against, whether its target is reached.

use super::difference::Difference;
use super::measured::{self, Figure, Measured};
use super::period::Period;
use super::series::{self, Group, Shift};
use crate::plan::{
    Better, Day, DimensionId, Kpi, KpiId, Measure, OtherFields, Persona, Plan, Resolution, SegmentValueId, Target,
};
use std::ops::RangeInclusive;

/// What the last value of a KPI is held against.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Comparison {
    /// The level has changed: since then against before.
    Shift(Shift),
    /// The last period against the one with data before it.
    Periods {
        /// The period before.
        before: Period,
        /// Its value.
        earlier: Figure,
        /// The last value minus that one.
        delta: f64,
        /// Whether that is more than noise; none where no test fits.
        difference: Option<Difference>,
    },
}

/// How a KPI stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Standing {
    /// The last period with data.
    pub last: (Period, Measured),
    /// Value and uncertainty of the last period.
    pub figure: Figure,
    /// All data.
    pub total: Measured,
    /// What they are held against; none: there is one period alone.
    pub comparison: Option<Comparison>,
    /// The target that comes next.
    pub target: Option<Target>,
}

/// Whether a target is reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TargetState {
    /// The value lies below it.
    Missed,
    /// The value reaches it, the lower end of its interval doesn't.
    Reached,
    /// The whole interval reaches it.
    Secured,
}

/// What was measured of a persona: of the segments of one dimension by which data know it.
#[derive(Clone, Debug, PartialEq)]
pub struct PersonaMeasured {
    /// The dimension.
    pub dimension: DimensionId,
    /// Its values that stand for the persona.
    pub values: Vec<SegmentValueId>,
    /// What was measured; not to be shown if `hidden`.
    pub measured: Measured,
    /// Whether there are fewer answers than the plan wants at least.
    pub hidden: bool,
}

impl Standing {
    /// What the current level rests on: the data since the level changed, else all.
    #[must_use]
    pub fn current(&self) -> Measured {
        match &self.comparison {
            Some(Comparison::Shift(shift)) => shift.after,
            _ => self.total,
        }
    }
}

impl Comparison {
    /// The difference, and its p if it was tested, which for a shift is corrected for the places looked at.
    #[must_use]
    pub fn delta(&self) -> (f64, Option<f64>) {
        match self {
            Self::Shift(shift) => (shift.difference.delta, Some(shift.p)),
            Self::Periods { delta, difference, .. } => (*delta, difference.map(|difference| difference.p)),
        }
    }
}

/// Tells how a KPI stands by periods of a length, for all or for one group; `None` without data.
#[must_use]
pub fn standing(plan: &Plan, kpi: &KpiId, group: Option<&Group>, grain: Resolution) -> Option<Standing> {
    let periods = series::by_period(plan, kpi, group, grain);
    let (last, figure) = periods.iter().rev().find_map(|last| Some((*last, last.1.figure()?)))?;
    let earlier = periods.iter().rev().filter(|(period, _)| period.first_day() < last.0.first_day());
    let comparison = series::shift(&periods).map(Comparison::Shift).or_else(|| {
        let (before, measured, earlier) =
            earlier.into_iter().find_map(|(before, measured)| Some((*before, measured, measured.figure()?)))?;
        let difference = measured::difference(measured, &last.1);
        Some(Comparison::Periods { before, earlier, delta: figure.value - earlier.value, difference })
    });
    let target = plan.kpis.get(kpi).and_then(|kpi| next_target(kpi, Some(last.0.last_day()))).cloned();
    let total = periods.iter().map(|(_, measured)| *measured).reduce(Measured::followed_by)?;
    Some(Standing { last, figure, total, comparison, target })
}

/// How a KPI stands by months, or by longer periods where it has data of such alone.
#[must_use]
pub fn last_standing(plan: &Plan, kpi: &KpiId) -> Option<Standing> {
    [Resolution::Month, Resolution::Quarter, Resolution::Year].into_iter().find_map(|grain| standing(plan, kpi, None, grain))
}

/// The target that is next after the last day with data, else the last one.
#[must_use]
pub fn next_target(kpi: &Kpi, known_to: Option<Day>) -> Option<&Target> {
    kpi.targets.get(place_of_next_target(kpi, known_to)?)
}

/// Where [`next_target`] stands among the KPI's targets.
#[must_use]
pub fn place_of_next_target(kpi: &Kpi, known_to: Option<Day>) -> Option<usize> {
    let all = || kpi.targets.iter().enumerate();
    let is_open = |(_, target): &(usize, &Target)| target.by.is_none() || target.by >= known_to;
    let next = all().filter(is_open).min_by_key(|(_, target)| (target.by.is_none(), target.by));
    next.or_else(|| all().max_by_key(|(_, target)| target.by)).map(|(place, _)| place)
}

/// Gives [`next_target`] a value and a day, or makes it; with nothing it is taken away.
pub fn set_next_target(kpi: &mut Kpi, known_to: Option<Day>, wanted: Option<(f64, Option<Day>)>) {
    let place = place_of_next_target(kpi, known_to);
    let target = place.and_then(|place| kpi.targets.get_mut(place));
    match (target, wanted) {
        (Some(target), Some((value, by))) => (target.value, target.by) = (value, by),
        (None, Some((value, by))) => kpi.targets.push(Target { value, by, other: OtherFields::new() }),
        (_, None) => _ = place.map(|place| kpi.targets.remove(place)),
    }
}

/// Tells whether a value reaches a target.
#[must_use]
pub fn target_state(figure: &Figure, target: f64, better: Better) -> TargetState {
    let (value, worst) = match better {
        Better::Higher => (figure.value - target, figure.low() - target),
        Better::Lower => (target - figure.value, target - figure.high()),
    };
    if value < 0.0 {
        TargetState::Missed
    } else if worst < 0.0 || figure.interval.is_none() {
        TargetState::Reached
    } else {
        TargetState::Secured
    }
}

/// Whether a value lies past a KPI's warning limit, in the worse direction.
#[must_use]
pub fn is_past_limit(kpi: &Kpi, value: f64) -> bool {
    kpi.warning_limit.is_some_and(|limit| match kpi.better() {
        Better::Higher => value < limit,
        Better::Lower => value > limit,
    })
}

/// Sums up a KPI for a persona over a span of days, for each dimension that knows it: dimensions aren't crossed. Empty if
/// no segment of the persona occurs in the data.
#[must_use]
pub fn of_persona(plan: &Plan, kpi: &KpiId, persona: &Persona, span: &RangeInclusive<Day>) -> Vec<PersonaMeasured> {
    let mut found: Vec<PersonaMeasured> = Vec::new();
    let mut cases: Vec<Option<u64>> = Vec::new();
    for row in series::by_group(plan, kpi, span) {
        if !persona.segments.iter().any(|own| own.dimension == row.group.dimension && own.value == row.group.value) {
            continue;
        }
        match (found.last_mut(), cases.last_mut()) {
            (Some(last), Some(cases)) if last.dimension == row.group.dimension => {
                last.measured = last.measured.beside(row.measured);
                last.values.push(row.group.value);
                *cases = cases.zip(row.cases).map(|(sum, more)| sum + more);
            }
            _ => {
                cases.push(row.cases);
                found.push(PersonaMeasured {
                    dimension: row.group.dimension,
                    values: vec![row.group.value],
                    measured: row.measured,
                    hidden: false,
                });
            }
        }
    }
    for (entry, cases) in found.iter_mut().zip(cases) {
        entry.hidden = series::is_hidden(plan, cases);
    }
    found
}

/// The measure for a KPI whose running may explain how it stands: of those that had begun on the last day with data,
/// the one that began closest to the day since which the level has changed, else the one that began last.
#[must_use]
pub fn running_measure<'a>(plan: &'a Plan, kpi: &KpiId, changed: Option<Day>, known_to: Day) -> Option<&'a Measure> {
    let measures = plan.measures.iter().filter(|measure| measure.has_begun() && measure.moves(kpi));
    let begun = measures.filter_map(|measure| Some((measure.start.filter(|start| *start <= known_to)?, &**measure)));
    let distance = |start: Day| start.days_since(changed.unwrap_or(known_to)).abs();
    begun.min_by_key(|(start, _)| distance(*start)).map(|(_, measure)| measure)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::nps::Answers;
    use crate::plan::{
        Dimension, KpiEffect, KpiKind, MeasureId, MeasureStatus, Month, OtherFields, PersonaId, PlanId, ScoreCounts, Segment,
        SegmentTally, Source, SourceId, Tally, TypedAnswers,
    };
    use std::collections::BTreeMap;

    fn id() -> KpiId {
        KpiId::standard("nps")
    }

    fn target(value: f64, by: Option<&str>) -> Target {
        Target { value, by: by.map(|day| Day::parse(day).unwrap()), other: OtherFields::new() }
    }

    fn plan(months: &[[u32; 3]], targets: Vec<Target>) -> Plan {
        let mut plan = Plan::new(PlanId::standard("p"), "");
        let mut kpi = Kpi::new(id(), "", KpiKind::Nps);
        kpi.targets = targets;
        let first = Month::parse("2025-01").unwrap();
        for (i, [promoters, passives, detractors]) in months.iter().enumerate() {
            let typed = TypedAnswers { promoters: *promoters, passives: *passives, detractors: *detractors };
            kpi.typed.insert(first.plus(i as i32), typed.into());
        }
        plan.kpis.insert(kpi);
        plan
    }

    #[test]
    fn a_kpi_without_answers_has_no_standing() {
        assert_eq!(standing(&plan(&[], vec![target(20.0, None)]), &id(), None, Resolution::Month), None);
    }

    #[test]
    fn one_period_is_held_against_nothing() {
        let found = standing(&plan(&[[3, 2, 1]], vec![]), &id(), None, Resolution::Month).unwrap();
        assert_eq!((found.comparison, found.total), (None, Measured::Groups(Answers::new(3, 2, 1))));
        assert_eq!(found.current(), found.total);
    }

    #[test]
    fn without_a_shift_the_last_period_is_held_against_the_one_before() {
        let found = standing(&plan(&[[50, 30, 20], [60, 25, 15]], vec![]), &id(), None, Resolution::Month).unwrap();
        let Some(Comparison::Periods { before, difference: Some(difference), .. }) = found.comparison else {
            panic!("{found:?}")
        };
        assert_eq!(before.first_month(), Month::parse("2025-01").unwrap());
        assert!((difference.p - 0.170_193).abs() < 1e-6);
        assert_eq!(found.current(), Measured::Groups(Answers::new(110, 55, 35)));
    }

    #[test]
    fn a_new_level_is_held_against_the_one_before() {
        let (low, high) = ([20, 40, 30], [40, 35, 15]);
        let found = standing(&plan(&[low, low, low, low, high, high, high], vec![]), &id(), None, Resolution::Month).unwrap();
        assert!(matches!(found.comparison, Some(Comparison::Shift(_))));
        assert_eq!(found.current(), Measured::Groups(Answers::new(120, 105, 45)));
    }

    #[test]
    fn the_target_that_counts_is_the_next_one() {
        let targets = || vec![target(10.0, Some("2025-01-31")), target(30.0, None), target(20.0, Some("2025-06-30"))];
        #[track_caller]
        fn check(targets: Vec<Target>, months: usize, expected: Option<f64>) {
            let found = standing(&plan(&vec![[1, 0, 0]; months], targets), &id(), None, Resolution::Month).unwrap();
            assert_eq!(found.target.map(|target| target.value), expected, "{months}");
        }
        check(vec![], 1, None);
        check(targets(), 1, Some(10.0));
        check(targets(), 2, Some(20.0));
        check(targets(), 7, Some(30.0));
        check(targets().drain(..1).collect(), 7, Some(10.0));
    }

    #[test]
    fn the_target_that_is_set_is_the_one_that_is_shown() {
        let known_to = Day::parse("2025-03-31");
        let past = || target(10.0, Some("2025-01-31"));
        let next = || target(20.0, Some("2025-06-30"));
        #[track_caller]
        fn check(targets: Vec<Target>, known_to: Option<Day>, wanted: Option<(f64, Option<Day>)>, expected: &[Target]) {
            let mut kpi = Kpi { targets, ..Kpi::new(id(), "", KpiKind::Nps) };
            set_next_target(&mut kpi, known_to, wanted);
            assert_eq!(kpi.targets, expected);
        }
        let aim = Some((25.0, Day::parse("2025-12-31")));
        let set = || target(25.0, Some("2025-12-31"));
        check(vec![past(), next()], known_to, aim, &[past(), set()]);
        check(vec![next(), past()], None, aim, &[next(), set()]);
        check(vec![], known_to, aim, &[set()]);
        check(vec![past()], known_to, aim, &[set()]);
        check(vec![past(), next()], known_to, None, &[past()]);
        check(vec![], known_to, None, &[]);
    }

    #[test]
    fn a_target_is_secured_when_the_whole_interval_reaches_it() {
        let figure = Measured::Groups(Answers::new(50, 30, 20)).figure().unwrap();
        for (value, expected) in [(30.1, TargetState::Missed), (30.0, TargetState::Reached), (14.0, TargetState::Secured)] {
            assert_eq!(target_state(&figure, value, Better::Higher), expected, "{value}");
        }
        for (value, expected) in [(29.9, TargetState::Missed), (30.0, TargetState::Reached), (44.3, TargetState::Secured)] {
            assert_eq!(target_state(&figure, value, Better::Lower), expected, "{value}");
        }
        let bare = Figure { interval: None, ..figure };
        assert_eq!(target_state(&bare, 0.0, Better::Higher), TargetState::Reached);
    }

    #[test]
    fn a_warning_limit_is_passed_in_the_worse_direction() {
        let mut kpi = Kpi::new(id(), "", KpiKind::Nps);
        assert!(!is_past_limit(&kpi, -50.0));
        kpi.warning_limit = Some(10.0);
        assert!(is_past_limit(&kpi, 9.9) && !is_past_limit(&kpi, 10.0));
        kpi.better = Some(Better::Lower);
        assert!(is_past_limit(&kpi, 10.1) && !is_past_limit(&kpi, 9.9));
    }

    #[test]
    fn a_persona_has_the_answers_of_its_segments_by_dimension() {
        let mut plan = plan(&[], vec![]);
        let value = SegmentValueId::standard;
        let (kind, region) = (DimensionId::standard("kind"), DimensionId::standard("region"));
        let values = |ids: &[&str]| ids.iter().map(|id| (value(id), "")).collect();
        plan.dimensions.insert(Dimension::with_values(kind.clone(), "", values(&["private", "business", "other"])));
        plan.dimensions.insert(Dimension::with_values(region.clone(), "", values(&["north"])));
        let month = Month::parse("2025-01").unwrap();
        let tally = |dimension: &DimensionId, id: &str, count| SegmentTally {
            dimension: dimension.clone(),
            value: value(id),
            months: BTreeMap::from([(month, ScoreCounts::from([(9, count)]))]),
            other: OtherFields::new(),
        };
        let segments = vec![tally(&kind, "private", 3), tally(&kind, "business", 4), tally(&region, "north", 2)];
        let tally = Tally { segments, ..Tally::new(id()) };
        plan.sources.insert(Source { tallies: vec![tally], ..Source::new(SourceId::standard("s"), "") });
        let mut persona = Persona::new(PersonaId::standard("p"), "");
        let span = month.first_day()..=month.last_day();
        assert_eq!(of_persona(&plan, &id(), &persona, &span), []);
        for (dimension, id) in [(&kind, "private"), (&kind, "business"), (&kind, "other"), (&region, "north")] {
            persona.segments.push(Segment { dimension: dimension.clone(), value: value(id), other: OtherFields::new() });
        }
        let found = of_persona(&plan, &id(), &persona, &span);
        let found: Vec<_> = found.iter().map(|entry| (entry.values.len(), entry.measured.n(), entry.hidden)).collect();
        assert_eq!(found, [(2, Some(7), false), (1, Some(2), true)]);
    }

    #[test]
    fn the_running_measure_is_the_one_that_began_when_the_level_changed() {
        let mut plan = plan(&[], vec![]);
        let day = |text: &str| Day::parse(text).unwrap();
        for (name, start, status, serves) in [
            ("early", "2025-01-01", MeasureStatus::Done, true),
            ("then", "2025-09-03", MeasureStatus::Running, true),
            ("planned", "2025-09-01", MeasureStatus::Planned, true),
            ("other", "2025-09-01", MeasureStatus::Running, false),
            ("late", "2025-11-01", MeasureStatus::Running, true),
            ("future", "2026-02-01", MeasureStatus::Running, true),
        ] {
            let kpis = if serves { vec![KpiEffect::new(id())] } else { vec![] };
            let measure = Measure::new(MeasureId::standard(name), name, None);
            plan.measures.insert(Measure { start: Some(day(start)), status, kpis, ..measure });
        }
        let found = |changed: Option<&str>| {
            running_measure(&plan, &id(), changed.map(day), day("2025-12-31")).map(|measure| measure.title.as_str())
        };
        assert_eq!(found(Some("2025-09-01")), Some("then"));
        assert_eq!(found(None), Some("late"));
        assert_eq!(running_measure(&plan, &id(), None, day("2024-12-31")), None);
    }
}
