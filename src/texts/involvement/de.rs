//! German words of customers' involvement.

use super::InvolvementPlan;
use crate::plan::{DevelopmentPhase, InvolvementState};

pub static INVOLVEMENT: InvolvementPlan = InvolvementPlan {
    facts: |ways, phases| match ways {
        0 => "Wann und wie Kunden bei der Produktentwicklung mitreden".to_owned(),
        1 => "1 Beteiligung in einer von 5 Entwicklungsphasen".to_owned(),
        ways => format!("{ways} Beteiligungen in {phases} von 5 Entwicklungsphasen"),
    },
    phase: |phase| match phase {
        DevelopmentPhase::Idea => "Idee",
        DevelopmentPhase::Concept => "Konzept",
        DevelopmentPhase::Design => "Gestaltung",
        DevelopmentPhase::Implementation => "Umsetzung",
        DevelopmentPhase::Operation => "Betrieb",
    },
    question: |phase| match phase {
        DevelopmentPhase::Idea => "Was brauchen Kunden, und wie viele?",
        DevelopmentPhase::Concept => "Verstehen sie, was es sein soll?",
        DevelopmentPhase::Design => "Welche Variante ist ihnen lieber?",
        DevelopmentPhase::Implementation => "Ist es reif für den Start?",
        DevelopmentPhase::Operation => "Hält es, was es verspricht?",
    },
    later_dearer: "Je später Kunden mitreden, desto teurer wird jede Verbesserung.",
    cheap: "Ändern kostet wenig",
    dear: "Ändern ist teuer",
    missed: "Lücke",
    missed_text: "Hier wäre Mitreden billiger gewesen als später.",
    none_yet: "Noch keine Beteiligung.",
    add: "Beteiligung hinzufügen …",
    add_to: |phase| format!("Beteiligung hinzufügen: {phase}"),
    create: |words| format!("„{words}“ hinzufügen"),
    nothing_fits: "Nichts Passendes da.",
    method: "Wie Kunden beteiligt werden",
    phase_field: "Entwicklungsphase",
    state: "Stand",
    state_name: |state| match state {
        InvolvementState::Planned => "geplant",
        InvolvementState::Running => "läuft",
        InvolvementState::Done => "erledigt",
    },
    customers: "Zahl der Kunden",
    customers_of: |count| match count {
        1 => "1 Kunde".to_owned(),
        count => format!("{count} Kunden"),
    },
    count_error: "Bitte eine ganze Zahl von 0 bis 1 Milliarde eingeben.",
    by: "Bis",
    by_day: |day| format!("bis {day}"),
    department: "Abteilung",
    not_chosen: "noch offen",
    result: "Ergebnis",
    result_empty: "Was ist herausgekommen, oder was soll herauskommen?",
    details_of: |method| format!("Details zu „{method}“"),
    delete: "Beteiligung löschen",
};
