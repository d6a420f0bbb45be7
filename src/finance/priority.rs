//! What measures are worth against what they take.

use crate::plan::{Measure, MeasureId, Plan, Profile};

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

/// Those of the measures that weren't given up and have a priority, the highest first; what is alike keeps its order.
#[must_use]
pub fn ranked(plan: &Plan, listed: &[MeasureId]) -> Vec<MeasureId> {
    let profile = plan.profile();
    let live = listed.iter().filter_map(|id| plan.measures.get(id)).filter(|measure| !measure.is_dropped());
    let mut ranked: Vec<_> = live.filter_map(|measure| Some((measure, priority(measure, &profile)?))).collect();
    ranked.sort_by(|(_, a), (_, b)| b.total_cmp(a));
    ranked.into_iter().map(|(measure, _)| measure.id.clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{MeasureStatus, PlanId};

    #[test]
    fn what_is_dropped_or_not_weighed_has_no_rank() {
        let mut plan = Plan::new(PlanId::standard("p"), "");
        let ids: Vec<_> = ["low", "unknown", "high", "dropped", "alike"].map(MeasureId::standard).into();
        for (id, customer_value) in ids.iter().zip([Some(20), None, Some(80), Some(90), Some(80)]) {
            let status = if id.as_str() == "dropped" { MeasureStatus::Dropped } else { MeasureStatus::Idea };
            let (business_value, effort) = (Some(50), Some(2));
            plan.measures.insert(Measure {
                status,
                customer_value,
                business_value,
                effort,
                ..Measure::new(id.clone(), "", None)
            });
        }
        let ranked: Vec<String> = ranked(&plan, &ids).iter().map(ToString::to_string).collect();
        assert_eq!(ranked, ["high", "alike", "low"]);
    }

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
