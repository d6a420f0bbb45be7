//! Customer satisfaction (CSAT): the share of satisfied answers, and the mean beside it.

use super::{mean::Sample, share::Share};
use crate::plan::{Csat, Scale, ScoreCounts};

/// Share of satisfied answers among those on the scale; others are left out.
///
/// On a scale of 1 to 5 with "satisfied from 4" this is the top-two-box score, as the American Customer Satisfaction
/// Index's users and survey tools have it; on scales to 10, answers from 9 are usual.
#[must_use]
pub fn satisfied(scores: &ScoreCounts, csat: Csat) -> Share {
    share_of(scores, csat.scale(), |score| csat.is_satisfied(score))
}

/// Share of the answers on the scale that fulfil a condition.
pub(super) fn share_of(scores: &ScoreCounts, scale: Scale, counts: impl Fn(u8) -> bool) -> Share {
    on_scale(scores, scale).fold(Share::default(), |share, (score, count)| Share {
        hits: share.hits + if counts(score) { count } else { 0 },
        n: share.n + count,
    })
}

/// The answers on the scale as values to take the mean of.
#[must_use]
pub fn sample(scores: &ScoreCounts, scale: Scale) -> Sample {
    Sample::of_counts(on_scale(scores, scale).map(|(score, count)| (f64::from(score), count)))
}

fn on_scale(scores: &ScoreCounts, scale: Scale) -> impl Iterator<Item = (u8, u64)> {
    scores.range(scale.low()..=scale.high()).map(|(score, count)| (*score, u64::from(*count)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{CsatFigure, ScaleEnd};

    #[test]
    fn satisfaction_agrees_with_reference_values() {
        let scores = ScoreCounts::from([(5, 42), (4, 32), (3, 10), (2, 9), (1, 14), (0, 99), (6, 99)]);
        assert_eq!(satisfied(&scores, Csat::usual(Scale::ONE_TO_FIVE)), Share { hits: 74, n: 107 });
        assert!((sample(&scores, Scale::ONE_TO_FIVE).mean().unwrap().value - 3.738_318).abs() < 5e-7);
    }

    #[test]
    fn satisfied_from_is_a_setting_and_the_scale_may_be_turned_round() {
        let scores = ScoreCounts::from([(7, 3), (8, 4), (9, 5), (10, 6)]);
        assert_eq!(satisfied(&scores, Csat::usual(Scale::ONE_TO_TEN)), Share { hits: 11, n: 18 });
        assert_eq!(satisfied(&ScoreCounts::new(), Csat::usual(Scale::ONE_TO_TEN)), Share::default());
        let grades = Csat::new(Scale::new(1, 6).unwrap(), ScaleEnd::Low, 2, CsatFigure::Satisfied).unwrap();
        assert_eq!(satisfied(&ScoreCounts::from([(1, 2), (2, 3), (3, 4), (7, 9)]), grades), Share { hits: 5, n: 9 });
    }
}
