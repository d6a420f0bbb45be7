//! Rules about money and people.

use super::{Figure, Subject, facts::Facts, rule::Report};
use crate::finance::{Due, budget_by_department, budget_by_phase, budget_by_quarter, load, total_cost};

/// Share of all cost above which one phase has too much of it.
const MOST_IN_ONE_PHASE: f64 = 0.7;

pub(super) fn budget(facts: &Facts, report: Report) {
    let cost = total_cost(facts.plan.measures.iter());
    if let Some(excess) = facts.plan.profile().budget.map(|budget| cost - budget).filter(|excess| *excess > 0.0) {
        report(Subject::Plan, Some(Figure::Excess(excess)));
    }
    for line in budget_by_phase(facts.plan) {
        if let (Some(phase), Some(excess)) = (line.key, line.excess()) {
            report(Subject::Phase(phase), Some(Figure::Excess(excess)));
        }
    }
    for line in budget_by_department(facts.plan) {
        let excess = line.excess();
        if let (Some(department), Some(excess)) = (line.key, excess) {
            report(Subject::Record(department.into()), Some(Figure::Excess(excess)));
        }
    }
}

pub(super) fn quarter_budget(facts: &Facts, report: Report) {
    for line in budget_by_quarter(facts.plan) {
        if let (Some(Due::In(quarter)), Some(excess)) = (line.key, line.excess()) {
            report(Subject::Quarter(quarter), Some(Figure::Excess(excess)));
        }
    }
}

pub(super) fn capacity(facts: &Facts, report: Report) {
    let load = load(facts.plan, facts.today);
    for department in &load.departments {
        let over = load.quarters.iter().enumerate().filter(|(at, _)| department.is_over(*at));
        let worst = over.max_by(|(a, _), (b, _)| department.days[*a].total_cmp(&department.days[*b]));
        if let (Some((at, quarter)), Some(capacity)) = (worst, department.capacity) {
            let figure = Figure::Load(*quarter, department.days[at], capacity);
            report(Subject::Record(department.id.clone().into()), Some(figure));
        }
    }
}

pub(super) fn one_phase(facts: &Facts, report: Report) {
    let lines = budget_by_phase(facts.plan);
    let all: f64 = lines.iter().map(|line| line.planned).sum();
    let most = lines.iter().max_by(|a, b| a.planned.total_cmp(&b.planned));
    if let Some((phase, share)) = most.and_then(|line| Some((line.key?, line.planned / all)))
        && share > MOST_IN_ONE_PHASE
    {
        report(Subject::Phase(phase), Some(Figure::Share(share)));
    }
}

pub(super) fn no_budget(facts: &Facts, report: Report) {
    if facts.plan.profile().budget.is_none() && total_cost(facts.plan.measures.iter()) > 0.0 {
        report(Subject::Plan, None);
    }
}
