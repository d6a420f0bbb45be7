//! What a measure costs and brings over the plan's horizon.
//!
//! Counted in whole months from the month of its start: the one-off cost falls due at the start (year 0), running cost
//! and person-days in the months from start to end, the benefit from its own start to the end of the horizon. Months
//! make years; the amounts of a year count at its end, as in [`super::flows`].

use super::{
    MONTHS_WITHOUT_PERIOD, Range,
    flows::{self, Payback},
    is_plausible,
};
use crate::plan::{BenefitDerivation, Measure, Month, Profile, is_amount};

/// What a measure costs and brings in a month.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct MonthFlow {
    /// Money paid out.
    pub cost: f64,
    /// Person-days at the plan's rate.
    pub labour: f64,
    /// Money that comes in or isn't paid out any more.
    pub benefit: Range<f64>,
}

/// The case for a measure, in the plan's currency.
#[derive(Clone, Debug, PartialEq)]
pub struct BusinessCase {
    /// Years that are counted.
    pub years: u8,
    /// Cost once.
    pub one_off: f64,
    /// Months of running cost within the horizon.
    pub running_months: usize,
    /// Person-days at the plan's rate within the horizon; none: there is no rate or no person-days.
    pub labour: Option<f64>,
    /// All cost.
    pub cost: f64,
    /// Benefit a year; none: nobody has said.
    pub benefit_a_year: Option<Range<f64>>,
    /// Months in which the benefit flows within the horizon.
    pub benefit_months: usize,
    /// Benefit within the horizon; none: nobody has said.
    pub benefit: Option<Range<f64>>,
    /// Yearly amounts from year 0.
    pub flows: Range<Vec<f64>>,
    /// Return on investment, 1 is 100 %.
    pub roi: Range<Option<f64>>,
    /// Net present value.
    pub npv: Range<Option<f64>>,
    /// Internal rate of return a year, 1 is 100 %.
    pub irr: Range<Option<f64>>,
    /// When it has paid itself back.
    pub payback: Range<Option<Payback>>,
    /// The same with discounted amounts.
    pub discounted_payback: Range<Option<Payback>>,
}

/// Benefit a year by churn: percentage points less × customers × what a customer who stays is worth. Where one end of the
/// points is missing, it is the other; the likely case is their middle. None if something is missing, or beyond what a plan
/// holds.
#[must_use]
pub fn derived_benefit(derivation: &BenefitDerivation) -> Option<Range<f64>> {
    let low = derivation.points_low.or(derivation.points_high)?;
    let high = derivation.points_high.unwrap_or(low);
    let worth = derivation.customers? * derivation.customer_value? / 100.0;
    let benefit = Range { low, likely: f64::midpoint(low, high), high }.map(|points| points * worth);
    [benefit.low, benefit.high].into_iter().all(is_amount).then_some(benefit)
}

/// The benefit a year in three cases: [`derived_benefit`] where it is derived. Where the likely one is missing, it is the middle of the others; where an end is
/// missing, it is the likely one. None if nothing is said.
#[must_use]
pub fn benefit_a_year(measure: &Measure) -> Option<Range<f64>> {
    if let Some(derivation) = &measure.benefit_derivation {
        return derived_benefit(derivation);
    }
    let (low, high) = (measure.benefit_low, measure.benefit_high);
    let middle = || low.zip(high).map(|(low, high)| f64::midpoint(low, high));
    let likely = measure.benefit_likely.or_else(middle).or(low).or(high)?;
    Some(Range { low: low.unwrap_or(likely), likely, high: high.unwrap_or(likely) })
}

/// Whether the three benefits stand in order.
#[must_use]
pub fn benefit_is_ordered(measure: &Measure) -> bool {
    benefit_a_year(measure).is_none_or(|benefit| benefit.low <= benefit.likely && benefit.likely <= benefit.high)
}

/// Months that a measure runs: from start to end, both included; [`MONTHS_WITHOUT_PERIOD`] where one is missing, 0
/// where it ends before it starts.
#[must_use]
pub fn run_months(measure: &Measure) -> usize {
    let months = match (measure.start, measure.end) {
        (Some(start), Some(end)) if end >= start => end.month().months_since(start.month()) + 1,
        (Some(_), Some(_)) => 0,
        _ => MONTHS_WITHOUT_PERIOD,
    };
    usize::try_from(months).unwrap_or_default()
}

/// Months from a measure's start to that of its benefit: by default it begins when the measure has ended.
fn months_to_benefit(measure: &Measure) -> usize {
    let given = measure.benefit_start.zip(measure.start).map(|(begins, start)| begins.month().months_since(start.month()));
    given.map_or_else(|| run_months(measure), |months| usize::try_from(months).unwrap_or_default())
}

/// What a measure costs and brings, month by month from its start to the end of the horizon; its one-off cost is in the
/// first month.
#[must_use]
pub fn month_flows(measure: &Measure, profile: &Profile) -> Vec<MonthFlow> {
    let horizon = usize::from(profile.horizon_years) * 12;
    let run = run_months(measure);
    let benefit_from = months_to_benefit(measure);
    let monthly_benefit = benefit_a_year(measure).map_or_else(|| Range::all(0.0), |benefit| benefit.map(|value| value / 12.0));
    let monthly_cost = measure.monthly_cost.unwrap_or_default();
    let labour = measure.person_days.zip(profile.day_rate).map_or(0.0, |(days, rate)| days * rate);
    let monthly_labour = if run == 0 { 0.0 } else { labour / run as f64 };
    let mut months: Vec<MonthFlow> = (0..horizon)
        .map(|month| MonthFlow {
            cost: if month < run { monthly_cost } else { 0.0 },
            labour: if month < run { monthly_labour } else { 0.0 },
            benefit: if month >= benefit_from { monthly_benefit } else { Range::all(0.0) },
        })
        .collect();
    if let Some(first) = months.first_mut() {
        first.cost += measure.one_off_cost.unwrap_or_default();
    }
    months
}

