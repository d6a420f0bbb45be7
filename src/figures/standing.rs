//! How a KPI stands: its last value, what it is held against, whether its target is reached.

use super::difference::Difference;
use super::nps::{self, Answers, Nps};
use super::period::{Grain, Period};
use super::series::{self, SEGMENT_MINIMUM, Shift};
use crate::plan::{Day, DimensionId, Kpi, KpiId, Measure, MeasureStatus, Month, Persona, Plan, SegmentValueId, Target};
use std::ops::RangeInclusive;

/// What the last value of a KPI is held against.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Comparison {
    /// The level has changed: since then against before.
    Shift(Shift),
    /// The last period against the one with answers before it.
    Periods {
        /// The period before.
        before: Period,
        /// How the last period differs from it.
        difference: Difference,
    },
}

/// How a KPI stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Standing {
    /// The last period with answers.
    pub last: (Period, Answers),
    /// All answers.
    pub total: Answers,
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

/// The answers of a persona: those of the segments of one dimension by which data know it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonaAnswers {
    /// The dimension.
    pub dimension: DimensionId,
    /// Its values that stand for the persona.
    pub values: Vec<SegmentValueId>,
    /// The answers; not to be shown if `hidden`.
    pub answers: Answers,
    /// Whether there are fewer than [`SEGMENT_MINIMUM`].
    pub hidden: bool,
}

impl Standing {
    /// The answers that the current level rests on: those since the level changed, else all.
    #[must_use]
    pub fn current(&self) -> Answers {
        match &self.comparison {
            Some(Comparison::Shift(shift)) => shift.after,
            _ => self.total,
        }
    }
}

impl Comparison {
    /// The difference and its p, which for a shift is corrected for the places looked at.
    #[must_use]
    pub fn difference(&self) -> (Difference, f64) {
        match self {
            Self::Shift(shift) => (shift.difference, shift.p),
            Self::Periods { difference, .. } => (*difference, difference.p),
        }
    }
}

/// Tells how a KPI stands by week, month or quarter; `None` if it has no answers.
#[must_use]
pub fn standing(plan: &Plan, kpi: &KpiId, grain: Grain) -> Option<Standing> {
    let periods = series::nps_by(plan, kpi, grain);
    let last = *periods.last()?;
    let comparison = series::shift(&periods).map(Comparison::Shift).or_else(|| {
        let (before, earlier) = *periods.iter().nth_back(1)?;
        nps::difference(earlier, last.1).map(|difference| Comparison::Periods { before, difference })
    });
    let target = plan.kpis.get(kpi).and_then(|kpi| next_target(kpi, Some(last.0.last_day()))).cloned();
    Some(Standing { last, total: periods.iter().map(|(_, answers)| *answers).sum(), comparison, target })
}

/// The target that is next after the last day with data, else the last one.
#[must_use]
pub fn next_target(kpi: &Kpi, known_to: Option<Day>) -> Option<&Target> {
    let is_open = |target: &&Target| target.by.is_none() || target.by >= known_to;
    let next = kpi.targets.iter().filter(is_open).min_by_key(|target| (target.by.is_none(), target.by));
    next.or_else(|| kpi.targets.iter().max_by_key(|target| target.by))
}

/// Tells whether a score reaches a target.
#[must_use]
pub fn target_state(nps: &Nps, target: f64) -> TargetState {
    if nps.value < target {
        TargetState::Missed
    } else if nps.interval.0 < target {
        TargetState::Reached
    } else {
        TargetState::Secured
    }
}

/// Sums up a KPI's answers for a persona over a span of months, for each dimension that knows it: dimensions aren't
/// crossed. Empty if no segment of the persona occurs in the data.
#[must_use]
pub fn nps_of_persona(plan: &Plan, kpi: &KpiId, persona: &Persona, months: RangeInclusive<Month>) -> Vec<PersonaAnswers> {
    let mut found: Vec<PersonaAnswers> = Vec::new();
    for segment in series::nps_by_segment(plan, kpi, months) {
        if !persona.segments.iter().any(|own| own.dimension == segment.dimension && own.value == segment.value) {
            continue;
        }
        match found.last_mut() {
            Some(last) if last.dimension == segment.dimension => {
                last.answers += segment.answers;
                last.values.push(segment.value);
            }
            _ => found.push(PersonaAnswers {
                dimension: segment.dimension,
                values: vec![segment.value],
                answers: segment.answers,
                hidden: false,
            }),
        }
    }
    for entry in &mut found {
        entry.hidden = entry.answers.n() < SEGMENT_MINIMUM;
    }
    found
}

