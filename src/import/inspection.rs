//! The first pass: how a file is written, and what its columns seem to be.

use super::{
    COLUMNS_MAX, Column, FormatChoices, ImportError, LeftOut, RowFilter, TextEncoding, Tool,
    column::{CellStatistics, cut, doubt_named_dates, formats},
    delimiter::{Dialect, HEAD_LEN},
    encoding::{Transcoder, Utf8Check, decode_alone},
    guess::{Clues, guess_all},
    records::{Record, Records},
    shorten,
    tool::{HEADER_ROWS_MAX, Header},
};
use serde::{Deserialize, Serialize};

/// Most rows of the preview.
const PREVIEW_ROWS: usize = 20;
/// Most cells of the preview.
const PREVIEW_CELLS: usize = 20_000;
/// Bytes after which a file is known well enough, unless a format is still open.
const LEN_ENOUGH: u64 = 1024 * 1024;
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
    /// Number of rows below the header that aren't blank, as far as the file was read.
    pub rows: u64,
    /// Whether all of the file was read.
    pub whole: bool,
    /// What the user has chosen beforehand.
    pub choices: FormatChoices,
    /// The sheets of a workbook; none for a text.
    #[serde(default)]
    pub sheets: Vec<String>,
}

impl Inspection {
    /// What separates the cells.
    #[must_use]
    pub fn delimiter(&self) -> char {
        char::from(self.dialect.delimiter)
    }

    /// What separates the cells of the file of rejected rows.
    pub(super) fn delimiter_of_rejected(&self) -> char {
        if self.sheets.is_empty() { self.delimiter() } else { ';' }
    }

    /// Whether it has the same columns as another reading of its file, of the same kinds.
    #[must_use]
    pub fn has_columns_of(&self, other: &Self) -> bool {
        self.columns.len() == other.columns.len() && (0..self.columns.len()).all(|at| self.has_column_of(other, at))
    }

    /// Whether a column is the same as in another reading of its file, of the same kind.
    #[must_use]
    pub fn has_column_of(&self, other: &Self, at: usize) -> bool {
        let kind = |column: &Column| (column.date.map(|date| date.resolution), column.number.is_some());
        let columns = self.columns.get(at).zip(other.columns.get(at));
        columns.is_some_and(|(a, b)| a.header == b.header && a.question == b.question && kind(a) == kind(b))
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
    choices: FormatChoices,
    read: u64,
    transcoder: Transcoder,
    utf8: Utf8Check,
    stage: Stage,
}

enum Stage {
    /// The beginning of the file, as long as it is too short to tell the dialect.
    Head(Vec<u8>, FormatChoices),
    Table(Box<Table>),
}

impl Inspector {
    /// Begins a file that is to be read as the user chose.
    #[must_use]
    pub fn new(choices: FormatChoices) -> Self {
        let stage = Stage::Head(Vec::new(), choices);
        Self { choices, read: 0, transcoder: Transcoder::new(), utf8: Utf8Check::new(), stage }
    }

    /// Whether the rest of the file would hardly tell more: it can be left unread.
    #[must_use]
    pub fn knows_enough(&self) -> bool {
        match &self.stage {
            Stage::Head(..) => false,
            Stage::Table(table) => {
                self.read >= LEN_ENOUGH && table.rows > 0 && !table.body.columns.iter().any(CellStatistics::is_open)
            }
        }
    }

    /// Takes the next bytes of the file.
    ///
    /// # Errors
    /// If the file can't be read as a table; more bytes don't change that.
    pub fn feed(&mut self, bytes: &[u8]) -> Result<(), ImportError> {
        let Self { transcoder, utf8, stage, read, .. } = self;
        *read += bytes.len() as u64;
        transcoder.feed(bytes, &mut |bytes| {
            utf8.feed(bytes);
            stage.feed(bytes)
        })
    }

    /// Number of rows that were read so far.
    #[must_use]
    pub fn rows(&self) -> u64 {
        match &self.stage {
            Stage::Head(..) => 0,
            Stage::Table(table) => table.rows,
        }
    }

