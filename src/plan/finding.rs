//! Findings: the pain points and opportunities of customers at touchpoints.
//!
//! Both are records of their own with the same facts. [`FindingKey`] names either, [`Finding`] shows either, so that
//! lists and fields need not tell them apart. Which measures answer a finding stands with the measures.

use super::{
    Evidence, GoalId, Id, Measure, OpportunityId, OtherFields, PainPointId, Plan, Record, Reference, TouchpointId, TypedId,
    VoiceId, reference::unlink_many,
};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// State of a pain point or an opportunity.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PainPointState {
    /// Nothing planned.
    #[default]
    Open,
    /// A measure is on its way.
    Planned,
    /// It hurts no more; the opportunity is taken.
    Solved,
}

impl PainPointState {
    /// All states in order.
    pub const ALL: [Self; 3] = [Self::Open, Self::Planned, Self::Solved];
}

/// How often customers meet it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Frequency {
    /// Few customers, now and then.
    Rare,
    /// Some customers.
    Sometimes,
    /// Most customers.
    Often,
    /// Every customer, each time.
    Always,
}

impl Frequency {
    /// All of them, the rarest first.
    pub const ALL: [Self; 4] = [Self::Rare, Self::Sometimes, Self::Often, Self::Always];
}

/// Something that hurts customers at touchpoints.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PainPoint {
    /// Its id.
    pub id: PainPointId,
    /// What hurts.
    #[serde(default)]
    pub text: String,
    /// How much: 1 (a nuisance) to 5 (customers leave).
    #[serde(default, deserialize_with = "one_to_five", skip_serializing_if = "Option::is_none")]
    pub severity: Option<u8>,
    /// How often.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub frequency: Option<Frequency>,
    /// Where it hurts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub touchpoints: Vec<TouchpointId>,
    /// What tells so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub evidence: Option<Evidence>,
    /// What exactly tells so, in the user's words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub evidence_note: String,
    /// Voices that tell of it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub voices: Vec<VoiceId>,
    /// Goals that it stands in the way of.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub goals: Vec<GoalId>,
    /// What is being done.
    #[serde(default)]
    pub state: PainPointState,
    /// Fields of later versions.
    #[serde(flatten)]
    pub other: OtherFields,
}

/// Something that would make the experience at touchpoints better than customers expect.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Opportunity {
    /// Its id.
    pub id: OpportunityId,
    /// What could be done for customers.
    #[serde(default)]
    pub text: String,
    /// How much it would do: 1 (a nicety) to 5 (customers come for it).
    #[serde(default, deserialize_with = "one_to_five", skip_serializing_if = "Option::is_none")]
    pub impact: Option<u8>,
    /// How often customers would meet it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub frequency: Option<Frequency>,
    /// Where.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub touchpoints: Vec<TouchpointId>,
    /// What tells so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub evidence: Option<Evidence>,
    /// What exactly tells so, in the user's words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub evidence_note: String,
    /// Voices that ask for it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub voices: Vec<VoiceId>,
    /// Goals that it serves.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub goals: Vec<GoalId>,
    /// What is being done.
    #[serde(default)]
    pub state: PainPointState,
    /// Fields of later versions.
    #[serde(flatten)]
    pub other: OtherFields,
}

/// Reads a place on the scale from 1 to 5; none if there is none.
pub(super) fn one_to_five<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Option<u8>, D::Error> {
    match Option::<u8>::deserialize(deserializer)? {
        Some(value) if !(1..=5).contains(&value) => {
            Err(serde::de::Error::custom(format!("{value} isn't on the scale: 1 to 5 is wanted")))
        }
        weight => Ok(weight),
    }
}

