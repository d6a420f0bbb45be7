//! A row of the list: what it says is changed where it stands, its end opens the details.

use super::{PageState, Shown};
use crate::ui::{
    components::{Button, ButtonKind, CheckField, Choices, EditableText, Icon, Menu, MenuItem, Severity, icons, phase_key},
    finding::{FindingHandle, frequency_choices, frequency_of, state_choices, state_of, weight_choices},
    platform::page,
    workspace::{use_texts, use_workspace},
};
use leptos::{ev::MouseEvent, prelude::*};
use reiseplan::{
    editor::Place,
    listing::findings::FindingColumn,
    plan::{FindingKey, FindingKind, MeasureId, PainPointState, Phase, Plan, TypedId},
    route::Area,
    texts::Texts,
};
use wasm_bindgen::JsCast;

/// Most sub-phases that a row names one by one: a touchpoint that many journeys use lies in nearly all of them.
const SUB_PHASES_SHOWN: usize = 3;

/// Where it is and what is done about it, in words.
#[derive(Clone, Default, PartialEq)]
struct Facts {
    touchpoints: String,
    /// The names of its sub-phases, each with its phase; of the phases where these are too many for a row.
    places: Vec<(String, Option<Phase>)>,
    departments: String,
    measures: Vec<(MeasureId, String)>,
}

fn facts(plan: &Plan, key: &FindingKey, facts: &reiseplan::listing::findings::FindingFacts, texts: &Texts) -> Facts {
    let named = |name: &str| texts.terms.named(name).to_owned();
    let at = plan.finding(key).map(|finding| finding.touchpoints).unwrap_or_default();
    let touchpoints: Vec<String> = at.iter().filter_map(|id| plan.touchpoints.get(id)).map(|it| named(&it.name)).collect();
    let departments = facts.departments.iter().filter_map(|id| plan.departments.get(id)).map(|it| named(&it.name));
    let sub_phase = |id| (plan.sub_phase_name(id, texts), plan.phase_of(Some(id)));
    let phase = |phase: &Phase| ((texts.terms.phase)(*phase).to_owned(), Some(*phase));
    let places = match facts.sub_phases.len() {
        ..=SUB_PHASES_SHOWN => facts.sub_phases.iter().map(sub_phase).collect(),
        _ => facts.phases.iter().map(phase).collect(),
    };
    let measures = facts.measures.iter().filter_map(|id| plan.measures.get(id));
    Facts {
        touchpoints: touchpoints.join(", "),
        places,
        departments: departments.collect::<Vec<_>>().join(", "),
        measures: measures.map(|measure| (measure.id.clone(), named(&measure.title))).collect(),
    }
}

/// The row.
#[component]
pub fn Row(shown: Shown, key: FindingKey) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.findings;
    let kind = key.kind();
    let id = key.as_id().clone();
    let finding = FindingHandle::new(workspace, key.clone(), Place::record(Area::Findings, &id));
    let heading = finding.heading(texts);
    let ticked = expect_context::<PageState>().ticked;
    let own = key.clone();
    let is_ticked = Memo::new(move |_| ticked.with(|ticked| ticked.contains(&own)));
    let own = key.clone();
    let tick = move |on: bool| {
        ticked.update(|ticked| {
            if on {
                ticked.insert(own.clone());
            } else {
                ticked.remove(&own);
            }
        });
    };
    let facts = Memo::new(move |_| {
        let own = shown.index.with(|index| index.facts(&key));
        workspace.with_plan(|plan| facts(plan, &key, &own, texts))
    });
    let own = id.clone();
    let current = move || workspace.is_at(&own);
    let opened = id.clone();
    let open = move |event: MouseEvent| {
        if hits_no_field(&event) {
            workspace.go(Area::Findings, Some(opened.clone()));
        }
    };
    let icon = match kind {
        FindingKind::PainPoint => icons::LuTriangleAlert,
        FindingKind::Opportunity => icons::LuLightbulb,
    };
    let note = move || {
        let at = facts.with(|facts| facts.touchpoints.clone());
        if at.is_empty() { words.no_touchpoint.to_owned() } else { at }
    };
    view! {
        <tr
            data-item=id.to_string()
            data-kind=match kind { FindingKind::PainPoint => "pain-point", FindingKind::Opportunity => "opportunity" }
            aria-current=move || current().then_some("true")
            on:click=open
        >
            <th scope="row">
                <div class="finding-title">
                    <span class="no-print">
                        <CheckField
                            label=Signal::derive(move || (words.tick)(&heading.get()))
                            label_hidden=true
                            value=is_ticked
                            on_commit=tick
                        />
                    </span>
                    <span class="finding-kind" title=(words.kind)(kind)>
                        <Icon icon=icon />
                        <span class="visually-hidden">{(words.kind)(kind)}": "</span>
                    </span>
                    <EditableText
                        label=(words.text)(kind)
                        value=finding.field(|said| said.text.clone())
                        on_commit=move |text: String| finding.change(|finding| *finding.text = text)
                        placeholder=texts.terms.unnamed
                    />
                    <a
                        class="icon-button icon-button-small"
                        href=workspace.link(Area::Findings, Some(&id))
                        aria-label=move || (words.details_of)(&heading.get())
                        title=words.details
                    >
                        <Icon icon=icons::LuChevronRight />
                    </a>
                    <span class="finding-at" dir="auto">{note}</span>
                </div>
            </th>
            <td><Weight finding /></td>
            <td><Frequency finding /></td>
            <td><State finding /></td>
            <td>
                {move || facts.with(|facts| facts.places.clone()).into_iter().map(|(name, phase)| view! {
                    <span class="finding-phase" data-phase=phase.map(phase_key)>{name}</span>
                }).collect_view()}
            </td>
            <td dir="auto">{move || facts.with(|facts| facts.departments.clone())}</td>
            <td><Measures finding facts /></td>
        </tr>
    }
}

