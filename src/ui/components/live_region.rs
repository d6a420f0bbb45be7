//! Speaks to screen readers without showing anything.

use leptos::prelude::*;

/// An invisible region whose text is read aloud whenever it changes, after what is being read.
#[component]
pub fn LiveRegion(
    /// What to say.
    #[prop(into)]
    text: Signal<String>,
) -> impl IntoView {
    view! { <div class="visually-hidden" role="status" aria-live="polite">{move || text.get()}</div> }.into_any()
}
