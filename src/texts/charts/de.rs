//! German words inside and around charts.

use super::Charts;

pub static CHARTS: Charts = Charts {
    as_table: "Tabelle",
    picture: "Bild",
    save_png: "Als PNG speichern",
    save_svg: "Als SVG speichern",
    picture_failed: |error| format!("Das Bild konnte nicht gespeichert werden: {error}"),
    load_failed: |error| format!("Das Diagramm kann nicht gezeichnet werden ({error}). Die Werte stehen in der Tabelle."),
    try_again: "Noch einmal versuchen",
    interval: |low, high| format!("{low} bis {high}"),
    answers: |n| format!("n\u{a0}=\u{a0}{n}"),
    answers_short: |n| format!("n\u{a0}{n}"),
    answers_below: |minimum| format!("n\u{a0}<\u{a0}{minimum}"),
    estimate: |value, interval, answers| format!("{value} ({interval}), {answers}"),
    unsure: "unsicher: weniger als 30 Antworten",
    hidden: |minimum| format!("weniger als {minimum} Antworten, wird nicht einzeln gezeigt"),
    all_hidden: |minimum| {
        format!(
            "Je Zeitraum gibt es weniger als {minimum} Antworten: Sie werden nicht einzeln gezeigt, damit niemand erkennbar ist."
        )
    },
    no_answers: "Es gibt noch keine Antworten.",
    gap: "keine Antworten",
    low: "von",
    high: "bis",
    answers_column: "n",
    remark: "Hinweis",
    segment: "Gruppe",
    span: |from, to| if from == to { from.to_owned() } else { format!("{from} bis {to}") },
    target: |value, by| by.map_or_else(|| format!("Ziel {value}"), |by| format!("Ziel {value} bis {by}")),
    events: "Ereignisse im Diagramm",
    value_of: |name, value| format!("{name}: {value}"),
    describe_line: |points, last, lowest, highest| match points {
        1 => format!("Liniendiagramm mit einem Wert. {last}."),
        _ => {
            format!("Liniendiagramm mit {points} Werten. Zuletzt: {last}. Niedrigster Wert: {lowest}. Höchster Wert: {highest}.")
        }
    },
    describe_rows: |rows, values| match rows {
        1 => format!("Eine Gruppe mit Wert und Intervall. {values}."),
        _ => format!("{rows} Gruppen mit Wert und Intervall. {values}."),
    },
};
