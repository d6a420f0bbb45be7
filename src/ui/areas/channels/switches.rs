//! The changes of channel, breaks first, each with a link to where it happens.

use super::{PageState, channel_name};
use crate::ui::{
    components::{Button, ButtonKind, HelpHint, Pill, SectionHead, phase_key},
    workspace::{use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::{
    listing::channels::{StepPlace, SwitchPlace},
    plan::{ChannelChange, ChannelId, Phase, Plan, StepId},
    texts::Texts,
};

/// Changes that are shown at first.
const SHOWN: usize = 15;

/// A change as a line.
#[derive(Clone, PartialEq)]
struct Line {
    at: StepPlace,
    /// From which channels to which.
    channels: String,
    /// From which step to which.
    steps: String,
    journey: String,
    why: &'static str,
    is_break: bool,
    phase: Option<Phase>,
}

fn line(plan: &Plan, place: &SwitchPlace, texts: &Texts) -> Option<Line> {
    let words = &texts.channels;
    let named = |name: String| texts.terms.named(&name).to_owned();
    let names = |ids: &[ChannelId]| ids.iter().map(|id| channel_name(plan, Some(id), texts)).collect::<Vec<_>>().join(", ");
    let heading = |step: &StepId| plan.step(&place.at.journey, step).map(|step| named(plan.step_heading(step)));
    let is_break = place.switch.is_break();
    Some(Line {
        channels: (words.from_to)(&names(&place.switch.from), &names(&place.switch.to)),
        steps: (words.between)(&heading(&place.from)?, &heading(&place.at.step)?),
        journey: named(plan.journeys.get(&place.at.journey)?.title.clone()),
        why: match (place.switch.reason, place.switch.goes_offline) {
            (Some(ChannelChange::Forced), true) => words.break_offline,
            (Some(ChannelChange::Forced), false) => words.forced,
            (Some(ChannelChange::Chosen), _) => words.chosen,
            (None, _) => words.unsaid,
        },
        is_break,
        phase: plan.phase_of(place.sub_phase.as_ref()),
        at: place.at.clone(),
    })
}

/// The changes.
#[component]
pub fn Switches() -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.channels;
    let state = expect_context::<PageState>();
    let lines = workspace.select(move |plan| {
        let places = |matrix: &reiseplan::listing::channels::ChannelMatrix| {
            matrix.switches.iter().filter_map(|place| line(plan, place, texts)).collect::<Vec<_>>()
        };
        state.matrix.with(places)
    });
    let note = move || {
        state.matrix.with(|matrix| {
            let breaks = matrix.switches.iter().filter(|place| place.switch.is_break());
            let offline = breaks.clone().filter(|place| place.switch.goes_offline).count();
            let unsaid = matrix.switches.iter().filter(|place| place.switch.reason.is_none()).count();
            (words.breaks_note)(breaks.count(), offline, unsaid)
        })
    };
    let all = RwSignal::new(false);
    let limit = move || if all.get() || workspace.printing.get() { usize::MAX } else { SHOWN };
    let row = move |line: Line| {
        let phase = line.phase.map(phase_key);
        let pill = match line.is_break {
            true => view! { <Pill label=line.why warning=true /> },
            false => view! { <Pill label=line.why /> },
        };
        view! {
            <li class="row">
                <span class="row-title" dir="auto">{line.channels}</span>
                <span class="row-figure">{pill}</span>
                <span class="row-note channels-where" dir="auto" data-phase=phase>
                    <a href=workspace.step_link(&line.at.journey, &line.at.step)>{line.steps}</a>
                    " · "
                    {line.journey}
                </span>
            </li>
        }
    };
    let help = view! { <HelpHint label=words.switches title=words.switches text=words.switches_help /> }.into_any();
    view! {
        <section>
            <SectionHead title=words.switches note=Signal::derive(note) ruled=true help=help />
            {move || match lines.get() {
                lines if lines.is_empty() => view! { <p class="channels-none">{words.switches_none}</p> }.into_any(),
                lines => {
                    let rest = lines.len().saturating_sub(limit());
                    view! {
                        <ul class="row-list">{lines.into_iter().take(limit()).map(row).collect_view()}</ul>
                        {(rest > 0).then(|| view! {
                            <Button kind=ButtonKind::Link label=(words.more_switches)(rest) on_press=move |()| all.set(true) />
                        })}
                    }
                    .into_any()
                }
            }}
        </section>
    }
}
