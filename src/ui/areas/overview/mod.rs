//! The start page of a plan: what lies where in the lifecycle, and what needs attention.

mod lifecycle_table;
mod lists;

use crate::ui::{
    components::PageHead,
    workspace::{use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::{
    editor::{Label, Noun, Place, Verb},
    plan::Profile,
    route::Area,
    texts::format,
};

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
            />
            <lifecycle_table::Lifecycle />
            <div class="overview-lists">
                <lists::JourneyList />
                <lists::KpiList />
                <lists::MeasureList />
            </div>
        </div>
    }
}
