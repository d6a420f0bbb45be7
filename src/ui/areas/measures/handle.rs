//! A measure as its details see it: what it says, and the way to change it.

use crate::ui::workspace::{Shared, Workspace, use_workspace};
use leptos::prelude::*;
use reiseplan::{
    editor::{Label, Noun, Place, Verb},
    plan::{Measure, MeasureId, Plan},
    route::Area,
    texts::{Texts, measures},
};

/// A measure of the plan, to be read and changed.
#[derive(Clone, Copy)]
pub struct MeasureHandle {
    pub workspace: Workspace,
    id: StoredValue<MeasureId>,
    measure: Memo<Option<Shared<Measure>>>,
}

impl MeasureHandle {
    /// Takes hold of a measure.
    pub fn new(id: MeasureId) -> Self {
        let workspace = use_workspace();
        let own = id.clone();
        let measure = workspace.select(move |plan| plan.measures.get(&own).cloned().map(Shared));
        Self { workspace, id: StoredValue::new(id), measure }
    }

    /// Its id.
    pub fn id(self) -> MeasureId {
        self.id.get_value()
    }

    /// What it says; the default when it has gone.
    pub fn get<T: Default>(self, read: impl FnOnce(&Measure) -> T) -> T {
        self.measure.with(|measure| measure.as_deref().map(read).unwrap_or_default())
    }

    /// What it says, to be followed: told only if it differs.
    pub fn signal<T: Default + PartialEq + Send + Sync + 'static>(
        self,
        read: impl Fn(&Measure) -> T + Send + Sync + 'static,
    ) -> Memo<T> {
        Memo::new(move |_| self.get(&read))
    }

    /// Its title, or what stands for one.
    pub fn heading(self, texts: &'static Texts) -> Memo<String> {
        self.signal(move |measure| measures::heading(measure, texts))
    }

    /// Changes it in one step.
    pub fn change(self, verb: Verb, change: impl FnOnce(&mut Measure)) {
        self.change_plan(verb, |plan, id| {
            plan.measures.update(id, change);
        });
    }

    /// Changes it and what it needs in one step.
    pub fn change_plan(self, verb: Verb, change: impl FnOnce(&mut Plan, &MeasureId)) {
        let Some(id) = self.id.try_get_value() else { return };
        let place = Place::record(Area::Measures, &id);
        self.workspace.edit(Label::new(verb, Noun::Measure), place, |plan| change(plan, &id));
    }

    /// The currency of the plan.
    pub fn currency(self) -> Memo<String> {
        self.workspace.select(|plan| plan.profile().currency.clone())
    }
}
