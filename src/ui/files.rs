//! Plan files: opening and exporting them, new plans, and what is dropped onto the page.

use super::{
    components::ToastAction,
    platform::{clock, files, store::WriteError},
    saving,
    workspace::{Opened, Workspace},
};
use leptos::{prelude::*, task::spawn_local};
use reiseplan::{
    catalogue::{self, Template},
    exchange,
    export::name_part,
    plan::{Plan, PlanId, Profile},
    route::{Area, Route},
};

/// Ending of plan files.
const ENDING: &str = ".reiseplan.json";
/// Endings of files that the import takes, and of the older workbooks (.xls) of which it says what to do with them.
const TABLE_ENDINGS: [&str; 6] = [".csv", ".tsv", ".txt", ".xlsx", ".xls", ".ods"];

/// A plan's name as a file.
pub fn file_name(plan: &Plan) -> String {
    format!("{}{ENDING}", stem(plan))
}

fn stem(plan: &Plan) -> String {
    let title = name_part(&plan.profile().title);
    if title.is_empty() { "Reiseplan".to_owned() } else { title }
}

/// Hands a plan to the user as a file.
pub fn export(workspace: Workspace, plan: &Plan) {
    hand_over(workspace, &file_name(plan), plan);
}

/// Hands the open plan to the user as a file by which nobody who answered can be known.
pub fn export_for_passing_on(workspace: Workspace) {
    let words = &workspace.texts().exchange;
    let plan = exchange::for_passing_on(&workspace.plan_now(), words.other_groups);
    let name = format!("{} ({}){ENDING}", stem(&plan), words.passing_on_suffix);
    if hand_over(workspace, &name, &plan) {
        workspace.tell(words.passing_on_done.to_owned(), None);
    }
}

/// Hands a plan over under a name; tells whether that worked.
fn hand_over(workspace: Workspace, name: &str, plan: &Plan) -> bool {
    let handed = files::download(name, "application/json", &exchange::write(plan));
    if let Err(error) = &handed {
        workspace.tell_problem(workspace.texts().exchange.export_failed.to_owned(), vec![error.clone()]);
    }
    handed.is_ok()
}

/// Hands what the store has of a plan to the user, as it is.
pub fn download_raw(workspace: Workspace, id: PlanId) {
    spawn_local(async move {
        let store = saving::store(workspace).await;
        let saved = match store.raw(id.as_str()).await {
            Ok(text) => files::download(&format!("{id}.json"), "application/json", &text),
            Err(error) => Err(error),
        };
        if let Err(error) = saved {
            workspace.tell_problem(workspace.texts().shell.read_failed.to_owned(), vec![error]);
        }
    });
}

/// Lets the user choose a plan file and opens it.
pub fn choose_plan(workspace: Workspace) {
    files::choose(".json,application/json", move |file| workspace.with_work(move |work| work.open_file(workspace, file)));
}

/// Does with a dropped file what its kind asks for: opens a plan, imports a table.
pub fn receive(workspace: Workspace, file: web_sys::File) {
    let name = file.name().to_ascii_lowercase();
    if name.ends_with(".json") {
        workspace.with_work(move |work| work.open_file(workspace, file));
    } else if TABLE_ENDINGS.iter().any(|ending| name.ends_with(ending)) && workspace.plan_id().is_some() {
        workspace.drop_table(file);
        workspace.go(Area::Import, None);
    } else {
        tell_not_opened(workspace, (workspace.texts().shell.drop_unknown)(&file.name()), Vec::new());
    }
}

/// The number of the problem that tells why a file wasn't opened.
#[derive(Clone, Copy)]
struct NotOpened(StoredValue<Option<u64>>);

fn not_opened(workspace: Workspace) -> StoredValue<Option<u64>> {
    workspace.lasting(|| NotOpened(StoredValue::new(None))).0
}

/// Takes away what was told of the last file that wasn't opened: another is tried.
fn forget_not_opened(workspace: Workspace) {
    if let Some(told) = not_opened(workspace).try_update_value(Option::take).flatten() {
        workspace.close_problem(told);
    }
}

