//! A KPI's answers out of a plan: by period, by segment, in all; and where its sources overlap.
//!
//! Imported answers have a day; typed ones a month only, so they count in months, quarters and spans that hold the
//! whole month, not in weeks. Segments are known by month and for imported answers alone.

use super::difference::Difference;
use super::nps::{self, Answers, UNSURE_BELOW};
use super::period::{Grain, Period};
use crate::plan::{Day, DimensionId, KpiId, Month, Plan, ScoreCounts, SegmentValueId, SourceId, Tally, TypedValue};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

/// Answers of fewer people than this aren't shown singly, so that nobody can be recognised.
pub const SEGMENT_MINIMUM: u64 = 5;

/// Periods that [`shift`] looks back over.
const SHIFT_WINDOW: usize = 12;

/// Periods that [`shift`] wants on either side.
const SHIFT_SIDE: usize = 3;

/// The answers of one segment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SegmentAnswers {
    /// The dimension.
    pub dimension: DimensionId,
    /// Its value.
    pub value: SegmentValueId,
    /// The answers; not to be shown if `hidden`.
    pub answers: Answers,
    /// Whether there are fewer than [`SEGMENT_MINIMUM`].
    pub hidden: bool,
}

/// Data of a KPI that may count the same answers twice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Overlap {
    /// Two sources have answers on the same days.
    Sources {
        /// The source that stands first in the plan.
        first: SourceId,
        /// The other one.
        second: SourceId,
        /// First day that both have.
        from: Day,
        /// Last day that both have.
        to: Day,
        /// Number of days that both have.
        days: usize,
    },
    /// A month has typed answers and imported ones.
    Typed {
        /// The month.
        month: Month,
        /// The source that has answers in it.
        source: SourceId,
    },
}

/// A level that a series has left for another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shift {
    /// First period of the new level.
    pub since: Period,
    /// Answers before it, within the window looked at.
    pub before: Answers,
    /// Answers since then.
    pub after: Answers,
    /// How `after` differs from `before`; its p isn't corrected.
    pub difference: Difference,
    /// p, corrected for the number of places at which a shift was looked for; 0 to 1.
    pub p: f64,
}

/// Sums up a KPI's answers by week, month or quarter, in order; periods without answers aren't in the list.
#[must_use]
pub fn nps_by(plan: &Plan, kpi: &KpiId, grain: Grain) -> Vec<(Period, Answers)> {
    let mut sums: BTreeMap<Day, Answers> = BTreeMap::new();
    for (day, scores) in imported_days(plan, kpi) {
        *sums.entry(Period::of(grain, day).first_day()).or_default() += Answers::from_scores(scores).0;
    }
    if grain != Grain::Week {
        for (month, answers) in typed_months(plan, kpi) {
            *sums.entry(Period::of(grain, month.first_day()).first_day()).or_default() += answers;
        }
    }
    let some = |(_, answers): &(Day, Answers)| answers.n() > 0;
    sums.into_iter().filter(some).map(|(day, answers)| (Period::of(grain, day), answers)).collect()
}

/// Sums up a KPI's answers by month, in order; months without answers aren't in the list.
#[must_use]
pub fn nps_by_month(plan: &Plan, kpi: &KpiId) -> Vec<(Month, Answers)> {
    nps_by(plan, kpi, Grain::Month).into_iter().map(|(period, answers)| (period.first_month(), answers)).collect()
}

/// Sums up a KPI's answers over a span of days; typed months count if the span holds the whole month.
#[must_use]
pub fn nps_total(plan: &Plan, kpi: &KpiId, span: RangeInclusive<Day>) -> Answers {
    let imported =
        imported_days(plan, kpi).filter(|(day, _)| span.contains(day)).map(|(_, scores)| Answers::from_scores(scores).0);
    let whole = |month: Month| span.contains(&month.first_day()) && span.contains(&month.last_day());
    let typed = typed_months(plan, kpi).filter(|(month, _)| whole(*month)).map(|(_, answers)| answers);
    imported.chain(typed).sum()
}

/// First and last day of a KPI's answers; `None` if there are none.
#[must_use]
pub fn days_covered(plan: &Plan, kpi: &KpiId) -> Option<RangeInclusive<Day>> {
    let periods = nps_by(plan, kpi, Grain::Month);
    let typed: BTreeSet<Month> = typed_months(plan, kpi).filter(|(_, answers)| answers.n() > 0).map(|(month, _)| month).collect();
    let imported = || imported_days(plan, kpi).filter(|(_, scores)| Answers::from_scores(scores).0.n() > 0).map(|(day, _)| day);
    let (first, last) = (periods.first()?.0.first_month(), periods.last()?.0.first_month());
    let from = if typed.contains(&first) { Some(first.first_day()) } else { imported().min() };
    let to = if typed.contains(&last) { Some(last.last_day()) } else { imported().max() };
    Some(from?..=to?)
}

