//! Keys to press, as shown beside commands.

use leptos::prelude::*;

/// Keys to press, such as "Strg K".
#[component]
pub fn Kbd(
    /// The keys as text.
    #[prop(into)]
    keys: Signal<String>,
) -> impl IntoView {
    view! { <kbd class="kbd">{move || keys.get()}</kbd> }.into_any()
}

/// A list of what keys do: what it is, and the keys for it.
#[component]
pub fn KeyList(
    /// Its rows.
    rows: Vec<(String, Vec<String>)>,
) -> impl IntoView {
    let row = |(label, keys): (String, Vec<String>)| {
        view! {
            <dt>{label}</dt>
            <dd>{keys.into_iter().map(|keys| view! { <Kbd keys /> }).collect_view()}</dd>
        }
    };
    view! { <dl class="shortcut-list">{rows.into_iter().map(row).collect_view()}</dl> }.into_any()
}
