//! The in-place editor: text that becomes a field where it stands.

use leptos::{ev::KeyboardEvent, html, prelude::*};

/// Text that is edited where it stands.
///
/// A click, Enter, F2 or typing begins; Enter and leaving the field commit, Esc restores, Tab goes on. With
/// `multiline`, Ctrl+Enter and Shift+Enter make a new line. Nothing jumps: text and field have the same place.
#[component]
pub fn EditableText(
    /// What the text is, shown when the pointer rests on it and as the field's name.
    #[prop(into)]
    label: Signal<String>,
    /// The text as it stands in the plan.
    #[prop(into)]
    value: Signal<String>,
    /// Is told the new text, trimmed.
    #[prop(into)]
    on_commit: Callback<String>,
    /// Stands where there is no text.
    #[prop(into)]
    placeholder: Signal<String>,
    /// Whether the text may have several lines.
    #[prop(optional)]
    multiline: bool,
    /// Whether it begins by being edited, as for something just added.
    #[prop(optional)]
    start_editing: bool,
) -> impl IntoView {
    let editing = RwSignal::new(start_editing);
    let draft = RwSignal::new(value.get_untracked());
    let text_ref = NodeRef::<html::Div>::new();
    let input_ref = NodeRef::<html::Textarea>::new();
    let takes_focus_back = StoredValue::new(false);

    let begin = move |text: String| {
        draft.set(text);
        editing.set(true);
    };
    let end = move |keeps: bool, focus: bool| {
        if !editing.get_untracked() {
            return;
        }
        takes_focus_back.set_value(focus);
        editing.set(false);
        let text = draft.with_untracked(|draft| tidy(draft, multiline));
        if keeps && text != value.get_untracked() {
            on_commit.run(text);
        }
    };

    Effect::new(move |was: Option<bool>| {
        let is = editing.get();
        if is {
            if let Some(input) = input_ref.get() {
                let _ = input.focus();
                let end = input.value().encode_utf16().count() as u32;
                let _ = input.set_selection_range(end, end);
            }
        } else if was == Some(true)
            && takes_focus_back.get_value()
            && let Some(text) = text_ref.get()
        {
            let _ = text.focus();
        }
        is
    });

    let on_text_key = move |event: KeyboardEvent| {
        let key = event.key();
        let plain = !(event.ctrl_key() || event.meta_key() || event.alt_key());
        match &*key {
            "Enter" | "F2" | " " if plain => {
                event.prevent_default();
                begin(value.get_untracked());
            }
            _ if plain && key.chars().count() == 1 => {
                event.prevent_default();
                event.stop_propagation();
                begin(key);
            }
            _ => {}
        }
    };
    let on_input_key = move |event: KeyboardEvent| {
        // What is composed with an input method is not yet text.
        if event.is_composing() {
            return;
        }
        event.stop_propagation();
        match &*event.key() {
            "Escape" => {
                event.prevent_default();
                end(false, true);
            }
            "Enter" if multiline && (event.ctrl_key() || event.meta_key()) => {
                event.prevent_default();
                break_line(input_ref, draft);
            }
            "Enter" if multiline && event.shift_key() => {}
            "Enter" => {
                event.prevent_default();
                end(true, true);
            }
            _ => {}
        }
    };

    let read = move || {
        view! {
            <div
                node_ref=text_ref
                class="editable-text"
                class:editable-placeholder=move || value.with(String::is_empty)
                role="button"
                tabindex="0"
                dir="auto"
                title=move || label.get()
                on:click=move |_| {
                    if !selects_text() {
                        begin(value.get_untracked());
                    }
                }
                on:keydown=on_text_key
            >
                {move || { if value.with(String::is_empty) { placeholder.get() } else { value.get() } }}
            </div>
        }
        .into_any()
    };
    let edit = move || {
        view! {
            // The zero-width space gives a last empty line its height.
            <div class="editable-copy" aria-hidden="true" dir="auto">
                {move || format!("{}\u{200b}", draft.get())}
            </div>
            <textarea
                node_ref=input_ref
                class="editable-input"
                rows="1"
                dir="auto"
                aria-label=move || label.get()
                placeholder=move || placeholder.get()
                prop:value=move || draft.get()
                on:input:target=move |event| draft.set(event.target().value())
                on:keydown=on_input_key
                on:blur=move |_| end(true, false)
            ></textarea>
        }
        .into_any()
    };
    view! { <div class="editable">{move || if editing.get() { edit() } else { read() }}</div> }.into_any()
}

/// Trims the text and, where it has one line, makes spaces of its line breaks.
fn tidy(text: &str, multiline: bool) -> String {
    let text = text.trim();
    if multiline { text.to_owned() } else { text.split_whitespace().collect::<Vec<_>>().join(" ") }
}

/// Puts a line break in place of the selection.
fn break_line(input: NodeRef<html::Textarea>, draft: RwSignal<String>) {
    let Some(input) = input.get_untracked() else { return };
    let range = (input.selection_start().ok().flatten(), input.selection_end().ok().flatten());
    if let (Some(start), Some(end)) = range
        && input.set_range_text_with_start_and_end("\n", start, end).is_ok()
    {
        let _ = input.set_selection_range(start + 1, start + 1);
        draft.set(input.value());
    }
}

/// Whether the user has just marked text, which a click at its end must not take away.
fn selects_text() -> bool {
    let selection: Option<web_sys::Selection> = window().get_selection().ok().flatten();
    selection.is_some_and(|selection| !selection.is_collapsed())
}
