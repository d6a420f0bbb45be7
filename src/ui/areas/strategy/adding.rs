//! The field at the end of a list on the canvas: choose something typical, or write it oneself.

use crate::ui::{
    components::Picker,
    workspace::{use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::{
    catalogue::lifecycle::{CatalogueEntry, offered},
    plan::{Plan, SubPhaseId},
};

/// A field that offers what the catalogue has for a sub-phase and isn't in the plan, and takes what is typed.
#[component]
pub fn Adding(
    /// The sub-phase.
    sub_phase: SubPhaseId,
    /// The field's name, which ends with that of the sub-phase.
    label: fn(&str) -> String,
    /// What the empty field says.
    placeholder: &'static str,
    /// What is offered.
    entries: &'static [CatalogueEntry],
    /// Whether the plan has what an entry offers.
    has: fn(&Plan, &CatalogueEntry) -> bool,
    /// Is told the title of what is added.
    on_add: Callback<String>,
) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let name = {
        let id = sub_phase.clone();
        workspace.select(move |plan| label(&plan.sub_phase_name(&id, texts)))
    };
    let options = workspace.select(move |plan| {
        let Some(phase) = plan.phase_of(Some(&sub_phase)) else { return Vec::new() };
        let offered = offered(entries, phase, sub_phase.as_str());
        let words = offered.into_iter().filter(|entry| !has(plan, entry)).map(|entry| entry.text(texts.language));
        words.map(|words| (words.to_owned(), words.to_owned())).collect()
    });
    view! {
        <div class="list-end">
            <Picker
                label=name
                label_hidden=true
                placeholder
                options
                on_pick=on_add
                on_create=on_add
                create_label=|words: String| (use_texts().strategy.create)(&words)
                none_label=texts.strategy.nothing_fits
            />
        </div>
    }
}
