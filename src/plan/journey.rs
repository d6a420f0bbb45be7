//! Journeys: maps of how customers experience the company.

use super::{
    ChannelId, JourneyId, LaneId, OtherFields, PersonaId, Record, Reference, StageId, StepId, SubPhaseId, TouchpointId,
    reference::{unlink_many, unlink_one},
    spread::{gather_steps, spread_steps},
};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::{collections::BTreeMap, sync::Arc};

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

/// What a lane shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LaneKind {
    /// Free text in each step.
    Text,
    /// The channels of each step.
    Channels,
    /// The emotion curve.
    Emotion,
    /// Pain points of each step's touchpoint.
    PainPoints,
    /// The department that owns each step's touchpoint.
    Department,
    /// What each step's description rests on.
    Evidence,
    /// A kind of a later version; kept, not shown.
    #[serde(untagged)]
    Other(String),
}

/// A row of a map.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Lane {
    /// Its id; that of a standard lane gives it its title as long as it has no own.
    pub id: LaneId,
    /// What it shows.
    pub kind: LaneKind,
    /// The user's title; empty: the standard title in the reader's language.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// Whether it is hidden.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub hidden: bool,
    /// Fields of later versions.
    #[serde(flatten)]
    pub other: OtherFields,
}

impl Lane {
    /// Makes a visible lane with its standard title.
    #[must_use]
    pub fn new(id: LaneId, kind: LaneKind) -> Self {
        Self { id, kind, title: String::new(), hidden: false, other: OtherFields::new() }
    }
}

/// The lanes that a new map begins with: id and kind.
pub const STANDARD_LANES: [(&str, LaneKind); 7] = [
    ("action", LaneKind::Text),
    ("question", LaneKind::Text),
    ("channels", LaneKind::Channels),
    ("emotion", LaneKind::Emotion),
    ("pain-points", LaneKind::PainPoints),
    ("department", LaneKind::Department),
    ("evidence", LaneKind::Evidence),
];

/// How a customer feels at a step: −2 (very bad) to +2 (very good) in halves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "f64", into = "f64")]
pub struct Emotion(i8);

impl Emotion {
    /// The worst.
    pub const MIN: Self = Self(-4);
    /// The best.
    pub const MAX: Self = Self(4);

    /// The emotion of so many halves; cut to the scale.
    #[must_use]
    pub fn from_halves(halves: i8) -> Self {
        Self(halves.clamp(-4, 4))
    }

    /// Number of halves, −4 to 4.
    #[must_use]
    pub fn halves(self) -> i8 {
        self.0
    }

    /// Its value, −2 to 2.
    #[must_use]
    pub fn value(self) -> f64 {
        f64::from(self.0) / 2.0
    }
}

impl From<Emotion> for f64 {
    fn from(emotion: Emotion) -> Self {
        emotion.value()
    }
}

impl TryFrom<f64> for Emotion {
    type Error = String;
    fn try_from(value: f64) -> Result<Self, String> {
        let halves = value * 2.0;
        if !(-4.0..=4.0).contains(&halves) || halves.fract() != 0.0 {
            return Err(format!("{value} isn't an emotion: −2 to 2 in halves is wanted"));
        }
        Ok(Self(halves as i8))
    }
}

/// What a description rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Evidence {
    /// Nobody has looked yet.
    Assumption,
    /// Somebody has watched customers.
    Observation,
    /// Customers were interviewed.
    Interview,
    /// Customers were surveyed.
    Survey,
    /// Data of what customers did.
    BehaviourData,
    /// Staff in contact with customers said so.
    Staff,
}

impl Evidence {
    /// All kinds in order.
    pub const ALL: [Self; 6] =
        [Self::Assumption, Self::Observation, Self::Interview, Self::Survey, Self::BehaviourData, Self::Staff];
}

/// A column of a map: what happens at one touchpoint.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Step {
    /// Its id.
    pub id: StepId,
    /// The touchpoint of the register that it is at; none as long as the column is unnamed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub touchpoint: Option<TouchpointId>,
    /// Heading in this map where it differs from the touchpoint's name.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// Channels used at this step; none: those of the touchpoint.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub channels: Vec<ChannelId>,
    /// Texts by lane.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub texts: BTreeMap<LaneId, String>,
    /// How the customer feels.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub emotion: Option<Emotion>,
    /// What all this rests on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub evidence: Option<Evidence>,
    /// Whether it decides over the relation.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub moment_of_truth: bool,
    /// Fields of later versions.
    #[serde(flatten)]
    pub other: OtherFields,
}

impl Step {
    /// Makes an unnamed, empty step.
    #[must_use]
    pub fn new(id: StepId) -> Self {
        Self {
            id,
            touchpoint: None,
            title: String::new(),
            channels: Vec::new(),
            texts: BTreeMap::new(),
            emotion: None,
            evidence: None,
            moment_of_truth: false,
            other: OtherFields::new(),
        }
    }
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
            lanes: STANDARD_LANES.into_iter().map(|(id, kind)| Lane::new(LaneId::standard(id), kind)).collect(),
            stages: Vec::new(),
            other: OtherFields::new(),
        }
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
    fn references(&self, visit: &mut dyn FnMut(Reference)) {
        self.based_on.iter().cloned().for_each(|id| visit(id.into()));
        self.personas.iter().cloned().for_each(|id| visit(id.into()));
        for stage in &self.stages {
            stage.sub_phase.iter().cloned().for_each(|id| visit(id.into()));
            for step in &stage.steps {
                step.touchpoint.iter().cloned().for_each(|id| visit(id.into()));
                step.channels.iter().cloned().for_each(|id| visit(id.into()));
            }
        }
    }
    fn unlink(&mut self, gone: &Reference) {
        unlink_one(&mut self.based_on, gone);
        unlink_many(&mut self.personas, gone);
        for stage in &mut self.stages {
            unlink_one(&mut stage.sub_phase, gone);
            for step in &mut stage.steps {
                let holds = step.touchpoint.clone().is_some_and(|id| Reference::from(id) == *gone)
                    || step.channels.iter().any(|id| Reference::from(id.clone()) == *gone);
                if holds {
                    let step = Arc::make_mut(step);
                    unlink_one(&mut step.touchpoint, gone);
                    unlink_many(&mut step.channels, gone);
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
