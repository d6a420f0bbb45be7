//! The KPI by groups of customers, and by persona.

use super::shown::{ShownKpi, certainty, points};
use crate::ui::{
    components::{Chart, ChartHandle, SectionHead},
    workspace::{use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::{
    charts,
    figures::{
        series::{SEGMENT_MINIMUM, days_covered, nps_by_segment},
        standing::{Comparison, PersonaAnswers, nps_of_persona},
    },
    plan::{KpiId, Month, Plan, SegmentValueId},
    texts::Texts,
};
use std::ops::RangeInclusive;

/// By segment on the left, by persona on the right; nothing if the data know no segments.
#[component]
pub fn Groups(shown: ShownKpi) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let months = Memo::new(move |_| {
        let since = shown.standing.with(|standing| match standing.as_ref()?.comparison {
            Some(Comparison::Shift(shift)) => Some(shift.since.first_month()),
            _ => None,
        });
        let days = workspace.with_plan(|plan| days_covered(plan, &shown.id()))?;
        Some(since.unwrap_or_else(|| days.start().month())..=days.end().month())
    });
    let spec = Memo::new(move |_| {
        let months = months.get().unwrap_or_else(no_months);
        workspace.with_plan(|plan| charts::nps::by_segment(plan, &shown.id(), months, texts))
    });
    let hidden = Memo::new(move |_| {
        let count = |plan: &Plan, months| nps_by_segment(plan, &shown.id(), months).iter().filter(|row| row.hidden).count();
        months.get().map_or(0, |months| workspace.with_plan(|plan| count(plan, months)))
    });
    let has_groups = Memo::new(move |_| spec.with(|spec| !spec.is_empty()));
    let chart = ChartHandle::new(spec, texts, workspace.dark);
    move || {
        has_groups.get().then(|| {
            view! {
                <div class="kpi-groups">
                    <div>
                        <Chart chart />
                        {move || (hidden.get() > 0).then(|| view! { <p class="kpi-hint">{(texts.kpis.hidden_groups)(hidden.get(), SEGMENT_MINIMUM)}</p> })}
                    </div>
                    <Personas shown months />
                </div>
            }
        })
    }
}

/// A span without answers.
fn no_months() -> RangeInclusive<Month> {
    let month = Month::new(1, 1).expect("BUG: the first month of the calendar");
    month..=month
}

/// A persona with its figure.
#[derive(Clone, PartialEq)]
struct PersonaLine {
    name: String,
    note: String,
    figure: String,
    certainty: String,
}

#[component]
fn Personas(shown: ShownKpi, months: Memo<Option<RangeInclusive<Month>>>) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.kpis;
    let lines = Memo::new(move |_| {
        let Some(months) = months.get() else { return Vec::new() };
        workspace.with_plan(|plan| persona_lines(plan, &shown.id(), &months, texts))
    });
    let row = |line: PersonaLine| {
        view! {
            <li class="row">
                <span class="row-title" dir="auto">{line.name}</span>
                <span class="row-figure">{line.figure}</span>
                <span class="row-note">{line.note}</span>
                <span class="row-figure kpi-certainty">{line.certainty}</span>
            </li>
        }
    };
    view! {
        <section>
            <SectionHead title=words.personas note=words.personas_note ruled=true />
            {move || match lines.get() {
                lines if lines.is_empty() => view! { <p class="kpi-none">{words.no_personas}</p> }.into_any(),
                lines => view! { <ul class="row-list">{lines.into_iter().map(row).collect_view()}</ul> }.into_any(),
            }}
        </section>
    }
}

fn persona_lines(plan: &Plan, kpi: &KpiId, months: &RangeInclusive<Month>, texts: &Texts) -> Vec<PersonaLine> {
    let mut lines = Vec::new();
    for persona in plan.personas.iter() {
        for found in nps_of_persona(plan, kpi, persona, months.clone()) {
            let nps = found.answers.nps().filter(|_| !found.hidden);
            lines.push(PersonaLine {
                name: if persona.name.is_empty() { texts.terms.unnamed.to_owned() } else { persona.name.clone() },
                note: value_names(plan, &found, texts),
                figure: nps.map_or_else(|| "–".to_owned(), |nps| points(texts, nps.value)),
                certainty: nps.map_or_else(|| (texts.charts.hidden)(SEGMENT_MINIMUM), |nps| certainty(texts, &nps)),
            });
        }
    }
    lines
}

/// Names of the segments that stand for a persona.
fn value_names(plan: &Plan, found: &PersonaAnswers, texts: &Texts) -> String {
    let Some(dimension) = plan.dimensions.get(&found.dimension) else { return String::new() };
    let name = |id: &SegmentValueId| {
        let value = dimension.values.iter().find(|value| value.id == *id);
        value.map(|value| value.name.as_str()).filter(|name| !name.is_empty()).unwrap_or(texts.terms.unnamed)
    };
    let names = found.values.iter().map(name).collect::<Vec<_>>().join(", ");
    if dimension.name.is_empty() { names } else { (texts.charts.value_of)(&dimension.name, &names) }
}
