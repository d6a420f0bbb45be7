//! Personas: the types of customers that are planned for, and one of them with all that is known.

mod facts;
mod figures;
mod journeys;
mod list;
mod page;

use crate::ui::{
    components::{EmptyState, LinkButton, icons},
    record::{Home, RecordHandle},
    workspace::{Workspace, use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::{
    editor::{Label, Noun, Place, Verb},
    plan::{Persona, PersonaId, TypedId},
    route::Area,
};

const HOME: Home<Persona> =
    Home { table: |plan| &plan.personas, table_mut: |plan| &mut plan.personas, area: Area::Personas, noun: Noun::Persona };

/// The persona that the page shows.
type ShownPersona = RecordHandle<Persona>;

/// The page: the persona in the address, else all of them.
#[component]
pub fn Personas() -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let named =
        Memo::new(move |_| workspace.route.get().filter(|route| route.area == Area::Personas)?.record.map(PersonaId::from));
    let exists = workspace.select(move |plan| named.get().is_some_and(|id| plan.personas.contains(&id)));
    move || match named.get() {
        None => view! { <list::PersonaList /> }.into_any(),
        Some(id) if exists.get() => view! { <page::PersonaPage id /> }.into_any(),
        Some(_) => view! {
            <div class="page">
                <EmptyState whole_page=true icon=icons::LuUsers title=texts.personas.not_found text="">
                    <LinkButton label=texts.personas.to_all href=workspace.link(Area::Personas, None) />
                </EmptyState>
            </div>
        }
        .into_any(),
    }
}

/// Makes a persona without a name and shows it.
fn add(workspace: Workspace) {
    let id = HOME.add(workspace, Persona::new(workspace.new_id(), ""));
    workspace.go(Area::Personas, Some(id.as_id().clone()));
}

/// Puts a copy behind a persona and shows it; the copy is chosen for no journey.
fn duplicate(workspace: Workspace, id: &PersonaId) {
    let copy: PersonaId = workspace.new_id();
    let place = Place::record(Area::Personas, &copy);
    workspace.edit(Label::new(Verb::Duplicate, Noun::Persona), place, |plan| {
        let Some(persona) = plan.personas.get(id).cloned() else { return };
        let at = plan.personas.position(id).map_or(usize::MAX, |at| at + 1);
        let name = (workspace.texts().personas.copy_name)(&persona.name);
        plan.personas.insert_at(at, Persona { id: copy.clone(), name, ..Persona::clone(&persona) });
    });
    workspace.go(Area::Personas, Some(copy.as_id().clone()));
}

/// Deletes a persona and tells where it was used.
fn delete(workspace: Workspace, id: &PersonaId) {
    let name = workspace.with_plan(|plan| plan.personas.get(id).map(|persona| persona.name.clone()).unwrap_or_default());
    workspace.delete(Noun::Persona, Place::record(Area::Personas, id), &id.clone().into(), &name);
}
