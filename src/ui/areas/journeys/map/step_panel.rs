//! The panel of a step: its touchpoint and everything that hangs on it.

use super::{
    changes,
    state::{MapState, Selection},
    step_links::{Measures, PainPoints},
};
use crate::ui::{
    components::{
        CheckField, ChipsPicker, EditableText, HelpHint, IconButton, Panel, Picker, Pill, Segmented, SelectField, icons,
    },
    workspace::use_texts,
};
use leptos::prelude::*;
use reiseplan::{
    editor::{Label, Noun, Verb},
    plan::{Channel, ChannelId, Department, DepartmentId, Emotion, Evidence, Plan, Step, StepId, StepName, TouchpointId},
    texts::format,
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
        if heading.is_empty() { texts.terms.unnamed.to_owned() } else { heading }
    });
    let is_truth = Memo::new(move |_| panel.get(|step| step.moment_of_truth));
    let close = move |()| {
        map.selection.set(Selection::None);
        changes::focus_soon(super::state::CellKey::new(super::state::HEAD_ROW, panel.id().to_string()));
    };
    view! {
        <Panel label=title on_close=close close_label=texts.shell.close>
            <div class="panel-kicker">
                {move || phase.get().map(|(phase, name)| view! { <Pill label=name phase=Signal::stored(phase) /> })}
                {move || is_truth.get().then(|| view! { <Pill label=journeys.moment_of_truth icon=icons::LuStar /> })}
            </div>
            <h2 class="panel-title" dir="auto">{title}</h2>
            <StepActions panel />
            <div class="panel-section field-stack">
                <TouchpointFields panel />
                <EmotionField panel />
                <ChannelsField panel />
                <DepartmentField panel />
                <EvidenceField panel />
                <div class="with-help">
                    <CheckField
                        label=journeys.moment_of_truth
                        value=is_truth
                        on_commit=move |truth: bool| panel.change(Noun::MomentOfTruth, move |step| step.moment_of_truth = truth)
                    />
                    <HelpHint label=journeys.moment_of_truth title=journeys.moment_of_truth text=journeys.moment_of_truth_help />
                </div>
            </div>
            <PainPoints panel />
            <Measures panel />
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
    fn get<T>(self, read: impl FnOnce(&Step) -> T) -> T {
        self.step.get_value().with(|step| read(step))
    }

    /// Reads the step of a plan; a blank value where it has gone.
    pub fn with<T: Default>(self, plan: &Plan, read: impl FnOnce(&Plan, &Step) -> T) -> T {
        plan.step(&self.map.id(), &self.id()).map(|step| read(plan, step)).unwrap_or_default()
    }

    fn change(self, noun: Noun, change: impl FnOnce(&mut Step)) {
        let (journey, id) = (self.map.id(), self.id());
        self.map.edit(Label::new(Verb::Change, noun), id.as_str(), |plan| plan.update_step(&journey, &id, change));
    }

    /// The touchpoint that it is at, followed.
    pub fn touchpoint(self) -> Option<TouchpointId> {
        self.get(|step| step.touchpoint.clone())
    }
}

#[component]
fn StepActions(panel: StepData) -> impl IntoView {
    let journeys = &use_texts().journeys;
    let map = panel.map;
    let stage = move || {
        map.columns
            .with_untracked(|columns| columns.iter().find(|column| column.step == Some(panel.id())).map(|c| c.stage.clone()))
    };
    let insert = move |()| {
        if let Some(stage) = stage() {
            changes::add_step(map, &stage, Some(&panel.id()));
        }
    };
    view! {
        <div class="button-row panel-actions">
            <IconButton bordered=true icon=icons::LuArrowLeft label=journeys.move_left shortcut="Alt ←" on_press=move |()| changes::move_step(map, &panel.id(), false) />
            <IconButton bordered=true icon=icons::LuArrowRight label=journeys.move_right shortcut="Alt →" on_press=move |()| changes::move_step(map, &panel.id(), true) />
            <IconButton bordered=true icon=icons::LuPlus label=journeys.insert_after shortcut="Alt ↵" on_press=insert />
            <IconButton bordered=true icon=icons::LuCopy label=journeys.duplicate on_press=move |()| changes::duplicate_step(map, &panel.id()) />
            <IconButton bordered=true icon=icons::LuTrash2 label=journeys.delete on_press=move |()| changes::delete_step(map, &panel.id()) />
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
        map.touchpoints
            .with(|table| table.0.iter().map(|touchpoint| (touchpoint.id.to_string(), touchpoint.name.clone())).collect())
    });
    let used = map.workspace.select(move |plan| {
        panel.with(plan, |plan, step| step.touchpoint.as_ref().map_or(0, |id| plan.journeys_through(id).count()))
    });
    let name_step = move |verb: Verb, name: StepName| {
        let (journey, id) = (map.id(), panel.id());
        map.edit(Label::new(verb, Noun::Step), id.as_str(), |plan| plan.name_step(&journey, &id, name));
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
            placeholder=Signal::derive(move || name.get())
            on_commit=move |title: String| panel.change(Noun::Step, move |step| step.title = title)
        />
    }
}

/// Text that is edited where it stands, under its label.
#[component]
fn LabelledText(
    label: &'static str,
    #[prop(into)] value: Signal<String>,
    #[prop(into)] placeholder: Signal<String>,
    #[prop(into)] on_commit: Callback<String>,
) -> impl IntoView {
    view! {
        <div class="labelled-text">
            <span class="field-label" aria-hidden="true">{label}</span>
            <EditableText label value placeholder on_commit />
        </div>
    }
}