macro_rules! findings {
    ($($record:ident, $id:ident, $weight:ident in $table:ident;)*) => {
        $(
            impl $record {
                /// Makes an open one with a text and where it is.
                #[must_use]
                pub fn new(id: $id, text: &str, touchpoints: Vec<TouchpointId>) -> Self {
                    Self {
                        id,
                        text: text.to_owned(),
                        $weight: None,
                        frequency: None,
                        touchpoints,
                        evidence: None,
                        evidence_note: String::new(),
                        voices: Vec::new(),
                        goals: Vec::new(),
                        state: PainPointState::default(),
                        other: OtherFields::new(),
                    }
                }
            }

            impl Record for $record {
                type Id = $id;
                const TABLE: &'static str = stringify!($table);
                fn id(&self) -> &$id {
                    &self.id
                }
                fn name(&self) -> &str {
                    &self.text
                }
                fn references(&self, visit: &mut dyn FnMut(Reference)) {
                    self.touchpoints.iter().cloned().for_each(|id| visit(id.into()));
                    self.voices.iter().cloned().for_each(|id| visit(id.into()));
                    self.goals.iter().cloned().for_each(|id| visit(id.into()));
                }
                fn unlink(&mut self, gone: &Reference) {
                    unlink_many(&mut self.touchpoints, gone);
                    unlink_many(&mut self.voices, gone);
                    unlink_many(&mut self.goals, gone);
                }
            }
        )*

        /// Whether something hurts or could delight.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum FindingKind {
            $(#[doc = concat!("A record of the table `", stringify!($table), "`.")] $record,)*
        }

        impl FindingKind {
            /// Both kinds.
            pub const ALL: [Self; 2] = [$(Self::$record,)*];
        }

        /// Names a pain point or an opportunity.
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum FindingKey {
            $(#[doc = concat!("A record of the table `", stringify!($table), "`.")] $record($id),)*
        }

        impl FindingKey {
            /// Which of both.
            #[must_use]
            pub fn kind(&self) -> FindingKind {
                match self {
                    $(Self::$record(_) => FindingKind::$record,)*
                }
            }

            /// The id without its kind.
            #[must_use]
            pub fn as_id(&self) -> &Id {
                match self {
                    $(Self::$record(id) => id.as_id(),)*
                }
            }
        }

        $(impl From<$id> for FindingKey {
            fn from(id: $id) -> Self {
                Self::$record(id)
            }
        })*

        impl From<FindingKey> for Reference {
            fn from(key: FindingKey) -> Self {
                match key {
                    $(FindingKey::$record(id) => id.into(),)*
                }
            }
        }

        impl Plan {
            /// Shows a pain point or an opportunity; none if it doesn't exist.
            #[must_use]
            pub fn finding<'a>(&'a self, key: &FindingKey) -> Option<Finding<'a>> {
                match key {
                    $(FindingKey::$record(id) => self.$table.get(id).map(|record| {
                        let $record { text, $weight, frequency, touchpoints, evidence, evidence_note, voices, goals, state, .. } = &**record;
                        Finding {
                            text, weight: *$weight, frequency: *frequency, touchpoints, evidence: *evidence, evidence_note, voices,
                            goals, state: *state,
                        }
                    }),)*
                }
            }

            /// Changes a pain point or an opportunity; tells whether it exists.
            pub fn change_finding(&mut self, key: &FindingKey, change: impl FnOnce(FindingMut<'_>)) -> bool {
                match key {
                    $(FindingKey::$record(id) => self.$table.update(id, |record| {
                        let $record { text, $weight: weight, frequency, touchpoints, evidence, evidence_note, voices, goals, state, .. } = record;
                        change(FindingMut { text, weight, frequency, touchpoints, evidence, evidence_note, voices, goals, state });
                    }),)*
                }
            }

            /// All pain points, then all opportunities, each in the user's order.
            #[must_use]
            pub fn finding_keys(&self) -> Vec<FindingKey> {
                let mut keys = Vec::with_capacity(self.pain_points.len() + self.opportunities.len());
                $(keys.extend(self.$table.ids().cloned().map(FindingKey::$record));)*
                keys
            }

            /// The pain point, or else the opportunity, with this id.
            #[must_use]
            pub fn finding_key(&self, id: &Id) -> Option<FindingKey> {
                $(
                    let typed = $id::from(id.clone());
                    if self.$table.contains(&typed) {
                        return Some(typed.into());
                    }
                )*
                None
            }

            /// Adds a pain point or an opportunity with a text and where it is.
            pub fn add_finding(&mut self, key: &FindingKey, text: &str, touchpoints: Vec<TouchpointId>) {
                match key {
                    $(FindingKey::$record(id) => self.$table.insert($record::new(id.clone(), text, touchpoints)),)*
                }
            }
        }

        impl Measure {
            /// Whether it answers a pain point or takes an opportunity.
            #[must_use]
            pub fn answers(&self, key: &FindingKey) -> bool {
                match key {
                    $(FindingKey::$record(id) => self.$table.contains(id),)*
                }
            }

            /// Links it with a finding, or takes the link away.
            pub fn set_answers(&mut self, key: &FindingKey, answers: bool) {
                match key {
                    $(FindingKey::$record(id) => {
                        self.$table.retain(|own| own != id);
                        if answers {
                            self.$table.push(id.clone());
                        }
                    })*
                }
            }
        }
    };
}
findings! {
    PainPoint, PainPointId, severity in pain_points;
    Opportunity, OpportunityId, impact in opportunities;
}

