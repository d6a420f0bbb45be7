//! The slides: the whole journey, a stage, a touchpoint.

use super::{
    present::{Deck, Show},
    shapes::drawing,
    slide_parts::{Figure, Figures, block, channel_names},
};
use crate::ui::{
    components::{Icon, icons, phase_key},
    workspace::use_texts,
};
use leptos::prelude::*;
use reiseplan::{
    figures::{
        journey::{emotion_figures, mean_felt},
        target::partners,
    },
    picture::{CourseStyle, Slide, course},
    plan::{JourneyKind, LaneKind, PainPointState, Step},
    texts::format,
};
use std::sync::Arc;

/// Width of a narrow screen in CSS pixels, as in the style sheet.
const NARROW: f64 = 640.0;

/// The journey at a glance.
#[component]
pub fn OverviewSlide(show: Show) -> impl IntoView {
    let texts = use_texts();
    let words = &texts.output.present;
    let picture = move || {
        let (width, height) = show.size.get();
        let is_narrow = width < NARROW;
        let style = CourseStyle {
            width: (width - if is_narrow { 32.0 } else { 128.0 }).max(280.0),
            height: (height * 0.46).clamp(220.0, 560.0),
            type_size: if is_narrow { 12.0 } else { (width / 84.0).clamp(14.0, 24.0) },
            mark: None,
            named: true,
        };
        show.deck.with_value(|deck| drawing(&course(&deck.view(), style)))
    };
    show.deck.with_value(|deck| {
        let steps: Vec<_> = deck.journey.steps().cloned().collect();
        let stages = deck.journey.stages.iter().enumerate().map(|(index, stage)| {
            let phase = deck.plan.phase_of(stage.sub_phase.as_ref()).map(phase_key);
            view! {
                <li data-phase=phase>
                    <button type="button" class="slide-jump" dir="auto" on:click=move |_| show.go_to(Slide::Stage(index))>{deck.stage(index)}</button>
                </li>
            }
        });
        let stages = stages.collect_view();
        let personas = deck.journey.personas.iter().filter_map(|id| deck.plan.personas.get(id));
        let personas = personas.map(|persona| deck.named(&persona.name)).collect::<Vec<_>>().join(", ");
        let personas = if personas.is_empty() { texts.journeys.no_persona.to_owned() } else { personas };
        view! {
            <div class="slide slide-overview">
                <p class="slide-kicker" dir="auto">{(texts.terms.journey_kind)(deck.journey.kind)}" · "{personas}</p>
                <h2 class="slide-title" dir="auto">{deck.title()}</h2>
                <div class="slide-course">{picture}</div>
                <Figures figures=figures(deck, &steps) />
                <nav aria-label=words.stages><ol class="slide-stages">{stages}</ol></nav>
            </div>
        }
    })
}

/// A stage with its steps.
#[component]
pub fn StageSlide(show: Show, stage: usize) -> impl IntoView {
    let texts = use_texts();
    let words = &texts.output.present;
    show.deck.with_value(|deck| {
        let Some(own) = deck.journey.stages.get(stage) else { return ().into_any() };
        let phase = deck.plan.phase_of(own.sub_phase.as_ref());
        let steps = own.steps.iter().enumerate().map(|(index, step)| {
            let felt = step.felt(None);
            let value = felt.map(|felt| format::signed(texts.language, felt, 1));
            let tone = felt.map(tone);
            view! {
                <li>
                    <button
                        type="button"
                        class="slide-station"
                        data-filled=step.moment_of_truth.then_some("")
                        on:click=move |_| show.go_to(Slide::Step(stage, index))
                    >
                        <span class="slide-station-stop" aria-hidden="true"></span>
                        <span class="slide-station-name" dir="auto">{deck.step(stage, index)}</span>
                        <span class="slide-station-channels" dir="auto">{channel_names(deck, step)}</span>
                        {value.map(|value| view! { <span class="slide-station-value" data-tone=tone>{value}</span> })}
                    </button>
                </li>
            }
        });
        let steps = steps.collect_view();
        let of = (words.place)(stage + 1, deck.journey.stages.len());
        view! {
            <div class="slide slide-stage" data-phase=phase.map(phase_key)>
                <p class="slide-kicker">
                    {(words.stage)(&of)}
                    {phase.map(|phase| view! { " · " {(texts.terms.phase)(phase)} })}
                </p>
                <h2 class="slide-title slide-phase" dir="auto">{deck.stage(stage)}</h2>
                <ol class="slide-stations">{steps}</ol>
                <Figures figures=figures(deck, &own.steps) />
            </div>
        }
        .into_any()
    })
}

/// What a course comes to, for a stage or all.
fn figures(deck: &Deck, steps: &[Arc<Step>]) -> Vec<Figure> {
    let (texts, words) = (deck.texts, &deck.texts.output.present);
    let signed = |value: f64| format::signed(texts.language, value, 1);
    let mut figures = Vec::new();
    let of_curve = emotion_figures(&steps.iter().map(|step| step.emotion).collect::<Vec<_>>());
    let is_whole = steps.len() == deck.journey.steps().count();
    let moods = [
        (words.mood, mean_felt(steps.iter(), None)),
        (words.peak_end, of_curve.filter(|_| is_whole).map(|found| found.peak_end)),
    ];
    for (name, value) in moods {
        figures.extend(value.map(|value| Figure { name, value: signed(value), tone: (value < 0.0).then_some("bad") }));
    }
    let at = |touchpoints: &[reiseplan::plan::TouchpointId]| {
        steps.iter().any(|step| step.touchpoint.as_ref().is_some_and(|id| touchpoints.contains(id)))
    };
    let unsolved =
        deck.plan.pain_points.iter().filter(|pain| pain.state != PainPointState::Solved && at(&pain.touchpoints)).count();
    let switches = deck.plan.channel_switches(&deck.journey);
    let breaks = switches.iter().filter(|(id, switch)| switch.is_break() && steps.iter().any(|step| step.id == *id)).count();
    for (name, count) in [(words.unsolved_pains, unsolved), (words.breaks, breaks)] {
        figures.push(Figure { name, value: format::count(texts.language, count as u64), tone: (count > 0).then_some("bad") });
    }
    figures
}

