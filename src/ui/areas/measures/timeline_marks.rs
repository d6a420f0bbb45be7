//! The marks along the timeline: months, and weeks where they are wide enough.

use leptos::prelude::*;
use reiseplan::{
    finance::TimeScale,
    plan::Month,
    texts::{Texts, format},
};

/// Room that the name of a month needs in CSS pixels, without and with its year.
const NAME_WIDTH: (f64, f64) = (30.0, 64.0);

/// A line and a name for each month, a line and its Monday's day for each week.
pub fn marks(scale: &TimeScale, texts: &Texts) -> impl IntoView + use<> {
    // With its year, as the first of a year and the first of all.
    let has_year = |month: Month, x: f64| month.number() == 1 || x == 0.0;
    let month = |(month, x, width): (Month, f64, f64)| {
        let is_first = has_year(month, x);
        let name = format::month_short(texts.language, month);
        let name = if is_first { format!("{name} {}", month.year()) } else { name.to_owned() };
        let fits = width >= NAME_WIDTH.0 || is_first && width >= 20.0;
        view! {
            <span class="timeline-month" class:timeline-year=is_first style:inset-inline-start=format!("{x}px")>
                {fits.then_some(name)}
            </span>
        }
    };
    let week = |(monday, x): (reiseplan::plan::Day, f64)| {
        let begin = scale.x(monday.month().first_day());
        let name = if has_year(monday.month(), begin) { NAME_WIDTH.1 } else { NAME_WIDTH.0 };
        let fits = x - begin >= name;
        view! {
            <span class="timeline-month timeline-week" style:inset-inline-start=format!("{x}px")>{fits.then(|| monday.day())}</span>
        }
    };
    (scale.weeks().map(week).collect_view(), scale.months().map(month).collect_view())
}
