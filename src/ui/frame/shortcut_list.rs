//! The list of keys, opened by `?`.

use crate::ui::{
    actions::{ACTIONS, PageAction, keys_in_words},
    components::{Dialog, Kbd},
    workspace::{use_texts, use_workspace},
};
use leptos::prelude::*;

/// The dialog with the list.
#[component]
pub fn ShortcutList() -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let rows = move |keys: &'static [(&'static str, &'static str)]| {
        let row = |(keys, label): &(&'static str, &'static str)| {
            view! {
                <dt>{*label}</dt>
                <dd><Kbd keys=keys_in_words(keys, texts) /></dd>
            }
        };
        keys.iter().map(row).collect_view()
    };
    let of_page = move || {
        let page = workspace.page_actions.get();
        let row = |action: &PageAction| {
            let keys = action.shortcut?.in_words(texts);
            Some(view! {
                <dt>{action.label.clone()}</dt>
                <dd><Kbd keys /></dd>
            })
        };
        (!page.title.is_empty()).then(|| {
            view! {
                <h3 class="shortcut-list-head">{page.title}</h3>
                <dl class="shortcut-list">
                    {page.actions.iter().filter_map(row).collect_view()}
                    {rows(page.keys)}
                </dl>
            }
        })
    };
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
            <dl class="shortcut-list">{rows(texts.shell.editing_keys)}</dl>
            {of_page}
        </Dialog>
    }
}
