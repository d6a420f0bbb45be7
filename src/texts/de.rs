//! The German texts.

use super::*;

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
    actions: Actions {},
};
