//! Churn, retention and acquisition from counts of customers.
//!
//! The terms after Reichheld & Sasser 1990, "Zero Defections: Quality Comes to Services", Harvard Business Review, and
//! Farris et al., "Marketing Metrics", chapter 5. Rates are shares (0.1 is 10 %) of one period; figures of another
//! period come from [`over_periods`], never by multiplying.

use super::share::Share;

/// Customers over one period.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Customers {
    /// Customers at the start.
    pub start: u64,
    /// Customers newly won.
    pub won: u64,
    /// Customers lost.
    pub lost: u64,
    /// Customers at the end.
    pub end: u64,
}

impl Customers {
    /// Makes counts, deriving the customers lost where they are missing: lost = start + won − end. `None` if that would
    /// be below 0.
    #[must_use]
    pub fn new(start: u64, won: u64, lost: Option<u64>, end: u64) -> Option<Self> {
        let lost = match lost {
            Some(lost) => lost,
            None => start.checked_add(won)?.checked_sub(end)?,
        };
        Some(Self { start, won, lost, end })
    }

    /// By how much the customers at the end differ from start + won − lost; 0 where the counts agree.
    #[must_use]
    pub fn discrepancy(self) -> i128 {
        i128::from(self.end) - i128::from(self.start) - i128::from(self.won) + i128::from(self.lost)
    }

    /// Churn: of the customers at the start, those lost. `None` without customers at the start, or if more were lost
    /// than there were (newly won ones among them).
    #[must_use]
    pub fn churn(self) -> Option<Share> {
        Share::new(self.lost, self.start).filter(|share| share.n > 0)
    }

    /// Churn on the average base: lost ÷ mean of start and end.
    #[must_use]
    pub fn churn_of_average(self) -> Option<f64> {
        ratio(2.0 * self.lost as f64, self.start as f64 + self.end as f64)
    }

    /// Customer retention rate: of the customers at the start, those still there: (end − won) ÷ start.
    #[must_use]
    pub fn retention(self) -> Option<Share> {
        Share::new(self.end.checked_sub(self.won)?, self.start).filter(|share| share.n > 0)
    }

    /// Customers lost for each one newly won; can exceed 1 and isn't 1 − retention. `None` if none were won.
    #[must_use]
    pub fn lost_per_won(self) -> Option<f64> {
        ratio(self.lost as f64, self.won as f64)
    }

    /// Customers won for each one at the start.
    #[must_use]
    pub fn won_per_start(self) -> Option<f64> {
        ratio(self.won as f64, self.start as f64)
    }

    /// Net growth: (end − start) ÷ start.
    #[must_use]
    pub fn growth(self) -> Option<f64> {
        ratio(self.end as f64 - self.start as f64, self.start as f64)
    }

    /// The period of this one and the next together: the start of the first, the end of the second.
    #[must_use]
    pub fn followed_by(self, next: Self) -> Self {
        Self { start: self.start, won: self.won + next.won, lost: self.lost + next.lost, end: next.end }
    }
}

/// A rate of loss over so many periods (12 for a year of months, 1/12 for a month of a year): 1 − (1 − rate)^periods.
/// `None` for rates outside of 0 to 1.
#[must_use]
pub fn over_periods(rate: f64, periods: f64) -> Option<f64> {
    let fits = (0.0..=1.0).contains(&rate) && periods.is_finite() && periods > 0.0;
    // As 1 − (1 − rate)^periods, without losing small rates.
    fits.then(|| -libm::expm1(periods * libm::log1p(-rate)))
}

fn ratio(above: f64, below: f64) -> Option<f64> {
    (below > 0.0).then(|| above / below)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn near(found: Option<f64>, expected: f64) {
        assert!((found.unwrap() - expected).abs() < 5e-9, "{found:?} isn't {expected}");
    }

    #[test]
    fn rates_agree_with_reference_values() {
        let year = Customers::new(1000, 150, Some(100), 1050).unwrap();
        near(year.retention().unwrap().value(), 0.9);
        near(year.churn().unwrap().value(), 0.1);
        near(year.churn_of_average(), 0.097_560_98);
        near(year.lost_per_won(), 0.666_666_667);
        near(year.won_per_start(), 0.15);
        near(year.growth(), 0.05);
        assert_eq!(year.discrepancy(), 0);
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
    fn customers_lost_are_derived_where_they_are_missing() {
        assert_eq!(Customers::new(1000, 150, None, 1050).unwrap().lost, 100);
        assert_eq!(Customers::new(1000, 150, None, 1151), None);
        assert_eq!(Customers::new(1000, 150, Some(90), 1050).unwrap().discrepancy(), -10);
    }

    #[test]
    fn what_has_no_base_has_no_rate() {
        let none = Customers::default();
        assert_eq!((none.churn(), none.retention(), none.churn_of_average()), (None, None, None));
        assert_eq!((none.lost_per_won(), none.won_per_start(), none.growth()), (None, None, None));
        assert_eq!(Customers { start: 5, lost: 6, ..none }.churn(), None);
        assert_eq!(Customers { won: 7, end: 6, start: 5, lost: 6 }.retention(), None);
    }

    proptest! {
        #[test]
        fn there_and_back_is_the_same_rate(rate in 0.0..0.5_f64, periods in 0.05..12.0_f64) {
            let back = over_periods(over_periods(rate, periods).unwrap(), 1.0 / periods).unwrap();
            prop_assert!((back - rate).abs() < 1e-6, "{}", back);
        }

        #[test]
        fn counts_that_agree_have_churn_and_retention_that_sum_to_one(start in 1..10_000_u64, won in 0..500_u64, lost in 0..500_u64) {
            prop_assume!(lost <= start);
            let customers = Customers::new(start, won, Some(lost), start + won - lost).unwrap();
            let sum = customers.churn().unwrap().value().unwrap() + customers.retention().unwrap().value().unwrap();
            prop_assert!((sum - 1.0).abs() < 1e-12 && customers.discrepancy() == 0);
        }
    }
}
