//! Workbooks (XLSX, ODS) as tables: a sheet is written out as lines of cells, and then read like any other file.
//!
//! `calamine` takes what a file says about itself for true in places where that asks for memory without bound: two cells
//! far apart (its issue 693), a count of texts (684), rows and columns repeated. So cells are taken one by one where that
//! is possible, and what can't be true, or is too much, is refused before it sees the file.

use super::{COLUMNS_MAX, ImportError, SHEET_DELIMITER};
use calamine::{Data, DataRef, ExcelDateTime, Ods, Reader, Xlsx};
use quick_xml::events::Event;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// How a ZIP file begins, and so XLSX and ODS.
pub(super) const MAGIC: &[u8] = b"PK\x03\x04";
/// Most bytes of a workbook, packed.
pub(super) const PACKED_LEN_MAX: usize = 100 * 1024 * 1024;
/// Most bytes of all parts of a workbook that are read, unpacked.
const UNPACKED_LEN_MAX: u64 = 512 * 1024 * 1024;
/// From this size on a part is looked at for how tightly it is packed.
const LOOSE_LEN: u64 = 32 * 1024 * 1024;
/// How many times larger than packed a large part may be: tables come to 10 to 60 times.
const RATIO_MAX: u64 = 250;
/// Most parts of a workbook.
const PARTS_MAX: usize = 20_000;
/// Most cells of a sheet, empty ones before the last of a row among them.
const CELLS_MAX: usize = 60_000_000;
/// Most cells of an ODS file, all of which are held in memory.
const HELD_CELLS_MAX: usize = 3_000_000;

/// A workbook that can be read without harm.
pub(super) struct Workbook {
    kind: Kind,
    /// The names of its sheets.
    pub(super) sheets: Vec<String>,
}

enum Kind {
    Xlsx(Box<Xlsx<Cursor<Vec<u8>>>>),
    Ods(Box<Ods<Cursor<Vec<u8>>>>),
}

impl Workbook {
    /// Opens a workbook from all of its bytes. One that `was_opened` before isn't unpacked once more to see whether its
    /// parts are what they say.
    ///
    /// # Errors
    /// If it is none, is damaged, or is more than can be read.
    pub(super) fn open(bytes: Vec<u8>, was_opened: bool) -> Result<Self, ImportError> {
        let is_ods = check_parts(&bytes)?;
        if !was_opened {
            unpack_parts(&bytes, is_ods)?;
        }
        let cursor = Cursor::new(bytes);
        let broken = ImportError::BrokenWorkbook;
        if is_ods {
            let ods = Ods::new(cursor).map_err(|_| broken)?;
            Ok(Self { sheets: ods.sheet_names(), kind: Kind::Ods(Box::new(ods)) })
        } else {
            let xlsx = Xlsx::new(cursor).map_err(|_| broken)?;
            Ok(Self { sheets: xlsx.sheet_names(), kind: Kind::Xlsx(Box::new(xlsx)) })
        }
    }

    /// Writes a sheet out, row by row; without a choice the first one that has cells. `sink` tells whether it wants more.
    /// Returns which sheet it was.
    ///
    /// # Errors
    /// If there is no such sheet, it is damaged, or it is more than can be read.
    pub(super) fn write_rows(
        &mut self,
        wanted: Option<usize>,
        sink: &mut dyn FnMut(&[u8]) -> Result<bool, ImportError>,
    ) -> Result<usize, ImportError> {
        let order = match wanted {
            Some(wanted) => wanted..wanted + 1,
            None => 0..self.sheets.len(),
        };
        for sheet in order {
            let name = self.sheets.get(sheet).cloned().ok_or(ImportError::EmptyWorkbook)?;
            let mut rows = Rows::new(sink);
            match &mut self.kind {
                Kind::Xlsx(xlsx) => write_xlsx(xlsx, &name, &mut rows)?,
                Kind::Ods(ods) => write_ods(ods, &name, &mut rows)?,
            }
            if rows.finish()? {
                return Ok(sheet);
            }
        }
        Err(ImportError::EmptyWorkbook)
    }
}

