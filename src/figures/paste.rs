//! Answers by month, pasted as a table from a spreadsheet.
//!
//! Lines that can't be read are reported, not guessed; the others are taken.

use crate::plan::{Month, TypedAnswers};
use crate::texts::{Language, format};
use std::collections::BTreeSet;

/// A cell or line of a pasted table that couldn't be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PasteIssue {
    /// Line in the pasted text, from 1.
    pub line: usize,
    /// Column, from 1.
    pub column: usize,
    /// What stood there.
    pub value: String,
    /// Why it wasn't taken.
    pub reason: PasteReason,
}

/// Why a cell wasn't taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PasteReason {
    /// It isn't a month.
    NotAMonth,
    /// It isn't a whole number of answers.
    NotACount,
    /// The line has too few columns.
    Missing,
    /// The month stood in an earlier line already.
    MonthTwice,
}

/// What a column of the table holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    Month,
    Promoters,
    Passives,
    Detractors,
}

/// The columns of a table without header.
const USUAL_ORDER: [Column; 4] = [Column::Month, Column::Promoters, Column::Passives, Column::Detractors];

/// Reads a table of month, promoters, passives and detractors, with tabs or semicolons between the columns. A first line
/// that names all four columns, in either language, gives their order.
#[must_use]
pub fn parse_answers_table(language: Language, text: &str) -> (Vec<(Month, TypedAnswers)>, Vec<PasteIssue>) {
    let separator = if text.contains('\t') { '\t' } else { ';' };
    let lines = text.lines().enumerate().map(|(index, line)| (index + 1, line));
    let mut lines =
        lines.filter(|(_, line)| !line.trim_matches(|c: char| c == separator || c.is_whitespace()).is_empty()).peekable();
    let header = lines.peek().and_then(|(_, line)| header_order(line, separator));
    if header.is_some() {
        lines.next();
    }
    let order = header.unwrap_or_else(|| USUAL_ORDER.into_iter().map(Some).collect());

    let mut rows = Vec::new();
    let mut known = BTreeSet::new();
    let mut issues = Vec::new();
    for (line, row) in lines {
        let cells: Vec<&str> = row.split(separator).map(unquote).collect();
        match parse_row(language, &order, &cells) {
            Ok((month, _)) if !known.insert(month) => {
                let column = place(&order, Column::Month);
                issues.push(PasteIssue {
                    line,
                    column: column + 1,
                    value: cells[column].to_owned(),
                    reason: PasteReason::MonthTwice,
                });
            }
            Ok(row) => rows.push(row),
            Err(faults) => issues.extend(faults.into_iter().map(|(column, reason)| {
                let value = cells.get(column).copied().unwrap_or_default().to_owned();
                PasteIssue { line, column: column + 1, value, reason }
            })),
        }
    }
    (rows, issues)
}

/// Reads one line, or tells which of its columns, from 0, can't be read.
fn parse_row(
    language: Language,
    order: &[Option<Column>],
    cells: &[&str],
) -> Result<(Month, TypedAnswers), Vec<(usize, PasteReason)>> {
    let mut faults = Vec::new();
    let mut read_count = |kind| {
        let column = place(order, kind);
        let Some(cell) = cells.get(column) else {
            faults.push((column, PasteReason::Missing));
            return 0;
        };
        parse_count(language, cell).unwrap_or_else(|| {
            faults.push((column, PasteReason::NotACount));
            0
        })
    };
    let promoters = read_count(Column::Promoters);
    let passives = read_count(Column::Passives);
    let detractors = read_count(Column::Detractors);
    let column = place(order, Column::Month);
    let month = cells.get(column).and_then(|cell| parse_month(language, cell));
    match month {
        Some(month) if faults.is_empty() => Ok((month, TypedAnswers { promoters, passives, detractors })),
        Some(_) => Err(faults),
        None => {
            let reason = if cells.len() > column { PasteReason::NotAMonth } else { PasteReason::Missing };
            faults.push((column, reason));
            faults.sort_by_key(|(column, _)| *column);
            Err(faults)
        }
    }
}

fn parse_count(language: Language, cell: &str) -> Option<u32> {
    let value = format::parse_number(language, cell)?;
    (value >= 0.0 && value <= f64::from(u32::MAX) && value.fract() == 0.0).then_some(value as u32)
}

/// Reads a month; spreadsheets also write one as its first day.
fn parse_month(language: Language, cell: &str) -> Option<Month> {
    format::parse_month(cell).or_else(|| format::parse_day(language, cell).filter(|day| day.day() == 1).map(|day| day.month()))
}

