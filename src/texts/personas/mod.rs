//! Words of the personas: their list, and the page of one.

mod de;
mod en;

pub(super) use de::PERSONAS as DE;
pub(super) use en::PERSONAS as EN;

use crate::plan::Market;

/// Words of the personas.
#[allow(missing_docs)]
pub struct Personas {
    pub intro: &'static str,
    pub empty_title: &'static str,
    pub empty_text: &'static str,
    pub new_persona: &'static str,
    pub not_found: &'static str,
    pub to_all: &'static str,
    pub name_field: &'static str,
    pub market: fn(Market) -> &'static str,
    pub market_field: &'static str,
    pub market_none: &'static str,
    pub segments: &'static str,
    pub segments_help: &'static str,
    pub segments_missing: &'static str,
    pub edit_segments: &'static str,
    pub situation: &'static str,
    pub situation_empty: &'static str,
    pub needs: &'static str,
    pub needs_empty: &'static str,
    pub expectations: &'static str,
    pub expectations_empty: &'static str,
    pub pains: &'static str,
    pub pains_empty: &'static str,
    pub quote: &'static str,
    pub quote_empty: &'static str,
    /// A sentence in the language's quotation marks.
    pub quoted: fn(&str) -> String,
    pub channels: &'static str,
    pub channels_missing: &'static str,
    pub channel_create: fn(&str) -> String,
    pub choose: &'static str,
    pub remove: fn(&str) -> String,
    pub journeys: &'static str,
    pub journeys_none: &'static str,
    pub journey_add: &'static str,
    pub journey_missing: &'static str,
    pub journey_remove: fn(&str) -> String,
    pub mood: &'static str,
    pub no_mood: &'static str,
    pub figures: &'static str,
    pub figures_help: &'static str,
    pub no_data: &'static str,
    pub no_segment: &'static str,
    pub segments_unknown: &'static str,
    /// The months that figures rest on.
    pub since: fn(from: &str, to: &str) -> String,
    pub print: &'static str,
    pub more: fn(&str) -> String,
    pub duplicate: &'static str,
    pub delete: &'static str,
    pub copy_name: fn(&str) -> String,
}
