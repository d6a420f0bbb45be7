//! Writes what a file comes to into a plan: KPIs, touchpoints, dimensions with their values, and the source with its data.

use super::{
    DateOrder, DimensionTarget, FormatChoices, KpiTarget, Mapping, ReducedComment, ReducedCounts, ReducedMonths, ReducedSegment,
    ReducedTally, Reduction, Role, TouchpointTarget,
    fitting::{Content, fit, replace},
};
use crate::plan::{
    ColumnRole, CountPart, Customers, Day, Dimension, DimensionId, DriverTally, Kpi, KpiId, KpiKind, MoneyTally, Month,
    OtherFields, Plan, Ratio, Resolution, SegmentTally, SegmentValue, SegmentValueId, Source, SourceId, Tallied, Tally,
    Touchpoint, TouchpointId, Voice, VoiceId, VoiceOrigin, in_longer_spans, same_name,
};
use std::collections::{BTreeMap, BTreeSet, HashSet};

/// What becomes of the data that an earlier import of the source has left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Replace {
    /// They go.
    All,
    /// Those from the first to the last day of the file go.
    CoveredDays,
    /// They stay, and the file's are added to them.
    Add,
}

/// What is to be noted about a file.
#[derive(Clone, Debug, PartialEq)]
pub struct SourceFacts {
    /// Title of the source.
    pub title: String,
    /// Name of the file.
    pub file_name: String,
    /// Day of the import.
    pub imported: Day,
    /// What the data were collected for.
    pub purpose: String,
    /// On which ground.
    pub consent: String,
    /// What the user chose about the way the file is read.
    pub format: FormatChoices,
    /// The source that is imported again, and what becomes of its data; none: a new source is made.
    pub replace: Option<(SourceId, Replace)>,
}

/// What an import has changed beside the data.
#[derive(Clone, Debug, PartialEq)]
pub struct Applied {
    /// The source, new or not.
    pub source: SourceId,
    /// Months of which the file covers only some days that had data. What is kept by month alone (segments, drivers,
    /// money) of an earlier import had to go there, lest answers count twice.
    pub months_without_older_segments: BTreeSet<Month>,
    /// How many comments have become voices.
    pub voices: usize,
    /// Months of which the file covers only some days. Reasons for leaving count by month: those of an earlier import had to
    /// go there, too.
    pub months_without_older_reasons: BTreeSet<Month>,
    /// The span to which days were summed up because there were too many; none: they weren't.
    pub summed_to: Option<Resolution>,
}

/// Sources that have answers for a KPI of the mapping on days of the file, or reasons for leaving of its months, but for
/// the one that is imported again: their data and those of the file will count beside each other.
#[must_use]
pub fn overlapping(plan: &Plan, mapping: &Mapping, reduction: &Reduction, again: Option<&SourceId>) -> Vec<SourceId> {
    fn meet<T>(old: &[Tally<T>], kpi: &KpiId, days: &BTreeSet<Day>) -> bool {
        old.iter().any(|old| old.kpi == *kpi && old.days.keys().any(|day| days.contains(day)))
    }
    let mut fed: Vec<(KpiId, BTreeSet<Day>)> = Vec::new();
    let existing = |target: &KpiTarget| match target {
        KpiTarget::Existing(id) => Some(id.clone()),
        KpiTarget::New { .. } => None,
    };
    let of_column = |column: usize| match mapping.columns.get(column).map(|column| &column.role) {
        Some(Role::Score { kpi, .. } | Role::Value { kpi, .. }) => existing(kpi),
        _ => None,
    };
    let scores = reduction.tallies.iter().map(|tally| (tally.column, tally.days.keys().copied().collect()));
    let amounts = reduction.amounts.iter().map(|tally| (tally.column, tally.days.keys().copied().collect()));
    fed.extend(scores.chain(amounts).filter_map(|(column, days)| Some((of_column(column)?, days))));
    let counted: BTreeSet<Day> = reduction.counts.iter().flat_map(|tally| tally.days.keys().copied()).collect();
    fed.extend(mapping.count_kpis().filter_map(|of| Some((existing(&of.kpi)?, counted.clone()))));
    let left: BTreeSet<Month> = reduction.leaving.iter().flat_map(|reason| reason.months.keys().copied()).collect();
    let overlaps = |source: &Source| {
        let has_reasons = source.leaving.values().any(|tally| tally.months.keys().any(|month| left.contains(month)));
        has_reasons
            || fed.iter().any(|(kpi, days)| {
                meet(&source.tallies, kpi, days)
                    || meet(&source.ratios, kpi, days)
                    || meet(&source.customers, kpi, days)
                    || meet(&source.amounts, kpi, days)
            })
    };
    let others = plan.sources.iter().filter(|source| Some(&source.id) != again);
    others.filter(|source| overlaps(source)).map(|source| source.id.clone()).collect()
}

