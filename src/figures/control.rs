//! Control charts: which points of a series are more than its usual noise.
//!
//! Shewhart 1931, "Economic Control of Quality of Manufactured Product"; XmR charts of single values as in Wheeler,
//! "Understanding Variation"; the rules of Nelson 1984, "The Shewhart Control Chart: Tests for Special Causes", Journal
//! of Quality Technology 16(4).

use super::{mean::Sample, nps::Answers, share::Share};

/// Fewer points than this, and there are no limits: they would be noise themselves.
pub const LEAST_POINTS: usize = 6;

/// 3 / d₂ for ranges of two: turns a mean moving range into three standard deviations.
const RANGE_TO_LIMIT: f64 = 2.66;

/// D₄ for ranges of two: the upper limit of moving ranges.
const RANGE_LIMIT: f64 = 3.267;

/// What a series is like without special causes, and where there may be one.
#[derive(Clone, Debug, PartialEq)]
pub struct ControlChart {
    /// The middle of the series.
    pub centre: f64,
    /// Lower and upper limit of each point.
    pub limits: Vec<(f64, f64)>,
    /// Mean and upper limit of the moving ranges; for single values only.
    pub ranges: Option<(f64, f64)>,
    /// What stands out, in the order of its first point.
    pub signals: Vec<Signal>,
}

/// Points that stand out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Signal {
    /// By which rule.
    pub rule: Rule,
    /// The first point, from 0.
    pub first: usize,
    /// The last point.
    pub last: usize,
}

/// The first four of Nelson's rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rule {
    /// One point beyond the limits.
    Beyond,
    /// Nine points or more in a row on one side of the middle.
    OneSide,
    /// Six points or more in a row that steadily rise, or fall.
    Trend,
    /// Fourteen points or more in a row that go up and down in turn.
    Alternating,
}

impl ControlChart {
    /// The same in another unit.
    #[must_use]
    pub fn times(self, factor: f64) -> Self {
        let both = |(low, high): (f64, f64)| (low * factor, high * factor);
        Self {
            centre: self.centre * factor,
            limits: self.limits.into_iter().map(both).collect(),
            ranges: self.ranges.map(both),
            signals: self.signals,
        }
    }
}

/// Why there are no limits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoLimits {
    /// There are fewer points than [`LEAST_POINTS`].
    TooFew {
        /// So many.
        points: usize,
    },
    /// All points are alike.
    NoSpread,
}

/// The chart of single values (XmR): x̄ ± 2.66 · mean moving range. Limits come from the first `baseline` points.
///
/// # Errors
/// If there are too few points for limits, or they don't differ.
pub fn of_values(values: &[f64], baseline: usize) -> Result<ControlChart, NoLimits> {
    let known = known(values, baseline)?;
    let centre = known.iter().sum::<f64>() / known.len() as f64;
    let mean_range = known.windows(2).map(|pair| (pair[1] - pair[0]).abs()).sum::<f64>() / (known.len() - 1) as f64;
    let reach = RANGE_TO_LIMIT * mean_range;
    if !(reach > 0.0 && reach.is_finite()) {
        return Err(NoLimits::NoSpread);
    }
    let chart = with_limits(values, centre, vec![(centre - reach, centre + reach); values.len()]);
    Ok(ControlChart { ranges: Some((mean_range, RANGE_LIMIT * mean_range)), ..chart })
}

/// The chart of shares (p-chart): p̄ ± 3·√(p̄(1 − p̄)/nᵢ), cut to 0 to 1. Limits come from the first `baseline` points.
///
/// # Errors
/// If there are too few points for limits, or they don't differ.
pub fn of_shares(shares: &[Share], baseline: usize) -> Result<ControlChart, NoLimits> {
    let whole: Share = known(shares, baseline)?.iter().copied().sum();
    let (centre, variance) = whole.value().zip(whole.variance()).ok_or(NoLimits::NoSpread)?;
    let n: Vec<u64> = shares.iter().map(|share| share.n).collect();
    let values: Vec<f64> = shares.iter().map(|share| share.value().unwrap_or(centre)).collect();
    around(&values, &n, centre, variance, (0.0, 1.0))
}

/// The chart of Net Promoter Scores: the score of all ± 3·√(Var/nᵢ) in points, cut to ±100. Limits come from the first
/// `baseline` points.
///
/// # Errors
/// If there are too few points for limits, or they don't differ.
pub fn of_scores(answers: &[Answers], baseline: usize) -> Result<ControlChart, NoLimits> {
    let whole: Answers = known(answers, baseline)?.iter().copied().sum();
    let whole = whole.nps().ok_or(NoLimits::NoSpread)?;
    let n: Vec<u64> = answers.iter().map(|answers| answers.n()).collect();
    let values: Vec<f64> = answers.iter().map(|answers| answers.nps().map_or(whole.value, |nps| nps.value)).collect();
    around(&values, &n, whole.value, whole.variance * 1e4, (-100.0, 100.0))
}