fn write_xlsx(xlsx: &mut Xlsx<Cursor<Vec<u8>>>, name: &str, rows: &mut Rows<'_>) -> Result<(), ImportError> {
    let broken = ImportError::BrokenWorkbook;
    // A sheet that is a chart has no cells.
    let Ok(mut cells) = xlsx.worksheet_cells_reader(name) else { return Ok(()) };
    while let Some(cell) = cells.next_cell().map_err(|_| broken.clone())? {
        let (row, column) = cell.get_position();
        let more = match cell.get_value() {
            DataRef::Empty | DataRef::Error(_) => true,
            DataRef::Int(value) => rows.put(row, column, |out| push_number(out, *value as f64))?,
            DataRef::Float(value) => rows.put(row, column, |out| push_number(out, *value))?,
            DataRef::Bool(value) => rows.put(row, column, |out| out.extend_from_slice(value.to_string().as_bytes()))?,
            DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
                rows.put(row, column, |out| push_text(out, text))?
            }
            DataRef::SharedString(text) => rows.put(row, column, |out| push_text(out, text))?,
            DataRef::DateTime(moment) => rows.put(row, column, |out| push_moment(out, moment))?,
        };
        if !more {
            break;
        }
    }
    Ok(())
}

fn write_ods(ods: &mut Ods<Cursor<Vec<u8>>>, name: &str, rows: &mut Rows<'_>) -> Result<(), ImportError> {
    let range = ods.worksheet_range(name).map_err(|_| ImportError::BrokenWorkbook)?;
    let (first_row, first_column) = range.start().unwrap_or_default();
    for (row, column, cell) in range.used_cells() {
        let (row, column) = (first_row + row as u32, first_column + column as u32);
        let more = match cell {
            Data::Empty | Data::Error(_) => true,
            Data::Int(value) => rows.put(row, column, |out| push_number(out, *value as f64))?,
            Data::Float(value) => rows.put(row, column, |out| push_number(out, *value))?,
            Data::Bool(value) => rows.put(row, column, |out| out.extend_from_slice(value.to_string().as_bytes()))?,
            Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => {
                rows.put(row, column, |out| push_text(out, text))?
            }
            Data::DateTime(moment) => rows.put(row, column, |out| push_moment(out, moment))?,
        };
        if !more {
            break;
        }
    }
    Ok(())
}

/// The rows of a sheet as they are written out.
struct Rows<'a> {
    sink: &'a mut dyn FnMut(&[u8]) -> Result<bool, ImportError>,
    out: Vec<u8>,
    /// Number of the row and of the cell that come next, from 0.
    row: u32,
    column: u32,
    cells: usize,
    any: bool,
}

/// Bytes that are handed on at once.
const CHUNK_LEN: usize = 64 * 1024;

impl<'a> Rows<'a> {
    fn new(sink: &'a mut dyn FnMut(&[u8]) -> Result<bool, ImportError>) -> Self {
        Self { sink, out: Vec::with_capacity(CHUNK_LEN * 2), row: 0, column: 0, cells: 0, any: false }
    }

    /// Puts a cell in; tells whether more are wanted. Cells come in order; one that doesn't is left out.
    fn put(&mut self, row: u32, column: u32, write: impl FnOnce(&mut Vec<u8>)) -> Result<bool, ImportError> {
        if (row, column) < (self.row, self.column) {
            return Ok(true);
        }
        if column as usize >= COLUMNS_MAX {
            return Err(ImportError::TooManyColumns);
        }
        let mut more = true;
        if row > self.row {
            self.out.resize(self.out.len() + (row - self.row) as usize, b'\n');
            (self.row, self.column) = (row, 0);
            if self.out.len() >= CHUNK_LEN {
                more = self.hand_on()?;
            }
        }
        // Every row is as wide as its last cell.
        let gap = (column - self.column) as usize;
        self.cells += gap + 1;
        if self.cells > CELLS_MAX {
            return Err(ImportError::HugeWorkbook);
        }
        let delimiters = if self.column == 0 { gap } else { gap + 1 };
        self.out.resize(self.out.len() + delimiters, SHEET_DELIMITER);
        write(&mut self.out);
        self.column = column + 1;
        self.any = true;
        Ok(more)
    }

