//! The in-place editor: text that becomes a field where it stands.

use super::inline_editor::{EditEnd, InlineEditor};
use leptos::{ev::KeyboardEvent, html, prelude::*};
use reiseplan::plan::seen;

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
    /// The text of something just added that nobody has named: typing takes its place.
    #[prop(optional, into)]
    preset: Option<&'static str>,
    /// Whether the text may have several lines.
    #[prop(optional)]
    multiline: bool,
    /// Whether it begins by being edited, as for something just added.
    #[prop(optional)]
    start_editing: bool,
) -> impl IntoView {
    // What the edit begins with, while there is one.
    let edit = RwSignal::new(start_editing.then(|| value.get_untracked()));
    let text_ref = NodeRef::<html::Div>::new();
    let takes_focus_back = StoredValue::new(false);
    let begin = move |text: String| edit.set(Some(text));
    let end = move |takes_focus: bool| {
        takes_focus_back.set_value(takes_focus);
        edit.set(None);
    };
    let commit = move |(text, how): (String, EditEnd)| {
        end(how == EditEnd::Enter);
        if text != value.get_untracked() {
            on_commit.run(text);
        }
    };
    Effect::new(move || {
        if let Some(text) = text_ref.get()
            && takes_focus_back.get_value()
        {
            takes_focus_back.set_value(false);
            let _ = text.focus();
        }
    });

    let on_key = move |event: KeyboardEvent| {
        let key = event.key();
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let text = match &*key {
            "Enter" | "F2" | " " => value.get_untracked(),
            _ if key.chars().count() == 1 => key,
            _ => return,
        };
        event.prevent_default();
        event.stop_propagation();
        begin(text);
    };
    let is_empty = move || value.with(|value| seen(value).is_empty());
    let read = move || {
        view! {
            <div class="editable">
                <div
                    node_ref=text_ref
                    class="editable-text"
                    class:editable-placeholder=is_empty
                    role="button"
                    tabindex="0"
                    dir="auto"
                    title=move || label.get()
                    on:click=move |_| {
                        if !selects_text() {
                            begin(value.get_untracked());
                        }
                    }
                    on:keydown=on_key
                >
                    {move || if is_empty() { placeholder.get() } else { value.get() }}
                </div>
            </div>
        }
        .into_any()
    };
    let write = move |text: String| {
        let selected = preset.is_some_and(|preset| preset == text);
        view! {
            <InlineEditor
                label=label
                text=text
                on_commit=commit
                on_cancel=move || end(true)
                placeholder=placeholder
                multiline=multiline
                selected=selected
            />
        }
        .into_any()
    };
    (move || match edit.get() {
        Some(text) => write(text),
        None => read(),
    })
    .into_any()
}

/// Whether the user has just marked text, which a click at its end must not take away.
fn selects_text() -> bool {
    let selection: Option<web_sys::Selection> = window().get_selection().ok().flatten();
    selection.is_some_and(|selection| !selection.is_collapsed())
}
