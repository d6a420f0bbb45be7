//! A line over time with its band, zero line, target and shaded span.

use super::frame::{self, Across, FONT_SIZE};
use super::{ChartSpec, ChartTheme, LineChart, LinePoint, MAX_POINTS, Span, TargetLine, drawing::Drawing, scale::Scale};
use crate::texts::Texts;
use charming::{
    component::Grid,
    datatype::{DataPoint, DataPointItem},
    element::{
        AreaStyle, AxisLabel, AxisPointerType, AxisType, Emphasis, ItemStyle, Label, LabelPosition, LineStyle, LineStyleType,
        MarkArea, MarkAreaData, MarkLine, MarkLineData, MarkLineVariant, Symbol,
    },
    series::Line,
};
use serde_json::{Value, json};

/// More points than this, and they are drawn without symbols.
const MOST_SYMBOLS: usize = 60;
const BAND: &str = "band";

pub(super) fn option(spec: &ChartSpec, line: &LineChart, theme: &ChartTheme, texts: &Texts) -> Value {
    let cut = line.points.len().saturating_sub(MAX_POINTS);
    let points = &line.points[cut..];
    let estimates = points.iter().filter_map(|point| point.estimate);
    let ends = estimates.flat_map(|estimate| [estimate.low, estimate.value, estimate.high]);
    let scale = Scale::around(ends.chain(line.target.iter().map(|target| target.value)));
    let labels = points.iter().map(|point| point.label.clone()).collect();

    // The line comes first, since tooltips show the first series' names.
    let mut chart = frame::chart(theme, AxisPointerType::Line)
        .grid(&Grid::new().left(44).right(8).top(8).bottom(40))
        .x_axis(&frame::category_axis(labels, theme.tertiary))
        .y_axis(&frame::value_axis(&scale))
        .series(&values(spec, points, theme, texts))
        .series(&band(points, |low, _| low, AreaStyle::new().color("transparent")))
        .series(&band(points, |low, high| high - low, AreaStyle::new().color(theme.band)))
        .series(&grid_lines(spec, &scale, theme, texts))
        .series(&frame::lines_across(Across::Y, vec![(0.0, None)], solid(theme.stronger), Label::new(), 1));
    if let Some(target) = &line.target {
        chart = chart.series(&target_line(target, points, theme));
    }
    if let Some(span) = &line.span
        && span.last >= cut.max(span.first)
        && span.first < line.points.len()
    {
        chart = with_span(chart, span, cut, points.len(), theme);
    }
    let mut option = frame::finish(chart, spec, theme);
    // Else the lines of a label with its year would lie over each other.
    option["xAxis"][0]["axisLabel"]["lineHeight"] = json!(15);
    for series in option["series"].as_array_mut().into_iter().flatten() {
        if series["stack"] == BAND {
            // Else a band that crosses zero would be stacked from zero.
            series["stackStrategy"] = json!("all");
        }
    }
    option
}

fn solid(color: &str) -> LineStyle {
    LineStyle::new().color(color).width(1).type_(LineStyleType::Solid)
}

fn values(spec: &ChartSpec, points: &[LinePoint], theme: &ChartTheme, texts: &Texts) -> Line {
    let data: Vec<DataPoint> = points
        .iter()
        .map(|point| match &point.estimate {
            Some(estimate) => {
                let item = DataPointItem::new(estimate.value).name(frame::tooltip_text(&point.name, estimate, spec, texts));
                DataPoint::Item(if estimate.unsure { item.item_style(ring(theme, theme.tertiary)) } else { item })
            }
            None => DataPointItem::new(Option::<f64>::None).name(frame::gap_text(&point.name, texts)).into(),
        })
        .collect();
    Line::new()
        .name(spec.value_name.as_str())
        .z(4)
        .symbol(Symbol::Circle)
        .symbol_size(8)
        .show_symbol(points.len() <= MOST_SYMBOLS)
        .connect_nulls(false)
        .line_style(LineStyle::new().color(theme.ink).width(2))
        .item_style(ring(theme, theme.ink))
        .emphasis(Emphasis::new().disabled(true))
        .mark_line(lone_intervals(points, theme))
        .data(data)
}

