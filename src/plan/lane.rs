//! Lanes: the rows of a map, and what can be done to them.

use super::{Journey, LaneId, OtherFields};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// What a lane shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LaneKind {
    /// Free text in each step.
    Text,
    /// The channels of each step, and where one changes to another.
    Channels,
    /// What customers expect, and whether that is fulfilled.
    Expectation,
    /// How long each step takes.
    Duration,
    /// The emotion curve.
    Emotion,
    /// How strongly each level of the experience is felt.
    Experience,
    /// Where the relation is decided.
    MomentOfTruth,
    /// Pain points of each step's touchpoint.
    PainPoints,
    /// Opportunities at each step's touchpoint.
    Opportunities,
    /// The department that owns each step's touchpoint.
    Department,
    /// KPIs of each step and of its touchpoint.
    Kpis,
    /// What each step's description rests on.
    Evidence,
    /// A kind of a later version; kept, not shown.
    #[serde(untagged)]
    Other(String),
}

impl LaneKind {
    /// Whether each step has a text of its own in such a lane.
    #[must_use]
    pub fn has_texts(&self) -> bool {
        matches!(self, Self::Text | Self::Expectation)
    }
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

    /// Whether a map shows it: it isn't hidden, and of a kind that this version knows.
    #[must_use]
    pub fn is_shown(&self) -> bool {
        !self.hidden && !matches!(self.kind, LaneKind::Other(_))
    }

    /// Whether the user made it: it isn't one that every map can show.
    #[must_use]
    pub fn is_own(&self) -> bool {
        STANDARD_LANES.iter().all(|standard| standard.id != self.id.as_str())
    }
}

/// A lane that every map can show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StandardLane {
    /// Its id in every map.
    pub id: &'static str,
    /// What it shows.
    pub kind: LaneKind,
    /// Whether a new map begins with it.
    pub first: bool,
}

const fn standard(id: &'static str, kind: LaneKind, first: bool) -> StandardLane {
    StandardLane { id, kind, first }
}

/// The lanes that every map can show, in their usual order.
pub static STANDARD_LANES: [StandardLane; 17] = [
    standard("action", LaneKind::Text, true),
    standard("question", LaneKind::Text, true),
    standard("benefit", LaneKind::Text, false),
    standard("channels", LaneKind::Channels, true),
    standard("expectation", LaneKind::Expectation, false),
    standard("service", LaneKind::Text, false),
    standard("duration", LaneKind::Duration, false),
    standard("emotion", LaneKind::Emotion, true),
    standard("experience", LaneKind::Experience, false),
    standard("moment-of-truth", LaneKind::MomentOfTruth, false),
    standard("pain-points", LaneKind::PainPoints, true),
    standard("opportunities", LaneKind::Opportunities, false),
    standard("frontstage", LaneKind::Text, false),
    standard("backstage", LaneKind::Text, false),
    standard("department", LaneKind::Department, true),
    standard("kpis", LaneKind::Kpis, false),
    standard("evidence", LaneKind::Evidence, true),
];

/// The lanes that a new map begins with.
pub(super) fn first_lanes() -> Vec<Lane> {
    let first = STANDARD_LANES.iter().filter(|standard| standard.first);
    first.map(|standard| Lane::new(LaneId::standard(standard.id), standard.kind.clone())).collect()
}

impl Journey {
    /// The lane with this id.
    #[must_use]
    pub fn lane(&self, id: &LaneId) -> Option<&Lane> {
        self.lanes.iter().find(|lane| lane.id == *id)
    }

    /// The lanes that this map shows, in order.
    pub fn shown_lanes(&self) -> impl Iterator<Item = &Lane> {
        self.lanes.iter().filter(|lane| lane.is_shown())
    }

