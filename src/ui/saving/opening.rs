//! A plan of the store comes onto the screen.

use super::{LastSaved, differs_from_store, flush_now, is_open, others::take_in, saver, schedule, store, stored::assemble};
use crate::ui::{
    platform::{
        preferences,
        store::{Head, Kept},
    },
    workspace::{Opened, SaveState, Workspace},
};
use leptos::prelude::*;
use reiseplan::{
    exchange,
    plan::{Plan, PlanId},
};

/// Shows the start copy of a plan, before the store is open. Nothing is written before the store has been read.
pub fn show_start_copy(workspace: Workspace, id: PlanId) {
    if let Some(copy) = preferences::read_start_copy(id.as_str())
        && let Ok(opened) = exchange::read(copy.file.as_bytes())
        && opened.plan.id == id
    {
        let head = Head { revision: copy.revision, schema: exchange::SCHEMA, ..Head::default() };
        *saver(workspace).copied.borrow_mut() = Some(LastSaved { plan: opened.plan.clone(), head });
        workspace.put_plan(opened.plan);
    }
}

/// Whether a plan is open, or being opened, as the store has it.
pub fn is_loaded(workspace: Workspace, id: &PlanId) -> bool {
    saver(workspace).wanted.borrow().as_ref() == Some(id)
}

/// Notes that a plan is being opened.
pub fn want(workspace: Workspace, id: &PlanId) {
    *saver(workspace).wanted.borrow_mut() = Some(id.clone());
}

/// Notes that no plan is being opened any more.
pub fn want_none(workspace: Workspace) {
    *saver(workspace).wanted.borrow_mut() = None;
}

/// Opens a plan of this browser, which then is the one that the app begins with.
pub async fn open(workspace: Workspace, id: PlanId) {
    read_into(workspace, id.clone()).await;
    if workspace.plan_id().as_ref() == Some(&id) {
        workspace.preferences.update(|preferences| preferences.last_plan = Some(id.as_str().to_owned()));
    }
}

/// Puts a plan of the store on screen. Where its start copy is shown already, what the store has is merged into it.
async fn read_into(workspace: Workspace, id: PlanId) {
    let saver = saver(workspace);
    want(workspace, &id);
    let copied = saver.copied.borrow_mut().take().filter(|copied| copied.plan.id == id && is_open(workspace, id.as_str()));
    if copied.is_none() {
        flush_now(workspace).await;
        close(workspace);
        want(workspace, &id);
        workspace.opened.set(Opened::Loading);
    }
    let store = store(workspace).await;
    let answer = store.read(id.as_str(), 0).await;
    if !is_loaded(workspace, &id) {
        return;
    }
    match answer {
        Ok(Some((Kept::Good(head), rows))) => {
            let copy_is_newer = copied.as_ref().is_some_and(|copied| copied.head.revision > head.revision);
            let stored = match assemble(&id, &head, rows) {
                Ok(stored) => stored,
                Err(_) => {
                    close(workspace);
                    workspace.opened.set(Opened::Newer(id));
                    return;
                }
            };
            let exchange::Opened { plan: stored, mended } = stored;
            match copied {
                Some(_) if copy_is_newer => *saver.last.borrow_mut() = Some(LastSaved { plan: stored, head }),
                Some(copied) => take_in(workspace, &copied.plan, LastSaved { plan: stored, head }),
                None => {
                    *saver.last.borrow_mut() = Some(LastSaved { plan: stored.clone(), head });
                    workspace.put_plan(stored);
                }
            }
            tell_mended(workspace, &mended);
            if differs_from_store(workspace) {
                schedule(workspace);
            }
        }
        Ok(Some((Kept::Newer { .. }, _))) => {
            close(workspace);
            workspace.opened.set(Opened::Newer(id));
        }
        Ok(Some((Kept::Unreadable, _))) => {
            close(workspace);
            workspace.opened.set(Opened::Unreadable(id));
        }
        Ok(None) if copied.is_some() => {
            *saver.last.borrow_mut() = Some(LastSaved { plan: Plan::blank(id), head: Head::default() });
            schedule(workspace);
        }
        Ok(None) => {
            close(workspace);
            workspace.opened.set(Opened::Missing);
        }
        Err(error) => {
            close(workspace);
            workspace.opened.set(Opened::Unreadable(id));
            workspace.tell_problem(workspace.texts().shell.read_failed.to_owned(), vec![error]);
        }
    }
}

fn tell_mended(workspace: Workspace, mended: &[exchange::Mended]) {
    if !mended.is_empty() {
        let texts = workspace.texts();
        let details = mended.iter().map(|mended| (texts.exchange.mended)(mended)).collect();
        workspace.tell_problem(texts.library.was_mended.to_owned(), details);
    }
}

/// Forgets the open plan. It must have been saved.
pub(super) fn close(workspace: Workspace) {
    let saver = saver(workspace);
    saver.timer.clear();
    *saver.last.borrow_mut() = None;
    want_none(workspace);
    workspace.save_state.set(SaveState::Saved);
}
