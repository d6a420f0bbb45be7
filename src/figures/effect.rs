//! What a measure has done to a KPI: the time before its start against the time after.

use super::{
    compare::group_changes,
    difference::Difference,
    mean::{self, Sample},
    measured::{self, Measured},
    period::Period,
    series::{Group, by_group, by_period, days_covered, finest_grain, total},
};
use crate::plan::{Better, Day, DimensionId, Kpi, KpiId, Measure, MeasureId, Plan, Resolution};
use std::cmp::Reverse;
use std::ops::RangeInclusive;
use std::sync::Arc;

/// By how much a group's share of the answers must have changed for the mix to be named, of 1.
const MIX_SHIFT: f64 = 0.1;

/// The months before and after a start that are looked at if nobody wants others.
pub const USUAL_WINDOW: u8 = 6;

/// What came of a measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Better, and by more than noise.
    Shown,
    /// Worse, and by more than noise.
    Worse,
    /// Better, but it may be noise.
    NotShownYet {
        /// About so many more answers after the start would show it, if it stays so; none: no number would.
        more: Option<u64>,
    },
    /// Not better, and it may be noise.
    NotShown,
    /// There is no test for it.
    Untested,
}

/// Before against after.
#[derive(Clone, Debug, PartialEq)]
pub struct BeforeAfter {
    /// The days before the start that were looked at.
    pub before_span: RangeInclusive<Day>,
    /// The days since the start, up to the last month with data.
    pub after_span: RangeInclusive<Day>,
    /// What was measured before.
    pub before: Measured,
    /// What was measured after.
    pub after: Measured,
    /// After less before, in the KPI's unit.
    pub delta: f64,
    /// The test; none where none fits.
    pub difference: Option<Difference>,
    /// The verdict.
    pub verdict: Verdict,
}

/// All that can be said of what a measure has done.
#[derive(Clone, Debug, PartialEq)]
pub struct Effect {
    /// Before against after.
    pub compared: BeforeAfter,
    /// How many periods after the start lie beyond the control limits of the time before, and how many there are; none
    /// without limits.
    pub beyond: Option<(usize, usize)>,
    /// The groups of customers alone: after less before, and p corrected for all of them.
    pub groups: Vec<(Group, Difference, f64)>,
    /// Dimensions by which those asked are composed otherwise than before.
    pub mix: Vec<DimensionId>,
    /// Other measures that began within the time looked at.
    pub meanwhile: Vec<MeasureId>,
}

/// A measure, a KPI that it is to move, and what came of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Judged {
    /// The measure.
    pub measure: MeasureId,
    /// The KPI.
    pub kpi: KpiId,
    /// The verdict, or why there is none.
    pub verdict: Result<Verdict, NoEffect>,
}

/// Why nothing can be said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoEffect {
    /// The measure has no start.
    NoStart,
    /// There are no data before the start.
    NothingBefore,
    /// There are no data since the start.
    NothingAfter,
}

/// Holds so many months before a measure's start against as many since, and says all that can be said of it.
///
/// # Errors
/// If the measure has no start, or data are missing on one side.
pub fn effect(plan: &Plan, measure: &Measure, kpi: &KpiId, months: u8) -> Result<Effect, NoEffect> {
    let compared = before_after(plan, measure, kpi, months)?;
    let (before, after) = (&compared.before_span, &compared.after_span);
    let better = plan.kpis.get(kpi).map(|kpi| kpi.better()).unwrap_or_default();
    Ok(Effect {
        beyond: beyond(plan, kpi, *after.start(), after, better),
        groups: group_changes(plan, kpi, before, after),
        mix: mix(plan, kpi, before, after),
        meanwhile: meanwhile(plan, measure, &(*before.start()..=*after.end())),
        compared,
    })
}

