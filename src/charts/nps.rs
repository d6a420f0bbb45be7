//! The charts of an NPS: by period, and by segment.

use super::{
    ChartKind, ChartSpec, Estimate, IntervalRow, LineChart, LinePoint, MAX_POINTS, NumberStyle, Span, TargetLine, frame,
};
use crate::figures::nps::Answers;
use crate::figures::period::{Grain, Period};
use crate::figures::series::{self, SegmentAnswers};
use crate::figures::standing::next_target;
use crate::plan::{Day, Kpi, KpiId, Month, Plan};
use crate::texts::{Texts, format};
use std::ops::RangeInclusive;

const NUMBERS: NumberStyle = NumberStyle { decimals: 1, signed: true };

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

/// Shows a KPI by week, month or quarter with band and target. The title claims a change only where
/// [`series::shift`] finds one.
#[must_use]
pub fn by_period(plan: &Plan, kpi: &KpiId, grain: Grain, highlight: Option<&Highlight>, texts: &Texts) -> ChartSpec {
    let words = &texts.charts;
    let answers = series::nps_by(plan, kpi, grain);
    let periods = without_gaps(&answers);
    let points = line_points(&periods, texts);
    let target = plan.kpis.get(kpi).and_then(|kpi| target_line(kpi, &periods, texts));
    let title = match series::shift(&answers) {
        Some(shift) if shift.difference.delta > 0.0 => (words.nps_higher_since)(&period_name(shift.since, texts)),
        Some(shift) => (words.nps_lower_since)(&period_name(shift.since, texts)),
        None => (words.nps_by)(grain).to_owned(),
    };
    let mut spec = ChartSpec {
        title,
        subtitle: (words.nps_band)(grain).to_owned(),
        description: String::new(),
        point_name: (words.grain)(grain).to_owned(),
        value_name: words.nps.to_owned(),
        numbers: NUMBERS,
        kind: ChartKind::Line(LineChart { points, target, span: highlight.and_then(|highlight| span(highlight, &periods)) }),
    };
    spec.description = describe(&spec, texts);
    spec
}

/// Shows a KPI by segment with intervals, over a span of months.
#[must_use]
pub fn by_segment(plan: &Plan, kpi: &KpiId, months: RangeInclusive<Month>, texts: &Texts) -> ChartSpec {
    let words = &texts.charts;
    let name = |month: &Month| format::month(texts.language, *month);
    let subtitle = (words.span)(&name(months.start()), &name(months.end()));
    let rows = series::nps_by_segment(plan, kpi, months).iter().map(|segment| segment_row(plan, segment, texts)).collect();
    let mut spec = ChartSpec {
        title: words.nps_by_segment.to_owned(),
        subtitle,
        description: String::new(),
        point_name: words.segment.to_owned(),
        value_name: words.nps.to_owned(),
        numbers: NUMBERS,
        kind: ChartKind::Rows(rows),
    };
    spec.description = describe(&spec, texts);
    spec
}

/// The whole name of a period: `März 2025`.
#[must_use]
pub fn period_name(period: Period, texts: &Texts) -> String {
    match period.grain() {
        Grain::Week => format::week(texts.language, period.first_day()),
        Grain::Month => format::month(texts.language, period.first_month()),
        Grain::Quarter => format::quarter(period.first_month()),
    }
}

fn estimate(answers: Answers) -> Option<Estimate> {
    let nps = answers.nps()?;
    Some(Estimate { value: nps.value, low: nps.interval.0, high: nps.interval.1, n: nps.n, unsure: nps.is_unsure() })
}

/// All periods from the first with answers to the last, those between with none too; the last ones if they are many.
fn without_gaps(answers: &[(Period, Answers)]) -> Vec<(Period, Answers)> {
    let (Some((first, _)), Some((last, _))) = (answers.first(), answers.last()) else { return Vec::new() };
    let mut known = answers.iter().rev().peekable();
    let back = std::iter::successors(Some(*last), |period| period.previous());
    let back = back.take_while(|period| period.first_day() >= first.first_day()).take(MAX_POINTS);
    let mut periods: Vec<_> = back
        .map(|period| {
            let found = known.next_if(|(other, _)| *other == period);
            (period, found.map(|(_, answers)| *answers).unwrap_or_default())
        })
        .collect();
    periods.reverse();
    periods
}

