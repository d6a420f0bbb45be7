//! References from one record to another.

use super::{
    AuditId, ChannelId, ContentId, DepartmentId, DimensionId, GoalId, Id, InvolvementId, JourneyId, KpiId, MeasureId,
    OpportunityId, PainPointId, PersonaId, Plan, SegmentValueId, SourceId, SubPhaseId, TouchpointId, TypedId, VoiceId,
    WeaknessId, WinBackGroupId,
};

macro_rules! references {
    ($($kind:ident($id:ident) in $field:ident,)*) => {
        /// What a record refers to.
        #[derive(Clone, Debug, PartialEq, Eq, Hash)]
        pub enum Reference {
            $(
                #[doc = concat!("A record of the table `", stringify!($field), "`.")]
                $kind($id),
            )*
            /// A value of a dimension.
            SegmentValue(DimensionId, SegmentValueId),
        }

        impl Reference {
            /// The record that it leads to: its table and id. For a value of a dimension that is the dimension.
            #[must_use]
            pub fn target(&self) -> (&'static str, &Id) {
                match self {
                    $(Self::$kind(id) => (stringify!($field), id.as_id()),)*
                    Self::SegmentValue(dimension, _) => ("dimensions", dimension.as_id()),
                }
            }
        }

        $(impl From<$id> for Reference {
            fn from(id: $id) -> Self {
                Self::$kind(id)
            }
        })*

        pub(super) fn contains(plan: &Plan, reference: &Reference) -> bool {
            match reference {
                $(Reference::$kind(id) => plan.$field.contains(id),)*
                Reference::SegmentValue(dimension, value) => {
                    plan.dimensions.get(dimension).is_some_and(|d| d.values.iter().any(|v| v.id == *value))
                }
            }
        }
    };
}

references! {
    SubPhase(SubPhaseId) in sub_phases,
    Department(DepartmentId) in departments,
    Channel(ChannelId) in channels,
    Dimension(DimensionId) in dimensions,
    Touchpoint(TouchpointId) in touchpoints,
    Persona(PersonaId) in personas,
    Audit(AuditId) in audits,
    Voice(VoiceId) in voices,
    Journey(JourneyId) in journeys,
    PainPoint(PainPointId) in pain_points,
    Opportunity(OpportunityId) in opportunities,
    Goal(GoalId) in goals,
    Weakness(WeaknessId) in weaknesses,
    Measure(MeasureId) in measures,
    WinBackGroup(WinBackGroupId) in win_back_groups,
    Content(ContentId) in contents,
    Involvement(InvolvementId) in involvements,
    Kpi(KpiId) in kpis,
    Source(SourceId) in sources,
}

/// Takes an optional reference out if it is the one that has gone.
pub(super) fn unlink_one<I: Clone + Into<Reference>>(link: &mut Option<I>, gone: &Reference) {
    if link.clone().is_some_and(|id| id.into() == *gone) {
        *link = None;
    }
}

/// Takes a reference out of a list.
pub(super) fn unlink_many<I: Clone + Into<Reference>>(links: &mut Vec<I>, gone: &Reference) {
    links.retain(|id| id.clone().into() != *gone);
}
