//! What a row of yearly amounts is worth: net present value, internal rate of return, payback, return on investment.
//!
//! A row of flows begins with year 0, the moment of the decision, which isn't discounted (spreadsheets' `NPV` discounts
//! the first amount, too); the amount of year k falls due at that year's end. Nothing here gives NaN or infinity: what
//! has no finite value is none.

/// Net present value of yearly amounts at a rate a year (0.08 is 8 %): Σ flowₖ / (1 + rate)ᵏ, k from 0.
#[must_use]
pub fn net_present_value(rate: f64, flows: &[f64]) -> Option<f64> {
    discounted(rate, flows).map(|flows| flows.iter().sum()).filter(|value: &f64| value.is_finite())
}

/// The amounts as they count today.
#[must_use]
pub fn discounted(rate: f64, flows: &[f64]) -> Option<Vec<f64>> {
    if !rate.is_finite() || rate <= -1.0 {
        return None;
    }
    let mut factor = 1.0;
    let mut discounted = Vec::with_capacity(flows.len());
    for flow in flows {
        let value = flow / factor;
        if !value.is_finite() {
            return None;
        }
        discounted.push(value);
        factor *= 1.0 + rate;
    }
    Some(discounted)
}

/// Return on investment: what comes back beyond the outlay, for each unit of outlay. None without outlay.
#[must_use]
pub fn return_on_investment(benefit: f64, cost: f64) -> Option<f64> {
    (cost > 0.0).then(|| (benefit - cost) / cost).filter(|value| value.is_finite())
}

/// When amounts have paid themselves back.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Payback {
    /// At once: their sum never lies below zero.
    AtOnce,
    /// After so many years.
    Years(f64),
    /// Not within the row.
    Beyond,
}

/// When the sum of the amounts has left what lies below zero for good, a year's part by linear interpolation.
#[must_use]
pub fn payback(flows: &[f64]) -> Payback {
    let sums: Vec<f64> = cumulative(flows);
    let Some(last_below) = sums.iter().rposition(|sum| !sum.is_finite() || *sum < 0.0) else { return Payback::AtOnce };
    let years = flows.get(last_below + 1).map(|next| last_below as f64 - sums[last_below] / next);
    years.filter(|years| years.is_finite()).map_or(Payback::Beyond, Payback::Years)
}

/// Sums of the amounts up to each.
#[must_use]
pub fn cumulative(flows: &[f64]) -> Vec<f64> {
    let mut sum = 0.0;
    flows
        .iter()
        .map(|flow| {
            sum += flow;
            sum
        })
        .collect()
}

