//! What holds for every plan in an editor.

use super::{Change, EditError};
use crate::plan::Plan;

/// Checks what a change could have broken.
pub(super) fn check(plan: &Plan, change: &Change) -> Result<(), EditError> {
    if plan.profile.len() != 1 {
        return Err(EditError::NotOneProfile);
    }
    if let Some((table, id, part)) = change.doubled_part() {
        return Err(EditError::DoubledPart { table, id, part });
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
