//! What the user is told: what was done, in passing, and what went wrong, until it is closed.

use super::Workspace;
use crate::ui::components::ToastAction;
use leptos::prelude::*;

/// Something that went wrong; it stands above the page until it is closed.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    /// Number of the problem.
    pub id: u64,
    /// What went wrong and what to do.
    pub text: String,
    /// What else is to be known, a line each.
    pub details: Vec<String>,
}

impl Workspace {
    /// Tells that something was done, with something to do about it.
    pub fn tell(self, text: String, action: Option<ToastAction>) {
        self.toasts.push(text, action);
    }

    /// Takes the offer to undo away, with what it tells: once another step has followed, it would undo that one.
    pub fn withdraw_undo(self) {
        if let Some(toast) = self.undo_toast.get_value() {
            self.toasts.withdraw(toast);
        }
        self.undo_toast.set_value(None);
    }

    /// Tells that something was done that can be undone.
    pub fn tell_undoable(self, text: String) {
        let toast = self.toasts.push(text, Some(ToastAction::new(self.texts().shell.undo, move || self.undo())));
        self.undo_toast.set_value(Some(toast));
    }

    /// Tells that something went wrong.
    pub fn tell_problem(self, text: String, details: Vec<String>) {
        self.open_problem(text, details);
    }

    /// Tells that something went wrong, until that is closed by its number.
    pub fn open_problem(self, text: String, details: Vec<String>) -> u64 {
        let id = self.last_problem.get_value() + 1;
        self.last_problem.set_value(id);
        self.problems.update(|problems| problems.push(Problem { id, text, details }));
        id
    }

    /// Takes a problem away.
    pub fn close_problem(self, id: u64) {
        self.problems.update(|problems| problems.retain(|problem| problem.id != id));
    }
}
