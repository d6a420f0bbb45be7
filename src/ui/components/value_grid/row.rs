//! A row of a grid of values.

use super::{
    CellPlace,
    state::{Block, GridState},
};
use crate::ui::components::{button::IconButton, icons::LuTrash2, inline_editor::InlineEditor};
use leptos::{ev::MouseEvent, prelude::*};

/// A row: its heading, its cells, and the button that removes it.
#[component]
pub fn Row(
    state: GridState,
    stop: Memo<Option<CellPlace>>,
    selection: Memo<Option<Block>>,
    key: String,
    remove_label: Callback<String, String>,
) -> impl IntoView {
    let own = StoredValue::new(key);
    let row = Memo::new(move |_| {
        own.with_value(|key| {
            state.rows.with(|rows| rows.iter().enumerate().find(|(_, row)| row.key == *key).map(|(at, row)| (at, row.clone())))
        })
    });
    let at = move || row.with(|row| row.as_ref().map(|(at, _)| *at));
    let head = move || row.with(|row| row.as_ref().map(|(_, row)| row.head.clone()).unwrap_or_default());
    let place = move |column: usize| (own.get_value(), column);
    let tab_index = move |column: usize| {
        let is_stop = stop.with(|stop| stop.as_ref().is_some_and(|(key, at)| *at == column && own.with_value(|own| own == key)));
        if is_stop { "0" } else { "-1" }
    };
    let selected = move |column: usize| {
        let at = at()?;
        let within = selection
            .with(|selection| selection.as_ref().is_some_and(|(rows, cols)| rows.contains(&at) && cols.contains(&column)));
        within.then_some("true")
    };
    let take = move |column: usize| state.active.set(Some(place(column)));
    let cells = (1..state.last_column()).map(|column| {
        let text = Signal::derive(move || {
            row.with(|row| row.as_ref().and_then(|(_, row)| row.cells.get(column - 1).cloned()).unwrap_or_default())
        });
        let edit = Memo::new(move |_| {
            state.editing.with(|editing| editing.as_ref().filter(|(at, _)| *at == place(column)).map(|(_, text)| text.clone()))
        });
        let editable = state.is_editable(column);
        let was_active = StoredValue::new(false);
        let on_down = move |event: MouseEvent| {
            let active = state.active.get_untracked();
            was_active.set_value(active == Some(place(column)) && !event.shift_key());
            state.anchor.update(|anchor| *anchor = if event.shift_key() { anchor.take().or(active) } else { None });
        };
        let on_click = move |_| {
            if was_active.get_value() && editable && edit.get_untracked().is_none() {
                state.begin(place(column), text.get_untracked());
            }
        };
        let title = state.columns.with_value(|columns| columns[column - 1].title.clone());
        let field_label = Signal::derive(move || format!("{title}, {}", head()));
        let content = move || match edit.get() {
            Some(begun) => view! {
                <InlineEditor
                    label=field_label
                    text=begun
                    holds_tab=true
                    on_commit=move |(text, how)| state.end(place(column), text, how)
                    on_cancel=move |()| {
                        state.editing.set(None);
                        state.focus(&place(column));
                    }
                />
            }
            .into_any(),
            None => view! { <span>{move || text.get()}</span> }.into_any(),
        };
        view! {
            <td
                role="gridcell"
                class="num"
                class:value-grid-field=editable
                data-row=own.get_value()
                data-column=column.to_string()
                tabindex=move || tab_index(column)
                aria-readonly=(!editable).then_some("true")
                aria-selected=move || selected(column)
                on:focus=move |_| take(column)
                on:mousedown=on_down
                on:click=on_click
            >
                {content}
            </td>
        }
    });
    let cells = cells.collect_view();
    let last = state.last_column();
    view! {
        <tr>
            <th
                role="rowheader"
                scope="row"
                data-row=own.get_value()
                data-column="0"
                tabindex=move || tab_index(0)
                aria-selected=move || selected(0)
                on:focus=move |_| take(0)
            >
                {head}
            </th>
            {cells}
            <td
                role="gridcell"
                class="value-grid-remove"
                data-row=own.get_value()
                data-column=last.to_string()
                tabindex=move || tab_index(last)
                on:focus=move |_| take(last)
            >
                <IconButton
                    small=true
                    outside_tab=true
                    label=Signal::derive(move || remove_label.run(head()))
                    icon=LuTrash2
                    on_press=move |()| state.remove(&own.get_value())
                />
            </td>
        </tr>
    }
}
