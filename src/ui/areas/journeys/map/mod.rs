//! The map of one journey: a grid of lanes and steps, and a panel for the selected step or stage.

mod cells;
mod changes;
mod changes_panel;
mod channel_cells;
mod clipboard;
mod columns;
mod commands;
mod curves;
mod editor;
mod emotion;
mod emotion_point;
mod filter;
mod finder;
mod grid;
mod heads;
mod highest;
mod journey_panel;
mod keys;
mod known_names;
mod kpi_cells;
mod lanes;
mod lanes_panel;
mod marks;
mod opportunities;
mod pain_points;
mod range;
mod said_cells;
mod stage_panel;
mod state;
mod step_fields;
mod step_kpis;
mod step_links;
mod step_panel;
mod step_said;
mod step_texts;
mod step_touchpoint;
pub mod target;
mod toolbar;
mod turns;
mod viewport;

use super::output::{self, OutputActions, OutputHost, Subject, Tasks};
use crate::ui::{
    actions::{PageAction, PageActions, key_rows},
    components::{Button, EmptyState, KeyList, LiveRegion, PageHead, icons},
    platform::page,
    workspace::{Shared, use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::{
    editor::{Label, Noun, Verb},
    plan::{JourneyId, StepId},
};
use state::{CellKey, HEAD_ROW, MapState, Selection};
pub use target::design_target;

/// The page of a map.
#[component]
pub fn MapPage(id: JourneyId) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let journeys = &texts.journeys;
    let tasks = Tasks::new(None);
    let map = MapState::new(workspace, id);
    let actions = output::page_actions(tasks, texts).into_iter().chain(commands::page_actions(map)).collect();
    PageActions { actions, keys: Some(keys_of_map) }.offer(workspace);
    provide_context(map);
    columns::keep_focus(map);
    columns::keep_panel(map);
    clipboard::follow_undo(map);
    let subject = Signal::derive(move || Some(Subject { journey: map.id(), target: map.chosen_target.get() }));
    // An address that names a step shows it, as soon as it is there.
    Effect::new(move |_| {
        let Some(step) = workspace.route.get().and_then(|route| route.part).map(StepId::from) else { return };
        if map.journey.with_untracked(|journey| journey.as_ref().is_some_and(|journey| journey.step(&step).is_some())) {
            let head = CellKey::new(HEAD_ROW, step.to_string()).selector();
            map.selection.set(Selection::Step(step));
            page::after_render(move || page::bring_into_view(&head));
        }
    });
    let title = Signal::derive(move || {
        map.journey.with(|journey| journey.as_ref().map(|journey| journey.title.clone()).unwrap_or_default())
    });
    let subtitle = workspace.select(move |plan| {
        let Some(Shared(journey)) = map.journey.get() else { return String::new() };
        let names = journey.personas.iter().filter_map(|id| plan.personas.get(id)).map(|persona| persona.name.clone());
        let names = names.collect::<Vec<_>>().join(", ");
        let names = if names.is_empty() { journeys.no_persona.to_owned() } else { names };
        let facts = (journeys.facts)(journey.steps().count(), journey.stages.len());
        format!("{} · {names} · {facts}", (texts.terms.journey_kind)(journey.kind))
    });
    let rename = move |title: String| map.change(Label::new(Verb::Rename, Noun::Journey), |journey| journey.title = title);
    let is_empty = Memo::new(move |_| map.columns.with(Vec::is_empty));
    // Who has opened a panel by its button closes it from there, too: the focus is still on it.
    let on_key = move |event: leptos::ev::KeyboardEvent| {
        let is_pressed = || page::is_within(event.target(), ".page-head [aria-pressed=\"true\"]");
        if event.key() == "Escape" && is_pressed() {
            map.selection.set(Selection::None);
        }
    };
    view! {
        <div class="with-panel">
            <div class="page page-full map-page" on:keydown=on_key>
                <PageHead
                    title
                    subtitle
                    on_rename=Callback::new(rename)
                    rename_label=journeys.title_field
                    preset=journeys.new_title
                    placeholder=texts.terms.unnamed
                >
                    <OutputActions tasks />
                    <changes_panel::TargetButton />
                    <Button
                        icon=icons::LuLayers
                        label=journeys.lanes
                        pressed=Signal::derive(move || map.selection.get() == Selection::Lanes)
                        on_press=move |()| map.toggle(Selection::Lanes)
                    />
                    <Button
                        icon=icons::LuSettings
                        label=journeys.settings
                        pressed=Signal::derive(move || map.selection.get() == Selection::Journey)
                        on_press=move |()| map.toggle(Selection::Journey)
                    />
                </PageHead>
                <p class="map-printed">{texts.output.print_whole}</p>
                <LiveRegion text=map.said />
                <OutputHost tasks subject />
                {move || match is_empty.get() {
                    true => view! { <Start /> }.into_any(),
                    false => view! {
                        <toolbar::Toolbar />
                        <grid::Grid />
                    }.into_any(),
                }}
            </div>
            {move || match map.selection.get() {
                Selection::None => ().into_any(),
                Selection::Changes => view! { <changes_panel::ChangesPanel /> }.into_any(),
                Selection::Lanes => view! { <lanes_panel::LanesPanel /> }.into_any(),
                Selection::Journey => view! { <journey_panel::JourneyPanel /> }.into_any(),
                Selection::Stage(id) => view! { <stage_panel::StagePanel id /> }.into_any(),
                Selection::Step(id) => view! { <step_panel::StepPanel id /> }.into_any(),
            }}
        </div>
    }
}

/// The keys of a map in the list of keys: those of its actions, then those of its cells and of its presentation.
fn keys_of_map() -> AnyView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.map.work;
    let of_action = |action: &PageAction| Some((action.label.clone(), vec![action.shortcut?.in_words(texts)]));
    let mut rows: Vec<_> = workspace.page_actions.with_untracked(|page| page.actions.iter().filter_map(of_action).collect());
    rows.extend(key_rows(words.keys, texts));
    view! {
        <h3 class="shortcut-list-head">{words.keys_title}</h3>
        <KeyList rows />
    }
    .into_any()
}

/// What stands in place of the grid as long as there are no stages.
#[component]
fn Start() -> impl IntoView {
    let map = expect_context::<MapState>();
    let texts = use_texts();
    let (journeys, words) = (&texts.journeys, &texts.map.work);
    clipboard::paste_without_grid(map);
    view! {
        <EmptyState icon=icons::LuRoute title=journeys.start_title text=journeys.start_text>
            <Button icon=icons::LuRoute label=journeys.start_all on_press=move |()| columns::add_all_stages(map) />
            <Button icon=icons::LuPlus label=journeys.start_one on_press=move |()| columns::add_stage(map, None) />
            <Button icon=icons::LuClipboardPaste label=words.paste_table on_press=move |()| clipboard::paste_by_button(map, true) />
        </EmptyState>
    }
}
