//! What data say about the customers whom a persona stands for.

use super::{ShownPersona, facts::segment_name};
use crate::ui::{
    components::{HelpHint, SectionHead},
    workspace::{use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::{
    charts::kpi::style,
    figures::persona::{PersonaFigure, persona_figures},
    plan::{Id, Persona, Plan, TypedId},
    route::Area,
    texts::{Texts, figures::certainty, format},
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
    let has_segment = shown.signal(|persona: &Persona| !persona.segments.is_empty());
    let help = view! { <HelpHint label=words.figures title=words.figures text=words.figures_help /> }.into_any();
    // What holds for all figures is said once.
    let common = Memo::new(move |_| {
        lines.with(|lines| {
            let note = &lines.first()?.note;
            lines.iter().all(|line| line.note == *note).then(|| note.clone())
        })
    });
    let row = move |line: Line| {
        let note = move || common.with(Option::is_none).then(|| line.note.clone());
        view! {
            <li class="row">
                <a class="row-title" dir="auto" href=workspace.link(Area::Kpis, Some(&line.kpi))>{line.title}</a>
                <span class="row-figure persona-figure">{line.figure}</span>
                <span class="row-note" dir="auto">{note}</span>
                <span class="row-figure persona-certainty">{line.certainty}</span>
            </li>
        }
    };
    view! {
        <section class="persona-section">
            <SectionHead title=words.figures note=Signal::derive(move || common.get().unwrap_or_default()) ruled=true help=help />
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
    let title = plan.kpis.get(&figure.kpi).map(|kpi| kpi.title.as_str()).unwrap_or_default();
    let value = figure.measured.measured.figure().filter(|_| !figure.measured.hidden);
    let style = style(plan, &figure.kpi);
    let hidden = || (texts.charts.hidden)(plan.profile().segment_minimum.into());
    let months = |month| format::month(texts.language, month);
    let since = (texts.personas.since)(&months(*figure.months.start()), &months(*figure.months.end()));
    Line {
        kpi: figure.kpi.as_id().clone(),
        title: texts.terms.named(title).to_owned(),
        note: format!("{} · {since}", segments(plan, figure, texts)),
        figure: value.map_or_else(|| "–".to_owned(), |value| style.value(texts.language, value.value)),
        certainty: value.map_or_else(hidden, |value| certainty(texts, &style, &value)),
    }
}

/// Names of the segments that the figure rests on.
fn segments(plan: &Plan, figure: &PersonaFigure, texts: &Texts) -> String {
    let Some(dimension) = plan.dimensions.get(&figure.measured.dimension) else { return String::new() };
    let own = dimension.values.iter().filter(|value| figure.measured.values.contains(&value.id));
    own.map(|value| segment_name(dimension, value, texts)).collect::<Vec<_>>().join(", ")
}
