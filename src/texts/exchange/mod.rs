//! Words of plan files: what is wrong with one, and what was mended.

mod de;
mod en;

pub(super) use de::EXCHANGE as DE;
pub(super) use en::EXCHANGE as EN;

use crate::exchange::{Mended, ReadError};

/// What is wrong with a plan file, and what was mended.
#[allow(missing_docs)]
pub struct Exchange {
    /// Why a file can't be opened: what is wrong, where, and what to do.
    pub read_error: fn(&ReadError) -> String,
    /// What was mended in a plan: where and what.
    pub mended: fn(&Mended) -> String,
    /// Name of a table of the plan by its name in the file, such as "Measures"; that name itself where it is unknown.
    pub table: fn(&str) -> &str,
    /// Name of the group that small ones are merged into.
    pub other_groups: &'static str,
    /// Added to the name of a file for passing on.
    pub passing_on_suffix: &'static str,
    pub passing_on_done: &'static str,
    pub export_failed: &'static str,
    pub delete_failed: &'static str,
}
