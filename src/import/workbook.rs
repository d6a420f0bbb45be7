//! Workbooks (XLSX, ODS) as tables: a sheet is written out as lines of cells, and then read like any other file.
//!
//! `calamine` takes what an XLSX file says about itself for true in places where that asks for memory without bound: two
//! cells far apart (its issue 693), a count of texts (684). So its cells are taken one by one, and what can't be true, or is
//! too much, is refused before it sees the file. ODS is [read without it](open_document).

use super::{
    ImportError, open_document,
    sheet::{CHUNK_LEN, Rows, push_moment, push_number, push_text},
};
use calamine::{DataRef, Reader, Xlsx};
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
/// Most bytes of the list of an ODS file's parts that are read.
const MANIFEST_LEN_MAX: u64 = 1024 * 1024;

/// Writes a sheet of a workbook out, row by row; without a choice the first one that has cells. `sink` tells whether it
/// wants more. Returns the names of all sheets, and which of them it was. A workbook that `was_opened` before isn't unpacked
/// once more to see whether its parts are what they say.
///
/// # Errors
/// If it is no workbook, is damaged, has no such sheet, or is more than can be read.
pub(super) fn write_sheet(
    bytes: Vec<u8>,
    was_opened: bool,
    wanted: Option<usize>,
    sink: &mut dyn FnMut(&[u8]) -> Result<bool, ImportError>,
) -> Result<(Vec<String>, usize), ImportError> {
    if check_parts(&bytes)? {
        return open_document::write_sheet(bytes, wanted, sink);
    }
    if !was_opened {
        unpack_parts(&bytes)?;
    }
    let mut xlsx = Xlsx::new(Cursor::new(bytes)).map_err(|_| ImportError::BrokenWorkbook)?;
    let sheets = xlsx.sheet_names();
    let order = match wanted {
        Some(wanted) => wanted..wanted + 1,
        None => 0..sheets.len(),
    };
    for sheet in order {
        let name = sheets.get(sheet).ok_or(ImportError::EmptyWorkbook)?;
        let mut rows = Rows::new(sink);
        write_xlsx(&mut xlsx, name, &mut rows)?;
        if rows.finish()? {
            return Ok((sheets, sheet));
        }
    }
    Err(ImportError::EmptyWorkbook)
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

/// Looks at the parts of a workbook before anything else does; tells whether it is ODS.
fn check_parts(bytes: &[u8]) -> Result<bool, ImportError> {
    let broken = || ImportError::BrokenWorkbook;
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| broken())?;
    if archive.len() > PARTS_MAX {
        return Err(ImportError::HugeWorkbook);
    }
    if is_locked(&mut archive) {
        return Err(ImportError::Workbook);
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

/// Whether an ODS file has a password: its list of parts says how they are encrypted.
fn is_locked(archive: &mut ZipArchive<Cursor<&[u8]>>) -> bool {
    let mut list = Vec::new();
    let Ok(part) = archive.by_name("META-INF/manifest.xml") else { return false };
    let read = part.take(MANIFEST_LEN_MAX).read_to_end(&mut list);
    let key = b"encryption-data";
    read.is_ok() && list.windows(key.len()).any(|window| window == key)
}

/// Unpacks the parts of a workbook and drops them: none may be larger than it says, or hold what can't be held.
fn unpack_parts(bytes: &[u8]) -> Result<(), ImportError> {
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
