//! Words of the journey map: its lanes, columns and what can be said about a step.

mod de;
mod duration;
mod en;
mod work;

pub(super) use de::MAP as DE;
pub use duration::parse_duration;
pub(super) use en::MAP as EN;
pub use work::MapWork;

use crate::figures::target::{Relief, StepField};
use crate::plan::{ChannelChange, DurationUnit, ExperienceLevel, Fulfilment};

/// Words of the journey map.
#[allow(missing_docs)]
pub struct Map {
    /// Working with a whole map.
    pub work: MapWork,
    /// What can be said about a step.
    pub fulfilment: fn(Fulfilment) -> &'static str,
    pub fulfilment_field: &'static str,
    pub not_said: &'static str,
    pub duration_field: &'static str,
    pub duration_unit_field: &'static str,
    /// A unit of time after its number: is the number 1?
    pub duration_unit: fn(DurationUnit, bool) -> &'static str,
    pub duration_fault: fn(&str) -> String,
    pub number_fault: &'static str,
    pub experience: &'static str,
    pub experience_help: &'static str,
    pub level: fn(ExperienceLevel) -> &'static str,
    /// How strongly a level is felt, for screen readers.
    pub strength: fn(&str, u8) -> String,
    pub channel_change: fn(ChannelChange) -> &'static str,
    pub channel_change_field: &'static str,
    pub channel_change_help: &'static str,
    /// A break: the channels before and after.
    pub break_of: fn(&str, &str) -> String,
    pub chosen_change: fn(&str, &str) -> String,
    pub plain_change: fn(&str, &str) -> String,
    /// After a break that leads from online to offline.
    pub goes_offline: &'static str,
    pub kpis: &'static str,
    pub kpis_field: &'static str,
    pub kpis_none: &'static str,
    pub kpis_missing: &'static str,
    pub kpi_no_data: &'static str,
    /// A KPI's value with its number of answers and interval.
    pub kpi_sure: fn(&str, &str, &str) -> String,
    pub kpi_target: fn(&str, &str) -> String,
    pub yes: &'static str,
    pub no: &'static str,
    pub texts: &'static str,
    pub text_empty: &'static str,
    /// Lanes.
    pub lanes_title: &'static str,
    pub lanes_intro: &'static str,
    pub lane_shown: fn(&str) -> String,
    pub lane_title_field: &'static str,
    pub lane_up: fn(&str) -> String,
    pub lane_down: fn(&str) -> String,
    pub lane_more: fn(&str) -> String,
    pub lane_duplicate: &'static str,
    pub lane_delete: &'static str,
    pub lane_add: &'static str,
    pub lane_new: &'static str,
    pub lane_copy: fn(&str) -> String,
    pub lane_hidden: fn(&str) -> String,
    pub lane_deleted: fn(&str, usize) -> String,
    pub lane_moved: fn(name: &str, place: usize, places: usize) -> String,
    /// Columns and stages.
    pub insert_before: &'static str,
    pub split_here: &'static str,
    pub split_first: &'static str,
    pub stage_before: &'static str,
    pub stage_duplicate: &'static str,
    pub merge_next: &'static str,
    pub stage_last: &'static str,
    pub stages_merged: fn(&str, &str) -> String,
    pub merge_next_step: &'static str,
    pub step_last: &'static str,
    pub split_lines: &'static str,
    pub split_lines_none: &'static str,
    pub design_target: &'static str,
    pub design_target_hint: &'static str,
    pub target_title: fn(&str) -> String,
    pub changes_title: &'static str,
    pub changes_between: fn(&str, &str) -> String,
    pub open_other: fn(&str) -> String,
    pub based_on: &'static str,
    pub based_on_none: &'static str,
    pub which_target: &'static str,
    pub no_differences: &'static str,
    pub mean_of: &'static str,
    pub peak_end_of: &'static str,
    pub breaks_of: &'static str,
    pub from_to: fn(&str, &str) -> String,
    pub steps_added: &'static str,
    pub steps_removed: &'static str,
    pub steps_changed: &'static str,
    pub steps_same: fn(usize) -> String,
    /// Names of the personas that have a curve in the as-is journey and none in the target.
    pub curves_undrawn: fn(&str) -> String,
    pub pains_of_target: &'static str,
    pub relief: fn(Relief) -> &'static str,
    pub measures_there: &'static str,
    pub measures_there_none: &'static str,
    pub uncovered: &'static str,
    /// What of a step differs.
    pub field: fn(&StepField) -> &'static str,
    /// How an emotion differs from that of the other journey.
    pub differs_by: fn(other: &str, difference: &str) -> String,
    pub legend_as_is: &'static str,
    pub legend_to_be: &'static str,
}
