//! German words of the start page of a plan.

use super::Overview;

pub static OVERVIEW: Overview = Overview {
    facts: |journeys, measures, budget| {
        let journeys = match journeys {
            1 => "1 Kundenreise".to_owned(),
            n => format!("{n} Kundenreisen"),
        };
        let measures = match measures {
            1 => "1 Maßnahme".to_owned(),
            n => format!("{n} Maßnahmen"),
        };
        format!("{journeys} · {measures} · {budget}")
    },
    budget: |money| format!("{money} Budget"),
    no_budget: "kein Budget festgelegt",
    lifecycle: "Der Lebenszyklus auf einen Blick",
    mood: "Stimmung",
    mood_help: "Mittlere Emotion aller Schritte der Ist-Reisen in diesem Abschnitt, von −2 bis +2.",
    goals: "Ziele",
    weaknesses: "Schwächen",
    not_assessed: |count| format!("{count} nicht eingeschätzt"),
    pain_points: "Schmerzpunkte",
    pain_points_help: "Ungelöste Schmerzpunkte, offen oder geplant, an Touchpoints dieses Abschnitts.",
    without_measure: |n| format!("{n} ohne Maßnahme"),
    measures: "Maßnahmen",
    cost: "Kosten",
    cost_help: "Einmalige Kosten und laufende Kosten über die Laufzeit aller nicht verworfenen Maßnahmen, ohne Personentage, gezählt in ihrem Hauptabschnitt.",
    none: "keine",
    no_phase: "Ohne Abschnitt",
    no_mood: "keine Schritte",
    kpis: "Kennzahlen",
    kpis_note: "letzte 3 Monate mit Daten",
    kpi_noise: "= Zufall möglich",
    kpi_target: |target| format!("Ziel {target}"),
    kpi_no_data: "noch keine Daten",
    kpis_empty: "Noch keine Kennzahl. Importieren Sie eine Befragung oder tippen Sie Werte ein.",
    next_measures: "Laufende und geplante Maßnahmen",
    measures_empty: "Noch keine Maßnahme geplant.",
    all: "Alle",
    nobody: "niemand verantwortlich",
    until: |day| format!("bis {day}"),
    overdue: |day| format!("überfällig seit {day}"),
};
