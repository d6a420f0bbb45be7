//! Means: of scores, of durations, of amounts of money.

use super::{
    difference::{Difference, Method},
    student::{t95, two_sided_p},
};

/// What the mean of many values needs to be known: their number, sum and sum of squares.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Sample {
    /// Number of values.
    pub n: u64,
    /// Their sum.
    pub sum: f64,
    /// Sum of their squares.
    pub squares: f64,
}

/// A mean with its uncertainty, in the unit of the values.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mean {
    /// The mean.
    pub value: f64,
    /// Number of values, 1 or more.
    pub n: u64,
    /// Standard deviation, by n − 1; `None` for a single value.
    pub deviation: Option<f64>,
    /// t interval of 95 %; `None` for a single value.
    pub interval: Option<(f64, f64)>,
}

impl Sample {
    /// Sums up values that each occur so many times.
    #[must_use]
    pub fn of_counts(counts: impl IntoIterator<Item = (f64, u64)>) -> Self {
        counts.into_iter().fold(Self::default(), |sample, (value, count)| {
            let times = count as f64;
            sample + Self { n: count, sum: value * times, squares: value * value * times }
        })
    }

    /// Variance of one value, by n − 1, 0 or more; `None` for fewer than two values.
    #[must_use]
    pub fn variance(self) -> Option<f64> {
        let n = self.n as f64;
        // Rounding can bring the variance of values that are all alike below 0.
        let variance = (self.squares - self.sum * self.sum / n) / (n - 1.0);
        (self.n > 1 && variance.is_finite()).then(|| variance.max(0.0))
    }

    /// The mean with its t interval: x̄ ± t·s/√n (Gosset 1908, "The Probable Error of a Mean", Biometrika 6(1)); `None`
    /// without values.
    #[must_use]
    pub fn mean(self) -> Option<Mean> {
        let n = self.n as f64;
        let value = self.sum / n;
        if self.n == 0 || !value.is_finite() {
            return None;
        }
        let deviation = self.variance().map(f64::sqrt);
        let reach = deviation.and_then(|deviation| Some(t95(n - 1.0)? * deviation / n.sqrt()));
        Some(Mean { value, n: self.n, deviation, interval: reach.map(|reach| (value - reach, value + reach)) })
    }
}

impl std::ops::Add for Sample {
    type Output = Self;
    fn add(self, more: Self) -> Self {
        Self { n: self.n + more.n, sum: self.sum + more.sum, squares: self.squares + more.squares }
    }
}

impl std::iter::Sum for Sample {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::default(), std::ops::Add::add)
    }
}

/// Compares two means whose spreads may differ; `None` if either side has fewer than two values, or neither any spread.
///
/// Welch 1947, "The Generalization of 'Student's' Problem when Several Different Population Variances are Involved",
/// Biometrika 34, with the degrees of freedom of Satterthwaite 1946.
#[must_use]
pub fn difference(earlier: Sample, later: Sample) -> Option<Difference> {
    let (a, b) = (earlier.mean()?, later.mean()?);
    let (n_a, n_b) = (earlier.n as f64, later.n as f64);
    let (part_a, part_b) = (earlier.variance()? / n_a, later.variance()? / n_b);
    let square = part_a + part_b;
    let error = square.sqrt();
    let degrees = square * square / (part_a * part_a / (n_a - 1.0) + part_b * part_b / (n_b - 1.0));
    let delta = b.value - a.value;
    let statistic = delta.abs() / error;
    if !(statistic.is_finite() && degrees.is_finite()) {
        return None;
    }
    let reach = t95(degrees)? * error;
    Some(Difference {
        delta,
        tested_delta: delta,
        statistic,
        p: two_sided_p(statistic, degrees)?,
        interval: (delta - reach, delta + reach),
        method: Method::Welch { degrees },
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn scores(from_five: [u64; 5]) -> Sample {
        Sample::of_counts(from_five.into_iter().zip([5.0, 4.0, 3.0, 2.0, 1.0]).map(|(count, score)| (score, count)))
    }

    fn values(values: &[f64]) -> Sample {
        Sample::of_counts(values.iter().map(|value| (*value, 1)))
    }

    #[track_caller]
    fn near(found: f64, expected: f64, tolerance: f64) {
        assert!((found - expected).abs() <= tolerance, "{found} isn't {expected}");
    }

    #[test]
    fn mean_spread_and_interval_agree_with_reference_values() {
        let mean = scores([42, 32, 10, 9, 14]).mean().unwrap();
        near(mean.value, 3.738_318, 5e-7);
        near(mean.deviation.unwrap(), 1.396_332, 5e-7);
        near(mean.interval.unwrap().0, 3.470_690, 5e-7);
        near(mean.interval.unwrap().1, 4.005_946, 5e-7);
    }

    #[test]
    fn two_means_are_compared_as_in_the_reference() {
        let found = difference(scores([30, 30, 15, 15, 10]), scores([40, 30, 10, 10, 10])).unwrap();
        near(found.delta, 0.25, 1e-12);
        near(found.statistic, 1.328_186, 5e-7);
        near(found.p, 0.185_646, 5e-7);
        let Method::Welch { degrees } = found.method else { panic!("another test") };
        near(degrees, 197.9975, 5e-5);
    }

    /// Student's sleep data (Gosset 1908; in R `t.test(extra ~ group, data = sleep)`): t = −1.8608, df = 17.776,
    /// p = 0.07939, interval −3.3654832 to 0.2054832.
    #[test]
    fn student_s_sleep_data_give_what_r_gives() {
        let first = values(&[0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0]);
        let second = values(&[1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]);
        let found = difference(first, second).unwrap();
        near(found.statistic, 1.8608, 5e-5);
        near(found.p, 0.07939, 5e-6);
        near(found.interval.0, -0.205_483_2, 5e-8);
        near(found.interval.1, 3.365_483_2, 5e-8);
    }

    #[test]
    fn too_few_values_have_no_interval() {
        assert_eq!(Sample::default().mean(), None);
        let one = values(&[4.0]).mean().unwrap();
        assert_eq!((one.value, one.deviation, one.interval), (4.0, None, None));
        assert_eq!(difference(values(&[4.0]), values(&[1.0, 2.0])), None);
        assert_eq!(difference(values(&[4.0, 4.0]), values(&[4.0, 4.0])), None);
    }

    proptest! {
        #[test]
        fn a_mean_lies_in_its_interval(counts in prop::array::uniform5(0..500_u64)) {
            prop_assume!(counts.iter().sum::<u64>() > 1);
            let mean = scores(counts).mean().unwrap();
            let (low, high) = mean.interval.unwrap();
            prop_assert!(low <= mean.value && mean.value <= high && low.is_finite() && high.is_finite());
            prop_assert!((1.0..=5.0).contains(&mean.value));
        }
    }
}
