//! Customer lifetime value: what a customer is worth to the company over the whole relation.
//!
//! Gupta & Lehmann 2003, "Customers as Assets", Journal of Interactive Marketing 17(1); Fader & Hardie 2012,
//! "Reconciling and Clarifying CLV Formulas", on when the first margin falls due. Margin, retention and discount rate
//! all belong to the same period. Nothing here gives NaN or infinity.

use crate::plan::{Clv, ClvConvention, Resolution};

/// What a customer's value comes from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lifetime {
    /// Margin (or revenue) of one customer in one period.
    pub margin: f64,
    /// Share of customers who stay from one period to the next, 0 to 1.
    pub retention: f64,
    /// Discount rate of one period; 0.08 is 8 %.
    pub discount: f64,
    /// What it cost to win the customer.
    pub acquisition_cost: f64,
    /// How periods are added up.
    pub convention: ClvConvention,
}

/// How much the value changes with each of what it comes from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sensitivity {
    /// Value with retention one percentage point higher, less the value; `None` where that has no value.
    pub retention_point: Option<f64>,
    /// Value with a margin 1 % higher, less the value.
    pub margin_percent: Option<f64>,
    /// Value with a discount rate one percentage point higher, less the value.
    pub discount_point: Option<f64>,
}

impl Lifetime {
    /// What a KPI's settings say; `None` while margin or retention is missing, or the discount rate where the convention
    /// needs one. Where a rate is missing and the period is a year, the plan's is taken (as a share).
    #[must_use]
    pub fn of(clv: &Clv, plan_rate: f64) -> Option<Self> {
        let of_plan = (clv.period == Resolution::Year).then_some(plan_rate);
        let not_needed = (clv.convention == ClvConvention::Simple).then_some(0.0);
        Some(Self {
            margin: clv.margin?,
            retention: clv.retention?,
            discount: clv.discount.or(of_plan).or(not_needed)?,
            acquisition_cost: clv.acquisition_cost.unwrap_or_default(),
            convention: clv.convention,
        })
    }

    /// The value of a customer; `None` where it has no finite value: nobody ever leaves and nothing is discounted, or
    /// rates out of range.
    #[must_use]
    pub fn value(&self) -> Option<f64> {
        let Self { margin, retention, discount, .. } = *self;
        if !(0.0..=1.0).contains(&retention) || !discount.is_finite() || discount <= -1.0 {
            return None;
        }
        let open = 1.0 + discount - retention;
        let factor = match self.convention {
            ClvConvention::EndOfPeriod => (open > 0.0).then(|| retention / open)?,
            ClvConvention::StartOfPeriod => (open > 0.0).then(|| (1.0 + discount) / open)?,
            ClvConvention::Simple => (retention < 1.0).then(|| 1.0 / (1.0 - retention))?,
            ClvConvention::HorizonEndOfPeriod(periods) => powers(retention / (1.0 + discount), 1, periods),
            ClvConvention::HorizonStartOfPeriod(periods) => powers(retention / (1.0 + discount), 0, periods),
        };
        Some(margin * factor - self.acquisition_cost).filter(|value| value.is_finite())
    }

    /// How much the value changes with retention, margin and discount rate.
    #[must_use]
    pub fn sensitivity(&self) -> Option<Sensitivity> {
        let value = self.value()?;
        let change = |other: Self| Some(other.value()? - value);
        Some(Sensitivity {
            retention_point: change(Self { retention: self.retention + 0.01, ..*self }),
            margin_percent: change(Self { margin: self.margin * 1.01, ..*self }),
            discount_point: change(Self { discount: self.discount + 0.01, ..*self }),
        })
    }
}

