//! A KPI's data out of a plan: by period, by segment, in all; and where its sources overlap.
//!
//! Every entry stands for a span: a day, a week, a month; what was typed in stands for a month. An entry counts in
//! periods that aren't shorter than its span, and in spans of days that hold all of it. Segments are known by month and
//! for imported data alone.

use super::difference::{Difference, SIGNIFICANT};
use super::measured::{self, Measured};
use super::nps::UNSURE_BELOW;
use super::period::Period;
use crate::plan::{
    Day, DimensionId, Kpi, KpiId, Month, Plan, Resolution, ScoreCounts, SegmentTally, SegmentValueId, Source, SourceId, Tallied,
    Tally, TypedValue,
};
use std::collections::BTreeSet;
use std::ops::RangeInclusive;
use std::sync::Arc;

/// Periods that [`shift`] looks back over.
const SHIFT_WINDOW: usize = 12;

/// Periods that [`shift`] wants on either side.
const SHIFT_SIDE: usize = 3;

/// A group of customers: a value of a dimension.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Group {
    /// The dimension.
    pub dimension: DimensionId,
    /// Its value.
    pub value: SegmentValueId,
}

/// What was measured of one group.
#[derive(Clone, Debug, PartialEq)]
pub struct GroupMeasured {
    /// The group.
    pub group: Group,
    /// What was measured; not to be shown if `hidden`.
    pub measured: Measured,
    /// Whether there are fewer answers than the plan wants at least.
    pub hidden: bool,
}

/// Data of a KPI that may count the same answers twice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Overlap {
    /// Two sources have data of the same days.
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
    /// A month has typed data and imported ones.
    Typed {
        /// The month.
        month: Month,
        /// The source that has data in it.
        source: SourceId,
    },
}

/// A level that a series has left for another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shift {
    /// First period of the new level.
    pub since: Period,
    /// What was measured before it, within the window looked at.
    pub before: Measured,
    /// What was measured since then.
    pub after: Measured,
    /// How `after` differs from `before`; its p isn't corrected.
    pub difference: Difference,
    /// p, corrected for the number of places at which a shift was looked for; 0 to 1.
    pub p: f64,
}

/// Data of a KPI that stand for one span.
struct Entry {
    span: Period,
    measured: Measured,
}

/// Sums up a KPI by period, in order, for all or for one group; periods without data aren't in the list.
#[must_use]
pub fn by_period(plan: &Plan, kpi: &KpiId, group: Option<&Group>, grain: Resolution) -> Vec<(Period, Measured)> {
    let mut periods: Vec<(Period, Measured)> = Vec::new();
    for entry in entries(plan, kpi, group).into_iter().filter(|entry| entry.span.grain() <= grain) {
        let period = Period::of(grain, entry.span.middle_day());
        match periods.last_mut() {
            Some((last, measured)) if *last == period => *measured = measured.followed_by(entry.measured),
            _ => periods.push((period, entry.measured)),
        }
    }
    periods
}

/// Each period together with those before it, `window` in all; periods without data count as periods. Rates of
/// customers stay those of one period.
#[must_use]
pub fn rolling(series: &[(Period, Measured)], window: usize) -> Vec<(Period, Measured)> {
    let together = |(at, (period, measured)): (usize, &(Period, Measured))| {
        let within = |(other, _): &&(Period, Measured)| period.steps_since(*other) < window as i64;
        let before = series[..at].iter().rev().take_while(within);
        let first_to_last = before.collect::<Vec<_>>().into_iter().rev().map(|(_, measured)| *measured).chain([*measured]);
        (*period, first_to_last.map(Measured::per_period).reduce(Measured::followed_by).unwrap_or(*measured))
    };
    series.iter().enumerate().map(together).collect()
}

/// Sums up a KPI over a span of days, for all or for one group, so that it can be compared with spans of another length:
/// rates of customers stay those of one period. `None` without data.
#[must_use]
pub fn total(plan: &Plan, kpi: &KpiId, group: Option<&Group>, span: &RangeInclusive<Day>) -> Option<Measured> {
    let within = |entry: &Entry| span.contains(&entry.span.first_day()) && span.contains(&entry.span.last_day());
    let entries = entries(plan, kpi, group).into_iter().filter(within);
    entries.map(|entry| entry.measured.per_period()).reduce(Measured::followed_by)
}

