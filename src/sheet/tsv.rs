//! Tables as the clipboard carries them: tabs between cells, quoted as spreadsheets do it.

/// Writes rows of cells. Only cells with tabs, line breaks or quotation marks are quoted. A single cell is its text, with
/// no end of line.
#[must_use]
pub fn write_rows(rows: &[Vec<String>]) -> String {
    if let [row] = rows
        && let [cell] = &row[..]
        && !cell.is_empty()
    {
        return quoted(cell);
    }
    let line = |row: &Vec<String>| row.iter().map(|cell| quoted(cell)).collect::<Vec<_>>().join("\t") + "\n";
    rows.iter().map(line).collect()
}

fn quoted(cell: &str) -> String {
    if cell.contains(['\t', '\n', '\r', '"']) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.to_owned() }
}

/// Reads rows of cells, which may be of different lengths. A quotation mark that has no end at the end of a cell is text.
#[must_use]
pub fn read_rows(text: &str) -> Vec<Vec<String>> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text).replace("\r\n", "\n").replace('\r', "\n");
    let mut rows = Vec::new();
    let mut row = Vec::new();
    let mut rest = text.as_str();
    while !rest.is_empty() {
        let (cell, after) = read_cell(rest);
        row.push(cell);
        if let Some(next) = after.strip_prefix('\t') {
            rest = next;
            if rest.is_empty() {
                row.push(String::new());
                rows.push(std::mem::take(&mut row));
            }
        } else {
            rest = after.strip_prefix('\n').unwrap_or(after);
            rows.push(std::mem::take(&mut row));
        }
    }
    rows
}

/// Reads a cell: its text, and what follows it, which begins with a tab or a line break.
fn read_cell(text: &str) -> (String, &str) {
    if let Some(found) = text.strip_prefix('"').and_then(read_quoted) {
        return found;
    }
    let end = text.find(['\t', '\n']).unwrap_or(text.len());
    (text[..end].to_owned(), &text[end..])
}

fn read_quoted(text: &str) -> Option<(String, &str)> {
    let mut cell = String::new();
    let mut rest = text;
    loop {
        let at = rest.find('"')?;
        cell.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        if let Some(next) = rest.strip_prefix('"') {
            cell.push('"');
            rest = next;
        } else if rest.is_empty() || rest.starts_with(['\t', '\n']) {
            return Some((cell, rest));
        } else {
            return None;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(text: &str, expected: &[&[&str]]) {
        assert_eq!(read_rows(text), expected, "{text:?}");
    }

    #[test]
    fn tables_of_spreadsheets_are_read() {
        check("", &[]);
        check("a\tb\r\nc\td\r\n", &[&["a", "b"], &["c", "d"]]);
        check("a\t\n\tb", &[&["a", ""], &["", "b"]]);
        check("\u{feff}\"two\nlines\"\t\"say \"\"hi\"\"\"\n", &[&["two\nlines", "say \"hi\""]]);
        check("a\t", &[&["a", ""]]);
        check("\n\na", &[&[""], &[""], &["a"]]);
    }

    #[test]
    fn a_lone_quotation_mark_is_text() {
        check("\"hi\" he said\tb", &[&["\"hi\" he said", "b"]]);
        check("\"open\tb\nc", &[&["\"open", "b"], &["c"]]);
        check("5\" screen", &[&["5\" screen"]]);
    }

    #[test]
    fn a_single_cell_is_written_as_its_text() {
        assert_eq!(write_rows(&[vec!["Hotline".to_owned()]]), "Hotline");
        assert_eq!(write_rows(&[vec!["a".to_owned(), String::new()], vec!["b\n".to_owned()]]), "a\t\n\"b\n\"\n");
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_again(rows in prop::collection::vec(prop::collection::vec("[ab\"\t\n ß\u{200b}]{0,6}", 1..4), 1..4)) {
            prop_assert_eq!(read_rows(&write_rows(&rows)), rows);
        }

        #[test]
        fn reading_never_panics(text in "[ab\"\t\r\n]{0,40}") {
            prop_assert!(read_rows(&text).iter().all(|row| !row.is_empty()));
        }
    }
}
