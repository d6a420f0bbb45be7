//! The list of keys, opened by `?`.

use crate::ui::{
    actions::{ACTIONS, Action, key_rows},
    components::{Dialog, KeyList},
    workspace::{use_texts, use_workspace},
};
use leptos::prelude::*;

/// The dialog with the list.
#[component]
pub fn ShortcutList() -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let actions = move || {
        let with_keys = ACTIONS.iter().filter(|action| !action.shortcuts.is_empty());
        let keys = |action: &Action| action.shortcuts.iter().map(|keys| keys.in_words(texts)).collect();
        with_keys.map(|action| ((action.label)(texts), keys(action))).collect::<Vec<_>>()
    };
    view! {
        <Dialog open=workspace.shortcuts_open title=texts.shell.shortcuts close_label=texts.shell.close>
            <KeyList rows=actions() />
            <h3 class="shortcut-list-head">{texts.shell.shortcuts_editing}</h3>
            <KeyList rows=key_rows(texts.shell.editing_keys, texts) />
            {move || workspace.page_actions.with(|page| page.keys).map(|keys| keys())}
        </Dialog>
    }
}
