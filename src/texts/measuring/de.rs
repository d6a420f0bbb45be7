//! German words about what came of the work.

use super::{Measuring, about};
use crate::figures::{
    effect::{NoEffect, Verdict},
    importance::{ImportanceMethod, NoImportance},
};
use crate::texts::Language;

/// German.
pub const MEASURING: Measuring = Measuring {
    drivers_intro: "Welche Touchpoints erklären, ob Kunden Sie weiterempfehlen.",
    drivers_empty_title: "Noch keine Treiber",
    drivers_empty: "Importieren Sie eine Befragung, die neben der Gesamtnote auch einzelne Touchpoints bewerten lässt. Beim Import wählen \
                    Sie die Fragen, die als Treiber gelten.",
    overall_field: "Gesamtnote",
    drivers_title: |overall| format!("Was treibt {overall}?"),
    drivers_note: |r_squared, n| format!("R² {r_squared} · {n} vollständige Antworten"),
    driver_column: "Touchpoint",
    importance: "Wichtigkeit",
    performance: "Bewertung",
    method: |method| match method {
        ImportanceMethod::Lmg => "LMG (Shapley-Zerlegung von R²)",
        ImportanceMethod::RelativeWeights => "relative Gewichte nach Johnson",
    },
    method_label: "Wie wird die Wichtigkeit berechnet?",
    method_text: "Die Balken teilen R² auf: den Anteil der Unterschiede in der Gesamtnote, den alle Treiber zusammen erklären. Was \
                  Treiber gemeinsam haben, wird zwischen ihnen geteilt; einfache Korrelationen zählten es mehrfach. Bis 12 Treiber nach \
                  Lindeman, Merenda und Gold (LMG), darüber mit Johnsons relativen Gewichten. Gerechnet wird mit Antworten, die in allen \
                  Fragen vollständig sind. Die Bewertung ist der Mittelwert der Antworten, von 0\u{a0}% am schlechten bis 100\u{a0}% am guten \
                  Ende der Skala.",
    no_importance: |why, driver| match why {
        NoImportance::NoDrivers => "Es gibt keine Treiber.".to_owned(),
        NoImportance::TooFew { n, needed } => {
            format!("Zu wenige Antworten: {n} sind vollständig, für so viele Treiber braucht es mindestens {needed}.")
        }
        NoImportance::OverallIsConstant => "Alle haben dieselbe Gesamtnote gegeben: Es gibt nichts zu erklären.".to_owned(),
        NoImportance::DriverIsConstant(_) => format!("„{driver}“ wurde von allen gleich bewertet und kann nichts erklären."),
        NoImportance::DriverFollows(_) => {
            format!("„{driver}“ folgt genau aus den anderen Bewertungen. Nehmen Sie eine der Fragen heraus.")
        }
    },
    first_driver: |driver, share, worst_rated| {
        let rated = if worst_rated { " und ist zugleich am schlechtesten bewertet" } else { "" };
        format!("„{driver}“ steht an erster Stelle{rated}: Darauf gehen {share} dessen zurück, was die Befragung erklären kann.")
    },
    little_explained: "Zusammen erklären die Treiber wenig: Andere Gründe zählen mehr als die abgefragten.",
    describe_bars: |count, values| format!("Balkendiagramm mit {count} Treibern. {values}."),
    matrix_title: "Wichtigkeit und Bewertung",
    matrix_note: "geteilt an den Mittelwerten",
    quadrants: ["Hier ansetzen", "Weiter so", "Nachrangig", "Vielleicht zu viel"],
    point: |name, performance, importance, quadrant| {
        format!("{name}: Bewertung {performance}, Wichtigkeit {importance}, {quadrant}")
    },
    effects_intro: "Was Maßnahmen bewirkt haben: die Zeit vor dem Beginn gegen die Zeit danach.",
    effects_empty_title: "Noch nichts zu prüfen",
    effects_empty: "Hier erscheinen Maßnahmen, die laufen oder fertig sind und eine Kennzahl bewegen sollen. Geben Sie einer Maßnahme \
                    eine Kennzahl und einen Beginn.",
    window_field: "Zeitraum vor und nach dem Beginn",
    months: |count| if count == 1 { "1 Monat".to_owned() } else { format!("{count} Monate") },
    before: "vorher",
    after: "nachher",
    change: "Unterschied",
    verdict_short: |verdict| match verdict {
        Ok(Verdict::Shown) => "belegt".to_owned(),
        Ok(Verdict::Worse) => "schlechter".to_owned(),
        Ok(Verdict::NotShownYet { more: Some(more) }) => format!("noch etwa {} Antworten", about(Language::De, more)),
        Ok(Verdict::NotShownYet { .. } | Verdict::NotShown) => "nicht belegt".to_owned(),
        Ok(Verdict::Untested) => "nicht prüfbar".to_owned(),
        Err(NoEffect::NoStart) => "ohne Beginn".to_owned(),
        Err(NoEffect::NothingBefore) => "Daten davor fehlen".to_owned(),
        Err(NoEffect::NothingAfter) => "noch keine Daten".to_owned(),
    },
    verdict: |verdict| match verdict {
        Verdict::Shown => "belegt".to_owned(),
        Verdict::Worse => "schlechter geworden".to_owned(),
        Verdict::NotShownYet { more: Some(more) } => {
            format!("noch nicht belegt: etwa {} weitere Antworten nötig", about(Language::De, more))
        }
        Verdict::NotShownYet { more: None } => {
            "noch nicht belegt: Die Zeit davor ist zu unsicher, um es mit mehr Antworten zu belegen".to_owned()
        }
        Verdict::NotShown => "nicht belegt: kein Unterschied in der gewünschten Richtung, der mehr als Zufall ist".to_owned(),
        Verdict::Untested => "nicht prüfbar: zu wenige Werte, oder die Zahl der Antworten fehlt".to_owned(),
    },
    no_effect: |why| match why {
        NoEffect::NoStart => "Die Maßnahme hat keinen Beginn.",
        NoEffect::NothingBefore => "Aus der Zeit vor dem Beginn fehlen Daten.",
        NoEffect::NothingAfter => "Aus der Zeit seit dem Beginn fehlen noch Daten.",
    },
    starts: |day| format!("Beginn {day}"),
    span: |from, to| format!("{from} bis {to}"),
    beyond: |count, of| {
        let of = if of == 1 { "einem Zeitraum".to_owned() } else { format!("{of} Zeiträumen") };
        match count {
            0 => format!("Keiner von {of} seit dem Beginn liegt jenseits der Regelgrenzen von davor."),
            1 => format!("Einer von {of} seit dem Beginn liegt jenseits der Regelgrenzen von davor."),
            _ => format!("{count} von {of} seit dem Beginn liegen jenseits der Regelgrenzen von davor."),
        }
    },
    meanwhile: |names| {
        let names: Vec<String> = names.iter().map(|name| format!("„{name}“")).collect();
        format!("In dieser Zeit begannen auch: {}.", names.join(", "))
    },
    mix_shift: |dimension| {
        format!(
            "Die Befragten sind nach {dimension} anders zusammengesetzt als davor; ein Teil des Unterschieds kann daher kommen."
        )
    },
    group_effect: |group, delta, p| format!("{group} {delta} ({p})"),
    groups_alone: "Gruppen für sich:",
    cause_note: "Ein belegter Unterschied zeigt, dass sich etwas geändert hat, nicht, dass die Maßnahme allein der Grund ist.",
    value_title: "Wert eines Kunden",
    basis_field: "Gerechnet mit",
    basis_margin: "Deckungsbeitrag",
    basis_revenue: "Umsatz",
    margin_field: "Deckungsbeitrag je Kunde und Jahr",
    revenue_field: "Umsatz je Kunde und Jahr",
    retention_field: "Bindungsrate im Jahr (%)",
    retention_known: |kpi, value| format!("Aus „{kpi}“ folgt: {value} bleiben im Jahr."),
    take_over: "Übernehmen",
    discount_field: "Kalkulationszins im Jahr (%)",
    discount_of_plan: |rate| format!("{rate} aus dem Plan"),
    cost_field: "Kosten je Neukunde",
    past_field: "Bisher eingebracht",
    convention_field: "Rechenweise",
    horizon_field: "Zahl der Jahre",
    per_cent_fault: "Bitte eine Zahl von 0 bis 100 eingeben.",
    future: "künftiger Wert je Kunde",
    past: "bisher eingebracht",
    whole: "zusammen",
    missing: "Tragen Sie Deckungsbeitrag und Bindungsrate ein, dann steht hier der Wert eines Kunden.",
    endless: "Mit diesen Angaben hat die Summe kein Ende: Bindungsrate und Kalkulationszins passen nicht zusammen.",
    sensitivity: "Was den Wert verändert",
    sensitivity_note: "jeweils allein geändert",
    retention_point: "Bindungsrate 1 Punkt höher",
    margin_percent: "Deckungsbeitrag 1 % höher",
    discount_point: "Kalkulationszins 1 Punkt höher",
    per_customer: "je Kunde",
    all_customers: |customers| format!("für {customers} Kunden"),
    point_title: "Was ein Punkt weniger Abwanderung wert ist",
    point_worth: |worth, each, customers| format!("{worth}: {each} je Kunde, bei {customers} Kunden im Bestand."),
    point_each: |each| {
        format!(
            "{each} je Kunde. Mit einer Kennzahl aus dem Kundenbestand (etwa der Abwanderungsrate) steht hier auch der Wert für alle."
        )
    },
    point_beyond: "Die Bindungsrate kann keinen Punkt mehr steigen.",
    of_all: |value, customers| format!("{value} für {customers} Kunden"),
    churn_of_year: |month, year| format!("{month} im Monat sind {year} im Jahr: 1 − (1 − Monatsrate)¹²."),
};
