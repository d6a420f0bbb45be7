//! Fields for text and dates: they show a signal and report when the user is done.

use super::field::{Field, FieldIds, FieldProps};
use leptos::{ev::KeyboardEvent, html, prelude::*};
use reiseplan::plan::seen;
use wasm_bindgen::JsCast;

/// A field for one line of text. It reports on leaving it or Enter; Esc restores.
#[component]
pub fn TextField(
    /// The label.
    #[prop(into)]
    label: Signal<String>,
    /// The text as it stands in the plan.
    #[prop(into)]
    value: Signal<String>,
    /// Is told the new text.
    #[prop(into)]
    on_commit: Callback<String>,
    /// Is told the text at each key.
    #[prop(optional, into)]
    on_input: Option<Callback<String>>,
    /// Whether only screen readers get the label.
    #[prop(optional)]
    label_hidden: bool,
    /// Shown while the field is empty.
    #[prop(optional, into)]
    placeholder: Signal<String>,
    /// A short explanation below.
    #[prop(optional, into)]
    hint: Option<Signal<String>>,
    /// What is wrong and what to do; while it is there the field keeps what was typed.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// Whether it can't be changed now.
    #[prop(optional, into)]
    disabled: Signal<bool>,
    /// What the browser may fill in, as in HTML's `autocomplete`.
    #[prop(default = "off")]
    autocomplete: &'static str,
    /// The kind of text, as in HTML's `type`: `text`, `url`, `email`, `search`.
    #[prop(default = "text")]
    kind: &'static str,
) -> impl IntoView {
    let ids = FieldIds::new();
    let described = ids.clone();
    let input = NodeRef::<html::Input>::new();
    follow(input, value);
    let commit = move |text: String| {
        let text = if seen(&text).is_empty() { String::new() } else { text };
        if value.try_get_untracked().is_some_and(|old| old != text) {
            on_commit.try_run(text);
        }
        if error.try_get_untracked().is_some_and(|error| error.is_none()) {
            restore(input, value);
        }
    };
    let control = view! {
        <input
            node_ref=input
            id=ids.control.clone()
            class="input"
            type=kind
            dir="auto"
            autocomplete=autocomplete
            placeholder=move || placeholder.get()
            disabled=move || disabled.get()
            aria-invalid=move || error.with(Option::is_some).then_some("true")
            aria-describedby=move || described.described_by(error, hint)
            on:input:target=move |event| {
                if let Some(on_input) = on_input {
                    on_input.run(event.target().value());
                }
            }
            on:change:target=move |event| commit(event.target().value())
            on:keydown=move |event| restore_on_escape(&event, input, value)
        />
    }
    .into_any();
    Field(FieldProps { ids, label, label_hidden, hint, error, control })
}

/// A field for several lines of text. It grows with its text, reports on leaving it or Ctrl+Enter; Esc restores.
#[component]
pub fn TextArea(
    /// The label.
    #[prop(into)]
    label: Signal<String>,
    /// The text as it stands in the plan.
    #[prop(into)]
    value: Signal<String>,
    /// Is told the new text.
    #[prop(into)]
    on_commit: Callback<String>,
    /// Whether only screen readers get the label.
    #[prop(optional)]
    label_hidden: bool,
    /// Shown while the field is empty.
    #[prop(optional, into)]
    placeholder: Signal<String>,
    /// A short explanation below.
    #[prop(optional, into)]
    hint: Option<Signal<String>>,
    /// What is wrong and what to do.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// Lines shown while there is little text.
    #[prop(default = 3)]
    rows: u32,
) -> impl IntoView {
    let ids = FieldIds::new();
    let described = ids.clone();
    let input = NodeRef::<html::Textarea>::new();
    follow(input, value);
    let commit = move |text: String| {
        let Some(old) = value.try_get_untracked().filter(|old| *old != text) else { return };
        on_commit.try_run(text);
        // What was committed isn't being typed any more: the plan may have tidied it.
        if let (Some(Some(area)), Some(new)) = (input.try_get_untracked(), value.try_get_untracked())
            && new != old
            && new != area.value()
        {
            area.set_value(&new);
        }
    };
    let on_key = move |event: KeyboardEvent| {
        let Some(area) = input.get_untracked() else { return };
        match &*event.key() {
            "Escape" if area.value() != value.get_untracked() => {
                event.stop_propagation();
                area.set_value(&value.get_untracked());
            }
            "Enter" if event.ctrl_key() || event.meta_key() => {
                event.prevent_default();
                commit(area.value());
            }
            _ => {}
        }
    };
    let control = view! {
        <textarea
            node_ref=input
            id=ids.control.clone()
            class="input"
            dir="auto"
            rows=rows
            placeholder=move || placeholder.get()
            aria-invalid=move || error.with(Option::is_some).then_some("true")
            aria-describedby=move || described.described_by(error, hint)
            on:change:target=move |event| commit(event.target().value())
            on:keydown=on_key
        ></textarea>
    }
    .into_any();
    Field(FieldProps { ids, label, label_hidden, hint, error, control })
}

