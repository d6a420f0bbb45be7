//! The strategy: goals, weaknesses and measures in the phases of the lifecycle.

use super::{
    Day, DepartmentId, GoalId, KpiId, MeasureId, OpportunityId, OtherFields, PainPointId, Record, Reference, SubPhaseId,
    TouchpointId, WeaknessId,
    reference::{unlink_many, unlink_one},
};
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

/// How far a measure is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MeasureStatus {
    /// Somebody thought of it.
    #[default]
    Idea,
    /// Decided, not begun.
    Planned,
    /// Begun.
    Running,
    /// Finished.
    Done,
    /// Given up.
    Dropped,
}

impl MeasureStatus {
    /// All states in order.
    pub const ALL: [Self; 5] = [Self::Idea, Self::Planned, Self::Running, Self::Done, Self::Dropped];
}

/// A KPI that a measure is to move.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct KpiEffect {
    /// The KPI.
    pub kpi: KpiId,
    /// Fields of later versions.
    #[serde(flatten)]
    pub other: OtherFields,
}

impl KpiEffect {
    /// An effect on a KPI.
    #[must_use]
    pub fn new(kpi: KpiId) -> Self {
        Self { kpi, other: OtherFields::new() }
    }
}

/// Something that is done to make customers' experience better.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Measure {
    /// Its id.
    pub id: MeasureId,
    /// What is done.
    #[serde(default)]
    pub title: String,
    /// In more words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub description: String,
    /// The sub-phase that carries its budget.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sub_phase: Option<SubPhaseId>,
    /// Other sub-phases that it serves.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also_serves: Vec<SubPhaseId>,
    /// Touchpoints that it changes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub touchpoints: Vec<TouchpointId>,
    /// Pain points that it answers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pain_points: Vec<PainPointId>,
    /// Opportunities that it takes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub opportunities: Vec<OpportunityId>,
    /// Goals that it serves.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub goals: Vec<GoalId>,
    /// KPIs that it is to move.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub kpis: Vec<KpiEffect>,
    /// The role that answers for it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub owner: String,
    /// The department that answers for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub department: Option<DepartmentId>,
    /// First day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<Day>,
    /// Last day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end: Option<Day>,
    /// How far it is.
    #[serde(default)]
    pub status: MeasureStatus,
    /// Cost once, in the plan's currency.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub one_off_cost: Option<f64>,
    /// Cost a month while it runs, in the plan's currency.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub monthly_cost: Option<f64>,
    /// Fields of later versions.
    #[serde(flatten)]
    pub other: OtherFields,
}

impl Measure {
    /// Makes an idea of a measure.
    #[must_use]
    pub fn new(id: MeasureId, title: &str, sub_phase: Option<SubPhaseId>) -> Self {
        Self {
            id,
            title: title.to_owned(),
            description: String::new(),
            sub_phase,
            also_serves: Vec::new(),
            touchpoints: Vec::new(),
            pain_points: Vec::new(),
            opportunities: Vec::new(),
            goals: Vec::new(),
            kpis: Vec::new(),
            owner: String::new(),
            department: None,
            start: None,
            end: None,
            status: MeasureStatus::default(),
            one_off_cost: None,
            monthly_cost: None,
            other: OtherFields::new(),
        }
    }
}

impl Record for Measure {
    type Id = MeasureId;
    const TABLE: &'static str = "measures";
    fn id(&self) -> &MeasureId {
        &self.id
    }
    fn references(&self, visit: &mut dyn FnMut(Reference)) {
        self.sub_phase.iter().cloned().for_each(|id| visit(id.into()));
        self.also_serves.iter().cloned().for_each(|id| visit(id.into()));
        self.touchpoints.iter().cloned().for_each(|id| visit(id.into()));
        self.pain_points.iter().cloned().for_each(|id| visit(id.into()));
        self.opportunities.iter().cloned().for_each(|id| visit(id.into()));
        self.goals.iter().cloned().for_each(|id| visit(id.into()));
        self.kpis.iter().for_each(|effect| visit(effect.kpi.clone().into()));
        self.department.iter().cloned().for_each(|id| visit(id.into()));
    }
    fn unlink(&mut self, gone: &Reference) {
        unlink_one(&mut self.sub_phase, gone);
        unlink_many(&mut self.also_serves, gone);
        unlink_many(&mut self.touchpoints, gone);
        unlink_many(&mut self.pain_points, gone);
        unlink_many(&mut self.opportunities, gone);
        unlink_many(&mut self.goals, gone);
        self.kpis.retain(|effect| Reference::from(effect.kpi.clone()) != *gone);
        unlink_one(&mut self.department, gone);
    }
}
