//! The measures as a table that is edited in place, sorted and filtered, with their cost against the budget.

use super::{
    PageState,
    measure::currency,
    measure_fields::{self, Choices, department_choices, main_sub_phase_choices, status_choices, status_key},
    measure_row::MeasureRow,
};
use crate::ui::{
    components::{Button, ButtonKind, Column, DataTable, EmptyState, SelectField, icons, phase_key},
    workspace::{use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::{
    finance::{MeasureColumn, MeasureFilter, list_measures, total_cost},
    plan::{MeasureId, Phase},
    texts::{Texts, format},
};

const COLUMNS: [MeasureColumn; 12] = [
    MeasureColumn::Title,
    MeasureColumn::SubPhase,
    MeasureColumn::Status,
    MeasureColumn::Owner,
    MeasureColumn::Department,
    MeasureColumn::Start,
    MeasureColumn::End,
    MeasureColumn::OneOffCost,
    MeasureColumn::MonthlyCost,
    MeasureColumn::PlannedCost,
    MeasureColumn::PainPoints,
    MeasureColumn::Kpis,
];

/// What rows choose from, made once for all of them.
#[derive(Clone, Copy)]
pub struct RowChoices {
    /// The states.
    pub statuses: Signal<Choices>,
    /// The sub-phases and none.
    pub sub_phases: Signal<Choices>,
    /// The departments and none.
    pub departments: Signal<Choices>,
}

/// The table with its filters.
#[component]
pub fn MeasureTable() -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.strategy;
    let state = expect_context::<PageState>();
    let is_empty = workspace.select(|plan| plan.measures.is_empty());
    let sorted = RwSignal::new(None::<(usize, bool)>);
    let all = workspace.select(|plan| plan.measures.ids().cloned().collect::<Vec<MeasureId>>());
    // An edit leaves each row where it is: one that jumped away or vanished while it is edited would take the focus along.
    let listed = Memo::new(move |_| {
        all.track();
        let sorted_by = sorted.get().map(|(at, ascending)| (COLUMNS[at], ascending));
        list_measures(&workspace.plan_now(), &state.filter.get(), sorted_by)
    });
    let sort = move |at: usize| {
        sorted.update(|sorted| {
            *sorted = match *sorted {
                Some((column, true)) if column == at => Some((at, false)),
                Some((column, false)) if column == at => None,
                _ => Some((at, true)),
            };
        });
    };
    move || match is_empty.get() {
        true => view! {
            <EmptyState icon=icons::LuListChecks title=words.none_title text=words.none_text>
                <Button
                    kind=ButtonKind::Secondary
                    icon=icons::LuPlus
                    label=words.new_measure
                    on_press=move |()| state.add_measure(workspace)
                />
            </EmptyState>
        }
        .into_any(),
        false => view! {
            <Filters shown=Signal::derive(move || listed.with(Vec::len)) all=Signal::derive(move || all.with(Vec::len)) />
            <Rows listed sorted on_sort=Callback::new(sort) />
            <Budget />
        }
        .into_any(),
    }
}

#[component]
fn Rows(listed: Memo<Vec<MeasureId>>, sorted: RwSignal<Option<(usize, bool)>>, on_sort: Callback<usize>) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.strategy;
    let state = expect_context::<PageState>();
    let choices = RowChoices {
        statuses: Signal::stored(status_choices(texts)),
        sub_phases: workspace.select(move |plan| main_sub_phase_choices(plan, texts)).into(),
        departments: workspace.select(move |plan| department_choices(plan, texts)).into(),
    };
    let heads: Vec<Column> = COLUMNS
        .into_iter()
        .map(|column| {
            let title = (words.column)(column);
            let numeric = matches!(
                column,
                MeasureColumn::OneOffCost
                    | MeasureColumn::MonthlyCost
                    | MeasureColumn::PlannedCost
                    | MeasureColumn::PainPoints
                    | MeasureColumn::Kpis
            );
            if numeric { Column::number(title) } else { Column::text(title) }
        })
        .collect();
    let currency = currency(workspace);
    let is_filtered = move || state.filter.get() != MeasureFilter::default();
    let sum = move || {
        let listed = listed.get();
        let cost = workspace.with_plan(|plan| total_cost(listed.iter().filter_map(|id| plan.measures.get(id))));
        format::money(texts.language, cost, &currency.get())
    };
    let foot = view! {
        <tr>
            <th scope="row" colspan="9">{move || if is_filtered() { words.sum_shown } else { words.sum }}</th>
            <td class="num">{sum}</td>
            <td colspan="2"></td>
        </tr>
    };
    view! {
        <div class="measure-table">
            <DataTable
                caption=words.measures
                caption_hidden=true
                columns=Signal::stored(heads)
                sorted
                on_sort
                foot=foot.into_any()
            >
                <For each=move || listed.get() key=Clone::clone children=move |id| view! { <MeasureRow id choices /> } />
            </DataTable>
        </div>
        {move || {
            listed
                .with(Vec::is_empty)
                .then(|| {
                    view! {
                        <EmptyState icon=icons::LuListChecks title=words.none_shown text="">
                            <Button label=words.show_all on_press=move |()| state.filter.set(MeasureFilter::default()) />
                        </EmptyState>
                    }
                })
        }}
    }
}

