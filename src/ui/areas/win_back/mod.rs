//! The win-back planner: groups of lost customers, and whether winning them back pays.

mod calculation;
mod details;
mod fields;
mod groups;
mod lost;
mod measure;
mod total;

use crate::ui::{
    components::{Button, ButtonKind, EmptyState, PageHead, icons},
    record::{Home, RecordHandle, follow_details},
    workspace::{Workspace, use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::{
    editor::Noun,
    plan::{TypedId, WinBackGroup, WinBackGroupId},
    route::Area,
    texts::format,
};

/// Where groups are.
const HOME: Home<WinBackGroup> = Home {
    table: |plan| &plan.win_back_groups,
    table_mut: |plan| &mut plan.win_back_groups,
    area: Area::WinBack,
    noun: Noun::WinBackGroup,
};

/// A group, to be read and changed.
type Group = RecordHandle<WinBackGroup>;

/// Adds a group without a title and opens its details.
fn add(workspace: Workspace) {
    let id = HOME.add(workspace, WinBackGroup::new(workspace.new_id(), ""));
    workspace.go(Area::WinBack, Some(id.as_id().clone()));
}

/// The page.
#[component]
pub fn WinBack() -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.win_back;
    let facts = workspace.select(move |plan| {
        let customers: u64 = plan.win_back_groups.iter().filter_map(|group| group.customers.map(u64::from)).sum();
        (words.facts)(plan.win_back_groups.len(), &format::count(texts.language, customers))
    });
    let is_empty = workspace.select(|plan| plan.win_back_groups.is_empty());
    let new_group = move |kind| {
        view! { <Button kind icon=icons::LuPlus label=words.new_group on_press=move |()| add(workspace) /> }
    };
    let body = move || match is_empty.get() {
        true => view! {
            <EmptyState icon=icons::LuUndo2 title=words.empty_title text=words.empty_text>
                {new_group(ButtonKind::Primary)}
            </EmptyState>
        }
        .into_any(),
        false => view! {
            <total::Total />
            <groups::Groups />
        }
        .into_any(),
    };
    view! {
        <div class="with-panel">
            <div class="page win-back">
                <PageHead title=(texts.shell.area)(Area::WinBack) subtitle=facts>
                    {move || (!is_empty.get()).then(|| view! { <measure::MeasureActions /> })}
                    {move || (!is_empty.get()).then(|| new_group(ButtonKind::Primary))}
                </PageHead>
                {body}
                <lost::Lost />
            </div>
            <ShownGroup />
        </div>
    }
}

/// Details of the group that the address names.
#[component]
fn ShownGroup() -> impl IntoView {
    let workspace = use_workspace();
    let shown = Memo::new(move |_| {
        let id = WinBackGroupId::from(workspace.route.get()?.record?);
        workspace.with_plan(|plan| plan.win_back_groups.contains(&id)).then_some(id)
    });
    follow_details(shown);
    move || shown.get().map(|id| view! { <details::Details id /> })
}
