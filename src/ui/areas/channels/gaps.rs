//! What is missing, phase by phase: channels that no journey uses, sub-phases that none leads through.

use super::{PageState, channel_name};
use crate::ui::{
    components::{HelpHint, SectionHead, phase_key},
    workspace::{use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::{plan::Phase, texts::Texts};

/// The gaps of a phase in words.
#[derive(Clone, PartialEq)]
struct Line {
    phase: Phase,
    channels: Vec<String>,
    sub_phases: Vec<String>,
}

/// The gaps.
#[component]
pub fn Gaps() -> impl IntoView {
    let workspace = use_workspace();
    let texts: &'static Texts = use_texts();
    let words = &texts.channels;
    let state = expect_context::<PageState>();
    let lines = workspace.select(move |plan| {
        state.matrix.with(|matrix| {
            let line = |gaps: &reiseplan::listing::channels::PhaseGaps| Line {
                phase: gaps.phase,
                channels: gaps.channels.iter().map(|id| channel_name(plan, Some(id), texts)).collect(),
                sub_phases: gaps.sub_phases.iter().map(|id| plan.sub_phase_name(id, texts)).collect(),
            };
            matrix.gaps.iter().map(line).collect::<Vec<_>>()
        })
    });
    let said = |names: Vec<String>, none: &'static str| match names.is_empty() {
        true => view! { <span class="channels-none">{none}</span> }.into_any(),
        false => names.join(", ").into_any(),
    };
    let block = move |line: Line| {
        view! {
            <div class="channels-gap" data-phase=phase_key(line.phase)>
                <h3>{(texts.terms.phase)(line.phase)}</h3>
                <dl>
                    <dt>{words.without_steps}</dt>
                    <dd dir="auto">{said(line.sub_phases, words.without_steps_none)}</dd>
                    <dt>{words.unused}</dt>
                    <dd dir="auto">{said(line.channels, words.unused_none)}</dd>
                </dl>
            </div>
        }
    };
    let help = view! { <HelpHint label=words.gaps title=words.gaps text=words.gaps_help /> }.into_any();
    view! {
        <section>
            <SectionHead title=words.gaps ruled=true help=help />
            {move || match lines.get() {
                lines if lines.is_empty() => view! { <p class="channels-none">{words.steps_none}</p> }.into_any(),
                lines => lines.into_iter().map(block).collect_view().into_any(),
            }}
        </section>
    }
}