/// Holds so many months before a measure's start against as many since.
///
/// # Errors
/// If the measure has no start, or data are missing on one side.
pub fn before_after(plan: &Plan, measure: &Measure, kpi: &KpiId, months: u8) -> Result<BeforeAfter, NoEffect> {
    let start = measure.start.ok_or(NoEffect::NoStart)?;
    let eve = start.plus_days(-1).ok_or(NoEffect::NothingBefore)?;
    let before_span = months_from(start, -i32::from(months))..=eve;
    let end = months_from(start, i32::from(months)).plus_days(-1).unwrap_or(start);
    let known = days_covered(plan, kpi).ok_or(NoEffect::NothingBefore)?;
    // Groups are known by month: the last one counts as a whole.
    let after_span = start..=end.min(known.end().month().last_day()).max(start);
    let before = total(plan, kpi, &before_span).ok_or(NoEffect::NothingBefore)?;
    let after = total(plan, kpi, &after_span).ok_or(NoEffect::NothingAfter)?;
    let (earlier, later) = (before.figure().ok_or(NoEffect::NothingBefore)?, after.figure().ok_or(NoEffect::NothingAfter)?);
    let by_answers = measured::difference(&before, &after);
    let by_periods = || of_periods(plan, kpi, &before_span, &after_span);
    let difference = by_answers.or_else(by_periods);
    let better = plan.kpis.get(kpi).map(|kpi| kpi.better()).unwrap_or_default();
    // A sum over more periods is larger by that alone: what counts is the mean of the periods.
    let delta = match (&before, difference) {
        (Measured::Total(_), Some(difference)) => difference.delta,
        _ => later.value - earlier.value,
    };
    let is_better = delta != 0.0 && better.is_gain(delta);
    let verdict = match difference {
        None => Verdict::Untested,
        Some(difference) if difference.is_significant() && is_better => Verdict::Shown,
        Some(difference) if difference.is_significant() => Verdict::Worse,
        Some(_) if is_better => Verdict::NotShownYet { more: measured::more_answers_needed(&before, &after) },
        Some(_) => Verdict::NotShown,
    };
    Ok(BeforeAfter { before_span, after_span, before, after, delta, difference, verdict })
}

/// Judges the measures that run or are done by each of their KPIs; the latest start first.
#[must_use]
pub fn judged(plan: &Plan) -> Vec<Judged> {
    let judge = |(measure, kpi): (&Arc<Measure>, &Arc<Kpi>)| {
        let verdict = before_after(plan, measure, &kpi.id, USUAL_WINDOW).map(|compared| compared.verdict);
        Judged { measure: measure.id.clone(), kpi: kpi.id.clone(), verdict }
    };
    to_judge(plan).into_iter().map(judge).collect()
}

/// The measures that run or are done, with each KPI that they are to move; the latest start first.
#[must_use]
pub fn to_judge(plan: &Plan) -> Vec<(&Arc<Measure>, &Arc<Kpi>)> {
    let mut measures: Vec<_> = plan.measures.iter().filter(|measure| measure.has_begun()).collect();
    measures.sort_by_key(|measure| Reverse(measure.start));
    let kpis = |measure: &Measure| measure.kpis.iter().filter_map(|effect| plan.kpis.get(&effect.kpi)).collect::<Vec<_>>();
    measures.into_iter().flat_map(|measure| kpis(measure).into_iter().map(move |kpi| (measure, kpi))).collect()
}

/// The day so many months away; the last one of the month where it is shorter.
fn months_from(day: Day, months: i32) -> Day {
    let month = day.month().plus(months);
    month.first_day().plus_days(i64::from(day.day()) - 1).filter(|other| other.month() == month).unwrap_or(month.last_day())
}

/// The values of single periods before against those after (Welch), where answers can't be compared.
fn of_periods(plan: &Plan, kpi: &KpiId, before: &RangeInclusive<Day>, after: &RangeInclusive<Day>) -> Option<Difference> {
    let grain = finest_grain(plan, kpi, None)?.max(Resolution::Week);
    let periods = by_period(plan, kpi, None, grain);
    let within = |span: &RangeInclusive<Day>| {
        let inside = |period: &Period| span.contains(&period.first_day()) && span.contains(&period.last_day());
        let values =
            periods.iter().filter(|(period, _)| inside(period)).filter_map(|(_, measured)| Some(measured.figure()?.value));
        Sample::of_counts(values.map(|value| (value, 1)))
    };
    mean::difference(within(before), within(after))
}

