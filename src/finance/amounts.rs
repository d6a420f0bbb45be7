//! How many amounts of money a plan holds.

use crate::plan::{AmountUnit, Clv, Kpi, KpiId, KpiKind, Measure, Plan, TypedValue, WinBackGroup};
use std::sync::Arc;

/// Number of amounts of money that are written in a plan: all that a change of its currency leaves as they are. What was
/// imported isn't among them.
#[must_use]
pub fn amounts_in(plan: &Plan) -> usize {
    let profile = plan.profile();
    let of_profile = count(&[profile.budget, profile.day_rate, profile.new_customer_cost]);
    let of_departments = plan.departments.iter().filter(|department| department.budget.is_some()).count();
    let of_measures: usize = plan.measures.iter().map(|measure| in_measure(plan, measure)).sum();
    let of_groups: usize = plan.win_back_groups.iter().map(|group| in_group(group)).sum();
    let of_kpis: usize = plan.kpis.iter().map(|kpi| in_kpi(kpi)).sum();
    let of_budgets = profile.phase_budgets.len() + profile.quarter_budgets.len();
    of_profile + of_budgets + of_departments + of_measures + of_groups + of_kpis
}

fn count(amounts: &[Option<f64>]) -> usize {
    amounts.iter().flatten().count()
}

fn in_measure(plan: &Plan, measure: &Arc<Measure>) -> usize {
    let derived = measure.benefit_derivation.as_ref().and_then(|derivation| derivation.customer_value);
    let costs = [measure.one_off_cost, measure.monthly_cost];
    let benefits = [measure.benefit_low, measure.benefit_likely, measure.benefit_high, derived];
    let is_money = |kpi: &KpiId| plan.kpis.get(kpi).is_some_and(|kpi| is_money(&kpi.kind));
    let effects = measure.kpis.iter().filter(|effect| effect.expected.is_some() && is_money(&effect.kpi)).count();
    count(&costs) + count(&benefits) + effects
}

fn in_group(group: &WinBackGroup) -> usize {
    count(&[group.margin, group.contact_cost, group.incentive_cost, group.new_customer_cost])
}

/// Whether the values of a kind are money.
fn is_money(kind: &KpiKind) -> bool {
    matches!(kind, KpiKind::Clv(_)) || matches!(kind, KpiKind::Amount(amount) if amount.unit == AmountUnit::Money)
}

fn in_kpi(kpi: &Kpi) -> usize {
    let assumed = match &kpi.kind {
        KpiKind::Clv(Clv { margin, acquisition_cost, past, .. }) => count(&[*margin, *acquisition_cost, *past]),
        _ => 0,
    };
    if !is_money(&kpi.kind) {
        return assumed;
    }
    let typed = kpi.typed.values().filter(|typed| matches!(typed, TypedValue::Value(_))).count();
    assumed + typed + kpi.targets.len() + usize::from(kpi.warning_limit.is_some())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{
        Amount, BenefitDerivation, Day, Department, DepartmentId, KpiEffect, MeasureId, Month, OtherFields, Phase, PlanId,
        Quarter, Target, Together, TypedNumber, WinBackGroupId,
    };

    /// Adds to a plan in ways each of which adds so many amounts.
    #[test]
    fn amounts_are_counted_wherever_they_stand() {
        let mut plan = Plan::new(PlanId::standard("p"), "");
        assert_eq!(amounts_in(&plan), 0);
        let mut all = 0;
        let mut add = |more: usize, what: &str, change: &dyn Fn(&mut Plan)| {
            change(&mut plan);
            all += more;
            assert_eq!(amounts_in(&plan), all, "{what}");
        };
        add(5, "profile", &|plan| {
            let id = plan.profile().id.clone();
            plan.profile.update(&id, |profile| {
                profile.budget = Some(1.0);
                profile.day_rate = Some(1.0);
                profile.new_customer_cost = Some(1.0);
                profile.phase_budgets.insert(Phase::Active, 1.0);
                profile.quarter_budgets.insert(Quarter::parse("2026-Q3").unwrap(), 1.0);
            });
        });
        add(1, "department", &|plan| {
            plan.departments.insert(Department { budget: Some(1.0), ..Department::new(DepartmentId::standard("d"), "") });
        });
        add(4, "group", &|plan| {
            plan.win_back_groups.insert(WinBackGroup {
                margin: Some(1.0),
                contact_cost: Some(1.0),
                incentive_cost: Some(1.0),
                new_customer_cost: Some(1.0),
                rate_likely: Some(0.5),
                stay_years: Some(1.0),
                ..WinBackGroup::new(WinBackGroupId::standard("g"), "")
            });
        });
        let target = Target { value: 1.0, by: Day::parse("2026-12-31"), other: OtherFields::new() };
        let typed = [(Month::parse("2026-01").unwrap(), TypedValue::Value(TypedNumber { value: 1.0, n: None }))];
        let kpi = |id: &str, kind| Kpi {
            targets: vec![target.clone()],
            warning_limit: Some(1.0),
            typed: typed.clone().into(),
            ..Kpi::new(KpiId::standard(id), "", kind)
        };
        let clv = Clv { margin: Some(1.0), acquisition_cost: Some(1.0), past: Some(1.0), retention: Some(0.5), ..Clv::default() };
        add(6, "what a customer is worth", &|plan| plan.kpis.insert(kpi("clv", KpiKind::Clv(clv.clone()))));
        let money = Amount { unit: AmountUnit::Money, together: Together::Mean };
        add(3, "a KPI in money", &|plan| plan.kpis.insert(kpi("cost", KpiKind::Amount(money.clone()))));
        add(0, "a KPI of another unit", &|plan| plan.kpis.insert(kpi("count", KpiKind::Amount(Amount::default()))));
        add(7, "measure", &|plan| {
            let effect = |kpi: &str| KpiEffect { expected: Some(1.0), ..KpiEffect::new(KpiId::standard(kpi)) };
            plan.measures.insert(Measure {
                one_off_cost: Some(1.0),
                monthly_cost: Some(1.0),
                benefit_low: Some(1.0),
                benefit_likely: Some(1.0),
                benefit_high: Some(1.0),
                benefit_derivation: Some(BenefitDerivation { customer_value: Some(1.0), ..BenefitDerivation::default() }),
                person_days: Some(1.0),
                kpis: vec![effect("cost"), effect("count")],
                ..Measure::new(MeasureId::standard("m"), "", None)
            });
        });
    }
}
