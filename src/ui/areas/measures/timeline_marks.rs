//! The marks along the timeline: months, and weeks where they are wide enough.

use leptos::prelude::*;
use reiseplan::{
    finance::TimeScale,
    plan::Month,
    texts::{Texts, format},
};

/// Room that the name of a month needs in CSS pixels, without and with its year.
const NAME_WIDTH: (f64, f64) = (30.0, 64.0);
/// Room that the number of a day needs.
const DAY_WIDTH: f64 = 20.0;

/// A line and a name for each month, a line and its Monday's day for each week.
pub fn marks(scale: &TimeScale, texts: &Texts) -> impl IntoView + use<> {
    // With its year, as the first of a year and the first of all.
    let has_year = |month: Month, x: f64| month.number() == 1 || x == 0.0;
    let months: Vec<_> = scale.months().collect();
    // A name with its year may reach into the month behind.
    let is_covered = |at: usize| {
        let before = at.checked_sub(1).map(|before| months[before]);
        before.is_some_and(|(month, x, width): (Month, f64, f64)| has_year(month, x) && width < NAME_WIDTH.1)
    };
    let month = |(at, (month, x, width)): (usize, &(Month, f64, f64))| {
        let (month, x, width) = (*month, *x, *width);
        let is_first = has_year(month, x);
        let name = format::month_short(texts.language, month);
        let name = if is_first { format!("{name} {}", month.year()) } else { name.to_owned() };
        let fits = is_first && width >= 20.0 || width >= NAME_WIDTH.0 && !is_covered(at);
        view! {
            <span class="timeline-month" class:timeline-year=is_first style:inset-inline-start=format!("{x}px")>
                {fits.then_some(name)}
            </span>
        }
    };
    let week = |(monday, x): (reiseplan::plan::Day, f64)| {
        let begin = scale.x(monday.month().first_day());
        let name = if has_year(monday.month(), begin) { NAME_WIDTH.1 } else { NAME_WIDTH.0 };
        let end = scale.x(monday.month().plus(1).first_day());
        let fits = x - begin >= name && end - x >= DAY_WIDTH;
        view! {
            <span class="timeline-month timeline-week" style:inset-inline-start=format!("{x}px")>{fits.then(|| monday.day())}</span>
        }
    };
    (scale.weeks().map(week).collect_view(), months.iter().enumerate().map(month).collect_view())
}
