//! German words of KPIs and their data.

use super::Kpis;
use crate::figures::standing::TargetState;
use crate::figures::typed::PasteReason;

pub static KPIS: Kpis = Kpis {
    intro: "Jede Zahl steht mit ihrem 95-%-Intervall und der Zahl der Antworten.",
    import: "Befragung importieren",
    new_definition: "Antworten auf die Frage: „Wie wahrscheinlich ist es, dass Sie uns weiterempfehlen?“ (0–10)",
    type_values: "Werte eintippen",
    empty_title: "Noch keine Kennzahlen",
    empty_text: "Kennzahlen zeigen, wie es Ihren Kunden geht und ob Maßnahmen wirken. Importieren Sie die Antworten einer \
                 Befragung, oder tippen Sie Monatswerte ein, auch aus Excel.",
    column_kpi: "Kennzahl",
    column_value: "Letzter Wert",
    column_course: "12 Monate",
    by_assumptions: "nach ihren Annahmen",
    no_data: "noch keine Daten",
    none: "keine",
    until: |day| format!("bis {day}"),
    unknown_kind_text: "Diese Kennzahl stammt aus einer neueren Version von Reiseplan. Ihre Daten bleiben erhalten, werden hier aber \
                        nicht gezeigt.",
    more: |title| format!("Weitere Aktionen für „{title}“"),
    delete_named: |title| format!("„{title}“ löschen"),
    title: "Name der Kennzahl",
    delete: "Kennzahl löschen",
    more_page: "Weitere Aktionen",
    grain: "Zeiträume",
    answers: |n| format!("{n}\u{a0}{}", if n == "1" { "Antwort" } else { "Antworten" }),
    no_data_title: "Noch keine Daten",
    no_data_text: "Importieren Sie eine Befragung oder eine Tabelle, oder tippen Sie die Werte je Monat ein. Eine Tabelle aus Excel \
                   lässt sich einfügen.",
    measure_runs: |measure| format!("{measure} läuft"),
    since: |period| format!("seit {period}"),
    before: "davor",
    before_that: |period| format!("vor {period}"),
    whole_time: "gesamter Zeitraum",
    difference: "Unterschied",
    against: |period| format!("gegenüber {period}"),
    target: "Ziel",
    target_by: |day| format!("Ziel bis {day}"),
    target_state: |state| match state {
        TargetState::Missed => "noch nicht erreicht",
        TargetState::Reached => "erreicht, aber nicht gesichert",
        TargetState::Secured => "erreicht",
    },
    unsure: "unsicher",
    origin_of: |figure| format!("Woher kommt „{figure}“?"),
    origin_target: |period| {
        format!(
            "Das nächste Ziel, verglichen mit dem letzten Wert ({period}). „Erreicht“ heißt: Auch das ungünstigere Ende des \
             Intervalls erreicht das Ziel."
        )
    },
    more_than_noise: "Mehr als Zufall",
    noise: "= Zufall möglich",
    noise_note: "Zufall möglich",
    no_comparison: "Noch kein Vergleich",
    no_comparison_text: "Daten gibt es bisher nur aus einem Zeitraum. Ob sich etwas ändert, zeigt sich ab dem zweiten.",
    distribution: "Verteilung",
    promoters: "Fürsprecher",
    passives: "Passive",
    detractors: "Kritiker",
    definition: "Definition",
    definition_placeholder: "Was genau wird gefragt oder gezählt?",
    nps_help_label: "Was ist der NPS?",
    nps_help_title: "Net Promoter Score (NPS)",
    nps_help: "Auf die Frage, ob man das Unternehmen weiterempfiehlt, antworten Fürsprecher mit 9 oder 10, Passive mit 7 oder 8, \
               Kritiker mit 0 bis 6.\nNPS = (Fürsprecher − Kritiker) ÷ Antworten × 100, also −100 bis +100 Punkte.\nAntworten, die \
               keine ganze Zahl von 0 bis 10 sind, zählen nicht mit.",
    details: "Details",
    owner: "Verantwortlich",
    nobody: "niemand",
    belongs_to: "Gehört zu",
    belongs_to_all: "ganzer Lebenszyklus",
    belongs_to_phase: |phase| format!("Phase: {phase}"),
    belongs_to_touchpoint: |touchpoint| format!("Touchpoint: {touchpoint}"),
    source: "Quelle",
    no_source: "keine",
    typed_months: |months| if months == 1 { "1 Monat eingetippt".to_owned() } else { format!("{months} Monate eingetippt") },
    interval: "Intervall",
    interval_help_label: "Wie wird das Intervall berechnet?",
    targets: "Ziele",
    add_target: "Hinzufügen",
    no_target: "Noch kein Ziel.",
    target_value: "Zielwert",
    target_day: "zu erreichen bis",
    target_range: |is_score| {
        if is_score { "Bitte eine Zahl von −100 bis +100 eingeben." } else { "Bitte eine Zahl eingeben." }
    },
    remove_target: "Ziel löschen",
    target_removed: "Ziel gelöscht.",
    measures: "Maßnahmen",
    no_measures: "Noch keine Maßnahme zielt auf diese Kennzahl.",
    to_measures: "Zu den Maßnahmen",
    all_measures: |count| format!("Alle {count}"),
    running_since: |day| format!("läuft seit {day}"),
    planned_from: |day| format!("geplant ab {day}"),
    done_since: |day| format!("fertig seit {day}"),
    hidden_groups: |groups, minimum| {
        let groups = if groups == 1 { "Eine Gruppe".to_owned() } else { format!("{groups} Gruppen") };
        format!("{groups} mit weniger als {minimum} Antworten: nicht einzeln gezeigt, damit niemand erkennbar ist.")
    },
    personas: "Nach Personas",
    personas_note: "über ihr Segment",
    no_personas: "Keine Persona hat ein Segment, das in den Daten vorkommt.",
    sources_overlap: |first, second, from, to, days| {
        let days = if days == 1 { format!("am {from}") } else { format!("an {days} Tagen zwischen {from} und {to}") };
        format!("„{first}“ und „{second}“ haben beide Antworten {days}. Stammen sie aus derselben Befragung, zählen sie doppelt.")
    },
    typed_overlap: |months, source| {
        let months = several_months(months);
        format!("Für {months} gibt es eingetippte Werte und Antworten aus „{source}“. Beide zählen mit.")
    },
    reported_aside: |months| {
        let months = several_months(months);
        format!(
            "Für {months} sind nur gemeldete Werte eingetippt, die sich mit gezählten nicht zusammenrechnen lassen: In jedem \
             Zeitraum, der auch Gezähltes enthält, und im Wert über die ganze Zeit bleiben sie außen vor."
        )
    },
    hidden_periods: |periods, minimum| {
        let periods = if periods == 1 { "Ein Zeitraum".to_owned() } else { format!("{periods} Zeiträume") };
        format!("{periods} mit weniger als {minimum} Antworten: nicht einzeln gezeigt, damit niemand erkennbar ist.")
    },
    left_out: |written, count| {
        let answers = if count == 1 {
            "Antwort liegt außerhalb der Skala und zählt"
        } else {
            "Antworten liegen außerhalb der Skala und zählen"
        };
        format!("{written} {answers} nicht mit.")
    },
    typed_not_in_weeks: "Eingetippte Werte gelten für ganze Monate; in der Ansicht nach Tagen und Wochen fehlen sie.",
    typed: "Eingetippte Werte",
    typed_note: "zählen zu den importierten hinzu",
    typed_hint: "Pfeiltasten bewegen, Tippen oder Enter bearbeitet, Strg + C und Strg + V tauschen mit Excel aus, Strg + D füllt nach unten.",
    no_typed: "Noch keine. Fügen Sie einen Monat hinzu, oder fügen Sie im Menü rechts eine Tabelle aus Excel ein.",
    add_month: "Monat hinzufügen",
    add_earlier: "Früheren Monat hinzufügen",
    more_data: "Weitere Aktionen für eingetippte Werte",
    interval_column: "95-%-Intervall",
    count_wanted: "Hier wird eine ganze Zahl erwartet, 0 oder mehr. Der alte Wert bleibt.",
    number_wanted: "Hier wird eine Zahl erwartet.",
    remove_month: |month| format!("{month} löschen"),
    month_removed: |month| format!("{month} gelöscht."),
    paste_table: "Tabelle einfügen",
    paste_field: "Tabelle",
    paste_hint: "Je Zeile ein Monat und seine Werte, durch Tabulatoren oder Semikolons getrennt, beim NPS also: Monat, Fürsprecher, \
                 Passive, Kritiker. Eine erste Zeile mit Überschriften darf die Reihenfolge ändern. Vorhandene Monate werden \
                 ersetzt.",
    paste_take: "Übernehmen",
    pasted_months: |months, faults| {
        let months = match months {
            0 => "Kein Monat übernommen.".to_owned(),
            1 => "1 Monat übernommen.".to_owned(),
            _ => format!("{months} Monate übernommen."),
        };
        match faults {
            0 => months,
            1 => format!("{months} Eine Zelle passte nicht:"),
            _ => format!("{months} {faults} Zellen passten nicht:"),
        }
    },
    pasted_cells: |cells| if cells == 1 { "1 Zelle eingefügt.".to_owned() } else { format!("{cells} Zellen eingefügt.") },
    more_faults: |more| format!("… und {more} weitere"),
    copy_table: "Tabelle kopieren",
    copied: "Tabelle kopiert.",
    copy_failed: |error| format!("Die Tabelle konnte nicht kopiert werden: {error}"),
    paste_issue: |line, column, value, reason| {
        let reason = paste_reason(reason);
        if value.is_empty() {
            format!("Zeile {line}, Spalte {column}: {reason}.")
        } else {
            format!("Zeile {line}, Spalte {column}: „{value}“ – {reason}.")
        }
    },
};

fn several_months(months: &[String]) -> String {
    match months {
        [first, .., last] if months.len() > 3 => format!("{} Monate von {first} bis {last}", months.len()),
        _ => months.join(", "),
    }
}

fn paste_reason(reason: PasteReason) -> &'static str {
    match reason {
        PasteReason::NotAMonth => "hier wird ein Monat erwartet, zum Beispiel 03/2025",
        PasteReason::NotACount => "hier wird eine ganze Zahl erwartet, 0 oder mehr",
        PasteReason::NotANumber => "hier wird eine Zahl erwartet",
        PasteReason::TwoForms => "der Monat hat Anzahlen und einen gemeldeten Wert; bitte nur eines von beiden",
        PasteReason::Missing => "die Spalte fehlt",
        PasteReason::MonthTwice => "der Monat stand schon in einer früheren Zeile",
    }
}
