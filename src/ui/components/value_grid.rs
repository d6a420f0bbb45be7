//! A grid of short values, worked like a spreadsheet (WAI-ARIA grid pattern).
//!
//! One tab stop; arrows, Home, End and Page keys move, with Shift they and a click select; typing, F2 and Enter edit; copy gives the
//! selection as table text, paste is handed on whole.

use super::{
    button::IconButton,
    icons::LuTrash2,
    inline_editor::{EditEnd, InlineEditor},
};
use crate::ui::platform::page;
use leptos::{
    ev::{ClipboardEvent, KeyboardEvent, MouseEvent},
    html,
    prelude::*,
};
use std::ops::RangeInclusive;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// A column of values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GridColumn {
    /// Its heading.
    pub title: String,
    /// Whether its cells can be edited.
    pub editable: bool,
}

/// A row of values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GridRow {
    /// Names the row; letters, digits and `-` alone.
    pub key: String,
    /// Its heading.
    pub head: String,
    /// Its values, one for each column.
    pub cells: Vec<String>,
}

/// Where a cell is: key of its row, and its column; 0 is the heading.
pub type CellPlace = (String, usize);

const PAGE: isize = 10;

/// Where the grid is being worked in.
#[derive(Clone, Copy)]
struct GridState {
    columns: StoredValue<Vec<GridColumn>>,
    rows: Signal<Vec<GridRow>>,
    /// The cell that has the tab stop.
    active: RwSignal<Option<CellPlace>>,
    /// The other corner of the selection.
    anchor: RwSignal<Option<CellPlace>>,
    /// The cell that is edited, and the text that the edit begins with.
    editing: RwSignal<Option<(CellPlace, String)>>,
    /// What is wrong with what was typed last.
    problem: RwSignal<Option<String>>,
    table: NodeRef<html::Table>,
    on_commit: Callback<(CellPlace, String), Result<(), String>>,
    on_paste: Callback<(CellPlace, String)>,
    on_remove: Callback<String>,
}

impl GridState {
    /// Number of the last column, which holds the button that removes the row.
    fn last_column(self) -> usize {
        self.columns.with_value(Vec::len) + 1
    }

    fn is_editable(self, column: usize) -> bool {
        self.columns.with_value(|columns| column.checked_sub(1).and_then(|at| columns.get(at)).is_some_and(|c| c.editable))
    }

    fn index_of(self, key: &str) -> Option<usize> {
        self.rows.with_untracked(|rows| rows.iter().position(|row| row.key == key))
    }

    fn key_at(self, index: usize) -> Option<String> {
        self.rows.with_untracked(|rows| rows.get(index).map(|row| row.key.clone()))
    }

    /// The cell with the tab stop: the first one until another was chosen.
    fn stop(self) -> Option<CellPlace> {
        let known = |(key, _): &CellPlace| self.rows.with(|rows| rows.iter().any(|row| row.key == *key));
        let first = || self.rows.with(|rows| rows.first().map(|row| (row.key.clone(), 1)));
        self.active.get().filter(known).or_else(first)
    }

    fn text_at(self, (key, column): &CellPlace) -> String {
        self.rows.with_untracked(|rows| {
            let row = rows.iter().find(|row| row.key == *key);
            row.and_then(|row| row.cells.get(column.checked_sub(1)?).cloned()).unwrap_or_default()
        })
    }

    fn focus(self, place: &CellPlace) {
        let Some(Some(table)) = self.table.try_get_untracked() else { return };
        let selector = format!("[data-row=\"{}\"][data-column=\"{}\"]", place.0, place.1);
        if let Ok(Some(cell)) = table.query_selector(&selector)
            && let Ok(cell) = cell.dyn_into::<HtmlElement>()
        {
            let _ = cell.focus();
        }
    }

