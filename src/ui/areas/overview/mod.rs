//! The start page of a plan: what lies where in the lifecycle, and what needs attention.

mod lifecycle_table;
mod lists;
mod steps;
mod summary;
mod to_do;

use crate::ui::{
    components::{Button, PageHead, Segmented, icons},
    platform::page,
    workspace::{use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::{
    editor::{Label, Noun, Place, Verb},
    figures::effect::judged,
    plan::Profile,
    route::Area,
    texts::format,
};

/// The key of the summary among the page's views.
const SUMMARY: &str = "summary";

/// The page.
#[component]
pub fn Overview() -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let title = workspace.select(|plan| plan.profile().title.clone());
    let subtitle = workspace.select(move |plan| {
        let profile = plan.profile();
        let budget = match profile.budget {
            Some(budget) => (texts.overview.budget)(&format::short_money(texts.language, budget, &profile.currency)),
            None => texts.overview.no_budget.to_owned(),
        };
        (texts.overview.facts)(plan.journeys.len(), plan.measures.len(), &budget)
    });
    let judged = workspace.select(judged);
    let has_effects = Memo::new(move |_| !judged.with(Vec::is_empty));
    let words = &texts.summary;
    let is_summary = RwSignal::new(false);
    let views = vec![(String::new(), words.view_overview.to_owned()), (SUMMARY.to_owned(), words.view_summary.to_owned())];
    let rename = move |title: String| {
        workspace.edit(Label::new(Verb::Rename, Noun::Plan), Place::area(Area::Overview), |plan| {
            let profile = plan.profile();
            plan.profile.insert(Profile { title, ..Profile::clone(&profile) });
        });
    };
    view! {
        <div class="page overview">
            <PageHead
                title
                subtitle
                on_rename=Callback::new(rename)
                rename_label=texts.library.name_field
                placeholder=texts.library.untitled
            >
                <Segmented
                    label=words.view
                    options=Signal::stored(views)
                    value=Signal::derive(move || if is_summary.get() { SUMMARY } else { "" }.to_owned())
                    on_pick=move |key: String| is_summary.set(key == SUMMARY)
                />
                {move || is_summary.get().then(|| view! { <Button icon=icons::LuPrinter label=words.print on_press=move |()| page::print() /> })}
            </PageHead>
            {move || match is_summary.get() {
                true => view! { <summary::Summary /> }.into_any(),
                false => view! {
                    <steps::Steps judged />
                    <lifecycle_table::Lifecycle />
                    <div class="overview-lists">
                        <to_do::ToDoList />
                        <lists::KpiList />
                        {move || match has_effects.get() {
                            true => view! { <lists::EffectList judged /> }.into_any(),
                            false => view! { <lists::MeasureList /> }.into_any(),
                        }}
                    </div>
                }
                .into_any(),
            }}
        </div>
    }
}
