//! The field over the cell that is being edited. There is one for the whole grid: typing touches no cell.

use super::{
    changes, columns,
    keys::{self, Towards},
    known_names::KnownNames,
    lanes,
    state::{CellKey, Editing, HEAD_ROW, MapState, STAGE_ROW, TITLE_COLUMN},
};
use crate::ui::{
    components::{EditEnd, InlineEditor, with_first},
    platform::page,
    workspace::use_texts,
};
use leptos::{ev::KeyboardEvent, html, prelude::*};
use reiseplan::{
    plan::{DepartmentId, Evidence, LaneKind, StepId},
    sheet::{cell_text, duration_text, plain_lane_title},
};
use wasm_bindgen::JsCast;

/// Where the field lies within the scrolled grid.
#[derive(Clone, Copy, PartialEq)]
struct Frame {
    left: f64,
    top: f64,
    width: f64,
    height: f64,
}

fn frame_of(cell: &CellKey) -> Option<Frame> {
    let element = document().query_selector(&cell.selector()).ok()??.dyn_into::<web_sys::HtmlElement>().ok()?;
    let scroll = element.closest(".map-scroll").ok()??;
    let (own, outer) = (element.get_bounding_client_rect(), scroll.get_bounding_client_rect());
    Some(Frame {
        left: own.left() - outer.left() + f64::from(scroll.scroll_left()),
        top: own.top() - outer.top() + f64::from(scroll.scroll_top()),
        width: own.width(),
        height: own.height(),
    })
}

/// Whether the map has a cell; follows its columns and lanes.
fn has_cell(map: MapState, cell: &CellKey) -> bool {
    let has_column = map.columns.with(|columns| columns.iter().any(|column| column.key() == cell.column));
    let has_lane = map.lanes.with(|lanes| lanes.iter().any(|lane| lane.id.as_str() == cell.row));
    (has_column || cell.column == TITLE_COLUMN) && (has_lane || matches!(&*cell.row, STAGE_ROW | HEAD_ROW))
}

/// The field, as long as something is being edited.
#[component]
pub fn CellEditor() -> impl IntoView {
    let map = expect_context::<MapState>();
    move || {
        let editing = map.editing.get()?;
        let frame = RwSignal::new(frame_of(&editing.cell)?);
        let px = move |value: fn(&Frame) -> f64| move || format!("{}px", frame.with(value));
        let own = StoredValue::new(editing.cell.clone());
        // Titles stay where they are while the map is scrolled; another window may move the cell, or take it away.
        Effect::new(move |before: Option<()>| {
            map.scrolled.track();
            let is_there = own.with_value(|cell| has_cell(map, cell));
            match before {
                Some(()) if is_there => page::after_render(move || {
                    if let Some(now) = own.try_with_value(frame_of).flatten() {
                        frame.try_set(now);
                    }
                }),
                Some(()) => map.editing.set(None),
                None => {}
            }
        });
        // Alt+Enter is done with the text and begins the next column.
        let on_key = move |event: KeyboardEvent| {
            if event.alt_key() && event.key() == "Enter" {
                event.prevent_default();
                event.stop_propagation();
                if let Some(field) = document().active_element().and_then(|field| field.dyn_into::<web_sys::HtmlElement>().ok()) {
                    let _ = field.blur();
                }
                keys::on_alt_key(map, &own.get_value(), "Enter", event.shift_key());
            }
        };
        Some(view! {
            <div
                class="map-editor"
                on:keydown:capture=on_key
                style:inset-inline-start=px(|frame| frame.left)
                style:inset-block-start=px(|frame| frame.top)
                style:inline-size=px(|frame| frame.width)
                style:min-block-size=px(|frame| frame.height)
            >
                {field(map, editing)}
            </div>
        })
    }
}

/// The field; with what the register has over the name of a column that is its touchpoint's, and with the parts of the
/// lifecycle over the title of a stage.
fn field(map: MapState, editing: Editing) -> AnyView {
    let step = map.step_of_column(&editing.cell.column).filter(|_| editing.cell.row == HEAD_ROW);
    let has_title = |step: &StepId| map.step(step).is_some_and(|step| step.with_untracked(|step| !step.title.is_empty()));
    if editing.cell.row == STAGE_ROW || step.is_some_and(|step| !has_title(&step)) {
        let cell = editing.cell.clone();
        view! { <KnownNames cell><Field editing /></KnownNames> }.into_any()
    } else {
        view! { <Field editing /> }.into_any()
    }
}

