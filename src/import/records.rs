//! Rows of cells out of a stream of bytes, with the line of the file in which each begins.

use super::{COLUMNS_MAX, ImportError, delimiter::Dialect};
use csv_core::ReadRecordResult;

/// Most bytes that a row may have.
const ROW_LEN_MAX: usize = 4 * 1024 * 1024;

/// A row: its cells without quotation marks, in the file's encoding.
pub(super) struct Record<'a> {
    /// Line of the file in which it begins, from 1.
    pub(super) line: u64,
    /// Whether a quotation mark is still open at the end of the file.
    pub(super) unclosed: bool,
    /// Whether one of its cells has several lines.
    pub(super) has_line_breaks: bool,
    bytes: &'a [u8],
    ends: &'a [usize],
}

impl<'a> Record<'a> {
    /// Number of its cells.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The cell without the blanks around it; empty if there is none.
    pub(super) fn cell(&self, index: usize) -> &'a [u8] {
        let Some(end) = self.ends.get(index) else { return &[] };
        let start = if index == 0 { 0 } else { self.ends[index - 1] };
        self.bytes[start..*end].trim_ascii()
    }

    /// All cells without the blanks around them.
    pub(super) fn cells(&self) -> impl Iterator<Item = &'a [u8]> + use<'a, '_> {
        (0..self.len()).map(|index| self.cell(index))
    }

    /// Whether there is nothing in it.
    pub(super) fn is_blank(&self) -> bool {
        self.bytes.iter().all(u8::is_ascii_whitespace)
    }
}

/// Splits a stream of bytes into rows.
pub(super) struct Records {
    core: csv_core::Reader,
    /// Cells of the row that is being read, one after the other.
    output: Vec<u8>,
    output_len: usize,
    ends: Vec<usize>,
    ends_len: usize,
    /// Whether a row has begun.
    begun: bool,
    begun_line: u64,
    /// Lines that the parser had counted when the row began.
    begun_parsed: u64,
    line: u64,
    line_end: u8,
    last_byte: u8,
}

impl Records {
    pub(super) fn new(dialect: Dialect) -> Self {
        let mut core = csv_core::ReaderBuilder::new().delimiter(dialect.delimiter).build();
        // The parser would take off a byte order mark, but only if its first chunk holds all of it; that has been
        // seen to already. An empty line ends its waiting for one.
        core.read_record(b"\n", &mut [0], &mut [0]);
        Self {
            core,
            output: vec![0; 4096],
            output_len: 0,
            ends: vec![0; 64],
            ends_len: 0,
            begun: false,
            begun_line: 1,
            begun_parsed: 0,
            line: dialect.first_line,
            line_end: dialect.line_end,
            last_byte: 0,
        }
    }

    /// Number of cells of the row that is being read, as far as it was read.
    pub(super) fn cells_begun(&self) -> usize {
        if self.begun { self.ends_len + 1 } else { 0 }
    }

    /// Takes the next bytes and hands on the rows that end in them.
    pub(super) fn feed(
        &mut self,
        mut input: &[u8],
        visit: &mut impl FnMut(&Record<'_>) -> Result<(), ImportError>,
    ) -> Result<(), ImportError> {
        while !input.is_empty() {
            if !self.begun {
                let blank = input.iter().take_while(|b| matches!(b, b'\n' | b'\r')).count();
                self.count_lines(&input[..blank]);
                input = &input[blank..];
                if input.is_empty() {
                    break;
                }
                self.begun = true;
                self.begun_line = self.line;
                self.begun_parsed = self.core.line();
            }
            let parsed = self.core.line();
            let read = self.read(input, visit)?;
            // The parser has counted the usual line ends on its way.
            match self.line_end {
                b'\n' => self.line += self.core.line() - parsed,
                _ => self.count_lines(&input[..read]),
            }
            self.last_byte = if read > 0 { input[read - 1] } else { self.last_byte };
            input = &input[read..];
        }
        Ok(())
    }

    /// Hands on the last row if no line end follows it.
    pub(super) fn finish(&mut self, visit: &mut impl FnMut(&Record<'_>) -> Result<(), ImportError>) -> Result<(), ImportError> {
        while self.begun {
            self.read(&[], visit)?;
        }
        Ok(())
    }

    /// Reads up to the end of the row or of `input`; none left of it means the end of the file. Returns the bytes read.
    fn read(
        &mut self,
        input: &[u8],
        visit: &mut impl FnMut(&Record<'_>) -> Result<(), ImportError>,
    ) -> Result<usize, ImportError> {
        let (result, read, written, ended) =
            self.core.read_record(input, &mut self.output[self.output_len..], &mut self.ends[self.ends_len..]);
        self.output_len += written;
        self.ends_len += ended;
        match result {
            ReadRecordResult::InputEmpty => {}
            ReadRecordResult::End => self.begun = false,
            ReadRecordResult::OutputFull if self.output.len() >= ROW_LEN_MAX => {
                return Err(ImportError::EndlessRow { line: self.begun_line });
            }
            ReadRecordResult::OutputFull => self.output.resize(self.output.len() * 2, 0),
            ReadRecordResult::OutputEndsFull if self.ends.len() > COLUMNS_MAX => return Err(ImportError::TooManyColumns),
            ReadRecordResult::OutputEndsFull => self.ends.resize(self.ends.len() * 2, 0),
            ReadRecordResult::Record => {
                let ends = &self.ends[..self.ends_len];
                let last_start = ends.len().checked_sub(2).map_or(0, |index| ends[index]);
                let ended_by_line = read.checked_sub(1).is_some_and(|last| input[last] == b'\n');
                let breaks = || self.output[last_start..self.output_len].contains(&self.line_end);
                let record = Record {
                    line: self.begun_line,
                    unclosed: input.is_empty() && self.last_byte != b'"' && breaks(),
                    has_line_breaks: self.core.line() - self.begun_parsed > u64::from(ended_by_line),
                    bytes: &self.output[..self.output_len],
                    ends,
                };
                let done = visit(&record);
                self.begun = false;
                self.output_len = 0;
                self.ends_len = 0;
                done?;
            }
        }
        Ok(read)
    }

    fn count_lines(&mut self, bytes: &[u8]) {
        self.line += bytes.iter().filter(|b| **b == self.line_end).count() as u64;
    }
}
