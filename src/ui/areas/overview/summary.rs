//! Strategy and measures on two pages, to be read and printed.

use super::{lifecycle_table::Lifecycle, to_do::ToDoList};
use crate::ui::{
    components::{Column, DataTable, SectionHead, phase_key},
    platform::clock,
    workspace::{use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::{
    finance::{Due, MeasureColumn, benefit_a_year, budget_by_quarter, counted, likely_npv, planned_cost, ranked},
    plan::{Assessment, Day, Measure, MeasureId, Phase, Plan, Quarter, SubPhaseId},
    sheet::{is_numeric, measure_cell},
    texts::{
        Texts, format,
        measures::{first_three, heading, period},
    },
};
use std::sync::Arc;

/// Most measures listed, so that strategy and measures fit on two pages.
const LISTED: usize = 15;
/// Quarters whose cost is named, the present one first.
const QUARTERS: usize = 4;
/// What is said of each measure; its period stands for its end.
const COLUMNS: [MeasureColumn; 8] = [
    MeasureColumn::Title,
    MeasureColumn::Status,
    MeasureColumn::Owner,
    MeasureColumn::End,
    MeasureColumn::PlannedCost,
    MeasureColumn::Benefit,
    MeasureColumn::Npv,
    MeasureColumn::Priority,
];

/// A row of the strategy.
#[derive(Clone, PartialEq)]
struct Row {
    phase: Phase,
    name: String,
    goals: String,
    weaknesses: String,
    measures: String,
}

fn rows(plan: &Plan, texts: &Texts) -> Vec<Row> {
    let listed = |titles: Vec<&str>| if titles.is_empty() { texts.summary.nothing.to_owned() } else { titles.join(" · ") };
    let row = |id: &SubPhaseId, phase| {
        let here = |own: &Option<SubPhaseId>| own.as_ref() == Some(id);
        let goals = plan.goals.iter().filter(|it| here(&it.sub_phase)).map(|it| it.title.as_str());
        let applies = |assessment| matches!(assessment, Some(Assessment::Applies | Assessment::Partly));
        let weaknesses = plan.weaknesses.iter().filter(|it| here(&it.sub_phase) && applies(it.assessment));
        Row {
            phase,
            name: plan.sub_phase_name(id, texts),
            goals: listed(goals.collect()),
            weaknesses: listed(weaknesses.map(|it| it.title.as_str()).collect()),
            measures: listed(plan.kept_measures().filter(|it| here(&it.sub_phase)).map(|it| it.title.as_str()).collect()),
        }
    };
    plan.sub_phases.iter().map(|sub_phase| row(&sub_phase.id, sub_phase.phase)).collect()
}

/// Measures that run or are planned, those of the highest priority first; of those without, the dearest.
fn decided(plan: &Plan) -> Vec<Arc<Measure>> {
    let mut measures: Vec<Arc<Measure>> = plan.measures.iter().filter(|measure| measure.is_decided()).cloned().collect();
    let dearness = |measure: &Measure| planned_cost(measure).unwrap_or_default();
    measures.sort_by(|a, b| dearness(b).total_cmp(&dearness(a)));
    let ids: Vec<MeasureId> = measures.iter().map(|measure| measure.id.clone()).collect();
    let ranked = ranked(plan, &ids);
    measures.sort_by_key(|measure| ranked.iter().position(|id| *id == measure.id).unwrap_or(usize::MAX));
    measures
}

/// What the present quarter and those after it cost, in words; none where that is nothing.
fn next_quarters(plan: &Plan, today: Day, texts: &Texts) -> Option<String> {
    let (now, currency) = (Quarter::of(today.month()), plan.profile().currency.clone());
    let lines = budget_by_quarter(plan).into_iter().filter_map(|line| match line.key {
        Some(Due::In(quarter)) if quarter >= now => Some((quarter, line.planned)),
        _ => None,
    });
    let words = lines.take(QUARTERS).map(|(quarter, cost)| {
        format!("{} {}", format::quarter(quarter.first_month()), format::money(texts.language, cost, &currency))
    });
    let words: Vec<String> = words.collect();
    (!words.is_empty()).then(|| (texts.summary.by_quarter)(&words.join(" · ")))
}

/// The summary.
#[component]
pub fn Summary() -> impl IntoView {
    let texts = use_texts();
    let today = format::day(texts.language, clock::today());
    view! {
        <div class="summary">
            <p class="secondary">{(texts.summary.as_of)(&today)}</p>
            <Lifecycle />
            <Strategy />
            <Measures />
            <ToDoList />
        </div>
    }
}

#[component]
fn Strategy() -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.summary;
    let rows = workspace.select(move |plan| rows(plan, texts));
    let columns = [words.sub_phase, words.goals, words.weaknesses, words.measures].map(Column::text).to_vec();
    let row = |row: Row| {
        view! {
            <tr>
                <th scope="row" class="summary-phase" data-phase=phase_key(row.phase)>{row.name}</th>
                <td dir="auto">{row.goals}</td>
                <td dir="auto">{row.weaknesses}</td>
                <td dir="auto">{row.measures}</td>
            </tr>
        }
    };
    view! {
        <section>
            <SectionHead title=words.strategy />
            <DataTable caption=words.strategy caption_hidden=true columns=Signal::stored(columns)>
                {move || rows.get().into_iter().map(row).collect_view()}
            </DataTable>
        </section>
    }
}

/// A measure as a line of cells, and whether it is past its end.
type Cells = (Vec<String>, bool);

#[component]
fn Measures() -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.summary;
    let today = clock::today();
    let lines = workspace.select(move |plan| {
        let profile = plan.profile();
        let money =
            |value: Option<f64>| value.map(|value| format::money(texts.language, value, &profile.currency)).unwrap_or_default();
        let cells = |measure: &Arc<Measure>| -> Cells {
            let cell = |column| match column {
                MeasureColumn::Title => heading(measure, texts),
                MeasureColumn::Owner if measure.owner.is_empty() => texts.overview.nobody.to_owned(),
                MeasureColumn::End => period(measure, texts),
                MeasureColumn::PlannedCost => money(planned_cost(measure)),
                MeasureColumn::Benefit => money(benefit_a_year(measure).map(|benefit| benefit.likely)),
                MeasureColumn::Npv => money(likely_npv(measure, &profile)),
                column => measure_cell(plan, measure, column, texts),
            };
            (COLUMNS.map(cell).to_vec(), measure.end.is_some_and(|end| end < today))
        };
        decided(plan).iter().take(LISTED).map(cells).collect::<Vec<_>>()
    });
    let is_empty = Memo::new(move |_| lines.with(Vec::is_empty));
    let first = workspace.select(move |plan| {
        let all: Vec<MeasureId> = plan.measures.ids().cloned().collect();
        first_three(plan, &ranked(plan, &all), texts)
    });
    let quarters = workspace.select(move |plan| next_quarters(plan, today, texts));
    let note = workspace.select(move |plan| {
        let all = decided(plan).len();
        (words.listed)(all.min(LISTED), all)
    });
    let sum = workspace.select(move |plan| {
        let profile = plan.profile();
        let money = |value: f64| format::money(texts.language, value, &profile.currency);
        let all = counted(plan.measures.iter());
        if all.measures == 0 {
            return Err((texts.measures.no_cost)(profile.budget.map(money).as_deref()));
        }
        let cost = money(all.cost);
        let listed = money(counted(&decided(plan)).cost);
        Ok((listed, profile.budget.map_or_else(|| cost.clone(), |budget| (words.of_budget)(&cost, &money(budget)))))
    });
    let head = |column| match column {
        MeasureColumn::Title => Column::text(words.measures),
        MeasureColumn::End => Column::text(words.period),
        column if is_numeric(column) => Column::number((texts.measures.column)(column)),
        column => Column::text((texts.measures.column)(column)),
    };
    let columns = COLUMNS.map(head).to_vec();
    let row = |(cells, late): Cells| {
        let mut cells = cells.into_iter().zip(COLUMNS);
        let title = cells.next().map(|(title, _)| title);
        let cell = |(cell, column)| view! { <td dir="auto" class:num=is_numeric(column)>{cell}</td> };
        view! {
            <tr data-late=late.then_some("")>
                <th scope="row" dir="auto">{title}</th>
                {cells.map(cell).collect_view()}
            </tr>
        }
    };
    view! {
        <section>
            <SectionHead title=words.measure_list note />
            <p class="summary-first" dir="auto">{first}</p>
            {move || {
                if is_empty.get() {
                    return view! { <p class="entry-empty">{texts.overview.measures_empty}</p> }.into_any();
                }
                view! {
                    <DataTable caption=words.measure_list caption_hidden=true columns=Signal::stored(columns.clone())>
                        {move || lines.get().into_iter().map(row).collect_view()}
                    </DataTable>
                }
                .into_any()
            }}
            <p class="summary-sum">
                {move || match sum.get() {
                    Ok((listed, all)) => {
                        view! { {words.sum_listed}": "<b>{listed}</b>" · "{words.sum}": "<b>{all}</b> }.into_any()
                    }
                    Err(none) => none.into_any(),
                }}
            </p>
            <p class="summary-sum">{quarters}</p>
        </section>
    }
}
