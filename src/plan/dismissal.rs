//! What the check names and isn't relevant to this plan.

use super::{DismissalId, Id, OtherFields, Plan, Record, Reference};
use serde::{Deserialize, Serialize};

/// A remark of the check that isn't relevant, and why.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Dismissal {
    /// Its id.
    pub id: DismissalId,
    /// Key of the rule.
    #[serde(default)]
    pub rule: String,
    /// Id of what the rule found, a record or another thing with an id; none: the plan as a whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject: Option<Id>,
    /// Why it isn't relevant.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
    /// Fields of later versions.
    #[serde(flatten)]
    pub other: OtherFields,
}

impl Dismissal {
    /// Makes a dismissal without a reason.
    #[must_use]
    pub fn new(id: DismissalId, rule: &str, subject: Option<Id>) -> Self {
        Self { id, rule: rule.to_owned(), subject, reason: String::new(), other: OtherFields::new() }
    }
}

impl Record for Dismissal {
    type Id = DismissalId;
    const TABLE: &'static str = "dismissals";
    fn id(&self) -> &DismissalId {
        &self.id
    }
    fn name(&self) -> &str {
        ""
    }
    // The subject may be gone or come back; a dismissal without one is never shown.
    fn references(&self, _: &mut dyn FnMut(Reference)) {}
    fn unlink(&mut self, _: &Reference) {}
}

impl Plan {
    /// The dismissal of what a rule found.
    #[must_use]
    pub fn dismissal(&self, rule: &str, subject: Option<&Id>) -> Option<&Dismissal> {
        self.dismissals.iter().find(|it| it.rule == rule && it.subject.as_ref() == subject).map(|it| &**it)
    }
}
