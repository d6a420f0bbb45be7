//! Saving: what is on screen goes into the store, what other tabs wrote comes onto the screen.
//!
//! The saver remembers the plan as it last stood in the store. What is to be written is the difference to it. Writes
//! are numbered; one that comes too late (another tab has written) first takes the other's records in by merging, then
//! tries again. Nothing is written before the plan has been read.

use super::{
    components::ToastAction,
    platform::{
        clock, preferences,
        preferences::{IndexEntry, StartCopy},
        store::{Head, Kept, Row, Store, WriteError},
        tabs::{News, Tabs},
        timer::Timer,
    },
    workspace::{Opened, SaveState, Workspace},
};
use leptos::prelude::*;
use leptos::task::spawn_local;
use reiseplan::{
    editor::Change,
    exchange::{self, StoredChange, StoredRecord},
    plan::{Plan, PlanId},
};
use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

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
    super::platform::page::on_hide(move || workspace.with_loaded_work(|work| work.leave(workspace)));
    refresh_index(workspace).await;
}

fn hear(workspace: Workspace, news: News) {
    spawn_local(refresh_index(workspace));
    match news {
        News::Saved(id) if is_open(workspace, &id) => workspace.with_loaded_work(|work| work.pull(workspace)),
        News::Deleted(id) if is_open(workspace, &id) => closed_elsewhere(workspace),
        News::Saved(_) | News::Deleted(_) => {}
    }
}

fn is_open(workspace: Workspace, id: &str) -> bool {
    workspace.plan_id().is_some_and(|open| open.as_str() == id)
}

/// Another tab has deleted the open plan: this one leaves it, and can bring it back.
fn closed_elsewhere(workspace: Workspace) {
    let plan = workspace.plan_now();
    close(workspace);
    workspace.opened.set(Opened::Nothing);
    workspace.navigate_to(&reiseplan::route::Route::new(reiseplan::route::Area::Library, None), true);
    let shell = &workspace.texts().shell;
    let on_press = move || workspace.with_loaded_work(|work| work.keep(workspace, plan.clone()));
    workspace.tell(shell.deleted_elsewhere.to_owned(), Some(ToastAction::new(shell.keep_plan, on_press)));
}

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

/// Whether the plan on screen has something that the store hasn't.
fn differs_from_store(workspace: Workspace) -> bool {
    let plan = workspace.plan_now();
    saver(workspace).last.borrow().as_ref().is_some_and(|last| !Change::between(&last.plan, &plan).is_empty())
}

fn tell_mended(workspace: Workspace, mended: &[exchange::Mended]) {
    if !mended.is_empty() {
        let texts = workspace.texts();
        let details = mended.iter().map(|mended| (texts.exchange.mended)(mended)).collect();
        workspace.tell_problem(texts.library.was_mended.to_owned(), details);
    }
}

/// Forgets the open plan. It must have been saved.
fn close(workspace: Workspace) {
    let saver = saver(workspace);
    saver.timer.clear();
    *saver.last.borrow_mut() = None;
    want_none(workspace);
    workspace.save_state.set(SaveState::Saved);
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
fn assemble(id: &PlanId, head: &Head, rows: Vec<Row>) -> Result<exchange::Opened, exchange::ReadError> {
    let record = |row: Row| Some(StoredRecord { table: row.table, id: row.id, json: row.json? });
    exchange::from_records(exchange::Stored {
        id: id.clone(),
        schema: head.schema,
        records: rows.into_iter().filter_map(record).collect(),
        orders: head.orders.clone().into_iter().collect(),
    })
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

/// Takes in what other tabs have written.
pub async fn take_in_others(workspace: Workspace) {
    if let Err(error) = pull(workspace).await {
        workspace.save_state.set(SaveState::Failed(error));
    }
}

/// Takes in what others have written since the last time.
async fn pull(workspace: Workspace) -> Result<(), WriteError> {
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
fn take_in(workspace: Workspace, base: &Plan, stored: LastSaved) {
    let ours = workspace.plan_now();
    let merged = exchange::merge(base, &ours, &stored.plan);
    *saver(workspace).last.borrow_mut() = Some(stored);
    let change = Change::between(&ours, &merged.plan);
    if !change.is_empty() {
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

fn update_index(workspace: Workspace, plan: &Plan) {
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