/// Periods since the start that lie beyond the limits of all periods before it, on the better side.
fn beyond(plan: &Plan, kpi: &KpiId, start: Day, after: &RangeInclusive<Day>, better: Better) -> Option<(usize, usize)> {
    let grain = finest_grain(plan, kpi, None)?.max(Resolution::Month);
    let periods = by_period(plan, kpi, None, grain);
    let periods: Vec<_> = periods.into_iter().filter(|(period, _)| period.first_day() <= *after.end()).collect();
    let baseline = periods.iter().filter(|(period, _)| period.last_day() < start).count();
    let measured: Vec<Measured> = periods.iter().map(|(_, measured)| *measured).collect();
    let chart = measured::control(&measured, baseline).ok()?;
    let since = || measured.iter().zip(&chart.limits).skip(baseline);
    let is_beyond = |(measured, (low, high)): &(&Measured, &(f64, f64))| {
        measured.figure().is_some_and(|figure| match better {
            Better::Higher => figure.value > *high,
            Better::Lower => figure.value < *low,
        })
    };
    Some((since().filter(is_beyond).count(), since().count()))
}

/// Dimensions of which a value's share of the answers has changed much.
fn mix(plan: &Plan, kpi: &KpiId, before: &RangeInclusive<Day>, after: &RangeInclusive<Day>) -> Vec<DimensionId> {
    let shares = |span: &RangeInclusive<Day>, dimension: &DimensionId| {
        let rows = by_group(plan, kpi, span).into_iter().filter(|row| row.group.dimension == *dimension);
        let counts: Vec<_> = rows.map(|row| (row.group.value, row.measured.n().unwrap_or_default() as f64)).collect();
        let sum: f64 = counts.iter().map(|(_, count)| count).sum();
        counts.into_iter().map(|(value, count)| (value, count / sum.max(1.0))).collect::<std::collections::BTreeMap<_, _>>()
    };
    let has_shifted = |dimension: &&DimensionId| {
        let (earlier, later) = (shares(before, dimension), shares(after, dimension));
        let share = |of: &std::collections::BTreeMap<_, f64>, value| of.get(value).copied().unwrap_or_default();
        !earlier.is_empty()
            && !later.is_empty()
            && earlier.keys().chain(later.keys()).any(|value| (share(&later, value) - share(&earlier, value)).abs() >= MIX_SHIFT)
    };
    plan.dimensions.ids().filter(has_shifted).cloned().collect()
}

