//! The lifecycle at a glance: a column for each sub-phase, a row for each thing that lies there.

use crate::ui::{
    components::{HelpHint, Mood, phase_key},
    workspace::{use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::{
    figures::lifecycle::{SubPhaseSummary, lifecycle},
    plan::{Phase, Plan, SubPhaseId},
    texts::{Texts, format},
};

/// A column: its name, its phase where it has one, and what lies there.
#[derive(Clone, PartialEq)]
struct Summed {
    name: String,
    phase: Option<Phase>,
    starts_phase: bool,
    sum: SubPhaseSummary,
}

fn columns(plan: &Plan, texts: &Texts) -> Vec<Summed> {
    let mut before = None;
    let name = |id: &SubPhaseId| plan.sub_phase_name(id, texts);
    lifecycle(plan)
        .into_iter()
        .map(|(id, sum)| {
            let phase = plan.phase_of(id.as_ref());
            let starts_phase = phase.is_some() && phase != before;
            before = phase;
            let name = id.as_ref().map_or_else(|| texts.overview.no_phase.to_owned(), name);
            Summed { name, phase, starts_phase, sum }
        })
        .collect()
}

/// The table.
#[component]
pub fn LifecycleTable() -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let overview = &texts.overview;
    let columns = workspace.select(move |plan| columns(plan, texts));
    let currency = workspace.select(|plan| plan.profile().currency.clone());
    let row = move |title: &'static str, help: Option<&'static str>, cell: fn(&Summed, &Cells) -> AnyView| {
        let cells = move || {
            let columns = columns.get();
            let most = columns.iter().filter_map(|column| column.sum.cost).fold(0.0, f64::max);
            let cells = Cells { texts, currency: currency.get(), most };
            columns.iter().map(|column| view! { <td>{cell(column, &cells)}</td> }).collect_view()
        };
        view! {
            <tr>
                <th scope="row">
                    <span class="lifecycle-row-title">
                        {title}
                        {help.map(|text| view! { <HelpHint label=title title text /> })}
                    </span>
                </th>
                {cells}
            </tr>
        }
    };
    view! {
        <div class="lifecycle-frame" tabindex="0" role="region" aria-label=overview.lifecycle>
            <table class="lifecycle">
                <caption class="visually-hidden">{overview.lifecycle}</caption>
                <thead>
                    <tr>
                        <td></td>
                        {move || {
                            columns
                                .get()
                                .into_iter()
                                .map(|column| {
                                    let phase = column.phase.map(phase_key);
                                    let group = column.starts_phase.then(|| column.phase.map(texts.terms.phase)).flatten();
                                    view! {
                                        <th scope="col" data-phase=phase>
                                            <span class="lifecycle-phase">{group}</span>
                                            <span class="station-stop" aria-hidden="true"></span>
                                            <span class="lifecycle-name">{column.name}</span>
                                        </th>
                                    }
                                })
                                .collect_view()
                        }}
                    </tr>
                </thead>
                <tbody>
                    {row(overview.mood, Some(overview.mood_help), mood)}
                    {row(overview.goals, None, |column, cells| number(column.sum.goals, cells))}
                    {row(overview.weaknesses, None, |column, cells| number(column.sum.weaknesses, cells))}
                    {row(overview.pain_points, Some(overview.pain_points_help), pain_points)}
                    {row(overview.measures, None, |column, cells| number(column.sum.measures, cells))}
                    {row(overview.cost, Some(overview.cost_help), cost)}
                </tbody>
            </table>
        </div>
    }
}

/// What cells need to know beside their column.
struct Cells {
    texts: &'static Texts,
    currency: String,
    most: f64,
}

fn number(count: usize, cells: &Cells) -> AnyView {
    match count {
        0 => view! { <span class="lifecycle-none">{cells.texts.overview.none}</span> }.into_any(),
        count => count.into_any(),
    }
}

fn mood(column: &Summed, cells: &Cells) -> AnyView {
    let Some(mood) = column.sum.mood else {
        return view! { <span class="lifecycle-none">{cells.texts.overview.no_mood}</span> }.into_any();
    };
    view! { <Mood value=mood words=format::signed(cells.texts.language, mood, 1) /> }.into_any()
}

fn pain_points(column: &Summed, cells: &Cells) -> AnyView {
    let without = column.sum.pain_points_without_measure;
    view! {
        {number(column.sum.pain_points, cells)}
        {(without > 0).then(|| view! { <span class="lifecycle-lack">{(cells.texts.overview.without_measure)(without)}</span> })}
    }
    .into_any()
}

fn cost(column: &Summed, cells: &Cells) -> AnyView {
    let Some(cost) = column.sum.cost else {
        return view! { <span class="lifecycle-none">"–"</span> }.into_any();
    };
    let width = format!("{:.1}%", if cells.most > 0.0 { 100.0 * cost / cells.most } else { 0.0 });
    view! {
        <span class="cost-bar" aria-hidden="true"><span style:inline-size=width></span></span>
        {format::short_money(cells.texts.language, cost, &cells.currency)}
    }
    .into_any()
}
