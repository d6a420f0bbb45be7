//! Words of the content plan.

mod de;
mod en;

pub(super) use de::CONTENT as DE;
pub(super) use en::CONTENT as EN;

use crate::plan::{ContentState, Intent};

/// Words of the content plan.
#[allow(missing_docs)]
pub struct ContentPlan {
    /// Contents, and how many are published.
    pub facts: fn(usize, usize) -> String,
    pub empty_title: &'static str,
    pub empty_text: &'static str,
    pub new_content: &'static str,
    pub need: &'static str,
    pub need_empty: &'static str,
    pub title: &'static str,
    pub title_empty: &'static str,
    pub phase: &'static str,
    pub channels: &'static str,
    pub add_channel: &'static str,
    pub remove_channel: fn(&str) -> String,
    pub no_channel_fits: &'static str,
    pub intent: &'static str,
    pub intent_name: fn(Intent) -> &'static str,
    pub intent_help: &'static str,
    pub state: &'static str,
    pub state_name: fn(ContentState) -> &'static str,
    pub department: &'static str,
    pub due: &'static str,
    pub not_chosen: &'static str,
    pub spread: &'static str,
    pub spread_help: &'static str,
    /// Share, count, usual share.
    pub share: fn(&str, usize, &str) -> String,
    pub lacking: fn(usize) -> String,
    pub enough: &'static str,
    pub no_intent: &'static str,
    pub by_phase: &'static str,
    pub no_informing: &'static str,
    pub questions: &'static str,
    pub questions_help: &'static str,
    pub questions_none: &'static str,
    pub questions_more: fn(usize) -> String,
    pub take: &'static str,
    pub take_of: fn(&str) -> String,
    pub take_all: fn(usize) -> String,
    pub taken: fn(usize) -> String,
    pub contents: &'static str,
    pub details_of: fn(&str) -> String,
    pub delete: &'static str,
}
