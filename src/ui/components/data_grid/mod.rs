//! A long table that is worked like a spreadsheet (WAI-ARIA grid pattern).
//!
//! One tab stop, which the grid itself holds: it names the active cell, so that rows out of view needn't be on the page.
//! Arrows, Home, End and Page keys move, with Shift they select; typing, F2 and Enter edit, Delete empties, Ctrl+D fills down, Space opens;
//! from the first row up lie the headings, where Enter sorts. Copy gives the selection as table text, paste is handed on
//! whole.
//!
//! Where there is no room for columns, rows may become blocks, whose cells lie below one another, each under the name of
//! its column; up and down go through them as they lie, and Page keys from block to block.

mod cell;
mod keys;
mod line;
mod state;

use crate::ui::{
    components::{
        icon::Icon,
        icons::{LuArrowDown, LuArrowUp},
        unique_id,
    },
    platform::page,
};
use leptos::{ev::MouseEvent, html, prelude::*};
use line::Line;
use reiseplan::plan::Phase;
use state::{GridState, InView};
use std::sync::Arc;
use wasm_bindgen::JsCast;

/// Height of every row in CSS pixels.
pub const ROW_HEIGHT: f64 = 36.0;
/// Width of the frame in rem below which rows become blocks.
const STACKED_BELOW: f64 = 36.0;

/// A column.
#[derive(Clone, Debug, PartialEq)]
pub struct DataColumn {
    /// Its heading.
    pub title: String,
    /// Its width in CSS pixels.
    pub width: f64,
    /// Whether it holds numbers.
    pub numeric: bool,
}

/// What stands in a line of the grid.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum DataLine {
    /// The heading of the rows that follow, with what they come to in the columns behind the first.
    Group {
        /// Names the line.
        key: String,
        /// The heading.
        title: String,
        /// What its rows come to.
        cells: Vec<String>,
    },
    /// A row by its key: letters, digits, `-` and `_` alone.
    Row(String),
}

impl DataLine {
    fn key(&self) -> &str {
        match self {
            Self::Group { key, .. } => key,
            Self::Row(key) => key,
        }
    }
}

/// What a row shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DataRow {
    /// Its cells, as many as there are columns.
    pub cells: Vec<DataCell>,
    /// The phase that gives it its hue.
    pub phase: Option<Phase>,
    /// Where its details are.
    pub href: String,
    /// Whether its details are shown.
    pub is_current: bool,
}

/// What a cell shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DataCell {
    /// Its text.
    pub text: String,
    /// `bad` or `warning` where something is wrong; `note` says it in words.
    pub tone: Option<&'static str>,
    /// What is to be known of it beyond its text.
    pub note: String,
}

/// How a cell is edited.
#[derive(Clone, Debug, PartialEq)]
pub enum CellEdit {
    /// Not at all.
    None,
    /// As text that begins so.
    Text(String),
    /// As a choice among these keys and words; the key of the choice is committed.
    Choice(Vec<(String, String)>, String),
}

/// Takes what was typed or chosen in a cell: row, column, text.
pub type Commit = Callback<(String, usize, String), Result<(), String>>;

/// What a grid asks of whoever shows it.
#[derive(Clone, Copy)]
pub struct GridSource {
    /// The lines.
    pub lines: Signal<Vec<DataLine>>,
    /// What a row shows; follows what it reads.
    pub row: Callback<String, DataRow>,
    /// How a cell is edited.
    pub edit: Callback<(String, usize), CellEdit>,
    /// Takes what was typed, or tells what is wrong with it.
    pub commit: Commit,
    /// Is told a text that was pasted, and the cell at which.
    pub paste: Callback<(String, usize, String)>,
    /// Opens the details of a row.
    pub open: Callback<String>,
    /// Name of the link that opens them, by the row's first cell.
    pub open_label: Callback<String, String>,
}

