//! The charts of a KPI: by period, and by group.

use super::{ChartKind, ChartSpec, IntervalRow, Limits, LineChart, LinePoint, Mark, Span, TargetLine, frame};
use crate::figures::control::{ControlChart, NoLimits};
use crate::figures::measured::{self, Figure, Measured};
use crate::figures::period::Period;
use crate::figures::series::{self, Group, GroupMeasured};
use crate::figures::standing::next_target;
use crate::plan::{Day, Kpi, KpiId, Plan, Resolution};
use crate::texts::figures::ValueStyle;
use crate::texts::{Texts, format};
use std::ops::RangeInclusive;

/// A time that is marked in a chart, such as that in which a measure runs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Highlight {
    /// Its first day.
    pub from: Day,
    /// Its last day; none: it goes on.
    pub to: Option<Day>,
    /// What stands at it.
    pub label: String,
}

/// What of a KPI is shown, and how.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct View {
    /// The length of its periods.
    pub grain: Resolution,
    /// A group of customers; none: all.
    pub group: Option<Group>,
    /// How many periods are put together for each point; 0 and 1: each stands alone.
    pub window: usize,
    /// Whether control limits are wanted.
    pub limits: bool,
    /// A time that is shaded.
    pub highlight: Option<Highlight>,
    /// Days at which something happened.
    pub events: Vec<(Day, String)>,
}

impl View {
    /// All customers by periods of a length.
    #[must_use]
    pub fn by(grain: Resolution) -> Self {
        Self { grain, ..Self::default() }
    }

    /// Whether control limits are drawn: points that share answers with their neighbours swing less than limits expect.
    #[must_use]
    pub fn has_limits(&self) -> bool {
        self.limits && self.window <= 1
    }
}

/// A KPI by period as it is viewed: several periods together, if wanted.
#[must_use]
pub fn points(plan: &Plan, kpi: &KpiId, view: &View) -> Vec<(Period, Measured)> {
    rolled(&series::by_period(plan, kpi, view.group.as_ref(), view.grain), view.window)
}

fn rolled(series: &[(Period, Measured)], window: usize) -> Vec<(Period, Measured)> {
    if window > 1 { series::rolling(series, window) } else { series.to_vec() }
}

/// The control chart of a KPI's single periods, with these.
///
/// # Errors
/// If there are too few periods for limits, or they don't differ.
pub fn control(series: &[(Period, Measured)]) -> Result<ControlChart, NoLimits> {
    let measured: Vec<Measured> = series.iter().map(|(_, measured)| *measured).collect();
    measured::control(&measured, measured.len())
}

/// Shows a KPI over time with band and target. The title claims a change only where [`series::shift`] finds one.
#[must_use]
pub fn by_period(plan: &Plan, kpi: &KpiId, view: &View, texts: &Texts) -> ChartSpec {
    let words = &texts.figures;
    let series = series::by_period(plan, kpi, view.group.as_ref(), view.grain);
    let hidden = series::hidden_periods(plan, kpi, view.group.as_ref(), view.grain);
    let minimum = u64::from(plan.profile().segment_minimum);
    let shown = rolled(&series, view.window);
    let periods = without_gaps(&shown, &hidden);
    let earlier = shown
        .iter()
        .take_while(|(period, _)| periods.first().is_some_and(|(first, _)| period.first_day() < first.first_day()))
        .count();
    let points = line_points(&periods, |period| hidden.contains(&period).then_some(minimum), texts);
    let record = plan.kpis.get(kpi);
    let short = record.map(|kpi| (words.short)(&kpi.kind)).unwrap_or_default();
    let target = record.and_then(|kpi| target_line(plan, kpi, &periods, texts));
    let title = match series::shift(&series) {
        Some(shift) if shift.difference.delta > 0.0 => (words.higher_since)(&short, &period_name(shift.since, texts)),
        Some(shift) => (words.lower_since)(&short, &period_name(shift.since, texts)),
        None => (words.by)(&short, view.grain),
    };
    let has_band = points.iter().any(|point| point.estimate.is_some_and(|figure| figure.interval.is_some()));
    let mut events: Vec<Mark> = view.events.iter().filter_map(|(day, label)| mark(*day, label, &periods)).collect();
    events.sort_by_key(|mark| mark.at);
    let line = LineChart {
        points,
        target,
        span: view.highlight.as_ref().and_then(|highlight| span(highlight, &periods)),
        limits: view.has_limits().then(|| limits(&series, &periods)).flatten(),
        marks: events,
        is_narrow: false,
    };
    let mut spec = ChartSpec {
        title,
        subtitle: match earlier {
            0 => (words.band)(view.grain, view.window, has_band),
            earlier => {
                let first = periods.first().map(|(period, _)| period_name(*period, texts)).unwrap_or_default();
                (words.without_earlier)(&(words.band)(view.grain, view.window, has_band), &first, earlier)
            }
        },
        description: String::new(),
        point_name: (words.grain)(view.grain).to_owned(),
        value_name: short,
        numbers: style(plan, kpi),
        kind: ChartKind::Line(line),
    };
    spec.description = describe(&spec, texts);
    spec
}

