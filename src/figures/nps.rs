//! The Net Promoter Score: its value, its interval, the difference of two.
//!
//! Promoters answer 9 or 10, passives 7 or 8, detractors 0 to 6. NPS = (promoters − detractors) / n, here in points
//! from −100 to 100 (Reichheld 2003, "The One Number You Need to Grow", Harvard Business Review). Intervals and tests
//! are adjusted Wald (Rocks 2016, "Interval Estimation for the 'Net Promoter Score'", The American Statistician 70(4)).

use super::{
    difference::{Difference, Method},
    normal::{Z95, two_sided_p},
};
use crate::plan::{ScoreCounts, TypedAnswers};
use std::ops::{Add, AddAssign};

/// Fewer answers than this, and a figure is shown but marked as unsure.
pub const UNSURE_BELOW: u64 = 30;

/// Answers that the adjusted Wald method adds to the promoters, and the same to the detractors.
const ADDED_EACH: f64 = 0.75;

/// Answers that the adjusted Wald method adds in all.
const ADDED: f64 = 3.0;

/// Answers to the question whether one would recommend the company, by group.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Answers {
    /// Answers 9 and 10.
    pub promoters: u64,
    /// Answers 7 and 8.
    pub passives: u64,
    /// Answers 0 to 6.
    pub detractors: u64,
}

/// A Net Promoter Score with its uncertainty.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Nps {
    /// The score in points, −100 to 100.
    pub value: f64,
    /// Number of answers, 1 or more.
    pub n: u64,
    /// Variance of one answer coded +1, 0, −1; 0 to 1.
    pub variance: f64,
    /// Standard error of the score in points.
    pub standard_error: f64,
    /// Adjusted Wald interval of 95 % in points, cut to −100 to 100.
    pub interval: (f64, f64),
}

impl Answers {
    /// Makes answers from the size of each group.
    #[must_use]
    pub fn new(promoters: u64, passives: u64, detractors: u64) -> Self {
        Self { promoters, passives, detractors }
    }

    /// Sorts scores into groups; also returns the number of answers left out because their score isn't 0 to 10.
    #[must_use]
    pub fn from_scores(scores: &ScoreCounts) -> (Self, u64) {
        let mut answers = Self::default();
        let mut left_out = 0;
        for (score, count) in scores {
            let group = match score {
                0..=6 => &mut answers.detractors,
                7..=8 => &mut answers.passives,
                9..=10 => &mut answers.promoters,
                _ => &mut left_out,
            };
            *group += u64::from(*count);
        }
        (answers, left_out)
    }

    /// Number of answers.
    #[must_use]
    pub fn n(self) -> u64 {
        self.promoters + self.passives + self.detractors
    }

    /// The score of these answers; `None` if there are none.
    #[must_use]
    pub fn nps(self) -> Option<Nps> {
        let n = self.n();
        if n == 0 {
            return None;
        }
        let plain = Estimate::of(self, 0.0, 0.0);
        let adjusted = Estimate::of(self, ADDED_EACH, ADDED);
        let reach = 100.0 * Z95 * adjusted.error_squared.sqrt();
        Some(Nps {
            value: 100.0 * plain.mean,
            n,
            variance: plain.variance,
            standard_error: 100.0 * plain.error_squared.sqrt(),
            interval: around(100.0 * adjusted.mean, reach, 100.0),
        })
    }
}

impl From<TypedAnswers> for Answers {
    fn from(typed: TypedAnswers) -> Self {
        Self::new(typed.promoters.into(), typed.passives.into(), typed.detractors.into())
    }
}

impl Add for Answers {
    type Output = Self;
    fn add(self, more: Self) -> Self {
        Self::new(self.promoters + more.promoters, self.passives + more.passives, self.detractors + more.detractors)
    }
}

impl AddAssign for Answers {
    fn add_assign(&mut self, more: Self) {
        *self = *self + more;
    }
}

impl std::iter::Sum for Answers {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::default(), Add::add)
    }
}