/// The grid.
#[component]
pub fn DataGrid(
    /// What it holds.
    #[prop(into)]
    label: Signal<String>,
    /// The columns; the first stays in view.
    columns: Vec<DataColumn>,
    /// What it shows and how that is changed.
    source: GridSource,
    /// The column that it is sorted by, and whether ascending.
    #[prop(optional, into)]
    sorted: Signal<Option<(usize, bool)>>,
    /// Is told the column whose heading is pressed; without it the grid can't be sorted.
    #[prop(optional, into)]
    on_sort: Option<Callback<usize>>,
    /// Texts of a line at the foot, one for each column.
    #[prop(optional, into)]
    foot: Option<Signal<Vec<String>>>,
    /// Whether all rows must be on the page, for paper.
    #[prop(into)]
    whole: Signal<bool>,
    /// Whether rows become blocks where there is no room for columns. Such a grid has neither sums nor a foot.
    #[prop(optional)]
    stacks: bool,
) -> impl IntoView {
    let columns = Arc::new(columns);
    let id = unique_id("grid");
    let is_narrow = RwSignal::new(stacks && page::width() < STACKED_BELOW * page::rem());
    let stacked = Memo::new(move |_| is_narrow.get() && !whole.get());
    let state = GridState::new(id.clone(), &columns, source, on_sort, stacked);
    let watch = StoredValue::new_local(None::<page::SizeWatch>);
    if stacks {
        state.window.scroller.on_load(move |frame: web_sys::HtmlDivElement| {
            let watched = frame.clone();
            let measure = move || is_narrow.set(f64::from(frame.offset_width()) < STACKED_BELOW * page::rem());
            watch.set_value(Some(page::SizeWatch::new(&watched, measure)));
        });
    }
    let in_view = Memo::new(move |_| source.lines.with(|lines| state.in_view(lines, whole.get())));
    let shown = move || {
        let InView { first, last, .. } = in_view.get();
        source.lines.with(|lines| {
            lines.iter().enumerate().take(last).skip(first).map(|(at, line)| (at, line.clone())).collect::<Vec<_>>()
        })
    };
    let spacer = move |rows: Signal<usize>| {
        move || {
            let rows = rows.get();
            (rows > 0)
                .then(|| view! { <tr class="data-grid-space" aria-hidden="true" style:height=state.window.space(rows)></tr> })
        }
    };
    let above = Signal::derive(move || in_view.get().above);
    let below = Signal::derive(move || in_view.get().below);
    let width: f64 = columns.iter().map(|column| column.width).sum();
    let widths = columns.iter().map(|column| view! { <col style:width=format!("{}px", column.width) /> }).collect_view();
    let heads = columns.iter().enumerate().map(|(at, column)| head(state, at, column, sorted)).collect_view();
    let foot = foot.map(|foot| {
        let numeric: Vec<bool> = columns.iter().map(|column| column.numeric).collect();
        let cells = move || {
            let cell = |(at, text): (usize, String)| match at {
                0 => view! { <th role="rowheader" scope="row" colspan="1">{text}</th> }.into_any(),
                _ => view! { <td role="gridcell" class:num=numeric[at]>{text}</td> }.into_any(),
            };
            foot.get().into_iter().enumerate().map(cell).collect_view()
        };
        view! {
            <tfoot role="rowgroup">
                <tr role="row">{cells}</tr>
            </tfoot>
        }
    });
    Effect::new(move |_| {
        in_view.track();
        source.lines.track();
        let id = state.active.with(|active| active.as_ref().map(|place| state.cell_id(place)));
        page::after_render(move || mark_active(state.table, id.as_deref()));
    });
    let (line_columns, field_columns) = (Arc::clone(&columns), Arc::clone(&columns));
    let active_id = move || state.active.get().map(|place| state.cell_id(&place));
    view! {
        <div node_ref=state.window.scroller class="data-grid-scroll" on:scroll=move |_| state.window.follow()>
            <table
                node_ref=state.table
                id=id
                class="data-grid"
                class:data-grid-stacked=move || stacked.get()
                role="grid"
                tabindex="0"
                aria-label=move || label.get()
                aria-multiselectable="true"
                aria-rowcount=move || (source.lines.with(Vec::len) + 1).to_string()
                aria-activedescendant=active_id
                style:width=format!("{width}px")
                style=("--row-height", format!("{ROW_HEIGHT}px"))
                on:keydown=move |event| keys::on_key(state, &event)
                on:copy=move |event| keys::on_copy(state, &event)
                on:paste=move |event| keys::on_paste(state, &event)
                on:mousedown=move |event| on_down(state, &event)
                on:click=move |event| on_click(state, &event)
                on:focus=move |_| state.enter()
            >
                <colgroup>{widths}</colgroup>
                <thead role="rowgroup" class:visually-hidden=move || stacked.get()>
                    <tr role="row" aria-rowindex="1">{heads}</tr>
                </thead>
                <tbody role="rowgroup">
                    {spacer(above)}
                    <For
                        each=shown
                        key=|(at, line)| (*at, line.clone())
                        children=move |(at, line)| view! { <Line state columns=Arc::clone(&line_columns) at line /> }
                    />
                    {spacer(below)}
                </tbody>
                {foot}
            </table>
            <cell::Field state columns=field_columns />
        </div>
        {move || state.problem.get().map(|problem| view! { <p class="field-error" role="alert">{problem}</p> })}
    }
    .into_any()
}

