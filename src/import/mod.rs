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
mod comment;
mod counter;
mod date;
mod delimiter;
mod direction;
mod dry_run;
mod encoding;
mod fitting;
mod guess;
mod guess_words;
mod ids;
mod inspection;
mod issue;
mod leaving;
mod mapping;
mod number;
mod open_document;
mod period;
mod proposal;
pub mod protocol;
mod records;
mod reduction;
mod rejected;
mod sheet;
mod table;
mod tally;
mod tool;
mod workbook;

pub use crate::plan::{DecimalMark, FormatChoices, TextEncoding};
pub use apply::{Applied, Replace, SourceFacts, apply, overlapping};
pub use column::Column;
pub use comment::{COMMENTS_MAX, ReducedComment};
pub use date::{DateFormat, DateOrder};
pub use direction::{Direction, direction};
pub use dry_run::{DryRun, FedKpi, dry_run};
pub use guess::{Guess, GuessReason, GuessedRole};
pub use inspection::{Inspection, Inspector, PreviewRow};
pub use issue::{ImportError, Issue, IssueReason, LeftOut, MappingFault};
pub use leaving::{REASON_LEN_MAX, REASONS_MAX, ReducedReason};
pub use mapping::{
    CountKpi, DRIVERS_MAX, DRIVERS_MIN, DimensionTarget, DriverChoice, KpiTarget, MappedColumn, Mapping, Role, TouchpointTarget,
};
pub use number::NumberFormat;
pub use proposal::{KpiNames, Proposal, propose, propose_again};
pub use reduction::{ISSUES_KEPT, Reducer, Reduction};
pub use table::{TextRow, TextTable, read_table};
pub use tally::{CountedSegment, ReducedCounts, ReducedMonths, ReducedSegment, ReducedTally};
pub use tool::{RowFilter, Tool};

/// Separates the cells of a sheet that was written out of a workbook: texts don't have it.
pub(crate) const SHEET_DELIMITER: u8 = 0x1F;

/// Most columns that a table may have.
pub const COLUMNS_MAX: usize = 16_384;

/// Cuts a text for display after `limit` characters and marks the cut.
fn shorten(text: &str, limit: usize) -> String {
    match text.char_indices().nth(limit) {
        None => text.to_owned(),
        Some((end, _)) => format!("{}…", &text[..end]),
    }
}
