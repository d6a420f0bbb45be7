//! What a page shows when there is nothing on it yet.

use super::icon::{Glyph, Icon};
use leptos::prelude::*;

/// Says what the place is for and offers the first step.
#[component]
pub fn EmptyState(
    /// An icon above.
    icon: Glyph,
    /// What is not there yet.
    #[prop(into)]
    title: Signal<String>,
    /// What the place is for.
    #[prop(into)]
    text: Signal<String>,
    /// The first steps, as buttons.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="empty-state">
            <Icon icon=icon />
            <p class="empty-state-title">{move || title.get()}</p>
            <p class="empty-state-text">{move || text.get()}</p>
            {children.map(|children| view! { <div class="empty-state-actions">{children()}</div> })}
        </div>
    }
    .into_any()
}
