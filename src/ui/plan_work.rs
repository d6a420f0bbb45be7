//! What is done to whole plans, behind a door: reading, saving, merging and undoing belong to a part of the program that
//! is loaded with the first plan, so that the list of plans is there at once.
//!
//! What is loaded first reaches [`super::files`] and [`super::saving`] through [`PlanWork`] alone; a direct call would
//! take them along into the first load. `make bench` prints how big that is.

use super::{
    actions, checking,
    files::{self, Beginning},
    frame,
    platform::page,
    saving,
    workspace::Workspace,
};
use leptos::{
    prelude::AnyView,
    task::spawn_local,
    wasm_split::{SplitLoaderError, wasm_split},
};
use reiseplan::{
    exchange,
    listing::names::{self, Named},
    plan::{Plan, PlanId},
};

/// A plan as a file.
pub struct PlanFile {
    /// Its name, with ending.
    pub name: String,
    /// What it holds.
    pub text: String,
}

/// Work on whole plans. What takes long goes on after the call has returned; errors are told to the user.
pub trait PlanWork: Sync {
    /// Shows the start copy of a plan until the store has answered.
    fn show_start_copy(&self, workspace: Workspace, id: PlanId);
    /// Opens a plan of this browser.
    fn open(&self, workspace: Workspace, id: PlanId);
    /// Makes a plan and opens it.
    fn begin(&self, workspace: Workspace, beginning: Beginning);
    /// Opens a plan file.
    fn open_file(&self, workspace: Workspace, file: web_sys::File);
    /// A plan as a file.
    fn file(&self, plan: &Plan) -> PlanFile;
    /// Hands the open plan to the user as a file.
    fn export(&self, workspace: Workspace);
    /// Hands the open plan to the user as a file without what shouldn't be passed on.
    fn export_for_passing_on(&self, workspace: Workspace);
    /// Hands a plan of this browser to the user as a file.
    fn export_stored(&self, workspace: Workspace, id: PlanId);
    /// Duplicates a plan of this browser.
    fn duplicate(&self, workspace: Workspace, id: PlanId);
    /// Renames a plan of this browser.
    fn rename(&self, workspace: Workspace, id: PlanId, title: String);
    /// Deletes a plan of this browser; it can be brought back.
    fn delete(&self, workspace: Workspace, id: PlanId, title: String);
    /// Puts a plan into the store without opening it.
    fn keep(&self, workspace: Workspace, plan: Plan);
    /// Takes the last step back.
    fn undo(&self, workspace: Workspace);
    /// Does the step again that was undone last.
    fn redo(&self, workspace: Workspace);
    /// Takes in what another tab has written.
    fn pull(&self, workspace: Workspace);
    /// Begins to look at every change of the plan with the rules of the check.
    fn begin_checking(&self, workspace: Workspace);
    /// Saves at once, with what is still being typed: the page is being left.
    fn leave(&self, workspace: Workspace);
    /// What has a fitting name in the open plan.
    fn named(&self, workspace: Workspace, fits: &dyn Fn(&str) -> bool) -> Vec<Named>;
    /// What keys do.
    fn keys(&self) -> AnyView;
}

/// Fetches the part of the program that works on plans, if it isn't there already.
///
/// # Errors
/// When it can't be fetched; it can be tried again.
pub async fn load() -> Result<&'static dyn PlanWork, SplitLoaderError> {
    plan_work_part().await
}

#[wasm_split(plan, wasm_split_path = leptos::wasm_split, fallible)]
fn plan_work_part() -> Result<&'static dyn PlanWork, SplitLoaderError> {
    Ok(&Loaded)
}

struct Loaded;

impl PlanWork for Loaded {
    fn show_start_copy(&self, workspace: Workspace, id: PlanId) {
        saving::show_start_copy(workspace, id);
    }

    fn open(&self, workspace: Workspace, id: PlanId) {
        spawn_local(saving::open(workspace, id));
    }

    fn begin(&self, workspace: Workspace, beginning: Beginning) {
        spawn_local(files::begin(workspace, beginning));
    }

    fn open_file(&self, workspace: Workspace, file: web_sys::File) {
        spawn_local(files::open_file(workspace, file));
    }

    fn file(&self, plan: &Plan) -> PlanFile {
        PlanFile { name: files::file_name(plan), text: exchange::write(plan) }
    }

    fn export(&self, workspace: Workspace) {
        files::export(workspace, &workspace.plan_now());
    }

    fn export_for_passing_on(&self, workspace: Workspace) {
        files::export_for_passing_on(workspace);
    }

    fn export_stored(&self, workspace: Workspace, id: PlanId) {
        files::export_stored(workspace, id);
    }

    fn duplicate(&self, workspace: Workspace, id: PlanId) {
        files::duplicate(workspace, id);
    }

    fn rename(&self, workspace: Workspace, id: PlanId, title: String) {
        files::rename(workspace, id, title);
    }

    fn delete(&self, workspace: Workspace, id: PlanId, title: String) {
        spawn_local(files::delete(workspace, id, title));
    }

    fn keep(&self, workspace: Workspace, plan: Plan) {
        spawn_local(files::keep(workspace, plan));
    }

    fn undo(&self, workspace: Workspace) {
        page::keep_focus();
        workspace.restore(reiseplan::editor::Editor::undo);
        page::hold_focus("#main");
    }

    fn redo(&self, workspace: Workspace) {
        page::keep_focus();
        workspace.restore(reiseplan::editor::Editor::redo);
        page::hold_focus("#main");
    }

    fn pull(&self, workspace: Workspace) {
        spawn_local(saving::take_in_others(workspace));
    }

    fn begin_checking(&self, workspace: Workspace) {
        checking::start(workspace);
    }

    fn leave(&self, workspace: Workspace) {
        actions::take_in_typed();
        saving::flush(workspace);
        saving::write_start_copy(workspace);
    }

    fn named(&self, workspace: Workspace, fits: &dyn Fn(&str) -> bool) -> Vec<Named> {
        workspace.with_plan(|plan| names::named(plan, workspace.texts(), fits))
    }

    fn keys(&self) -> AnyView {
        frame::keys()
    }
}
