//! What the cells of a column look like: counts and a few samples, whatever the length of the file.

use super::{
    DateFormat, DateOrder, DecimalMark, Guess, NumberFormat, SHEET_DELIMITER, TextEncoding, date::DateEvidence,
    encoding::decode_alone, number::NumberEvidence, shorten,
};
use serde::{Deserialize, Serialize};
use std::collections::HashSet;

/// Filled cells of a column that are looked at closely; the rest only settles formats that are still open.
const CELLS_PROBED: u64 = 4_000;
/// Samples of a column that are shown.
const SAMPLES: usize = 5;
/// Longest cell that is kept as a sample or value, in bytes.
const VALUE_LEN_MAX: usize = 100;

/// A column of a file and what was found out about it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Column {
    /// What the first header row says; several columns can have the same header, or none.
    pub header: String,
    /// The wording of the question, where another header row has it.
    pub question: String,
    /// Number of cells that aren't blank.
    pub filled: u64,
    /// Some of its values, as they are written.
    pub samples: Vec<String>,
    /// Its different values in order of their first occurrence, where they are short and few; else empty.
    pub values: Vec<String>,
    /// How it writes dates, where most cells are dates.
    pub date: Option<DateFormat>,
    /// How it writes numbers, where most cells are numbers.
    pub number: Option<NumberFormat>,
    /// What a question is about that is asked of several things alike, such as a touchpoint; else empty.
    #[serde(default)]
    pub item: String,
    /// What it seems to be.
    pub guess: Guess,
}

impl Column {
    /// The question's wording where there is one, else the header.
    #[must_use]
    pub fn title(&self) -> &str {
        if self.question.is_empty() { &self.header } else { &self.question }
    }
}

/// Counts what the cells of a column look like.
#[derive(Clone, Debug, Default)]
pub(super) struct CellStatistics {
    pub(super) filled: u64,
    pub(super) probed: u64,
    /// Different values in order, as long as they are few and short.
    pub(super) values: Vec<Vec<u8>>,
    pub(super) known: HashSet<Vec<u8>>,
    /// Whether there are more or longer values than are kept.
    pub(super) many_values: bool,
    /// Characters of the longest cell.
    pub(super) longest: usize,
    pub(super) emails: u64,
    /// Whether the column's name speaks of a date.
    pub(super) named_date: bool,
    pub(super) dates: DateEvidence,
    pub(super) numbers: NumberEvidence,
}

impl CellStatistics {
    /// Takes a cell in; keeps `values_max` different values at most.
    pub(super) fn observe(&mut self, cell: &[u8], values_max: usize) {
        if cell.is_empty() {
            return;
        }
        self.filled += 1;
        let probing = self.probed < CELLS_PROBED;
        if probing {
            self.probed += 1;
            self.keep(cell, values_max);
        }
        // Neither a date nor a number is written without digits.
        let has_digits = cell.iter().any(u8::is_ascii_digit);
        let dates = has_digits && (probing || (self.mostly(self.dates.dates) && self.dates.is_open()));
        let numbers = has_digits && (probing || (self.mostly(self.numbers.numbers) && self.numbers.is_open()));
        if !dates && !numbers && !probing {
            return;
        }
        let text = decode_alone(cell);
        if dates {
            self.dates.observe(&text);
        }
        if numbers {
            self.numbers.observe(&text);
        }
        if probing {
            self.longest = self.longest.max(text.chars().count());
            self.emails += u64::from(is_email(&text));
        }
    }

    fn keep(&mut self, cell: &[u8], values_max: usize) {
        if self.many_values && self.values.len() >= SAMPLES {
            return;
        }
        if cell.len() > VALUE_LEN_MAX {
            self.many_values = true;
            if self.values.len() < SAMPLES {
                self.values.push(cut(cell, VALUE_LEN_MAX).to_vec());
            }
        } else if !self.known.contains(cell) {
            if self.known.len() < values_max {
                self.known.insert(cell.to_vec());
                self.values.push(cell.to_vec());
            } else {
                self.many_values = true;
            }
        }
    }

    /// Whether this many are more than three in five of the probed cells.
    pub(super) fn mostly(&self, count: u64) -> bool {
        count * 5 > self.probed * 3
    }

    /// Whether more cells could still settle a format.
    pub(super) fn is_open(&self) -> bool {
        (self.are_dates() && self.dates.is_open()) || (self.are_numbers() && self.numbers.is_open())
    }

    pub(super) fn are_dates(&self) -> bool {
        let numbers = if self.named_date { self.dates.numbers() } else { 0 };
        self.mostly(self.dates.dates + numbers)
    }

