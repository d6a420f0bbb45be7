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
    /// Whether a page shows nothing else; then what isn't there is its heading.
    #[prop(optional)]
    whole_page: bool,
    /// The first steps, as buttons.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let title = move || title.get();
    let title = match whole_page {
        true => view! { <h1 class="empty-state-title">{title}</h1> }.into_any(),
        false => view! { <p class="empty-state-title">{title}</p> }.into_any(),
    };
    view! {
        <div class="empty-state">
            <Icon icon=icon />
            {title}
            <p class="empty-state-text">{move || text.get()}</p>
            {children.map(|children| view! { <div class="empty-state-actions">{children()}</div> })}
        </div>
    }
    .into_any()
}
