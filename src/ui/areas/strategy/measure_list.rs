//! The measures that lie in a sub-phase, on the canvas.

use super::{
    adding::Adding,
    catalogue::{CatalogueButton, Ticked},
    item::{self, ItemMenu},
};
use crate::ui::workspace::{Shared, use_texts, use_workspace};
use leptos::prelude::*;
use reiseplan::{
    catalogue::lifecycle::{KEY_MEASURES, entry_with, has_key_measure},
    editor::{Label, Noun, Place, Verb},
    figures::lifecycle::also_served,
    plan::{Measure, MeasureId, Reference, SubPhaseId, TypedId},
    route::Area,
    texts::measures::{cost, heading, period},
};

/// The list.
#[component]
pub fn MeasureList(sub_phase: Option<SubPhaseId>) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.strategy;
    let own = sub_phase.clone();
    let ids = workspace.select(move |plan| -> Vec<MeasureId> {
        plan.measures.iter().filter(|measure| measure.sub_phase == own).map(|measure| measure.id.clone()).collect()
    });
    // Measures that lie elsewhere and also serve here.
    let own = sub_phase.clone();
    let also = workspace.select(move |plan| -> Vec<MeasureId> {
        let serves = |measure: &Measure| own.as_ref().is_some_and(|here| also_served(measure).contains(here));
        plan.measures.iter().filter(|measure| serves(measure)).map(|measure| measure.id.clone()).collect()
    });
    let is_empty = move || ids.with(Vec::is_empty) && also.with(Vec::is_empty);
    let adding = sub_phase.map(|sub_phase| {
        let into = sub_phase.clone();
        let add = Callback::new(move |title: String| {
            let id: MeasureId = workspace.new_id();
            let place = Place::area(Area::Strategy);
            workspace.edit(Label::new(Verb::Add, Noun::Measure), place, |plan| {
                plan.measures.insert(match entry_with(KEY_MEASURES, &title) {
                    Some(entry) => entry.measure(id, texts.language, Some(into.clone())),
                    None => Measure::new(id, &title, Some(into.clone())),
                });
            });
        });
        let (offered, taking) = (sub_phase.clone(), sub_phase.clone());
        let take = move |ticked: Ticked| {
            let place = Place::area(Area::Strategy);
            workspace.edit(Label::new(Verb::Add, Noun::Measure), place, |plan| {
                for entry in &ticked.entries {
                    plan.measures.insert(entry.measure(workspace.new_id(), texts.language, Some(taking.clone())));
                }
            });
            workspace.tell_undoable((texts.canvas.taken)(ticked.entries.len()));
        };
        let has = has_key_measure;
        view! {
            <div class="strategy-adding">
                <Adding sub_phase label=words.add_measure_to placeholder=words.add_measure entries=KEY_MEASURES has on_add=add />
                <CatalogueButton sub_phase=offered title=texts.canvas.catalogue_measures entries=KEY_MEASURES has on_take=take />
            </div>
        }
    });
    view! {
        {move || is_empty().then(|| view! { <p class="strategy-none">{words.measures_empty}</p> })}
        <ul class="row-list">
            <For each=move || ids.get() key=Clone::clone children=|id| view! { <MeasureEntry id /> } />
            <For each=move || also.get() key=Clone::clone children=|id| view! { <AlsoEntry id /> } />
        </ul>
        {adding}
    }
}

#[component]
fn MeasureEntry(id: MeasureId) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let own = id.clone();
    let measure = workspace.select(move |plan| plan.measures.get(&own).cloned().map(Shared));
    let title = Memo::new(move |_| measure.with(|measure| measure.as_ref().map(|it| heading(it, texts)).unwrap_or_default()));
    let note = move || {
        let currency = workspace.with_plan(|plan| plan.profile().currency.clone());
        let measure = measure.get()?;
        let owner = if measure.owner.is_empty() { texts.measures.nobody } else { &measure.owner };
        let status = (texts.terms.measure_status)(measure.status);
        let facts =
            [Some(status.to_owned()), Some(owner.to_owned()), Some(period(&measure, texts)), cost(&measure, &currency, texts)];
        Some(facts.into_iter().flatten().collect::<Vec<_>>().join(" · "))
    };
    let href = workspace.link(Area::Measures, Some(id.as_id()));
    let item = Reference::from(id.clone());
    let key_item = item.clone();
    view! {
        <li
            class="strategy-item"
            data-item=id.to_string()
            on:keydown=move |event| item::move_by_key(workspace, &key_item, &event)
        >
            <a class="row-title strategy-item-text" href=href dir="auto">{title}</a>
            <ItemMenu item title />
            <p class="row-note" dir="auto">{note}</p>
        </li>
    }
}

/// A measure that lies elsewhere and also serves here.
#[component]
fn AlsoEntry(id: MeasureId) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let href = workspace.link(Area::Measures, Some(id.as_id()));
    let said = workspace.select(move |plan| {
        let measure = plan.measures.get(&id)?;
        let place = measure.sub_phase.as_ref().map(|own| plan.sub_phase_name(own, texts));
        let status = (texts.terms.measure_status)(measure.status);
        Some((heading(measure, texts), format!("{status} · {}", (texts.canvas.lies_in)(place.as_deref()))))
    });
    let title = move || said.get().map(|(title, _)| title);
    let note = move || said.get().map(|(_, note)| note);
    view! {
        <li class="strategy-item strategy-also">
            <a class="row-title strategy-item-text" href=href dir="auto">{title}</a>
            <p class="row-note" dir="auto">{note}</p>
        </li>
    }
}