/// First and last day of a KPI's data; `None` if there are none.
#[must_use]
pub fn days_covered(plan: &Plan, kpi: &KpiId) -> Option<RangeInclusive<Day>> {
    let entries = entries(plan, kpi, None);
    let last = entries.iter().map(|entry| entry.span.last_day()).max()?;
    Some(entries.first()?.span.first_day()..=last)
}

/// The shortest periods by which all of a KPI's data can be shown; `None` without data.
#[must_use]
pub fn finest_grain(plan: &Plan, kpi: &KpiId, group: Option<&Group>) -> Option<Resolution> {
    entries(plan, kpi, group).iter().map(|entry| entry.span.grain()).min()
}

/// How often each score was given over a span of days, for all or for one group; empty where the KPI has no scale.
#[must_use]
pub fn scores(plan: &Plan, kpi: &KpiId, group: Option<&Group>, span: &RangeInclusive<Day>) -> ScoreCounts {
    let mut sum = ScoreCounts::new();
    let Some((kpi, scale)) = plan.kpis.get(kpi).and_then(|kpi| Some((kpi, kpi.kind.scale()?))) else { return sum };
    let within = |period: Period| span.contains(&period.first_day()) && span.contains(&period.last_day());
    for source in plan.sources.iter() {
        for (_, scores) in spans(&source.tallies, &kpi.id, group).filter(|(period, _)| within(*period)) {
            sum.add(scores);
        }
    }
    for (month, typed) in kpi.typed.iter().filter(|_| group.is_none()) {
        if let TypedValue::Scores(scores) = typed
            && within(Period::of(Resolution::Month, month.first_day()))
        {
            sum.add(scores);
        }
    }
    sum.retain(|score, count| scale.has(*score) && *count > 0);
    sum
}

/// Sums up a KPI by segment over a span of days; in the order of the plan's dimensions and their values.
#[must_use]
pub fn by_group(plan: &Plan, kpi: &KpiId, span: &RangeInclusive<Day>) -> Vec<GroupMeasured> {
    let known = groups(plan, kpi);
    let minimum = u64::from(plan.profile().segment_minimum);
    let measured = |group: Group| {
        let measured = total(plan, kpi, Some(&group), span)?;
        let hidden = measured.n().is_some_and(|n| n < minimum);
        Some(GroupMeasured { group, measured, hidden })
    };
    known.into_iter().filter_map(measured).collect()
}

/// The groups that a KPI's data know, in the order of the plan's dimensions and their values.
#[must_use]
pub fn groups(plan: &Plan, kpi: &KpiId) -> Vec<Group> {
    fn known<T>(tallies: &[Tally<T>], kpi: &KpiId, into: &mut BTreeSet<Group>) {
        let segments = tallies.iter().filter(|tally| tally.kpi == *kpi).flat_map(|tally| &tally.segments);
        into.extend(segments.map(|segment| Group { dimension: segment.dimension.clone(), value: segment.value.clone() }));
    }
    let mut found = BTreeSet::new();
    for source in plan.sources.iter() {
        known(&source.tallies, kpi, &mut found);
        known(&source.ratios, kpi, &mut found);
        known(&source.customers, kpi, &mut found);
        known(&source.amounts, kpi, &mut found);
    }
    let in_order = plan.dimensions.iter().flat_map(|dimension| {
        dimension.values.iter().map(|value| Group { dimension: dimension.id.clone(), value: value.id.clone() })
    });
    in_order.filter(|group| found.contains(group)).collect()
}

/// Counts the imported answers to a KPI that are left out because their score isn't on its scale.
#[must_use]
pub fn scores_left_out(plan: &Plan, kpi: &KpiId) -> u64 {
    let Some(scale) = plan.kpis.get(kpi).and_then(|kpi| kpi.kind.scale()) else { return 0 };
    let tallies = plan.sources.iter().flat_map(|source| &source.tallies).filter(|tally| tally.kpi == *kpi);
    let scores = tallies.flat_map(|tally| tally.days.values()).flatten();
    scores.filter(|(score, _)| !scale.has(**score)).map(|(_, count)| u64::from(*count)).sum()
}

