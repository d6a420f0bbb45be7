//! What measures are worth against what they take.

use crate::plan::{Measure, Profile};

/// Value of a measure, 0 to 100: the mean of customer's and business's value, weighted as the plan says. None unless
/// both are given.
#[must_use]
pub fn value(measure: &Measure, profile: &Profile) -> Option<f64> {
    let weight = profile.customer_weight;
    let (customer, business) = (measure.customer_value?, measure.business_value?);
    Some(f64::from(customer) * weight + f64::from(business) * (1.0 - weight))
}

/// Priority of a measure: its value for each point of effort, 0 to 100. None unless both are given.
#[must_use]
pub fn priority(measure: &Measure, profile: &Profile) -> Option<f64> {
    Some(value(measure, profile)? / f64::from(measure.effort?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::MeasureId;

    #[test]
    fn value_is_a_weighted_mean_and_priority_counts_it_by_effort() {
        let measure = |customer, business, effort| Measure {
            customer_value: customer,
            business_value: business,
            effort,
            ..Measure::new(MeasureId::standard("m"), "", None)
        };
        let even = Profile::default();
        let customers_first = Profile { customer_weight: 0.75, ..Profile::default() };
        let whole = measure(Some(80), Some(40), Some(3));
        assert_eq!((value(&whole, &even), priority(&whole, &even)), (Some(60.0), Some(20.0)));
        assert_eq!(value(&whole, &customers_first), Some(70.0));
        assert_eq!(value(&measure(Some(80), None, Some(3)), &even), None);
        assert_eq!(priority(&measure(Some(80), Some(40), None), &even), None);
    }
}