/// Shows a KPI by group with intervals, over a span of days.
#[must_use]
pub fn by_group(plan: &Plan, kpi: &KpiId, span: &RangeInclusive<Day>, texts: &Texts) -> ChartSpec {
    let name = |day: &Day| format::month(texts.language, day.month());
    let subtitle = (texts.charts.span)(&name(span.start()), &name(span.end()));
    let rows = series::by_group(plan, kpi, span).iter().map(|group| group_row(plan, group, texts)).collect();
    let short = plan.kpis.get(kpi).map(|kpi| (texts.figures.short)(&kpi.kind)).unwrap_or_default();
    let mut spec = ChartSpec {
        title: (texts.figures.by_group)(&short),
        subtitle,
        description: String::new(),
        point_name: texts.charts.segment.to_owned(),
        value_name: short,
        numbers: style(plan, kpi),
        kind: ChartKind::Rows(rows),
    };
    spec.description = describe(&spec, texts);
    spec
}

/// How the values of a KPI are written.
#[must_use]
pub fn style(plan: &Plan, kpi: &KpiId) -> ValueStyle {
    plan.kpis.get(kpi).map_or_else(|| ValueStyle::plain(1), |kpi| ValueStyle::of(&kpi.kind, &plan.profile().currency))
}

/// The whole name of a period: `März 2025`.
#[must_use]
pub fn period_name(period: Period, texts: &Texts) -> String {
    match period.grain() {
        Resolution::Day => format::day(texts.language, period.first_day()),
        Resolution::Week => format::week(texts.language, period.first_day()),
        Resolution::Month => format::month(texts.language, period.first_month()),
        Resolution::Quarter => format::quarter(period.first_month()),
        Resolution::Year => period.first_month().year().to_string(),
    }
}

/// The name of a group.
#[must_use]
pub fn group_name(plan: &Plan, group: &Group, texts: &Texts) -> String {
    let dimension = plan.dimensions.get(&group.dimension);
    let value = dimension.and_then(|dimension| dimension.values.iter().find(|value| value.id == group.value));
    texts.terms.named(value.map(|value| value.name.as_str()).unwrap_or_default()).to_owned()
}

/// The most periods that are drawn, the last ones: more can't be told apart on a screen. Longer ones show the time before.
const PERIODS_MAX: usize = 400;

/// A point in the making: a period and what was measured in it.
type Slot = (Period, Option<Measured>);

/// All periods from the first with data, shown or hidden, to the last, those between with none too; the last ones if they
/// are many.
fn without_gaps(series: &[(Period, Measured)], hidden: &[Period]) -> Vec<Slot> {
    let periods = || series.iter().map(|(period, _)| *period).chain(hidden.iter().copied());
    let first_day = |period: &Period| period.first_day();
    let (Some(first), Some(last)) = (periods().min_by_key(first_day), periods().max_by_key(first_day)) else {
        return Vec::new();
    };
    let mut known = series.iter().rev().peekable();
    let back = std::iter::successors(Some(last), |period| period.previous());
    let back = back.take_while(|period| period.first_day() >= first.first_day()).take(PERIODS_MAX);
    let mut periods: Vec<_> = back
        .map(|period| {
            let found = known.next_if(|(other, _)| *other == period);
            (period, found.map(|(_, measured)| *measured))
        })
        .collect();
    periods.reverse();
    periods
}

fn line_points(periods: &[Slot], hidden_below: impl Fn(Period) -> Option<u64>, texts: &Texts) -> Vec<LinePoint> {
    let years = |period: &Period| period.last_day().year();
    let several_years = periods.first().map(|(period, _)| years(period)) != periods.last().map(|(period, _)| years(period));
    let mut year = None;
    let mut point = |(period, measured): &Slot| {
        let is_new = year.replace(years(period)) != Some(years(period));
        let label = axis_label(*period, texts);
        let with_year = is_new && several_years && period.grain() != Resolution::Year;
        let label = if with_year { format!("{label}\n{}", years(period)) } else { label };
        let estimate = measured.as_ref().and_then(Measured::figure);
        LinePoint { label, name: period_name(*period, texts), estimate, hidden_below: hidden_below(*period) }
    };
    periods.iter().map(&mut point).collect()
}

