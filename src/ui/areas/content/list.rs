//! The contents as a table, by buying phase.

use super::{ContentHandle, HOME, state_key};
use crate::ui::{
    components::{Column, DataTable, Pill, SectionHead},
    platform::clock,
    workspace::{use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::{
    plan::{ContentId, Plan, TypedId},
    route::Area,
    texts::format,
};

/// The contents in the order of the buying process; those without a phase last.
fn in_order(plan: &Plan) -> Vec<ContentId> {
    let place = |id: &ContentId| {
        let sub_phase = plan.contents.get(id).and_then(|content| content.sub_phase.clone());
        sub_phase.and_then(|id| plan.sub_phases.position(&id)).unwrap_or(usize::MAX)
    };
    let mut ids: Vec<ContentId> = plan.contents.ids().cloned().collect();
    ids.sort_by_key(place);
    ids
}

/// The table.
#[component]
pub fn ContentList() -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.content;
    let ids = workspace.select(in_order);
    let heads = [words.need, words.title, words.phase, words.channels, words.intent, words.state, words.due, words.department];
    let columns = heads.map(Column::text).to_vec();
    view! {
        <section class="content-list">
            <SectionHead title=words.contents />
            <DataTable caption=words.contents caption_hidden=true columns=Signal::stored(columns)>
                <For each=move || ids.get() key=Clone::clone children=|id| view! { <ContentRow id /> } />
            </DataTable>
        </section>
    }
}

#[component]
fn ContentRow(id: ContentId) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.content;
    let content = ContentHandle::new(HOME, id.clone());
    let named = move |title: String| texts.terms.named(&title).to_owned();
    let phase = Memo::new(move |_| {
        let id = content.get(|content| content.sub_phase.clone());
        id.map(|id| workspace.with_plan(|plan| plan.sub_phase_name(&id, texts))).unwrap_or_default()
    });
    let channels = Memo::new(move |_| {
        let ids = content.get(|content| content.channels.clone());
        workspace.with_plan(|plan| {
            let names = ids.iter().filter_map(|id| plan.channels.get(id).map(|channel| channel.name.clone()));
            names.collect::<Vec<_>>().join(", ")
        })
    });
    let department = Memo::new(move |_| {
        let id = content.get(|content| content.department.clone());
        workspace
            .with_plan(|plan| id.and_then(|id| plan.departments.get(&id)).map(|it| named(it.name.clone())).unwrap_or_default())
    });
    let today = clock::today();
    let due = content.signal(move |content| content.due.map(|due| format::day(texts.language, due)).unwrap_or_default());
    let is_late = content.signal(move |content| content.is_late(today));
    let late = move || is_late.get().then(|| view! { " "<span class="content-late">{texts.measures.late}</span> });
    let href = workspace.link(Area::Content, Some(id.as_id()));
    let own = id.as_id().clone();
    let is_shown = move || workspace.is_at(&own);
    view! {
        <tr data-item=id.to_string() aria-current=move || is_shown().then_some("true")>
            <th scope="row"><a href=href dir="auto">{move || named(content.get(|content| content.need.clone()))}</a></th>
            <td dir="auto">{content.signal(|content| content.title.clone())}</td>
            <td>{phase}</td>
            <td dir="auto">{channels}</td>
            <td>{content.signal(move |content| content.intent.map(|it| (words.intent_name)(it).to_owned()).unwrap_or_default())}</td>
            <td class="content-state" data-state=move || content.get(|content| state_key(content.state))>
                <Pill label=content.signal(move |content| (words.state_name)(content.state).to_owned()) />
            </td>
            <td class="content-due">{due} {late}</td>
            <td dir="auto">{department}</td>
        </tr>
    }
}
