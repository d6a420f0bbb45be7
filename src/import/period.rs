//! Weeks, months and quarters as files write them: `KW 12/2025`, `2025-W12`, `03/2025`, `Mär 25`, `2025-Q1`; and days as
//! Excel numbers them.

use crate::plan::{Day, Month};

/// What a cell says about time, but for a plain date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Span {
    /// An ISO week: year and week.
    Week(i32, u8),
    /// A month: year and number.
    Month(i32, u8),
    /// A quarter: year and number.
    Quarter(i32, u8),
    /// A day, counted as Excel does.
    Number(u32),
}

impl Span {
    /// How many kinds there are.
    pub(super) const KINDS: usize = 4;
    /// The kind of a day written as a number.
    pub(super) const NUMBER_KIND: usize = 3;

    /// Which kind it is, from 0.
    pub(super) fn kind(self) -> usize {
        match self {
            Self::Week(..) => 0,
            Self::Month(..) => 1,
            Self::Quarter(..) => 2,
            Self::Number(_) => Self::NUMBER_KIND,
        }
    }

    /// Whether it is a day written as a number.
    pub(super) fn is_number(self) -> bool {
        matches!(self, Self::Number(_))
    }

    /// Its first day; `None` if the calendar doesn't have it.
    pub(super) fn first_day(self) -> Option<Day> {
        match self {
            Self::Week(year, week) => Day::of_iso_week(year, week),
            Self::Month(year, month) => Some(Month::new(year, month)?.first_day()),
            Self::Quarter(year, quarter) if quarter <= 4 => {
                Some(Month::new(year, (quarter.checked_sub(1)?) * 3 + 1)?.first_day())
            }
            Self::Quarter(..) => None,
            Self::Number(days) => excel_day(days),
        }
    }
}

/// The day of a number as Excel counts: 1 is 1900-01-01, and 1900-02-29, which never was, has a number too.
pub(super) fn excel_day(days: u32) -> Option<Day> {
    let before = Day::new(1899, 12, if days < 60 { 31 } else { 30 })?;
    before.plus_days(i64::from(days))
}

/// The numbers of days from 1982 to 2064: smaller and larger ones are hardly dates of answers.
const EXCEL_DAYS: std::ops::RangeInclusive<u32> = 30_000..=60_000;

/// Names of months, German and English, with the month; three letters of them are enough.
const MONTHS: [(&str, u8); 24] = [
    ("januar", 1),
    ("january", 1),
    ("jänner", 1),
    ("februar", 2),
    ("february", 2),
    ("märz", 3),
    ("maerz", 3),
    ("mrz", 3),
    ("march", 3),
    ("april", 4),
    ("mai", 5),
    ("may", 5),
    ("juni", 6),
    ("june", 6),
    ("juli", 7),
    ("july", 7),
    ("august", 8),
    ("september", 9),
    ("oktober", 10),
    ("october", 10),
    ("november", 11),
    ("dezember", 12),
    ("december", 12),
    ("feber", 2),
];

/// Longest text that is looked at, in bytes.
const LEN_MAX: usize = 24;

