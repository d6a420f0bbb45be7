//! Groups to be won back, worked by hand, and what holds for all of them.

use super::*;
use crate::plan::{BenefitDerivation, Day, MeasureId, Plan, PlanId, Profile, WinBackGroup, WinBackGroupId};
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
    assert!(benefit_is_ordered(&taken(&dear, &profile)));
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
