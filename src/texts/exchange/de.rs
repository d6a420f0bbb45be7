//! German words of plan files: what is wrong with one, and what was mended.

use super::Exchange;
use crate::exchange::{Fault, FileKind, MAX_FILE_LEN, Mend, Mended, ReadError, SCHEMA};

pub static EXCHANGE: Exchange = Exchange {
    read_error,
    mended,
    table,
    other_groups: "Übrige",
    passing_on_suffix: "zum Weitergeben",
    passing_on_done: "Exportiert: importierte Daten nach Monaten, kleine Gruppen zusammengefasst, ohne Stimmen.",
    export_failed: "Die Datei konnte nicht exportiert werden.",
    delete_failed: "Der Plan konnte nicht gelöscht werden.",
};

fn table(name: &str) -> &str {
    match name {
        "profile" => "Angaben zum Plan",
        "sub_phases" => "Abschnitte",
        "departments" => "Abteilungen",
        "channels" => "Kanäle",
        "dimensions" => "Dimensionen",
        "touchpoints" => "Touchpoints",
        "personas" => "Personas",
        "audits" => "Touchpoint-Audits",
        "voices" => "Stimmen",
        "journeys" => "Kundenreisen",
        "pain_points" => "Schmerzpunkte",
        "opportunities" => "Chancen",
        "goals" => "Ziele",
        "weaknesses" => "Schwächen",
        "measures" => "Maßnahmen",
        "win_back_groups" => "Gruppen verlorener Kunden",
        "contents" => "Inhalte",
        "involvements" => "Kundenbeteiligung",
        "dismissals" => "Nicht relevante Hinweise",
        "kpis" => "Kennzahlen",
        "sources" => "Datenquellen",
        other => other,
    }
}

fn read_error(error: &ReadError) -> String {
    let again = "Bitte exportieren Sie den Plan noch einmal oder nehmen Sie eine andere Kopie.";
    let other = "Öffnen Sie eine Datei, die Reiseplan exportiert hat.";
    match error {
        ReadError::TooLarge { len } => {
            format!("Die Datei hat {} MiB, gelesen werden höchstens {} MiB. {other}", len.div_ceil(1 << 20), MAX_FILE_LEN >> 20)
        }
        ReadError::Empty => format!("Die Datei ist leer. {again}"),
        ReadError::NotText { line } => {
            format!("Die Datei ist kein Text in UTF-8: In Zeile {line} stehen andere Bytes. {other}")
        }
        ReadError::NotJson { line, column } => format!(
            "Die Datei ist kein gültiges JSON: In Zeile {line}, Spalte {column} steht etwas, das dort nicht hingehört. {again}"
        ),
        ReadError::Truncated { line } => format!("Die Datei ist unvollständig: Sie bricht in Zeile {line} ab. {again}"),
        ReadError::TooDeep { line, column } => format!(
            "Die Datei ist tiefer verschachtelt als jeder Plan: Ab Zeile {line}, Spalte {column} wurde nicht mehr gelesen. {other}"
        ),
        ReadError::OtherFormat(found) => {
            let found = match found {
                FileKind::Named(name) => format!("Die Datei hat das Format „{name}“ und ist kein Plan."),
                FileKind::Object => "Die Datei ist JSON, aber kein Plan: Ihr fehlt die Angabe „format“.".to_owned(),
                FileKind::List => "Die Datei ist JSON, aber kein Plan: Sie enthält eine Liste.".to_owned(),
                FileKind::Single => "Die Datei ist JSON, aber kein Plan: Sie enthält einen einzelnen Wert.".to_owned(),
            };
            format!("{found} {other}")
        }
        ReadError::NoSchema => format!("Der Datei fehlt eine gültige Angabe „schema“. {again}"),
        ReadError::Newer { found } => format!(
            "Die Datei stammt aus einer neueren Version (Schema {found}, bekannt ist {SCHEMA}). Laden Sie die Seite neu, um \
             die neueste Version zu bekommen."
        ),
        ReadError::NoPlan => format!("In der Datei ist kein Plan: Ihr fehlt der Teil „plan“. {again}"),
    }
}

fn mended(mended: &Mended) -> String {
    let position = mended.position.map(|position| format!(", Eintrag {}", position + 1)).unwrap_or_default();
    let id = mended.id.as_ref().map(|id| format!(" ({id})")).unwrap_or_default();
    let place = if mended.table.is_empty() { "Plan" } else { table(&mended.table) };
    let what = match &mended.mend {
        Mend::SetAside(fault) => {
            let why = match fault {
                Fault::NotAnObject => "es ist kein Objekt".to_owned(),
                Fault::NoId => "es hat keine gültige „id“".to_owned(),
                Fault::Field { field, found } => format!("im Feld „{field}“ passt nicht, was dort steht: {found}"),
                Fault::Fields => "ein Feld fehlt oder mehrere Felder passen nicht".to_owned(),
            };
            format!("Nicht lesbar: {why}. Der Eintrag bleibt in der Datei, wird aber nicht gezeigt.")
        }
        Mend::DoubledId => "Die Kennung gibt es schon. Der Eintrag bleibt in der Datei, wird aber nicht gezeigt.".to_owned(),
        Mend::Dangling { table: target, id } => {
            format!("Ein Verweis führte ins Leere ({}: {id}) und wurde entfernt.", table(target))
        }
        Mend::NewId { old, new } => format!("Die Kennung „{old}“ war falsch oder doppelt und heißt jetzt „{new}“."),
        Mend::BadNumber { field } => format!("Im Feld „{field}“ stand eine unmögliche Zahl; sie wurde entfernt."),
        Mend::NoProfile => "Die Angaben zum Plan fehlten; leere wurden angelegt.".to_owned(),
        Mend::SecondProfile => "Es gab mehrere Angaben zum Plan; die erste gilt, diese bleibt in der Datei.".to_owned(),
        Mend::NoSubPhases => "Die Abschnitte des Lebenszyklus fehlten; die üblichen wurden angelegt.".to_owned(),
        Mend::NoPlanId => "Dem Plan fehlte eine gültige Kennung; er hat eine neue bekommen.".to_owned(),
        Mend::NotATable => "Hier steht keine Liste. Der Inhalt bleibt in der Datei, wird aber nicht gezeigt.".to_owned(),
    };
    format!("{place}{position}{id}: {what}")
}
