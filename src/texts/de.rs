//! The German texts.

use super::*;
use crate::editor::{Label, Noun, Verb};

fn paste_reason(reason: PasteReason) -> &'static str {
    match reason {
        PasteReason::NotAMonth => "hier wird ein Monat erwartet, zum Beispiel 03/2025",
        PasteReason::NotACount => "hier wird eine ganze Zahl von Antworten erwartet, 0 oder mehr",
        PasteReason::Missing => "die Spalte fehlt",
        PasteReason::MonthTwice => "der Monat stand schon in einer früheren Zeile",
    }
}

pub(super) static TEXTS: Texts = Texts {
    language: Language::De,
    terms: Terms {
        phase: |phase| match phase {
            Phase::Acquisition => "Anbahnung",
            Phase::Active => "Aktiv",
            Phase::Passive => "Passiv",
        },
        sub_phase: |id| {
            Some(match id {
                "awareness" => "Aufmerksamkeit",
                "consideration" => "Erwägung",
                "decision" => "Entscheidung",
                "onboarding" => "Onboarding",
                "use" => "Nutzung",
                "renewal" => "Verlängerung",
                "inactive" => "Inaktivität",
                "cancelled" => "Kündigung",
                "win-back" => "Rückgewinnung",
                _ => return None,
            })
        },
        unnamed: "ohne Namen",
    },
    shell: Shell {},
    library: Library {},
    exchange: Exchange {},
    settings: Settings {},
    overview: Overview {},
    journeys: Journeys {},
    strategy: Strategy {},
    import: Import {},
    kpis: Kpis {
        pasted_columns: PastedColumns {
            month: &["Monat", "Zeitraum", "Datum"],
            promoters: &["Promotoren", "Fürsprecher", "9–10", "9-10"],
            passives: &["Passive", "Indifferente", "Neutrale", "7–8", "7-8"],
            detractors: &["Detraktoren", "Kritiker", "0–6", "0-6"],
        },
        paste_reason,
        paste_issue: |line, column, value, reason| {
            let reason = paste_reason(reason);
            if value.is_empty() {
                format!("Zeile {line}, Spalte {column}: {reason}.")
            } else {
                format!("Zeile {line}, Spalte {column}: „{value}“ – {reason}.")
            }
        },
    },
    charts: Charts {},
    actions: Actions {
        label,
        undo: |step| format!("Rückgängig: {}", label(step)),
        redo: |step| format!("Wiederholen: {}", label(step)),
    },
};

fn label(label: Label) -> String {
    let noun = match label.noun {
        Noun::Plan => "Plan",
        Noun::Profile => "Angaben zum Plan",
        Noun::SubPhase => "Teilphase",
        Noun::Department => "Abteilung",
        Noun::Channel => "Kanal",
        Noun::Dimension => "Dimension",
        Noun::SegmentValue => "Segment",
        Noun::Touchpoint => "Touchpoint",
        Noun::Persona => "Persona",
        Noun::Journey => "Journey",
        Noun::Lane => "Zeile",
        Noun::Stage => "Abschnitt",
        Noun::Step => "Schritt",
        Noun::Text => "Text",
        Noun::Emotion => "Emotion",
        Noun::Evidence => "Beleg",
        Noun::MomentOfTruth => "Moment der Wahrheit",
        Noun::PainPoint => "Schmerzpunkt",
        Noun::Goal => "Ziel",
        Noun::Weakness => "Schwäche",
        Noun::Assessment => "Einschätzung",
        Noun::Measure => "Maßnahme",
        Noun::Kpi => "Kennzahl",
        Noun::Target => "Zielwert",
        Noun::KpiData => "Werte der Kennzahl",
        Noun::Source => "Datenquelle",
        Noun::Cells => "Zellen",
    };
    let verb = match label.verb {
        Verb::Add => "hinzufügen",
        Verb::Change => "ändern",
        Verb::Rename => "umbenennen",
        Verb::Move => "verschieben",
        Verb::Remove => "löschen",
        Verb::Duplicate => "duplizieren",
        Verb::Import => "importieren",
        Verb::Paste => "einfügen",
        Verb::Merge => "zusammenführen",
        Verb::Show => "einblenden",
        Verb::Hide => "ausblenden",
    };
    format!("{noun} {verb}")
}
