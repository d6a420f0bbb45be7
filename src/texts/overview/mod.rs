//! Words of the start page of a plan.

mod de;
mod en;

pub(super) use de::OVERVIEW as DE;
pub(super) use en::OVERVIEW as EN;

/// The start page of a plan.
#[allow(missing_docs)]
pub struct Overview {
    pub facts: fn(usize, usize, &str) -> String,
    pub budget: fn(&str) -> String,
    pub no_budget: &'static str,
    pub lifecycle: &'static str,
    pub mood: &'static str,
    pub mood_help: &'static str,
    pub goals: &'static str,
    pub weaknesses: &'static str,
    /// Weaknesses of which nobody has said yet whether they apply.
    pub not_assessed: fn(usize) -> String,
    pub pain_points: &'static str,
    pub pain_points_help: &'static str,
    pub without_measure: fn(usize) -> String,
    pub measures: &'static str,
    pub cost: &'static str,
    pub cost_help: &'static str,
    pub none: &'static str,
    pub no_phase: &'static str,
    pub no_mood: &'static str,
    pub kpis: &'static str,
    /// What the figures are of.
    pub kpis_note: &'static str,
    /// Stands where a change may be noise.
    pub kpi_noise: &'static str,
    pub kpi_target: fn(&str) -> String,
    pub kpi_no_data: &'static str,
    pub kpis_empty: &'static str,
    pub next_measures: &'static str,
    pub measures_empty: &'static str,
    pub all: &'static str,
    pub nobody: &'static str,
    pub until: fn(&str) -> String,
    pub overdue: fn(&str) -> String,
}
