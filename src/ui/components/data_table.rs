//! A plain table of figures and words.

use super::{
    icon::Icon,
    icons::{LuArrowDown, LuArrowUp},
};
use leptos::prelude::*;

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its heading; none over a column of buttons.
    pub title: String,
    /// Whether it holds numbers, which stand at the right end; its cells have the class `num`.
    pub numeric: bool,
}

impl Column {
    /// A column of words.
    pub fn text(title: impl Into<String>) -> Self {
        Self { title: title.into(), numeric: false }
    }

    /// A column of numbers.
    pub fn number(title: impl Into<String>) -> Self {
        Self { title: title.into(), numeric: true }
    }
}

/// The order of rows after a column's heading was pressed, as column and whether ascending: as comes `first` for the column;
/// pressed again, the other way round; pressed once more, that of the plan.
pub fn next_order<C: PartialEq>(now: Option<(C, bool)>, column: C, first: bool) -> Option<(C, bool)> {
    match now {
        Some((sorted, ascending)) if sorted == column => (ascending == first).then_some((column, !first)),
        _ => Some((column, first)),
    }
}

/// A table that scrolls sideways in its own frame, with headings that stay in view.
#[component]
pub fn DataTable(
    /// What it shows.
    #[prop(into)]
    caption: Signal<String>,
    /// Whether only screen readers get the caption, where a heading says it.
    #[prop(optional)]
    caption_hidden: bool,
    /// The columns.
    #[prop(into)]
    columns: Signal<Vec<Column>>,
    /// For a table that can be sorted: the column that it is sorted by, from 0, and whether ascending.
    #[prop(optional, into)]
    sorted: Signal<Option<(usize, bool)>>,
    /// Is told the column whose heading is pressed; without it headings are no buttons.
    #[prop(optional, into)]
    on_sort: Option<Callback<usize>>,
    /// Rows at the foot.
    #[prop(optional)]
    foot: Option<AnyView>,
    /// The rows: `tr` elements whose first cell is `th scope="row"`.
    children: Children,
) -> impl IntoView {
    let heads = move || {
        let head = |(at, Column { title, numeric }): (usize, Column)| match on_sort {
            Some(on_sort) if !title.is_empty() => {
                let direction = move || sorted.get().filter(|(column, _)| *column == at).map(|(_, ascending)| ascending);
                let arrow = move || direction().map(|ascending| if ascending { LuArrowUp } else { LuArrowDown });
                view! {
                    <th
                        scope="col"
                        class:num=numeric
                        aria-sort=move || direction().map(|ascending| if ascending { "ascending" } else { "descending" })
                    >
                        <button type="button" class="table-sort" on:click=move |_| on_sort.run(at)>
                            <span>{title}</span>
                            {move || arrow().map(|icon| view! { <Icon icon=icon /> })}
                        </button>
                    </th>
                }
                .into_any()
            }
            _ if title.is_empty() => view! { <td></td> }.into_any(),
            _ => view! { <th scope="col" class:num=numeric>{title}</th> }.into_any(),
        };
        columns.get().into_iter().enumerate().map(head).collect_view()
    };
    view! {
        <div class="table-scroll" role="region" tabindex="0" aria-label=move || caption.get()>
            <table class="data-table">
                <caption class:visually-hidden=caption_hidden>{move || caption.get()}</caption>
                <thead>
                    <tr>{heads}</tr>
                </thead>
                <tbody>{children()}</tbody>
                {foot.map(|foot| view! { <tfoot>{foot}</tfoot> })}
            </table>
        </div>
    }
    .into_any()
}