/// Compares the answers of two periods or segments; `None` if either has none.
///
/// z = |Δ| / √(Var₁/n₁ + Var₂/n₂) on the adjusted values (Rocks 2016; MeasuringU, "Comparing two Net Promoter Scores").
#[must_use]
pub fn difference(earlier: Answers, later: Answers) -> Option<Difference> {
    let (plain_earlier, plain_later) = (earlier.nps()?, later.nps()?);
    let (a, b) = (Estimate::of(earlier, ADDED_EACH, ADDED), Estimate::of(later, ADDED_EACH, ADDED));
    let tested_delta = 100.0 * (b.mean - a.mean);
    let error = 100.0 * (a.error_squared + b.error_squared).sqrt();
    let statistic = tested_delta.abs() / error;
    Some(Difference {
        delta: plain_later.value - plain_earlier.value,
        tested_delta,
        statistic,
        p: two_sided_p(statistic),
        interval: around(tested_delta, Z95 * error, 200.0),
        method: Method::AdjustedWald,
    })
}

/// Number of answers that an interval of ± `points` needs, for a variance of one answer (1 is the worst case);
/// `None` unless both are above 0 and the number can be counted.
///
/// n = z² · Var / d², the Wald interval solved for n.
#[must_use]
pub fn answers_needed(variance: f64, points: f64) -> Option<u64> {
    let needed = (Z95 * Z95 * variance / (points / 100.0).powi(2)).ceil();
    (variance > 0.0 && points > 0.0 && needed < 1e15).then_some(needed as u64)
}

/// Mean and spread of answers coded +1, 0, −1, after adding answers to the groups.
struct Estimate {
    mean: f64,
    variance: f64,
    /// Square of the standard error of the mean.
    error_squared: f64,
}

impl Estimate {
    fn of(answers: Answers, added_each: f64, added: f64) -> Self {
        let n = answers.n() as f64 + added;
        let promoters = (answers.promoters as f64 + added_each) / n;
        let detractors = (answers.detractors as f64 + added_each) / n;
        let mean = promoters - detractors;
        // Rounding can bring the variance of answers that are all alike below 0.
        let variance = (promoters + detractors - mean * mean).max(0.0);
        Self { mean, variance, error_squared: variance / n }
    }
}

