//! Journeys: maps of how customers experience the company.

use super::{
    Id, JourneyId, Lane, OtherFields, PersonaId, Record, Reference, StageId, Step, StepId, SubPhaseId, TypedId, lane,
    reference::{unlink_many, unlink_one},
    spread::{gather_steps, spread_steps},
};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::sync::Arc;

/// Whether a journey shows what is or what is wanted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum JourneyKind {
    /// Ist: the journey as customers live it today.
    #[default]
    AsIs,
    /// Soll: the journey as it is meant to become.
    ToBe,
}

/// A group of neighbouring steps that belongs to a sub-phase.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Stage {
    /// Its id.
    pub id: StageId,
    /// Its title; empty: the name of its sub-phase.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// The sub-phase that it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sub_phase: Option<SubPhaseId>,
    /// Its steps in order.
    #[serde(default)]
    pub steps: Vec<Arc<Step>>,
    /// Fields of later versions.
    #[serde(flatten)]
    pub other: OtherFields,
}

impl Stage {
    /// Makes a stage without steps.
    #[must_use]
    pub fn new(id: StageId, sub_phase: Option<SubPhaseId>) -> Self {
        Self { id, title: String::new(), sub_phase, steps: Vec::new(), other: OtherFields::new() }
    }
}

/// A journey map: steps in stages as columns, lanes as rows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Journey {
    /// Its id.
    pub id: JourneyId,
    /// Its title.
    #[serde(default)]
    pub title: String,
    /// As-is or to-be.
    #[serde(default)]
    pub kind: JourneyKind,
    /// The as-is journey that a to-be journey was made from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub based_on: Option<JourneyId>,
    /// Whose journey it is.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub personas: Vec<PersonaId>,
    /// Its rows in order.
    #[serde(default)]
    pub lanes: Vec<Lane>,
    /// Its columns in order, grouped.
    #[serde(default)]
    pub stages: Vec<Stage>,
    /// Fields of later versions.
    #[serde(flatten)]
    pub other: OtherFields,
}

impl Journey {
    /// Makes a journey with the standard lanes and no steps.
    #[must_use]
    pub fn new(id: JourneyId, title: &str) -> Self {
        Self {
            id,
            title: title.to_owned(),
            kind: JourneyKind::default(),
            based_on: None,
            personas: Vec::new(),
            lanes: lane::first_lanes(),
            stages: Vec::new(),
            other: OtherFields::new(),
        }
    }

    /// Makes the target journey that begins as this one, and is linked to it. Its steps keep their ids, so that both can
    /// be put side by side.
    #[must_use]
    pub fn target(&self, id: JourneyId, title: &str) -> Self {
        Self { id, title: title.to_owned(), kind: JourneyKind::ToBe, based_on: Some(self.id.clone()), ..self.clone() }
    }

    /// All steps in order.
    pub fn steps(&self) -> impl DoubleEndedIterator<Item = &Arc<Step>> {
        self.stages.iter().flat_map(|stage| &stage.steps)
    }

    /// The step with this id.
    #[must_use]
    pub fn step(&self, id: &StepId) -> Option<&Arc<Step>> {
        self.steps().find(|step| step.id == *id)
    }

    /// The step with this id, to be changed.
    pub fn step_mut(&mut self, id: &StepId) -> Option<&mut Step> {
        self.stages.iter_mut().flat_map(|stage| &mut stage.steps).find(|step| step.id == *id).map(Arc::make_mut)
    }

    /// Lets a persona feel as all customers do at the steps that say nothing else about it. Tells how many these are.
    pub fn take_over_emotions(&mut self, persona: &PersonaId) -> usize {
        let lacking = self.stages.iter_mut().flat_map(|stage| &mut stage.steps).filter(|step| step.lacks_emotion_of(persona));
        let lacking = lacking.map(|step| {
            let step = Arc::make_mut(step);
            step.set_emotion_of(Some(persona), step.emotion);
        });
        lacking.count()
    }

    /// Position of a step: that of its stage and that within it.
    #[must_use]
    pub fn step_place(&self, id: &StepId) -> Option<(usize, usize)> {
        self.stages
            .iter()
            .enumerate()
            .find_map(|(stage, s)| s.steps.iter().position(|step| step.id == *id).map(|step| (stage, step)))
    }
}

impl Record for Journey {
    type Id = JourneyId;
    const TABLE: &'static str = "journeys";
    fn id(&self) -> &JourneyId {
        &self.id
    }
    fn name(&self) -> &str {
        &self.title
    }
    fn parts(&self) -> Vec<Vec<&Id>> {
        vec![
            self.lanes.iter().map(|lane| lane.id.as_id()).collect(),
            self.stages.iter().map(|stage| stage.id.as_id()).collect(),
            self.steps().map(|step| step.id.as_id()).collect(),
        ]
    }
    fn references(&self, visit: &mut dyn FnMut(Reference)) {
        self.based_on.iter().cloned().for_each(|id| visit(id.into()));
        self.personas.iter().cloned().for_each(|id| visit(id.into()));
        for stage in &self.stages {
            stage.sub_phase.iter().cloned().for_each(|id| visit(id.into()));
            for step in &stage.steps {
                step.references(visit);
            }
        }
    }
    fn unlink(&mut self, gone: &Reference) {
        unlink_one(&mut self.based_on, gone);
        unlink_many(&mut self.personas, gone);
        for stage in &mut self.stages {
            unlink_one(&mut stage.sub_phase, gone);
            for step in &mut stage.steps {
                let mut holds = false;
                step.references(&mut |reference| holds |= reference == *gone);
                if holds {
                    Arc::make_mut(step).unlink(gone);
                }
            }
        }
    }
    fn spread(value: Value) -> Value {
        spread_steps(value)
    }
    fn gather(value: Value) -> Value {
        gather_steps(value)
    }
}
