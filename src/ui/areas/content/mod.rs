//! The content plan: what prospects need to know, what answers it, and what is missing.

mod details;
mod list;
mod questions;
mod spread;

use crate::ui::{
    components::{Button, ButtonKind, EmptyState, PageHead, icons},
    record::{Home, RecordHandle, follow_details},
    workspace::{Workspace, use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::{
    editor::Noun,
    plan::{Content, ContentId, ContentState, Intent, Phase, TypedId},
    route::Area,
};

/// Where contents are.
const HOME: Home<Content> =
    Home { table: |plan| &plan.contents, table_mut: |plan| &mut plan.contents, area: Area::Content, noun: Noun::Content };

/// A content, to be read and changed.
type ContentHandle = RecordHandle<Content>;

/// The key of an intent in fields.
fn intent_key(intent: Option<Intent>) -> String {
    intent.map(|intent| format!("{intent:?}")).unwrap_or_default()
}

/// The key of a state in fields.
fn state_key(state: ContentState) -> String {
    format!("{state:?}")
}

/// Adds a content without words and opens its details.
fn add(workspace: Workspace) {
    let sub_phase = workspace.plan_now().sub_phases_in(Phase::Acquisition).next().map(|it| it.id.clone());
    let id = HOME.add(workspace, Content::new(workspace.new_id(), "", sub_phase));
    workspace.go(Area::Content, Some(id.as_id().clone()));
}

/// The page.
#[component]
pub fn ContentPlan() -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.content;
    let facts = workspace.select(move |plan| {
        let published = plan.contents.iter().filter(|content| content.state == ContentState::Published).count();
        (words.facts)(plan.contents.len(), published)
    });
    let is_empty = workspace.select(|plan| plan.contents.is_empty());
    let new_content = move || {
        view! { <Button kind=ButtonKind::Primary icon=icons::LuPlus label=words.new_content on_press=move |()| add(workspace) /> }
    };
    let body = move || match is_empty.get() {
        true => view! {
            <EmptyState icon=icons::LuFileText title=words.empty_title text=words.empty_text>{new_content()}</EmptyState>
        }
        .into_any(),
        false => view! {
            <spread::Spread />
            <list::ContentList />
        }
        .into_any(),
    };
    view! {
        <div class="with-panel">
            <div class="page content-plan">
                <PageHead title=(texts.shell.area)(Area::Content) subtitle=facts>
                    {move || (!is_empty.get()).then(new_content)}
                </PageHead>
                {body}
                <questions::Questions />
            </div>
            <ShownContent />
        </div>
    }
}

/// Details of the content that the address names.
#[component]
fn ShownContent() -> impl IntoView {
    let workspace = use_workspace();
    let shown = Memo::new(move |_| {
        let id = ContentId::from(workspace.route.get()?.record?);
        workspace.with_plan(|plan| plan.contents.contains(&id)).then_some(id)
    });
    follow_details(shown);
    move || shown.get().map(|id| view! { <details::Details id /> })
}
