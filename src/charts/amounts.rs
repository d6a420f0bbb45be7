//! Amounts of money over time with the band between a bad and a good case: a line chart that counts no answers.

use super::{ChartSpec, ChartTheme, LineChart, LinePoint, frame, line};
use crate::figures::measured::Figure;
use crate::texts::Texts;
use serde_json::{Value, json};

/// Amounts over time.
#[derive(Clone, Debug, PartialEq)]
pub struct AmountChart {
    /// Its points at equal distances.
    pub points: Vec<AmountPoint>,
}

/// An amount in three cases.
#[derive(Clone, Debug, PartialEq)]
pub struct AmountPoint {
    /// Short name, on the axis.
    pub label: String,
    /// Whole name.
    pub name: String,
    /// If things go badly.
    pub low: f64,
    /// Most likely.
    pub likely: f64,
    /// If things go well.
    pub high: f64,
}

pub(super) fn option(spec: &ChartSpec, chart: &AmountChart, theme: &ChartTheme, texts: &Texts) -> Value {
    let point = |point: &AmountPoint| LinePoint {
        label: point.label.clone(),
        name: point.name.clone(),
        estimate: Some(Figure {
            value: point.likely,
            interval: Some((point.low.min(point.high), point.high.max(point.low))),
            n: None,
        }),
        hidden_below: None,
    };
    let points = chart.points.iter().map(point).collect();
    let line = LineChart { points, target: None, span: None, limits: None, marks: Vec::new(), is_narrow: false };
    let mut option = line::option(spec, &line, theme, texts);
    let shown = chart.points.len().saturating_sub(super::MAX_POINTS);
    let data = option["series"][0]["data"].as_array_mut().into_iter().flatten();
    for (item, point) in data.zip(&chart.points[shown..]) {
        item["name"] = json!(frame::plain(&tooltip(point, spec, texts)));
    }
    option
}

fn tooltip(point: &AmountPoint, spec: &ChartSpec, texts: &Texts) -> String {
    let write = |value: f64| spec.numbers.value(texts.language, value);
    let interval = (texts.charts.interval)(&write(point.low), &write(point.high));
    format!("{}\n{}\n{interval}", point.name, write(point.likely))
}
