//! Words about figures of every kind: what they are, how they are defined, what was found out about them.

mod de;
mod en;
mod glance;
mod style;

pub(super) use de::FIGURES as DE;
pub(super) use en::FIGURES as EN;
pub use glance::{GlanceWords, ends_of_values};
pub use style::{Unit, ValueStyle, certainty, delta_interval, interval, probability};

use crate::figures::{
    control::{NoLimits, Rule},
    typed::TypedColumn,
};
use crate::plan::{AmountUnit, Better, ClvConvention, KpiKind, Resolution};

/// Words about figures.
#[allow(missing_docs)]
pub struct Figures {
    /// Name of a kind, as in "Customer satisfaction (CSAT)".
    pub kind: fn(&KpiKind) -> String,
    /// Short name of what is measured, as in "CSAT".
    pub short: fn(&KpiKind) -> String,
    /// How a kind is computed.
    pub formula: fn(&KpiKind) -> String,
    /// How its interval is computed.
    pub interval_method: fn(&KpiKind) -> &'static str,
    /// Explanation of the interval's method.
    pub interval_help: fn(&KpiKind) -> &'static str,
    pub better: fn(Better) -> &'static str,
    /// A period's length.
    pub grain: fn(Resolution) -> &'static str,
    /// Headings of what is typed in, shortest first; pasted tables may use any of them.
    pub typed_column: fn(&KpiKind, TypedColumn) -> Vec<String>,
    /// Headings under which the month stands in a pasted table.
    pub month_names: &'static [&'static str],
    /// Titles of charts.
    pub by: fn(short: &str, Resolution) -> String,
    pub higher_since: fn(short: &str, period: &str) -> String,
    pub lower_since: fn(short: &str, period: &str) -> String,
    pub band: fn(Resolution, window: usize, interval: bool) -> String,
    /// What is drawn, the first period shown, and how many earlier ones with data aren't.
    pub without_earlier: fn(&str, first: &str, earlier: usize) -> String,
    pub by_group: fn(short: &str) -> String,
    /// Settings of a kind.
    pub kind_group_feedback: &'static str,
    pub kind_group_customers: &'static str,
    pub kind_group_rates: &'static str,
    pub kind_group_value: &'static str,
    pub kind_group_own: &'static str,
    pub figure_field: &'static str,
    pub scale_field: &'static str,
    pub satisfied_from_field: &'static str,
    pub easy_field: &'static str,
    pub easy_high: &'static str,
    pub easy_low: &'static str,
    pub best_field: &'static str,
    pub best_high: &'static str,
    pub best_low: &'static str,
    pub numerator_field: &'static str,
    pub denominator_field: &'static str,
    pub unit_field: &'static str,
    pub unit: fn(&AmountUnit) -> &'static str,
    pub own_unit_field: &'static str,
    pub together_field: &'static str,
    pub convention: fn(ClvConvention) -> String,
    pub better_field: &'static str,
    pub warning_field: &'static str,
    pub warning_none: &'static str,
    pub past_limit: fn(limit: &str) -> String,
    /// Up to which month typed values follow an earlier definition.
    pub redefined: fn(month: &str) -> String,
    pub redefinition_mark: &'static str,
    pub recomputed: &'static str,
    /// Said when a new definition has taken targets and warning limit along.
    pub aims_gone: &'static str,
    pub new_kpi: &'static str,
    /// Views.
    pub group_field: &'static str,
    pub all_groups: &'static str,
    pub window_field: &'static str,
    pub window_one: &'static str,
    pub window: fn(usize) -> String,
    pub limits_toggle: &'static str,
    pub signals_title: &'static str,
    pub signal: fn(Rule, from: &str, to: &str) -> String,
    pub no_signals: &'static str,
    pub no_limits: fn(NoLimits) -> String,
    pub no_limits_rolling: &'static str,
    pub measure_begins: fn(&str) -> String,
    pub mean_of_scores: fn(mean: &str, deviation: &str, low: &str, high: &str) -> String,
    pub save_csv: &'static str,
    pub save_workbook: &'static str,
    /// One thing against another.
    pub compare_title: &'static str,
    pub compare_note: &'static str,
    pub compare_first: &'static str,
    pub compare_second: &'static str,
    pub compare_result: fn(first: &str, second: &str, delta: &str, interval: &str, p: &str) -> String,
    pub compare_untested: fn(first: &str, second: &str, delta: &str) -> String,
    pub compare_sure: &'static str,
    pub compare_unsure: &'static str,
    pub group_tests: fn(dimension: &str) -> String,
    pub group_test: fn(first: &str, second: &str, delta: &str, p: &str, sure: bool) -> String,
    pub holm_note: fn(count: usize) -> String,
    /// Each group since a period against the time before.
    pub group_changes: fn(since: &str) -> String,
    pub group_change: fn(name: &str, delta: &str, p: &str, sure: bool) -> String,
    /// What a promoter is worth.
    pub worth_title: &'static str,
    /// The name of the money, which may be empty, and the months that it is from.
    pub worth_note: fn(title: &str, span: &str) -> String,
    pub worth_mean: &'static str,
    pub worth_difference: fn(more: bool, size: &str, interval: &str, p: &str) -> String,
    pub worth_untested: &'static str,
    /// Verdicts for every kind.
    pub verdict_shift: fn(up: bool, size: &str, since: &str, n: Option<&str>, p: &str) -> String,
    pub verdict_periods: fn(up: bool, size: &str, before: &str, p: &str) -> String,
    pub verdict_noise: fn(size: &str, before: &str, p: &str) -> String,
    pub verdict_untested: fn(up: bool, size: &str, before: &str) -> String,
    pub untested: &'static str,
    pub answers_needed: fn(reach: &str, n: &str) -> String,
    pub origin: fn(formula: &str, when: &str, basis: &str, sources: &str, interval: &str) -> String,
    pub basis_groups: fn(first: &str, last: &str, n: &str) -> String,
    pub basis_share: fn(hits: &str, n: &str) -> String,
    pub basis_mean: fn(n: &str) -> String,
    pub basis_customers: fn(start: &str, won: &str, lost: &str, end: &str) -> String,
    pub basis_reported: &'static str,
    pub origin_shift: &'static str,
    pub origin_difference: &'static str,
    pub discrepancy: fn(month: &str, by: &str) -> String,
}
