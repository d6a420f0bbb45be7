//! How grave something is, or how much it would do, as dots.

use leptos::prelude::*;

/// Dots from 1 to `of`, as many filled as something is grave or would do; the words say it to screen readers and pointers.
#[component]
pub fn Severity(
    /// How grave, or how much, from 0 to `of`.
    #[prop(into)]
    value: Signal<u8>,
    /// The words, such as "Severity 4 of 5".
    #[prop(into)]
    label: Signal<String>,
    /// How many dots there are.
    #[prop(default = 5)]
    of: u8,
) -> impl IntoView {
    let dot = move |at: u8| view! { <span class="severity-dot" data-off=move || (at > value.get()).then_some("")></span> };
    view! {
        <span class="severity" role="img" aria-label=move || label.get() title=move || label.get()>
            {(1..=of).map(dot).collect_view()}
        </span>
    }
    .into_any()
}
