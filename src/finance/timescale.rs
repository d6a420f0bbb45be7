//! Days along a line: where a day lies on a timeline, and which marks stand on it.

use super::is_plausible;
use crate::plan::{Day, Measure, Month, Resolution};

/// A stretch of days drawn at so many pixels a day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TimeScale {
    /// The first day that is drawn.
    pub first: Day,
    /// The last day that is drawn.
    pub last: Day,
    /// Width of a day in CSS pixels.
    pub day_width: f64,
}

/// Longest stretch that is drawn on either side of today: twenty years.
const MOST_DAYS: i64 = 7305;
/// Least width in pixels at which weeks are marked.
const LEAST_WEEK: f64 = 28.0;
/// Months that stay free before the first and behind the last day.
const MARGIN: i32 = 1;

impl TimeScale {
    /// The whole months around the periods and milestones of measures and today, with a month of margin. Days that can't
    /// be meant, and what lies more than twenty years from today, are left out.
    #[must_use]
    pub fn around<'a>(measures: impl IntoIterator<Item = &'a Measure>, today: Day, day_width: f64) -> Self {
        let (mut first, mut last) = (today, today);
        for measure in measures {
            let milestones = measure.milestones.iter().filter_map(|milestone| milestone.day);
            let days = measure.start.into_iter().chain(measure.end).chain(milestones);
            for day in days.filter(|day| is_plausible(*day)) {
                first = first.min(day);
                last = last.max(day);
            }
        }
        let first = first.month().plus(-MARGIN).first_day();
        let last = last.month().plus(MARGIN).last_day();
        let first = today.plus_days(-MOST_DAYS).map_or(first, |cut| first.max(cut));
        let last = today.plus_days(MOST_DAYS).map_or(last, |cut| last.min(cut));
        Self { first, last, day_width }
    }

    /// Width of the whole in pixels.
    #[must_use]
    pub fn width(&self) -> f64 {
        (self.last.days_since(self.first) + 1) as f64 * self.day_width
    }

    /// The same stretch, as wide as this in pixels.
    #[must_use]
    pub fn fitted(self, width: f64) -> Self {
        Self { day_width: width / (self.last.days_since(self.first) + 1) as f64, ..self }
    }

    /// Where a day begins, in pixels from the start; the ends of the stretch for days beyond it.
    #[must_use]
    pub fn x(&self, day: Day) -> f64 {
        let days = day.days_since(self.first).clamp(0, self.last.days_since(self.first) + 1);
        days as f64 * self.day_width
    }

    /// Start and width of a period that begins and ends with these days; a day at least.
    #[must_use]
    pub fn bar(&self, start: Day, end: Day) -> (f64, f64) {
        let (start, end) = (start.min(end), start.max(end));
        let x = self.x(start);
        let behind = end.plus_days(1).unwrap_or(end);
        (x, (self.x(behind) - x).max(self.day_width))
    }

    /// Whole days that a distance in pixels stands for.
    #[must_use]
    pub fn days(&self, distance: f64) -> i64 {
        let days = (distance / self.day_width).round();
        if days.is_finite() { days.clamp(-2.0 * MOST_DAYS as f64, 2.0 * MOST_DAYS as f64) as i64 } else { 0 }
    }

    /// The months that are drawn, each with the place where it begins and its width.
    pub fn months(&self) -> impl Iterator<Item = (Month, f64, f64)> {
        let count = self.last.month().months_since(self.first.month()).max(0);
        (0..=count).map(move |months| {
            let month = self.first.month().plus(months);
            let (x, width) = self.bar(month.first_day(), month.last_day().min(self.last));
            (month, x, width)
        })
    }

    /// The Mondays that are drawn, each with the place where it begins; none where weeks lie too close to be told apart.
    pub fn weeks(&self) -> impl Iterator<Item = (Day, f64)> {
        let is_wide = self.day_width * 7.0 >= LEAST_WEEK;
        let of_first = Resolution::Week.first_day(self.first);
        let mondays = std::iter::successors(is_wide.then_some(of_first), |monday| monday.plus_days(7));
        let is_drawn = |monday: &Day| *monday <= self.last;
        mondays.take_while(is_drawn).filter(|monday| *monday >= self.first).map(|monday| (monday, self.x(monday)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::MeasureId;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    fn measure(start: &str, end: &str) -> Measure {
        Measure { start: Day::parse(start), end: Day::parse(end), ..Measure::new(MeasureId::standard("m"), "", None) }
    }

    #[test]
    fn a_scale_reaches_from_the_month_before_the_first_day_to_the_month_after_the_last() {
        let measures = [measure("2026-03-15", "2026-05-01"), measure("2026-06-01", "")];
        let scale = TimeScale::around(&measures, day("2026-04-01"), 2.0);
        assert_eq!((scale.first, scale.last), (day("2026-02-01"), day("2026-07-31")));
        assert_eq!(scale.x(day("2026-02-11")), 20.0);
        assert_eq!(scale.bar(day("2026-02-11"), day("2026-02-11")), (20.0, 2.0));
        assert_eq!(scale.bar(day("2026-02-12"), day("2026-02-11")), (20.0, 4.0));
        assert_eq!(scale.width(), 181.0 * 2.0);
        assert_eq!(scale.fitted(905.0), TimeScale { day_width: 5.0, ..scale });
        let months: Vec<_> = scale.months().map(|(month, x, width)| format!("{month} {x} {width}")).collect();
        assert_eq!(months[..2], ["2026-02 0 56", "2026-03 56 62"]);
        assert_eq!(months.len(), 6);
        assert_eq!((scale.days(5.1), scale.days(-5.1), scale.days(f64::NAN)), (3, -3, 0));
    }

    #[test]
    fn weeks_are_marked_by_their_mondays_where_there_is_room() {
        let weeks = |day_width: f64| {
            let scale = TimeScale::around(&[measure("2026-03-15", "2026-03-20")], day("2026-03-17"), day_width);
            scale.weeks().map(|(monday, x)| format!("{monday} {x}")).collect::<Vec<_>>()
        };
        let wide = weeks(4.0);
        assert_eq!(wide[..2], ["2026-02-02 4", "2026-02-09 32"]);
        assert_eq!((wide.len(), wide.last().map(String::as_str)), (13, Some("2026-04-27 340")));
        assert_eq!(weeks(3.9), Vec::<String>::new());
    }

    #[test]
    fn absurd_dates_make_no_endless_line() {
        let today = day("2026-04-01");
        let mistyped = measure("0001-01-01", "9999-12-31");
        let scale = TimeScale::around(&[mistyped.clone(), measure("2026-03-15", "2026-05-01")], today, 1.0);
        assert_eq!(scale, TimeScale::around(&[measure("2026-03-15", "2026-05-01")], today, 1.0));
        assert_eq!(scale.bar(day("0001-01-01"), day("9999-12-31")), (0.0, scale.width()));
        let long = TimeScale::around(&[mistyped, measure("1970-01-01", "2200-12-31")], today, 1.0);
        assert_eq!((today.days_since(long.first), long.last.days_since(today)), (MOST_DAYS, MOST_DAYS));
        assert_eq!(long.bar(day("1970-01-01"), day("2200-12-31")), (0.0, long.width()));
    }
}
