//! Measures as a list: which of them, in what order, and what they cost together.

use super::planned_cost;
use crate::plan::{Measure, MeasureId, MeasureStatus, Phase, Plan};
use std::{cmp::Ordering, sync::Arc};

/// What measures are sorted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MeasureColumn {
    /// Their title.
    Title,
    /// Their main sub-phase, in the order of the lifecycle.
    SubPhase,
    /// How far they are.
    Status,
    /// The role that answers for them.
    Owner,
    /// Name of the department that answers for them.
    Department,
    /// Their first day.
    Start,
    /// Their last day.
    End,
    /// What they cost once.
    OneOffCost,
    /// What they cost a month.
    MonthlyCost,
    /// What they cost in all: [`planned_cost`].
    PlannedCost,
    /// How many pain points they answer.
    PainPoints,
    /// How many KPIs they are to move.
    Kpis,
}

/// Which measures are listed; none of a field: all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MeasureFilter {
    /// Those in this state.
    pub status: Option<MeasureStatus>,
    /// Those whose main sub-phase belongs to this phase.
    pub phase: Option<Phase>,
}

impl MeasureFilter {
    /// Whether a measure is listed.
    #[must_use]
    pub fn admits(&self, plan: &Plan, measure: &Measure) -> bool {
        self.status.is_none_or(|status| measure.status == status)
            && self.phase.is_none_or(|phase| plan.phase_of(measure.sub_phase.as_ref()) == Some(phase))
    }
}

/// Lists measures in the plan's order, or sorted by a column, ascending or not. What has no entry there comes last in
/// both directions; what is alike keeps the plan's order.
#[must_use]
pub fn list_measures(plan: &Plan, filter: MeasureFilter, sorted_by: Option<(MeasureColumn, bool)>) -> Vec<MeasureId> {
    let mut listed: Vec<&Arc<Measure>> = plan.measures.iter().filter(|measure| filter.admits(plan, measure)).collect();
    if let Some((column, ascending)) = sorted_by {
        listed.sort_by(|a, b| compare(plan, a, b, column, ascending));
    }
    listed.into_iter().map(|measure| measure.id.clone()).collect()
}

fn compare(plan: &Plan, a: &Measure, b: &Measure, column: MeasureColumn, ascending: bool) -> Ordering {
    let department = |measure: &Measure| plan.departments.get(measure.department.as_ref()?).and_then(|found| text(&found.name));
    let sub_phase = |measure: &Measure| plan.sub_phases.position(measure.sub_phase.as_ref()?);
    match column {
        MeasureColumn::Title => entries(text(&a.title), text(&b.title), ascending),
        MeasureColumn::SubPhase => entries(sub_phase(a), sub_phase(b), ascending),
        MeasureColumn::Status => entries(Some(a.status), Some(b.status), ascending),
        MeasureColumn::Owner => entries(text(&a.owner), text(&b.owner), ascending),
        MeasureColumn::Department => entries(department(a), department(b), ascending),
        MeasureColumn::Start => entries(a.start, b.start, ascending),
        MeasureColumn::End => entries(a.end, b.end, ascending),
        MeasureColumn::OneOffCost => entries(a.one_off_cost, b.one_off_cost, ascending),
        MeasureColumn::MonthlyCost => entries(a.monthly_cost, b.monthly_cost, ascending),
        MeasureColumn::PlannedCost => entries(planned_cost(a), planned_cost(b), ascending),
        MeasureColumn::PainPoints => entries(Some(a.pain_points.len()), Some(b.pain_points.len()), ascending),
        MeasureColumn::Kpis => entries(Some(a.kpis.len()), Some(b.kpis.len()), ascending),
    }
}

/// A text as it is sorted: without regard to case, umlauts beside their vowels; none if it is empty.
fn text(text: &str) -> Option<String> {
    let plain = |letter: char| match letter {
        'ä' => 'a',
        'ö' => 'o',
        'ü' => 'u',
        letter => letter,
    };
    let text = text.trim().to_lowercase();
    (!text.is_empty()).then(|| text.chars().map(plain).collect())
}

