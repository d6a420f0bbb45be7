//! German words of the list of journeys.

use super::JourneyList;
use crate::listing::journeys::{JourneyGrouping, MoodBand};

pub static JOURNEY_LIST: JourneyList = JourneyList {
    phases: "Phasen",
    search: "Suchen",
    filters: "Filter",
    filters_set: |n| format!("Filter ({n})"),
    every_kind: "Alle",
    kind: "Art",
    phase: "Phase",
    every_phase: "alle",
    persona: "Persona",
    every_persona: "alle",
    mood: "Stimmung",
    every_mood: "alle",
    mood_band: |band| match band {
        MoodBand::Bad => "schlecht (unter 0)",
        MoodBand::Good => "gut (ab 0)",
        MoodBand::Unknown => "keine Angabe",
    },
    only_hurting: "nur mit ungelösten Schmerzpunkten",
    group: "Gruppieren nach",
    grouping: |grouping| match grouping {
        JourneyGrouping::None => "nichts",
        JourneyGrouping::Phase => "Phase",
        JourneyGrouping::Persona => "Persona",
        JourneyGrouping::Kind => "Art",
    },
    no_phase: "Ohne Phase",
    no_persona: "Ohne Persona",
    shown: |shown, all| match (shown == all, all) {
        (true, 1) => "1 Kundenreise".to_owned(),
        (true, all) => format!("{all} Kundenreisen"),
        (false, all) => format!("{shown} von {all} Kundenreisen"),
    },
    none_shown: "Keine Kundenreise passt zu diesen Filtern.",
    show_all: "Alle zeigen",
    quoted: |title| format!("„{title}“"),
};
