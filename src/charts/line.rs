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
        AreaStyle, AxisLabel, AxisPointerType, AxisType, Emphasis, ItemStyle, Label, LabelAlign, LabelPosition,
        LabelVerticalAlign, LineStyle, LineStyleType, MarkArea, MarkAreaData, MarkLine, MarkLineData, MarkLineVariant, Step,
        Symbol,
    },
    series::Line,
};
use serde_json::{Value, json};

/// More points than this, and they are drawn without symbols.
const MOST_SYMBOLS: usize = 60;
/// Room for the labels of the value axis, and what a character of one takes, in CSS pixels.
const NARROWEST_AXIS: usize = 44;
const CHARACTER_WIDTH: usize = 7;

/// Around the plot, and the height of a row of labels, in CSS pixels.
const MARGIN: f64 = 8.0;
const ROW: f64 = 16.0;
/// About how high a plot is, in CSS pixels.
const PLOT_HEIGHT: f64 = 190.0;
/// Most rows of labels above the plot.
const MOST_ROWS: usize = 3;
/// Width of the narrowest plot on which labels have room, of the narrowest at all, and what a character of a label takes, in
/// CSS pixels.
const NARROWEST_PLOT: f64 = 420.0;
const NARROW_PLOT: f64 = 240.0;
const LABEL_CHARACTER: f64 = 6.0;

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

    let span = line.span.as_ref().filter(|span| span.last >= cut.max(span.first) && span.first < line.points.len());
    let span = span.map(|span| Span {
        first: span.first.saturating_sub(cut),
        last: (span.last - cut).min(points.len() - 1),
        label: span.label.clone(),
    });
    let target = line.target.as_ref().map(|target| (target, target_position(target, points, &scale)));
    let target_above = target.as_ref().filter(|(_, position)| position.is_none()).map(|(target, _)| &target.label);
    let marks = marks(line, cut);
    let count = points.len();
    let named = span.iter().map(|span| Above::span(span, count)).chain(marks.iter().map(|mark| Above::mark(mark, count)));
    let target_above = target_above.map(|label| Above { at: count as f64 - 0.5, goes_right: false, text: label });
    let (rows, _) = top_rows(named.chain(target_above), count, line.plot());
    let top = MARGIN + rows.iter().flatten().max().map_or(0, |last| last + 1) as f64 * ROW;

    // The line comes first, since tooltips show the first series' names.
    let mut chart = frame::chart(theme, AxisPointerType::Line)
        .grid(&Grid::new().left(left as f64).right(MARGIN).top(top).bottom(40))
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
    if let Some((target, position)) = target {
        chart = chart.series(&target_line(target, position, theme));
        if let (None, Some(Some(row))) = (position, rows.last()) {
            chart = chart.series(&target_above_plot(target, *row, &scale, theme));
        }
    }
    if let Some(span) = &span {
        chart = with_span(chart, span, points.len(), theme);
    }
    if !marks.is_empty() {
        chart = chart.series(&mark_lines(&marks, &rows[usize::from(span.is_some())..], points.len(), theme));
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
        if let (Some(span), Some(Some(row)), Some(area)) = (&span, rows.first(), series.get_mut("markArea")) {
            // charming knows no place outside of an area but the middle of its edges.
            let x = if is_left(span.first, points.len()) { "0%" } else { "100%" };
            area["label"]["position"] = json!([x, -row_distance(*row)]);
        }
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

/// Whether what is named at a point has more room to its right than to its left.
fn is_left(at: usize, count: usize) -> bool {
    at * 2 < count
}

/// A label above the plot.
struct Above<'a> {
    /// At which point it stands, also between two.
    at: f64,
    /// Whether it goes from there to the right, not to the left.
    goes_right: bool,
    text: &'a str,
}

impl<'a> Above<'a> {
    fn mark(mark: &'a Mark, count: usize) -> Self {
        Self { at: mark.at as f64, goes_right: is_left(mark.at, count), text: &mark.label }
    }

    /// That of a span stands within it, at the edge that is nearer to the plot's.
    fn span(span: &'a Span, count: usize) -> Self {
        let goes_right = is_left(span.first, count);
        let at = if goes_right { span.first as f64 - 0.5 } else { span.last as f64 + 0.5 };
        Self { at, goes_right, text: &span.label }
    }
}

