//! Ways of involving customers, by phase of product development.

use crate::plan::DevelopmentPhase;
use crate::texts::Language;

/// Ways that fit a phase, the most usual first.
#[must_use]
pub fn involvement_methods(phase: DevelopmentPhase, language: Language) -> &'static [&'static str] {
    match language {
        Language::De => match phase {
            DevelopmentPhase::Idea => &[
                "Interviews zu Alltag und Bedarf",
                "Begleitung im Alltag (Beobachtung)",
                "Befragung zum Marktpotenzial",
                "Auswertung von Beschwerden und Wünschen",
            ],
            DevelopmentPhase::Concept => {
                &["Test mit Prototyp (Gebrauchstauglichkeit)", "Workshop mit Kunden", "Gespräch über zwei, drei Konzepte"]
            }
            DevelopmentPhase::Design => {
                &["Abstimmung: Welche Variante gefällt besser?", "Test der Bedienung mit fünf Kunden", "Kundenbeirat"]
            }
            DevelopmentPhase::Implementation => {
                &["Befragung vor dem Start", "Vorabversion mit ausgewählten Kunden", "Probelauf an einem Standort"]
            }
            DevelopmentPhase::Operation => &[
                "Regelmäßige Befragung (NPS, Zufriedenheit, Aufwand)",
                "Betreuung fragt beim Kontakt nach",
                "Auswertung von Nutzung und Servicekontakten",
            ],
        },
        Language::En => match phase {
            DevelopmentPhase::Idea => &[
                "Interviews on daily life and needs",
                "Accompanying customers in daily life (observation)",
                "Survey on market potential",
                "Analysis of complaints and wishes",
            ],
            DevelopmentPhase::Concept => {
                &["Test with a prototype (usability)", "Workshop with customers", "Discussion of two or three concepts"]
            }
            DevelopmentPhase::Design => {
                &["Vote: which variant do they prefer?", "Usability test with five customers", "Customer advisory board"]
            }
            DevelopmentPhase::Implementation => {
                &["Survey before the launch", "Early version with selected customers", "Trial run at one site"]
            }
            DevelopmentPhase::Operation => &[
                "Regular survey (NPS, satisfaction, effort)",
                "Customer success asks during contact",
                "Analysis of usage and service contacts",
            ],
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_phase_has_ways_in_both_languages() {
        for phase in DevelopmentPhase::ALL {
            let [de, en] = Language::ALL.map(|language| involvement_methods(phase, language));
            assert!(de.len() >= 3 && de.len() == en.len(), "{phase:?}");
        }
    }
}
