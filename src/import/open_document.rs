//! Sheets of OpenDocument workbooks (ODS), read cell by cell (OpenDocument 1.3, part 3, sections 3, 6.1 and 9).
//!
//! `calamine` takes white space between elements for damage, and holds all that a file repeats. Here such white space means
//! nothing, wherever it stands. Rows and columns that are repeated are counted before
//! they are written out, so that a short file can't ask for a table without end; nothing but a row is held.

use super::{
    COLUMNS_MAX, ImportError,
    sheet::{Rows, push_duration, push_number, push_text},
};
use quick_xml::{
    Reader,
    escape::{resolve_xml_entity, unescape},
    events::{BytesStart, Event},
};
use std::{
    borrow::Cow,
    io::{BufReader, Cursor, Read},
    ops::Range,
};
use zip::ZipArchive;

/// Most spaces in a row that are written out: their number is no more than a claim.
const SPACES_MAX: usize = 32;

/// Writes a sheet out, row by row; without a choice the first one that has cells. Returns the names of all sheets, and
/// which of them it was.
///
/// # Errors
/// If the file is damaged, has no such sheet, or is more than can be read.
pub(super) fn write_sheet(
    bytes: Vec<u8>,
    wanted: Option<usize>,
    sink: &mut dyn FnMut(&[u8]) -> Result<bool, ImportError>,
) -> Result<(Vec<String>, usize), ImportError> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| ImportError::BrokenWorkbook)?;
    let content = archive.by_name("content.xml").map_err(|_| ImportError::BrokenWorkbook)?;
    // A part that is larger than it says is made to deceive: it ends where it should have.
    let size = content.size();
    let mut reader = Reader::from_reader(BufReader::new(content.take(size)));
    reader.config_mut().expand_empty_elements = true;
    let mut content = Content::new(wanted, Rows::new(sink));
    let mut buffer = Vec::new();
    // Elements around the place in one that isn't read.
    let mut skipped = 0_usize;
    loop {
        let event = reader.read_event_into(&mut buffer).map_err(|_| ImportError::BrokenWorkbook)?;
        match event {
            Event::Eof => return content.finish(),
            Event::Start(_) if skipped > 0 => skipped += 1,
            Event::End(_) if skipped > 0 => skipped -= 1,
            _ if skipped > 0 => {}
            Event::Start(tag) => skipped = usize::from(!content.begin(&tag)?),
            Event::End(tag) => content.end(tag.local_name().as_ref())?,
            Event::Text(text) => content.add_text(&text),
            Event::CData(text) => content.add_text(&text),
            Event::GeneralRef(name) => match resolve_xml_entity(&name) {
                Some(text) => content.add_text(text),
                None => {
                    let found = name.resolve_char_ref().ok().flatten().ok_or(ImportError::BrokenWorkbook)?;
                    content.add_text(found.encode_utf8(&mut [0; 4]));
                }
            },
            _ => {}
        }
        buffer.clear();
    }
}

/// The elements around the place that is being read.
#[derive(Clone, Copy)]
enum Place {
    File,
    Sheet,
    Row,
    Cell,
    Paragraph,
}

/// Cells of a row that have the same value.
struct Cells {
    column: u32,
    repeats: u32,
    /// Where the value stands in [`Content::values`].
    value: Range<usize>,
}

/// What was read of the file, and the row that is being read.
struct Content<'a> {
    rows: Rows<'a>,
    wanted: Option<usize>,
    sheets: Vec<String>,
    /// The sheet that was written out.
    found: Option<usize>,
    /// Whether no more rows are wanted.
    has_enough: bool,
    /// Whether the list of sheets has come to its end.
    is_whole: bool,
    place: Place,
    /// Number of the row, from 0, and how often it stands there.
    row: u32,
    row_repeats: u32,
    cells: Vec<Cells>,
    /// The values of the row as they are written out.
    values: Vec<u8>,
    /// Number of the cell, from 0, and how often it stands there.
    column: u32,
    repeats: u32,
    /// Where its value begins.
    value_start: usize,
    /// Whether its value is known, whatever its text is.
    has_value: bool,
    text: String,
}