fn meanwhile(plan: &Plan, measure: &Measure, span: &RangeInclusive<Day>) -> Vec<MeasureId> {
    let began = |other: &Measure| other.start.is_some_and(|start| span.contains(&start));
    let others = plan.measures.iter().filter(|other| other.id != measure.id && other.has_begun() && began(other));
    others.map(|other| other.id.clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Amount, Kpi, KpiKind, MeasureStatus, Month, PlanId, TypedAnswers, TypedNumber, TypedValue};

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    fn plan(kind: KpiKind, months: &[TypedValue]) -> (Plan, Measure, KpiId) {
        let mut plan = Plan::new(PlanId::standard("p"), "");
        let id = KpiId::standard("k");
        let mut kpi = Kpi::new(id.clone(), "", kind);
        let first = Month::parse("2025-01").unwrap();
        kpi.typed = months.iter().enumerate().map(|(at, typed)| (first.plus(at as i32), typed.clone())).collect();
        plan.kpis.insert(kpi);
        let mut measure = Measure::new(MeasureId::standard("m"), "", None);
        measure.start = Some(day("2025-07-01"));
        (plan, measure, id)
    }

    fn nps([promoters, passives, detractors]: [u32; 3]) -> TypedValue {
        TypedAnswers { promoters, passives, detractors }.into()
    }

    #[track_caller]
    fn check(before: [u32; 3], after: [u32; 3], expected: Verdict) {
        let months: Vec<TypedValue> = (0..12).map(|month| nps(if month < 6 { before } else { after })).collect();
        let (plan, measure, kpi) = plan(KpiKind::Nps, &months);
        assert_eq!(effect(&plan, &measure, &kpi, 6).unwrap().compared.verdict, expected);
    }

    #[test]
    fn the_verdict_follows_the_test() {
        check([45, 35, 20], [60, 25, 15], Verdict::Shown);
        check([60, 25, 15], [45, 35, 20], Verdict::Worse);
        check([10, 8, 5], [10, 8, 5], Verdict::NotShown);
        check([10, 8, 5], [9, 8, 5], Verdict::NotShown);
    }

    #[test]
    fn the_answers_still_needed_would_show_the_effect() {
        let months: Vec<TypedValue> = (0..9).map(|month| nps(if month < 6 { [50, 30, 20] } else { [18, 8, 4] })).collect();
        let (plan, measure, kpi) = plan(KpiKind::Nps, &months);
        let found = before_after(&plan, &measure, &kpi, 6).unwrap();
        let Verdict::NotShownYet { more: Some(more) } = found.verdict else { panic!("{:?}", found.verdict) };
        let (Measured::Groups(before), Measured::Groups(after)) = (found.before, found.after) else { panic!("no groups") };
        let times = 1 + more / after.n() + 1;
        let grown = std::iter::repeat_n(after, times as usize).sum();
        assert!(super::super::nps::difference(before, grown).unwrap().is_significant(), "{more}");
    }

    #[test]
    fn months_that_lie_beyond_the_limits_of_the_time_before_are_counted() {
        let months: Vec<TypedValue> = (0..9).map(|month| nps(if month < 6 { [40, 35, 25] } else { [80, 15, 5] })).collect();
        let (plan, measure, kpi) = plan(KpiKind::Nps, &months);
        assert_eq!(effect(&plan, &measure, &kpi, 3).unwrap().beyond, Some((3, 3)));
    }

    #[test]
    fn values_without_answers_are_compared_by_period() {
        let kind = KpiKind::Amount(Amount::default());
        let value = |value: f64| TypedValue::Value(TypedNumber { value, n: None });
        let months: Vec<TypedValue> = [10.0, 12.0, 11.0, 9.0, 10.0, 11.0, 20.0, 22.0, 21.0].map(value).to_vec();
        let (plan, measure, kpi) = plan(kind, &months);
        let found = before_after(&plan, &measure, &kpi, 6).unwrap();
        assert_eq!(found.verdict, Verdict::Shown);
        assert!((found.delta - (21.0 - 10.5)).abs() < 1e-9);
    }

    #[test]
    fn what_is_missing_is_named() {
        let (plan, mut measure, kpi) = plan(KpiKind::Nps, &[nps([1, 1, 1])]);
        assert_eq!(effect(&plan, &measure, &kpi, 6), Err(NoEffect::NothingAfter));
        measure.start = Some(day("2025-01-01"));
        assert_eq!(effect(&plan, &measure, &kpi, 6), Err(NoEffect::NothingBefore));
        measure.start = None;
        assert_eq!(effect(&plan, &measure, &kpi, 6), Err(NoEffect::NoStart));
    }

    #[test]
    fn other_measures_of_that_time_are_named() {
        let (mut plan, measure, kpi) = plan(KpiKind::Nps, &vec![nps([5, 5, 5]); 12]);
        for (name, start, status) in [
            ("then", "2025-08-01", MeasureStatus::Running),
            ("idea", "2025-08-01", MeasureStatus::Idea),
            ("long-ago", "2024-01-01", MeasureStatus::Done),
        ] {
            let other = Measure::new(MeasureId::standard(name), "", None);
            plan.measures.insert(Measure { start: Some(day(start)), status, ..other });
        }
        assert_eq!(effect(&plan, &measure, &kpi, 6).unwrap().meanwhile, [MeasureId::standard("then")]);
    }
}
