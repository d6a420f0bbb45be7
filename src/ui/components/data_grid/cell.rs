//! The one field of a grid, which lies over the cell that is edited.

use super::{
    CellEdit, DataColumn,
    state::{Edit, GridState, Place},
};
use crate::ui::components::inline_editor::{EditEnd, InlineEditor};
use leptos::{ev::KeyboardEvent, html, prelude::*};
use std::sync::Arc;

/// The field, while there is an edit.
#[component]
pub fn Field(state: GridState, columns: Arc<Vec<DataColumn>>) -> impl IntoView {
    move || {
        let Edit { place, how } = state.editing.get()?;
        let place_of = state.place_over(&place)?;
        let title = columns.get(place.1).map(|column| column.title.clone()).unwrap_or_default();
        let name = untrack(|| state.source.row.run(place.0.clone())).cells.first().map(|cell| cell.text.clone());
        let label = format!("{title}, {}", name.unwrap_or_default());
        let [left, top, width] = place_of.map(|value| format!("{value}px"));
        Some(view! {
            <div class="data-grid-field" style:left=left style:top=top style:width=width>
                <Editor state place label how />
            </div>
        })
    }
}

#[component]
fn Editor(state: GridState, place: Place, label: String, how: CellEdit) -> impl IntoView {
    match how {
        CellEdit::None => ().into_any(),
        CellEdit::Text(text) => {
            let commit = move |(text, how): (String, EditEnd)| state.end(&place, Some(text), how);
            view! { <InlineEditor label text holds_tab=true on_commit=commit on_cancel=move |()| state.cancel() /> }.into_any()
        }
        CellEdit::Choice(options, value) => view! { <Choice state place label options value /> }.into_any(),
    }
}

/// A choice: Enter, Tab and leaving keep it, Esc restores.
#[component]
fn Choice(state: GridState, place: Place, label: String, options: Vec<(String, String)>, value: String) -> impl IntoView {
    let select_ref = NodeRef::<html::Select>::new();
    let done = StoredValue::new(false);
    select_ref.on_load(|select| {
        let _ = select.focus();
    });
    let begins_end = move || done.try_get_value().is_some_and(|is_done| !is_done) && done.try_set_value(true).is_none();
    let place = StoredValue::new(place);
    let keep = move |how: EditEnd| {
        if let (true, Some(select), Some(place)) = (begins_end(), select_ref.get_untracked(), place.try_get_value()) {
            state.end(&place, Some(select.value()), how);
        }
    };
    let on_key = move |event: KeyboardEvent| {
        event.stop_propagation();
        let how = match (&*event.key(), event.shift_key()) {
            ("Escape", _) => {
                if begins_end() {
                    state.cancel();
                }
                return event.prevent_default();
            }
            ("Enter", _) => EditEnd::Enter,
            ("Tab", false) => EditEnd::Tab,
            ("Tab", true) => EditEnd::TabBack,
            _ => return,
        };
        event.prevent_default();
        keep(how);
    };
    let choices = options.into_iter().map(|(key, words)| {
        let selected = key == value;
        view! { <option value=key selected=selected>{words}</option> }
    });
    view! {
        <select
            node_ref=select_ref
            class="input data-grid-choice"
            aria-label=label
            on:keydown=on_key
            on:blur=move |_| keep(EditEnd::Leave)
        >
            {choices.collect_view()}
        </select>
    }
    .into_any()
}
