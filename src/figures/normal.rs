//! The normal distribution, as far as intervals and tests need it.

/// The 97.5 % quantile: 95 % of a normal distribution lie within so many standard deviations of its mean.
pub const Z95: f64 = 1.959_963_984_540_054;

/// The probability of a value at least `z` standard deviations from the mean, on either side; 0 to 1.
#[must_use]
pub fn two_sided_p(z: f64) -> f64 {
    libm::erfc(z.abs() / std::f64::consts::SQRT_2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn p_agrees_with_tables_also_far_from_the_mean() {
        for (z, p) in [(0.0, 1.0), (1.0, 0.317_310_507_862_914), (Z95, 0.05), (-Z95, 0.05), (6.0, 1.973_175_290_075_396e-9)] {
            assert!((two_sided_p(z) / p - 1.0).abs() < 1e-9, "{z}: {}", two_sided_p(z));
        }
    }
}
