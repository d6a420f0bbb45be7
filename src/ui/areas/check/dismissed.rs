//! Remarks that aren't relevant, each with its reason.

use super::group::Line;
use crate::ui::{
    components::{Button, ButtonKind, EditableText},
    platform::page,
    workspace::{Workspace, use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::{
    check::RuleId,
    editor::{Label, Noun, Place, Verb},
    plan::{DismissalId, Plan},
    route::Area,
    texts::Texts,
};

/// A dismissed remark: its dismissal, what it says, why it isn't relevant.
#[derive(Clone, PartialEq)]
struct Entry {
    id: DismissalId,
    rule: RuleId,
    line: Line,
}

fn entries(workspace: Workspace, plan: &Plan, texts: &Texts) -> Vec<Entry> {
    workspace.remarks.with(|remarks| {
        let dismissed = remarks.iter().filter(|remark| remark.dismissed);
        let entry = |remark: &reiseplan::check::Remark| {
            let dismissal = plan.dismissal(remark.rule.rule().key, remark.subject.id().as_ref())?;
            Some(Entry { id: dismissal.id.clone(), rule: remark.rule, line: Line::of(remark, plan, workspace, texts) })
        };
        dismissed.filter_map(entry).collect()
    })
}

/// The list; nothing where nothing is dismissed.
#[component]
pub fn DismissedList() -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.check;
    let entries = Memo::new(move |_| workspace.with_plan(|plan| entries(workspace, plan, texts)));
    let count = Memo::new(move |_| entries.with(Vec::len));
    let any = Memo::new(move |_| count.get() > 0);
    move || {
        any.get().then(|| {
            view! {
                <details class="check-dismissed">
                    <summary>{words.dismissed}" "<span class="secondary">{move || count.get()}</span></summary>
                    <p class="check-why">{words.dismissed_text}</p>
                    <ul class="row-list">
                        <For
                            each=move || entries.get()
                            key=|entry| (entry.id.clone(), entry.line.clone())
                            children=|entry| view! { <DismissedLine entry /> }
                        />
                    </ul>
                </details>
            }
        })
    }
}

#[component]
fn DismissedLine(entry: Entry) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.check;
    let Entry { id, rule, line } = entry;
    let (read, written) = (id.clone(), id.clone());
    let reason = workspace.select(move |plan| plan.dismissals.get(&read).map(|it| it.reason.clone()).unwrap_or_default());
    let write = move |reason: String| {
        workspace.edit(Label::new(Verb::Change, Noun::Dismissal), Place::area(Area::Check), |plan| {
            plan.dismissals.update(&written, |dismissal| dismissal.reason = reason);
        });
    };
    let again = move |()| {
        page::leave_part(".check-dismissed .check-remark");
        workspace.edit(Label::new(Verb::Remove, Noun::Dismissal), Place::area(Area::Check), |plan| {
            plan.dismissals.remove(&id);
        });
    };
    view! {
        <li class="check-remark">
            <span class="check-name" dir="auto">{line.name.clone()}</span>
            <span class="check-figure">{(words.found)(rule, 1)}</span>
            <Button kind=ButtonKind::Quiet label=words.check_again hint=(words.check_again_of)(&line.name) on_press=again />
            <div class="check-because">
                <EditableText label=(words.reason_of)(&line.name) value=reason on_commit=write placeholder=words.reason />
            </div>
        </li>
    }
}
