//! What the emotion curve of a journey comes to.

use crate::plan::Emotion;

/// Figures of an emotion curve, each −2 to 2.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct EmotionFigures {
    /// Mean of all steps that have an emotion.
    pub mean: f64,
    /// Number of the first step with the worst emotion, from 0.
    pub lowest_step: usize,
    /// The worst emotion.
    pub lowest: f64,
    /// The most extreme emotion; the negative one on ties.
    pub peak: f64,
    /// The last emotion.
    pub end: f64,
    /// Mean of peak and end.
    pub peak_end: f64,
}

/// Sums up an emotion curve, one entry a step; `None` if no step has an emotion.
///
/// What people remember of an experience is close to the mean of its peak and its end (Kahneman, Fredrickson, Schreiber
/// & Redelmeier 1993, "When More Pain Is Preferred to Less", Psychological Science 4(6)).
#[must_use]
pub fn emotion_figures(curve: &[Option<Emotion>]) -> Option<EmotionFigures> {
    let felt = || curve.iter().enumerate().filter_map(|(step, emotion)| Some((step, (*emotion)?)));
    let (lowest_step, lowest) = felt().min_by_key(|(step, emotion)| (*emotion, *step))?;
    let (_, peak) = felt().max_by_key(|(_, emotion)| (emotion.halves().abs(), -emotion.halves()))?;
    let (_, end) = felt().next_back()?;
    let sum: f64 = felt().map(|(_, emotion)| emotion.value()).sum();
    Some(EmotionFigures {
        mean: sum / felt().count() as f64,
        lowest_step,
        lowest: lowest.value(),
        peak: peak.value(),
        end: end.value(),
        peak_end: f64::midpoint(peak.value(), end.value()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(halves: &[Option<i8>], expected: Option<EmotionFigures>) {
        let curve: Vec<_> = halves.iter().map(|halves| halves.map(Emotion::from_halves)).collect();
        assert_eq!(emotion_figures(&curve), expected, "{halves:?}");
    }

    #[test]
    fn peak_and_end_count_and_the_negative_peak_comes_first() {
        let expected = EmotionFigures { mean: 0.4, lowest_step: 1, lowest: -2.0, peak: -2.0, end: 1.0, peak_end: -0.5 };
        check(&[Some(2), Some(-4), Some(0), Some(4), Some(2)], Some(expected));
        let expected = EmotionFigures { mean: 0.75, lowest_step: 3, lowest: -0.5, peak: 2.0, end: -0.5, peak_end: 0.75 };
        check(&[None, Some(4), None, Some(-1)], Some(expected));
    }

    #[test]
    fn steps_without_emotion_are_missing_not_neutral() {
        check(&[], None);
        check(&[None, None], None);
        let expected = EmotionFigures { mean: 1.5, lowest_step: 1, lowest: 1.5, peak: 1.5, end: 1.5, peak_end: 1.5 };
        check(&[None, Some(3), None], Some(expected));
    }
}
