//! Churn, retention and acquisition from counts of customers.
//!
//! The terms after Reichheld & Sasser 1990, "Zero Defections: Quality Comes to Services", Harvard Business Review, and
//! Farris et al., "Marketing Metrics", chapter 5. Rates are shares (0.1 is 10 %) of one period; figures of another
//! period come from [`over_periods`], never by multiplying.

use super::{period::Period, share::Share};
use crate::plan::{CustomerFigure, Customers, Kpi, Plan, Resolution, SourceId, Tally, TypedValue};

/// By how much the customers at the end differ from start + won − lost; 0 where the counts agree or aren't all known.
#[must_use]
pub fn discrepancy(counts: &Customers) -> i64 {
    let Customers { start: Some(start), won: Some(won), lost: Some(lost), end: Some(end) } = *counts else { return 0 };
    i64::from(end) - i64::from(start) - i64::from(won) + i64::from(lost)
}

/// The periods of a tally in which the counts don't agree, with their [`discrepancy`].
#[must_use]
pub fn off_periods(tally: &Tally<Customers>) -> Vec<(Period, i64)> {
    let off = tally.days.iter().map(|(day, counts)| (Period::of(tally.resolution, *day), discrepancy(counts)));
    off.filter(|(_, by)| *by != 0).collect()
}

/// A period of a KPI in which the counts of customers don't agree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Discrepancy {
    /// The period.
    pub period: Period,
    /// By how much the customers at the end differ from start + won − lost.
    pub by: i64,
    /// The source that has the counts; none: they were typed in.
    pub source: Option<SourceId>,
}

/// The periods of a KPI in which the counts of customers don't agree: those that were typed in first, then those of each
/// source.
#[must_use]
pub fn discrepancies(plan: &Plan, kpi: &Kpi) -> Vec<Discrepancy> {
    let typed = kpi.typed.iter().filter_map(|(month, typed)| match typed {
        TypedValue::Customers(counts) => {
            let period = Period::of(Resolution::Month, month.first_day());
            Some(Discrepancy { period, by: discrepancy(counts), source: None }).filter(|found| found.by != 0)
        }
        _ => None,
    });
    let imported = plan.sources.iter().flat_map(|source| {
        let own = source.customers.iter().filter(|tally| tally.kpi == kpi.id).flat_map(off_periods);
        own.map(|(period, by)| Discrepancy { period, by, source: Some(source.id.clone()) })
    });
    typed.chain(imported).collect()
}

/// The figures that are shares of the customers at the start: churn, L / S, and retention, (E − N) / S. `None` for
/// others, without customers at the start, or where more were lost than there were (newly won ones among them).
#[must_use]
pub fn share(figure: CustomerFigure, counts: &Customers) -> Option<Share> {
    let counts = counts.completed();
    let hits = match figure {
        CustomerFigure::Churn => counts.lost?,
        CustomerFigure::Retention => counts.end?.checked_sub(counts.won?)?,
        _ => return None,
    };
    let share = Share { hits: hits.into(), n: counts.start?.into() };
    (share.n > 0 && share.hits <= share.n).then_some(share)
}

/// A figure as a rate; `None` where it has no base. Churn on the average base is L / ((S + E) / 2), growth (E − S) / S;
/// the ratio of lost to newly won, L / N, can exceed 1 and isn't 1 − retention.
#[must_use]
pub fn rate(figure: CustomerFigure, counts: &Customers) -> Option<f64> {
    let counts = counts.completed();
    let (start, won, lost, end) =
        (counts.start.map(f64::from), counts.won.map(f64::from), counts.lost.map(f64::from), counts.end.map(f64::from));
    let (above, below) = match figure {
        CustomerFigure::Churn => (lost?, start?),
        CustomerFigure::ChurnOfAverage => (lost?, f64::midpoint(start?, end?)),
        CustomerFigure::Retention => (end? - won?, start?),
        CustomerFigure::LostPerWon => (lost?, won?),
        CustomerFigure::WonPerStart => (won?, start?),
        CustomerFigure::Growth => (end? - start?, start?),
    };
    (below > 0.0).then(|| above / below)
}

/// The customers that a figure is a rate of.
#[must_use]
pub fn base(figure: CustomerFigure, counts: &Customers) -> Option<u64> {
    let counts = counts.completed();
    if figure == CustomerFigure::LostPerWon { counts.won.map(u64::from) } else { counts.start.map(u64::from) }
}

