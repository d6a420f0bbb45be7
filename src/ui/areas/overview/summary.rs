//! Strategy and measures on two pages, to be read and printed.

use super::{lifecycle_table::Lifecycle, to_do::ToDoList};
use crate::ui::{
    components::{Column, DataTable, SectionHead, phase_key},
    platform::clock,
    workspace::{use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::{
    finance::{planned_cost, total_cost},
    plan::{Assessment, Measure, MeasureStatus, Phase, Plan, SubPhaseId},
    texts::{
        Texts, format,
        measures::{cost, heading, period},
    },
};
use std::sync::Arc;

/// Most measures listed, so that strategy and measures fit on two pages.
const LISTED: usize = 15;

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
        let live = |it: &&Arc<Measure>| here(&it.sub_phase) && it.status != MeasureStatus::Dropped;
        Row {
            phase,
            name: plan.sub_phase_name(id, texts),
            goals: listed(goals.collect()),
            weaknesses: listed(weaknesses.map(|it| it.title.as_str()).collect()),
            measures: listed(plan.measures.iter().filter(live).map(|it| it.title.as_str()).collect()),
        }
    };
    plan.sub_phases.iter().map(|sub_phase| row(&sub_phase.id, sub_phase.phase)).collect()
}

/// Measures that run or are planned, the dearest first.
fn decided(plan: &Plan) -> Vec<Arc<Measure>> {
    let is_decided = |measure: &&Arc<Measure>| matches!(measure.status, MeasureStatus::Running | MeasureStatus::Planned);
    let mut measures: Vec<Arc<Measure>> = plan.measures.iter().filter(is_decided).cloned().collect();
    let dearness = |measure: &Measure| planned_cost(measure).unwrap_or_default();
    measures.sort_by(|a, b| dearness(b).total_cmp(&dearness(a)));
    measures
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
    let lines = workspace.select(move |plan| {
        let currency = plan.profile().currency.clone();
        let today = clock::today();
        let cells = |measure: &Arc<Measure>| -> Cells {
            let owner = if measure.owner.is_empty() { texts.overview.nobody.to_owned() } else { measure.owner.clone() };
            let cells = vec![
                heading(measure, texts),
                (texts.terms.measure_status)(measure.status).to_owned(),
                owner,
                period(measure, texts),
                cost(measure, &currency, texts).unwrap_or_default(),
            ];
            (cells, measure.end.is_some_and(|end| end < today))
        };
        decided(plan).iter().take(LISTED).map(cells).collect::<Vec<_>>()
    });
    let note = workspace.select(move |plan| {
        let all = decided(plan).len();
        (words.listed)(all.min(LISTED), all)
    });
    let sum = workspace.select(move |plan| {
        let profile = plan.profile();
        let money = |value: f64| format::money(texts.language, value, &profile.currency);
        let cost = money(total_cost(plan.measures.iter()));
        profile.budget.map_or_else(|| cost.clone(), |budget| (words.of_budget)(&cost, &money(budget)))
    });
    let columns = vec![
        Column::text(words.measures),
        Column::text((texts.measures.column)(reiseplan::finance::MeasureColumn::Status)),
        Column::text((texts.measures.column)(reiseplan::finance::MeasureColumn::Owner)),
        Column::text((texts.measures.column)(reiseplan::finance::MeasureColumn::End)),
        Column::number((texts.measures.column)(reiseplan::finance::MeasureColumn::PlannedCost)),
    ];
    let row = |(cells, late): Cells| {
        let mut cells = cells.into_iter();
        let title = cells.next();
        let last = cells.next_back();
        view! {
            <tr data-late=late.then_some("")>
                <th scope="row" dir="auto">{title}</th>
                {cells.map(|cell| view! { <td dir="auto">{cell}</td> }).collect_view()}
                <td class="num">{last}</td>
            </tr>
        }
    };
    view! {
        <section>
            <SectionHead title=words.measure_list note />
            <DataTable caption=words.measure_list caption_hidden=true columns=Signal::stored(columns)>
                {move || lines.get().into_iter().map(row).collect_view()}
            </DataTable>
            <p class="summary-sum">{words.sum}": "<b>{sum}</b></p>
        </section>
    }
}
