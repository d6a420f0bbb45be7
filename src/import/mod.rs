//! Bytes to table to roles of columns to tallies and issues.
//!
//! A file is read twice as a stream of chunks: [`Inspector`] finds out how it is written and guesses what its columns
//! are, [`Reducer`] counts. In between the user settles the [`Mapping`]. What is kept in memory doesn't grow with the
//! file, but for eight bytes per answer that has an id. [`apply`] writes the counts into a plan.
//!
//! Invariants: any way of cutting the file into chunks gives the same result; no bytes make it panic; nothing of a
//! single respondent (row, id, contact data, free text) gets into a plan.

mod apply;
mod column;
mod date;
mod delimiter;
mod encoding;
mod guess;
mod inspection;
mod issue;
mod mapping;
mod number;
pub mod protocol;
mod records;
mod reduction;
mod table;
mod tally;
mod tool;

pub use apply::{Applied, Replace, SourceFacts, apply, overlapping};
pub use column::Column;
pub use date::{DateFormat, DateOrder};
pub use encoding::TextEncoding;
pub use guess::{Guess, GuessReason, GuessedRole};
pub use inspection::{Inspection, Inspector, PreviewRow};
pub use issue::{ImportError, Issue, IssueReason, LeftOut, MappingFault};
pub use mapping::{DimensionTarget, KpiTarget, MappedColumn, Mapping, Proposal, Role, propose};
pub use number::{DecimalMark, NumberFormat};
pub use reduction::{ISSUES_KEPT, Reducer, Reduction};
pub use table::{TextRow, TextTable, read_table};
pub use tally::{ReducedSegment, ReducedTally};
pub use tool::{RowFilter, Tool};

/// Most columns that a table may have.
pub const COLUMNS_MAX: usize = 16_384;

/// Cuts a text for display after `limit` characters and marks the cut.
fn shorten(text: &str, limit: usize) -> String {
    match text.char_indices().nth(limit) {
        None => text.to_owned(),
        Some((end, _)) => format!("{}…", &text[..end]),
    }
}