    /// The lanes that this map could show and doesn't have, in their usual order.
    #[must_use]
    pub fn missing_lanes(&self) -> Vec<Lane> {
        let missing = STANDARD_LANES.iter().filter(|standard| self.lanes.iter().all(|lane| lane.id.as_str() != standard.id));
        missing.map(|standard| Lane::new(LaneId::standard(standard.id), standard.kind.clone())).collect()
    }

    /// Shows a lane, or hides it. A standard lane that the map doesn't have takes its usual place.
    pub fn show_lane(&mut self, id: &LaneId, shown: bool) {
        if let Some(lane) = self.lanes.iter_mut().find(|lane| lane.id == *id) {
            lane.hidden = !shown;
            return;
        }
        let Some(place) = STANDARD_LANES.iter().position(|standard| standard.id == id.as_str()).filter(|_| shown) else { return };
        let before = &STANDARD_LANES[..place];
        let after = self.lanes.iter().rposition(|lane| before.iter().any(|standard| standard.id == lane.id.as_str()));
        let lane = Lane::new(id.clone(), STANDARD_LANES[place].kind.clone());
        self.lanes.insert(after.map_or(0, |at| at + 1), lane);
    }

    /// Names a lane; an empty title gives way to the standard one.
    pub fn rename_lane(&mut self, id: &LaneId, title: String) {
        if let Some(lane) = self.lanes.iter_mut().find(|lane| lane.id == *id) {
            lane.title = title;
        }
    }

    /// Moves a lane one place down (`forward`) or up; tells whether it moved.
    pub fn move_lane(&mut self, id: &LaneId, forward: bool) -> bool {
        let Some(from) = self.lanes.iter().position(|lane| lane.id == *id) else { return false };
        let to = if forward { from + 1 } else { from.wrapping_sub(1) };
        self.move_lane_to(from, to)
    }

    /// Moves a lane one place down (`forward`) or up among those that are shown; tells whether it moved.
    pub fn move_shown_lane(&mut self, id: &LaneId, forward: bool) -> bool {
        let Some(from) = self.lanes.iter().position(|lane| lane.id == *id) else { return false };
        let to = if forward {
            self.lanes[from + 1..].iter().position(Lane::is_shown).map(|at| from + 1 + at)
        } else {
            self.lanes[..from].iter().rposition(Lane::is_shown)
        };
        to.is_some_and(|to| self.move_lane_to(from, to))
    }

    /// Puts a lane into the place of another: before it if it comes from below, behind it if from above. Tells whether
    /// it moved.
    pub fn drop_lane(&mut self, id: &LaneId, onto: &LaneId) -> bool {
        let place = |id: &LaneId| self.lanes.iter().position(|lane| lane.id == *id);
        let (Some(from), Some(to)) = (place(id), place(onto)) else { return false };
        self.move_lane_to(from, to)
    }

    fn move_lane_to(&mut self, from: usize, to: usize) -> bool {
        if from == to || to >= self.lanes.len() {
            return false;
        }
        let lane = self.lanes.remove(from);
        self.lanes.insert(to, lane);
        true
    }

    /// Adds a lane for free text at the end.
    pub fn add_text_lane(&mut self, id: LaneId, title: String) {
        self.lanes.push(Lane { title, ..Lane::new(id, LaneKind::Text) });
    }

    /// Makes a copy of a lane with texts, right below it, with the texts of all steps. Tells whether there is such a lane.
    pub fn duplicate_lane(&mut self, id: &LaneId, copy: LaneId, title: String) -> bool {
        let Some(at) = self.lanes.iter().position(|lane| lane.id == *id && lane.kind.has_texts()) else { return false };
        self.lanes.insert(at + 1, Lane { title, ..Lane::new(copy.clone(), LaneKind::Text) });
        for step in self.stages.iter_mut().flat_map(|stage| &mut stage.steps) {
            if let Some(text) = step.texts.get(id).cloned() {
                Arc::make_mut(step).texts.insert(copy.clone(), text);
            }
        }
        true
    }

