//! All journeys of the plan.

use super::output::{OutputHost, Task, Tasks};
use crate::ui::{
    components::{Button, ButtonKind, Column, DataTable, EmptyState, Menu, MenuItem, PageHead, icons},
    workspace::{Shared, Workspace, use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::{
    editor::{Label, Noun, Place, Verb},
    figures::journey::emotion_figures,
    plan::{Journey, JourneyId, PainPointState, Plan, TypedId},
    route::Area,
    texts::format,
};

/// The list.
#[component]
pub fn JourneyList() -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let journeys = &texts.journeys;
    let ids = workspace.select(|plan| plan.journeys.ids().cloned().collect::<Vec<_>>());
    let is_empty = Memo::new(move |_| ids.with(Vec::is_empty));
    let columns = vec![
        Column::text(journeys.column_title),
        Column::text(journeys.column_kind),
        Column::text(journeys.column_personas),
        Column::number(journeys.column_steps),
        Column::number(journeys.column_mood),
        Column::number(journeys.column_pains),
        Column::text(""),
    ];
    let columns = Signal::stored(columns);
    let tasks = Tasks::new(None);
    let new_button = move |kind: ButtonKind| {
        view! {
            <Button icon=icons::LuTable label=texts.output.take_in.from_table on_press=move |()| tasks.set(Some(Task::TakeIn)) />
            <Button kind icon=icons::LuPlus label=journeys.new_journey on_press=move |()| add(workspace) />
        }
    };
    view! {
        <div class="page">
            <OutputHost tasks journey=None />
            <PageHead title=(texts.shell.area)(Area::Journeys) subtitle=journeys.list_intro>
                {move || (!is_empty.get()).then(|| new_button(ButtonKind::Secondary))}
            </PageHead>
            {move || match is_empty.get() {
                true => view! {
                    <EmptyState icon=icons::LuRoute title=journeys.empty_title text=journeys.empty_text>
                        {new_button(ButtonKind::Primary)}
                    </EmptyState>
                }
                .into_any(),
                false => view! {
                    <DataTable caption=(texts.shell.area)(Area::Journeys) caption_hidden=true columns>
                        <For each=move || ids.get() key=Clone::clone let:id>
                            <Row id />
                        </For>
                    </DataTable>
                }
                .into_any(),
            }}
        </div>
    }
}

#[component]
fn Row(id: JourneyId) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let journeys = &texts.journeys;
    let href = workspace.link(Area::Journeys, Some(id.as_id()));
    let journey = {
        let id = id.clone();
        workspace.select(move |plan| plan.journeys.get(&id).cloned().map(Shared))
    };
    let facts = {
        let id = id.clone();
        workspace.select(move |plan| plan.journeys.get(&id).map(|journey| facts(plan, journey)))
    };
    let title = Signal::derive(move || {
        let title = journey.with(|journey| journey.as_ref().map(|journey| journey.title.clone()).unwrap_or_default());
        if title.is_empty() { texts.terms.unnamed.to_owned() } else { title }
    });
    let items = Signal::derive(move || {
        let (copied, deleted) = (id.clone(), id.clone());
        vec![
            MenuItem::new(journeys.duplicate, move || duplicate(workspace, &copied)).icon(icons::LuCopy),
            MenuItem::new(journeys.delete, move || delete(workspace, &deleted)).icon(icons::LuTrash2),
        ]
    });
    let fact = move |show: fn(&Facts) -> String| move || facts.with(|facts| facts.as_ref().map(show));
    view! {
        <tr>
            <th scope="row"><a href=href dir="auto">{title}</a></th>
            <td>{move || journey.with(|journey| journey.as_ref().map(|journey| (texts.terms.journey_kind)(journey.kind)))}</td>
            <td dir="auto">{fact(|facts| facts.personas.clone())}</td>
            <td class="num">{fact(|facts| facts.steps.to_string())}</td>
            <td class="num">
                {move || facts.with(|facts| Some(format::signed(texts.language, facts.as_ref()?.mood?, 1)))}
            </td>
            <td class="num">{fact(|facts| facts.pains.to_string())}</td>
            <td><Menu small=true icon_only=true icon=icons::LuEllipsis label=Signal::derive(move || (journeys.more)(&title.get())) items /></td>
        </tr>
    }
}

/// What the list tells of a journey.
#[derive(Clone, PartialEq)]
struct Facts {
    personas: String,
    steps: usize,
    mood: Option<f64>,
    pains: usize,
}

fn facts(plan: &Plan, journey: &Journey) -> Facts {
    let personas = journey.personas.iter().filter_map(|id| plan.personas.get(id)).map(|persona| persona.name.clone());
    let emotions: Vec<_> = journey.steps().map(|step| step.emotion).collect();
    let touchpoints: std::collections::HashSet<_> = journey.steps().filter_map(|step| step.touchpoint.as_ref()).collect();
    let open = plan.pain_points.iter().filter(|pain_point| pain_point.state != PainPointState::Solved);
    Facts {
        personas: personas.collect::<Vec<_>>().join(", "),
        steps: emotions.len(),
        mood: emotion_figures(&emotions).map(|figures| figures.mean),
        pains: open.filter(|pain_point| pain_point.touchpoints.iter().any(|id| touchpoints.contains(id))).count(),
    }
}

fn add(workspace: Workspace) {
    let journey = Journey::new(workspace.new_id(), workspace.texts().journeys.new_title);
    let id = journey.id.clone();
    let place = Place::record(Area::Journeys, &id);
    workspace.edit(Label::new(Verb::Add, Noun::Journey), place, |plan| plan.journeys.insert(journey));
    workspace.go(Area::Journeys, Some(id.as_id().clone()));
}

fn duplicate(workspace: Workspace, id: &JourneyId) {
    let copy_id: JourneyId = workspace.new_id();
    let place = Place::area(Area::Journeys);
    workspace.edit(Label::new(Verb::Duplicate, Noun::Journey), place, |plan| {
        let Some(journey) = plan.journeys.get(id).cloned() else { return };
        let at = plan.journeys.position(id).map_or(usize::MAX, |at| at + 1);
        let title = (workspace.texts().journeys.copy_title)(&journey.title);
        plan.journeys.insert_at(at, Journey { id: copy_id, title, ..Journey::clone(&journey) });
    });
}

/// Deletes a journey; its touchpoints and their pain points stay.
pub(super) fn delete(workspace: Workspace, id: &JourneyId) {
    let title = workspace.with_plan(|plan| plan.journeys.get(id).map(|journey| journey.title.clone()).unwrap_or_default());
    let target = id.clone().into();
    workspace.edit(Label::new(Verb::Remove, Noun::Journey), Place::area(Area::Journeys), |plan| plan.delete(&target));
    workspace.tell_undoable((workspace.texts().journeys.deleted)(&title));
}
