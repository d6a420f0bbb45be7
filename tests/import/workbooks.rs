//! Workbooks: what they come to, and what becomes of those that are made to do harm.

use proptest::prelude::*;
use reiseplan::import::protocol::{Failure, Job, Request, Response};
use reiseplan::import::{FormatChoices, GuessedRole, ImportError, Inspection};
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;

fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(content).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

const TYPES: &[u8] = br#"<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>"#;

/// A workbook with sheets of this XML within `<sheetData>`, and with this part of shared texts.
fn xlsx(sheets: &[&str], strings: &[u8]) -> Vec<u8> {
    let numbers = 1..=sheets.len();
    let names: String = numbers.clone().map(|n| format!(r#"<sheet name="Blatt {n}" sheetId="{n}" r:id="rId{n}"/>"#)).collect();
    let links: String = numbers
        .clone()
        .map(|n| {
            format!(
                r#"<Relationship Id="rId{n}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet{n}.xml"/>"#
            )
        })
        .collect();
    let book = format!(
        r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>{names}</sheets></workbook>"#
    );
    let links =
        format!(r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{links}</Relationships>"#);
    let root = br#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
    let bodies: Vec<(String, String)> = numbers
        .map(|n| {
            let data = sheets[n - 1];
            let sheet = format!(
                r#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="A1:XFD1048576"/><sheetData>{data}</sheetData></worksheet>"#
            );
            (format!("xl/worksheets/sheet{n}.xml"), sheet)
        })
        .collect();
    let mut parts: Vec<(&str, &[u8])> = vec![
        ("[Content_Types].xml", TYPES),
        ("_rels/.rels", root),
        ("xl/workbook.xml", book.as_bytes()),
        ("xl/_rels/workbook.xml.rels", links.as_bytes()),
        ("xl/sharedStrings.xml", strings),
    ];
    parts.extend(bodies.iter().map(|(name, body)| (name.as_str(), body.as_bytes())));
    packed(&parts)
}

const NO_STRINGS: &[u8] = br#"<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" uniqueCount="0"></sst>"#;

fn ods(table: &str) -> Vec<u8> {
    ods_of(&format!(
        r#"<office:body><office:spreadsheet><table:table table:name="Blatt">{table}</table:table></office:spreadsheet></office:body>"#
    ))
}

/// An OpenDocument workbook with this XML within its root.
fn ods_of(content: &str) -> Vec<u8> {
    let content = format!(
        r#"<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">{content}</office:document-content>"#
    );
    packed(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", MANIFEST),
        ("content.xml", content.as_bytes()),
    ])
}

const MANIFEST: &[u8] = br#"<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>"#;

fn inspect_sheet(bytes: &[u8], sheet: Option<usize>) -> Result<Inspection, ImportError> {
    let mut job = Job::new(&Request::Inspect(FormatChoices { sheet, ..FormatChoices::default() })).unwrap();
    for chunk in bytes.chunks(4096) {
        match job.feed(chunk) {
            Ok(()) => {}
            Err(Failure::Import(error)) => return Err(error),
            Err(other) => panic!("{other:?}"),
        }
    }
    match job.finish(&mut |_| {}) {
        Response::Inspected(inspection) => Ok(*inspection),
        Response::Failed(Failure::Import(error)) => Err(error),
        other => panic!("{other:?}"),
    }
}

fn inspect(bytes: &[u8]) -> Result<Inspection, ImportError> {
    inspect_sheet(bytes, None)
}

fn row(number: usize, cells: &[&str]) -> String {
    let cells = cells
        .iter()
        .zip('A'..)
        .map(|(text, column)| format!(r#"<c r="{column}{number}" t="inlineStr"><is><t>{text}</t></is></c>"#));
    format!(r#"<row r="{number}">{}</row>"#, cells.collect::<String>())
}

fn preview(inspection: &Inspection) -> Vec<(u64, Vec<&str>)> {
    inspection.preview.iter().map(|row| (row.line, row.cells.iter().map(String::as_str).collect())).collect()
}

#[test]
fn the_line_of_a_cell_is_the_row_of_its_sheet() {
    let sheet = [row(2, &["Datum", "NPS"]), row(3, &["01.03.2025", "9"]), row(7, &["02.03.2025", "zwei\nZeilen &quot;so&quot;"])];
    let inspection = inspect(&xlsx(&[&sheet.concat()], NO_STRINGS)).unwrap();
    assert_eq!(inspection.columns.iter().map(|column| column.header.as_str()).collect::<Vec<_>>(), ["Datum", "NPS"]);
    assert_eq!(preview(&inspection), [(3, vec!["01.03.2025", "9"]), (7, vec!["02.03.2025", "zwei Zeilen \"so\""])]);
}

#[test]
fn the_first_sheet_with_cells_is_read_unless_another_is_chosen() {
    let sheet = |name: &str| [row(1, &[name, "NPS"]), row(2, &["x", "9"])].concat();
    let file = xlsx(&["", &sheet("Zwei"), &sheet("Drei")], NO_STRINGS);
    let header = |sheet| {
        let inspection = inspect_sheet(&file, sheet).unwrap();
        (inspection.columns[0].header.clone(), inspection.choices.sheet.unwrap(), inspection.sheets)
    };
    let sheets: Vec<String> = (1..=3).map(|n| format!("Blatt {n}")).collect();
    assert_eq!(header(None), ("Zwei".to_owned(), 1, sheets.clone()));
    assert_eq!(header(Some(2)), ("Drei".to_owned(), 2, sheets));
    assert_eq!(inspect_sheet(&file, Some(0)).err(), Some(ImportError::EmptyWorkbook));
    assert_eq!(inspect_sheet(&file, Some(9)).err(), Some(ImportError::EmptyWorkbook));
    assert_eq!(inspect(&xlsx(&["", ""], NO_STRINGS)).err(), Some(ImportError::EmptyWorkbook));
}

#[test]
fn open_document_is_read() {
    let table = r#"<table:table-row><table:table-cell office:value-type="string"><text:p>Datum</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>NPS</text:p></table:table-cell></table:table-row>
        <table:table-row table:number-rows-repeated="2"><table:table-cell office:value-type="date" office:date-value="2025-03-01"><text:p>01.03.25</text:p></table:table-cell><table:table-cell office:value-type="float" office:value="9"><text:p>9</text:p></table:table-cell><table:table-cell table:number-columns-repeated="1000"/></table:table-row>
        <table:table-row table:number-rows-repeated="1000000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>"#;
    let inspection = inspect(&ods(table)).unwrap();
    assert_eq!((inspection.rows, inspection.sheets.as_slice()), (2, ["Blatt".to_owned()].as_slice()));
    assert_eq!(preview(&inspection)[0].1, ["2025-03-01", "9"]);
}

/// As SheetJS lays it out: each element on a line of its own but for those of a cell.
const SPACED: &str = r#"
 <office:automatic-styles>
  <number:date-style style:name="N37" number:automatic-order="true">
   <number:month number:style="long"/>
   <number:text>/</number:text>
  </number:date-style>
 </office:automatic-styles>
  <office:body>
    <office:spreadsheet>
      <table:tracked-changes>
        <table:table-cell office:value-type="string"><text:p>gestrichen</text:p></table:table-cell>
      </table:tracked-changes>
      <table:table table:name="Leer" table:style-name="ta1">
      </table:table>
      <table:table table:name="Antworten &amp; mehr" table:style-name="ta1">
        <table:table-column/>
        <table:table-header-rows>
        <table:table-row>
          <table:table-cell office:value-type="string"><text:p>Tag</text:p></table:table-cell>
          <table:table-cell office:value-type="string"><text:p>NPS</text:p></table:table-cell>
          <table:table-cell office:value-type="string"><text:p>Kommentar</text:p></table:table-cell>
          <table:table-cell office:value-type="string"><text:p>Anteil</text:p></table:table-cell>
          <table:table-cell office:value-type="string"><text:p>Umsatz</text:p></table:table-cell>
          <table:table-cell office:value-type="string"><text:p>Dauer</text:p></table:table-cell>
          <table:table-cell office:value-type="string"><text:p>Neu</text:p></table:table-cell>
        </table:table-row>
        </table:table-header-rows>
        <table:table-row>
          <table:table-cell office:value-type="date" office:date-value="2026-01-02T00:00:00.000Z" table:style-name="ce1"><text:p>1/2/26</text:p></table:table-cell>
          <table:table-cell office:value-type="float" office:value="9.0"><text:p>9</text:p></table:table-cell>
          <table:table-cell office:value-type="string">
            <office:annotation>
              <text:p>Anmerkung</text:p>
            </office:annotation>
            <text:p>
              sehr<text:s text:c="2"/>schnell &amp;<text:span> gut&#33;</text:span>
            </text:p>
            <text:p>immer<text:line-break/>gern</text:p>
          </table:table-cell>
          <table:table-cell office:value-type="percentage" office:value="0.25"><text:p>25 %</text:p></table:table-cell>
          <table:table-cell office:value-type="currency" office:currency="EUR" office:value="1234.5"><text:p>1.234,50 €</text:p></table:table-cell>
          <table:table-cell office:value-type="time" office:time-value="PT01H02M30S"><text:p>01:02:30</text:p></table:table-cell>
          <table:table-cell office:value-type="boolean" office:boolean-value="true"><text:p>WAHR</text:p></table:table-cell>
        </table:table-row>
        <table:table-row table:number-rows-repeated="2">
          <table:table-cell />
          <table:table-cell table:number-columns-repeated="2" office:value-type="float" office:value="3"><text:p>3</text:p></table:table-cell>
          <table:table-cell office:value-type="string" office:string-value="" calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell>
          <table:covered-table-cell/>
          <table:table-cell office:value-type="string" office:string-value="wie &quot;hier&quot;"><text:p>anders</text:p></table:table-cell>
        </table:table-row>
        <table:shapes>
          <table:table-row><table:table-cell office:value-type="string"><text:p>im Bild</text:p></table:table-cell></table:table-row>
        </table:shapes>
      </table:table>
      <table:named-expressions>
        <table:named-range table:name="x"/>
      </table:named-expressions>
    </office:spreadsheet>
  </office:body>
"#;

/// The same without white space between elements.
fn close_up(content: &str) -> String {
    content.lines().map(str::trim).collect()
}

#[test]
fn white_space_between_the_elements_of_open_document_means_nothing() {
    for content in [SPACED.to_owned(), SPACED.replace('\n', "\r\n\t"), close_up(SPACED)] {
        let inspection = inspect(&ods_of(&content)).unwrap();
        assert_eq!(inspection.sheets, ["Leer", "Antworten & mehr"]);
        assert_eq!(inspection.choices.sheet, Some(1));
        let headers: Vec<&str> = inspection.columns.iter().map(|column| column.header.as_str()).collect();
        assert_eq!(headers, ["Tag", "NPS", "Kommentar", "Anteil", "Umsatz", "Dauer", "Neu"]);
        let again = vec!["", "3", "3", "", "", "wie \"hier\"", ""];
        let first = vec!["2026-01-02T00:00:00.000Z", "9", "sehr  schnell & gut! immer gern", "0.25", "1234.5", "1:02:30", "true"];
        let rows: Vec<(u64, Vec<&str>)> = preview(&inspection);
        let padded = rows.into_iter().map(|(line, mut cells)| {
            cells.resize(7, "");
            (line, cells)
        });
        assert_eq!(padded.collect::<Vec<_>>(), [(2, first), (3, again.clone()), (4, again)]);
        assert!(matches!(inspection.columns[0].guess.role, GuessedRole::Date(_)), "{:?}", inspection.columns[0].guess);
        assert_eq!(inspect_sheet(&ods_of(&content), Some(0)).err(), Some(ImportError::EmptyWorkbook));
    }
}

#[test]
fn a_repeated_row_of_open_document_is_as_long_as_its_copies() {
    let row = |repeated: &str, score: u8| {
        format!(
            r#"<table:table-row {repeated}> <table:table-cell office:value-type="date" office:date-value="2026-01-02"/> <table:table-cell office:value-type="float" office:value="{score}"/> </table:table-row> "#
        )
    };
    let header = r#"<table:table-row><table:table-cell office:value-type="string"><text:p>Tag</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>NPS</text:p></table:table-cell></table:table-row>"#;
    let short = [header, &row(r#"table:number-rows-repeated="3""#, 9), &row("", 2)].concat();
    let long = [header, &row("", 9), &row("", 9), &row("", 9), &row("", 2)].concat();
    let inspection = inspect(&ods(&short)).unwrap();
    assert_eq!(inspection.rows, 4);
    assert_eq!(inspection, inspect(&ods(&long)).unwrap());
}

#[track_caller]
fn refused(file: &[u8], expected: ImportError) {
    assert_eq!(inspect(file).err(), Some(expected));
}

#[test]
fn two_cells_far_apart_do_no_harm() {
    // calamine issue 693.
    let corners = r#"<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>"#;
    let inspection = inspect(&xlsx(&[corners], NO_STRINGS)).unwrap();
    assert_eq!((inspection.columns.len(), inspection.rows, inspection.preview[0].line), (1, 1, 1_048_576));
}

#[test]
fn a_number_of_texts_that_can_not_be_is_refused() {
    // calamine issue 684.
    let strings = br#"<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="1" uniqueCount="18446744073709551615"><si><t>a</t></si></sst>"#;
    refused(&xlsx(&[&row(1, &["a"])], strings), ImportError::BrokenWorkbook);
}

#[test]
fn a_bomb_is_refused_before_it_is_unpacked() {
    let mut strings = br#"<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>"#.to_vec();
    strings.resize(40 << 20, b'a');
    let file = xlsx(&[&row(1, &["a"])], &strings);
    assert!(file.len() < 100_000);
    refused(&file, ImportError::HugeWorkbook);
    // The same, with a size of 1000 bytes in the ZIP file's directory.
    let mut lying = file;
    let size = (strings.len() as u32).to_le_bytes();
    let places: Vec<usize> = (0..lying.len() - 4).filter(|at| lying[*at..at + 4] == size).collect();
    assert!(!places.is_empty());
    for at in places {
        lying[at..at + 4].copy_from_slice(&1000_u32.to_le_bytes());
    }
    let error = inspect(&lying).err();
    assert!(matches!(error, Some(ImportError::HugeWorkbook | ImportError::BrokenWorkbook)), "{error:?}");
}

#[test]
fn rows_and_columns_repeated_without_end_are_refused() {
    let full = r#"<table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384" office:value-type="float" office:value="1"><text:p>1</text:p></table:table-cell></table:table-row>"#;
    refused(&ods(full), ImportError::HugeWorkbook);
    let beyond_columns = r#"<table:table-row><table:table-cell table:number-columns-repeated="4294967295" office:value-type="float" office:value="1"/></table:table-row>"#;
    refused(&ods(beyond_columns), ImportError::TooManyColumns);
    let beyond_rows = r#"<table:table-row table:number-rows-repeated="4294967295"><table:table-cell/></table:table-row><table:table-row><table:table-cell office:value-type="float" office:value="1"/></table:table-row>"#;
    refused(&ods(beyond_rows), ImportError::HugeWorkbook);
    // One long text in every cell.
    let text = "a".repeat(1 << 20);
    let long = format!(
        r#"<table:table-row table:number-rows-repeated="1000"><table:table-cell table:number-columns-repeated="10000" office:value-type="string"><text:p>{text}</text:p></table:table-cell></table:table-row>"#
    );
    refused(&ods(&long), ImportError::EndlessRow { line: 1 });
}

#[test]
fn what_is_repeated_around_two_cells_far_apart_does_no_harm() {
    let corners = r#"<table:table-row><table:table-cell office:value-type="float" office:value="1"/></table:table-row><table:table-row table:number-rows-repeated="1048574"><table:table-cell table:number-columns-repeated="16384"/></table:table-row><table:table-row><table:table-cell table:number-columns-repeated="16383"/><table:table-cell office:value-type="float" office:value="2"/></table:table-row>"#;
    let inspection = inspect(&ods(corners)).unwrap();
    assert_eq!((inspection.columns.len(), inspection.rows, inspection.preview[0].line), (1, 1, 1_048_576));
    let spaces = r#"<table:table-row table:number-rows-repeated="2"><table:table-cell office:value-type="string"><text:p>a<text:s text:c="4294967295"/>b</text:p></table:table-cell></table:table-row>"#;
    let inspection = inspect(&ods(spaces)).unwrap();
    assert!(inspection.preview[0].cells[0].starts_with("a  ") && inspection.preview[0].cells[0].len() < 100);
}

#[test]
fn wide_rows_do_no_harm() {
    let rows: String = (1..=5000).map(|n| format!(r#"<row r="{n}"><c r="XFD{n}"><v>1</v></c></row>"#)).collect();
    let inspection = inspect(&xlsx(&[&rows], NO_STRINGS)).unwrap();
    assert_eq!((inspection.columns.len(), inspection.whole), (16_384, false));
    let beyond = r#"<row r="1"><c r="XFE1"><v>1</v></c></row>"#;
    let found = inspect(&xlsx(&[beyond], NO_STRINGS)).err();
    assert!(matches!(found, Some(ImportError::TooManyColumns | ImportError::BrokenWorkbook)), "{found:?}");
}

#[test]
fn what_is_no_workbook_that_can_be_read_is_refused() {
    refused(&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0], ImportError::Workbook);
    refused(&packed(&[("[Content_Types].xml", TYPES), ("xl/workbook.bin", b"")]), ImportError::Workbook);
    refused(&packed(&[("[Content_Types].xml", TYPES), ("word/document.xml", b"<w/>")]), ImportError::BrokenWorkbook);
    refused(&packed(&[("readme.txt", b"hello")]), ImportError::NotText);
    let locked =
        br#"<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>"#;
    refused(&packed(&[("META-INF/manifest.xml", locked), ("content.xml", &[1, 2, 3])]), ImportError::Workbook);
    refused(
        &ods_of("<office:body><office:text><text:p>Ein Brief</text:p></office:text></office:body>"),
        ImportError::BrokenWorkbook,
    );
    refused(
        &ods_of("<office:body><office:spreadsheet></table:table></office:spreadsheet></office:body>"),
        ImportError::BrokenWorkbook,
    );
    refused(
        &packed(&[("META-INF/manifest.xml", MANIFEST), ("content.xml", b"<a><spreadsheet><table name='x'>")]),
        ImportError::BrokenWorkbook,
    );
    let whole = xlsx(&[&row(1, &["a"])], NO_STRINGS);
    refused(&whole[..whole.len() / 2], ImportError::BrokenWorkbook);
    refused(b"PK\x03\x04", ImportError::BrokenWorkbook);
    refused(b"PK", ImportError::NoRows);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn a_damaged_workbook_never_panics(damage in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6), is_ods in any::<bool>()) {
        let mut file = if is_ods {
            ods(r#"<table:table-row><table:table-cell office:value-type="float" office:value="9"/></table:table-row>"#)
        } else {
            xlsx(&[&[row(1, &["Datum", "NPS"]), row(2, &["01.03.2025", "9"])].concat()], NO_STRINGS)
        };
        for (place, byte) in damage {
            let len = file.len();
            file[place.index(len)] = byte;
        }
        let _ = inspect(&file);
    }
}
