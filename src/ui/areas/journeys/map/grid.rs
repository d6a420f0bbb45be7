//! The grid: rows of lanes, columns of steps, one tab stop.

use super::{
    cells::LaneRow,
    clipboard, columns,
    editor::CellEditor,
    filter,
    heads::{HeadRow, StageRow},
    keys, marks, range,
    state::{CellKey, HEAD_ROW, MapColumn, MapState, STAGE_ROW, Selection, TITLE_COLUMN},
    viewport::column_number,
};
use crate::ui::{platform::page, workspace::use_texts};
use leptos::{html, prelude::*};
use std::collections::HashMap;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// The grid.
#[component]
pub fn Grid() -> impl IntoView {
    let map = expect_context::<MapState>();
    let journeys = &use_texts().journeys;
    let drawn_from = StoredValue::new(None::<CellKey>);
    let (frame_ref, grid_ref) = (NodeRef::<html::Div>::new(), NodeRef::<html::Div>::new());
    // The one cell that Tab leads to: the last that had the focus, else the first.
    let on_focus = move |event: leptos::ev::FocusEvent| {
        if let Some(cell) = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok())
            && cell.has_attribute("data-row")
            && let Some(grid) = grid_ref.get_untracked()
        {
            if let Some(key) = cell_at(Some(cell.clone().into())) {
                if key.column != TITLE_COLUMN {
                    map.view.hold(&key.column);
                }
                map.typed_emotion.set_value(String::new());
                map.focus.set(Some(key));
            }
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
            if let Some(grid) = grid_ref.try_get_untracked().flatten()
                && grid.query_selector("[data-row][tabindex=\"0\"]").is_ok_and(|cell| cell.is_none())
                && let Ok(Some(first)) = grid.query_selector("[data-row]")
            {
                let _ = first.set_attribute("tabindex", "0");
            }
        });
    });
    // Cells know their place by number, told here to those that are built already and not followed by each of them.
    Effect::new(move |before: Option<()>| {
        let columns = map.columns.get();
        if let (Some(()), Some(grid)) = (before, grid_ref.get_untracked()) {
            place_columns(&grid, &columns);
        }
    });
    // The panel takes room from the grid: the selected column must stay in view beside it.
    Effect::new(move |_| {
        if let Selection::Step(id) = map.selection.get() {
            page::after_render(move || page::bring_into_view(&CellKey::new(HEAD_ROW, id.to_string()).selector()));
        }
    });
    let selected_at = Memo::new(move |_| {
        map.selection.with(|selection| {
            map.columns.with(|columns| {
                columns.iter().position(|column| column.step.as_ref().is_some_and(|step| selection.is_step(step)))
            })
        })
    });
    let selected_mark = move || {
        let left = move || Some(format!("{}px", map.view.left_of(selected_at.get()?)));
        selected_at.with(Option::is_some).then(|| view! { <div class="map-selected" aria-hidden="true" style:--left=left></div> })
    };
    let measure = move || {
        let Some(frame) = frame_ref.try_get_untracked().flatten() else { return };
        let title = frame.query_selector(".map-title").ok().flatten().and_then(|title| title.dyn_into::<HtmlElement>().ok());
        map.view.measure(&frame, title.map_or(0.0, |title| f64::from(title.offset_width())));
    };
    let watch = StoredValue::new_local(None::<page::SizeWatch>);
    frame_ref.on_load(move |frame| watch.set_value(Some(page::SizeWatch::new(&frame, measure))));
    Effect::new(move |before: Option<()>| {
        map.view.zoom.track();
        if before.is_some() {
            page::after_render(move || {
                if let Some(frame) = frame_ref.try_get_untracked().flatten() {
                    let count = map.columns.with_untracked(Vec::len);
                    frame.set_scroll_left(map.view.anchored_left(count) as i32);
                }
            });
        }
    });
    marks::keep_marks(map, grid_ref);
    // A selection is drawn with a pointer that is no finger: that one scrolls.
    let on_down = move |event: leptos::ev::PointerEvent| {
        let Some(cell) = cell_at(event.target()).filter(|_| event.button() == 0) else { return };
        match map.focus.get_untracked().filter(|_| event.shift_key()) {
            Some(focus) => {
                range::extend_to(map, &focus, cell.clone());
                columns::focus_soon(map, cell);
                event.prevent_default();
            }
            None => {
                map.range.set(None);
                drawn_from.set_value((event.pointer_type() != "touch" && !is_dragged(&cell)).then_some(cell));
            }
        }
    };
    let on_move = move |event: leptos::ev::PointerEvent| {
        let Some(from) = drawn_from.get_value().filter(|_| event.buttons() == 1) else { return };
        if let Some(cell) = cell_at(event.target()).filter(|cell| map.range.with_untracked(Option::is_some) || *cell != from) {
            let is_new = map.range.with_untracked(|range| range.as_ref().is_none_or(|range| range.end != cell));
            if is_new {
                range::extend_to(map, &from, cell);
            }
        }
    };
    let on_up = move |_| {
        if drawn_from.try_update_value(Option::take).flatten().is_some()
            && let Some(range) = map.range.get_untracked()
        {
            columns::focus_soon(map, range.end);
        }
    };
    let on_click = move |event: leptos::ev::MouseEvent| {
        let Some(cell) = cell_at(event.target()).filter(|_| !event.shift_key()) else { return };
        match cell.row.as_str() {
            HEAD_ROW => {
                if let Some(step) = map.step_of_column(&cell.column) {
                    map.selection.set(Selection::Step(step));
                }
            }
            STAGE_ROW => {
                if let Some(stage) = map.stage_of_column(&cell.column) {
                    map.selection.set(Selection::Stage(stage));
                }
            }
            _ if cell.column == TITLE_COLUMN && !page::is_within(event.target(), ".map-title :is(button, select)") => {
                map.selection.set(Selection::Lanes);
            }
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
    let cover = filter::cover(map);
    view! {
        <div
            node_ref=frame_ref
            class="map-scroll"
            class:is-editing=move || map.editing.with(Option::is_some)
            tabindex="-1"
            on:scroll=move |_| {
                measure();
                map.scrolled.notify();
            }
        >
            <div
                node_ref=grid_ref
                class="map-grid"
                role="grid"
                aria-label=journeys.map
                aria-rowcount=rows
                aria-colcount=columns
                data-zoom=move || map.view.zoom.get().key()
                data-narrow=move || map.view.is_narrow().then_some("")
                style:--map-column=move || format!("{}px", map.view.column_width.get())
                style:inline-size=width
                on:focusin=on_focus
                aria-multiselectable="true"
                on:keydown=move |event| keys::on_key(map, &event)
                on:copy=move |event| clipboard::on_copy(map, &event)
                on:cut=move |event| clipboard::on_cut(map, &event)
                on:paste=move |event| clipboard::on_paste(map, &event)
                on:pointerdown=on_down
                on:pointermove=on_move
                on:pointerup=on_up
                on:click=on_click
                on:dblclick=on_double_click
            >
                {selected_mark}
                <div class="map-top" role="rowgroup">
                    <StageRow />
                    <HeadRow />
                </div>
                <For each=move || map.lanes.get() key=|lane| lane.id.clone() let:lane>
                    <LaneRow lane cover />
                </For>
            </div>
            <CellEditor />
        </div>
    }
}

/// Whether a pointer moves what a cell stands for.
fn is_dragged(cell: &CellKey) -> bool {
    cell.row == HEAD_ROW || cell.row == STAGE_ROW || cell.column == TITLE_COLUMN
}

/// Tells cells that are built where their columns are now.
fn place_columns(grid: &Element, columns: &[MapColumn]) {
    let numbers: HashMap<String, String> =
        columns.iter().enumerate().map(|(at, column)| (column.key(), column_number(at))).collect();
    let Ok(cells) = grid.query_selector_all(".map-cell, .map-head") else { return };
    for index in 0..cells.length() {
        let Some(cell) = cells.get(index).and_then(|cell| cell.dyn_into::<HtmlElement>().ok()) else { continue };
        let number = cell.get_attribute("data-column").and_then(|column| numbers.get(&column));
        if let Some(number) = number.filter(|number| cell.get_attribute("aria-colindex").as_ref() != Some(number)) {
            let _ = cell.set_attribute("aria-colindex", number);
            let _ = cell.style().set_property("grid-column-start", number);
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
        <div class="map-title" role="rowheader" tabindex="-1" aria-colindex="1" data-row=row data-column=TITLE_COLUMN>{children()}</div>
    }
}
