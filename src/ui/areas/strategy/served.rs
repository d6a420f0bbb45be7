//! The measures that serve a goal or answer a weakness: seen, planned and linked where it stands.

use super::item;
use crate::ui::{
    components::{ChipsPicker, IconButton, MenuItem, icons},
    platform::page,
    workspace::{Workspace, use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::{
    editor::{Label, Noun, Place, Verb},
    plan::{Id, Measure, MeasureId, MeasureStatus, Reference, TypedId},
    route::Area,
    texts::measures::heading,
};
use std::sync::Arc;

/// What an item's menu offers: to plan a measure, to link one that there is.
pub fn entries(workspace: Workspace, item: &Reference, linking: RwSignal<bool>) -> [MenuItem; 2] {
    let words = &workspace.texts().canvas;
    let (planned, linked) = (item.clone(), item.target().1.clone());
    let link = move || {
        linking.set(true);
        page::focus_soon(format!("[data-item=\"{linked}\"] .chips-picker input"));
    };
    [
        MenuItem::new(words.to_measure, move || plan_measure(workspace, &planned)).icon(icons::LuListChecks),
        MenuItem::new(words.link_measure, link).icon(icons::LuLink),
    ]
}

/// Plans a measure for the item, linked with it.
fn plan_measure(workspace: Workspace, item: &Reference) {
    let texts = workspace.texts();
    let plan = workspace.plan_now();
    let title = match item {
        Reference::Goal(id) => plan.goals.get(id).map(|goal| goal.title.clone()),
        Reference::Weakness(id) => plan.weaknesses.get(id).map(|weakness| (texts.findings.measure_against)(&weakness.title)),
        _ => None,
    };
    let Some(title) = title else { return };
    let id: MeasureId = workspace.new_id();
    let label = Label::new(Verb::Add, Noun::Measure);
    if workspace.edit(label, Place::area(Area::Strategy), |plan| plan.plan_measure_for(item, id, &title)) == Some(true) {
        workspace.tell_undoable((texts.canvas.measure_made)(&title));
    }
}

/// The measures that serve an item, as links; while they are linked, a field to choose them.
#[component]
pub fn Served(
    /// The item.
    item: Reference,
    /// Its title.
    #[prop(into)]
    title: Signal<String>,
    /// Whether measures are being linked.
    linking: RwSignal<bool>,
) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.canvas;
    let own = item.clone();
    let served = workspace.select(move |plan| {
        let measures = plan.measures_serving(&own);
        measures.map(|measure| (measure.id.clone(), heading(measure, texts), measure.status)).collect::<Vec<_>>()
    });
    let chosen =
        move || served.with(|served| served.iter().map(|(id, title, _)| (id.to_string(), title.clone())).collect::<Vec<_>>());
    let id = item.target().1.clone();
    let change = Callback::new(move |(measure, serves): (String, bool)| {
        let Ok(measure) = MeasureId::try_from(measure.as_str()) else { return };
        workspace.edit(Label::new(Verb::Change, Noun::Measure), Place::area(Area::Strategy), |plan| {
            plan.measures.update(&measure, |measure| measure.set_serves(&item, serves));
        });
    });
    let close = Callback::new(move |()| {
        linking.set(false);
        page::focus_soon(item::focus_selector(&id));
    });
    let href = move |id: String| workspace.link(Area::Measures, Id::try_from(id).ok().as_ref());
    let field = move || {
        let named = |it: &Arc<Measure>| (it.id.to_string(), heading(it, texts));
        let options = workspace.select(move |plan| plan.measures.iter().map(named).collect::<Vec<_>>());
        view! {
            <div class="strategy-linking">
                <ChipsPicker
                    label=Signal::derive(move || (words.served_by_of)(&title.get()))
                    chosen=Signal::derive(chosen)
                    options
                    on_add=move |id: String| change.run((id, true))
                    on_remove=move |id: String| change.run((id, false))
                    remove_label=move |title: String| (texts.measures.unlink)(&title)
                    taken_label=texts.terms.taken
                    none_label=texts.strategy.nothing_fits
                    placeholder=texts.measures.link_more
                    href=Callback::new(href)
                />
                <IconButton small=true icon=icons::LuX label=texts.shell.close on_press=close />
            </div>
        }
    };
    let link = move |(at, (id, title, status)): (usize, (MeasureId, String, MeasureStatus))| {
        // A measure that is dropped serves nothing any more.
        let dropped = (status == MeasureStatus::Dropped).then(|| format!(" ({})", (texts.terms.measure_status)(status)));
        view! {
            {if at == 0 { ": " } else { ", " }}
            <a href=workspace.link(Area::Measures, Some(id.as_id())) dir="auto">{title}</a>
            {dropped}
        }
    };
    let list = move || {
        let served = served.get();
        (!served.is_empty()).then(|| {
            view! { <p class="strategy-served">{words.served_by} {served.into_iter().enumerate().map(link).collect_view()}</p> }
        })
    };
    move || if linking.get() { field().into_any() } else { list.into_any() }
}
