//! Steps: the columns of a map, and what can be said about one.

use super::{
    ChannelId, KpiId, LaneId, OtherFields, PersonaId, Reference, StepId, TouchpointId,
    reference::{unlink_many, unlink_one},
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Whether what customers expect is fulfilled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fulfilment {
    /// Less happens than expected.
    Missed,
    /// What is expected happens.
    Met,
    /// More happens than expected.
    Exceeded,
}

impl Fulfilment {
    /// All of them, from worst to best.
    pub const ALL: [Self; 3] = [Self::Missed, Self::Met, Self::Exceeded];
}

/// Why a step takes another channel than the one before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ChannelChange {
    /// The customer has to change: a break.
    Forced,
    /// The customer wants to change, as in "research online, purchase offline".
    Chosen,
}

impl ChannelChange {
    /// Both of them.
    pub const ALL: [Self; 2] = [Self::Forced, Self::Chosen];
}

/// A unit of time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum DurationUnit {
    Seconds,
    #[default]
    Minutes,
    Hours,
    Days,
    Weeks,
    Months,
}

impl DurationUnit {
    /// All units, the shortest first.
    pub const ALL: [Self; 6] = [Self::Seconds, Self::Minutes, Self::Hours, Self::Days, Self::Weeks, Self::Months];

    /// Its length in minutes; a month has 365.25/12 days.
    #[must_use]
    pub fn minutes(self) -> f64 {
        match self {
            Self::Seconds => 1.0 / 60.0,
            Self::Minutes => 1.0,
            Self::Hours => 60.0,
            Self::Days => 1440.0,
            Self::Weeks => 10080.0,
            Self::Months => 365.25 / 12.0 * 1440.0,
        }
    }
}

/// How long a step takes the customer.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "RawDuration")]
pub struct StepDuration {
    value: f64,
    unit: DurationUnit,
}

#[derive(Deserialize)]
struct RawDuration {
    value: f64,
    #[serde(default)]
    unit: DurationUnit,
}

impl StepDuration {
    /// Makes a duration; none if the number is negative or none at all.
    #[must_use]
    pub fn new(value: f64, unit: DurationUnit) -> Option<Self> {
        (value.is_finite() && value >= 0.0).then_some(Self { value, unit })
    }

    /// Its number of units.
    #[must_use]
    pub fn value(self) -> f64 {
        self.value
    }

    /// Its unit.
    #[must_use]
    pub fn unit(self) -> DurationUnit {
        self.unit
    }

    /// Its length in minutes.
    #[must_use]
    pub fn minutes(self) -> f64 {
        self.value * self.unit.minutes()
    }
}

impl TryFrom<RawDuration> for StepDuration {
    type Error = String;
    fn try_from(raw: RawDuration) -> Result<Self, String> {
        Self::new(raw.value, raw.unit).ok_or_else(|| format!("{} isn't a duration: 0 or more is wanted", raw.value))
    }
}

/// A level on which customers experience a touchpoint.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ExperienceLevel {
    /// What they think.
    Rational,
    /// What they feel.
    Emotional,
    /// What their senses take in.
    Sensory,
    /// What their body does.
    Physical,
    /// What it means to them.
    Spiritual,
}

impl ExperienceLevel {
    /// All levels in order.
    pub const ALL: [Self; 5] = [Self::Rational, Self::Emotional, Self::Sensory, Self::Physical, Self::Spiritual];
}

/// How strongly a level of the experience is felt: 0 (not at all) to 5 (very strongly).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Strength(u8);

impl Strength {
    /// The greatest.
    pub const MAX: u8 = 5;

    /// The strength with this number; cut to the scale.
    #[must_use]
    pub fn new(value: u8) -> Self {
        Self(value.min(Self::MAX))
    }

    /// Its number, 0 to 5.
    #[must_use]
    pub fn value(self) -> u8 {
        self.0
    }
}

impl From<Strength> for u8 {
    fn from(strength: Strength) -> Self {
        strength.0
    }
}

