//! Words of the plan's settings and registers.

mod de;
mod en;

pub(super) use de::SETTINGS as DE;
pub(super) use en::SETTINGS as EN;

use crate::plan::ChannelSymbol;

/// The plan's settings and registers.
#[allow(missing_docs)]
pub struct Settings {
    pub on_this_page: &'static str,
    /// Sections, and what each is for.
    pub plan: &'static str,
    pub departments: &'static str,
    pub departments_text: &'static str,
    pub channels: &'static str,
    pub channels_text: &'static str,
    pub segments: &'static str,
    pub segments_text: &'static str,
    pub touchpoints: &'static str,
    pub touchpoints_text: &'static str,
    pub lifecycle: &'static str,
    pub lifecycle_text: &'static str,
    /// The plan itself.
    pub plan_title: &'static str,
    pub organisation: &'static str,
    pub industry: &'static str,
    pub currency: &'static str,
    /// Name of a currency by its ISO 4217 code; none for rare ones.
    pub currency_name: fn(&str) -> Option<&'static str>,
    pub currency_other: &'static str,
    pub currency_code: &'static str,
    pub currency_code_hint: &'static str,
    pub currency_code_error: &'static str,
    pub discount_rate: &'static str,
    pub discount_rate_hint: &'static str,
    pub discount_rate_unit: &'static str,
    pub discount_rate_error: &'static str,
    pub horizon: &'static str,
    pub horizon_hint: &'static str,
    pub horizon_unit: &'static str,
    pub horizon_error: &'static str,
    pub budget: &'static str,
    pub budget_hint: &'static str,
    pub amount_error: &'static str,
    pub day_rate: &'static str,
    pub day_rate_hint: &'static str,
    pub customer_weight: &'static str,
    pub customer_weight_hint: &'static str,
    pub customer_weight_error: &'static str,
    pub segment_minimum: &'static str,
    pub segment_minimum_hint: &'static str,
    pub segment_minimum_error: &'static str,
    pub segment_minimum_unit: &'static str,
    /// The new currency, the one before, and how many amounts the plan has.
    pub currency_changed: fn(&str, &str, usize) -> String,
    pub notes: &'static str,
    /// Fields of records.
    pub name: &'static str,
    /// Name of a field of a record, for screen readers.
    pub field_of: fn(field: &str, record: &str) -> String,
    pub capacity: &'static str,
    pub capacity_unit: &'static str,
    pub capacity_error: &'static str,
    pub channel_kind: &'static str,
    pub online: &'static str,
    pub symbol: &'static str,
    pub symbol_name: fn(ChannelSymbol) -> &'static str,
    pub department: &'static str,
    pub sub_phase: &'static str,
    pub contact: &'static str,
    pub phase: &'static str,
    pub not_chosen: &'static str,
    pub no_channel_fits: &'static str,
    pub create_channel: fn(&str) -> String,
    pub remove: fn(&str) -> String,
    pub journeys: fn(usize) -> String,
    pub used: &'static str,
    /// Buttons.
    pub add_department: &'static str,
    pub add_channel: &'static str,
    pub add_dimension: &'static str,
    pub add_segment: &'static str,
    pub add_segment_to: fn(&str) -> String,
    pub add_touchpoint: &'static str,
    pub add_sub_phase: &'static str,
    pub add_sub_phase_to: fn(&str) -> String,
    pub edit: fn(&str) -> String,
    pub move_up: fn(&str) -> String,
    pub move_down: fn(&str) -> String,
    pub move_up_keys: &'static str,
    /// Said of the handle of a row, which is dragged with the pointer.
    pub drag_to_move: &'static str,
    pub move_down_keys: &'static str,
    pub delete: fn(&str) -> String,
    /// What was done: name, place from 1, number of places.
    pub moved: fn(name: &str, place: usize, places: usize) -> String,
    pub last_sub_phase: fn(&str) -> String,
    pub doubled: &'static str,
    pub doubled_hint: &'static str,
    pub segments_of: fn(&str) -> String,
    pub filter: &'static str,
    pub filter_found: fn(found: usize, all: usize) -> String,
    pub filter_none: &'static str,
    /// What a register without records says.
    pub departments_empty: &'static str,
    pub channels_empty: &'static str,
    pub segments_empty: &'static str,
    pub touchpoints_empty: &'static str,
    pub phase_empty: &'static str,
}