/// Tells why a file isn't opened, until another is tried.
fn tell_not_opened(workspace: Workspace, text: String, details: Vec<String>) {
    forget_not_opened(workspace);
    not_opened(workspace).set_value(Some(workspace.open_problem(text, details)));
}

/// Opens a plan file: it becomes a plan of this browser. A plan that is here already is opened as a copy.
pub async fn open_file(workspace: Workspace, file: web_sys::File) {
    let texts = workspace.texts();
    let name = file.name();
    forget_not_opened(workspace);
    if file.size() > exchange::MAX_FILE_LEN as f64 {
        let error = exchange::ReadError::TooLarge { len: file.size() as usize };
        tell_not_opened(workspace, (texts.library.open_failed)(&name), vec![(texts.exchange.read_error)(&error)]);
        return;
    }
    let bytes = match files::read(&file).await {
        Ok(bytes) => bytes,
        Err(error) => {
            tell_not_opened(workspace, (texts.library.open_failed)(&name), vec![error]);
            return;
        }
    };
    match exchange::read(&bytes) {
        Ok(opened) => {
            let mended: Vec<String> = opened.mended.iter().map(|mended| (texts.exchange.mended)(mended)).collect();
            let known = workspace.index.with_untracked(|index| index.iter().any(|entry| entry.id == opened.plan.id.as_str()));
            let mut plan = opened.plan;
            if known {
                plan = copy(workspace, &plan);
            }
            let profile = plan.profile();
            let title = texts.library.titled(&profile.title);
            let told = if known { (texts.library.opened_as_copy)(title) } else { (texts.library.opened)(title) };
            if add_and_open(workspace, plan).await {
                workspace.tell(told, None);
                if !mended.is_empty() {
                    workspace.tell_problem(texts.library.was_mended.to_owned(), mended);
                }
            }
        }
        Err(error) => {
            tell_not_opened(workspace, (texts.library.open_failed)(&name), vec![(texts.exchange.read_error)(&error)]);
        }
    }
}

/// A copy of a plan that is a plan of its own.
pub fn copy(workspace: Workspace, plan: &Plan) -> Plan {
    let library = &workspace.texts().library;
    let title = (library.copy_title)(library.titled(&plan.profile().title));
    let mut copy = Plan { id: workspace.new_id(), ..plan.clone() };
    set_title(&mut copy, title);
    copy
}

fn set_title(plan: &mut Plan, title: String) {
    let profile = plan.profile();
    plan.profile.insert(Profile { title, ..Profile::clone(&profile) });
}

/// Puts a plan into the store and opens its overview. Tells whether that went well; if not, tells why.
pub async fn add_and_open(workspace: Workspace, plan: Plan) -> bool {
    let id = plan.id.clone();
    if let Err(error) = saving::add(workspace, plan).await {
        tell_not_stored(workspace, error);
        return false;
    }
    workspace.navigate_to(&Route::new(Area::Overview, Some(id)), false);
    true
}

/// What a new plan begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beginning {
    /// Nothing but the lifecycle.
    Empty,
    /// What is typical of an industry.
    Template(Template),
    /// The sample plan.
    Sample,
}

/// Makes a plan and opens it.
pub async fn begin(workspace: Workspace, beginning: Beginning) {
    let texts = workspace.texts();
    let plan = match beginning {
        Beginning::Empty => Ok(Plan::new(workspace.new_id(), texts.library.new_title)),
        Beginning::Template(template) => read_template(workspace, template).await,
        Beginning::Sample => read_sample(workspace).await,
    };
    match plan {
        Ok(plan) => _ = add_and_open(workspace, plan).await,
        Err(error) => workspace.tell_problem(texts.library.sample_failed.to_owned(), vec![error]),
    }
}