    pub(super) fn are_numbers(&self) -> bool {
        self.mostly(self.numbers.numbers.max(self.numbers.zero_to_ten))
    }

    /// Up to five of the values, for display.
    pub(super) fn samples(&self, encoding: TextEncoding) -> Vec<String> {
        self.values.iter().take(SAMPLES).map(|value| shorten(&encoding.decode(value), 60)).collect()
    }

    /// All values, if they are few.
    pub(super) fn few_values(&self, encoding: TextEncoding) -> Vec<String> {
        if self.many_values {
            return Vec::new();
        }
        self.values.iter().map(|value| encoding.decode(value).trim().to_owned()).collect()
    }
}

/// The beginning of a cell that doesn't end within a character.
pub(super) fn cut(cell: &[u8], len: usize) -> &[u8] {
    let mut end = len.min(cell.len());
    while end < cell.len() && end > len.saturating_sub(3) && cell[end] & 0xC0 == 0x80 {
        end -= 1;
    }
    &cell[..end]
}

fn is_email(text: &str) -> bool {
    let Some((name, host)) = text.split_once('@') else { return false };
    !name.is_empty() && host.contains('.') && !text.contains(char::is_whitespace)
}

/// Numbers are days or years where the column's name speaks of a date, but not beside a column of plain dates: "customers
/// at start of month" is a count. A year beside a month would hide it.
pub(super) fn doubt_named_dates(columns: &mut [CellStatistics]) {
    let has_dates = columns.iter().any(|column| column.mostly(column.dates.dates));
    let named = columns.iter().filter(|column| column.named_date && column.filled > 0).count();
    for column in columns {
        column.named_date &= !has_dates && (named == 1 || !column.mostly(column.dates.years()));
    }
}

/// Settles how each column writes dates and numbers; a column that doesn't tell takes the file's other evidence.
/// The user's choice of a decimal mark outweighs all.
pub(super) fn formats(
    columns: &[CellStatistics],
    delimiter: u8,
    chosen: Option<DecimalMark>,
) -> Vec<(Option<DateFormat>, Option<NumberFormat>)> {
    let of_file = chosen.or_else(|| decimal_of_file(columns, delimiter));
    let order = order_of_file(columns, of_file);
    let formats = |column: &CellStatistics| {
        let date = column.are_dates().then(|| DateFormat {
            order: column.dates.order().or(order).unwrap_or(DateOrder::MonthFirst),
            ambiguous: column.dates.is_open() && column.dates.order().or(order).is_none(),
            resolution: column.dates.resolution(),
        });
        let number = (date.is_none() && column.are_numbers()).then(|| NumberFormat {
            decimal: chosen.or_else(|| column.numbers.decimal()).or(of_file).unwrap_or(DecimalMark::Point),
            ambiguous: column.numbers.is_open() && of_file.is_none(),
        });
        (date, number)
    };
    columns.iter().map(formats).collect()
}

/// The decimal mark that all columns agree on that tell one, else that of the date style or of the delimiter.
fn decimal_of_file(columns: &[CellStatistics], delimiter: u8) -> Option<DecimalMark> {
    let numeric = columns.iter().filter(|column| column.are_numbers() && !column.are_dates());
    let told: Vec<DecimalMark> = numeric.filter_map(|column| column.numbers.decimal()).collect();
    match told.as_slice() {
        [first, rest @ ..] if rest.iter().all(|mark| mark == first) => Some(*first),
        // A workbook's numbers are written by ourselves.
        _ if delimiter == SHEET_DELIMITER => Some(DecimalMark::Point),
        _ if delimiter == b';' => Some(DecimalMark::Comma),
        _ if columns.iter().any(|column| column.are_dates() && column.dates.has_points()) => Some(DecimalMark::Comma),
        _ => None,
    }
}

/// The order of day and month that all date columns agree on that tell one, else that of the decimal comma.
fn order_of_file(columns: &[CellStatistics], decimal: Option<DecimalMark>) -> Option<DateOrder> {
    let dates = columns.iter().filter(|column| column.are_dates());
    let orders = dates.filter_map(|column| column.dates.order());
    let told: Vec<DateOrder> = orders.filter(|order| *order != DateOrder::YearFirst).collect();
    match told.as_slice() {
        [first, rest @ ..] if rest.iter().all(|order| order == first) => Some(*first),
        _ if decimal == Some(DecimalMark::Comma) => Some(DateOrder::DayFirst),
        _ => None,
    }
}