/// Sums up a KPI's answers by segment over a span of months; in the order of the plan's dimensions and their values.
#[must_use]
pub fn nps_by_segment(plan: &Plan, kpi: &KpiId, months: RangeInclusive<Month>) -> Vec<SegmentAnswers> {
    let mut sums: BTreeMap<(&DimensionId, &SegmentValueId), Answers> = BTreeMap::new();
    for (_, tally) in tallies(plan, kpi) {
        for segment in &tally.segments {
            let within = segment.months.iter().filter(|(month, _)| months.contains(month));
            *sums.entry((&segment.dimension, &segment.value)).or_default() +=
                within.map(|(_, scores)| Answers::from_scores(scores).0).sum();
        }
    }
    let in_order = plan.dimensions.iter().flat_map(|dimension| dimension.values.iter().map(|value| (&dimension.id, &value.id)));
    in_order
        .filter_map(|key| sums.get(&key).map(|answers| (key, *answers)))
        .filter(|(_, answers)| answers.n() > 0)
        .map(|((dimension, value), answers)| SegmentAnswers {
            dimension: dimension.clone(),
            value: value.clone(),
            answers,
            hidden: answers.n() < SEGMENT_MINIMUM,
        })
        .collect()
}

/// Counts the imported answers to a KPI that are left out because their score isn't 0 to 10.
#[must_use]
pub fn scores_left_out(plan: &Plan, kpi: &KpiId) -> u64 {
    imported_days(plan, kpi).map(|(_, scores)| Answers::from_scores(scores).1).sum()
}

/// Names the data of a KPI that may count answers twice: pairs of sources first, then typed months.
#[must_use]
pub fn overlaps(plan: &Plan, kpi: &KpiId) -> Vec<Overlap> {
    let mut sources: Vec<(&SourceId, BTreeSet<Day>)> = Vec::new();
    for (source, tally) in tallies(plan, kpi) {
        let days = tally.days.iter().filter(|(_, scores)| scores.values().any(|count| *count > 0)).map(|(day, _)| *day);
        match sources.last_mut() {
            Some((last, known)) if *last == source => known.extend(days),
            _ => sources.push((source, days.collect())),
        }
    }
    let mut found = Vec::new();
    for (i, (first, days)) in sources.iter().enumerate() {
        for (second, others) in &sources[i + 1..] {
            let shared = || days.intersection(others);
            if let (Some(from), Some(to)) = (shared().next(), shared().last()) {
                let (first, second) = ((*first).clone(), (*second).clone());
                found.push(Overlap::Sources { first, second, from: *from, to: *to, days: shared().count() });
            }
        }
    }
    for (month, answers) in typed_months(plan, kpi) {
        for (source, days) in &sources {
            if answers.n() > 0 && days.range(month.first_day()..=month.last_day()).next().is_some() {
                found.push(Overlap::Typed { month, source: (*source).clone() });
            }
        }
    }
    found
}

/// Finds the period since which a series lies on another level than before; `None` if nothing is more than noise.
///
/// Looks at the last twelve periods, with at least three of them and 30 answers on either side, takes the place with the
/// smallest p, and multiplies p by the number of places looked at (Bonferroni; Dunn 1961, "Multiple Comparisons Among
/// Means", JASA 56): who looks in many places finds something by chance.
#[must_use]
pub fn shift(series: &[(Period, Answers)]) -> Option<Shift> {
    let window = &series[series.len().saturating_sub(SHIFT_WINDOW)..];
    let places = SHIFT_SIDE..(window.len() + 1).checked_sub(SHIFT_SIDE)?.max(SHIFT_SIDE);
    let sum = |part: &[(Period, Answers)]| part.iter().map(|(_, answers)| *answers).sum::<Answers>();
    let candidates: Vec<Shift> = places
        .filter_map(|place| {
            let (before, after) = (sum(&window[..place]), sum(&window[place..]));
            let enough = before.n() >= UNSURE_BELOW && after.n() >= UNSURE_BELOW;
            let difference = nps::difference(before, after).filter(|_| enough)?;
            Some(Shift { since: window[place].0, before, after, difference, p: difference.p })
        })
        .collect();
    let looked_at = candidates.len() as f64;
    let best = candidates.into_iter().min_by(|a, b| a.p.total_cmp(&b.p))?;
    let corrected = Shift { p: (best.p * looked_at).min(1.0), ..best };
    (corrected.p < 0.05).then_some(corrected)
}

