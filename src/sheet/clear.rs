//! What cells of a map say, taken away.

use super::{MapSheet, SheetRange, cell_text};
use crate::plan::{JourneyId, Lane, LaneKind, PersonaId, Plan, Step, StepId};
use crate::texts::Texts;

/// What became of cells that were to be emptied.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cleared {
    /// Cells that said something of their own and are empty now.
    pub emptied: usize,
    /// Cells that still show something, since it stands elsewhere.
    pub kept: usize,
}

/// Empties the cells of a part of a map. What belongs to the touchpoint, and so to other journeys, stays. The emotion is
/// that of all customers, or of the persona whose curve is shown.
pub fn clear(plan: &mut Plan, texts: &Texts, journey: &JourneyId, range: &SheetRange, persona: Option<&PersonaId>) -> Cleared {
    let mut cleared = Cleared::default();
    let Some(shown) = plan.journeys.get(journey).cloned() else { return cleared };
    let sheet = MapSheet::new(plan, texts, &shown);
    let cells = range.rows.clone().flat_map(|row| range.columns.clone().map(move |column| (row, column)));
    let cells = cells.filter_map(|(row, column)| Some((sheet.lane(row)?.clone(), sheet.step(column)?.id.clone())));
    let cells: Vec<(Lane, StepId)> = cells.collect();
    for (lane, id) in cells {
        let Some(before) = plan.step(journey, &id).cloned() else { continue };
        let mut step = Step::clone(&before);
        empty(&mut step, &lane, persona);
        if lane.kind != LaneKind::Emotion && !cell_text(plan, texts, &lane, &step).is_empty() {
            cleared.kept += 1;
        } else if step != *before {
            cleared.emptied += 1;
        }
        if step != *before {
            plan.update_step(journey, &id, |own| *own = step);
        }
    }
    cleared
}

/// Takes away what a step itself says in a lane.
fn empty(step: &mut Step, lane: &Lane, persona: Option<&PersonaId>) {
    match lane.kind {
        LaneKind::Text => drop(step.texts.remove(&lane.id)),
        LaneKind::Expectation => {
            step.texts.remove(&lane.id);
            step.fulfilment = None;
        }
        LaneKind::Channels => {
            step.channels.clear();
            step.channel_change = None;
        }
        LaneKind::Duration => step.duration = None,
        LaneKind::Emotion => step.set_emotion_of(persona, None),
        LaneKind::Experience => step.experience.clear(),
        LaneKind::MomentOfTruth => step.moment_of_truth = false,
        LaneKind::Kpis => step.kpis.clear(),
        LaneKind::Evidence => step.evidence = None,
        LaneKind::PainPoints | LaneKind::Opportunities | LaneKind::Department | LaneKind::Other(_) => {}
    }
}