fn ring(theme: &ChartTheme, color: &str) -> ItemStyle {
    ItemStyle::new().color(theme.paper).border_color(color).border_width(2)
}

/// Whiskers for points without neighbours: a band needs two points.
fn lone_intervals(points: &[LinePoint], theme: &ChartTheme) -> MarkLine {
    let is_gap = |index: Option<usize>| index.and_then(|index| points.get(index)).is_none_or(|point| point.estimate.is_none());
    let data = points.iter().enumerate().filter_map(|(index, point)| {
        let estimate = point.estimate.filter(|_| is_gap(index.checked_sub(1)) && is_gap(Some(index + 1)))?;
        let end = |value: f64| MarkLineData::new().coord(vec![index as f64, value]);
        Some(MarkLineVariant::StartToEnd(end(estimate.low), end(estimate.high)))
    });
    MarkLine::new()
        .silent(true)
        .z(2)
        .symbol(vec![Symbol::None, Symbol::None])
        .label(Label::new().show(false))
        .line_style(LineStyle::new().color(theme.band).width(10).type_(LineStyleType::Solid))
        .data(data.collect())
}

/// One of the two stacked lines that make the band; only the upper one is filled.
fn band(points: &[LinePoint], part: impl Fn(f64, f64) -> f64, area: AreaStyle) -> Line {
    let data: Vec<Option<f64>> =
        points.iter().map(|point| point.estimate.map(|estimate| part(estimate.low, estimate.high))).collect();
    Line::new()
        .stack(BAND)
        .z(2)
        .silent(true)
        .symbol(Symbol::None)
        .line_style(LineStyle::new().opacity(0))
        .area_style(area)
        .emphasis(Emphasis::new().disabled(true))
        .data(data)
}

fn grid_lines(spec: &ChartSpec, scale: &Scale, theme: &ChartTheme, texts: &Texts) -> Line {
    let write = |value: f64| spec.numbers.write(texts.language, value, scale.decimals);
    let lines = scale.ticks.iter().map(|tick| (*tick, Some(write(*tick)))).collect();
    frame::lines_across(Across::Y, lines, solid(theme.hairline), frame::axis_label(theme), 0)
}

/// The line of the target, with its label at the end from which the values are farther away.
fn target_line(target: &TargetLine, points: &[LinePoint], theme: &ChartTheme) -> Line {
    let mut distances = points.iter().filter_map(|point| Some((point.estimate?.value - target.value).abs()));
    let first = distances.next().unwrap_or_default();
    let is_first_farther = distances.next_back().is_some_and(|last| first > last);
    let position = if is_first_farther { LabelPosition::InsideStartTop } else { LabelPosition::InsideEndTop };
    let label = Label::new().position(position).color(theme.secondary).font_size(FONT_SIZE);
    let style = LineStyle::new().color(theme.secondary).width(1).type_(LineStyleType::Dashed);
    frame::lines_across(Across::Y, vec![(target.value, Some(target.label.clone()))], style, label, 3)
}

/// Shades the span on an axis of its own, on which it can begin and end between two points.
fn with_span(chart: Drawing, span: &Span, cut: usize, count: usize, theme: &ChartTheme) -> Drawing {
    let first = span.first.saturating_sub(cut) as f64 - 0.5;
    let last = (span.last - cut).min(count - 1) as f64 + 0.5;
    let axis =
        frame::bare_axis().type_(AxisType::Value).min(-0.5).max(count as f64 - 0.5).axis_label(AxisLabel::new().show(false));
    let axis = frame::without_pointer(axis);
    // Text that begins near the right edge would be cut off there.
    let position = if first * 2.0 < count as f64 { LabelPosition::InsideTopLeft } else { LabelPosition::InsideTopRight };
    let label = Label::new()
        .position(position)
        .color(theme.span_ink)
        .font_size(FONT_SIZE)
        .font_weight("600")
        .formatter(frame::label_text(&span.label));
    let edge = |at: f64| MarkAreaData::new().x_axis(at.to_string());
    let area = MarkArea::new()
        .silent(true)
        .label(label)
        .item_style(ItemStyle::new().color(theme.span))
        .data(vec![(edge(first), edge(last))]);
    chart.x_axis(&axis).series(&frame::helper().x_axis_index(1).z(0).mark_area(area))
}
