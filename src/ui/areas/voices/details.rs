//! The panel with all that is known of a voice.

use super::{
    findings::Findings,
    list::{sentiment_choices, sentiment_of, state_choices, state_key, state_of},
};
use crate::ui::{
    components::{Button, ButtonKind, ChipsPicker, DateField, EditableText, Panel, SelectField, TextField, icons, with_first},
    touchpoint::{ChosenTouchpoint, TouchpointPicker},
    voice::{HOME, VoiceHandle, sentiment_key},
    workspace::{use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::{
    editor::Verb,
    listing::voices::{VoiceColumn, has_topic, topics},
    plan::{Day, TypedId, VoiceId, VoiceOrigin},
    route::Area,
};

/// The panel.
#[component]
pub fn Details(id: VoiceId) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.voices;
    let voice = VoiceHandle::new(HOME, id);
    let text = voice.signal(|voice| voice.text.clone());
    let is_new = text.with_untracked(String::is_empty);
    let heading = Signal::derive(move || text.with(|text| texts.terms.named(text).to_owned()));
    let origin_key = |origin: VoiceOrigin| format!("{origin:?}");
    let origins = VoiceOrigin::ALL.map(|it| (origin_key(it), (words.origin_name)(it).to_owned()));
    let origins = with_first(words.not_said, origins);
    let set_state = move |key: String| {
        if let Some(state) = state_of(&key) {
            voice.change(Verb::Change, |voice| voice.state = state);
        }
    };
    let set_touchpoint = move |chosen: ChosenTouchpoint| {
        voice.change_plan(Verb::Change, |plan, voice| {
            let id = chosen.register(plan);
            plan.voices.update(voice, |voice| voice.touchpoint = Some(id));
        });
    };
    view! {
        <Panel
            label=Signal::derive(move || (words.details_of)(&heading.get()))
            close_label=texts.shell.close
            on_close=move |()| workspace.go(Area::Voices, None)
        >
            <div class="voice-said">
                <EditableText
                    label=words.text
                    value=text
                    on_commit=move |text: String| voice.change(Verb::Change, |voice| voice.text = text)
                    placeholder=words.text_empty
                    multiline=true
                    start_editing=is_new
                />
            </div>
            <div class="panel-section field-stack">
                <div class="voice-pair">
                    <SelectField
                        label=(words.column)(VoiceColumn::Sentiment)
                        options=Signal::stored(sentiment_choices(texts))
                        value=voice.signal(|voice| sentiment_key(voice.sentiment).to_owned())
                        on_commit=move |key: String| voice.change(Verb::Change, |voice| voice.sentiment = sentiment_of(&key))
                    />
                    <SelectField
                        label=(words.column)(VoiceColumn::State)
                        options=Signal::stored(state_choices(texts))
                        value=voice.signal(|voice| state_key(voice.state))
                        on_commit=set_state
                    />
                </div>
                <Topics voice />
                <TouchpointPicker
                    label=(words.column)(VoiceColumn::Touchpoint)
                    placeholder=words.touchpoint_none
                    chosen=voice.signal(|voice| voice.touchpoint.clone())
                    on_pick=set_touchpoint
                />
                <div class="voice-pair">
                    <DateField
                        label=(words.column)(VoiceColumn::On)
                        value=voice.signal(|voice| voice.on.map(|day| day.to_string()).unwrap_or_default())
                        on_commit=move |day: String| voice.change(Verb::Change, |voice| voice.on = Day::parse(&day))
                    />
                    <SelectField
                        label=words.origin
                        options=Signal::stored(origins)
                        value=voice.signal(move |voice| voice.origin.map(origin_key).unwrap_or_default())
                        on_commit=move |key: String| {
                            let origin = VoiceOrigin::ALL.into_iter().find(|it| origin_key(*it) == key);
                            voice.change(Verb::Change, |voice| voice.origin = origin);
                        }
                    />
                </div>
                <TextField
                    label=words.owner
                    value=voice.signal(|voice| voice.owner.clone())
                    placeholder=words.owner_empty
                    on_commit=move |owner: String| voice.change(Verb::Change, |voice| voice.owner = owner)
                />
                <SourceOf voice />
            </div>
            <Findings voice />
            <div class="panel-section">
                <Button
                    kind=ButtonKind::Danger
                    icon=icons::LuTrash2
                    label=words.delete
                    on_press=move |()| voice.delete(&heading.get_untracked())
                />
            </div>
        </Panel>
    }
}

/// What it is about.
#[component]
fn Topics(voice: VoiceHandle) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.voices;
    let all = workspace.select(|plan| topics(plan).into_iter().map(|(topic, _)| (topic.clone(), topic)).collect::<Vec<_>>());
    let chosen =
        voice.signal(|voice| voice.topics.iter().map(|topic| (topic.clone(), topic.clone())).collect::<Vec<(String, String)>>());
    let options = Memo::new(move |_| {
        let mut all = all.get();
        voice.get(|voice| all.retain(|(topic, _)| !has_topic(voice, topic)));
        all
    });
    let add = Callback::new(move |topic: String| {
        let topic = topic.trim().to_owned();
        voice.change(Verb::Change, |voice| {
            if !topic.is_empty() && !has_topic(voice, &topic) {
                voice.topics.push(topic);
            }
        });
    });
    let remove = move |topic: String| voice.change(Verb::Change, |voice| voice.topics.retain(|own| *own != topic));
    view! {
        <ChipsPicker
            label=(words.column)(VoiceColumn::Topics)
            chosen
            options
            on_add=add
            on_remove=remove
            remove_label=move |name: String| (words.remove)(&name)
            taken_label=texts.terms.taken
            on_create=add
            create_label=Callback::new(move |topic: String| (words.create_topic)(&topic))
            none_label=words.no_topic_fits
            placeholder=words.add_topic
        />
    }
}

/// The imported file that it stands in, if there is one.
#[component]
fn SourceOf(voice: VoiceHandle) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let source = Memo::new(move |_| {
        let id = voice.get(|voice| voice.source.clone())?;
        let title = workspace.with_plan(|plan| plan.sources.get(&id).map(|source| source.title.clone()))?;
        Some((id, texts.terms.named(&title).to_owned()))
    });
    move || {
        source.get().map(|(id, title)| {
            view! {
                <p class="voice-source">
                    {texts.voices.source} " "
                    <a href=workspace.link(Area::Import, Some(id.as_id())) dir="auto">{title}</a>
                </p>
            }
        })
    }
}
