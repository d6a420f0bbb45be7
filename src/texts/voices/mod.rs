//! Words of the list of voices, and of one of them.

mod de;
mod en;

pub(super) use de::VOICES as DE;
pub(super) use en::VOICES as EN;

use crate::listing::voices::{VoiceColumn, Waiting};
use crate::plan::{Sentiment, VoiceOrigin, VoiceState};

/// Words of voices.
#[allow(missing_docs)]
pub struct Voices {
    /// Voices, and how many of them nobody has answered.
    pub facts: fn(usize, usize) -> String,
    pub empty_title: &'static str,
    pub empty_text: &'static str,
    pub new_voice: &'static str,
    pub import: &'static str,
    pub more: &'static str,
    pub export: &'static str,
    pub exported: fn(usize) -> String,
    pub export_failed: fn(&str) -> String,
    pub voices: &'static str,
    pub column: fn(VoiceColumn) -> &'static str,
    pub text_empty: &'static str,
    pub origin: &'static str,
    pub origin_name: fn(VoiceOrigin) -> &'static str,
    pub sentiment_name: fn(Sentiment) -> &'static str,
    pub state_name: fn(VoiceState) -> &'static str,
    pub owner: &'static str,
    pub owner_empty: &'static str,
    pub source: &'static str,
    pub not_said: &'static str,
    /// Filters.
    pub search: &'static str,
    pub filters: &'static str,
    pub filters_set: fn(usize) -> String,
    pub every: &'static str,
    pub topic: &'static str,
    pub shown: fn(shown: usize, all: usize) -> String,
    pub none_shown: &'static str,
    pub show_all: &'static str,
    /// What can be done to all that are shown.
    pub all_shown: fn(usize) -> String,
    pub topic_for_shown: &'static str,
    pub touchpoint_for_shown: &'static str,
    pub topic_given: fn(&str, usize) -> String,
    pub touchpoint_given: fn(&str, usize) -> String,
    /// What voices say together.
    pub by_topic: &'static str,
    pub by_topic_help: &'static str,
    pub no_topic: &'static str,
    pub by_month: &'static str,
    pub waiting: &'static str,
    pub waiting_help: &'static str,
    pub waiting_class: fn(Waiting) -> &'static str,
    pub nobody_waits: &'static str,
    pub no_month: &'static str,
    /// Numbers of negative, neutral, positive voices and of those that nobody has judged.
    pub counts: fn(usize, usize, usize, usize) -> String,
    pub only_topic: fn(&str) -> String,
    /// Details.
    pub details_of: fn(&str) -> String,
    pub text: &'static str,
    pub add_topic: &'static str,
    pub create_topic: fn(&str) -> String,
    pub no_topic_fits: &'static str,
    pub remove: fn(&str) -> String,
    pub touchpoint_none: &'static str,
    pub touchpoint_missing: &'static str,
    pub touchpoint_create: fn(&str) -> String,
    pub findings: &'static str,
    pub findings_none: &'static str,
    pub link_finding: &'static str,
    pub findings_missing: &'static str,
    pub unlink: fn(&str) -> String,
    pub make_pain_point: &'static str,
    pub make_opportunity: &'static str,
    pub delete: &'static str,
    /// On pages of what voices are about.
    pub here: &'static str,
    pub here_none: &'static str,
    pub here_more: fn(usize) -> String,
    pub backing: &'static str,
    pub backing_none: &'static str,
    pub link_voice: &'static str,
    pub voices_missing: &'static str,
}
