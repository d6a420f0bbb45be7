//! Charts with a row for each group: values with intervals, and bars.

use super::frame::{self, Across};
use super::{Bar, ChartSpec, ChartTheme, IntervalRow, drawing::Drawing, scale::Scale};
use crate::texts::{Texts, format};
use charming::{
    component::{Axis, Grid},
    datatype::{DataPoint, DataPointItem},
    element::{
        AxisPointerType, Emphasis, ItemStyle, Label, LineStyle, LineStyleType, MarkLine, MarkLineData, MarkLineVariant, Symbol,
    },
    series,
};
use serde_json::{Value, json};

const LABEL_WIDTH: i32 = 128;

/// Number of the series that holds the labels of the value axis.
const TICK_LABELS: usize = 1;

pub(super) fn intervals(spec: &ChartSpec, rows: &[IntervalRow], theme: &ChartTheme, texts: &Texts) -> Value {
    let estimates = rows.iter().filter_map(|row| row.estimate);
    let scale = Scale::around(estimates.flat_map(|estimate| [estimate.low(), estimate.high()]));
    let counts = rows.iter().map(|row| match &row.estimate {
        Some(estimate) => estimate.n.map(|n| (texts.charts.answers_short)(&format::count(texts.language, n))).unwrap_or_default(),
        None => (texts.charts.answers_below)(row.minimum),
    });
    let chart = begin(theme, rows.iter().map(|row| row.label.as_str()), counts.collect(), 26)
        .x_axis(&frame::value_axis(&scale))
        .series(&points(spec, rows, theme, texts))
        .series(&tick_labels(spec, &scale, theme, texts))
        .series(&zero_line(theme));
    let mut option = finish(chart, spec, theme);
    // With the first row at the top, lines across begin there; their labels belong to the other end.
    for line in option["series"][TICK_LABELS]["markLine"]["data"].as_array_mut().into_iter().flatten() {
        line["label"]["position"] = json!("end");
    }
    option
}

pub(super) fn bars(spec: &ChartSpec, bars: &[Bar], theme: &ChartTheme, texts: &Texts) -> Value {
    let scale = Scale::around(bars.iter().map(|bar| bar.value));
    let write = |bar: &Bar| spec.numbers.value(texts.language, bar.value);
    let name = |bar: &Bar| frame::plain(&format!("{}\n{} {}", bar.label, spec.value_name, write(bar)));
    let data: Vec<DataPoint> = bars.iter().map(|bar| DataPointItem::new(bar.value).name(name(bar)).into()).collect();
    let series = series::Bar::new()
        .name(spec.value_name.as_str())
        .bar_width(8)
        .item_style(ItemStyle::new().color(theme.ink).border_radius(1))
        .emphasis(Emphasis::new().disabled(true))
        .data(data);
    let chart = begin(theme, bars.iter().map(|bar| bar.label.as_str()), bars.iter().map(write).collect(), 4)
        .x_axis(&frame::value_axis(&scale))
        .series(&series)
        .series(&zero_line(theme));
    finish(chart, spec, theme)
}

/// Begins a chart with the rows' labels on the left and a text for each on the right.
fn begin<'a>(theme: &ChartTheme, labels: impl Iterator<Item = &'a str>, texts: Vec<String>, bottom: i32) -> Drawing {
    let left: Axis = frame::category_axis(labels.map(str::to_owned).collect(), theme.ink);
    let right = frame::without_pointer(frame::category_axis(texts, theme.tertiary));
    frame::chart(theme, AxisPointerType::Shadow)
        .grid(&Grid::new().left(LABEL_WIDTH).right(64).top(4).bottom(bottom))
        .y_axis(&left.inverse(true))
        .y_axis(&right.inverse(true).position("right"))
}

/// Holds the labels in the left margin and lets each row have its own.
fn finish(chart: Drawing, spec: &ChartSpec, theme: &ChartTheme) -> Value {
    let mut option = frame::finish(chart, spec, theme);
    for (axis, align) in [(0, "left"), (1, "right")] {
        let label = &mut option["yAxis"][axis]["axisLabel"];
        label["interval"] = json!(0);
        label["align"] = json!(align);
    }
    let label = &mut option["yAxis"][0]["axisLabel"];
    label["margin"] = json!(LABEL_WIDTH);
    label["width"] = json!(LABEL_WIDTH - 8);
    label["overflow"] = json!("truncate");
    option["yAxis"][1]["axisLabel"]["margin"] = json!(64);
    option["tooltip"]["axisPointer"]["shadowStyle"] = json!({ "color": theme.band });
    option
}

fn points(spec: &ChartSpec, rows: &[IntervalRow], theme: &ChartTheme, texts: &Texts) -> series::Scatter {
    let shown = || rows.iter().enumerate().filter_map(|(index, row)| Some((index as f64, row, row.estimate?)));
    let data: Vec<DataPoint> = shown()
        .map(|(index, row, estimate)| {
            let name = frame::tooltip_text(&row.label, &estimate, spec, texts);
            let item = DataPointItem::new(vec![estimate.value, index]).name(name);
            let hollow = ItemStyle::new().color(theme.paper).border_color(theme.ink).border_width(2).opacity(1);
            DataPoint::Item(if estimate.is_unsure() { item.item_style(hollow) } else { item })
        })
        .collect();
    let whiskers = shown().map(|(index, _, estimate)| {
        let end = |value: f64| MarkLineData::new().coord(vec![value, index]);
        MarkLineVariant::StartToEnd(end(estimate.low()), end(estimate.high()))
    });
    let whiskers = MarkLine::new()
        .silent(true)
        .z(2)
        .symbol(vec![Symbol::None, Symbol::None])
        .label(Label::new().show(false))
        .line_style(LineStyle::new().color(theme.ink).width(2).type_(LineStyleType::Solid))
        .data(whiskers.collect());
    series::Scatter::new()
        .name(spec.value_name.as_str())
        .symbol_size(10)
        .item_style(ItemStyle::new().color(theme.ink).opacity(1))
        .emphasis(Emphasis::new().disabled(true))
        .mark_line(whiskers)
        .data(data)
}

fn tick_labels(spec: &ChartSpec, scale: &Scale, theme: &ChartTheme, texts: &Texts) -> series::Line {
    let write = |value: f64| spec.numbers.write(texts.language, value, scale.decimals);
    let ticks = scale.ticks.iter().map(|tick| (*tick, Some(write(*tick)))).collect();
    frame::lines_across(Across::X, ticks, LineStyle::new().color("transparent"), frame::axis_label(theme), 0)
}

fn zero_line(theme: &ChartTheme) -> series::Line {
    let style = LineStyle::new().color(theme.stronger).width(1).type_(LineStyleType::Solid);
    frame::lines_across(Across::X, vec![(0.0, None)], style, Label::new(), 1)
}
