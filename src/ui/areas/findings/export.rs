//! The list as a file for spreadsheets.

use crate::ui::{
    platform::{clock, files},
    workspace::Workspace,
};
use reiseplan::{
    export::{file_name, write_csv},
    plan::FindingKey,
    sheet::findings_table,
};

/// Hands the findings that are shown to the user, in the order shown, as a CSV file.
pub fn save(workspace: Workspace, shown: &[FindingKey]) {
    let texts = workspace.texts();
    let plan = workspace.plan_now();
    let csv = write_csv(texts.language, &findings_table(&plan, shown, texts));
    let name = file_name(&[&plan.profile().title, texts.findings.title], clock::today(), "csv");
    match files::download(&name, "text/csv", &csv) {
        Ok(()) => workspace.tell((texts.findings.exported)(shown.len()), None),
        Err(reason) => workspace.tell_problem((texts.findings.export_failed)(&reason), Vec::new()),
    }
}
