//! Which journeys the list shows.

use super::list::{ListState, Shown};
use crate::ui::{
    components::{Button, ButtonKind, CheckField, Choices, ListFilters, Segmented, SelectField, phase_key, phase_of, with_first},
    workspace::{use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::{
    listing::journeys::{JourneyFilter, JourneyGrouping, MoodBand},
    plan::{JourneyKind, PersonaId, Phase},
};

/// The key of an entry among all of its kind: its place.
fn key<T: PartialEq>(all: &[T], chosen: Option<&T>) -> String {
    chosen.and_then(|chosen| all.iter().position(|own| own == chosen)).map(|at| at.to_string()).unwrap_or_default()
}

/// The entry with a key.
fn entry<T: Copy>(all: &[T], key: &str) -> Option<T> {
    all.get(key.parse::<usize>().ok()?).copied()
}

fn choices<T: Copy>(all: &[T], words: impl Fn(T) -> &'static str) -> Choices {
    all.iter().enumerate().map(|(at, entry)| (at.to_string(), words(*entry).to_owned())).collect()
}

/// Number of choices, beside kind and search, that leave something out.
fn count(filter: &JourneyFilter) -> usize {
    let set = [filter.phase.is_some(), filter.persona.is_some(), filter.mood.is_some(), filter.hurting];
    set.into_iter().filter(|set| *set).count()
}

/// Search, kind, filters and grouping.
#[component]
pub fn Filters(shown: Shown) -> impl IntoView {
    const KINDS: [JourneyKind; 2] = [JourneyKind::AsIs, JourneyKind::ToBe];
    let texts = use_texts();
    let words = &texts.journey_list;
    let filter = expect_context::<ListState>().filter;
    let set = move || filter.with(count);
    let label = move || match set() {
        0 => words.filters.to_owned(),
        n => (words.filters_set)(n),
    };
    let choice = view! {
        <Segmented
            label=words.kind
            options=Signal::stored(with_first(words.every_kind, choices(&KINDS, texts.terms.journey_kind)))
            value=Signal::derive(move || filter.with(|filter| key(&KINDS, filter.kind.as_ref())))
            on_pick=move |key: String| filter.update(|filter| filter.kind = entry(&KINDS, &key))
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
            <div class="list-check">
                <CheckField
                    label=words.only_hurting
                    value=Signal::derive(move || filter.with(|filter| filter.hurting))
                    on_commit=move |hurting| filter.update(|filter| filter.hurting = hurting)
                />
            </div>
            <Grouping />
            {move || (set() > 0).then(|| view! {
                <Button kind=ButtonKind::Link label=words.show_all on_press=move |()| filter.set(JourneyFilter::default()) />
            })}
        </ListFilters>
    }
}

/// The filters that choose one of a list.
#[component]
fn Choice() -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.journey_list;
    let filter = expect_context::<ListState>().filter;
    let named = |name: &str| texts.terms.named(name).to_owned();
    let phases = Phase::ALL.map(|phase| (phase_key(phase).to_owned(), (texts.terms.phase)(phase).to_owned())).to_vec();
    let personas = workspace
        .select(move |plan| with_first(words.every_persona, plan.personas.iter().map(|it| (it.id.to_string(), named(&it.name)))));
    view! {
        <SelectField
            label=words.phase
            options=Signal::stored(with_first(words.every_phase, phases))
            value=Signal::derive(move || filter.with(|filter| filter.phase.map(phase_key).unwrap_or_default().to_owned()))
            on_commit=move |key: String| filter.update(|filter| filter.phase = phase_of(&key))
        />
        <SelectField
            label=words.persona
            options=personas
            value=Signal::derive(move || filter.with(|filter| filter.persona.as_ref().map(ToString::to_string).unwrap_or_default()))
            on_commit=move |key: String| filter.update(|filter| filter.persona = PersonaId::try_from(&*key).ok())
        />
        <SelectField
            label=words.mood
            options=Signal::stored(with_first(words.every_mood, choices(&MoodBand::ALL, words.mood_band)))
            value=Signal::derive(move || filter.with(|filter| key(&MoodBand::ALL, filter.mood.as_ref())))
            on_commit=move |key: String| filter.update(|filter| filter.mood = entry(&MoodBand::ALL, &key))
        />
    }
}

/// What the list is grouped by.
#[component]
fn Grouping() -> impl IntoView {
    let words = &use_texts().journey_list;
    let grouping = expect_context::<ListState>().grouping;
    view! {
        <SelectField
            label=words.group
            options=Signal::stored(choices(&JourneyGrouping::ALL, words.grouping))
            value=Signal::derive(move || key(&JourneyGrouping::ALL, Some(&grouping.get())))
            on_commit=move |key: String| grouping.set(entry(&JourneyGrouping::ALL, &key).unwrap_or_default())
        />
    }
}
