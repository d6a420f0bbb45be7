//! Days, weeks, months, quarters and years of the calendar, by which figures are summed up.

use crate::plan::{Day, Month, Resolution};

/// A day, week, month, quarter or year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    grain: Resolution,
    first: Day,
}

impl Period {
    /// The period of this length that a day lies in.
    #[must_use]
    pub fn of(grain: Resolution, day: Day) -> Self {
        Self { grain, first: grain.first_day(day) }
    }

    /// Its length.
    #[must_use]
    pub fn grain(self) -> Resolution {
        self.grain
    }

    /// Its first day.
    #[must_use]
    pub fn first_day(self) -> Day {
        self.first
    }

    /// Its last day.
    #[must_use]
    pub fn last_day(self) -> Day {
        match self.grain {
            Resolution::Day => self.first,
            // The calendar of a `Day` can end within a week.
            Resolution::Week => (0..7).rev().find_map(|days| self.first.plus_days(days)).unwrap_or(self.first),
            Resolution::Month => self.first.month().last_day(),
            Resolution::Quarter => self.first.month().plus(2).last_day(),
            Resolution::Year => self.first.month().plus(11).last_day(),
        }
    }

    /// The day by which it belongs to a longer period: the Thursday of a week (as ISO 8601 assigns weeks to years), else
    /// the first day.
    #[must_use]
    pub fn middle_day(self) -> Day {
        self.grain.middle_day(self.first)
    }

    /// How many periods of its length lie between another one and it; 0: they are the same.
    #[must_use]
    pub fn steps_since(self, other: Self) -> i64 {
        let months = || i64::from(self.first_month().months_since(other.first_month()));
        match self.grain {
            Resolution::Day => self.first.days_since(other.first),
            Resolution::Week => self.first.days_since(other.first) / 7,
            Resolution::Month => months(),
            Resolution::Quarter => months() / 3,
            Resolution::Year => months() / 12,
        }
    }

    /// The month that it begins in.
    #[must_use]
    pub fn first_month(self) -> Month {
        self.first.month()
    }

    /// The period before it; `None` at the beginning of the calendar.
    #[must_use]
    pub fn previous(self) -> Option<Self> {
        Some(Self::of(self.grain, self.first.plus_days(-1)?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(grain: Resolution, day: &str, first: &str, last: &str) {
        let period = Period::of(grain, Day::parse(day).unwrap());
        assert_eq!((period.first_day().to_string().as_str(), period.last_day().to_string().as_str()), (first, last), "{day}");
        let previous = period.previous().unwrap();
        assert_eq!(period.first_day().days_since(previous.last_day()), 1);
        assert_eq!((period.steps_since(previous), period.steps_since(period)), (1, 0));
    }

    #[test]
    fn a_day_lies_in_its_period() {
        check(Resolution::Week, "2025-03-02", "2025-02-24", "2025-03-02");
        check(Resolution::Week, "2024-12-30", "2024-12-30", "2025-01-05");
        check(Resolution::Month, "2024-02-29", "2024-02-01", "2024-02-29");
        check(Resolution::Quarter, "2025-01-01", "2025-01-01", "2025-03-31");
        check(Resolution::Quarter, "2025-06-30", "2025-04-01", "2025-06-30");
        check(Resolution::Quarter, "2025-12-31", "2025-10-01", "2025-12-31");
        check(Resolution::Day, "2024-02-29", "2024-02-29", "2024-02-29");
        check(Resolution::Year, "2024-02-29", "2024-01-01", "2024-12-31");
    }

    #[test]
    fn a_week_belongs_to_the_month_of_its_thursday() {
        let month = |day: &str| Period::of(Resolution::Week, Day::parse(day).unwrap()).middle_day().month().to_string();
        assert_eq!(
            (month("2025-02-24"), month("2024-12-30"), month("2025-04-28")),
            ("2025-02".into(), "2025-01".into(), "2025-05".into())
        );
    }

    #[test]
    fn the_calendar_begins_without_a_fall() {
        for grain in Resolution::ALL {
            assert_eq!(Period::of(grain, Day::parse("0001-01-01").unwrap()).previous(), None, "{grain:?}");
        }
    }
}