fn axis_label(period: Period, texts: &Texts) -> String {
    let month = period.first_month();
    match period.grain() {
        Resolution::Day => format::day_short(texts.language, period.first_day()),
        Resolution::Week => format::week_short(texts.language, period.first_day()),
        Resolution::Month => format::month_short(texts.language, month).to_owned(),
        Resolution::Quarter => format::quarter_short(month),
        Resolution::Year => month.year().to_string(),
    }
}

/// The limits of the control chart of all periods with data, with a place for each period that is drawn.
fn limits(series: &[(Period, Measured)], periods: &[Slot]) -> Option<Limits> {
    let chart = control(series).ok()?;
    let mut stand_out = vec![false; series.len()];
    for at in chart.signals.iter().flat_map(|signal| signal.first..=signal.last) {
        stand_out[at] = true;
    }
    let place = |period: &Period| series.iter().position(|(other, _)| other == period);
    let places: Vec<Option<usize>> = periods.iter().map(|(period, _)| place(period)).collect();
    Some(Limits {
        centre: chart.centre,
        at: places.iter().map(|place| place.map(|place| chart.limits[place])).collect(),
        signals: places.iter().map(|place| place.is_some_and(|place| stand_out[place])).collect(),
    })
}

fn mark(day: Day, label: &str, periods: &[Slot]) -> Option<Mark> {
    let at = periods.iter().position(|(period, _)| (period.first_day()..=period.last_day()).contains(&day))?;
    Some(Mark { at, label: label.to_owned() })
}

/// The line of the target that comes next.
fn target_line(plan: &Plan, kpi: &Kpi, periods: &[Slot], texts: &Texts) -> Option<TargetLine> {
    let known_to = periods.last().map(|(period, _)| period.last_day());
    let target = next_target(kpi, known_to)?;
    let by = target.by.map(|day| format::month(texts.language, day.month()));
    let style = ValueStyle::of(&kpi.kind, &plan.profile().currency);
    let label = (texts.charts.target)(&style.set(texts.language, target.value), by.as_deref());
    target.value.is_finite().then_some(TargetLine { value: target.value, label })
}

fn span(highlight: &Highlight, periods: &[Slot]) -> Option<Span> {
    let first = periods.iter().position(|(period, _)| period.last_day() >= highlight.from)?;
    let within = |(period, _): &Slot| highlight.to.is_none_or(|to| period.first_day() <= to);
    let last = periods.iter().rposition(within).filter(|last| *last >= first)?;
    Some(Span { first, last, label: highlight.label.clone() })
}

fn group_row(plan: &Plan, group: &GroupMeasured, texts: &Texts) -> IntervalRow {
    let estimate = if group.hidden { None } else { group.measured.figure() };
    IntervalRow { label: group_name(plan, &group.group, texts), minimum: plan.profile().segment_minimum.into(), estimate }
}

/// Says in words what a chart shows.
fn describe(spec: &ChartSpec, texts: &Texts) -> String {
    let words = &texts.charts;
    if spec.is_empty() {
        return spec.why_empty(texts);
    }
    let in_words = |name: &str, estimate: &Figure| (words.value_of)(name, &frame::words_of(estimate, spec, texts));
    match &spec.kind {
        ChartKind::Line(line) => {
            let known: Vec<_> = line.points.iter().filter_map(|point| Some((point, point.estimate?))).collect();
            let by_value = |a: &&(&LinePoint, Figure), b: &&(&LinePoint, Figure)| a.1.value.total_cmp(&b.1.value);
            let say = |found: Option<&(&LinePoint, Figure)>| {
                found.map(|(point, estimate)| in_words(&point.name, estimate)).unwrap_or_default()
            };
            let text = (words.describe_line)(
                known.len(),
                &say(known.last()),
                &say(known.iter().min_by(by_value)),
                &say(known.iter().max_by(by_value)),
            );
            line.target.iter().fold(text, |text, target| format!("{text} {}.", target.label))
        }
        ChartKind::Rows(rows) => {
            let row = |row: &IntervalRow| match &row.estimate {
                Some(estimate) => in_words(&row.label, estimate),
                None => (words.value_of)(&row.label, &(words.hidden)(row.minimum)),
            };
            (words.describe_rows)(rows.len(), &rows.iter().map(row).collect::<Vec<_>>().join("; "))
        }
        ChartKind::Bars(_) | ChartKind::Amounts(_) => String::new(),
    }
}
