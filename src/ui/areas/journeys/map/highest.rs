//! Which cell of a row is the highest, as far as one can tell without drawing it.

use super::state::MapState;
use leptos::prelude::*;
use reiseplan::plan::{Lane, LaneKind, Step, StepId};

/// Letters that fit a line of a cell, roughly.
const LINE: usize = 16;

/// Lines that a text takes in a cell, roughly.
fn lines(text: &str) -> usize {
    text.split('\n').map(|line| 1 + line.len() / LINE).sum()
}

/// Whether a text may have more lines than a cell shows: lines may hold half as many letters.
pub fn is_long(text: &str) -> bool {
    lines(text) > 6
}

/// The step with the highest cell of a lane; none if all are about as high.
pub fn highest_step(map: MapState, lane: &Lane) -> Option<StepId> {
    let height = |step: &Step| match lane.kind {
        LaneKind::Text | LaneKind::Expectation => step.texts.get(&lane.id).map_or(0, |text| lines(text)),
        LaneKind::PainPoints => map.pain_points.with_untracked(|at| {
            let here = step.touchpoint.as_ref().and_then(|id| at.get(id));
            here.map_or(0, |list| list.iter().map(|pain_point| lines(&pain_point.text) + 2).sum())
        }),
        LaneKind::Opportunities => map.opportunities.with_untracked(|at| {
            let here = step.touchpoint.as_ref().and_then(|id| at.get(id));
            here.map_or(0, |list| list.iter().map(|opportunity| lines(&opportunity.text) + 1).sum())
        }),
        LaneKind::Kpis => map.kpis.with_untracked(|kpis| kpis.of_step(step).len()),
        LaneKind::Experience => step.experience.len(),
        LaneKind::Channels => step.channels.len(),
        _ => 0,
    };
    // Not followed: what is typed is in view, and a row that has grown stays so as long as its cell is built.
    map.journey.with_untracked(|journey| {
        let heights = journey.as_ref()?.steps().map(|step| (height(step), step));
        heights.max_by_key(|(height, _)| *height).filter(|(height, _)| *height > 1).map(|(_, step)| step.id.clone())
    })
}
