//! Ids: short texts that name a record across files and browsers.

use serde::{Deserialize, Serialize};
use std::{fmt, sync::Arc};

/// Longest id that is read, in bytes.
pub const ID_MAX_LEN: usize = 64;

/// An id: 1 to [`ID_MAX_LEN`] ASCII letters, digits, `-` or `_`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String")]
pub struct Id(Arc<str>);

/// The text isn't an id.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("not an id: 1 to 64 letters, digits, '-' or '_' are wanted")]
pub struct BadId;

impl Id {
    /// Makes an id from 64 random bits: 13 digits of base 32.
    #[must_use]
    pub fn from_random(bits: u64) -> Self {
        const DIGITS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
        let text: String = (0..13).map(|i| DIGITS[(bits >> (5 * i) & 31) as usize] as char).collect();
        Self(text.into())
    }

    /// The id as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<&str> for Id {
    type Error = BadId;
    fn try_from(text: &str) -> Result<Self, BadId> {
        let good = |b: u8| b.is_ascii_alphanumeric() || b == b'-' || b == b'_';
        if text.is_empty() || text.len() > ID_MAX_LEN || !text.bytes().all(good) {
            return Err(BadId);
        }
        Ok(Self(text.into()))
    }
}

impl TryFrom<String> for Id {
    type Error = BadId;
    fn try_from(text: String) -> Result<Self, BadId> {
        Self::try_from(text.as_str())
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", &*self.0)
    }
}

/// An id that can only name one kind of thing.
pub trait TypedId: Clone + Eq + Ord + std::hash::Hash + fmt::Debug + From<Id> {
    /// The id without its kind.
    fn as_id(&self) -> &Id;
}

macro_rules! typed_ids {
    ($($name:ident $what:literal,)*) => {$(
        #[doc = concat!("Names ", $what, ".")]
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(Id);

        impl $name {
            /// Makes an id from 64 random bits.
            #[must_use]
            pub fn from_random(bits: u64) -> Self {
                Self(Id::from_random(bits))
            }

            /// Makes the id of something that ships with the app.
            ///
            /// # Panics
            /// If `text` isn't an id: a mistake in the app's own content.
            #[must_use]
            pub fn standard(text: &str) -> Self {
                Self(Id::try_from(text).expect("BUG: an id of the app's own content is malformed"))
            }

            /// The id as text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                self.0.as_str()
            }
        }

        impl TypedId for $name {
            fn as_id(&self) -> &Id {
                &self.0
            }
        }

        impl From<Id> for $name {
            fn from(id: Id) -> Self {
                Self(id)
            }
        }

        impl TryFrom<&str> for $name {
            type Error = BadId;
            fn try_from(text: &str) -> Result<Self, BadId> {
                Id::try_from(text).map(Self)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    )*};
}

typed_ids! {
    PlanId "a plan",
    ProfileId "the one profile of a plan",
    SubPhaseId "a sub-phase of the lifecycle",
    DepartmentId "a department",
    ChannelId "a channel",
    DimensionId "a dimension by which customers are told apart",
    SegmentValueId "a value of a dimension",
    TouchpointId "a touchpoint",
    PersonaId "a persona",
    AuditId "an audit of a touchpoint",
    AuditQuestionId "a question of an audit",
    MeasurementId "something measured in an audit",
    VoiceId "something that a customer said",
    JourneyId "a journey",
    LaneId "a lane of a journey",
    StageId "a stage of a journey",
    StepId "a step of a journey",
    PainPointId "a pain point",
    OpportunityId "an opportunity",
    GoalId "a goal",
    WeaknessId "a weakness",
    MeasureId "a measure",
    MilestoneId "a milestone of a measure",
    KpiId "a KPI",
    SourceId "a source of data",
    WinBackGroupId "a group of lost customers",
    ContentId "a content",
    InvolvementId "a way of involving customers",
    DismissalId "a remark of the check that isn't relevant",
}