/// The row above the plot in which each label stands: the lowest in which it doesn't meet those before in a plot so wide. If
/// it meets one in each, that in which it is covered least. None for what isn't named. Also whether none is covered.
fn top_rows<'a>(labels: impl Iterator<Item = Above<'a>>, count: usize, plot: f64) -> (Vec<Option<usize>>, bool) {
    let mut taken: Vec<(usize, f64, f64)> = Vec::new();
    let mut all_fit = true;
    let mut row_of = |label: Above<'_>| {
        let width = label.text.chars().count() as f64 * LABEL_CHARACTER;
        let x = place(label.at, count, plot);
        let (start, end) = if label.goes_right { (x, x + width) } else { (x - width, x) };
        let overlap = |row: usize| {
            let others = taken.iter().filter(|(other, ..)| *other == row);
            let shared = others.map(|(_, from, to)| end.min(*to) - start.max(*from) + LABEL_CHARACTER);
            shared.fold(0.0, |sum, shared| sum + shared.max(0.0))
        };
        let row = (0..MOST_ROWS).min_by(|a, b| overlap(*a).total_cmp(&overlap(*b)))?;
        all_fit &= overlap(row) <= 0.0;
        taken.push((row, start, end));
        Some(row)
    };
    let rows = labels.map(|label| if label.text.is_empty() { None } else { row_of(label) }).collect();
    (rows, all_fit)
}

/// How far from the left a point stands in a plot so wide.
fn place(at: f64, count: usize, plot: f64) -> f64 {
    (at + 0.5) / count.max(1) as f64 * plot
}

impl LineChart {
    /// How wide its plot is at least.
    fn plot(&self) -> f64 {
        if self.is_narrow { NARROW_PLOT } else { NARROWEST_PLOT }
    }

    /// Whether its marks are numbered as in the list of [`ChartSpec::events`], since their names have no room.
    #[must_use]
    pub fn numbers_marks(&self) -> bool {
        let count = self.points.len();
        let named = self.span.iter().map(|span| Above::span(span, count));
        let named = named.chain(self.marks.iter().map(|mark| Above::mark(mark, count)));
        !self.marks.is_empty() && (self.is_narrow || !top_rows(named, count, self.plot()).1)
    }
}

/// The marks of a line from a point on, with their names or numbers. Those too near to each other for their numbers share
/// a label, which stands at the first of them: `2–4`.
fn marks(line: &LineChart, cut: usize) -> Vec<Mark> {
    let shown = line.marks.iter().enumerate().filter(|(_, mark)| (cut..line.points.len()).contains(&mark.at));
    let shown = shown.map(|(index, mark)| (index + 1, Mark { at: mark.at - cut, ..mark.clone() }));
    if !line.numbers_marks() {
        return shown.map(|(_, mark)| mark).collect();
    }
    let x = |mark: &Mark| place(mark.at as f64, line.points.len() - cut, line.plot());
    let mut marks: Vec<Mark> = Vec::new();
    let mut head = (0, 0);
    for (number, mark) in shown {
        let near = marks.get_mut(head.0).filter(|first| {
            let width = (first.label.chars().count() + 1) as f64 * LABEL_CHARACTER;
            x(&mark) < x(first) + width
        });
        let label = if let Some(first) = near {
            first.label = format!("{}–{number}", head.1);
            String::new()
        } else {
            head = (marks.len(), number);
            number.to_string()
        };
        marks.push(Mark { label, ..mark });
    }
    marks
}

/// How far above the plot a row's label stands.
fn row_distance(row: usize) -> f64 {
    row as f64 * ROW + 3.0
}

