//! A choice of one among few, side by side.

use super::unique_id;
use leptos::prelude::*;

/// Radio buttons drawn as one row of segments, such as week, month, quarter.
#[component]
pub fn Segmented(
    /// What is chosen, for screen readers.
    #[prop(into)]
    label: Signal<String>,
    /// Key and words of each segment.
    #[prop(into)]
    options: Signal<Vec<(String, String)>>,
    /// Key of the chosen segment.
    #[prop(into)]
    value: Signal<String>,
    /// Is told the key of the segment that is chosen.
    #[prop(into)]
    on_pick: Callback<String>,
) -> impl IntoView {
    let name = unique_id("segmented");
    let segments = move || {
        let name = name.clone();
        options
            .get()
            .into_iter()
            .map(|(key, words)| {
                let (own, picked) = (key.clone(), key);
                view! {
                    <label>
                        <input
                            type="radio"
                            name=name.clone()
                            prop:checked=move || value.get() == own
                            on:change=move |_| on_pick.run(picked.clone())
                        />
                        <span>{words}</span>
                    </label>
                }
            })
            .collect_view()
    };
    view! {
        <div class="segmented" role="radiogroup" aria-label=move || label.get()>
            {segments}
        </div>
    }
    .into_any()
}
