//! The keyboard in the grid: arrows move, typing writes, Alt+arrows move columns.

use super::{
    changes, clipboard, columns,
    grid::cell_at,
    lanes, range,
    state::{CellKey, Editing, HEAD_ROW, MapState, STAGE_ROW, Selection, TITLE_COLUMN},
};
use crate::ui::platform::page;
use leptos::prelude::*;
use reiseplan::plan::{LaneId, LaneKind, TypedId};

/// A direction in the grid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Towards {
    /// The row above.
    Up,
    /// The row below.
    Down,
    /// The column at the left.
    Left,
    /// The column at the right.
    Right,
    /// The first column of the row.
    RowStart,
    /// The last column of the row.
    RowEnd,
    /// The first cell.
    Start,
    /// The last cell.
    End,
}

/// Does what a key asks for in the cell that has the focus.
pub fn on_key(map: MapState, event: &web_sys::KeyboardEvent) {
    use wasm_bindgen::JsCast;
    // Buttons within the grid keep their own keys.
    let on_cell = event.target().and_then(|t| t.dyn_into::<web_sys::Element>().ok()).is_some_and(|e| e.has_attribute("data-row"));
    let Some(cell) = cell_at(event.target()).filter(|_| on_cell) else { return };
    let key = event.key();
    let control = event.ctrl_key() || event.meta_key();
    // A number ends with what is no part of it; Shift may be needed for its signs.
    if control || key.chars().count() > 1 && key != "Shift" {
        map.typed_emotion.set_value(String::new());
    }
    let handled = if event.alt_key() {
        on_alt_key(map, &cell, &key, event.shift_key())
    } else if let Some(towards) = towards(&key, control) {
        if event.shift_key() {
            range::extend(map, &cell, towards);
        } else {
            map.range.set(None);
            move_focus(map, &cell, towards);
        }
        true
    } else if control {
        if key == "a" {
            range::select_all(map);
        }
        key == "a"
    } else if matches!(key.as_str(), "Delete" | "Backspace") {
        take_away(map, &cell)
    } else if key == "Escape" && map.range.with_untracked(Option::is_some) {
        map.range.set(None);
        true
    } else {
        on_plain_key(map, &cell, &key)
    };
    if handled {
        event.prevent_default();
        event.stop_propagation();
    }
}

fn towards(key: &str, control: bool) -> Option<Towards> {
    Some(match (key, control) {
        ("ArrowUp", false) => Towards::Up,
        ("ArrowDown", false) => Towards::Down,
        ("ArrowLeft", false) => Towards::Left,
        ("ArrowRight", false) => Towards::Right,
        ("Home", false) => Towards::RowStart,
        ("End", false) => Towards::RowEnd,
        ("Home", true) => Towards::Start,
        ("End", true) => Towards::End,
        _ => return None,
    })
}

/// Moves the focus from a cell to its neighbour.
pub fn move_focus(map: MapState, from: &CellKey, towards: Towards) {
    let cell = neighbour(map, from, towards);
    if !page::focus_if_there(&cell.selector()) {
        columns::focus_soon(map, cell);
    }
}

/// Goes on from a cell that was edited: to the next one in its row, at the end of the row to the next row. Behind the
/// last heading there is a new column.
pub fn go_on(map: MapState, from: &CellKey) {
    let next = neighbour(map, from, Towards::Right);
    if next != *from {
        return move_focus(map, from, Towards::Right);
    }
    if from.row == HEAD_ROW {
        if let Some(stage) = map.stage_of_column(&from.column) {
            columns::add_step(map, &stage, map.step_of_column(&from.column).as_ref());
        }
        return;
    }
    let below = neighbour(map, from, Towards::Down);
    let start = neighbour(map, &below, Towards::RowStart);
    columns::focus_soon(map, if below == *from { below } else { start });
}

