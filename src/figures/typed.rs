//! What can be typed in for a KPI, month by month, and tables of it pasted from a spreadsheet.
//!
//! A month's data are of one form: either what the kind is computed from, or a value as it was reported elsewhere. Cells
//! and lines of a pasted table that can't be read are reported, not guessed; the others are taken.

use crate::plan::{Customers, KpiKind, Month, Ratio, ScoreCounts, TypedAnswers, TypedNumber, TypedValue};
use crate::texts::{Language, format};
use std::collections::{BTreeMap, BTreeSet};

/// Scales of more answers than this have no column for each.
const MOST_SCORES: usize = 11;

/// A column of what can be typed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TypedColumn {
    /// Answers 9 and 10.
    Promoters,
    /// Answers 7 and 8.
    Passives,
    /// Answers 0 to 6.
    Detractors,
    /// How often a score was given.
    Score(u8),
    /// What is counted.
    Numerator,
    /// Of what.
    Denominator,
    /// Customers at the start.
    Start,
    /// Customers won.
    Won,
    /// Customers lost.
    Lost,
    /// Customers at the end.
    End,
    /// A value as it was reported.
    Value,
    /// The number of answers or cases of that value.
    N,
}

/// Why what was typed or pasted wasn't taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PasteReason {
    /// It isn't a month.
    NotAMonth,
    /// It isn't a whole number from 0.
    NotACount,
    /// It isn't a number.
    NotANumber,
    /// The line has too few columns.
    Missing,
    /// The month stood in an earlier line already.
    MonthTwice,
    /// The month has both counts and a value.
    TwoForms,
}

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

/// The columns of counts that a kind is computed from; none for amounts and lifetime values.
#[must_use]
pub fn count_columns(kind: &KpiKind) -> Vec<TypedColumn> {
    match kind {
        KpiKind::Nps => vec![TypedColumn::Promoters, TypedColumn::Passives, TypedColumn::Detractors],
        KpiKind::Csat(_) | KpiKind::Ces(_) => {
            let scores = kind.scale().map(|scale| (scale.low()..=scale.high()).map(TypedColumn::Score).collect::<Vec<_>>());
            scores.filter(|scores| scores.len() <= MOST_SCORES).unwrap_or_default()
        }
        KpiKind::Rate(_) => vec![TypedColumn::Numerator, TypedColumn::Denominator],
        KpiKind::Customers(_) => vec![TypedColumn::Start, TypedColumn::Won, TypedColumn::Lost, TypedColumn::End],
        KpiKind::Clv(_) | KpiKind::Amount(_) | KpiKind::Other(_) => Vec::new(),
    }
}

/// All columns of a kind: its counts, then value and number of cases.
#[must_use]
pub fn columns(kind: &KpiKind) -> Vec<TypedColumn> {
    let mut columns = count_columns(kind);
    columns.extend([TypedColumn::Value, TypedColumn::N]);
    columns
}

/// A month for which nothing is typed in yet.
#[must_use]
pub fn nothing(kind: &KpiKind) -> TypedValue {
    match kind {
        KpiKind::Nps => TypedAnswers { promoters: 0, passives: 0, detractors: 0 }.into(),
        KpiKind::Rate(_) => TypedValue::Ratio(Ratio::default()),
        KpiKind::Customers(_) => TypedValue::Customers(Customers::default()),
        _ => TypedValue::Scores(ScoreCounts::new()),
    }
}

/// What stands in a cell; `None`: nothing does.
#[must_use]
pub fn cell(typed: &TypedValue, column: TypedColumn) -> Option<f64> {
    let count = |count: u32| Some(f64::from(count));
    match (typed, column) {
        (TypedValue::Answers(answers), TypedColumn::Promoters) => count(answers.promoters),
        (TypedValue::Answers(answers), TypedColumn::Passives) => count(answers.passives),
        (TypedValue::Answers(answers), TypedColumn::Detractors) => count(answers.detractors),
        (TypedValue::Scores(scores), TypedColumn::Score(score)) => scores.get(&score).copied().and_then(count),
        (TypedValue::Ratio(ratio), TypedColumn::Numerator) => count(ratio.numerator),
        (TypedValue::Ratio(ratio), TypedColumn::Denominator) => count(ratio.denominator),
        (TypedValue::Customers(customers), TypedColumn::Start) => customers.start.and_then(count),
        (TypedValue::Customers(customers), TypedColumn::Won) => customers.won.and_then(count),
        (TypedValue::Customers(customers), TypedColumn::Lost) => customers.lost.and_then(count),
        (TypedValue::Customers(customers), TypedColumn::End) => customers.end.and_then(count),
        (TypedValue::Value(number), TypedColumn::Value) => Some(number.value),
        (TypedValue::Value(number), TypedColumn::N) => number.n.and_then(count),
        _ => None,
    }
}

