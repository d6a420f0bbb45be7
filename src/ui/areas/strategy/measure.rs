//! A measure as fields see it: what it says, and the way to change it.

use crate::ui::workspace::{Shared, Workspace, use_workspace};
use leptos::prelude::*;
use reiseplan::{
    editor::{Label, Noun, Place, Verb},
    finance::planned_cost,
    plan::{Measure, MeasureId, Plan},
    route::Area,
    texts::{Texts, format},
};

/// A measure of the plan, to be read and changed.
#[derive(Clone, Copy)]
pub struct MeasureHandle {
    workspace: Workspace,
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

    /// What it says; the default when it has gone.
    pub fn get<T: Default>(self, read: impl FnOnce(&Measure) -> T) -> T {
        self.measure.with(|measure| measure.as_deref().map(read).unwrap_or_default())
    }

    /// What it says, to be followed.
    pub fn signal<T: Default + Send + Sync + 'static>(self, read: impl Fn(&Measure) -> T + Send + Sync + 'static) -> Signal<T> {
        Signal::derive(move || self.get(&read))
    }

    /// Its title, or what stands for one.
    pub fn heading(self, texts: &'static Texts) -> Signal<String> {
        self.signal(move |measure| match &*measure.title {
            "" => texts.terms.unnamed.to_owned(),
            title => title.to_owned(),
        })
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
        let place = Place::record(Area::Strategy, &id);
        self.workspace.edit(Label::new(verb, Noun::Measure), place, |plan| change(plan, &id));
    }
}

/// First and last day in words.
pub fn period(measure: &Measure, texts: &Texts) -> String {
    let day = |day: Option<_>| day.map(|day| format::day(texts.language, day));
    (texts.strategy.period)(day(measure.start).as_deref(), day(measure.end).as_deref())
}

/// What it costs in all, in words; none if that is unknown.
pub fn cost(measure: &Measure, currency: &str, texts: &Texts) -> Option<String> {
    planned_cost(measure).map(|cost| format::money(texts.language, cost, currency))
}

/// The currency of the plan.
pub fn currency(workspace: Workspace) -> Memo<String> {
    workspace.select(|plan| plan.profile().currency.clone())
}