#[component]
fn Field(editing: Editing) -> impl IntoView {
    let map = expect_context::<MapState>();
    let texts = use_texts();
    let Editing { cell, typed } = editing;
    let lane = map.lanes.with_untracked(|lanes| lanes.iter().find(|lane| lane.id.as_str() == cell.row).cloned());
    let step = map.step_of_column(&cell.column);
    match (lane.as_ref().map(|lane| &lane.kind), step) {
        (Some(LaneKind::Evidence), Some(step)) => view! { <EvidenceChoice cell step typed /> }.into_any(),
        (Some(LaneKind::Department), Some(step)) if typed.as_ref().is_none_or(|typed| begins_department(map, typed)) => {
            view! { <DepartmentChoice cell step typed /> }.into_any()
        }
        (_, step) => {
            let row = match (&lane, cell.row.as_str()) {
                (Some(_), _) if cell.column == TITLE_COLUMN => texts.map.lane_title_field.to_owned(),
                (Some(lane), _) => plain_lane_title(lane, texts),
                (None, STAGE_ROW) => texts.journeys.stage_title_field.to_owned(),
                (None, _) => texts.journeys.touchpoint_field.to_owned(),
            };
            let name = step.as_ref().map(|step| map.heading(step)).unwrap_or_default();
            let label =
                if cell.row == STAGE_ROW || cell.column == TITLE_COLUMN { row } else { (texts.journeys.cell)(&row, &name) };
            let text = typed.unwrap_or_else(|| text_of(map, &cell, step.as_ref()));
            let multiline = lane.as_ref().is_some_and(|lane| has_lines(&lane.kind)) && cell.column != TITLE_COLUMN;
            let commit = {
                let cell = cell.clone();
                move |(text, end): (String, EditEnd)| {
                    write(map, &cell, step.as_ref(), text);
                    finish(map, &cell, end);
                }
            };
            let cancel = move |()| finish(map, &cell, EditEnd::Enter);
            view! { <InlineEditor label text on_commit=commit on_cancel=cancel multiline holds_tab=true /> }.into_any()
        }
    }
}

/// Whether a department of the register begins with what was typed; else it is the name of a new one.
fn begins_department(map: MapState, typed: &str) -> bool {
    let begins = |name: &str| name.to_lowercase().starts_with(&typed.to_lowercase());
    map.departments.with_untracked(|table| table.0.iter().any(|department| begins(&department.name)))
}

/// Whether the texts of a lane may have several lines.
fn has_lines(kind: &LaneKind) -> bool {
    kind.has_texts() || matches!(kind, LaneKind::PainPoints | LaneKind::Opportunities)
}

/// The text to begin with. A pain-point cell begins a new one.
fn text_of(map: MapState, cell: &CellKey, step: Option<&StepId>) -> String {
    let plan = map.workspace.plan_now();
    let Some(journey) = plan.journeys.get(&map.id()) else { return String::new() };
    if cell.row == STAGE_ROW {
        let stage = map.stage_of_column(&cell.column).and_then(|id| journey.stage(&id).cloned());
        let Some(stage) = stage else { return String::new() };
        let texts = map.workspace.texts();
        return match (&stage.sub_phase, stage.title.is_empty()) {
            (Some(id), true) => plan.sub_phase_name(id, texts),
            _ => stage.title,
        };
    }
    if cell.column == TITLE_COLUMN {
        return keys::lane_of(map, cell).map(|(lane, _)| lanes::lane_name(map, &lane)).unwrap_or_default();
    }
    let Some(step) = step.and_then(|id| journey.step(id)) else { return String::new() };
    match keys::lane_of(map, cell) {
        None => plan.step_heading(step),
        Some((lane, LaneKind::Text)) => step.texts.get(&lane).cloned().unwrap_or_default(),
        Some((lane, LaneKind::Expectation | LaneKind::Channels | LaneKind::Experience)) => {
            journey.lane(&lane).map(|lane| cell_text(&plan, map.workspace.texts(), lane, step)).unwrap_or_default()
        }
        Some((_, LaneKind::Duration)) => {
            step.duration.map(|duration| duration_text(map.workspace.texts(), duration)).unwrap_or_default()
        }
        Some(_) => String::new(),
    }
}

fn write(map: MapState, cell: &CellKey, step: Option<&StepId>, text: String) {
    if cell.row == STAGE_ROW {
        if let Some(stage) = map.stage_of_column(&cell.column)
            && text != text_of(map, cell, step)
        {
            columns::rename_stage(map, &stage, &text);
        }
        return;
    }
    if cell.column == TITLE_COLUMN {
        if let Some((lane, _)) = keys::lane_of(map, cell)
            && text != text_of(map, cell, step)
        {
            lanes::rename_lane(map, &lane, text);
        }
        return;
    }
    let Some(step) = step else { return };
    match keys::lane_of(map, cell) {
        None if cell.row == HEAD_ROW && text != text_of(map, cell, Some(step)) => changes::name_step(map, step, &text),
        Some((lane, LaneKind::Text)) => changes::write_text(map, step, &lane, text),
        Some((lane, LaneKind::Expectation | LaneKind::Channels | LaneKind::Experience | LaneKind::Kpis))
            if text != text_of(map, cell, Some(step)) =>
        {
            changes::write_typed(map, step, &lane, &text);
        }
        Some((_, LaneKind::Duration)) => changes::write_duration(map, step, &text),
        Some((_, LaneKind::Department)) => changes::write_department(map, step, &text),
        Some((_, LaneKind::PainPoints)) => changes::add_pain_point(map, step, &text),
        Some((_, LaneKind::Opportunities)) => changes::add_opportunity(map, step, &text),
        _ => {}
    }
}

