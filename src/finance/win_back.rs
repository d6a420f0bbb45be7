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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finance::business_case;
    use crate::plan::{BenefitDerivation, PlanId, WinBackGroupId};
    use proptest::prelude::*;

    fn group() -> WinBackGroup {
        WinBackGroup {
            customers: Some(200),
            margin: Some(90.0),
            contact_cost: Some(8.0),
            incentive_cost: Some(40.0),
            rate_low: Some(0.1),
            rate_likely: Some(0.25),
            rate_high: Some(0.4),
            ..WinBackGroup::new(WinBackGroupId::standard("g"), "")
        }
    }

    #[track_caller]
    fn near(found: f64, expected: f64) {
        assert!((found - expected).abs() <= 1e-6 * expected.abs().max(1.0), "{found} isn't {expected}");
    }

    /// Present value of an annuity as tables give it (3 years at 8 %: 2.5771; 10 years at 5 %: 7.7217).
    #[test]
    fn the_annuity_factor_is_that_of_the_tables() {
        near(annuity_factor(0.08, 3.0).unwrap(), 2.577_096_987);
        near(annuity_factor(0.05, 10.0).unwrap(), 7.721_734_929);
        near(annuity_factor(0.0, 4.0).unwrap(), 4.0);
        near(annuity_factor(0.08, 0.5).unwrap(), 0.5 / 1.08);
        near(annuity_factor(0.08, 1.5).unwrap(), 1.0 / 1.08 + 0.5 / 1.08_f64.powi(2));
        assert_eq!(annuity_factor(0.08, 0.0), Some(0.0));
        assert_eq!(annuity_factor(-1.0, 3.0), None);
        assert_eq!(annuity_factor(0.08, f64::NAN), None);
        assert_eq!(annuity_factor(0.08, 1e9), None);
    }

    /// Computed by hand: 90 × 2.577096987 = 231.938729 for each who comes back.
    #[test]
    fn a_group_is_worth_what_comes_back_less_what_it_costs() {
        let case = win_back_case(&group(), &Profile::default()).unwrap();
        near(case.value_of_one, 231.938_729);
        assert_eq!(case.won, Range { low: 20.0, likely: 50.0, high: 80.0 });
        assert_eq!(case.cost, Range { low: 2400.0, likely: 3600.0, high: 4800.0 });
        near(case.expected.low, 2238.774577);
        near(case.expected.likely, 7996.936442);
        near(case.expected.high, 13755.098308);
        assert_eq!(case.cost_per_won, Range { low: Some(120.0), likely: Some(72.0), high: Some(60.0) });
        near(case.break_even.unwrap(), 0.041_680_009);
        assert_eq!(case.verdict(), WinBackVerdict::Pays);
    }

    #[test]
    fn a_group_that_brings_less_than_it_costs_is_to_be_left_out() {
        #[track_caller]
        fn check(margin: f64, expected: WinBackVerdict) {
            let case = win_back_case(&WinBackGroup { margin: Some(margin), ..group() }, &Profile::default()).unwrap();
            assert_eq!(case.verdict(), expected);
        }
        check(90.0, WinBackVerdict::Pays);
        // Worth 90.198 each: 120 in cost if one of ten comes back, 72 if one of four does.
        check(35.0, WinBackVerdict::Unsure);
        check(20.0, WinBackVerdict::DoesNotPay);
        check(0.0, WinBackVerdict::DoesNotPay);
    }

    #[test]
    fn what_is_missing_is_named() {
        let nothing = WinBackGroup::new(WinBackGroupId::standard("g"), "");
        let all = vec![WinBackInput::Customers, WinBackInput::Margin, WinBackInput::ContactCost, WinBackInput::Rate];
        assert_eq!(win_back_case(&nothing, &Profile::default()), Err(all));
        let without_rate = WinBackGroup { rate_low: None, rate_likely: None, rate_high: None, ..group() };
        assert_eq!(win_back_case(&without_rate, &Profile::default()), Err(vec![WinBackInput::Rate]));
        let disordered = WinBackGroup { rate_low: Some(0.5), ..group() };
        assert!(!rate_is_ordered(&disordered) && rate_is_ordered(&group()));
        assert_eq!(win_back_case(&disordered, &Profile::default()), Err(vec![WinBackInput::RateOrder]));
    }

    #[test]
    fn no_share_covers_the_cost_of_an_incentive_that_is_too_dear() {
        let case = win_back_case(&WinBackGroup { incentive_cost: Some(300.0), ..group() }, &Profile::default()).unwrap();
        assert_eq!(case.break_even, None);
        let nobody = WinBackGroup { rate_low: Some(0.0), ..group() };
        assert_eq!(win_back_case(&nobody, &Profile::default()).unwrap().cost_per_won.low, None);
    }

    #[test]
    fn what_isnt_left_out_is_summed_up_and_becomes_a_measure() {
        let mut plan = Plan::new(PlanId::standard("p"), "");
        plan.win_back_groups.insert(group());
        plan.win_back_groups.insert(WinBackGroup { id: WinBackGroupId::standard("h"), ..group() });
        plan.win_back_groups.insert(WinBackGroup { id: WinBackGroupId::standard("i"), left_out: true, ..group() });
        plan.win_back_groups.insert(WinBackGroup { id: WinBackGroupId::standard("j"), margin: None, ..group() });
        let total = win_back_total(&plan);
        assert_eq!((total.groups, total.customers, total.won.likely), (2, 400.0, 100.0));
        assert_eq!(total.cost_per_won().likely, Some(72.0));
        near(total.expected.likely, 2.0 * 7996.936442);
        assert_eq!(WinBackTotal::default().cost_per_won().likely, None);
        let measure = taken(&total, &Profile::default());
        assert_eq!(measure.one_off_cost, Some(7200.0));
        let npv = business_case(&measure, &Profile::default()).unwrap().npv;
        for (npv, expected) in [(npv.low, 2238.774577), (npv.likely, 7996.936442), (npv.high, 13755.098308)] {
            assert!((npv.unwrap() - 2.0 * expected).abs() < 0.05, "{npv:?} isn't {expected}");
        }
    }

    fn today() -> Day {
        Day::parse("2026-03-15").unwrap()
    }

    /// A new measure with the figures of a win-back plan.
    fn taken(total: &WinBackTotal, profile: &Profile) -> Measure {
        let mut measure = Measure::new(MeasureId::standard("m"), "", None);
        take_win_back_figures(&mut measure, total, profile, today());
        measure
    }

    fn total_of(group: WinBackGroup, profile: &Profile) -> WinBackTotal {
        let mut plan = Plan::new(PlanId::standard("p"), "");
        plan.profile.insert(profile.clone());
        plan.win_back_groups.insert(group);
        win_back_total(&plan)
    }

    #[test]
    fn a_group_that_is_to_be_left_out_is_no_good_measure_either() {
        let profile = Profile::default();
        let total = total_of(WinBackGroup { margin: Some(20.0), stay_years: Some(1.0), ..group() }, &profile);
        assert!(total.expected.likely < 0.0);
        let npv = business_case(&taken(&total, &profile), &profile).unwrap().npv.likely.unwrap();
        assert!((npv - total.expected.likely).abs() < 0.05);
        let dear = total_of(WinBackGroup { incentive_cost: Some(300.0), ..group() }, &profile);
        assert!(crate::finance::benefit_is_ordered(&taken(&dear, &profile)));
        let no_horizon = Profile { horizon_years: 0, ..profile };
        assert_eq!(taken(&total, &no_horizon).benefit_likely, None);
    }

    #[test]
    fn figures_are_the_plans_until_a_number_changes() {
        let profile = Profile::default();
        let total = total_of(group(), &profile);
        let measure = taken(&total, &profile);
        assert_eq!((measure.start, measure.benefit_start), (Some(today()), Some(today())));
        let is_fresh = |measure: &Measure| has_win_back_figures(measure, &total, &profile);
        assert!(is_fresh(&measure));
        assert!(is_fresh(&Measure { benefit_reasoning: "in other words".to_owned(), ..measure.clone() }));
        assert!(!is_fresh(&Measure { one_off_cost: Some(1.0), ..measure.clone() }));
        assert!(!is_fresh(&Measure { start: None, ..measure.clone() }));
        assert!(!has_win_back_figures(&measure, &total, &Profile { discount_rate: 0.1, ..profile.clone() }));
        let mut derived = Measure { benefit_derivation: Some(BenefitDerivation::default()), ..measure.clone() };
        assert!(!is_fresh(&derived));
        take_win_back_figures(&mut derived, &total, &profile, today());
        assert_eq!(derived, measure);
    }

    proptest! {
        #[test]
        fn nothing_is_ever_infinite(
            customers in any::<u32>(),
            margin in 0.0..=crate::plan::MAX_AMOUNT,
            contact in 0.0..=crate::plan::MAX_AMOUNT,
            incentive in 0.0..=crate::plan::MAX_AMOUNT,
            rate in 0.0..=1.0,
            years in 0.0..=100.0,
            discount in -0.99..2.0_f64,
        ) {
            let group = WinBackGroup {
                customers: Some(customers),
                margin: Some(margin),
                contact_cost: Some(contact),
                incentive_cost: Some(incentive),
                rate_low: None,
                rate_likely: Some(rate),
                rate_high: None,
                stay_years: Some(years),
                ..group()
            };
            let profile = Profile { discount_rate: discount, ..Profile::default() };
            let case = win_back_case(&group, &profile).unwrap();
            prop_assert!(case.expected.likely.is_finite() && case.cost.likely.is_finite() && case.value_of_one.is_finite());
            prop_assert!(case.cost_per_won.likely.is_none_or(f64::is_finite));
            prop_assert!(case.break_even.is_none_or(|share| (0.0..=1.0).contains(&share)));
        }

        #[test]
        fn a_measure_is_worth_what_the_planner_expects(
            customers in 1..100_000_u32,
            margin in 10.0..2000.0,
            contact in 0.0..200.0,
            incentive in 0.0..5.0,
            mut rates in prop::array::uniform3(0.0..=1.0),
            stay in prop::option::of(1.0..20.0),
            discount in 0.0..0.3,
            years in 1..=30_u8,
        ) {
            rates.sort_by(f64::total_cmp);
            let profile = Profile { discount_rate: discount, horizon_years: years, ..Profile::default() };
            let group = WinBackGroup {
                customers: Some(customers),
                margin: Some(margin),
                contact_cost: Some(contact),
                incentive_cost: Some(incentive),
                rate_low: Some(rates[0]),
                rate_likely: Some(rates[1]),
                rate_high: Some(rates[2]),
                stay_years: stay,
                ..group()
            };
            let total = total_of(group, &profile);
            let npv = business_case(&taken(&total, &profile), &profile).unwrap().npv;
            let pairs = [(npv.low, total.expected.low), (npv.likely, total.expected.likely), (npv.high, total.expected.high)];
            for (npv, expected) in pairs {
                // A cent a year is at most 30 cents.
                prop_assert!((npv.unwrap() - expected).abs() < 0.3 + 1e-9 * expected.abs(), "{:?} isn't {}", npv, expected);
            }
        }

        #[test]
        fn at_the_break_even_share_nothing_is_left(margin in 10.0..500.0, contact in 1.0..30.0) {
            let mut group = WinBackGroup { margin: Some(margin), contact_cost: Some(contact), incentive_cost: Some(5.0), ..group() };
            if let Some(share) = win_back_case(&group, &Profile::default()).unwrap().break_even {
                (group.rate_low, group.rate_likely, group.rate_high) = (None, Some(share), None);
                let left = win_back_case(&group, &Profile::default()).unwrap().expected.likely;
                prop_assert!(left.abs() < 1e-6, "{left}");
            }
        }
    }
}
