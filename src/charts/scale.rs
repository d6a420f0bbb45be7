//! Round values for an axis.

/// Most lines of a grid.
const MOST_STEPS: f64 = 6.0;

/// Values beyond this size, and ranges below its inverse, have no place on an axis: steps between them would be lost in
/// rounding.
const LARGEST: f64 = 1e12;

/// An axis from its first tick to its last.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Scale {
    /// The ticks in order, two at least.
    pub ticks: Vec<f64>,
    /// Decimals that tell the ticks apart.
    pub decimals: usize,
}

impl Scale {
    /// Makes an axis that holds zero and all these values (those too large for an axis left out), with ticks at multiples of 1, 2 or 5 times a power of ten.
    pub fn around(values: impl Iterator<Item = f64>) -> Self {
        let (low, high) =
            values.filter(|value| value.abs() <= LARGEST).fold((0.0_f64, 0.0_f64), |(low, high), v| (low.min(v), high.max(v)));
        let range = if high - low > 1.0 / LARGEST { high - low } else { 1.0 };
        let power = (range / MOST_STEPS).log10().floor() as i32;
        let exact = range / MOST_STEPS / 10_f64.powi(power);
        let (factor, power) = match exact {
            ..=1.0 => (1.0, power),
            ..=2.0 => (2.0, power),
            ..=5.0 => (5.0, power),
            _ => (1.0, power + 1),
        };
        let step = factor * 10_f64.powi(power);
        let (first, last) = ((low / step).floor() as i64, (high / step).ceil() as i64);
        let ticks = (first..=last.max(first + 1)).map(|count| count as f64 * step).collect();
        Self { ticks, decimals: usize::try_from(-power).unwrap_or(0) }
    }

    pub fn min(&self) -> f64 {
        self.ticks.first().copied().unwrap_or(0.0)
    }

    pub fn max(&self) -> f64 {
        self.ticks.last().copied().unwrap_or(1.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(values: &[f64], ticks: &[f64], decimals: usize) {
        let scale = Scale::around(values.iter().copied());
        let close = scale.ticks.len() == ticks.len() && scale.ticks.iter().zip(ticks).all(|(a, b)| (a - b).abs() < 1e-9);
        assert!(close && scale.decimals == decimals, "{values:?}: {scale:?}");
    }

    #[test]
    fn ticks_are_round_and_zero_is_one_of_them() {
        check(&[-29.0, 33.0], &[-40.0, -20.0, 0.0, 20.0, 40.0], 0);
        check(&[-100.0, 100.0], &[-100.0, -50.0, 0.0, 50.0, 100.0], 0);
        check(&[12.0, 30.0], &[0.0, 5.0, 10.0, 15.0, 20.0, 25.0, 30.0], 0);
        check(&[0.19, 0.04], &[0.0, 0.05, 0.1, 0.15, 0.2], 2);
        check(&[-3.0], &[-3.0, -2.5, -2.0, -1.5, -1.0, -0.5, 0.0], 1);
    }

    #[test]
    fn there_is_an_axis_also_without_values() {
        for values in [&[][..], &[0.0], &[f64::NAN, f64::INFINITY, -1e300, 1e-300]] {
            check(values, &[0.0, 0.2], 1);
        }
    }

    proptest! {
        #[test]
        fn there_is_an_axis_for_any_numbers(values in prop::collection::vec(any::<f64>(), 0..20)) {
            prop_assert!((2..=9).contains(&Scale::around(values.into_iter()).ticks.len()));
        }

        #[test]
        fn the_axis_holds_all_values(values in prop::collection::vec(-1e9..1e9_f64, 0..20)) {
            let scale = Scale::around(values.iter().copied());
            prop_assert!((2..=9).contains(&scale.ticks.len()), "{:?}", scale);
            prop_assert!(values.iter().all(|v| scale.min() <= v + 1e-6 && v - 1e-6 <= scale.max()));
        }
    }
}