/// The chart of means: the mean of all ± 3·s/√nᵢ, with s pooled from the spread within the points. Limits come from the
/// first `baseline` points.
///
/// # Errors
/// If there are too few points for limits, or they don't differ.
pub fn of_means(samples: &[Sample], baseline: usize) -> Result<ControlChart, NoLimits> {
    let known = known(samples, baseline)?;
    let centre = known.iter().copied().sum::<Sample>().mean().ok_or(NoLimits::NoSpread)?.value;
    let degrees = |sample: &Sample| sample.n.saturating_sub(1) as f64;
    let within: f64 = known.iter().filter_map(|sample| Some(sample.variance()? * degrees(sample))).sum();
    let variance = within / known.iter().map(degrees).sum::<f64>();
    let n: Vec<u64> = samples.iter().map(|sample| sample.n).collect();
    let values: Vec<f64> = samples.iter().map(|sample| sample.mean().map_or(centre, |mean| mean.value)).collect();
    around(&values, &n, centre, variance, (f64::MIN, f64::MAX))
}

/// Three standard errors around the centre, for each number of answers, cut to the bounds.
#[must_use]
pub fn limits(centre: f64, variance: f64, n: &[u64], bounds: (f64, f64)) -> Vec<(f64, f64)> {
    let limit = |n: &u64| {
        let reach = 3.0 * (variance / (*n).max(1) as f64).sqrt();
        ((centre - reach).max(bounds.0), (centre + reach).min(bounds.1))
    };
    n.iter().map(limit).collect()
}

/// The points that limits come from.
fn known<T>(points: &[T], baseline: usize) -> Result<&[T], NoLimits> {
    let known = &points[..baseline.min(points.len())];
    if known.len() < LEAST_POINTS { Err(NoLimits::TooFew { points: known.len() }) } else { Ok(known) }
}

fn around(values: &[f64], n: &[u64], centre: f64, variance: f64, bounds: (f64, f64)) -> Result<ControlChart, NoLimits> {
    if !(variance > 0.0 && variance.is_finite()) {
        return Err(NoLimits::NoSpread);
    }
    Ok(with_limits(values, centre, limits(centre, variance, n, bounds)))
}

fn with_limits(values: &[f64], centre: f64, limits: Vec<(f64, f64)>) -> ControlChart {
    let mut signals = signals(values, centre, &limits);
    signals.sort_by_key(|signal| (signal.first, signal.rule));
    ControlChart { centre, limits, ranges: None, signals }
}

fn signals(values: &[f64], centre: f64, limits: &[(f64, f64)]) -> Vec<Signal> {
    let beyond = values.iter().zip(limits).enumerate();
    let beyond = beyond.filter(|(_, (value, (low, high)))| *value < low || *value > high);
    let mut found: Vec<Signal> = beyond.map(|(at, _)| Signal { rule: Rule::Beyond, first: at, last: at }).collect();

    let sides: Vec<i8> = values.iter().map(|value| sign(value - centre)).collect();
    found.extend(runs(&sides, |before, this| before == this, 9).map(|(first, last)| Signal { rule: Rule::OneSide, first, last }));

    // A step leads from one point to the next: a run of steps has one point more.
    let steps: Vec<i8> = values.windows(2).map(|pair| sign(pair[1] - pair[0])).collect();
    let of_steps = |rule, (first, last): (usize, usize)| Signal { rule, first, last: last + 1 };
    found.extend(runs(&steps, |before, this| before == this, 5).map(|run| of_steps(Rule::Trend, run)));
    found.extend(runs(&steps, |before, this| before == -this, 13).map(|run| of_steps(Rule::Alternating, run)));
    found
}

fn sign(value: f64) -> i8 {
    i8::from(value > 0.0) - i8::from(value < 0.0)
}