/// Writes a reduction into a plan. `new_id` gives 64 random bits for each record that is made. A KPI or dimension of
/// the mapping that is gone is made anew.
pub fn apply(
    plan: &mut Plan,
    mapping: &Mapping,
    reduction: &Reduction,
    facts: SourceFacts,
    new_id: &mut dyn FnMut() -> u64,
) -> Applied {
    let (columns, mut content) = content_of(plan, mapping, reduction, new_id);
    let (id, mode) = match facts.replace {
        Some((id, mode)) => (id, Some(mode)),
        None => (SourceId::from_random(new_id()), None),
    };
    let mut source = plan.sources.get(&id).map_or_else(|| Source::new(id.clone(), ""), |source| Source::clone(source));
    let summed_to = fit(&mut content, &source, plan);
    let span = reduction.span.map(|span| (span, reduction.resolution));
    let cut = replace(plan, &mut source, content, mode.unwrap_or(Replace::All), span);
    (source.accepted, source.rejected) = (reduction.accepted, reduction.rejected);
    source.columns = columns;
    source.title = facts.title;
    source.file_name = facts.file_name;
    source.imported = Some(facts.imported);
    source.purpose = facts.purpose;
    source.consent = facts.consent;
    source.format = facts.format;
    source.with_unfinished = mapping.with_unfinished;
    plan.sources.insert(source);
    let voices = put_voices(plan, &id, &reduction.comments, mode, reduction.span, new_id);
    Applied {
        source: id,
        months_without_older_segments: cut.segments,
        months_without_older_reasons: cut.reasons,
        voices,
        summed_to,
    }
}

/// What the columns are in the plan and what a reduction has for its KPIs; makes the records that aren't there.
pub(super) fn content_of(
    plan: &mut Plan,
    mapping: &Mapping,
    reduction: &Reduction,
    new_id: &mut dyn FnMut() -> u64,
) -> (Vec<ColumnRole>, Content) {
    let mut records = Records { plan, new_id, columns: Vec::new() };
    records.make_columns(mapping);
    let content = records.content(mapping, reduction);
    (records.columns, content)
}

