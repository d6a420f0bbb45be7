//! What the register says of the touchpoint of the step that the panel shows, and where else customers meet it.

use super::step_panel::{LabelledText, StepData};
use crate::ui::{
    components::{ChipsPicker, SelectField, with_first},
    workspace::{Shared, use_texts},
};
use leptos::prelude::*;
use reiseplan::{
    editor::{Label, Noun, Verb},
    plan::{Channel, ChannelId, Contact, JourneyId, Plan, StepId, SubPhaseId, Touchpoint, TouchpointId, TypedId},
    route::Area,
};

/// The fields of the touchpoint, folded: they hold in all journeys. Nothing where the step has none.
#[component]
pub fn TouchpointDetails(panel: StepData) -> impl IntoView {
    let touchpoint = Memo::new(move |_| panel.touchpoint());
    move || touchpoint.get().map(|id| view! { <Details panel id /> })
}

#[component]
fn Details(panel: StepData, id: TouchpointId) -> impl IntoView {
    let texts = use_texts();
    let (settings, words) = (&texts.settings, &texts.map.work);
    let map = panel.map;
    let own = id.clone();
    let record = Memo::new(move |_| map.touchpoints.with(|table| table.0.get(&own).cloned().map(Shared)));
    let read = move |read: fn(&Touchpoint) -> String| {
        Signal::derive(move || record.with(|record| record.as_ref().map(|record| read(record)).unwrap_or_default()))
    };
    let settings_link = map.workspace.link(Area::Settings, Some(id.as_id()));
    let id = StoredValue::new(id);
    let change = move |change: Box<dyn FnOnce(&mut Touchpoint)>| {
        map.edit(Label::new(Verb::Change, Noun::Touchpoint), |plan| plan.touchpoints.update(&id.get_value(), change));
    };
    let sub_phases = map.workspace.select(move |plan| {
        let all = plan.sub_phases.ids().map(|id| (id.to_string(), plan.sub_phase_name(id, texts)));
        with_first(settings.not_chosen, all)
    });
    let set_sub_phase = move |key: String| {
        let sub_phase = SubPhaseId::try_from(key.as_str()).ok();
        change(Box::new(move |touchpoint| touchpoint.sub_phase = sub_phase));
    };
    let key = move |contact: Contact| (texts.terms.contact)(contact).to_owned();
    let contacts = with_first(settings.not_chosen, Contact::ALL.iter().map(|contact| (key(*contact), key(*contact))));
    let contact = Signal::derive(move || {
        record.with(|record| record.as_ref().and_then(|record| record.contact).map(key).unwrap_or_default())
    });
    let set_contact = move |chosen: String| {
        let contact = Contact::ALL.iter().copied().find(|contact| key(*contact) == chosen);
        change(Box::new(move |touchpoint| touchpoint.contact = contact));
    };
    view! {
        <details class="panel-section panel-fold">
            <summary>{words.touchpoint_more}</summary>
            <div class="field-stack">
                <p class="secondary">{words.touchpoint_everywhere}</p>
                <Channels panel id=id.get_value() />
                <SelectField
                    label=texts.journeys.sub_phase_field
                    options=sub_phases
                    value=read(|touchpoint| touchpoint.sub_phase.as_ref().map(ToString::to_string).unwrap_or_default())
                    on_commit=set_sub_phase
                />
                <SelectField label=settings.contact options=Signal::stored(contacts) value=contact on_commit=set_contact />
                <LabelledText
                    label=words.touchpoint_notes
                    value=read(|touchpoint| touchpoint.notes.clone())
                    placeholder=words.notes_empty
                    multiline=true
                    on_commit=move |notes: String| change(Box::new(move |touchpoint| touchpoint.notes = notes))
                />
                <OtherJourneys panel id=id.get_value() />
                <p><a href=settings_link>{words.touchpoint_settings}</a></p>
            </div>
        </details>
    }
}

/// What is done to a touchpoint, and to the plan beside it.
type TouchpointEdit = Box<dyn FnOnce(&mut Plan, &TouchpointId)>;

/// The channels of the touchpoint, which its steps have as long as they have none of their own.
#[component]
fn Channels(panel: StepData, id: TouchpointId) -> impl IntoView {
    let texts = use_texts();
    let journeys = &texts.journeys;
    let map = panel.map;
    let id = StoredValue::new(id);
    let named = |channel: &Channel| (channel.id.to_string(), texts.terms.named(&channel.name).to_owned());
    let chosen = map.workspace.select(move |plan| {
        let touchpoint = id.with_value(|id| plan.touchpoints.get(id));
        let channels = touchpoint.map(|touchpoint| touchpoint.channels.as_slice()).unwrap_or_default();
        channels.iter().filter_map(|id| Some(named(plan.channels.get(id)?))).collect::<Vec<_>>()
    });
    let options = map.workspace.select(move |plan| plan.channels.iter().map(|channel| named(channel)).collect::<Vec<_>>());
    let edit = move |verb: Verb, edit: TouchpointEdit| {
        map.edit(Label::new(verb, Noun::Channel), |plan| id.with_value(|id| edit(plan, id)));
    };
    let add = move |channel: String| {
        if let Ok(channel) = ChannelId::try_from(channel.as_str()) {
            edit(
                Verb::Add,
                Box::new(move |plan, id| {
                    plan.touchpoints.update(id, |touchpoint| touchpoint.channels.push(channel));
                }),
            );
        }
    };
    let create = move |name: String| {
        let channel: ChannelId = map.workspace.new_id();
        edit(
            Verb::Add,
            Box::new(move |plan, id| {
                plan.channels.insert(Channel::new(channel.clone(), &name));
                plan.touchpoints.update(id, |touchpoint| touchpoint.channels.push(channel));
            }),
        );
    };
    let remove = move |channel: String| {
        edit(
            Verb::Remove,
            Box::new(move |plan, id| {
                plan.touchpoints.update(id, |touchpoint| touchpoint.channels.retain(|own| own.as_str() != channel));
            }),
        );
    };
    view! {
        <ChipsPicker
            label=texts.map.work.touchpoint_channels
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
    }
}

/// The other journeys through the touchpoint, each at its first step there.
#[component]
fn OtherJourneys(panel: StepData, id: TouchpointId) -> impl IntoView {
    let texts = use_texts();
    let words = &texts.map.work;
    let map = panel.map;
    let others = map.workspace.select(move |plan| -> Vec<(JourneyId, StepId, String, &'static str)> {
        let here = map.id();
        let others = plan.journeys_through(&id).filter(|journey| journey.id != here);
        let line = |journey: &std::sync::Arc<reiseplan::plan::Journey>| {
            let step = journey.steps().find(|step| step.touchpoint.as_ref() == Some(&id))?;
            let title = texts.terms.named(&journey.title).to_owned();
            Some((journey.id.clone(), step.id.clone(), title, (texts.terms.journey_kind)(journey.kind)))
        };
        others.filter_map(line).collect()
    });
    let row = move |(journey, step, title, kind): (JourneyId, StepId, String, &'static str)| {
        view! {
            <li class="row">
                <a class="row-title" dir="auto" href=map.workspace.step_link(&journey, &step)>{title}</a>
                <span class="row-note">{kind}</span>
            </li>
        }
    };
    move || match others.get() {
        others if others.is_empty() => ().into_any(),
        others => view! {
            <div>
                <span class="field-label">{words.touchpoint_journeys}</span>
                <ul class="row-list">{others.into_iter().map(row).collect_view()}</ul>
            </div>
        }
        .into_any(),
    }
}
