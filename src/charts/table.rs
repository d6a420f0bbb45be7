//! A chart as a table of texts.

use super::{ChartKind, ChartSpec};
use crate::figures::measured::Figure;
use crate::texts::{Texts, format};

/// A table: headings and rows of the same length.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChartTable {
    /// The headings.
    pub header: Vec<String>,
    /// The rows.
    pub rows: Vec<Vec<String>>,
}

/// Stands where there is no value.
const MISSING: &str = "–";

/// Writes a chart as a table: every point that it draws, with interval and number of answers.
#[must_use]
pub fn table(spec: &ChartSpec, texts: &Texts) -> ChartTable {
    let words = &texts.charts;
    let names = [spec.point_name.as_str(), spec.value_name.as_str()];
    match &spec.kind {
        ChartKind::Bars(bars) => {
            let row = |bar: &super::Bar| vec![bar.label.clone(), spec.numbers.value(texts.language, bar.value)];
            ChartTable { header: names.map(str::to_owned).to_vec(), rows: bars.iter().map(row).collect() }
        }
        ChartKind::Line(line) => {
            let row = |point: &super::LinePoint| {
                let hidden = point.hidden_below.map(|minimum| (words.hidden)(minimum)).unwrap_or_default();
                estimate_row(spec, &point.name, point.estimate.as_ref(), &hidden, texts)
            };
            estimates(spec, line.points.iter().map(row).collect(), texts)
        }
        ChartKind::Amounts(chart) => {
            let write = |value: f64| spec.numbers.value(texts.language, value);
            let row =
                |point: &super::AmountPoint| vec![point.name.clone(), write(point.likely), write(point.low), write(point.high)];
            let header = [names[0], names[1], words.low, words.high].map(str::to_owned).to_vec();
            ChartTable { header, rows: chart.points.iter().map(row).collect() }
        }
        ChartKind::Rows(rows) => {
            let row = |row: &super::IntervalRow| {
                estimate_row(spec, &row.label, row.estimate.as_ref(), &(words.hidden)(row.minimum), texts)
            };
            estimates(spec, rows.iter().map(row).collect(), texts)
        }
    }
}

/// A table of values with intervals; without the column for remarks if there are none.
fn estimates(spec: &ChartSpec, mut rows: Vec<Vec<String>>, texts: &Texts) -> ChartTable {
    let words = &texts.charts;
    let names = [&spec.point_name, &spec.value_name, words.low, words.high, words.answers_column, words.remark];
    let mut header = names.map(str::to_owned).to_vec();
    if rows.iter().all(|row| row.last().is_none_or(String::is_empty)) {
        header.pop();
        for row in &mut rows {
            row.pop();
        }
    }
    ChartTable { header, rows }
}

fn estimate_row(spec: &ChartSpec, name: &str, estimate: Option<&Figure>, if_missing: &str, texts: &Texts) -> Vec<String> {
    let Some(estimate) = estimate else {
        return [name, MISSING, MISSING, MISSING, MISSING, if_missing].map(str::to_owned).to_vec();
    };
    let (language, style) = (texts.language, &spec.numbers);
    let end = |end: Option<f64>| end.map_or_else(|| MISSING.to_owned(), |end| style.end(language, end));
    vec![
        name.to_owned(),
        style.value(language, estimate.value),
        end(estimate.interval.map(|(low, _)| low)),
        end(estimate.interval.map(|(_, high)| high)),
        estimate.n.map_or_else(|| MISSING.to_owned(), |n| format::count(language, n)),
        if estimate.is_unsure() { texts.charts.unsure.to_owned() } else { String::new() },
    ]
}
