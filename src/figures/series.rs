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
    /// How many answers, values or customers stand behind it, if known.
    pub cases: Option<u64>,
    /// Whether these are fewer than the plan wants at least.
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
    /// First period looked at.
    pub from: Period,
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

impl Entry {
    /// Whether it is a value without what it comes from.
    fn is_reported(&self) -> bool {
        matches!(self.measured, Measured::Reported(_))
    }
}

/// Whether so few answers, values or customers stand behind what is known of a group that it isn't shown: somebody could
/// be recognised.
#[must_use]
pub fn is_hidden(plan: &Plan, cases: Option<u64>) -> bool {
    cases.is_some_and(|cases| cases < u64::from(plan.profile().segment_minimum))
}

/// Sums up a KPI by period, in order, for all or for one group. Periods without data aren't in the list, nor are those
/// of a group that [`hidden_periods`] names.
#[must_use]
pub fn by_period(plan: &Plan, kpi: &KpiId, group: Option<&Group>, grain: Resolution) -> Vec<(Period, Measured)> {
    shown_and_hidden(plan, kpi, group, grain).0
}

/// The periods in which so little is known of a group that it isn't shown, in order.
#[must_use]
pub fn hidden_periods(plan: &Plan, kpi: &KpiId, group: Option<&Group>, grain: Resolution) -> Vec<Period> {
    shown_and_hidden(plan, kpi, group, grain).1.into_iter().map(|(period, _)| period).collect()
}

/// A list of periods with what was measured in each.
type Series = Vec<(Period, Measured)>;

fn shown_and_hidden(plan: &Plan, kpi: &KpiId, group: Option<&Group>, grain: Resolution) -> (Series, Series) {
    let mut periods: Vec<(Period, Measured)> = Vec::new();
    for entry in entries(plan, kpi, group).into_iter().filter(|entry| entry.span.grain() <= grain) {
        let period = Period::of(grain, entry.span.middle_day());
        match periods.last_mut() {
            Some((last, measured)) if *last == period => *measured = measured.followed_by(entry.measured),
            _ => periods.push((period, entry.measured)),
        }
    }
    periods.into_iter().partition(|(_, measured)| group.is_none() || !is_hidden(plan, measured.cases()))
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

/// Sums up a KPI over a span of days, so that it can be compared with spans of another length: rates of customers stay
/// those of one period. `None` without data.
#[must_use]
pub fn total(plan: &Plan, kpi: &KpiId, span: &RangeInclusive<Day>) -> Option<Measured> {
    within(plan, kpi, None, span).into_iter().map(Measured::per_period).reduce(Measured::followed_by)
}

/// What was measured within a span of days, in order of time.
fn within(plan: &Plan, kpi: &KpiId, group: Option<&Group>, span: &RangeInclusive<Day>) -> Vec<Measured> {
    let inside = |entry: &Entry| span.contains(&entry.span.first_day()) && span.contains(&entry.span.last_day());
    entries(plan, kpi, group).into_iter().filter(inside).map(|entry| entry.measured).collect()
}

/// First and last day of a KPI's data; `None` if there are none.
#[must_use]
pub fn days_covered(plan: &Plan, kpi: &KpiId) -> Option<RangeInclusive<Day>> {
    let entries = entries(plan, kpi, None);
    let last = entries.iter().map(|entry| entry.span.last_day()).max()?;
    Some(entries.first()?.span.first_day()..=last)
}

/// From the first to the last day of the months that a KPI's data lie in: groups are known by month. `None` without data.
#[must_use]
pub fn months_covered(plan: &Plan, kpi: &KpiId) -> Option<RangeInclusive<Day>> {
    let days = days_covered(plan, kpi)?;
    Some(days.start().month().first_day()..=days.end().month().last_day())
}

/// The shortest periods by which all of a KPI's data can be shown; `None` without data.
#[must_use]
pub fn finest_grain(plan: &Plan, kpi: &KpiId, group: Option<&Group>) -> Option<Resolution> {
    entries(plan, kpi, group).iter().map(|entry| entry.span.grain()).min()
}

/// How often each score was given over a span of days, for all or for one group without the periods of this length that
/// are hidden; empty where the KPI has no scale.
#[must_use]
pub fn scores(plan: &Plan, kpi: &KpiId, group: Option<&Group>, grain: Resolution, span: &RangeInclusive<Day>) -> ScoreCounts {
    let mut sum = ScoreCounts::new();
    let hidden = hidden_periods(plan, kpi, group, grain);
    let Some((kpi, scale)) = plan.kpis.get(kpi).and_then(|kpi| Some((kpi, kpi.kind.scale()?))) else { return sum };
    let within = |period: Period| {
        let inside = span.contains(&period.first_day()) && span.contains(&period.last_day());
        inside && !hidden.contains(&Period::of(grain, period.middle_day()))
    };
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
    let measured = |group: Group| {
        let measured = within(plan, kpi, Some(&group), span);
        // The same customers stay for months: they count once.
        let cases = measured.iter().copied().reduce(Measured::followed_by)?.cases();
        let measured = measured.into_iter().map(Measured::per_period).reduce(Measured::followed_by)?;
        Some(GroupMeasured { group, measured, cases, hidden: is_hidden(plan, cases) })
    };
    groups(plan, kpi).into_iter().filter_map(measured).collect()
}

/// The groups of which enough is known over the whole time to be shown, in the order of the plan's dimensions and their
/// values.
#[must_use]
pub fn shown_groups(plan: &Plan, kpi: &KpiId) -> Vec<Group> {
    let groups = months_covered(plan, kpi).map(|months| by_group(plan, kpi, &months)).unwrap_or_default();
    groups.into_iter().filter(|group| !group.hidden).map(|group| group.group).collect()
}

/// The groups that a KPI's data know, in the order of the plan's dimensions and their values.
fn groups(plan: &Plan, kpi: &KpiId) -> Vec<Group> {
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

/// The months whose values were reported, without what they come from, while others were counted: reported values can't
/// be put together with counted ones and give way to them. Empty where all or none were reported.
#[must_use]
pub fn reported_aside(plan: &Plan, kpi: &KpiId) -> Vec<Month> {
    let Some(kpi) = plan.kpis.get(kpi) else { return Vec::new() };
    let (reported, counted): (Vec<Entry>, Vec<Entry>) = typed(kpi).partition(Entry::is_reported);
    let has_counted = !counted.is_empty() || plan.sources.iter().any(|source| !of_source(source, kpi, None).is_empty());
    if has_counted { reported.iter().map(|entry| entry.span.first_month()).collect() } else { Vec::new() }
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
    for month in typed(kpi).filter(|entry| !entry.is_reported()).map(|entry| entry.span.first_month()) {
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
            Some(Shift { from: window[0].0, since: window[place].0, before, after, difference, p: difference.p })
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
mod tests;
