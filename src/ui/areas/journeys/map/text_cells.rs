//! The cells of text lanes. They are most of what a map consists of, thousands in a big one, so they are no views with
//! signals of their own: each row brings its cells to the journey, and touches those alone that differ.

use super::state::{MapColumn, MapState, Selection};
use crate::ui::workspace::Shared;
use leptos::{html, prelude::*};
use reiseplan::plan::{Journey, LaneId, Step};
use std::{collections::HashMap, sync::Arc};
use wasm_bindgen::JsCast;
use web_sys::Element;

/// The cells of a text lane, one for each column.
#[component]
pub fn TextCells(lane: LaneId) -> impl IntoView {
    let map = expect_context::<MapState>();
    let row_ref = NodeRef::<html::Div>::new();
    let cells = StoredValue::new_local(Cells::new(lane));
    Effect::new(move |_| {
        let (Some(row), Some(Shared(journey))) = (row_ref.get(), map.journey.get()) else { return };
        cells.update_value(|cells| cells.show(map, &row, &journey));
    });
    view! { <div node_ref=row_ref class="map-text-cells" role="none"></div> }
}

/// A cell as it stands on the page.
struct Cell {
    column: MapColumn,
    step: Option<Arc<Step>>,
    element: Element,
}

struct Cells {
    lane: LaneId,
    /// An empty cell of this row, of which others are copies.
    pattern: Option<Element>,
    cells: Vec<Cell>,
}

impl Cells {
    fn new(lane: LaneId) -> Self {
        let pattern = document().create_element("div").ok().inspect(|cell| {
            let attributes = [("class", "map-cell map-text"), ("role", "gridcell"), ("tabindex", "-1")];
            for (name, value) in attributes.into_iter().chain([("data-row", lane.as_str())]) {
                let _ = cell.set_attribute(name, value);
            }
        });
        Self { lane, pattern, cells: Vec::new() }
    }

    /// Brings the cells in `row` to what the journey says.
    fn show(&mut self, map: MapState, row: &Element, journey: &Journey) {
        let wanted = columns(journey);
        let old = &self.cells;
        let same = |(cell, (column, _)): (&Cell, &(MapColumn, _))| cell.column == *column;
        // What stands before and behind the difference stays where it is.
        let before = old.iter().zip(&wanted).take_while(|pair| same(*pair)).count();
        let most = old.len().min(wanted.len()) - before;
        let behind = old.iter().rev().zip(wanted.iter().rev()).take(most).take_while(|pair| same(*pair)).count();
        let tail = self.cells.split_off(old.len() - behind);
        let mut differing: HashMap<MapColumn, Cell> =
            self.cells.drain(before..).map(|cell| (cell.column.clone(), cell)).collect();
        for (column, _) in &wanted[before..wanted.len() - behind] {
            let cell = differing.remove(column).or_else(|| self.new_cell(map, column.clone()));
            self.cells.extend(cell);
        }
        for cell in differing.into_values() {
            cell.element.remove();
        }
        let mut next = match before.checked_sub(1) {
            Some(last) => self.cells[last].element.next_element_sibling(),
            None => row.first_element_child(),
        };
        for cell in &self.cells[before..] {
            if next.as_ref() == Some(&cell.element) {
                next = cell.element.next_element_sibling();
            } else {
                let _ = row.insert_before(&cell.element, next.as_deref());
            }
        }
        self.cells.extend(tail);
        for (cell, (_, step)) in self.cells.iter_mut().zip(wanted) {
            cell.write(&self.lane, step);
        }
    }

    fn new_cell(&self, map: MapState, column: MapColumn) -> Option<Cell> {
        let element: Element = self.pattern.as_ref()?.clone_node().ok()?.dyn_into().ok()?;
        let _ = element.set_attribute("data-column", &column.key());
        let is_selected = map.selection.with_untracked(|selection| match (selection, &column.step) {
            (Selection::Step(selected), Some(step)) => selected == step,
            _ => false,
        });
        if is_selected {
            let _ = element.set_attribute("data-selected", "");
        }
        Some(Cell { column, step: None, element })
    }
}

impl Cell {
    /// Writes what the step says in a lane, if it is something else than before.
    fn write(&mut self, lane: &LaneId, step: Option<&Arc<Step>>) {
        fn text<'a>(lane: &LaneId, step: Option<&'a Arc<Step>>) -> &'a str {
            step.and_then(|step| step.texts.get(lane)).map_or("", String::as_str)
        }
        let is_same = match (&self.step, step) {
            (Some(old), Some(new)) => Arc::ptr_eq(old, new),
            (old, new) => old.is_none() && new.is_none(),
        };
        if is_same {
            return;
        }
        let new = text(lane, step);
        if text(lane, self.step.as_ref()) != new {
            self.element.set_text_content(Some(new));
        }
        self.step = step.cloned();
    }
}

/// The columns of a map with their steps.
fn columns(journey: &Journey) -> Vec<(MapColumn, Option<&Arc<Step>>)> {
    let mut columns = Vec::new();
    for stage in &journey.stages {
        let column = |step: Option<&Arc<Step>>| MapColumn { stage: stage.id.clone(), step: step.map(|step| step.id.clone()) };
        if stage.steps.is_empty() {
            columns.push((column(None), None));
        }
        columns.extend(stage.steps.iter().map(|step| (column(Some(step)), Some(step))));
    }
    columns
}
