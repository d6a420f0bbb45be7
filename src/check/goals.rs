//! Rules about goals, weaknesses, pain points, touchpoints and KPIs.

use super::{Figure, Subject, facts::Facts, rule::Report};
use crate::catalogue::lifecycle::{WEAKNESSES, answers, entry_with, key_measure_of};
use crate::plan::{Assessment, Day, Kpi, KpiId, KpiKind, PainPointState, Phase, Plan, Tally};
use std::collections::HashSet;

/// Days after which a KPI without new data is out of date.
const STALE_DAYS: i64 = 90;

pub(super) fn pain_points(facts: &Facts, report: Report) {
    for pain_point in facts.plan.pain_points.iter() {
        if pain_point.state != PainPointState::Solved && !facts.answered.contains(&pain_point.id) {
            report(Subject::Record(pain_point.id.clone().into()), pain_point.severity.map(Figure::Severity));
        }
    }
}

/// Weaknesses that apply and that no measure answers. A measure that isn't linked counts if the catalogue names it as an
/// answer: plans of earlier versions have no links.
pub(super) fn weaknesses(facts: &Facts, report: Report) {
    let taken: HashSet<&str> =
        facts.plan.kept_measures().filter_map(|measure| key_measure_of(measure)).map(|entry| entry.id).collect();
    for weakness in facts.plan.weaknesses.iter().filter(|weakness| weakness.assessment == Some(Assessment::Applies)) {
        let mut known = entry_with(WEAKNESSES, &weakness.title).into_iter().flat_map(answers);
        if !facts.countered.contains(&weakness.id) && !known.any(|answer| taken.contains(answer.id)) {
            report(Subject::Record(weakness.id.clone().into()), None);
        }
    }
}

pub(super) fn phases(facts: &Facts, report: Report) {
    for phase in Phase::ALL {
        let is_used = facts.plan.sub_phases_in(phase).next().is_some();
        let has_goal = facts.plan.goals.iter().any(|goal| facts.plan.phase_of(goal.sub_phase.as_ref()) == Some(phase));
        if is_used && !has_goal {
            report(Subject::Phase(phase), None);
        }
    }
}

pub(super) fn without_kpi(facts: &Facts, report: Report) {
    for goal in facts.plan.goals.iter().filter(|goal| goal.kpi.is_none()) {
        report(Subject::Record(goal.id.clone().into()), None);
    }
}

pub(super) fn without_target(facts: &Facts, report: Report) {
    for goal in facts.plan.goals.iter() {
        let kpi = goal.kpi.as_ref().and_then(|id| facts.plan.kpis.get(id));
        if kpi.is_some_and(|kpi| kpi.targets.is_empty()) {
            report(Subject::Record(goal.id.clone().into()), None);
        }
    }
}

pub(super) fn without_measure(facts: &Facts, report: Report) {
    for goal in facts.plan.goals.iter().filter(|goal| !facts.served.contains(&goal.id)) {
        report(Subject::Record(goal.id.clone().into()), None);
    }
}

pub(super) fn touchpoints(facts: &Facts, report: Report) {
    for touchpoint in facts.plan.touchpoints.iter().filter(|touchpoint| touchpoint.department.is_none()) {
        report(Subject::Record(touchpoint.id.clone().into()), None);
    }
}

pub(super) fn stale_kpis(facts: &Facts, report: Report) {
    // What a customer is worth rests on assumptions, not on data.
    for kpi in facts.plan.kpis.iter().filter(|kpi| !matches!(kpi.kind, KpiKind::Clv(_))) {
        let last = last_data(facts.plan, kpi);
        if last.is_none_or(|last| facts.today.days_since(last) > STALE_DAYS) {
            report(Subject::Record(kpi.id.clone().into()), last.map(Figure::Since));
        }
    }
}

pub(super) fn unused_kpis(facts: &Facts, report: Report) {
    for kpi in facts.plan.kpis.iter().filter(|kpi| !facts.used.contains(&kpi.id)) {
        report(Subject::Record(kpi.id.clone().into()), None);
    }
}

/// The last day of the last period that a KPI has data for, typed or imported.
fn last_data(plan: &Plan, kpi: &Kpi) -> Option<Day> {
    fn last<T>(tallies: &[Tally<T>], kpi: &KpiId) -> Option<Day> {
        let own = tallies.iter().filter(|tally| tally.kpi == *kpi);
        own.filter_map(|tally| tally.days.keys().next_back().map(|day| tally.resolution.last_day(*day))).max()
    }
    let typed = kpi.typed.keys().next_back().map(|month| month.last_day());
    let imported = plan.sources.iter().flat_map(|source| {
        let id = &kpi.id;
        [last(&source.tallies, id), last(&source.ratios, id), last(&source.customers, id), last(&source.amounts, id)]
    });
    imported.chain([typed]).flatten().max()
}
