//! The strategy: goals and weaknesses in the phases of the lifecycle.

use super::{GoalId, KpiId, OtherFields, Record, Reference, SubPhaseId, WeaknessId, reference::unlink_one};
use serde::{Deserialize, Serialize};

/// What is to be reached in a sub-phase.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Goal {
    /// Its id.
    pub id: GoalId,
    /// What is to be reached.
    #[serde(default)]
    pub title: String,
    /// Where in the lifecycle.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sub_phase: Option<SubPhaseId>,
    /// The KPI whose target tells whether it is reached.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kpi: Option<KpiId>,
    /// Fields of later versions.
    #[serde(flatten)]
    pub other: OtherFields,
}

impl Goal {
    /// Makes a goal of a sub-phase.
    #[must_use]
    pub fn new(id: GoalId, title: &str, sub_phase: Option<SubPhaseId>) -> Self {
        Self { id, title: title.to_owned(), sub_phase, kpi: None, other: OtherFields::new() }
    }
}

impl Record for Goal {
    type Id = GoalId;
    const TABLE: &'static str = "goals";
    fn id(&self) -> &GoalId {
        &self.id
    }
    fn references(&self, visit: &mut dyn FnMut(Reference)) {
        self.sub_phase.iter().cloned().for_each(|id| visit(id.into()));
        self.kpi.iter().cloned().for_each(|id| visit(id.into()));
    }
    fn unlink(&mut self, gone: &Reference) {
        unlink_one(&mut self.sub_phase, gone);
        unlink_one(&mut self.kpi, gone);
    }
}

/// An honest judgement whether a typical weakness is one's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Assessment {
    /// It applies.
    Applies,
    /// It applies in part.
    Partly,
    /// It doesn't apply.
    Not,
}

impl Assessment {
    /// All answers in order.
    pub const ALL: [Self; 3] = [Self::Applies, Self::Partly, Self::Not];
}

/// A typical weakness in a sub-phase.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Weakness {
    /// Its id.
    pub id: WeaknessId,
    /// What is weak.
    #[serde(default)]
    pub title: String,
    /// Where in the lifecycle.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sub_phase: Option<SubPhaseId>,
    /// Whether it applies; none: not yet judged.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assessment: Option<Assessment>,
    /// Fields of later versions.
    #[serde(flatten)]
    pub other: OtherFields,
}

impl Weakness {
    /// Makes a weakness that isn't judged yet.
    #[must_use]
    pub fn new(id: WeaknessId, title: &str, sub_phase: Option<SubPhaseId>) -> Self {
        Self { id, title: title.to_owned(), sub_phase, assessment: None, other: OtherFields::new() }
    }
}

impl Record for Weakness {
    type Id = WeaknessId;
    const TABLE: &'static str = "weaknesses";
    fn id(&self) -> &WeaknessId {
        &self.id
    }
    fn references(&self, visit: &mut dyn FnMut(Reference)) {
        self.sub_phase.iter().cloned().for_each(|id| visit(id.into()));
    }
    fn unlink(&mut self, gone: &Reference) {
        unlink_one(&mut self.sub_phase, gone);
    }
}
