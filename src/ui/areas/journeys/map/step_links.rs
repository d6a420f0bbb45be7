//! What hangs on the touchpoint of the step that the panel shows: pain points, opportunities and measures.

use super::{changes, step_panel::StepData};
use crate::ui::{
    components::{Button, ButtonKind, EditableText, Icon, IconButton, SectionHead, icons},
    finding::{FindingHandle, StateField, WeightField},
    workspace::use_texts,
};
use leptos::prelude::*;
use reiseplan::{
    plan::{FindingKey, FindingKind, TypedId},
    route::Area,
    texts::format,
};
use std::sync::Arc;

/// Most measures shown.
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
    let count = move || keys.with(|keys| if keys.is_empty() { String::new() } else { keys.len().to_string() });
    let adding = RwSignal::new(false);
    let add = move |text: String| {
        adding.set(false);
        match kind {
            FindingKind::PainPoint => changes::add_pain_point(map, &panel.id(), &text),
            FindingKind::Opportunity => changes::add_opportunity(map, &panel.id(), &text),
        }
    };
    view! {
        <section class="panel-section">
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
    let finding = FindingHandle::new(map.workspace, key, map.place(panel.id().as_str()));
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

/// The measures that change the touchpoint or answer its pain points.
#[component]
pub fn Measures(panel: StepData) -> impl IntoView {
    let texts = use_texts();
    let journeys = &texts.journeys;
    let map = panel.map;
    let measures = map.workspace.select(move |plan| {
        panel.with(plan, |plan, step| {
            let Some(touchpoint) = &step.touchpoint else { return Vec::new() };
            let pains: Vec<_> = plan.pain_points_at(touchpoint).map(|pain_point| &pain_point.id).collect();
            let here = plan.measures.iter().filter(|measure| {
                measure.touchpoints.contains(touchpoint) || measure.pain_points.iter().any(|id| pains.contains(&id))
            });
            here.take(MEASURES_SHOWN)
                .map(|measure| (measure.id.clone(), measure.title.clone(), measure.status, measure.end))
                .collect()
        })
    });
    view! {
        <section class="panel-section">
            <SectionHead title=journeys.measures ruled=true>
                <Button kind=ButtonKind::Link label=journeys.add_measure on_press=move |()| changes::add_measure(map, &panel.id()) />
            </SectionHead>
            {move || measures.with(Vec::is_empty).then(|| view! { <p class="entry-empty">{journeys.measures_none}</p> })}
            <ul class="row-list">
                {move || {
                    measures
                        .get()
                        .into_iter()
                        .map(|(id, title, status, end)| {
                            let end = end.map(|end| format!(" · {}", (texts.overview.until)(&format::day(texts.language, end)))).unwrap_or_default();
                            view! {
                                <li class="row">
                                    <a class="row-title" dir="auto" href=map.workspace.link(Area::Measures, Some(id.as_id()))>
                                        {if title.is_empty() { texts.terms.unnamed.to_owned() } else { title }}
                                    </a>
                                    <span class="row-note">{(texts.terms.measure_status)(status)} {end}</span>
                                </li>
                            }
                        })
                        .collect_view()
                }}
            </ul>
        </section>
    }
}
