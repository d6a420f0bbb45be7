//! Small labels: a phase, a state, a chosen thing.

use super::{
    icon::{Glyph, Icon},
    icons::LuX,
};
use leptos::prelude::*;
use reiseplan::plan::Phase;

/// The name under which the style sheet knows a phase: the value of `data-phase`.
pub fn phase_key(phase: Phase) -> &'static str {
    match phase {
        Phase::Acquisition => "acquisition",
        Phase::Active => "active",
        Phase::Passive => "passive",
    }
}

/// The phase of a key.
pub fn phase_of(key: &str) -> Option<Phase> {
    Phase::ALL.into_iter().find(|phase| phase_key(*phase) == key)
}

/// A small rounded label: without colour, in a phase's hue, or warning.
#[component]
pub fn Pill(
    /// The words.
    #[prop(into)]
    label: Signal<String>,
    /// The phase that gives it its hue.
    #[prop(optional, into)]
    phase: Option<Signal<Phase>>,
    /// Whether it points at something that needs a look; the words must say it too.
    #[prop(optional)]
    warning: bool,
    /// The icon before the words.
    #[prop(optional, into)]
    icon: Option<Glyph>,
) -> impl IntoView {
    view! {
        <span
            class="pill"
            data-phase=move || phase.map(|phase| phase_key(phase.get()))
            data-tone=warning.then_some("warning")
        >
            {icon.map(|icon| view! { <Icon icon=icon /> })}
            <span dir="auto">{move || label.get()}</span>
        </span>
    }
    .into_any()
}

/// A label of a chosen thing, with a button that takes it away.
#[component]
pub fn Chip(
    /// The words.
    #[prop(into)]
    label: Signal<String>,
    /// Name of the button that takes it away.
    #[prop(into)]
    remove_label: Signal<String>,
    /// Takes it away.
    #[prop(into)]
    on_remove: Callback<()>,
    /// Where the thing is shown: the words lead there.
    #[prop(optional_no_strip)]
    href: Option<String>,
) -> impl IntoView {
    let words = move || label.get();
    let words = match href {
        Some(href) => view! { <a class="pill-link" href=href dir="auto">{words}</a> }.into_any(),
        None => view! { <span dir="auto">{words}</span> }.into_any(),
    };
    view! {
        <span class="pill">
            {words}
            <button
                type="button"
                class="pill-remove"
                aria-label=move || remove_label.get()
                title=move || remove_label.get()
                on:click=move |_| on_remove.run(())
            >
                <Icon icon=LuX />
            </button>
        </span>
    }
    .into_any()
}