/// Makes voices of comments; gives how many. What an earlier import has left of the source goes as the user wants it, but
/// for voices that somebody has worked with, and those that the file has again.
fn put_voices(
    plan: &mut Plan,
    source: &SourceId,
    comments: &[ReducedComment],
    mode: Option<Replace>,
    span: Option<(Day, Day)>,
    new_id: &mut dyn FnMut() -> u64,
) -> usize {
    let is_own = |voice: &Voice| voice.source.as_ref() == Some(source);
    let is_covered = |voice: &Voice| match (mode, span) {
        (Some(Replace::All), _) => true,
        (Some(Replace::CoveredDays), Some((first, last))) => voice.on.is_some_and(|day| (first..=last).contains(&day)),
        _ => false,
    };
    let mut again: BTreeMap<(&str, Option<Day>), usize> = BTreeMap::new();
    for comment in comments {
        *again.entry((&comment.text, Some(comment.day))).or_default() += 1;
    }
    // Of the voices that the file covers those stay that it has again; each stands for one of its comments.
    let mut gone = HashSet::new();
    let linked = plan.linked_voices();
    for voice in plan.voices.iter().filter(|voice| is_own(voice) && is_covered(voice)) {
        match again.get_mut(&(voice.text.as_str(), voice.on)).filter(|count| **count > 0) {
            Some(count) => *count -= 1,
            None if voice.is_as_imported() && !linked.contains(&voice.id) => drop(gone.insert(voice.id.clone())),
            None => {}
        }
    }
    let mut made = Vec::new();
    for comment in comments {
        let Some(count) = again.get_mut(&(comment.text.as_str(), Some(comment.day))).filter(|count| **count > 0) else {
            continue;
        };
        *count -= 1;
        let voice = Voice::new(VoiceId::from_random(new_id()), &comment.text, Some(comment.day));
        let (origin, source) = (Some(VoiceOrigin::SurveyComment), Some(source.clone()));
        made.push(Voice { origin, source, sentiment: comment.sentiment, ..voice });
    }
    let count = made.len();
    plan.voices.retain(|voice| !gone.contains(&voice.id));
    made.into_iter().for_each(|voice| plan.voices.insert(voice));
    count
}

/// The columns with the records of the plan that they belong to.
struct Records<'a> {
    plan: &'a mut Plan,
    new_id: &'a mut dyn FnMut() -> u64,
    columns: Vec<ColumnRole>,
}

