//! What the value of a KPI comes from, whatever its kind: answers, cases, sums, customers; and what comes of it.
//!
//! Values are in the KPI's unit: points for scores made of three groups, the scale's own numbers for means, per cent for
//! shares and rates (12.5 is 12.5 %), else the amount's unit.

use super::{
    control::{self, ControlChart, NoLimits},
    customers,
    difference::{Difference, later_answers_needed},
    effort,
    mean::{self, Sample},
    nps::{self, Answers, UNSURE_BELOW},
    satisfaction,
    share::{self, Share},
};
use crate::plan::{
    CesFigure, CsatFigure, CustomerFigure, Customers, KpiKind, Ratio, ScoreCounts, Sums, Tallied, Together, TypedNumber,
    TypedValue,
};

/// Per cent of a share.
const PER_CENT: f64 = 100.0;

/// What the value of a KPI over some span comes from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Measured {
    /// Answers in three groups; the value is the first less the last in points.
    Groups(Answers),
    /// Cases that count among all; the value is their share.
    Share(Share),
    /// Values of which the mean counts.
    Mean(Sample),
    /// Values of which the sum counts.
    Total(Sample),
    /// Values of which the last counts.
    Last(Sample),
    /// Customers that came and went.
    Customers(CustomerFigure, Customers),
    /// Values as they were reported, without what they come from.
    Reported(Reported),
}

/// Values without what they come from, to be averaged.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reported {
    /// Sum of the values.
    sum: f64,
    /// How many values.
    count: f64,
    /// Sum of the values, each times the number of answers or cases that it rests on, and the sum of these numbers; none
    /// if one of them isn't known: then all values weigh alike.
    weighted: Option<(f64, u64)>,
}

impl Reported {
    fn of(number: TypedNumber) -> Self {
        let n = number.n.map(u64::from).filter(|n| *n > 0);
        Self { sum: number.value, count: 1.0, weighted: n.map(|n| (number.value * n as f64, n)) }
    }

    fn value(self) -> f64 {
        self.weighted.map_or(self.sum / self.count, |(sum, n)| sum / n as f64)
    }
}

impl std::ops::Add for Reported {
    type Output = Self;
    fn add(self, more: Self) -> Self {
        let weighted = self.weighted.zip(more.weighted).map(|((a, n_a), (b, n_b))| (a + b, n_a + n_b));
        Self { sum: self.sum + more.sum, count: self.count + more.count, weighted }
    }
}

/// A value with its uncertainty, in the KPI's unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Figure {
    /// The value.
    pub value: f64,
    /// Its interval of 95 %; none where there is none to be had.
    pub interval: Option<(f64, f64)>,
    /// Number of answers or cases that it rests on, if known.
    pub n: Option<u64>,
}

impl Figure {
    /// Whether it rests on so few answers that it must be marked.
    #[must_use]
    pub fn is_unsure(&self) -> bool {
        self.n.is_some_and(|n| n < UNSURE_BELOW)
    }

    /// Lower end of the interval, or the value.
    #[must_use]
    pub fn low(&self) -> f64 {
        self.interval.map_or(self.value, |(low, _)| low)
    }

    /// Upper end of the interval, or the value.
    #[must_use]
    pub fn high(&self) -> f64 {
        self.interval.map_or(self.value, |(_, high)| high)
    }
}

impl Measured {
    /// Answers to the question of a KPI; `None` if its kind has no question, or none of the answers is on its scale.
    #[must_use]
    pub fn of_scores(kind: &KpiKind, scores: &ScoreCounts) -> Option<Self> {
        let measured = match kind {
            KpiKind::Nps => Self::Groups(Answers::from_scores(scores).0),
            KpiKind::Csat(csat) => match csat.figure() {
                CsatFigure::Satisfied => Self::Share(satisfaction::satisfied(scores, *csat)),
                CsatFigure::Mean => Self::Mean(satisfaction::sample(scores, csat.scale())),
            },
            KpiKind::Ces(ces) => match ces.figure {
                CesFigure::Mean => Self::Mean(satisfaction::sample(scores, ces.scale)),
                CesFigure::Index => Self::Groups(effort::groups(scores, *ces)),
                CesFigure::TopThree => Self::Share(effort::easiest(scores, *ces, 3)),
                CesFigure::TopTwo => Self::Share(effort::easiest(scores, *ces, 2)),
            },
            _ => return None,
        };
        (measured.n() > Some(0)).then_some(measured)
    }

