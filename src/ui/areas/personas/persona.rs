//! A persona as the parts of its page see it: what it says, and the way to change it.

use crate::ui::workspace::{Shared, Workspace};
use leptos::prelude::*;
use reiseplan::{
    editor::{Label, Noun, Place, Verb},
    plan::{Persona, PersonaId, Plan},
    route::Area,
};

/// The persona that the page shows.
#[derive(Clone, Copy)]
pub struct ShownPersona {
    /// The workspace.
    pub workspace: Workspace,
    id: StoredValue<PersonaId>,
    persona: Memo<Option<Shared<Persona>>>,
}

impl ShownPersona {
    /// Shows a persona.
    pub fn new(workspace: Workspace, id: PersonaId) -> Self {
        let own = id.clone();
        let persona = workspace.select(move |plan| plan.personas.get(&own).cloned().map(Shared));
        Self { workspace, id: StoredValue::new(id), persona }
    }

    /// Its id.
    pub fn id(self) -> PersonaId {
        self.id.get_value()
    }

    /// Something that it says; the default once it is gone.
    pub fn field<T: Default + Send + Sync + 'static>(self, read: impl Fn(&Persona) -> T + Send + Sync + 'static) -> Signal<T> {
        Signal::derive(move || self.persona.with(|persona| persona.as_deref().map(&read).unwrap_or_default()))
    }

    /// A value taken from the plan for it, that views can follow.
    pub fn select<T: Default + PartialEq + Send + Sync + 'static>(
        self,
        select: impl Fn(&Plan, &Persona) -> T + Send + Sync + 'static,
    ) -> Memo<T> {
        self.workspace.select(move |plan| {
            self.id.with_value(|id| plan.personas.get(id).map(|persona| select(plan, persona)).unwrap_or_default())
        })
    }

    /// Changes it in one step of the history.
    pub fn change(self, verb: Verb, change: impl FnOnce(&mut Persona)) {
        self.change_plan(Label::new(verb, Noun::Persona), |plan, id| {
            plan.personas.update(id, change);
        });
    }

    /// Changes it and what it needs in one step of the history.
    pub fn change_plan(self, label: Label, change: impl FnOnce(&mut Plan, &PersonaId)) {
        let id = self.id();
        self.workspace.edit(label, Place::record(Area::Personas, &id), |plan| change(plan, &id));
    }
}
