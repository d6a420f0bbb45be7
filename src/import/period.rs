//! Weeks, months, quarters and years as files write them: `KW 12/2025`, `2025-W12`, `03/2025`, `Mär 25`, `2025-Q1`, `2025`;
//! and days as words (`1. März 2025`, `Mar 1, 2025`) or numbers (`20250301`, `45717` as Excel counts).

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
    /// A day whose month is named.
    Named(Day),
    /// A day written as a number.
    Number(Day),
    /// A year.
    Year(i32),
}

impl Span {
    /// How many kinds there are.
    pub(super) const KINDS: usize = 6;
    /// The kind of a day written as a number.
    pub(super) const NUMBER_KIND: usize = 3;
    /// The kind of a year.
    pub(super) const YEAR_KIND: usize = 4;

    /// Which kind it is, from 0.
    pub(super) fn kind(self) -> usize {
        match self {
            Self::Week(..) => 0,
            Self::Month(..) => 1,
            Self::Quarter(..) => 2,
            Self::Number(_) => Self::NUMBER_KIND,
            Self::Year(_) => Self::YEAR_KIND,
            Self::Named(_) => 5,
        }
    }

    /// Whether it is written as a number, that may as well be none of time.
    pub(super) fn is_number(self) -> bool {
        matches!(self, Self::Number(_) | Self::Year(_))
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
            Self::Named(day) | Self::Number(day) => Some(day),
            Self::Year(year) => Day::new(year, 1, 1),
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
const LEN_MAX: usize = 40;

/// Reads a week, month, quarter or numbered day.
pub(super) fn read_span(text: &str) -> Option<Span> {
    let text = text.trim();
    if text.len() > LEN_MAX || !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let (whole, fraction) = text.split_once(['.', ',']).unwrap_or((text, ""));
    if whole.len() == 5 && whole.bytes().chain(fraction.bytes()).all(|byte| byte.is_ascii_digit()) {
        return whole.parse().ok().filter(|days| EXCEL_DAYS.contains(days)).and_then(excel_day).map(Span::Number);
    }
    if text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return compact_day(text).map(Span::Number);
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
        [Word::Number(year, 4)] if text.len() == 4 => year_of(*year, 4).filter(|year| YEARS.contains(year)).map(Span::Year),
        [Word::Name(name), Word::Number(year, len @ (2 | 4))] => Some(Span::Month(year_of(*year, *len)?, month_named(name)?)),
        [Word::Number(day, 1 | 2), Word::Name(name), Word::Number(year, len @ (2 | 4)), time @ ..] if is_time(time, &lower) => {
            named_day(*year, *len, name, *day)
        }
        [Word::Name(name), Word::Number(day, 1 | 2), Word::Number(year, 4), time @ ..] if is_time(time, &lower) => {
            named_day(*year, 4, name, *day)
        }
        _ => None,
    }
}

/// Years of which data can be.
const YEARS: std::ops::RangeInclusive<i32> = 1990..=2100;

/// The month that a word names; three letters of it are enough.
fn month_named(name: &str) -> Option<u8> {
    let month = MONTHS.iter().find(|(month, _)| month.starts_with(name)).filter(|_| name.chars().count() >= 3)?;
    Some(month.1)
}

fn named_day(year: u32, len: usize, month: &str, day: u32) -> Option<Span> {
    Day::new(year_of(year, len)?, month_named(month)?, small(day)?).map(Span::Named)
}

/// Whether words behind a date are its time, or nothing.
fn is_time(words: &[Word<'_>], text: &str) -> bool {
    words.is_empty() || (matches!(words, [Word::Number(..), Word::Number(..), ..]) && text.contains(':'))
}

/// The day of eight digits, year first.
fn compact_day(digits: &str) -> Option<Day> {
    let number = |range: std::ops::Range<usize>| digits.get(range)?.parse::<u32>().ok();
    let year = i32::try_from(number(0..4)?).ok().filter(|year| YEARS.contains(year))?;
    Day::new(year, small(number(4..6)?)?, small(number(6..8)?)?)
}

/// Days of the week in German and English.
const WEEKDAYS: [&str; 14] = [
    "montag",
    "dienstag",
    "mittwoch",
    "donnerstag",
    "freitag",
    "samstag",
    "sonntag",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];

/// Takes the name of a weekday, of two letters at least, off the beginning of a date.
pub(super) fn without_weekday(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len());
    if !(2..=10).contains(&end) {
        return text;
    }
    let name = text[..end].to_lowercase();
    let rest = text[end..].trim_start_matches(['.', ',', ' ']);
    let is_weekday = WEEKDAYS.iter().any(|day| day.starts_with(&name)) && rest.starts_with(|c: char| c.is_ascii_digit());
    // "Mar 1, 2025" and "Mai 2025" begin with a month.
    if is_weekday && month_named(&name).is_none() { rest } else { text }
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
        for text in ["1. März 2025", "1-Mar-25", "Mar 1, 2025", "1 March 2025 14:05", "March 1, 2025 2:05 PM", "20250301"] {
            check(text, Some("2025-03-01"));
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
        for text in ["20251301", "12345678", "1. Markt 2025", "31. Februar 2025", "0042", "Mar 1, 2025 und mehr"] {
            check(text, None);
        }
        for text in ["", "12", "13/2025", "KW 60/2025", "Q5/2025", "Markt 12", "1.234", "99999", "0", "²³/2025", "Q3_1"] {
            check(text, None);
        }
    }

    #[test]
    fn weekdays_say_nothing_and_years_stand_for_themselves() {
        for (text, rest) in [
            ("Mo, 03.03.2025", "03.03.2025"),
            ("Monday 3 March 2025", "3 March 2025"),
            ("Sa. 1.3.25", "1.3.25"),
            ("Mar 1, 2025", "Mar 1, 2025"),
            ("Mai 2025", "Mai 2025"),
            ("Do it", "Do it"),
        ] {
            assert_eq!(without_weekday(text), rest);
        }
        check("2025", Some("2025-01-01"));
        assert!(read_span("2025").is_some_and(Span::is_number));
    }

    #[test]
    fn excel_counts_a_day_that_never_was() {
        assert_eq!(excel_day(1).unwrap().to_string(), "1900-01-01");
        assert_eq!(excel_day(59).unwrap().to_string(), "1900-02-28");
        assert_eq!(excel_day(61).unwrap().to_string(), "1900-03-01");
    }
}
