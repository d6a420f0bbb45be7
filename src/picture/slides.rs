//! In what order a map is presented: the whole journey, then stage by stage, each followed by its steps.

use crate::plan::Journey;

/// What a slide shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slide {
    /// The journey as a whole.
    Overview,
    /// A stage, by its number from 0.
    Stage(usize),
    /// A step, by the numbers of its stage and within it.
    Step(usize, usize),
}

/// The slides of a journey in order.
#[must_use]
pub fn slides(journey: &Journey) -> Vec<Slide> {
    let mut slides = vec![Slide::Overview];
    for (stage, steps) in journey.stages.iter().map(|stage| stage.steps.len()).enumerate() {
        slides.push(Slide::Stage(stage));
        slides.extend((0..steps).map(|step| Slide::Step(stage, step)));
    }
    slides
}

/// Largest side of a picture of pixels that browsers draw.
const SIDE_MAX: f64 = 16_384.0;
/// Most pixels of one: a quarter of a gigabyte while it is drawn.
const PIXELS_MAX: f64 = 64.0 * 1024.0 * 1024.0;

/// How many pixels a CSS pixel of a picture of this size becomes: two, less for a large one; none if it would be blurred.
#[must_use]
pub fn pixel_scale(width: f64, height: f64) -> Option<f64> {
    let scale = 2.0_f64.min(SIDE_MAX / width.max(height)).min((PIXELS_MAX / (width * height)).sqrt());
    (scale >= 1.0).then_some(scale)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{JourneyId, Stage, StageId, Step, StepId};
    use std::sync::Arc;

    #[test]
    fn stages_come_before_their_steps_and_the_whole_before_all() {
        let mut journey = Journey::new(JourneyId::standard("j"), "");
        assert_eq!(slides(&journey), [Slide::Overview]);
        for (id, steps) in [("a", 2), ("b", 0)] {
            let mut stage = Stage::new(StageId::standard(id), None);
            stage.steps = (0..steps).map(|step| Arc::new(Step::new(StepId::standard(&format!("{id}{step}"))))).collect();
            journey.stages.push(stage);
        }
        let expected = [Slide::Overview, Slide::Stage(0), Slide::Step(0, 0), Slide::Step(0, 1), Slide::Stage(1)];
        assert_eq!(slides(&journey), expected);
    }

    #[test]
    fn a_picture_is_drawn_twice_as_sharp_as_long_as_browsers_can() {
        assert_eq!(pixel_scale(2296.0, 1080.0), Some(2.0));
        assert_eq!(pixel_scale(10_922.666, 1000.0).map(|scale| (scale * 10.0).round()), Some(15.0));
        assert_eq!(pixel_scale(8192.0, 8192.0), Some(1.0));
        assert_eq!(pixel_scale(20_000.0, 500.0), None);
        assert_eq!(pixel_scale(9000.0, 9000.0), None);
    }
}
