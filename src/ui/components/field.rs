//! The frame of a form field: label, hint and error around a control, tied together by ids.

use super::unique_id;
use leptos::prelude::*;

/// The ids that tie a control to its label, hint and error.
#[derive(Clone, Debug)]
pub struct FieldIds {
    /// Of the control.
    pub control: String,
    /// Of the error text.
    pub error: String,
    /// Of the hint.
    pub hint: String,
}

impl FieldIds {
    /// Ids that nothing else on the page has.
    pub fn new() -> Self {
        Self::of(unique_id("field"))
    }

    /// The ids around a control that has this one.
    pub fn of(control: String) -> Self {
        Self { error: format!("{control}-error"), hint: format!("{control}-hint"), control }
    }

    /// What the control's `aria-describedby` names: the error and the hint that are there.
    pub fn described_by(&self, error: Signal<Option<String>>, hint: Option<Signal<String>>) -> Option<String> {
        let ids = [error.with(Option::is_some).then_some(&*self.error), hint.map(|_| &*self.hint)];
        let ids: Vec<&str> = ids.into_iter().flatten().collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }
}

/// Label above, control, and below it a hint and what is wrong.
#[component]
pub fn Field(
    /// The ids that the control uses too.
    ids: FieldIds,
    /// The label.
    #[prop(into)]
    label: Signal<String>,
    /// Whether only screen readers get the label, where the place says it.
    #[prop(optional)]
    label_hidden: bool,
    /// A short explanation.
    #[prop(optional_no_strip)]
    hint: Option<Signal<String>>,
    /// What is wrong and what to do.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// The control.
    control: AnyView,
) -> impl IntoView {
    let FieldIds { control: control_id, error: error_id, hint: hint_id } = ids;
    let error_text = move || error.get().map(|error| view! { <p class="field-error" id=error_id.clone()>{error}</p> });
    view! {
        <div class="field">
            <label class=if label_hidden { "visually-hidden" } else { "field-label" } for=control_id>
                {move || label.get()}
            </label>
            {control}
            {hint.map(|hint| view! { <p class="field-hint" id=hint_id>{move || hint.get()}</p> })}
            {error_text}
        </div>
    }
    .into_any()
}
