//! All audits, the latest first, and the touchpoints that nobody has audited.

use super::{begin, change, day, heading, mean};
use crate::ui::{
    components::{Button, ButtonKind, Column, DataTable, EmptyState, HelpHint, PageHead, SectionHead, icons},
    workspace::{use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::{
    plan::{Audit, AuditId, Measurement, Plan, TouchpointId, TypedId},
    route::Area,
    texts::{Texts, format},
};
use std::{cmp::Reverse, collections::BTreeSet};

/// How many touchpoints without an audit are shown before the user asks for all.
const SHOWN: usize = 8;

/// An audit as a row, in words.
#[derive(Clone, PartialEq)]
struct Row {
    id: AuditId,
    title: String,
    touchpoint: String,
    day: String,
    mean: String,
    change: String,
    rated: String,
    measured: String,
}

fn rows(plan: &Plan, texts: &Texts) -> Vec<Row> {
    let words = &texts.audits;
    let row = |audit: &Audit| {
        let touchpoint = audit.touchpoint.as_ref().and_then(|id| plan.touchpoints.get(id));
        Row {
            id: audit.id.clone(),
            title: heading(audit, texts),
            touchpoint: touchpoint.map(|touchpoint| touchpoint.name.clone()).unwrap_or_default(),
            day: day(audit, texts),
            mean: mean(audit, texts).unwrap_or_default(),
            change: plan.audit_before(audit).and_then(|before| change(audit, before, texts)).unwrap_or_default(),
            rated: (words.rated_of)(audit.rated(), audit.questions.len()),
            measured: measured(&audit.measurements, texts),
        }
    };
    let mut audits: Vec<_> = plan.audits.iter().collect();
    audits.sort_by_key(|audit| Reverse(audit.on));
    audits.into_iter().map(|audit| row(audit)).collect()
}

/// What was measured, in one line.
fn measured(measurements: &[Measurement], texts: &Texts) -> String {
    let measured = measurements.iter().filter_map(|it| {
        let value = it.value?;
        let decimals = if value.fract() == 0.0 { 0 } else { 1 };
        Some(format!("{} {} {}", it.name, format::number(texts.language, value, decimals), it.unit).trim().to_owned())
    });
    measured.collect::<Vec<_>>().join(" · ")
}

/// Touchpoints without an audit, with their names; those that most journeys lead through come first.
fn unchecked(plan: &Plan, texts: &Texts) -> Vec<(TouchpointId, String)> {
    let checked: BTreeSet<_> = plan.audits.iter().filter_map(|audit| audit.touchpoint.clone()).collect();
    let mut unchecked: Vec<_> = plan.touchpoints.iter().filter(|touchpoint| !checked.contains(&touchpoint.id)).collect();
    unchecked.sort_by_cached_key(|touchpoint| Reverse(plan.journeys_through(&touchpoint.id).count()));
    let named = |name: &str| texts.terms.named(name).to_owned();
    unchecked.into_iter().map(|touchpoint| (touchpoint.id.clone(), named(&touchpoint.name))).collect()
}

/// The page.
#[component]
pub fn AuditList() -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.audits;
    let facts = workspace.select(move |plan| {
        let touchpoints: BTreeSet<_> = plan.audits.iter().filter_map(|audit| audit.touchpoint.as_ref()).collect();
        (words.facts)(plan.audits.len(), touchpoints.len())
    });
    let is_empty = workspace.select(|plan| plan.audits.is_empty());
    let new_audit = move || {
        view! {
            <Button kind=ButtonKind::Primary icon=icons::LuPlus label=words.new_audit on_press=move |()| begin(workspace, None) />
        }
    };
    let body = move || match is_empty.get() {
        true => view! {
            <EmptyState icon=icons::LuFootprints title=words.empty_title text=words.empty_text>{new_audit()}</EmptyState>
        }
        .into_any(),
        false => view! { <Table /> }.into_any(),
    };
    view! {
        <div class="page audits">
            <PageHead title=(texts.shell.area)(Area::Audits) subtitle=facts>
                {move || (!is_empty.get()).then(new_audit)}
            </PageHead>
            {body}
            <Unchecked />
        </div>
    }
}

#[component]
fn Table() -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.audits;
    let rows = workspace.select(move |plan| rows(plan, texts));
    let columns = vec![
        Column::text(words.audit),
        Column::text(words.touchpoint),
        Column::text(words.on),
        Column::number(words.mean),
        Column::number(words.change),
        Column::number(words.rated),
        Column::text(words.measured),
    ];
    let row = move |row: Row| {
        view! {
            <tr>
                <th scope="row"><a href=workspace.link(Area::Audits, Some(row.id.as_id())) dir="auto">{row.title}</a></th>
                <td dir="auto">{row.touchpoint}</td>
                <td class="audit-day">{row.day}</td>
                <td class="num">{row.mean}</td>
                <td class="num">{row.change}</td>
                <td class="num">{row.rated}</td>
                <td dir="auto">{row.measured}</td>
            </tr>
        }
    };
    view! {
        <DataTable caption=words.audits caption_hidden=true columns=Signal::stored(columns)>
            {move || rows.get().into_iter().map(row).collect_view()}
        </DataTable>
    }
}

/// Touchpoints that nobody has audited, to begin with.
#[component]
fn Unchecked() -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.audits;
    let all = RwSignal::new(false);
    let unchecked = workspace.select(move |plan| unchecked(plan, texts));
    let count = Memo::new(move |_| unchecked.with(Vec::len));
    let shown = move || unchecked.get().into_iter().take(if all.get() { usize::MAX } else { SHOWN }).collect::<Vec<_>>();
    let line = move |(id, name): (TouchpointId, String)| {
        let hint = (words.check_of)(&name);
        view! {
            <li class="audit-unchecked">
                <span dir="auto">{name}</span>
                <Button
                    kind=ButtonKind::Quiet
                    label=words.check
                    hint
                    on_press=move |()| begin(workspace, Some(id.clone()))
                />
            </li>
        }
    };
    let more = move || {
        let more = count.get().saturating_sub(SHOWN);
        (more > 0 && !all.get()).then(|| {
            view! { <Button kind=ButtonKind::Quiet label=(words.unchecked_more)(more) on_press=move |()| all.set(true) /> }
        })
    };
    move || {
        (count.get() > 0).then(|| {
            view! {
                <section class="audits-unchecked">
                    <SectionHead
                        title=words.unchecked
                        note=Signal::derive(move || count.get().to_string())
                        ruled=true
                        help=view! { <HelpHint label=words.unchecked title=words.unchecked text=words.unchecked_help /> }.into_any()
                    />
                    <ul class="row-list audits-unchecked-list">
                        <For each=shown key=Clone::clone children=line />
                    </ul>
                    {more}
                </section>
            }
        })
    }
}