fn around(middle: f64, reach: f64, limit: f64) -> (f64, f64) {
    ((middle - reach).max(-limit), (middle + reach).min(limit))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn answers(groups: [u64; 3]) -> Answers {
        Answers::new(groups[0], groups[1], groups[2])
    }

    #[track_caller]
    fn assert_close(found: f64, expected: f64, tolerance: f64) {
        assert!((found - expected).abs() <= tolerance, "{found} instead of {expected}");
    }

    #[track_caller]
    fn check_score(groups: [u64; 3], [value, variance, standard_error, low, high]: [f64; 5]) {
        let nps = answers(groups).nps().unwrap();
        assert_close(nps.value, value, 5e-5);
        assert_close(nps.variance, variance, 5e-7);
        assert_close(nps.standard_error, standard_error, 5e-5);
        assert_close(nps.interval.0, low, 5e-5);
        assert_close(nps.interval.1, high, 5e-5);
        assert_eq!(nps.n, groups.iter().sum::<u64>());
    }

    #[test]
    fn score_and_interval_agree_with_reference_values() {
        check_score([3, 2, 1], [33.3333, 0.555_556, 30.4290, -26.7433, 71.1877]);
        check_score([50, 30, 20], [30.0, 0.61, 7.8102, 14.0511, 44.2013]);
        check_score([15, 10, 11], [11.1111, 0.709_877, 14.0424, -15.9005, 36.4133]);
        check_score([10, 0, 0], [100.0, 0.0, 0.0, 47.5036, 100.0]);
        check_score([60, 25, 15], [45.0, 0.5475, 7.3993, 29.3431, 58.0355]);
    }

    #[test]
    fn score_and_interval_agree_with_an_independent_computation() {
        let nps = answers([226, 276, 245]).nps().unwrap();
        assert_close(nps.value, -2.543_507_362_784_475_3, 1e-9);
        assert_close(nps.standard_error, 2.903_801_564_479_967, 1e-9);
        assert_close(nps.interval.0, -8.210_954_541_940_483, 1e-9);
        assert_close(nps.interval.1, 3.144_287_875_273_818_6, 1e-9);
    }

    #[test]
    fn no_answers_have_no_score() {
        assert_eq!(Answers::default().nps(), None);
        assert_eq!(difference(Answers::default(), answers([1, 1, 1])), None);
        assert_eq!(difference(answers([1, 1, 1]), Answers::default()), None);
    }

    #[test]
    fn the_difference_of_two_scores_agrees_with_reference_values() {
        let first = difference(answers([50, 30, 20]), answers([60, 25, 15])).unwrap();
        assert_close(first.delta, 15.0, 1e-9);
        assert_close(first.tested_delta, 14.5631, 5e-5);
        assert_close(first.statistic, 1.371_583, 5e-7);
        assert_close(first.p, 0.170_193, 5e-7);
        assert!(!first.is_significant());

        let second = difference(answers([45, 35, 20]), answers([30, 40, 30])).unwrap();
        assert_close(second.statistic, 2.264_024, 5e-7);
        assert_close(second.p, 0.023_573, 5e-7);
        assert!(second.tested_delta < 0.0 && second.interval.1 < 0.0 && second.is_significant());

        let third = difference(answers([500, 300, 200]), answers([600, 250, 150])).unwrap();
        assert_close(third.statistic, 4.401_544, 5e-7);
        assert_close(third.p, 1.1e-5, 5e-7);
    }

    #[test]
    fn answers_needed_grow_with_spread_and_precision() {
        for (variance, points, needed) in [(0.61, 5.0, 938), (1.0, 5.0, 1537), (0.61, 10.0, 235), (1.0, 10.0, 385)] {
            assert_eq!(answers_needed(variance, points), Some(needed));
        }
        for (variance, points) in [(0.0, 5.0), (0.61, 0.0), (0.61, -5.0), (f64::NAN, 5.0), (0.61, f64::NAN), (0.61, 1e-12)] {
            assert_eq!(answers_needed(variance, points), None, "{variance} {points}");
        }
    }

    #[test]
    fn scores_outside_of_the_scale_are_left_out_and_counted() {
        let scores = ScoreCounts::from([(0, 1), (6, 2), (7, 4), (8, 8), (9, 16), (10, 32), (11, 64), (255, 128)]);
        assert_eq!(Answers::from_scores(&scores), (answers([48, 12, 3]), 192));
    }

    fn any_answers() -> impl Strategy<Value = Answers> {
        let group = 0..100_000_u64;
        (group.clone(), group.clone(), group).prop_map(|(p, a, d)| Answers::new(p, a, d))
    }

    proptest! {
        #[test]
        fn the_interval_lies_on_the_scale_and_shrinks_with_more_of_the_same(answers in any_answers()) {
            prop_assume!(answers.n() > 0);
            let nps = answers.nps().unwrap();
            prop_assert!(-100.0 <= nps.interval.0 && nps.interval.0 < nps.interval.1 && nps.interval.1 <= 100.0);
            let more = std::iter::repeat_n(answers, 4).sum::<Answers>().nps().unwrap();
            prop_assert!((more.value - nps.value).abs() < 1e-9);
            prop_assert!(more.interval.1 - more.interval.0 < nps.interval.1 - nps.interval.0);
        }

        #[test]
        fn a_difference_turned_round_changes_its_sign_only(a in any_answers(), b in any_answers()) {
            prop_assume!(a.n() > 0 && b.n() > 0);
            let (there, back) = (difference(a, b).unwrap(), difference(b, a).unwrap());
            prop_assert!((there.delta + back.delta).abs() < 1e-9);
            prop_assert!((there.p - back.p).abs() < 1e-9 && (0.0..=1.0).contains(&there.p));
            prop_assert!((there.interval.0 + back.interval.1).abs() < 1e-9);
        }
    }
}
