//! The strategy: what customers need in each part of the lifecycle, and what is done about it.

mod adding;
mod canvas;
mod catalogue;
mod goals;
mod item;
mod kpis;
mod measure_list;
mod served;
mod sub_phase;
mod target;
mod weaknesses;

use crate::ui::{
    components::{LinkButton, PageHead, icons},
    platform::page,
    workspace::{use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::{
    plan::{Assessment, TypedId},
    route::Area,
};

/// The page.
#[component]
pub fn Strategy() -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.strategy;
    let facts = workspace.select(move |plan| {
        let is_own = |assessment| matches!(assessment, Some(Assessment::Applies | Assessment::Partly));
        let weaknesses = plan.weaknesses.iter().filter(|weakness| is_own(weakness.assessment)).count();
        (words.facts)(plan.goals.len(), weaknesses, plan.measures.len())
    });
    let lifecycle = workspace.select(move |plan| {
        let first = plan.sub_phases.ids().next().map(TypedId::as_id);
        workspace.link(Area::Settings, first)
    });
    let shown =
        Memo::new(move |_| workspace.route.get().filter(|route| route.area == Area::Strategy).and_then(|route| route.record));
    Effect::new(move |_| {
        let Some(id) = shown.get() else { return };
        // The router scrolls to the top when it has shown an address; this has to come after that.
        page::after_render(move || page::after_render(move || item::reveal(&id)));
    });
    view! {
        <div class="page strategy">
            <PageHead title=(texts.shell.area)(Area::Strategy) subtitle=facts>
                <LinkButton icon=icons::LuRoute label=texts.canvas.change_lifecycle href=lifecycle />
                <LinkButton icon=icons::LuListChecks label=words.to_measures href=workspace.link(Area::Measures, None) />
            </PageHead>
            <canvas::Canvas />
        </div>
    }
}
