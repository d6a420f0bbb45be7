//! What keys do in a grid, and copying and pasting.

use super::state::{GridState, Place};
use leptos::{
    ev::{ClipboardEvent, KeyboardEvent},
    prelude::*,
};

const PAGE: isize = 10;

pub fn on_key(state: GridState, event: &KeyboardEvent) {
    if state.editing.with_untracked(Option::is_some) || event.alt_key() {
        return;
    }
    state.enter();
    let Some(place) = state.active.get_untracked() else { return };
    let taken = move_by(state, event, &place) || act(state, event, place);
    if taken {
        event.prevent_default();
        event.stop_propagation();
    }
}

/// Moves by a key; tells whether it was one that moves.
fn move_by(state: GridState, event: &KeyboardEvent, (row, column): &Place) -> bool {
    let rows = state.rows();
    let command = event.ctrl_key() || event.meta_key();
    let (at, column, last) = (rows.iter().position(|key| key == row), *column, state.last_column());
    let stacked = state.stacked.get_untracked();
    let page = if stacked { 1 } else { PAGE };
    // The headings lie before the first row.
    let by = |steps: isize| match at {
        None if steps <= 0 => None,
        None => Some((steps as usize - 1).min(rows.len().saturating_sub(1))),
        Some(0) if steps == -1 && !stacked => None,
        Some(at) => Some(at.saturating_add_signed(steps).min(rows.len().saturating_sub(1))),
    };
    let (next_row, next_column) = match &*event.key() {
        key @ ("ArrowUp" | "ArrowDown") if stacked && at.is_some() => {
            if let Some(next) = state.beside(&(row.clone(), column), key == "ArrowDown") {
                state.go(next, event.shift_key());
            }
            return true;
        }
        "ArrowUp" => (by(-1), column),
        "ArrowDown" => (by(1), column),
        "ArrowLeft" => (at, column.saturating_sub(1)),
        "ArrowRight" => (at, (column + 1).min(last)),
        "PageUp" => (by(-page), column),
        "PageDown" => (by(page), column),
        "Home" => (if command { rows.first().map(|_| 0) } else { at }, 0),
        "End" => (if command { rows.len().checked_sub(1) } else { at }, last),
        _ => return false,
    };
    let selects = event.shift_key() && at.is_some() && next_row.is_some();
    let key = next_row.and_then(|row| rows.get(row).cloned()).unwrap_or_default();
    state.go((key, next_column), selects);
    true
}

/// Does something with the cell; tells whether the key was one that does.
fn act(state: GridState, event: &KeyboardEvent, place: Place) -> bool {
    let command = event.ctrl_key() || event.meta_key();
    let key = event.key();
    let is_head = place.0.is_empty();
    match &*key {
        "a" | "A" if command => {
            let rows = state.rows();
            state.anchor.set(rows.first().map(|row| (row.clone(), 0)));
            state.active.set(rows.last().map(|row| (row.clone(), state.last_column())));
        }
        "d" | "D" if command && !is_head => fill_down(state, &place),
        _ if command => return false,
        "Enter" | " " if is_head => state.sort(place.1),
        _ if is_head => return false,
        " " => state.source.open.run(place.0),
        "Enter" | "F2" => state.begin(place, None),
        "Delete" | "Backspace" => empty(state, &place),
        "Escape" if state.anchor.with_untracked(Option::is_some) => state.anchor.set(None),
        _ if key.chars().count() == 1 => state.begin(place, Some(key)),
        _ => return false,
    }
    true
}

/// Fills the selected rows with what stands in the first of them, or the cell with what stands above it.
fn fill_down(state: GridState, (row, column): &Place) {
    let above = || {
        let rows = state.rows();
        let at = rows.iter().position(|key| key == row)?;
        Some((rows.get(at.checked_sub(1)?..=at)?.to_vec(), *column..=*column))
    };
    let Some((rows, columns)) = untrack(|| state.selection()).filter(|(rows, _)| rows.len() > 1).or_else(above) else { return };
    let [from, to, ..] = &*rows else { return };
    let from = untrack(|| state.source.row.run(from.clone()));
    let line = from.cells.get(columns.clone()).unwrap_or_default().iter().map(|cell| &*cell.text).collect::<Vec<_>>().join("\t");
    state.source.paste.run((to.clone(), *columns.start(), vec![line; rows.len() - 1].join("\n") + "\n"));
}

/// Empties the selected cells, or the active one.
fn empty(state: GridState, place: &Place) {
    let cells = state.selection().unwrap_or_else(|| (vec![place.0.clone()], place.1..=place.1));
    let is_one = cells.0.len() == 1 && cells.1.start() == cells.1.end();
    if is_one {
        state.commit(place, String::new());
        return;
    }
    // A block of nothing: as one paste it is one step.
    let line = "\t".repeat(cells.1.end() - cells.1.start());
    let block = vec![line; cells.0.len()].join("\n") + "\n";
    if let Some(row) = cells.0.first() {
        state.source.paste.run((row.clone(), *cells.1.start(), block));
    }
}

pub fn on_copy(state: GridState, event: &ClipboardEvent) {
    if state.editing.with_untracked(Option::is_some) {
        return;
    }
    let Some(place) = state.active.get_untracked().filter(|place| !place.0.is_empty()) else { return };
    let (rows, columns) = untrack(|| state.selection()).unwrap_or_else(|| (vec![place.0], place.1..=place.1));
    let line = |row: String| {
        let row = untrack(|| state.source.row.run(row));
        let cells = row.cells.get(columns.clone()).unwrap_or_default();
        // A line break or tab within a cell would tear the table.
        let text = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        cells.iter().map(|cell| text(&cell.text)).collect::<Vec<_>>().join("\t")
    };
    let text = rows.into_iter().map(line).collect::<Vec<_>>().join("\n");
    if let Some(data) = event.clipboard_data()
        && data.set_data("text/plain", &text).is_ok()
    {
        event.prevent_default();
    }
}

pub fn on_paste(state: GridState, event: &ClipboardEvent) {
    let text = event.clipboard_data().and_then(|data| data.get_data("text/plain").ok());
    let corner = || match untrack(|| state.selection()) {
        Some((rows, columns)) => rows.first().map(|row| (row.clone(), *columns.start())),
        None => state.active.get_untracked(),
    };
    if let (None, Some(text), Some((row, column))) = (state.editing.get_untracked(), text, corner())
        && !row.is_empty()
    {
        event.prevent_default();
        state.problem.set(None);
        state.source.paste.run((row, column, text));
    }
}