/// The case for a measure; none if neither cost nor benefit is known.
#[must_use]
pub fn business_case(measure: &Measure, profile: &Profile) -> Option<BusinessCase> {
    let benefit_a_year = benefit_a_year(measure);
    let is_known = [measure.one_off_cost, measure.monthly_cost].iter().any(Option::is_some)
        || benefit_a_year.is_some()
        || measure.person_days.is_some() && profile.day_rate.is_some();
    if !is_known {
        return None;
    }
    let months = month_flows(measure, profile);
    let one_off = measure.one_off_cost.unwrap_or_default();
    let running_months = if measure.monthly_cost.is_some() { run_months(measure).min(months.len()) } else { 0 };
    let running = measure.monthly_cost.unwrap_or_default() * running_months as f64;
    let labour: f64 = months.iter().map(|month| month.labour).sum();
    let cost = one_off + running + labour;
    let benefit_months = months.len().saturating_sub(months_to_benefit(measure));
    let benefit = benefit_a_year.map(|benefit| benefit.map(|value| value / 12.0 * benefit_months as f64));
    let row = |benefit| yearly(&months, one_off, benefit);
    let flows =
        Range { low: row(|benefit| benefit.low), likely: row(|benefit| benefit.likely), high: row(|benefit| benefit.high) };
    let rate = profile.discount_rate;
    // Without a benefit there is nothing to weigh the cost against.
    let weighed = benefit.and(Some(flows.as_ref()));
    Some(BusinessCase {
        years: profile.horizon_years,
        one_off,
        running_months,
        labour: measure.person_days.and(profile.day_rate).map(|_| labour),
        cost,
        benefit_a_year,
        benefit_months,
        roi: benefit.map_or(Range::all(None), |benefit| benefit.map(|benefit| flows::return_on_investment(benefit, cost))),
        npv: figures(weighed, |flows| flows::net_present_value(rate, flows)),
        irr: figures(weighed, flows::internal_rate_of_return),
        payback: figures(weighed, |flows| Some(flows::payback(flows))),
        discounted_payback: figures(weighed, |flows| Some(flows::payback(&flows::discounted(rate, flows)?))),
        benefit,
        flows,
    })
}

/// A figure of the flows in each case.
fn figures<T: Copy>(flows: Option<Range<&Vec<f64>>>, figure: impl Fn(&[f64]) -> Option<T>) -> Range<Option<T>> {
    flows.map_or(Range::all(None), |flows| flows.map(|flows| figure(flows)))
}

/// The likely net present value of [`business_case`], for lists that show nothing else of it.
#[must_use]
pub fn likely_npv(measure: &Measure, profile: &Profile) -> Option<f64> {
    benefit_a_year(measure)?;
    let flows = yearly(&month_flows(measure, profile), measure.one_off_cost.unwrap_or_default(), |benefit| benefit.likely);
    flows::net_present_value(profile.discount_rate, &flows)
}

/// Months summed up to years; the one-off cost, which is in the first month, stands for itself as year 0.
fn yearly(months: &[MonthFlow], one_off: f64, benefit: fn(&Range<f64>) -> f64) -> Vec<f64> {
    let years = months.chunks(12).enumerate().map(|(year, months)| {
        let sum: f64 = months.iter().map(|month| benefit(&month.benefit) - month.cost - month.labour).sum();
        if year == 0 { sum + one_off } else { sum }
    });
    std::iter::once(-one_off).chain(years).collect()
}

/// Money and benefit of dated measures together, in a month.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CashPoint {
    /// The month.
    pub month: Month,
    /// Benefit less cost, person-days included where they have a rate, from the first month to this.
    pub sum: Range<f64>,
}

/// The month from which on the likely sum stays at or above zero; none where it doesn't within the row, or was never
/// below.
#[must_use]
pub fn paid_back_from(points: &[CashPoint]) -> Option<Month> {
    let last_below = points.iter().rposition(|point| point.sum.likely < 0.0)?;
    points.get(last_below + 1).map(|point| point.month)
}

/// What measures bring less what they cost, summed up month by month, from the earliest start to the end of the last
/// one's horizon. Measures without start, or with one that can't be meant, aren't in it.
#[must_use]
pub fn cumulative_cash_flow<'a>(measures: impl IntoIterator<Item = &'a Measure>, profile: &Profile) -> Vec<CashPoint> {
    let start = |measure: &Measure| measure.start.filter(|start| is_plausible(*start));
    let dated: Vec<(Month, &Measure)> =
        measures.into_iter().filter_map(|measure| Some((start(measure)?.month(), measure))).collect();
    let Some(first) = dated.iter().map(|(month, _)| *month).min() else { return Vec::new() };
    let mut months: Vec<Range<f64>> = Vec::new();
    for (start, measure) in dated {
        let offset = usize::try_from(start.months_since(first)).unwrap_or_default();
        for (at, flow) in month_flows(measure, profile).into_iter().enumerate() {
            let at = offset + at;
            if months.len() <= at {
                months.resize(at + 1, Range::all(0.0));
            }
            months[at] = months[at].with(flow.benefit, |sum, benefit| sum + benefit - flow.cost - flow.labour);
        }
    }
    let mut sum = Range::all(0.0);
    let point = |(at, month): (usize, Range<f64>)| {
        sum = sum.with(month, |sum, value| sum + value);
        CashPoint { month: first.plus(i32::try_from(at).unwrap_or_default()), sum }
    };
    months.into_iter().enumerate().map(point).collect()
}
