//! What the voices that are shown say together: topics with their sentiment, months, and who waits for an answer.

use super::{PageState, Shown};
use crate::ui::{
    components::{HelpHint, SectionHead},
    platform::clock,
    voice::sentiment_key,
    workspace::{use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::{
    listing::voices::{Sentiments, Waiting, by_month, by_topic, waiting},
    plan::{Month, Sentiment, Voice},
    texts::format,
};

/// Most topics and months shown.
const TOPICS: usize = 8;
const MONTHS: usize = 12;

/// The three views side by side.
#[component]
pub fn Glance(shown: Shown) -> impl IntoView {
    view! {
        <div class="voices-glance">
            <Topics shown />
            <Months shown />
            <Waits shown />
        </div>
    }
}

/// Takes something out of the voices that are shown.
fn of_shown<T: PartialEq + Send + Sync + 'static>(
    shown: Shown,
    take: impl Fn(&mut dyn Iterator<Item = &Voice>) -> T + Send + Sync + 'static,
) -> Memo<T> {
    let workspace = use_workspace();
    Memo::new(move |_| {
        shown.listed.with(|ids| {
            workspace.with_plan(|plan| take(&mut ids.iter().filter_map(|id| plan.voices.get(id).map(|voice| &**voice))))
        })
    })
}

/// A bar of sentiments as long as its share of `longest`, with the numbers for those who don't see it.
fn bar(counts: Sentiments, longest: usize, words: String) -> impl IntoView {
    let width = |count: usize| format!("{:.2}%", 100.0 * count as f64 / longest.max(1) as f64);
    let part = |sentiment: &'static str, count: usize| {
        (count > 0).then(|| view! { <span data-sentiment=sentiment style:inline-size=width(count)></span> })
    };
    view! {
        <span class="voices-bar" title=words.clone() aria-hidden="true">
            {part("negative", counts.negative)} {part("neutral", counts.neutral)} {part("positive", counts.positive)}
            {part("", counts.unknown)}
        </span>
        <span class="visually-hidden">{words}</span>
    }
}

#[component]
fn Topics(shown: Shown) -> impl IntoView {
    let words = &use_texts().voices;
    let filter = expect_context::<PageState>().filter;
    let topics = of_shown(shown, |voices| by_topic(voices));
    let rows = move || {
        let mut topics = topics.get();
        let longest = topics.iter().map(|(_, counts)| counts.all()).max().unwrap_or_default();
        topics.truncate(TOPICS);
        let row = move |(topic, counts): (Option<String>, Sentiments)| {
            let said = (words.counts)(counts.negative, counts.neutral, counts.positive, counts.unknown);
            let name = match topic {
                None => view! { <span class="voices-name">{words.no_topic}</span> }.into_any(),
                Some(topic) => {
                    let hint = (words.only_topic)(&topic);
                    let own = topic.clone();
                    let only = move |_| filter.update(|filter| filter.topic = Some(own.clone()));
                    view! { <button type="button" class="voices-name" title=hint dir="auto" on:click=only>{topic}</button> }
                        .into_any()
                }
            };
            view! { <li>{name} {bar(counts, longest, said)} <span class="voices-number">{counts.all()}</span></li> }
        };
        topics.into_iter().map(row).collect_view()
    };
    view! {
        <section>
            <SectionHead
                title=words.by_topic
                help=view! { <HelpHint label=words.by_topic title=words.by_topic text=words.by_topic_help /> }.into_any()
            />
            <ul class="voices-bars">{rows}</ul>
            <p class="voices-legend" aria-hidden="true">
                {Sentiment::ALL.map(|it| {
                    let key = sentiment_key(Some(it));
                    view! { <span data-sentiment=key>{(words.sentiment_name)(it)}</span> }
                })}
                <span data-sentiment="">{words.not_said}</span>
            </p>
        </section>
    }
}

#[component]
fn Months(shown: Shown) -> impl IntoView {
    let texts = use_texts();
    let words = &texts.voices;
    let months = of_shown(shown, |voices| by_month(voices, MONTHS));
    let rows = move || {
        let months = months.get();
        let longest = months.iter().map(|(_, counts)| counts.all()).max().unwrap_or_default();
        let row = move |(month, counts): (Month, Sentiments)| {
            let said = (words.counts)(counts.negative, counts.neutral, counts.positive, counts.unknown);
            view! {
                <li>
                    <span class="voices-name">{format::month(texts.language, month)}</span>
                    {bar(counts, longest, said)}
                    <span class="voices-number">{counts.all()}</span>
                </li>
            }
        };
        months.into_iter().map(row).collect_view()
    };
    view! {
        <section>
            <SectionHead title=words.by_month />
            <ul class="voices-bars">{rows}</ul>
            {move || months.with(Vec::is_empty).then(|| view! { <p class="secondary">{words.no_month}</p> })}
        </section>
    }
}

#[component]
fn Waits(shown: Shown) -> impl IntoView {
    let words = &use_texts().voices;
    let today = clock::today();
    let counts = of_shown(shown, move |voices| waiting(voices, today));
    let rows = move || {
        let counts = counts.get();
        let longest = counts.iter().copied().max().unwrap_or_default();
        let row = move |(class, count): (Waiting, usize)| {
            let width = format!("{:.2}%", 100.0 * count as f64 / longest.max(1) as f64);
            (count > 0).then(|| {
                view! {
                    <li>
                        <span class="voices-name">{(words.waiting_class)(class)}</span>
                        <span class="voices-bar" aria-hidden="true"><span data-waiting style:inline-size=width></span></span>
                        <span class="voices-number">{count}</span>
                    </li>
                }
            })
        };
        Waiting::ALL.into_iter().zip(counts).map(row).collect_view()
    };
    view! {
        <section>
            <SectionHead
                title=words.waiting
                help=view! { <HelpHint label=words.waiting title=words.waiting text=words.waiting_help /> }.into_any()
            />
            <ul class="voices-bars">{rows}</ul>
            {move || (counts.get() == [0; 5]).then(|| view! { <p class="secondary">{words.nobody_waits}</p> })}
        </section>
    }
}