/// Whether a feeling is good or bad.
fn tone(felt: f64) -> &'static str {
    if felt < 0.0 {
        "bad"
    } else if felt > 0.0 {
        "good"
    } else {
        "neutral"
    }
}

/// A touchpoint with all that the map shows of it.
#[component]
pub fn StepSlide(show: Show, stage: usize, step: usize) -> impl IntoView {
    let texts = use_texts();
    let words = &texts.output.present;
    show.deck.with_value(|deck| {
        let Some(own) = deck.journey.stages.get(stage) else { return ().into_any() };
        let Some(shown) = own.steps.get(step).cloned() else { return ().into_any() };
        let phase = deck.plan.phase_of(own.sub_phase.as_ref()).map(phase_key);
        let lead_lane = deck.lanes.iter().find(|lane| lane.kind == LaneKind::Text && shown.texts.contains_key(&lane.id));
        let lead = lead_lane.and_then(|lane| shown.texts.get(&lane.id).cloned());
        let blocks: Vec<AnyView> = deck
            .lanes
            .iter()
            .filter(|lane| lead_lane.is_none_or(|lead| lead.id != lane.id))
            .filter_map(|lane| block(deck, lane, &shown))
            .collect();
        let is_bare = lead.is_none() && blocks.is_empty();
        let has_mood = deck.lanes.iter().any(|lane| lane.kind == LaneKind::Emotion);
        let truth = shown.moment_of_truth.then(|| {
            view! { <p class="slide-truth"><Icon icon=icons::LuStar />{texts.journeys.moment_of_truth}</p> }
        });
        view! {
            <div class="slide slide-step" data-phase=phase>
                <p class="slide-kicker slide-phase" dir="auto">{deck.stage(stage)}</p>
                <div class="slide-step-body">
                    <div class="slide-step-main">
                        <h2 class="slide-title" dir="auto">{deck.step(stage, step)}</h2>
                        {truth}
                        {lead.map(|lead| view! { <p class="slide-lead" dir="auto">{lead}</p> })}
                        {is_bare.then(|| view! { <p class="slide-nothing">{words.nothing}</p> })}
                    </div>
                    {has_mood.then(|| mood(show, deck, &shown, deck.column(stage, step)))}
                </div>
                <div class="slide-blocks">{blocks}</div>
            </div>
        }
        .into_any()
    })
}

/// How customers feel at a step, and where it stands in the course of the journey.
fn mood(show: Show, deck: &Deck, step: &Step, column: usize) -> AnyView {
    let texts = deck.texts;
    let felt = step.felt(None);
    let value = felt.map_or_else(|| "–".to_owned(), |felt| format::signed(texts.language, felt, 1));
    let words = felt.map_or(texts.journeys.emotion_none, |_| (texts.journeys.lane)("emotion").unwrap_or_default());
    let personas = deck.plan.emotion_personas(&deck.journey).into_iter().filter_map(|persona| {
        let own = step.emotion_of(Some(&persona.id))?.value();
        let value = format::signed(texts.language, own, 1);
        Some(view! { <li data-tone=tone(own)><span dir="auto">{deck.named(&persona.name)}</span>" "<b>{value}</b></li> })
    });
    let personas: Vec<_> = personas.collect();
    let personas = (!personas.is_empty()).then(|| view! { <ul class="slide-mood-personas">{personas}</ul> });
    let picture = move || {
        let (width, height) = show.size.get();
        let style = CourseStyle {
            width: if width < NARROW { (width - 32.0).max(280.0) } else { (width * 0.3).clamp(280.0, 560.0) },
            height: (height * 0.2).clamp(120.0, 220.0),
            type_size: 12.0,
            mark: Some(column),
            named: false,
        };
        show.deck.with_value(|deck| drawing(&course(&deck.view(), style)))
    };
    let gain = gain(deck, step);
    view! {
        <aside class="slide-mood">
            <p class="slide-mood-value" data-tone=felt.map(tone)>
                <span class="slide-mood-figure">{value}</span>
                <span class="slide-mood-name">{words}</span>
            </p>
            {gain}
            {personas}
            {picture}
        </aside>
    }
    .into_any()
}

/// How the emotion differs in the other journey.
fn gain(deck: &Deck, step: &Step) -> Option<AnyView> {
    let other = deck.other.as_ref()?;
    let is_target = deck.journey.kind == JourneyKind::ToBe;
    let partner = partners(&deck.journey, other).remove(&step.id)?.emotion?.value();
    let own = step.emotion?.value();
    let texts = deck.texts;
    let signed = |value: f64| format::signed(texts.language, value, 1);
    let (name, difference) =
        if is_target { (texts.map.legend_as_is, own - partner) } else { (texts.map.legend_to_be, partner - own) };
    let words = (texts.output.present.gain)(name, &signed(partner));
    let shown = match difference {
        0.0 => words,
        _ => format!("{words} ({} {})", if difference > 0.0 { "▲" } else { "▼" }, signed(difference)),
    };
    Some(view! { <p class="slide-gain" data-tone=tone(difference)>{shown}</p> }.into_any())
}
