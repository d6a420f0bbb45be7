//! Rules about measures.

use super::{Figure, Subject, facts::Facts, rule::Report};
use crate::finance::{all_contradictions, benefit_is_ordered, planned_cost};
use crate::plan::{Measure, MeasureStatus};

fn subject(measure: &Measure) -> Subject {
    Subject::Record(measure.id.clone().into())
}

pub(super) fn overdue(facts: &Facts, report: Report) {
    for measure in facts.decided() {
        if let Some(end) = measure.end.filter(|end| *end < facts.today) {
            report(subject(measure), Some(Figure::Since(end)));
        }
    }
}

pub(super) fn not_begun(facts: &Facts, report: Report) {
    for measure in facts.decided().filter(|measure| measure.status == MeasureStatus::Planned) {
        let is_overdue = measure.end.is_some_and(|end| end < facts.today);
        if let Some(start) = measure.start.filter(|start| *start < facts.today && !is_overdue) {
            report(subject(measure), Some(Figure::Since(start)));
        }
    }
}

pub(super) fn dates(facts: &Facts, report: Report) {
    for (id, found) in all_contradictions(facts.plan) {
        if let Some(first) = found.into_iter().next() {
            report(Subject::Record(id.into()), Some(Figure::Dates(first)));
        }
    }
}

pub(super) fn benefit(facts: &Facts, report: Report) {
    for measure in facts.plan.measures.iter().filter(|measure| measure.is_open() && !benefit_is_ordered(measure)) {
        report(subject(measure), None);
    }
}

pub(super) fn without_owner(facts: &Facts, report: Report) {
    for measure in facts.decided().filter(|measure| measure.owner.trim().is_empty()) {
        report(subject(measure), None);
    }
}

pub(super) fn without_cost(facts: &Facts, report: Report) {
    for measure in facts.decided().filter(|measure| planned_cost(measure).is_none()) {
        report(subject(measure), None);
    }
}

pub(super) fn without_goal(facts: &Facts, report: Report) {
    for measure in facts.decided().filter(|measure| measure.goals.is_empty()) {
        report(subject(measure), None);
    }
}

pub(super) fn without_kpi(facts: &Facts, report: Report) {
    for measure in facts.decided().filter(|measure| measure.kpis.is_empty()) {
        report(subject(measure), None);
    }
}

pub(super) fn without_dates(facts: &Facts, report: Report) {
    for measure in facts.decided().filter(|measure| measure.start.is_none() || measure.end.is_none()) {
        report(subject(measure), None);
    }
}
