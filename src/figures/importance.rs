//! Relative importance: how much each of several scores explains of an overall score.
//!
//! Up to [`MOST_EXACT`] drivers by LMG, the mean gain in R² over all orders in which drivers can be added (Lindeman,
//! Merenda & Gold 1980; Grömping 2006, "Relative Importance for Linear Regression in R", Journal of Statistical
//! Software 17(1)), the same as Shapley values of R²; beyond by relative weights (Johnson 2000, "A Heuristic Method for
//! Estimating the Relative Weight of Predictor Variables in Multiple Regression", Multivariate Behavioral Research
//! 35(1)). Either way the parts sum to R². Correlations alone would count what drivers have in common several times.

use super::matrix::{Singular, Symmetric};
use crate::plan::Moments;

/// Most drivers for which all 2ᵏ models are computed.
pub const MOST_EXACT: usize = 12;

/// How the importance was computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImportanceMethod {
    /// LMG: exact.
    Lmg,
    /// Johnson's relative weights.
    RelativeWeights,
}

impl ImportanceMethod {
    /// The method for so many drivers.
    #[must_use]
    pub fn of(drivers: usize) -> Self {
        if drivers <= MOST_EXACT { Self::Lmg } else { Self::RelativeWeights }
    }
}

/// How much each driver explains.
#[derive(Clone, Debug, PartialEq)]
pub struct Importance {
    /// Part of R² of each driver, 0 or more; they sum to `r_squared`.
    pub parts: Vec<f64>,
    /// Share of the overall score's variance that all drivers explain together, 0 to 1.
    pub r_squared: f64,
    /// The method.
    pub method: ImportanceMethod,
}

/// Why there is no importance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoImportance {
    /// There are no drivers.
    NoDrivers,
    /// There are too few complete answers for so many drivers.
    TooFew {
        /// So many.
        n: u64,
        /// So many are needed.
        needed: u64,
    },
    /// All answers to the overall question are alike.
    OverallIsConstant,
    /// All answers to this driver are alike.
    DriverIsConstant(usize),
    /// This driver follows from those before it.
    DriverFollows(usize),
}

/// Answers that so many drivers need: 50 + 8 for each.
///
/// Green 1991, "How Many Subjects Does It Take To Do A Regression Analysis", Multivariate Behavioral Research 26(3).
#[must_use]
pub fn answers_needed(drivers: usize) -> u64 {
    50 + 8 * drivers as u64
}

/// Number, sums and sums of products of complete answers; variable 0 is the overall score, the drivers follow.
#[derive(Clone, Debug, PartialEq)]
pub struct Products {
    /// Number of complete answers.
    pub n: u64,
    /// Sum of each variable.
    pub sums: Vec<f64>,
    /// Sum of the products of each two variables.
    pub products: Symmetric,
}

impl From<&Moments> for Products {
    fn from(moments: &Moments) -> Self {
        Self {
            n: moments.n.into(),
            sums: moments.sums.iter().map(|sum| *sum as f64).collect(),
            products: Symmetric::new(moments.sums.len(), |a, b| moments.product(a, b) as f64),
        }
    }
}

impl Products {
    /// Mean of a variable; `None` without answers.
    #[must_use]
    pub fn mean(&self, variable: usize) -> Option<f64> {
        let sum = self.sums.get(variable)?;
        (self.n > 0).then(|| sum / self.n as f64)
    }

    /// The correlations of all variables.
    ///
    /// # Errors
    /// If a variable doesn't vary.
    fn correlations(&self) -> Result<Symmetric, NoImportance> {
        let n = self.n as f64;
        let covariance = |a: usize, b: usize| self.products.at(a, b) - self.sums[a] * self.sums[b] / n;
        let size = self.sums.len();
        let spread: Vec<f64> = (0..size).map(|k| covariance(k, k).max(0.0).sqrt()).collect();
        // What rounding leaves of values that are all alike.
        let is_constant = |k: usize| spread[k].powi(2) <= 1e-12 * self.products.at(k, k).abs() || spread[k] == 0.0;
        match (0..size).find(|k| is_constant(*k) || !spread[*k].is_finite()) {
            Some(0) => Err(NoImportance::OverallIsConstant),
            Some(driver) => Err(NoImportance::DriverIsConstant(driver - 1)),
            None => Ok(Symmetric::new(size, |a, b| if a == b { 1.0 } else { covariance(a, b) / (spread[a] * spread[b]) })),
        }
    }

    /// How much each driver explains of the overall score.
    ///
    /// # Errors
    /// If there are too few answers, or variables that don't vary or follow from others.
    pub fn importance(&self) -> Result<Importance, NoImportance> {
        self.importance_by(ImportanceMethod::of(self.sums.len().saturating_sub(1)))
    }

