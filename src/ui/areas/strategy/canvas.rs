//! The canvas: the lifecycle as a line, and below it for each phase what is known and planned.

use super::sub_phase::{SubPhaseColumn, heading_id};
use crate::ui::{
    components::{Button, ButtonKind, EmptyState, LinkButton, PhaseLine, Station, icons, phase_key},
    platform::page,
    workspace::{use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::{
    plan::{Phase, Plan, SubPhaseId},
    route::Area,
    texts::Texts,
};

/// The canvas.
#[component]
pub fn Canvas() -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.strategy;
    let stations = workspace.select(move |plan| stations(plan, texts));
    let selected = RwSignal::new(None::<String>);
    let pick = move |id: String| {
        if let Ok(sub_phase) = SubPhaseId::try_from(id.as_str()) {
            page::reveal(&heading_id(&sub_phase));
        }
        selected.set(Some(id));
    };
    let has_stations = Memo::new(move |_| stations.with(|stations| !stations.is_empty()));
    let strays = workspace.select(|plan| {
        plan.goals.iter().any(|goal| goal.sub_phase.is_none())
            || plan.weaknesses.iter().any(|weakness| weakness.sub_phase.is_none())
            || plan.measures.iter().any(|measure| measure.sub_phase.is_none())
    });
    let line = move || match has_stations.get() {
        true => view! { <PhaseLine label=words.jump stations on_pick=pick selected /> }.into_any(),
        false => view! {
            <EmptyState icon=icons::LuRoute title=words.no_sub_phases_title text=words.no_sub_phases_text>
                <LinkButton label=words.to_settings href=workspace.link(Area::Settings, None) />
            </EmptyState>
        }
        .into_any(),
    };
    view! {
        {line}
        <FirstStep />
        {Phase::ALL.map(|phase| view! { <PhaseSection phase /> }).collect_view()}
        {move || {
            strays
                .get()
                .then(|| {
                    view! {
                        <div class="strategy-phase">
                            <div class="strategy-columns"><SubPhaseColumn id=None first=false /></div>
                        </div>
                    }
                })
        }}
    }
}

/// The line's stations, with the phase above the first of each.
fn stations(plan: &Plan, texts: &Texts) -> Vec<Station> {
    let of_phase = |phase: Phase| plan.sub_phases.iter().filter(move |sub_phase| sub_phase.phase == phase);
    let station = |(at, sub_phase): (usize, &std::sync::Arc<reiseplan::plan::SubPhase>)| Station {
        id: sub_phase.id.to_string(),
        label: plan.sub_phase_name(&sub_phase.id, texts),
        phase: sub_phase.phase,
        group: (at == 0).then(|| (texts.terms.phase)(sub_phase.phase).to_owned()),
        filled: false,
    };
    Phase::ALL.into_iter().flat_map(|phase| of_phase(phase).enumerate().map(station)).collect()
}

/// Says what to do first, as long as nothing is written.
#[component]
fn FirstStep() -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.strategy;
    let first = workspace.select(move |plan| {
        let is_empty = plan.goals.is_empty()
            && plan.weaknesses.is_empty()
            && plan.measures.is_empty()
            && plan.sub_phases.iter().all(|sub_phase| sub_phase.customer.is_empty());
        let first = plan.sub_phases.ids().next().filter(|_| is_empty)?;
        Some((first.clone(), plan.sub_phase_name(first, texts)))
    });
    move || {
        first.get().map(|(id, name)| {
            let begin = move |()| {
                let heading = format!("#{}", heading_id(&id));
                page::reveal(&heading_id(&id));
                page::focus(&format!("{heading} ~ .sub-phase-block .editable-text"));
            };
            view! {
                <EmptyState icon=icons::LuCompass title=words.first_title text=words.first_text>
                    <Button kind=ButtonKind::Secondary label=(words.first_step)(&name) on_press=begin />
                </EmptyState>
            }
        })
    }
}

/// A phase with a column for each of its sub-phases.
#[component]
fn PhaseSection(phase: Phase) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let ids = workspace.select(move |plan| -> Vec<SubPhaseId> {
        plan.sub_phases.iter().filter(|sub_phase| sub_phase.phase == phase).map(|sub_phase| sub_phase.id.clone()).collect()
    });
    let heading = format!("phase-{}", phase_key(phase));
    move || {
        let heading = heading.clone();
        ids.with(|ids| !ids.is_empty()).then(move || {
            let column = move |(at, id): (usize, SubPhaseId)| view! { <SubPhaseColumn id=Some(id) first={at == 0} /> };
            view! {
                <section class="strategy-phase" data-phase=phase_key(phase) aria-labelledby=heading.clone()>
                    <h2 id=heading.clone()>{(texts.terms.phase)(phase)}</h2>
                    <div class="strategy-columns">
                        <For
                            each=move || ids.get().into_iter().enumerate()
                            key=|(at, id)| (*at == 0, id.clone())
                            children=column
                        />
                    </div>
                </section>
            }
        })
    }
}
