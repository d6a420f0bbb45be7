//! The only way for pages to change the plan, and to take changes back.

use super::Workspace;
use crate::ui::{platform::clock, saving};
use leptos::prelude::*;
use reiseplan::{
    editor::{Change, EditError, Edited, Editor, FuseKey, Label, Place, Restored},
    plan::Plan,
};

impl Workspace {
    /// Changes the plan in one step that can be undone; gives what the change gave. A change that would break the plan
    /// is refused, and told.
    pub fn edit<R>(self, label: Label, place: Place, edit: impl FnOnce(&mut Plan) -> R) -> Option<R> {
        self.change(|editor| editor.edit(label, place, edit))
    }

    /// Changes the plan like [`Workspace::edit`], in the step before if that had the same key and wasn't long ago.
    pub fn edit_continued<R>(self, label: Label, place: Place, key: &str, edit: impl FnOnce(&mut Plan) -> R) -> Option<R> {
        self.change(|editor| editor.edit_continued(label, place, FuseKey::new(key), clock::now(), edit))
    }

    /// Changes the plan like [`Workspace::edit`], in the step before if that had the same key and nothing else was done
    /// since.
    pub fn edit_as_one<R>(self, label: Label, place: Place, key: &str, edit: impl FnOnce(&mut Plan) -> R) -> Option<R> {
        self.change(|editor| editor.edit_continued(label, place, FuseKey::lasting(key), clock::now(), edit))
    }

    fn change<R>(self, change: impl FnOnce(&mut Editor) -> Result<Edited<R>, EditError>) -> Option<R> {
        let mut result = None;
        self.editor.maybe_update(|editor| {
            let edited = change(editor);
            let changed = edited.as_ref().is_ok_and(|edited| !edited.change.is_empty());
            result = Some((edited, changed));
            changed
        });
        match result? {
            (Ok(edited), changed) => {
                if changed {
                    self.withdraw_undo();
                    saving::schedule(self);
                }
                Some(edited.value)
            }
            (Err(error), _) => {
                leptos::logging::error!("{error}");
                self.tell_problem(self.texts().shell.edit_refused.to_owned(), vec![error.to_string()]);
                None
            }
        }
    }

    /// Takes the last step back and shows where it was.
    pub fn undo(self) {
        self.with_loaded_work(|work| work.undo(self));
    }

    /// Does the step again that was undone last and shows where it was.
    pub fn redo(self) {
        self.with_loaded_work(|work| work.redo(self));
    }

    /// Lets the editor take a step back or do one again.
    pub(in crate::ui) fn restore(self, restore: impl FnOnce(&mut Editor) -> Option<Restored>) {
        let mut restored = None;
        self.editor.maybe_update(|editor| {
            restored = restore(editor);
            restored.is_some()
        });
        if let Some(restored) = restored {
            self.withdraw_undo();
            saving::schedule(self);
            self.show(&restored.place);
        }
    }

    /// What undo would take back.
    pub fn undo_label(self) -> Option<Label> {
        self.editor.with(Editor::undo_label)
    }

    /// What redo would do again.
    pub fn redo_label(self) -> Option<Label> {
        self.editor.with(Editor::redo_label)
    }

    /// Lets the editor take over what another tab has changed.
    pub(in crate::ui) fn adopt(self, change: &Change) {
        self.editor.update(|editor| {
            editor.adopt(change);
        });
    }
}