/// Upright lines at points at which something happened. Each has its label above the plot, where nothing crosses it, on the
/// side that has more room.
fn mark_lines(marks: &[Mark], rows: &[Option<usize>], count: usize, theme: &ChartTheme) -> Line {
    let data = marks.iter().zip(rows).map(|(mark, row)| {
        let align = if is_left(mark.at, count) { LabelAlign::Left } else { LabelAlign::Right };
        let label = match row {
            None => Label::new().show(false),
            Some(row) => {
                let label = Label::new().color(theme.secondary).font_size(FONT_SIZE).align(align).distance(row_distance(*row));
                label.formatter(frame::label_text(&mark.label))
            }
        };
        MarkLineVariant::Simple(MarkLineData::new().x_axis(mark.at as f64).label(label))
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

/// Where the label of the target has room at its line: at its end and on its upper side if the values leave it there, else
/// at its beginning or below. None if they run through everywhere.
fn target_position(target: &TargetLine, points: &[LinePoint], scale: &Scale) -> Option<LabelPosition> {
    let row = (scale.max() - scale.min()) * ROW / PLOT_HEIGHT;
    let quarter = points.len().div_ceil(4);
    let (first, last) = (&points[..quarter], &points[points.len() - quarter..]);
    let room = |points: &[LinePoint], side: f64| {
        let is_outside = !(scale.min()..=scale.max()).contains(&(target.value + side * row));
        let away = |point: &LinePoint| Some(point.estimate?.value - (target.value + side * row / 2.0));
        // The line runs through between two points on different sides, too.
        let is_crossed =
            points.windows(2).any(|pair| matches!((away(&pair[0]), away(&pair[1])), (Some(a), Some(b)) if a * b < 0.0));
        if is_outside || is_crossed { 0.0 } else { points.iter().filter_map(away).map(f64::abs).fold(row, f64::min) }
    };
    let places = [
        (LabelPosition::InsideEndTop, room(last, 1.0)),
        (LabelPosition::InsideStartTop, room(first, 1.0)),
        (LabelPosition::InsideEndBottom, room(last, -1.0)),
        (LabelPosition::InsideStartBottom, room(first, -1.0)),
    ];
    let best = places.into_iter().reduce(|best, it| if it.1 > best.1 { it } else { best });
    best.filter(|(_, room)| *room >= row / 2.0).map(|(position, _)| position)
}

/// The line of the target, with its label on paper above everything if it has a place at the line.
fn target_line(target: &TargetLine, position: Option<LabelPosition>, theme: &ChartTheme) -> Line {
    let label = target_label(theme).background_color(theme.paper).padding((1, 3, 1, 3));
    let label = label.position(position.unwrap_or(LabelPosition::InsideEndTop));
    let style = LineStyle::new().color(theme.secondary).width(1).type_(LineStyleType::Dashed);
    frame::lines_across(Across::Y, vec![(target.value, position.map(|_| target.label.clone()))], style, label, 5)
}

/// The label of the target in a row above the plot, at a line along the plot's upper edge that isn't seen.
fn target_above_plot(target: &TargetLine, row: usize, scale: &Scale, theme: &ChartTheme) -> Line {
    // A distance would also move it away from the end.
    let label = target_label(theme).position(LabelPosition::InsideEndTop).padding((0.0, 0.0, row_distance(row) - 2.0, 0.0));
    let style = LineStyle::new().color("transparent");
    frame::lines_across(Across::Y, vec![(scale.max(), Some(target.label.clone()))], style, label, 5)
}

fn target_label(theme: &ChartTheme) -> Label {
    Label::new().distance(2).color(theme.secondary).font_size(FONT_SIZE)
}

/// Shades the span on an axis of its own, on which it can begin and end between two points.
fn with_span(chart: Drawing, span: &Span, count: usize, theme: &ChartTheme) -> Drawing {
    let (first, last) = (span.first as f64 - 0.5, span.last as f64 + 0.5);
    let axis =
        frame::bare_axis().type_(AxisType::Value).min(-0.5).max(count as f64 - 0.5).axis_label(AxisLabel::new().show(false));
    let axis = frame::without_pointer(axis);
    let label = Label::new()
        .color(theme.span_ink)
        .font_size(FONT_SIZE)
        .font_weight("600")
        .align(if is_left(span.first, count) { LabelAlign::Left } else { LabelAlign::Right })
        .vertical_align(LabelVerticalAlign::Bottom)
        .formatter(frame::label_text(&span.label));
    let edge = |at: f64| MarkAreaData::new().x_axis(at.to_string());
    let area = MarkArea::new()
        .silent(true)
        .label(label)
        .item_style(ItemStyle::new().color(theme.span))
        .data(vec![(edge(first), edge(last))]);
    chart.x_axis(&axis).series(&frame::helper().x_axis_index(1).z(0).mark_area(area))
}
