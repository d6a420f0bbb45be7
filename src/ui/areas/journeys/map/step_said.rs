//! What customers said about the touchpoint of the step that the panel shows, and how it was when somebody took their
//! place there.

use super::step_panel::StepData;
use crate::ui::{
    components::{Button, ButtonKind, SectionHead},
    voice::{Quotes, quotes},
    workspace::use_texts,
};
use leptos::prelude::*;
use reiseplan::{
    plan::{Audit, AuditId, TypedId, Voice, VoiceId},
    route::Area,
    texts::format,
};
use std::{cmp::Reverse, sync::Arc};

/// Most voices shown before the user asks for all.
const SHOWN: usize = 3;

/// The voices on the touchpoint, the latest first; nothing where the plan has no voices.
#[component]
pub fn Voices(panel: StepData) -> impl IntoView {
    let texts = use_texts();
    let words = &texts.voices;
    let workspace = panel.map.workspace;
    let has_voices = workspace.select(|plan| !plan.voices.is_empty());
    let all = RwSignal::new(false);
    let here = workspace.select(move |plan| {
        let Some(touchpoint) = panel.touchpoint() else { return Vec::new() };
        let mut here: Vec<&Arc<Voice>> =
            plan.voices.iter().filter(|voice| voice.touchpoint.as_ref() == Some(&touchpoint)).collect();
        here.sort_by_key(|voice| Reverse(voice.on));
        let ids: Vec<VoiceId> = here.into_iter().map(|voice| voice.id.clone()).collect();
        quotes(plan, &ids, texts)
    });
    let count = Memo::new(move |_| here.with(Vec::len));
    let shown = Signal::derive(move || {
        here.with(|here| here.iter().take(if all.get() { usize::MAX } else { SHOWN }).cloned().collect::<Vec<_>>())
    });
    move || {
        has_voices.get().then(|| {
            view! {
                <section class="panel-section">
                    <SectionHead
                        title=words.here
                        note=Signal::derive(move || Some(count.get()).filter(|n| *n > 0).map(|n| n.to_string()).unwrap_or_default())
                        ruled=true
                    />
                    {move || (count.get() == 0).then(|| view! { <p class="entry-empty">{words.here_none}</p> })}
                    <Quotes quotes=shown />
                    {move || (count.get() > SHOWN && !all.get()).then(|| view! {
                        <Button kind=ButtonKind::Quiet label=(words.here_more)(count.get()) on_press=move |()| all.set(true) />
                    })}
                </section>
            }
        })
    }
}

/// An audit as a line: its title, day and mean rating.
#[derive(Clone, PartialEq)]
struct Line {
    id: AuditId,
    title: String,
    day: String,
    mean: String,
}

/// The audits of the touchpoint, the latest first; nothing where there is none.
#[component]
pub fn Audits(panel: StepData) -> impl IntoView {
    let texts = use_texts();
    let words = &texts.audits;
    let workspace = panel.map.workspace;
    let lines = workspace.select(move |plan| {
        let Some(touchpoint) = panel.touchpoint() else { return Vec::new() };
        let line = |audit: &Arc<Audit>| Line {
            id: audit.id.clone(),
            title: texts.terms.named(&audit.title).to_owned(),
            day: audit.on.map_or_else(|| words.no_day.to_owned(), |day| format::day(texts.language, day)),
            mean: audit
                .mean_rating()
                .map_or_else(|| "–".to_owned(), |mean| (words.mean_of)(&format::number(texts.language, mean, 1))),
        };
        plan.audits_of(&touchpoint).into_iter().map(line).collect::<Vec<_>>()
    });
    let row = move |line: Line| {
        view! {
            <li class="row">
                <a class="row-title" dir="auto" href=workspace.link(Area::Audits, Some(line.id.as_id()))>{line.title}</a>
                <span class="row-figure">{line.mean}</span>
                <span class="row-note">{line.day}</span>
            </li>
        }
    };
    let has_lines = Memo::new(move |_| lines.with(|lines| !lines.is_empty()));
    move || {
        has_lines.get().then(|| {
            view! {
                <section class="panel-section">
                    <SectionHead title=words.audits ruled=true />
                    <ul class="row-list">{move || lines.get().into_iter().map(row).collect_view()}</ul>
                </section>
            }
        })
    }
}