/// Σ xᵗ for `count` periods from `first` on.
fn powers(x: f64, first: i32, count: u16) -> f64 {
    (first..first + i32::from(count)).map(|t| x.powi(t)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn lifetime(margin: f64, retention: f64, discount: f64, convention: ClvConvention) -> Lifetime {
        Lifetime { margin, retention, discount, acquisition_cost: 0.0, convention }
    }

    #[track_caller]
    fn check(lifetime: Lifetime, expected: f64) {
        let found = lifetime.value().unwrap();
        assert!((found - expected).abs() < 5e-7, "{lifetime:?}: {found}");
    }

    #[test]
    fn values_agree_with_reference_values() {
        check(lifetime(1.0, 0.8, 0.1, ClvConvention::EndOfPeriod), 2.666_667);
        check(lifetime(1.0, 0.8, 0.1, ClvConvention::StartOfPeriod), 3.666_667);
        check(lifetime(1.0, 0.8, 0.12, ClvConvention::EndOfPeriod), 2.5);
        check(lifetime(100.0, 0.8, 0.1, ClvConvention::HorizonEndOfPeriod(5)), 212.409_734);
        check(lifetime(100.0, 0.8, 0.1, ClvConvention::HorizonStartOfPeriod(5)), 292.063_384);
        check(lifetime(100.0, 0.8, 0.1, ClvConvention::Simple), 500.0);
        check(Lifetime { acquisition_cost: 80.0, ..lifetime(100.0, 0.8, 0.1, ClvConvention::Simple) }, 420.0);
    }

    #[test]
    fn what_has_no_finite_value_is_none() {
        for (retention, discount, convention) in [
            (1.0, 0.0, ClvConvention::EndOfPeriod),
            (1.0, 0.0, ClvConvention::StartOfPeriod),
            (1.0, 0.1, ClvConvention::Simple),
            (1.1, 0.1, ClvConvention::EndOfPeriod),
            (-0.1, 0.1, ClvConvention::HorizonEndOfPeriod(5)),
            (0.8, -1.0, ClvConvention::EndOfPeriod),
            (0.8, f64::NAN, ClvConvention::EndOfPeriod),
            (f64::NAN, 0.1, ClvConvention::Simple),
        ] {
            assert_eq!(lifetime(100.0, retention, discount, convention).value(), None, "{retention} {discount}");
        }
        assert_eq!(lifetime(f64::MAX, 0.999, 0.0, ClvConvention::StartOfPeriod).value(), None);
    }

    #[test]
    fn one_point_less_churn_is_worth_its_difference_in_value() {
        let customer = lifetime(100.0, 0.8, 0.1, ClvConvention::EndOfPeriod);
        let expected = 100.0 * (0.81 / 0.29 - 0.8 / 0.3);
        let sensitivity = customer.sensitivity().unwrap();
        assert!((sensitivity.retention_point.unwrap() - expected).abs() < 1e-9);
        assert!((sensitivity.margin_percent.unwrap() - 2.666_667).abs() < 5e-7);
        assert!((sensitivity.discount_point.unwrap() - 100.0 * (0.8 / 0.31 - 0.8 / 0.3)).abs() < 1e-9);
        let loyal = lifetime(100.0, 0.995, 0.1, ClvConvention::EndOfPeriod);
        assert_eq!(loyal.sensitivity().unwrap().retention_point, None);
    }

    proptest! {
        #[test]
        fn many_periods_come_to_the_endless_sum(margin in 1.0..1e4_f64, retention in 0.0..0.95_f64, discount in 0.01..0.3_f64) {
            let of = |convention| lifetime(margin, retention, discount, convention).value().unwrap();
            let (endless, long) = (of(ClvConvention::EndOfPeriod), of(ClvConvention::HorizonEndOfPeriod(2000)));
            prop_assert!((endless - long).abs() < 1e-6 * endless.max(1.0));
            prop_assert!((of(ClvConvention::StartOfPeriod) - endless - margin).abs() < 1e-6 * margin.max(endless));
        }

        #[test]
        fn nothing_is_ever_infinite(margin in any::<f64>(), retention in any::<f64>(), discount in any::<f64>()) {
            for convention in [ClvConvention::EndOfPeriod, ClvConvention::StartOfPeriod, ClvConvention::Simple, ClvConvention::HorizonEndOfPeriod(9)] {
                prop_assert!(lifetime(margin, retention, discount, convention).value().is_none_or(f64::is_finite));
            }
        }
    }
}
