//! The plain data of a chart.

use super::{AmountChart, MAX_POINTS};
use crate::figures::measured::Figure;
use crate::texts::{Texts, figures::ValueStyle};

/// What a chart shows.
#[derive(Clone, Debug, PartialEq)]
pub struct ChartSpec {
    /// What is to be seen, as a heading.
    pub title: String,
    /// What is drawn, beside the title.
    pub subtitle: String,
    /// The chart in words, for those who don't see it.
    pub description: String,
    /// What the points or rows are, such as "month": heading of the table's first column.
    pub point_name: String,
    /// What the values are, such as "NPS".
    pub value_name: String,
    /// How values are written.
    pub numbers: ValueStyle,
    /// How it is drawn.
    pub kind: ChartKind,
}

/// The kinds of charts.
#[derive(Clone, Debug, PartialEq)]
pub enum ChartKind {
    /// A line over time with a band.
    Line(LineChart),
    /// Amounts of money over time in three cases.
    Amounts(AmountChart),
    /// A row with value and interval for each of several groups.
    Rows(Vec<IntervalRow>),
    /// Horizontal bars.
    Bars(Vec<Bar>),
}

/// A line over time.
#[derive(Clone, Debug, PartialEq)]
pub struct LineChart {
    /// Its points at equal distances.
    pub points: Vec<LinePoint>,
    /// A value to be reached.
    pub target: Option<TargetLine>,
    /// A span of points that is shaded.
    pub span: Option<Span>,
    /// What the values stay within without special causes.
    pub limits: Option<Limits>,
    /// What happened, in the order of its points.
    pub marks: Vec<Mark>,
    /// Whether there is little room.
    pub is_narrow: bool,
}

/// Limits of a control chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Limits {
    /// The middle.
    pub centre: f64,
    /// Lower and upper limit at each point; none where it has no value.
    pub at: Vec<Option<(f64, f64)>>,
    /// Which points stand out.
    pub signals: Vec<bool>,
}

/// Something that happened at a point.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Number of the point.
    pub at: usize,
    /// What happened; empty: nothing stands at it.
    pub label: String,
}

/// A point of a line.
#[derive(Clone, Debug, PartialEq)]
pub struct LinePoint {
    /// Short name, on the axis.
    pub label: String,
    /// Whole name.
    pub name: String,
    /// Its value; none: the line has a gap here.
    pub estimate: Option<Figure>,
    /// Number of answers from which on its value would be shown; none: nothing is hidden here.
    pub hidden_below: Option<u64>,
}

/// A line at a value to be reached.
#[derive(Clone, Debug, PartialEq)]
pub struct TargetLine {
    /// The value.
    pub value: f64,
    /// What stands at it.
    pub label: String,
}

/// A shaded span of points.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// Number of its first point, from 0.
    pub first: usize,
    /// Number of its last point.
    pub last: usize,
    /// What stands in it.
    pub label: String,
}

/// A group with its value and interval.
#[derive(Clone, Debug, PartialEq)]
pub struct IntervalRow {
    /// The group's name.
    pub label: String,
    /// Number of answers from which on a value is shown.
    pub minimum: u64,
    /// Its value; none: there are too few answers for it to be shown.
    pub estimate: Option<Figure>,
}

/// A bar.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// Its name.
    pub label: String,
    /// Its length.
    pub value: f64,
}

impl ChartSpec {
    /// Whether there is nothing to draw.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        match &self.kind {
            ChartKind::Line(chart) => chart.points.iter().all(|point| point.estimate.is_none()),
            ChartKind::Amounts(chart) => chart.points.is_empty(),
            ChartKind::Rows(rows) => rows.is_empty(),
            ChartKind::Bars(bars) => bars.is_empty(),
        }
    }

    /// Why there is nothing to draw, in words.
    #[must_use]
    pub fn why_empty(&self, texts: &Texts) -> String {
        let words = &texts.charts;
        let hidden = match &self.kind {
            ChartKind::Line(chart) => chart.points.iter().find_map(|point| point.hidden_below),
            _ => None,
        };
        hidden.map_or_else(|| words.no_answers.to_owned(), |minimum| (words.all_hidden)(minimum))
    }

    /// What happened at its marks and when, in words. Their numbers in this list are those of the drawing.
    #[must_use]
    pub fn events(&self, texts: &Texts) -> Vec<String> {
        let ChartKind::Line(line) = &self.kind else { return Vec::new() };
        let when = |mark: &Mark| line.points.get(mark.at).map(|point| point.name.as_str()).unwrap_or_default();
        line.marks.iter().map(|mark| (texts.charts.value_of)(when(mark), &mark.label)).collect()
    }

    /// The same for little room: what happened is numbered, not named.
    #[must_use]
    pub fn narrow(&self) -> Self {
        let mut narrow = self.clone();
        if let ChartKind::Line(chart) = &mut narrow.kind {
            chart.is_narrow = true;
        }
        narrow
    }

    /// The height that it looks well at, in CSS pixels.
    #[must_use]
    pub fn height(&self) -> usize {
        let rows = |count: usize, axis: usize| count.clamp(1, MAX_POINTS) * 30 + axis;
        match &self.kind {
            ChartKind::Line(_) | ChartKind::Amounts(_) => 260,
            ChartKind::Rows(intervals) => rows(intervals.len(), 34),
            ChartKind::Bars(bars) => rows(bars.len(), 8),
        }
    }
}