/// The cell beside another.
pub fn neighbour(map: MapState, from: &CellKey, towards: Towards) -> CellKey {
    let columns: Vec<(String, String)> = map.columns.with_untracked(|columns| {
        let first_of_stage = |stage| columns.iter().find(|column| column.stage == stage).map(super::state::MapColumn::key);
        columns.iter().map(|column| (column.key(), first_of_stage(column.stage.clone()).unwrap_or_default())).collect()
    });
    let mut rows = vec![STAGE_ROW.to_owned(), HEAD_ROW.to_owned()];
    map.lanes.with_untracked(|lanes| rows.extend(lanes.iter().map(|lane| lane.id.as_id().to_string())));
    // Position 0 is the title of the row.
    let row = rows.iter().position(|row| *row == from.row).unwrap_or(0);
    let column = columns.iter().position(|(key, _)| *key == from.column).map_or(0, |at| at + 1);
    let last = columns.len();
    let in_stage_row = from.row == STAGE_ROW;
    let (row, column) = match towards {
        Towards::Up => (row.saturating_sub(1), column),
        Towards::Down => ((row + 1).min(rows.len() - 1), column),
        Towards::Left if in_stage_row && column > 0 => {
            let stage = &columns[column - 1].1;
            (row, columns[..column - 1].iter().rposition(|(_, other)| other != stage).map_or(0, |at| at + 1))
        }
        Towards::Left => (row, column.saturating_sub(1)),
        Towards::Right if in_stage_row && column > 0 => {
            let stage = &columns[column - 1].1;
            let next = columns[column..].iter().position(|(_, other)| other != stage);
            (row, next.map_or(column, |at| column + at + 1))
        }
        Towards::Right => (row, (column + 1).min(last)),
        Towards::RowStart => (row, 1.min(last)),
        Towards::RowEnd => (row, last),
        Towards::Start => (0, 0),
        Towards::End => (rows.len() - 1, last),
    };
    let key = match column.checked_sub(1).map(|at| &columns[at]) {
        None => TITLE_COLUMN.to_owned(),
        Some((_, first)) if rows[row] == STAGE_ROW => first.clone(),
        Some((key, _)) => key.clone(),
    };
    CellKey::new(rows[row].clone(), key)
}

/// Keys held with Alt; tells whether they did something.
pub fn on_alt_key(map: MapState, cell: &CellKey, key: &str, shift: bool) -> bool {
    if cell.column == TITLE_COLUMN {
        return on_title_alt_key(map, cell, key);
    }
    let step = map.step_of_column(&cell.column);
    let stage = map.stage_of_column(&cell.column);
    match (key, step, stage) {
        ("ArrowLeft" | "ArrowRight", _, Some(stage)) if cell.row == STAGE_ROW => {
            columns::move_stage(map, &stage, key == "ArrowRight")
        }
        ("ArrowLeft" | "ArrowRight", Some(step), _) => columns::move_step(map, &step, key == "ArrowRight"),
        ("Enter", _, Some(stage)) if cell.row == STAGE_ROW => {
            if shift {
                columns::add_stage_before(map, &stage);
            } else {
                columns::add_stage(map, Some(&stage));
            }
            return true;
        }
        ("Enter", Some(step), _) if shift => {
            columns::add_step_before(map, &step);
            return true;
        }
        ("Enter", step, Some(stage)) => {
            columns::add_step(map, &stage, step.as_ref());
            return true;
        }
        _ => return false,
    }
    columns::focus_soon(map, cell.clone());
    true
}

/// Keys held with Alt on the title of a lane.
fn on_title_alt_key(map: MapState, cell: &CellKey, key: &str) -> bool {
    let Some((lane, _)) = lane_of(map, cell) else { return false };
    match key {
        "ArrowUp" | "ArrowDown" => lanes::move_lane(map, &lane, key == "ArrowDown"),
        "Enter" => {
            lanes::add_lane(map, Some(&lane));
            return true;
        }
        _ => return false,
    }
    columns::focus_soon(map, cell.clone());
    true
}

fn on_plain_key(map: MapState, cell: &CellKey, key: &str) -> bool {
    let step = map.step_of_column(&cell.column);
    let stage = map.stage_of_column(&cell.column);
    let lane = lane_of(map, cell);
    if cell.column == TITLE_COLUMN {
        return on_title_key(map, cell, key);
    }
    match (key, &step) {
        ("F2", Some(_)) if lane.as_ref().is_some_and(|(_, kind)| is_typed_shortly(kind)) => {
            map.editing.set(Some(Editing { cell: cell.clone(), typed: None }));
        }
        ("Enter" | "F2", _) => begin_edit(map, cell.clone(), None),
        ("Insert", step) => {
            let Some(stage) = stage else { return false };
            if cell.row == STAGE_ROW {
                columns::add_stage(map, Some(&stage))
            } else {
                columns::add_step(map, &stage, step.as_ref())
            }
        }
        (" ", Some(step)) if cell.row != STAGE_ROW => map.toggle(Selection::Step(step.clone())),
        (" ", _) => map.toggle(stage.map_or(Selection::None, Selection::Stage)),
        ("Escape", _) if map.selection.get_untracked() != Selection::None => map.selection.set(Selection::None),
        (_, Some(step)) if lane.as_ref().is_some_and(|(_, kind)| *kind == LaneKind::Emotion) => {
            return lane.is_some_and(|(lane, _)| changes::type_emotion(map, step, &lane, key));
        }
        ("x", Some(step)) if lane.as_ref().is_some_and(|(_, kind)| *kind == LaneKind::MomentOfTruth) => {
            changes::toggle_truth(map, step);
        }
        (_, step) if key.chars().count() == 1 && takes_typing(cell, step.is_some(), lane.as_ref()) => {
            begin_edit(map, cell.clone(), Some(key.to_owned()));
        }
        _ => return false,
    }
    true
}

