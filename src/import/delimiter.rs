//! What separates the cells of a file, told from its beginning.

use super::{
    ImportError,
    records::{Record, Records},
};
use serde::{Deserialize, Serialize};
use std::{cmp::Reverse, collections::BTreeMap};

/// Bytes at the beginning of a file from which its dialect is told.
pub(super) const HEAD_LEN: usize = 64 * 1024;

/// Delimiters that are tried, the likelier one first.
const CANDIDATES: [u8; 4] = *b";,\t|";

/// Rows that are looked at for each candidate.
const ROWS_TRIED: usize = 200;

/// How a file separates cells and lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Dialect {
    /// Separates cells.
    pub(super) delimiter: u8,
    /// Bytes before the table: those of a line `sep=;`.
    pub(super) skip: usize,
    /// Line of the file in which the table begins, from 1.
    pub(super) first_line: u64,
    /// The byte by which lines are counted: line feed, or carriage return where there is none.
    pub(super) line_end: u8,
}

impl Dialect {
    /// Tells the dialect from the beginning of a file; `whole` says that it is all of it.
    pub(super) fn of(head: &[u8], whole: bool, wanted: Option<u8>) -> Self {
        let line_end = if head.contains(&b'\r') && !head.contains(&b'\n') { b'\r' } else { b'\n' };
        if let Some((delimiter, skip)) = separator_line(head) {
            return Self { delimiter: wanted.unwrap_or(delimiter), skip, first_line: 2, line_end };
        }
        let plain = Self { delimiter: wanted.unwrap_or(b','), skip: 0, first_line: 1, line_end };
        if wanted.is_some() {
            return plain;
        }
        let fit = |delimiter| Fit::of(head, whole, Self { delimiter, ..plain });
        // `max_by` takes the last of equals: the candidates are tried from the least likely one.
        let best = CANDIDATES.iter().rev().map(|d| (fit(*d), *d)).max_by(|(a, _), (b, _)| a.order(b));
        let delimiter = best.filter(|(fit, _)| fit.width > 1).map_or(b',', |(_, delimiter)| delimiter);
        Self { delimiter, ..plain }
    }
}

/// Reads a first line `sep=;`: the delimiter, and the length of the line with its end.
fn separator_line(head: &[u8]) -> Option<(u8, usize)> {
    let line_len = head.iter().position(|b| matches!(b, b'\r' | b'\n')).unwrap_or(head.len());
    let line = head[..line_len].strip_prefix(b"\"").and_then(|line| line.strip_suffix(b"\"")).unwrap_or(&head[..line_len]);
    let delimiter = match line {
        [s, e, p, b'=', delimiter] if [*s, *e, *p].eq_ignore_ascii_case(b"sep") && delimiter.is_ascii() => *delimiter,
        _ => return None,
    };
    let end_len = match &head[line_len..] {
        [b'\r', b'\n', ..] => 2,
        rest => rest.len().min(1),
    };
    (delimiter != b'"').then_some((delimiter, line_len + end_len))
}

/// How well a delimiter fits: rows that are as wide as most are a sign of it.
struct Fit {
    width: usize,
    alike: usize,
    rows: usize,
}

impl Fit {
    fn of(head: &[u8], whole: bool, dialect: Dialect) -> Self {
        // Titles and remarks of one cell stand above the table.
        let (mut widths, mut above, mut rows) = (BTreeMap::<usize, usize>::new(), 0, 0);
        let mut count = |record: &Record<'_>| {
            if rows == 0 && record.len() == 1 {
                above += 1;
            } else {
                rows += 1;
                *widths.entry(record.len()).or_default() += 1;
            }
            if rows + above < ROWS_TRIED { Ok(()) } else { Err(ImportError::Empty) }
        };
        let mut records = Records::new(dialect);
        // The error only ends the trial early.
        let read = records.feed(head, &mut count);
        if read.is_ok() && whole {
            let _ = records.finish(&mut count);
        }
        // Of two widths, that of the header; below remarks it must show that there is a header at all.
        let header = |width: usize| if above == 0 { (width, Reverse(0)) } else { (0, Reverse(width)) };
        let most = widths.into_iter().max_by_key(|(width, count)| (*count, header(*width)));
        // Not even the header may end within the beginning.
        let (width, alike) = most.unwrap_or_else(|| (if above > 0 { 1 } else { records.cells_begun() }, 0));
        let rows = rows + above;
        Self { width, alike, rows }
    }

    /// Orders by the share of rows that are alike, then by width.
    fn order(&self, other: &Self) -> std::cmp::Ordering {
        let table = |fit: &Self| fit.width > 1;
        let share = |a: &Self, b: &Self| (a.alike * b.rows.max(1)).cmp(&(b.alike * a.rows.max(1)));
        table(self).cmp(&table(other)).then(share(self, other)).then(self.width.cmp(&other.width))
    }
}
