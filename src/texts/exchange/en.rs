//! English words of plan files: what is wrong with one, and what was mended.

use super::Exchange;
use crate::exchange::{Fault, FileKind, MAX_FILE_LEN, Mend, Mended, ReadError, SCHEMA};

pub static EXCHANGE: Exchange = Exchange {
    read_error,
    mended,
    table,
    other_groups: "Others",
    passing_on_suffix: "for passing on",
    passing_on_done: "Exported: imported data by month, small groups merged, no voices.",
    export_failed: "The file could not be exported.",
    delete_failed: "The plan could not be deleted.",
};

fn table(name: &str) -> &str {
    match name {
        "profile" => "Plan details",
        "sub_phases" => "Sub-phases",
        "departments" => "Departments",
        "channels" => "Channels",
        "dimensions" => "Dimensions",
        "touchpoints" => "Touchpoints",
        "personas" => "Personas",
        "audits" => "Touchpoint audits",
        "voices" => "Voices",
        "journeys" => "Journeys",
        "pain_points" => "Pain points",
        "opportunities" => "Opportunities",
        "goals" => "Goals",
        "weaknesses" => "Weaknesses",
        "measures" => "Measures",
        "win_back_groups" => "Groups of lost customers",
        "contents" => "Content",
        "involvements" => "Customer involvement",
        "dismissals" => "Remarks marked as not relevant",
        "kpis" => "KPIs",
        "sources" => "Data sources",
        other => other,
    }
}

fn read_error(error: &ReadError) -> String {
    let again = "Please export the plan again or use another copy.";
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
            "The file comes from a newer version (schema {found}; this version knows {SCHEMA}). Reload the page to get the latest \
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
        Mend::NewId { old, new } => format!("The id “{old}” was wrong or duplicate and is now “{new}”."),
        Mend::BadNumber { field } => format!("The field “{field}” had an impossible number; it was removed."),
        Mend::NoProfile => "The plan’s details were missing; empty ones were made.".to_owned(),
        Mend::SecondProfile => "There were several plan details; the first count, these stay in the file.".to_owned(),
        Mend::NoSubPhases => "The sub-phases were missing; the usual ones were made.".to_owned(),
        Mend::NoPlanId => "The plan had no valid id and got a new one.".to_owned(),
        Mend::NotATable => "This isn’t a list. What it holds stays in the file but isn’t shown.".to_owned(),
    };
    format!("{place}{position}{id}: {what}")
}
