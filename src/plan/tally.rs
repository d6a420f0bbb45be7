//! What is kept of imported data: counts, sums and moments, never rows.

use super::{Day, DimensionId, KpiId, Month, OtherFields, Reference, SegmentValueId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

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

    #[allow(clippy::trivially_copy_pass_by_ref, reason = "serde hands it over so")]
    fn is_day(&self) -> bool {
        *self == Self::Day
    }
}

/// Something that is counted or summed up: parts of it make a whole.
pub trait Tallied: Clone + Default + PartialEq {
    /// Adds another part; numbers stop at their largest instead of overflowing.
    fn add(&mut self, more: &Self);

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

/// How many customers there were, came and went in a span of time. What isn't known is missing, not 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Customers {
    /// At its start.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<u32>,
    /// Won within it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub won: Option<u32>,
    /// Lost within it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lost: Option<u32>,
    /// At its end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end: Option<u32>,
}

/// Adds the customers of another group over the same span of time.
impl Tallied for Customers {
    fn add(&mut self, more: &Self) {
        let add = |sum: &mut Option<u32>, more: Option<u32>| {
            *sum = match (*sum, more) {
                (Some(sum), Some(more)) => Some(sum.saturating_add(more)),
                (sum, more) => sum.or(more),
            };
        };
        add(&mut self.start, more.start);
        add(&mut self.won, more.won);
        add(&mut self.lost, more.lost);
        add(&mut self.end, more.end);
    }

    fn cases(&self) -> u64 {
        self.start.or(self.end).unwrap_or_default().into()
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
    /// Sums entries up to longer spans; those that stand for longer ones already stay.
    pub fn coarsen(&mut self, resolution: Resolution) {
        if self.resolution >= resolution {
            return;
        }
        self.resolution = resolution;
        let mut days: BTreeMap<Day, T> = BTreeMap::new();
        for (day, data) in &self.days {
            days.entry(resolution.first_day(*day)).or_default().add(data);
        }
        self.days = days;
    }
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

/// Counts, sums and sums of products of answers to several questions that each respondent answered in full (listwise).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moments {
    /// How many respondents.
    pub n: u32,
    /// The sum of each question's answers.
    pub sums: Vec<u64>,
    /// Sums of the products of each two questions, squares among them: the upper triangle of the matrix, row by row.
    pub products: Vec<u64>,
}

impl Moments {
    /// Takes in the answers of one respondent, always in the same order.
    pub fn observe(&mut self, answers: &[u8]) {
        let count = answers.len();
        self.resize(count);
        self.n = self.n.saturating_add(1);
        let mut place = 0;
        for (row, answer) in answers.iter().enumerate() {
            self.sums[row] += u64::from(*answer);
            for other in &answers[row..] {
                self.products[place] += u64::from(*answer) * u64::from(*other);
                place += 1;
            }
        }
    }

    /// The sum of the products of two questions' answers.
    #[must_use]
    pub fn product(&self, a: usize, b: usize) -> u64 {
        let (row, column) = (a.min(b), a.max(b));
        let place = (0..row).map(|before| self.sums.len() - before).sum::<usize>() + column - row;
        self.products.get(place).copied().unwrap_or_default()
    }

    /// Whether there are as many numbers as `questions` ask for.
    #[must_use]
    pub fn fits(&self, questions: usize) -> bool {
        self.sums.len() == questions && self.products.len() == questions * (questions + 1) / 2
    }

    /// The same without one question.
    #[must_use]
    pub fn without(&self, question: usize) -> Self {
        let kept = || (0..self.sums.len()).filter(|other| *other != question);
        let products = kept().flat_map(|row| kept().filter(move |column| *column >= row).map(move |column| (row, column)));
        Self {
            n: self.n,
            sums: kept().map(|row| self.sums[row]).collect(),
            products: products.map(|(row, column)| self.product(row, column)).collect(),
        }
    }

    fn resize(&mut self, questions: usize) {
        if !self.fits(questions) {
            self.sums.resize(questions, 0);
            self.products.resize(questions * (questions + 1) / 2, 0);
        }
    }
}

impl Tallied for Moments {
    fn add(&mut self, more: &Self) {
        self.resize(more.sums.len().max(self.sums.len()));
        self.n = self.n.saturating_add(more.n);
        for (sum, more) in self.sums.iter_mut().zip(&more.sums).chain(self.products.iter_mut().zip(&more.products)) {
            *sum = sum.saturating_add(*more);
        }
    }

