//! The lifecycle at a glance: a column for each sub-phase under a line with stations, a row for each thing that lies there.

use super::{HelpHint, pill::phase_key};
use leptos::prelude::*;
use reiseplan::plan::Phase;

/// A column: a sub-phase, or what belongs to none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LifecycleColumn {
    /// Its id, given to `on_pick`; none: it can't be chosen.
    pub id: Option<String>,
    /// Its name.
    pub name: String,
    /// Its phase.
    pub phase: Option<Phase>,
    /// The phase's name, above the first of its columns.
    pub group: Option<String>,
}

/// A row: its title, its explanation, and the cell of each column by number.
pub struct LifecycleRow {
    title: &'static str,
    help: Option<&'static str>,
    cell: Callback<usize, AnyView>,
}

impl LifecycleRow {
    /// Makes a row.
    pub fn new(title: &'static str, help: Option<&'static str>, cell: impl Fn(usize) -> AnyView + Send + Sync + 'static) -> Self {
        Self { title, help, cell: Callback::new(cell) }
    }
}

/// The table; scrolls sideways where it is too narrow. Cells are made anew when columns change.
#[component]
pub fn LifecycleTable(
    /// What it shows.
    label: &'static str,
    /// The columns.
    #[prop(into)]
    columns: Signal<Vec<LifecycleColumn>>,
    /// The rows.
    rows: Vec<LifecycleRow>,
    /// Is told the id of a column that is chosen; without it columns are no buttons.
    #[prop(optional, into)]
    on_pick: Option<Callback<String>>,
) -> impl IntoView {
    let head = move |column: LifecycleColumn| {
        let name = match (on_pick, column.id) {
            (Some(on_pick), Some(id)) => view! {
                <button type="button" class="lifecycle-name" dir="auto" on:click=move |_| on_pick.run(id.clone())>
                    {column.name}
                </button>
            }
            .into_any(),
            _ => view! { <span class="lifecycle-name" dir="auto">{column.name}</span> }.into_any(),
        };
        view! {
            <th scope="col" data-phase=column.phase.map(phase_key)>
                <span class="lifecycle-phase">{column.group}</span>
                <span class="station-stop" aria-hidden="true"></span>
                {name}
            </th>
        }
    };
    let row = move |LifecycleRow { title, help, cell }: LifecycleRow| {
        let cells = move || (0..columns.with(Vec::len)).map(|at| view! { <td>{cell.run(at)}</td> }).collect_view();
        view! {
            <tr>
                <th scope="row">
                    <span class="lifecycle-row-title">
                        {title} {help.map(|text| view! { <HelpHint label=title title text /> })}
                    </span>
                </th>
                {cells}
            </tr>
        }
    };
    view! {
        <div class="lifecycle-frame" tabindex="0" role="region" aria-label=label>
            <table class="lifecycle">
                <caption class="visually-hidden">{label}</caption>
                <thead>
                    <tr>
                        <td></td>
                        {move || columns.get().into_iter().map(head).collect_view()}
                    </tr>
                </thead>
                <tbody>{rows.into_iter().map(row).collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}

/// A number, or the words that stand where there is nothing; below it what is lacking.
#[component]
pub fn LifecycleCount(
    /// The number.
    count: usize,
    /// Stands for 0.
    none: &'static str,
    /// What is lacking, in words.
    #[prop(optional_no_strip)]
    lack: Option<String>,
    /// What else is to be said, in words.
    #[prop(optional_no_strip)]
    note: Option<String>,
) -> impl IntoView {
    let number = match count {
        0 => view! { <span class="lifecycle-none">{none}</span> }.into_any(),
        count => count.into_any(),
    };
    view! {
        {number}
        {lack.map(|lack| view! { <span class="lifecycle-lack">{lack}</span> })}
        {note.map(|note| view! { <span class="lifecycle-note">{note}</span> })}
    }
    .into_any()
}

/// An amount below a bar that shows its share of the largest.
#[component]
pub fn LifecycleCost(
    /// The share of the largest amount, 0 to 1.
    share: f64,
    /// The amount in words.
    words: String,
) -> impl IntoView {
    view! {
        <span class="cost-bar" aria-hidden="true"><span style:inline-size=format!("{:.1}%", 100.0 * share)></span></span>
        {words}
    }
    .into_any()
}
