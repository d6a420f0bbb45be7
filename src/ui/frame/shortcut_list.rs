//! The list of keys, opened by `?`.

use crate::ui::{
    actions::ACTIONS,
    components::{Dialog, Kbd},
    workspace::{use_texts, use_workspace},
};
use leptos::prelude::*;

/// The dialog with the list.
#[component]
pub fn ShortcutList() -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    view! {
        <Dialog open=workspace.shortcuts_open title=texts.shell.shortcuts close_label=texts.shell.close>
            <dl class="shortcut-list">
                {ACTIONS
                    .iter()
                    .filter(|action| !action.shortcuts.is_empty())
                    .map(|action| {
                        let keys = action.shortcuts.iter().map(|keys| view! { <Kbd keys=keys.in_words(texts) /> });
                        view! {
                            <dt>{(action.label)(texts)}</dt>
                            <dd>{keys.collect_view()}</dd>
                        }
                    })
                    .collect_view()}
            </dl>
            <h3 class="shortcut-list-head">{texts.shell.shortcuts_editing}</h3>
            <dl class="shortcut-list">
                {texts
                    .shell
                    .editing_keys
                    .iter()
                    .map(|(keys, label)| view! {
                        <dt>{*label}</dt>
                        <dd><Kbd keys=*keys /></dd>
                    })
                    .collect_view()}
            </dl>
        </Dialog>
    }
}
