//! Student's t distribution, as far as intervals and tests of means need it.
//!
//! Its tail is a regularised incomplete beta function, here by its continued fraction (NIST Digital Library of
//! Mathematical Functions, 8.17.5 and 8.17.22; Lentz's method).

use super::normal::{Z95, two_sided_p as normal_p};

/// From so many degrees of freedom on, tail probabilities are those of the normal distribution to nine digits.
const NORMAL_FROM: f64 = 1e9;

/// From so many degrees of freedom on, the series of the quantile is exact to rounding.
const SERIES_FROM: f64 = 2_000.0;

/// Most terms of the continued fraction; it needs about the root of the degrees of freedom.
const MOST_TERMS: usize = 100_000;

/// The probability of a value at least `t` away from 0, on either side; 0 to 1. None for degrees of freedom that aren't
/// above 0, or a `t` that is no number.
#[must_use]
pub fn two_sided_p(t: f64, degrees: f64) -> Option<f64> {
    if degrees.is_nan() || degrees <= 0.0 || t.is_nan() {
        return None;
    }
    if degrees >= NORMAL_FROM {
        return Some(normal_p(t));
    }
    let square = t * t;
    if square.is_infinite() {
        return Some(0.0);
    }
    let (tail, middle) = (degrees / (degrees + square), square / (degrees + square));
    Some(incomplete_beta(degrees / 2.0, 0.5, tail, middle))
}

/// The 97.5 % quantile: 95 % of the distribution lie within so much of 0. None for degrees of freedom below 1.
#[must_use]
pub fn t95(degrees: f64) -> Option<f64> {
    if degrees.is_nan() || degrees < 1.0 {
        return None;
    }
    let series = cornish_fisher(degrees);
    if degrees >= SERIES_FROM {
        return Some(series);
    }
    // The tail falls with t, from 12.7 at one degree of freedom to 1.96.
    let (mut low, mut high) = (1.9, 13.0);
    let mut t = series.clamp(low, high);
    for _ in 0..60 {
        let p = two_sided_p(t, degrees)?;
        if p > 0.05 {
            low = t;
        } else {
            high = t;
        }
        let next = t + (p - 0.05) / (2.0 * density(t, degrees));
        let next = if next > low && next < high { next } else { f64::midpoint(low, high) };
        if (next - t).abs() <= 1e-13 * t {
            return Some(next);
        }
        t = next;
    }
    Some(t)
}

/// Abramowitz & Stegun, Handbook of Mathematical Functions, 26.7.5.
fn cornish_fisher(degrees: f64) -> f64 {
    let z = Z95;
    let g1 = (z.powi(3) + z) / 4.0;
    let g2 = (5.0 * z.powi(5) + 16.0 * z.powi(3) + 3.0 * z) / 96.0;
    let g3 = (3.0 * z.powi(7) + 19.0 * z.powi(5) + 17.0 * z.powi(3) - 15.0 * z) / 384.0;
    let g4 = (79.0 * z.powi(9) + 776.0 * z.powi(7) + 1482.0 * z.powi(5) - 1920.0 * z.powi(3) - 945.0 * z) / 92160.0;
    z + (g1 + (g2 + (g3 + g4 / degrees) / degrees) / degrees) / degrees
}

fn density(t: f64, degrees: f64) -> f64 {
    let log = libm::lgamma(f64::midpoint(degrees, 1.0)) - libm::lgamma(degrees / 2.0);
    let log = log - 0.5 * (degrees * std::f64::consts::PI).ln() - f64::midpoint(degrees, 1.0) * (t * t / degrees).ln_1p();
    log.exp()
}

/// I_x(a, b) with y = 1 − x handed in, so that nothing is lost where x is close to 1.
fn incomplete_beta(a: f64, b: f64, x: f64, y: f64) -> f64 {
    if x <= 0.0 {
        return 0.0;
    }
    if y <= 0.0 {
        return 1.0;
    }
    let log_front = libm::lgamma(a + b) - libm::lgamma(a) - libm::lgamma(b) + a * x.ln() + b * y.ln();
    let front = log_front.exp();
    if x < (a + 1.0) / (a + b + 2.0) {
        (front * continued_fraction(a, b, x) / a).clamp(0.0, 1.0)
    } else {
        (1.0 - front * continued_fraction(b, a, y) / b).clamp(0.0, 1.0)
    }
}