/// Keys on the title of a lane.
fn on_title_key(map: MapState, cell: &CellKey, key: &str) -> bool {
    if lane_of(map, cell).is_none() {
        return false;
    }
    match key {
        "Enter" | "F2" => begin_edit(map, cell.clone(), None),
        " " => map.toggle(Selection::Lanes),
        "Escape" if map.selection.get_untracked() != Selection::None => map.selection.set(Selection::None),
        _ if key.chars().count() == 1 => begin_edit(map, cell.clone(), Some(key.to_owned())),
        _ => return false,
    }
    true
}

/// Whether typing begins an edit in a cell; a stage can be named before it has steps.
fn takes_typing(cell: &CellKey, has_step: bool, lane: Option<&(LaneId, LaneKind)>) -> bool {
    let is_typed = |kind: &LaneKind| !matches!(kind, LaneKind::Emotion | LaneKind::MomentOfTruth | LaneKind::Other(_));
    cell.row == STAGE_ROW || has_step && (cell.row == HEAD_ROW || lane.is_some_and(|(_, kind)| is_typed(kind)))
}

/// The lane of a cell and its kind; none in the rows of stages and headings.
pub fn lane_of(map: MapState, cell: &CellKey) -> Option<(LaneId, LaneKind)> {
    map.lanes.with_untracked(|lanes| {
        let lane = lanes.iter().find(|lane| lane.id.as_str() == cell.row)?;
        Some((lane.id.clone(), lane.kind.clone()))
    })
}

/// Takes away what is selected: stages and columns are deleted, lanes hidden, cells emptied. Tells whether there was
/// something to take.
fn take_away(map: MapState, cell: &CellKey) -> bool {
    let is_head = cell.row == STAGE_ROW || cell.row == HEAD_ROW && map.step_of_column(&cell.column).is_none();
    match (map.stage_of_column(&cell.column), range::selected(map)) {
        (Some(stage), _) if is_head && map.range.with_untracked(Option::is_none) => columns::delete_stage(map, &stage),
        (_, Some(selected)) => clipboard::take_away(map, &selected),
        _ => return false,
    }
    true
}

/// Begins to edit a cell: where it stands, or in the panel for what has several parts.
pub fn begin_edit(map: MapState, cell: CellKey, typed: Option<String>) {
    let step = map.step_of_column(&cell.column);
    let lane = lane_of(map, &cell);
    match (cell.row.as_str(), lane, step) {
        (STAGE_ROW, _, _) if cell.column != TITLE_COLUMN => map.editing.set(Some(Editing { cell, typed })),
        (_, Some((_, LaneKind::MomentOfTruth)), Some(step)) => {
            changes::toggle_truth(map, &step);
        }
        (_, Some((_, kind)), Some(step)) if field_in_panel(&kind).is_some() && typed.is_none() => {
            let field = field_in_panel(&kind).unwrap_or_default();
            map.selection.set(Selection::Step(step));
            // Of a row of choices the chosen one has the focus, else an arrow would choose the second.
            page::focus_soon(format!(".panel [data-field=\"{field}\"] input:is(:checked, :not([type=\"radio\"]))"));
        }
        (_, Some(_), None) if cell.column == TITLE_COLUMN => map.editing.set(Some(Editing { cell, typed })),
        (HEAD_ROW, _, None) => {
            if let Some(stage) = map.stage_of_column(&cell.column) {
                columns::add_step(map, &stage, None);
            }
        }
        (_, _, Some(_)) => map.editing.set(Some(Editing { cell, typed })),
        _ => {}
    }
}

/// Whether a cell can be typed in although it has fields in the panel.
fn is_typed_shortly(kind: &LaneKind) -> bool {
    matches!(kind, LaneKind::Channels | LaneKind::Experience | LaneKind::Kpis)
}

/// The field of the panel in which what a lane shows is edited; none: it is edited in its cell.
fn field_in_panel(kind: &LaneKind) -> Option<&'static str> {
    Some(match kind {
        LaneKind::Channels => "channels",
        LaneKind::Emotion => "emotion",
        LaneKind::Experience => "experience",
        LaneKind::Kpis => "kpis",
        _ => return None,
    })
}
