//! The first pass: how a file is written, and what its columns seem to be.

use super::{
    COLUMNS_MAX, Column, ImportError, LeftOut, RowFilter, TextEncoding, Tool,
    column::{CellStatistics, formats},
    delimiter::{Dialect, HEAD_LEN},
    encoding::{Transcoder, Utf8Check, decode_alone},
    guess::{Clues, guess_all},
    records::{Record, Records},
    shorten,
    tool::{Header, ROWS_TOLD_FROM},
};
use serde::{Deserialize, Serialize};

/// Most rows of the preview.
const PREVIEW_ROWS: usize = 20;
/// Most cells of the preview.
const PREVIEW_CELLS: usize = 20_000;
/// Most different values of a column that are kept.
const VALUES_MAX: usize = 100;

/// The first cells of a row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PreviewRow {
    /// Line of the file in which the row begins, from 1.
    pub line: u64,
    /// Its cells, each cut after 200 characters.
    pub cells: Vec<String>,
}

/// What the first pass found out about a file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Inspection {
    /// How it writes characters.
    pub encoding: TextEncoding,
    pub(super) dialect: Dialect,
    /// The tool that wrote it.
    pub tool: Tool,
    /// Number of rows above the data.
    pub header_rows: usize,
    /// Its columns in order.
    pub columns: Vec<Column>,
    /// Columns by which the tool marks rows that don't count.
    pub filters: Vec<RowFilter>,
    /// Its first rows.
    pub preview: Vec<PreviewRow>,
    /// Number of rows below the header that aren't blank.
    pub rows: u64,
}

impl Inspection {
    /// What separates the cells.
    #[must_use]
    pub fn delimiter(&self) -> char {
        char::from(self.dialect.delimiter)
    }

    /// Why a row of the preview doesn't count by what its tool says about it.
    #[must_use]
    pub fn left_out(&self, row: &PreviewRow) -> Option<LeftOut> {
        let cell = |column: usize| row.cells.get(column).map_or(&[][..], |cell| cell.as_bytes());
        self.filters.iter().find_map(|filter| filter.left_out(cell))
    }
}

/// Reads a file chunk by chunk and finds out how it is written.
pub struct Inspector {
    transcoder: Transcoder,
    utf8: Utf8Check,
    stage: Stage,
}

enum Stage {
    /// The beginning of the file, as long as it is too short to tell the dialect.
    Head(Vec<u8>),
    Table(Box<Table>),
}

impl Default for Inspector {
    fn default() -> Self {
        Self::new()
    }
}

impl Inspector {
    /// Begins a file.
    #[must_use]
    pub fn new() -> Self {
        Self { transcoder: Transcoder::new(), utf8: Utf8Check::new(), stage: Stage::Head(Vec::new()) }
    }

    /// Takes the next bytes of the file.
    ///
    /// # Errors
    /// If the file can't be read as a table; more bytes don't change that.
    pub fn feed(&mut self, bytes: &[u8]) -> Result<(), ImportError> {
        let Self { transcoder, utf8, stage } = self;
        transcoder.feed(bytes, &mut |bytes| {
            utf8.feed(bytes);
            stage.feed(bytes)
        })
    }

    /// Number of rows that were read so far.
    #[must_use]
    pub fn rows(&self) -> u64 {
        match &self.stage {
            Stage::Head(_) => 0,
            Stage::Table(table) => table.rows,
        }
    }

    /// Ends the file.
    ///
    /// # Errors
    /// If the file can't be read as a table.
    pub fn finish(mut self) -> Result<Inspection, ImportError> {
        let Self { transcoder, utf8, stage } = &mut self;
        transcoder.finish(&mut |bytes| {
            utf8.feed(bytes);
            stage.feed(bytes)
        })?;
        let encoding = match (self.transcoder.is_utf16(), self.utf8.holds()) {
            (true, _) => TextEncoding::Utf16,
            (false, true) => TextEncoding::Utf8,
            (false, false) => TextEncoding::Windows1252,
        };
        let table = match self.stage {
            Stage::Head(head) => Table::begin(&head, true)?,
            Stage::Table(table) => *table,
        };
        table.finish(encoding)
    }
}

impl Stage {
    fn feed(&mut self, bytes: &[u8]) -> Result<(), ImportError> {
        match self {
            Self::Head(head) => {
                head.extend_from_slice(bytes);
                if head.len() >= HEAD_LEN {
                    let table = Table::begin(head, false)?;
                    *self = Self::Table(Box::new(table));
                }
                Ok(())
            }
            Self::Table(table) => table.feed(bytes),
        }
    }
}

/// The table as far as it was read.
struct Table {
    dialect: Dialect,
    records: Records,
    /// The first rows, as long as they are too few to tell the header: line and cells.
    first: Vec<(u64, Vec<Vec<u8>>)>,
    body: Body,
    rows: u64,
}

/// What the rows below the header look like.
#[derive(Default)]
struct Body {
    header: Vec<Vec<Vec<u8>>>,
    columns: Vec<CellStatistics>,
    preview: Vec<(u64, Vec<Vec<u8>>)>,
}

impl Table {
    fn begin(head: &[u8], whole: bool) -> Result<Self, ImportError> {
        let told_from = &head[..head.len().min(HEAD_LEN)];
        refuse_other_formats(told_from)?;
        let dialect = Dialect::of(told_from, whole);
        let records = Records::new(dialect);
        let mut table = Self { dialect, records, first: Vec::new(), body: Body::default(), rows: 0 };
        table.feed(&head[dialect.skip..])?;
        Ok(table)
    }

