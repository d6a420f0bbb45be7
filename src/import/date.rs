//! Dates as files write them: `01.03.2025`, `2025-03-01 14:05`, `03/01/25 02:05:00 PM`. Times and weekdays are left aside.
//!
//! Days with the name of a month, weeks, months, quarters and years are read by [`super::period`].

use super::period::{Span, read_span, without_weekday};
use crate::plan::{Day, Resolution};
use serde::{Deserialize, Serialize};

/// In which order a column writes the parts of dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DateOrder {
    /// Year, month, day: `2025-12-31`.
    YearFirst,
    /// Day, month, year: `31.12.2025`, `31/12/2025`.
    DayFirst,
    /// Month, day, year: `12/31/2025`.
    MonthFirst,
}

impl DateOrder {
    /// The day that a cell of such a column stands for; none: it isn't a day.
    #[must_use]
    pub fn read(self, cell: &str) -> Option<Day> {
        read_day(cell, self).ok()
    }
}

/// How a column writes dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DateFormat {
    /// The order of most of its dates. A date that begins with a year of four digits, or that is written with points,
    /// is read as what it is in any column.
    pub order: DateOrder,
    /// Whether nothing in the file tells the order: it is to be asked.
    pub ambiguous: bool,
    /// The span that each of its dates stands for.
    pub resolution: Resolution,
}

/// Why a text isn't a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NoDay {
    /// It isn't written like a date.
    NotADate,
    /// The calendar doesn't have it.
    NoSuchDate,
}

/// Three numbers as a date has them, and what follows.
struct Parts<'a> {
    numbers: [u32; 3],
    lens: [usize; 3],
    separator: u8,
    rest: &'a str,
}

impl<'a> Parts<'a> {
    fn of(text: &'a str) -> Option<Self> {
        let bytes = text.as_bytes();
        let (mut numbers, mut lens, mut separator, mut at) = ([0; 3], [0; 3], 0, 0);
        for index in 0..3 {
            if index > 0 {
                let here = *bytes.get(at)?;
                if !matches!(here, b'.' | b'/' | b'-') || (index == 2 && here != separator) {
                    return None;
                }
                separator = here;
                at += 1;
                // "1. 3. 2025"
                at += usize::from(here == b'.' && bytes.get(at) == Some(&b' '));
            }
            while let Some(digit) = bytes.get(at).filter(|b| b.is_ascii_digit()) {
                numbers[index] = numbers[index] * 10 + u32::from(digit - b'0');
                lens[index] += 1;
                at += 1;
                if lens[index] > 4 {
                    return None;
                }
            }
            if lens[index] == 0 {
                return None;
            }
        }
        let rest = &text[at..];
        let time = rest.trim_start_matches(['T', ' ', ',', '-', '–']);
        let is_time = time.len() < rest.len() && time.starts_with(|c: char| c.is_ascii_digit()) && time.contains([':', '.', 'h']);
        (rest.trim().is_empty() || is_time).then_some(Self { numbers, lens, separator, rest })
    }

    fn year_first(&self) -> bool {
        self.lens[0] == 4 && self.lens[1] <= 2 && self.lens[2] <= 2
    }

    fn year_last(&self) -> bool {
        self.lens[0] <= 2 && self.lens[1] <= 2 && matches!(self.lens[2], 2 | 4)
    }

    /// The year of the last number; of two digits, those from 70 on lie in the last century.
    fn last_year(&self) -> u32 {
        match (self.lens[2], self.numbers[2]) {
            (2, year @ 70..) => 1900 + year,
            (2, year) => 2000 + year,
            (_, year) => year,
        }
    }
}

fn day(year: u32, month: u32, day: u32) -> Option<Day> {
    Day::new(i32::try_from(year).ok()?, u8::try_from(month).ok()?, u8::try_from(day).ok()?)
}

/// Reads a date with or without a time behind it, or the first day of a week, month or quarter.
pub(super) fn read_day(text: &str, order: DateOrder) -> Result<Day, NoDay> {
    let text = without_weekday(text.trim());
    let Some(parts) = Parts::of(text) else {
        let span = read_span(text).ok_or(NoDay::NotADate)?;
        return span.first_day().ok_or(NoDay::NoSuchDate);
    };
    let [a, b, c] = parts.numbers;
    let found = if parts.year_first() {
        day(a, b, c)
    } else if !parts.year_last() {
        return Err(NoDay::NotADate);
    } else {
        match order {
            DateOrder::DayFirst => day(parts.last_year(), b, a),
            _ if parts.separator == b'.' => day(parts.last_year(), b, a),
            DateOrder::MonthFirst => day(parts.last_year(), a, b),
            DateOrder::YearFirst => return Err(NoDay::NotADate),
        }
    };
    found.ok_or(NoDay::NoSuchDate)
}

