//! What is kept of imported data: counts, sums and moments, never rows.

use super::{Amount, Day, DimensionId, KpiId, KpiKind, Month, OtherFields, Plan, Reference, SegmentValueId, Together};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, btree_map::Entry};

/// The span of time that one entry stands for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Resolution {
    /// A day.
    #[default]
    Day,
    /// An ISO week, from its Monday.
    Week,
    /// A month.
    Month,
    /// A quarter.
    Quarter,
    /// A year.
    Year,
}

impl Resolution {
    /// All of them, finest first.
    pub const ALL: [Self; 5] = [Self::Day, Self::Week, Self::Month, Self::Quarter, Self::Year];

    /// First day of the span that a day lies in.
    #[must_use]
    pub fn first_day(self, day: Day) -> Day {
        let month = day.month();
        let of_month = |number| Month::new(month.year(), number).expect("BUG: a month outside of its year").first_day();
        match self {
            Self::Day => day,
            // The first days of year 1 lie in a week whose Monday has no date.
            Self::Week => {
                let (year, week) = day.iso_week();
                Day::of_iso_week(year, week).unwrap_or(day)
            }
            Self::Month => month.first_day(),
            Self::Quarter => of_month((month.number() - 1) / 3 * 3 + 1),
            Self::Year => of_month(1),
        }
    }

    /// Last day of the span that begins on a day.
    #[must_use]
    pub fn last_day(self, first: Day) -> Day {
        match self {
            Self::Day => first,
            Self::Week => first.plus_days(6).unwrap_or(first),
            Self::Month => first.month().last_day(),
            Self::Quarter => first.month().plus(2).last_day(),
            Self::Year => first.month().plus(11).last_day(),
        }
    }

    /// The day by which the span that begins on a day belongs to a longer one: the Thursday of a week (as ISO 8601 assigns
    /// weeks to years), else the first day.
    #[must_use]
    pub fn middle_day(self, first: Day) -> Day {
        if self == Self::Week { first.plus_days(3).unwrap_or(first) } else { first }
    }

    #[allow(clippy::trivially_copy_pass_by_ref, reason = "serde hands it over so")]
    fn is_day(&self) -> bool {
        *self == Self::Day
    }
}

/// Something that is counted or summed up: parts of it make a whole.
pub trait Tallied: Clone + Default + PartialEq {
    /// Adds another part of the same span; numbers stop at their largest instead of overflowing.
    fn add(&mut self, more: &Self);

    /// Puts the next span after it, as a KPI of this kind puts spans together: what is counted is added up, a stock goes
    /// on.
    fn follow(&mut self, next: &Self, _kind: &KpiKind) {
        self.add(next);
    }

    /// How many answers or cases it stands for.
    fn cases(&self) -> u64;
}

/// How often each score was given.
pub type ScoreCounts = BTreeMap<u8, u32>;

impl Tallied for ScoreCounts {
    fn add(&mut self, more: &Self) {
        for (score, count) in more {
            let sum = self.entry(*score).or_default();
            *sum = sum.saturating_add(*count);
        }
    }

    fn cases(&self) -> u64 {
        self.values().map(|count| u64::from(*count)).sum()
    }
}

/// A number of cases.
impl Tallied for u32 {
    fn add(&mut self, more: &Self) {
        *self = self.saturating_add(*more);
    }

    fn cases(&self) -> u64 {
        (*self).into()
    }
}

/// Counts of which one is a share of the other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ratio {
    /// What is counted, such as orders.
    pub numerator: u32,
    /// Of what, such as visits.
    pub denominator: u32,
}

impl Tallied for Ratio {
    fn add(&mut self, more: &Self) {
        self.numerator = self.numerator.saturating_add(more.numerator);
        self.denominator = self.denominator.saturating_add(more.denominator);
    }

    fn cases(&self) -> u64 {
        self.denominator.into()
    }
}

/// Numbers summed up: enough for their sum, mean and standard deviation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Sums {
    /// How many.
    pub n: u32,
    /// Their sum.
    pub sum: f64,
    /// The sum of their squares.
    pub squares: f64,
}

impl Sums {
    /// One number; none that isn't finite or has no finite square.
    #[must_use]
    pub fn of(value: f64) -> Option<Self> {
        let squares = value * value;
        squares.is_finite().then_some(Self { n: 1, sum: value, squares })
    }
}

impl Tallied for Sums {
    fn add(&mut self, more: &Self) {
        self.n = self.n.saturating_add(more.n);
        self.sum = (self.sum + more.sum).clamp(f64::MIN, f64::MAX);
        self.squares = (self.squares + more.squares).clamp(f64::MIN, f64::MAX);
    }

    fn follow(&mut self, next: &Self, kind: &KpiKind) {
        match kind {
            KpiKind::Amount(Amount { together: Together::Last, .. }) => *self = *next,
            _ => self.add(next),
        }
    }

    fn cases(&self) -> u64 {
        self.n.into()
    }
}

/// Data of one segment by month.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SegmentTally<T = ScoreCounts> {
    /// The dimension.
    pub dimension: DimensionId,
    /// Its value.
    pub value: SegmentValueId,
    /// By month.
    #[serde(default = "BTreeMap::new")]
    pub months: BTreeMap<Month, T>,
    /// Fields of later versions.
    #[serde(flatten)]
    pub other: OtherFields,
}