fn tallies<'a>(plan: &'a Plan, kpi: &'a KpiId) -> impl Iterator<Item = (&'a SourceId, &'a Tally)> {
    plan.sources.iter().flat_map(move |source| {
        source.tallies.iter().filter(move |tally| tally.kpi == *kpi).map(move |tally| (&source.id, tally))
    })
}

fn imported_days<'a>(plan: &'a Plan, kpi: &'a KpiId) -> impl Iterator<Item = (Day, &'a ScoreCounts)> {
    tallies(plan, kpi).flat_map(|(_, tally)| tally.days.iter().map(|(day, scores)| (*day, scores)))
}

fn typed_months<'a>(plan: &'a Plan, kpi: &KpiId) -> impl Iterator<Item = (Month, Answers)> + 'a {
    let answers = |(month, typed): (&Month, &TypedValue)| match typed {
        TypedValue::Answers(answers) => Some((*month, (*answers).into())),
        TypedValue::Scores(scores) => Some((*month, Answers::from_scores(scores).0)),
        _ => None,
    };
    plan.kpis.get(kpi).into_iter().flat_map(move |kpi| kpi.typed.iter().filter_map(answers))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Dimension, Kpi, KpiKind, OtherFields, PlanId, SegmentTally, Source, TypedAnswers};

    fn kpi_id() -> KpiId {
        KpiId::standard("nps")
    }

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    fn month(text: &str) -> Month {
        Month::parse(text).unwrap()
    }

    fn source(id: &str, days: &[(&str, u8, u32)]) -> Source {
        let mut tally: Tally = Tally::new(kpi_id());
        for (text, score, count) in days {
            *tally.days.entry(day(text)).or_default().entry(*score).or_default() += count;
        }
        Source { tallies: vec![tally], ..Source::new(SourceId::standard(id), id) }
    }

    fn plan(typed: &[(&str, u32)], sources: Vec<Source>) -> Plan {
        let mut plan = Plan::new(PlanId::standard("plan"), "Plan");
        let mut kpi = Kpi::new(kpi_id(), "NPS", KpiKind::Nps);
        let answers = |promoters: &u32| TypedAnswers { promoters: *promoters, passives: 0, detractors: 0 }.into();
        kpi.typed = typed.iter().map(|(text, promoters)| (month(text), answers(promoters))).collect();
        plan.kpis.insert(kpi);
        sources.into_iter().for_each(|source| plan.sources.insert(source));
        plan
    }

    fn example() -> Plan {
        let first = source("first", &[("2025-01-31", 9, 2), ("2025-02-01", 3, 1), ("2025-02-10", 8, 4), ("2025-04-30", 10, 1)]);
        let second = source("second", &[("2025-02-10", 0, 3), ("2025-02-11", 11, 7)]);
        plan(&[("2025-02", 10), ("2025-03", 0), ("2025-07", 5)], vec![first, second])
    }

    #[track_caller]
    fn check_series(grain: Grain, expected: &[(&str, [u64; 3])]) {
        let found = nps_by(&example(), &kpi_id(), grain);
        let found: Vec<_> =
            found.iter().map(|(period, a)| (period.first_day(), [a.promoters, a.passives, a.detractors])).collect();
        let expected: Vec<_> = expected.iter().map(|(text, groups)| (day(text), *groups)).collect();
        assert_eq!(found, expected, "{grain:?}");
    }

    #[test]
    fn imported_and_typed_answers_are_summed_by_period() {
        check_series(
            Grain::Month,
            &[("2025-01-01", [2, 0, 0]), ("2025-02-01", [10, 4, 4]), ("2025-04-01", [1, 0, 0]), ("2025-07-01", [5, 0, 0])],
        );
        check_series(Grain::Quarter, &[("2025-01-01", [12, 4, 4]), ("2025-04-01", [1, 0, 0]), ("2025-07-01", [5, 0, 0])]);
        check_series(Grain::Week, &[("2025-01-27", [2, 0, 1]), ("2025-02-10", [0, 4, 3]), ("2025-04-28", [1, 0, 0])]);
        assert_eq!(scores_left_out(&example(), &kpi_id()), 7);
        assert_eq!(nps_by_month(&example(), &KpiId::standard("another")), []);
    }

    #[test]
    fn a_span_counts_typed_months_only_as_a_whole() {
        let total = |from: &str, to: &str| nps_total(&example(), &kpi_id(), day(from)..=day(to));
        assert_eq!(total("2025-02-01", "2025-02-28"), Answers::new(10, 4, 4));
        assert_eq!(total("2025-02-02", "2025-02-28"), Answers::new(0, 4, 3));
        assert_eq!(total("2025-05-01", "2025-05-31"), Answers::default());
    }

    #[test]
    fn the_days_covered_are_those_with_answers() {
        assert_eq!(days_covered(&example(), &kpi_id()), Some(day("2025-01-31")..=day("2025-07-31")));
        assert_eq!(days_covered(&plan(&[("2025-03", 0)], vec![]), &kpi_id()), None);
    }

    #[test]
    fn overlapping_data_are_named() {
        let (first, second) = (SourceId::standard("first"), SourceId::standard("second"));
        let shared = Overlap::Sources {
            first: first.clone(),
            second: second.clone(),
            from: day("2025-02-10"),
            to: day("2025-02-10"),
            days: 1,
        };
        let typed = |source| Overlap::Typed { month: month("2025-02"), source };
        assert_eq!(overlaps(&example(), &kpi_id()), [shared, typed(first), typed(second)]);
        let apart = plan(&[("2025-03", 1)], vec![source("a", &[("2025-01-01", 9, 1)]), source("b", &[("2025-01-02", 9, 1)])]);
        assert_eq!(overlaps(&apart, &kpi_id()), []);
    }

    #[test]
    fn segments_come_in_the_order_of_the_plan_and_small_ones_are_hidden() {
        let (dimension, private, business) =
            (DimensionId::standard("type"), SegmentValueId::standard("private"), SegmentValueId::standard("business"));
        let mut source = source("file", &[]);
        let segment = |value: &SegmentValueId, months: &[(&str, u8, u32)]| SegmentTally {
            dimension: dimension.clone(),
            value: value.clone(),
            months: months.iter().map(|(text, score, count)| (month(text), ScoreCounts::from([(*score, *count)]))).collect(),
            other: OtherFields::new(),
        };
        source.tallies[0].segments = vec![
            segment(&business, &[("2025-01", 5, 4)]),
            segment(&private, &[("2025-01", 9, 3), ("2025-02", 8, 2), ("2025-03", 8, 9)]),
        ];
        let mut plan = plan(&[], vec![source]);
        let values = vec![(private.clone(), "Privat"), (business.clone(), "Gewerbe")];
        plan.dimensions.insert(Dimension::with_values(dimension.clone(), "Kundenart", values));
        let row = |value, answers, hidden| SegmentAnswers { dimension: dimension.clone(), value, answers, hidden };
        assert_eq!(
            nps_by_segment(&plan, &kpi_id(), month("2025-01")..=month("2025-02")),
            [row(private, Answers::new(3, 2, 0), false), row(business, Answers::new(0, 0, 4), true)]
        );
    }

    fn monthly(groups: &[[u64; 3]]) -> Vec<(Period, Answers)> {
        let month = |i: usize| month("2025-01").plus(i as i32).first_day();
        let period = |(i, [p, a, d]): (usize, &[u64; 3])| (Period::of(Grain::Month, month(i)), Answers::new(*p, *a, *d));
        groups.iter().enumerate().map(period).collect()
    }

    #[test]
    fn a_shift_is_found_where_it_happened() {
        let (low, high) = ([20, 40, 30], [40, 35, 15]);
        let found = shift(&monthly(&[low, low, low, low, low, high, high, high, high])).unwrap();
        assert_eq!(found.since.first_day(), day("2025-06-01"));
        assert_eq!((found.before.n(), found.after.n()), (450, 360));
        assert!(found.difference.delta > 0.0 && found.p > found.difference.p);
    }

    #[test]
    fn noise_and_short_series_are_no_shift() {
        let (low, high) = ([20, 40, 30], [40, 35, 15]);
        for series in [
            &[][..],
            &[low],
            &[low, low, high, high, high],
            &[low; 12],
            &[[1, 1, 3], [1, 0, 3], [1, 1, 3], [3, 1, 0], [3, 1, 1], [4, 0, 0]],
        ] {
            assert_eq!(shift(&monthly(series)), None, "{series:?}");
        }
    }
}
