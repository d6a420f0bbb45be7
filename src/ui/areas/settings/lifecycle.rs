//! The lifecycle: three phases, each with its sub-phases.

use super::{
    SettingsPage, register,
    row::{Cells, RegisterRow, cell},
    section::{Part, Section},
};
use crate::ui::{
    components::{Button, ButtonKind, Menu, MenuItem, SelectField, icons, phase_key, phase_of},
    platform::page as browser_page,
    workspace::{Workspace, use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::{
    catalogue::{LIFECYCLE_MODELS, LifecycleModel},
    editor::{Label, Noun, Place, Verb},
    plan::{Phase, Plan, SubPhase, SubPhaseId, TypedId, doubled_names},
    route::Area,
};
use std::collections::HashSet;

/// The section.
#[component]
pub fn LifecycleSection() -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let count = workspace.select(|plan| plan.sub_phases.len().to_string());
    let doubled = workspace.select(move |plan| {
        let names: Vec<String> = plan.sub_phases.ids().map(|id| plan.sub_phase_name(id, texts)).collect();
        doubled_names(names.iter().map(String::as_str))
    });
    view! {
        <Section part=Part::Lifecycle count>
            <Models />
            {Phase::ALL.map(|phase| view! { <PhaseRegister phase doubled /> }).collect_view()}
        </Section>
    }
}

fn place(id: &SubPhaseId) -> Place {
    Place::record(Area::Settings, id.as_id())
}

fn shift<R>(workspace: Workspace, id: &SubPhaseId, shift: impl FnOnce(&mut Plan) -> R) -> Option<R> {
    workspace.edit(Label::new(Verb::Move, Noun::SubPhase), place(id), shift)
}

/// A menu of other models of the lifecycle.
#[component]
fn Models() -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let adopt = move |model: &'static LifecycleModel| {
        let place = Place::area(Area::Settings);
        let kept =
            workspace.edit(Label::new(Verb::Change, Noun::SubPhase), place, |plan| plan.adopt_sub_phases(model.sub_phases));
        let Some(kept) = kept else { return };
        let plan = workspace.plan_now();
        let names: Vec<String> = kept.iter().map(|id| plan.sub_phase_name(id, texts)).collect();
        workspace.tell_undoable((texts.canvas.model_taken)(model.name(texts.language), &names));
    };
    let items =
        LIFECYCLE_MODELS.iter().map(|model| MenuItem::new(model.name(texts.language), move || adopt(model))).collect::<Vec<_>>();
    view! {
        <div class="lifecycle-models">
            <Menu label=texts.canvas.models icon=icons::LuLayers items=Signal::stored(items) />
        </div>
    }
}

/// A phase with its sub-phases.
#[component]
fn PhaseRegister(phase: Phase, doubled: Memo<HashSet<String>>) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let settings = &texts.settings;
    let page = expect_context::<SettingsPage>();
    let title = (texts.terms.phase)(phase);
    let ids = workspace.select(move |plan| plan.sub_phases_in(phase).map(|sub_phase| sub_phase.id.clone()).collect::<Vec<_>>());
    let add = move |()| {
        let id: SubPhaseId = workspace.new_id();
        register::add(workspace, page, Noun::SubPhase, place(&id), id.as_id(), |plan| {
            plan.add_sub_phase(SubPhase::new(id.clone(), phase));
        });
    };
    view! {
        <div class="register register-lifecycle" data-phase=phase_key(phase)>
            <h3 class="lifecycle-phase-title">{title}</h3>
            <Show when=move || ids.with(Vec::is_empty)>
                <p class="register-empty">{settings.phase_empty}</p>
            </Show>
            <ul class="register-rows" aria-label=title>
                <For each=move || ids.get() key=SubPhaseId::clone children=move |id| view! { <SubPhaseRow id ids doubled list=phase_key(phase).to_owned() /> } />
            </ul>
            <div class="register-add">
                <Button
                    kind=ButtonKind::Quiet
                    icon=icons::LuPlus
                    label=settings.add_sub_phase
                    hint=(settings.add_sub_phase_to)(title)
                    on_press=add
                />
            </div>
        </div>
    }
}