    fn hand_on(&mut self) -> Result<bool, ImportError> {
        let more = (self.sink)(&self.out)?;
        self.out.clear();
        Ok(more)
    }

    /// Hands on what is left; tells whether there were cells.
    fn finish(mut self) -> Result<bool, ImportError> {
        if self.any {
            self.out.push(b'\n');
            self.hand_on()?;
        }
        Ok(self.any)
    }
}

/// Whole numbers of less are told apart from their neighbours.
const WHOLE_MAX: f64 = 9_007_199_254_740_992.0;

fn push_number(out: &mut Vec<u8>, value: f64) {
    if value.fract() == 0.0 && value.abs() < WHOLE_MAX {
        // Most are, and these are written many times faster.
        out.extend_from_slice((value as i64).to_string().as_bytes());
    } else if value.is_finite() {
        out.extend_from_slice(value.to_string().as_bytes());
    }
}

/// A text without line breaks, so that the line of the file is the row of the sheet.
fn push_text(out: &mut Vec<u8>, text: &str) {
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
fn push_moment(out: &mut Vec<u8>, moment: &ExcelDateTime) {
    const SECONDS_A_DAY: f64 = 86_400.0;
    let value = moment.as_f64();
    if !(0.0..3_000_000.0).contains(&value) {
        return push_number(out, value);
    }
    if !moment.is_datetime() || value < 1.0 {
        let seconds = (value * SECONDS_A_DAY).round() as u64;
        return out.extend_from_slice(format!("{}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60).as_bytes());
    }
    let (year, month, day, hours, minutes, seconds, _) = moment.to_ymd_hms_milli();
    out.extend_from_slice(format!("{year:04}-{month:02}-{day:02} {hours:02}:{minutes:02}:{seconds:02}").as_bytes());
}

/// Looks at the parts of a workbook before anything else does; tells whether it is ODS.
fn check_parts(bytes: &[u8]) -> Result<bool, ImportError> {
    let broken = || ImportError::BrokenWorkbook;
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| broken())?;
    if archive.len() > PARTS_MAX {
        return Err(ImportError::HugeWorkbook);
    }
    let is_ods = archive.index_for_name("content.xml").is_some();
    let is_xlsx = archive.index_for_name("[Content_Types].xml").is_some();
    if !is_ods && !is_xlsx {
        return Err(ImportError::NotText);
    }
    if archive.index_for_name("xl/workbook.bin").is_some() {
        return Err(ImportError::Workbook);
    }
    let mut whole = 0_u64;
    for index in 0..archive.len() {
        let part = archive.by_index_raw(index).map_err(|_| broken())?;
        let (size, packed) = (part.size(), part.compressed_size());
        if part.encrypted() {
            return Err(ImportError::Workbook);
        }
        if is_read(&name_of(&part)) {
            whole = whole.saturating_add(size);
            if whole > UNPACKED_LEN_MAX || (size > LOOSE_LEN && size / packed.max(1) > RATIO_MAX) {
                return Err(ImportError::HugeWorkbook);
            }
        }
    }
    Ok(is_ods)
}

/// Unpacks the parts of a workbook and drops them: none may be larger than it says, or hold what can't be held.
fn unpack_parts(bytes: &[u8], is_ods: bool) -> Result<(), ImportError> {
    let broken = || ImportError::BrokenWorkbook;
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| broken())?;
    let mut buffer = vec![0; CHUNK_LEN];
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).map_err(|_| broken())?;
        let name = name_of(&part);
        if !is_read(&name) {
            continue;
        }
        let is_strings = name.ends_with("sharedstrings.xml");
        let (size, mut read) = (part.size(), 0_u64);
        if is_ods && name == "content.xml" {
            check_content(&mut part, size)?;
            continue;
        }
        loop {
            let len = part.read(&mut buffer).map_err(|_| broken())?;
            if is_strings && read == 0 {
                check_strings(&buffer[..len], size)?;
            }
            read += len as u64;
            // A part that is larger than it says is made to deceive.
            if read > size {
                return Err(ImportError::HugeWorkbook);
            }
            if len == 0 {
                break;
            }
        }
    }
    Ok(())
}