impl<'a> Content<'a> {
    fn new(wanted: Option<usize>, rows: Rows<'a>) -> Self {
        Self {
            rows,
            wanted,
            sheets: Vec::new(),
            found: None,
            has_enough: false,
            is_whole: false,
            place: Place::File,
            row: 0,
            row_repeats: 1,
            cells: Vec::new(),
            values: Vec::new(),
            column: 0,
            repeats: 1,
            value_start: 0,
            has_value: false,
            text: String::new(),
        }
    }

    /// An element begins; tells whether what is in it is read.
    fn begin(&mut self, tag: &BytesStart<'_>) -> Result<bool, ImportError> {
        let name = tag.local_name();
        match (self.place, name.as_ref()) {
            (Place::File, "document-content" | "body" | "spreadsheet") => Ok(true),
            (Place::File, "table") => self.begin_sheet(tag),
            (Place::Sheet, "table-header-rows" | "table-rows" | "table-row-group") => Ok(true),
            (Place::Sheet, "table-row") if !self.has_enough => {
                self.place = Place::Row;
                self.row_repeats = count(tag, "number-rows-repeated")?;
                self.column = 0;
                Ok(true)
            }
            (Place::Row, "table-cell" | "covered-table-cell") => {
                self.place = Place::Cell;
                self.begin_cell(tag)?;
                Ok(true)
            }
            (Place::Cell, "p" | "h") => {
                self.place = Place::Paragraph;
                if !self.text.is_empty() {
                    self.text.push('\n');
                }
                Ok(true)
            }
            (Place::Paragraph, "s") => {
                let spaces = count(tag, "c")?;
                self.text.extend(std::iter::repeat_n(' ', SPACES_MAX.min(spaces as usize)));
                Ok(true)
            }
            (Place::Paragraph, "tab") => {
                self.text.push('\t');
                Ok(true)
            }
            (Place::Paragraph, "line-break") => {
                self.text.push('\n');
                Ok(true)
            }
            // Remarks and pictures are no part of the text they stand in.
            (Place::Paragraph, name) => Ok(!matches!(name, "annotation" | "note" | "frame")),
            _ => Ok(false),
        }
    }

    fn begin_sheet(&mut self, tag: &BytesStart<'_>) -> Result<bool, ImportError> {
        let Some(name) = attribute(tag, "name")? else { return Ok(false) };
        let is_wanted = self.found.is_none() && self.wanted.is_none_or(|wanted| wanted == self.sheets.len());
        self.sheets.push(name);
        if is_wanted {
            self.place = Place::Sheet;
            self.row = 0;
        }
        Ok(is_wanted)
    }

    fn begin_cell(&mut self, tag: &BytesStart<'_>) -> Result<(), ImportError> {
        self.repeats = 1;
        self.value_start = self.values.len();
        self.has_value = false;
        self.text.clear();
        let mut is_error = false;
        for attribute in attributes(tag) {
            let (name, value) = attribute?;
            let out = &mut self.values;
            match name {
                "number-columns-repeated" => {
                    self.repeats = value.parse().unwrap_or(1);
                    continue;
                }
                "value-type" => {
                    is_error |= value == "error";
                    continue;
                }
                _ if self.has_value => continue,
                "value" => match value.parse() {
                    Ok(number) => push_number(out, number),
                    Err(_) => push_text(out, &value),
                },
                "time-value" => match read_duration(&value) {
                    Some(seconds) => push_duration(out, seconds),
                    None => push_text(out, &value),
                },
                "date-value" | "boolean-value" | "string-value" => push_text(out, &value),
                _ => continue,
            }
            self.has_value = true;
        }
        if is_error {
            self.values.truncate(self.value_start);
            self.has_value = true;
        }
        Ok(())
    }

    /// Adds to the text of a cell; white space comes to one blank, and to nothing where a paragraph begins or ends.
    fn add_text(&mut self, text: &str) {
        if !matches!(self.place, Place::Paragraph) || self.has_value {
            return;
        }
        for character in text.chars() {
            match character {
                ' ' | '\t' | '\r' | '\n' if self.text.is_empty() || self.text.ends_with([' ', '\t', '\n']) => {}
                ' ' | '\t' | '\r' | '\n' => self.text.push(' '),
                other => self.text.push(other),
            }
        }
    }