/// Puts a number into a cell, or empties it. A count takes the place of a reported value and the other way round.
pub fn set(kind: &KpiKind, typed: &mut TypedValue, column: TypedColumn, number: Option<f64>) {
    let is_number = matches!(column, TypedColumn::Value | TypedColumn::N);
    if is_number != matches!(typed, TypedValue::Value(_)) || !kind.takes(typed) {
        match number {
            // The number of cases of a value that isn't there.
            _ if column == TypedColumn::N => return,
            None => return,
            Some(value) if is_number => *typed = TypedValue::Value(TypedNumber { value, n: None }),
            Some(_) => *typed = nothing(kind),
        }
    }
    let count = number.map(|number| number as u32);
    match (typed, column) {
        (TypedValue::Answers(answers), TypedColumn::Promoters) => answers.promoters = count.unwrap_or_default(),
        (TypedValue::Answers(answers), TypedColumn::Passives) => answers.passives = count.unwrap_or_default(),
        (TypedValue::Answers(answers), TypedColumn::Detractors) => answers.detractors = count.unwrap_or_default(),
        (TypedValue::Scores(scores), TypedColumn::Score(score)) => match count {
            Some(count) => _ = scores.insert(score, count),
            None => _ = scores.remove(&score),
        },
        (TypedValue::Ratio(ratio), TypedColumn::Numerator) => ratio.numerator = count.unwrap_or_default(),
        (TypedValue::Ratio(ratio), TypedColumn::Denominator) => ratio.denominator = count.unwrap_or_default(),
        (TypedValue::Customers(customers), TypedColumn::Start) => customers.start = count,
        (TypedValue::Customers(customers), TypedColumn::Won) => customers.won = count,
        (TypedValue::Customers(customers), TypedColumn::Lost) => customers.lost = count,
        (TypedValue::Customers(customers), TypedColumn::End) => customers.end = count,
        (typed @ TypedValue::Value(_), TypedColumn::Value) if number.is_none() => *typed = nothing(kind),
        (TypedValue::Value(held), TypedColumn::Value) => held.value = number.unwrap_or_default(),
        (TypedValue::Value(held), TypedColumn::N) => held.n = count,
        _ => {}
    }
}

/// Reads what was typed into a cell; nothing is nothing.
///
/// # Errors
/// If it isn't a number, or no count where one is wanted.
pub fn read(language: Language, column: TypedColumn, text: &str) -> Result<Option<f64>, PasteReason> {
    let text = text.trim().trim_end_matches('%').trim_end();
    if text.is_empty() || text == "–" {
        return Ok(None);
    }
    let number = format::parse_number(language, text.trim_start_matches('+'));
    if column == TypedColumn::Value {
        return number.filter(|number| number.is_finite()).map(Some).ok_or(PasteReason::NotANumber);
    }
    let is_count = |number: &f64| *number >= 0.0 && *number <= f64::from(u32::MAX) && number.fract() == 0.0;
    number.filter(is_count).map(Some).ok_or(PasteReason::NotACount)
}

/// Reads a text that holds nothing but numbers, as copied from a part of a table, line by line. `None` if something else
/// stands in it or, from the first of these columns on, it goes beyond them.
#[must_use]
pub fn read_block(language: Language, text: &str, columns: &[TypedColumn]) -> Option<Vec<Vec<Option<f64>>>> {
    let lines = text.trim_end_matches(['\r', '\n']).lines();
    let line = |line: &str| {
        let cells: Vec<&str> = line.split('\t').collect();
        let fits = cells.len() <= columns.len();
        fits.then(|| cells.iter().zip(columns).map(|(cell, column)| read(language, *column, cell).ok()).collect()).flatten()
    };
    let lines: Vec<Vec<Option<f64>>> = lines.map(line).collect::<Option<_>>()?;
    (!lines.is_empty()).then_some(lines)
}

/// Reads a table of months, with tabs or semicolons between the columns. A first line that names month and columns of
/// the kind, in either language, gives their order; without, the month is followed by the kind's counts, or by value
/// and number of cases.
#[must_use]
pub fn parse_table(language: Language, kind: &KpiKind, text: &str) -> (BTreeMap<Month, TypedValue>, Vec<PasteIssue>) {
    let separator = if text.contains('\t') { '\t' } else { ';' };
    let lines = text.lines().enumerate().map(|(index, line)| (index + 1, line));
    let mut lines =
        lines.filter(|(_, line)| !line.trim_matches(|c: char| c == separator || c.is_whitespace()).is_empty()).peekable();
    let header = lines.peek().and_then(|(_, line)| header_order(kind, line, separator));
    let order = header.clone().unwrap_or_else(|| usual_order(kind));
    if header.is_some() {
        lines.next();
    }
    let (mut rows, mut known, mut issues) = (BTreeMap::new(), BTreeSet::new(), Vec::new());
    for (line, row) in lines {
        let cells: Vec<&str> = row.split(separator).map(unquote).collect();
        let issue = |(column, reason): (usize, PasteReason)| PasteIssue {
            line,
            column: column + 1,
            value: cells.get(column).copied().unwrap_or_default().to_owned(),
            reason,
        };
        match parse_row(language, kind, &order, &cells) {
            Ok((month, typed)) if known.insert(month) => _ = rows.insert(month, typed),
            Ok(_) => issues.push(issue((order.month, PasteReason::MonthTwice))),
            Err(faults) => issues.extend(faults.into_iter().map(issue)),
        }
    }
    (rows, issues)
}

