//! Where a grid is being worked in.

use super::{CellEdit, DataColumn, DataLine, GridSource, ROW_HEIGHT, Table};
use crate::ui::components::{inline_editor::EditEnd, scroll_window::ScrollWindow};
use leptos::prelude::*;
use std::ops::RangeInclusive;

/// A cell: key of its row, and its column. The headings are the row without a key.
pub type Place = (String, usize);

/// An edit: the cell, how, and whether the text is what began the edit.
#[derive(Clone, PartialEq)]
pub struct Edit {
    pub place: Place,
    pub how: CellEdit,
}

#[derive(Clone, Copy)]
pub struct GridState {
    id: StoredValue<String>,
    widths: StoredValue<Vec<f64>>,
    pub source: GridSource,
    pub on_sort: Option<Callback<usize>>,
    /// The cell that keys are for.
    pub active: RwSignal<Option<Place>>,
    /// The other corner of the selection.
    pub anchor: RwSignal<Option<Place>>,
    /// The cell that is edited.
    pub editing: RwSignal<Option<Edit>>,
    /// What is wrong with what was typed last.
    pub problem: RwSignal<Option<String>>,
    /// Whether the pointer went down on the cell that was active already.
    pub was_active: StoredValue<bool>,
    pub table: Table,
    pub window: ScrollWindow,
}

impl GridState {
    pub fn new(id: String, columns: &[DataColumn], source: GridSource, on_sort: Option<Callback<usize>>) -> Self {
        Self {
            id: StoredValue::new(id),
            widths: StoredValue::new(columns.iter().map(|column| column.width).collect()),
            source,
            on_sort,
            active: RwSignal::new(None),
            anchor: RwSignal::new(None),
            editing: RwSignal::new(None),
            problem: RwSignal::new(None),
            was_active: StoredValue::new(false),
            table: NodeRef::new(),
            window: ScrollWindow::new(ROW_HEIGHT),
        }
    }

    pub fn cell_id(self, (row, column): &Place) -> String {
        self.id.with_value(|id| format!("{id}-{row}-{column}"))
    }

    /// Left, top and width of a cell within the frame; none if it isn't on the page.
    pub fn place_over(self, place: &Place) -> Option<[f64; 3]> {
        let scroller = self.window.scroller.get_untracked()?;
        let cell = document().get_element_by_id(&self.cell_id(place))?.get_bounding_client_rect();
        let frame = scroller.get_bounding_client_rect();
        let left = cell.left() - frame.left() + f64::from(scroller.scroll_left());
        let top = cell.top() - frame.top() + f64::from(scroller.scroll_top() - scroller.client_top());
        Some([left, top, cell.width()])
    }

    /// Number of the last column.
    pub fn last_column(self) -> usize {
        self.widths.with_value(Vec::len).saturating_sub(1)
    }

    /// Keys of the rows in order, without the lines between them.
    pub fn rows(self) -> Vec<String> {
        let row = |line: &DataLine| match line {
            DataLine::Row(key) => Some(key.clone()),
            DataLine::Group { .. } => None,
        };
        self.source.lines.with_untracked(|lines| lines.iter().filter_map(row).collect())
    }

    /// Takes the focus; the first cell becomes active where none is.
    pub fn enter(self) {
        let rows = self.rows();
        let is_known = |(row, _): &Place| row.is_empty() || rows.contains(row);
        if !self.active.get_untracked().as_ref().is_some_and(is_known) {
            self.active.set(rows.first().map(|row| (row.clone(), 0)));
        }
    }

    /// Gives the focus to the grid.
    pub fn focus(self) {
        if let Some(Some(table)) = self.table.try_get_untracked() {
            let options = web_sys::FocusOptions::new();
            options.set_prevent_scroll(true);
            let _ = table.focus_with_options(&options);
        }
    }

    pub fn go(self, place: Place, selects: bool) {
        if selects {
            let start = self.active.get_untracked();
            self.anchor.update(|anchor| *anchor = anchor.take().or(start));
        } else {
            self.anchor.set(None);
        }
        self.show(&place);
        self.active.set(Some(place));
    }

