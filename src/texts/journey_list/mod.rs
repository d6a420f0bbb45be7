//! Words of the list of journeys.

mod de;
mod en;

pub(super) use de::JOURNEY_LIST as DE;
pub(super) use en::JOURNEY_LIST as EN;

use crate::listing::journeys::{JourneyGrouping, MoodBand};

/// Words of the list of journeys.
#[allow(missing_docs)]
pub struct JourneyList {
    pub phases: &'static str,
    pub search: &'static str,
    pub filters: &'static str,
    pub filters_set: fn(usize) -> String,
    pub every_kind: &'static str,
    pub kind: &'static str,
    pub phase: &'static str,
    pub every_phase: &'static str,
    pub persona: &'static str,
    pub every_persona: &'static str,
    pub mood: &'static str,
    pub every_mood: &'static str,
    pub mood_band: fn(MoodBand) -> &'static str,
    pub only_hurting: &'static str,
    pub group: &'static str,
    pub grouping: fn(JourneyGrouping) -> &'static str,
    pub no_phase: &'static str,
    pub no_persona: &'static str,
    pub shown: fn(shown: usize, all: usize) -> String,
    pub none_shown: &'static str,
    pub show_all: &'static str,
    /// The title of a journey after a link that says of which kind it is.
    pub quoted: fn(&str) -> String,
}
