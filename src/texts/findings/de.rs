//! German words of pain points and opportunities.

use super::Findings;
use crate::listing::findings::{FindingColumn, FindingGrouping};
use crate::plan::{FindingKind, Frequency};

pub static FINDINGS: Findings = Findings {
    title: "Schmerzpunkte und Chancen",
    summary: |pain_points, opportunities, unanswered| {
        let pain_points = match pain_points {
            1 => "1 Schmerzpunkt".to_owned(),
            n => format!("{n} Schmerzpunkte"),
        };
        let opportunities = match opportunities {
            1 => "1 Chance".to_owned(),
            n => format!("{n} Chancen"),
        };
        let unanswered = match unanswered {
            0 => "alle mit Maßnahme oder gelöst".to_owned(),
            n => format!("{n} ungelöst und ohne Maßnahme"),
        };
        format!("{pain_points}, {opportunities} · {unanswered}")
    },
    empty_title: "Noch kein Schmerzpunkt, noch keine Chance",
    empty_text: "Hier steht aus allen Kundenreisen zusammen, was Kunden ärgert und was sie begeistern könnte. Tragen Sie den ersten Schmerzpunkt hier oder in einer Kundenreise ein.",
    new: |kind| match kind {
        FindingKind::PainPoint => "Neuer Schmerzpunkt",
        FindingKind::Opportunity => "Neue Chance",
    },
    kind: |kind| match kind {
        FindingKind::PainPoint => "Schmerzpunkt",
        FindingKind::Opportunity => "Chance",
    },
    kinds: |kind| match kind {
        FindingKind::PainPoint => "Schmerzpunkte",
        FindingKind::Opportunity => "Chancen",
    },
    kind_field: "Art",
    every_kind: "Alle",
    add: |kind| match kind {
        FindingKind::PainPoint => "Schmerzpunkt hinzufügen",
        FindingKind::Opportunity => "Chance hinzufügen",
    },
    none_here: |kind| match kind {
        FindingKind::PainPoint => "Hier ist noch kein Schmerzpunkt notiert.",
        FindingKind::Opportunity => "Hier ist noch keine Chance notiert.",
    },
    text: |kind| match kind {
        FindingKind::PainPoint => "Was schmerzt",
        FindingKind::Opportunity => "Was möglich wäre",
    },
    weight: |kind| match kind {
        FindingKind::PainPoint => "Schwere",
        FindingKind::Opportunity => "Wirkung",
    },
    weight_none: "–",
    weight_words: |kind, weight| match kind {
        FindingKind::PainPoint => format!("Schwere {weight} von 5"),
        FindingKind::Opportunity => format!("Wirkung {weight} von 5"),
    },
    frequency: "Häufigkeit",
    frequency_of: |frequency| match frequency {
        Frequency::Rare => "selten",
        Frequency::Sometimes => "manchmal",
        Frequency::Often => "oft",
        Frequency::Always => "immer",
    },
    frequency_none: "–",
    state: "Stand",
    touchpoints: "Touchpoints",
    no_touchpoint: "ohne Touchpoint",
    touchpoint_create: |name| format!("Touchpoint „{name}“ anlegen"),
    evidence: "Beleg",
    evidence_none: "keine Angabe",
    evidence_note: "Was genau belegt es?",
    evidence_note_empty: "Zum Beispiel: 6 von 8 Interviews im März",
    goals: |kind| match kind {
        FindingKind::PainPoint => "Steht im Weg",
        FindingKind::Opportunity => "Hilft zu",
    },
    goals_missing: "Kein Ziel passt.",
    measures: "Maßnahmen",
    measures_none: "Noch keine Maßnahme.",
    link_measure: "Vorhandene Maßnahme verknüpfen",
    measures_missing: "Keine weitere Maßnahme passt.",
    unlink_measure: |title| format!("Verknüpfung mit „{title}“ lösen"),
    plan_measure: "Maßnahme planen",
    plan_measure_for: |text| format!("Maßnahme planen: {text}"),
    measure_against: |text| format!("Beheben: {text}"),
    measure_planned: |title| format!("Maßnahme „{title}“ angelegt und verknüpft."),
    without_measure: "keine",
    in_journeys: "Kundenreisen",
    in_no_journey: "in keiner Kundenreise",
    departments: "Abteilungen",
    nothing_fits: "Nichts passt.",
    choose: "hinzufügen …",
    remove: |name| format!("{name} entfernen"),
    details: "Details",
    details_of: |text| format!("Details zu „{text}“"),
    delete: |kind| match kind {
        FindingKind::PainPoint => "Schmerzpunkt löschen",
        FindingKind::Opportunity => "Chance löschen",
    },
    delete_named: |text| format!("„{text}“ löschen"),
    more: |text| format!("Weitere Aktionen für „{text}“"),
    column: |column| match column {
        FindingColumn::Text => "Was Kunden erleben",
        FindingColumn::Weight => "Schwere, Wirkung",
        FindingColumn::Frequency => "Häufigkeit",
        FindingColumn::State => "Stand",
        FindingColumn::SubPhase => "Abschnitt",
        FindingColumn::Department => "Abteilung",
        FindingColumn::Measures => "Maßnahmen",
    },
    cell: |column, text| format!("{column}: {text}"),
    search: "Suchen",
    filters: "Filter",
    filters_set: |n| format!("Filter ({n})"),
    every_state: "alle",
    weight_filter: "Schwere, Wirkung",
    every_weight: "alle",
    weight_from: |weight| match weight {
        5 => "nur 5".to_owned(),
        weight => format!("ab {weight}"),
    },
    phase: "Phase",
    every_phase: "alle",
    department: "Abteilung",
    every_department: "alle",
    persona: "Persona",
    every_persona: "alle",
    journey: "Kundenreise",
    every_journey: "alle",
    touchpoint: "Touchpoint",
    every_touchpoint: "alle",
    goal: "Ziel",
    every_goal: "alle",
    only_unanswered: "nur ohne Maßnahme",
    group: "Gruppieren nach",
    grouping: |grouping| match grouping {
        FindingGrouping::None => "nichts",
        FindingGrouping::Phase => "Phase",
        FindingGrouping::Journey => "Kundenreise",
        FindingGrouping::Touchpoint => "Touchpoint",
        FindingGrouping::State => "Stand",
        FindingGrouping::Department => "Abteilung",
    },
    no_phase: "Ohne Phase",
    no_journey: "In keiner Kundenreise",
    no_department: "Ohne Abteilung",
    shown: |shown, all| match (shown == all, all) {
        (true, 1) => "1 Eintrag".to_owned(),
        (true, all) => format!("{all} Einträge"),
        (false, all) => format!("{shown} von {all} Einträgen"),
    },
    none_shown: "Nichts passt zu diesen Filtern.",
    show_all: "Alle zeigen",
    tick: |text| format!("„{text}“ auswählen"),
    tick_all: |n| match n {
        1 => "Den gezeigten Eintrag auswählen".to_owned(),
        n => format!("Alle {n} gezeigten auswählen"),
    },
    ticked: |n| format!("{n} ausgewählt"),
    untick: "Auswahl aufheben",
    give_state: "Stand setzen",
    state_given: |state, n| match n {
        1 => format!("1 Eintrag ist jetzt „{state}“."),
        n => format!("{n} Einträge sind jetzt „{state}“."),
    },
    give_weight: "Schwere, Wirkung setzen",
    weight_given: |weight, n| {
        let entries = if n == 1 { "1 Eintrag hat".to_owned() } else { format!("{n} Einträge haben") };
        match weight {
            Some(weight) => format!("{entries} jetzt Schwere oder Wirkung {weight}."),
            None => format!("{entries} jetzt keine Angabe zu Schwere oder Wirkung."),
        }
    },
    give_measure: "Maßnahme verknüpfen …",
    give_goal: "Ziel verknüpfen …",
    linked: |name, n| match n {
        1 => format!("1 Eintrag ist jetzt mit „{name}“ verknüpft."),
        n => format!("{n} Einträge sind jetzt mit „{name}“ verknüpft."),
    },
    given_already: "Nichts geändert: Das steht schon bei allen ausgewählten.",
    merge: "Zusammenführen",
    merge_hint: "Aus mindestens zwei Schmerzpunkten oder mindestens zwei Chancen wird ein Eintrag. Texte, Touchpoints, Ziele, Stimmen und Maßnahmen bleiben erhalten.",
    merged: |n| format!("{n} Einträge zu einem zusammengeführt."),
    export: "Als CSV speichern",
    export_failed: |reason| format!("Die Tabelle konnte nicht gespeichert werden: {reason}"),
    exported: |n| match n {
        1 => "Tabelle mit 1 Eintrag gespeichert.".to_owned(),
        n => format!("Tabelle mit {n} Einträgen gespeichert."),
    },
    phases_column: "Phasen",
    sub_phases_column: "Abschnitte",
    journeys_column: "Kundenreisen",
    personas_column: "Personas",
};
