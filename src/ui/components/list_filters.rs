//! What stands above a list: search, filters that a button opens on narrow screens, and how much is shown.

use super::{button::Button, icons::LuListFilter, text_field::TextField};
use leptos::prelude::*;

/// Search and filters of a list.
#[component]
pub fn ListFilters(
    /// Name of the search field.
    #[prop(into)]
    search_label: Signal<String>,
    /// What is searched for.
    #[prop(into)]
    search: Signal<String>,
    /// Is told what is searched for, at each key.
    #[prop(into)]
    on_search: Callback<String>,
    /// The choice beside the search field.
    choice: AnyView,
    /// Name of the button that opens the filters, with how many are set.
    #[prop(into)]
    filters_label: Signal<String>,
    /// How much is shown of how much.
    #[prop(into)]
    count: Signal<String>,
    /// The filters.
    children: Children,
) -> impl IntoView {
    let open = RwSignal::new(false);
    view! {
        <div class="list-filters no-print" data-open=move || open.get().then_some("")>
            <div class="list-filters-first">
                <div class="list-search">
                    <TextField
                        label=search_label
                        label_hidden=true
                        kind="search"
                        placeholder=search_label
                        value=search
                        on_input=on_search
                        on_commit=on_search
                    />
                </div>
                {choice}
                <div class="list-filters-toggle">
                    <Button
                        icon=LuListFilter
                        label=filters_label
                        pressed=Signal::from(open)
                        on_press=move |()| open.update(|open| *open = !*open)
                    />
                </div>
                <p class="list-count" role="status">{move || count.get()}</p>
            </div>
            <div class="list-filters-more">{children()}</div>
        </div>
    }
    .into_any()
}
