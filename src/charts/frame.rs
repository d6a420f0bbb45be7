//! What all charts have in common: the frame around the marks, the tooltip, the description.

use super::{ChartSpec, ChartTheme, LinePoint, drawing::Drawing, scale::Scale};
use crate::figures::measured::Figure;
use crate::texts::Texts;
use charming::{
    component::{Aria, Axis},
    element::{
        AxisLabel, AxisLine, AxisPointer, AxisPointerType, AxisTick, AxisType, Formatter, Label, LabelPosition, LineStyle,
        LineStyleType, MarkLine, MarkLineData, MarkLineVariant, SplitLine, Symbol, Tooltip, Trigger,
    },
    series::Line,
};
use serde_json::{Value, json};

pub(super) const FONT_SIZE: f64 = 12.0;

/// Begins a chart that shows its points' names, line by line, when one points at them.
pub(super) fn chart(theme: &ChartTheme, pointer: AxisPointerType) -> Drawing {
    let line = LineStyle::new().color(theme.stronger).type_(LineStyleType::Solid);
    let tooltip = Tooltip::new()
        .trigger(Trigger::Axis)
        // The name of the first series' point: it holds the whole text, see `tooltip_text`.
        .formatter(Formatter::from("{b}"))
        .background_color(theme.paper)
        .border_color(theme.stronger)
        .border_width(1)
        .axis_pointer(AxisPointer::new().type_(pointer).line_style(line));
    Drawing::new().aria(&Aria::new().enabled(true)).tooltip(&tooltip)
}

/// Turns a chart into its option, with what charming can't say.
pub(super) fn finish(chart: Drawing, spec: &ChartSpec, theme: &ChartTheme) -> Value {
    let mut option = chart.into_option();
    option["aria"]["label"] = json!({ "description": format!("{}. {}", spec.title, spec.description) });
    option["tooltip"]["renderMode"] = json!("richText");
    option["tooltip"]["confine"] = json!(true);
    option["tooltip"]["textStyle"] = json!({ "color": theme.ink, "fontSize": 13, "lineHeight": 19 });
    option["textStyle"] = json!({ "fontFamily": theme.font_family });
    option
}

/// An axis without marks of its own, for values.
pub(super) fn value_axis(scale: &Scale) -> Axis {
    bare_axis().type_(AxisType::Value).min(scale.min()).max(scale.max()).axis_label(AxisLabel::new().show(false))
}

/// An axis with a label for each point or row.
pub(super) fn category_axis(labels: Vec<String>, color: &str) -> Axis {
    let label = AxisLabel::new().color(color).font_size(FONT_SIZE);
    bare_axis().type_(AxisType::Category).data(labels).axis_label(label)
}

pub(super) fn bare_axis() -> Axis {
    Axis::new()
        .axis_line(AxisLine::new().show(false))
        .axis_tick(AxisTick::new().show(false))
        .split_line(SplitLine::new().show(false))
}

/// An axis that points aren't looked up on.
pub(super) fn without_pointer(axis: Axis) -> Axis {
    axis.axis_pointer(AxisPointer::new().show(false))
}

/// The axis whose values lines across the chart stand at.
#[derive(Clone, Copy)]
pub(super) enum Across {
    X,
    Y,
}

/// A series without points that draws lines across the chart, each with a label at its start. The labels of a value
/// axis are drawn this way, too: an option without functions can't write a number in the manner of a language.
pub(super) fn lines_across(across: Across, lines: Vec<(f64, Option<String>)>, style: LineStyle, label: Label, z: i32) -> Line {
    let data = lines.into_iter().map(|(value, text)| {
        let line = match across {
            Across::X => MarkLineData::new().x_axis(value),
            Across::Y => MarkLineData::new().y_axis(value),
        };
        let label = match text {
            Some(text) => label.clone().formatter(label_text(&text)),
            None => Label::new().show(false),
        };
        MarkLineVariant::Simple(line.label(label))
    });
    let lines = MarkLine::new().silent(true).symbol(vec![Symbol::None, Symbol::None]).line_style(style).z(z);
    helper().mark_line(lines.data(data.collect()))
}

/// A series that holds nothing but marks.
pub(super) fn helper() -> Line {
    Line::new().silent(true).data(Vec::<f64>::new())
}

/// The style of an axis' labels.
pub(super) fn axis_label(theme: &ChartTheme) -> Label {
    Label::new().position(LabelPosition::Start).color(theme.tertiary).font_size(FONT_SIZE)
}

/// The text that is shown when one points at a value.
pub(super) fn tooltip_text(name: &str, estimate: &Figure, spec: &ChartSpec, texts: &Texts) -> String {
    let words = &texts.charts;
    let mut text = format!("{name}\n{}", words_of(estimate, spec, texts));
    if estimate.is_unsure() {
        text = format!("{text}\n{}", words.unsure);
    }
    plain(&text)
}

/// The text that is shown when one points at a gap.
pub(super) fn gap_text(point: &LinePoint, texts: &Texts) -> String {
    let why = point.hidden_below.map_or_else(|| texts.charts.gap.to_owned(), |minimum| (texts.charts.hidden)(minimum));
    plain(&format!("{}\n{why}", point.name))
}

/// Value, interval and number of answers in words.
pub(super) fn words_of(estimate: &Figure, spec: &ChartSpec, texts: &Texts) -> String {
    let (language, style) = (texts.language, &spec.numbers);
    let value = style.value(language, estimate.value);
    let interval =
        estimate.interval.map(|(low, high)| (texts.charts.interval)(&style.end(language, low), &style.end(language, high)));
    let n = estimate.n.map(|n| (texts.charts.answers)(&crate::texts::format::count(language, n)));
    match (interval, n) {
        (Some(interval), Some(n)) => (texts.charts.estimate)(&value, &interval, &n),
        (None, Some(n)) => format!("{value}, {n}"),
        _ => value,
    }
}

/// A label's text as a template without places to fill.
pub(super) fn label_text(text: &str) -> Formatter {
    Formatter::from(text.replace('{', "(").replace('}', ")").as_str())
}

/// Puts likenesses in place of the signs that ECharts escapes as HTML or reads as a template in the text of a tooltip.
pub(super) fn plain(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '&' => '+',
            '<' => '‹',
            '>' => '›',
            '"' => '”',
            '\'' | '`' => '’',
            '{' => '(',
            '}' => ')',
            other => other,
        })
        .collect()
}
