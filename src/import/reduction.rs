//! The second pass: rows are counted and forgotten.

use super::{
    DateOrder, DecimalMark, Inspection, Issue, IssueReason, LeftOut, Mapping, MappingFault, Role, RowFilter, TextEncoding,
    date::{NoDay, read_day},
    encoding::Transcoder,
    mapping::scale,
    number::read_score,
    records::{Record, Records},
    shorten,
    tally::{ReducedTally, ScoreColumn, SegmentColumn},
};
use crate::plan::Day;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashSet, hash_map::DefaultHasher};
use std::hash::{Hash, Hasher};

/// Issues that are kept singly; all are counted.
pub const ISSUES_KEPT: usize = 1_000;
/// Most bytes of rejected rows that are kept to be given back.
const REJECTED_LEN_MAX: usize = 4 * 1024 * 1024;

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
    /// Answers by score column.
    pub tallies: Vec<ReducedTally>,
    /// The rejected rows as a file with the header of the original; about four megabytes at most.
    pub rejected_csv: String,
    /// Number of rows in it.
    pub rejected_kept: u64,
}

/// Reads a file chunk by chunk and counts its answers.
pub struct Reducer {
    transcoder: Transcoder,
    /// Bytes before the table that are still to be skipped.
    skip: usize,
    records: Records,
    counter: Counter,
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
            skip: inspection.dialect.skip,
            records: Records::new(inspection.dialect),
            counter: Counter::new(inspection, mapping),
        })
    }

    /// Takes the next bytes of the file.
    ///
    /// # Errors
    /// If the file has changed since it was inspected, and can't be read any more.
    pub fn feed(&mut self, bytes: &[u8]) -> Result<(), super::ImportError> {
        let Self { transcoder, skip, records, counter } = self;
        transcoder.feed(bytes, &mut |bytes| {
            let skipped = (*skip).min(bytes.len());
            *skip -= skipped;
            records.feed(&bytes[skipped..], &mut |record| {
                counter.take(record);
                Ok(())
            })
        })
    }

    /// Number of rows that were read so far.
    #[must_use]
    pub fn rows(&self) -> u64 {
        self.counter.found.rows
    }

    /// Ends the file.
    ///
    /// # Errors
    /// If the file has changed since it was inspected, and can't be read any more.
    pub fn finish(mut self) -> Result<Reduction, super::ImportError> {
        let Self { transcoder, skip, records, counter } = &mut self;
        transcoder.finish(&mut |bytes| {
            let skipped = (*skip).min(bytes.len());
            *skip -= skipped;
            records.feed(&bytes[skipped..], &mut |record| {
                counter.take(record);
                Ok(())
            })
        })?;
        records.finish(&mut |record| {
            counter.take(record);
            Ok(())
        })?;
        Ok(self.counter.finish())
    }
}

/// The counts so far.
struct Counter {
    encoding: TextEncoding,
    delimiter: char,
    width: usize,
    header_rows_left: usize,
    date: (usize, DateOrder),
    scores: Vec<ScoreColumn>,
    segments: Vec<SegmentColumn>,
    id: Option<usize>,
    /// Hashes of the ids that have occurred.
    ids: HashSet<u64>,
    filters: Vec<RowFilter>,
    with_unfinished: bool,
    found: Reduction,
    /// Answers of the row at hand, by score column.
    answers: Vec<Option<u8>>,
}

impl Counter {
    fn new(inspection: &Inspection, mapping: &Mapping) -> Self {
        let mut counter = Self {
            encoding: inspection.encoding,
            delimiter: inspection.delimiter(),
            width: inspection.columns.len(),
            header_rows_left: inspection.header_rows,
            date: (0, DateOrder::YearFirst),
            scores: Vec::new(),
            segments: Vec::new(),
            id: None,
            ids: HashSet::new(),
            filters: inspection.filters.clone(),
            with_unfinished: mapping.with_unfinished,
            found: Reduction { rejected_csv: "\u{feff}".to_owned(), ..Reduction::default() },
            answers: Vec::new(),
        };
        for (column, mapped) in mapping.columns.iter().enumerate() {
            match &mapped.role {
                Role::Date(order) => counter.date = (column, *order),
                Role::Score { kind, .. } => {
                    let (low, high) = scale(kind).expect("BUG: a checked mapping has a kind without scale");
                    let decimal = inspection.columns[column].number.map_or(DecimalMark::Comma, |number| number.decimal);
                    counter.scores.push(ScoreColumn::new(column, (low, high), decimal));
                }
                Role::Segment(_) => counter.segments.push(SegmentColumn::new(column)),
                Role::RespondentId => counter.id = Some(column),
                Role::Ignore => {}
            }
        }
        counter
    }

