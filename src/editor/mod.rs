//! The one door for changes.
//!
//! An [`Editor`] holds the open plan and its history. Every edit is a closure over a plan; what it did is found by
//! comparing ([`Change`]), so undo, redo, saving and other tabs need nothing that was written for one kind of edit.
//!
//! Invariant: every reference of the plan leads to a record, ids are distinct, there is a profile. An edit that would
//! break that is refused and leaves the plan as it was.

mod change;
mod invariants;
mod label;
mod table_change;
#[cfg(test)]
mod tests;

pub use change::{Change, RecordChange};
pub use label::{Label, Noun, Place, Verb};

use crate::plan::{Id, Plan, Reference};
use std::collections::VecDeque;

/// Number of steps that can be undone.
pub const HISTORY_LEN: usize = 500;

/// Milliseconds after which a continued edit begins a new step.
pub const FUSE_MS: f64 = 1500.0;

/// Why an edit was refused.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum EditError {
    /// A record would refer to something that doesn't exist.
    #[error("{table}/{id} would refer to {reference:?}, which doesn't exist")]
    Dangling {
        /// Table of the record that holds the reference.
        table: &'static str,
        /// Its id.
        id: Id,
        /// Where it leads.
        reference: Reference,
    },
    /// Two parts of a record would have one id.
    #[error("{table}/{id} would have two parts {part}")]
    DoubledPart {
        /// Table of the record.
        table: &'static str,
        /// Its id.
        id: Id,
        /// The id that two parts would have.
        part: Id,
    },
    /// The plan would have no profile, or several.
    #[error("a plan has one profile")]
    NotOneProfile,
    /// The plan would get another id.
    #[error("an edit can't make another plan of a plan")]
    OtherPlan,
}

/// What an edit did.
#[derive(Clone, Debug, PartialEq)]
pub struct Edited<R> {
    /// What the closure returned.
    pub value: R,
    /// The difference, to be saved; empty if nothing changed.
    pub change: Change,
}

/// A step of the history that was undone or redone.
#[derive(Clone, Debug, PartialEq)]
pub struct Restored {
    /// Where it happened.
    pub place: Place,
    /// The difference that undoing or redoing it made, to be saved.
    pub change: Change,
}

/// Names what a continued edit edits, such as a cell: edits with the same key fuse into one step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FuseKey {
    key: String,
    lasts: bool,
}

impl FuseKey {
    /// Makes a key; any text that differs from that of other things.
    #[must_use]
    pub fn new(key: impl Into<String>) -> Self {
        Self { key: key.into(), lasts: false }
    }

    /// Makes a key of edits that fuse however much time lies between them, such as adding something and naming it.
    #[must_use]
    pub fn lasting(key: impl Into<String>) -> Self {
        Self { key: key.into(), lasts: true }
    }
}

#[derive(Clone, Debug)]
struct Step {
    label: Label,
    place: Place,
    change: Change,
}

/// The open plan and its history.
#[derive(Clone, Debug)]
pub struct Editor {
    plan: Plan,
    undo: VecDeque<Step>,
    redo: Vec<Step>,
    /// Key and time of the last edit if the next may fuse with it.
    open: Option<(FuseKey, f64)>,
}

impl Editor {
    /// Opens a plan, which must satisfy the invariant (a plan that was read or repaired does).
    #[must_use]
    pub fn new(plan: Plan) -> Self {
        Self { plan, undo: VecDeque::new(), redo: Vec::new(), open: None }
    }

    /// The plan as it is.
    #[must_use]
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// Changes the plan in one step of the history; none if the closure changes nothing.
    ///
    /// # Errors
    /// If the invariant would break; the plan is then as it was.
    pub fn edit<R>(&mut self, label: Label, place: Place, edit: impl FnOnce(&mut Plan) -> R) -> Result<Edited<R>, EditError> {
        let edited = self.change(edit)?;
        if !edited.change.is_empty() {
            self.open = None;
            self.push(Step { label, place, change: edited.change.clone() });
        }
        Ok(edited)
    }

