//! German words of the overview's steps, of what is to be done, and of the summary to print.

use super::Summary;
use crate::texts::counted;

fn run(count: usize) -> String {
    counted(count, "läuft", "laufen")
}

pub const SUMMARY: Summary = Summary {
    steps: "Wo die Arbeit steht",
    understand: |personas, touchpoints| {
        format!("{}, {}", counted(personas, "Persona", "Personas"), counted(touchpoints, "Touchpoint", "Touchpoints"))
    },
    data: |kpis, stale| match stale {
        0 => counted(kpis, "Kennzahl", "Kennzahlen"),
        stale => format!("{}, {stale} ohne neue Daten", counted(kpis, "Kennzahl", "Kennzahlen")),
    },
    design: |journeys, goals| format!("{}, {}", counted(journeys, "Reise", "Reisen"), counted(goals, "Ziel", "Ziele")),
    implement: |running, overdue| match overdue {
        0 => run(running),
        overdue => format!("{}, {overdue} überfällig", run(running)),
    },
    effects: |shown, open| format!("{} belegt, {open} offen", counted(shown, "Wirkung", "Wirkungen")),
    check: |open| match open {
        0 => "Nichts zu beanstanden".to_owned(),
        open => counted(open, "offener Hinweis", "offene Hinweise"),
    },
    begun: "begonnen",
    not_begun: "noch nicht begonnen",
    to_do: "Was jetzt zu tun ist",
    to_do_none: "Die Prüfliste hat nichts zu beanstanden.",
    view: "Ansicht",
    view_overview: "Überblick",
    view_summary: "Zusammenfassung",
    print: "Drucken",
    strategy: "Strategie",
    sub_phase: "Abschnitt",
    goals: "Ziele",
    weaknesses: "Schwächen, die zutreffen",
    measures: "Maßnahmen",
    period: "Zeitraum",
    nothing: "–",
    measure_list: "Maßnahmen, die laufen oder geplant sind",
    listed: |listed, all| {
        if listed == all { format!("{all}") } else { format!("{listed} von {all}, nach Priorität") }
    },
    sum_listed: "Laufende und geplante Maßnahmen zusammen",
    sum: "Alle Maßnahmen, auch Ideen und fertige",
    of_budget: |cost, budget| format!("{cost} von {budget} Budget"),
    by_quarter: |quarters| format!("Kosten je Quartal ab jetzt, Ideen mitgezählt: {quarters}"),
    as_of: |day| format!("Stand {day}"),
};