fn continued_fraction(a: f64, b: f64, x: f64) -> f64 {
    const TINY: f64 = 1e-300;
    let away_from_zero = |value: f64| if value.abs() < TINY { TINY } else { value };
    let mut c = 1.0;
    let mut d = 1.0 / away_from_zero(1.0 - (a + b) * x / (a + 1.0));
    let mut fraction = d;
    for term in 1..=MOST_TERMS {
        let m = term as f64;
        let even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
        let odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
        let mut last = 1.0;
        for coefficient in [even, odd] {
            d = 1.0 / away_from_zero(1.0 + coefficient * d);
            c = away_from_zero(1.0 + coefficient / c);
            last = c * d;
            fraction *= last;
        }
        if (last - 1.0).abs() < 1e-15 {
            break;
        }
    }
    fraction
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn near(found: Option<f64>, expected: f64, tolerance: f64) {
        let found = found.unwrap();
        assert!((found / expected - 1.0).abs() < tolerance, "{found} isn't {expected}");
    }

    /// NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.2: upper critical values of Student's t.
    #[test]
    fn quantiles_agree_with_the_published_table() {
        for (degrees, quantile) in [
            (1.0, 12.706),
            (2.0, 4.303),
            (3.0, 3.182),
            (4.0, 2.776),
            (5.0, 2.571),
            (10.0, 2.228),
            (15.0, 2.131),
            (20.0, 2.086),
            (29.0, 2.045),
            (30.0, 2.042),
            (60.0, 2.000),
            (100.0, 1.984),
        ] {
            assert!((t95(degrees).unwrap() - quantile).abs() <= 5.1e-4, "{degrees}: {:?}", t95(degrees));
        }
    }

    /// With 1 and 2 degrees of freedom the distribution is in closed form: 2/π·atan(1/t) and 1 − t/√(2 + t²).
    #[test]
    fn tails_agree_with_closed_forms() {
        for t in [0.01_f64, 0.5, 1.0, 2.0, 4.3, 12.706, 1000.0] {
            near(two_sided_p(t, 1.0), 2.0 / std::f64::consts::PI * (1.0 / t).atan(), 1e-12);
            near(two_sided_p(-t, 2.0), 2.0 / ((2.0 + t * t).sqrt() * ((2.0 + t * t).sqrt() + t)), 1e-12);
        }
        near(t95(1.0), (0.475 * std::f64::consts::PI).tan(), 1e-11);
        near(t95(2.0), 2.0_f64.sqrt() * 0.95 / (1.0 - 0.95_f64.powi(2)).sqrt(), 1e-11);
    }

    #[test]
    fn many_degrees_of_freedom_come_to_the_normal_distribution() {
        near(t95(1e12), Z95, 1e-11);
        near(two_sided_p(Z95, 1e12), 0.05, 1e-9);
        near(two_sided_p(2.5, 1e6), normal_p(2.5), 2e-5);
        // The series and the root of the tail meet where one takes over from the other.
        near(t95(1999.999), cornish_fisher(1999.999), 1e-11);
    }

    #[test]
    fn nothing_comes_of_what_has_no_meaning() {
        for degrees in [0.0, -1.0, f64::NAN] {
            assert_eq!((two_sided_p(1.0, degrees), t95(degrees)), (None, None));
        }
        assert_eq!(two_sided_p(f64::NAN, 3.0), None);
        assert_eq!(two_sided_p(f64::INFINITY, 3.0), Some(0.0));
        assert_eq!(two_sided_p(0.0, 3.0), Some(1.0));
    }

    proptest! {
        #[test]
        fn the_quantile_leaves_five_per_cent_outside(degrees in 1.0..1e5_f64) {
            let p = two_sided_p(t95(degrees).unwrap(), degrees).unwrap();
            prop_assert!((p - 0.05).abs() < 1e-9, "{}", p);
        }

        #[test]
        fn the_tail_is_a_probability_that_falls(t in 0.0..50.0_f64, degrees in 0.5..1e6_f64) {
            let (p, further) = (two_sided_p(t, degrees).unwrap(), two_sided_p(t + 0.1, degrees).unwrap());
            prop_assert!((0.0..=1.0).contains(&p) && further <= p + 1e-12);
        }
    }
}