fn entries<T: PartialOrd>(a: Option<T>, b: Option<T>, ascending: bool) -> Ordering {
    match (a, b) {
        (Some(a), Some(b)) => {
            let order = a.partial_cmp(&b).unwrap_or(Ordering::Equal);
            if ascending { order } else { order.reverse() }
        }
        (a, b) => b.is_some().cmp(&a.is_some()),
    }
}

/// Cost of measures together, in the plan's currency; those of unknown cost count nothing.
pub fn total_cost<'a>(measures: impl IntoIterator<Item = &'a Arc<Measure>>) -> f64 {
    measures.into_iter().filter_map(|measure| planned_cost(measure)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Day, Department, DepartmentId, PlanId, SubPhaseId};

    fn plan() -> Plan {
        let mut plan = Plan::new(PlanId::standard("p"), "");
        for (id, name) in [("it", "IT"), ("abr", "Abrechnung")] {
            plan.departments.insert(Department::new(DepartmentId::standard(id), name));
        }
        let sub_phase = |id: &str| Some(SubPhaseId::standard(id));
        let new = |id: &str, title: &str, main: &str| Measure::new(MeasureId::standard(id), title, sub_phase(main));
        plan.measures.insert(Measure {
            status: MeasureStatus::Running,
            one_off_cost: Some(500.0),
            department: Some(DepartmentId::standard("it")),
            end: Day::parse("2026-03-31"),
            ..new("a", "Ölheizung", "use")
        });
        plan.measures.insert(Measure { monthly_cost: Some(100.0), ..new("b", "zählerfoto", "awareness") });
        plan.measures.insert(Measure {
            department: Some(DepartmentId::standard("abr")),
            end: Day::parse("2025-12-31"),
            ..new("c", "", "decision")
        });
        plan.measures.insert(Measure { sub_phase: None, one_off_cost: Some(900.0), ..new("d", "Rückruf", "use") });
        plan
    }

    #[track_caller]
    fn check(filter: MeasureFilter, sorted_by: Option<(MeasureColumn, bool)>, expected: &str) {
        let listed = list_measures(&plan(), filter, sorted_by);
        assert_eq!(listed.iter().map(MeasureId::as_str).collect::<String>(), expected, "{sorted_by:?}");
    }

    #[test]
    fn measures_are_sorted_and_what_lacks_comes_last() {
        let all = MeasureFilter::default();
        check(all, None, "abcd");
        check(all, Some((MeasureColumn::Title, true)), "adbc");
        check(all, Some((MeasureColumn::Title, false)), "bdac");
        check(all, Some((MeasureColumn::SubPhase, true)), "bcad");
        check(all, Some((MeasureColumn::Status, false)), "abcd");
        check(all, Some((MeasureColumn::Status, true)), "bcda");
        check(all, Some((MeasureColumn::Department, true)), "cabd");
        check(all, Some((MeasureColumn::End, true)), "cabd");
        check(all, Some((MeasureColumn::End, false)), "acbd");
        check(all, Some((MeasureColumn::PlannedCost, true)), "adbc");
        check(all, Some((MeasureColumn::PlannedCost, false)), "bdac");
        check(all, Some((MeasureColumn::Kpis, false)), "abcd");
    }

    #[test]
    fn measures_are_filtered_by_status_and_phase() {
        let status = |status| MeasureFilter { status: Some(status), phase: None };
        let phase = |phase| MeasureFilter { status: None, phase: Some(phase) };
        check(status(MeasureStatus::Running), None, "a");
        check(status(MeasureStatus::Done), None, "");
        check(phase(Phase::Acquisition), Some((MeasureColumn::SubPhase, false)), "cb");
        check(MeasureFilter { status: Some(MeasureStatus::Idea), phase: Some(Phase::Active) }, None, "");
    }

    #[test]
    fn what_measures_cost_together_is_what_is_known() {
        assert_eq!(total_cost(plan().measures.iter()), 500.0 + 1200.0 + 900.0);
        assert_eq!(total_cost([]), 0.0);
    }
}
