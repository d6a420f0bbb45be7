//! The values of a KPI as a file for spreadsheets.

use super::shown::ShownKpi;
use crate::ui::{
    parts,
    platform::{clock, files},
    workspace::Workspace,
};
use leptos::{prelude::*, task::spawn_local};
use reiseplan::{
    charts::kpi::{period_name, style},
    export::{Cell, file_name, write_csv},
    figures::series::by_period,
};

/// What the browser is told an Excel workbook is.
const WORKBOOK_TYPE: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// Saves the values as they are shown, by period, as a CSV file.
pub fn save_csv(shown: ShownKpi, workspace: Workspace) {
    let Some((title, rows)) = values(shown, workspace) else { return };
    let name = file_name(&[&title], clock::today(), "csv");
    let saved = files::download(&name, "text/csv", &write_csv(workspace.texts().language, &rows));
    tell(workspace, &name, saved);
}

/// Saves the values as they are shown, by period, as an Excel workbook.
pub fn save_workbook(shown: ShownKpi, workspace: Workspace) {
    let Some((title, rows)) = values(shown, workspace) else { return };
    let name = file_name(&[&title], clock::today(), "xlsx");
    spawn_local(async move {
        let saved = match parts::workbook_writer().await {
            Ok(write) => write(&title, &rows).and_then(|bytes| files::download_bytes(&name, WORKBOOK_TYPE, &bytes)),
            Err(_) => Err(workspace.texts().shell.not_loaded_text.to_owned()),
        };
        tell(workspace, &name, saved);
    });
}

fn tell(workspace: Workspace, name: &str, saved: Result<(), String>) {
    let formats = &workspace.texts().output.formats;
    match saved {
        Ok(()) => workspace.tell((formats.saved)(name), None),
        Err(error) => workspace.tell_problem((formats.failed)(&error), Vec::new()),
    }
}

/// The KPI's title and its values with interval and number of answers, a row for each period below a header.
fn values(shown: ShownKpi, workspace: Workspace) -> Option<(String, Vec<Vec<Cell>>)> {
    let texts = workspace.texts();
    let plan = workspace.plan_now();
    let id = shown.id();
    let kpi = plan.kpis.get(&id)?;
    let grain = shown.grain.get_untracked();
    let series = shown.group.with_untracked(|group| by_period(&plan, &id, group.as_ref(), grain));
    let short = (texts.figures.short)(&kpi.kind);
    let head = [(texts.figures.grain)(grain), &short, texts.charts.low, texts.charts.high, texts.charts.answers_column];
    let mut rows: Vec<Vec<Cell>> = vec![head.into_iter().map(Cell::from).collect()];
    let decimals = 10_f64.powi(i32::try_from(style(&plan, &id).decimals + 2).unwrap_or(2));
    let round = |value: f64| (value * decimals).round() / decimals;
    for (period, measured) in series {
        let Some(figure) = measured.figure() else { continue };
        rows.push(vec![
            Cell::from(period_name(period, texts)),
            Cell::from(round(figure.value)),
            Cell::from(figure.interval.map(|(low, _)| round(low))),
            Cell::from(figure.interval.map(|(_, high)| round(high))),
            Cell::from(figure.n.map(|n| n as f64)),
        ]);
    }
    Some((kpi.title.clone(), rows))
}
