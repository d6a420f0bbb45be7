//! Files that are brought in: the sources of the plan, and the steps from a file to figures.

mod column_row;
mod fault;
mod figures;
mod format_panel;
mod issues;
mod preview;
mod reading;
mod result;
mod roles;
mod score_detail;
mod segment_detail;
mod sources;
mod together;
mod value_detail;
mod wizard;

use crate::ui::{
    components::{Button, ButtonKind, LiveRegion, PageHead, icons},
    workspace::{use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::route::Area;
use wizard::{Step, Wizard};

/// The page.
#[component]
pub fn Import() -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.import.page;
    let wizard = workspace.lasting(|| Wizard::new(workspace));
    // What matters for the build of the page; the texts of failures change within a step.
    let step = Memo::new(move |_| wizard.step.get());
    let idle = Memo::new(move |_| step.get() == Step::Idle);
    // Where nothing was imported yet the button stands in the middle of the page.
    let has_sources = workspace.select(|plan| !plan.sources.is_empty());
    let waiting = Memo::new(move |_| {
        workspace.table_dropped.track();
        wizard.step.track();
        workspace.tables_waiting()
    });
    view! {
        <div class="page import">
            <PageHead title=(texts.shell.area)(Area::Import) subtitle=words.intro>
                {move || {
                    (idle.get() && has_sources.get()).then(|| {
                        let choose = move |()| wizard.choose(None);
                        view! { <Button kind=ButtonKind::Primary icon=icons::LuUpload label=words.choose_file on_press=choose /> }
                    })
                }}
            </PageHead>
            <LiveRegion text=wizard.said />
            {move || {
                (!idle.get()).then(|| {
                    view! {
                        <section class="import-wizard" aria-label=words.steps>
                            <Steps step />
                            {move || match step.get() {
                                Step::Idle => ().into_any(),
                                Step::Inspecting => view! { <reading::Reading title=words.reading_title /> }.into_any(),
                                Step::Reducing => view! { <reading::Reading title=words.counting_title /> }.into_any(),
                                Step::Roles => view! { <roles::Roles /> }.into_any(),
                                Step::Result => view! { <result::Outcome /> }.into_any(),
                                Step::Failed(text) => view! { <reading::Failed text /> }.into_any(),
                            }}
                        </section>
                    }
                })
            }}
            {move || match waiting.get() {
                0 => None,
                n => Some(view! { <p class="import-waiting">{(words.waiting)(n)}</p> }),
            }}
            <sources::Sources idle />
        </div>
    }
}

/// Which steps there are, and which one is at hand.
#[component]
fn Steps(step: Memo<Step>) -> impl IntoView {
    let words = &use_texts().import.page;
    let at = Memo::new(move |_| match step.get() {
        Step::Idle | Step::Inspecting => 0,
        Step::Failed(_) => usize::MAX,
        Step::Roles => 1,
        Step::Reducing | Step::Result => 2,
    });
    let entry = move |(index, name): (usize, &'static str)| {
        view! {
            <li class:import-step-done=move || index < at.get() && at.get() != usize::MAX aria-current=move || (at.get() == index).then_some("step")>
                <span class="import-step-number" aria-hidden="true">{index + 1}</span>
                {name}
            </li>
        }
    };
    view! { <ol class="import-steps" role="list">{words.step_names.into_iter().enumerate().map(entry).collect_view()}</ol> }
}

/// The heading of a step; it takes the focus when the step begins.
#[component]
fn StepTitle(#[prop(into)] title: Signal<String>, #[prop(optional, into)] note: Option<Signal<String>>) -> impl IntoView {
    view! {
        <h2 class="import-step-title" tabindex="-1" dir="auto">{move || title.get()}</h2>
        {note.map(|note| view! { <p class="import-step-note" dir="auto">{move || note.get()}</p> })}
    }
}