    /// An element that is read ends.
    fn end(&mut self, name: &str) -> Result<(), ImportError> {
        match (self.place, name) {
            (Place::Paragraph, "p" | "h") => {
                self.place = Place::Cell;
                if self.text.ends_with(' ') {
                    self.text.pop();
                }
            }
            (Place::Cell, _) => {
                self.place = Place::Row;
                self.end_cell()?;
            }
            (Place::Row, _) => {
                self.place = Place::Sheet;
                self.end_row()?;
            }
            (Place::Sheet, "table") => {
                self.place = Place::File;
                if self.rows.any() {
                    self.found = Some(self.sheets.len() - 1);
                }
            }
            (Place::File, "spreadsheet") => self.is_whole = true,
            _ => {}
        }
        Ok(())
    }

    fn end_cell(&mut self) -> Result<(), ImportError> {
        if !self.has_value {
            push_text(&mut self.values, &self.text);
        }
        let value = self.value_start..self.values.len();
        let column = self.column;
        self.column = column.saturating_add(self.repeats);
        if !value.is_empty() && self.repeats > 0 {
            if self.column as usize > COLUMNS_MAX {
                return Err(ImportError::TooManyColumns);
            }
            self.cells.push(Cells { column, repeats: self.repeats, value });
        }
        Ok(())
    }

    fn end_row(&mut self) -> Result<(), ImportError> {
        if let Some(last) = self.cells.last() {
            let width = (last.column + last.repeats) as usize;
            self.rows.expect(width.saturating_mul(self.row_repeats as usize))?;
            'rows: for row in 0..self.row_repeats {
                for cells in &self.cells {
                    for column in cells.column..cells.column + cells.repeats {
                        let value = &self.values[cells.value.clone()];
                        let row = self.row.saturating_add(row);
                        if !self.rows.put(row, column, |out| out.extend_from_slice(value))? {
                            self.has_enough = true;
                            break 'rows;
                        }
                    }
                }
            }
        }
        self.row = self.row.saturating_add(self.row_repeats);
        self.cells.clear();
        self.values.clear();
        Ok(())
    }

    fn finish(self) -> Result<(Vec<String>, usize), ImportError> {
        if !self.is_whole {
            return Err(ImportError::BrokenWorkbook);
        }
        self.rows.finish()?;
        Ok((self.sheets, self.found.ok_or(ImportError::EmptyWorkbook)?))
    }
}

/// The attributes of an element by their names without prefix.
fn attributes<'a>(tag: &'a BytesStart<'_>) -> impl Iterator<Item = Result<(&'a str, Cow<'a, str>), ImportError>> {
    let mut attributes = tag.attributes();
    // That none stands twice would be checked in squared time.
    attributes.with_checks(false);
    attributes.map(|attribute| {
        let attribute = attribute.map_err(|_| ImportError::BrokenWorkbook)?;
        let value = match attribute.value {
            Cow::Borrowed(value) => unescape(value),
            Cow::Owned(value) => unescape(&value).map(|value| Cow::Owned(value.into_owned())),
        };
        Ok((attribute.key.local_name().into_inner(), value.map_err(|_| ImportError::BrokenWorkbook)?))
    })
}

fn attribute(tag: &BytesStart<'_>, wanted: &str) -> Result<Option<String>, ImportError> {
    for attribute in attributes(tag) {
        let (name, value) = attribute?;
        if name == wanted {
            return Ok(Some(value.into_owned()));
        }
    }
    Ok(None)
}

/// How often something is repeated: once if nothing else is said.
fn count(tag: &BytesStart<'_>, name: &str) -> Result<u32, ImportError> {
    Ok(attribute(tag, name)?.and_then(|value| value.parse().ok()).unwrap_or(1))
}

/// Reads a length of time in hours, minutes and seconds (`PT01H30M00S`) as seconds; parts of them are left out.
fn read_duration(text: &str) -> Option<u64> {
    let (hours, rest) = text.strip_prefix("PT")?.split_once('H')?;
    let (minutes, rest) = rest.split_once('M')?;
    let seconds = rest.strip_suffix('S')?.split(['.', ',']).next()?;
    let part = |part: &str| part.parse::<u32>().ok().map(u64::from);
    Some(part(hours)? * 3600 + part(minutes)? * 60 + part(seconds)?)
}