/// The columns that a header names; `None` if the line isn't a header with all four of them.
fn header_order(line: &str, separator: char) -> Option<Vec<Option<Column>>> {
    let order: Vec<Option<Column>> = line.split(separator).map(|cell| column_by_name(unquote(cell))).collect();
    USUAL_ORDER.iter().all(|column| order.iter().filter(|named| **named == Some(*column)).count() == 1).then_some(order)
}

fn column_by_name(cell: &str) -> Option<Column> {
    let cell = cell.to_lowercase();
    Language::ALL.iter().find_map(|language| {
        let names = &language.texts().kpis.pasted_columns;
        let known = |names: &[&str]| names.iter().any(|name| name.to_lowercase() == cell);
        USUAL_ORDER
            .into_iter()
            .zip([names.month, names.promoters, names.passives, names.detractors])
            .find_map(|(column, names)| known(names).then_some(column))
    })
}

fn place(order: &[Option<Column>], wanted: Column) -> usize {
    order.iter().position(|column| *column == Some(wanted)).expect("BUG: a column order without all four columns")
}

fn unquote(cell: &str) -> &str {
    let cell = cell.trim();
    cell.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).unwrap_or(cell).trim()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    type Row = (&'static str, [u32; 3]);
    type Issue = (usize, usize, &'static str, PasteReason);

    #[track_caller]
    fn check(text: &str, rows: &[Row], issues: &[Issue]) {
        let (found, found_issues) = parse_answers_table(Language::De, text);
        let found: Vec<_> = found.iter().map(|(month, a)| (month.to_string(), [a.promoters, a.passives, a.detractors])).collect();
        let rows: Vec<_> = rows.iter().map(|(month, groups)| ((*month).to_owned(), *groups)).collect();
        let found_issues: Vec<_> = found_issues.iter().map(|i| (i.line, i.column, i.value.as_str(), i.reason)).collect();
        assert_eq!((found, &found_issues[..]), (rows, issues), "{text:?}");
    }

    #[test]
    fn tables_are_read_with_and_without_header() {
        let rows: [Row; 2] = [("2025-03", [10, 5, 3]), ("2025-04", [1200, 0, 1])];
        check("Mär 25\t10\t5\t3\r\n04/2025\t1.200\t0\t1\r\n", &rows, &[]);
        check("Monat;Promotoren;Passive;Detraktoren\n\nMär 25;10;5;3\n04/2025;1.200;0;1\n;;;\n", &rows, &[]);
        check("Detractors\tmonth\tn\tPassives\tPromoters\n3\t2025-03\t18\t5\t10\n1\t1.4.2025\t1201\t0\t1200", &rows, &[]);
        check("\"März 2025\";\"10\";5;3\nApril 2025;1200;0;1;more", &rows, &[]);
        check("", &[], &[]);
    }

    #[test]
    fn lines_that_cannot_be_read_are_reported_with_line_and_column() {
        check(
            "Mär 25\t10\t5\t3\nFoo\t1\t2\t3\nApr 25\t-1\tx\t3\nMai 25\t1,5\t\t4294967296\nJun 25\t1\nMär 25\t1\t1\t1\n",
            &[("2025-03", [10, 5, 3])],
            &[
                (2, 1, "Foo", PasteReason::NotAMonth),
                (3, 2, "-1", PasteReason::NotACount),
                (3, 3, "x", PasteReason::NotACount),
                (4, 2, "1,5", PasteReason::NotACount),
                (4, 3, "", PasteReason::NotACount),
                (4, 4, "4294967296", PasteReason::NotACount),
                (5, 3, "", PasteReason::Missing),
                (5, 4, "", PasteReason::Missing),
                (6, 1, "Mär 25", PasteReason::MonthTwice),
            ],
        );
    }

    #[test]
    fn an_unknown_header_is_reported_as_a_line_that_is_no_data() {
        check(
            "A;B;C;D\n03/2025;1;2;3",
            &[("2025-03", [1, 2, 3])],
            &[
                (1, 1, "A", PasteReason::NotAMonth),
                (1, 2, "B", PasteReason::NotACount),
                (1, 3, "C", PasteReason::NotACount),
                (1, 4, "D", PasteReason::NotACount),
            ],
        );
    }

    proptest! {
        #[test]
        fn every_line_with_content_is_taken_or_reported(lines in prop::collection::vec("[a-z0-9./\t]{1,20}", 0..8)) {
            let text = lines.join("\n");
            let (rows, issues) = parse_answers_table(Language::De, &text);
            let reported: std::collections::BTreeSet<usize> = issues.iter().map(|issue| issue.line).collect();
            let with_content = lines.iter().filter(|line| !line.trim_matches('\t').is_empty()).count();
            prop_assert_eq!(rows.len() + reported.len(), with_content);
        }
    }
}
