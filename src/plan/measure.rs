//! Measures: what is done to make customers' experience better, by whom, when, at what cost and for what benefit.

use super::{
    Day, DepartmentId, GoalId, Id, KpiId, MeasureId, MilestoneId, OpportunityId, OtherFields, PainPointId, Plan, Record,
    Reference, SubPhaseId, TouchpointId, TypedId, WeaknessId,
    choices::choices,
    reference::{unlink_many, unlink_one},
};
use serde::{Deserialize, Deserializer, Serialize};
use std::sync::Arc;

choices! {
    /// How far a measure is.
    #[derive(Default)]
    MeasureStatus:
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

choices! {
    /// What has to be done about what there is.
    Approach:
    /// Something is bought.
    Buy,
    /// Something is developed.
    Develop,
    /// Something is made digital.
    Digitise,
    /// Something is done in another way.
    Change,
}

choices! {
    /// What of the company has to change.
    ChangeField:
    /// How departments work together.
    Cooperation,
    /// What people can do.
    Skills,
    /// The ways on which customers are met.
    Channels,
    /// How work is done.
    Processes,
    /// Software and devices.
    Technology,
    /// What counts in the company.
    Culture,
}

/// A KPI that a measure is to move.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct KpiEffect {
    /// The KPI.
    pub kpi: KpiId,
    /// By how much, in the KPI's unit; up is positive.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expected: Option<f64>,
    /// Fields of later versions.
    #[serde(flatten)]
    pub other: OtherFields,
}

impl KpiEffect {
    /// Makes an effect of unknown size.
    #[must_use]
    pub fn new(kpi: KpiId) -> Self {
        Self { kpi, expected: None, other: OtherFields::new() }
    }
}

/// Something that must be reached on the way.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Milestone {
    /// Its id, one of its measure's.
    pub id: MilestoneId,
    /// What is reached.
    #[serde(default)]
    pub title: String,
    /// By which day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day: Option<Day>,
    /// Whether it is reached.
    #[serde(default)]
    pub reached: bool,
    /// Fields of later versions.
    #[serde(flatten)]
    pub other: OtherFields,
}

impl Milestone {
    /// Makes a milestone that isn't reached yet.
    #[must_use]
    pub fn new(id: MilestoneId, title: &str, day: Option<Day>) -> Self {
        Self { id, title: title.to_owned(), day, reached: false, other: OtherFields::new() }
    }
}

/// From what the benefit a year follows: fewer customers leave, and each is worth something.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct BenefitDerivation {
    /// Percentage points of churn a year less, if things go badly: 0 to 100.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub points_low: Option<f64>,
    /// The same if things go well.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub points_high: Option<f64>,
    /// Customers that it reaches.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customers: Option<f64>,
    /// What a customer who stays is worth (CLV), in the plan's currency.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customer_value: Option<f64>,
    /// Fields of later versions.
    #[serde(flatten)]
    pub other: OtherFields,
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
    /// Weaknesses that it answers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub weaknesses: Vec<WeaknessId>,
    /// The key measure of the catalogue that it was picked as, whatever its title is now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key_measure: Option<Id>,
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
    /// Departments that help.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub helping: Vec<DepartmentId>,
    /// Departments that are asked before it is decided.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub consulted: Vec<DepartmentId>,
    /// Departments that are told.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub informed: Vec<DepartmentId>,
    /// What has to be done about what there is.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub approaches: Vec<Approach>,
    /// What of the company has to change.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub change_fields: Vec<ChangeField>,
    /// First day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<Day>,
    /// Last day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end: Option<Day>,
    /// What must be reached on the way, in the user's order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub milestones: Vec<Milestone>,
    /// Measures that must be over before it begins.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub depends_on: Vec<MeasureId>,
    /// How far it is.
    #[serde(default)]
    pub status: MeasureStatus,
    /// Cost once, in the plan's currency.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub one_off_cost: Option<f64>,
    /// Cost a month while it runs, in the plan's currency.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub monthly_cost: Option<f64>,
    /// Person-days of all departments together.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person_days: Option<f64>,
    /// Expected benefit a year in the plan's currency, if things go badly.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub benefit_low: Option<f64>,
    /// Expected benefit a year, most likely.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub benefit_likely: Option<f64>,
    /// Expected benefit a year, if things go well.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub benefit_high: Option<f64>,
    /// From what the benefit follows; it then counts in place of the amounts above.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub benefit_derivation: Option<BenefitDerivation>,
    /// Why that much is expected.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub benefit_reasoning: String,
    /// First day of the benefit; none: the day after the measure's last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub benefit_start: Option<Day>,
    /// What it is worth to customers, 0 to 100.
    #[serde(default, deserialize_with = "value_points", skip_serializing_if = "Option::is_none")]
    pub customer_value: Option<u8>,
    /// What it is worth to the company, 0 to 100.
    #[serde(default, deserialize_with = "value_points", skip_serializing_if = "Option::is_none")]
    pub business_value: Option<u8>,
    /// How hard it is, 1 (done in passing) to 5 (a project of its own).
    #[serde(default, deserialize_with = "effort", skip_serializing_if = "Option::is_none")]
    pub effort: Option<u8>,
    /// Fields of later versions.
    #[serde(flatten)]
    pub other: OtherFields,
}

