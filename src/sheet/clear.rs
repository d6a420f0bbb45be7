//! What cells of a map say, taken away.

use super::{MapSheet, SheetRange, write_cell};
use crate::plan::{JourneyId, Lane, LaneKind, Plan, StepId};
use crate::texts::Texts;

/// What became of cells that were to be emptied.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cleared {
    /// Cells that are empty now.
    pub emptied: usize,
    /// Cells that show what stands elsewhere, and still do.
    pub kept: usize,
}

/// Empties the cells of a part of a map. What belongs to the touchpoint, and so to other journeys, stays.
pub fn clear(plan: &mut Plan, texts: &Texts, journey: &JourneyId, range: &SheetRange) -> Cleared {
    let mut cleared = Cleared::default();
    let Some(shown) = plan.journeys.get(journey).cloned() else { return cleared };
    let sheet = MapSheet::new(plan, texts, &shown);
    let cells = range.rows.clone().flat_map(|row| range.columns.clone().map(move |column| (row, column)));
    let filled = cells.filter(|(row, column)| *column > 0 && !sheet.text(*row, *column).is_empty());
    let filled = filled.filter_map(|(row, column)| Some((sheet.lane(row)?.clone(), sheet.step(column)?.id.clone())));
    let filled: Vec<(Lane, StepId)> = filled.collect();
    for (lane, step) in filled {
        let is_elsewhere =
            matches!(lane.kind, LaneKind::Department | LaneKind::Kpis | LaneKind::PainPoints | LaneKind::Opportunities);
        if !is_elsewhere && write_cell(plan, texts, journey, &step, &lane, "").is_ok() {
            cleared.emptied += 1;
        } else {
            cleared.kept += 1;
        }
    }
    cleared
}
