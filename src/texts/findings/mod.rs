//! Words of the list of pain points and opportunities, and of one of them.

mod de;
mod en;

pub(super) use de::FINDINGS as DE;
pub(super) use en::FINDINGS as EN;

use crate::listing::findings::{FindingColumn, FindingGrouping};
use crate::plan::{FindingKind, Frequency};

/// Words of pain points and opportunities.
#[allow(missing_docs)]
pub struct Findings {
    pub title: &'static str,
    /// Numbers of pain points and opportunities, and how many of both are open without a measure.
    pub summary: fn(pain_points: usize, opportunities: usize, unanswered: usize) -> String,
    pub empty_title: &'static str,
    pub empty_text: &'static str,
    pub new: fn(FindingKind) -> &'static str,
    pub kind: fn(FindingKind) -> &'static str,
    pub kinds: fn(FindingKind) -> &'static str,
    pub kind_field: &'static str,
    pub every_kind: &'static str,
    pub add: fn(FindingKind) -> &'static str,
    pub none_here: fn(FindingKind) -> &'static str,
    pub text: fn(FindingKind) -> &'static str,
    /// How grave or how promising.
    pub weight: fn(FindingKind) -> &'static str,
    pub weight_none: &'static str,
    /// The same for screen readers and pointers.
    pub weight_words: fn(FindingKind, u8) -> String,
    pub frequency: &'static str,
    pub frequency_of: fn(Frequency) -> &'static str,
    pub frequency_none: &'static str,
    pub state: &'static str,
    pub touchpoints: &'static str,
    pub no_touchpoint: &'static str,
    pub touchpoint_create: fn(&str) -> String,
    pub evidence: &'static str,
    pub evidence_none: &'static str,
    pub evidence_note: &'static str,
    pub evidence_note_empty: &'static str,
    pub goals: fn(FindingKind) -> &'static str,
    pub goals_missing: &'static str,
    pub measures: &'static str,
    pub measures_none: &'static str,
    pub link_measure: &'static str,
    pub measures_missing: &'static str,
    pub unlink_measure: fn(&str) -> String,
    pub plan_measure: &'static str,
    pub plan_measure_for: fn(&str) -> String,
    /// Title of a measure that is made out of a pain point.
    pub measure_against: fn(&str) -> String,
    pub measure_planned: fn(&str) -> String,
    pub without_measure: &'static str,
    pub in_journeys: &'static str,
    pub in_no_journey: &'static str,
    pub departments: &'static str,
    pub nothing_fits: &'static str,
    pub choose: &'static str,
    pub remove: fn(&str) -> String,
    pub details: &'static str,
    pub details_of: fn(&str) -> String,
    pub delete: fn(FindingKind) -> &'static str,
    pub delete_named: fn(&str) -> String,
    pub more: fn(&str) -> String,
    /// The list.
    pub column: fn(FindingColumn) -> &'static str,
    pub cell: fn(&str, &str) -> String,
    pub search: &'static str,
    pub filters: &'static str,
    pub filters_set: fn(usize) -> String,
    pub every_state: &'static str,
    pub weight_filter: &'static str,
    pub every_weight: &'static str,
    pub weight_from: fn(u8) -> String,
    pub phase: &'static str,
    pub every_phase: &'static str,
    pub department: &'static str,
    pub every_department: &'static str,
    pub persona: &'static str,
    pub every_persona: &'static str,
    pub journey: &'static str,
    pub every_journey: &'static str,
    pub only_unanswered: &'static str,
    pub group: &'static str,
    pub grouping: fn(FindingGrouping) -> &'static str,
    pub no_phase: &'static str,
    pub no_journey: &'static str,
    pub no_department: &'static str,
    pub shown: fn(shown: usize, all: usize) -> String,
    pub none_shown: &'static str,
    pub show_all: &'static str,
    pub export: &'static str,
    pub export_failed: fn(&str) -> String,
    pub exported: fn(usize) -> String,
    /// Columns that only the exported table has.
    pub phases_column: &'static str,
    pub sub_phases_column: &'static str,
    pub journeys_column: &'static str,
    pub personas_column: &'static str,
}
