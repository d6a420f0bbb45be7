//! Draws an icon; it is always an ornament beside words and thus hidden from screen readers.

use leptos::prelude::*;

/// A drawing of [`super::icons`].
pub type Glyph = icondata_core::Icon;

/// Draws an icon in the colour of the text around it; its size is `--icon`.
#[component]
pub fn Icon(
    /// The drawing.
    icon: Glyph,
) -> impl IntoView {
    view! { <span class="icon" aria-hidden="true"><leptos_icons::Icon icon=icon /></span> }.into_any()
}