/// A rate of loss over so many periods (12 for a year of months, 1/12 for a month of a year): 1 − (1 − rate)^periods.
/// `None` for rates outside of 0 to 1.
#[must_use]
pub fn over_periods(rate: f64, periods: f64) -> Option<f64> {
    let fits = (0.0..=1.0).contains(&rate) && periods.is_finite() && periods > 0.0;
    // As 1 − (1 − rate)^periods, without losing small rates.
    fits.then(|| -libm::expm1(periods * libm::log1p(-rate)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Day, KpiId, KpiKind, Month, PlanId, Source};
    use proptest::prelude::*;

    fn counts(start: u32, won: u32, lost: u32, end: u32) -> Customers {
        Customers { start: Some(start), won: Some(won), lost: Some(lost), end: Some(end) }
    }

    #[test]
    fn rates_agree_with_reference_values() {
        let year = counts(1000, 150, 100, 1050);
        for (figure, expected) in [
            (CustomerFigure::Retention, 0.9),
            (CustomerFigure::Churn, 0.1),
            (CustomerFigure::ChurnOfAverage, 0.097_560_98),
            (CustomerFigure::LostPerWon, 0.666_666_667),
            (CustomerFigure::WonPerStart, 0.15),
            (CustomerFigure::Growth, 0.05),
        ] {
            let found = rate(figure, &year).unwrap();
            assert!((found - expected).abs() < 5e-9, "{figure:?}: {found}");
        }
        assert_eq!(share(CustomerFigure::Churn, &year), Some(Share { hits: 100, n: 1000 }));
        assert_eq!(share(CustomerFigure::Retention, &year), Some(Share { hits: 900, n: 1000 }));
        assert_eq!(share(CustomerFigure::Growth, &year), None);
        assert_eq!(discrepancy(&year), 0);
    }

    #[test]
    fn rates_of_other_periods_are_compounded() {
        assert!((over_periods(0.02, 12.0).unwrap() - 0.215_283).abs() < 5e-7);
        assert!((over_periods(0.2, 1.0 / 12.0).unwrap() - 0.018_423_47).abs() < 5e-9);
        assert_eq!(over_periods(1.0, 12.0), Some(1.0));
        assert_eq!(over_periods(0.0, 12.0), Some(0.0));
        for (rate, periods) in [(-0.1, 12.0), (1.1, 12.0), (0.1, 0.0), (f64::NAN, 1.0), (0.1, f64::INFINITY)] {
            assert_eq!(over_periods(rate, periods), None);
        }
    }

    #[test]
    fn two_counts_are_enough_for_what_they_make() {
        let two = Customers { start: Some(1000), lost: Some(100), ..Customers::default() };
        assert_eq!(rate(CustomerFigure::Churn, &two), Some(0.1));
        assert_eq!(rate(CustomerFigure::Growth, &two), None);
        assert_eq!(discrepancy(&counts(1000, 150, 90, 1050)), -10);
        assert_eq!(discrepancy(&two), 0);
    }

    #[test]
    fn periods_in_which_counts_do_not_agree_are_named_with_where_they_are_from() {
        let (month, week) = (Month::parse("2025-03").unwrap(), Day::parse("2025-03-03").unwrap());
        let mut kpi = Kpi::new(KpiId::standard("churn"), "", KpiKind::Customers(CustomerFigure::Churn));
        kpi.typed.insert(month, TypedValue::Customers(counts(100, 10, 5, 104)));
        kpi.typed.insert(month.plus(1), TypedValue::Customers(counts(100, 10, 5, 105)));
        let mut plan = Plan::blank(PlanId::standard("plan"));
        let days = [(week, counts(100, 0, 0, 103)), (week.plus_days(7).unwrap(), counts(103, 0, 3, 100))].into();
        let tally = Tally { resolution: Resolution::Week, days, ..Tally::new(kpi.id.clone()) };
        let other = Tally { kpi: KpiId::standard("other"), ..tally.clone() };
        plan.sources.insert(Source { customers: vec![other, tally], ..Source::new(SourceId::standard("crm"), "") });
        let found = discrepancies(&plan, &kpi);
        let typed = Discrepancy { period: Period::of(Resolution::Month, month.first_day()), by: -1, source: None };
        let imported = Discrepancy { period: Period::of(Resolution::Week, week), by: 3, source: Some(SourceId::standard("crm")) };
        assert_eq!(found, [typed, imported]);
    }

    #[test]
    fn what_has_no_base_has_no_rate() {
        for figure in CustomerFigure::ALL {
            assert_eq!(rate(figure, &counts(0, 0, 0, 0)), None, "{figure:?}");
            assert_eq!(rate(figure, &Customers::default()), None, "{figure:?}");
        }
        assert_eq!(share(CustomerFigure::Churn, &counts(5, 3, 6, 2)), None);
        assert_eq!(rate(CustomerFigure::Churn, &counts(5, 3, 6, 2)), Some(1.2));
        assert_eq!(share(CustomerFigure::Retention, &counts(5, 7, 6, 6)), None);
    }

    proptest! {
        #[test]
        fn there_and_back_is_the_same_rate(rate in 0.0..0.5_f64, periods in 0.05..12.0_f64) {
            let back = over_periods(over_periods(rate, periods).unwrap(), 1.0 / periods).unwrap();
            prop_assert!((back - rate).abs() < 1e-6, "{}", back);
        }

        #[test]
        fn counts_that_agree_have_churn_and_retention_that_sum_to_one(start in 1..10_000_u32, won in 0..500_u32, lost in 0..500_u32) {
            prop_assume!(lost <= start);
            let customers = counts(start, won, lost, start + won - lost);
            let sum: f64 = [CustomerFigure::Churn, CustomerFigure::Retention].iter().map(|figure| rate(*figure, &customers).unwrap()).sum();
            prop_assert!((sum - 1.0).abs() < 1e-12 && discrepancy(&customers) == 0);
        }
    }
}
