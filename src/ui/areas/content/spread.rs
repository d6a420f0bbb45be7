//! How contents spread over intents and buying phases, and what that lacks.

use crate::ui::{
    components::{Column, DataTable, HelpHint, SectionHead, phase_key},
    workspace::{use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::{
    figures::content::{IntentShare, contents_by_phase, intent_shares, usual_share},
    plan::{Intent, Phase, SubPhaseId},
    texts::format,
};

/// Bars of the intents beside the contents of each buying phase.
#[component]
pub fn Spread() -> impl IntoView {
    view! {
        <div class="content-spread">
            <Intents />
            <Phases />
        </div>
    }
}

#[component]
fn Intents() -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.content;
    let shares = workspace.select(intent_shares);
    let bar = move |share: IntentShare| {
        let percent = |share: f64| format::percent(texts.language, share, 0);
        let usual = usual_share(share.intent);
        let width = |share: f64| format!("{:.1}%", share * 100.0);
        let lacks = share.lacking > 0;
        let own = share.share.map_or_else(|| "–".to_owned(), percent);
        let figures = (words.share)(&own, share.count, &percent(usual));
        // Where no content has an intent yet, nothing is said of what is enough.
        let verdict = share.share.map(|_| if lacks { (words.lacking)(share.lacking) } else { words.enough.to_owned() });
        view! {
            <li class="content-intent" data-lacking=lacks.then_some("")>
                <span class="content-intent-name">{(words.intent_name)(share.intent)}</span>
                <span class="content-bar" aria-hidden="true">
                    <span class="content-bar-fill" style:inline-size=width(share.share.unwrap_or_default())></span>
                    <span class="content-bar-usual" style:inset-inline-start=width(usual)></span>
                </span>
                <span class="content-intent-figures">{figures}</span>
                <span class="content-intent-verdict">{verdict}</span>
            </li>
        }
    };
    view! {
        <section>
            <SectionHead
                title=words.spread
                help=view! { <HelpHint label=words.spread title=words.spread text=words.spread_help /> }.into_any()
            />
            <ul class="content-intents">{move || shares.get().map(bar).collect_view()}</ul>
            {move || {
                let unsaid = shares.with(|shares| shares.iter().all(|share| share.share.is_none()));
                unsaid.then(|| view! { <p class="secondary">{words.no_intent}</p> })
            }}
        </section>
    }
}

#[component]
fn Phases() -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.content;
    let rows = workspace.select(move |plan| {
        let named = |(id, counts): (SubPhaseId, [usize; 3])| (plan.sub_phase_name(&id, texts), counts);
        contents_by_phase(plan).into_iter().map(named).collect::<Vec<_>>()
    });
    let intents = Intent::ALL.map(|intent| Column::number((words.intent_name)(intent)));
    let columns: Vec<Column> = std::iter::once(Column::text(words.phase)).chain(intents).collect();
    let row = move |(name, counts): (String, [usize; 3])| {
        let cell = |(at, count): (usize, usize)| {
            let lacks = at == 0 && count == 0;
            let text = if lacks { words.no_informing.to_owned() } else { count.to_string() };
            view! { <td class="num" data-lacking=lacks.then_some("")>{text}</td> }
        };
        view! {
            <tr>
                <th scope="row" data-phase=phase_key(Phase::Acquisition)>{name}</th>
                {counts.into_iter().enumerate().map(cell).collect_view()}
            </tr>
        }
    };
    view! {
        <section>
            <SectionHead title=words.by_phase />
            <DataTable caption=words.by_phase caption_hidden=true columns=Signal::stored(columns)>
                {move || rows.get().into_iter().map(row).collect_view()}
            </DataTable>
        </section>
    }
}
