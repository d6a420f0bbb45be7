//! Customers' involvement: in which phases of product development they have a say, and how.

mod details;
mod phase;

use crate::ui::{
    components::PageHead,
    record::{Home, RecordHandle, follow_details},
    workspace::{use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::{
    editor::Noun,
    figures::involvement::involvement,
    plan::{DevelopmentPhase, Involvement, InvolvementId, InvolvementState},
    route::Area,
};

/// Where involvements are.
const HOME: Home<Involvement> = Home {
    table: |plan| &plan.involvements,
    table_mut: |plan| &mut plan.involvements,
    area: Area::Involvement,
    noun: Noun::Involvement,
};

/// An involvement, to be read and changed.
type Handle = RecordHandle<Involvement>;

/// The key of a phase in fields.
fn phase_key(phase: DevelopmentPhase) -> String {
    format!("{phase:?}")
}

/// The key of a state in fields and in the style sheet.
fn state_key(state: InvolvementState) -> String {
    format!("{state:?}")
}

/// The page.
#[component]
pub fn InvolvementPlan() -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.involvement;
    let facts = workspace.select(move |plan| {
        let phases = involvement(plan).iter().filter(|phase| phase.ways > 0).count();
        (words.facts)(plan.involvements.len(), phases)
    });
    view! {
        <div class="with-panel">
            <div class="page involvement">
                <PageHead title=(texts.shell.area)(Area::Involvement) subtitle=facts />
                <figure class="involvement-cost">
                    <figcaption>{words.later_dearer}</figcaption>
                    <div class="involvement-wedge" aria-hidden="true"></div>
                    <div class="involvement-ends" aria-hidden="true">
                        <span>{words.cheap}</span>
                        <span>{words.dear}</span>
                    </div>
                </figure>
                <div class="involvement-phases">
                    {DevelopmentPhase::ALL.map(|phase| view! { <phase::PhaseColumn phase /> }).collect_view()}
                </div>
            </div>
            <Shown />
        </div>
    }
}

/// Details of the involvement that the address names.
#[component]
fn Shown() -> impl IntoView {
    let workspace = use_workspace();
    let shown = Memo::new(move |_| {
        let id = InvolvementId::from(workspace.route.get()?.record?);
        workspace.with_plan(|plan| plan.involvements.contains(&id)).then_some(id)
    });
    follow_details(shown);
    move || shown.get().map(|id| view! { <details::Details id /> })
}
