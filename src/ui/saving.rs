//! Saving: what is on screen goes into the store, what other tabs wrote comes onto the screen.
//!
//! The saver remembers the plan as it last stood in the store. What is to be written is the difference to it. Writes
//! are numbered; one that comes too late (another tab has written) first takes the other's records in by merging, then
//! tries again. Nothing is written before the plan has been read.

mod opening;
mod others;
mod stored;

pub use opening::{is_loaded, open, show_start_copy, want, want_none};
pub use others::take_in_others;
pub use stored::{add, change_stored, delete, read_plan, refresh_index};

use super::{
    platform::{
        clock, page,
        preferences::{self, StartCopy},
        store::{Head, Row, Store, WriteError},
        tabs::{News, Tabs},
        timer::Timer,
    },
    workspace::{SaveState, Workspace},
};
use leptos::{prelude::*, task::spawn_local};
use others::{hear, pull};
use reiseplan::{
    editor::Change,
    exchange,
    plan::{Plan, PlanId},
};
use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};
use stored::update_index;

/// Milliseconds after a change until it is saved, together with those that follow it in the meantime.
const PAUSE: u32 = 250;

/// Milliseconds after which a failed write is tried again.
const RETRY: u32 = 5_000;

/// The plan as it last stood in the store.
#[derive(Clone)]
struct LastSaved {
    plan: Plan,
    head: Head,
}

/// State of the saver.
#[derive(Default)]
pub struct Saver {
    store: RefCell<Option<Store>>,
    tabs: RefCell<Option<Tabs>>,
    last: RefCell<Option<LastSaved>>,
    /// The start copy that is shown until the store has answered.
    copied: RefCell<Option<LastSaved>>,
    /// The plan that is open or being opened.
    wanted: RefCell<Option<PlanId>>,
    timer: Timer,
    busy: Cell<bool>,
    again: Cell<bool>,
}

/// The saver, shared.
pub type Saving = Rc<Saver>;

fn saver(workspace: Workspace) -> Saving {
    workspace.saving.get_value()
}

/// The store; opened by whoever needs it first.
pub async fn store(workspace: Workspace) -> Store {
    let saver = saver(workspace);
    if let Some(store) = &*saver.store.borrow() {
        return store.clone();
    }
    let opened = Store::open().await;
    saver.store.borrow_mut().get_or_insert(opened).clone()
}

/// Opens the store, listens to other tabs, and saves at once whenever the page is hidden.
pub async fn start(workspace: Workspace) {
    workspace.durability.set(Some(store(workspace).await.durability()));
    let saver = saver(workspace);
    *saver.tabs.borrow_mut() = Some(Tabs::open(move |news| hear(workspace, news)));
    page::on_hide(move || workspace.with_loaded_work(|work| work.leave(workspace)));
    refresh_index(workspace).await;
}

fn is_open(workspace: Workspace, id: &str) -> bool {
    workspace.plan_id().is_some_and(|open| open.as_str() == id)
}

/// Whether the plan on screen has something that the store hasn't.
fn differs_from_store(workspace: Workspace) -> bool {
    let plan = workspace.plan_now();
    saver(workspace).last.borrow().as_ref().is_some_and(|last| !Change::between(&last.plan, &plan).is_empty())
}

/// Saves soon.
pub fn schedule(workspace: Workspace) {
    workspace.save_state.update(|state| {
        if *state == SaveState::Saved {
            *state = SaveState::Saving;
        }
    });
    let saver = saver(workspace);
    // A stretch of changes without a pause must not put the saving off; only the next try after a failure is moved up.
    let waits_for_retry = workspace.save_state.with_untracked(|state| matches!(state, SaveState::Failed(_)));
    if waits_for_retry || !saver.timer.is_set() {
        saver.timer.set(PAUSE, move || flush(workspace));
    }
}

/// Saves at once.
pub fn flush(workspace: Workspace) {
    spawn_local(flush_now(workspace));
}

/// Saves at once and waits until that is done. While one write is under way, the next waits for it.
async fn flush_now(workspace: Workspace) {
    let saver = saver(workspace);
    saver.timer.clear();
    if saver.busy.replace(true) {
        saver.again.set(true);
        return;
    }
    loop {
        saver.again.set(false);
        let state = match push(workspace).await {
            Ok(()) => SaveState::Saved,
            Err(error) => SaveState::Failed(error),
        };
        if !saver.again.get() {
            if matches!(state, SaveState::Failed(_)) {
                saver.timer.set(RETRY, move || flush(workspace));
            }
            if !saver.timer.is_set() || matches!(state, SaveState::Failed(_)) {
                workspace.save_state.set(state);
            }
            break;
        }
    }
    saver.busy.set(false);
}

/// Writes what differs from the store, taking in first what others have written.
async fn push(workspace: Workspace) -> Result<(), WriteError> {
    let saver = saver(workspace);
    loop {
        let store = store(workspace).await;
        let Some(last) = saver.last.borrow().clone() else { return Ok(()) };
        let plan = workspace.plan_now();
        if plan.id != last.plan.id || Change::between(&last.plan, &plan).is_empty() {
            return Ok(());
        }
        match write(&store, &last, &plan).await {
            Ok(head) => {
                if !is_open(workspace, plan.id.as_str()) {
                    return Ok(());
                }
                *saver.last.borrow_mut() = Some(LastSaved { plan: plan.clone(), head });
                tell_saved(workspace, plan.id.as_str());
                update_index(workspace, &plan);
            }
            Err(WriteError::Stale) => pull(workspace).await?,
            Err(error) => return Err(error),
        }
    }
}

async fn write(store: &Store, last: &LastSaved, plan: &Plan) -> Result<Head, WriteError> {
    let change = Change::between(&last.plan, plan);
    let rows: Vec<Row> = change
        .records()
        .into_iter()
        .map(|record| Row { table: record.table.to_owned(), id: record.id.to_string(), json: record.after })
        .collect();
    let mut head = last.head.clone();
    for (table, ids) in change.orders() {
        head.orders.insert(table.to_owned(), ids.iter().map(ToString::to_string).collect());
    }
    let profile = plan.profile();
    head.schema = exchange::SCHEMA;
    head.revision = last.head.revision + 1;
    head.title.clone_from(&profile.title);
    head.organisation.clone_from(&profile.organisation);
    head.changed = clock::now();
    store.write(plan.id.as_str(), last.head.revision, &head, &rows).await?;
    Ok(head)
}

fn tell_saved(workspace: Workspace, id: &str) {
    if let Some(tabs) = &*saver(workspace).tabs.borrow() {
        tabs.tell(&News::Saved(id.to_owned()));
    }
}

/// Copies the open plan into local storage as it is on screen. What the store doesn't have yet is on its way there, but
/// the page may end before it arrives: then the copy counts as the revision that the store lacks.
pub fn write_start_copy(workspace: Workspace) {
    if let Some(last) = &*saver(workspace).last.borrow()
        && last.head.revision > 0
    {
        let id = last.plan.id.as_str().to_owned();
        let revision = last.head.revision + u64::from(differs_from_store(workspace));
        preferences::write_start_copy(&StartCopy { id, revision, file: exchange::write(&workspace.plan_now()) });
    }
}
