//! The Customer Effort Score (CES) in its four variants: answers 1 to 7, where 7 is easy; or 1 to 5, where 1 is easy.
//!
//! Dixon, Freeman & Toman 2010, "Stop Trying to Delight Your Customers", Harvard Business Review (scale 1 to 5, less is
//! better); CEB 2013, "CES 2.0" (scale 1 to 7, more is better).

use super::{mean::Sample, satisfaction, share::Share};
use crate::plan::ScoreCounts;

/// The scale of the question, 1 to `highest`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EffortScale {
    /// The highest answer: 7, or 5 on the older scale.
    pub highest: u8,
    /// Whether a high answer means that it was easy.
    pub high_is_easy: bool,
}

/// Answers on either end of the scale.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ease {
    /// The easiest answers.
    pub easy: u64,
    /// The hardest answers.
    pub hard: u64,
    /// All answers.
    pub n: u64,
}

impl EffortScale {
    /// CES 2.0: 1 to 7, 7 is easy.
    pub const SEVEN: Self = Self { highest: 7, high_is_easy: true };
    /// The older scale: 1 to 5, 1 is easy.
    pub const FIVE: Self = Self { highest: 5, high_is_easy: false };

    /// An answer as its place counted from the hard end, from 1.
    fn ease(self, score: u8) -> u8 {
        if self.high_is_easy { score } else { self.highest + 1 - score }
    }
}

/// The answers as values to take the mean of, as they were given.
#[must_use]
pub fn sample(scores: &ScoreCounts, scale: EffortScale) -> Sample {
    satisfaction::sample(scores, 1, scale.highest)
}

/// Share of answers that are at least so easy, counted from the hard end: 5 for 5–7, 6 for 6–7.
#[must_use]
pub fn easy_share(scores: &ScoreCounts, scale: EffortScale, from: u8) -> Share {
    satisfaction::share_of(scores, 1, scale.highest, |score| scale.ease(score) >= from)
}

/// The two easiest answers (6–7) against the three hardest (1–3), or against the two hardest on a scale of 5.
#[must_use]
pub fn ease(scores: &ScoreCounts, scale: EffortScale) -> Ease {
    let hard_to = if scale.highest >= 7 { 3 } else { 2 };
    let easy = easy_share(scores, scale, scale.highest.saturating_sub(1));
    let hard = satisfaction::share_of(scores, 1, scale.highest, |score| scale.ease(score) <= hard_to);
    Ease { easy: easy.hits, hard: hard.hits, n: easy.n }
}

impl Ease {
    /// Share of easy answers minus share of hard ones, in points from −100 to 100; `None` without answers.
    ///
    /// Its interval is that of a Net Promoter Score, which is built alike.
    #[must_use]
    pub fn index(self) -> Option<f64> {
        (self.n > 0).then(|| 100.0 * (self.easy as f64 - self.hard as f64) / self.n as f64)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_four_variants_agree_with_reference_values() {
        let counts = [80, 210, 140, 110, 160, 180, 120];
        let scores: ScoreCounts = (1..).zip(counts).collect();
        let scale = EffortScale::SEVEN;
        assert!((sample(&scores, scale).mean().unwrap().value - 4.08).abs() < 1e-12);
        assert!((ease(&scores, scale).index().unwrap() + 13.0).abs() < 1e-12);
        assert_eq!(easy_share(&scores, scale, 5), Share::new(460, 1000).unwrap());
        assert_eq!(easy_share(&scores, scale, 6), Share::new(300, 1000).unwrap());
    }

    #[test]
    fn the_older_scale_counts_from_the_other_end() {
        let scores = ScoreCounts::from([(1, 5), (2, 4), (3, 3), (4, 2), (5, 1), (6, 9)]);
        assert_eq!(ease(&scores, EffortScale::FIVE), Ease { easy: 9, hard: 3, n: 15 });
        assert_eq!(easy_share(&scores, EffortScale::FIVE, 4), Share::new(9, 15).unwrap());
        assert_eq!(Ease::default().index(), None);
    }
}
