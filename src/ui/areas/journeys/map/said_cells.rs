//! The cells of lanes with something other than plain text: expectation, duration, experience, decisions, proof.

use super::state::MapState;
use crate::ui::{
    components::{Glyph, Icon, icons},
    workspace::use_texts,
};
use leptos::prelude::*;
use reiseplan::{
    plan::{Evidence, ExperienceLevel, Fulfilment, LaneId, Step, Strength},
    sheet::duration_text,
};
use std::sync::Arc;

/// The step that a cell shows.
type StepSignal = ArcRwSignal<Arc<Step>>;

/// What customers expect, and whether it is fulfilled.
#[component]
pub fn Expectation(step: StepSignal, lane: LaneId) -> impl IntoView {
    let words = &use_texts().map;
    let read = step.clone();
    let text = move || read.with(|step| step.texts.get(&lane).cloned());
    let mark = move || {
        let fulfilment = step.with(|step| step.fulfilment)?;
        Some(view! {
            <span class="fulfilment" data-fulfilment=fulfilment_key(fulfilment)>
                <Icon icon=fulfilment_icon(fulfilment) />
                {(words.fulfilment)(fulfilment)}
            </span>
        })
    };
    view! {
        <span class="map-text-part" dir="auto">{text}</span>
        {mark}
    }
}

fn fulfilment_key(fulfilment: Fulfilment) -> &'static str {
    match fulfilment {
        Fulfilment::Missed => "missed",
        Fulfilment::Met => "met",
        Fulfilment::Exceeded => "exceeded",
    }
}

fn fulfilment_icon(fulfilment: Fulfilment) -> Glyph {
    match fulfilment {
        Fulfilment::Missed => icons::LuX,
        Fulfilment::Met => icons::LuCheck,
        Fulfilment::Exceeded => icons::LuCheckCheck,
    }
}

/// How long a step takes.
#[component]
pub fn Duration(step: StepSignal) -> impl IntoView {
    let texts = use_texts();
    move || step.with(|step| step.duration.map(|duration| duration_text(texts, duration)))
}

/// How strongly each level of the experience is felt, as bars.
#[component]
pub fn Experience(step: StepSignal) -> impl IntoView {
    let words = &use_texts().map;
    let bar = |(level, strength): (ExperienceLevel, Strength)| {
        let name = (words.level)(level);
        let said = (words.strength)(name, strength.value());
        let width = format!("{}%", f64::from(strength.value()) * 100.0 / f64::from(Strength::MAX));
        view! {
            <span class="level" role="img" aria-label=said.clone() title=said>
                <span class="level-name" aria-hidden="true">{name}</span>
                <span class="level-bar" aria-hidden="true"><span style:inline-size=width></span></span>
            </span>
        }
    };
    move || {
        let judged = step.with(|step| step.experience.clone());
        judged.into_iter().map(bar).collect_view()
    }
}

/// Whether the relation is decided here.
#[component]
pub fn Truth(step: StepSignal) -> impl IntoView {
    let words = &use_texts().journeys;
    move || {
        step.with(|step| step.moment_of_truth)
            .then(|| view! { <span class="map-channel map-truth"><Icon icon=icons::LuStar /><span>{words.moment_of_truth}</span></span> })
    }
}

/// The department that owns the touchpoint of a step.
#[component]
pub fn Department(step: StepSignal) -> impl IntoView {
    let map = expect_context::<MapState>();
    let nobody = use_texts().journeys.department_none;
    let name = Memo::new(move |_| {
        let touchpoint = step.with(|step| step.touchpoint.clone())?;
        let department = map.touchpoints.with(|table| table.0.get(&touchpoint)?.department.clone())?;
        map.departments.with(|table| table.0.get(&department).map(|department| department.name.clone()))
    });
    move || match name.get() {
        Some(name) => name.into_any(),
        None => view! { <span class="lack">{nobody}</span> }.into_any(),
    }
}

/// The icon of what a description rests on.
fn evidence_icon(evidence: Evidence) -> Glyph {
    match evidence {
        Evidence::Assumption => icons::LuCircleDashed,
        Evidence::Observation => icons::LuEye,
        Evidence::Interview => icons::LuMessageSquareQuote,
        Evidence::Survey => icons::LuChartColumn,
        Evidence::BehaviourData => icons::LuActivity,
        Evidence::Staff => icons::LuUsers,
    }
}

/// What the description of a step rests on.
#[component]
pub fn EvidenceMark(step: StepSignal) -> impl IntoView {
    let terms = &use_texts().terms;
    move || {
        let evidence = step.with(|step| step.evidence)?;
        Some(
            view! { <span class="map-channel"><Icon icon=evidence_icon(evidence) /><span>{(terms.evidence)(evidence)}</span></span> },
        )
    }
}
