//! The two rows on top: stages as a line in the hue of their phase, steps as stations on it.

use super::{
    columns,
    grid::RowTitle,
    state::{CellKey, HEAD_ROW, MapColumn, MapState, STAGE_ROW, Selection},
    viewport::{BuiltColumn, built_columns, column_number},
};
use crate::ui::{
    components::{Icon, icons, phase_key},
    workspace::use_texts,
};
use leptos::prelude::*;
use reiseplan::{
    plan::{Plan, StageId, StepId, seen},
    sheet::stage_title,
};

/// A stage as the row shows it.
#[derive(Clone, PartialEq)]
struct StageHead {
    id: StageId,
    first_column: String,
    first: usize,
    columns: usize,
    title: String,
    phase: Option<&'static str>,
}

/// The row of stages.
#[component]
pub fn StageRow() -> impl IntoView {
    let map = expect_context::<MapState>();
    let texts = use_texts();
    let heads = map.workspace.select(move |plan| {
        let journey = plan.journeys.get(&map.id());
        let mut first = 0;
        let head = |stage| {
            let head = stage_head(plan, stage, first, texts);
            first += head.columns;
            head
        };
        journey.map(|journey| journey.stages.iter().map(head).collect::<Vec<_>>()).unwrap_or_default()
    });
    let last_place = move || map.columns.with(|columns| column_number(columns.len()));
    view! {
        <div class="map-row map-stages" role="row">
            <RowTitle row=STAGE_ROW.to_owned()><span class="visually-hidden">{texts.journeys.row_stages}</span></RowTitle>
            <For each=move || heads.with(|heads| heads.iter().map(|head| head.id.clone()).collect::<Vec<_>>()) key=Clone::clone let:id>
                <StageCell heads id />
            </For>
            <div class="map-add" role="gridcell" style:grid-column-start=last_place>
                <button type="button" class="map-add-button" aria-label=texts.journeys.add_stage_label on:click=move |_| columns::add_stage(map, None)>
                    <Icon icon=icons::LuPlus />
                    {texts.journeys.add_stage}
                </button>
            </div>
        </div>
    }
}

/// The cell of a stage. It stays while its stage changes, and so does the focus.
#[component]
fn StageCell(heads: Memo<Vec<StageHead>>, id: StageId) -> impl IntoView {
    let map = expect_context::<MapState>();
    let own = id.clone();
    let (dragged, onto) = (id.clone(), id.clone());
    let head = Memo::new(move |_| heads.with(|heads| heads.iter().find(|head| head.id == own).cloned()));
    let columns = move || head.with(|head| head.as_ref().map(|head| head.columns.to_string()));
    let number = move || head.with(|head| head.as_ref().map(|head| column_number(head.first)));
    let place =
        move || head.with(|head| head.as_ref().map(|head| format!("{} / span {}", column_number(head.first), head.columns)));
    let title = Memo::new(move |_| head.with(|head| head.as_ref().map(|head| head.title.clone())));
    let is_upright =
        Memo::new(move |_| head.with(|head| head.as_ref().is_some_and(|head| map.view.is_upright(&head.title, head.columns))));
    view! {
        <div
            class="map-stage"
            role="columnheader"
            tabindex="-1"
            aria-colindex=number
            aria-colspan=columns
            data-row=STAGE_ROW
            data-column=move || head.with(|head| head.as_ref().map(|head| head.first_column.clone()))
            data-phase=move || head.with(|head| head.as_ref().and_then(|head| head.phase))
            data-upright=move || is_upright.get().then_some("")
            title=move || title.get()
            data-selected=move || map.selection.with(|selection| *selection == Selection::Stage(id.clone())).then_some("")
            style:grid-column=move || place().unwrap_or_default()
            draggable="true"
            on:dragstart=move |event| {
                if let Some(data) = event.data_transfer() {
                    let _ = data.set_data(STAGE_DRAG_TYPE, dragged.as_str());
                }
            }
            on:dragover=allow_drop
            on:drop=move |event| drop_on_stage(map, &event, &onto)
        >
            <span class="map-stage-title" dir="auto">
                {move || title.get()}
            </span>
        </div>
    }
}

fn stage_head(plan: &Plan, stage: &reiseplan::plan::Stage, first: usize, texts: &reiseplan::texts::Texts) -> StageHead {
    let column = MapColumn { stage: stage.id.clone(), step: stage.steps.first().map(|step| step.id.clone()) };
    let title = stage_title(plan, texts, stage);
    StageHead {
        id: stage.id.clone(),
        first_column: column.key(),
        first,
        columns: stage.steps.len().max(1),
        title,
        phase: plan.phase_of(stage.sub_phase.as_ref()).map(phase_key),
    }
}

/// The row of column headings.
#[component]
pub fn HeadRow() -> impl IntoView {
    let map = expect_context::<MapState>();
    let journeys = &use_texts().journeys;
    let last_stage = move || map.columns.with_untracked(|columns| columns.last().map(|column| column.stage.clone()));
    let add = move |_| {
        if let Some(stage) = last_stage() {
            columns::add_step(map, &stage, None);
        }
    };
    let columns = built_columns(map, None);
    let last_place = move || map.columns.with(|columns| column_number(columns.len()));
    view! {
        <div class="map-row map-heads" role="row">
            <RowTitle row=HEAD_ROW.to_owned()><span class="visually-hidden">{journeys.row_steps}</span></RowTitle>
            <For each=move || columns.get() key=|built| built.column.clone() let:built>
                <Head built />
            </For>
            <div class="map-add" role="gridcell" style:grid-column-start=last_place>
                <button type="button" class="map-add-button" aria-label=journeys.add_step_label on:click=add>
                    <Icon icon=icons::LuPlus />
                    {journeys.add_step}
                </button>
            </div>
        </div>
    }
}