/// A field for a day, by the browser's own date picker.
#[component]
pub fn DateField(
    /// The label.
    #[prop(into)]
    label: Signal<String>,
    /// The day as `2026-01-31`, or nothing.
    #[prop(into)]
    value: Signal<String>,
    /// Is told the new day as `2026-01-31`, or an empty text.
    #[prop(into)]
    on_commit: Callback<String>,
    /// Whether only screen readers get the label.
    #[prop(optional)]
    label_hidden: bool,
    /// Whether a month is asked for instead of a day; values are then like `2026-01`.
    #[prop(optional)]
    month: bool,
    /// A short explanation below.
    #[prop(optional, into)]
    hint: Option<Signal<String>>,
    /// What is wrong and what to do.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
) -> impl IntoView {
    let ids = FieldIds::new();
    let described = ids.clone();
    let input = NodeRef::<html::Input>::new();
    follow(input, value);
    // While a year is typed digit by digit the browser reports the years 2, 20 and 202.
    let commit = move |text: String| {
        if value.try_get_untracked().is_some_and(|old| old != text) && !text.starts_with('0') {
            on_commit.try_run(text);
        }
    };
    let control = view! {
        <input
            node_ref=input
            id=ids.control.clone()
            class="input"
            type=if month { "month" } else { "date" }
            max=if month { "9999-12" } else { "9999-12-31" }
            aria-invalid=move || error.with(Option::is_some).then_some("true")
            aria-describedby=move || described.described_by(error, hint)
            on:change:target=move |event| commit(event.target().value())
            on:blur=move |_| restore(input, value)
            on:keydown=move |event| restore_on_escape(&event, input, value)
        />
    }
    .into_any();
    Field(FieldProps { ids, label, label_hidden, hint, error, control })
}

/// An element that text is typed into.
pub(super) trait Typed {
    /// What stands in it.
    fn typed(&self) -> String;
    /// Writes into it.
    fn show(&self, text: &str);
}

macro_rules! typed {
    ($($element:ty),*) => {$(
        impl Typed for $element {
            fn typed(&self) -> String {
                self.value()
            }
            fn show(&self, text: &str) {
                self.set_value(text);
            }
        }
    )*};
}
typed!(web_sys::HtmlInputElement, web_sys::HtmlTextAreaElement);

/// Lets a field show its value now and whenever it changes, but for one in which the user is typing something else:
/// what is typed stays when the plan is changed elsewhere.
pub(super) fn follow<E>(field: NodeRef<E>, value: Signal<String>)
where
    E: html::ElementType<Output: Typed + AsRef<web_sys::Element> + JsCast + Clone + 'static> + 'static,
{
    Effect::new(move |shown: Option<Option<String>>| {
        let value = value.get();
        let element = field.get()?;
        let typed = element.typed();
        let has_focus = document().active_element().is_some_and(|active| active == *element.as_ref());
        let is_typing = has_focus && shown.flatten().is_some_and(|shown| shown != typed);
        if typed != value && !is_typing {
            element.show(&value);
        }
        Some(value)
    });
}

/// Shows the value again where the field shows something else.
pub(super) fn restore(input: NodeRef<html::Input>, value: Signal<String>) {
    // The browser reports the leaving of a field also when the field has just left the page.
    let (Some(Some(input)), Some(value)) = (input.try_get_untracked(), value.try_get_untracked()) else { return };
    if input.value() != value {
        input.set_value(&value);
    }
}

/// Esc takes back what was typed; if nothing was, it is left to what lies around the field.
pub(super) fn restore_on_escape(event: &KeyboardEvent, input: NodeRef<html::Input>, value: Signal<String>) {
    if event.key() == "Escape" && input.get_untracked().is_some_and(|input| input.value() != value.get_untracked()) {
        event.stop_propagation();
        event.prevent_default();
        restore(input, value);
    }
}
