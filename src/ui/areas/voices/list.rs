//! The voices as a table; sentiment and state are set where they stand.

use super::{PageState, Shown};
use crate::ui::{
    components::{Button, Column, DataTable, EmptyState, Gradual, SelectField, icons, next_order, with_first},
    voice::{HOME, VoiceHandle, sentiment_key},
    workspace::{use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::{
    editor::Verb,
    listing::voices::{VoiceColumn, VoiceFilter},
    plan::{Sentiment, TypedId, VoiceId, VoiceState},
    route::Area,
    texts::{Texts, format},
};

const COLUMNS: [VoiceColumn; 6] = [
    VoiceColumn::Text,
    VoiceColumn::On,
    VoiceColumn::Sentiment,
    VoiceColumn::Topics,
    VoiceColumn::Touchpoint,
    VoiceColumn::State,
];

/// Keys and words of sentiments, none of them first.
pub fn sentiment_choices(texts: &Texts) -> Vec<(String, String)> {
    let choice = |it| (sentiment_key(Some(it)).to_owned(), (texts.voices.sentiment_name)(it).to_owned());
    with_first(texts.voices.not_said, Sentiment::ALL.map(choice))
}

/// The sentiment of a key.
pub fn sentiment_of(key: &str) -> Option<Sentiment> {
    Sentiment::ALL.into_iter().find(|sentiment| sentiment_key(Some(*sentiment)) == key)
}

/// The key of a state in fields.
pub fn state_key(state: VoiceState) -> String {
    format!("{state:?}")
}

/// Keys and words of states.
pub fn state_choices(texts: &Texts) -> Vec<(String, String)> {
    VoiceState::ALL.map(|state| (state_key(state), (texts.voices.state_name)(state).to_owned())).to_vec()
}

/// The state of a key.
pub fn state_of(key: &str) -> Option<VoiceState> {
    VoiceState::ALL.into_iter().find(|state| state_key(*state) == key)
}

/// The list.
#[component]
pub fn List(shown: Shown) -> impl IntoView {
    let workspace = use_workspace();
    let words = &use_texts().voices;
    let state = expect_context::<PageState>();
    let gradual = Gradual::new(Signal::derive(move || shown.listed.with(Vec::len)), workspace.printing);
    Effect::new(move |before: Option<()>| {
        state.filter.track();
        state.sorted.track();
        if before.is_some() {
            gradual.restart();
        }
    });
    let on_page = move || {
        let limit = gradual.limit();
        shown.listed.with(|listed| listed.iter().take(limit).cloned().collect::<Vec<_>>())
    };
    let sorted = Signal::derive(move || {
        let (column, ascending) = state.sorted.get()?;
        Some((COLUMNS.iter().position(|own| *own == column)?, ascending))
    });
    let sort = move |at: usize| {
        let Some(column) = COLUMNS.get(at).copied() else { return };
        // Days come from the latest, else from the first.
        state.sorted.update(|sorted| *sorted = next_order(*sorted, column, column != VoiceColumn::On));
    };
    let columns = Signal::stored(COLUMNS.map(|column| Column::text((words.column)(column))).to_vec());
    view! {
        <div class="voices-table">
            <DataTable caption=words.voices caption_hidden=true columns sorted on_sort=Callback::new(sort)>
                <For each=on_page key=Clone::clone children=|id| view! { <Row id /> } />
            </DataTable>
            {gradual.end()}
        </div>
        {move || shown.listed.with(Vec::is_empty).then(|| view! {
            <EmptyState icon=icons::LuSearch title=words.none_shown text="">
                <Button label=words.show_all on_press=move |()| state.filter.set(VoiceFilter::default()) />
            </EmptyState>
        })}
    }
}

#[component]
fn Row(id: VoiceId) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.voices;
    let voice = VoiceHandle::new(HOME, id.clone());
    let heading = voice.signal(move |voice| texts.terms.named(&voice.text).to_owned());
    let touchpoint = Memo::new(move |_| {
        let id = voice.get(|voice| voice.touchpoint.clone());
        id.and_then(|id| workspace.with_plan(|plan| plan.touchpoints.get(&id).map(|it| it.name.clone()))).unwrap_or_default()
    });
    let own = id.as_id().clone();
    let current = move || workspace.is_at(&own);
    let field = move |column: VoiceColumn| Signal::derive(move || format!("{}: {}", (words.column)(column), heading.get()));
    let set_state = move |key: String| {
        if let Some(state) = state_of(&key) {
            voice.change(Verb::Change, |voice| voice.state = state);
        }
    };
    view! {
        <tr data-item=id.to_string() aria-current=move || current().then_some("true")>
            <th scope="row">
                <a class="voice-text" href=workspace.link(Area::Voices, Some(id.as_id())) dir="auto">{heading}</a>
            </th>
            <td class="voice-day">{voice.signal(move |voice| voice.on.map(|day| format::day(texts.language, day)).unwrap_or_default())}</td>
            <td class="voice-sentiment" data-sentiment=move || voice.get(|voice| sentiment_key(voice.sentiment))>
                <SelectField
                    label=field(VoiceColumn::Sentiment)
                    label_hidden=true
                    options=Signal::stored(sentiment_choices(texts))
                    value=voice.signal(|voice| sentiment_key(voice.sentiment).to_owned())
                    on_commit=move |key: String| voice.change(Verb::Change, |voice| voice.sentiment = sentiment_of(&key))
                />
            </td>
            <td dir="auto">{voice.signal(|voice| voice.topics.join(", "))}</td>
            <td dir="auto">{touchpoint}</td>
            <td>
                <SelectField
                    label=field(VoiceColumn::State)
                    label_hidden=true
                    options=Signal::stored(state_choices(texts))
                    value=voice.signal(|voice| state_key(voice.state))
                    on_commit=set_state
                />
            </td>
        </tr>
    }
}
