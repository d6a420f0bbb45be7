//! Quarters of the calendar year, written as `2025-Q1`.

use super::{Day, Month};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;

/// A quarter, `2025-Q1`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Quarter {
    year: i32,
    number: u8,
}

impl Quarter {
    /// The quarter that a month lies in.
    #[must_use]
    pub fn of(month: Month) -> Self {
        Self { year: month.year(), number: (month.number() - 1) / 3 + 1 }
    }

    /// Reads `2025-Q1`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (year, number) = text.split_once("-Q")?;
        let number = match number {
            "1" => 1,
            "2" => 2,
            "3" => 3,
            "4" => 4,
            _ => return None,
        };
        Month::parse(&format!("{year}-01")).map(|month| Self { year: month.year(), number })
    }

    /// The year.
    #[must_use]
    pub fn year(self) -> i32 {
        self.year
    }

    /// The quarter's number, 1 to 4.
    #[must_use]
    pub fn number(self) -> u8 {
        self.number
    }

    /// Its first month.
    #[must_use]
    pub fn first_month(self) -> Month {
        Month::new(self.year, self.number * 3 - 2).expect("BUG: a quarter without months")
    }

    /// Its first day.
    #[must_use]
    pub fn first_day(self) -> Day {
        self.first_month().first_day()
    }

    /// Its last day.
    #[must_use]
    pub fn last_day(self) -> Day {
        self.first_month().plus(2).last_day()
    }

    /// The quarter `quarters` later (earlier if negative); stays within years 1 to 9999.
    #[must_use]
    pub fn plus(self, quarters: i32) -> Self {
        Self::of(self.first_month().plus(quarters.saturating_mul(3)))
    }

    /// The quarters from this to another, both included; none if that lies before.
    pub fn through(self, last: Self) -> impl Iterator<Item = Self> {
        let count = (last.year - self.year) * 4 + i32::from(last.number) - i32::from(self.number) + 1;
        (0..count.max(0)).map(move |quarters| self.plus(quarters))
    }
}

impl fmt::Display for Quarter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-Q{}", self.year, self.number)
    }
}

impl Serialize for Quarter {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Quarter {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| serde::de::Error::custom(format!("{text} isn't a quarter: 2025-Q1 is wanted")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quarter_is_three_months_of_a_year() {
        let quarter = Quarter::parse("2025-Q4").unwrap();
        assert_eq!(
            (quarter.first_day(), quarter.last_day()),
            (Day::parse("2025-10-01").unwrap(), Day::parse("2025-12-31").unwrap())
        );
        for month in 1..=12 {
            let quarter = Quarter::of(Month::new(2026, month).unwrap());
            assert_eq!(quarter.to_string(), format!("2026-Q{}", month.div_ceil(3)));
            assert_eq!(Quarter::parse(&quarter.to_string()), Some(quarter));
        }
        assert_eq!(quarter.plus(1).to_string(), "2026-Q1");
        assert_eq!(quarter.plus(-4).to_string(), "2024-Q4");
        let names = |first: &str, last: &str| {
            let [first, last] = [first, last].map(|text| Quarter::parse(text).unwrap());
            first.through(last).map(|quarter| quarter.to_string()).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(names("2025-Q3", "2026-Q2"), "2025-Q3 2025-Q4 2026-Q1 2026-Q2");
        assert_eq!(names("2026-Q2", "2025-Q3"), "");
    }

    #[test]
    fn what_is_no_quarter_is_refused() {
        for text in ["", "2025", "2025-Q0", "2025-Q5", "2025-Q11", "25-Q1", "2025-q1", "0000-Q1"] {
            assert_eq!(Quarter::parse(text), None, "{text}");
        }
    }
}
