//! The English texts.

use super::*;
use crate::{
    editor::{Label, Noun, Verb},
    exchange::{Fault, FileKind, MAX_FILE_LEN, Mend, Mended, ReadError, SCHEMA},
};

pub(super) static TEXTS: Texts = Texts {
    language: Language::En,
    terms: Terms {
        phase: |phase| match phase {
            Phase::Acquisition => "Acquisition",
            Phase::Active => "Active",
            Phase::Passive => "Passive",
        },
        sub_phase: |id| {
            Some(match id {
                "awareness" => "Awareness",
                "consideration" => "Consideration",
                "decision" => "Decision",
                "onboarding" => "Onboarding",
                "use" => "Use",
                "renewal" => "Renewal",
                "inactive" => "Inactive",
                "cancelled" => "Cancelled",
                "win-back" => "Win-back",
                _ => return None,
            })
        },
        unnamed: "unnamed",
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
    actions: Actions { label, undo: |step| format!("Undo: {}", label(step)), redo: |step| format!("Redo: {}", label(step)) },
};

fn label(label: Label) -> String {
    let noun = match label.noun {
        Noun::Plan => "plan",
        Noun::Profile => "plan details",
        Noun::SubPhase => "sub-phase",
        Noun::Department => "department",
        Noun::Channel => "channel",
        Noun::Dimension => "dimension",
        Noun::SegmentValue => "segment",
        Noun::Touchpoint => "touchpoint",
        Noun::Persona => "persona",
        Noun::Journey => "journey",
        Noun::Lane => "lane",
        Noun::Stage => "stage",
        Noun::Step => "step",
        Noun::Text => "text",
        Noun::Emotion => "emotion",
        Noun::Evidence => "evidence",
        Noun::MomentOfTruth => "moment of truth",
        Noun::PainPoint => "pain point",
        Noun::Goal => "goal",
        Noun::Weakness => "weakness",
        Noun::Assessment => "assessment",
        Noun::Measure => "measure",
        Noun::Kpi => "KPI",
        Noun::Target => "target",
        Noun::KpiData => "KPI values",
        Noun::Source => "data source",
        Noun::Cells => "cells",
    };
    let verb = match label.verb {
        Verb::Add => "Add",
        Verb::Change => "Change",
        Verb::Rename => "Rename",
        Verb::Move => "Move",
        Verb::Remove => "Delete",
        Verb::Duplicate => "Duplicate",
        Verb::Import => "Import",
        Verb::Paste => "Paste",
        Verb::Merge => "Merge",
        Verb::Show => "Show",
        Verb::Hide => "Hide",
    };
    format!("{verb} {noun}")
}

fn table(name: &str) -> &str {
    match name {
        "profile" => "Plan details",
        "sub_phases" => "Sub-phases",
        "departments" => "Departments",
        "channels" => "Channels",
        "dimensions" => "Dimensions",
        "touchpoints" => "Touchpoints",
        "personas" => "Personas",
        "journeys" => "Journeys",
        "pain_points" => "Pain points",
        "goals" => "Goals",
        "weaknesses" => "Weaknesses",
        "measures" => "Measures",
        "kpis" => "KPIs",
        "sources" => "Data sources",
        other => other,
    }
}

fn read_error(error: &ReadError) -> String {
    let again = "Please export the plan once more or use another copy.";
    let other = "Open a file that Reiseplan has exported.";
    match error {
        ReadError::TooLarge { len } => {
            format!("The file has {} MiB; at most {} MiB are read. {other}", len.div_ceil(1 << 20), MAX_FILE_LEN >> 20)
        }
        ReadError::Empty => format!("The file is empty. {again}"),
        ReadError::NotText { line } => format!("The file isn’t text in UTF-8: there are other bytes in line {line}. {other}"),
        ReadError::NotJson { line, column } => {
            format!("The file isn’t valid JSON: line {line}, column {column} has something that doesn’t belong there. {again}")
        }
        ReadError::Truncated { line } => format!("The file is incomplete: it breaks off in line {line}. {again}"),
        ReadError::TooDeep { line, column } => {
            format!("The file is nested deeper than any plan: from line {line}, column {column} on it was not read. {other}")
        }
        ReadError::OtherFormat(found) => {
            let found = match found {
                FileKind::Named(name) => format!("The file has the format “{name}” and isn’t a plan."),
                FileKind::Object => "The file is JSON but not a plan: it has no “format”.".to_owned(),
                FileKind::List => "The file is JSON but not a plan: it holds a list.".to_owned(),
                FileKind::Single => "The file is JSON but not a plan: it holds a single value.".to_owned(),
            };
            format!("{found} {other}")
        }
        ReadError::NoSchema => format!("The file has no valid “schema”. {again}"),
        ReadError::Newer { found } => format!(
            "The file comes from a newer version (schema {found}, known is {SCHEMA}). Reload the page to get the latest \
             version."
        ),
        ReadError::NoPlan => format!("There is no plan in the file: its part “plan” is missing. {again}"),
    }
}

fn mended(mended: &Mended) -> String {
    let position = mended.position.map(|position| format!(", entry {}", position + 1)).unwrap_or_default();
    let id = mended.id.as_ref().map(|id| format!(" ({id})")).unwrap_or_default();
    let place = if mended.table.is_empty() { "Plan" } else { table(&mended.table) };
    let what = match &mended.mend {
        Mend::SetAside(fault) => {
            let why = match fault {
                Fault::NotAnObject => "it isn’t an object".to_owned(),
                Fault::NoId => "it has no valid “id”".to_owned(),
                Fault::Field { field, found } => format!("the field “{field}” can’t hold {found}"),
                Fault::Fields => "a field is missing or several fields are wrong".to_owned(),
            };
            format!("Can’t be read: {why}. The entry stays in the file but isn’t shown.")
        }
        Mend::DoubledId => "The id is already taken. The entry stays in the file but isn’t shown.".to_owned(),
        Mend::Dangling { table: target, id } => {
            format!("A reference led nowhere ({}: {id}) and was removed.", table(target))
        }
        Mend::NewId { old, new } => format!("The id “{old}” was wrong or doubled and is “{new}” now."),
        Mend::BadNumber { field } => format!("The field “{field}” had an impossible number; it was removed."),
        Mend::NoProfile => "The plan’s details were missing; empty ones were made.".to_owned(),
        Mend::SecondProfile => "There were several plan details; the first count, these stay in the file.".to_owned(),
        Mend::NoSubPhases => "The sub-phases were missing; the usual ones were made.".to_owned(),
        Mend::NoPlanId => "The plan had no valid id and got a new one.".to_owned(),
        Mend::NotATable => "This isn’t a list. What it holds stays in the file but isn’t shown.".to_owned(),
    };
    format!("{place}{position}{id}: {what}")
}