/// Reads a date that is written as `2025-03-01` or `01.03.2025`, a time like `14:05` behind it or not, and exactly as
/// [`read_day`] does in any order; `None`: ask that one.
pub(super) fn plain_day(cell: &[u8]) -> Option<Day> {
    let (date, rest) = cell.split_first_chunk::<10>()?;
    let number = |digits: &[u8]| {
        let digit = |sum: u32, byte: &u8| byte.is_ascii_digit().then(|| sum * 10 + u32::from(byte - b'0'));
        digits.iter().try_fold(0, digit)
    };
    let found = match date {
        [year @ .., b'-', m1, m2, b'-', d1, d2] => day(number(year)?, number(&[*m1, *m2])?, number(&[*d1, *d2])?),
        [d1, d2, b'.', m1, m2, b'.', year @ ..] => day(number(year)?, number(&[*m1, *m2])?, number(&[*d1, *d2])?),
        _ => None,
    };
    let is_usual = match rest {
        [] => true,
        [b' ' | b'T', h1, h2, b':', rest @ ..] => {
            h1.is_ascii_digit() && h2.is_ascii_digit() && rest.iter().all(|byte| byte.is_ascii_digit() || *byte == b':')
        }
        _ => false,
    };
    found.filter(|_| is_usual)
}

/// What the cells of a column say about the way it writes dates.
#[derive(Clone, Debug, Default)]
pub(super) struct DateEvidence {
    /// Cells that are written like a date.
    pub(super) dates: u64,
    /// Dates with points.
    points: u64,
    /// Dates that end with the year, not written with points.
    open: u64,
    /// Those of them that only exist with the day first.
    day_first: u64,
    /// Those of them that only exist with the month first.
    month_first: u64,
    /// Those of them with AM or PM behind the time.
    half_days: u64,
    /// What isn't written like a plain date, by [`Span::kind`].
    spans: [u64; Span::KINDS],
}

impl DateEvidence {
    pub(super) fn observe(&mut self, text: &str) {
        let text = without_weekday(text);
        let Some(parts) = Parts::of(text) else {
            if let Some(span) = read_span(text) {
                self.dates += u64::from(!span.is_number());
                self.spans[span.kind()] += 1;
            }
            return;
        };
        if parts.year_first() {
            self.dates += 1;
        } else if parts.year_last() {
            self.dates += 1;
            if parts.separator == b'.' {
                self.points += 1;
                return;
            }
            let [a, b, _] = parts.numbers;
            self.open += 1;
            self.day_first += u64::from(a > 12 && b <= 12);
            self.month_first += u64::from(b > 12 && a <= 12);
            let end = parts.rest.as_bytes();
            self.half_days += u64::from(end.len() > 2 && end[end.len() - 2..].eq_ignore_ascii_case(b"am"));
            self.half_days += u64::from(end.len() > 2 && end[end.len() - 2..].eq_ignore_ascii_case(b"pm"));
        }
    }

    /// Cells that are numbers and may be days or years: they only are where the column's name says so.
    pub(super) fn numbers(&self) -> u64 {
        self.spans[Span::NUMBER_KIND] + self.spans[Span::YEAR_KIND]
    }

    /// Cells that may be a year.
    pub(super) fn years(&self) -> u64 {
        self.spans[Span::YEAR_KIND]
    }

    /// The span that most dates stand for.
    pub(super) fn resolution(&self) -> Resolution {
        let spans = [Resolution::Week, Resolution::Month, Resolution::Quarter];
        let years = (Resolution::Year, self.years());
        let most = spans.into_iter().zip(self.spans).chain([years]).max_by_key(|(_, count)| *count);
        most.filter(|(_, count)| *count * 2 > self.dates + self.numbers()).map_or(Resolution::Day, |(span, _)| span)
    }

    /// Whether dates are written with points, as in German.
    pub(super) fn has_points(&self) -> bool {
        self.points > 0
    }

