//! The panel with all that is known of a pain point or an opportunity.

use super::{
    PageState,
    links::{Goals, Measures, Touchpoints, Voices},
};
use crate::ui::{
    components::{Button, ButtonKind, EditableText, Panel, Pill, SelectField, icons, with_first},
    finding::{FindingHandle, FrequencyField, StateField, WeightField},
    workspace::{use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::{
    editor::Place,
    listing::findings::FindingIndex,
    plan::{Evidence, FindingKey, FindingKind, JourneyId, Plan, TypedId},
    route::Area,
    texts::Texts,
};

/// The panel.
#[component]
pub fn Details(key: FindingKey) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.findings;
    let state = expect_context::<PageState>();
    let kind = key.kind();
    let start_editing = state.fresh.get_untracked().as_ref() == Some(&key);
    let place = Place::record(Area::Findings, key.as_id());
    let finding = FindingHandle::new(workspace, key, place);
    let heading = finding.heading(texts);
    let icon = match kind {
        FindingKind::PainPoint => icons::LuTriangleAlert,
        FindingKind::Opportunity => icons::LuLightbulb,
    };
    let delete = move |()| finding.delete();
    view! {
        <Panel
            label=Signal::derive(move || (words.details_of)(&heading.get()))
            close_label=texts.shell.close
            on_close=move |()| workspace.go(Area::Findings, None)
        >
            <div class="panel-kicker"><Pill label=(words.kind)(kind) icon=icon /></div>
            <h2 class="panel-title">
                <EditableText
                    label=(words.text)(kind)
                    value=finding.field(|said| said.text.clone())
                    on_commit=move |text: String| finding.change(|finding| *finding.text = text)
                    placeholder=(words.text)(kind)
                    start_editing
                />
            </h2>
            <div class="panel-section field-stack">
                <div class="finding-triple">
                    <WeightField finding />
                    <FrequencyField finding />
                    <StateField finding />
                </div>
                <Touchpoints finding />
            </div>
            <Where finding />
            <div class="panel-section"><Measures finding /></div>
            <div class="panel-section field-stack">
                <EvidenceFields finding />
                <Goals finding />
            </div>
            <Voices finding />
            <div class="panel-section">
                <Button kind=ButtonKind::Danger icon=icons::LuTrash2 label=(words.delete)(kind) on_press=delete />
            </div>
        </Panel>
    }
}

fn evidence_key(evidence: Evidence) -> &'static str {
    match evidence {
        Evidence::Assumption => "assumption",
        Evidence::Observation => "observation",
        Evidence::Interview => "interview",
        Evidence::Survey => "survey",
        Evidence::BehaviourData => "behaviour_data",
        Evidence::Staff => "staff",
    }
}

/// What tells so, and what exactly.
#[component]
fn EvidenceFields(finding: FindingHandle) -> impl IntoView {
    let texts = use_texts();
    let words = &texts.findings;
    let choice = |evidence| (evidence_key(evidence).to_owned(), (texts.terms.evidence)(evidence).to_owned());
    let options = with_first(words.evidence_none, Evidence::ALL.map(choice));
    let pick = move |key: String| {
        let evidence = Evidence::ALL.into_iter().find(|evidence| evidence_key(*evidence) == key);
        finding.change(|finding| *finding.evidence = evidence);
    };
    view! {
        <SelectField
            label=words.evidence
            options=Signal::stored(options)
            value=finding.field(|said| said.evidence.map(|evidence| evidence_key(evidence).to_owned()).unwrap_or_default())
            on_commit=pick
        />
        <div class="finding-note">
            <EditableText
                label=words.evidence_note
                value=finding.field(|said| said.evidence_note.clone())
                on_commit=move |text: String| finding.change(|finding| *finding.evidence_note = text)
                placeholder=words.evidence_note_empty
                multiline=true
            />
        </div>
    }
}

/// Where a finding is, in words and links.
#[derive(Clone, Default, PartialEq)]
struct Places {
    sub_phases: String,
    departments: String,
    journeys: Vec<(JourneyId, String)>,
}

fn places(plan: &Plan, key: &FindingKey, texts: &Texts) -> Places {
    let named = |name: &str| texts.terms.named(name).to_owned();
    let facts = FindingIndex::new(plan).facts(key);
    let sub_phases: Vec<String> = facts.sub_phases.iter().map(|id| plan.sub_phase_name(id, texts)).collect();
    let departments = facts.departments.iter().filter_map(|id| plan.departments.get(id)).map(|it| named(&it.name));
    let journeys = facts.journeys.iter().filter_map(|id| plan.journeys.get(id));
    Places {
        sub_phases: sub_phases.join(", "),
        departments: departments.collect::<Vec<_>>().join(", "),
        journeys: journeys.map(|journey| (journey.id.clone(), named(&journey.title))).collect(),
    }
}

/// Sub-phases, departments and journeys of its touchpoints.
#[component]
fn Where(finding: FindingHandle) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.findings;
    let key = finding.key();
    let places = workspace.select(move |plan| places(plan, &key, texts));
    let journeys = move || match places.with(|places| places.journeys.clone()) {
        journeys if journeys.is_empty() => words.in_no_journey.into_any(),
        journeys => {
            let link = |(id, title): (JourneyId, String)| {
                view! { <li><a href=workspace.link(Area::Journeys, Some(id.as_id())) dir="auto">{title}</a></li> }
            };
            view! { <ul class="finding-journeys">{journeys.into_iter().map(link).collect_view()}</ul> }.into_any()
        }
    };
    view! {
        <dl class="panel-section facts finding-where">
            <dt>{words.sub_phases_column}</dt>
            <dd>{move || places.with(|places| if places.sub_phases.is_empty() { words.no_phase.to_owned() } else { places.sub_phases.clone() })}</dd>
            <dt>{words.departments}</dt>
            <dd>{move || places.with(|places| if places.departments.is_empty() { words.no_department.to_owned() } else { places.departments.clone() })}</dd>
            <dt>{words.in_journeys}</dt>
            <dd>{journeys}</dd>
        </dl>
    }
}