    /// How much each driver explains of the overall score, by a method.
    ///
    /// # Errors
    /// As [`Products::importance`].
    pub fn importance_by(&self, method: ImportanceMethod) -> Result<Importance, NoImportance> {
        let drivers = self.sums.len().saturating_sub(1);
        if drivers == 0 {
            return Err(NoImportance::NoDrivers);
        }
        let needed = answers_needed(drivers);
        if self.n < needed {
            return Err(NoImportance::TooFew { n: self.n, needed });
        }
        let all = self.correlations()?;
        let among = Symmetric::new(drivers, |a, b| all.at(a + 1, b + 1));
        let with_overall: Vec<f64> = (1..=drivers).map(|driver| all.at(driver, 0)).collect();
        importance(&among, &with_overall, method)
    }
}

/// How much each driver explains, from the correlations of the drivers with each other and with the overall score.
fn importance(among: &Symmetric, with_overall: &[f64], method: ImportanceMethod) -> Result<Importance, NoImportance> {
    if with_overall.is_empty() {
        return Err(NoImportance::NoDrivers);
    }
    let parts = match method {
        ImportanceMethod::Lmg => lmg(among, with_overall),
        ImportanceMethod::RelativeWeights => relative_weights(among, with_overall),
    };
    let parts = parts.map_err(|Singular(driver)| NoImportance::DriverFollows(driver))?;
    let r_squared = parts.iter().sum::<f64>().clamp(0.0, 1.0);
    Ok(Importance { parts, r_squared, method })
}

/// Slopes of the regression on standardised scores.
///
/// # Errors
/// If a driver follows from those before it.
pub fn slopes(among: &Symmetric, with_overall: &[f64]) -> Result<Vec<f64>, Singular> {
    among.solve(with_overall)
}

fn lmg(among: &Symmetric, with_overall: &[f64]) -> Result<Vec<f64>, Singular> {
    let drivers = with_overall.len();
    let members = |set: usize| (0..drivers).filter(move |driver| set & (1 << driver) != 0);
    // The whole set first: it tells best which driver is too much.
    among.half_solve(&members((1 << drivers) - 1).collect::<Vec<_>>(), with_overall)?;
    let mut r_squared = Vec::with_capacity(1 << drivers);
    for set in 0..1_usize << drivers {
        let half = among.half_solve(&members(set).collect::<Vec<_>>(), with_overall)?;
        r_squared.push(half.iter().map(|x| x * x).sum::<f64>());
    }
    let weights = order_shares(drivers);
    let part = |driver: usize| {
        let without = (0..1_usize << drivers).filter(|set| set & (1 << driver) == 0);
        let gain = |set: usize| weights[set.count_ones() as usize] * (r_squared[set | 1 << driver] - r_squared[set]);
        without.map(gain).sum::<f64>().max(0.0)
    };
    Ok((0..drivers).map(part).collect())
}

/// Share of all orders in which just a given set of so many others comes before a driver: s!·(k−1−s)!/k!.
fn order_shares(drivers: usize) -> Vec<f64> {
    let mut shares = vec![1.0 / drivers as f64];
    for before in 1..drivers {
        let last = shares[before - 1];
        shares.push(last * before as f64 / (drivers - before) as f64);
    }
    shares
}

fn relative_weights(among: &Symmetric, with_overall: &[f64]) -> Result<Vec<f64>, Singular> {
    // Orthogonal variables closest to the drivers: their correlations with the drivers are the root of the matrix.
    slopes(among, with_overall)?;
    let drivers = with_overall.len();
    let (values, vectors) = among.eigen();
    let root = Symmetric::new(drivers, |row, column| {
        (0..drivers).map(|k| vectors[row][k] * values[k].max(0.0).sqrt() * vectors[column][k]).sum()
    });
    let on_orthogonal = solve_root(&values, &vectors, with_overall);
    let part = |driver: usize| (0..drivers).map(|k| (root.at(driver, k) * on_orthogonal[k]).powi(2)).sum();
    Ok((0..drivers).map(part).collect())
}

