//! The second pass: rows are counted and forgotten.

use super::{
    ImportError, Inspection, Issue, IssueReason, LeftOut, Mapping, MappingFault, ReducedComment, ReducedCounts, ReducedMonths,
    ReducedReason, ReducedTally, counter::Counter, encoding::Transcoder, records::Records,
};
use crate::plan::{Day, Moments, MoneyGroups, Resolution, Sums};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Issues that are kept singly; all are counted.
pub const ISSUES_KEPT: usize = 1_000;

/// What a file comes to.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Reduction {
    /// Rows below the header that aren't blank: those accepted, rejected and left out.
    pub rows: u64,
    /// Rows that were taken in.
    pub accepted: u64,
    /// Rows that could not be taken in.
    pub rejected: u64,
    /// Rows that don't count though nothing is wrong with them, by reason.
    pub left_out: BTreeMap<LeftOut, u64>,
    /// The first [`ISSUES_KEPT`] issues in order of lines.
    pub issues: Vec<Issue>,
    /// Number of all issues by reason.
    pub issue_counts: Vec<(IssueReason, u64)>,
    /// First and last day of the accepted rows.
    pub span: Option<(Day, Day)>,
    /// The span that each date of the file stands for.
    pub resolution: Resolution,
    /// Answers by score column.
    pub tallies: Vec<ReducedTally>,
    /// Counts by column of counts.
    pub counts: Vec<ReducedCounts>,
    /// Values by column of values.
    pub amounts: Vec<ReducedTally<Sums>>,
    /// Money by promoter group, by column of money.
    pub money: Vec<(usize, ReducedMonths<MoneyGroups>)>,
    /// What tells which questions drive the overall score; the questions are those of the mapping.
    pub drivers: Option<ReducedMonths<Moments>>,
    /// What respondents wrote, in the order of the file.
    pub comments: Vec<ReducedComment>,
    /// How many comments more there are than [`COMMENTS_MAX`](super::COMMENTS_MAX).
    pub comments_left_out: u64,
    /// Lost customers by reason; none where the column looks like free text.
    pub leaving: Vec<ReducedReason>,
    /// The rejected rows as a file with the header of the original; about four megabytes at most.
    pub rejected_csv: String,
    /// Number of rows in it.
    pub rejected_kept: u64,
}

/// Reads a file chunk by chunk and counts its answers.
pub struct Reducer {
    transcoder: Transcoder,
    table: CountedTable,
}

impl Reducer {
    /// Begins the file that was inspected.
    ///
    /// # Errors
    /// If the mapping doesn't fit the file or contradicts itself.
    pub fn new(inspection: &Inspection, mapping: &Mapping) -> Result<Self, MappingFault> {
        mapping.check(inspection.columns.len())?;
        Ok(Self {
            transcoder: Transcoder::new(),
            table: CountedTable {
                skip: inspection.dialect.skip,
                records: Records::new(inspection.dialect),
                counter: Counter::new(inspection, mapping),
            },
        })
    }

    /// Takes the next bytes of the file.
    ///
    /// # Errors
    /// If the file has changed since it was inspected, and can't be read any more.
    pub fn feed(&mut self, bytes: &[u8]) -> Result<(), ImportError> {
        let Self { transcoder, table } = self;
        transcoder.feed(bytes, &mut |bytes| table.feed(bytes))
    }

    /// Number of rows that were read so far.
    #[must_use]
    pub fn rows(&self) -> u64 {
        self.table.counter.rows()
    }

    /// Ends the file.
    ///
    /// # Errors
    /// If the file has changed since it was inspected, and can't be read any more.
    pub fn finish(mut self) -> Result<Reduction, ImportError> {
        let Self { transcoder, table } = &mut self;
        transcoder.finish(&mut |bytes| table.feed(bytes))?;
        self.table.finish()
    }
}

/// The table in a file, whose rows are counted as they come.
struct CountedTable {
    /// Bytes before it that are still to be skipped.
    skip: usize,
    records: Records,
    counter: Counter,
}

impl CountedTable {
    fn feed(&mut self, bytes: &[u8]) -> Result<(), ImportError> {
        let skipped = self.skip.min(bytes.len());
        self.skip -= skipped;
        let counter = &mut self.counter;
        self.records.feed(&bytes[skipped..], &mut |record| {
            counter.take(record);
            Ok(())
        })
    }

    fn finish(mut self) -> Result<Reduction, ImportError> {
        let counter = &mut self.counter;
        self.records.finish(&mut |record| {
            counter.take(record);
            Ok(())
        })?;
        Ok(self.counter.finish())
    }
}