impl Records<'_> {
    /// Makes the KPIs, touchpoints and dimensions that aren't there.
    fn make_columns(&mut self, mapping: &Mapping) {
        for mapped in &mapping.columns {
            let (mut kpi, mut dimension, mut count) = (None, None, None);
            let role = match &mapped.role {
                Role::Date(DateOrder::YearFirst) => "date",
                Role::Date(DateOrder::DayFirst) => "date_day_first",
                Role::Date(DateOrder::MonthFirst) => "date_month_first",
                Role::Score { kind, kpi: target } => {
                    kpi = Some(self.kpi(kind, target, &mapped.header));
                    "score"
                }
                Role::Value { amount, kpi: target } => {
                    kpi = Some(self.kpi(&KpiKind::Amount(amount.clone()), target, &mapped.header));
                    "value"
                }
                Role::Count(part) => {
                    count = Some(*part);
                    "count"
                }
                Role::Money => "money",
                Role::Segment(target) => {
                    dimension = Some(self.dimension(target, &mapped.header));
                    "segment"
                }
                Role::Comment => "comment",
                Role::LeavingReason => "leaving_reason",
                Role::RespondentId => "respondent_id",
                Role::Ignore => "ignore",
            };
            let other = OtherFields::new();
            self.columns.push(ColumnRole { header: mapped.header.clone(), role: role.to_owned(), kpi, dimension, count, other });
        }
    }

    fn content(&mut self, mapping: &Mapping, reduction: &Reduction) -> Content {
        let mut content = Content::default();
        let resolution = reduction.resolution;
        for reduced in &reduction.tallies {
            content.tallies.extend(self.tally(reduced, resolution));
        }
        for reduced in &reduction.amounts {
            content.amounts.extend(self.tally(reduced, resolution));
        }
        for wanted in mapping.count_kpis() {
            let kpi = self.kpi(&wanted.kind, &wanted.kpi, "");
            let column = |part| {
                let column = mapping.count_column(part)?;
                reduction.counts.iter().find(|counts| counts.column == column)
            };
            match &wanted.kind {
                KpiKind::Rate(rate) => {
                    let Some((numerator, denominator)) = rate.parts() else { continue };
                    let (Some(numerator), Some(denominator)) = (column(numerator), column(denominator)) else { continue };
                    let counted = ratios(numerator, denominator, resolution, &wanted.kind);
                    content.ratios.push(self.tally_of(kpi, &counted, resolution));
                }
                KpiKind::Customers(_) => {
                    let parts = [
                        CountPart::CustomersAtStart,
                        CountPart::CustomersWon,
                        CountPart::CustomersLost,
                        CountPart::CustomersAtEnd,
                    ];
                    let counted = customers(parts.map(column), resolution, &wanted.kind);
                    content.customers.push(self.tally_of(kpi, &counted, resolution));
                }
                _ => {}
            }
        }
        let nps = mapping.nps_column().and_then(|column| self.columns[column].kpi.clone());
        for (column, reduced) in &reduction.money {
            let Some(kpi) = nps.clone() else { continue };
            let title = self.columns.get(*column).map(|column| column.header.clone()).unwrap_or_default();
            let segments = self.segments(&reduced.segments);
            content.money.push(MoneyTally { kpi, title, months: reduced.months.clone(), segments, other: OtherFields::new() });
        }
        content.leaving.clone_from(&reduction.leaving);
        if let (Some(reduced), Some(choice)) = (&reduction.drivers, mapping.drivers_at_work()) {
            content.drivers.extend(self.drivers(reduced, choice.overall, &choice.drivers));
        }
        content
    }

    fn drivers(
        &mut self,
        reduced: &ReducedMonths<crate::plan::Moments>,
        overall: usize,
        drivers: &[usize],
    ) -> Option<DriverTally> {
        let kpi = |column: usize| self.columns.get(column).and_then(|column| column.kpi.clone());
        let overall = kpi(overall)?;
        let drivers = drivers.iter().map(|column| kpi(*column)).collect::<Option<Vec<_>>>()?;
        let segments = self.segments(&reduced.segments);
        Some(DriverTally { overall, drivers, months: reduced.months.clone(), segments, other: OtherFields::new() })
    }

    /// The tally of a column with the ids of the plan.
    fn tally<T: Clone + Tallied>(&mut self, reduced: &ReducedTally<T>, resolution: Resolution) -> Option<Tally<T>> {
        let kpi = self.columns.get(reduced.column)?.kpi.clone()?;
        Some(self.tally_of(kpi, reduced, resolution))
    }

    fn tally_of<T: Clone + Tallied>(&mut self, kpi: KpiId, reduced: &ReducedTally<T>, resolution: Resolution) -> Tally<T> {
        let mut tally: Tally<T> = Tally { resolution, ..Tally::new(kpi) };
        for (day, data) in &reduced.days {
            // The days of a file whose dates stand for longer spans are the first ones of these.
            tally.days.entry(resolution.first_day(*day)).or_default().add(data);
        }
        tally.segments = self.segments(&reduced.segments);
        tally
    }

    /// Segments with the ids of the plan; makes the values of dimensions that aren't there.
    fn segments<T: Clone + Tallied>(&mut self, reduced: &[ReducedSegment<T>]) -> Vec<SegmentTally<T>> {
        let mut segments: Vec<SegmentTally<T>> = Vec::new();
        for segment in reduced {
            let Some(dimension) = self.columns.get(segment.column).and_then(|column| column.dimension.clone()) else { continue };
            let value = self.value(&dimension, &segment.value);
            let months = segment.months.clone();
            super::fitting::add_segment(&mut segments, SegmentTally { dimension, value, months, other: OtherFields::new() });
        }
        segments
    }

    fn kpi(&mut self, kind: &KpiKind, target: &KpiTarget, header: &str) -> KpiId {
        let (title, definition, touchpoint) = match target {
            KpiTarget::Existing(id) if self.plan.kpis.contains(id) => return id.clone(),
            KpiTarget::Existing(_) => (header, "", None),
            KpiTarget::New { title, definition, touchpoint } => (title.as_str(), definition.as_str(), touchpoint.as_ref()),
        };
        let touchpoint = touchpoint.map(|touchpoint| self.touchpoint(touchpoint));
        let id = KpiId::from_random((self.new_id)());
        let kpi = Kpi { definition: definition.to_owned(), touchpoint, ..Kpi::new(id.clone(), title, kind.clone()) };
        self.plan.kpis.insert(kpi);
        id
    }

    fn touchpoint(&mut self, target: &TouchpointTarget) -> TouchpointId {
        let name = match target {
            TouchpointTarget::Existing(id) if self.plan.touchpoints.contains(id) => return id.clone(),
            TouchpointTarget::Existing(_) => "",
            TouchpointTarget::New(name) => name.trim(),
        };
        if let Some(known) = self.plan.touchpoints.iter().find(|known| !name.is_empty() && same_name(&known.name, name)) {
            return known.id.clone();
        }
        let id = TouchpointId::from_random((self.new_id)());
        self.plan.touchpoints.insert(Touchpoint::new(id.clone(), name));
        id
    }

    fn dimension(&mut self, target: &DimensionTarget, header: &str) -> DimensionId {
        let name = match target {
            DimensionTarget::Existing(id) if self.plan.dimensions.contains(id) => return id.clone(),
            DimensionTarget::Existing(_) => header,
            DimensionTarget::New(name) => name,
        };
        let id = DimensionId::from_random((self.new_id)());
        self.plan.dimensions.insert(Dimension::new(id.clone(), name));
        id
    }

    /// The value of a dimension with this name, made if it isn't there.
    fn value(&mut self, dimension: &DimensionId, name: &str) -> SegmentValueId {
        let known = self.plan.dimensions.get(dimension);
        let known = known.and_then(|dimension| dimension.values.iter().find(|value| same_name(&value.name, name)));
        if let Some(value) = known {
            return value.id.clone();
        }
        let id = SegmentValueId::from_random((self.new_id)());
        let value = SegmentValue { id: id.clone(), name: name.to_owned(), other: OtherFields::new() };
        self.plan.dimensions.update(dimension, |dimension| dimension.values.push(value));
        id
    }
}

