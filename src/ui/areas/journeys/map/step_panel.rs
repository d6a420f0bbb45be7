//! The panel of a step: its touchpoint and everything that hangs on it.

use super::{
    columns,
    state::{MapState, Selection},
    step_fields::{ChannelsField, DepartmentField, EmotionField, EvidenceField, TruthField},
    step_kpis::StepKpis,
    step_links::{Findings, Goals, Measures},
    step_said::{Audits, Voices},
    step_texts::{DurationField, ExpectationFields, ExperienceFields, StepTexts},
    step_touchpoint::TouchpointDetails,
};
use crate::ui::{
    components::{EditableText, HelpHint, IconButton, Panel, Picker, Pill, SectionHead, icons},
    workspace::use_texts,
};
use leptos::prelude::*;
use reiseplan::{
    editor::{Label, Noun, Verb},
    plan::{FindingKind, Plan, Step, StepId, StepName, Touchpoint, TouchpointId},
};
use std::sync::Arc;

/// The panel.
#[component]
pub fn StepPanel(id: StepId) -> impl IntoView {
    let map = expect_context::<MapState>();
    let texts = use_texts();
    let journeys = &texts.journeys;
    let Some(step) = map.step(&id) else {
        map.selection.set(Selection::None);
        return ().into_any();
    };
    let panel = StepData { map, id: StoredValue::new(id.clone()), step: StoredValue::new(step) };
    let heading = map.workspace.select(move |plan| panel.with(plan, |plan, step| plan.step_heading(step)));
    let phase = map.workspace.select(move |plan| {
        let journey = plan.journeys.get(&map.id())?;
        let (stage, _) = journey.step_place(&panel.id())?;
        let sub_phase = journey.stages[stage].sub_phase.clone()?;
        Some((plan.phase_of(Some(&sub_phase))?, plan.sub_phase_name(&sub_phase, texts)))
    });
    let title = Signal::derive(move || {
        let heading = heading.get();
        texts.terms.named(&heading).to_owned()
    });
    let is_truth = Memo::new(move |_| panel.get(|step| step.moment_of_truth));
    view! {
        <Panel label=title on_close=move |()| columns::close_panel(map) close_label=texts.shell.close>
            <div class="panel-kicker">
                {move || phase.get().map(|(phase, name)| view! { <Pill label=name phase=Signal::stored(phase) /> })}
                {move || is_truth.get().then(|| view! { <Pill label=journeys.moment_of_truth icon=icons::LuStar /> })}
            </div>
            <h2 class="panel-title" dir="auto">{title}</h2>
            <StepActions panel />
            <div class="panel-section field-stack">
                <TouchpointFields panel />
                <ChannelsField panel />
                <DepartmentField panel />
            </div>
            <TouchpointDetails panel />
            <StepTexts panel />
            <div class="panel-section field-stack">
                <ExpectationFields panel />
                <DurationField panel />
                <EmotionField panel />
                <ExperienceFields panel />
                <EvidenceField panel />
                <TruthField panel />
            </div>
            <Notes panel />
            <StepKpis panel />
            <Findings panel kind=FindingKind::PainPoint />
            <Findings panel kind=FindingKind::Opportunity />
            <Measures panel />
            <Goals panel />
            <Voices panel />
            <Audits panel />
        </Panel>
    }
    .into_any()
}

/// The step that the panel shows.
#[derive(Clone, Copy)]
pub struct StepData {
    /// State of the map.
    pub map: MapState,
    id: StoredValue<StepId>,
    step: StoredValue<ArcRwSignal<Arc<Step>>>,
}

impl StepData {
    /// Its id.
    pub fn id(self) -> StepId {
        self.id.get_value()
    }

    /// Reads the step and follows it.
    pub fn get<T>(self, read: impl FnOnce(&Step) -> T) -> T {
        self.step.get_value().with(|step| read(step))
    }

    /// Reads the step of a plan; a blank value where it has gone.
    pub fn with<T: Default>(self, plan: &Plan, read: impl FnOnce(&Plan, &Step) -> T) -> T {
        plan.step(&self.map.id(), &self.id()).map(|step| read(plan, step)).unwrap_or_default()
    }

    /// Changes the step in one step of the history.
    pub fn change(self, noun: Noun, change: impl FnOnce(&mut Step)) {
        let (journey, id) = (self.map.id(), self.id());
        self.map.edit(Label::new(Verb::Change, noun), |plan| plan.update_step(&journey, &id, change));
    }

    /// The touchpoint that it is at, followed.
    pub fn touchpoint(self) -> Option<TouchpointId> {
        self.get(|step| step.touchpoint.clone())
    }
}

/// What is to be remembered about the step.
#[component]
fn Notes(panel: StepData) -> impl IntoView {
    let words = &use_texts().map.work;
    let value = Memo::new(move |_| panel.get(|step| step.notes.clone()));
    let commit = move |notes: String| panel.change(Noun::Text, move |step| step.notes = notes);
    view! {
        <section class="panel-section">
            <SectionHead title=words.notes ruled=true />
            <EditableText label=words.notes value placeholder=words.notes_empty on_commit=commit multiline=true />
        </section>
    }
}

