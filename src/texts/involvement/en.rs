//! English words of customers' involvement.

use super::InvolvementPlan;
use crate::plan::{DevelopmentPhase, InvolvementState};

pub static INVOLVEMENT: InvolvementPlan = InvolvementPlan {
    facts: |ways, phases| match ways {
        0 => "When and how customers have a say in product development".to_owned(),
        1 => "1 involvement in one of 5 development phases".to_owned(),
        ways => format!("{ways} involvements in {phases} of 5 development phases"),
    },
    phase: |phase| match phase {
        DevelopmentPhase::Idea => "Idea",
        DevelopmentPhase::Concept => "Concept",
        DevelopmentPhase::Design => "Design",
        DevelopmentPhase::Implementation => "Implementation",
        DevelopmentPhase::Operation => "Operation",
    },
    question: |phase| match phase {
        DevelopmentPhase::Idea => "What do customers need, and how many?",
        DevelopmentPhase::Concept => "Do they understand what it is meant to be?",
        DevelopmentPhase::Design => "Which variant do they prefer?",
        DevelopmentPhase::Implementation => "Is it ready for the launch?",
        DevelopmentPhase::Operation => "Does it keep its promise?",
    },
    later_dearer: "The later customers have a say, the more expensive every improvement gets.",
    cheap: "Changes cost little",
    dear: "Changes are expensive",
    missed: "Gap",
    missed_text: "A say here would have been cheaper than later on.",
    none_yet: "No involvement yet.",
    add: "Add involvement …",
    add_to: |phase| format!("Add involvement: {phase}"),
    create: |words| format!("Add “{words}”"),
    nothing_fits: "Nothing fits.",
    method: "How customers are involved",
    phase_field: "Development phase",
    state: "Status",
    state_name: |state| match state {
        InvolvementState::Planned => "planned",
        InvolvementState::Running => "running",
        InvolvementState::Done => "done",
    },
    customers: "Number of customers",
    customers_of: |count| match count {
        1 => "1 customer".to_owned(),
        count => format!("{count} customers"),
    },
    count_error: "Please enter a whole number from 0 to 1 billion.",
    by: "By",
    by_day: |day| format!("by {day}"),
    department: "Department",
    not_chosen: "still open",
    result: "Result",
    result_empty: "What came of it, or should come of it?",
    details_of: |method| format!("Details of “{method}”"),
    delete: "Delete involvement",
};