    /// Takes a lane out with the texts of all steps; gives the number of texts.
    pub fn remove_lane(&mut self, id: &LaneId) -> usize {
        self.lanes.retain(|lane| lane.id != *id);
        let mut texts = 0;
        for step in self.stages.iter_mut().flat_map(|stage| &mut stage.steps) {
            if step.texts.contains_key(id) {
                Arc::make_mut(step).texts.remove(id);
                texts += 1;
            }
        }
        texts
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{JourneyId, Stage, StageId, Step, StepId};

    fn id(text: &str) -> LaneId {
        LaneId::standard(text)
    }

    fn ids(journey: &Journey) -> Vec<&str> {
        journey.lanes.iter().map(|lane| lane.id.as_str()).collect()
    }

    fn journey() -> Journey {
        let mut journey = Journey::new(JourneyId::standard("j"), "");
        let mut stage = Stage::new(StageId::standard("s"), None);
        for (step, text) in [("a", Some("one")), ("b", None)] {
            let mut step = Step::new(StepId::standard(step));
            step.texts.extend(text.map(|text| (id("action"), text.to_owned())));
            stage.steps.push(Arc::new(step));
        }
        journey.stages.push(stage);
        journey
    }

    #[test]
    fn a_new_map_begins_with_a_few_lanes_and_the_others_take_their_usual_place() {
        let mut journey = journey();
        assert_eq!(ids(&journey), ["action", "question", "channels", "emotion", "pain-points", "department", "evidence"]);
        assert_eq!(journey.missing_lanes().len(), STANDARD_LANES.len() - 7);
        for lane in journey.missing_lanes() {
            journey.show_lane(&lane.id, true);
        }
        assert_eq!(ids(&journey), STANDARD_LANES.iter().map(|standard| standard.id).collect::<Vec<_>>());
        journey.show_lane(&id("action"), false);
        assert!(journey.lane(&id("action")).unwrap().hidden);
        journey.show_lane(&id("unknown"), true);
        assert_eq!(journey.lanes.len(), STANDARD_LANES.len());
    }

    #[test]
    fn lanes_move_by_one_place_over_hidden_ones_and_onto_others() {
        let mut journey = journey();
        journey.show_lane(&id("question"), false);
        assert!(journey.move_shown_lane(&id("action"), true));
        assert_eq!(ids(&journey)[..3], ["question", "channels", "action"]);
        assert!(journey.move_shown_lane(&id("action"), false));
        assert_eq!(ids(&journey)[..3], ["question", "action", "channels"]);
        assert!(!journey.move_lane(&id("question"), false));
        assert!(!journey.move_lane(&id("evidence"), true));
        assert!(journey.drop_lane(&id("evidence"), &id("question")));
        assert_eq!(ids(&journey)[..3], ["evidence", "question", "action"]);
        assert!(!journey.drop_lane(&id("evidence"), &id("evidence")));
    }

    #[test]
    fn a_copied_lane_has_the_texts_and_a_removed_one_takes_them_with_it() {
        let mut journey = journey();
        assert!(journey.duplicate_lane(&id("action"), id("copy"), "Copy".to_owned()));
        assert!(!journey.duplicate_lane(&id("emotion"), id("copy-2"), String::new()));
        assert_eq!(ids(&journey)[..3], ["action", "copy", "question"]);
        let step = |journey: &Journey| journey.step(&StepId::standard("a")).unwrap().clone();
        assert_eq!(step(&journey).texts[&id("copy")], "one");
        assert!(journey.lane(&id("copy")).unwrap().is_own() && !journey.lane(&id("action")).unwrap().is_own());
        assert_eq!(journey.remove_lane(&id("copy")), 1);
        assert_eq!(step(&journey).texts.len(), 1);
        journey.add_text_lane(id("own"), "Own".to_owned());
        assert_eq!(journey.remove_lane(&id("own")), 0);
    }
}
