//! What keys do in a grid of values, and copying and pasting.

use super::{CellPlace, GridRow, state::GridState};
use leptos::{
    ev::{ClipboardEvent, KeyboardEvent},
    prelude::*,
};

const PAGE: isize = 10;

pub fn on_key(state: GridState, event: &KeyboardEvent) {
    if state.editing.with_untracked(Option::is_some) || event.alt_key() {
        return;
    }
    state.keep_focus();
    let Some(place) = state.stop() else { return };
    let Some(row) = state.index_of(&place.0) else { return };
    let column = place.1;
    let rows = state.rows.with_untracked(Vec::len);
    let command = event.ctrl_key() || event.meta_key();
    let key = event.key();
    let down = |by: isize| row.saturating_add_signed(by).min(rows - 1);
    let (next_row, next_column) = match &*key {
        "ArrowUp" => (down(-1), column),
        "ArrowDown" => (down(1), column),
        "ArrowLeft" => (row, column.saturating_sub(1)),
        "ArrowRight" => (row, (column + 1).min(state.last_column())),
        "PageUp" => (down(-PAGE), column),
        "PageDown" => (down(PAGE), column),
        "Home" => (if command { 0 } else { row }, 0),
        "End" => (if command { rows - 1 } else { row }, state.last_column()),
        _ => {
            if act(state, &key, command, place) {
                event.prevent_default();
                event.stop_propagation();
            }
            return;
        }
    };
    event.prevent_default();
    event.stop_propagation();
    state.go(next_row, next_column, event.shift_key());
}

/// Keys that do something with the cell; tells whether it was one.
fn act(state: GridState, key: &str, command: bool, place: CellPlace) -> bool {
    let editable = state.is_editable(place.1);
    match key {
        "a" | "A" if command => {
            state.anchor.set(state.key_at(0).map(|key| (key, 0)));
            let last = state.rows.with_untracked(|rows| rows.last().map(|row| row.key.clone()));
            state.active.set(last.map(|key| (key, state.last_column() - 1)));
            if let Some(place) = state.active.get_untracked() {
                state.focus(&place);
            }
        }
        "d" | "D" if command => fill_down(state, &place),
        _ if command => return false,
        "Enter" | "F2" | "Delete" if place.1 == state.last_column() => state.remove(&place.0),
        "Enter" | "F2" if editable => {
            let text = state.text_at(&place);
            state.begin(place, text);
        }
        "Delete" | "Backspace" if editable => drop(state.commit(place, String::new())),
        "Escape" if state.anchor.with_untracked(Option::is_some) => state.anchor.set(None),
        _ if editable && key.chars().count() == 1 && key != " " => state.begin(place, key.to_owned()),
        _ => return false,
    }
    true
}

/// Fills the selected rows with what stands in the first of them, or the cell with what stands above it.
fn fill_down(state: GridState, (key, column): &CellPlace) {
    let above = || state.index_of(key).and_then(|row| Some((row.checked_sub(1)?..=row, *column..=*column)));
    let several = untrack(|| state.selection()).filter(|(rows, _)| rows.start() != rows.end());
    let Some((rows, columns)) = several.or_else(above) else { return };
    let columns: Vec<usize> = columns.filter(|column| state.is_editable(*column)).collect();
    let (Some(from), Some(to), Some(first)) = (state.key_at(*rows.start()), state.key_at(rows.start() + 1), columns.first())
    else {
        return;
    };
    let line = columns.iter().map(|column| state.text_at(&(from.clone(), *column))).collect::<Vec<_>>().join("\t");
    let block = vec![line; rows.count() - 1].join("\n") + "\n";
    state.on_paste.run(((to, *first), block));
}

pub fn on_copy(state: GridState, event: &ClipboardEvent) {
    if state.editing.with_untracked(Option::is_some) {
        return;
    }
    let Some(place) = state.active.get_untracked() else { return };
    let single = || state.index_of(&place.0).map(|row| (row..=row, place.1..=place.1));
    let Some((rows, columns)) = state.selection().or_else(single) else { return };
    let text = state.rows.with_untracked(|all| {
        let line = |row: &GridRow| {
            let cells = std::iter::once(&row.head).chain(&row.cells);
            let kept = cells.enumerate().filter(|(column, _)| columns.contains(column));
            kept.map(|(_, text)| text.as_str()).collect::<Vec<_>>().join("\t")
        };
        all[rows].iter().map(line).collect::<Vec<_>>().join("\n")
    });
    if let Some(data) = event.clipboard_data()
        && data.set_data("text/plain", &text).is_ok()
    {
        event.prevent_default();
    }
}

pub fn on_paste(state: GridState, event: &ClipboardEvent) {
    let text = event.clipboard_data().and_then(|data| data.get_data("text/plain").ok());
    if let (None, Some(text), Some(place)) = (state.editing.get_untracked(), text, untrack(|| state.stop())) {
        event.prevent_default();
        state.problem.set(None);
        state.on_paste.run((place, text));
        state.keep_focus();
    }
}
