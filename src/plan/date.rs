//! Days and months of the calendar, written as in ISO 8601.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use time::{Date, Duration};

/// A day, `2025-03-01`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(Date);

/// A month, `2025-03`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month {
    year: i32,
    month: u8,
}

impl Day {
    /// The day of this date in years 1 to 9999; `None` if there is no such day.
    #[must_use]
    pub fn new(year: i32, month: u8, day: u8) -> Option<Self> {
        if !(1..=9999).contains(&year) {
            return None;
        }
        Date::from_calendar_date(year, time::Month::try_from(month).ok()?, day).ok().map(Self)
    }

    /// Reads `2025-03-01`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        if parts.next().is_some() || year.len() != 4 || month.len() != 2 || day.len() != 2 {
            return None;
        }
        if !text.bytes().all(|b| b.is_ascii_digit() || b == b'-') {
            return None;
        }
        Self::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
    }

    /// The year.
    #[must_use]
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// The day of the month, 1 to 31.
    #[must_use]
    pub fn day(self) -> u8 {
        self.0.day()
    }

    /// The month that it lies in.
    #[must_use]
    pub fn month(self) -> Month {
        Month { year: self.0.year(), month: self.0.month().into() }
    }

    /// The ISO week that it lies in: year and week.
    #[must_use]
    pub fn iso_week(self) -> (i32, u8) {
        let (year, week, _) = self.0.to_iso_week_date();
        (year, week)
    }

    /// The Monday of an ISO week; `None` if the year has no such week.
    #[must_use]
    pub fn of_iso_week(year: i32, week: u8) -> Option<Self> {
        let date = Date::from_iso_week_date(year, week, time::Weekday::Monday).ok()?;
        Self::new(date.year(), date.month().into(), date.day())
    }

    /// The day `days` later (earlier if negative); `None` outside of years 1 to 9999.
    #[must_use]
    pub fn plus_days(self, days: i64) -> Option<Self> {
        let date = self.0.checked_add(Duration::days(days))?;
        Self::new(date.year(), date.month().into(), date.day())
    }

    /// Its number in a count of all days without gaps.
    #[must_use]
    pub fn number(self) -> i32 {
        self.0.to_julian_day()
    }

    /// Number of days from `earlier` to this day.
    #[must_use]
    pub fn days_since(self, earlier: Self) -> i64 {
        (self.0 - earlier.0).whole_days()
    }
}

impl Month {
    /// The month 1 to 12 of a year 1 to 9999.
    #[must_use]
    pub fn new(year: i32, month: u8) -> Option<Self> {
        ((1..=9999).contains(&year) && (1..=12).contains(&month)).then_some(Self { year, month })
    }

    /// Reads `2025-03`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Day::parse(&format!("{text}-01")).map(Day::month)
    }

    /// The year.
    #[must_use]
    pub fn year(self) -> i32 {
        self.year
    }

    /// The month's number, 1 to 12.
    #[must_use]
    pub fn number(self) -> u8 {
        self.month
    }

    /// The month `months` later (earlier if negative); stays within years 1 to 9999.
    #[must_use]
    pub fn plus(self, months: i32) -> Self {
        let count = (i64::from(self.year) * 12 + i64::from(self.month) - 1 + i64::from(months)).clamp(12, 9999 * 12 + 11);
        Self { year: (count / 12) as i32, month: (count % 12) as u8 + 1 }
    }

    /// Number of months from `earlier` to this month.
    #[must_use]
    pub fn months_since(self, earlier: Self) -> i32 {
        (self.year - earlier.year) * 12 + i32::from(self.month) - i32::from(earlier.month)
    }

    /// Its first day.
    #[must_use]
    pub fn first_day(self) -> Day {
        Day::new(self.year, self.month, 1).expect("BUG: a month without a first day")
    }

    /// Its last day.
    #[must_use]
    pub fn last_day(self) -> Day {
        (28..=31).rev().find_map(|day| Day::new(self.year, self.month, day)).expect("BUG: a month without a last day")
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.0.year(), u8::from(self.0.month()), self.0.day())
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}

macro_rules! serde_as_text {
    ($($name:ident $wanted:literal,)*) => {$(
        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = String::deserialize(deserializer)?;
                Self::parse(&text).ok_or_else(|| serde::de::Error::custom(format!("{text:?} isn't {}", $wanted)))
            }
        }
    )*};
}

serde_as_text! {
    Day "a day like 2025-03-01",
    Month "a month like 2025-03",
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_counted_across_years() {
        let month = Month::parse("2025-11").unwrap();
        assert_eq!(month.plus(3).to_string(), "2026-02");
        assert_eq!(month.plus(-11).to_string(), "2024-12");
        assert_eq!(month.plus(3).months_since(month), 3);
        assert_eq!(Month::parse("2024-02").unwrap().last_day().to_string(), "2024-02-29");
    }

    #[test]
    fn what_is_no_day_is_not_read() {
        for text in ["", "2025-02-30", "2025-2-3", "25-02-03", "2025-02-03T00:00", "+025-02-03", "0000-01-01"] {
            assert_eq!(Day::parse(text), None, "{text}");
        }
    }

    #[test]
    fn the_first_week_can_begin_in_december() {
        assert_eq!(Day::of_iso_week(2025, 1).unwrap().to_string(), "2024-12-30");
        assert_eq!(Day::parse("2024-12-30").unwrap().iso_week(), (2025, 1));
    }
}
