//! Cases of measures, worked by hand.

use super::{flows::Payback, *};
use crate::plan::{BenefitDerivation, Day, Measure, MeasureId, Month, Profile};

fn profile(rate: f64, years: u8) -> Profile {
    Profile { discount_rate: rate, horizon_years: years, ..Profile::default() }
}

fn measure(period: Option<(&str, &str)>) -> Measure {
    Measure {
        start: period.and_then(|(start, _)| Day::parse(start)),
        end: period.and_then(|(_, end)| Day::parse(end)),
        ..Measure::new(MeasureId::standard("m"), "", None)
    }
}

#[track_caller]
fn near(found: Option<f64>, expected: f64) {
    let found = found.expect("it can be determined");
    assert!((found - expected).abs() < 1e-6, "{found} isn't {expected}");
}

/// 24,000 once, 500 a month for a year, 30,000 a year from then on, at 8 % over three years:
/// year 0 −24,000; year 1 −6,000; years 2 and 3 +30,000.
#[test]
fn a_case_follows_from_the_fields_of_a_measure() {
    let measure = Measure {
        one_off_cost: Some(24_000.0),
        monthly_cost: Some(500.0),
        benefit_low: Some(12_000.0),
        benefit_likely: Some(30_000.0),
        benefit_high: Some(48_000.0),
        ..measure(Some(("2026-01-01", "2026-12-31")))
    };
    let case = business_case(&measure, &profile(0.08, 3)).unwrap();
    assert_eq!(case.flows.likely, [-24_000.0, -6_000.0, 30_000.0, 30_000.0]);
    assert_eq!((case.cost, case.running_months, case.benefit_months), (30_000.0, 12, 24));
    assert_eq!(case.benefit.unwrap(), Range { low: 24_000.0, likely: 60_000.0, high: 96_000.0 });
    near(case.roi.likely, 1.0);
    near(case.roi.low, -0.2);
    near(case.roi.high, 2.2);
    // −24,000 − 6,000/1.08 + 30,000/1.08² + 30,000/1.08³
    near(case.npv.likely, 19_979.576_284);
    assert_eq!(case.payback.likely, Some(Payback::Years(2.0)));
    assert_eq!(case.payback.low, Some(Payback::Beyond));
    assert_eq!(case.payback.high, Some(Payback::Years(1.0 + 30_000.0 / 48_000.0)));
    assert!(matches!(case.discounted_payback.likely, Some(Payback::Years(years)) if years > 2.0));
    assert!(case.npv.low.unwrap() < 0.0 && case.irr.low.unwrap() < 0.0);
}

#[test]
fn person_days_count_as_money_once_they_have_a_rate() {
    let measure =
        Measure { person_days: Some(24.0), benefit_likely: Some(12_000.0), ..measure(Some(("2026-01-01", "2027-12-31"))) };
    let unpriced = business_case(&measure, &profile(0.0, 3)).unwrap();
    assert_eq!((unpriced.labour, unpriced.cost, unpriced.roi.likely), (None, 0.0, None));
    let priced = business_case(&measure, &Profile { day_rate: Some(500.0), ..profile(0.0, 3) }).unwrap();
    near(priced.labour, 12_000.0);
    for (found, expected) in priced.flows.likely.iter().zip([0.0, -6_000.0, -6_000.0, 12_000.0]) {
        near(Some(*found), expected);
    }
    assert!(matches!(priced.payback.likely, Some(Payback::Years(years)) if (years - 3.0).abs() < 1e-6));
    assert_eq!(unpriced.payback.likely, Some(Payback::AtOnce));
}

#[test]
fn the_benefit_begins_when_the_measure_has_ended_or_when_it_says() {
    let check = |begins: Option<&str>, months: usize| {
        let measure = Measure {
            benefit_likely: Some(1200.0),
            benefit_start: begins.and_then(Day::parse),
            ..measure(Some(("2026-03-15", "2026-05-02")))
        };
        let case = business_case(&measure, &profile(0.08, 1)).unwrap();
        assert_eq!(case.benefit_months, months, "{begins:?}");
        near(case.benefit.map(|benefit| benefit.likely), 100.0 * months as f64);
    };
    check(None, 9);
    check(Some("2026-03-01"), 12);
    check(Some("2025-01-01"), 12);
    check(Some("2027-02-28"), 1);
    check(Some("2030-01-01"), 0);
}

#[test]
fn a_range_is_filled_from_what_is_said() {
    let range = |low, likely, high| {
        benefit_a_year(&Measure { benefit_low: low, benefit_likely: likely, benefit_high: high, ..measure(None) })
            .map(|range| (range.low, range.likely, range.high))
    };
    assert_eq!(range(None, None, None), None);
    assert_eq!(range(None, Some(5.0), None), Some((5.0, 5.0, 5.0)));
    assert_eq!(range(Some(2.0), None, Some(8.0)), Some((2.0, 5.0, 8.0)));
    assert_eq!(range(Some(2.0), None, None), Some((2.0, 2.0, 2.0)));
    let ordered = |low, high| benefit_is_ordered(&Measure { benefit_low: low, benefit_high: high, ..measure(None) });
    assert!(ordered(Some(1.0), Some(2.0)) && !ordered(Some(2.0), Some(1.0)) && ordered(None, None));
}