#[component]
fn Head(built: BuiltColumn) -> impl IntoView {
    let map = expect_context::<MapState>();
    let texts = use_texts();
    let number = built.number();
    let place = number.clone();
    let column = built.column;
    let cell = CellKey::new(HEAD_ROW, column.key());
    let stage = column.stage.clone();
    let phase = map.workspace.select(move |plan| {
        let journey = plan.journeys.get(&map.id())?;
        plan.phase_of(journey.stage(&stage)?.sub_phase.as_ref()).map(phase_key)
    });
    let Some((step, signal)) = column.step.as_ref().and_then(|id| Some((id.clone(), map.step(id)?))) else {
        let stage = column.stage;
        return view! {
            <div class="map-head map-head-empty" role="columnheader" tabindex="-1" aria-colindex=number data-row=cell.row data-column=cell.column data-phase=move || phase.get() style:grid-column-start=place>
                <button type="button" class="map-add-button" aria-label=texts.journeys.add_step_label on:click=move |_| columns::add_step(map, &stage, None)>
                    <Icon icon=icons::LuPlus />
                    {texts.journeys.add_step}
                </button>
            </div>
        }
        .into_any();
    };
    let heading = {
        let signal = signal.clone();
        Memo::new(move |_| {
            let step = signal.get();
            map.touchpoints.track();
            if !seen(&step.title).is_empty() {
                return step.title.clone();
            }
            let name =
                step.touchpoint.as_ref().and_then(|id| map.touchpoints.with(|table| table.0.get(id).map(|t| t.name.clone())));
            name.unwrap_or_default()
        })
    };
    let truth = {
        let signal = signal.clone();
        move || signal.with(|step| step.moment_of_truth)
    };
    let filled = truth.clone();
    let own = StoredValue::new(step.clone());
    let is_selected = move || map.selection.with(|selection| own.with_value(|own| selection.is_step(own)));
    let expanded = move || is_selected().to_string();
    view! {
        <div
            class="map-head"
            role="columnheader"
            tabindex="-1"
            aria-colindex=number
            aria-expanded=expanded
            draggable="true"
            data-row=cell.row
            data-column=cell.column
            data-phase=move || phase.get()
            data-filled=move || filled().then_some("")
            data-selected=move || is_selected().then_some("")
            style:grid-column-start=place
            on:dragstart=move |event| {
                if let Some(data) = event.data_transfer() {
                    let _ = data.set_data(DRAG_TYPE, step.as_str());
                }
            }
            on:dragover=allow_step_drop
            on:drop={
                let onto = column.step.clone();
                move |event: web_sys::DragEvent| {
                    let dragged = event.data_transfer().and_then(|data| data.get_data(DRAG_TYPE).ok());
                    let dragged = dragged.and_then(|id| StepId::try_from(id.as_str()).ok());
                    if let (Some(dragged), Some(onto)) = (dragged, &onto) {
                        event.prevent_default();
                        event.stop_propagation();
                        columns::drop_step(map, &dragged, onto);
                    }
                }
            }
        >
            <span class="station-stop map-head-stop" aria-hidden="true"></span>
            <span class="map-head-title" dir="auto" class:unnamed=move || heading.with(|heading| seen(heading).is_empty())>
                {move || heading.with(|heading| texts.terms.named(heading).to_owned())}
            </span>
            {move || truth().then(|| view! { <span class="visually-hidden">{texts.journeys.moment_of_truth}</span> })}
        </div>
    }
    .into_any()
}

/// Kind of what is dragged when a column is.
const DRAG_TYPE: &str = "application/x-reiseplan-step";
/// Kind of what is dragged when a stage is.
const STAGE_DRAG_TYPE: &str = "application/x-reiseplan-stage";

fn carries(event: &web_sys::DragEvent, kind: &str) -> bool {
    event.data_transfer().is_some_and(|data| data.types().includes(&kind.into(), 0))
}

/// Lets a step be dropped here.
fn allow_step_drop(event: web_sys::DragEvent) {
    if carries(&event, DRAG_TYPE) {
        event.prevent_default();
    }
}

/// Lets a stage or a step be dropped here.
fn allow_drop(event: web_sys::DragEvent) {
    if carries(&event, DRAG_TYPE) || carries(&event, STAGE_DRAG_TYPE) {
        event.prevent_default();
    }
}

/// Puts a dragged stage into the place of another, or a dragged step at its end.
fn drop_on_stage(map: MapState, event: &web_sys::DragEvent, onto: &StageId) {
    let data = |kind| event.data_transfer().and_then(|data| data.get_data(kind).ok()).filter(|data| !data.is_empty());
    if let Some(stage) = data(STAGE_DRAG_TYPE).and_then(|id| StageId::try_from(id.as_str()).ok()) {
        columns::drop_stage(map, &stage, onto);
    } else if let Some(step) = data(DRAG_TYPE).and_then(|id| StepId::try_from(id.as_str()).ok()) {
        columns::drop_step_into(map, &step, onto);
    } else {
        return;
    }
    event.prevent_default();
    event.stop_propagation();
}