    fn go(self, row: usize, column: usize, selects: bool) {
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
    fn selection(self) -> Option<(RangeInclusive<usize>, RangeInclusive<usize>)> {
        let (key, column) = self.active.get()?;
        let (anchor_key, anchor_column) = self.anchor.get()?;
        let (row, anchor) = (self.index_of(&key)?, self.index_of(&anchor_key)?);
        Some((row.min(anchor)..=row.max(anchor), column.min(anchor_column)..=column.max(anchor_column)))
    }

    fn begin(self, place: CellPlace, text: String) {
        self.problem.set(None);
        self.anchor.set(None);
        self.active.set(Some(place.clone()));
        self.editing.set(Some((place, text)));
    }

    fn commit(self, place: CellPlace, text: String) -> bool {
        if text == self.text_at(&place) {
            return true;
        }
        let result = self.on_commit.run((place, text));
        let is_good = result.is_ok();
        self.problem.set(result.err());
        is_good
    }

    fn end(self, place: CellPlace, text: String, how: EditEnd) {
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
    fn keep_focus(self) {
        request_animation_frame(move || {
            if let (true, Some(Some(place))) = (page::is_focus_lost(), self.active.try_get_untracked()) {
                self.focus(&place);
            }
        });
    }

    fn on_key(self, event: &KeyboardEvent) {
        if self.editing.with_untracked(Option::is_some) || event.alt_key() {
            return;
        }
        self.keep_focus();
        let Some(place) = self.stop() else { return };
        let Some(row) = self.index_of(&place.0) else { return };
        let column = place.1;
        let rows = self.rows.with_untracked(Vec::len);
        let command = event.ctrl_key() || event.meta_key();
        let key = event.key();
        let down = |by: isize| row.saturating_add_signed(by).min(rows - 1);
        let (next_row, next_column) = match &*key {
            "ArrowUp" => (down(-1), column),
            "ArrowDown" => (down(1), column),
            "ArrowLeft" => (row, column.saturating_sub(1)),
            "ArrowRight" => (row, (column + 1).min(self.last_column())),
            "PageUp" => (down(-PAGE), column),
            "PageDown" => (down(PAGE), column),
            "Home" => (if command { 0 } else { row }, 0),
            "End" => (if command { rows - 1 } else { row }, self.last_column()),
            _ => {
                if self.on_other_key(&key, command, place) {
                    event.prevent_default();
                    event.stop_propagation();
                }
                return;
            }
        };
        event.prevent_default();
        event.stop_propagation();
        self.go(next_row, next_column, event.shift_key());
    }

    /// Keys that do something with the cell; tells whether it was one.
    fn on_other_key(self, key: &str, command: bool, place: CellPlace) -> bool {
        let editable = self.is_editable(place.1);
        match key {
            "a" | "A" if command => {
                self.anchor.set(self.key_at(0).map(|key| (key, 0)));
                let last = self.rows.with_untracked(|rows| rows.last().map(|row| row.key.clone()));
                self.active.set(last.map(|key| (key, self.last_column() - 1)));
                if let Some(place) = self.active.get_untracked() {
                    self.focus(&place);
                }
            }
            "d" | "D" if command => self.fill_down(&place),
            _ if command => return false,
            "Enter" | "F2" | "Delete" if place.1 == self.last_column() => self.remove(&place.0),
            "Enter" | "F2" if editable => {
                let text = self.text_at(&place);
                self.begin(place, text);
            }
            "Delete" | "Backspace" if editable => drop(self.commit(place, String::new())),
            "Escape" if self.anchor.with_untracked(Option::is_some) => self.anchor.set(None),
            _ if editable && key.chars().count() == 1 && key != " " => self.begin(place, key.to_owned()),
            _ => return false,
        }
        true
    }

    /// Fills the selected rows with what stands in the first of them, or the cell with what stands above it.
    fn fill_down(self, (key, column): &CellPlace) {
        let above = || self.index_of(key).and_then(|row| Some((row.checked_sub(1)?..=row, *column..=*column)));
        let several = untrack(|| self.selection()).filter(|(rows, _)| rows.start() != rows.end());
        let Some((rows, columns)) = several.or_else(above) else { return };
        let columns: Vec<usize> = columns.filter(|column| self.is_editable(*column)).collect();
        let (Some(from), Some(to), Some(first)) = (self.key_at(*rows.start()), self.key_at(rows.start() + 1), columns.first())
        else {
            return;
        };
        let line = columns.iter().map(|column| self.text_at(&(from.clone(), *column))).collect::<Vec<_>>().join("\t");
        let block = vec![line; rows.count() - 1].join("\n") + "\n";
        self.on_paste.run(((to, *first), block));
    }

    /// Removes a row; the focus goes to the one that takes its place.
    fn remove(self, key: &str) {
        let Some(row) = self.index_of(key) else { return };
        self.anchor.set(None);
        self.on_remove.run(key.to_owned());
        self.keep_focus();
        let rows = self.rows.with_untracked(Vec::len);
        if rows > 0 {
            self.go(row.min(rows - 1), self.last_column(), false);
        }
    }

    fn on_copy(self, event: &ClipboardEvent) {
        if self.editing.with_untracked(Option::is_some) {
            return;
        }
        let Some(place) = self.active.get_untracked() else { return };
        let single = || self.index_of(&place.0).map(|row| (row..=row, place.1..=place.1));
        let Some((rows, columns)) = self.selection().or_else(single) else { return };
        let text = self.rows.with_untracked(|all| {
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
}

/// A grid of values with a heading for each row, and a button at its end that removes it.
#[component]
pub fn ValueGrid(
    /// What the grid holds.
    #[prop(into)]
    label: Signal<String>,
    /// Heading of the first column.
    #[prop(into)]
    head: Signal<String>,
    /// The other columns.
    columns: Vec<GridColumn>,
    /// The rows.
    #[prop(into)]
    rows: Signal<Vec<GridRow>>,
    /// Takes the new text of a cell, or says what is wrong with it.
    #[prop(into)]
    on_commit: Callback<(CellPlace, String), Result<(), String>>,
    /// Is told a text that was pasted, and the cell at which.
    #[prop(into)]
    on_paste: Callback<(CellPlace, String)>,
    /// Name of the button that removes a row, by the row's heading.
    #[prop(into)]
    remove_label: Callback<String, String>,
    /// Is told the key of a row to be removed.
    #[prop(into)]
    on_remove: Callback<String>,
    /// A cell that is to get the focus.
    #[prop(into)]
    wanted: Signal<Option<CellPlace>>,
) -> impl IntoView {
    let titles: Vec<String> = columns.iter().map(|column| column.title.clone()).collect();
    let state = GridState {
        columns: StoredValue::new(columns),
        rows,
        active: RwSignal::new(None),
        anchor: RwSignal::new(None),
        editing: RwSignal::new(None),
        problem: RwSignal::new(None),
        table: NodeRef::new(),
        on_commit,
        on_paste,
        on_remove,
    };
    Effect::new(move |_| {
        if let (Some(place), Some(_)) = (wanted.get(), state.table.get()) {
            state.active.set(Some(place.clone()));
            state.focus(&place);
        }
    });
    let stop = Memo::new(move |_| state.stop());
    let selection = Memo::new(move |_| state.selection());
    let on_paste = move |event: ClipboardEvent| {
        let text = event.clipboard_data().and_then(|data| data.get_data("text/plain").ok());
        if let (None, Some(text), Some(place)) = (state.editing.get_untracked(), text, stop.get_untracked()) {
            event.prevent_default();
            state.problem.set(None);
            on_paste.run((place, text));
            state.keep_focus();
        }
    };
    let keys = move || rows.with(|rows| rows.iter().map(|row| row.key.clone()).collect::<Vec<_>>());
    let row = move |key: String| view! { <Row state stop selection key remove_label /> };
    view! {
        <div class="table-scroll">
            <table
                node_ref=state.table
                class="data-table value-grid"
                role="grid"
                aria-label=move || label.get()
                aria-multiselectable="true"
                on:keydown=move |event| state.on_key(&event)
                on:copy=move |event| state.on_copy(&event)
                on:paste=on_paste
            >
                <thead>
                    <tr>
                        <th scope="col">{move || head.get()}</th>
                        {titles.into_iter().map(|title| view! { <th scope="col" class="num">{title}</th> }).collect_view()}
                        <td></td>
                    </tr>
                </thead>
                <tbody>
                    <For each=keys key=String::clone children=row />
                </tbody>
            </table>
        </div>
        {move || state.problem.get().map(|problem| view! { <p class="field-error" role="alert">{problem}</p> })}
    }
    .into_any()
}

/// What is selected: rows and columns.
type Selection = Memo<Option<(RangeInclusive<usize>, RangeInclusive<usize>)>>;

#[component]
fn Row(
    state: GridState,
    stop: Memo<Option<CellPlace>>,
    selection: Selection,
    key: String,
    remove_label: Callback<String, String>,
) -> impl IntoView {
    let own = StoredValue::new(key);
    let row = Memo::new(move |_| {
        own.with_value(|key| {
            state.rows.with(|rows| rows.iter().enumerate().find(|(_, row)| row.key == *key).map(|(at, row)| (at, row.clone())))
        })
    });
    let at = move || row.with(|row| row.as_ref().map(|(at, _)| *at));
    let head = move || row.with(|row| row.as_ref().map(|(_, row)| row.head.clone()).unwrap_or_default());
    let place = move |column: usize| (own.get_value(), column);
    let tab_index = move |column: usize| {
        let is_stop = stop.with(|stop| stop.as_ref().is_some_and(|(key, at)| *at == column && own.with_value(|own| own == key)));
        if is_stop { "0" } else { "-1" }
    };
    let selected = move |column: usize| {
        let at = at()?;
        let within = selection
            .with(|selection| selection.as_ref().is_some_and(|(rows, cols)| rows.contains(&at) && cols.contains(&column)));
        within.then_some("true")
    };
    let take = move |column: usize| state.active.set(Some(place(column)));
    let cells = (1..state.last_column()).map(|column| {
        let text = Signal::derive(move || {
            row.with(|row| row.as_ref().and_then(|(_, row)| row.cells.get(column - 1).cloned()).unwrap_or_default())
        });
        let edit = Memo::new(move |_| {
            state.editing.with(|editing| editing.as_ref().filter(|(at, _)| *at == place(column)).map(|(_, text)| text.clone()))
        });
        let editable = state.is_editable(column);
        let was_active = StoredValue::new(false);
        let on_down = move |event: MouseEvent| {
            let active = state.active.get_untracked();
            was_active.set_value(active == Some(place(column)) && !event.shift_key());
            state.anchor.update(|anchor| *anchor = if event.shift_key() { anchor.take().or(active) } else { None });
        };
        let on_click = move |_| {
            if was_active.get_value() && editable && edit.get_untracked().is_none() {
                state.begin(place(column), text.get_untracked());
            }
        };
        let title = state.columns.with_value(|columns| columns[column - 1].title.clone());
        let field_label = Signal::derive(move || format!("{title}, {}", head()));
        let content = move || match edit.get() {
            Some(begun) => view! {
                <InlineEditor
                    label=field_label
                    text=begun
                    holds_tab=true
                    on_commit=move |(text, how)| state.end(place(column), text, how)
                    on_cancel=move |()| {
                        state.editing.set(None);
                        state.focus(&place(column));
                    }
                />
            }
            .into_any(),
            None => view! { <span>{move || text.get()}</span> }.into_any(),
        };
        view! {
            <td
                role="gridcell"
                class="num"
                class:value-grid-field=editable
                data-row=own.get_value()
                data-column=column.to_string()
                tabindex=move || tab_index(column)
                aria-readonly=(!editable).then_some("true")
                aria-selected=move || selected(column)
                on:focus=move |_| take(column)
                on:mousedown=on_down
                on:click=on_click
            >
                {content}
            </td>
        }
    });
    let cells = cells.collect_view();
    let last = state.last_column();
    view! {
        <tr>
            <th
                role="rowheader"
                scope="row"
                data-row=own.get_value()
                data-column="0"
                tabindex=move || tab_index(0)
                aria-selected=move || selected(0)
                on:focus=move |_| take(0)
            >
                {head}
            </th>
            {cells}
            <td
                role="gridcell"
                class="value-grid-remove"
                data-row=own.get_value()
                data-column=last.to_string()
                tabindex=move || tab_index(last)
                on:focus=move |_| take(last)
            >
                <IconButton
                    small=true
                    outside_tab=true
                    label=Signal::derive(move || remove_label.run(head()))
                    icon=LuTrash2
                    on_press=move |()| state.remove(&own.get_value())
                />
            </td>
        </tr>
    }
}
