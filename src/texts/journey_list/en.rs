//! English words of the list of journeys.

use super::JourneyList;
use crate::listing::journeys::{JourneyGrouping, MoodBand};

pub static JOURNEY_LIST: JourneyList = JourneyList {
    phases: "Phases",
    search: "Search",
    filters: "Filters",
    filters_set: |n| format!("Filters ({n})"),
    every_kind: "All",
    kind: "Kind",
    phase: "Phase",
    every_phase: "all",
    persona: "Persona",
    every_persona: "all",
    mood: "Mood",
    every_mood: "all",
    mood_band: |band| match band {
        MoodBand::Bad => "bad (below 0)",
        MoodBand::Good => "good (0 or more)",
        MoodBand::Unknown => "not stated",
    },
    only_hurting: "only with unsolved pain points",
    group: "Group by",
    grouping: |grouping| match grouping {
        JourneyGrouping::None => "nothing",
        JourneyGrouping::Phase => "Phase",
        JourneyGrouping::Persona => "Persona",
        JourneyGrouping::Kind => "Kind",
    },
    no_phase: "Without a phase",
    no_persona: "Without a persona",
    shown: |shown, all| match (shown == all, all) {
        (true, 1) => "1 journey".to_owned(),
        (true, all) => format!("{all} journeys"),
        (false, all) => format!("{shown} of {all} journeys"),
    },
    none_shown: "No journey fits these filters.",
    show_all: "Show all",
    quoted: |title| format!("“{title}”"),
};
