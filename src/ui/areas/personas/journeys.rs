//! The journeys that a persona is chosen for, with how they feel.

use super::ShownPersona;
use crate::ui::{
    components::{EmotionCurve, IconButton, Picker, SectionHead, icons},
    workspace::{use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::{
    editor::{Label, Noun, Verb},
    figures::journey::mean_felt,
    plan::{Journey, JourneyId, JourneyKind, TypedId},
    route::Area,
    texts::format,
};

/// A journey as a line.
#[derive(Clone, PartialEq)]
struct Line {
    id: JourneyId,
    title: String,
    kind: JourneyKind,
    /// How each step feels to the persona.
    felt: Vec<Option<f64>>,
    mood: Option<f64>,
}

/// The journeys, and a field to choose the persona for others.
#[component]
pub fn Journeys(shown: ShownPersona) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.personas;
    let named = |title: &str| texts.terms.named(title).to_owned();
    let lines = shown.select(move |plan, persona| {
        let own = plan.journeys.iter().filter(|journey| journey.personas.contains(&persona.id));
        let line = |journey: &std::sync::Arc<Journey>| Line {
            id: journey.id.clone(),
            title: named(&journey.title),
            kind: journey.kind,
            felt: journey.steps().map(|step| step.felt(Some(&persona.id))).collect(),
            mood: mean_felt(journey.steps(), Some(&persona.id)),
        };
        own.map(line).collect::<Vec<_>>()
    });
    let others = shown.select(move |plan, persona| {
        let others = plan.journeys.iter().filter(|journey| !journey.personas.contains(&persona.id));
        others.map(|journey| (journey.id.to_string(), named(&journey.title))).collect::<Vec<_>>()
    });
    let choose = move |id: String| {
        if let Ok(id) = JourneyId::try_from(id.as_str()) {
            shown.edit(Label::new(Verb::Change, Noun::Journey), |plan, persona| {
                plan.journeys.update(&id, |journey| journey.personas.push(persona.clone()));
            });
        }
    };
    let leave = move |id: JourneyId| {
        shown.edit(Label::new(Verb::Change, Noun::Journey), |plan, persona| {
            plan.journeys.update(&id, |journey| journey.personas.retain(|own| own != persona));
        });
    };
    let row = move |line: Line| {
        let mean = line.mood.map(|mood| format::signed(texts.language, mood, 1));
        let id = line.id.clone();
        view! {
            <li class="row persona-journey">
                <a class="row-title" dir="auto" href=workspace.link(Area::Journeys, Some(line.id.as_id()))>{line.title.clone()}</a>
                <span class="persona-journey-curve"><EmotionCurve felt=Signal::stored(line.felt) /></span>
                <span class="row-figure">
                    {match mean {
                        Some(mean) => view! { <span class="visually-hidden">{words.mood}" "</span><b>{mean}</b> }.into_any(),
                        None => view! { <span class="row-note">{words.no_mood}</span> }.into_any(),
                    }}
                </span>
                <IconButton
                    small=true
                    icon=icons::LuX
                    label=(words.journey_remove)(&line.title)
                    on_press=move |()| leave(id.clone())
                />
                <span class="row-note">{(texts.terms.journey_kind)(line.kind)}</span>
            </li>
        }
    };
    let has_others = Memo::new(move |_| others.with(|others| !others.is_empty()));
    view! {
        <section class="persona-section">
            <SectionHead title=words.journeys note=words.mood ruled=true />
            {move || match lines.get() {
                lines if lines.is_empty() => view! { <p class="entry-empty">{words.journeys_none}</p> }.into_any(),
                lines => view! { <ul class="row-list">{lines.into_iter().map(row).collect_view()}</ul> }.into_any(),
            }}
            {move || has_others.get().then(|| view! {
                <div class="persona-choose no-print">
                    <Picker
                        label=words.journey_add
                        label_hidden=true
                        placeholder=words.journey_add
                        options=others
                        on_pick=choose
                        none_label=words.journey_missing
                    />
                </div>
            })}
        </section>
    }
}
