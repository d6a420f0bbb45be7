//! English words of pain points and opportunities.

use super::Findings;
use crate::listing::findings::{FindingColumn, FindingGrouping};
use crate::plan::{FindingKind, Frequency};

pub static FINDINGS: Findings = Findings {
    title: "Pain points and opportunities",
    summary: |pain_points, opportunities, unanswered| {
        let pain_points = match pain_points {
            1 => "1 pain point".to_owned(),
            n => format!("{n} pain points"),
        };
        let opportunities = match opportunities {
            1 => "1 opportunity".to_owned(),
            n => format!("{n} opportunities"),
        };
        let unanswered = match unanswered {
            0 => "all with a measure or solved".to_owned(),
            n => format!("{n} unsolved and without a measure"),
        };
        format!("{pain_points}, {opportunities} · {unanswered}")
    },
    empty_title: "No pain point and no opportunity yet",
    empty_text: "Here you see, across all journeys, what annoys customers and what could delight them. Enter the first pain point here or in a journey.",
    new: |kind| match kind {
        FindingKind::PainPoint => "New pain point",
        FindingKind::Opportunity => "New opportunity",
    },
    kind: |kind| match kind {
        FindingKind::PainPoint => "Pain point",
        FindingKind::Opportunity => "Opportunity",
    },
    kinds: |kind| match kind {
        FindingKind::PainPoint => "Pain points",
        FindingKind::Opportunity => "Opportunities",
    },
    kind_field: "Kind",
    every_kind: "All",
    add: |kind| match kind {
        FindingKind::PainPoint => "Add pain point",
        FindingKind::Opportunity => "Add opportunity",
    },
    none_here: |kind| match kind {
        FindingKind::PainPoint => "No pain point noted here yet.",
        FindingKind::Opportunity => "No opportunity noted here yet.",
    },
    text: |kind| match kind {
        FindingKind::PainPoint => "What hurts",
        FindingKind::Opportunity => "What would be possible",
    },
    weight: |kind| match kind {
        FindingKind::PainPoint => "Severity",
        FindingKind::Opportunity => "Impact",
    },
    weight_none: "–",
    weight_words: |kind, weight| match kind {
        FindingKind::PainPoint => format!("Severity {weight} of 5"),
        FindingKind::Opportunity => format!("Impact {weight} of 5"),
    },
    frequency: "Frequency",
    frequency_of: |frequency| match frequency {
        Frequency::Rare => "rarely",
        Frequency::Sometimes => "sometimes",
        Frequency::Often => "often",
        Frequency::Always => "always",
    },
    frequency_none: "–",
    state: "Status",
    touchpoints: "Touchpoints",
    no_touchpoint: "no touchpoint",
    touchpoint_create: |name| format!("Create touchpoint “{name}”"),
    evidence: "Evidence",
    evidence_none: "not stated",
    evidence_note: "What exactly backs it?",
    evidence_note_empty: "For example: 6 of 8 interviews in March",
    goals: |kind| match kind {
        FindingKind::PainPoint => "Stands in the way of",
        FindingKind::Opportunity => "Helps to",
    },
    goals_missing: "No goal fits.",
    measures: "Measures",
    measures_none: "No measure yet.",
    link_measure: "Link existing measure",
    measures_missing: "No other measure fits.",
    unlink_measure: |title| format!("Unlink “{title}”"),
    plan_measure: "Plan measure",
    plan_measure_for: |text| format!("Plan measure: {text}"),
    measure_against: |text| format!("Fix: {text}"),
    measure_planned: |title| format!("Measure “{title}” created and linked."),
    without_measure: "none",
    in_journeys: "Journeys",
    in_no_journey: "in no journey",
    departments: "Departments",
    nothing_fits: "Nothing fits.",
    choose: "add …",
    remove: |name| format!("Remove {name}"),
    details: "Details",
    details_of: |text| format!("Details of “{text}”"),
    delete: |kind| match kind {
        FindingKind::PainPoint => "Delete pain point",
        FindingKind::Opportunity => "Delete opportunity",
    },
    delete_named: |text| format!("Delete “{text}”"),
    more: |text| format!("More actions for “{text}”"),
    column: |column| match column {
        FindingColumn::Text => "What customers experience",
        FindingColumn::Weight => "Severity, impact",
        FindingColumn::Frequency => "Frequency",
        FindingColumn::State => "Status",
        FindingColumn::SubPhase => "Sub-phase",
        FindingColumn::Department => "Department",
        FindingColumn::Measures => "Measures",
    },
    cell: |column, text| format!("{column}: {text}"),
    search: "Search",
    filters: "Filters",
    filters_set: |n| format!("Filters ({n})"),
    every_state: "all",
    weight_filter: "Severity, impact",
    every_weight: "all",
    weight_from: |weight| match weight {
        5 => "5 only".to_owned(),
        weight => format!("{weight} or more"),
    },
    phase: "Phase",
    every_phase: "all",
    department: "Department",
    every_department: "all",
    persona: "Persona",
    every_persona: "all",
    journey: "Journey",
    every_journey: "all",
    touchpoint: "Touchpoint",
    every_touchpoint: "all",
    goal: "Goal",
    every_goal: "all",
    only_unanswered: "only without a measure",
    group: "Group by",
    grouping: |grouping| match grouping {
        FindingGrouping::None => "nothing",
        FindingGrouping::Phase => "Phase",
        FindingGrouping::Journey => "Journey",
        FindingGrouping::Touchpoint => "Touchpoint",
        FindingGrouping::State => "Status",
        FindingGrouping::Department => "Department",
    },
    no_phase: "Without a phase",
    no_journey: "In no journey",
    no_department: "Without a department",
    shown: |shown, all| match (shown == all, all) {
        (true, 1) => "1 entry".to_owned(),
        (true, all) => format!("{all} entries"),
        (false, all) => format!("{shown} of {all} entries"),
    },
    none_shown: "Nothing fits these filters.",
    show_all: "Show all",
    tick: |text| format!("Select “{text}”"),
    tick_all: |n| match n {
        1 => "Select the entry shown".to_owned(),
        n => format!("Select all {n} shown"),
    },
    ticked: |n| format!("{n} selected"),
    untick: "Clear selection",
    give_state: "Set state",
    state_given: |state, n| match n {
        1 => format!("1 entry is “{state}” now."),
        n => format!("{n} entries are “{state}” now."),
    },
    give_weight: "Set severity, impact",
    weight_given: |weight, n| {
        let entries = if n == 1 { "1 entry has".to_owned() } else { format!("{n} entries have") };
        match weight {
            Some(weight) => format!("{entries} severity or impact {weight} now."),
            None => format!("{entries} no severity or impact now."),
        }
    },
    give_measure: "Link a measure …",
    give_goal: "Link a goal …",
    linked: |name, n| match n {
        1 => format!("1 entry is linked with “{name}” now."),
        n => format!("{n} entries are linked with “{name}” now."),
    },
    given_already: "Nothing changed: all those selected have that already.",
    merge: "Merge",
    merge_hint: "At least two pain points or at least two opportunities become one entry. Texts, touchpoints, goals, voices and measures are kept.",
    merged: |n| format!("{n} entries merged into one."),
    export: "Save as CSV",
    export_failed: |reason| format!("The table couldn’t be saved: {reason}"),
    exported: |n| match n {
        1 => "Table with 1 entry saved.".to_owned(),
        n => format!("Table with {n} entries saved."),
    },
    phases_column: "Phases",
    sub_phases_column: "Sub-phases",
    journeys_column: "Journeys",
    personas_column: "Personas",
};
