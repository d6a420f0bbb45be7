//! Weeks, months and quarters of the calendar, by which figures are summed up.

use crate::plan::{Day, Month};

/// How long the periods are by which a figure is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Grain {
    /// Weeks from Monday to Sunday (ISO 8601).
    Week,
    /// Months.
    #[default]
    Month,
    /// Quarters from January, April, July and October.
    Quarter,
}

impl Grain {
    /// All grains, the finest first.
    pub const ALL: [Self; 3] = [Self::Week, Self::Month, Self::Quarter];
}

/// A week, month or quarter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    grain: Grain,
    first: Day,
}

impl Period {
    /// The period of this length that a day lies in.
    #[must_use]
    pub fn of(grain: Grain, day: Day) -> Self {
        let first = match grain {
            Grain::Week => {
                let (year, week) = day.iso_week();
                Day::of_iso_week(year, week).unwrap_or(day)
            }
            Grain::Month => day.month().first_day(),
            Grain::Quarter => day.month().plus(-(i32::from(day.month().number() - 1) % 3)).first_day(),
        };
        Self { grain, first }
    }

    /// Its length.
    #[must_use]
    pub fn grain(self) -> Grain {
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
            // The calendar of a `Day` can end within a week.
            Grain::Week => (0..7).rev().find_map(|days| self.first.plus_days(days)).unwrap_or(self.first),
            Grain::Month => self.first.month().last_day(),
            Grain::Quarter => self.first.month().plus(2).last_day(),
        }
    }

    /// The month that it begins in.
    #[must_use]
    pub fn first_month(self) -> Month {
        self.first.month()
    }

    /// The period after it; `None` at the end of the calendar.
    #[must_use]
    pub fn next(self) -> Option<Self> {
        Some(Self::of(self.grain, self.last_day().plus_days(1)?))
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
    fn check(grain: Grain, day: &str, first: &str, last: &str) {
        let period = Period::of(grain, Day::parse(day).unwrap());
        assert_eq!((period.first_day().to_string().as_str(), period.last_day().to_string().as_str()), (first, last), "{day}");
        if let Some(next) = period.next() {
            assert_eq!(next.previous(), Some(period));
            assert_eq!(next.first_day().days_since(period.last_day()), 1);
        }
    }

    #[test]
    fn a_day_lies_in_its_week_month_and_quarter() {
        check(Grain::Week, "2025-03-02", "2025-02-24", "2025-03-02");
        check(Grain::Week, "2024-12-30", "2024-12-30", "2025-01-05");
        check(Grain::Month, "2024-02-29", "2024-02-01", "2024-02-29");
        check(Grain::Quarter, "2025-01-01", "2025-01-01", "2025-03-31");
        check(Grain::Quarter, "2025-06-30", "2025-04-01", "2025-06-30");
        check(Grain::Quarter, "2025-12-31", "2025-10-01", "2025-12-31");
    }

    #[test]
    fn the_calendar_ends_without_a_fall() {
        for grain in Grain::ALL {
            assert_eq!(Period::of(grain, Day::parse("9999-12-31").unwrap()).next(), None, "{grain:?}");
            assert_eq!(Period::of(grain, Day::parse("0001-01-01").unwrap()).previous(), None, "{grain:?}");
        }
    }
}