/// The measures that answer it; where there is none and it isn't solved, the way to one.
#[component]
fn Measures(finding: FindingHandle, facts: Memo<Facts>) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.findings;
    let heading = finding.heading(texts);
    let is_solved = finding.field(|said| said.state == PainPointState::Solved);
    move || match facts.with(|facts| facts.measures.clone()) {
        measures if !measures.is_empty() => {
            let link = |(id, title): (MeasureId, String)| {
                view! { <li><a href=workspace.link(Area::Measures, Some(id.as_id())) dir="auto">{title}</a></li> }
            };
            view! { <ul class="finding-measures">{measures.into_iter().map(link).collect_view()}</ul> }.into_any()
        }
        _ if is_solved.get() => view! { <span class="finding-none">{words.without_measure}</span> }.into_any(),
        _ => view! {
            <Button
                kind=ButtonKind::Link
                label=words.plan_measure
                hint=Signal::derive(move || (words.plan_measure_for)(&heading.get()))
                on_press=move |()| finding.plan_measure()
            />
        }
        .into_any(),
    }
}

/// Gives the focus back to a field, since its row goes to another place where the list is sorted by it. The cells behind
/// the first stand in the order of the columns.
fn keep_focus(finding: FindingHandle, column: FindingColumn) {
    let item = finding.key();
    page::focus_soon(format!("[data-item=\"{}\"] td:nth-of-type({}) button", item.as_id(), column as usize));
}

/// The entries of a menu that chooses among keys.
fn entries(choices: &Choices, chosen: &str, pick: impl Fn(String) + Copy + Send + Sync + 'static) -> Vec<MenuItem> {
    let entry = |(key, words): &(String, String)| {
        let picked = key.clone();
        MenuItem::new(words.clone(), move || pick(picked.clone())).checked(key == chosen)
    };
    choices.iter().map(entry).collect()
}

#[component]
fn Weight(finding: FindingHandle) -> impl IntoView {
    let texts = use_texts();
    let words = &texts.findings;
    let kind = finding.kind();
    let heading = finding.heading(texts);
    let weight = finding.field(|said| said.weight);
    let said = move |weight: Option<u8>| match weight {
        Some(weight) => (words.weight_words)(kind, weight),
        None => (words.cell)((words.weight)(kind), words.weight_none),
    };
    let face = move |()| match weight.get() {
        Some(weight) => view! { <span aria-hidden="true"><Severity value=weight label=said(Some(weight)) /></span> }.into_any(),
        None => view! { <span class="finding-none">{words.weight_none}</span> }.into_any(),
    };
    let pick = move |key: String| {
        finding.change(|finding| *finding.weight = key.parse().ok());
        keep_focus(finding, FindingColumn::Weight);
    };
    let items = Signal::derive(move || {
        let chosen = weight.get().map(|weight| weight.to_string()).unwrap_or_default();
        entries(&weight_choices(texts), &chosen, pick)
    });
    let label = Signal::derive(move || (words.cell)(&said(weight.get()), &heading.get()));
    view! { <Menu label face=Callback::new(face) items /> }
}

#[component]
fn Frequency(finding: FindingHandle) -> impl IntoView {
    let texts = use_texts();
    let words = &texts.findings;
    let heading = finding.heading(texts);
    let frequency = finding.field(|said| said.frequency);
    let said = move || frequency.get().map_or(words.frequency_none, words.frequency_of);
    let face = move |()| view! { <span>{said}</span> }.into_any();
    let pick = move |key: String| {
        finding.change(|finding| *finding.frequency = frequency_of(&key));
        keep_focus(finding, FindingColumn::Frequency);
    };
    let items = Signal::derive(move || {
        let chosen = frequency.get().map(crate::ui::finding::frequency_key).unwrap_or_default();
        entries(&frequency_choices(texts), chosen, pick)
    });
    let label = Signal::derive(move || {
        let field = format!("{} {}", (words.column)(FindingColumn::Frequency), said());
        (words.cell)(&field, &heading.get())
    });
    view! { <Menu label face=Callback::new(face) items /> }
}

#[component]
fn State(finding: FindingHandle) -> impl IntoView {
    let texts = use_texts();
    let words = &texts.findings;
    let heading = finding.heading(texts);
    let state = finding.field(|said| said.state);
    let said = move || (texts.terms.pain_point_state)(state.get());
    let key = move || crate::ui::finding::state_key(state.get());
    let face = move |()| view! { <span class="finding-state" data-state=key>{said}</span> }.into_any();
    let pick = move |key: String| {
        if let Some(state) = state_of(&key) {
            finding.change(|finding| *finding.state = state);
            keep_focus(finding, FindingColumn::State);
        }
    };
    let items = Signal::derive(move || entries(&state_choices(texts), key(), pick));
    let label = Signal::derive(move || (words.cell)(&format!("{} {}", words.state, said()), &heading.get()));
    view! { <Menu label face=Callback::new(face) items /> }
}

/// Whether a click is on the row itself rather than on something in it that takes clicks.
fn hits_no_field(event: &MouseEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    target.is_some_and(|target| target.closest("a, button, input, label, .editable, .popover").is_ok_and(|field| field.is_none()))
}
