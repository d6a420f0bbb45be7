//! Words of the win-back planner.

mod de;
mod en;

pub(super) use de::WIN_BACK as DE;
pub(super) use en::WIN_BACK as EN;

use crate::finance::{WinBackInput, WinBackVerdict};
use crate::plan::{LossReason, WinBackContact};

/// Words of the win-back planner.
#[allow(missing_docs)]
pub struct WinBack {
    /// Groups and customers.
    pub facts: fn(usize, &str) -> String,
    pub empty_title: &'static str,
    pub empty_text: &'static str,
    pub new_group: &'static str,
    pub group: &'static str,
    pub reason: &'static str,
    pub reason_name: fn(LossReason) -> &'static str,
    pub customers: &'static str,
    pub margin: &'static str,
    pub margin_help: &'static str,
    pub months_since: &'static str,
    pub months_unit: &'static str,
    pub months_hint: &'static str,
    pub months_long: &'static str,
    pub contact: &'static str,
    pub contact_name: fn(WinBackContact) -> &'static str,
    pub contact_hint: &'static str,
    pub not_chosen: &'static str,
    pub incentive: &'static str,
    pub incentive_empty: &'static str,
    pub incentive_fits: &'static str,
    pub take_incentive: fn(&str) -> String,
    pub contact_cost: &'static str,
    pub incentive_cost: &'static str,
    pub rate: &'static str,
    pub rate_low: &'static str,
    pub rate_likely: &'static str,
    pub rate_high: &'static str,
    pub rate_hint: &'static str,
    pub rate_error: &'static str,
    pub rate_disordered: &'static str,
    pub stay_years: &'static str,
    pub stay_unit: &'static str,
    pub stay_hint: fn(u8) -> String,
    pub stay_error: &'static str,
    pub count_error: &'static str,
    pub months_error: &'static str,
    pub amount_error: &'static str,
    pub left_out: &'static str,
    pub is_left_out: &'static str,
    pub new_customer_cost: &'static str,
    pub new_customer_hint: &'static str,
    pub new_customer_of_plan: fn(&str) -> String,
    /// Figures.
    pub expected: &'static str,
    pub expected_help: &'static str,
    pub won: &'static str,
    pub won_note: fn(&str) -> String,
    pub cost: &'static str,
    pub cost_per_won: &'static str,
    pub range: fn(&str, &str) -> String,
    pub nobody: &'static str,
    pub cheaper: fn(&str) -> String,
    pub dearer: fn(&str) -> String,
    pub total_note: fn(usize, usize) -> String,
    pub verdict: &'static str,
    pub verdict_name: fn(WinBackVerdict) -> &'static str,
    pub verdict_text: fn(WinBackVerdict) -> &'static str,
    pub missing: fn(&[WinBackInput]) -> String,
    /// The calculation.
    pub calculation: &'static str,
    /// Margin, years, rate → the value of one.
    pub value_of_one: fn(&str, &str, &str, &str) -> String,
    pub value_title: &'static str,
    pub won_line: fn(&str, &str, &str) -> String,
    pub cost_line: fn(&str, &str, &str, &str, &str) -> String,
    pub expected_line: fn(&str, &str, &str, &str) -> String,
    pub break_even: &'static str,
    pub break_even_line: fn(&str) -> String,
    pub no_break_even: &'static str,
    pub source: &'static str,
    /// The measure.
    pub become_measure: &'static str,
    pub measure_title: &'static str,
    /// Title of the measure that a group becomes.
    pub measure_title_of: fn(&str) -> String,
    pub become_own: &'static str,
    /// How many groups have no measure yet.
    pub become_further: fn(usize) -> String,
    pub join_measure: fn(&str) -> String,
    pub measure_made: fn(&str) -> String,
    pub refresh_measure: &'static str,
    pub measure_refreshed: &'static str,
    pub open_measure: &'static str,
    pub part_of: &'static str,
    /// Why that benefit is expected: groups, customers, those who come back, their value, years and rate of the plan.
    pub measure_reasoning: fn(usize, &str, &str, &str, u8, &str) -> String,
    /// Reasons for leaving that imported data name.
    pub lost: &'static str,
    pub lost_help: &'static str,
    pub lost_customers: fn(u32, &str) -> String,
    pub lost_between: fn(&str, &str) -> String,
    pub lost_more: fn(usize) -> String,
    pub take: &'static str,
    pub take_of: fn(&str) -> String,
    pub take_all: fn(usize) -> String,
    pub taken: fn(usize) -> String,
    pub details_of: fn(&str) -> String,
    pub delete: &'static str,
}
