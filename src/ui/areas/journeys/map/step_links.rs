//! What hangs on the touchpoint of the step that the panel shows: pain points, opportunities, measures and goals.

use super::{changes, step_panel::StepData};
use crate::ui::{
    components::{Button, ButtonKind, EditableText, Icon, IconButton, SectionHead, icons},
    finding::{FindingHandle, StateField, WeightField},
    platform::page,
    workspace::use_texts,
};
use leptos::prelude::*;
use reiseplan::{
    plan::{FindingKey, FindingKind, Goal, Measure, MeasureId, PainPointState, TypedId},
    route::Area,
    texts::{Texts, format},
};
use std::sync::Arc;

/// Most measures shown before the user asks for all.
const MEASURES_SHOWN: usize = 8;

/// The pain points or the opportunities at the step's touchpoint, with their weight and state.
#[component]
pub fn Findings(panel: StepData, kind: FindingKind) -> impl IntoView {
    let texts = use_texts();
    let words = &texts.findings;
    let map = panel.map;
    let keys = Memo::new(move |_| {
        let Some(at) = panel.touchpoint() else { return Vec::new() };
        match kind {
            FindingKind::PainPoint => map.pain_points.with(|all| keys(all.get(&at), |it| it.id.clone().into())),
            FindingKind::Opportunity => map.opportunities.with(|all| keys(all.get(&at), |it| it.id.clone().into())),
        }
    });
    let count = move || count_words(keys.with(Vec::len));
    let adding = RwSignal::new(false);
    let (name, add_button) = match kind {
        FindingKind::PainPoint => ("pain-points", ".panel [data-findings=\"pain-points\"] button"),
        FindingKind::Opportunity => ("opportunities", ".panel [data-findings=\"opportunities\"] button"),
    };
    let add = move |text: String| {
        adding.set(false);
        // The field goes, and what was written stands above: from the button one goes on.
        page::hold_focus(add_button);
        match kind {
            FindingKind::PainPoint => changes::add_pain_point(map, &panel.id(), &text),
            FindingKind::Opportunity => changes::add_opportunity(map, &panel.id(), &text),
        }
    };
    view! {
        <section class="panel-section" data-findings=name>
            <SectionHead title=(words.kinds)(kind) note=Signal::derive(count) ruled=true>
                <Button kind=ButtonKind::Link label=(words.add)(kind) on_press=move |()| adding.set(true) />
            </SectionHead>
            {move || (keys.with(Vec::is_empty) && !adding.get()).then(|| view! { <p class="entry-empty">{(words.none_here)(kind)}</p> })}
            <ul class="pain-list">
                <For each=move || keys.get() key=Clone::clone let:key>
                    <FindingFields panel key />
                </For>
                {move || adding.get().then(|| view! {
                    <li>
                        <EditableText label=(words.kind)(kind) value="" placeholder=(words.kind)(kind) start_editing=true on_commit=add />
                    </li>
                })}
            </ul>
        </section>
    }
}

fn keys<T>(all: Option<&Vec<Arc<T>>>, key: fn(&T) -> FindingKey) -> Vec<FindingKey> {
    all.map(|all| all.iter().map(|it| key(it)).collect()).unwrap_or_default()
}

#[component]
fn FindingFields(panel: StepData, key: FindingKey) -> impl IntoView {
    let texts = use_texts();
    let words = &texts.findings;
    let map = panel.map;
    let kind = key.kind();
    let details = map.workspace.link(Area::Findings, Some(key.as_id()));
    let own = key.clone();
    // As in the list of findings: what nobody has answered yet.
    let is_unanswered = map.workspace.select(move |plan| {
        let is_solved = plan.finding(&own).is_none_or(|finding| finding.state == PainPointState::Solved);
        !is_solved && plan.measures_for(&own).next().is_none()
    });
    let finding = FindingHandle::new(map.workspace, key, map.place());
    let heading = finding.heading(texts);
    view! {
        <li class="pain-fields">
            <EditableText
                label=(words.kind)(kind)
                value=finding.field(|said| said.text.clone())
                placeholder=texts.terms.unnamed
                on_commit=move |text: String| finding.change(|finding| *finding.text = text)
            />
            <div class="pain-fields-row">
                <WeightField finding />
                <StateField finding />
                {move || is_unanswered.get().then(|| view! {
                    <IconButton
                        icon=icons::LuListChecks
                        label=Signal::derive(move || (words.plan_measure_for)(&heading.get()))
                        on_press=move |()| finding.plan_measure()
                    />
                })}
                <a
                    class="icon-button"
                    href=details
                    aria-label=move || (words.details_of)(&heading.get())
                    title=words.details
                >
                    <Icon icon=icons::LuChevronRight />
                </a>
                <IconButton
                    icon=icons::LuTrash2
                    label=Signal::derive(move || (words.delete_named)(&heading.get()))
                    on_press=move |()| finding.delete()
                />
            </div>
        </li>
    }
}