    /// Scrolls as little as is needed to show a cell beside what stays in view.
    fn show(self, (row, column): &Place) {
        let line = self.source.lines.with_untracked(|lines| lines.iter().position(|line| line.key() == row.as_str()));
        if let Some(line) = line {
            // The headings and the foot lie over the rows.
            self.window.show(line, 2.0 * ROW_HEIGHT);
        }
        let Some(scroller) = self.window.scroller.get_untracked() else { return };
        self.widths.with_value(|widths| {
            let (first, left) = (widths.first().copied().unwrap_or_default(), widths[..*column].iter().sum::<f64>());
            let (now, width) = (f64::from(scroller.scroll_left()), f64::from(scroller.client_width()));
            let right = left + widths[*column];
            if *column == 0 {
                scroller.set_scroll_left(0);
            } else if left < now + first {
                scroller.set_scroll_left((left - first).max(0.0) as i32);
            } else if right > now + width {
                scroller.set_scroll_left((right - width).ceil() as i32);
            }
        });
    }

    /// Rows and columns that are selected; following.
    pub fn selection(self) -> Option<(Vec<String>, RangeInclusive<usize>)> {
        let (row, column) = self.active.get()?;
        let (anchor_row, anchor_column) = self.anchor.get()?;
        let rows = self.rows();
        let at = |key: &str| rows.iter().position(|row| row == key);
        let (from, to) = (at(&row)?, at(&anchor_row)?);
        let columns = column.min(anchor_column)..=column.max(anchor_column);
        Some((rows[from.min(to)..=from.max(to)].to_vec(), columns))
    }

    /// Begins to edit a cell, with a key that was typed if there is one.
    pub fn begin(self, place: Place, typed: Option<String>) {
        let how = match (self.source.edit.run(place.clone()), typed) {
            (CellEdit::None, _) => return,
            (CellEdit::Text(_), Some(typed)) => CellEdit::Text(typed),
            (CellEdit::Choice(options, now), Some(typed)) => {
                let typed = typed.to_lowercase();
                let fits = options.iter().find(|(_, words)| words.to_lowercase().starts_with(&typed));
                let chosen = fits.map_or(now, |(key, _)| key.clone());
                CellEdit::Choice(options, chosen)
            }
            (how, None) => how,
        };
        self.problem.set(None);
        self.anchor.set(None);
        self.active.set(Some(place.clone()));
        self.editing.set(Some(Edit { place, how }));
    }

    /// Writes a text into a cell; tells whether it fitted.
    pub fn commit(self, place: &Place, text: String) -> bool {
        let result = self.source.commit.run((place.0.clone(), place.1, text));
        let is_good = result.is_ok();
        self.problem.set(result.err());
        is_good
    }

    /// Ends an edit; `text` is what is to be written, if anything. What doesn't fit stays in the field to be put right,
    /// unless the user has gone elsewhere.
    pub fn end(self, place: &Place, text: Option<String>, how: EditEnd) {
        self.editing.set(None);
        if let Some(text) = text
            && !self.commit(place, text.clone())
        {
            if how != EditEnd::Leave {
                self.editing.set(Some(Edit { place: place.clone(), how: CellEdit::Text(text) }));
            }
            return;
        }
        if how == EditEnd::Leave {
            return;
        }
        self.focus();
        let rows = self.rows();
        let Some(row) = rows.iter().position(|row| *row == place.0) else { return };
        let column = place.1;
        let last = self.last_column();
        let next = match how {
            EditEnd::Enter => rows.get(row + 1).map(|row| (row.clone(), column)),
            EditEnd::Tab if column < last => Some((place.0.clone(), column + 1)),
            EditEnd::Tab => rows.get(row + 1).map(|row| (row.clone(), 0)),
            EditEnd::TabBack if column > 0 => Some((place.0.clone(), column - 1)),
            EditEnd::TabBack => row.checked_sub(1).map(|row| (rows[row].clone(), last)),
            EditEnd::Leave => None,
        };
        if let Some(next) = next {
            self.go(next, false);
        }
    }

    /// Esc: nothing is written.
    pub fn cancel(self) {
        self.problem.set(None);
        self.editing.set(None);
        self.focus();
    }

    pub fn sort(self, column: usize) {
        if let Some(on_sort) = self.on_sort {
            on_sort.run(column);
        }
    }
}