/// Reads a week, month, quarter or numbered day.
pub(super) fn read_span(text: &str) -> Option<Span> {
    let text = text.trim();
    if text.is_empty() || text.len() > LEN_MAX {
        return None;
    }
    let (whole, fraction) = text.split_once(['.', ',']).unwrap_or((text, ""));
    if whole.len() == 5 && whole.bytes().chain(fraction.bytes()).all(|byte| byte.is_ascii_digit()) {
        return whole.parse().ok().filter(|days| EXCEL_DAYS.contains(days)).map(Span::Number);
    }
    let lower = text.to_lowercase();
    let words = words(&lower);
    match words.as_slice() {
        [Word::Number(year, 4), Word::Number(month, 1 | 2)] => Some(Span::Month(year_of(*year, 4)?, small(*month)?)),
        [Word::Number(month, 1 | 2), Word::Number(year, 4)] => Some(Span::Month(year_of(*year, 4)?, small(*month)?)),
        [Word::Name("kw" | "w" | "cw" | "week" | "woche"), Word::Number(week, 1 | 2), Word::Number(year, len @ (2 | 4))] => {
            Some(Span::Week(year_of(*year, *len)?, small(*week)?))
        }
        [Word::Number(year, 4), Word::Name("kw" | "w" | "cw"), Word::Number(week, 1 | 2)] => {
            Some(Span::Week(year_of(*year, 4)?, small(*week)?))
        }
        [Word::Name("q" | "quartal"), Word::Number(quarter, 1), Word::Number(year, len @ (2 | 4))] => {
            Some(Span::Quarter(year_of(*year, *len)?, small(*quarter)?))
        }
        [Word::Number(year, 4), Word::Name("q"), Word::Number(quarter, 1)] => {
            Some(Span::Quarter(year_of(*year, 4)?, small(*quarter)?))
        }
        [Word::Number(quarter, 1), Word::Name("quartal"), Word::Number(year, len @ (2 | 4))] => {
            Some(Span::Quarter(year_of(*year, *len)?, small(*quarter)?))
        }
        [Word::Name(name), Word::Number(year, len @ (2 | 4))] => {
            let month = MONTHS.iter().find(|(month, _)| month.starts_with(name)).filter(|_| name.chars().count() >= 3)?;
            Some(Span::Month(year_of(*year, *len)?, month.1))
        }
        _ => None,
    }
}

enum Word<'a> {
    Name(&'a str),
    /// A number and how many digits it has.
    Number(u32, usize),
}

/// Runs of letters and of digits; what stands between them doesn't count.
fn words(text: &str) -> Vec<Word<'_>> {
    let mut words = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find(char::is_alphanumeric) {
        rest = &rest[start..];
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let len = match digits {
            0 => rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len()),
            digits => digits,
        };
        if len == 0 {
            // A digit of another script.
            return Vec::new();
        }
        words.push(match digits {
            0 => Word::Name(&rest[..len]),
            _ => Word::Number(rest[..len].parse().unwrap_or(u32::MAX), digits),
        });
        rest = &rest[len..];
    }
    words
}

fn small(number: u32) -> Option<u8> {
    u8::try_from(number).ok()
}

/// The year; of two digits, those from 70 on lie in the last century.
fn year_of(number: u32, digits: usize) -> Option<i32> {
    let year = match (digits, number) {
        (2, year @ 70..) => 1900 + year,
        (2, year) => 2000 + year,
        (_, year) => year,
    };
    i32::try_from(year).ok().filter(|year| (1900..=2200).contains(year))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<&str>) {
        assert_eq!(read_span(text).and_then(Span::first_day).map(|day| day.to_string()).as_deref(), expected, "{text}");
    }

    #[test]
    fn spans_are_read_as_they_are_written() {
        for text in ["03/2025", "2025-03", "Mär 25", "März 2025", "Mar. 2025", "march 2025", "3.2025", "Mrz 25"] {
            check(text, Some("2025-03-01"));
        }
        for text in ["KW 12/2025", "2025-W12", "2025 KW 12", "KW12 2025", "Woche 12/25"] {
            check(text, Some("2025-03-17"));
        }
        for text in ["2025-Q2", "Q2/2025", "2. Quartal 2025", "Q2 25"] {
            check(text, Some("2025-04-01"));
        }
        check("45717", Some("2025-03-01"));
        check("45717.604", Some("2025-03-01"));
        check("Dez 24", Some("2024-12-01"));
    }

    #[test]
    fn what_is_no_span_is_left_alone() {
        for text in ["", "12", "13/2025", "KW 60/2025", "Q5/2025", "Markt 12", "1.234", "99999", "0", "²³/2025", "2025", "Q3_1"]
        {
            check(text, None);
        }
    }

    #[test]
    fn excel_counts_a_day_that_never_was() {
        assert_eq!(excel_day(1).unwrap().to_string(), "1900-01-01");
        assert_eq!(excel_day(59).unwrap().to_string(), "1900-02-28");
        assert_eq!(excel_day(61).unwrap().to_string(), "1900-03-01");
    }
}
