//! What of a plan this version can't read.

use super::{Id, OtherFields, Plan, UnreadRecord};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// Name of the table and id of the one record in which a store keeps a plan's [`Rest`].
pub const REST: &str = "rest";

/// What of a plan this version can't read: records set aside and unknown members.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Rest {
    /// See [`Plan::unread`].
    #[serde(default)]
    pub unread: Arc<Vec<UnreadRecord>>,
    /// See [`Plan::other`].
    #[serde(default)]
    pub other: Arc<OtherFields>,
}

impl Rest {
    /// The rest of a plan.
    #[must_use]
    pub fn of(plan: &Plan) -> Self {
        Self { unread: plan.unread.clone(), other: plan.other.clone() }
    }

    /// Puts it into a plan in place of the plan's own.
    pub fn put(&self, plan: &mut Plan) {
        plan.unread = self.unread.clone();
        plan.other = self.other.clone();
    }

    /// The id under which a store keeps it.
    #[must_use]
    pub fn id() -> Id {
        Id::try_from(REST).expect("BUG: the name of the rest isn't an id")
    }
}
