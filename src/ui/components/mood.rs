//! A mean emotion as a dot on its scale, with the figure beside it.

use leptos::prelude::*;

/// A dot on the scale from −2 (left) to +2 (right), and the figure in words.
#[component]
pub fn Mood(
    /// The mean emotion, −2 to 2.
    value: f64,
    /// The figure as written.
    words: String,
) -> impl IntoView {
    let place = format!("{:.1}%", (value + 2.0) * 25.0);
    view! {
        <span class="mood">
            <span class="mood-scale" aria-hidden="true"><span class="mood-dot" style:inset-inline-start=place></span></span>
            <b>{words}</b>
        </span>
    }
    .into_any()
}
