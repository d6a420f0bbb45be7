//! What other tabs did to the open plan comes into this one.

use super::{LastSaved, is_open, opening::close, refresh_index, saver, store, stored::assemble};
use crate::ui::{
    components::ToastAction,
    platform::{
        page,
        store::{Head, Kept, Row, WriteError},
        tabs::News,
    },
    workspace::{Opened, SaveState, Workspace},
};
use leptos::{prelude::*, task::spawn_local};
use reiseplan::{
    editor::Change,
    exchange::{self, StoredChange},
    plan::Plan,
    route::{Area, Route},
};

/// Hears what another tab did.
pub(super) fn hear(workspace: Workspace, news: News) {
    spawn_local(refresh_index(workspace));
    match news {
        News::Saved(id) if is_open(workspace, &id) => workspace.with_loaded_work(|work| work.pull(workspace)),
        News::Deleted(id) if is_open(workspace, &id) => closed_elsewhere(workspace),
        News::Saved(_) | News::Deleted(_) => {}
    }
}

/// Another tab has deleted the open plan: this one leaves it, and can bring it back.
fn closed_elsewhere(workspace: Workspace) {
    let plan = workspace.plan_now();
    close(workspace);
    workspace.opened.set(Opened::Nothing);
    workspace.navigate_to(&Route::new(Area::Library, None), true);
    let shell = &workspace.texts().shell;
    let on_press = move || workspace.with_loaded_work(|work| work.keep(workspace, plan.clone()));
    workspace.tell(shell.deleted_elsewhere.to_owned(), Some(ToastAction::new(shell.keep_plan, on_press)));
}

/// Takes in what other tabs have written.
pub async fn take_in_others(workspace: Workspace) {
    if let Err(error) = pull(workspace).await {
        workspace.save_state.set(SaveState::Failed(error));
    }
}

/// Takes in what others have written since the last time.
pub(super) async fn pull(workspace: Workspace) -> Result<(), WriteError> {
    let saver = saver(workspace);
    let store = store(workspace).await;
    let Some(last) = saver.last.borrow().clone() else { return Ok(()) };
    let id = last.plan.id.clone();
    // Where what was written since doesn't say it all, the whole plan is read.
    for after in [last.head.revision, 0] {
        let Some((kept, rows)) = store.read(id.as_str(), after).await.map_err(WriteError::Failed)? else {
            *saver.last.borrow_mut() = Some(LastSaved { plan: Plan::blank(id), head: Head::default() });
            return Ok(());
        };
        let Kept::Good(head) = kept else { return Err(WriteError::Protected) };
        let unchanged = saver.last.borrow().as_ref().is_some_and(|now| now.plan.id == id && now.head == last.head);
        if !unchanged || head.revision <= last.head.revision {
            return Ok(());
        }
        let theirs = match after {
            0 => Some(assemble(&id, &head, rows).map_err(|_| WriteError::Protected)?.plan),
            _ => update(&last.plan, &head, rows),
        };
        if let Some(theirs) = theirs {
            take_in(workspace, &last.plan, LastSaved { plan: theirs, head });
            return Ok(());
        }
    }
    Ok(())
}

/// Brings a plan to what the store has, from what was written since; none if that doesn't say it all.
fn update(plan: &Plan, head: &Head, rows: Vec<Row>) -> Option<Plan> {
    let changes = rows.into_iter().map(|row| StoredChange { table: row.table, id: row.id, json: row.json }).collect();
    let orders: Vec<_> = head.orders.clone().into_iter().collect();
    exchange::update(plan, head.schema, changes, &orders)
}

/// Merges what the store has into what is on screen. What only one side changed is taken; where both changed the same
/// field, this tab's value stays and the other is named.
pub(super) fn take_in(workspace: Workspace, base: &Plan, stored: LastSaved) {
    let ours = workspace.plan_now();
    let merged = exchange::merge(base, &ours, &stored.plan);
    *saver(workspace).last.borrow_mut() = Some(stored);
    let change = Change::between(&ours, &merged.plan);
    if !change.is_empty() {
        let told = workspace.texts().shell.deleted_while_typing;
        page::if_field_goes(move |text| workspace.tell_problem(told.to_owned(), vec![text]));
        workspace.adopt(&change);
    }
    if !merged.conflicts.is_empty() {
        let texts = workspace.texts();
        let details = merged.conflicts.iter().map(|conflict| {
            let theirs = conflict.theirs.as_ref().map(|value| value.as_str().map_or_else(|| value.to_string(), str::to_owned));
            (texts.shell.conflict)((texts.exchange.table)(conflict.table), theirs.as_deref())
        });
        let details = details.collect();
        workspace.tell_problem(texts.shell.conflicts.to_owned(), details);
    }
}
