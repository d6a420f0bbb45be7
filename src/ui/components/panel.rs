//! The panel at the right with details of what is selected.

use super::{button::IconButton, icons::LuX};
use leptos::{ev::KeyboardEvent, prelude::*};

/// Details of the selected thing: beside the content on wide screens, over it on narrow ones. Esc closes it. It stands
/// behind the page in an element of the class `with-panel`.
#[component]
pub fn Panel(
    /// What it shows, for screen readers.
    #[prop(into)]
    label: Signal<String>,
    /// Closes it.
    #[prop(into)]
    on_close: Callback<()>,
    /// Name of the close button.
    #[prop(into)]
    close_label: Signal<String>,
    /// Its content.
    children: Children,
) -> impl IntoView {
    let on_key = move |event: KeyboardEvent| {
        // Esc closes a menu or an explanation that is open, by the browser, before it closes the panel.
        let closes_other = document().query_selector(":popover-open").is_ok_and(|open| open.is_some());
        if event.key() == "Escape" && !event.default_prevented() && !closes_other {
            event.stop_propagation();
            on_close.run(());
        }
    };
    view! {
        <section class="panel" aria-label=move || label.get() tabindex="-1" on:keydown=on_key>
            {children()}
            <div class="panel-close">
                <IconButton label=close_label icon=LuX on_press=on_close />
            </div>
        </section>
    }
    .into_any()
}
