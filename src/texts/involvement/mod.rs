//! Words of customers' involvement.

mod de;
mod en;

pub(super) use de::INVOLVEMENT as DE;
pub(super) use en::INVOLVEMENT as EN;

use crate::plan::{DevelopmentPhase, InvolvementState};

/// Words of customers' involvement.
#[allow(missing_docs)]
pub struct InvolvementPlan {
    /// Ways of involving customers, and in how many of the five phases.
    pub facts: fn(usize, usize) -> String,
    pub phase: fn(DevelopmentPhase) -> &'static str,
    /// The question of a phase.
    pub question: fn(DevelopmentPhase) -> &'static str,
    pub later_dearer: &'static str,
    pub cheap: &'static str,
    pub dear: &'static str,
    pub missed: &'static str,
    pub missed_text: &'static str,
    pub none_yet: &'static str,
    pub add: &'static str,
    pub add_to: fn(&str) -> String,
    pub create: fn(&str) -> String,
    pub nothing_fits: &'static str,
    pub method: &'static str,
    pub phase_field: &'static str,
    pub state: &'static str,
    pub state_name: fn(InvolvementState) -> &'static str,
    pub customers: &'static str,
    pub customers_of: fn(u32) -> String,
    pub count_error: &'static str,
    pub by: &'static str,
    pub by_day: fn(&str) -> String,
    pub department: &'static str,
    pub not_chosen: &'static str,
    pub result: &'static str,
    pub result_empty: &'static str,
    pub details_of: fn(&str) -> String,
    pub delete: &'static str,
}
