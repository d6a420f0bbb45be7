//! What marks cells for a while: the selection and the hits of a search. Cells aren't told one by one; those that are
//! built get their marks here.

use super::{
    range,
    state::{HEAD_ROW, MapState, STAGE_ROW, TITLE_COLUMN},
};
use crate::ui::platform::page;
use leptos::{html, prelude::*};
use reiseplan::{plan::TypedId, sheet::Hit};
use std::collections::{HashMap, HashSet};
use wasm_bindgen::JsCast;
use web_sys::Element;

/// Keeps the marks of the grid's cells right.
pub fn keep_marks(map: MapState, grid: NodeRef<html::Div>) {
    let range = range::range_memo(map);
    Effect::new(move |before: Option<bool>| {
        let range = range.get();
        let hits: HashSet<Hit> = map.finder.hits.with(|hits| hits.iter().copied().collect());
        let shown = map.finder.shown_hit();
        let marked = range.is_some() || !hits.is_empty();
        if !marked && before != Some(true) {
            return false;
        }
        map.view.track_built();
        let rows: HashMap<String, usize> = map.lanes.with(|lanes| {
            let lanes = lanes.iter().enumerate().map(|(at, lane)| (lane.id.as_id().to_string(), at + 1));
            lanes.chain([(HEAD_ROW.to_owned(), 0)]).collect()
        });
        let columns: HashMap<String, usize> = map.columns.with(|columns| {
            let columns = columns.iter().enumerate().map(|(at, column)| (column.key(), at + 1));
            columns.chain([(TITLE_COLUMN.to_owned(), 0)]).collect()
        });
        page::after_render(move || {
            let Some(grid) = grid.try_get_untracked().flatten() else { return };
            for_each_cell(&grid, |cell| {
                let place = |name: &str, places: &HashMap<String, usize>| {
                    cell.get_attribute(name).and_then(|key| places.get(&key).copied())
                };
                let column = place("data-column", &columns);
                let is_stage = cell.get_attribute("data-row").as_deref() == Some(STAGE_ROW);
                let place = place("data-row", &rows).zip(column);
                let is_selected = place
                    .zip(range.as_ref())
                    .is_some_and(|((row, column), range)| range.rows.contains(&row) && range.columns.contains(&column));
                let hit = if is_stage { column.map(Hit::Stage) } else { place.map(|(row, column)| Hit::Cell(row, column)) };
                let hit = hit.filter(|hit| hits.contains(hit)).map(|hit| if Some(hit) == shown { "shown" } else { "" });
                set(cell, "aria-selected", is_selected.then_some("true"));
                set(cell, "data-hit", hit);
            });
        });
        marked
    });
}

fn set(cell: &Element, name: &str, value: Option<&str>) {
    let _ = match value {
        Some(value) => cell.set_attribute(name, value),
        None => cell.remove_attribute(name),
    };
}

fn for_each_cell(grid: &Element, mut mark: impl FnMut(&Element)) {
    let Ok(cells) = grid.query_selector_all("[data-row]") else { return };
    for index in 0..cells.length() {
        if let Some(cell) = cells.get(index).and_then(|cell| cell.dyn_into::<Element>().ok()) {
            mark(&cell);
        }
    }
}
