//! The grid: rows of lanes, columns of steps, one tab stop.

use super::{
    cells::LaneRow,
    editor::CellEditor,
    heads::{HeadRow, StageRow},
    keys,
    state::{CellKey, HEAD_ROW, MapState, Selection, TITLE_COLUMN},
};
use crate::ui::{platform::page, workspace::use_texts};
use leptos::{html, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// Width of a column in CSS pixels, as in the style sheet.
pub const COLUMN_WIDTH: f64 = 118.0;

/// The grid.
#[component]
pub fn Grid() -> impl IntoView {
    let map = expect_context::<MapState>();
    let journeys = &use_texts().journeys;
    let grid_ref = NodeRef::<html::Div>::new();
    // The one cell that Tab leads to: the last that had the focus, else the first.
    let on_focus = move |event: leptos::ev::FocusEvent| {
        if let Some(cell) = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok())
            && cell.has_attribute("data-row")
            && let Some(grid) = grid_ref.get_untracked()
        {
            if let Ok(Some(old)) = grid.query_selector("[data-row][tabindex=\"0\"]") {
                let _ = old.set_attribute("tabindex", "-1");
            }
            let _ = cell.set_attribute("tabindex", "0");
        }
    };
    Effect::new(move |_| {
        map.columns.track();
        map.lanes.track();
        page::after_render(move || {
            if let Some(grid) = grid_ref.get_untracked()
                && grid.query_selector("[data-row][tabindex=\"0\"]").is_ok_and(|cell| cell.is_none())
                && let Ok(Some(first)) = grid.query_selector("[data-row]")
            {
                let _ = first.set_attribute("tabindex", "0");
            }
        });
    });
    // The selected column is marked by an attribute of its cells, set here and not by each of them.
    Effect::new(move |before: Option<Option<String>>| {
        let selected = match map.selection.get() {
            Selection::Step(id) => Some(id.to_string()),
            _ => None,
        };
        map.columns.track();
        if let Some(grid) = grid_ref.get() {
            mark_column(&grid, before.flatten().as_deref(), false);
            mark_column(&grid, selected.as_deref(), true);
            // The panel takes room from the grid: the column must stay in view beside it.
            if let Some(column) = selected.clone() {
                page::after_render(move || page::bring_into_view(&CellKey::new(HEAD_ROW, column).selector()));
            }
        }
        selected
    });
    let on_click = move |event: leptos::ev::MouseEvent| {
        let Some(cell) = cell_at(event.target()) else { return };
        match cell.row.as_str() {
            HEAD_ROW => {
                if let Some(step) = map.step_of_column(&cell.column) {
                    map.selection.set(Selection::Step(step));
                }
            }
            super::state::STAGE_ROW => {
                if let Some(stage) = map.stage_of_column(&cell.column) {
                    map.selection.set(Selection::Stage(stage));
                }
            }
            _ if cell.column == TITLE_COLUMN => map.selection.set(Selection::Lanes),
            _ => {}
        }
    };
    let on_double_click = move |event: leptos::ev::MouseEvent| {
        if let Some(cell) = cell_at(event.target()) {
            keys::begin_edit(map, cell, None);
        }
    };
    let rows = move || map.lanes.with(|lanes| lanes.len() + 2).to_string();
    let columns = move || map.columns.with(|columns| columns.len() + 1).to_string();
    // Told, not found out from the cells, and to this element alone: a variable would be handed down to each of them.
    let width = move || {
        let columns = map.columns.with(Vec::len);
        format!("calc(var(--lane-title) + {columns} * var(--map-column) + 7rem)")
    };
    view! {
        <div class="map-scroll" tabindex="-1">
            <div
                node_ref=grid_ref
                class="map-grid"
                role="grid"
                aria-label=journeys.map
                aria-rowcount=rows
                aria-colcount=columns
                style:inline-size=width
                on:focusin=on_focus
                on:keydown=move |event| keys::on_key(map, &event)
                on:click=on_click
                on:dblclick=on_double_click
            >
                <StageRow />
                <HeadRow />
                <For each=move || map.lanes.get() key=|lane| lane.id.clone() let:lane>
                    <LaneRow lane />
                </For>
            </div>
            <CellEditor />
        </div>
    }
}

fn mark_column(grid: &Element, column: Option<&str>, marked: bool) {
    let Some(column) = column else { return };
    let Ok(cells) = grid.query_selector_all(&format!("[data-column=\"{column}\"]")) else { return };
    for index in 0..cells.length() {
        if let Some(cell) = cells.get(index).and_then(|cell| cell.dyn_into::<Element>().ok()) {
            let _ = if marked { cell.set_attribute("data-selected", "") } else { cell.remove_attribute("data-selected") };
        }
    }
}

/// The cell that an event happened in.
pub fn cell_at(target: Option<web_sys::EventTarget>) -> Option<CellKey> {
    let element = target?.dyn_into::<Element>().ok()?.closest("[data-row]").ok()??;
    Some(CellKey::new(element.get_attribute("data-row")?, element.get_attribute("data-column")?))
}

/// The title of a row.
#[component]
pub fn RowTitle(row: String, children: Children) -> impl IntoView {
    view! {
        <div class="map-title" role="rowheader" tabindex="-1" data-row=row data-column=TITLE_COLUMN>{children()}</div>
    }
}