/// Internal rate of return: the rate a year at which the net present value is 0.
///
/// None unless the amounts change their sign exactly once: then by Descartes' rule of signs there is exactly one such
/// rate above −100 %; with more changes there may be several, without any there is none.
#[must_use]
pub fn internal_rate_of_return(flows: &[f64]) -> Option<f64> {
    if flows.iter().any(|flow| !flow.is_finite()) {
        return None;
    }
    let signs: Vec<bool> = flows.iter().filter(|flow| **flow != 0.0).map(|flow| *flow > 0.0).collect();
    if signs.windows(2).filter(|pair| pair[0] != pair[1]).count() != 1 {
        return None;
    }
    // With x = 1/(1+rate) the value is a polynomial; beyond its root it has the sign of the last amounts.
    let ends_above = signs.last() == Some(&true);
    let is_beyond = |x: f64| {
        let value = flows.iter().rev().fold(0.0, |value, flow| value * x + flow);
        (value > 0.0) == ends_above && value != 0.0
    };
    let mut high = 1.0;
    while !is_beyond(high) {
        high *= 2.0;
        if high > 1e9 {
            return None;
        }
    }
    let mut low = 0.0;
    for _ in 0..200 {
        let middle = f64::midpoint(low, high);
        if is_beyond(middle) {
            high = middle;
        } else {
            low = middle;
        }
    }
    let rate = 1.0 / high - 1.0;
    (rate.is_finite() && rate < 1e6).then_some(rate)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn near(found: Option<f64>, expected: f64, tolerance: f64) {
        let found = found.expect("it can be determined");
        assert!((found - expected).abs() <= tolerance, "{found} isn't {expected}");
    }

    fn years(flows: &[f64]) -> Option<f64> {
        if let Payback::Years(years) = payback(flows) { Some(years) } else { None }
    }

    /// Amounts and results as spreadsheets give them (Microsoft's documentation of NPV and IRR), and a worked example.
    #[test]
    fn published_examples_are_reproduced() {
        let factory = [-40000.0, 5000.0, 8000.0, 12000.0, 30000.0];
        near(net_present_value(0.08, &factory), 3065.222668, 1e-6);
        near(internal_rate_of_return(&factory), 0.105823, 1e-6);
        near(years(&factory), 3.5, 1e-12);
        let worked = [-100.0, 39.0, 59.0, 55.0, 20.0];
        near(net_present_value(0.1, &worked), 39.197459, 1e-6);
        near(internal_rate_of_return(&worked), 0.2809484, 1e-7);
        near(years(&worked), 2.036364, 1e-6);
        near(return_on_investment(173.0, 100.0), 0.73, 1e-12);
        near(internal_rate_of_return(&[-100.0, 0.0, 0.0, 74.0]), -0.0955, 5e-5);
        near(internal_rate_of_return(&[-250_000.0, 100_000.0, 150_000.0, 200_000.0, 250_000.0, 300_000.0]), 0.56723, 5e-6);
    }

    #[test]
    fn discounted_payback_comes_later() {
        let flows = discounted(0.1, &[-100.0, 39.0, 59.0, 55.0, 20.0]).unwrap();
        // 35.4545 + 48.7603 leave 15.7851 open; the third year brings 41.3223.
        near(years(&flows), 2.0 + 15.7851 / 41.3223, 1e-4);
    }

    #[test]
    fn what_has_no_value_is_none() {
        assert_eq!(internal_rate_of_return(&[]), None);
        assert_eq!(internal_rate_of_return(&[-1.0, -2.0]), None);
        assert_eq!(internal_rate_of_return(&[1.0, 2.0]), None);
        assert_eq!(internal_rate_of_return(&[-1.0, 3.0, -2.0]), None);
        assert_eq!(internal_rate_of_return(&[f64::NAN, 1.0]), None);
        assert_eq!(return_on_investment(5.0, 0.0), None);
        assert_eq!(net_present_value(-1.0, &[1.0]), None);
        assert_eq!(net_present_value(f64::NAN, &[1.0]), None);
        assert_eq!(net_present_value(0.08, &[f64::MAX, f64::MAX]), None);
        assert_eq!(net_present_value(0.08, &[]), Some(0.0));
    }

    #[test]
    fn amounts_pay_themselves_back_at_once_after_years_or_not_within_the_row() {
        for flows in [&[0.0, 4.0][..], &[10.0, -4.0], &[10.0, -10.0], &[]] {
            assert_eq!(payback(flows), Payback::AtOnce, "{flows:?}");
        }
        assert_eq!(payback(&[-1.0, 4.0, -4.0, 2.0]), Payback::Years(2.5));
        assert_eq!(payback(&[-4.0, 4.0]), Payback::Years(1.0));
        for flows in [&[-10.0, 4.0][..], &[-1.0, 4.0, -5.0], &[10.0, -11.0], &[f64::NAN, 1.0]] {
            assert_eq!(payback(flows), Payback::Beyond, "{flows:?}");
        }
    }

    proptest! {
        #[test]
        fn what_never_lies_below_zero_has_paid_itself_back_at_once(flows in prop::collection::vec(-1e6..1e6, 0..8)) {
            let never_below = cumulative(&flows).iter().all(|sum| *sum >= 0.0);
            prop_assert_eq!(payback(&flows) == Payback::AtOnce, never_below);
        }

        #[test]
        fn nothing_is_ever_infinite(flows in prop::collection::vec(any::<f64>(), 0..8), rate in any::<f64>()) {
            for value in [net_present_value(rate, &flows), internal_rate_of_return(&flows), years(&flows)].into_iter().flatten() {
                prop_assert!(value.is_finite());
            }
        }

        #[test]
        fn at_the_internal_rate_nothing_is_left(outlay in 1.0..1e6_f64, benefits in prop::collection::vec(0.0..1e6, 1..8)) {
            let flows: Vec<f64> = std::iter::once(-outlay).chain(benefits).collect();
            if let Some(rate) = internal_rate_of_return(&flows) {
                let left = net_present_value(rate, &flows).unwrap();
                prop_assert!(left.abs() <= 1e-6 * outlay.max(1.0), "{} at {}", left, rate);
            }
        }

        #[test]
        fn a_higher_rate_never_raises_the_value_of_an_investment(benefits in prop::collection::vec(0.0..1e6, 1..8), rate in 0.0..1.0) {
            let flows: Vec<f64> = std::iter::once(-1000.0).chain(benefits).collect();
            prop_assert!(net_present_value(rate + 0.1, &flows) <= net_present_value(rate, &flows));
        }
    }
}