/// Solves Λ·x = b for the root Λ of the matrix with these eigenvalues and eigenvectors.
fn solve_root(values: &[f64], vectors: &[Vec<f64>], b: &[f64]) -> Vec<f64> {
    let size = values.len();
    let turned: Vec<f64> =
        (0..size).map(|k| (0..size).map(|row| vectors[row][k] * b[row]).sum::<f64>() / values[k].sqrt()).collect();
    (0..size).map(|row| (0..size).map(|k| vectors[row][k] * turned[k]).sum()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn example() -> (Symmetric, [f64; 3]) {
        let among = Symmetric::new(3, |a, b| [[1.0, 0.6, 0.3], [0.6, 1.0, 0.4], [0.3, 0.4, 1.0]][a][b]);
        (among, [0.5, 0.6, 0.4])
    }

    #[track_caller]
    fn near(found: &[f64], expected: &[f64]) {
        assert_eq!(found.len(), expected.len());
        for (found, expected) in found.iter().zip(expected) {
            assert!((found - expected).abs() < 6e-7, "{found} isn't {expected}");
        }
    }

    #[test]
    fn importance_agrees_with_reference_values() {
        let (among, with_overall) = example();
        near(&slopes(&among, &with_overall).unwrap(), &[0.202_247, 0.408_240, 0.176_030]);
        let found = importance(&among, &with_overall, ImportanceMethod::of(3)).unwrap();
        near(&found.parts, &[0.123_552, 0.214_450, 0.078_478]);
        near(&[found.r_squared], &[0.416_479]);
        assert_eq!(found.method, ImportanceMethod::Lmg);
        near(&relative_weights(&among, &with_overall).unwrap(), &[0.124_447, 0.210_735, 0.081_297]);
    }

    #[test]
    fn a_driver_that_follows_from_others_is_an_error() {
        let among = Symmetric::new(3, |a, b| [[1.0, 0.6, 1.0], [0.6, 1.0, 0.6], [1.0, 0.6, 1.0]][a][b]);
        assert_eq!(importance(&among, &[0.5, 0.6, 0.5], ImportanceMethod::Lmg), Err(NoImportance::DriverFollows(2)));
        assert_eq!(importance(&Symmetric::new(0, |_, _| 0.0), &[], ImportanceMethod::Lmg), Err(NoImportance::NoDrivers));
    }

    /// Sums of rows of overall score and drivers.
    fn products(rows: &[Vec<f64>]) -> Products {
        let size = rows[0].len();
        Products {
            n: rows.len() as u64,
            sums: (0..size).map(|k| rows.iter().map(|row| row[k]).sum()).collect(),
            products: Symmetric::new(size, |a, b| rows.iter().map(|row| row[a] * row[b]).sum()),
        }
    }

    /// Scores that look random, 0 to 10.
    fn score(seed: u64) -> f64 {
        (seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407) >> 33).rem_euclid(11) as f64
    }

    #[test]
    fn scores_that_make_up_the_overall_score_explain_it_wholly() {
        let rows: Vec<Vec<f64>> = (0..200)
            .map(|row| {
                let (a, b, c) = (score(3 * row), score(3 * row + 1), score(3 * row + 2));
                vec![2.0 * a + b, a, b, c]
            })
            .collect();
        let found = products(&rows).importance().unwrap();
        assert!((found.r_squared - 1.0).abs() < 1e-9);
        assert!(found.parts[0] > 2.0 * found.parts[1] && found.parts[2] < 0.05, "{found:?}");
    }

    #[test]
    fn what_cannot_be_told_is_an_error() {
        let rows = |n: u64, row: fn(u64) -> Vec<f64>| products(&(0..n).map(row).collect::<Vec<_>>()).importance();
        assert_eq!(rows(57, |i| vec![score(i), score(i + 99)]), Err(NoImportance::TooFew { n: 57, needed: 58 }));
        assert!(rows(58, |i| vec![score(i), score(i + 99)]).is_ok());
        assert_eq!(rows(99, |i| vec![7.0, score(i)]), Err(NoImportance::OverallIsConstant));
        assert_eq!(rows(99, |i| vec![score(i), score(i + 99), 0.1]), Err(NoImportance::DriverIsConstant(1)));
        assert_eq!(rows(99, |i| vec![score(i), score(i + 99), score(i + 99)]), Err(NoImportance::DriverFollows(1)));
        assert_eq!(rows(99, |i| vec![score(i)]), Err(NoImportance::NoDrivers));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn parts_sum_to_r_squared_by_either_method(loadings in prop::collection::vec(0.1..0.9_f64, 2..7)) {
            // One common factor: such correlations always fit together.
            let among = Symmetric::new(loadings.len(), |a, b| if a == b { 1.0 } else { loadings[a] * loadings[b] });
            let with_overall: Vec<f64> = loadings.iter().map(|loading| loading * 0.8).collect();
            let whole: f64 = slopes(&among, &with_overall).unwrap().iter().zip(&with_overall).map(|(b, r)| b * r).sum();
            let (exact, weights) = (lmg(&among, &with_overall).unwrap(), relative_weights(&among, &with_overall).unwrap());
            for parts in [exact, weights] {
                prop_assert!((parts.iter().sum::<f64>() - whole).abs() < 1e-9);
                prop_assert!(parts.iter().all(|part| *part >= 0.0));
            }
        }

        #[test]
        fn many_drivers_are_weighed_too(shift in 0..1000_u64) {
            let rows: Vec<Vec<f64>> = (0..300).map(|row| {
                let drivers: Vec<f64> = (0..14).map(|k| score(row * 31 + k * 7919 + shift)).collect();
                std::iter::once(drivers[0] + drivers[13] + score(row + shift * 17)).chain(drivers).collect()
            }).collect();
            let found = products(&rows).importance().unwrap();
            prop_assert_eq!(found.method, ImportanceMethod::RelativeWeights);
            prop_assert!(found.parts.len() == 14 && found.r_squared > 0.3 && found.r_squared <= 1.0);
        }
    }
}
