//! Tables as Excel workbooks.

use super::Cell;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, XlsxError};

/// Most characters of a sheet's name in Excel.
const SHEET_NAME_LEN_MAX: usize = 31;

/// Writes rows of cells as an Excel workbook (ECMA-376) of one sheet, numbers as numbers and texts as texts, whatever
/// they begin with. The first row is the header: it stands in bold and stays when the sheet is scrolled.
///
/// What Excel doesn't allow in a sheet's name is left out of `sheet`; a number that is none gives an empty cell.
///
/// # Errors
/// If the table is larger than a sheet can be, or a text longer than a cell's 32,767 characters.
pub fn write_workbook(sheet: &str, rows: &[Vec<Cell>]) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    // Two exports of the same table are the same file.
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&ExcelDateTime::from_ymd(2000, 1, 1)?));
    let head = Format::new().set_bold();
    let page = workbook.add_worksheet();
    if let Some(name) = sheet_name(sheet) {
        page.set_name(name)?;
    }
    for (row, cells) in (0..).zip(rows) {
        for (column, cell) in (0..).zip(cells) {
            match cell {
                Cell::Text(text) if text.is_empty() => {}
                Cell::Text(text) if row == 0 => _ = page.write_string_with_format(row, column, text, &head)?,
                Cell::Text(text) => _ = page.write_string(row, column, text)?,
                Cell::Number(value) if value.is_finite() => _ = page.write_number(row, column, *value)?,
                Cell::Number(_) => {}
            }
        }
    }
    page.set_freeze_panes(1, 0)?;
    page.autofit();
    workbook.save_to_buffer()
}

/// A name that Excel takes; none if nothing is left of it.
fn sheet_name(title: &str) -> Option<String> {
    let kept: String = title.chars().map(|c| if c.is_control() || "[]:*?/\\".contains(c) { ' ' } else { c }).collect();
    let name: String = kept.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(SHEET_NAME_LEN_MAX).collect();
    let name = name.trim_matches(['\'', ' ']);
    (!name.is_empty()).then(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use calamine::{Data, Reader, Xlsx};
    use std::io::Cursor;

    #[track_caller]
    fn read(bytes: Vec<u8>) -> (String, Vec<Vec<Data>>) {
        let mut workbook: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes)).unwrap();
        let name = workbook.sheet_names()[0].clone();
        let range = workbook.worksheet_range(&name).unwrap();
        (name, range.rows().map(<[Data]>::to_vec).collect())
    }

    #[test]
    fn what_is_written_is_read_again() {
        let text = |text: &str| Data::String(text.to_owned());
        let rows = vec![
            vec![Cell::from("Monat"), Cell::from("NPS")],
            vec![Cell::from("=1+1"), Cell::from(-12.25)],
            vec![Cell::from("<b>&\"Mühe\""), Cell::from(f64::NAN)],
            vec![Cell::from(""), Cell::from(f64::INFINITY)],
            vec![Cell::from("Ende"), Cell::from(1e300)],
        ];
        let (name, read) = read(write_workbook("NPS [a/b]: *Hotline*?", &rows).unwrap());
        assert_eq!(name, "NPS a b Hotline");
        let expected = [
            [text("Monat"), text("NPS")],
            [text("=1+1"), Data::Float(-12.25)],
            [text("<b>&\"Mühe\""), Data::Empty],
            [Data::Empty, Data::Empty],
            [text("Ende"), Data::Float(1e300)],
        ];
        assert_eq!(read, expected);
    }

    #[test]
    fn a_sheet_has_a_name_that_excel_takes() {
        assert_eq!(sheet_name("''Was Kunden sagen'' "), Some("Was Kunden sagen".to_owned()));
        assert_eq!(sheet_name(&"ä".repeat(40)).map(|name| name.chars().count()), Some(31));
        assert_eq!(sheet_name(" ?*/ "), None);
    }

    #[test]
    fn what_no_sheet_holds_is_an_error() {
        assert!(write_workbook("", &[vec![Cell::from("x".repeat(40_000))]]).is_err());
    }
}
