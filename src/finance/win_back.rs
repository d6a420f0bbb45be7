//! What winning back lost customers brings, group by group, and what it costs.
//!
//! Of `n` customers addressed the share `p` comes back. One who comes back is worth the margin of the years for which
//! he stays, each counted at its year's end and discounted at the plan's rate: the second lifetime value (B. Stauss,
//! C. Friege, "Regaining Service Customers", Journal of Service Research 1(4), 1999; J. Thomas, R. Blattberg, E. Fox,
//! "Recapturing Lost Customers", Journal of Marketing Research 41(1), 2004). Addressing costs for everyone, the
//! incentive for those who come back.

use super::Range;
use crate::plan::{Day, MAX_AMOUNT, Measure, MeasureId, Plan, Profile, WinBackGroup};

/// What a group's figures need.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum WinBackInput {
    /// How many they are.
    Customers,
    /// What one brings a year.
    Margin,
    /// What addressing one costs.
    ContactCost,
    /// What share comes back.
    Rate,
    /// Shares that come back, in order: the cautious one isn't above the likely, that not above the favourable.
    RateOrder,
}

/// Whether addressing a group pays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WinBackVerdict {
    /// Even if things go badly.
    Pays,
    /// Most likely, but not if things go badly.
    Unsure,
    /// Not even most likely: leave it out.
    DoesNotPay,
}

/// What addressing a group brings.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WinBackCase {
    /// How many are addressed.
    pub customers: f64,
    /// What one who comes back is worth.
    pub value_of_one: f64,
    /// How many come back.
    pub won: Range<f64>,
    /// What it costs.
    pub cost: Range<f64>,
    /// What those who come back are worth, less the cost.
    pub expected: Range<f64>,
    /// What each who comes back costs; none: nobody does.
    pub cost_per_won: Range<Option<f64>>,
    /// Share that must come back for the cost to be covered; none: no share would do.
    pub break_even: Option<f64>,
}

impl WinBackCase {
    /// Whether it pays.
    #[must_use]
    pub fn verdict(&self) -> WinBackVerdict {
        if self.expected.likely <= 0.0 {
            WinBackVerdict::DoesNotPay
        } else if self.expected.low <= 0.0 {
            WinBackVerdict::Unsure
        } else {
            WinBackVerdict::Pays
        }
    }
}

/// Present value of 1 at the end of each of so many years, the last in part: `(1 − (1 + rate)⁻ⁿ) / rate` for whole ones.
#[must_use]
pub fn annuity_factor(rate: f64, years: f64) -> Option<f64> {
    if !rate.is_finite() || rate <= -1.0 || !(0.0..=crate::plan::MAX_STAY_YEARS).contains(&years) {
        return None;
    }
    let (mut sum, mut factor, mut left) = (0.0, 1.0, years);
    while left > 0.0 {
        factor *= 1.0 + rate;
        sum += left.min(1.0) / factor;
        left -= 1.0;
    }
    Some(sum).filter(|sum| sum.is_finite())
}

/// The shares that come back. Where the likely one is missing, it is the middle of the others; where an end is missing,
/// it is the likely one. None if nothing is said.
#[must_use]
pub fn win_back_rate(group: &WinBackGroup) -> Option<Range<f64>> {
    let (low, high) = (group.rate_low, group.rate_high);
    let middle = || low.zip(high).map(|(low, high)| f64::midpoint(low, high));
    let likely = group.rate_likely.or_else(middle).or(low).or(high)?;
    Some(Range { low: low.unwrap_or(likely), likely, high: high.unwrap_or(likely) })
}

/// Whether the shares that come back stand in order.
#[must_use]
pub fn rate_is_ordered(group: &WinBackGroup) -> bool {
    win_back_rate(group).is_none_or(is_ordered)
}

fn is_ordered(rate: Range<f64>) -> bool {
    rate.low <= rate.likely && rate.likely <= rate.high
}

/// What addressing a group brings.
///
/// # Errors
/// What of the group isn't known, or that its shares contradict themselves: then no case is the cautious one.
pub fn win_back_case(group: &WinBackGroup, profile: &Profile) -> Result<WinBackCase, Vec<WinBackInput>> {
    let rate = win_back_rate(group);
    let (Some(customers), Some(margin), Some(contact), Some(rate)) = (group.customers, group.margin, group.contact_cost, rate)
    else {
        let known = [
            (group.customers.is_some(), WinBackInput::Customers),
            (group.margin.is_some(), WinBackInput::Margin),
            (group.contact_cost.is_some(), WinBackInput::ContactCost),
            (rate.is_some(), WinBackInput::Rate),
        ];
        return Err(known.into_iter().filter(|(is_known, _)| !is_known).map(|(_, input)| input).collect());
    };
    if !is_ordered(rate) {
        return Err(vec![WinBackInput::RateOrder]);
    }
    let customers = f64::from(customers);
    let incentive = group.incentive_cost.unwrap_or_default();
    let years = group.stay_years.unwrap_or_else(|| f64::from(profile.horizon_years));
    let value_of_one = margin * annuity_factor(profile.discount_rate, years).unwrap_or_default();
    let won = rate.map(|rate| customers * rate);
    let cost = won.map(|won| customers * contact + won * incentive);
    let expected = won.with(cost, |won, cost| won * value_of_one - cost);
    let gain = value_of_one - incentive;
    Ok(WinBackCase {
        customers,
        value_of_one,
        won,
        cost,
        expected,
        cost_per_won: rate.map(|rate| Some(contact / rate + incentive).filter(|cost| rate > 0.0 && cost.is_finite())),
        break_even: Some(contact / gain).filter(|share| gain > 0.0 && *share <= 1.0),
    })
}

