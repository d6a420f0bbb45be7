//! The rows that could not be taken in, as a file that is given back to be put right.

use super::{Inspection, TextEncoding, records::Record};
use crate::export::looks_like_formula;

/// Most bytes of rejected rows that are kept to be given back.
const LEN_MAX: usize = 4 * 1024 * 1024;

/// The rejected rows below the header of the original.
pub(super) struct RejectedRows {
    encoding: TextEncoding,
    delimiter: char,
    pub(super) csv: String,
}

impl RejectedRows {
    pub(super) fn new(inspection: &Inspection) -> Self {
        Self { encoding: inspection.encoding, delimiter: inspection.delimiter_of_rejected(), csv: "\u{feff}".to_owned() }
    }

    /// Writes a row, as long as the file isn't full; tells whether it did.
    pub(super) fn add(&mut self, record: &Record<'_>) -> bool {
        let len = self.csv.len();
        for (index, cell) in record.cells().enumerate() {
            if index > 0 {
                self.csv.push(self.delimiter);
            }
            write_cell(&mut self.csv, &self.encoding.decode(cell), self.delimiter);
            if self.csv.len() > LEN_MAX {
                self.csv.truncate(len);
                return false;
            }
        }
        self.csv.push_str("\r\n");
        true
    }
}

/// Writes a cell; one that a spreadsheet would take for a formula is guarded, unless it is a number.
fn write_cell(csv: &mut String, cell: &str, delimiter: char) {
    let formula = looks_like_formula(cell) && !cell.replace(',', ".").parse::<f64>().is_ok_and(f64::is_finite);
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
