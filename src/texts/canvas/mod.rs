//! Words of the strategy canvas: the lifecycle at a glance, the catalogue, goals with their targets, KPIs.

mod de;
mod en;

pub(super) use de::CANVAS as DE;
pub(super) use en::CANVAS as EN;

use crate::plan::Phase;

/// Words of the strategy canvas.
#[allow(missing_docs)]
pub struct Canvas {
    pub glance: &'static str,
    /// Phases in which there is neither goal nor measure, those without goals, those without measures.
    pub gaps: fn(&[Phase], &[Phase], &[Phase]) -> String,
    pub nothing_here: &'static str,
    /// Measures that lie elsewhere and also serve a sub-phase.
    pub also_served: fn(usize) -> String,
    /// Where such a measure lies, if it lies anywhere.
    pub lies_in: fn(Option<&str>) -> String,
    /// Taking up what is typical of customers.
    pub take_customer: &'static str,
    pub take_customer_of: fn(&str) -> String,
    /// The catalogue.
    pub catalogue: &'static str,
    pub catalogue_goals: fn(&str) -> String,
    pub catalogue_weaknesses: fn(&str) -> String,
    pub catalogue_measures: fn(&str) -> String,
    pub search: &'static str,
    pub own_group: &'static str,
    pub phase_group: &'static str,
    pub all_group: &'static str,
    pub helps: &'static str,
    pub nothing_found: &'static str,
    pub take: fn(usize) -> String,
    pub taken: fn(usize) -> String,
    pub all_taken: &'static str,
    /// Goals.
    pub add_kpi: fn(&str) -> String,
    pub change_lifecycle: &'static str,
    pub set_target: &'static str,
    pub target_value: &'static str,
    pub target_by: &'static str,
    pub target_error: &'static str,
    pub target_pending: &'static str,
    pub no_target: &'static str,
    /// Value and day of a target.
    pub target: fn(&str, Option<&str>) -> String,
    pub now: fn(&str) -> String,
    pub no_data: &'static str,
    pub to_measure: &'static str,
    pub measure_made: fn(&str) -> String,
    /// Measures for goals and against weaknesses.
    pub served_by: &'static str,
    pub served_by_of: fn(&str) -> String,
    pub link_measure: &'static str,
    /// KPIs.
    pub kpis: &'static str,
    pub kpis_help: &'static str,
    pub kpis_empty: &'static str,
    pub add_kpi_field: &'static str,
    pub add_kpi_to: fn(&str) -> String,
    /// Models of the lifecycle, in the settings.
    pub models: &'static str,
    pub model_taken: fn(&str, &[String]) -> String,
}
