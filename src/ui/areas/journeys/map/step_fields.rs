//! Fields of the panel of a step that choose: channels, department, emotion, evidence.

use super::{
    changes,
    channel_cells::{channel_name, switch_words},
    step_panel::StepData,
};
use crate::ui::{
    components::{CheckField, ChipsPicker, HelpHint, Picker, Segmented, SelectField, with_first},
    workspace::use_texts,
};
use leptos::prelude::*;
use reiseplan::{
    catalogue::channel_named,
    editor::{Label, Noun, Verb},
    plan::{Channel, ChannelChange, ChannelId, Department, DepartmentId, Emotion, Evidence, Plan},
    texts::format,
};

/// How the customer feels.
#[component]
pub fn EmotionField(panel: StepData) -> impl IntoView {
    let texts = use_texts();
    let journeys = &texts.journeys;
    let options: Vec<(String, String)> = (-4..=4)
        .map(|halves: i8| {
            (halves.to_string(), format::signed(texts.language, f64::from(halves) / 2.0, if halves % 2 == 0 { 0 } else { 1 }))
        })
        .collect();
    let mut options = options;
    options.push((String::new(), "–".to_owned()));
    let map = panel.map;
    let value = Signal::derive(move || {
        let persona = map.curve_of.get();
        panel.get(|step| step.emotion_of(persona.as_ref()).map(|emotion| emotion.halves().to_string()).unwrap_or_default())
    });
    let label = map.workspace.select(move |plan| {
        let persona =
            map.curve_of.get().and_then(|id| plan.personas.get(&id).map(|persona| texts.terms.named(&persona.name).to_owned()));
        persona.map_or_else(|| journeys.emotion_field.to_owned(), |name| (texts.map.work.emotion_of)(&name))
    });
    let pick = move |key: String| changes::set_emotion(panel.map, &panel.id(), key.parse().ok().map(Emotion::from_halves));
    view! {
        <div class="emotion-field" data-field="emotion">
            <span class="field-label" aria-hidden="true">{label}</span>
            <Segmented label options=Signal::stored(options) value on_pick=pick />
        </div>
    }
}

/// What is done to the channels of a step, and to the plan beside them.
type ChannelsEdit = Box<dyn FnOnce(&mut Plan, &mut Vec<ChannelId>)>;

/// The channels of the step, and the change that leads to it.
#[component]
pub fn ChannelsField(panel: StepData) -> impl IntoView {
    let texts = use_texts();
    let journeys = &texts.journeys;
    let map = panel.map;
    let named = |channel: &Channel| (channel.id.to_string(), texts.terms.named(&channel.name).to_owned());
    let chosen = map.workspace.select(move |plan| {
        let channel = |id: &ChannelId| plan.channels.get(id).map(|channel| named(channel));
        panel.with(plan, |plan, step| plan.step_channels(step).iter().filter_map(channel).collect::<Vec<_>>())
    });
    let options = map.workspace.select(move |plan| plan.channels.iter().map(|channel| named(channel)).collect::<Vec<_>>());
    // The touchpoint's channels are a step's own as soon as it departs from them.
    let change = move |verb: Verb, change: ChannelsEdit| {
        let (journey, id) = (map.id(), panel.id());
        map.edit(Label::new(verb, Noun::Channel), |plan| {
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
                plan.channels.insert(channel_named(id.clone(), &name));
                channels.push(id);
            }),
        );
    };
    let remove =
        move |id: String| change(Verb::Remove, Box::new(move |_, channels| channels.retain(|channel| channel.as_str() != id)));
    view! {
        <div data-field="channels">
            <ChipsPicker
                label=journeys.channels_field
                chosen
                options
                on_add=add
                on_remove=remove
                remove_label=Callback::new(move |name: String| (journeys.remove)(&name))
                taken_label=texts.terms.taken
                on_create=Callback::new(create)
                create_label=Callback::new(move |name: String| (journeys.channel_create)(&name))
                none_label=journeys.channels_none
            />
        </div>
        <ChangeField panel />
    }
}

