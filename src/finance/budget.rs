//! What measures cost against what may be spent: by phase, department and quarter.

use super::{planned_cost, run_months};
use crate::plan::{DepartmentId, Measure, Month, Phase, Plan, Quarter};
use std::{collections::BTreeMap, sync::Arc};

/// A line of a budget.
#[derive(Clone, Debug, PartialEq)]
pub struct BudgetLine<K> {
    /// What the line is for; none: what belongs to none of them.
    pub key: Option<K>,
    /// What its measures cost, in the plan's currency.
    pub planned: f64,
    /// What may be spent; none: nothing is fixed.
    pub available: Option<f64>,
    /// Number of measures with a cost.
    pub measures: usize,
}

impl<K> BudgetLine<K> {
    /// What is planned beyond what may be spent; none if that is nothing or nothing is fixed.
    #[must_use]
    pub fn excess(&self) -> Option<f64> {
        self.available.map(|available| self.planned - available).filter(|excess| *excess > 0.0)
    }

    fn is_empty(&self) -> bool {
        self.measures == 0 && self.available.is_none()
    }
}

fn add<K: Ord>(sums: &mut BTreeMap<Option<K>, (f64, usize)>, key: Option<K>, cost: f64) {
    let (sum, count) = sums.entry(key).or_default();
    *sum += cost;
    *count += 1;
}

fn line<K: Ord + Clone>(sums: &BTreeMap<Option<K>, (f64, usize)>, key: Option<K>, available: Option<f64>) -> BudgetLine<K> {
    let (planned, measures) = sums.get(&key).copied().unwrap_or_default();
    BudgetLine { key, planned, available, measures }
}

/// The three phases, and what belongs to none if there is such.
#[must_use]
pub fn budget_by_phase(plan: &Plan) -> Vec<BudgetLine<Phase>> {
    let mut sums = BTreeMap::new();
    for (measure, cost) in with_cost(plan) {
        add(&mut sums, plan.phase_of(measure.sub_phase.as_ref()), cost);
    }
    let budgets = &plan.profile().phase_budgets;
    let phases = Phase::ALL.into_iter().map(|phase| line(&sums, Some(phase), budgets.get(&phase).copied()));
    phases.chain(Some(line(&sums, None, None)).filter(|line| !line.is_empty())).collect()
}

/// The departments in the plan's order, and what belongs to none if there is such.
#[must_use]
pub fn budget_by_department(plan: &Plan) -> Vec<BudgetLine<DepartmentId>> {
    let mut sums = BTreeMap::new();
    for (measure, cost) in with_cost(plan) {
        add(&mut sums, measure.department.clone(), cost);
    }
    let departments = plan.departments.iter().map(|department| line(&sums, Some(department.id.clone()), department.budget));
    departments.chain(Some(line(&sums, None, None)).filter(|line| !line.is_empty())).collect()
}

/// The quarters from the first to the last with cost or budget (forty at most, those in between included), and what has
/// no date if there is such.
#[must_use]
pub fn budget_by_quarter(plan: &Plan) -> Vec<BudgetLine<Quarter>> {
    let mut sums = BTreeMap::new();
    for (measure, cost) in with_cost(plan) {
        let months = monthly_spending(measure);
        if months.is_empty() {
            add(&mut sums, None, cost);
            continue;
        }
        let mut quarters: BTreeMap<Quarter, f64> = BTreeMap::new();
        for (month, cost) in months {
            *quarters.entry(Quarter::of(month)).or_default() += cost;
        }
        quarters.into_iter().filter(|(_, cost)| *cost > 0.0).for_each(|(quarter, cost)| add(&mut sums, Some(quarter), cost));
    }
    let budgets = &plan.profile().quarter_budgets;
    let known = || sums.keys().flatten().chain(budgets.keys());
    let span = known().min().zip(known().max());
    let named = span.into_iter().flat_map(|(first, last)| first.through(*last).take(MOST_QUARTERS));
    let mut lines: Vec<_> = named.map(|quarter| line(&sums, Some(quarter), budgets.get(&quarter).copied())).collect();
    lines.extend(Some(line(&sums, None, None)).filter(|line| !line.is_empty()));
    lines
}

/// Number of amounts of money that are written in a plan's profile, departments and measures.
#[must_use]
pub fn amounts_in(plan: &Plan) -> usize {
    let profile = plan.profile();
    let of_profile = [profile.budget, profile.day_rate].iter().flatten().count();
    let of_departments = plan.departments.iter().filter(|department| department.budget.is_some()).count();
    let of_measure = |measure: &Arc<Measure>| {
        let derived = measure.benefit_derivation.as_ref().and_then(|derivation| derivation.customer_value);
        let costs = [measure.one_off_cost, measure.monthly_cost];
        let benefits = [measure.benefit_low, measure.benefit_likely, measure.benefit_high, derived];
        costs.iter().chain(&benefits).flatten().count()
    };
    let of_measures: usize = plan.measures.iter().map(of_measure).sum();
    of_profile + profile.phase_budgets.len() + profile.quarter_budgets.len() + of_departments + of_measures
}

/// Most quarters that a budget shows: ten years.
const MOST_QUARTERS: usize = 40;

fn with_cost(plan: &Plan) -> impl Iterator<Item = (&Arc<Measure>, f64)> {
    plan.measures.iter().filter_map(|measure| Some((measure, planned_cost(measure)?)))
}

