//! Where a grid of values is being worked in.

use super::{CellPlace, GridColumn, GridRow};
use crate::ui::{components::inline_editor::EditEnd, platform::page};
use leptos::{html, prelude::*};
use std::ops::RangeInclusive;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// A block of cells: its rows and columns.
pub type Block = (RangeInclusive<usize>, RangeInclusive<usize>);

/// Where the grid is being worked in.
#[derive(Clone, Copy)]
pub struct GridState {
    pub columns: StoredValue<Vec<GridColumn>>,
    pub rows: Signal<Vec<GridRow>>,
    /// The cell that has the tab stop.
    pub active: RwSignal<Option<CellPlace>>,
    /// The other corner of the selection.
    pub anchor: RwSignal<Option<CellPlace>>,
    /// The cell that is edited, and the text that the edit begins with.
    pub editing: RwSignal<Option<(CellPlace, String)>>,
    /// What is wrong with what was typed last.
    pub problem: RwSignal<Option<String>>,
    pub table: NodeRef<html::Table>,
    pub on_commit: Callback<(CellPlace, String), Result<(), String>>,
    pub on_paste: Callback<(CellPlace, String)>,
    pub on_remove: Callback<String>,
}

impl GridState {
    /// Number of the last column, which holds the button that removes the row.
    pub fn last_column(self) -> usize {
        self.columns.with_value(Vec::len) + 1
    }

    pub fn is_editable(self, column: usize) -> bool {
        self.columns.with_value(|columns| column.checked_sub(1).and_then(|at| columns.get(at)).is_some_and(|c| c.editable))
    }

    pub fn index_of(self, key: &str) -> Option<usize> {
        self.rows.with_untracked(|rows| rows.iter().position(|row| row.key == key))
    }

    pub fn key_at(self, index: usize) -> Option<String> {
        self.rows.with_untracked(|rows| rows.get(index).map(|row| row.key.clone()))
    }

    /// The cell with the tab stop: the first one until another was chosen.
    pub fn stop(self) -> Option<CellPlace> {
        let known = |(key, _): &CellPlace| self.rows.with(|rows| rows.iter().any(|row| row.key == *key));
        let first = || self.rows.with(|rows| rows.first().map(|row| (row.key.clone(), 1)));
        self.active.get().filter(known).or_else(first)
    }

    pub fn text_at(self, (key, column): &CellPlace) -> String {
        self.rows.with_untracked(|rows| {
            let row = rows.iter().find(|row| row.key == *key);
            row.and_then(|row| row.cells.get(column.checked_sub(1)?).cloned()).unwrap_or_default()
        })
    }

    pub fn focus(self, place: &CellPlace) {
        let Some(Some(table)) = self.table.try_get_untracked() else { return };
        let selector = format!("[data-row=\"{}\"][data-column=\"{}\"]", place.0, place.1);
        if let Ok(Some(cell)) = table.query_selector(&selector)
            && let Ok(cell) = cell.dyn_into::<HtmlElement>()
        {
            let _ = cell.focus();
        }
    }

    pub fn go(self, row: usize, column: usize, selects: bool) {
        let Some(key) = self.key_at(row) else { return };
        if selects {
            let start = self.active.get_untracked();
            self.anchor.update(|anchor| *anchor = anchor.take().or(start));
        } else {
            self.anchor.set(None);
        }
        let place = (key, column);
        self.active.set(Some(place.clone()));
        self.focus(&place);
    }

    /// Rows and columns that are selected; following.
    pub fn selection(self) -> Option<Block> {
        let (key, column) = self.active.get()?;
        let (anchor_key, anchor_column) = self.anchor.get()?;
        let (row, anchor) = (self.index_of(&key)?, self.index_of(&anchor_key)?);
        Some((row.min(anchor)..=row.max(anchor), column.min(anchor_column)..=column.max(anchor_column)))
    }

    pub fn begin(self, place: CellPlace, text: String) {
        self.problem.set(None);
        self.anchor.set(None);
        self.active.set(Some(place.clone()));
        self.editing.set(Some((place, text)));
    }

    pub fn commit(self, place: CellPlace, text: String) -> bool {
        if text == self.text_at(&place) {
            return true;
        }
        let result = self.on_commit.run((place, text));
        let is_good = result.is_ok();
        self.problem.set(result.err());
        is_good
    }

    pub fn end(self, place: CellPlace, text: String, how: EditEnd) {
        self.editing.set(None);
        let is_good = self.commit(place.clone(), text);
        let Some(row) = self.index_of(&place.0) else { return };
        match how {
            EditEnd::Leave => {}
            _ if !is_good => self.focus(&place),
            EditEnd::Enter if self.key_at(row + 1).is_some() => self.go(row + 1, place.1, false),
            EditEnd::Enter => self.focus(&place),
            EditEnd::Tab => self.go_to_field(row, place.1, true),
            EditEnd::TabBack => self.go_to_field(row, place.1, false),
        }
    }

    /// Goes to the next or the previous cell that can be edited, also in another row.
    fn go_to_field(self, row: usize, column: usize, forward: bool) {
        let editable: Vec<usize> = (1..self.last_column()).filter(|column| self.is_editable(*column)).collect();
        let in_row = if forward {
            editable.iter().find(|other| **other > column).copied()
        } else {
            editable.iter().rev().find(|other| **other < column).copied()
        };
        let other_row = if forward { Some(row + 1) } else { row.checked_sub(1) };
        let end = if forward { editable.first() } else { editable.last() };
        match (in_row, other_row.filter(|row| self.key_at(*row).is_some()), end) {
            (Some(column), ..) => self.go(row, column, false),
            (None, Some(row), Some(end)) => self.go(row, *end, false),
            _ => self.go(row, column, false),
        }
    }

    /// Gives the focus back to the cell that has the tab stop, where a change of the rows has taken it away.
    pub fn keep_focus(self) {
        request_animation_frame(move || {
            if let (true, Some(Some(place))) = (page::is_focus_lost(), self.active.try_get_untracked()) {
                self.focus(&place);
            }
        });
    }

    /// Removes a row; the focus goes to the one that takes its place.
    pub fn remove(self, key: &str) {
        let Some(row) = self.index_of(key) else { return };
        self.anchor.set(None);
        self.on_remove.run(key.to_owned());
        self.keep_focus();
        let rows = self.rows.with_untracked(Vec::len);
        if rows > 0 {
            self.go(row.min(rows - 1), self.last_column(), false);
        }
    }
}
