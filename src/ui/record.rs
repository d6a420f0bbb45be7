//! A record of the plan as fields see it: what it says, and the way to change it.

use super::{
    platform::page,
    workspace::{Shared, Workspace, use_workspace},
};
use leptos::prelude::*;
use reiseplan::{
    editor::{Label, Noun, Place, Verb},
    plan::{Plan, Record, Reference, Table, TypedId},
    route::{Area, Route},
    texts::deletion,
};

/// Where records of a kind are: in the plan, in the app, in the history.
pub struct Home<T: Record> {
    /// Their table.
    pub table: fn(&Plan) -> &Table<T>,
    /// The same, to change it.
    pub table_mut: fn(&mut Plan) -> &mut Table<T>,
    /// The page that shows them.
    pub area: Area,
    /// What they are called.
    pub noun: Noun,
}

impl<T: Record> Clone for Home<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Record> Copy for Home<T> {}

impl<T> Home<T>
where
    T: Record + Send + Sync + 'static,
    T::Id: Into<Reference> + ToString + Send + Sync + 'static,
{
    /// Adds a record in one step and gives its id.
    pub fn add(self, workspace: Workspace, record: T) -> T::Id {
        let id = record.id().clone();
        workspace.edit(Label::new(Verb::Add, self.noun), self.place(&id), |plan| (self.table_mut)(plan).insert(record));
        id
    }

    fn place(self, id: &T::Id) -> Place {
        Place::record(self.area, id.to_string())
    }
}

/// A record of the plan, to be read and changed.
pub struct RecordHandle<T: Record + Send + Sync + 'static>
where
    T::Id: Send + Sync + 'static,
{
    /// The workspace.
    pub workspace: Workspace,
    id: StoredValue<T::Id>,
    record: Memo<Option<Shared<T>>>,
    home: Home<T>,
}

impl<T: Record + Send + Sync + 'static> Clone for RecordHandle<T>
where
    T::Id: Send + Sync + 'static,
{
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Record + Send + Sync + 'static> Copy for RecordHandle<T> where T::Id: Send + Sync + 'static {}

impl<T> RecordHandle<T>
where
    T: Record + Send + Sync + 'static,
    T::Id: Into<Reference> + ToString + Send + Sync + 'static,
{
    /// Takes hold of a record.
    pub fn new(home: Home<T>, id: T::Id) -> Self {
        let workspace = use_workspace();
        let own = id.clone();
        let record = workspace.select(move |plan| (home.table)(plan).get(&own).cloned().map(Shared));
        Self { workspace, id: StoredValue::new(id), record, home }
    }

    /// Its id.
    pub fn id(self) -> T::Id {
        self.id.get_value()
    }

    /// What it says; the default when it has gone.
    pub fn get<U: Default>(self, read: impl FnOnce(&T) -> U) -> U {
        self.record.with(|record| record.as_deref().map(read).unwrap_or_default())
    }

    /// What it says, to be followed: told only if it differs.
    pub fn signal<U>(self, read: impl Fn(&T) -> U + Send + Sync + 'static) -> Signal<U>
    where
        U: Default + PartialEq + Send + Sync + 'static,
    {
        Memo::new(move |_| self.get(&read)).into()
    }

    /// A value taken from the plan for it, to be followed; the default when it has gone.
    pub fn select<U>(self, select: impl Fn(&Plan, &T) -> U + Send + Sync + 'static) -> Memo<U>
    where
        U: Default + PartialEq + Send + Sync + 'static,
    {
        let record = move |plan: &Plan| self.id.with_value(|id| (self.home.table)(plan).get(id).cloned());
        self.workspace.select(move |plan| record(plan).map(|record| select(plan, &record)).unwrap_or_default())
    }

    /// Changes it in one step.
    pub fn change(self, verb: Verb, change: impl FnOnce(&mut T)) {
        self.change_plan(verb, |plan, id| {
            (self.home.table_mut)(plan).update(id, change);
        });
    }

    /// Changes it and what belongs to it in one step.
    pub fn change_plan(self, verb: Verb, change: impl FnOnce(&mut Plan, &T::Id)) {
        self.edit(Label::new(verb, self.home.noun), change);
    }

    /// Changes what has to do with it in one step, which has a name of its own.
    pub fn edit(self, label: Label, change: impl FnOnce(&mut Plan, &T::Id)) {
        let Some(id) = self.id.try_get_value() else { return };
        self.workspace.edit(label, self.home.place(&id), |plan| change(plan, &id));
    }

    /// Deletes it under its name.
    pub fn delete(self, name: &str) {
        self.workspace.delete(self.home.noun, Place::area(self.home.area), &self.id().into(), name);
    }
}

impl Workspace {
    /// Deletes a record, leaves its page or details if they are open, and tells where it was used, with the way back;
    /// gives whether there was one.
    pub fn delete(self, noun: Noun, place: Place, target: &Reference, name: &str) -> bool {
        let told = deletion::told(&self.plan_now(), target, name, self.texts());
        let area = place.area;
        page::leave_part("tbody tr, .persona-tile");
        let deleted = self.edit(Label::new(Verb::Remove, noun), place, |plan| plan.delete(target)) == Some(true);
        if deleted {
            let is_shown = |route: Route| route.area == area && route.record.as_ref() == Some(target.target().1);
            if self.route.get_untracked().is_some_and(is_shown) {
                self.go(area, None);
            }
            self.tell_undoable(told);
            page::hold_focus("#main");
        }
        deleted
    }
}

/// Lets the keyboard follow the details that are shown: into them when they open, back to where they were opened from
/// when they close.
pub fn follow_details<I: TypedId + Send + Sync + 'static>(shown: Memo<Option<I>>) {
    Effect::new(move |before: Option<Option<I>>| {
        let now = shown.get();
        match (before.flatten(), &now) {
            (before, Some(id)) if before.as_ref() != Some(id) => page::focus_into_soon(".panel"),
            (Some(before), None) => page::focus_soon(format!("[data-item=\"{}\"] a", before.as_id())),
            _ => {}
        }
        now
    });
}
