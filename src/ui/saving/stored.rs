//! The plans of this browser's store, whether they are open or not.

use super::{LastSaved, flush_now, is_open, opening::close, saver, store, tell_saved, write};
use crate::ui::{
    platform::{
        clock,
        preferences::{self, IndexEntry},
        store::{Head, Kept, Row, WriteError},
        tabs::News,
    },
    workspace::{Opened, Workspace},
};
use leptos::prelude::*;
use reiseplan::{
    exchange::{self, StoredRecord},
    plan::{Plan, PlanId},
};

/// Reads the list of plans from the store.
pub async fn refresh_index(workspace: Workspace) {
    let store = store(workspace).await;
    let Ok(plans) = store.plans().await else { return };
    let texts = &workspace.texts().library;
    let mut index: Vec<IndexEntry> = plans
        .into_iter()
        .map(|(id, kept)| match kept {
            Kept::Good(head) => IndexEntry { id, title: head.title, organisation: head.organisation, changed: head.changed },
            Kept::Newer { title, .. } => IndexEntry { id, title, organisation: texts.newer_mark.to_owned(), changed: 0.0 },
            Kept::Unreadable => {
                IndexEntry { id, title: texts.unreadable_mark.to_owned(), organisation: String::new(), changed: 0.0 }
            }
        })
        .collect();
    index.sort_by(|a, b| b.changed.total_cmp(&a.changed));
    preferences::write_index(&index);
    workspace.index.set(index);
}

/// Puts the open plan first in the list, as it was just saved.
pub(super) fn update_index(workspace: Workspace, plan: &Plan) {
    let profile = plan.profile();
    let entry = IndexEntry {
        id: plan.id.as_str().to_owned(),
        title: profile.title.clone(),
        organisation: profile.organisation.clone(),
        changed: clock::now(),
    };
    workspace.index.update(|index| {
        index.retain(|other| other.id != entry.id);
        index.insert(0, entry);
        preferences::write_index(index);
    });
}

/// Puts a new plan into the store and tells the other tabs.
///
/// # Errors
/// If the store didn't take it.
pub async fn add(workspace: Workspace, plan: Plan) -> Result<(), WriteError> {
    let store = store(workspace).await;
    let blank = LastSaved { plan: Plan::blank(plan.id.clone()), head: Head::default() };
    write(&store, &blank, &plan).await?;
    tell_saved(workspace, plan.id.as_str());
    refresh_index(workspace).await;
    Ok(())
}

/// Takes a plan out of the store and tells the other tabs; gives it so that it can be put back.
///
/// # Errors
/// What the store said.
pub async fn delete(workspace: Workspace, id: &PlanId) -> Result<Option<Plan>, String> {
    let store = store(workspace).await;
    flush_now(workspace).await;
    let plan = read_plan(workspace, id).await?;
    if is_open(workspace, id.as_str()) {
        close(workspace);
        workspace.opened.set(Opened::Nothing);
    }
    store.delete(id.as_str()).await?;
    preferences::clear_start_copy();
    if let Some(tabs) = &*saver(workspace).tabs.borrow() {
        tabs.tell(&News::Deleted(id.as_str().to_owned()));
    }
    refresh_index(workspace).await;
    Ok(plan)
}

/// Changes a plan of the store that isn't open.
///
/// # Errors
/// If the store didn't take the change.
pub async fn change_stored(workspace: Workspace, id: &PlanId, change: impl FnOnce(&mut Plan)) -> Result<(), WriteError> {
    let store = store(workspace).await;
    let Some((Kept::Good(head), rows)) = store.read(id.as_str(), 0).await.map_err(WriteError::Failed)? else {
        return Err(WriteError::Protected);
    };
    let mut plan = assemble(id, &head, rows).map_err(|_| WriteError::Protected)?.plan;
    let last = LastSaved { plan: plan.clone(), head };
    change(&mut plan);
    write(&store, &last, &plan).await?;
    tell_saved(workspace, id.as_str());
    refresh_index(workspace).await;
    Ok(())
}

/// Reads a plan of the store without opening it; none if this version can't read it.
///
/// # Errors
/// What the store said.
pub async fn read_plan(workspace: Workspace, id: &PlanId) -> Result<Option<Plan>, String> {
    let store = store(workspace).await;
    Ok(match store.read(id.as_str(), 0).await? {
        Some((Kept::Good(head), rows)) => assemble(id, &head, rows).ok().map(|opened| opened.plan),
        _ => None,
    })
}

/// Puts a plan together from what the store has of it.
pub(super) fn assemble(id: &PlanId, head: &Head, rows: Vec<Row>) -> Result<exchange::Opened, exchange::ReadError> {
    let record = |row: Row| Some(StoredRecord { table: row.table, id: row.id, json: row.json? });
    exchange::from_records(exchange::Stored {
        id: id.clone(),
        schema: head.schema,
        records: rows.into_iter().filter_map(record).collect(),
        orders: head.orders.clone().into_iter().collect(),
    })
}
