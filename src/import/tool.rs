//! Whose export a file is, and what its tool says about rows that don't count.

use super::LeftOut;
use serde::{Deserialize, Serialize};

/// The survey tool that wrote a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tool {
    /// None that is known by its marks: one header row.
    Generic,
    /// Qualtrics: a row of codes, one of questions, one of import ids.
    Qualtrics,
}

/// A column by which a tool marks rows that don't count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RowFilter {
    /// Qualtrics' `Status`, as text or number: previews and spam.
    QualtricsStatus {
        /// Index of the column.
        column: usize,
    },
    /// Whether the survey was finished.
    Finished {
        /// Index of the column.
        column: usize,
    },
}

impl RowFilter {
    /// Why the row is left out, if it is.
    pub(super) fn left_out<'a>(self, cell: impl Fn(usize) -> &'a [u8]) -> Option<LeftOut> {
        match self {
            Self::QualtricsStatus { column } => qualtrics_status(cell(column)),
            Self::Finished { column } => {
                let no: [&[u8]; 4] = [b"false", b"0", b"falsch", b"no"];
                no.iter().any(|no| cell(column).eq_ignore_ascii_case(no)).then_some(LeftOut::Unfinished)
            }
        }
    }
}

/// Reads Qualtrics' `Status`. As a number it is a sum of 1 for preview, 2 for test, 8 for spam and others.
fn qualtrics_status(cell: &[u8]) -> Option<LeftOut> {
    let text = std::str::from_utf8(cell).unwrap_or_default();
    if let Ok(flags) = text.parse::<u16>() {
        return if flags & 3 != 0 {
            Some(LeftOut::Preview)
        } else if flags & 8 != 0 {
            Some(LeftOut::Spam)
        } else {
            None
        };
    }
    let text = text.to_lowercase();
    if ["preview", "test", "vorschau"].iter().any(|word| text.contains(word)) {
        Some(LeftOut::Preview)
    } else {
        text.contains("spam").then_some(LeftOut::Spam)
    }
}

/// Rows from which the tool is told.
pub(super) const ROWS_TOLD_FROM: usize = 3;

/// The rows above the data: what they say about the columns, and how many they are.
pub(super) struct Header {
    pub(super) tool: Tool,
    pub(super) rows: usize,
    pub(super) names: Vec<String>,
    /// The wordings of questions; as many as names.
    pub(super) questions: Vec<String>,
    pub(super) filters: Vec<RowFilter>,
}

impl Header {
    /// Reads the header out of the first rows of a file, of which there is at least one.
    pub(super) fn of(rows: &[Vec<String>]) -> Self {
        let names = rows.first().cloned().unwrap_or_default();
        let is_ids = |row: &Vec<String>| row.iter().any(|cell| cell.starts_with("{\"ImportId\":"));
        match rows.iter().take(ROWS_TOLD_FROM).position(is_ids) {
            None | Some(0) => Self::generic(names),
            Some(ids) => Self::qualtrics(names, if ids == 2 { &rows[1] } else { &[] }, ids + 1),
        }
    }

    fn generic(names: Vec<String>) -> Self {
        let questions = vec![String::new(); names.len()];
        Self { tool: Tool::Generic, rows: 1, names, questions, filters: Vec::new() }
    }

    fn qualtrics(names: Vec<String>, wordings: &[String], rows: usize) -> Self {
        let question = |(index, name): (usize, &String)| {
            let wording = wordings.get(index).map(String::as_str).unwrap_or_default();
            if wording == name { String::new() } else { wording.to_owned() }
        };
        let questions = names.iter().enumerate().map(question).collect();
        let column = |wanted: &str| names.iter().position(|name| name.eq_ignore_ascii_case(wanted));
        let status = column("Status").map(|column| RowFilter::QualtricsStatus { column });
        let finished = column("Finished").map(|column| RowFilter::Finished { column });
        let filters = status.into_iter().chain(finished).collect();
        Self { tool: Tool::Qualtrics, rows, names, questions, filters }
    }
}
