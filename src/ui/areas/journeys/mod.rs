//! Journeys: their list, and the map of one.

mod filters;
mod list;
mod map;
mod output;
mod row;
mod table_problem;

use crate::ui::{
    components::{EmptyState, LinkButton, icons},
    workspace::{use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::{plan::JourneyId, route::Area};

/// The page: the map of the journey in the address, else the list.
#[component]
pub fn Journeys() -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let chosen = Memo::new(move |_| Some(JourneyId::from(workspace.route.get()?.record?)));
    let exists = workspace.select(move |plan| chosen.get().is_some_and(|id| plan.journeys.contains(&id)));
    move || match chosen.get() {
        None => view! { <list::JourneyList /> }.into_any(),
        Some(id) if exists.get() => view! { <map::MapPage id /> }.into_any(),
        Some(_) => view! {
            <div class="page">
                <EmptyState whole_page=true icon=icons::LuRoute title=texts.journeys.not_found text="">
                    <LinkButton label=texts.journeys.to_all href=workspace.link(Area::Journeys, None) />
                </EmptyState>
            </div>
        }
        .into_any(),
    }
}
