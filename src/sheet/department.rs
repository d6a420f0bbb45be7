//! Departments that change with the touchpoints of a map: each touchpoint is one of the whole plan.

use crate::plan::{DepartmentId, Plan};

/// A touchpoint of the register that another department owns now, in all journeys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DepartmentChange {
    /// Name of the touchpoint.
    pub touchpoint: String,
    /// Name of the department before; empty: none.
    pub from: String,
    /// Name of the department now; empty: none.
    pub to: String,
}

/// The touchpoints that were there before a change and that another department owns after it.
#[must_use]
pub fn department_changes(before: &Plan, after: &Plan) -> Vec<DepartmentChange> {
    if before.touchpoints.same(&after.touchpoints) {
        return Vec::new();
    }
    let name = |plan: &Plan, id: Option<&DepartmentId>| {
        id.and_then(|id| plan.departments.get(id)).map(|department| department.name.clone()).unwrap_or_default()
    };
    let change = |touchpoint: &std::sync::Arc<crate::plan::Touchpoint>| {
        let now = after.touchpoints.get(&touchpoint.id).filter(|now| now.department != touchpoint.department)?;
        Some(DepartmentChange {
            touchpoint: now.name.clone(),
            from: name(before, touchpoint.department.as_ref()),
            to: name(after, now.department.as_ref()),
        })
    };
    before.touchpoints.iter().filter_map(change).collect()
}