/// Puts the columns of counts of a file together into what a KPI of a kind is computed from: day by day, since a stock
/// isn't the sum of its days.
fn combine<'a, T: Tallied, const N: usize>(
    parts: [Option<&'a ReducedCounts>; N],
    resolution: Resolution,
    kind: &KpiKind,
    of: impl Fn([Option<u32>; N]) -> Option<T>,
) -> ReducedTally<T> {
    let by_day = |parts: [Option<&BTreeMap<Day, u32>>; N]| -> BTreeMap<Day, T> {
        let days: BTreeSet<Day> = parts.iter().flatten().flat_map(|part| part.keys().copied()).collect();
        let at = |day: &Day| of(parts.map(|part| part.and_then(|part| part.get(day).copied())));
        days.into_iter().filter_map(|day| Some((day, at(&day)?))).collect()
    };
    let named: BTreeSet<(usize, &String)> =
        parts.iter().flatten().flat_map(|part| part.segments.iter().map(|segment| (segment.column, &segment.value))).collect();
    let segments = named.into_iter().map(|(column, value)| {
        let of_part = |part: Option<&'a ReducedCounts>| {
            let segment = part?.segments.iter().find(|segment| segment.column == column && segment.value == *value)?;
            Some(&segment.days)
        };
        let days = by_day(parts.map(of_part));
        let months = days.iter().map(|(day, data)| (resolution.middle_day(*day).month(), data));
        ReducedSegment { column, value: value.clone(), months: in_longer_spans(months, kind) }
    });
    let segments = segments.filter(|segment| !segment.months.is_empty()).collect();
    ReducedTally { column: 0, days: by_day(parts.map(|part| part.map(|part| &part.days))), segments }
}

/// A share needs both of its counts.
fn ratios(numerator: &ReducedCounts, denominator: &ReducedCounts, resolution: Resolution, kind: &KpiKind) -> ReducedTally<Ratio> {
    combine([Some(numerator), Some(denominator)], resolution, kind, |[numerator, denominator]| {
        Some(Ratio { numerator: numerator?, denominator: denominator? })
    })
}

fn customers(parts: [Option<&ReducedCounts>; 4], resolution: Resolution, kind: &KpiKind) -> ReducedTally<Customers> {
    combine(parts, resolution, kind, |[start, won, lost, end]| Some(Customers { start, won, lost, end }))
}