/// Places of the columns of a pasted table, from 0.
#[derive(Clone)]
struct Order {
    month: usize,
    columns: Vec<(usize, TypedColumn)>,
}

fn usual_order(kind: &KpiKind) -> Order {
    let mut columns = count_columns(kind);
    if columns.is_empty() {
        columns = vec![TypedColumn::Value, TypedColumn::N];
    }
    Order { month: 0, columns: columns.into_iter().enumerate().map(|(place, column)| (place + 1, column)).collect() }
}

/// Reads one line, or tells which of its columns, from 0, can't be read.
fn parse_row(
    language: Language,
    kind: &KpiKind,
    order: &Order,
    cells: &[&str],
) -> Result<(Month, TypedValue), Vec<(usize, PasteReason)>> {
    let (mut faults, mut typed, mut forms) = (Vec::new(), nothing(kind), BTreeSet::new());
    let month = cells.get(order.month).map(|cell| parse_month(cell).ok_or(PasteReason::NotAMonth));
    let month = month.unwrap_or(Err(PasteReason::Missing)).map_err(|reason| faults.push((order.month, reason))).ok();
    for (place, column) in &order.columns {
        match cells.get(*place).map(|cell| read(language, *column, cell)) {
            // Not every table tells on how many cases a value rests.
            None if *column == TypedColumn::N => {}
            None => faults.push((*place, PasteReason::Missing)),
            Some(Err(reason)) => faults.push((*place, reason)),
            Some(Ok(None)) if matches!(column, TypedColumn::Promoters | TypedColumn::Passives | TypedColumn::Detractors) => {
                if !order.columns.iter().any(|(_, other)| *other == TypedColumn::Value) {
                    faults.push((*place, PasteReason::NotACount));
                }
            }
            Some(Ok(number)) => {
                if number.is_some() && *column != TypedColumn::N {
                    forms.insert(*column == TypedColumn::Value);
                }
                if forms.len() > 1 {
                    faults.push((*place, PasteReason::TwoForms));
                }
                set(kind, &mut typed, *column, number);
            }
        }
    }
    faults.sort_by_key(|(column, _)| *column);
    month.filter(|_| faults.is_empty()).map(|month| (month, typed)).ok_or(faults)
}

/// Reads a month; spreadsheets also write one as its first day.
fn parse_month(cell: &str) -> Option<Month> {
    format::parse_month(cell).or_else(|| format::parse_day(cell).filter(|day| day.day() == 1).map(|day| day.month()))
}

