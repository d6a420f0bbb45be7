//! Contents: what prospects need to know, and what answers it.

use super::{
    ChannelId, ContentId, Day, DepartmentId, OtherFields, Record, Reference, SubPhaseId,
    choices::choices,
    reference::{unlink_many, unlink_one},
};
use serde::{Deserialize, Serialize};

choices! {
    /// What somebody wants who searches (A. Broder, "A taxonomy of web search", SIGIR Forum 36, 2002).
    Intent:
    /// To learn something.
    Informational,
    /// To get to a certain place.
    Navigational,
    /// To do something: buy, order, sign up.
    Transactional,
}

choices! {
    /// How far a content is.
    #[derive(Default)]
    ContentState:
    /// Needed, nothing done.
    #[default]
    Idea,
    /// Being made.
    InWork,
    /// Published.
    Published,
}

/// Something that prospects need to know, and what answers it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Content {
    /// Its id.
    pub id: ContentId,
    /// What they need to know, as they would ask it.
    #[serde(default)]
    pub need: String,
    /// What answers it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// When in the buying process they need it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sub_phase: Option<SubPhaseId>,
    /// Where they find it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub channels: Vec<ChannelId>,
    /// What they want when they search for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub intent: Option<Intent>,
    /// How far it is.
    #[serde(default)]
    pub state: ContentState,
    /// The department that makes it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub department: Option<DepartmentId>,
    /// The day by which it is published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Day>,
    /// Fields of later versions.
    #[serde(flatten)]
    pub other: OtherFields,
}

impl Content {
    /// Makes a content that isn't begun.
    #[must_use]
    pub fn new(id: ContentId, need: &str, sub_phase: Option<SubPhaseId>) -> Self {
        Self {
            id,
            need: need.to_owned(),
            title: String::new(),
            sub_phase,
            channels: Vec::new(),
            intent: None,
            state: ContentState::default(),
            department: None,
            due: None,
            other: OtherFields::new(),
        }
    }

    /// Whether it should be published: it isn't yet, and its last day lies before `today`.
    #[must_use]
    pub fn is_late(&self, today: Day) -> bool {
        self.state != ContentState::Published && self.due.is_some_and(|due| due < today)
    }
}

impl Record for Content {
    type Id = ContentId;
    const TABLE: &'static str = "contents";
    fn id(&self) -> &ContentId {
        &self.id
    }
    fn name(&self) -> &str {
        &self.need
    }
    fn references(&self, visit: &mut dyn FnMut(Reference)) {
        self.sub_phase.iter().cloned().for_each(|id| visit(id.into()));
        self.channels.iter().cloned().for_each(|id| visit(id.into()));
        self.department.iter().cloned().for_each(|id| visit(id.into()));
    }
    fn unlink(&mut self, gone: &Reference) {
        unlink_one(&mut self.sub_phase, gone);
        unlink_many(&mut self.channels, gone);
        unlink_one(&mut self.department, gone);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_content_is_late_once_its_day_is_past_and_it_is_not_published() {
        let today = Day::parse("2026-03-02").unwrap();
        let is_late = |due: Option<&str>, state| {
            Content { due: due.and_then(Day::parse), state, ..Content::new(ContentId::standard("c"), "", None) }.is_late(today)
        };
        assert!(is_late(Some("2026-03-01"), ContentState::InWork));
        assert!(!is_late(Some("2026-03-02"), ContentState::InWork));
        assert!(!is_late(Some("2026-03-01"), ContentState::Published));
        assert!(!is_late(None, ContentState::Idea));
    }
}