impl TryFrom<u8> for Strength {
    type Error = String;
    fn try_from(value: u8) -> Result<Self, String> {
        if value > Self::MAX {
            return Err(format!("{value} isn't a strength: 0 to 5 is wanted"));
        }
        Ok(Self(value))
    }
}

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
    /// Why its channel is another than that of the step before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub channel_change: Option<ChannelChange>,
    /// Texts by lane.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub texts: BTreeMap<LaneId, String>,
    /// Whether what the customer expects is fulfilled.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fulfilment: Option<Fulfilment>,
    /// How long it takes the customer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub duration: Option<StepDuration>,
    /// How the customer feels.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub emotion: Option<Emotion>,
    /// How customers of single personas feel.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub emotions: BTreeMap<PersonaId, Emotion>,
    /// How strongly each level of the experience is felt; what nobody has judged isn't there.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub experience: BTreeMap<ExperienceLevel, Strength>,
    /// KPIs that tell how this step goes, beside those of its touchpoint.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub kpis: Vec<KpiId>,
    /// What all this rests on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub evidence: Option<Evidence>,
    /// Whether it decides over the relation.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub moment_of_truth: bool,
    /// Free notes.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub notes: String,
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
            channel_change: None,
            texts: BTreeMap::new(),
            fulfilment: None,
            duration: None,
            emotion: None,
            emotions: BTreeMap::new(),
            experience: BTreeMap::new(),
            kpis: Vec::new(),
            evidence: None,
            moment_of_truth: false,
            notes: String::new(),
            other: OtherFields::new(),
        }
    }

    /// Visits everything that it refers to.
    pub(super) fn references(&self, visit: &mut dyn FnMut(Reference)) {
        self.touchpoint.iter().cloned().for_each(|id| visit(id.into()));
        self.channels.iter().cloned().for_each(|id| visit(id.into()));
        self.emotions.keys().cloned().for_each(|id| visit(id.into()));
        self.kpis.iter().cloned().for_each(|id| visit(id.into()));
    }

    /// Takes a reference out.
    pub(super) fn unlink(&mut self, gone: &Reference) {
        unlink_one(&mut self.touchpoint, gone);
        unlink_many(&mut self.channels, gone);
        unlink_many(&mut self.kpis, gone);
        self.emotions.retain(|id, _| Reference::from(id.clone()) != *gone);
    }

    /// What was said about how customers feel here: all of them, or those of one persona.
    #[must_use]
    pub fn emotion_of(&self, persona: Option<&PersonaId>) -> Option<Emotion> {
        match persona {
            None => self.emotion,
            Some(persona) => self.emotions.get(persona).copied(),
        }
    }

    /// Whether it says how all customers feel here, but not how a persona does.
    #[must_use]
    pub fn lacks_emotion_of(&self, persona: &PersonaId) -> bool {
        self.emotion.is_some() && !self.emotions.contains_key(persona)
    }

    /// How the step feels, −2 to 2. To a persona: its own emotion, else that of all customers. To all: their emotion, else
    /// the mean of those of single personas. None if nothing of that was said.
    #[must_use]
    pub fn felt(&self, persona: Option<&PersonaId>) -> Option<f64> {
        let own = persona.and_then(|persona| self.emotions.get(persona)).copied();
        if let Some(emotion) = own.or(self.emotion) {
            return Some(emotion.value());
        }
        let sum: f64 = self.emotions.values().map(|emotion| emotion.value()).sum();
        (persona.is_none() && !self.emotions.is_empty()).then(|| sum / self.emotions.len() as f64)
    }

    /// Says how customers feel here: all of them, or those of one persona.
    pub fn set_emotion_of(&mut self, persona: Option<&PersonaId>, emotion: Option<Emotion>) {
        match (persona, emotion) {
            (None, emotion) => self.emotion = emotion,
            (Some(persona), Some(emotion)) => drop(self.emotions.insert(persona.clone(), emotion)),
            (Some(persona), None) => drop(self.emotions.remove(persona)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_is_said_about_a_step_is_written_as_it_is_read() {
        let written = json!({
            "id": "s", "channel_change": "forced", "fulfilment": "exceeded", "duration": {"value": 1.5, "unit": "hours"},
            "emotion": -1.0, "emotions": {"anna": 2.0}, "experience": {"rational": 0, "spiritual": 5}, "kpis": ["nps"],
            "notes": "ask again",
        });
        let step: Step = serde_json::from_value(written.clone()).unwrap();
        assert_eq!(step.duration.unwrap().minutes(), 90.0);
        assert!(step.other.is_empty());
        assert_eq!(serde_json::to_value(&step).unwrap(), written);
    }

    #[test]
    fn a_step_feels_to_a_persona_as_it_says_else_as_to_all_and_to_all_else_as_to_the_personas() {
        let [anna, bert, cleo] = ["anna", "bert", "cleo"].map(PersonaId::standard);
        let mut step = Step::new(StepId::standard("s"));
        assert_eq!((step.felt(None), step.felt(Some(&anna))), (None, None));
        step.set_emotion_of(Some(&anna), Some(Emotion::MIN));
        step.set_emotion_of(Some(&bert), Some(Emotion::from_halves(1)));
        assert_eq!((step.felt(None), step.felt(Some(&anna)), step.felt(Some(&cleo))), (Some(-0.75), Some(-2.0), None));
        step.emotion = Some(Emotion::MAX);
        assert_eq!((step.felt(None), step.felt(Some(&anna)), step.felt(Some(&cleo))), (Some(2.0), Some(-2.0), Some(2.0)));
    }

    #[test]
    fn what_is_off_the_scale_is_refused() {
        for wrong in [
            json!({"duration": {"value": -1, "unit": "days"}}),
            json!({"duration": {"value": 1, "unit": "years"}}),
            json!({"experience": {"rational": 6}}),
            json!({"experience": {"rational": 1.5}}),
            json!({"fulfilment": "perhaps"}),
            json!({"emotions": {"anna": 3}}),
        ] {
            let mut step = json!({"id": "s"});
            step.as_object_mut().unwrap().extend(wrong.as_object().unwrap().clone());
            assert!(serde_json::from_value::<Step>(step).is_err(), "{wrong}");
        }
        assert_eq!(StepDuration::new(f64::NAN, DurationUnit::Days), None);
        assert_eq!(Strength::new(9).value(), 5);
    }
}
