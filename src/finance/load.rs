//! Person-days that measures take from departments, by quarter, against what the departments can give.
//!
//! The person-days of a measure fall evenly on its days from start to end, and in equal parts on the department that
//! answers for it and those that help. Done and dropped measures take nothing any more.

use crate::plan::{Day, DepartmentId, Measure, Plan, Quarter};
use std::collections::BTreeMap;

/// Load of the departments.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Load {
    /// The quarters that are shown, in order.
    pub quarters: Vec<Quarter>,
    /// A line for each department in the plan's order.
    pub departments: Vec<DepartmentLoad>,
    /// Person-days of measures that have no period or no department.
    pub unplaced: f64,
}

/// Load of a department.
#[derive(Clone, Debug, PartialEq)]
pub struct DepartmentLoad {
    /// The department.
    pub id: DepartmentId,
    /// Person-days that it can give in a quarter; none: nobody has said.
    pub capacity: Option<f64>,
    /// Person-days that measures take in each quarter.
    pub days: Vec<f64>,
}

impl DepartmentLoad {
    /// Whether measures take more in a quarter than the department can give.
    #[must_use]
    pub fn is_over(&self, quarter: usize) -> bool {
        self.capacity.is_some_and(|capacity| self.days.get(quarter).is_some_and(|days| *days > capacity + 1e-9))
    }
}

/// Most quarters that are shown: five years.
const MOST_QUARTERS: usize = 20;

/// The load from the quarter of `today` on.
#[must_use]
pub fn load(plan: &Plan, today: Day) -> Load {
    let first = Quarter::of(today.month());
    let mut sums: BTreeMap<(&DepartmentId, Quarter), f64> = BTreeMap::new();
    let mut unplaced = 0.0;
    for measure in plan.measures.iter().filter(|measure| measure.is_open()) {
        let Some(days) = measure.person_days else { continue };
        let departments = workers(measure);
        let shares = shares(measure, first);
        if departments.is_empty() || shares.is_none() {
            unplaced += days;
            continue;
        }
        for (quarter, share) in shares.unwrap_or_default() {
            for department in &departments {
                *sums.entry((department, quarter)).or_default() += days * share / departments.len() as f64;
            }
        }
    }
    let last = sums.keys().map(|(_, quarter)| *quarter).max();
    let quarters: Vec<Quarter> = last.into_iter().flat_map(|last| first.through(last)).take(MOST_QUARTERS).collect();
    let line = |id: &DepartmentId, capacity| DepartmentLoad {
        id: id.clone(),
        capacity,
        days: quarters.iter().map(|quarter| sums.get(&(id, *quarter)).copied().unwrap_or_default()).collect(),
    };
    let departments = plan.departments.iter().map(|it| line(&it.id, it.capacity_days_per_quarter)).collect();
    Load { departments, quarters, unplaced }
}

/// The departments that work on a measure.
fn workers(measure: &Measure) -> Vec<&DepartmentId> {
    let mut found: Vec<&DepartmentId> = Vec::new();
    for department in measure.department.iter().chain(&measure.helping) {
        if !found.contains(&department) {
            found.push(department);
        }
    }
    found
}

/// Which share of its days lies in which quarter from `first` on; none without a period.
fn shares(measure: &Measure, first: Quarter) -> Option<Vec<(Quarter, f64)>> {
    let (start, end) = measure.start.zip(measure.end).filter(|(start, end)| start <= end)?;
    let all = (end.days_since(start) + 1) as f64;
    let from = first.max(Quarter::of(start.month()));
    let share = |quarter: Quarter| {
        let days = end.min(quarter.last_day()).days_since(start.max(quarter.first_day())) + 1;
        (quarter, days.max(0) as f64 / all)
    };
    Some(from.through(Quarter::of(end.month())).take(MOST_QUARTERS).map(share).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Department, MeasureId, MeasureStatus, PlanId};

    fn plan() -> Plan {
        let mut plan = Plan::new(PlanId::standard("p"), "");
        for (id, capacity) in [("service", Some(40.0)), ("digital", None)] {
            let department = Department::new(DepartmentId::standard(id), id);
            plan.departments.insert(Department { capacity_days_per_quarter: capacity, ..department });
        }
        let service = || Some(DepartmentId::standard("service"));
        let new = |id: &str| Measure { person_days: Some(100.0), ..Measure::new(MeasureId::standard(id), "", None) };
        plan.measures.insert(Measure {
            department: service(),
            start: Day::parse("2026-01-01"),
            end: Day::parse("2026-12-31"),
            ..new("year")
        });
        plan.measures.insert(Measure {
            department: service(),
            helping: vec![DepartmentId::standard("digital"), DepartmentId::standard("service")],
            start: Day::parse("2026-07-01"),
            end: Day::parse("2026-09-30"),
            ..new("summer")
        });
        plan.measures.insert(Measure { department: service(), ..new("undated") });
        plan.measures.insert(Measure { start: Day::parse("2026-07-01"), end: Day::parse("2026-07-01"), ..new("nobody") });
        plan.measures.insert(Measure { status: MeasureStatus::Done, department: service(), ..new("done") });
        plan
    }

    #[test]
    fn person_days_fall_evenly_on_days_and_departments() {
        let load = load(&plan(), Day::parse("2026-04-15").unwrap());
        assert_eq!(load.quarters.iter().map(ToString::to_string).collect::<Vec<_>>(), ["2026-Q2", "2026-Q3", "2026-Q4"]);
        let days = |at: usize| load.departments[at].days.iter().map(|days| days.round()).collect::<Vec<_>>();
        // 100 days over 365: 91 of them in the second quarter, 92 in the third and in the fourth.
        assert_eq!(days(0), [25.0, 75.0, 25.0]);
        assert_eq!(days(1), [0.0, 50.0, 0.0]);
        assert_eq!(load.unplaced, 200.0);
        assert!(!load.departments[0].is_over(0) && load.departments[0].is_over(1) && !load.departments[1].is_over(1));
    }

    #[test]
    fn nothing_is_lost_between_quarters() {
        let load = load(&plan(), Day::parse("2026-01-01").unwrap());
        let sum: f64 = load.departments.iter().flat_map(|department| &department.days).sum();
        assert!((sum - 200.0).abs() < 1e-9, "{sum}");
    }
}