    /// Counts of a share.
    #[must_use]
    pub fn of_ratio(kind: &KpiKind, ratio: &Ratio) -> Option<Self> {
        let is_share = matches!(kind, KpiKind::Rate(_))
            || matches!(kind, KpiKind::Csat(csat) if csat.figure() == CsatFigure::Satisfied)
            || matches!(kind, KpiKind::Ces(ces) if matches!(ces.figure, CesFigure::TopTwo | CesFigure::TopThree));
        let share = Share { hits: ratio.numerator.into(), n: ratio.denominator.into() };
        (is_share && share.n > 0).then_some(Self::Share(share))
    }

    /// Counts of customers.
    #[must_use]
    pub fn of_customers(kind: &KpiKind, counts: &Customers) -> Option<Self> {
        let KpiKind::Customers(figure) = kind else { return None };
        (*counts != Customers::default()).then_some(Self::Customers(*figure, *counts))
    }

    /// Amounts.
    #[must_use]
    pub fn of_sums(kind: &KpiKind, sums: &Sums) -> Option<Self> {
        let KpiKind::Amount(amount) = kind else { return None };
        let sample = Sample { n: sums.n.into(), sum: sums.sum, squares: sums.squares };
        let measured = match amount.together {
            Together::Sum => Self::Total(sample),
            Together::Mean => Self::Mean(sample),
            Together::Last => Self::Last(sample),
        };
        (sums.n > 0).then_some(measured)
    }

    /// What was typed in for a KPI; `None` if its kind can't be computed from that form.
    #[must_use]
    pub fn of_typed(kind: &KpiKind, typed: &TypedValue) -> Option<Self> {
        match typed {
            _ if !kind.takes(typed) => None,
            TypedValue::Answers(answers) => {
                let answers = Answers::from(*answers);
                (answers.n() > 0).then_some(Self::Groups(answers))
            }
            TypedValue::Scores(scores) => Self::of_scores(kind, scores),
            TypedValue::Ratio(ratio) => Self::of_ratio(kind, ratio),
            TypedValue::Customers(customers) => Self::of_customers(kind, customers),
            TypedValue::Value(number) => Self::of_number(kind, *number),
            TypedValue::Other(_) => None,
        }
    }

    /// A reported value. A share with a number of cases is as good as counted; a sum and a last value are what they are,
    /// whatever they rest on.
    fn of_number(kind: &KpiKind, number: TypedNumber) -> Option<Self> {
        let n = number.n.map(u64::from).filter(|n| *n > 0);
        if !number.value.is_finite() {
            return None;
        }
        if let KpiKind::Amount(amount) = kind
            && amount.together != Together::Mean
        {
            return Self::of_sums(kind, &Sums::of(number.value)?);
        }
        if let (true, Some(n), 0.0..=PER_CENT) = (is_share(kind), n, number.value) {
            return Some(Self::Share(Share { hits: (number.value / PER_CENT * n as f64).round() as u64, n }));
        }
        Some(Self::Reported(Reported::of(number)))
    }

    /// Number of answers or cases, if known.
    #[must_use]
    pub fn n(&self) -> Option<u64> {
        match self {
            Self::Groups(answers) => Some(answers.n()),
            Self::Share(share) => Some(share.n),
            Self::Mean(sample) => Some(sample.n),
            Self::Total(_) | Self::Last(_) => None,
            Self::Customers(figure, counts) => customers::base(*figure, counts),
            Self::Reported(reported) => reported.weighted.map(|(_, n)| n),
        }
    }

