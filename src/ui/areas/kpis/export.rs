//! The values of a KPI as a file for spreadsheets.

use super::shown::ShownKpi;
use crate::ui::{
    parts,
    platform::{clock, files},
    workspace::Workspace,
};
use leptos::{prelude::*, task::spawn_local};
use reiseplan::{
    charts::kpi::{period_name, points, style},
    export::{Cell, file_name, write_csv},
    figures::series::hidden_periods,
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
    let view = untrack(|| shown.view());
    let hidden = hidden_periods(&plan, &id, view.group.as_ref(), view.grain);
    let words = &texts.charts;
    let mut short = (texts.figures.short)(&kpi.kind);
    if view.window > 1 {
        short = format!("{short} ({})", (words.value_of)(texts.figures.window_field, &(texts.figures.window)(view.window)));
    }
    let head = [(texts.figures.grain)(view.grain), &short, words.low, words.high, words.answers_column];
    let remark = (!hidden.is_empty()).then_some(words.remark);
    let head = head.into_iter().chain(remark).map(Cell::from).collect();
    let mut rows = Vec::new();
    let decimals = 10_f64.powi(i32::try_from(style(&plan, &id).decimals + 2).unwrap_or(2));
    let round = |value: f64| (value * decimals).round() / decimals;
    for (period, measured) in points(&plan, &id, &view) {
        let Some(figure) = measured.figure() else { continue };
        let cells = vec![
            Cell::from(period_name(period, texts)),
            Cell::from(round(figure.value)),
            Cell::from(figure.interval.map(|(low, _)| round(low))),
            Cell::from(figure.interval.map(|(_, high)| round(high))),
            Cell::from(figure.n.map(|n| n as f64)),
        ];
        rows.push((period, cells));
    }
    for period in hidden {
        let why = (words.hidden)(plan.profile().segment_minimum.into());
        let nothing = || Cell::from(None::<f64>);
        rows.push((
            period,
            vec![Cell::from(period_name(period, texts)), nothing(), nothing(), nothing(), nothing(), Cell::from(why)],
        ));
    }
    rows.sort_by_key(|(period, _)| period.first_day());
    Some((kpi.title.clone(), std::iter::once(head).chain(rows.into_iter().map(|(_, cells)| cells)).collect()))
}
