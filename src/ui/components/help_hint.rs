//! A "?" beside a term of the field, with a short explanation.

use super::{icon::Icon, icons::LuCircleHelp, popover, unique_id};
use leptos::{html, prelude::*};

/// A small button that opens the explanation of a term.
#[component]
pub fn HelpHint(
    /// The button's name, such as "What is the NPS?".
    #[prop(into)]
    label: Signal<String>,
    /// The term that is explained.
    #[prop(into)]
    title: Signal<String>,
    /// The explanation; line breaks are kept.
    #[prop(into)]
    text: Signal<String>,
) -> impl IntoView {
    let id = unique_id("help");
    let open = RwSignal::new(false);
    let button_ref = NodeRef::<html::Button>::new();
    let popover_ref = NodeRef::<html::Div>::new();
    let on_click = move |_| {
        if let (Some(popover), Some(button)) = (popover_ref.get_untracked(), button_ref.get_untracked()) {
            popover::place(&popover, &button);
        }
    };
    let on_toggle = move |_| {
        open.set(popover_ref.get_untracked().is_some_and(|popover| popover::is_open(&popover)));
    };
    view! {
        <button
            node_ref=button_ref
            type="button"
            class="help-button"
            aria-label=move || label.get()
            aria-expanded=move || open.get().to_string()
            aria-controls=id.clone()
            popovertarget=id.clone()
            on:click=on_click
        >
            <Icon icon=LuCircleHelp />
        </button>
        <div node_ref=popover_ref id=id class="popover help" popover="auto" role="note" on:toggle=on_toggle>
            <p class="help-title">{move || title.get()}</p>
            <p>{move || text.get()}</p>
        </div>
    }
    .into_any()
}