/// A sub-phase.
#[component]
fn SubPhaseRow(id: SubPhaseId, ids: Memo<Vec<SubPhaseId>>, doubled: Memo<HashSet<String>>, list: String) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let settings = &texts.settings;
    let page = expect_context::<SettingsPage>();
    let own = StoredValue::new(id.clone());
    let standard = (texts.terms.sub_phase)(id.as_str()).unwrap_or_default();
    // A sub-phase without any name shows the words for that as a placeholder.
    let name: Signal<String> = {
        let id = id.clone();
        let own_name = move |plan: &Plan| plan.sub_phases.get(&id).map(|sub_phase| sub_phase.name.clone()).unwrap_or_default();
        workspace
            .select(move |plan| Some(own_name(plan)).filter(|name| !name.is_empty()).unwrap_or_else(|| standard.to_owned()))
            .into()
    };
    let shown_name = Signal::derive(move || name.with(|name| texts.terms.named(name).to_owned()));
    let phase = {
        let id = id.clone();
        workspace.select(move |plan| plan.phase_of(Some(&id)).map(phase_key).unwrap_or_default().to_owned())
    };
    let at =
        Memo::new(move |_| own.with_value(|id| ids.with(|ids| Some((ids.iter().position(|other| other == id)?, ids.len())))));
    // The standard name stays out of the plan, so that it goes with the reader's language.
    let rename = move |new: String| {
        let new = if new == standard { String::new() } else { new };
        let id = own.get_value();
        let is_first = name.with_untracked(String::is_empty);
        register::name(workspace, Noun::SubPhase, place(&id), id.as_id(), is_first, |plan| {
            plan.sub_phases.update(&id, |sub_phase| sub_phase.name = new);
        });
    };
    let shift_to = move |to: usize| {
        let id = own.get_value();
        if shift(workspace, &id, |plan| plan.move_sub_phase(&id, to)) == Some(true) {
            let places = ids.get_untracked();
            let place = places.iter().position(|other| *other == id).map_or(1, |at| at + 1);
            page.spoken.set((settings.moved)(&shown_name.get_untracked(), place, places.len()));
        }
    };
    let move_to = move |key: String| {
        let id = own.get_value();
        let Some(phase) = phase_of(&key) else { return };
        // It comes to another list, in a row made anew.
        browser_page::keep_focus();
        shift(workspace, &id, |plan| plan.move_sub_phase_to(&id, phase));
    };
    let delete = move |()| {
        let name = shown_name.get_untracked();
        if workspace.plan_now().sub_phases.len() == 1 {
            workspace.tell((settings.last_sub_phase)(&name), None);
            return false;
        }
        register::delete(workspace, Noun::SubPhase, own.get_value().into(), &name)
    };
    let phases = Phase::ALL.map(|phase| (phase_key(phase).to_owned(), (texts.terms.phase)(phase).to_owned())).to_vec();
    let phase_label = Signal::derive(move || shown_name.with(|name| (settings.field_of)(settings.phase, name)));
    let phase_field = view! {
        <SelectField
            id=format!("phase-of-{id}")
            label=phase_label
            label_hidden=true
            options=Signal::stored(phases)
            value=phase
            on_commit=move_to
        />
    };
    let is_new = register::take_added(page, id.as_id());
    view! {
        <RegisterRow
            id=id.as_id().clone()
            name
            doubled=Signal::derive(move || register::is_doubled(doubled, name))
            list
            place=at
            on_rename=rename
            on_move=shift_to
            on_delete=delete
            is_new
            cells=Cells { fields: Some(cell(settings.phase, phase_field.into_any())), ..Cells::default() }
        />
    }
}
