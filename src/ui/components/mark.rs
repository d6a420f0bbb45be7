//! The app's mark: a line with three stations, in the hues of the three phases.

use leptos::prelude::*;

/// Draws the mark in the colours of the theme; an ornament beside the app's or the plan's name.
#[component]
pub fn Mark() -> impl IntoView {
    view! {
        <svg class="mark" viewBox="0 0 32 32" fill="none" stroke-linecap="round" aria-hidden="true">
            <path d="M6 25C10 25 10 8 16 8s6 13 10 13" />
            <circle data-phase="acquisition" cx="6" cy="25" r="3.6" />
            <circle data-phase="active" cx="16" cy="8" r="3.6" />
            <circle data-phase="passive" cx="26" cy="21" r="3.6" />
        </svg>
    }
    .into_any()
}