    /// Changes the plan like [`Editor::edit`], in the step of the edit before if that had the same key, ended less
    /// than [`FUSE_MS`] ago (or the key lasts) and nothing else has happened since. `now_ms` is any clock that goes
    /// forward.
    ///
    /// # Errors
    /// If the invariant would break; the plan is then as it was.
    pub fn edit_continued<R>(
        &mut self,
        label: Label,
        place: Place,
        key: FuseKey,
        now_ms: f64,
        edit: impl FnOnce(&mut Plan) -> R,
    ) -> Result<Edited<R>, EditError> {
        let edited = self.change(edit)?;
        if edited.change.is_empty() {
            return Ok(edited);
        }
        let fuses = self.open.as_ref().is_some_and(|(open, then)| *open == key && (key.lasts || now_ms - then < FUSE_MS));
        match self.undo.back_mut().filter(|_| fuses) {
            Some(step) => {
                step.change = step.change.then(&edited.change);
                self.redo.clear();
                if step.change.is_empty() {
                    self.undo.pop_back();
                    self.open = None;
                    return Ok(edited);
                }
            }
            None => self.push(Step { label, place, change: edited.change.clone() }),
        }
        self.open = Some((key, now_ms));
        Ok(edited)
    }

    /// Takes the last step back. Steps of which nothing is left, because another tab has since changed what they
    /// changed, are passed over; none if there is nothing to undo.
    pub fn undo(&mut self) -> Option<Restored> {
        self.open = None;
        while let Some(step) = self.undo.pop_back() {
            let (restored, back) = self.restore(step);
            if !restored.change.is_empty() {
                self.redo.push(back);
                return Some(restored);
            }
        }
        None
    }

    /// Does the step again that was undone last; none if there is none.
    pub fn redo(&mut self) -> Option<Restored> {
        self.open = None;
        while let Some(step) = self.redo.pop() {
            let (restored, back) = self.restore(step);
            if !restored.change.is_empty() {
                self.undo.push_back(back);
                return Some(restored);
            }
        }
        None
    }

    /// What [`Editor::undo`] would take back.
    #[must_use]
    pub fn undo_label(&self) -> Option<Label> {
        self.undo.back().map(|step| step.label)
    }

    /// What [`Editor::redo`] would do again.
    #[must_use]
    pub fn redo_label(&self) -> Option<Label> {
        self.redo.last().map(|step| step.label)
    }

    /// Takes over what somebody else, such as another tab, has changed; it isn't part of the history. Gives the
    /// difference that it made here.
    pub fn adopt(&mut self, change: &Change) -> Change {
        let before = self.plan.clone();
        change.apply(&mut self.plan);
        let change = Change::between(&before, &self.plan);
        if !change.is_empty() {
            self.open = None;
        }
        change
    }

    fn change<R>(&mut self, edit: impl FnOnce(&mut Plan) -> R) -> Result<Edited<R>, EditError> {
        let mut plan = self.plan.clone();
        let value = edit(&mut plan);
        let change = Change::between(&self.plan, &plan);
        if plan.id != self.plan.id {
            return Err(EditError::OtherPlan);
        }
        if !change.is_empty() {
            invariants::check(&plan, &change)?;
            self.plan = plan;
        }
        Ok(Edited { value, change })
    }

    fn push(&mut self, step: Step) {
        self.redo.clear();
        if self.undo.len() == HISTORY_LEN {
            self.undo.pop_front();
        }
        self.undo.push_back(step);
    }

    /// Takes a step back and gives the step that leads here again: the way back of what really changed.
    fn restore(&mut self, step: Step) -> (Restored, Step) {
        let before = self.plan.clone();
        step.change.inverse().apply(&mut self.plan);
        let change = Change::between(&before, &self.plan);
        let back = Step { label: step.label, place: step.place.clone(), change: change.clone() };
        (Restored { place: step.place, change }, back)
    }
}