#[component]
fn StepActions(panel: StepData) -> impl IntoView {
    let texts = use_texts();
    let (journeys, words) = (&texts.journeys, &texts.map);
    let map = panel.map;
    let stage = move || {
        map.columns
            .with_untracked(|columns| columns.iter().find(|column| column.step == Some(panel.id())).map(|c| c.stage.clone()))
    };
    let is_first = Signal::derive(move || {
        let place = map.journey.with(|journey| journey.as_ref()?.step_place(&panel.id()));
        place.is_none_or(|(_, index)| index == 0)
    });
    let is_last = Signal::derive(move || {
        map.journey.with(|journey| {
            let place = journey.as_ref().and_then(|journey| Some((journey, journey.step_place(&panel.id())?)));
            place.is_none_or(|(journey, (stage, index))| index + 1 >= journey.stages[stage].steps.len())
        })
    });
    let is_short = Signal::derive(move || panel.get(|step| !step.has_several_lines()));
    let insert = move |()| {
        if let Some(stage) = stage() {
            columns::add_step(map, &stage, Some(&panel.id()));
        }
    };
    view! {
        <div class="button-row panel-actions">
            <IconButton bordered=true icon=icons::LuArrowLeft label=journeys.move_left shortcut="Alt ←" on_press=move |()| columns::move_step(map, &panel.id(), false) />
            <IconButton bordered=true icon=icons::LuArrowRight label=journeys.move_right shortcut="Alt →" on_press=move |()| columns::move_step(map, &panel.id(), true) />
            <IconButton bordered=true icon=icons::LuBetweenVerticalEnd label=words.insert_before shortcut="Alt ⇧ ↵" on_press=move |()| columns::add_step_before(map, &panel.id()) />
            <IconButton bordered=true icon=icons::LuPlus label=journeys.insert_after shortcut="Alt ↵" on_press=insert />
            <IconButton bordered=true icon=icons::LuCopy label=journeys.duplicate on_press=move |()| columns::duplicate_step(map, &panel.id()) />
            <IconButton
                bordered=true
                icon=icons::LuSplit
                label=Signal::derive(move || if is_first.get() { words.split_first } else { words.split_here }.to_owned())
                disabled=is_first
                on_press=move |()| columns::split_stage(map, &panel.id())
            />
            <IconButton
                bordered=true
                icon=icons::LuSquareSplitHorizontal
                label=Signal::derive(move || if is_short.get() { words.split_lines_none } else { words.split_lines }.to_owned())
                disabled=is_short
                on_press=move |()| columns::split_step(map, &panel.id())
            />
            <IconButton
                bordered=true
                icon=icons::LuMerge
                label=Signal::derive(move || if is_last.get() { words.step_last } else { words.merge_next_step }.to_owned())
                disabled=is_last
                on_press=move |()| columns::merge_step_with_next(map, &panel.id())
            />
            <IconButton bordered=true icon=icons::LuTrash2 label=journeys.delete on_press=move |()| columns::delete_step(map, &panel.id()) />
        </div>
    }
}

#[component]
fn TouchpointFields(panel: StepData) -> impl IntoView {
    let texts = use_texts();
    let journeys = &texts.journeys;
    let map = panel.map;
    let name = map.workspace.select(move |plan| {
        panel.with(plan, |plan, step| plan.touchpoint_of(step).map(|touchpoint| touchpoint.name.clone()).unwrap_or_default())
    });
    let options = Signal::derive(move || {
        let named = |touchpoint: &Touchpoint| (touchpoint.id.to_string(), texts.terms.named(&touchpoint.name).to_owned());
        map.touchpoints.with(|table| table.0.iter().map(|touchpoint| named(touchpoint)).collect())
    });
    let used = map.workspace.select(move |plan| {
        panel.with(plan, |plan, step| step.touchpoint.as_ref().map_or(0, |id| plan.journeys_through(id).count()))
    });
    let name_step = move |verb: Verb, name: StepName| {
        let (journey, id) = (map.id(), panel.id());
        map.edit(Label::new(verb, Noun::Step), |plan| plan.name_step(&journey, &id, name));
    };
    let pick = move |id: String| {
        if let Ok(id) = TouchpointId::try_from(id.as_str()) {
            name_step(Verb::Change, StepName::At(id));
        }
    };
    let create = move |name: String| name_step(Verb::Add, StepName::AtNew(map.workspace.new_id(), name));
    let rename = move |name: String| name_step(Verb::Rename, StepName::Renamed(name));
    let has_touchpoint = Memo::new(move |_| panel.touchpoint().is_some());
    let heading = Memo::new(move |_| panel.get(|step| step.title.clone()));
    view! {
        <div>
            <Picker
                label=journeys.touchpoint_field
                options
                value=name
                on_pick=pick
                on_create=Callback::new(create)
                create_label=Callback::new(move |name: String| (journeys.touchpoint_create)(&name))
                none_label=journeys.touchpoint_none
            />
            <p class="field-note">
                {move || has_touchpoint.get().then(|| (journeys.used_in)(used.get()))}
                <HelpHint label=journeys.touchpoint_field title=journeys.touchpoint_field text=journeys.touchpoint_help />
            </p>
        </div>
        {move || has_touchpoint.get().then(|| view! {
            <LabelledText label=journeys.touchpoint_rename value=name placeholder=texts.terms.unnamed on_commit=rename />
        })}
        <LabelledText
            label=journeys.heading_field
            value=heading
            placeholder=Signal::derive(move || Some(name.get()).filter(|name| !name.is_empty()).unwrap_or_else(|| texts.map.text_empty.to_owned()))
            on_commit=move |title: String| panel.change(Noun::Step, move |step| step.title = title)
        />
    }
}

/// Text that is edited where it stands, under its label.
#[component]
pub fn LabelledText(
    #[prop(into)] label: Signal<String>,
    #[prop(into)] value: Signal<String>,
    #[prop(into)] placeholder: Signal<String>,
    #[prop(into)] on_commit: Callback<String>,
    #[prop(optional)] multiline: bool,
) -> impl IntoView {
    view! {
        <div class="labelled-text">
            <span class="field-label" aria-hidden="true">{move || label.get()}</span>
            <EditableText label value placeholder on_commit multiline />
        </div>
    }
}
