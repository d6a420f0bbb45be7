//! Fields for a choice: one of a list, or yes and no.

use super::field::{Field, FieldIds, FieldProps};
use leptos::prelude::*;

/// What can be chosen: keys and words.
pub type Choices = Vec<(String, String)>;

/// Choices behind the one whose key is empty: it stands for none of them, or for all.
pub fn with_first(words: &str, choices: impl IntoIterator<Item = (String, String)>) -> Choices {
    std::iter::once((String::new(), words.to_owned())).chain(choices).collect()
}

/// A field that offers a list and takes one of it.
#[component]
pub fn SelectField(
    /// The label.
    #[prop(into)]
    label: Signal<String>,
    /// Key and words of each choice.
    #[prop(into)]
    options: Signal<Vec<(String, String)>>,
    /// Key of the choice.
    #[prop(into)]
    value: Signal<String>,
    /// Is told the key of the new choice.
    #[prop(into)]
    on_commit: Callback<String>,
    /// Whether only screen readers get the label.
    #[prop(optional)]
    label_hidden: bool,
    /// A short explanation below.
    #[prop(optional, into)]
    hint: Option<Signal<String>>,
    /// What is wrong and what to do.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// Whether it can't be changed now.
    #[prop(optional, into)]
    disabled: Signal<bool>,
    /// An id that the list keeps where it is made anew, so that the focus finds it.
    #[prop(optional, into)]
    id: Option<String>,
) -> impl IntoView {
    let ids = id.map_or_else(FieldIds::new, FieldIds::of);
    let described = ids.clone();
    let choices = move || {
        options
            .get()
            .into_iter()
            .map(|(key, words)| {
                let own = key.clone();
                view! {
                    <option value=key prop:selected=move || value.get() == own>
                        {words}
                    </option>
                }
            })
            .collect_view()
    };
    let control = view! {
        <select
            id=ids.control.clone()
            class="input"
            disabled=move || disabled.get()
            aria-invalid=move || error.with(Option::is_some).then_some("true")
            aria-describedby=move || described.described_by(error, hint)
            on:change:target=move |event| on_commit.run(event.target().value())
        >
            {choices}
        </select>
    }
    .into_any();
    Field(FieldProps { ids, label, label_hidden, hint, error, control })
}

/// A box to tick, with its words beside it.
#[component]
pub fn CheckField(
    /// The words.
    #[prop(into)]
    label: Signal<String>,
    /// What it is about where several boxes have the same words, for screen readers.
    #[prop(optional, into)]
    context: Option<Signal<String>>,
    /// Whether only screen readers get the words.
    #[prop(optional)]
    label_hidden: bool,
    /// Whether it is ticked.
    #[prop(into)]
    value: Signal<bool>,
    /// Is told whether it is ticked now.
    #[prop(into)]
    on_commit: Callback<bool>,
    /// Whether it can't be changed now.
    #[prop(optional, into)]
    disabled: Signal<bool>,
) -> impl IntoView {
    view! {
        <label class="check-field">
            <input
                type="checkbox"
                prop:checked=move || value.get()
                disabled=move || disabled.get()
                on:change:target=move |event| on_commit.run(event.target().checked())
            />
            <span class:visually-hidden=label_hidden>
                {move || label.get()}
                {context.map(|context| view! { <span class="visually-hidden">": "{move || context.get()}</span> })}
            </span>
        </label>
    }
    .into_any()
}
