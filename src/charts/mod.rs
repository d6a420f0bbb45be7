//! What a chart shows, and the ECharts option that draws it.
//!
//! A [`ChartSpec`] is small plain data. [`option`] makes the option out of it, [`table`] the same as rows of text. An
//! option holds no function and no HTML: numbers are written in the core, tooltips are plain text for ECharts' rich
//! text mode. Not more than [`MAX_POINTS`] points are drawn.

mod curve;
mod drawing;
mod frame;
mod line;
pub mod nps;
mod rows;
mod scale;
mod spec;
mod table;
mod theme;

pub use curve::smooth_path;
pub use spec::{Bar, ChartKind, ChartSpec, Estimate, IntervalRow, LineChart, LinePoint, NumberStyle, Span, TargetLine};
pub use table::{ChartTable, table};
pub use theme::ChartTheme;

use crate::texts::Texts;
use serde_json::Value;

/// Most points or rows of a chart that are drawn; of a longer line the last ones, of more rows the first ones.
pub const MAX_POINTS: usize = 3000;

/// Makes the ECharts option that draws a chart in a theme.
#[must_use]
pub fn option(spec: &ChartSpec, theme: &ChartTheme, texts: &Texts) -> Value {
    match &spec.kind {
        ChartKind::Line(chart) => line::option(spec, chart, theme, texts),
        ChartKind::Rows(intervals) => rows::intervals(spec, &intervals[..intervals.len().min(MAX_POINTS)], theme, texts),
        ChartKind::Bars(bars) => rows::bars(spec, &bars[..bars.len().min(MAX_POINTS)], theme, texts),
    }
}
