//! A register: a list of named records in the user's order.

use super::{
    SettingsPage,
    row::{Cells, RegisterRow},
};
use crate::ui::{
    components::{Button, ButtonKind, icons},
    workspace::{Shared, Workspace, use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::{
    editor::{Label, Noun, Place, Verb},
    plan::{Channel, Department, Dimension, Id, Plan, Record, Reference, Table, Touchpoint, TypedId, doubled_names, name_key},
    route::Area,
};
use std::{collections::HashSet, sync::Arc};

/// A record of a register.
pub trait Registered: Record<Id: Into<Reference> + Send + Sync> + Send + Sync + 'static {
    /// What it is called in the history.
    const NOUN: Noun;
    /// The register.
    fn table(plan: &Plan) -> &Table<Self>;
    /// The register, to be changed.
    fn table_mut(plan: &mut Plan) -> &mut Table<Self>;
    /// Gives it another name.
    fn rename(&mut self, name: String);
    /// A record without a name.
    fn unnamed(id: Self::Id) -> Self;
}

macro_rules! registered {
    ($($record:ident in $table:ident,)*) => {$(
        impl Registered for $record {
            const NOUN: Noun = Noun::$record;
            fn table(plan: &Plan) -> &Table<Self> {
                &plan.$table
            }
            fn table_mut(plan: &mut Plan) -> &mut Table<Self> {
                &mut plan.$table
            }
            fn rename(&mut self, name: String) {
                self.name = name;
            }
            fn unnamed(id: Self::Id) -> Self {
                Self::new(id, "")
            }
        }
    )*};
}
registered! {
    Department in departments,
    Channel in channels,
    Dimension in dimensions,
    Touchpoint in touchpoints,
}

/// A record of a register as its row sees it.
pub struct Entry<T: Registered> {
    workspace: Workspace,
    id: StoredValue<T::Id>,
    record: Memo<Option<Shared<T>>>,
}

impl<T: Registered> Clone for Entry<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Registered> Copy for Entry<T> {}

impl<T: Registered> Entry<T> {
    fn new(workspace: Workspace, id: T::Id) -> Self {
        let own = id.clone();
        let record = workspace.select(move |plan| T::table(plan).get(&own).map(|record| Shared(Arc::clone(record))));
        Self { workspace, id: StoredValue::new(id), record }
    }

    /// Its id.
    pub fn id(self) -> T::Id {
        self.id.get_value()
    }

    /// Something of the record that views can follow; the default once it is gone.
    pub fn read<U: Default + PartialEq + Send + Sync + 'static>(
        self,
        read: impl Fn(&T) -> U + Send + Sync + 'static,
    ) -> Signal<U> {
        Memo::new(move |_| self.record.with(|record| record.as_ref().map(|record| read(record)).unwrap_or_default())).into()
    }

    /// Its name, or the words for a record without one.
    pub fn shown_name(self) -> Signal<String> {
        let terms = &self.workspace.texts().terms;
        self.read(move |record| terms.named(record.name()).to_owned())
    }

    /// The name of a field of this record, for screen readers.
    pub fn field_label(self, field: &'static str) -> Signal<String> {
        let (name, words) = (self.shown_name(), self.workspace.texts().settings.field_of);
        Signal::derive(move || name.with(|name| words(field, name)))
    }

    /// Changes the record.
    pub fn change(self, change: impl FnOnce(&mut T)) {
        self.edit(Verb::Change, change);
    }

    fn rename(self, new: String) {
        let id = self.id();
        let is_first = self.record.with_untracked(|record| record.as_ref().is_some_and(|record| record.name().is_empty()));
        let place = Place::record(Area::Settings, id.as_id());
        name(self.workspace, T::NOUN, place, id.as_id(), is_first, |plan| {
            T::table_mut(plan).update(&id, |record| record.rename(new));
        });
    }

    fn edit(self, verb: Verb, change: impl FnOnce(&mut T)) {
        let id = self.id();
        self.workspace.edit(Label::new(verb, T::NOUN), Place::record(Area::Settings, id.as_id()), |plan| {
            T::table_mut(plan).update(&id, change);
        });
    }
}

/// How a register looks.
pub struct Look<T: Registered> {
    /// Its name in the style sheet.
    pub class: &'static str,
    /// Its name for screen readers.
    pub title: &'static str,
    /// Headings of the columns after the name.
    pub heads: Vec<&'static str>,
    /// The button that adds a record.
    pub add: &'static str,
    /// What it says while it has no records.
    pub empty: &'static str,
    /// What stands in a row beside the name.
    pub cells: fn(Entry<T>) -> Cells,
}