/// Names the data of a KPI that may count answers twice: pairs of sources first, then typed months.
#[must_use]
pub fn overlaps(plan: &Plan, kpi: &KpiId) -> Vec<Overlap> {
    let Some(kpi) = plan.kpis.get(kpi) else { return Vec::new() };
    let days = |source: &Arc<Source>| {
        let spans = of_source(source, kpi, None).into_iter().map(|entry| entry.span);
        let days = spans.flat_map(|span| {
            std::iter::successors(Some(span.first_day()), |day| day.plus_days(1)).take_while(move |day| *day <= span.last_day())
        });
        (source.id.clone(), days.collect::<BTreeSet<Day>>())
    };
    let sources: Vec<_> = plan.sources.iter().map(days).filter(|(_, days)| !days.is_empty()).collect();
    let mut found = Vec::new();
    for (i, (first, days)) in sources.iter().enumerate() {
        for (second, others) in &sources[i + 1..] {
            let shared = || days.intersection(others);
            if let (Some(from), Some(to)) = (shared().next(), shared().last()) {
                let (first, second) = (first.clone(), second.clone());
                found.push(Overlap::Sources { first, second, from: *from, to: *to, days: shared().count() });
            }
        }
    }
    for month in typed(kpi).map(|entry| entry.span.first_month()) {
        for (source, days) in &sources {
            if days.range(month.first_day()..=month.last_day()).next().is_some() {
                found.push(Overlap::Typed { month, source: source.clone() });
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
pub fn shift(series: &[(Period, Measured)]) -> Option<Shift> {
    let window = &series[series.len().saturating_sub(SHIFT_WINDOW)..];
    let places = SHIFT_SIDE..(window.len() + 1).checked_sub(SHIFT_SIDE)?.max(SHIFT_SIDE);
    let sum = |part: &[(Period, Measured)]| part.iter().map(|(_, measured)| measured.per_period()).reduce(Measured::followed_by);
    let enough = |measured: &Measured| measured.n().is_some_and(|n| n >= UNSURE_BELOW);
    let candidates: Vec<Shift> = places
        .filter_map(|place| {
            let before = sum(&window[..place]).filter(enough)?;
            let after = sum(&window[place..]).filter(enough)?;
            let difference = measured::difference(&before, &after)?;
            Some(Shift { since: window[place].0, before, after, difference, p: difference.p })
        })
        .collect();
    let looked_at = candidates.len() as f64;
    let best = candidates.into_iter().min_by(|a, b| a.p.total_cmp(&b.p))?;
    let corrected = Shift { p: (best.p * looked_at).min(1.0), ..best };
    (corrected.p < SIGNIFICANT).then_some(corrected)
}

/// A KPI's data in order of time, those of the same span put together.
fn entries(plan: &Plan, kpi: &KpiId, group: Option<&Group>) -> Vec<Entry> {
    let Some(kpi) = plan.kpis.get(kpi) else { return Vec::new() };
    let mut entries: Vec<Entry> = plan.sources.iter().flat_map(|source| of_source(source, kpi, group)).collect();
    if group.is_none() {
        entries.extend(typed(kpi));
    }
    entries.sort_by_key(|entry| (entry.span.first_day(), entry.span.grain()));
    entries.dedup_by(|next, kept| {
        let is_same = next.span == kept.span;
        if is_same {
            kept.measured = kept.measured.beside(next.measured);
        }
        is_same
    });
    entries
}

fn of_source(source: &Source, kpi: &Kpi, group: Option<&Group>) -> Vec<Entry> {
    fn read<T>(
        tallies: &[Tally<T>],
        kpi: &Kpi,
        group: Option<&Group>,
        measure: impl Fn(&T) -> Option<Measured>,
        into: &mut Vec<Entry>,
    ) {
        let measured = spans(tallies, &kpi.id, group).filter_map(|(span, value)| Some(Entry { span, measured: measure(value)? }));
        into.extend(measured);
    }
    let (kind, mut entries) = (&kpi.kind, Vec::new());
    read(&source.tallies, kpi, group, |scores| Measured::of_scores(kind, scores), &mut entries);
    read(&source.ratios, kpi, group, |ratio| Measured::of_ratio(kind, ratio), &mut entries);
    read(&source.customers, kpi, group, |counts| Measured::of_customers(kind, counts), &mut entries);
    read(&source.amounts, kpi, group, |sums| Measured::of_sums(kind, sums), &mut entries);
    entries
}

/// The spans of a KPI's tallies with what they hold, for all or for one group.
fn spans<'a, T>(tallies: &'a [Tally<T>], kpi: &'a KpiId, group: Option<&'a Group>) -> impl Iterator<Item = (Period, &'a T)> {
    let own = tallies.iter().filter(move |tally| tally.kpi == *kpi);
    own.flat_map(move |tally| -> Box<dyn Iterator<Item = (Period, &'a T)> + 'a> {
        match group {
            None => Box::new(tally.days.iter().map(|(day, value)| (Period::of(tally.resolution, *day), value))),
            Some(group) => {
                let is_own = |segment: &&SegmentTally<T>| segment.dimension == group.dimension && segment.value == group.value;
                let months = tally.segments.iter().filter(is_own).flat_map(|segment| &segment.months);
                Box::new(months.map(|(month, value)| (Period::of(Resolution::Month, month.first_day()), value)))
            }
        }
    })
}

fn typed(kpi: &Kpi) -> impl Iterator<Item = Entry> {
    kpi.typed.iter().filter_map(|(month, typed)| {
        let span = Period::of(Resolution::Month, month.first_day());
        Some(Entry { span, measured: Measured::of_typed(&kpi.kind, typed)? })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::nps::Answers;
    use crate::plan::{CustomerFigure, Customers, Dimension, KpiKind, OtherFields, PlanId, TypedAnswers};

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
        let mut tally = Tally::<ScoreCounts>::new(kpi_id());
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

    fn groups_of(measured: Measured) -> [u64; 3] {
        let Measured::Groups(answers) = measured else { panic!("{measured:?}") };
        [answers.promoters, answers.passives, answers.detractors]
    }

    #[track_caller]
    fn check_series(grain: Resolution, expected: &[(&str, [u64; 3])]) {
        let found = by_period(&example(), &kpi_id(), None, grain);
        let found: Vec<_> = found.iter().map(|(period, measured)| (period.first_day(), groups_of(*measured))).collect();
        let expected: Vec<_> = expected.iter().map(|(text, groups)| (day(text), *groups)).collect();
        assert_eq!(found, expected, "{grain:?}");
    }

    #[test]
    fn imported_and_typed_answers_are_summed_by_period() {
        check_series(
            Resolution::Month,
            &[("2025-01-01", [2, 0, 0]), ("2025-02-01", [10, 4, 4]), ("2025-04-01", [1, 0, 0]), ("2025-07-01", [5, 0, 0])],
        );
        check_series(Resolution::Quarter, &[("2025-01-01", [12, 4, 4]), ("2025-04-01", [1, 0, 0]), ("2025-07-01", [5, 0, 0])]);
        check_series(Resolution::Week, &[("2025-01-27", [2, 0, 1]), ("2025-02-10", [0, 4, 3]), ("2025-04-28", [1, 0, 0])]);
        assert_eq!(scores_left_out(&example(), &kpi_id()), 7);
        assert_eq!(by_period(&example(), &KpiId::standard("another"), None, Resolution::Month), []);
    }

    #[test]
    fn a_span_counts_typed_months_only_as_a_whole() {
        let total = |from: &str, to: &str| total(&example(), &kpi_id(), None, &(day(from)..=day(to))).map(groups_of);
        assert_eq!(total("2025-02-01", "2025-02-28"), Some([10, 4, 4]));
        assert_eq!(total("2025-02-02", "2025-02-28"), Some([0, 4, 3]));
        assert_eq!(total("2025-05-01", "2025-05-31"), None);
    }

    #[test]
    fn months_that_lose_alike_are_no_shift_of_churn_however_many_are_held_against_each_other() {
        let mut plan = Plan::new(PlanId::standard("plan"), "Plan");
        let mut kpi = Kpi::new(kpi_id(), "", KpiKind::Customers(CustomerFigure::Churn));
        let lost = [619, 683, 609, 612, 674, 664, 604, 655, 508, 511, 554, 515];
        let mut start = 48_200;
        for (at, lost) in lost.into_iter().enumerate() {
            let counts = Customers { start: Some(start), won: Some(500), lost: Some(lost), end: None };
            kpi.typed.insert(month("2025-11").plus(at as i32), TypedValue::Customers(counts));
            start = start + 500 - lost;
        }
        plan.kpis.insert(kpi);
        let value = |from: &str, to: &str| total(&plan, &kpi_id(), None, &(day(from)..=day(to))).unwrap().figure().unwrap().value;
        // 5,120 of 381,722 and 2,088 of 188,220 customers at the start of their months.
        assert!((value("2025-11-01", "2026-06-30") - 1.341290).abs() < 1e-6);
        assert!((value("2026-07-01", "2026-10-31") - 1.109340).abs() < 1e-6);
        let months = by_period(&plan, &kpi_id(), None, Resolution::Month);
        let found = shift(&months).unwrap();
        assert_eq!(found.since.first_day(), day("2026-07-01"));
        assert!(found.difference.delta < 0.0);
        let level: Vec<_> = months.iter().map(|(period, _)| (*period, months[0].1)).collect();
        assert_eq!(shift(&level), None);
        // A quarter's own churn is of the customers at its start.
        let quarters = by_period(&plan, &kpi_id(), None, Resolution::Quarter);
        assert!((quarters[1].1.figure().unwrap().value - 100.0 * 1895.0 / 47_898.0).abs() < 1e-9);
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
        let row = |value, answers, hidden| GroupMeasured {
            group: Group { dimension: dimension.clone(), value },
            measured: Measured::Groups(answers),
            hidden,
        };
        let rows = [row(private.clone(), Answers::new(3, 2, 0), false), row(business, Answers::new(0, 0, 4), true)];
        assert_eq!(by_group(&plan, &kpi_id(), &(day("2025-01-01")..=day("2025-02-28"))), rows);
        let months = by_period(&plan, &kpi_id(), Some(&Group { dimension, value: private }), Resolution::Quarter);
        assert_eq!(months.into_iter().map(|(_, measured)| groups_of(measured)).collect::<Vec<_>>(), [[3, 11, 0]]);
    }

    fn monthly(groups: &[[u64; 3]]) -> Vec<(Period, Measured)> {
        let month = |i: usize| month("2025-01").plus(i as i32).first_day();
        let period = |(i, [p, a, d]): (usize, &[u64; 3])| {
            (Period::of(Resolution::Month, month(i)), Measured::Groups(Answers::new(*p, *a, *d)))
        };
        groups.iter().enumerate().map(period).collect()
    }

    #[test]
    fn a_shift_is_found_where_it_happened() {
        let (low, high) = ([20, 40, 30], [40, 35, 15]);
        let found = shift(&monthly(&[low, low, low, low, low, high, high, high, high])).unwrap();
        assert_eq!(found.since.first_day(), day("2025-06-01"));
        assert_eq!((found.before.n(), found.after.n()), (Some(450), Some(360)));
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

    #[test]
    fn a_rolling_window_counts_periods_not_points() {
        let mut series = monthly(&[[1, 0, 0], [2, 0, 0], [4, 0, 0], [8, 0, 0]]);
        series.remove(1);
        let sums: Vec<_> = rolling(&series, 3).into_iter().map(|(_, measured)| groups_of(measured)[0]).collect();
        assert_eq!(sums, [1, 5, 12]);
        assert_eq!(rolling(&series, 1), series);
    }

    #[test]
    fn scores_are_summed_where_they_are_known() {
        let span = day("2025-02-01")..=day("2025-04-30");
        assert_eq!(scores(&example(), &kpi_id(), None, &span), ScoreCounts::from([(0, 3), (3, 1), (8, 4), (10, 1)]));
    }

    #[test]
    fn weeks_count_in_months_but_months_not_in_weeks() {
        let mut tally = Tally { resolution: Resolution::Week, ..Tally::<ScoreCounts>::new(kpi_id()) };
        tally.days.insert(day("2025-03-31"), ScoreCounts::from([(9, 5)]));
        let weekly = Source { tallies: vec![tally], ..Source::new(SourceId::standard("weekly"), "") };
        let plan = plan(&[("2025-03", 10)], vec![weekly]);
        let first_days =
            |grain| by_period(&plan, &kpi_id(), None, grain).iter().map(|(period, _)| period.first_day()).collect::<Vec<_>>();
        assert_eq!(first_days(Resolution::Day), []);
        assert_eq!(first_days(Resolution::Week), [day("2025-03-31")]);
        assert_eq!(first_days(Resolution::Month), [day("2025-03-01"), day("2025-04-01")]);
        assert_eq!(finest_grain(&plan, &kpi_id(), None), Some(Resolution::Week));
    }
}
