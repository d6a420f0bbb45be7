//! The part of the grid that is selected: the cell with the focus, or the cells between two ends.

use super::{
    columns,
    keys::{Towards, neighbour},
    state::{CellKey, HEAD_ROW, MapState, STAGE_ROW, TITLE_COLUMN},
};
use leptos::prelude::*;
use reiseplan::{plan::TypedId, sheet::SheetRange};

/// The ends of a selection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RangeEnds {
    /// Where it began.
    pub anchor: CellKey,
    /// Where it ends: the cell with the focus.
    pub end: CellKey,
}

/// Row and column of a cell in the sheet of the map; none in the row of stages.
fn place_of(map: MapState, cell: &CellKey) -> Option<(usize, usize)> {
    let row = match cell.row.as_str() {
        STAGE_ROW => return None,
        HEAD_ROW => 0,
        row => map.lanes.with(|lanes| lanes.iter().position(|lane| lane.id.as_str() == row))? + 1,
    };
    let column = match cell.column.as_str() {
        TITLE_COLUMN => 0,
        column => map.columns.with(|columns| columns.iter().position(|other| other.key() == column))? + 1,
    };
    Some((row, column))
}

/// The cell at a row and a column of the sheet.
pub fn cell_at_place(map: MapState, (row, column): (usize, usize)) -> Option<CellKey> {
    let row = match row {
        0 => HEAD_ROW.to_owned(),
        row => map.lanes.with_untracked(|lanes| lanes.get(row - 1).map(|lane| lane.id.as_id().to_string()))?,
    };
    let column = match column {
        0 => TITLE_COLUMN.to_owned(),
        column => map.columns.with_untracked(|columns| columns.get(column - 1).map(super::state::MapColumn::key))?,
    };
    Some(CellKey::new(row, column))
}

/// The selection between two ends as a part of the sheet, followed.
pub fn range_memo(map: MapState) -> Memo<Option<SheetRange>> {
    Memo::new(move |_| {
        let RangeEnds { anchor, end } = map.range.get()?;
        Some(SheetRange::between(place_of(map, &anchor)?, place_of(map, &end)?))
    })
}

/// The selected part of the sheet: between two ends, else the cell with the focus; a stage stands for its columns.
pub fn selected(map: MapState) -> Option<SheetRange> {
    untrack(|| {
        let focus = map.focus.get()?;
        if let Some(RangeEnds { anchor, end }) = map.range.get() {
            return Some(SheetRange::between(place_of(map, &anchor)?, place_of(map, &end)?));
        }
        if focus.row != STAGE_ROW {
            return place_of(map, &focus).map(|place| SheetRange::between(place, place));
        }
        let stage = map.stage_of_column(&focus.column)?;
        map.columns.with(|columns| {
            let of_stage = |column: &super::state::MapColumn| column.stage == stage;
            let (first, last) = (columns.iter().position(of_stage)?, columns.iter().rposition(of_stage)?);
            Some(SheetRange { rows: 0..=0, columns: first + 1..=last + 1 })
        })
    })
}

/// Selects from where the selection began to a cell.
pub fn extend_to(map: MapState, from: &CellKey, to: CellKey) {
    if from.row == STAGE_ROW || to.row == STAGE_ROW {
        return;
    }
    let anchor = map.range.with_untracked(|range| range.as_ref().map(|range| range.anchor.clone()));
    map.range.set(Some(RangeEnds { anchor: anchor.unwrap_or_else(|| from.clone()), end: to }));
    if let Some(range) = selected(map) {
        let size = |part: &std::ops::RangeInclusive<usize>| part.end() - part.start() + 1;
        map.said.set((map.workspace.texts().map.work.selected)(size(&range.rows), size(&range.columns)));
    }
}

/// Selects one cell more, from the one with the focus.
pub fn extend(map: MapState, from: &CellKey, towards: Towards) {
    let to = neighbour(map, from, towards);
    if to.row != STAGE_ROW {
        extend_to(map, from, to.clone());
        columns::focus_soon(map, to);
    }
}

/// Selects all cells.
pub fn select_all(map: MapState) {
    let last = (map.lanes.with_untracked(Vec::len), map.columns.with_untracked(Vec::len));
    if let (Some(anchor), Some(end)) = (cell_at_place(map, (0, 0)), cell_at_place(map, last)) {
        map.range.set(Some(RangeEnds { anchor, end }));
    }
}