#[test]
fn what_nobody_has_estimated_has_no_case() {
    assert_eq!(business_case(&measure(None), &profile(0.08, 3)), None);
    let cost_alone = business_case(&Measure { one_off_cost: Some(10.0), ..measure(None) }, &profile(0.08, 3)).unwrap();
    assert_eq!((cost_alone.cost, cost_alone.benefit, cost_alone.npv), (10.0, None, Range::all(None)));
    assert_eq!(likely_npv(&Measure { one_off_cost: Some(10.0), ..measure(None) }, &profile(0.08, 3)), None);
}

#[test]
fn impossible_periods_and_extreme_amounts_give_finite_figures() {
    let amounts = [0.0, 1.0, crate::plan::MAX_AMOUNT];
    let periods = [None, Some(("2026-05-01", "2026-01-01")), Some(("0001-01-01", "9999-12-31"))];
    for amount in amounts {
        for period in periods {
            for (rate, years) in [(0.08, 3), (-0.9999, 255), (1e9, 255), (0.0, 0)] {
                let measure = Measure {
                    one_off_cost: Some(amount),
                    monthly_cost: Some(amount),
                    person_days: Some(amount),
                    benefit_high: Some(amount),
                    ..measure(period)
                };
                let profile = Profile { day_rate: Some(1000.0), ..profile(rate, years) };
                let case = business_case(&measure, &profile).unwrap();
                assert_eq!(likely_npv(&measure, &profile), case.npv.likely);
                let years = |payback| if let Some(Payback::Years(years)) = payback { Some(years) } else { None };
                let (payback, discounted) = (case.payback.map(years), case.discounted_payback.map(years));
                let figures = [case.npv, case.roi, case.irr, payback, discounted];
                assert!(figures.iter().flat_map(|f| [f.low, f.likely, f.high]).flatten().all(f64::is_finite));
                assert!(cumulative_cash_flow([&measure], &profile).iter().all(|point| point.sum.likely.is_finite()));
            }
        }
    }
}

#[test]
fn the_cash_flow_of_measures_is_summed_up_by_month() {
    let first = Measure { one_off_cost: Some(100.0), benefit_likely: Some(120.0), ..measure(Some(("2026-01-10", "2026-01-31"))) };
    let second = Measure { monthly_cost: Some(10.0), ..measure(Some(("2026-03-01", "2026-04-30"))) };
    let undated = Measure { one_off_cost: Some(1e6), ..measure(None) };
    let points = cumulative_cash_flow([&first, &second, &undated], &profile(0.08, 1));
    let sums: Vec<f64> = points.iter().map(|point| point.sum.likely.round()).collect();
    assert_eq!(sums, [-100.0, -90.0, -90.0, -90.0, -80.0, -70.0, -60.0, -50.0, -40.0, -30.0, -20.0, -10.0, -10.0, -10.0]);
    assert_eq!(points[0].month, Month::parse("2026-01").unwrap());
    assert_eq!(cumulative_cash_flow([&undated], &profile(0.08, 1)), []);
    let mistyped = Measure { one_off_cost: Some(1e6), ..measure(Some(("1026-03-01", "2026-04-30"))) };
    assert_eq!(cumulative_cash_flow([&first, &second, &mistyped], &profile(0.08, 1)), points);
}

/// 0.5 to 1.5 points of 12,000 customers are 60 to 180 who stay, each worth 240.
#[test]
fn a_benefit_can_follow_from_customers_who_stay() {
    let derivation = |points_low, points_high| BenefitDerivation {
        points_low,
        points_high,
        customers: Some(12_000.0),
        customer_value: Some(240.0),
        ..BenefitDerivation::default()
    };
    let benefit = |derivation| {
        let derived = Measure { benefit_likely: Some(1.0), benefit_derivation: Some(derivation), ..measure(None) };
        benefit_a_year(&derived)
    };
    assert_eq!(benefit(derivation(Some(0.5), Some(1.5))), Some(Range { low: 14_400.0, likely: 28_800.0, high: 43_200.0 }));
    assert_eq!(benefit(derivation(None, Some(1.0))), Some(Range::all(28_800.0)));
    assert_eq!(benefit(derivation(None, None)), None);
    assert_eq!(benefit(BenefitDerivation { customers: None, ..derivation(Some(1.0), None) }), None);
    let vast = BenefitDerivation { customers: Some(1e12), customer_value: Some(1e12), ..derivation(Some(1.0), None) };
    assert_eq!(benefit(vast), None);
}

#[test]
fn measures_have_paid_for_themselves_once_their_sum_stays_above_zero() {
    let point = |month: i32, likely: f64| CashPoint {
        month: Month::parse("2026-01").unwrap().plus(month),
        sum: Range { low: likely - 1.0, likely, high: likely + 1.0 },
    };
    let from = |sums: &[f64]| {
        let points: Vec<CashPoint> = (0..).zip(sums).map(|(month, sum)| point(month, *sum)).collect();
        paid_back_from(&points).map(|month| month.to_string())
    };
    assert_eq!(from(&[-5.0, 1.0, -2.0, 0.0, 3.0]), Some("2026-04".to_owned()));
    assert_eq!(from(&[-5.0, -1.0]), None);
    assert_eq!(from(&[0.0, 1.0]), None);
    assert_eq!(from(&[]), None);
}