    /// Whether more cells could still settle the order.
    pub(super) fn is_open(&self) -> bool {
        self.open > 0 && self.day_first == 0 && self.month_first == 0
    }

    /// The order that the column tells by itself.
    pub(super) fn order(&self) -> Option<DateOrder> {
        match self.day_first.cmp(&self.month_first) {
            std::cmp::Ordering::Greater => Some(DateOrder::DayFirst),
            std::cmp::Ordering::Less => Some(DateOrder::MonthFirst),
            std::cmp::Ordering::Equal if self.half_days > 0 => Some(DateOrder::MonthFirst),
            std::cmp::Ordering::Equal if self.open > 0 => None,
            std::cmp::Ordering::Equal if self.points > 0 => Some(DateOrder::DayFirst),
            std::cmp::Ordering::Equal => Some(DateOrder::YearFirst),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(text: &str, order: DateOrder, expected: Result<&str, NoDay>) {
        assert_eq!(read_day(text, order).map(|day| day.to_string()), expected.map(str::to_owned), "{text}");
    }

    #[test]
    fn dates_are_read_as_they_are_written() {
        use DateOrder::{DayFirst, MonthFirst, YearFirst};
        check("01.03.2025", DayFirst, Ok("2025-03-01"));
        check("01.03.2025", MonthFirst, Ok("2025-03-01"));
        check("1. 3. 2025", DayFirst, Ok("2025-03-01"));
        check("1.3.25 14:05", DayFirst, Ok("2025-03-01"));
        check("01.03.98", DayFirst, Ok("1998-03-01"));
        check("2025-03-01", MonthFirst, Ok("2025-03-01"));
        check("2025-03-01", YearFirst, Ok("2025-03-01"));
        check("01.03.2025", YearFirst, Ok("2025-03-01"));
        check("2025-03-01T14:05:06Z", DayFirst, Ok("2025-03-01"));
        check("2025/03/01 2:08:12 nachm. MEZ", DayFirst, Ok("2025-03-01"));
        check("03/01/2025 02:05:00 PM", MonthFirst, Ok("2025-03-01"));
        check("03/01/2025", DayFirst, Ok("2025-01-03"));
        check("01.03.2025 - 14:05", DayFirst, Ok("2025-03-01"));
        check("Sa, 01.03.2025", DayFirst, Ok("2025-03-01"));
        check("1. März 2025", MonthFirst, Ok("2025-03-01"));
        check("3-Mar-25", YearFirst, Ok("2025-03-03"));
    }

    proptest! {
        /// The short way is taken only where it leads to the same day.
        #[test]
        fn plain_dates_are_read_as_all_others(
            text in "([0-9]{4}-[01][0-9]-[0-3][0-9]|[0-3][0-9][./][01][0-9][./][0-9]{4})([ T][0-9]{2}[:.][0-9:Z]{0,6}|x|)"
        ) {
            for order in [DateOrder::DayFirst, DateOrder::MonthFirst, DateOrder::YearFirst] {
                if let Some(day) = plain_day(text.as_bytes()) {
                    prop_assert_eq!(read_day(&text, order), Ok(day));
                }
            }
        }
    }

    #[test]
    fn plain_dates_take_the_short_way() {
        for text in ["2025-03-01", "01.03.2025", "2025-03-01 14:05:06", "01.03.2025 14:05"] {
            assert_eq!(plain_day(text.as_bytes()).map(|day| day.to_string()).as_deref(), Some("2025-03-01"), "{text}");
        }
        for text in ["", "2025-03-1", "1.3.2025", "01/03/2025", "2025-02-30", "2025-03-01x", "+025-03-01"] {
            assert_eq!(plain_day(text.as_bytes()), None, "{text}");
        }
    }

    #[test]
    fn what_is_no_date_is_told_from_what_no_calendar_has() {
        use DateOrder::{DayFirst, MonthFirst, YearFirst};
        check("31.02.2025", DayFirst, Err(NoDay::NoSuchDate));
        check("13/25/2025", MonthFirst, Err(NoDay::NoSuchDate));
        check("03/01/2025", YearFirst, Err(NoDay::NotADate));
        check("00.00.0000", DayFirst, Err(NoDay::NoSuchDate));
        for text in ["", "gestern", "1.234,56", "01.03.", "01.03-2025", "01.03.2025x", "192.168.0.1", "123456.1.2"] {
            check(text, DayFirst, Err(NoDay::NotADate));
        }
    }
}
