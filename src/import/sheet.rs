//! A sheet of a workbook as it is written out: lines of cells.

use super::{COLUMNS_MAX, ImportError, SHEET_DELIMITER};
use calamine::ExcelDateTime;

/// Most rows of a sheet: more have neither Excel nor LibreOffice.
const ROWS_MAX: u32 = 1_048_576;
/// Most cells of a sheet, empty ones before the last of a row among them.
const CELLS_MAX: usize = 60_000_000;
/// Most bytes that a sheet comes to: one text may stand in any number of cells.
const WRITTEN_LEN_MAX: u64 = 4 * 1024 * 1024 * 1024;
/// Bytes that are handed on at once.
pub(super) const CHUNK_LEN: usize = 64 * 1024;

/// The rows of a sheet as they are written out. `sink` tells whether it wants more.
pub(super) struct Rows<'a> {
    sink: &'a mut dyn FnMut(&[u8]) -> Result<bool, ImportError>,
    out: Vec<u8>,
    /// Number of the row and of the cell that come next, from 0.
    row: u32,
    column: u32,
    cells: usize,
    /// Bytes that were handed on.
    written: u64,
    any: bool,
}

impl<'a> Rows<'a> {
    pub(super) fn new(sink: &'a mut dyn FnMut(&[u8]) -> Result<bool, ImportError>) -> Self {
        Self { sink, out: Vec::with_capacity(CHUNK_LEN * 2), row: 0, column: 0, cells: 0, written: 0, any: false }
    }

    /// Whether a cell was put in.
    pub(super) fn any(&self) -> bool {
        self.any
    }

    /// Refuses a number of cells that would be too many once they are put in.
    pub(super) fn expect(&self, cells: usize) -> Result<(), ImportError> {
        if self.cells.saturating_add(cells) > CELLS_MAX { Err(ImportError::HugeWorkbook) } else { Ok(()) }
    }

    /// Puts a cell in; tells whether more are wanted. Cells come in order; one that doesn't is left out.
    pub(super) fn put(&mut self, row: u32, column: u32, write: impl FnOnce(&mut Vec<u8>)) -> Result<bool, ImportError> {
        if (row, column) < (self.row, self.column) {
            return Ok(true);
        }
        if column as usize >= COLUMNS_MAX {
            return Err(ImportError::TooManyColumns);
        }
        if row >= ROWS_MAX {
            return Err(ImportError::HugeWorkbook);
        }
        let mut more = true;
        if row > self.row {
            self.out.resize(self.out.len() + (row - self.row) as usize, b'\n');
            (self.row, self.column) = (row, 0);
        }
        if self.out.len() >= CHUNK_LEN {
            more = self.hand_on()?;
        }
        // Every row is as wide as its last cell.
        let gap = (column - self.column) as usize;
        self.expect(gap + 1)?;
        self.cells += gap + 1;
        let delimiters = if self.column == 0 { gap } else { gap + 1 };
        self.out.resize(self.out.len() + delimiters, SHEET_DELIMITER);
        write(&mut self.out);
        self.column = column + 1;
        self.any = true;
        Ok(more)
    }

    fn hand_on(&mut self) -> Result<bool, ImportError> {
        self.written += self.out.len() as u64;
        if self.written > WRITTEN_LEN_MAX {
            return Err(ImportError::HugeWorkbook);
        }
        let more = (self.sink)(&self.out)?;
        self.out.clear();
        Ok(more)
    }

    /// Hands on what is left; tells whether there were cells.
    pub(super) fn finish(mut self) -> Result<bool, ImportError> {
        if self.any {
            self.out.push(b'\n');
            self.hand_on()?;
        }
        Ok(self.any)
    }
}

/// Whole numbers of less are told apart from their neighbours.
const WHOLE_MAX: f64 = 9_007_199_254_740_992.0;

pub(super) fn push_number(out: &mut Vec<u8>, value: f64) {
    if value.fract() == 0.0 && value.abs() < WHOLE_MAX {
        // Most are, and these are written many times faster.
        out.extend_from_slice((value as i64).to_string().as_bytes());
    } else if value.is_finite() {
        out.extend_from_slice(value.to_string().as_bytes());
    }
}

/// A text without line breaks, so that the line of the file is the row of the sheet.
pub(super) fn push_text(out: &mut Vec<u8>, text: &str) {
    if !text.bytes().any(|byte| matches!(byte, b'\r' | b'\n' | SHEET_DELIMITER | 0 | b'"')) {
        out.extend_from_slice(text.as_bytes());
        return;
    }
    let quoted = text.contains('"');
    if quoted {
        out.push(b'"');
    }
    for byte in text.bytes() {
        match byte {
            b'\r' | b'\n' | SHEET_DELIMITER | 0 => out.push(b' '),
            b'"' => out.extend_from_slice(b"\"\""),
            other => out.push(other),
        }
    }
    if quoted {
        out.push(b'"');
    }
}

/// A day and time as ISO 8601 writes them; a time alone, or a length of time, as hours, minutes and seconds.
pub(super) fn push_moment(out: &mut Vec<u8>, moment: &ExcelDateTime) {
    const SECONDS_A_DAY: f64 = 86_400.0;
    let value = moment.as_f64();
    if !(0.0..3_000_000.0).contains(&value) {
        return push_number(out, value);
    }
    if !moment.is_datetime() || value < 1.0 {
        let seconds = (value * SECONDS_A_DAY).round() as u64;
        return push_duration(out, seconds);
    }
    let (year, month, day, hours, minutes, seconds, _) = moment.to_ymd_hms_milli();
    out.extend_from_slice(format!("{year:04}-{month:02}-{day:02} {hours:02}:{minutes:02}:{seconds:02}").as_bytes());
}

/// A length of time, or a time alone, as hours, minutes and seconds.
pub(super) fn push_duration(out: &mut Vec<u8>, seconds: u64) {
    out.extend_from_slice(format!("{}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60).as_bytes());
}
