//! Which voices are shown, and what can be done to all of them at once.

use super::{
    PageState, Shown,
    list::{state_choices, state_key, state_of},
};
use crate::ui::{
    components::{Button, ButtonKind, ListFilters, Picker, Segmented, SelectField, with_first},
    touchpoint::{ChosenTouchpoint, TouchpointPicker},
    voice::{HOME, sentiment_key},
    workspace::{use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::{
    editor::{Label, Place, Verb},
    listing::voices::{VoiceColumn, VoiceFilter, has_topic, topics},
    plan::{Sentiment, SourceId, TouchpointId, VoiceOrigin},
    route::Area,
};

/// Number of choices, beside state and search, that leave something out.
fn count(filter: &VoiceFilter) -> usize {
    [
        filter.sentiment.is_some(),
        filter.origin.is_some(),
        filter.touchpoint.is_some(),
        filter.topic.is_some(),
        filter.source.is_some(),
    ]
    .into_iter()
    .filter(|set| *set)
    .count()
}

/// Search, state and filters.
#[component]
pub fn Filters(shown: Shown) -> impl IntoView {
    let texts = use_texts();
    let words = &texts.voices;
    let filter = expect_context::<PageState>().filter;
    let states = with_first(words.every, state_choices(texts));
    let pick_state = move |key: String| filter.update(|filter| filter.state = state_of(&key));
    let set = move || filter.with(count);
    let label = move || match set() {
        0 => words.filters.to_owned(),
        n => (words.filters_set)(n),
    };
    let choice = view! {
        <Segmented
            label=(words.column)(VoiceColumn::State)
            options=Signal::stored(states)
            value=Signal::derive(move || filter.with(|filter| filter.state.map(state_key).unwrap_or_default()))
            on_pick=pick_state
        />
    };
    view! {
        <ListFilters
            search_label=words.search
            search=Signal::derive(move || filter.with(|filter| filter.search.clone()))
            on_search=move |search: String| filter.update(|filter| filter.search = search)
            choice=choice.into_any()
            filters_label=Signal::derive(label)
            count=Signal::derive(move || (words.shown)(shown.listed.with(Vec::len), shown.all.get()))
        >
            <Choice />
            {move || (filter.with(|filter| *filter != VoiceFilter::default())).then(|| view! {
                <Button kind=ButtonKind::Link label=words.show_all on_press=move |()| filter.set(VoiceFilter::default()) />
            })}
        </ListFilters>
        <ForShown shown />
    }
}

/// The filters that choose one of a list.
#[component]
fn Choice() -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.voices;
    let filter = expect_context::<PageState>().filter;
    let named = |name: &str| texts.terms.named(name).to_owned();
    let sentiments =
        Sentiment::ALL.map(|it| (sentiment_key(Some(it)).to_owned(), (words.sentiment_name)(it).to_owned())).to_vec();
    let origin_key = |origin: VoiceOrigin| format!("{origin:?}");
    let origins = VoiceOrigin::ALL.map(|it| (origin_key(it), (words.origin_name)(it).to_owned())).to_vec();
    let all_topics = workspace.select(move |plan| {
        with_first(words.every, topics(plan).into_iter().map(|(topic, count)| (topic.clone(), format!("{topic} ({count})"))))
    });
    let touchpoints = workspace.select(move |plan| {
        let used = plan.touchpoints.iter().filter(|it| plan.voices.iter().any(|voice| voice.touchpoint.as_ref() == Some(&it.id)));
        with_first(words.every, used.map(|it| (it.id.to_string(), named(&it.name))))
    });
    let sources = workspace.select(move |plan| {
        let used = plan.sources.iter().filter(|it| plan.voices.iter().any(|voice| voice.source.as_ref() == Some(&it.id)));
        with_first(words.every, used.map(|it| (it.id.to_string(), named(&it.title))))
    });
    fn key<I: ToString>(id: &Option<I>) -> String {
        id.as_ref().map(ToString::to_string).unwrap_or_default()
    }
    let read = move |read: fn(&VoiceFilter) -> String| Signal::derive(move || filter.with(read));
    view! {
        <SelectField
            label=words.topic
            options=all_topics
            value=read(|filter| filter.topic.clone().unwrap_or_default())
            on_commit=move |topic: String| filter.update(|filter| filter.topic = Some(topic).filter(|topic| !topic.is_empty()))
        />
        <SelectField
            label=(words.column)(VoiceColumn::Sentiment)
            options=Signal::stored(with_first(words.every, sentiments))
            value=read(|filter| sentiment_key(filter.sentiment).to_owned())
            on_commit=move |key: String| {
                let sentiment = Sentiment::ALL.into_iter().find(|it| sentiment_key(Some(*it)) == key);
                filter.update(|filter| filter.sentiment = sentiment);
            }
        />
        <SelectField
            label=words.origin
            options=Signal::stored(with_first(words.every, origins))
            value=Signal::derive(move || filter.with(|filter| filter.origin.map(origin_key).unwrap_or_default()))
            on_commit=move |key: String| {
                let origin = VoiceOrigin::ALL.into_iter().find(|it| origin_key(*it) == key);
                filter.update(|filter| filter.origin = origin);
            }
        />
        <SelectField
            label=(words.column)(VoiceColumn::Touchpoint)
            options=touchpoints
            value=read(|filter| key(&filter.touchpoint))
            on_commit=move |key: String| filter.update(|filter| filter.touchpoint = TouchpointId::try_from(&*key).ok())
        />
        <SelectField
            label=words.source
            options=sources
            value=read(|filter| key(&filter.source))
            on_commit=move |key: String| filter.update(|filter| filter.source = SourceId::try_from(&*key).ok())
        />
    }
}

/// Gives a topic or a touchpoint to all voices that are shown, in one step: search, then sort.
#[component]
fn ForShown(shown: Shown) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.voices;
    let filter = expect_context::<PageState>().filter;
    let topic_options =
        workspace.select(|plan| topics(plan).into_iter().map(|(topic, _)| (topic.clone(), topic)).collect::<Vec<_>>());
    let label = Label::new(Verb::Change, HOME.noun);
    let give_topic = Callback::new(move |topic: String| {
        let topic = topic.trim().to_owned();
        let ids = shown.listed.get_untracked();
        workspace.edit(label, Place::area(Area::Voices), |plan| {
            for id in &ids {
                plan.voices.update(id, |voice| {
                    if !has_topic(voice, &topic) {
                        voice.topics.push(topic.clone());
                    }
                });
            }
        });
        workspace.tell_undoable((words.topic_given)(&topic, ids.len()));
    });
    let give_touchpoint = move |chosen: ChosenTouchpoint| {
        let ids = shown.listed.get_untracked();
        let touchpoint = chosen.id.clone();
        workspace.edit(label, Place::area(Area::Voices), |plan| {
            let touchpoint = chosen.register(plan);
            for id in &ids {
                plan.voices.update(id, |voice| voice.touchpoint = Some(touchpoint.clone()));
            }
        });
        let name = workspace.with_plan(|plan| plan.touchpoints.get(&touchpoint).map(|it| it.name.clone()).unwrap_or_default());
        let name = texts.terms.named(&name);
        workspace.tell_undoable((words.touchpoint_given)(name, ids.len()));
    };
    // Only what was searched or filtered for is sorted at once: all voices together seldom have one topic.
    let is_narrowed = Memo::new(move |_| {
        filter.with(|filter| *filter != VoiceFilter::default()) && shown.listed.with(|listed| !listed.is_empty())
    });
    move || {
        is_narrowed.get().then(|| {
            view! {
                <div class="list-for-several no-print">
                    <span>{move || (words.all_shown)(shown.listed.with(Vec::len))}</span>
                    <Picker
                        label=words.topic_for_shown
                        label_hidden=true
                        placeholder=words.topic_for_shown
                        options=topic_options
                        on_pick=give_topic
                        on_create=give_topic
                        create_label=move |topic: String| (words.create_topic)(&topic)
                        none_label=words.no_topic_fits
                    />
                    <TouchpointPicker
                        label=words.touchpoint_for_shown
                        label_hidden=true
                        placeholder=words.touchpoint_for_shown
                        on_pick=give_touchpoint
                    />
                </div>
            }
        })
    }
}
