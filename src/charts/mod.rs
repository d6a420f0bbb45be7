//! What a chart shows, and the ECharts option that draws it.
//!
//! A [`ChartSpec`] is small plain data. [`option`] makes the option out of it, [`table`] the same as rows of text. An
//! option holds no function and no HTML: numbers are written in the core, tooltips are plain text for ECharts' rich
//! text mode. Not more than [`MAX_POINTS`] points are drawn.

mod amounts;
mod curve;
mod curve_names;
mod drawing;
mod frame;
pub mod kpi;
mod line;
mod rows;
mod scale;
mod spec;
mod table;
mod theme;

pub use amounts::{AmountChart, AmountPoint};
pub use curve::{emotion_path, smooth_path};
pub use curve_names::{CurvePoint, LaneBox, NameLane, NamedCurve, place_curve_names};
pub use spec::{Bar, ChartKind, ChartSpec, IntervalRow, Limits, LineChart, LinePoint, Mark, Span, TargetLine};
pub use table::{ChartTable, table};
pub use theme::ChartTheme;

use crate::texts::Texts;
use serde_json::{Value, json};

/// Most points or rows of a chart that are drawn; of a longer line the last ones, of more rows the first ones.
pub const MAX_POINTS: usize = 3000;

/// Makes the ECharts option that draws a chart in a theme.
#[must_use]
pub fn option(spec: &ChartSpec, theme: &ChartTheme, texts: &Texts) -> Value {
    match &spec.kind {
        ChartKind::Line(chart) => line::option(spec, chart, theme, texts),
        ChartKind::Amounts(chart) => amounts::option(spec, chart, theme, texts),
        ChartKind::Rows(intervals) => rows::intervals(spec, &intervals[..intervals.len().min(MAX_POINTS)], theme, texts),
        ChartKind::Bars(bars) => rows::bars(spec, &bars[..bars.len().min(MAX_POINTS)], theme, texts),
    }
}

/// Room above a chart for its title, in CSS pixels.
const TITLE_HEIGHT: f64 = 56.0;

/// What is written under a picture: what the numbers of its marks mean, a line for each.
fn key(spec: &ChartSpec, texts: &Texts) -> Vec<String> {
    let numbered = matches!(&spec.kind, ChartKind::Line(line) if line.numbers_marks());
    let events = if numbered { spec.events(texts) } else { Vec::new() };
    events.iter().enumerate().map(|(at, event)| format!("{}  {event}", at + 1)).collect()
}

/// Height of a line of the key, in CSS pixels.
const KEY_LINE: f64 = 16.0;

/// Makes the option of a chart as a picture that stands alone: with its title, on paper. It is [`picture_height`] high.
#[must_use]
pub fn picture(spec: &ChartSpec, theme: &ChartTheme, texts: &Texts) -> Value {
    let mut option = option(spec, theme, texts);
    let key = key(spec, texts);
    let room = |option: &Value, side: &str| option["grid"][side].as_f64().unwrap_or_default();
    option["grid"]["top"] = (room(&option, "top") + TITLE_HEIGHT).into();
    option["backgroundColor"] = theme.paper.into();
    let mut titles = vec![json!({
        "text": spec.title,
        "subtext": spec.subtitle,
        "left": 8,
        "top": 4,
        "itemGap": 4,
        "textStyle": { "color": theme.ink, "fontSize": 16, "fontWeight": 600 },
        "subtextStyle": { "color": theme.tertiary, "fontSize": frame::FONT_SIZE },
    })];
    if !key.is_empty() {
        option["grid"]["bottom"] = (room(&option, "bottom") + key.len() as f64 * KEY_LINE).into();
        let style = json!({ "color": theme.secondary, "fontSize": frame::FONT_SIZE, "fontWeight": 400, "lineHeight": KEY_LINE });
        titles.push(json!({ "text": key.join("\n"), "left": 8, "bottom": 4, "padding": 0, "textStyle": style }));
    }
    option["title"] = titles.into();
    option
}

/// The height of [`picture`], in CSS pixels.
#[must_use]
pub fn picture_height(spec: &ChartSpec, texts: &Texts) -> f64 {
    spec.height() as f64 + TITLE_HEIGHT + key(spec, texts).len() as f64 * KEY_LINE
}
