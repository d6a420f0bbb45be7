//! The register of dimensions, each with the segments that are its values.

use super::{
    SettingsPage,
    register::{self, Entry, Look, register},
    row::{Cells, RegisterRow},
    section::{Part, Section},
};
use crate::ui::{
    components::{Button, ButtonKind, icons},
    workspace::{use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::{
    editor::{Label, Noun, Place, Verb},
    plan::{Dimension, OtherFields, Plan, Reference, SegmentValue, SegmentValueId, TypedId, doubled_names},
    route::Area,
};
use std::collections::HashSet;

/// The section.
#[component]
pub fn SegmentsSection() -> impl IntoView {
    let settings = &use_texts().settings;
    let count = use_workspace().select(|plan| plan.dimensions.len().to_string());
    let look = Look {
        class: "register-dimensions",
        title: settings.segments,
        heads: Vec::new(),
        add: settings.add_dimension,
        empty: settings.segments_empty,
        cells,
    };
    view! { <Section part=Part::Segments count>{register::<Dimension>(look, Signal::stored(None))}</Section> }
}

fn cells(entry: Entry<Dimension>) -> Cells {
    Cells { below: Some(view! { <Values dimension=entry /> }.into_any()), ..Cells::default() }
}

/// The values of a dimension.
#[component]
fn Values(dimension: Entry<Dimension>) -> impl IntoView {
    let workspace = use_workspace();
    let page = expect_context::<SettingsPage>();
    let settings = &use_texts().settings;
    let name = dimension.shown_name();
    let named = move |words: fn(&str) -> String| move || name.with(|name| words(name));
    let ids = dimension.read(|dimension| dimension.values.iter().map(|value| value.id.clone()).collect::<Vec<_>>());
    let names = dimension.read(|dimension| dimension.values.iter().map(|value| value.name.clone()).collect::<Vec<_>>());
    let doubled = Memo::new(move |_| names.with(|names| doubled_names(names.iter().map(String::as_str))));
    let add = move |()| {
        let id: SegmentValueId = workspace.new_id();
        let key = id.as_id().clone();
        let new = SegmentValue { id, name: String::new(), other: OtherFields::new() };
        register::add(workspace, page, Noun::SegmentValue, place(dimension), &key, |plan| {
            change(plan, dimension, |values| values.push(new));
        });
    };
    view! {
        <div class="register register-values">
            <ul class="register-rows" aria-label=named(settings.segments_of)>
                <For each=move || ids.get() key=SegmentValueId::clone children=move |id| view! { <Value dimension ids doubled id /> } />
            </ul>
            <div class="register-add">
                <Button
                    kind=ButtonKind::Quiet
                    icon=icons::LuPlus
                    label=settings.add_segment
                    hint=Signal::derive(named(settings.add_segment_to))
                    on_press=add
                />
            </div>
        </div>
    }
}

/// A value of a dimension.
#[component]
fn Value(
    dimension: Entry<Dimension>,
    ids: Signal<Vec<SegmentValueId>>,
    doubled: Memo<HashSet<String>>,
    id: SegmentValueId,
) -> impl IntoView {
    let workspace = use_workspace();
    let page = expect_context::<SettingsPage>();
    let texts = use_texts();
    let settings = &texts.settings;
    let own = StoredValue::new(id.clone());
    let name = dimension.read(move |dimension| {
        let value = dimension.values.iter().find(|value| value.id == id);
        value.map(|value| value.name.clone()).unwrap_or_default()
    });
    let at =
        Memo::new(move |_| own.with_value(|id| ids.with(|ids| Some((ids.iter().position(|other| other == id)?, ids.len())))));
    let shown_name = move || name.with_untracked(|name| texts.terms.named(name).to_owned());
    let shift = move |to: usize| {
        let mut moved = None;
        workspace.edit(Label::new(Verb::Move, Noun::SegmentValue), place(dimension), |plan| {
            change(plan, dimension, |values| {
                let from = values.iter().position(|value| own.with_value(|id| value.id == *id));
                if let Some(from) = from.filter(|_| to < values.len()) {
                    let value = values.remove(from);
                    values.insert(to, value);
                    moved = Some((to + 1, values.len()));
                }
            });
        });
        if let Some((place, places)) = moved {
            page.spoken.set((settings.moved)(&shown_name(), place, places));
        }
    };
    let rename = move |new: String| {
        let is_first = name.with_untracked(String::is_empty);
        let id = own.with_value(|id| id.as_id().clone());
        register::name(workspace, Noun::SegmentValue, place(dimension), &id, is_first, |plan| {
            change(plan, dimension, |values| {
                if let Some(value) = values.iter_mut().find(|value| *value.id.as_id() == id) {
                    value.name = new;
                }
            });
        });
    };
    let delete = move |()| {
        let target = Reference::SegmentValue(dimension.id(), own.get_value());
        register::delete(workspace, Noun::SegmentValue, target, &shown_name())
    };
    let id = own.with_value(|id| id.as_id().clone());
    let is_new = register::take_added(page, &id);
    view! {
        <RegisterRow
            id
            name
            doubled=Signal::derive(move || register::is_doubled(doubled, name))
            list=dimension.id().to_string()
            place=at
            on_rename=rename
            on_move=shift
            on_delete=delete
            is_new
            cells=Cells::default()
        />
    }
}

/// Where the values of a dimension are.
fn place(dimension: Entry<Dimension>) -> Place {
    Place::record(Area::Settings, dimension.id().as_id())
}

/// Changes the values of a dimension.
fn change(plan: &mut Plan, dimension: Entry<Dimension>, change: impl FnOnce(&mut Vec<SegmentValue>)) {
    plan.dimensions.update(&dimension.id(), |dimension| change(&mut dimension.values));
}