/// Fetches a plan that lies beside the app, as a plan of its own.
async fn read_shipped(workspace: Workspace, path: &str) -> Result<Plan, String> {
    let bytes = files::fetch(&workspace.asset(path)).await?;
    let opened = exchange::read(&bytes).map_err(|error| (workspace.texts().exchange.read_error)(&error))?;
    Ok(Plan { id: workspace.new_id(), ..opened.plan })
}

/// Fetches a template in the user's language. The plan is called like it.
async fn read_template(workspace: Workspace, template: Template) -> Result<Plan, String> {
    let texts = workspace.texts();
    let mut plan = read_shipped(workspace, &template.path(texts.language)).await?;
    set_title(&mut plan, template.words(texts.language).0.to_owned());
    Ok(plan)
}

/// Fetches the sample plan in the user's language, with its dates moved to today.
async fn read_sample(workspace: Workspace) -> Result<Plan, String> {
    let mut plan = read_shipped(workspace, &format!("sample/plan.{}.json", workspace.texts().language.code())).await?;
    let months = catalogue::months_to_today(&plan, clock::today());
    catalogue::shift(&mut plan, months);
    Ok(plan)
}

/// Deletes a plan of this browser; it can be brought back.
pub async fn delete(workspace: Workspace, id: PlanId, title: String) {
    let texts = workspace.texts();
    let title = texts.library.titled(&title);
    match saving::delete(workspace, &id).await {
        Ok(Some(plan)) => {
            let on_press = move || {
                spawn_local(keep(workspace, plan.clone()));
            };
            workspace.tell((texts.library.deleted)(title), Some(ToastAction::new(texts.shell.undo, on_press)));
        }
        Ok(None) => workspace.tell((texts.library.deleted)(title), None),
        Err(error) => workspace.tell_problem(texts.exchange.delete_failed.to_owned(), vec![error]),
    }
    if workspace.opened.get_untracked() == Opened::Nothing {
        workspace.preferences.update(|preferences| preferences.last_plan = None);
    }
}

/// Puts a plan into the store without opening it.
pub async fn keep(workspace: Workspace, plan: Plan) {
    if let Err(error) = saving::add(workspace, plan).await {
        tell_not_stored(workspace, error);
    }
}

/// Tells why a plan isn't in the store.
fn tell_not_stored(workspace: Workspace, error: WriteError) {
    let shell = &workspace.texts().shell;
    let reason = match error {
        WriteError::Quota => shell.not_saved_quota.to_owned(),
        WriteError::Protected => shell.not_saved_protected.to_owned(),
        WriteError::Stale => String::new(),
        WriteError::Failed(reason) => reason,
    };
    workspace.tell_problem(workspace.texts().library.store_failed.to_owned(), vec![reason]);
}

/// Duplicates a plan of this browser.
pub fn duplicate(workspace: Workspace, id: PlanId) {
    with_stored(workspace, id, move |plan| {
        spawn_local(keep(workspace, copy(workspace, &plan)));
    });
}

/// Hands a plan of this browser to the user as a file.
pub fn export_stored(workspace: Workspace, id: PlanId) {
    with_stored(workspace, id, move |plan| export(workspace, &plan));
}

fn with_stored(workspace: Workspace, id: PlanId, then: impl FnOnce(Plan) + 'static) {
    spawn_local(async move {
        match saving::read_plan(workspace, &id).await {
            Ok(Some(plan)) => then(plan),
            Ok(None) => download_raw(workspace, id),
            Err(error) => workspace.tell_problem(workspace.texts().shell.read_failed.to_owned(), vec![error]),
        }
    });
}

/// Renames a plan of this browser.
pub fn rename(workspace: Workspace, id: PlanId, title: String) {
    if workspace.plan_id() == Some(id.clone()) {
        use reiseplan::editor::{Label, Noun, Place, Verb};
        workspace.edit(Label::new(Verb::Rename, Noun::Plan), Place::area(Area::Library), |plan| set_title(plan, title));
        return;
    }
    spawn_local(async move {
        if let Err(error) = saving::change_stored(workspace, &id, |plan| set_title(plan, title)).await {
            tell_not_stored(workspace, error);
        }
    });
}