/// A heading: sorts when it is pressed.
fn head(state: GridState, at: usize, column: &DataColumn, sorted: Signal<Option<(usize, bool)>>) -> AnyView {
    let direction = move || sorted.get().filter(|(column, _)| *column == at).map(|(_, ascending)| ascending);
    let arrow = move || {
        let icon = if direction()? { LuArrowUp } else { LuArrowDown };
        Some(view! { <Icon icon=icon /> })
    };
    let place = (String::new(), at);
    view! {
        <th
            id=state.cell_id(&place)
            role="columnheader"
            scope="col"
            class:num=column.numeric
            class:data-grid-sorts=state.on_sort.is_some()
            data-column=at.to_string()
            aria-sort=move || direction().map(|ascending| if ascending { "ascending" } else { "descending" })
            title=column.title.clone()
        >
            <span class="data-grid-head">{column.title.clone()} {arrow}</span>
        </th>
    }
    .into_any()
}

/// Marks the active cell, if it is on the page: cells don't follow that, since all of a row would be made anew.
fn mark_active(table: Table, id: Option<&str>) {
    let Some(table) = table.try_get_untracked().flatten() else { return };
    if let Ok(Some(before)) = table.query_selector("[data-active]") {
        let _ = before.remove_attribute("data-active");
    }
    if let Some(cell) = id.and_then(|id| document().get_element_by_id(id)) {
        let _ = cell.set_attribute("data-active", "");
    }
}

/// The cell that an event of the pointer hits.
fn hit(event: &MouseEvent) -> Option<(String, usize)> {
    let target = event.target()?.dyn_into::<web_sys::Element>().ok()?;
    if target.closest("a, button, input, select, textarea").ok()?.is_some() {
        return None;
    }
    let cell = target.closest("[data-column]").ok()??;
    let row = cell.closest("[data-row]").ok()?.and_then(|row| row.get_attribute("data-row")).unwrap_or_default();
    Some((row, cell.get_attribute("data-column")?.parse().ok()?))
}

fn on_down(state: GridState, event: &MouseEvent) {
    let Some(place) = hit(event) else { return };
    let active = state.active.get_untracked();
    state.was_active.set_value(active.as_ref() == Some(&place) && !event.shift_key());
    state.anchor.update(|anchor| *anchor = if event.shift_key() { anchor.take().or(active) } else { None });
    state.active.set(Some(place));
}

fn on_click(state: GridState, event: &MouseEvent) {
    let Some(place) = hit(event) else { return };
    state.focus();
    if place.0.is_empty() {
        state.sort(place.1);
    } else if state.was_active.get_value() {
        state.begin(place, None);
    }
}

/// The element that is the grid.
type Table = NodeRef<html::Table>;
