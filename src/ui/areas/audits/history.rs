//! What else is known of an audit's touchpoint: how it was at other times, and what hurts there.

use super::{AuditHandle, change, day, heading, mean};
use crate::ui::{
    components::SectionHead,
    workspace::{use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::{
    plan::{Audit, AuditId, Id, TouchpointId, TypedId},
    route::Area,
};
use std::sync::Arc;

/// Another audit as a line.
#[derive(Clone, PartialEq)]
struct Line {
    id: AuditId,
    title: String,
    day: String,
    mean: String,
    change: String,
    shown: bool,
}

/// The column at the right.
#[component]
pub fn History(audit: AuditHandle) -> impl IntoView {
    let words = &use_texts().audits;
    let touchpoint = audit.signal(|audit| audit.touchpoint.clone());
    let touchpoint = Memo::new(move |_| touchpoint.get());
    move || match touchpoint.get() {
        None => view! { <aside class="audit-history"><p class="secondary">{words.no_touchpoint_yet}</p></aside> }.into_any(),
        Some(touchpoint) => view! {
            <aside class="audit-history">
                <Others audit touchpoint=touchpoint.clone() />
                <PainPoints touchpoint />
            </aside>
        }
        .into_any(),
    }
}

#[component]
fn Others(audit: AuditHandle, touchpoint: TouchpointId) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.audits;
    let own = audit.id();
    let lines = workspace.select(move |plan| {
        let line = |audit: &Arc<Audit>| Line {
            id: audit.id.clone(),
            title: heading(audit, texts),
            day: day(audit, texts),
            mean: mean(audit, texts).unwrap_or_else(|| "–".to_owned()),
            change: plan.audit_before(audit).and_then(|before| change(audit, before, texts)).unwrap_or_default(),
            shown: audit.id == own,
        };
        plan.audits_of(&touchpoint).into_iter().map(line).collect::<Vec<_>>()
    });
    let row = move |line: Line| {
        let title = match line.shown {
            true => view! { <span class="row-title" dir="auto" aria-current="true">{line.title}</span> }.into_any(),
            false => {
                let href = workspace.link(Area::Audits, Some(line.id.as_id()));
                view! { <a class="row-title" dir="auto" href=href>{line.title}</a> }.into_any()
            }
        };
        view! {
            <li class="row">
                {title} <span class="row-figure">{line.mean}</span> <span class="row-note">{line.day}</span>
                <span class="row-figure row-note">{line.change}</span>
            </li>
        }
    };
    let is_first = Memo::new(move |_| lines.with(|lines| lines.len() < 2));
    view! {
        <section class="audit-section">
            <SectionHead title=words.history ruled=true />
            <ul class="row-list">{move || lines.get().into_iter().map(row).collect_view()}</ul>
            {move || is_first.get().then(|| view! { <p class="secondary">{words.history_none}</p> })}
        </section>
    }
}

#[component]
fn PainPoints(touchpoint: TouchpointId) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.audits;
    let lines = workspace.select(move |plan| {
        let here = plan.pain_points.iter().filter(|it| it.touchpoints.contains(&touchpoint));
        let named = |text: &str| texts.terms.named(text).to_owned();
        here.map(|it| (it.id.as_id().clone(), named(&it.text), (texts.terms.pain_point_state)(it.state))).collect::<Vec<_>>()
    });
    let row = move |(id, text, state): (Id, String, &'static str)| {
        view! {
            <li class="row">
                <a class="row-title" dir="auto" href=workspace.link(Area::Findings, Some(&id))>{text}</a>
                <span class="row-figure row-note">{state}</span>
            </li>
        }
    };
    view! {
        <section class="audit-section">
            <SectionHead title=words.pain_points ruled=true />
            {move || match lines.get() {
                lines if lines.is_empty() => view! { <p class="secondary">{words.pain_points_none}</p> }.into_any(),
                lines => view! { <ul class="row-list">{lines.into_iter().map(row).collect_view()}</ul> }.into_any(),
            }}
        </section>
    }
}
