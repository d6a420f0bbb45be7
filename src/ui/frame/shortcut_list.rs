//! The list of keys, opened by `?`.

use crate::ui::{
    actions::{ACTIONS, Action, key_rows},
    components::{Dialog, KeyList},
    plan_work::PlanWork,
    workspace::{use_texts, use_workspace},
};
use leptos::prelude::*;

/// The dialog with the list, which comes with the part of the program that works on plans and isn't opened without it.
#[component]
pub fn ShortcutList() -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    view! {
        <Dialog open=workspace.shortcuts_open title=texts.shell.shortcuts close_label=texts.shell.close>
            {workspace.loaded_work().map(PlanWork::keys)}
        </Dialog>
    }
}

/// What keys do: everywhere, while editing, and on the page that is shown.
pub fn keys() -> AnyView {
    let workspace = use_workspace();
    let texts = use_texts();
    let with_keys = ACTIONS.iter().filter(|action| !action.shortcuts.is_empty());
    let keys_of = |action: &Action| action.shortcuts.iter().map(|keys| keys.in_words(texts)).collect();
    let rows = with_keys.map(|action| ((action.label)(texts), keys_of(action))).collect::<Vec<_>>();
    view! {
        <KeyList rows />
        <h3 class="shortcut-list-head">{texts.keys.editing}</h3>
        <KeyList rows=key_rows(texts.keys.editing_keys, texts) />
        {move || workspace.page_actions.with(|page| page.keys).map(|keys| keys())}
    }
    .into_any()
}