fn within<'de, D: Deserializer<'de>>(deserializer: D, low: u8, high: u8) -> Result<Option<u8>, D::Error> {
    match Option::<u8>::deserialize(deserializer)? {
        Some(value) if !(low..=high).contains(&value) => {
            Err(serde::de::Error::custom(format!("{value} is out of range: {low} to {high} is wanted")))
        }
        value => Ok(value),
    }
}

fn value_points<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<u8>, D::Error> {
    within(deserializer, 0, 100)
}

fn effort<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<u8>, D::Error> {
    within(deserializer, 1, 5)
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
            weaknesses: Vec::new(),
            key_measure: None,
            goals: Vec::new(),
            kpis: Vec::new(),
            owner: String::new(),
            department: None,
            helping: Vec::new(),
            consulted: Vec::new(),
            informed: Vec::new(),
            approaches: Vec::new(),
            change_fields: Vec::new(),
            start: None,
            end: None,
            milestones: Vec::new(),
            depends_on: Vec::new(),
            status: MeasureStatus::default(),
            one_off_cost: None,
            monthly_cost: None,
            person_days: None,
            benefit_low: None,
            benefit_likely: None,
            benefit_high: None,
            benefit_derivation: None,
            benefit_reasoning: String::new(),
            benefit_start: None,
            customer_value: None,
            business_value: None,
            effort: None,
            other: OtherFields::new(),
        }
    }

    /// Whether it should be over: it is still open, and its last day lies before `today`.
    #[must_use]
    pub fn is_late(&self, today: Day) -> bool {
        self.is_open() && self.end.is_some_and(|end| end < today)
    }

    /// Whether it is still to be done or being done.
    #[must_use]
    pub fn is_open(&self) -> bool {
        !matches!(self.status, MeasureStatus::Done | MeasureStatus::Dropped)
    }

    /// Whether it is decided and not over: planned or running.
    #[must_use]
    pub fn is_decided(&self) -> bool {
        matches!(self.status, MeasureStatus::Planned | MeasureStatus::Running)
    }

    /// Whether it runs or is done.
    #[must_use]
    pub fn has_begun(&self) -> bool {
        matches!(self.status, MeasureStatus::Running | MeasureStatus::Done)
    }

    /// Whether it was given up.
    #[must_use]
    pub fn is_dropped(&self) -> bool {
        self.status == MeasureStatus::Dropped
    }

    /// Whether it is to move a KPI.
    #[must_use]
    pub fn moves(&self, kpi: &KpiId) -> bool {
        self.kpis.iter().any(|effect| effect.kpi == *kpi)
    }
}

impl Plan {
    /// The measures that weren't given up.
    pub fn kept_measures(&self) -> impl Iterator<Item = &Arc<Measure>> {
        self.measures.iter().filter(|measure| !measure.is_dropped())
    }
}

impl Record for Measure {
    type Id = MeasureId;
    const TABLE: &'static str = "measures";
    fn id(&self) -> &MeasureId {
        &self.id
    }
    fn name(&self) -> &str {
        &self.title
    }
    fn parts(&self) -> Vec<Vec<&Id>> {
        vec![self.milestones.iter().map(|milestone| milestone.id.as_id()).collect()]
    }
    fn references(&self, visit: &mut dyn FnMut(Reference)) {
        self.sub_phase.iter().cloned().for_each(|id| visit(id.into()));
        self.also_serves.iter().cloned().for_each(|id| visit(id.into()));
        self.touchpoints.iter().cloned().for_each(|id| visit(id.into()));
        self.pain_points.iter().cloned().for_each(|id| visit(id.into()));
        self.opportunities.iter().cloned().for_each(|id| visit(id.into()));
        self.weaknesses.iter().cloned().for_each(|id| visit(id.into()));
        self.goals.iter().cloned().for_each(|id| visit(id.into()));
        self.kpis.iter().for_each(|effect| visit(effect.kpi.clone().into()));
        let departments = self.department.iter().chain(&self.helping).chain(&self.consulted).chain(&self.informed);
        departments.cloned().for_each(|id| visit(id.into()));
        self.depends_on.iter().cloned().for_each(|id| visit(id.into()));
    }
    fn unlink(&mut self, gone: &Reference) {
        unlink_one(&mut self.sub_phase, gone);
        unlink_many(&mut self.also_serves, gone);
        unlink_many(&mut self.touchpoints, gone);
        unlink_many(&mut self.pain_points, gone);
        unlink_many(&mut self.opportunities, gone);
        unlink_many(&mut self.weaknesses, gone);
        unlink_many(&mut self.goals, gone);
        self.kpis.retain(|effect| Reference::from(effect.kpi.clone()) != *gone);
        unlink_one(&mut self.department, gone);
        unlink_many(&mut self.helping, gone);
        unlink_many(&mut self.consulted, gone);
        unlink_many(&mut self.informed, gone);
        unlink_many(&mut self.depends_on, gone);
    }
}
