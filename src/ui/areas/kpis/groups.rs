//! The KPI by groups of customers, and by persona.

use super::shown::ShownKpi;
use crate::ui::{
    components::{Chart, ChartHandle, SectionHead},
    workspace::{use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::texts::figures::{certainty, probability};
use reiseplan::{
    charts,
    figures::{
        compare::{GroupComparison, compare_groups, group_changes},
        difference::{Difference, SIGNIFICANT},
        series::{Group, by_group, days_covered},
        standing::{Comparison, PersonaMeasured, of_persona},
    },
    plan::{Day, KpiId, Plan, SegmentValueId},
    texts::Texts,
};
use std::ops::RangeInclusive;

/// By segment on the left, by persona on the right; nothing if the data know no segments.
#[component]
pub fn Groups(shown: ShownKpi) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let span = shown.select(move |plan, id| {
        let since = shown.standing.with(|standing| match standing.as_ref()?.comparison {
            Some(Comparison::Shift(shift)) => Some(shift.since.first_day()),
            _ => None,
        });
        let days = days_covered(plan, id)?;
        // Groups are known by month.
        let (first, last) = (since.unwrap_or(*days.start()).month(), days.end().month());
        Some(first.first_day()..=last.last_day())
    });
    let spec = Memo::new(move |_| {
        let span = span.get().unwrap_or_else(no_days);
        workspace.with_plan(|plan| charts::kpi::by_group(plan, &shown.id(), &span, texts))
    });
    let hidden = shown.select(move |plan, id| {
        let count = |span| by_group(plan, id, &span).iter().filter(|row| row.hidden).count();
        (span.get().map_or(0, count), u64::from(plan.profile().segment_minimum))
    });
    let are_all_hidden =
        shown.select(move |plan, id| span.get().is_none_or(|span| by_group(plan, id, &span).iter().all(|row| row.hidden)));
    let has_groups = Memo::new(move |_| spec.with(|spec| !spec.is_empty()));
    let chart = ChartHandle::new(spec, texts, workspace.dark);
    move || {
        has_groups.get().then(|| {
            view! {
                <div class="kpi-groups">
                    <div>
                        {move || (!are_all_hidden.get()).then(|| view! { <Chart chart /> })}
                        {move || (hidden.get().0 > 0).then(|| view! { <p class="kpi-hint">{(texts.kpis.hidden_groups)(hidden.get().0, hidden.get().1)}</p> })}
                        <Changes shown span />
                        <Tests shown span />
                    </div>
                    <Personas shown span />
                </div>
            }
        })
    }
}

/// A span without data.
fn no_days() -> RangeInclusive<Day> {
    let day = Day::new(1, 1, 1).expect("BUG: the first day of the calendar");
    day..=day
}

/// For whom the level has changed: each group since then against before.
#[component]
fn Changes(shown: ShownKpi, span: Memo<Option<RangeInclusive<Day>>>) -> impl IntoView {
    let texts = use_texts();
    let words = &texts.figures;
    let changes = shown.select(move |plan, id| {
        let shift = shown.standing.with(|standing| match standing.as_ref()?.comparison {
            Some(Comparison::Shift(shift)) => Some(shift),
            _ => None,
        })?;
        let after = span.get()?;
        let before = shift.from.first_day().month().first_day()..=after.start().plus_days(-1)?;
        let style = charts::kpi::style(plan, id);
        let found = group_changes(plan, id, &before, &after);
        let line = |(group, difference, p): &(Group, Difference, f64)| {
            let name = charts::kpi::group_name(plan, group, texts);
            let delta = style.delta(texts.language, difference.delta);
            (words.group_change)(&name, &delta, &probability(texts.language, *p), *p < SIGNIFICANT)
        };
        let lines: Vec<String> = found.iter().map(line).collect();
        (!lines.is_empty()).then(|| ((words.group_changes)(&charts::kpi::period_name(shift.since, texts)), lines))
    });
    let section = |(title, lines): (String, Vec<String>)| {
        let note = (lines.len() > 1).then(|| (words.holm_note)(lines.len()));
        view! {
            <details class="kpi-tests" open>
                <summary>{title}</summary>
                <ul role="list">{lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}</ul>
                {note.map(|note| view! { <p class="kpi-hint">{note}</p> })}
            </details>
        }
    };
    move || changes.get().map(section)
}

/// The groups of each dimension against each other, where there are several.
#[component]
fn Tests(shown: ShownKpi, span: Memo<Option<RangeInclusive<Day>>>) -> impl IntoView {
    let texts = use_texts();
    let tests = shown.select(move |plan, id| {
        let Some(span) = span.get() else { return Vec::new() };
        let style = charts::kpi::style(plan, id);
        let lines = |comparisons: Vec<GroupComparison>| {
            let line = |found: &GroupComparison| {
                let name = |group| charts::kpi::group_name(plan, group, texts);
                let delta = style.delta(texts.language, found.difference.delta);
                (texts.figures.group_test)(
                    &name(&found.second),
                    &name(&found.first),
                    &delta,
                    &probability(texts.language, found.p),
                    found.p < SIGNIFICANT,
                )
            };
            comparisons.iter().map(line).collect::<Vec<_>>()
        };
        let dimensions = compare_groups(plan, id, &span).into_iter().filter(|(_, found)| !found.is_empty());
        dimensions
            .map(|(dimension, found)| {
                let name = plan.dimensions.get(&dimension).map(|dimension| dimension.name.clone()).unwrap_or_default();
                let note = (found.len() > 1).then(|| (texts.figures.holm_note)(found.len()));
                ((texts.figures.group_tests)(&name), lines(found), note)
            })
            .collect()
    });
    let section = |(title, lines, note): (String, Vec<String>, Option<String>)| {
        view! {
            <details class="kpi-tests">
                <summary>{title}</summary>
                <ul role="list">{lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}</ul>
                {note.map(|note| view! { <p class="kpi-hint">{note}</p> })}
            </details>
        }
    };
    move || tests.get().into_iter().map(section).collect_view()
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
fn Personas(shown: ShownKpi, span: Memo<Option<RangeInclusive<Day>>>) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.kpis;
    let lines = Memo::new(move |_| {
        let Some(span) = span.get() else { return Vec::new() };
        workspace.with_plan(|plan| persona_lines(plan, &shown.id(), &span, texts))
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

fn persona_lines(plan: &Plan, kpi: &KpiId, span: &RangeInclusive<Day>, texts: &Texts) -> Vec<PersonaLine> {
    let style = charts::kpi::style(plan, kpi);
    let minimum = u64::from(plan.profile().segment_minimum);
    let mut lines = Vec::new();
    for persona in plan.personas.iter() {
        for found in of_persona(plan, kpi, persona, span) {
            let shown = found.measured.figure().filter(|_| !found.hidden);
            lines.push(PersonaLine {
                name: texts.terms.named(&persona.name).to_owned(),
                note: value_names(plan, &found, texts),
                figure: shown.map_or_else(|| "–".to_owned(), |figure| style.value(texts.language, figure.value)),
                certainty: shown.map_or_else(|| (texts.charts.hidden)(minimum), |figure| certainty(texts, &style, &figure)),
            });
        }
    }
    lines
}

/// Names of the segments that stand for a persona.
fn value_names(plan: &Plan, found: &PersonaMeasured, texts: &Texts) -> String {
    let Some(dimension) = plan.dimensions.get(&found.dimension) else { return String::new() };
    let name = |id: &SegmentValueId| {
        let value = dimension.values.iter().find(|value| value.id == *id);
        texts.terms.named(value.map(|value| value.name.as_str()).unwrap_or_default())
    };
    let names = found.values.iter().map(name).collect::<Vec<_>>().join(", ");
    if dimension.name.is_empty() { names } else { (texts.charts.value_of)(&dimension.name, &names) }
}