#[component]
fn EmotionField(panel: StepData) -> impl IntoView {
    let texts = use_texts();
    let journeys = &texts.journeys;
    let options: Vec<(String, String)> = (-4..=4)
        .map(|halves: i8| {
            (halves.to_string(), format::signed(texts.language, f64::from(halves) / 2.0, if halves % 2 == 0 { 0 } else { 1 }))
        })
        .collect();
    let mut options = options;
    options.push((String::new(), "–".to_owned()));
    let value =
        Signal::derive(move || panel.get(|step| step.emotion.map(|emotion| emotion.halves().to_string()).unwrap_or_default()));
    let pick = move |key: String| changes::set_emotion(panel.map, &panel.id(), key.parse().ok().map(Emotion::from_halves));
    view! {
        <div class="emotion-field">
            <span class="field-label" aria-hidden="true">{journeys.emotion_field}</span>
            <Segmented label=journeys.emotion_field options=Signal::stored(options) value on_pick=pick />
        </div>
    }
}

/// What is done to the channels of a step, and to the plan beside them.
type ChannelChange = Box<dyn FnOnce(&mut Plan, &mut Vec<ChannelId>)>;

#[component]
fn ChannelsField(panel: StepData) -> impl IntoView {
    let journeys = &use_texts().journeys;
    let map = panel.map;
    let named = |plan: &Plan, id: &ChannelId| plan.channels.get(id).map(|channel| (id.to_string(), channel.name.clone()));
    let chosen = map.workspace.select(move |plan| {
        panel.with(plan, |plan, step| plan.step_channels(step).iter().filter_map(|id| named(plan, id)).collect::<Vec<_>>())
    });
    let options = map
        .workspace
        .select(|plan| plan.channels.iter().map(|channel| (channel.id.to_string(), channel.name.clone())).collect::<Vec<_>>());
    // The touchpoint's channels are a step's own as soon as it departs from them.
    let change = move |verb: Verb, change: ChannelChange| {
        let (journey, id) = (map.id(), panel.id());
        map.edit(Label::new(verb, Noun::Channel), id.as_str(), |plan| {
            let Some(step) = plan.step(&journey, &id).cloned() else { return };
            let mut channels = plan.step_channels(&step);
            change(plan, &mut channels);
            plan.update_step(&journey, &id, |step| step.channels = channels);
        });
    };
    let add = move |id: String| {
        if let Ok(id) = ChannelId::try_from(id.as_str()) {
            change(Verb::Add, Box::new(move |_, channels| channels.push(id)));
        }
    };
    let create = move |name: String| {
        let id: ChannelId = map.workspace.new_id();
        change(
            Verb::Add,
            Box::new(move |plan, channels| {
                plan.channels.insert(Channel::new(id.clone(), &name));
                channels.push(id);
            }),
        );
    };
    let remove =
        move |id: String| change(Verb::Remove, Box::new(move |_, channels| channels.retain(|channel| channel.as_str() != id)));
    view! {
        <ChipsPicker
            label=journeys.channels_field
            chosen
            options
            on_add=add
            on_remove=remove
            remove_label=Callback::new(move |name: String| (journeys.remove)(&name))
            on_create=Callback::new(create)
            create_label=Callback::new(move |name: String| (journeys.channel_create)(&name))
            none_label=journeys.channels_none
        />
    }
}

#[component]
fn DepartmentField(panel: StepData) -> impl IntoView {
    let journeys = &use_texts().journeys;
    let map = panel.map;
    let name = map.workspace.select(move |plan| {
        panel.with(plan, |plan, step| {
            let department = plan.touchpoint_of(step).and_then(|touchpoint| touchpoint.department.clone());
            department.and_then(|id| plan.departments.get(&id)).map(|department| department.name.clone()).unwrap_or_default()
        })
    });
    let options = map.workspace.select(|plan| {
        plan.departments.iter().map(|department| (department.id.to_string(), department.name.clone())).collect::<Vec<_>>()
    });
    let pick = move |id: String| changes::set_department(map, &panel.id(), DepartmentId::try_from(id.as_str()).ok());
    let create = move |name: String| {
        let id: DepartmentId = map.workspace.new_id();
        let step = panel.id();
        map.edit(Label::new(Verb::Add, Noun::Department), step.as_str(), |plan| {
            plan.departments.insert(Department::new(id.clone(), &name));
            changes::own_touchpoint(plan, map, &step, id);
        });
    };
    view! {
        <Picker
            label=journeys.department_field
            options
            value=name
            on_pick=pick
            on_create=Callback::new(create)
            create_label=Callback::new(move |name: String| (journeys.department_create)(&name))
            none_label=journeys.department_missing
            placeholder=journeys.department_none
        />
    }
}

#[component]
fn EvidenceField(panel: StepData) -> impl IntoView {
    let texts = use_texts();
    let key = |evidence: Evidence| (texts.terms.evidence)(evidence).to_owned();
    let mut options = vec![(String::new(), texts.journeys.evidence_none.to_owned())];
    options.extend(Evidence::ALL.into_iter().map(|evidence| (key(evidence), key(evidence))));
    let value = Signal::derive(move || panel.get(|step| step.evidence.map(key).unwrap_or_default()));
    let commit = move |chosen: String| {
        changes::set_evidence(panel.map, &panel.id(), Evidence::ALL.into_iter().find(|evidence| key(*evidence) == chosen));
    };
    view! { <SelectField label=texts.journeys.evidence_field options=Signal::stored(options) value on_commit=commit /> }
}