/// The columns that a header names; `None` if it names no month, or not all counts and no value either.
fn header_order(kind: &KpiKind, line: &str, separator: char) -> Option<Order> {
    let cells: Vec<String> = line.split(separator).map(|cell| unquote(cell).to_lowercase()).collect();
    let is_named = |cell: &str, names: &[String]| names.iter().any(|name| name.to_lowercase() == *cell);
    let of_language = |language: Language| {
        let words = &language.texts().figures;
        let months: Vec<String> = words.month_names.iter().map(|name| (*name).to_owned()).collect();
        let month = cells.iter().position(|cell| is_named(cell, &months))?;
        let place = |column: TypedColumn| {
            let names = (words.typed_column)(kind, column);
            Some((cells.iter().enumerate().position(|(at, cell)| at != month && is_named(cell, &names))?, column))
        };
        let columns: Vec<_> = columns(kind).into_iter().filter_map(place).collect();
        let has = |wanted: TypedColumn| columns.iter().any(|(_, column)| *column == wanted);
        let counts = count_columns(kind);
        let all_counts = !counts.is_empty() && counts.into_iter().all(has);
        let columns = if all_counts && !has(TypedColumn::Value) {
            columns.iter().copied().filter(|(_, column)| *column != TypedColumn::N).collect()
        } else {
            columns.clone()
        };
        (all_counts || has(TypedColumn::Value)).then_some(Order { month, columns })
    };
    Language::ALL.into_iter().find_map(of_language)
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

    fn groups(typed: &TypedValue) -> [u32; 3] {
        let TypedValue::Answers(a) = typed else { panic!("{typed:?}") };
        [a.promoters, a.passives, a.detractors]
    }

    #[track_caller]
    fn check(text: &str, rows: &[Row], issues: &[Issue]) {
        let (found, found_issues) = parse_table(Language::De, &KpiKind::Nps, text);
        let found: Vec<_> = found.iter().map(|(month, typed)| (month.to_string(), groups(typed))).collect();
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
            let (rows, issues) = parse_table(Language::De, &KpiKind::Nps, &text);
            let reported: std::collections::BTreeSet<usize> = issues.iter().map(|issue| issue.line).collect();
            let with_content = lines.iter().filter(|line| !line.trim_matches('\t').is_empty()).count();
            prop_assert_eq!(rows.len() + reported.len(), with_content);
        }
    }

    #[test]
    fn each_kind_has_the_columns_that_it_is_computed_from() {
        use crate::plan::{Amount, Csat, CustomerFigure, Rate, Scale};
        let count = |kind: &KpiKind| count_columns(kind).len();
        assert_eq!(count(&KpiKind::Csat(Csat::usual(Scale::ONE_TO_FIVE))), 5);
        assert_eq!(count(&KpiKind::Csat(Csat::usual(Scale::new(0, 100).unwrap()))), 0);
        assert_eq!(count(&KpiKind::Rate(Rate::Conversion)), 2);
        assert_eq!(count(&KpiKind::Customers(CustomerFigure::Churn)), 4);
        assert_eq!(count(&KpiKind::Amount(Amount::default())), 0);
    }

    #[test]
    fn other_kinds_are_pasted_with_their_own_columns_or_with_values() {
        use crate::plan::{Amount, Rate};
        let month = |text: &str| Month::parse(text).unwrap();
        let parse = |kind: &KpiKind, text: &str| parse_table(Language::De, kind, text);
        let conversion = KpiKind::Rate(Rate::Conversion);
        let (rows, issues) = parse(&conversion, "03/2025;12;1.000\n04/2025;x;1");
        assert_eq!(rows[&month("2025-03")], TypedValue::Ratio(Ratio { numerator: 12, denominator: 1000 }));
        assert_eq!((issues.len(), issues[0].reason), (1, PasteReason::NotACount));
        let (rows, _) = parse(&conversion, "Monat;Wert;n\n03/2025;2,5 %;1000\n04/2025;;");
        assert_eq!(rows[&month("2025-03")], TypedValue::Value(TypedNumber { value: 2.5, n: Some(1000) }));
        let (rows, _) = parse(&KpiKind::Amount(Amount::default()), "03/2025;-7,25");
        assert_eq!(rows[&month("2025-03")], TypedValue::Value(TypedNumber { value: -7.25, n: None }));
        let (rows, _) = parse(&KpiKind::Amount(Amount::default()), "03/2025;7;30\n04/2025;8;");
        assert_eq!(rows[&month("2025-03")], TypedValue::Value(TypedNumber { value: 7.0, n: Some(30) }));
        assert_eq!(rows[&month("2025-04")], TypedValue::Value(TypedNumber { value: 8.0, n: None }));
    }

    #[test]
    fn a_count_takes_the_place_of_a_value_and_the_other_way_round() {
        let mut typed = nothing(&KpiKind::Nps);
        set(&KpiKind::Nps, &mut typed, TypedColumn::N, Some(80.0));
        assert_eq!(typed, nothing(&KpiKind::Nps));
        set(&KpiKind::Nps, &mut typed, TypedColumn::Value, Some(12.5));
        set(&KpiKind::Nps, &mut typed, TypedColumn::N, Some(80.0));
        assert_eq!(typed, TypedValue::Value(TypedNumber { value: 12.5, n: Some(80) }));
        assert_eq!((cell(&typed, TypedColumn::Value), cell(&typed, TypedColumn::Promoters)), (Some(12.5), None));
        set(&KpiKind::Nps, &mut typed, TypedColumn::Passives, Some(7.0));
        assert_eq!(typed, TypedAnswers { promoters: 0, passives: 7, detractors: 0 }.into());
    }

    #[test]
    fn a_block_of_numbers_is_read_if_it_fits() {
        let columns = columns(&KpiKind::Nps);
        assert_eq!(
            read_block(Language::De, "1\t2\n3\t\n", &columns[1..]),
            Some(vec![vec![Some(1.0), Some(2.0)], vec![Some(3.0), None]])
        );
        assert_eq!(read_block(Language::De, "1\t2,5", &columns), None);
        assert_eq!(read_block(Language::De, "1\t2\t3", &columns[3..]), None);
        assert_eq!(read_block(Language::De, "", &columns), None);
    }
}
