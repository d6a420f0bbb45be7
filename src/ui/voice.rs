//! Voices as fields and other pages see them: where they are, and a few of them as quotes.

use super::{
    components::{IconButton, icons},
    record::{Home, RecordHandle},
    workspace::{use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::{
    editor::Noun,
    plan::{Plan, Sentiment, TypedId, Voice, VoiceId},
    route::Area,
    texts::{Texts, format},
};

/// Where voices are.
pub const HOME: Home<Voice> =
    Home { table: |plan| &plan.voices, table_mut: |plan| &mut plan.voices, area: Area::Voices, noun: Noun::Voice };

/// A voice, to be read and changed.
pub type VoiceHandle = RecordHandle<Voice>;

/// The key of a sentiment in fields and in the style sheet.
pub fn sentiment_key(sentiment: Option<Sentiment>) -> &'static str {
    match sentiment {
        Some(Sentiment::Negative) => "negative",
        Some(Sentiment::Neutral) => "neutral",
        Some(Sentiment::Positive) => "positive",
        None => "",
    }
}

/// A voice as a quote.
#[derive(Clone, PartialEq)]
pub struct Quote {
    id: VoiceId,
    text: String,
    note: String,
    sentiment: Option<Sentiment>,
}

/// Voices of a plan as quotes; those that don't exist are left out.
pub fn quotes<'a>(plan: &Plan, ids: impl IntoIterator<Item = &'a VoiceId>, texts: &Texts) -> Vec<Quote> {
    let words = &texts.voices;
    let quote = |id: &VoiceId| {
        let voice = plan.voices.get(id)?;
        let facts = [
            voice.on.map(|day| format::day(texts.language, day)),
            voice.origin.map(|origin| (words.origin_name)(origin).to_owned()),
            voice.sentiment.map(|sentiment| (words.sentiment_name)(sentiment).to_owned()),
        ];
        let note = facts.into_iter().flatten().collect::<Vec<_>>().join(" · ");
        let text = texts.terms.named(&voice.text).to_owned();
        Some(Quote { id: id.clone(), text, note, sentiment: voice.sentiment })
    };
    ids.into_iter().filter_map(quote).collect()
}

/// Quotes that lead to their voices.
#[component]
pub fn Quotes(
    /// What is quoted.
    #[prop(into)]
    quotes: Signal<Vec<Quote>>,
    /// Takes a voice away from what it backs.
    #[prop(optional, into)]
    on_unlink: Option<Callback<VoiceId>>,
) -> impl IntoView {
    let workspace = use_workspace();
    let words = &use_texts().voices;
    let row = move |quote: Quote| {
        let unlink = on_unlink.map(|on_unlink| {
            let id = quote.id.clone();
            let label = (words.unlink)(&quote.text);
            view! { <IconButton small=true icon=icons::LuX label on_press=move |()| on_unlink.run(id.clone()) /> }
        });
        view! {
            <li class="voice-quote" data-sentiment=sentiment_key(quote.sentiment)>
                <a href=workspace.link(Area::Voices, Some(quote.id.as_id())) dir="auto">{quote.text}</a>
                {unlink}
                <span class="row-note">{quote.note}</span>
            </li>
        }
    };
    view! { <ul class="voice-quotes">{move || quotes.get().into_iter().map(row).collect_view()}</ul> }.into_any()
}