    /// How many answers, values or customers stand behind it, if known: so few that somebody could be recognised, and it
    /// isn't shown of a group.
    #[must_use]
    pub fn cases(&self) -> Option<u64> {
        match self {
            Self::Total(sample) | Self::Last(sample) => Some(sample.n),
            Self::Customers(_, counts) => counts.start.or(counts.end).or(counts.won).map(u64::from),
            other => other.n(),
        }
    }

    /// The value with its uncertainty; `None` where there is nothing to compute it from.
    #[must_use]
    pub fn figure(&self) -> Option<Figure> {
        let n = self.n();
        let figure = match self {
            Self::Groups(answers) => {
                let nps = answers.nps()?;
                Figure { value: nps.value, interval: Some(nps.interval), n }
            }
            Self::Share(share) => of_share(*share)?,
            Self::Mean(sample) => {
                let mean = sample.mean()?;
                Figure { value: mean.value, interval: mean.interval, n }
            }
            Self::Total(sample) => Figure { value: sample.sum, interval: None, n },
            Self::Last(sample) => Figure { value: sample.sum, interval: None, n },
            Self::Customers(figure, counts) => match customers::share(*figure, counts) {
                Some(share) => of_share(share)?,
                None => Figure { value: customers::rate(*figure, counts)? * PER_CENT, interval: None, n },
            },
            Self::Reported(reported) => Figure { value: reported.value(), interval: None, n },
        };
        figure.value.is_finite().then_some(figure)
    }

    /// Together with what another group comes to over the same span. Reported values give way to what was counted.
    #[must_use]
    pub fn beside(self, other: Self) -> Self {
        match (self, other) {
            (Self::Customers(figure, mut counts), Self::Customers(_, more)) => {
                counts.add(&more);
                Self::Customers(figure, counts)
            }
            (Self::Last(sample), Self::Last(more)) => Self::Last(sample + more),
            (first, second) => first.joined(second),
        }
    }

    /// Together with what the next span comes to.
    #[must_use]
    pub fn followed_by(self, next: Self) -> Self {
        match (self, next) {
            (Self::Customers(figure, counts), Self::Customers(_, next)) => Self::Customers(figure, counts.followed_by(&next)),
            (Self::Last(_), Self::Last(next)) => Self::Last(next),
            (first, second) => first.joined(second),
        }
    }

    /// The same with a rate of customers as one of a single period, so that what is put together stays one: six months
    /// lose more than two, and yet no more a month.
    #[must_use]
    pub fn per_period(self) -> Self {
        let Self::Customers(figure, counts) = self else { return self };
        match (customers::share(figure, &counts), customers::rate(figure, &counts)) {
            (Some(share), _) => Self::Share(share),
            (None, Some(rate)) => Self::Mean(Sample::of_counts([(rate * PER_CENT, 1)])),
            (None, None) => self,
        }
    }

    /// Reported values give way to what was counted; [`super::series::reported_aside`] names them.
    fn joined(self, other: Self) -> Self {
        match (self, other) {
            (Self::Groups(a), Self::Groups(b)) => Self::Groups(a + b),
            (Self::Share(a), Self::Share(b)) => Self::Share(a + b),
            (Self::Mean(a), Self::Mean(b)) => Self::Mean(a + b),
            (Self::Total(a), Self::Total(b)) => Self::Total(a + b),
            (Self::Reported(a), Self::Reported(b)) => Self::Reported(a + b),
            (Self::Reported(_), counted) => counted,
            (counted, _) => counted,
        }
    }

    /// Share of the cases that count, where the value is one.
    fn share(&self) -> Option<Share> {
        match self {
            Self::Share(share) => Some(*share),
            Self::Customers(figure, counts) => customers::share(*figure, counts),
            _ => None,
        }
    }

