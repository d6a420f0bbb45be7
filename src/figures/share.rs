//! Shares: how many of those asked or counted have something in common. Conversion, closing rate, click-through rate,
//! satisfied customers, churn.
//!
//! Rates such as complaints per order are counted alike but can exceed 1: such a one has a value, but neither interval
//! nor test.

use super::{
    difference::{Difference, Method},
    normal::{Z95, two_sided_p},
};

/// Counted cases: so many of so many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Share {
    /// Those that count.
    pub hits: u64,
    /// All of them.
    pub n: u64,
}

impl Share {
    /// The share, from 0; `None` if there are no cases.
    #[must_use]
    pub fn value(self) -> Option<f64> {
        (self.n > 0).then(|| self.hits as f64 / self.n as f64)
    }

    /// Interval of 95 %, within 0 to 1 (Wilson 1927, "Probable Inference, the Law of Succession, and Statistical
    /// Inference", JASA 22(158)); `None` if there are no cases, or fewer than count.
    #[must_use]
    pub fn interval(self) -> Option<(f64, f64)> {
        let (p, n) = (self.value().filter(|p| *p <= 1.0)?, self.n as f64);
        let square = Z95 * Z95;
        let middle = p + square / (2.0 * n);
        let reach = Z95 * (p * (1.0 - p) / n + square / (4.0 * n * n)).sqrt();
        let end = |value: f64| (value / (1.0 + square / n)).clamp(0.0, 1.0);
        let low = if self.hits == 0 { 0.0 } else { end(middle - reach) };
        let high = if self.hits == self.n { 1.0 } else { end(middle + reach) };
        Some((low, high))
    }

    /// Variance of one case, 0 to 0.25.
    #[must_use]
    pub fn variance(self) -> Option<f64> {
        self.value().filter(|p| *p <= 1.0).map(|p| p * (1.0 - p))
    }
}

impl std::ops::Add for Share {
    type Output = Self;
    fn add(self, more: Self) -> Self {
        Self { hits: self.hits + more.hits, n: self.n + more.n }
    }
}

impl std::iter::Sum for Share {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::default(), std::ops::Add::add)
    }
}

/// Compares two shares; `None` if either has no cases.
///
/// z from the pooled share (the test of two proportions of any textbook; e.g. Agresti, Categorical Data Analysis, 3.1);
/// interval of the difference after Newcombe 1998, "Interval Estimation for the Difference Between Independent
/// Proportions", Statistics in Medicine 17, method 10.
#[must_use]
pub fn difference(earlier: Share, later: Share) -> Option<Difference> {
    let (a, b) = (earlier.value()?, later.value()?);
    let ((a_low, a_high), (b_low, b_high)) = (earlier.interval()?, later.interval()?);
    let delta = b - a;
    let pooled = (earlier + later).value()?;
    let error = (pooled * (1.0 - pooled) * (1.0 / earlier.n as f64 + 1.0 / later.n as f64)).sqrt();
    // Where all cases are alike there is neither difference nor spread.
    let statistic = if error > 0.0 { delta.abs() / error } else { 0.0 };
    let low = delta - (b - b_low).hypot(a_high - a);
    let high = delta + (b_high - b).hypot(a - a_low);
    Some(Difference {
        delta,
        tested_delta: delta,
        statistic,
        p: two_sided_p(statistic),
        interval: (low.max(-1.0), high.min(1.0)),
        method: Method::PooledZ,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn share(hits: u64, n: u64) -> Share {
        Share { hits, n }
    }

    #[track_caller]
    fn near(found: f64, expected: f64, tolerance: f64) {
        assert!((found - expected).abs() <= tolerance, "{found} isn't {expected}");
    }

    #[test]
    fn wilson_intervals_agree_with_reference_values() {
        near(share(74, 107).value().unwrap(), 0.691_589, 5e-7);
        let (low, high) = share(74, 107).interval().unwrap();
        near(low, 0.598_715, 5e-7);
        near(high, 0.771_183, 5e-7);
        let (low, high) = share(160, 200).interval().unwrap();
        near(low, 0.739_145, 5e-7);
        near(high, 0.849_548, 5e-7);
    }

    /// Newcombe 1998, "Two-Sided Confidence Intervals for the Single Proportion", Statistics in Medicine 17, table I.
    #[test]
    fn wilson_intervals_agree_with_published_ones_at_the_edge() {
        for (hits, n, low, high) in
            [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)]
        {
            let interval = share(hits, n).interval().unwrap();
            near(interval.0, low, 5.1e-5);
            near(interval.1, high, 5.1e-5);
        }
    }

    #[test]
    fn two_shares_are_compared_as_in_the_reference() {
        let found = difference(share(150, 220), share(160, 200)).unwrap();
        near(found.statistic, 2.751_215, 5e-7);
        near(found.p, 0.005_937, 5e-7);
        near(found.interval.0, 0.034_131, 5e-7);
        near(found.interval.1, 0.199_292, 5e-7);
        near(found.delta, 0.8 - 150.0 / 220.0, 1e-12);
    }

    /// Newcombe 1998 (the difference), table II, method 10, without continuity correction.
    #[test]
    fn intervals_of_differences_agree_with_published_ones() {
        for (a, m, b, n, low, high) in [
            (56, 70, 48, 80, 0.0524, 0.3339),
            (9, 10, 3, 10, 0.1705, 0.8090),
            (5, 56, 0, 29, -0.0381, 0.1926),
            (10, 10, 0, 10, 0.6075, 1.0),
        ] {
            let interval = difference(share(b, n), share(a, m)).unwrap().interval;
            near(interval.0, low, 5.1e-5);
            near(interval.1, high, 5.1e-5);
        }
    }

    #[test]
    fn what_has_no_cases_has_no_share() {
        assert_eq!((Share::default().value(), Share::default().interval()), (None, None));
        assert_eq!(difference(Share::default(), share(1, 2)), None);
        let beyond = share(3, 2);
        assert_eq!((beyond.value(), beyond.interval(), beyond.variance()), (Some(1.5), None, None));
        assert_eq!(difference(beyond, share(1, 2)), None);
        assert!((difference(share(0, 5), share(0, 9)).unwrap().p - 1.0).abs() < 1e-12);
    }

    proptest! {
        #[test]
        fn a_share_lies_in_its_interval_and_all_is_finite(hits in 0..1000_u64, more in 0..1000_u64, other in 0..50_u64) {
            prop_assume!(hits + more > 0);
            let one = share(hits, hits + more);
            let (low, high) = one.interval().unwrap();
            prop_assert!(0.0 <= low && low <= one.value().unwrap() && one.value().unwrap() <= high && high <= 1.0);
            let found = difference(one, share(other, 50)).unwrap();
            prop_assert!((0.0..=1.0).contains(&found.p) && found.interval.0 <= found.delta && found.delta <= found.interval.1);
        }
    }
}
