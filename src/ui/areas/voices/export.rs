//! The list as a file for spreadsheets.

use crate::ui::{
    platform::{clock, files},
    workspace::Workspace,
};
use reiseplan::{
    export::{file_name, write_csv},
    plan::VoiceId,
    sheet::voices_table,
};

/// Hands the voices that are shown to the user, in the order shown, as a CSV file.
pub fn save(workspace: Workspace, shown: &[VoiceId]) {
    let texts = workspace.texts();
    let plan = workspace.plan_now();
    let csv = write_csv(texts.language, &voices_table(&plan, shown, texts));
    let name = file_name(&[&plan.profile().title, texts.voices.voices], clock::today(), "csv");
    match files::download(&name, "text/csv", &csv) {
        Ok(()) => workspace.tell((texts.voices.exported)(shown.len()), None),
        Err(reason) => workspace.tell_problem((texts.voices.export_failed)(&reason), Vec::new()),
    }
}