/// Takes the field away and moves the focus on.
fn finish(map: MapState, cell: &CellKey, end: EditEnd) {
    map.editing.set(None);
    match end {
        EditEnd::Leave => {}
        EditEnd::Enter => page::focus(&cell.selector()),
        EditEnd::Tab => keys::go_on(map, cell),
        EditEnd::TabBack => keys::move_focus(map, cell, Towards::Left),
    }
}

/// A choice in place of a cell: Enter and leaving keep it, Esc restores.
#[component]
fn Choice(
    cell: CellKey,
    label: String,
    options: Vec<(String, String)>,
    value: String,
    typed: Option<String>,
    #[prop(into)] on_choose: Callback<String>,
) -> impl IntoView {
    let map = expect_context::<MapState>();
    let select_ref = NodeRef::<html::Select>::new();
    let done = StoredValue::new(false);
    select_ref.on_load(|select| {
        let _ = select.focus();
    });
    let before = value.clone();
    // The key that began the edit has chosen already.
    let begins = |name: &str, typed: &str| name.to_lowercase().starts_with(&typed.to_lowercase());
    let typed = typed.and_then(|typed| options.iter().find(|(_, name)| begins(name, &typed)).map(|(key, _)| key.clone()));
    let value = typed.unwrap_or(value);
    let keep = move |end: EditEnd, cell: &CellKey| {
        // Taking the field away makes the browser report that it was left: by then it has reported, or is gone.
        if done.try_get_value() != Some(false) {
            return;
        }
        done.set_value(true);
        if let Some(select) = select_ref.get_untracked()
            && select.value() != before
        {
            on_choose.run(select.value());
        }
        finish(map, cell, end);
    };
    let (on_leave, left) = (keep.clone(), cell.clone());
    let on_key = move |event: KeyboardEvent| {
        event.stop_propagation();
        match (event.key().as_str(), event.shift_key()) {
            ("Escape", _) => {
                done.set_value(true);
                finish(map, &cell, EditEnd::Enter);
            }
            ("Enter", _) => keep(EditEnd::Enter, &cell),
            ("Tab", false) => keep(EditEnd::Tab, &cell),
            ("Tab", true) => keep(EditEnd::TabBack, &cell),
            _ => return,
        }
        event.prevent_default();
    };
    view! {
        <select node_ref=select_ref class="map-choice" aria-label=label on:keydown=on_key on:blur=move |_| on_leave(EditEnd::Leave, &left)>
            {options
                .into_iter()
                .map(|(key, name)| {
                    let selected = key == value;
                    view! { <option value=key selected=selected>{name}</option> }
                })
                .collect_view()}
        </select>
    }
}

#[component]
fn EvidenceChoice(cell: CellKey, step: StepId, typed: Option<String>) -> impl IntoView {
    let map = expect_context::<MapState>();
    let texts = use_texts();
    let now = map.step(&step).and_then(|signal| signal.with_untracked(|step| step.evidence));
    let key =
        |evidence: Option<Evidence>| evidence.map(|evidence| (texts.terms.evidence)(evidence).to_owned()).unwrap_or_default();
    let choices = Evidence::ALL.into_iter().map(|evidence| (key(Some(evidence)), key(Some(evidence))));
    let options = with_first(texts.journeys.evidence_none, choices);
    let label = (texts.journeys.cell)(texts.journeys.evidence_field, &map.heading(&step));
    let choose = move |chosen: String| {
        changes::set_evidence(map, &step, Evidence::ALL.into_iter().find(|evidence| key(Some(*evidence)) == chosen));
    };
    view! { <Choice cell label options value=key(now) typed on_choose=choose /> }
}

#[component]
fn DepartmentChoice(cell: CellKey, step: StepId, typed: Option<String>) -> impl IntoView {
    let map = expect_context::<MapState>();
    let texts = use_texts();
    let plan = map.workspace.plan_now();
    let now = plan.step(&map.id(), &step).and_then(|step| plan.touchpoint_of(step)?.department.clone());
    let departments = plan.departments.iter();
    let departments = departments.map(|department| (department.id.to_string(), texts.terms.named(&department.name).to_owned()));
    let options = with_first(texts.journeys.department_none, departments);
    let label = (texts.journeys.cell)(texts.journeys.department_field, &map.heading(&step));
    let choose = move |chosen: String| changes::set_department(map, &step, DepartmentId::try_from(chosen.as_str()).ok());
    view! { <Choice cell label options value=now.map(|id| id.to_string()).unwrap_or_default() typed on_choose=choose /> }
}
