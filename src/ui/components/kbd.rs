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
