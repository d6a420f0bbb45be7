//! Customer satisfaction (CSAT): the share of satisfied answers, and the mean beside it.

use super::{mean::Sample, share::Share};
use crate::plan::ScoreCounts;

/// On a scale of 1 to 5, answers from this on are satisfied ones ("top two boxes").
pub const SATISFIED_FROM: u8 = 4;

/// Share of answers from `from` on among those on the scale, `lowest` to `highest`; others are left out.
///
/// With `from` 4 on a scale of 1 to 5 this is the top-two-box score (Dixon, Freeman & Toman 2010; ACSI and Qualtrics use
/// the same); on scales to 10, answers from 9 are usual.
#[must_use]
pub fn top_box(scores: &ScoreCounts, lowest: u8, highest: u8, from: u8) -> Share {
    share_of(scores, lowest, highest, |score| score >= from)
}

/// Share of the scores on the scale, `lowest` to `highest`, that fulfil a condition.
pub(super) fn share_of(scores: &ScoreCounts, lowest: u8, highest: u8, counts: impl Fn(u8) -> bool) -> Share {
    let on_scale = scores.range(lowest..=highest.max(lowest)).map(|(score, count)| (*score, u64::from(*count)));
    on_scale.fold(Share::default(), |share, (score, count)| Share {
        hits: share.hits + if counts(score) { count } else { 0 },
        n: share.n + count,
    })
}

/// The scores on the scale as values to take the mean of.
#[must_use]
pub fn sample(scores: &ScoreCounts, lowest: u8, highest: u8) -> Sample {
    let on_scale = scores.range(lowest..=highest.max(lowest));
    Sample::of_counts(on_scale.map(|(score, count)| (f64::from(*score), u64::from(*count))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn satisfaction_agrees_with_reference_values() {
        let scores = ScoreCounts::from([(5, 42), (4, 32), (3, 10), (2, 9), (1, 14), (0, 99), (6, 99)]);
        assert_eq!(top_box(&scores, 1, 5, SATISFIED_FROM), Share::new(74, 107).unwrap());
        assert!((sample(&scores, 1, 5).mean().unwrap().value - 3.738_318).abs() < 5e-7);
    }

    #[test]
    fn satisfied_from_is_a_setting() {
        let scores = ScoreCounts::from([(7, 3), (8, 4), (9, 5), (10, 6)]);
        assert_eq!(top_box(&scores, 1, 10, 9), Share::new(11, 18).unwrap());
        assert_eq!(top_box(&ScoreCounts::new(), 1, 10, 9), Share::default());
    }
}
