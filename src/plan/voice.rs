//! Voices: what customers say, in their words.

use super::{
    Day, OtherFields, Plan, Record, Reference, SourceId, TouchpointId, VoiceId, choices::choices, reference::unlink_one,
};
use serde::{Deserialize, Serialize};
use std::collections::HashSet;

choices! {
    /// Where something was said.
    VoiceOrigin:
    /// As an answer of a survey.
    SurveyComment,
    /// In a forum.
    Forum,
    /// In social media.
    SocialMedia,
    /// As a review in a shop or on a portal.
    Review,
    /// As a complaint.
    Complaint,
    /// In contact with the service.
    ServiceContact,
    /// In an interview.
    Interview,
    /// Told by staff.
    Staff,
}

choices! {
    /// How somebody feels who says something.
    Sentiment:
    /// Annoyed.
    Negative,
    /// Neither, or both.
    Neutral,
    /// Pleased.
    Positive,
}

choices! {
    /// How far the loop with the customer is closed.
    #[derive(Default)]
    VoiceState:
    /// Nobody has answered.
    #[default]
    New,
    /// The customer has an answer.
    Answered,
    /// Nothing more is to be done.
    Closed,
}

/// Something that a customer, or staff about customers, said.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Voice {
    /// Its id.
    pub id: VoiceId,
    /// What was said.
    #[serde(default)]
    pub text: String,
    /// When.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<Day>,
    /// Where it was said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub origin: Option<VoiceOrigin>,
    /// The imported file that it stands in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<SourceId>,
    /// The touchpoint that it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub touchpoint: Option<TouchpointId>,
    /// What it is about, each topic once.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub topics: Vec<String>,
    /// How the customer feels.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sentiment: Option<Sentiment>,
    /// How far the loop is closed.
    #[serde(default)]
    pub state: VoiceState,
    /// Who closes the loop, as a role.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub owner: String,
    /// Fields of later versions.
    #[serde(flatten)]
    pub other: OtherFields,
}

impl Voice {
    /// Makes a voice that nobody has answered.
    #[must_use]
    pub fn new(id: VoiceId, text: &str, on: Option<Day>) -> Self {
        Self {
            id,
            text: text.to_owned(),
            on,
            origin: None,
            source: None,
            touchpoint: None,
            topics: Vec::new(),
            sentiment: None,
            state: VoiceState::default(),
            owner: String::new(),
            other: OtherFields::new(),
        }
    }
}

impl Voice {
    /// Whether nobody has worked with it since it was imported; links from other records aside.
    #[must_use]
    pub fn is_as_imported(&self) -> bool {
        self.state == VoiceState::New && self.topics.is_empty() && self.touchpoint.is_none() && self.owner.is_empty()
    }
}

impl Plan {
    /// The voices that back pain points or opportunities.
    #[must_use]
    pub fn linked_voices(&self) -> HashSet<VoiceId> {
        let pain_points = self.pain_points.iter().flat_map(|pain_point| &pain_point.voices);
        pain_points.chain(self.opportunities.iter().flat_map(|opportunity| &opportunity.voices)).cloned().collect()
    }
}

impl Record for Voice {
    type Id = VoiceId;
    const TABLE: &'static str = "voices";
    fn id(&self) -> &VoiceId {
        &self.id
    }
    fn name(&self) -> &str {
        &self.text
    }
    fn references(&self, visit: &mut dyn FnMut(Reference)) {
        self.source.iter().cloned().for_each(|id| visit(id.into()));
        self.touchpoint.iter().cloned().for_each(|id| visit(id.into()));
    }
    fn unlink(&mut self, gone: &Reference) {
        unlink_one(&mut self.source, gone);
        unlink_one(&mut self.touchpoint, gone);
    }
}
