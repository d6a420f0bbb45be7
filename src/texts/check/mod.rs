//! Words of the check.

mod de;
mod en;

pub(super) use de::CHECK as DE;
pub(super) use en::CHECK as EN;

use super::{Texts, format};
use crate::check::{Figure, RuleId, Subject};
use crate::plan::Plan;

/// Words of the check.
#[allow(missing_docs)]
pub struct Check {
    /// Open remarks, and how many of them are urgent.
    pub facts: fn(usize, usize) -> String,
    pub urgent: &'static str,
    pub urgent_help: &'static str,
    pub others: &'static str,
    pub nothing_title: &'static str,
    pub nothing_text: &'static str,
    /// What a rule has found, with the number of remarks.
    pub found: fn(RuleId, usize) -> String,
    /// Why that matters.
    pub why: fn(RuleId) -> &'static str,
    /// What to do about it.
    pub to_do: fn(RuleId) -> &'static str,
    /// A figure; amounts come with their currency.
    pub figure: fn(&Figure, &str) -> String,
    /// The plan as a whole, as a subject.
    pub plan: &'static str,
    pub dismiss: &'static str,
    pub dismiss_of: fn(&str) -> String,
    pub dismissed: &'static str,
    pub dismissed_text: &'static str,
    pub reason: &'static str,
    pub reason_of: fn(&str) -> String,
    pub check_again: &'static str,
    pub check_again_of: fn(&str) -> String,
    pub dismissed_told: fn(&str) -> String,
    /// The number in the navigation, for screen readers.
    pub count: fn(usize) -> String,
    pub all: fn(usize) -> String,
    /// How many more subjects there are than are named.
    pub more: fn(usize) -> String,
}

impl Subject {
    /// What the subject is called.
    #[must_use]
    pub fn name(&self, plan: &Plan, texts: &Texts) -> String {
        match self {
            Self::Plan => texts.check.plan.to_owned(),
            Self::Phase(phase) => (texts.terms.phase)(*phase).to_owned(),
            Self::Quarter(quarter) => format::quarter(quarter.first_month()),
            Self::Development(phase) => (texts.involvement.phase)(*phase).to_owned(),
            Self::Source(id) => plan.record_name(&id.clone().into(), texts),
            Self::Record(reference) => plan.record_name(reference, texts),
        }
    }
}
