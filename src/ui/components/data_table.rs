//! A plain table of figures and words.

use leptos::prelude::*;

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its heading.
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
    /// The rows: `tr` elements whose first cell is `th scope="row"`.
    children: Children,
) -> impl IntoView {
    let heads = move || {
        let head = |column: Column| view! { <th scope="col" class:num=column.numeric>{column.title}</th> };
        columns.get().into_iter().map(head).collect_view()
    };
    view! {
        <div class="table-scroll" role="region" tabindex="0" aria-label=move || caption.get()>
            <table class="data-table">
                <caption class:visually-hidden=caption_hidden>{move || caption.get()}</caption>
                <thead>
                    <tr>{heads}</tr>
                </thead>
                <tbody>{children()}</tbody>
            </table>
        </div>
    }
    .into_any()
}
