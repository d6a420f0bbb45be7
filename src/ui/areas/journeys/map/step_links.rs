//! What hangs on the touchpoint of the step that the panel shows: pain points and measures.

use super::{changes, step_panel::StepData};
use crate::ui::{
    components::{Button, ButtonKind, EditableText, IconButton, SectionHead, SelectField, icons},
    workspace::{Shared, use_texts},
};
use leptos::prelude::*;
use reiseplan::{
    editor::{Label, Noun, Verb},
    plan::{PainPoint, PainPointId, PainPointState, TypedId},
    route::Area,
    texts::format,
};

/// Most measures shown.
const MEASURES_SHOWN: usize = 8;

/// The pain points at the step's touchpoint, with their severity and state.
#[component]
pub fn PainPoints(panel: StepData) -> impl IntoView {
    let texts = use_texts();
    let journeys = &texts.journeys;
    let map = panel.map;
    let ids = Memo::new(move |_| {
        let list = panel.touchpoint().and_then(|id| map.pain_points.with(|at| at.get(&id).cloned())).unwrap_or_default();
        list.iter().map(|pain_point| pain_point.id.clone()).collect::<Vec<_>>()
    });
    let adding = RwSignal::new(false);
    let add = move |text: String| {
        adding.set(false);
        changes::add_pain_point(map, &panel.id(), &text);
    };
    view! {
        <section class="panel-section">
            <SectionHead title=journeys.pains note=Signal::derive(move || ids.with(|ids| if ids.is_empty() { String::new() } else { ids.len().to_string() })) ruled=true>
                <Button kind=ButtonKind::Link label=journeys.add_pain on_press=move |()| adding.set(true) />
            </SectionHead>
            {move || (ids.with(Vec::is_empty) && !adding.get()).then(|| view! { <p class="entry-empty">{journeys.pains_none}</p> })}
            <ul class="pain-list">
                <For each=move || ids.get() key=Clone::clone let:id>
                    <PainPointFields panel id />
                </For>
                {move || adding.get().then(|| view! {
                    <li>
                        <EditableText label=journeys.pain_field value="" placeholder=journeys.pain_field start_editing=true on_commit=add />
                    </li>
                })}
            </ul>
        </section>
    }
}

#[component]
fn PainPointFields(panel: StepData, id: PainPointId) -> impl IntoView {
    let texts = use_texts();
    let journeys = &texts.journeys;
    let map = panel.map;
    let pain_point = {
        let id = id.clone();
        map.workspace.select(move |plan| plan.pain_points.get(&id).cloned().map(Shared))
    };
    let id = StoredValue::new(id);
    let change = move |verb: Verb, change: Box<dyn FnOnce(&mut PainPoint)>| {
        map.edit(Label::new(verb, Noun::PainPoint), panel.id().as_str(), |plan| plan.pain_points.update(&id.get_value(), change));
    };
    let text =
        Signal::derive(move || pain_point.with(|pain_point| pain_point.as_ref().map(|p| p.text.clone()).unwrap_or_default()));
    let severity = Signal::derive(move || {
        pain_point.with(|pain_point| {
            pain_point.as_ref().and_then(|p| p.severity).map(|severity| severity.to_string()).unwrap_or_default()
        })
    });
    let severities: Vec<(String, String)> = std::iter::once((String::new(), journeys.severity_none.to_owned()))
        .chain((1..=5).map(|severity| (severity.to_string(), severity.to_string())))
        .collect();
    let state_key = |state: PainPointState| (texts.terms.pain_point_state)(state).to_owned();
    let states: Vec<(String, String)> =
        PainPointState::ALL.into_iter().map(|state| (state_key(state), state_key(state))).collect();
    let state =
        Signal::derive(move || pain_point.with(|pain_point| pain_point.as_ref().map(|p| state_key(p.state)).unwrap_or_default()));
    let delete = move |()| {
        let target = id.get_value().into();
        map.edit(Label::new(Verb::Remove, Noun::PainPoint), panel.id().as_str(), |plan| plan.delete(&target));
        map.workspace.tell_undoable(journeys.pain_deleted.to_owned());
    };
    view! {
        <li class="pain-fields">
            <EditableText
                label=journeys.pain_field
                value=text
                placeholder=texts.terms.unnamed
                on_commit=move |text: String| change(Verb::Change, Box::new(move |pain_point| pain_point.text = text))
            />
            <div class="pain-fields-row">
                <SelectField
                    label=journeys.severity_field
                    options=Signal::stored(severities)
                    value=severity
                    on_commit=move |severity: String| change(Verb::Change, Box::new(move |pain_point| pain_point.severity = severity.parse().ok()))
                />
                <SelectField
                    label=journeys.state_field
                    options=Signal::stored(states)
                    value=state
                    on_commit=move |chosen: String| {
                        if let Some(state) = PainPointState::ALL.into_iter().find(|state| state_key(*state) == chosen) {
                            change(Verb::Change, Box::new(move |pain_point| pain_point.state = state));
                        }
                    }
                />
                <IconButton icon=icons::LuTrash2 label=Signal::derive(move || (journeys.pain_delete)(&text.get())) on_press=delete />
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
