//! The first rows of the file, as they will be read.

use super::wizard::Wizard;
use crate::ui::{
    components::SectionHead,
    workspace::{Shared, use_texts},
};
use leptos::prelude::*;
use reiseplan::import::{Inspection, LeftOut, PreviewRow, Role};

/// Rows that are shown.
const ROWS: usize = 8;

/// The first rows: columns that are left out are faint, rows that don't count say so.
#[component]
pub fn Preview(
    /// The file.
    inspection: Shared<Inspection>,
    /// Indexes of the columns that are shown.
    columns: Memo<Vec<usize>>,
) -> impl IntoView {
    let texts = use_texts();
    let words = &texts.import.page;
    let wizard = expect_context::<Wizard>();
    let ignored = move |column: usize| wizard.mapping.with(|m| m.columns.get(column).is_none_or(|c| c.role == Role::Ignore));
    let with_unfinished = Memo::new(move |_| wizard.mapping.with(|mapping| mapping.with_unfinished));

    let headers = inspection.clone();
    let head = move |column: usize| {
        let header = headers.columns.get(column).map(|column| column.header.clone()).unwrap_or_default();
        let header = if header.trim().is_empty() { (words.column_no)(column + 1) } else { header };
        view! { <th scope="col" class:import-faint=move || ignored(column) dir="auto">{header}</th> }
    };
    let heads = move || columns.get().into_iter().map(&head).collect_view();
    let row = move |row: &PreviewRow| {
        let left_out = inspection.left_out(row);
        let left_out = move || left_out.filter(|reason| *reason != LeftOut::Unfinished || !with_unfinished.get());
        let cells = row.cells.clone();
        let cell = move |column: usize| {
            let text = cells.get(column).cloned().unwrap_or_default();
            view! { <td class:import-faint=move || ignored(column) dir="auto">{text}</td> }
        };
        let mark = move || {
            left_out().map(
                |reason| view! { <span class="import-row-mark">{(words.row_left_out)((texts.import.left_out)(reason))}</span> },
            )
        };
        view! {
            <tr class:import-row-left-out=move || left_out().is_some()>
                <th scope="row" class="num">{row.line.to_string()}{mark}</th>
                {move || columns.get().into_iter().map(&cell).collect_view()}
            </tr>
        }
    };
    let rows = inspection_rows(&wizard).iter().map(row).collect_view();
    view! {
        <section class="import-preview">
            <SectionHead title=words.preview note=words.preview_note />
            <div class="table-scroll" role="region" tabindex="0" aria-label=words.preview>
                <table class="data-table">
                    <thead>
                        <tr>
                            <th scope="col" class="num">{words.line}</th>
                            {heads}
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </section>
    }
}

fn inspection_rows(wizard: &Wizard) -> Vec<PreviewRow> {
    let rows = |inspection: &Option<Shared<Inspection>>| {
        inspection.as_ref().map(|inspection| inspection.preview.iter().take(ROWS).cloned().collect())
    };
    wizard.inspection.with_untracked(rows).unwrap_or_default()
}