/// The list with a button that adds a record. With `narrowed` only those records are shown, which can't be moved then.
pub fn register<T: Registered>(look: Look<T>, narrowed: Signal<Option<Vec<T::Id>>>) -> AnyView {
    let workspace = use_workspace();
    let page = expect_context::<SettingsPage>();
    let Look { class, title, heads, add: add_words, empty, cells } = look;
    let ids = workspace.select(|plan| T::table(plan).ids().cloned().collect::<Vec<_>>());
    let doubled = workspace.select(|plan| doubled_names(T::table(plan).iter().map(|record| record.name())));
    let shown = Memo::new(move |_| narrowed.get().unwrap_or_else(|| ids.get()));
    let row = move |id: T::Id| {
        let entry = Entry::<T>::new(workspace, id);
        row(entry, page, ids, doubled, narrowed, cells)
    };
    let press = move |()| {
        let id: T::Id = workspace.new_id();
        let (key, place) = (id.as_id().clone(), Place::record(Area::Settings, id.as_id()));
        add(workspace, page, T::NOUN, place, &key, |plan| T::table_mut(plan).insert(T::unnamed(id)));
    };
    view! {
        <div class=format!("register {class}")>
            <Show when=move || !ids.with(Vec::is_empty) fallback=move || view! { <p class="register-empty">{empty}</p> }>
                {head(&heads)}
            </Show>
            <ul class="register-rows" aria-label=title>
                <For each=move || shown.get() key=T::Id::clone children=row />
            </ul>
            <div class="register-add">
                <Button kind=ButtonKind::Quiet icon=icons::LuPlus label=add_words on_press=press />
            </div>
        </div>
    }
    .into_any()
}

/// Headings over the columns. Each field has its own name for screen readers.
pub fn head(heads: &[&'static str]) -> AnyView {
    let settings = &use_texts().settings;
    let heads = heads.iter().map(|head| view! { <span>{*head}</span> }).collect_view();
    view! { <div class="register-head register-line" aria-hidden="true"><span>{settings.name}</span>{heads}</div> }.into_any()
}

fn row<T: Registered>(
    entry: Entry<T>,
    page: SettingsPage,
    ids: Memo<Vec<T::Id>>,
    doubled: Memo<HashSet<String>>,
    narrowed: Signal<Option<Vec<T::Id>>>,
    cells: fn(Entry<T>) -> Cells,
) -> AnyView {
    let workspace = entry.workspace;
    let settings = &workspace.texts().settings;
    let name = entry.read(|record| record.name().to_owned());
    let place = Memo::new(move |_| {
        if narrowed.with(Option::is_some) {
            return None;
        }
        entry.id.with_value(|id| ids.with(|ids| Some((ids.iter().position(|other| other == id)?, ids.len()))))
    });
    let shift = move |to: usize| {
        let id = entry.id();
        let moved = workspace.edit(Label::new(Verb::Move, T::NOUN), Place::record(Area::Settings, id.as_id()), |plan| {
            let table = T::table_mut(plan);
            table.move_to(&id, to);
            Some((table.position(&id)? + 1, table.len()))
        });
        if let Some(Some((place, places))) = moved {
            page.spoken.set((settings.moved)(&entry.shown_name().get_untracked(), place, places));
        }
    };
    let delete = move |()| delete(workspace, T::NOUN, entry.id().into(), &entry.shown_name().get_untracked());
    let id = entry.id().as_id().clone();
    let is_new = take_added(page, &id);
    view! {
        <RegisterRow
            id
            name
            doubled=Signal::derive(move || is_doubled(doubled, name))
            list=T::TABLE.to_owned()
            place
            on_rename=move |name| entry.rename(name)
            on_move=shift
            on_delete=delete
            is_new
            cells=cells(entry)
        />
    }
    .into_any()
}

/// Adds something without a name; its row begins by editing that.
pub fn add(workspace: Workspace, page: SettingsPage, noun: Noun, place: Place, id: &Id, add: impl FnOnce(&mut Plan)) {
    page.added.set(Some(id.clone()));
    workspace.edit_as_one(Label::new(Verb::Add, noun), place, id.as_str(), add);
}

/// Names something. Its first name belongs to the step that added it.
pub fn name(workspace: Workspace, noun: Noun, place: Place, id: &Id, is_first: bool, name: impl FnOnce(&mut Plan)) {
    let label = Label::new(Verb::Rename, noun);
    if is_first {
        workspace.edit_as_one(label, place, id.as_str(), name);
    } else {
        workspace.edit(label, place, name);
    }
}

/// Whether a name is among those that occur more than once.
pub fn is_doubled(doubled: Memo<HashSet<String>>, name: Signal<String>) -> bool {
    doubled.with(|doubled| !doubled.is_empty() && name.with(|name| doubled.contains(&name_key(name))))
}

/// Whether this record was just added; asked once.
pub fn take_added(page: SettingsPage, id: &Id) -> bool {
    let is_new = page.added.with_untracked(|added| added.as_ref() == Some(id));
    if is_new {
        page.added.set(None);
    }
    is_new
}

/// Deletes a record and tells where it was used; gives whether there was one.
pub fn delete(workspace: Workspace, noun: Noun, target: Reference, name: &str) -> bool {
    workspace.delete(noun, Place::record(Area::Settings, target.target().1), &target, name)
}
