//! What holds for every plan in an editor.

use super::{Change, EditError};
use crate::plan::{Id, Journey, Plan, Record, TypedId};
use std::collections::HashSet;

/// Checks what a change could have broken.
pub(super) fn check(plan: &Plan, change: &Change) -> Result<(), EditError> {
    if plan.profile.len() != 1 {
        return Err(EditError::NotOneProfile);
    }
    for journey in change.journeys.after() {
        if let Some(part) = doubled(journey) {
            return Err(EditError::DoubledPart { table: Journey::TABLE, id: journey.id.as_id().clone(), part });
        }
    }
    let mut dangling = None;
    change.references(&mut |table, id, reference| {
        if dangling.is_none() && !plan.contains(&reference) {
            dangling = Some((table, id.clone(), reference));
        }
    });
    // A dimension that changed can have lost a value.
    if dangling.is_none() && (change.removes() || change.dimensions.after().next().is_some()) {
        dangling = plan.dangling().into_iter().next();
    }
    match dangling {
        Some((table, id, reference)) => Err(EditError::Dangling { table, id, reference }),
        None => Ok(()),
    }
}

/// An id that two lanes, two stages or two steps of a journey share.
fn doubled(journey: &Journey) -> Option<Id> {
    fn first<'a, I: TypedId + 'a>(ids: impl Iterator<Item = &'a I>) -> Option<Id> {
        let mut seen = HashSet::new();
        ids.into_iter().find(|id| !seen.insert(id.as_id())).map(|id| id.as_id().clone())
    }
    first(journey.lanes.iter().map(|lane| &lane.id))
        .or_else(|| first(journey.stages.iter().map(|stage| &stage.id)))
        .or_else(|| first(journey.steps().map(|step| &step.id)))
}
