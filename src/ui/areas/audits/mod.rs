//! Touchpoint audits: the strategist takes the customer's place; the list of audits, and one of them to be filled in.

mod checklist;
mod history;
mod list;
mod measurements;
mod page;

use crate::ui::{
    components::{EmptyState, LinkButton, icons},
    platform::clock,
    record::{Home, RecordHandle},
    workspace::{Workspace, use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::{
    editor::Noun,
    plan::{Audit, AuditId, TouchpointId, TypedId},
    route::Area,
    texts::{Texts, format},
};

/// Where audits are.
const HOME: Home<Audit> =
    Home { table: |plan| &plan.audits, table_mut: |plan| &mut plan.audits, area: Area::Audits, noun: Noun::Audit };

/// An audit, to be read and changed.
type AuditHandle = RecordHandle<Audit>;

/// The page: the audit in the address, else all of them.
#[component]
pub fn Audits() -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let named = Memo::new(move |_| workspace.route.get().filter(|route| route.area == Area::Audits)?.record.map(AuditId::from));
    let exists = workspace.select(move |plan| named.get().is_some_and(|id| plan.audits.contains(&id)));
    move || match named.get() {
        None => view! { <list::AuditList /> }.into_any(),
        Some(id) if exists.get() => view! { <page::AuditPage id /> }.into_any(),
        Some(_) => view! {
            <div class="page">
                <EmptyState whole_page=true icon=icons::LuFootprints title=texts.audits.not_found text="">
                    <LinkButton label=texts.audits.to_all href=workspace.link(Area::Audits, None) />
                </EmptyState>
            </div>
        }
        .into_any(),
    }
}

/// Begins an audit of today and shows it.
fn begin(workspace: Workspace, touchpoint: Option<TouchpointId>) {
    let id = HOME.add(workspace, Audit::new(workspace.new_id(), "", touchpoint, clock::today()));
    workspace.go(Area::Audits, Some(id.as_id().clone()));
}

/// An audit's title, or what stands for one.
fn heading(audit: &Audit, texts: &Texts) -> String {
    texts.terms.named(&audit.title).to_owned()
}

/// An audit's day in words.
fn day(audit: &Audit, texts: &Texts) -> String {
    audit.on.map_or_else(|| texts.audits.no_day.to_owned(), |day| format::day(texts.language, day))
}

/// The mean rating in words; none without a rating.
fn mean(audit: &Audit, texts: &Texts) -> Option<String> {
    audit.mean_rating().map(|mean| (texts.audits.mean_of)(&format::number(texts.language, mean, 1)))
}

/// How much better or worse it went than another time, in words; none where nothing can be compared.
fn change(audit: &Audit, before: &Audit, texts: &Texts) -> Option<String> {
    let (change, questions) = audit.change_since(before)?;
    Some((texts.audits.change_of)(&format::signed(texts.language, change, 1), questions))
}