/// All groups that aren't left out and whose figures are known, taken together.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct WinBackTotal {
    /// How many groups.
    pub groups: usize,
    /// How many customers are addressed.
    pub customers: f64,
    /// How many come back.
    pub won: Range<f64>,
    /// What it costs.
    pub cost: Range<f64>,
    /// What those who come back are worth, less the cost.
    pub expected: Range<f64>,
}

impl WinBackTotal {
    /// What each who comes back costs; none: nobody does.
    #[must_use]
    pub fn cost_per_won(&self) -> Range<Option<f64>> {
        self.cost.with(self.won, |cost, won| (won > 0.0).then(|| cost / won).filter(|cost| cost.is_finite()))
    }
}

/// The groups that are addressed, taken together.
#[must_use]
pub fn win_back_total(plan: &Plan) -> WinBackTotal {
    total_of(plan, |_| true)
}

/// Those of the addressed groups that a measure is for, or those that none is for yet, taken together.
#[must_use]
pub fn win_back_total_for(plan: &Plan, measure: Option<&MeasureId>) -> WinBackTotal {
    total_of(plan, |group| group.measure.as_ref() == measure)
}

/// If one goes badly, all do: the ends are sums of ends.
fn total_of(plan: &Plan, is_in: impl Fn(&WinBackGroup) -> bool) -> WinBackTotal {
    let profile = plan.profile();
    let mut total = WinBackTotal::default();
    for group in plan.win_back_groups.iter().filter(|group| !group.left_out && is_in(group)) {
        let Ok(case) = win_back_case(group, &profile) else { continue };
        let add = |sum: f64, more: f64| sum + more;
        total.groups += 1;
        total.customers += case.customers;
        total.won = total.won.with(case.won, add);
        total.cost = total.cost.with(case.cost, add);
        total.expected = total.expected.with(case.expected, add);
    }
    total
}

/// The measures that groups have become, in the order of the groups.
#[must_use]
pub fn win_back_measures(plan: &Plan) -> Vec<MeasureId> {
    let mut measures: Vec<MeasureId> = Vec::new();
    for id in plan.win_back_groups.iter().filter_map(|group| group.measure.as_ref()) {
        if !measures.contains(id) {
            measures.push(id.clone());
        }
    }
    measures
}

/// Gives a measure the figures of groups: the likely cost once, in whole units, and a benefit from its first day on.
/// Of the benefit a year only the present value is right: over the plan's horizon it comes, less that cost, to the
/// expected value of each case (an equivalent annuity, to the cent), however long those who come back stay. So the net
/// present values of the measure are the planner's. A measure without start begins `today`.
pub fn take_win_back_figures(measure: &mut Measure, total: &WinBackTotal, profile: &Profile, today: Day) {
    let cost = total.cost.likely.round().clamp(0.0, MAX_AMOUNT);
    let factor = annuity_factor(profile.discount_rate, f64::from(profile.horizon_years)).filter(|factor| *factor > 0.0);
    let benefit = total.expected.map(|expected| {
        let cents = factor.map(|factor| ((expected + cost) / factor * 100.0).round());
        cents.map(|cents| (cents / 100.0).clamp(0.0, MAX_AMOUNT))
    });
    measure.one_off_cost = Some(cost);
    // Where the incentive is worth more than a return, the more come back, the worse.
    let ends = if benefit.low <= benefit.high { (benefit.low, benefit.high) } else { (benefit.high, benefit.low) };
    (measure.benefit_low, measure.benefit_likely, measure.benefit_high) = (ends.0, benefit.likely, ends.1);
    measure.benefit_derivation = None;
    measure.benefit_start = Some(*measure.start.get_or_insert(today));
}

/// Whether a measure has the figures of groups as they are now, whatever its words are.
#[must_use]
pub fn has_win_back_figures(measure: &Measure, total: &WinBackTotal, profile: &Profile) -> bool {
    let Some(start) = measure.start else { return false };
    let mut taken = measure.clone();
    take_win_back_figures(&mut taken, total, profile, start);
    taken == *measure
}