/// First and last place of each run of at least so many signs that go on from one to the next; 0 belongs to no run.
fn runs(signs: &[i8], goes_on: impl Fn(i8, i8) -> bool, least: usize) -> impl Iterator<Item = (usize, usize)> {
    let mut found: Vec<(usize, usize)> = Vec::new();
    for (at, this) in signs.iter().enumerate().filter(|(_, sign)| **sign != 0) {
        match found.last_mut() {
            Some((_, last)) if *last + 1 == at && goes_on(signs[*last], *this) => *last = at,
            _ => found.push((at, at)),
        }
    }
    found.into_iter().filter(move |(first, last)| last - first + 1 >= least)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const VALUES: [f64; 10] = [49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1];

    #[track_caller]
    fn near(found: f64, expected: f64, tolerance: f64) {
        assert!((found - expected).abs() <= tolerance, "{found} isn't {expected}");
    }

    /// The example of the NIST/SEMATECH e-Handbook, 6.3.2.2 ("Individuals control charts"), with 2.66 for 3/1.128.
    #[test]
    fn limits_of_single_values_agree_with_reference_values() {
        let chart = of_values(&VALUES, VALUES.len()).unwrap();
        near(chart.centre, 50.81, 1e-9);
        near(chart.ranges.unwrap().0, 1.877_778, 5e-7);
        near(chart.ranges.unwrap().1, 3.267 * 1.877_778, 5e-6);
        near(chart.limits[0].0, 45.8151, 5e-5);
        near(chart.limits[9].1, 55.8049, 5e-5);
        assert_eq!(chart.signals, []);
    }

    #[test]
    fn limits_of_shares_agree_with_reference_values() {
        let shares = [(30, 200), (25, 180), (42, 220), (28, 190)].map(|(hits, n)| Share { hits, n });
        let whole: Share = shares.iter().copied().sum();
        let centre = whole.value().unwrap();
        near(centre, 0.158_228, 5e-7);
        let found = limits(centre, whole.variance().unwrap(), &shares.map(|share| share.n), (0.0, 1.0));
        let expected = [(0.080_809, 0.235_646), (0.076_622, 0.239_834), (0.084_412, 0.232_044), (0.078_798, 0.237_658)];
        for (found, expected) in found.iter().zip(expected) {
            near(found.0, expected.0, 5e-7);
            near(found.1, expected.1, 5e-7);
        }
        assert_eq!(of_shares(&shares, 4), Err(NoLimits::TooFew { points: 4 }));
    }

    #[test]
    fn scores_have_the_limits_of_their_variance() {
        let month = Answers::new(50, 30, 20);
        let mut months = [month; 7];
        months[6] = Answers::new(80, 10, 10);
        let chart = of_scores(&months, 6).unwrap();
        near(chart.centre, 30.0, 1e-9);
        // The standard error of 100 answers with variance 0.61 is 7.8102 points.
        near(chart.limits[0].0, 30.0 - 3.0 * 7.8102, 5e-4);
        assert_eq!(chart.signals, [Signal { rule: Rule::Beyond, first: 6, last: 6 }]);
        let all = of_scores(&[Answers::new(9, 0, 0); 6], 6);
        assert_eq!(all, Err(NoLimits::NoSpread));
    }

    #[test]
    fn means_have_the_limits_of_the_spread_within_months() {
        let month = |shift: f64| Sample::of_counts([(1.0 + shift, 5), (3.0 + shift, 5)]);
        let samples = [0.0, 0.1, 0.0, 0.1, 0.0, 0.1].map(month);
        let chart = of_means(&samples, 6).unwrap();
        near(chart.centre, 2.05, 1e-9);
        // The variance within each month is 10/9.
        near(chart.limits[0].1, 2.05 + 3.0 * (10.0_f64 / 9.0 / 10.0).sqrt(), 1e-9);
    }

    #[track_caller]
    fn check_signals(values: &[f64], expected: &[(Rule, usize, usize)]) {
        let limits = vec![(-10.0, 10.0); values.len()];
        let found = with_limits(values, 0.0, limits).signals;
        let found: Vec<_> = found.iter().map(|signal| (signal.rule, signal.first, signal.last)).collect();
        assert_eq!(found, expected, "{values:?}");
    }

    #[test]
    fn each_rule_finds_what_it_is_for() {
        check_signals(&[1.0, -11.0, 2.0, 10.0], &[(Rule::Beyond, 1, 1)]);
        check_signals(&[-1.0, 1.0, 2.0, 1.0, 3.0, 1.0, 2.0, 2.0, 1.0, 1.0, -1.0], &[(Rule::OneSide, 1, 9)]);
        check_signals(&[1.0, 1.0, 2.0, 1.0, 0.0, 1.0, 3.0, 1.0, 2.0, 2.0], &[]);
        check_signals(&[-3.0, -2.0, -1.0, 1.0, 2.0, 3.0, 2.5], &[(Rule::Trend, 0, 5)]);
        check_signals(&[-3.0, -2.0, -1.0, 1.0, 2.0, 2.0, 3.0], &[]);
        let zigzag: Vec<f64> = (0..14).map(|i| if i % 2 == 0 { 1.0 } else { -1.0 }).collect();
        check_signals(&zigzag, &[(Rule::Alternating, 0, 13)]);
        check_signals(&zigzag[1..], &[]);
    }

    #[test]
    fn limits_come_from_the_points_of_the_baseline() {
        let mut values = VALUES.to_vec();
        values.push(60.0);
        let chart = of_values(&values, 10).unwrap();
        near(chart.centre, 50.81, 1e-9);
        assert!(chart.signals.contains(&Signal { rule: Rule::Beyond, first: 10, last: 10 }));
        assert_eq!(of_values(&values, 5), Err(NoLimits::TooFew { points: 5 }));
        assert_eq!(of_values(&[4.0; 8], 8), Err(NoLimits::NoSpread));
    }

    proptest! {
        #[test]
        fn there_is_a_limit_for_each_point_and_signals_lie_within(values in prop::collection::vec(-1e6..1e6_f64, 6..60)) {
            if let Ok(chart) = of_values(&values, values.len()) {
                prop_assert_eq!(chart.limits.len(), values.len());
                prop_assert!(chart.signals.iter().all(|signal| signal.first <= signal.last && signal.last < values.len()));
            }
        }
    }
}
