//! What tells which questions drive an overall score.

use super::{KpiId, Month, OtherFields, Reference, SegmentTally, Tallied, tally::unlink_segments};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

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
        self.of(&(0..self.sums.len()).filter(|other| *other != question).collect::<Vec<_>>())
    }

    /// The same with the questions after the first, the drivers, in the order of these places among them.
    #[must_use]
    pub fn of_drivers(&self, places: &[usize]) -> Self {
        self.of(&std::iter::once(0).chain(places.iter().map(|place| place + 1)).collect::<Vec<_>>())
    }

    /// The same about some of the questions, in this order; what isn't known is 0.
    fn of(&self, questions: &[usize]) -> Self {
        let pairs = questions.iter().enumerate().flat_map(|(at, row)| questions[at..].iter().map(move |column| (*row, *column)));
        Self {
            n: self.n,
            sums: questions.iter().map(|question| self.sums.get(*question).copied().unwrap_or_default()).collect(),
            products: pairs.map(|(row, column)| self.product(row, column)).collect(),
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

#[cfg(test)]
mod tests {
    use super::*;

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
}