fn line_points(periods: &[(Period, Answers)], texts: &Texts) -> Vec<LinePoint> {
    let years = |period: &Period| period.last_day().year();
    let several_years = periods.first().map(|(period, _)| years(period)) != periods.last().map(|(period, _)| years(period));
    let mut year = None;
    let mut point = |(period, answers): &(Period, Answers)| {
        let is_new = year.replace(years(period)) != Some(years(period));
        let label = axis_label(*period, texts);
        let label = if is_new && several_years { format!("{label}\n{}", years(period)) } else { label };
        LinePoint { label, name: period_name(*period, texts), estimate: estimate(*answers) }
    };
    periods.iter().map(&mut point).collect()
}

fn axis_label(period: Period, texts: &Texts) -> String {
    let month = period.first_month();
    match period.grain() {
        Grain::Week => format::week_short(texts.language, period.first_day()),
        Grain::Month => format::month_short(texts.language, month).to_owned(),
        Grain::Quarter => format::quarter_short(month),
    }
}

/// The line of the target that comes next.
fn target_line(kpi: &Kpi, periods: &[(Period, Answers)], texts: &Texts) -> Option<TargetLine> {
    let known_to = periods.last().map(|(period, _)| period.last_day());
    let target = next_target(kpi, known_to)?;
    let by = target.by.map(|day| format::month(texts.language, day.month()));
    let decimals = usize::from(target.value.fract() != 0.0);
    let label = (texts.charts.target)(&format::signed(texts.language, target.value, decimals), by.as_deref());
    target.value.is_finite().then_some(TargetLine { value: target.value, label })
}

fn span(highlight: &Highlight, periods: &[(Period, Answers)]) -> Option<Span> {
    let first = periods.iter().position(|(period, _)| period.last_day() >= highlight.from)?;
    let within = |(period, _): &(Period, Answers)| highlight.to.is_none_or(|to| period.first_day() <= to);
    let last = periods.iter().rposition(within).filter(|last| *last >= first)?;
    Some(Span { first, last, label: highlight.label.clone() })
}

fn segment_row(plan: &Plan, segment: &SegmentAnswers, texts: &Texts) -> IntervalRow {
    let dimension = plan.dimensions.get(&segment.dimension);
    let value = dimension.and_then(|dimension| dimension.values.iter().find(|value| value.id == segment.value));
    let name = value.map(|value| value.name.as_str()).filter(|name| !name.is_empty());
    let estimate = if segment.hidden { None } else { estimate(segment.answers) };
    IntervalRow { label: name.unwrap_or(texts.terms.unnamed).to_owned(), estimate }
}

/// Says in words what a chart shows.
fn describe(spec: &ChartSpec, texts: &Texts) -> String {
    let words = &texts.charts;
    if spec.is_empty() {
        return words.no_answers.to_owned();
    }
    let in_words = |name: &str, estimate: &Estimate| (words.value_of)(name, &frame::words_of(estimate, spec, texts));
    match &spec.kind {
        ChartKind::Line(line) => {
            let known: Vec<_> = line.points.iter().filter_map(|point| Some((point, point.estimate?))).collect();
            let by_value = |a: &&(&LinePoint, Estimate), b: &&(&LinePoint, Estimate)| a.1.value.total_cmp(&b.1.value);
            let say = |found: Option<&(&LinePoint, Estimate)>| {
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
                None => (words.value_of)(&row.label, &(words.hidden)(series::SEGMENT_MINIMUM)),
            };
            (words.describe_rows)(rows.len(), &rows.iter().map(row).collect::<Vec<_>>().join("; "))
        }
        ChartKind::Bars(_) | ChartKind::Amounts(_) => String::new(),
    }
}