    fn feed(&mut self, bytes: &[u8]) -> Result<(), ImportError> {
        let Self { records, first, body, rows, .. } = self;
        records.feed(bytes, &mut |record| take(record, first, body, rows))
    }

    fn finish(mut self, encoding: TextEncoding) -> Result<Inspection, ImportError> {
        let Self { records, first, body, rows, .. } = &mut self;
        records.finish(&mut |record| take(record, first, body, rows))?;
        if !self.first.is_empty() {
            self.body.begin(std::mem::take(&mut self.first), &mut self.rows)?;
        }
        if self.body.header.is_empty() {
            return Err(ImportError::Empty);
        }
        if self.rows == 0 {
            return Err(ImportError::NoRows);
        }
        Ok(self.body.settle(encoding, self.dialect, self.rows))
    }
}

/// Takes a row in: among the first ones until the header is told, then into the body.
fn take(record: &Record<'_>, first: &mut Vec<(u64, Vec<Vec<u8>>)>, body: &mut Body, rows: &mut u64) -> Result<(), ImportError> {
    if record.is_blank() {
        return Ok(());
    }
    if !body.header.is_empty() {
        body.take(record.line, record.cells(), rows);
        return Ok(());
    }
    if record.len() > COLUMNS_MAX {
        return Err(ImportError::TooManyColumns);
    }
    first.push((record.line, record.cells().map(<[u8]>::to_vec).collect()));
    if first.len() == ROWS_TOLD_FROM { body.begin(std::mem::take(first), rows) } else { Ok(()) }
}

impl Body {
    /// Tells the header from the first rows and takes in those of them that lie below it.
    fn begin(&mut self, first: Vec<(u64, Vec<Vec<u8>>)>, rows: &mut u64) -> Result<(), ImportError> {
        let text = |cells: &Vec<Vec<u8>>| cells.iter().map(|cell| decode_alone(cell).into_owned()).collect();
        let texts: Vec<Vec<String>> = first.iter().map(|(_, cells)| text(cells)).collect();
        let header = Header::of(&texts);
        self.columns = vec![CellStatistics::default(); header.names.len()];
        let mut first = first.into_iter();
        self.header = first.by_ref().take(header.rows).map(|(_, cells)| cells).collect();
        for (line, cells) in first {
            self.take(line, cells.iter().map(Vec::as_slice), rows);
        }
        Ok(())
    }

    fn take<'c>(&mut self, line: u64, cells: impl Iterator<Item = &'c [u8]>, rows: &mut u64) {
        let width = self.columns.len().max(1);
        let values_max = (4 * PREVIEW_CELLS / width).clamp(12, VALUES_MAX);
        let preview = self.preview.len() < PREVIEW_ROWS.min((PREVIEW_CELLS / width).max(1));
        let mut shown = Vec::new();
        for (cell, column) in cells.zip(&mut self.columns) {
            column.observe(cell, values_max);
            if preview {
                // Four bytes at most for each of 200 characters, and one more character to see that it was cut.
                shown.push(cell[..cell.len().min(804)].to_vec());
            }
        }
        if preview {
            self.preview.push((line, shown));
        }
        *rows += 1;
    }

    /// Puts everything together once the encoding is known.
    fn settle(self, encoding: TextEncoding, dialect: Dialect, rows: u64) -> Inspection {
        let text = |cells: &Vec<Vec<u8>>| cells.iter().map(|cell| encoding.decode(cell).trim().to_owned()).collect();
        let header = Header::of(&self.header.iter().map(text).collect::<Vec<Vec<String>>>());
        let formats = formats(&self.columns, dialect.delimiter);
        let clues = (0..self.columns.len()).map(|index| {
            let order = formats[index].0.map(|date| date.order);
            Clues::new(&header.names[index], &header.questions[index], &self.columns[index], order, header.tool)
        });
        let guesses = guess_all(&clues.collect::<Vec<_>>());
        let named = header.names.into_iter().zip(header.questions);
        let told = formats.into_iter().zip(guesses);
        let columns = named.zip(told).zip(&self.columns).map(|(((header, question), ((date, number), guess)), cells)| Column {
            header,
            question,
            filled: cells.filled,
            samples: cells.samples(encoding),
            values: cells.few_values(encoding),
            date,
            number,
            guess,
        });
        let shown = |cell: &Vec<u8>| shorten(&encoding.decode(cell), 200);
        let row = |(line, cells): &(u64, Vec<Vec<u8>>)| PreviewRow { line: *line, cells: cells.iter().map(shown).collect() };
        Inspection {
            encoding,
            dialect,
            tool: header.tool,
            header_rows: header.rows,
            columns: columns.collect(),
            filters: header.filters,
            preview: self.preview.iter().map(row).collect(),
            rows,
        }
    }
}

/// Refuses what is no text, told from the beginning of the file.
pub(super) fn refuse_other_formats(head: &[u8]) -> Result<(), ImportError> {
    if head.starts_with(b"PK\x03\x04") || head.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        return Err(ImportError::Workbook);
    }
    let binary = head.contains(&0) || head.starts_with(b"\x89PNG") || head.starts_with(b"%PDF") || head.starts_with(b"\x1F\x8B");
    if binary { Err(ImportError::NotText) } else { Ok(()) }
}
