//! Words about what came of the work: drivers, effect of measures, customer value.

mod de;
mod en;

pub(super) use de::MEASURING as DE;
pub(super) use en::MEASURING as EN;

use crate::figures::{
    effect::{NoEffect, Verdict},
    importance::{ImportanceMethod, NoImportance},
};
use crate::texts::{Language, format};

/// Words about what came of the work.
#[allow(missing_docs)]
pub struct Measuring {
    /// Drivers.
    pub drivers_intro: &'static str,
    pub drivers_empty_title: &'static str,
    pub drivers_empty: &'static str,
    pub overall_field: &'static str,
    pub drivers_title: fn(overall: &str) -> String,
    pub drivers_note: fn(r_squared: &str, n: &str) -> String,
    pub driver_column: &'static str,
    pub importance: &'static str,
    pub performance: &'static str,
    pub method: fn(ImportanceMethod) -> &'static str,
    pub method_label: &'static str,
    pub method_text: &'static str,
    pub no_importance: fn(NoImportance, driver: &str) -> String,
    pub first_driver: fn(driver: &str, share: &str, worst_rated: bool) -> String,
    pub little_explained: &'static str,
    pub describe_bars: fn(count: usize, values: &str) -> String,
    pub matrix_title: &'static str,
    pub matrix_note: &'static str,
    /// Quadrants: concentrate here, keep it up, low priority, possible overkill.
    pub quadrants: [&'static str; 4],
    pub point: fn(name: &str, performance: &str, importance: &str, quadrant: &str) -> String,
    /// Effect of measures.
    pub effects_intro: &'static str,
    pub effects_empty_title: &'static str,
    pub effects_empty: &'static str,
    pub window_field: &'static str,
    pub months: fn(u8) -> String,
    pub before: &'static str,
    pub after: &'static str,
    pub change: &'static str,
    /// A verdict in a word or two.
    pub verdict_short: fn(Result<Verdict, NoEffect>) -> String,
    pub verdict: fn(Verdict) -> String,
    pub no_effect: fn(NoEffect) -> &'static str,
    pub starts: fn(day: &str) -> String,
    pub span: fn(from: &str, to: &str) -> String,
    pub beyond: fn(count: usize, of: usize) -> String,
    pub meanwhile: fn(names: &[String]) -> String,
    pub mix_shift: fn(dimension: &str) -> String,
    pub group_effect: fn(group: &str, delta: &str, p: &str) -> String,
    pub groups_alone: &'static str,
    pub cause_note: &'static str,
    /// Customer value.
    pub value_title: &'static str,
    pub basis_field: &'static str,
    pub basis_margin: &'static str,
    pub basis_revenue: &'static str,
    pub margin_field: &'static str,
    pub revenue_field: &'static str,
    pub retention_field: &'static str,
    pub retention_known: fn(kpi: &str, value: &str) -> String,
    pub take_over: &'static str,
    pub discount_field: &'static str,
    pub discount_of_plan: fn(&str) -> String,
    pub cost_field: &'static str,
    pub past_field: &'static str,
    pub convention_field: &'static str,
    pub horizon_field: &'static str,
    pub per_cent_fault: &'static str,
    pub future: &'static str,
    pub past: &'static str,
    pub whole: &'static str,
    pub missing: &'static str,
    pub endless: &'static str,
    pub sensitivity: &'static str,
    pub sensitivity_note: &'static str,
    pub retention_point: &'static str,
    pub margin_percent: &'static str,
    pub discount_point: &'static str,
    pub per_customer: &'static str,
    pub all_customers: fn(&str) -> String,
    pub point_title: &'static str,
    pub point_worth: fn(worth: &str, each: &str, customers: &str) -> String,
    pub point_each: fn(each: &str) -> String,
    pub point_beyond: &'static str,
    pub of_all: fn(value: &str, customers: &str) -> String,
    pub churn_of_year: fn(month: &str, year: &str) -> String,
}

/// About so many answers: two digits that count.
fn about(language: Language, count: u64) -> String {
    let step = if count < 100 { 5 } else { 10_u64.pow(count.ilog10() - 1) };
    format::count(language, count.div_ceil(step) * step)
}
