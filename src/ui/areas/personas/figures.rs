//! What data say about the customers whom a persona stands for.

use super::{facts::segment_name, persona::ShownPersona};
use crate::ui::{
    components::{HelpHint, SectionHead},
    workspace::{use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::{
    figures::{
        nps::Nps,
        persona::{PersonaFigure, persona_figures},
        series::SEGMENT_MINIMUM,
    },
    plan::{Id, Persona, Plan, TypedId},
    route::Area,
    texts::{Texts, format},
};

/// A figure in words.
#[derive(Clone, PartialEq)]
struct Line {
    kpi: Id,
    title: String,
    note: String,
    figure: String,
    certainty: String,
}

/// The figures of the persona's segments.
#[component]
pub fn Figures(shown: ShownPersona) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.personas;
    let lines = shown.select(move |plan, persona| {
        persona_figures(plan, persona).iter().map(|figure| line(plan, figure, texts)).collect::<Vec<_>>()
    });
    let has_segment = shown.field(|persona: &Persona| !persona.segments.is_empty());
    let help = view! { <HelpHint label=words.figures title=words.figures text=words.figures_help /> }.into_any();
    let row = move |line: Line| {
        view! {
            <li class="row">
                <a class="row-title" dir="auto" href=workspace.link(Area::Kpis, Some(&line.kpi))>{line.title}</a>
                <span class="row-figure persona-figure">{line.figure}</span>
                <span class="row-note" dir="auto">{line.note}</span>
                <span class="row-figure persona-certainty">{line.certainty}</span>
            </li>
        }
    };
    view! {
        <section class="persona-section">
            <SectionHead title=words.figures ruled=true help=help />
            {move || match lines.get() {
                lines if lines.is_empty() => {
                    let why = if has_segment.get() { words.segments_unknown } else { words.no_segment };
                    view! { <p class="entry-empty">{why}</p> }.into_any()
                }
                lines => view! { <ul class="row-list">{lines.into_iter().map(row).collect_view()}</ul> }.into_any(),
            }}
        </section>
    }
}

fn line(plan: &Plan, figure: &PersonaFigure, texts: &Texts) -> Line {
    let title = plan.kpis.get(&figure.kpi).map(|kpi| kpi.title.clone()).filter(|title| !title.is_empty());
    let nps = figure.answers.answers.nps().filter(|_| !figure.answers.hidden);
    let months = |month| format::month(texts.language, month);
    let since = (texts.personas.since)(&months(*figure.months.start()), &months(*figure.months.end()));
    Line {
        kpi: figure.kpi.as_id().clone(),
        title: title.unwrap_or_else(|| texts.terms.unnamed.to_owned()),
        note: format!("{} · {since}", segments(plan, figure, texts)),
        figure: nps.map_or_else(|| "–".to_owned(), |nps| points(texts, nps.value)),
        certainty: nps.map_or_else(|| (texts.charts.hidden)(SEGMENT_MINIMUM), |nps| certainty(texts, &nps)),
    }
}

/// Names of the segments that the figure rests on.
fn segments(plan: &Plan, figure: &PersonaFigure, texts: &Texts) -> String {
    let Some(dimension) = plan.dimensions.get(&figure.answers.dimension) else { return String::new() };
    let own = dimension.values.iter().filter(|value| figure.answers.values.contains(&value.id));
    own.map(|value| segment_name(dimension, value, texts)).collect::<Vec<_>>().join(", ")
}

/// A score in points: `+13,5`.
pub fn points(texts: &Texts, value: f64) -> String {
    format::signed(texts.language, value, 1)
}

/// Interval and number of answers, and whether these are few: `−2 bis +28 · n = 82`.
fn certainty(texts: &Texts, nps: &Nps) -> String {
    let end = |value| format::signed(texts.language, value, 0);
    let interval = (texts.charts.interval)(&end(nps.interval.0), &end(nps.interval.1));
    let unsure = if nps.is_unsure() { format!(" · {}", texts.kpis.unsure) } else { String::new() };
    format!("{interval} · {}{unsure}", (texts.charts.answers)(&format::count(texts.language, nps.n)))
}
