//! A line of a grid: a row of cells, or the heading of a group.

use super::{DataCell, DataColumn, DataLine, DataRow, state::GridState};
use crate::ui::components::{icon::Icon, icons::LuChevronRight, pill::phase_key};
use leptos::prelude::*;
use std::{ops::RangeInclusive, sync::Arc};

#[component]
pub fn Line(state: GridState, columns: Arc<Vec<DataColumn>>, at: usize, line: DataLine) -> impl IntoView {
    let number = (at + 2).to_string();
    match line {
        DataLine::Group { title, cells, .. } => {
            let cells = columns.iter().enumerate().skip(1).map(|(at, column)| {
                let text = cells.get(at - 1).cloned().unwrap_or_default();
                view! { <td role="gridcell" class:num=column.numeric>{text}</td> }
            });
            view! {
                <tr role="row" class="data-grid-group" aria-rowindex=number>
                    <th role="rowheader" scope="row" dir="auto">{title}</th>
                    {cells.collect_view()}
                </tr>
            }
            .into_any()
        }
        DataLine::Row(key) => view! { <Row state columns number key /> }.into_any(),
    }
}

/// A row. All its cells follow it in one go: one that followed for itself would make a grid slow to open. Which cell is
/// active they don't follow: that is marked on the page as it is ([`super::mark_active`]).
#[component]
fn Row(state: GridState, columns: Arc<Vec<DataColumn>>, number: String, key: String) -> impl IntoView {
    let own = key.clone();
    let row = Memo::new(move |_| state.source.row.run(own.clone()));
    let own = key.clone();
    let selected = Memo::new(move |_| state.selection().filter(|(rows, _)| rows.contains(&own)).map(|(_, columns)| columns));
    let own = key.clone();
    let cells = move || {
        let selected = selected.get();
        let stacked = state.stacked.get();
        row.with(|row| {
            let cell = |(at, column)| cell(state, row, selected.as_ref(), &own, at, column, stacked);
            columns.iter().enumerate().map(cell).collect_view()
        })
    };
    view! {
        <tr
            role="row"
            aria-rowindex=number
            data-row=key.clone()
            data-phase=move || row.with(|row| row.phase.map(phase_key))
            aria-current=move || row.with(|row| row.is_current.then_some("true"))
        >
            {cells}
        </tr>
    }
}

fn cell(
    state: GridState,
    row: &DataRow,
    selected: Option<&RangeInclusive<usize>>,
    key: &str,
    at: usize,
    column: &DataColumn,
    stacked: bool,
) -> AnyView {
    let id = state.cell_id(&(key.to_owned(), at));
    let DataCell { text, tone, note } = row.cells.get(at).cloned().unwrap_or_default();
    let hint = Some(if note.is_empty() { text.clone() } else { note.clone() }).filter(|hint| !hint.is_empty());
    let selected = selected.is_some_and(|columns| columns.contains(&at)).then_some("true");
    // In a block a cell shows the name of its column, whose heading isn't seen, and has room for what is to be known of it.
    let note_class = if stacked { "data-grid-note" } else { "visually-hidden" };
    let note = (!note.is_empty()).then(|| view! { <span class=note_class>{note}</span> });
    if at > 0 {
        let content = match stacked {
            false => view! {
                {text}
                {note}
            }
            .into_any(),
            true => {
                let nothing = text.is_empty().then(|| view! { <span class="data-grid-note" aria-hidden="true">"–"</span> });
                view! {
                    <span class="data-grid-name" dir="auto" aria-hidden="true">{column.title.clone()}</span>
                    <span class="data-grid-value">{text} " " {note} {nothing}</span>
                }
                .into_any()
            }
        };
        return view! {
            <td
                id=id
                role="gridcell"
                class:num=column.numeric
                data-column=at.to_string()
                data-tone=tone
                aria-selected=selected
                title=hint
            >
                {content}
            </td>
        }
        .into_any();
    }
    let link_label = state.source.open_label.run(text.clone());
    view! {
        <th
            id=id
            role="rowheader"
            scope="row"
            data-column="0"
            data-tone=tone
            aria-selected=selected
            title=hint
        >
            <div class="data-grid-title">
                <span class="data-grid-text" dir="auto">{text}</span>
                {note}
                <a class="icon-button icon-button-small" href=row.href.clone() tabindex="-1" aria-label=link_label>
                    <Icon icon=LuChevronRight />
                </a>
            </div>
        </th>
    }
    .into_any()
}