/// Why the channel is another than that of the step before, and what changes.
#[component]
fn ChangeField(panel: StepData) -> impl IntoView {
    let texts = use_texts();
    let words = &texts.map;
    let map = panel.map;
    let key = |change: ChannelChange| (words.channel_change)(change).to_owned();
    let options = with_first(words.not_said, ChannelChange::ALL.into_iter().map(|change| (key(change), key(change))));
    let value = Signal::derive(move || panel.get(|step| step.channel_change.map(key).unwrap_or_default()));
    let pick = move |chosen: String| {
        let change = ChannelChange::ALL.into_iter().find(|change| key(*change) == chosen);
        panel.change(Noun::ChannelChange, move |step| step.channel_change = change);
    };
    let note = map.workspace.select(move |plan| {
        let switch = map.switches.with(|switches| switches.get(&panel.id()).cloned())?;
        Some(switch_words(texts, &switch, |id| channel_name(plan, id)))
    });
    view! {
        <div>
            <div class="field-label">
                <span aria-hidden="true">{words.channel_change_field}</span>
                <HelpHint label=words.channel_change_field title=words.channel_change_field text=words.channel_change_help />
            </div>
            <Segmented label=words.channel_change_field options=Signal::stored(options) value on_pick=pick />
            {move || note.get().map(|note| view! { <p class="field-note">{note}</p> })}
        </div>
    }
}

/// The department that owns the touchpoint.
#[component]
pub fn DepartmentField(panel: StepData) -> impl IntoView {
    let texts = use_texts();
    let journeys = &texts.journeys;
    let map = panel.map;
    let name = map.workspace.select(move |plan| {
        panel.with(plan, |plan, step| {
            let department = plan.touchpoint_of(step).and_then(|touchpoint| touchpoint.department.clone());
            let department = department.and_then(|id| plan.departments.get(&id));
            department.map(|department| texts.terms.named(&department.name).to_owned()).unwrap_or_default()
        })
    });
    let options = map.workspace.select(move |plan| {
        let named = |department: &Department| (department.id.to_string(), texts.terms.named(&department.name).to_owned());
        plan.departments.iter().map(|department| named(department)).collect::<Vec<_>>()
    });
    let pick = move |id: String| changes::set_department(map, &panel.id(), DepartmentId::try_from(id.as_str()).ok());
    let create = move |name: String| {
        let id: DepartmentId = map.workspace.new_id();
        let step = panel.id();
        map.edit(Label::new(Verb::Add, Noun::Department), |plan| {
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

/// What the description rests on.
#[component]
pub fn EvidenceField(panel: StepData) -> impl IntoView {
    let texts = use_texts();
    let key = |evidence: Evidence| (texts.terms.evidence)(evidence).to_owned();
    let choices = Evidence::ALL.into_iter().map(|evidence| (key(evidence), key(evidence)));
    let options = with_first(texts.journeys.evidence_none, choices);
    let value = Signal::derive(move || panel.get(|step| step.evidence.map(key).unwrap_or_default()));
    let commit = move |chosen: String| {
        changes::set_evidence(panel.map, &panel.id(), Evidence::ALL.into_iter().find(|evidence| key(*evidence) == chosen));
    };
    view! { <SelectField label=texts.journeys.evidence_field options=Signal::stored(options) value on_commit=commit /> }
}

/// Whether the relation is decided here.
#[component]
pub fn TruthField(panel: StepData) -> impl IntoView {
    let journeys = &use_texts().journeys;
    let is_truth = Signal::derive(move || panel.get(|step| step.moment_of_truth));
    view! {
        <div class="with-help">
            <CheckField
                label=journeys.moment_of_truth
                value=is_truth
                on_commit=move |truth: bool| changes::set_truth(panel.map, &panel.id(), truth)
            />
            <HelpHint label=journeys.moment_of_truth title=journeys.moment_of_truth text=journeys.moment_of_truth_help />
        </div>
    }
}