/// All data of one KPI.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Tally<T = ScoreCounts> {
    /// The KPI.
    pub kpi: KpiId,
    /// What each entry of `days` stands for.
    #[serde(default, skip_serializing_if = "Resolution::is_day")]
    pub resolution: Resolution,
    /// By the first day of what the entry stands for.
    #[serde(default = "BTreeMap::new")]
    pub days: BTreeMap<Day, T>,
    /// By segment and month; dimensions aren't crossed.
    #[serde(default = "Vec::new", skip_serializing_if = "Vec::is_empty")]
    pub segments: Vec<SegmentTally<T>>,
    /// Fields of later versions.
    #[serde(flatten)]
    pub other: OtherFields,
}

impl<T> Tally<T> {
    /// Makes a tally by day without data.
    #[must_use]
    pub fn new(kpi: KpiId) -> Self {
        Self { kpi, resolution: Resolution::Day, days: BTreeMap::new(), segments: Vec::new(), other: OtherFields::new() }
    }
}

impl<T: Tallied> Tally<T> {
    /// Puts entries together to longer spans, as their KPI in the plan does; those that stand for longer ones already stay.
    pub fn coarsen(&mut self, resolution: Resolution, plan: &Plan) {
        if self.resolution >= resolution {
            return;
        }
        let shorter = std::mem::replace(&mut self.resolution, resolution);
        let spans = self.days.iter().map(|(day, data)| (resolution.first_day(shorter.middle_day(*day)), data));
        self.days = in_longer_spans(spans, plan.kpi_kind(&self.kpi));
    }
}

/// Puts data in order of time together where they belong to the same longer span, as a KPI of a kind does.
pub(crate) fn in_longer_spans<'a, K: Ord, T: Tallied + 'a>(
    data: impl IntoIterator<Item = (K, &'a T)>,
    kind: &KpiKind,
) -> BTreeMap<K, T> {
    let mut spans: BTreeMap<K, T> = BTreeMap::new();
    for (span, data) in data {
        match spans.entry(span) {
            Entry::Vacant(place) => drop(place.insert(data.clone())),
            Entry::Occupied(mut before) => before.get_mut().follow(data, kind),
        }
    }
    spans
}

/// Money by what its customers answered to the NPS question.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct MoneyGroups {
    /// Of those who answered 9 or 10.
    #[serde(default)]
    pub promoters: Sums,
    /// Of those who answered 7 or 8.
    #[serde(default)]
    pub passives: Sums,
    /// Of those who answered 0 to 6.
    #[serde(default)]
    pub detractors: Sums,
}

impl Tallied for MoneyGroups {
    fn add(&mut self, more: &Self) {
        self.promoters.add(&more.promoters);
        self.passives.add(&more.passives);
        self.detractors.add(&more.detractors);
    }

    fn cases(&self) -> u64 {
        self.promoters.cases() + self.passives.cases() + self.detractors.cases()
    }
}

/// A column of money by promoter group.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MoneyTally {
    /// The NPS whose answers make the groups.
    pub kpi: KpiId,
    /// What the money is, such as revenue.
    #[serde(default)]
    pub title: String,
    /// By month.
    #[serde(default)]
    pub months: BTreeMap<Month, MoneyGroups>,
    /// By segment and month; dimensions aren't crossed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub segments: Vec<SegmentTally<MoneyGroups>>,
    /// Fields of later versions.
    #[serde(flatten)]
    pub other: OtherFields,
}

/// Customers who left for one reason.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct LeavingTally {
    /// How many, by month.
    #[serde(default)]
    pub months: BTreeMap<Month, u32>,
    /// Fields of later versions.
    #[serde(flatten)]
    pub other: OtherFields,
}

/// Calls `visit` with what segments refer to.
pub(super) fn visit_segments<T>(segments: &[SegmentTally<T>], visit: &mut dyn FnMut(Reference)) {
    for segment in segments {
        visit(segment.dimension.clone().into());
        visit(Reference::SegmentValue(segment.dimension.clone(), segment.value.clone()));
    }
}

/// Takes out the segments that refer to `gone`.
pub(super) fn unlink_segments<T>(segments: &mut Vec<SegmentTally<T>>, gone: &Reference) {
    segments.retain(|segment| match gone {
        Reference::Dimension(dimension) => segment.dimension != *dimension,
        Reference::SegmentValue(dimension, value) => segment.dimension != *dimension || segment.value != *value,
        _ => true,
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_begin_where_the_calendar_says() {
        let day = Day::parse("2025-01-01").unwrap();
        let first = |resolution: Resolution| resolution.first_day(day.plus_days(50).unwrap()).to_string();
        assert_eq!(Resolution::ALL.map(first), ["2025-02-20", "2025-02-17", "2025-02-01", "2025-01-01", "2025-01-01"]);
        assert_eq!(Resolution::Week.first_day(day).to_string(), "2024-12-30");
        let last = |resolution: Resolution| resolution.last_day(day).to_string();
        assert_eq!(Resolution::ALL.map(last), ["2025-01-01", "2025-01-07", "2025-01-31", "2025-03-31", "2025-12-31"]);
    }

    #[test]
    fn sums_stay_finite() {
        let mut sums = Sums::of(1e150).unwrap();
        for _ in 0..100 {
            let more = sums;
            sums.add(&more);
        }
        assert!(sums.sum.is_finite() && sums.squares.is_finite());
        assert_eq!(Sums::of(1e200), None);
        assert_eq!(Sums::of(f64::NAN), None);
    }
}