/// What all measures cost, against the plan's budget, in words.
#[component]
fn Budget() -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let sentence = workspace.select(move |plan| {
        let profile = plan.profile();
        let cost = total_cost(plan.measures.iter());
        let money = |value| format::money(texts.language, value, &profile.currency);
        match profile.budget {
            Some(budget) if cost > budget => {
                ((texts.strategy.over_budget)(&money(cost), &money(budget), &money(cost - budget)), true)
            }
            Some(budget) => ((texts.strategy.within_budget)(&money(cost), &money(budget), &money(budget - cost)), false),
            None => ((texts.strategy.no_budget)(&money(cost)), false),
        }
    });
    view! {
        <p class="measure-budget" class:bad=move || sentence.get().1 role="status">
            {move || sentence.get().0}
        </p>
    }
}

/// Which measures are shown.
#[component]
fn Filters(shown: Signal<usize>, all: Signal<usize>) -> impl IntoView {
    let texts: &'static Texts = use_texts();
    let words = &texts.strategy;
    let state = expect_context::<PageState>();
    let every = |words: &str| std::iter::once((String::new(), words.to_owned()));
    let statuses: Choices = every(words.every_status).chain(status_choices(texts)).collect();
    let phases = Phase::ALL.map(|phase| (phase_key(phase).to_owned(), (texts.terms.phase)(phase).to_owned()));
    let phases: Choices = every(words.every_phase).chain(phases).collect();
    let status =
        move || state.filter.with(|filter| filter.status.map(|status| status_key(status).to_owned()).unwrap_or_default());
    let phase = move || state.filter.with(|filter| filter.phase.map(|phase| phase_key(phase).to_owned()).unwrap_or_default());
    let pick_status = move |key: String| state.filter.update(|filter| filter.status = measure_fields::status_of(&key));
    let pick_phase = move |key: String| {
        let phase = Phase::ALL.into_iter().find(|phase| phase_key(*phase) == key);
        state.filter.update(|filter| filter.phase = phase);
    };
    view! {
        <div class="measure-filters no-print">
            <SelectField
                label=words.status_filter
                options=Signal::stored(statuses)
                value=Signal::derive(status)
                on_commit=pick_status
            />
            <SelectField
                label=words.phase_filter
                options=Signal::stored(phases)
                value=Signal::derive(phase)
                on_commit=pick_phase
            />
            <p class="measure-count" role="status">{move || (words.shown)(shown.get(), all.get())}</p>
        </div>
    }
}
