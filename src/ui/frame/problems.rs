//! What went wrong, above the page, until it is closed; and lasting warnings about storage.

use crate::ui::{
    components::{Icon, IconButton, icons},
    platform::{page, store::Durability},
    workspace::{use_texts, use_workspace},
};
use leptos::prelude::*;

/// Most lines of details shown of one problem.
const DETAILS_SHOWN: usize = 12;

/// The list of problems.
#[component]
pub fn Problems() -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let storage = move || match workspace.durability.get() {
        Some(Durability::Weak) => Some(texts.shell.weak_storage),
        Some(Durability::None) => Some(texts.shell.no_storage),
        Some(Durability::Durable) | None => None,
    };
    let close = move |id| {
        workspace.close_problem(id);
        page::hold_focus("#main");
    };
    view! {
        <div class="problems" role="alert">
            {move || storage().map(|text| view! { <div class="problem problem-warning"><Icon icon=icons::LuTriangleAlert /><p>{text}</p></div> })}
            <For each=move || workspace.problems.get() key=|problem| problem.id let:problem>
                <div class="problem">
                    <Icon icon=icons::LuCircleAlert />
                    <div class="problem-text">
                        <p dir="auto">{problem.text}</p>
                        {(!problem.details.is_empty())
                            .then(|| {
                                let more = problem.details.len().saturating_sub(DETAILS_SHOWN);
                                let lines = problem.details.into_iter().take(DETAILS_SHOWN);
                                view! {
                                    <ul>
                                        {lines.map(|line| view! { <li dir="auto">{line}</li> }).collect_view()}
                                        {(more > 0).then(|| view! { <li>{format!("+ {more}")}</li> })}
                                    </ul>
                                }
                            })}
                    </div>
                    <IconButton small=true icon=icons::LuX label=texts.shell.close on_press=move |()| close(problem.id) />
                </div>
            </For>
        </div>
    }
}