    /// Ends the file.
    ///
    /// # Errors
    /// If the file can't be read as a table.
    pub fn finish(mut self) -> Result<Inspection, ImportError> {
        let whole = !self.knows_enough();
        let Self { transcoder, utf8, stage, .. } = &mut self;
        transcoder.finish(&mut |bytes| {
            utf8.feed(bytes);
            stage.feed(bytes)
        })?;
        // A character may have been broken off where reading ended.
        let utf8 = if whole { self.utf8.holds() } else { self.utf8.held() };
        let encoding = match (self.transcoder.is_utf16(), self.choices.encoding) {
            (true, _) => TextEncoding::Utf16,
            (false, Some(chosen @ (TextEncoding::Utf8 | TextEncoding::Windows1252))) => chosen,
            (false, _) if utf8 => TextEncoding::Utf8,
            (false, _) => TextEncoding::Windows1252,
        };
        let table = match self.stage {
            Stage::Head(head, choices) => Table::begin(&head, true, choices)?,
            Stage::Table(table) => *table,
        };
        let inspection = table.finish(encoding)?;
        Ok(Inspection { whole, choices: self.choices, ..inspection })
    }
}

impl Stage {
    fn feed(&mut self, bytes: &[u8]) -> Result<(), ImportError> {
        match self {
            Self::Head(head, choices) => {
                head.extend_from_slice(bytes);
                if head.len() >= HEAD_LEN {
                    let table = Table::begin(head, false, *choices)?;
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
    /// The rows of the header, once it is told.
    header: Option<Vec<Vec<Vec<u8>>>>,
    choices: FormatChoices,
    columns: Vec<CellStatistics>,
    preview: Vec<(u64, Vec<Vec<u8>>)>,
}

impl Table {
    fn begin(head: &[u8], whole: bool, choices: FormatChoices) -> Result<Self, ImportError> {
        let told_from = &head[..head.len().min(HEAD_LEN)];
        refuse_other_formats(told_from)?;
        let wanted = choices.delimiter.filter(char::is_ascii).map(|delimiter| delimiter as u8);
        let dialect = Dialect::of(told_from, whole, wanted.filter(|delimiter| !matches!(delimiter, b'"' | b'\r' | b'\n')));
        let records = Records::new(dialect);
        let body = Body { choices, ..Body::default() };
        let mut table = Self { dialect, records, first: Vec::new(), body, rows: 0 };
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
        if self.body.header.is_none() {
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
    if body.header.is_some() {
        body.take(record.line, record.cells(), rows);
        return Ok(());
    }
    if record.len() > COLUMNS_MAX {
        return Err(ImportError::TooManyColumns);
    }
    first.push((record.line, record.cells().map(<[u8]>::to_vec).collect()));
    if first.len() == HEADER_ROWS_MAX { body.begin(std::mem::take(first), rows) } else { Ok(()) }
}

impl Body {
    /// Tells the header from the first rows and takes in those of them that lie below it.
    fn begin(&mut self, first: Vec<(u64, Vec<Vec<u8>>)>, rows: &mut u64) -> Result<(), ImportError> {
        let text = |cells: &Vec<Vec<u8>>| cells.iter().map(|cell| decode_alone(cell).into_owned()).collect();
        let texts: Vec<Vec<String>> = first.iter().map(|(_, cells)| text(cells)).collect();
        let header = Header::of(&texts, self.choices.header_rows);
        let named_date = |name: &String| {
            let name = name.to_lowercase();
            let names = ["datum", "date", "zeit", "time", "tag", "day", "monat", "month", "woche", "week", "jahr", "year"];
            CellStatistics { named_date: names.iter().any(|part| name.contains(part)), ..CellStatistics::default() }
        };
        self.columns = header.names.iter().map(named_date).collect();
        let mut first = first.into_iter();
        self.header = Some(first.by_ref().take(header.rows).map(|(_, cells)| cells).collect());
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
                shown.push(cut(cell, 804).to_vec());
            }
        }
        if preview {
            self.preview.push((line, shown));
        }
        *rows += 1;
    }

    /// Puts everything together once the encoding is known.
    fn settle(mut self, encoding: TextEncoding, dialect: Dialect, rows: u64) -> Inspection {
        doubt_named_dates(&mut self.columns);
        let text = |cells: &Vec<Vec<u8>>| cells.iter().map(|cell| encoding.decode(cell).trim().to_owned()).collect();
        let rows_above = self.header.unwrap_or_default();
        let width = self.columns.len();
        let mut header = Header::of(&rows_above.iter().map(text).collect::<Vec<Vec<String>>>(), self.choices.header_rows);
        header.names.resize(width, String::new());
        header.questions.resize(width, String::new());
        header.items.resize(width, String::new());
        let formats = formats(&self.columns, dialect.delimiter, self.choices.decimal);
        let clues = (0..self.columns.len()).map(|index| {
            let order = formats[index].0.map(|date| date.order);
            let named = (header.names[index].as_str(), header.questions[index].as_str());
            Clues::new(named, &self.columns[index], (order, formats[index].0.map(|date| date.resolution)), header.tool)
        });
        let guesses = guess_all(&clues.collect::<Vec<_>>());
        let named = header.names.into_iter().zip(header.questions).zip(header.items);
        let told = formats.into_iter().zip(guesses);
        let columns =
            named.zip(told).zip(&self.columns).map(|((((header, question), item), ((date, number), guess)), cells)| Column {
                header,
                question,
                item,
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
            whole: true,
            choices: self.choices,
            sheets: Vec::new(),
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
