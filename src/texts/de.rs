//! The German texts.

use super::*;
use crate::{
    editor::{Label, Noun, Verb},
    exchange::{Fault, FileKind, MAX_FILE_LEN, Mend, Mended, ReadError, SCHEMA},
};

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
    exchange: Exchange { read_error, mended, table },
    settings: Settings {},
    overview: Overview {},
    journeys: Journeys {},
    strategy: Strategy {},
    import: Import {},
    kpis: Kpis {},
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

fn table(name: &str) -> &str {
    match name {
        "profile" => "Angaben zum Plan",
        "sub_phases" => "Teilphasen",
        "departments" => "Abteilungen",
        "channels" => "Kanäle",
        "dimensions" => "Dimensionen",
        "touchpoints" => "Touchpoints",
        "personas" => "Personas",
        "journeys" => "Journeys",
        "pain_points" => "Schmerzpunkte",
        "goals" => "Ziele",
        "weaknesses" => "Schwächen",
        "measures" => "Maßnahmen",
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
        Mend::NoSubPhases => "Die Teilphasen fehlten; die üblichen wurden angelegt.".to_owned(),
        Mend::NoPlanId => "Dem Plan fehlte eine gültige Kennung; er hat eine neue bekommen.".to_owned(),
        Mend::NotATable => "Hier steht keine Liste. Der Inhalt bleibt in der Datei, wird aber nicht gezeigt.".to_owned(),
    };
    format!("{place}{position}{id}: {what}")
}