/// What measures cost in each month from the first to the last with cost (ten years at most, those in between included).
#[must_use]
pub fn spending_by_month(plan: &Plan) -> Vec<(Month, f64)> {
    let mut sums: BTreeMap<Month, f64> = BTreeMap::new();
    for measure in plan.measures.iter() {
        for (month, cost) in monthly_spending(measure).into_iter().filter(|(_, cost)| *cost > 0.0) {
            *sums.entry(month).or_default() += cost;
        }
    }
    let Some((first, last)) = sums.keys().next().copied().zip(sums.keys().next_back().copied()) else { return Vec::new() };
    let count = last.months_since(first).clamp(0, MOST_QUARTERS as i32 * 3 - 1);
    let months = (0..=count).map(|months| first.plus(months));
    months.map(|month| (month, sums.get(&month).copied().unwrap_or_default())).collect()
}

/// What a measure costs in which month: once in the month of its start, and its running cost in each month that it runs.
/// Nothing for a measure without start or that is dropped.
#[must_use]
pub fn monthly_spending(measure: &Measure) -> Vec<(Month, f64)> {
    let (Some(start), Some(_)) = (measure.start, planned_cost(measure)) else { return Vec::new() };
    let monthly = measure.monthly_cost.unwrap_or_default();
    let months = if monthly > 0.0 { run_months(measure) } else { 0 };
    let first = start.month();
    let running = (0..months).map(|at| (first.plus(i32::try_from(at).unwrap_or(i32::MAX)), monthly));
    std::iter::once((first, measure.one_off_cost.unwrap_or_default())).chain(running).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Day, Department, MeasureId, PlanId, SubPhaseId};

    fn plan() -> Plan {
        let mut plan = Plan::new(PlanId::standard("p"), "");
        let service = DepartmentId::standard("service");
        plan.departments.insert(Department { budget: Some(1000.0), ..Department::new(service.clone(), "Service") });
        let id = plan.profile().id.clone();
        plan.profile.update(&id, |profile| {
            profile.phase_budgets.insert(Phase::Active, 500.0);
            profile.quarter_budgets.insert(Quarter::parse("2026-Q3").unwrap(), 90.0);
        });
        let new = |id: &str, sub_phase: &str| Measure::new(MeasureId::standard(id), "", Some(SubPhaseId::standard(sub_phase)));
        plan.measures.insert(Measure {
            one_off_cost: Some(300.0),
            monthly_cost: Some(100.0),
            department: Some(service),
            start: Day::parse("2026-03-15"),
            end: Day::parse("2026-05-31"),
            ..new("a", "use")
        });
        plan.measures.insert(Measure { monthly_cost: Some(10.0), ..new("b", "awareness") });
        plan.measures.insert(Measure { one_off_cost: Some(7.0), status: crate::plan::MeasureStatus::Dropped, ..new("c", "use") });
        plan
    }

    fn read<K: std::fmt::Debug>(lines: Vec<BudgetLine<K>>) -> Vec<String> {
        let written =
            |line: BudgetLine<K>| format!("{:?} {} of {:?} by {}", line.key, line.planned, line.available, line.measures);
        lines.into_iter().map(written).collect()
    }

    #[test]
    fn each_phase_and_department_carries_the_cost_of_its_measures() {
        let plan = plan();
        assert_eq!(
            read(budget_by_phase(&plan)),
            ["Some(Acquisition) 120 of None by 1", "Some(Active) 600 of Some(500.0) by 1", "Some(Passive) 0 of None by 0"]
        );
        assert_eq!(budget_by_phase(&plan)[1].excess(), Some(100.0));
        let departments = budget_by_department(&plan);
        assert_eq!((departments[0].planned, departments[0].excess()), (600.0, None));
        assert_eq!((departments[1].key.clone(), departments[1].planned), (None, 120.0));
    }

    #[test]
    fn cost_falls_due_in_its_quarter_and_quarters_have_no_gap() {
        assert_eq!(
            read(budget_by_quarter(&plan())),
            [
                "Some(Quarter { year: 2026, number: 1 }) 400 of None by 1",
                "Some(Quarter { year: 2026, number: 2 }) 200 of None by 1",
                "Some(Quarter { year: 2026, number: 3 }) 0 of Some(90.0) by 0",
                "None 120 of None by 1",
            ]
        );
    }

    #[test]
    fn amounts_are_counted_wherever_they_stand() {
        assert_eq!(amounts_in(&plan()), 1 + 2 + 4);
        assert_eq!(amounts_in(&Plan::new(PlanId::standard("p"), "")), 0);
    }

    #[test]
    fn months_have_no_gap_either() {
        let months = spending_by_month(&plan());
        let written: Vec<_> = months.iter().map(|(month, cost)| format!("{month} {cost}")).collect();
        assert_eq!(written, ["2026-03 400", "2026-04 100", "2026-05 100"]);
        assert!(spending_by_month(&Plan::new(PlanId::standard("p"), "")).is_empty());
    }

    #[test]
    fn all_ways_to_cut_the_cost_come_to_the_same_sum() {
        let plan = plan();
        let whole = super::super::total_cost(plan.measures.iter());
        fn sum<K>(lines: Vec<BudgetLine<K>>) -> f64 {
            lines.iter().map(|line| line.planned).sum()
        }
        assert_eq!(sum(budget_by_phase(&plan)), whole);
        assert_eq!(sum(budget_by_department(&plan)), whole);
        assert_eq!(sum(budget_by_quarter(&plan)), whole);
    }
}
