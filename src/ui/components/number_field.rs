//! A field for a number, written as the reader's language writes it.

use super::{
    field::{Field, FieldIds, FieldProps},
    text_field::{follow, restore, restore_on_escape},
};
use leptos::{html, prelude::*};

/// A field for a number or nothing. It reports on leaving it or Enter; Esc restores; what can't be read stays with a
/// message until it is mended.
#[component]
pub fn NumberField(
    /// The label.
    #[prop(into)]
    label: Signal<String>,
    /// The number as it stands in the plan.
    #[prop(into)]
    value: Signal<Option<f64>>,
    /// Writes a number for editing, in the manner of the language.
    #[prop(into)]
    format: Callback<f64, String>,
    /// Reads what was typed: a number, nothing, or what is wrong.
    #[prop(into)]
    parse: Callback<String, Result<Option<f64>, String>>,
    /// Is told the new number.
    #[prop(into)]
    on_commit: Callback<Option<f64>>,
    /// Whether only screen readers get the label.
    #[prop(optional)]
    label_hidden: bool,
    /// The unit after the field.
    #[prop(optional, into)]
    unit: Option<Signal<String>>,
    /// Shown while the field is empty.
    #[prop(optional, into)]
    placeholder: Signal<String>,
    /// A short explanation below.
    #[prop(optional, into)]
    hint: Option<Signal<String>>,
) -> impl IntoView {
    let ids = FieldIds::new();
    let described = ids.clone();
    let input = NodeRef::<html::Input>::new();
    let problem = RwSignal::new(None::<String>);
    let error = Signal::from(problem);
    let shown = Signal::derive(move || value.get().map(|number| format.run(number)).unwrap_or_default());
    follow(input, shown);
    let commit = move |text: String| match parse.run(text) {
        Ok(number) => {
            problem.set(None);
            if number != value.get_untracked() {
                on_commit.run(number);
            }
            restore(input, shown);
        }
        Err(message) => problem.set(Some(message)),
    };
    let control = view! {
        <div class="field-with-unit">
            <input
                node_ref=input
                id=ids.control.clone()
                class="input input-number"
                type="text"
                inputmode="decimal"
                autocomplete="off"
                placeholder=move || placeholder.get()
                aria-invalid=move || error.with(Option::is_some).then_some("true")
                aria-describedby=move || described.described_by(error, hint)
                on:change:target=move |event| commit(event.target().value())
                on:keydown=move |event| {
                    restore_on_escape(&event, input, shown);
                    if event.key() == "Escape" {
                        problem.set(None);
                    }
                }
            />
            {unit.map(|unit| view! { <span class="field-unit">{move || unit.get()}</span> })}
        </div>
    }
    .into_any();
    Field(FieldProps { ids, label, label_hidden, hint, error, control })
}
