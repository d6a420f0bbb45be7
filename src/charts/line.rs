//! A line over time with its band, zero line, target and shaded span.

use super::frame::{self, Across, FONT_SIZE};
use super::{
    ChartSpec, ChartTheme, Limits, LineChart, LinePoint, MAX_POINTS, Mark, Span, TargetLine, drawing::Drawing, scale::Scale,
};
use crate::texts::Texts;
use charming::{
    component::Grid,
    datatype::{DataPoint, DataPointItem},
    element::{
        AreaStyle, AxisLabel, AxisPointerType, AxisType, Emphasis, ItemStyle, Label, LabelAlign, LabelPosition, LineStyle,
        LineStyleType, MarkArea, MarkAreaData, MarkLine, MarkLineData, MarkLineVariant, Step, Symbol,
    },
    series::Line,
};
use serde_json::{Value, json};

/// More points than this, and they are drawn without symbols.
const MOST_SYMBOLS: usize = 60;
/// Room for the labels of the value axis, and what a character of one takes, in CSS pixels.
const NARROWEST_AXIS: usize = 44;
const CHARACTER_WIDTH: usize = 7;

const BAND: &str = "band";

pub(super) fn option(spec: &ChartSpec, line: &LineChart, theme: &ChartTheme, texts: &Texts) -> Value {
    let cut = line.points.len().saturating_sub(MAX_POINTS);
    let points = &line.points[cut..];
    let estimates = points.iter().filter_map(|point| point.estimate);
    let ends = estimates.flat_map(|estimate| [estimate.low(), estimate.value, estimate.high()]);
    let limits = line.limits.iter().flat_map(|limits| limits.at.iter().flatten()).flat_map(|(low, high)| [*low, *high]);
    let scale = Scale::around(ends.chain(line.target.iter().map(|target| target.value)).chain(limits));
    let labels = points.iter().map(|point| point.label.clone()).collect();

    // Amounts are longer than scores.
    let longest = scale.ticks.iter().map(|tick| spec.numbers.write(texts.language, *tick, scale.decimals).chars().count()).max();
    let left = longest.map_or(NARROWEST_AXIS, |longest| (longest * CHARACTER_WIDTH + 12).max(NARROWEST_AXIS));

    // The line comes first, since tooltips show the first series' names.
    let mut chart = frame::chart(theme, AxisPointerType::Line)
        .grid(&Grid::new().left(left as f64).right(8).top(8).bottom(40))
        .x_axis(&frame::category_axis(labels, theme.tertiary))
        .y_axis(&frame::value_axis(&scale))
        .series(&values(spec, points, line.limits.as_ref().map(|limits| &limits.signals[cut..]), theme, texts))
        .series(&band(points, |low, _| low, AreaStyle::new().color("transparent")))
        .series(&band(points, |low, high| high - low, AreaStyle::new().color(theme.band)))
        .series(&grid_lines(spec, &scale, theme, texts))
        .series(&frame::lines_across(Across::Y, vec![(0.0, None)], solid(theme.stronger), Label::new(), 1));
    if let Some(limits) = &line.limits {
        chart = with_limits(chart, limits, cut, theme);
    }
    if let Some(target) = &line.target {
        chart = chart.series(&target_line(target, points, theme));
    }
    if let Some(span) = &line.span
        && span.last >= cut.max(span.first)
        && span.first < line.points.len()
    {
        chart = with_span(chart, span, cut, points.len(), theme);
    }
    if line.marks.iter().any(|mark| mark.at >= cut) {
        chart = chart.series(&marks(&line.marks, cut, points.len(), theme));
    }
    let mut option = frame::finish(chart, spec, theme);
    for (at, point) in option["series"][0]["data"].as_array_mut().into_iter().flatten().enumerate() {
        if line.limits.as_ref().is_some_and(|limits| limits.signals.get(cut + at) == Some(&true)) {
            point["symbol"] = json!("diamond");
            point["symbolSize"] = json!(12);
        }
    }
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

fn values(spec: &ChartSpec, points: &[LinePoint], signals: Option<&[bool]>, theme: &ChartTheme, texts: &Texts) -> Line {
    let stands_out = |at: usize| signals.is_some_and(|signals| signals.get(at) == Some(&true));
    let data: Vec<DataPoint> = points
        .iter()
        .enumerate()
        .map(|(at, point)| match &point.estimate {
            Some(estimate) => {
                let item = DataPointItem::new(estimate.value).name(frame::tooltip_text(&point.name, estimate, spec, texts));
                DataPoint::Item(if stands_out(at) {
                    item.item_style(ItemStyle::new().color(theme.bad).border_color(theme.bad).border_width(2))
                } else if estimate.is_unsure() {
                    item.item_style(ring(theme, theme.tertiary))
                } else {
                    item
                })
            }
            None => DataPointItem::new(Option::<f64>::None).name(frame::gap_text(point, texts)).into(),
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
        Some(MarkLineVariant::StartToEnd(end(estimate.low()), end(estimate.high())))
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
        points.iter().map(|point| point.estimate.map(|estimate| part(estimate.low(), estimate.high()))).collect();
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

/// The limits of a control chart as two lines in steps, with the middle between them.
fn with_limits(chart: Drawing, limits: &Limits, cut: usize, theme: &ChartTheme) -> Drawing {
    let line = |pick: fn(&(f64, f64)) -> f64| {
        let data: Vec<Option<f64>> = limits.at[cut..].iter().map(|at| at.as_ref().map(pick)).collect();
        Line::new()
            .z(3)
            .silent(true)
            .symbol(Symbol::None)
            .step(Step::Middle)
            .connect_nulls(true)
            .line_style(LineStyle::new().color(theme.tertiary).width(1).type_(LineStyleType::Dotted))
            .emphasis(Emphasis::new().disabled(true))
            .data(data)
    };
    let style = LineStyle::new().color(theme.tertiary).width(1).type_(LineStyleType::Dotted);
    chart.series(&line(|limits| limits.0)).series(&line(|limits| limits.1)).series(&frame::lines_across(
        Across::Y,
        vec![(limits.centre, None)],
        style,
        Label::new(),
        1,
    ))
}

/// Upright lines at points at which something happened, each with its label on the side that has more room.
fn marks(marks: &[Mark], cut: usize, count: usize, theme: &ChartTheme) -> Line {
    let data = marks.iter().filter(|mark| mark.at >= cut && mark.at < cut + count).enumerate().map(|(row, mark)| {
        let at = mark.at - cut;
        let align = if at * 2 < count { LabelAlign::Left } else { LabelAlign::Right };
        // Neighbouring labels lie below each other.
        let down = -16.0 * (row % 3 + 1) as f64;
        let label = match &*mark.label {
            "" => Label::new().show(false),
            text => {
                let label = Label::new().color(theme.secondary).font_size(FONT_SIZE).align(align).distance(down);
                label.formatter(frame::label_text(text))
            }
        };
        MarkLineVariant::Simple(MarkLineData::new().x_axis(at as f64).label(label))
    });
    let line = MarkLine::new()
        .silent(true)
        .symbol(vec![Symbol::None, Symbol::None])
        .line_style(LineStyle::new().color(theme.secondary).width(1).type_(LineStyleType::Dashed))
        .z(3)
        .data(data.collect());
    frame::helper().mark_line(line)
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
