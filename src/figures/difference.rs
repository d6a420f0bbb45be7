//! How much one figure differs from another, and whether that is more than noise.

use super::normal::Z95;

/// The test that a difference was put to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Method {
    /// Adjusted Wald test of two Net Promoter Scores (Rocks 2016).
    AdjustedWald,
    /// Pooled z test of two shares; the interval is Newcombe's.
    PooledZ,
    /// Welch's t test of two means, with its degrees of freedom.
    Welch {
        /// Degrees of freedom after Satterthwaite, 1 or more.
        degrees: f64,
    },
}

/// A difference of two figures, in the unit of the figures.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Difference {
    /// The later figure minus the earlier one.
    pub delta: f64,
    /// The difference that statistic and p rest on: of the adjusted values for Net Promoter Scores, else the same.
    pub tested_delta: f64,
    /// Size of the difference in standard errors, 0 or more: z, or t for means.
    pub statistic: f64,
    /// Probability of a difference of this size or more by chance, 0 to 1.
    pub p: f64,
    /// Interval of 95 % for the difference.
    pub interval: (f64, f64),
    /// The test.
    pub method: Method,
}

/// A p below this is more than noise.
pub const SIGNIFICANT: f64 = 0.05;

impl Difference {
    /// Whether it is more than noise at the 5 % level.
    #[must_use]
    pub fn is_significant(&self) -> bool {
        self.p < SIGNIFICANT
    }

    /// The same in another unit.
    #[must_use]
    pub fn times(self, factor: f64) -> Self {
        let (low, high) = self.interval;
        Self {
            delta: self.delta * factor,
            tested_delta: self.tested_delta * factor,
            interval: (low * factor, high * factor),
            ..self
        }
    }
}

/// How many answers the later side needs in all for a difference of this size to be more than noise, if both sides keep
/// their spread; `None` if no number is enough because the earlier side alone is too uncertain, or the difference is 0.
///
/// Solves |Δ| = z·√(Var₁/n₁ + Var₂/n₂) for n₂; variances of one answer in the unit of Δ, squared.
#[must_use]
pub fn later_answers_needed(delta: f64, earlier_error_squared: f64, later_variance: f64) -> Option<u64> {
    let room = (delta / Z95).powi(2) - earlier_error_squared;
    let needed = (later_variance / room).ceil();
    (room > 0.0 && needed.is_finite() && needed < 1e9).then_some(needed as u64)
}

/// p of several comparisons made at once, corrected so that all of them together raise a false alarm with 5 % at most;
/// in the order given.
///
/// Holm 1979, "A Simple Sequentially Rejective Multiple Test Procedure", Scandinavian Journal of Statistics 6(2): the
/// smallest p times m, the next times m − 1, …, never falling, cut to 1.
#[must_use]
pub fn holm(p: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..p.len()).collect();
    order.sort_by(|a, b| p[*a].total_cmp(&p[*b]));
    let mut corrected = vec![1.0; p.len()];
    let mut highest = 0.0_f64;
    for (rank, index) in order.into_iter().enumerate() {
        highest = highest.max((p[index] * (p.len() - rank) as f64).min(1.0));
        corrected[index] = highest;
    }
    corrected
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// R: `p.adjust(c(0.01, 0.04, 0.03, 0.005), "holm")` gives 0.03 0.06 0.06 0.02.
    #[test]
    fn several_comparisons_are_corrected_as_r_does() {
        let found = holm(&[0.01, 0.04, 0.03, 0.005]);
        for (found, expected) in found.iter().zip([0.03, 0.06, 0.06, 0.02]) {
            assert!((found - expected).abs() < 1e-12, "{found} isn't {expected}");
        }
        assert_eq!(holm(&[]), Vec::<f64>::new());
        assert_eq!(holm(&[0.2]), [0.2]);
        assert_eq!(holm(&[0.6, 0.7]), [1.0, 1.0]);
    }

    #[test]
    fn the_answers_needed_make_the_difference_just_significant() {
        let (delta, earlier, variance) = (0.15, 0.61 / 300.0, 0.55);
        let needed = later_answers_needed(delta, earlier, variance).unwrap();
        let z = |n: u64| delta / (earlier + variance / n as f64).sqrt();
        assert!(z(needed) >= Z95 && z(needed - 1) < Z95, "{needed}");
        assert_eq!(later_answers_needed(0.0, earlier, variance), None);
        assert_eq!(later_answers_needed(0.15, 0.61 / 10.0, variance), None);
        assert_eq!(later_answers_needed(f64::NAN, earlier, variance), None);
    }

    proptest! {
        #[test]
        fn a_correction_never_lowers_p_and_keeps_the_order(p in prop::collection::vec(0.0..=1.0_f64, 1..12)) {
            let corrected = holm(&p);
            for (i, (before, after)) in p.iter().zip(&corrected).enumerate() {
                prop_assert!(before <= after && *after <= 1.0);
                prop_assert!((0..p.len()).all(|j| p[j] <= p[i] || corrected[j] >= *after));
            }
        }
    }
}
