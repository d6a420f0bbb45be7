//! The panel with the steps of a cell of the matrix.

use super::{CellPlace, PageState, channel_name, sub_phase_name};
use crate::ui::{
    components::Panel,
    platform::page,
    workspace::{use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::{
    listing::channels::{ChannelCell, StepPlace},
    plan::{PersonaId, Plan},
    texts::{Texts, format},
};

/// A step as a line.
#[derive(Clone, PartialEq)]
struct Line {
    at: StepPlace,
    heading: String,
    journey: String,
    mood: Option<String>,
}

/// What the panel shows.
#[derive(Clone, Default, PartialEq)]
struct Shown {
    title: String,
    mood: Option<String>,
    lines: Vec<Line>,
}

fn line(plan: &Plan, at: &StepPlace, persona: Option<&PersonaId>, texts: &Texts) -> Option<Line> {
    let named = |name: String| texts.terms.named(&name).to_owned();
    let (journey, step) = (plan.journeys.get(&at.journey)?, plan.step(&at.journey, &at.step)?);
    Some(Line {
        at: at.clone(),
        heading: named(plan.step_heading(step)),
        journey: named(journey.title.clone()),
        mood: step.felt(persona).map(|felt| format::signed(texts.language, felt, 1)),
    })
}

fn shown(plan: &Plan, state: PageState, place: &CellPlace, texts: &Texts) -> Shown {
    let words = &texts.channels;
    let channel = channel_name(plan, place.channel.as_ref(), texts);
    let persona = state.scope.with(|scope| scope.persona.clone());
    state.matrix.with(|matrix| {
        let row: &[ChannelCell] = match &place.channel {
            None => &matrix.without,
            Some(id) => matrix.channels.iter().find(|(own, _)| own == id).map(|(_, cells)| cells.as_slice()).unwrap_or_default(),
        };
        let cells: Vec<&ChannelCell> = match place.column {
            Some(column) => row.get(column).into_iter().collect(),
            None => row.iter().collect(),
        };
        let mood = match cells[..] {
            [cell] => cell.mood.map(|mood| (words.mood)(&format::signed(texts.language, mood, 1))),
            _ => None,
        };
        let sub_phase = place.column.and_then(|column| matrix.sub_phases.get(column));
        Shown {
            title: sub_phase
                .map_or_else(|| channel.clone(), |id| (words.cell_title)(&channel, &sub_phase_name(plan, id.as_ref(), texts))),
            mood,
            lines: cells.iter().flat_map(|cell| &cell.steps).filter_map(|at| line(plan, at, persona.as_ref(), texts)).collect(),
        }
    })
}

/// The panel.
#[component]
pub fn Steps(place: CellPlace) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.channels;
    let state = expect_context::<PageState>();
    let shown = workspace.select(move |plan| shown(plan, state, &place, texts));
    let title = Signal::derive(move || shown.with(|shown| shown.title.clone()));
    let facts = move || {
        let (count, mood) = shown.with(|shown| (shown.lines.len(), shown.mood.clone()));
        std::iter::once((words.steps)(count)).chain(mood).collect::<Vec<_>>().join(" · ")
    };
    let row = move |line: Line| {
        view! {
            <li class="row">
                <a class="row-title" dir="auto" href=workspace.step_link(&line.at.journey, &line.at.step)>{line.heading}</a>
                <span class="row-figure">{line.mood}</span>
                <span class="row-note" dir="auto">{line.journey}</span>
            </li>
        }
    };
    page::focus_soon(".panel".to_owned());
    let close = move |()| {
        state.chosen.set(None);
        page::focus_soon(".channels-matrix [tabindex=\"0\"]".to_owned());
    };
    view! {
        <Panel label=title close_label=texts.shell.close on_close=close>
            <h2 class="panel-title channels-panel-title">{title}</h2>
            <p class="channels-panel-facts">{facts}</p>
            <div class="panel-section">
                {move || match shown.with(|shown| shown.lines.clone()) {
                    lines if lines.is_empty() => view! { <p class="channels-none">{words.steps_none}</p> }.into_any(),
                    lines => view! { <ul class="row-list">{lines.into_iter().map(row).collect_view()}</ul> }.into_any(),
                }}
            </div>
        </Panel>
    }
}