    /// Variance of one answer in the KPI's unit, squared.
    fn variance(&self) -> Option<f64> {
        match self {
            Self::Groups(answers) => answers.nps().map(|nps| nps.variance * PER_CENT * PER_CENT),
            Self::Mean(sample) => sample.variance(),
            other => other.share()?.variance().map(|variance| variance * PER_CENT * PER_CENT),
        }
    }
}

/// Compares two spans or groups by the test that fits what was measured; `None` where none does: a sum or a reported
/// value has no known spread.
#[must_use]
pub fn difference(earlier: &Measured, later: &Measured) -> Option<Difference> {
    match (earlier, later) {
        (Measured::Groups(a), Measured::Groups(b)) => nps::difference(*a, *b),
        (Measured::Mean(a), Measured::Mean(b)) => mean::difference(*a, *b),
        (a, b) => share::difference(a.share()?, b.share()?).map(|difference| difference.times(PER_CENT)),
    }
}

/// How many answers more the later side needs for the difference, if it stays so, to be more than noise; `None` where
/// none are enough or there is no test.
#[must_use]
pub fn more_answers_needed(earlier: &Measured, later: &Measured) -> Option<u64> {
    let tested = difference(earlier, later)?;
    let error_squared = earlier.variance()? / earlier.n()? as f64;
    later_answers_needed(tested.tested_delta, error_squared, later.variance()?)?.checked_sub(later.n()?).filter(|more| *more > 0)
}

/// How many answers an interval of ± `reach` in the KPI's unit needs.
#[must_use]
pub fn answers_needed(measured: &Measured, reach: f64) -> Option<u64> {
    nps::answers_needed(measured.variance()? / (PER_CENT * PER_CENT), reach)
}

/// The control chart that fits what was measured; its limits come from the first `baseline` points.
///
/// # Errors
/// If there are too few points for limits, or they don't differ.
pub fn control(series: &[Measured], baseline: usize) -> Result<ControlChart, NoLimits> {
    fn all<T>(series: &[Measured], part: impl Fn(&Measured) -> Option<T>) -> Option<Vec<T>> {
        series.iter().map(part).collect()
    }
    let groups = |measured: &Measured| if let Measured::Groups(answers) = measured { Some(*answers) } else { None };
    let means = |measured: &Measured| if let Measured::Mean(sample) = measured { Some(*sample) } else { None };
    if let Some(answers) = all(series, groups) {
        control::of_scores(&answers, baseline)
    } else if let Some(samples) = all(series, means).filter(|samples| samples.iter().any(|sample| sample.n > 1)) {
        control::of_means(&samples, baseline)
    } else if let Some(shares) = all(series, Measured::share) {
        control::of_shares(&shares, baseline).map(|chart| chart.times(PER_CENT))
    } else {
        let values: Vec<f64> = series.iter().filter_map(|measured| Some(measured.figure()?.value)).collect();
        if values.len() == series.len() { control::of_values(&values, baseline) } else { Err(NoLimits::NoSpread) }
    }
}

/// Whether a kind's value is the share of cases that count.
fn is_share(kind: &KpiKind) -> bool {
    match kind {
        KpiKind::Rate(_) => true,
        KpiKind::Csat(csat) => csat.figure() == CsatFigure::Satisfied,
        KpiKind::Ces(ces) => matches!(ces.figure, CesFigure::TopTwo | CesFigure::TopThree),
        KpiKind::Customers(figure) => matches!(figure, CustomerFigure::Churn | CustomerFigure::Retention),
        _ => false,
    }
}

fn of_share(share: Share) -> Option<Figure> {
    let interval = share.interval().map(|(low, high)| (low * PER_CENT, high * PER_CENT));
    Some(Figure { value: share.value()? * PER_CENT, interval, n: Some(share.n) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_of_fewer_than_30_answers_is_unsure() {
        let figure = |n| Figure { value: 1.0, interval: None, n };
        assert!(figure(Some(29)).is_unsure());
        assert!(!figure(Some(30)).is_unsure() && !figure(None).is_unsure());
    }
}
