//! The Customer Effort Score (CES) in its variants besides the mean: index, and share of the easiest answers.
//!
//! Dixon, Freeman & Toman 2010, "Stop Trying to Delight Your Customers", Harvard Business Review (scale 1 to 5, where 1
//! is easy); CEB 2013, "CES 2.0" (scale 1 to 7, where 7 is easy). Which end is easy is a setting of the KPI.

use super::{nps::Answers, satisfaction::share_of, share::Share};
use crate::plan::{Ces, ScaleEnd, ScoreCounts};

/// Scales of fewer answers than this have two hard answers in place of three.
const WIDE_SCALE: u8 = 7;

/// Share of the `count` easiest answers: 6 and 7 for two, 5 to 7 for three.
#[must_use]
pub fn easiest(scores: &ScoreCounts, ces: Ces, count: u8) -> Share {
    share_of(scores, ces.scale, |score| from_easy_end(ces, score) < count)
}

/// The answers in three groups, as those of a Net Promoter Score: the two easiest, the others, the three hardest (two
/// on scales of fewer than seven answers). The index is per cent of the first less per cent of the last.
#[must_use]
pub fn groups(scores: &ScoreCounts, ces: Ces) -> Answers {
    let answers = ces.scale.high() - ces.scale.low() + 1;
    let hard = if answers < WIDE_SCALE { 2 } else { 3 };
    let easy = easiest(scores, ces, 2);
    let hard = share_of(scores, ces.scale, |score| answers - from_easy_end(ces, score) <= hard);
    Answers::new(easy.hits, easy.n.saturating_sub(easy.hits + hard.hits), hard.hits)
}

/// Place of an answer from the easy end, from 0.
fn from_easy_end(ces: Ces, score: u8) -> u8 {
    match ces.easy {
        ScaleEnd::High => ces.scale.high().saturating_sub(score),
        ScaleEnd::Low => score.saturating_sub(ces.scale.low()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        figures::satisfaction::sample,
        plan::{CesFigure, Scale},
    };

    #[test]
    fn the_four_variants_agree_with_reference_values() {
        let counts = [80, 210, 140, 110, 160, 180, 120];
        let scores: ScoreCounts = (1..).zip(counts).collect();
        assert!((sample(&scores, Scale::ONE_TO_SEVEN).mean().unwrap().value - 4.08).abs() < 1e-12);
        assert!((groups(&scores, Ces::USUAL).nps().unwrap().value + 13.0).abs() < 1e-12);
        assert_eq!(easiest(&scores, Ces::USUAL, 3), Share { hits: 460, n: 1000 });
        assert_eq!(easiest(&scores, Ces::USUAL, 2), Share { hits: 300, n: 1000 });
    }

    #[test]
    fn the_older_scale_counts_from_the_other_end() {
        let scores = ScoreCounts::from([(1, 5), (2, 4), (3, 3), (4, 2), (5, 1), (6, 9)]);
        let ces = Ces { scale: Scale::ONE_TO_FIVE, easy: ScaleEnd::Low, figure: CesFigure::Index };
        assert_eq!(groups(&scores, ces), Answers::new(9, 3, 3));
        assert_eq!(easiest(&scores, ces, 2), Share { hits: 9, n: 15 });
        assert_eq!(groups(&ScoreCounts::new(), ces), Answers::default());
    }
}
