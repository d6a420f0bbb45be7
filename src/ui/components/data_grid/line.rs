//! A line of a grid: a row of cells, or the heading of a group.

use super::{
    DataCell, DataColumn, DataLine, DataRow,
    cell::Editor,
    state::{Edit, GridState},
};
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

/// What of a row is being worked in.
#[derive(Clone, PartialEq, Default)]
struct Work {
    active: Option<usize>,
    selected: Option<RangeInclusive<usize>>,
    edit: Option<Edit>,
}

#[component]
fn Row(state: GridState, columns: Arc<Vec<DataColumn>>, number: String, key: String) -> impl IntoView {
    let own = key.clone();
    let row = Memo::new(move |_| state.source.row.run(own.clone()));
    let own = key.clone();
    let work = Memo::new(move |_| {
        let active = state.active.with(|active| active.as_ref().filter(|(row, _)| *row == own).map(|(_, column)| *column));
        let edit = state.editing.with(|edit| edit.as_ref().filter(|edit| edit.place.0 == own).cloned());
        let selected = state.selection().filter(|(rows, _)| rows.contains(&own)).map(|(_, columns)| columns);
        Work { active, selected, edit }
    });
    let cells = columns.iter().enumerate().map(|(at, column)| cell(state, row, work, &key, at, column)).collect_view();
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

fn cell(state: GridState, row: Memo<DataRow>, work: Memo<Work>, key: &str, at: usize, column: &DataColumn) -> AnyView {
    let place = (key.to_owned(), at);
    let id = state.cell_id(&place);
    let read = move |read: fn(&DataCell) -> String| row.with(|row| row.cells.get(at).map(read).unwrap_or_default());
    let text = move || read(|cell| cell.text.clone());
    let tone = move || row.with(|row| row.cells.get(at).and_then(|cell| cell.tone));
    let hint = move || {
        let note = read(|cell| cell.note.clone());
        Some(if note.is_empty() { text() } else { note }).filter(|hint| !hint.is_empty())
    };
    let edit =
        Memo::new(move |_| work.with(|work| work.edit.as_ref().filter(|edit| edit.place.1 == at).map(|edit| edit.how.clone())));
    let title = column.title.clone();
    let content = move || match edit.get() {
        Some(how) => {
            let name = row.with_untracked(|row| row.cells.first().map(|cell| cell.text.clone()).unwrap_or_default());
            view! { <Editor state place=place.clone() label=format!("{title}, {name}") how /> }.into_any()
        }
        None => view! {
            <span class="data-grid-text" dir="auto">{text}</span>
            {move || {
                let note = read(|cell| cell.note.clone());
                (!note.is_empty()).then(|| view! { <span class="visually-hidden">{note}</span> })
            }}
        }
        .into_any(),
    };
    let active = move || work.with(|work| work.active == Some(at));
    let selected =
        move || work.with(|work| work.selected.as_ref().is_some_and(|columns| columns.contains(&at))).then_some("true");
    if at > 0 {
        return view! {
            <td
                id=id
                role="gridcell"
                class:num=column.numeric
                class:data-grid-active=active
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
    let link_label = move || state.source.open_label.run(text());
    view! {
        <th
            id=id
            role="rowheader"
            scope="row"
            class:data-grid-active=active
            data-column="0"
            data-tone=tone
            aria-selected=selected
            title=hint
        >
            <div class="data-grid-title">
                {content}
                <a
                    class="icon-button icon-button-small"
                    href=move || row.with(|row| row.href.clone())
                    tabindex="-1"
                    aria-label=link_label
                >
                    <Icon icon=LuChevronRight />
                </a>
            </div>
        </th>
    }
    .into_any()
}
