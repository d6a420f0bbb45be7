//! How often things are used, and which names are used twice.

use super::{Department, Plan, Reference, TouchpointId};
use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
};

impl Plan {
    /// Counts the records that refer to `target`, by table, in the plan's order of tables.
    #[must_use]
    pub fn use_counts(&self, target: &Reference) -> Vec<(&'static str, usize)> {
        let mut counts: Vec<(&'static str, usize)> = Vec::new();
        for (table, _) in self.uses(target) {
            match counts.last_mut() {
                Some((last, count)) if *last == table => *count += 1,
                _ => counts.push((table, 1)),
            }
        }
        counts
    }

    /// Counts the journeys that lead through each touchpoint; those that none leads through are left out.
    #[must_use]
    pub fn journey_counts(&self) -> HashMap<TouchpointId, usize> {
        let mut counts = HashMap::new();
        for journey in self.journeys.iter() {
            let touchpoints: HashSet<&TouchpointId> = journey.steps().filter_map(|step| step.touchpoint.as_ref()).collect();
            for touchpoint in touchpoints {
                *counts.entry(touchpoint.clone()).or_default() += 1;
            }
        }
        counts
    }

    /// The department with this name; none for an empty one.
    #[must_use]
    pub fn department_named(&self, name: &str) -> Option<&Arc<Department>> {
        let key = name_key(name);
        self.departments.iter().find(|department| !key.is_empty() && name_key(&department.name) == key)
    }
}

/// How names are compared: without regard to case and to spaces around them.
#[must_use]
pub fn name_key(name: &str) -> String {
    name.trim().to_lowercase()
}

/// Whether two names are the same ([`name_key`]).
#[must_use]
pub fn same_name(a: &str, b: &str) -> bool {
    name_key(a) == name_key(b)
}

/// The keys ([`name_key`]) of the names that occur more than once; empty names don't count.
#[must_use]
pub fn doubled_names<'a>(names: impl IntoIterator<Item = &'a str>) -> HashSet<String> {
    let mut seen = HashSet::new();
    names.into_iter().map(name_key).filter(|key| !key.is_empty()).filter(|key| !seen.insert(key.clone())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{
        Department, DepartmentId, Journey, JourneyId, Measure, MeasureId, PlanId, Stage, StageId, Step, StepId, Touchpoint,
    };
    use std::sync::Arc;

    #[test]
    fn uses_are_counted_by_table() {
        let mut plan = Plan::blank(PlanId::standard("p"));
        let service = DepartmentId::standard("service");
        plan.departments.insert(Department::new(service.clone(), "Service"));
        for id in ["a", "b"] {
            let mut touchpoint = Touchpoint::new(TouchpointId::standard(id), id);
            touchpoint.department = Some(service.clone());
            plan.touchpoints.insert(touchpoint);
        }
        let mut measure = Measure::new(MeasureId::standard("m"), "", None);
        measure.department = Some(service.clone());
        plan.measures.insert(measure);
        assert_eq!(plan.use_counts(&service.into()), [("touchpoints", 2), ("measures", 1)]);
        assert_eq!(plan.use_counts(&DepartmentId::standard("gone").into()), []);
    }

    #[test]
    fn a_journey_counts_once_for_a_touchpoint_however_often_it_leads_there() {
        let mut plan = Plan::blank(PlanId::standard("p"));
        let hotline = TouchpointId::standard("hotline");
        plan.touchpoints.insert(Touchpoint::new(hotline.clone(), ""));
        for (id, steps) in [("a", 2), ("b", 1), ("c", 0)] {
            let mut journey = Journey::new(JourneyId::standard(id), "");
            let mut stage = Stage::new(StageId::standard("s"), None);
            for number in 0..steps {
                let mut step = Step::new(StepId::standard(&format!("s{number}")));
                step.touchpoint = Some(hotline.clone());
                stage.steps.push(Arc::new(step));
            }
            journey.stages.push(stage);
            plan.journeys.insert(journey);
        }
        assert_eq!(plan.journey_counts(), HashMap::from([(hotline, 2)]));
    }

    #[track_caller]
    fn check(names: &[&str], doubled: &[&str]) {
        let expected: HashSet<String> = doubled.iter().map(|&name| name.to_owned()).collect();
        assert_eq!(doubled_names(names.iter().copied()), expected);
    }

    #[test]
    fn names_are_doubled_whatever_their_case() {
        check(&[], &[]);
        check(&["a", "b"], &[]);
        check(&["Web", "App", " web ", "WEB"], &["web"]);
        check(&["", " ", ""], &[]);
    }
}