/// A measure as a line: its title, and how far it is.
#[derive(Clone, PartialEq)]
struct MeasureLine {
    id: MeasureId,
    title: String,
    note: String,
}

/// The measures that change the touchpoint, answer its pain points or take its opportunities.
#[component]
pub fn Measures(panel: StepData) -> impl IntoView {
    let texts = use_texts();
    let journeys = &texts.journeys;
    let map = panel.map;
    let all = RwSignal::new(false);
    let measures = map.workspace.select(move |plan| {
        panel.with(plan, |plan, step| {
            let line = |measure: &Arc<Measure>| {
                let end = measure.end.map(|end| (texts.overview.until)(&format::day(texts.language, end)));
                let status = (texts.terms.measure_status)(measure.status).to_owned();
                MeasureLine {
                    id: measure.id.clone(),
                    title: named(&measure.title, texts),
                    note: std::iter::once(status).chain(end).collect::<Vec<_>>().join(" · "),
                }
            };
            let here = step.touchpoint.as_ref().map(|touchpoint| plan.measures_at(touchpoint));
            here.unwrap_or_default().into_iter().map(line).collect::<Vec<_>>()
        })
    });
    let count = Memo::new(move |_| measures.with(Vec::len));
    let shown = move || measures.get().into_iter().take(if all.get() { usize::MAX } else { MEASURES_SHOWN });
    let row = move |line: MeasureLine| {
        view! {
            <li class="row">
                <a class="row-title" dir="auto" href=map.workspace.link(Area::Measures, Some(line.id.as_id()))>{line.title}</a>
                <span class="row-note">{line.note}</span>
            </li>
        }
    };
    view! {
        <section class="panel-section">
            <SectionHead title=journeys.measures note=Signal::derive(move || count_words(count.get())) ruled=true>
                <Button kind=ButtonKind::Link label=journeys.add_measure on_press=move |()| changes::add_measure(map, &panel.id()) />
            </SectionHead>
            {move || (count.get() == 0).then(|| view! { <p class="entry-empty">{journeys.measures_none}</p> })}
            <ul class="row-list">{move || shown().map(row).collect_view()}</ul>
            {move || (count.get() > MEASURES_SHOWN && !all.get()).then(|| view! {
                <Button
                    kind=ButtonKind::Quiet
                    label=(texts.map.work.measures_all)(count.get())
                    on_press=move |()| all.set(true)
                />
            })}
        </section>
    }
}

/// The goals that findings here touch or that measures here serve; nothing where there are none.
#[component]
pub fn Goals(panel: StepData) -> impl IntoView {
    let texts = use_texts();
    let map = panel.map;
    let goals = map.workspace.select(move |plan| {
        panel.with(plan, |plan, step| {
            let line = |goal: &Arc<Goal>| {
                let sub_phase = goal.sub_phase.as_ref().map(|id| plan.sub_phase_name(id, texts));
                (named(&goal.title, texts), sub_phase.unwrap_or_default())
            };
            let here = step.touchpoint.as_ref().map(|touchpoint| plan.goals_at(touchpoint));
            here.unwrap_or_default().into_iter().map(line).collect::<Vec<_>>()
        })
    });
    let row = move |(title, sub_phase): (String, String)| {
        view! {
            <li class="row">
                <a class="row-title" dir="auto" href=map.workspace.link(Area::Strategy, None)>{title}</a>
                <span class="row-note">{sub_phase}</span>
            </li>
        }
    };
    move || match goals.get() {
        goals if goals.is_empty() => ().into_any(),
        goals => view! {
            <section class="panel-section">
                <SectionHead title=texts.strategy.goals note=Signal::stored(count_words(goals.len())) ruled=true />
                <ul class="row-list">{goals.into_iter().map(row).collect_view()}</ul>
            </section>
        }
        .into_any(),
    }
}

fn named(name: &str, texts: &Texts) -> String {
    texts.terms.named(name).to_owned()
}

/// A number after a heading; nothing for none.
fn count_words(count: usize) -> String {
    if count == 0 { String::new() } else { count.to_string() }
}
