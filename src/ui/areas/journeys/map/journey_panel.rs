//! The panel of the journey as a whole: its kind and its personas.

use super::{columns, state::MapState, target};
use crate::ui::{
    components::{Button, ButtonKind, ChipsPicker, Panel, Segmented, SelectField, icons, with_first},
    workspace::use_texts,
};
use leptos::prelude::*;
use reiseplan::{
    editor::{Label, Noun, Verb},
    plan::{JourneyId, JourneyKind, Persona, PersonaId},
    route::Area,
};

/// The panel.
#[component]
pub fn JourneyPanel() -> impl IntoView {
    let map = expect_context::<MapState>();
    let texts = use_texts();
    let journeys = &texts.journeys;
    let key = |kind: JourneyKind| (texts.terms.journey_kind)(kind).to_owned();
    let kinds = [JourneyKind::AsIs, JourneyKind::ToBe];
    let kind =
        Signal::derive(move || map.journey.with(|journey| journey.as_ref().map(|journey| key(journey.kind)).unwrap_or_default()));
    let set_kind = move |chosen: String| {
        if let Some(kind) = kinds.into_iter().find(|kind| key(*kind) == chosen) {
            map.change(Label::new(Verb::Change, Noun::Journey), |journey| journey.kind = kind);
        }
    };
    let chosen = map.workspace.select(move |plan| {
        let journey = plan.journeys.get(&map.id());
        let named =
            |id: &PersonaId| plan.personas.get(id).map(|persona| (id.to_string(), texts.terms.named(&persona.name).to_owned()));
        journey.map(|journey| journey.personas.iter().filter_map(named).collect::<Vec<_>>()).unwrap_or_default()
    });
    let options = map.workspace.select(move |plan| {
        let named = |persona: &Persona| (persona.id.to_string(), texts.terms.named(&persona.name).to_owned());
        plan.personas.iter().map(|persona| named(persona)).collect::<Vec<_>>()
    });
    let add = move |id: String| {
        if let Ok(id) = PersonaId::try_from(id.as_str()) {
            map.change(Label::new(Verb::Add, Noun::Persona), |journey| journey.personas.push(id));
        }
    };
    let create = move |name: String| {
        let id: PersonaId = map.workspace.new_id();
        let journey = map.id();
        map.edit(Label::new(Verb::Add, Noun::Persona), |plan| {
            plan.personas.insert(Persona::new(id.clone(), &name));
            plan.journeys.update(&journey, |journey| journey.personas.push(id));
        });
    };
    let remove = move |id: String| {
        map.change(Label::new(Verb::Remove, Noun::Persona), |journey| journey.personas.retain(|persona| persona.as_str() != id));
    };
    // A target journey tells which journey it was made from; it can be any other as it is.
    let sources = map.workspace.select(move |plan| {
        let as_is = plan.journeys.iter().filter(|journey| journey.kind == JourneyKind::AsIs && journey.id != map.id());
        let sources = as_is.map(|journey| (journey.id.to_string(), texts.terms.named(&journey.title).to_owned()));
        with_first(texts.map.based_on_none, sources)
    });
    let source = Signal::derive(move || {
        map.journey
            .with(|journey| journey.as_ref().and_then(|j| j.based_on.as_ref().map(ToString::to_string)).unwrap_or_default())
    });
    let set_source = move |chosen: String| {
        let source = JourneyId::try_from(chosen.as_str()).ok();
        map.change(Label::new(Verb::Change, Noun::Journey), |journey| journey.based_on = source);
    };
    let is_target =
        Memo::new(move |_| map.journey.with(|journey| journey.as_ref().is_some_and(|journey| target::is_target(journey))));
    let delete = move |()| {
        super::super::list::delete(map.workspace, &map.id());
        map.workspace.go(Area::Journeys, None);
    };
    view! {
        <Panel label=journeys.journey_settings on_close=move |()| columns::close_panel(map) close_label=texts.shell.close>
            <h2 class="panel-title">{journeys.journey_settings}</h2>
            <div class="panel-section field-stack">
                <div>
                    <span class="field-label" aria-hidden="true">{journeys.kind_field}</span>
                    <Segmented
                        label=journeys.kind_field
                        options=Signal::stored(kinds.into_iter().map(|kind| (key(kind), key(kind))).collect::<Vec<_>>())
                        value=kind
                        on_pick=set_kind
                    />
                </div>
                {move || match is_target.get() {
                    true => view! { <SelectField label=texts.map.based_on options=sources value=source on_commit=set_source /> }.into_any(),
                    false => view! {
                        <div><Button icon=icons::LuGitCompareArrows label=texts.map.design_target on_press=move |()| target::design(map) /></div>
                    }
                    .into_any(),
                }}
                <ChipsPicker
                    label=journeys.personas_field
                    chosen
                    options
                    on_add=add
                    on_remove=remove
                    remove_label=Callback::new(move |name: String| (journeys.remove)(&name))
                    taken_label=texts.terms.taken
                    on_create=Callback::new(create)
                    create_label=Callback::new(move |name: String| (journeys.persona_create)(&name))
                    none_label=journeys.persona_none
                />
                <div><Button kind=ButtonKind::Danger icon=icons::LuTrash2 label=journeys.delete on_press=delete /></div>
            </div>
        </Panel>
    }
}
