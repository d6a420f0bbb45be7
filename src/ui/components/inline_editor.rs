//! The field that takes the place of text while it is edited.

use leptos::{ev::KeyboardEvent, html, prelude::*};
use reiseplan::plan::seen;

/// How an edit was finished, so that a grid knows where to go next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EditEnd {
    /// By Enter: the focus belongs to what was edited.
    Enter,
    /// By Tab: on to the next thing.
    Tab,
    /// By Shift+Tab: back to the one before.
    TabBack,
    /// By going elsewhere.
    Leave,
}

/// A field over the text that is edited, as high as its text. It takes the focus when it appears.
///
/// Enter, Tab and leaving commit, Esc cancels; where something is `required`, nothing can't be committed: Enter leaves
/// the field as it is, leaving cancels. With `multiline`, Ctrl+Enter and Shift+Enter make a new line. It
/// reports once; whoever shows it takes it away then.
#[component]
pub fn InlineEditor(
    /// The field's name.
    #[prop(into)]
    label: Signal<String>,
    /// The text to begin with: what stands there, or the key that began the edit.
    text: String,
    /// Is told the text, trimmed, and how the edit was finished.
    #[prop(into)]
    on_commit: Callback<(String, EditEnd)>,
    /// Is told that nothing is to change.
    #[prop(into)]
    on_cancel: Callback<()>,
    /// Shown while there is no text.
    #[prop(optional, into)]
    placeholder: Signal<String>,
    /// Whether the text may have several lines.
    #[prop(optional)]
    multiline: bool,
    /// Whether the browser's own move to the next field on Tab is held back, because a grid moves itself.
    #[prop(optional)]
    holds_tab: bool,
    /// Whether all of it is selected, so that typing takes its place; else one writes on at its end.
    #[prop(optional)]
    selected: bool,
    /// Whether there must be a text.
    #[prop(optional)]
    required: bool,
) -> impl IntoView {
    let draft = RwSignal::new(text);
    let done = StoredValue::new(false);
    let is_missing = RwSignal::new(false);
    let input_ref = NodeRef::<html::Textarea>::new();
    input_ref.on_load(move |input| {
        // What is selected must be there already.
        input.set_value(&draft.get_untracked());
        let end = u32::try_from(input.value().encode_utf16().count()).unwrap_or(u32::MAX);
        // Neither can fail on an element of the page in a way that matters to the user.
        let _ = input.focus();
        let _ = input.set_selection_range(if selected { 0 } else { end }, end);
    });
    // Taking the field away makes the browser report that it was left: by then it has reported, or is gone.
    let begins_end = move || done.try_get_value().is_some_and(|is_done| !is_done) && done.try_set_value(true).is_none();
    let commit = move |end: EditEnd| {
        let text = draft.try_with_untracked(|draft| tidy(draft, multiline)).unwrap_or_default();
        if required && text.is_empty() {
            is_missing.set(true);
            if end != EditEnd::Enter && begins_end() {
                on_cancel.try_run(());
            }
            return;
        }
        if begins_end() {
            on_commit.try_run((text, end));
        }
    };
    let on_key = move |event: KeyboardEvent| {
        // What is composed with an input method is not yet text.
        if event.is_composing() {
            return;
        }
        // What lies around the field must not take its keys; keys held with Ctrl or ⌘ may be the app's own.
        if !(event.ctrl_key() || event.meta_key()) {
            event.stop_propagation();
        }
        match &*event.key() {
            "Escape" => {
                event.prevent_default();
                if begins_end() {
                    on_cancel.try_run(());
                }
            }
            "Enter" if multiline && (event.ctrl_key() || event.meta_key()) => {
                event.prevent_default();
                break_line(input_ref, draft);
            }
            "Enter" if multiline && event.shift_key() => {}
            // The plan is being exported: with what stands in the field.
            "s" | "S" if event.ctrl_key() || event.meta_key() => commit(EditEnd::Enter),
            "Enter" => {
                event.prevent_default();
                commit(EditEnd::Enter);
            }
            "Tab" if holds_tab => {
                event.prevent_default();
                commit(if event.shift_key() { EditEnd::TabBack } else { EditEnd::Tab });
            }
            _ => {}
        }
    };
    view! {
        <div class="editable">
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
                aria-required=required.then_some("true")
                aria-invalid=move || (is_missing.get() && draft.with(String::is_empty)).then_some("true")
                placeholder=move || placeholder.get()
                prop:value=move || draft.get()
                on:input:target=move |event| draft.set(event.target().value())
                on:keydown=on_key
                // Not only on leaving: also when the page is about to go.
                on:change=move |_| commit(EditEnd::Leave)
                on:blur=move |_| commit(EditEnd::Leave)
            ></textarea>
        </div>
    }
    .into_any()
}

/// Trims the text and, where it has one line, makes spaces of its line breaks; empty if nothing is seen of it.
fn tidy(text: &str, multiline: bool) -> String {
    let text = seen(text);
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
