//! What can be wrong with a file, a row, a cell or a mapping.

use super::COLUMNS_MAX;
use serde::{Deserialize, Serialize};

/// Why a file can't be read at all.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ImportError {
    /// There is nothing in the file.
    #[error("the file is empty")]
    Empty,
    /// There is a header, but no row below it.
    #[error("the file has a header and no rows")]
    NoRows,
    /// The file is a workbook of a kind that can't be read: a binary one, or one with a password.
    #[error("the file is a workbook that can't be read")]
    Workbook,
    /// The workbook is damaged.
    #[error("the workbook is damaged")]
    BrokenWorkbook,
    /// The workbook, unpacked, is larger than can be read.
    #[error("the workbook is too large")]
    HugeWorkbook,
    /// The workbook has no sheet with cells.
    #[error("the workbook is empty")]
    EmptyWorkbook,
    /// The file isn't text.
    #[error("the file isn't text")]
    NotText,
    /// The table has more than [`COLUMNS_MAX`] columns.
    #[error("the table has more than {COLUMNS_MAX} columns")]
    TooManyColumns,
    /// A row doesn't end within four megabytes: a quotation mark isn't closed.
    #[error("the row that begins in line {line} doesn't end")]
    EndlessRow {
        /// Line of the file in which the row begins, from 1.
        line: u64,
    },
}

/// Why a file can't be counted with a mapping.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MappingFault {
    /// The mapping was made for a table with other columns.
    #[error("the mapping has other columns than the table")]
    OtherColumns,
    /// No column is the date.
    #[error("no column is the date")]
    NoDate,
    /// More than one column is the date.
    #[error("several columns are the date")]
    SeveralDates,
    /// No column is a score, a count, a value or the reason for leaving.
    #[error("no column is a score, a count, a value or the reason for leaving")]
    NoScore,
    /// Two columns count the same.
    #[error("two columns count the same")]
    CountTwice,
    /// The counts make no KPI.
    #[error("the counts make no KPI")]
    CountAlone,
    /// A column is money, but none is the answer to the NPS question.
    #[error("a column is money, but none is the answer to the NPS question")]
    MoneyAlone,
    /// More than one column is the respondent's id.
    #[error("several columns are the respondent's id")]
    SeveralIds,
    /// More than one column is the reason for leaving.
    #[error("several columns are the reason for leaving")]
    SeveralReasons,
    /// Two columns are scores of one KPI.
    #[error("two columns are scores of one KPI")]
    KpiTwice,
    /// Two columns are values of one dimension.
    #[error("two columns are values of one dimension")]
    DimensionTwice,
    /// A column is the score of a kind of KPI without a scale.
    #[error("a column is the score of a KPI without a scale")]
    NoScale,
}

/// Why a row doesn't count though nothing is wrong with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LeftOut {
    /// Somebody tried the survey out.
    Preview,
    /// The survey tool took it for spam.
    Spam,
    /// The survey was never finished.
    Unfinished,
    /// The respondent's id has occurred before.
    DuplicateId,
}

/// What is wrong with a cell or a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum IssueReason {
    /// The date is missing; the row is rejected.
    NoDate,
    /// The cell isn't a date; the row is rejected.
    NotADate,
    /// The calendar has no such day; the row is rejected.
    NoSuchDate,
    /// The cell isn't a number; it counts as missing.
    NotANumber,
    /// The number isn't whole; it counts as missing.
    NotWhole,
    /// The number lies outside the scale from the first to the second number; it counts as missing.
    OutsideScale(u8, u8),
    /// The number is negative, or larger than a count can be; it counts as missing.
    NoCount,
    /// The column has too many different values for a segment; the cell counts as missing.
    TooManyValues,
    /// The column of reasons for leaving has too many different values, or too long ones: it looks like free text, and
    /// none of its cells counts.
    FreeText,
    /// The day lies before the earliest that is taken for one, or in the future; the row is rejected.
    FarDate,
    /// The row has more cells than the header; it is rejected.
    ExtraCells,
    /// A quotation mark is closed only in a later row, so that rows stand within a cell; the row is rejected.
    SwallowedRows,
    /// A quotation mark isn't closed up to the end of the file; the row is rejected.
    UnclosedQuote,
    /// The respondent's id has occurred before; the row is left out.
    DuplicateId,
    /// A spreadsheet has rounded the respondents' ids, as in `1,18E+11`: who occurs twice can't be told, all rows count.
    RoundedIds,
}

/// Something that is wrong at one place of a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Issue {
    /// Line of the file in which the row begins, from 1.
    pub line: u64,
    /// Index of the column; past the last one for a cell without header.
    pub column: usize,
    /// The cell, cut after 80 characters.
    pub value: String,
    /// What is wrong.
    pub reason: IssueReason,
}
