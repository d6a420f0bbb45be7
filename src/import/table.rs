//! A whole table as texts, for what is small enough to be looked at: a map, a pasted table.

use super::{
    COLUMNS_MAX, ImportError, TextEncoding,
    delimiter::{Dialect, HEAD_LEN},
    encoding::{Transcoder, Utf8Check},
    inspection::refuse_other_formats,
    records::{Record, Records},
};

/// A row of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextRow {
    /// Line of the file in which the row begins, from 1.
    pub line: u64,
    /// Its cells without the blanks around them.
    pub cells: Vec<String>,
}

/// A table as texts, row by row as it is written; rows may differ in length.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextTable {
    /// How it writes characters.
    pub encoding: TextEncoding,
    /// What separates its cells.
    pub delimiter: char,
    /// Its rows, but for empty lines.
    pub rows: Vec<TextRow>,
}

/// Reads a table from the bytes of a file or of a pasted text; encoding and delimiter are told from it.
///
/// # Errors
/// If the bytes are no table.
pub fn read_table(bytes: &[u8]) -> Result<TextTable, ImportError> {
    let (mut transcoder, mut utf8, mut text) = (Transcoder::new(), Utf8Check::new(), Vec::new());
    let mut keep = |bytes: &[u8]| -> Result<(), ImportError> {
        text.extend_from_slice(bytes);
        Ok(())
    };
    transcoder.feed(bytes, &mut keep)?;
    transcoder.finish(&mut keep)?;
    refuse_other_formats(&text[..text.len().min(HEAD_LEN)])?;
    utf8.feed(&text);
    let encoding = match (transcoder.is_utf16(), utf8.holds()) {
        (true, _) => TextEncoding::Utf16,
        (false, true) => TextEncoding::Utf8,
        (false, false) => TextEncoding::Windows1252,
    };
    let dialect = Dialect::of(&text[..text.len().min(HEAD_LEN)], text.len() <= HEAD_LEN, None);
    let mut rows = Vec::new();
    let mut take = |record: &Record<'_>| {
        if record.unclosed {
            return Err(ImportError::EndlessRow { line: record.line });
        }
        if record.len() > COLUMNS_MAX {
            return Err(ImportError::TooManyColumns);
        }
        let cells = record.cells().map(|cell| encoding.decode(cell).into_owned()).collect();
        rows.push(TextRow { line: record.line, cells });
        Ok(())
    };
    let mut records = Records::new(dialect);
    records.feed(&text[dialect.skip..], &mut take)?;
    records.finish(&mut take)?;
    if rows.iter().all(|row| row.cells.iter().all(String::is_empty)) {
        return Err(ImportError::Empty);
    }
    Ok(TextTable { encoding, delimiter: char::from(dialect.delimiter), rows })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(bytes: &[u8]) -> Vec<Vec<String>> {
        read_table(bytes).unwrap().rows.into_iter().map(|row| row.cells).collect()
    }

    #[test]
    fn a_table_is_read_in_the_encodings_and_with_the_delimiters_of_spreadsheets() {
        let expected = [["Mühe", "b"], ["c\nd", "e;f"]];
        let utf16: Vec<u8> = "\u{feff}Mühe\tb\r\n\"c\nd\"\te;f\r\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
        for bytes in [
            "\u{feff}Mühe;b\r\n\"c\nd\";\"e;f\"\r\n".as_bytes(),
            "Mühe\tb\n\"c\nd\"\te;f".as_bytes(),
            "Mühe,b\n\n\"c\nd\",\"e;f\"".as_bytes(),
            b"M\xfche;b\n\"c\nd\";\"e;f\"",
            &utf16,
        ] {
            assert_eq!(cells(bytes), expected);
        }
    }

    #[test]
    fn a_row_knows_its_line_and_may_be_short() {
        let table = read_table(b"a;b;c\n\nd\ne;f;g\n").unwrap();
        let found: Vec<_> = table.rows.iter().map(|row| (row.line, row.cells.len())).collect();
        assert_eq!((found, table.delimiter), (vec![(1, 3), (3, 1), (4, 3)], ';'));
    }

    #[test]
    fn what_is_no_table_is_told() {
        let many = ";".repeat(20_000);
        for (bytes, error) in [
            (&b""[..], ImportError::Empty),
            (b"\n ;\n", ImportError::Empty),
            (b"PK\x03\x04xl", ImportError::Workbook),
            (b"\x89PNG\r\n", ImportError::NotText),
            (b"a\0b", ImportError::NotText),
            (many.as_bytes(), ImportError::TooManyColumns),
            (b"a;b\nc;\"d\ne", ImportError::EndlessRow { line: 2 }),
        ] {
            assert_eq!(read_table(bytes), Err(error));
        }
    }
}