/// The measure for a KPI whose running may explain how it stands: of those that had begun on the last day with data,
/// the one that began closest to the day since which the level has changed, else the one that began last.
#[must_use]
pub fn running_measure<'a>(plan: &'a Plan, kpi: &KpiId, changed: Option<Day>, known_to: Day) -> Option<&'a Measure> {
    let is_live = |measure: &Measure| matches!(measure.status, MeasureStatus::Running | MeasureStatus::Done);
    let serves = |measure: &Measure| measure.kpis.iter().any(|effect| effect.kpi == *kpi);
    let measures = plan.measures.iter().filter(|measure| is_live(measure) && serves(measure));
    let begun = measures.filter_map(|measure| Some((measure.start.filter(|start| *start <= known_to)?, &**measure)));
    let distance = |start: Day| start.days_since(changed.unwrap_or(known_to)).abs();
    begun.min_by_key(|(start, _)| distance(*start)).map(|(_, measure)| measure)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{
        Dimension, KpiEffect, KpiKind, MeasureId, OtherFields, PersonaId, PlanId, ScoreCounts, Segment, SegmentTally, Source,
        SourceId, Tally, TypedAnswers,
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
        assert_eq!(standing(&plan(&[], vec![target(20.0, None)]), &id(), Grain::Month), None);
    }

    #[test]
    fn one_period_is_held_against_nothing() {
        let found = standing(&plan(&[[3, 2, 1]], vec![]), &id(), Grain::Month).unwrap();
        assert_eq!((found.comparison, found.total), (None, Answers::new(3, 2, 1)));
        assert_eq!(found.current(), found.total);
    }

    #[test]
    fn without_a_shift_the_last_period_is_held_against_the_one_before() {
        let found = standing(&plan(&[[50, 30, 20], [60, 25, 15]], vec![]), &id(), Grain::Month).unwrap();
        let Some(Comparison::Periods { before, difference }) = found.comparison else { panic!("{found:?}") };
        assert_eq!(before.first_month(), Month::parse("2025-01").unwrap());
        assert!((difference.p - 0.170_193).abs() < 1e-6);
        assert_eq!(found.current(), Answers::new(110, 55, 35));
    }

    #[test]
    fn a_new_level_is_held_against_the_one_before() {
        let (low, high) = ([20, 40, 30], [40, 35, 15]);
        let found = standing(&plan(&[low, low, low, low, high, high, high], vec![]), &id(), Grain::Month).unwrap();
        assert!(matches!(found.comparison, Some(Comparison::Shift(_))));
        assert_eq!(found.current(), Answers::new(120, 105, 45));
    }

    #[test]
    fn the_target_that_counts_is_the_next_one() {
        let targets = || vec![target(10.0, Some("2025-01-31")), target(30.0, None), target(20.0, Some("2025-06-30"))];
        #[track_caller]
        fn check(targets: Vec<Target>, months: usize, expected: Option<f64>) {
            let found = standing(&plan(&vec![[1, 0, 0]; months], targets), &id(), Grain::Month).unwrap();
            assert_eq!(found.target.map(|target| target.value), expected, "{months}");
        }
        check(vec![], 1, None);
        check(targets(), 1, Some(10.0));
        check(targets(), 2, Some(20.0));
        check(targets(), 7, Some(30.0));
        check(targets().drain(..1).collect(), 7, Some(10.0));
    }

    #[test]
    fn a_target_is_secured_when_the_whole_interval_reaches_it() {
        let nps = Answers::new(50, 30, 20).nps().unwrap();
        for (value, expected) in [(30.1, TargetState::Missed), (30.0, TargetState::Reached), (14.0, TargetState::Secured)] {
            assert_eq!(target_state(&nps, value), expected, "{value}");
        }
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
        assert_eq!(nps_of_persona(&plan, &id(), &persona, month..=month), []);
        for (dimension, id) in [(&kind, "private"), (&kind, "business"), (&kind, "other"), (&region, "north")] {
            persona.segments.push(Segment { dimension: dimension.clone(), value: value(id), other: OtherFields::new() });
        }
        let found = nps_of_persona(&plan, &id(), &persona, month..=month);
        let found: Vec<_> = found.iter().map(|entry| (entry.values.len(), entry.answers.promoters, entry.hidden)).collect();
        assert_eq!(found, [(2, 7, false), (1, 2, true)]);
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