/// A pain point or an opportunity, to be read.
#[derive(Clone, Copy, Debug, PartialEq)]
#[allow(missing_docs)]
pub struct Finding<'a> {
    pub text: &'a str,
    /// Severity of a pain point, impact of an opportunity: 1 to 5.
    pub weight: Option<u8>,
    pub frequency: Option<Frequency>,
    pub touchpoints: &'a [TouchpointId],
    pub evidence: Option<Evidence>,
    pub evidence_note: &'a str,
    pub voices: &'a [VoiceId],
    pub goals: &'a [GoalId],
    pub state: PainPointState,
}

/// A pain point or an opportunity, to be changed.
#[derive(Debug)]
#[allow(missing_docs)]
pub struct FindingMut<'a> {
    pub text: &'a mut String,
    /// Severity of a pain point, impact of an opportunity: 1 to 5.
    pub weight: &'a mut Option<u8>,
    pub frequency: &'a mut Option<Frequency>,
    pub touchpoints: &'a mut Vec<TouchpointId>,
    pub evidence: &'a mut Option<Evidence>,
    pub evidence_note: &'a mut String,
    pub voices: &'a mut Vec<VoiceId>,
    pub goals: &'a mut Vec<GoalId>,
    pub state: &'a mut PainPointState,
}

impl Plan {
    /// The measures that answer a finding, in order.
    pub fn measures_for<'a>(&'a self, key: &'a FindingKey) -> impl Iterator<Item = &'a Arc<Measure>> {
        self.measures.iter().filter(move |measure| measure.answers(key))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Goal, PlanId, Touchpoint};

    fn plan() -> Plan {
        let mut plan = Plan::new(PlanId::standard("p"), "");
        let touchpoints = ["hotline", "chat"].map(TouchpointId::standard);
        for id in &touchpoints {
            plan.touchpoints.insert(Touchpoint::new(id.clone(), ""));
        }
        plan.goals.insert(Goal::new(GoalId::standard("fast"), "", None));
        for key in both() {
            plan.add_finding(&key, "Wartezeit", touchpoints.to_vec());
            plan.change_finding(&key, |finding| finding.goals.push(GoalId::standard("fast")));
        }
        plan
    }

    fn both() -> [FindingKey; 2] {
        [PainPointId::standard("wait").into(), OpportunityId::standard("call-back").into()]
    }

    #[test]
    fn findings_are_known_by_either_kind_of_id() {
        let plan = plan();
        assert_eq!(plan.finding_keys(), both());
        for key in both() {
            assert_eq!(plan.finding_key(key.as_id()), Some(key));
        }
        assert_eq!(plan.finding_key(&Id::try_from("gone").unwrap()), None);
    }

    #[test]
    fn deleting_goal_or_touchpoint_leaves_the_finding_whole() {
        let mut plan = plan();
        plan.delete(&GoalId::standard("fast").into());
        plan.delete(&TouchpointId::standard("chat").into());
        for key in both() {
            let finding = plan.finding(&key).unwrap();
            assert_eq!((finding.goals, finding.touchpoints), (&[][..], &[TouchpointId::standard("hotline")][..]));
        }
        assert_eq!(plan.dangling(), vec![]);
    }
}