    fn take(&mut self, record: &Record<'_>) {
        if record.is_blank() {
            return;
        }
        if self.header_rows_left > 0 {
            self.header_rows_left -= 1;
            self.give_back(record);
            return;
        }
        self.found.rows += 1;
        if record.unclosed || record.cells().skip(self.width).any(|cell| !cell.is_empty()) {
            let last = record.len() - 1;
            let (column, reason) =
                if record.unclosed { (last, IssueReason::UnclosedQuote) } else { (self.width, IssueReason::ExtraCells) };
            self.report(record, column, reason);
            self.reject(record);
            return;
        }
        let left_out = |filter: &RowFilter| filter.left_out(|column| record.cell(column));
        let left_out = self.filters.iter().find_map(left_out);
        if let Some(reason) = left_out.filter(|reason| *reason != LeftOut::Unfinished || !self.with_unfinished) {
            *self.found.left_out.entry(reason).or_default() += 1;
            return;
        }
        let id = self.id.map(|column| (column, record.cell(column))).filter(|(_, id)| !id.is_empty());
        let id = id.map(|(column, id)| (column, hash(id)));
        if let Some((column, _)) = id.filter(|(_, hash)| self.ids.contains(hash)) {
            self.report(record, column, IssueReason::DuplicateId);
            *self.found.left_out.entry(LeftOut::DuplicateId).or_default() += 1;
            return;
        }
        let day = self.read_day(record);
        self.read_answers(record);
        match day {
            None => self.reject(record),
            Some(day) => {
                self.ids.extend(id.map(|(_, hash)| hash));
                self.count(record, day);
            }
        }
    }

    fn read_day(&mut self, record: &Record<'_>) -> Option<Day> {
        let (column, order) = self.date;
        let cell = record.cell(column);
        let reason = if cell.is_empty() {
            IssueReason::NoDate
        } else {
            match read_day(&self.encoding.decode(cell), order) {
                Ok(day) => return Some(day),
                Err(NoDay::NotADate) => IssueReason::NotADate,
                Err(NoDay::NoSuchDate) => IssueReason::NoSuchDate,
            }
        };
        self.report(record, column, reason);
        None
    }

    fn read_answers(&mut self, record: &Record<'_>) {
        self.answers.clear();
        for index in 0..self.scores.len() {
            let ScoreColumn { column, low, high, decimal, .. } = self.scores[index];
            let cell = record.cell(column);
            let answer = match cell {
                [] => None,
                cell => match read_score(&self.encoding.decode(cell), low, high, decimal) {
                    Ok(answer) => Some(answer),
                    Err(reason) => {
                        self.report(record, column, reason);
                        None
                    }
                },
            };
            self.answers.push(answer);
        }
    }

    /// Counts an accepted row.
    fn count(&mut self, record: &Record<'_>, day: Day) {
        self.found.accepted += 1;
        self.found.span = Some(self.found.span.map_or((day, day), |(first, last)| (first.min(day), last.max(day))));
        for (score, answer) in self.scores.iter_mut().zip(&self.answers) {
            answer.iter().for_each(|answer| score.count(day, *answer));
        }
        for index in 0..self.segments.len() {
            let column = self.segments[index].column;
            let cell = record.cell(column);
            if cell.is_empty() {
                continue;
            }
            let Some(value) = self.segments[index].place(cell, self.encoding) else {
                self.report(record, column, IssueReason::TooManyValues);
                continue;
            };
            for (score, answer) in self.answers.iter().enumerate() {
                answer.iter().for_each(|answer| self.segments[index].count(value, score, day.month(), *answer));
            }
        }
    }

    fn reject(&mut self, record: &Record<'_>) {
        self.found.rejected += 1;
        if self.give_back(record) {
            self.found.rejected_kept += 1;
        }
    }

    /// Writes a row into the file of rejected rows, as long as it isn't full.
    fn give_back(&mut self, record: &Record<'_>) -> bool {
        let csv = &mut self.found.rejected_csv;
        let len = csv.len();
        for (index, cell) in record.cells().enumerate() {
            if index > 0 {
                csv.push(self.delimiter);
            }
            write_cell(csv, &self.encoding.decode(cell), self.delimiter);
            if csv.len() > REJECTED_LEN_MAX {
                csv.truncate(len);
                return false;
            }
        }
        csv.push_str("\r\n");
        true
    }

    fn report(&mut self, record: &Record<'_>, column: usize, reason: IssueReason) {
        match self.found.issue_counts.iter_mut().find(|(known, _)| *known == reason) {
            Some((_, count)) => *count += 1,
            None => self.found.issue_counts.push((reason, 1)),
        }
        if self.found.issues.len() < ISSUES_KEPT {
            let value = shorten(&self.encoding.decode(record.cell(column)), 80);
            self.found.issues.push(Issue { line: record.line, column, value, reason });
        }
    }

    fn finish(self) -> Reduction {
        let segments = |score| self.segments.iter().flat_map(move |segment| segment.reduced(score)).collect();
        let tallies = self.scores.iter().enumerate().map(|(index, score)| score.reduced(segments(index))).collect();
        Reduction { tallies, ..self.found }
    }
}

/// The hash of an id; the same on every machine.
fn hash(id: &[u8]) -> u64 {
    let mut hasher = DefaultHasher::new();
    id.hash(&mut hasher);
    hasher.finish()
}

/// Writes a cell; one that a spreadsheet would take for a formula is guarded, unless it is a number.
fn write_cell(csv: &mut String, cell: &str, delimiter: char) {
    let formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']) && cell.replace(',', ".").parse::<f64>().is_err();
    if !formula && !cell.contains(['"', '\r', '\n', delimiter]) {
        csv.push_str(cell);
        return;
    }
    csv.push('"');
    if formula {
        csv.push('\'');
    }
    csv.push_str(&cell.replace('"', "\"\""));
    csv.push('"');
}
