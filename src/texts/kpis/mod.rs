//! Words of KPIs and their data.

mod de;
mod en;

pub(super) use de::KPIS as DE;
pub(super) use en::KPIS as EN;

use crate::figures::standing::TargetState;
use crate::figures::typed::PasteReason;

/// KPIs and their data.
#[allow(missing_docs)]
pub struct Kpis {
    /// The list of KPIs.
    pub intro: &'static str,
    pub import: &'static str,
    pub new_definition: &'static str,
    pub type_values: &'static str,
    pub empty_title: &'static str,
    pub empty_text: &'static str,
    pub column_kpi: &'static str,
    pub column_value: &'static str,
    pub column_course: &'static str,
    pub by_assumptions: &'static str,
    pub no_data: &'static str,
    pub none: &'static str,
    pub until: fn(day: &str) -> String,
    pub unknown_kind_text: &'static str,
    pub more: fn(title: &str) -> String,
    pub delete_named: fn(title: &str) -> String,
    /// The page of one.
    pub title: &'static str,
    pub delete: &'static str,
    pub more_page: &'static str,
    pub grain: &'static str,
    pub answers: fn(n: &str) -> String,
    pub no_data_title: &'static str,
    pub no_data_text: &'static str,
    /// What stands in the chart while a measure runs.
    pub measure_runs: fn(measure: &str) -> String,
    /// Figures at the top.
    pub since: fn(period: &str) -> String,
    pub before: &'static str,
    pub before_that: fn(period: &str) -> String,
    pub whole_time: &'static str,
    pub difference: &'static str,
    pub against: fn(period: &str) -> String,
    pub target: &'static str,
    pub target_by: fn(day: &str) -> String,
    pub target_state: fn(TargetState) -> &'static str,
    pub unsure: &'static str,
    /// Where a figure comes from: name of the button, and the text for each kind of figure.
    pub origin_of: fn(figure: &str) -> String,
    pub origin_target: fn(period: &str) -> String,
    /// What the figures mean.
    pub more_than_noise: &'static str,
    pub noise: &'static str,
    pub noise_note: &'static str,
    pub no_comparison: &'static str,
    pub no_comparison_text: &'static str,
    pub distribution: &'static str,
    pub promoters: &'static str,
    pub passives: &'static str,
    pub detractors: &'static str,
    /// Definition and details.
    pub definition: &'static str,
    pub definition_placeholder: &'static str,
    pub nps_help_label: &'static str,
    pub nps_help_title: &'static str,
    pub nps_help: &'static str,
    pub details: &'static str,
    pub owner: &'static str,
    pub nobody: &'static str,
    pub belongs_to: &'static str,
    pub belongs_to_all: &'static str,
    pub belongs_to_phase: fn(phase: &str) -> String,
    pub belongs_to_touchpoint: fn(touchpoint: &str) -> String,
    pub source: &'static str,
    pub no_source: &'static str,
    pub typed_months: fn(usize) -> String,
    pub interval: &'static str,
    pub interval_help_label: &'static str,
    pub targets: &'static str,
    pub add_target: &'static str,
    pub no_target: &'static str,
    pub target_value: &'static str,
    pub target_day: &'static str,
    /// What a target may be; of a score: it lies between −100 and +100.
    pub target_range: fn(is_score: bool) -> &'static str,
    pub remove_target: &'static str,
    pub target_removed: &'static str,
    pub measures: &'static str,
    pub no_measures: &'static str,
    pub to_measures: &'static str,
    pub all_measures: fn(usize) -> String,
    pub running_since: fn(day: &str) -> String,
    pub planned_from: fn(day: &str) -> String,
    pub done_since: fn(day: &str) -> String,
    /// Groups and personas.
    pub hidden_groups: fn(groups: usize, minimum: u64) -> String,
    pub personas: &'static str,
    pub personas_note: &'static str,
    pub no_personas: &'static str,
    /// What must be known about the data.
    pub sources_overlap: fn(first: &str, second: &str, from: &str, to: &str, days: usize) -> String,
    pub typed_overlap: fn(months: &[String], source: &str) -> String,
    /// Months of which only reported values are known, while others were counted.
    pub reported_aside: fn(months: &[String]) -> String,
    pub hidden_periods: fn(periods: usize, minimum: u64) -> String,
    pub left_out: fn(written: &str, count: u64) -> String,
    pub typed_not_in_weeks: &'static str,
    /// Typed answers.
    pub typed: &'static str,
    pub typed_note: &'static str,
    pub typed_hint: &'static str,
    pub no_typed: &'static str,
    pub add_month: &'static str,
    pub add_earlier: &'static str,
    pub more_data: &'static str,
    pub interval_column: &'static str,
    pub count_wanted: &'static str,
    pub number_wanted: &'static str,
    pub remove_month: fn(month: &str) -> String,
    pub month_removed: fn(month: &str) -> String,
    pub paste_table: &'static str,
    pub paste_field: &'static str,
    pub paste_hint: &'static str,
    pub paste_take: &'static str,
    pub pasted_months: fn(months: usize, faults: usize) -> String,
    pub pasted_cells: fn(usize) -> String,
    pub more_faults: fn(usize) -> String,
    pub copy_table: &'static str,
    pub copied: &'static str,
    pub copy_failed: fn(error: &str) -> String,
    /// A fault of a pasted table: line and column from 1, what stood there, and why it wasn't taken.
    pub paste_issue: fn(line: usize, column: usize, value: &str, reason: PasteReason) -> String,
}
