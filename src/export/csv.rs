//! Tables as CSV, as Excel reads them.

use crate::texts::Language;

/// Stands before the text so that Excel takes it for UTF-8.
const BYTE_ORDER_MARK: char = '\u{feff}';

/// A cell of a table.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// A text; empty: there is nothing.
    Text(String),
    /// A number, with which spreadsheets can calculate.
    Number(f64),
}

impl Cell {
    /// The text for a spreadsheet of a language, as [`write_csv`] writes it: numbers with its decimal sign, texts guarded
    /// and without NUL characters.
    #[must_use]
    pub fn plain(&self, language: Language) -> String {
        match self {
            Self::Number(value) if !value.is_finite() => String::new(),
            Self::Number(value) if language == Language::De => value.to_string().replace('.', ","),
            Self::Number(value) => value.to_string(),
            Self::Text(text) => {
                let guard = if looks_like_formula(text) { "'" } else { "" };
                guard.chars().chain(text.chars().filter(|c| *c != '\0')).collect()
            }
        }
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<f64> for Cell {
    fn from(value: f64) -> Self {
        Self::Number(value)
    }
}

impl<T: Into<Self>> From<Option<T>> for Cell {
    fn from(cell: Option<T>) -> Self {
        cell.map_or_else(|| Self::Text(String::new()), Into::into)
    }
}

/// Writes rows of cells as a CSV file (RFC 4180, UTF-8 with byte order mark, CR LF) for the Excel of a language: German
/// has semicolons between cells and a comma before decimals, English commas and a point. The first row is the header.
///
/// A text that a spreadsheet would take for a formula gets an apostrophe in front (OWASP, "CSV Injection"), which
/// [`unguard`] takes off again. NUL characters are left out; a number that is none gives an empty cell.
#[must_use]
pub fn write_csv(language: Language, rows: &[Vec<Cell>]) -> String {
    let delimiter = match language {
        Language::De => ';',
        Language::En => ',',
    };
    let mut csv = String::from(BYTE_ORDER_MARK);
    for row in rows {
        for (index, cell) in row.iter().enumerate() {
            if index > 0 {
                csv.push(delimiter);
            }
            let plain = cell.plain(language);
            match cell {
                // An empty text alone would be a blank line.
                Cell::Text(text) if row.len() == 1 || needs_quotes(text) => {
                    csv.extend(["\"", &*plain.replace('"', "\"\""), "\""]);
                }
                _ => csv.push_str(&plain),
            }
        }
        csv.push_str("\r\n");
    }
    csv
}

/// Whether a text must stand between quotation marks. Those with any of the usual delimiters do, so that programs that
/// guess the delimiter guess right; `sep=` in the first cell would name one.
fn needs_quotes(text: &str) -> bool {
    let is_structure = |c: char| matches!(c, '"' | ';' | ',' | '\t' | '|' | '\r' | '\n' | '\0');
    text.contains(is_structure)
        || text.starts_with(char::is_whitespace)
        || text.ends_with(char::is_whitespace)
        || text.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("sep="))
}

/// Whether a spreadsheet would calculate with a text, also behind blanks and apostrophes that stand there already.
pub(crate) fn looks_like_formula(text: &str) -> bool {
    let is_unseen = |c: char| c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}');
    let start = text.trim_start_matches(|c: char| is_unseen(c) || c == '\'');
    let before = &text[..text.len() - start.len()];
    let is_break = |c: char| matches!(c, '\t' | '\r' | '\n');
    let is_sign = |c: char| matches!(c, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠');
    // An apostrophe before a tab would be taken for the guard of what begins with one.
    let has_break = before.starts_with(is_break) || before.contains('\'') && before.contains(is_break);
    start.starts_with(is_sign) || (has_break && !start.is_empty())
}

/// Takes the apostrophe off a text that [`write_csv`] has guarded with one.
#[must_use]
pub fn unguard(text: &str) -> &str {
    text.strip_prefix('\'').filter(|rest| looks_like_formula(rest)).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::read_table;
    use proptest::prelude::*;

    #[track_caller]
    fn check(language: Language, cells: &[Cell], expected: &str) {
        assert_eq!(write_csv(language, &[cells.to_vec()]), format!("\u{feff}{expected}\r\n"));
    }

    #[test]
    fn cells_are_written_as_the_excel_of_a_language_reads_them() {
        let cells = [Cell::from("Mühe"), Cell::from(-1.5), Cell::from(1234.25), Cell::from(3.0), Cell::from(None::<f64>)];
        check(Language::De, &cells, "Mühe;-1,5;1234,25;3;");
        check(Language::En, &cells, "Mühe,-1.5,1234.25,3,");
        check(Language::De, &[Cell::from(f64::NAN), Cell::from(f64::INFINITY)], ";");
    }

    #[test]
    fn what_has_a_meaning_in_the_file_stands_between_quotation_marks() {
        for (text, expected) in [
            ("a;b", "\"a;b\""),
            ("a,b", "\"a,b\""),
            ("sagt \"nein\"", "\"sagt \"\"nein\"\"\""),
            ("zwei\nZeilen", "\"zwei\nZeilen\""),
            (" blank", "\" blank\""),
            ("SEP=;", "\"SEP=;\""),
            ("a\0b", "\"ab\""),
            ("plain", "plain"),
        ] {
            check(Language::De, &[Cell::from(text), Cell::from("")], &format!("{expected};"));
        }
        check(Language::De, &[Cell::from("")], "\"\"");
    }

    #[test]
    fn a_text_that_looks_like_a_formula_is_guarded_and_a_number_is_not() {
        for (text, expected) in [
            ("=1+1", "'=1+1"),
            ("+49 30", "'+49 30"),
            ("-2", "'-2"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\t=1", "\"'\t=1\""),
            ("\r=1", "\"'\r=1\""),
            (" =1", "\"' =1\""),
            ("'=1", "''=1"),
            ("＝1", "'＝1"),
            ("'quoted'", "'quoted'"),
            ("−2", "−2"),
            ("2-3", "2-3"),
        ] {
            check(Language::De, &[Cell::from(text), Cell::from("")], &format!("{expected};"));
            let guarded = expected.trim_matches('"');
            assert_eq!(unguard(guarded), text);
        }
        check(Language::De, &[Cell::from(-2.0), Cell::from("x")], "-2;x");
    }

    /// Texts with what is dangerous in them.
    fn text() -> impl Strategy<Value = String> {
        let piece = prop_oneof![
            "[a-zäöüß0-9 ]{0,6}",
            prop::sample::select(vec![
                "=",
                "+",
                "-",
                "@",
                "'",
                "\"",
                "\"\"",
                ";",
                ",",
                "\t",
                "\r",
                "\n",
                "\r\n",
                "|",
                "sep=;",
                "\u{200b}",
                "👩‍👩‍👧",
                "שלום",
                "\\",
                "#",
            ])
            .prop_map(str::to_owned),
            any::<char>().prop_map(String::from),
        ];
        prop::collection::vec(piece, 0..5).prop_map(|pieces| pieces.concat().replace('\0', ""))
    }

    /// The reader takes blanks off both ends of a cell.
    fn trimmed(text: &str) -> &str {
        text.trim_matches(|c: char| c.is_ascii_whitespace())
    }

    proptest! {
        #[test]
        fn what_is_written_is_what_the_reader_finds(
            rows in (2_usize..6).prop_flat_map(|width| prop::collection::vec(prop::collection::vec(text(), width), 1..6)),
            german in any::<bool>(),
        ) {
            let header = vec!["h".to_owned(); rows[0].len()];
            let rows: Vec<_> = std::iter::once(header).chain(rows).collect();
            let language = if german { Language::De } else { Language::En };
            let cells: Vec<Vec<Cell>> = rows.iter().map(|row| row.iter().map(|text| Cell::from(text.as_str())).collect()).collect();
            let table = read_table(write_csv(language, &cells).as_bytes()).unwrap();
            let found: Vec<Vec<&str>> = table.rows.iter().map(|row| row.cells.iter().map(|cell| trimmed(unguard(cell))).collect()).collect();
            let expected: Vec<Vec<&str>> = rows.iter().map(|row| row.iter().map(|text| trimmed(text)).collect()).collect();
            prop_assert_eq!(found, expected);
        }

        #[test]
        fn no_text_begins_as_a_formula(text in text()) {
            let csv = write_csv(Language::De, &[vec![Cell::from(text.as_str()), Cell::from("")]]);
            let cell = csv.trim_start_matches(BYTE_ORDER_MARK);
            prop_assert!(!cell.strip_prefix('"').unwrap_or(cell).trim_start().starts_with(['=', '+', '-', '@']));
            prop_assert_eq!(unguard(&format!("'{text}")) == text, looks_like_formula(&text));
        }

        #[test]
        fn numbers_come_back(value in any::<f64>().prop_filter("finite", |value| value.is_finite()), german in any::<bool>()) {
            let (language, decimal, end) = if german { (Language::De, ",", ";x") } else { (Language::En, ".", ",x") };
            let csv = write_csv(language, &[vec![Cell::from(value), Cell::from("x")]]);
            let number = csv.trim_start_matches(BYTE_ORDER_MARK).trim_end().strip_suffix(end).unwrap();
            prop_assert_eq!(number.replace(decimal, ".").parse::<f64>().unwrap(), value);
        }
    }
}