    fn cases(&self) -> u64 {
        self.n.into()
    }
}

/// What is needed to tell which questions drive an overall score.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "DriverParts")]
pub struct DriverTally {
    /// The overall score: NPS or satisfaction.
    pub overall: KpiId,
    /// The questions that may drive it.
    pub drivers: Vec<KpiId>,
    /// By month; the overall score comes first, then the drivers in order.
    pub months: BTreeMap<Month, Moments>,
    /// By segment and month; dimensions aren't crossed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub segments: Vec<SegmentTally<Moments>>,
    /// Fields of later versions.
    #[serde(flatten)]
    pub other: OtherFields,
}

#[derive(Deserialize)]
struct DriverParts {
    overall: KpiId,
    drivers: Vec<KpiId>,
    #[serde(default)]
    months: BTreeMap<Month, Moments>,
    #[serde(default)]
    segments: Vec<SegmentTally<Moments>>,
    #[serde(flatten)]
    other: OtherFields,
}

impl TryFrom<DriverParts> for DriverTally {
    type Error = &'static str;
    fn try_from(parts: DriverParts) -> Result<Self, Self::Error> {
        let DriverParts { overall, drivers, months, segments, other } = parts;
        let questions = drivers.len() + 1;
        let of_segments = segments.iter().flat_map(|segment| segment.months.values());
        if months.values().chain(of_segments).all(|moments| moments.fits(questions)) {
            Ok(Self { overall, drivers, months, segments, other })
        } else {
            Err("moments of other questions than the drivers")
        }
    }
}

impl DriverTally {
    /// Takes a driver out.
    fn drop_driver(&mut self, driver: usize) {
        self.drivers.remove(driver);
        let of_segments = self.segments.iter_mut().flat_map(|segment| segment.months.values_mut());
        for moments in self.months.values_mut().chain(of_segments) {
            *moments = moments.without(driver + 1);
        }
    }

    /// Takes a KPI out of the drivers; tells whether there is still something to be told.
    pub(super) fn unlink(&mut self, gone: &Reference) -> bool {
        let is_gone = |kpi: &KpiId| Reference::from(kpi.clone()) == *gone;
        while let Some(driver) = self.drivers.iter().position(is_gone) {
            self.drop_driver(driver);
        }
        unlink_segments(&mut self.segments, gone);
        !is_gone(&self.overall) && !self.drivers.is_empty()
    }
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
    fn moments_are_sums_over_respondents() {
        let mut moments = Moments::default();
        moments.observe(&[9, 4, 2]);
        moments.observe(&[1, 3, 5]);
        assert_eq!(moments, Moments { n: 2, sums: vec![10, 7, 7], products: vec![82, 39, 23, 25, 23, 29] });
        assert_eq!([moments.product(1, 2), moments.product(2, 1), moments.product(2, 2)], [23, 23, 29]);
        assert_eq!(moments.without(1), Moments { n: 2, sums: vec![10, 7], products: vec![82, 23, 29] });
        let mut twice = moments.clone();
        twice.add(&moments);
        assert_eq!(twice, Moments { n: 4, sums: vec![20, 14, 14], products: vec![164, 78, 46, 50, 46, 58] });
    }

    #[test]
    fn moments_of_other_questions_are_refused() {
        let read = |text: &str| serde_json::from_str::<DriverTally>(text).map(|_| ()).map_err(|error| error.to_string());
        assert_eq!(
            read(r#"{"overall":"nps","drivers":["a"],"months":{"2025-01":{"n":1,"sums":[9,4],"products":[81,36,16]}}}"#),
            Ok(())
        );
        let wrong =
            read(r#"{"overall":"nps","drivers":["a","b"],"months":{"2025-01":{"n":1,"sums":[9,4],"products":[81,36,16]}}}"#);
        assert!(wrong.is_err_and(|error| error.contains("other questions")));
    }

    #[test]
    fn a_driver_that_is_gone_takes_its_numbers_along() {
        let mut tally: DriverTally = serde_json::from_str(
            r#"{"overall":"nps","drivers":["a","b"],"months":{"2025-01":{"n":1,"sums":[9,4,2],"products":[81,36,18,16,8,4]}}}"#,
        )
        .unwrap();
        assert!(tally.unlink(&KpiId::standard("a").into()));
        assert_eq!(tally.drivers, [KpiId::standard("b")]);
        assert_eq!(tally.months.values().next().unwrap().products, [81, 18, 4]);
        assert!(!tally.unlink(&KpiId::standard("nps").into()));
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

    #[test]
    fn what_is_missing_of_one_group_is_taken_from_the_other() {
        let mut all = Customers { start: Some(10), lost: Some(1), ..Customers::default() };
        all.add(&Customers { start: Some(5), won: Some(2), ..Customers::default() });
        assert_eq!(all, Customers { start: Some(15), won: Some(2), lost: Some(1), end: None });
    }
}
