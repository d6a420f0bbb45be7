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

/// The lines that are to be on the page, from the first to before the last, and how many rows of the table those above
/// and below them are high.
#[derive(Clone, Copy, PartialEq)]
pub struct InView {
    pub first: usize,
    pub last: usize,
    pub above: usize,
    pub below: usize,
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
    /// Whether rows are blocks.
    pub stacked: Memo<bool>,
    pub table: Table,
    pub window: ScrollWindow,
}

impl GridState {
    pub fn new(
        id: String,
        columns: &[DataColumn],
        source: GridSource,
        on_sort: Option<Callback<usize>>,
        stacked: Memo<bool>,
    ) -> Self {
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
            stacked,
            table: NodeRef::new(),
            window: ScrollWindow::new(ROW_HEIGHT),
        }
    }

    pub fn cell_id(self, (row, column): &Place) -> String {
        self.id.with_value(|id| format!("{id}-{row}-{column}"))
    }

    /// How many rows of the table each line is high: a block has one for each of its cells; following.
    fn heights(self, lines: &[DataLine]) -> Vec<usize> {
        let block = if self.stacked.get() { self.last_column() + 1 } else { 1 };
        let height = |line: &DataLine| if matches!(line, DataLine::Row(_)) { block } else { 1 };
        lines.iter().map(height).collect()
    }

    /// Which lines are to be on the page; following.
    pub fn in_view(self, lines: &[DataLine], whole: bool) -> InView {
        let heights = self.heights(lines);
        let (top, bottom) = self.window.range(heights.iter().sum(), whole);
        let (mut first, mut above) = (0, 0);
        while heights.get(first).is_some_and(|height| above + height <= top) {
            above += heights[first];
            first += 1;
        }
        let (mut last, mut end) = (first, above);
        while last < heights.len() && end < bottom {
            end += heights[last];
            last += 1;
        }
        InView { first, last, above, below: heights[last..].iter().sum() }
    }

    /// Left, top and width of where a cell is edited within the frame; none if it isn't on the page.
    pub fn place_over(self, place: &Place) -> Option<[f64; 3]> {
        let scroller = self.window.scroller.get_untracked()?;
        let cell = document().get_element_by_id(&self.cell_id(place))?.get_bounding_client_rect();
        let frame = scroller.get_bounding_client_rect();
        let left = cell.left() - frame.left() + f64::from(scroller.scroll_left());
        let top = cell.top() - frame.top() + f64::from(scroller.scroll_top() - scroller.client_top());
        // The name of its column, in the first half of a block, stays to be read.
        let aside = if self.stacked.get_untracked() && place.1 > 0 { cell.width() / 2.0 } else { 0.0 };
        Some([left + aside, top, cell.width() - aside])
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

    /// The cell that follows one, or the one before it: in its row, else in the row beside.
    pub fn beside(self, (row, column): &Place, forward: bool) -> Option<Place> {
        let rows = self.rows();
        let at = rows.iter().position(|key| key == row)?;
        let last = self.last_column();
        match forward {
            true if *column < last => Some((row.clone(), column + 1)),
            true => Some((rows.get(at + 1)?.clone(), 0)),
            false if *column > 0 => Some((row.clone(), column - 1)),
            false => Some((rows[at.checked_sub(1)?].clone(), last)),
        }
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
        let top = untrack(|| {
            self.source.lines.with(|lines| {
                let line = lines.iter().position(|line| line.key() == row.as_str())?;
                Some(self.heights(&lines[..line]).iter().sum::<usize>())
            })
        });
        if self.stacked.get_untracked() {
            // The title of a block lies over its cells; nothing lies beside them.
            if let Some(top) = top {
                self.window.show(top + column.saturating_sub(1), ROW_HEIGHT);
            }
            return;
        }
        if let Some(top) = top {
            // The headings and the foot lie over the rows.
            self.window.show(top, 2.0 * ROW_HEIGHT);
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
        let next = match how {
            EditEnd::Enter if self.stacked.get_untracked() => self.beside(place, true),
            EditEnd::Enter => rows.get(row + 1).map(|row| (row.clone(), place.1)),
            EditEnd::Tab => self.beside(place, true),
            EditEnd::TabBack => self.beside(place, false),
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
