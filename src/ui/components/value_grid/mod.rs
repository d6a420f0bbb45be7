//! A grid of short values, worked like a spreadsheet (WAI-ARIA grid pattern).
//!
//! One tab stop; arrows, Home, End and Page keys move, with Shift they and a click select; typing, F2 and Enter edit; copy gives the
//! selection as table text, paste is handed on whole.

mod keys;
mod row;
mod state;

use leptos::prelude::*;
use row::Row;
use state::GridState;

/// A column of values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GridColumn {
    /// Its heading.
    pub title: String,
    /// Whether its cells can be edited.
    pub editable: bool,
}

/// A row of values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GridRow {
    /// Names the row; letters, digits and `-` alone.
    pub key: String,
    /// Its heading.
    pub head: String,
    /// Its values, one for each column.
    pub cells: Vec<String>,
}

/// Where a cell is: key of its row, and its column; 0 is the heading.
pub type CellPlace = (String, usize);

/// A grid of values with a heading for each row, and a button at its end that removes it.
#[component]
pub fn ValueGrid(
    /// What the grid holds.
    #[prop(into)]
    label: Signal<String>,
    /// Heading of the first column.
    #[prop(into)]
    head: Signal<String>,
    /// The other columns.
    columns: Vec<GridColumn>,
    /// The rows.
    #[prop(into)]
    rows: Signal<Vec<GridRow>>,
    /// Takes the new text of a cell, or says what is wrong with it.
    #[prop(into)]
    on_commit: Callback<(CellPlace, String), Result<(), String>>,
    /// Is told a text that was pasted, and the cell at which.
    #[prop(into)]
    on_paste: Callback<(CellPlace, String)>,
    /// Name of the button that removes a row, by the row's heading.
    #[prop(into)]
    remove_label: Callback<String, String>,
    /// Is told the key of a row to be removed.
    #[prop(into)]
    on_remove: Callback<String>,
    /// A cell that is to get the focus.
    #[prop(into)]
    wanted: Signal<Option<CellPlace>>,
) -> impl IntoView {
    let titles: Vec<String> = columns.iter().map(|column| column.title.clone()).collect();
    let state = GridState {
        columns: StoredValue::new(columns),
        rows,
        active: RwSignal::new(None),
        anchor: RwSignal::new(None),
        editing: RwSignal::new(None),
        problem: RwSignal::new(None),
        table: NodeRef::new(),
        on_commit,
        on_paste,
        on_remove,
    };
    Effect::new(move |_| {
        if let (Some(place), Some(_)) = (wanted.get(), state.table.get()) {
            state.active.set(Some(place.clone()));
            state.focus(&place);
        }
    });
    let stop = Memo::new(move |_| state.stop());
    let selection = Memo::new(move |_| state.selection());
    let row_keys = move || rows.with(|rows| rows.iter().map(|row| row.key.clone()).collect::<Vec<_>>());
    let row = move |key: String| view! { <Row state stop selection key remove_label /> };
    view! {
        <div class="table-scroll">
            <table
                node_ref=state.table
                class="data-table value-grid"
                role="grid"
                aria-label=move || label.get()
                aria-multiselectable="true"
                on:keydown=move |event| keys::on_key(state, &event)
                on:copy=move |event| keys::on_copy(state, &event)
                on:paste=move |event| keys::on_paste(state, &event)
            >
                <thead>
                    <tr>
                        <th scope="col">{move || head.get()}</th>
                        {titles.into_iter().map(|title| view! { <th scope="col" class="num">{title}</th> }).collect_view()}
                        <td></td>
                    </tr>
                </thead>
                <tbody>
                    <For each=row_keys key=String::clone children=row />
                </tbody>
            </table>
        </div>
        {move || state.problem.get().map(|problem| view! { <p class="field-error" role="alert">{problem}</p> })}
    }
    .into_any()
}