/// Whether a part is one that is read: pictures and the like aren't.
fn is_read(name: &str) -> bool {
    name.ends_with(".xml") || name.ends_with(".rels")
}

/// The name of a part in lower case; empty if it can't be read.
fn name_of<R: Read>(part: &zip::read::ZipFile<'_, R>) -> String {
    part.name().map(|name| name.to_ascii_lowercase()).unwrap_or_default()
}

/// Refuses a number of texts that such a part can't hold.
fn check_strings(start: &[u8], size: u64) -> Result<(), ImportError> {
    let key = b"uniqueCount=";
    let Some(at) = start.windows(key.len()).position(|window| window == key) else { return Ok(()) };
    let digits = start[at + key.len()..].iter().skip(1).take_while(|byte| byte.is_ascii_digit());
    let count = digits.fold(0_u64, |count, digit| count.saturating_mul(10).saturating_add(u64::from(digit - b'0')));
    // "<si/>" is the shortest of them.
    if count.saturating_mul(5) > size { Err(ImportError::BrokenWorkbook) } else { Ok(()) }
}

/// Counts the cells that the content of an ODS file comes to once its repeated rows and columns are written out.
fn check_content(part: &mut impl Read, size: u64) -> Result<(), ImportError> {
    let broken = || ImportError::BrokenWorkbook;
    let mut xml = Vec::new();
    part.take(size + 1).read_to_end(&mut xml).map_err(|_| broken())?;
    if xml.len() as u64 > size {
        return Err(ImportError::HugeWorkbook);
    }
    let mut reader = quick_xml::Reader::from_reader(xml.as_slice());
    let (mut rows, mut filled_rows, mut width, mut max_width, mut repeated) = (0_usize, 0_usize, 0_usize, 0_usize, 1_usize);
    let (mut held, mut filled) = (0_usize, false);
    let mut buffer = Vec::new();
    loop {
        let event = reader.read_event_into(&mut buffer).map_err(|_| broken())?;
        let (Event::Start(tag) | Event::Empty(tag)) = &event else {
            if matches!(event, Event::Eof) {
                break;
            }
            buffer.clear();
            continue;
        };
        let repeats = |name: &str| {
            let attributes = tag.attributes().flatten();
            let mut of_name = attributes.filter(|attribute| attribute.key.local_name().as_ref() == name);
            of_name.next().and_then(|attribute| attribute.value.parse::<usize>().ok()).unwrap_or(1)
        };
        match tag.local_name().as_ref() {
            "table" => (rows, filled_rows, max_width) = (0, 0, 0),
            "table-row" => {
                rows = rows.saturating_add(repeated);
                repeated = repeats("number-rows-repeated");
                (width, filled) = (0, false);
            }
            "table-cell" | "covered-table-cell" => {
                width = width.saturating_add(repeats("number-columns-repeated"));
                let value = tag.attributes().flatten().any(|attribute| attribute.key.local_name().as_ref() == "value-type");
                filled |= value;
                if value {
                    max_width = max_width.max(width);
                }
            }
            "p" => {
                filled = true;
                max_width = max_width.max(width);
            }
            _ => {}
        }
        if filled {
            filled_rows = filled_rows.max(rows.saturating_add(repeated));
        }
        let cells = filled_rows.saturating_mul(max_width);
        held = held.max(cells);
        if held > HELD_CELLS_MAX {
            return Err(ImportError::HugeWorkbook);
        }
        buffer.clear();
    }
    Ok(())
}
