//! Words of the overview's steps, of what is to be done, and of the summary to print.

mod de;
mod en;

pub(super) use de::SUMMARY as DE;
pub(super) use en::SUMMARY as EN;

/// Words of the overview's steps, of what is to be done, and of the summary to print.
#[allow(missing_docs)]
pub struct Summary {
    pub steps: &'static str,
    /// Personas and touchpoints.
    pub understand: fn(usize, usize) -> String,
    /// KPIs, and those without new data.
    pub data: fn(usize, usize) -> String,
    /// Journeys and goals.
    pub design: fn(usize, usize) -> String,
    /// Measures that run and that are overdue.
    pub implement: fn(usize, usize) -> String,
    /// Effects of measures that are shown, and those that aren't yet.
    pub effects: fn(usize, usize) -> String,
    /// Open remarks of the check.
    pub check: fn(usize) -> String,
    pub begun: &'static str,
    pub not_begun: &'static str,
    pub to_do: &'static str,
    pub to_do_none: &'static str,
    pub view: &'static str,
    pub view_overview: &'static str,
    pub view_summary: &'static str,
    pub print: &'static str,
    pub strategy: &'static str,
    pub sub_phase: &'static str,
    pub goals: &'static str,
    pub weaknesses: &'static str,
    pub measures: &'static str,
    pub period: &'static str,
    pub nothing: &'static str,
    pub measure_list: &'static str,
    /// How many of all are listed.
    pub listed: fn(usize, usize) -> String,
    /// What those cost that the list is about, whether all of them are listed or not.
    pub sum_listed: &'static str,
    /// What all cost that aren't dropped.
    pub sum: &'static str,
    /// Cost against the budget.
    pub of_budget: fn(&str, &str) -> String,
    /// What quarters cost, of all measures that aren't dropped.
    pub by_quarter: fn(&str) -> String,
    pub as_of: fn(&str) -> String,
}
