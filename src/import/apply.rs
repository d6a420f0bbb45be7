//! Writes what a file comes to into a plan: KPIs, dimensions with their values, and the source with its tallies.

use super::{DimensionTarget, KpiTarget, Mapping, ReducedTally, Reduction, Role, mapping::same_name};
use crate::plan::{
    ColumnRole, Day, Dimension, DimensionId, Kpi, KpiId, KpiKind, Month, OtherFields, Plan, ScoreCounts, SegmentTally,
    SegmentValue, SegmentValueId, Source, SourceId, Tally,
};
use std::collections::{BTreeMap, BTreeSet};

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
    /// The source that is imported again, and what becomes of its data; none: a new source is made.
    pub replace: Option<(SourceId, Replace)>,
}

/// What an import has changed beside the data.
#[derive(Clone, Debug, PartialEq)]
pub struct Applied {
    /// The source, new or not.
    pub source: SourceId,
    /// Months of which the file covers only some days that had data. Segments are kept by month: what the earlier
    /// import said about the segments of these months had to go, lest answers count twice.
    pub months_without_older_segments: BTreeSet<Month>,
}

/// Sources that have answers for a KPI of the mapping on days of the file, but for the one that is imported again: their
/// answers and those of the file will count beside each other.
#[must_use]
pub fn overlapping(plan: &Plan, mapping: &Mapping, reduction: &Reduction, again: Option<&SourceId>) -> Vec<SourceId> {
    let overlaps = |source: &Source| {
        reduction.tallies.iter().any(|new| {
            let Some(Role::Score { kpi: KpiTarget::Existing(kpi), .. }) = mapping.columns.get(new.column).map(|c| &c.role) else {
                return false;
            };
            source.tallies.iter().any(|old| old.kpi == *kpi && new.days.keys().any(|day| old.days.contains_key(day)))
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
    let targets = Targets::make(plan, mapping, new_id);
    let tallies = reduction.tallies.iter().filter_map(|tally| targets.tally(plan, tally, new_id)).collect();
    let (id, mode) = match facts.replace {
        Some((id, mode)) => (id, Some(mode)),
        None => (SourceId::from_random(new_id()), None),
    };
    let mut source = plan.sources.get(&id).map_or_else(|| Source::new(id.clone(), ""), |source| Source::clone(source));
    let mut older = std::mem::take(&mut source.tallies);
    let mut cut = BTreeSet::new();
    match (mode.unwrap_or(Replace::All), reduction.span) {
        (Replace::All, _) => {
            older.clear();
            (source.accepted, source.rejected) = (0, 0);
        }
        (Replace::CoveredDays, Some(span)) => older.iter_mut().for_each(|tally| uncover(tally, span, &mut cut)),
        _ => {}
    }
    source.tallies = merged(older, tallies);
    source.accepted += reduction.accepted;
    source.rejected += reduction.rejected;
    source.columns = targets.columns;
    source.title = facts.title;
    source.file_name = facts.file_name;
    source.imported = Some(facts.imported);
    source.purpose = facts.purpose;
    source.consent = facts.consent;
    plan.sources.insert(source);
    Applied { source: id, months_without_older_segments: cut }
}

/// The columns with the records of the plan that they belong to.
struct Targets {
    columns: Vec<ColumnRole>,
}

impl Targets {
    /// Makes the KPIs and dimensions that aren't there.
    fn make(plan: &mut Plan, mapping: &Mapping, new_id: &mut dyn FnMut() -> u64) -> Self {
        let column = |mapped: &super::MappedColumn| {
            let (mut kpi, mut dimension) = (None, None);
            let role = match &mapped.role {
                Role::Date(super::DateOrder::YearFirst) => "date",
                Role::Date(super::DateOrder::DayFirst) => "date_day_first",
                Role::Date(super::DateOrder::MonthFirst) => "date_month_first",
                Role::Score { kind, kpi: target } => {
                    kpi = Some(make_kpi(plan, kind, target, &mapped.header, new_id));
                    "score"
                }
                Role::Segment(target) => {
                    dimension = Some(make_dimension(plan, target, &mapped.header, new_id));
                    "segment"
                }
                Role::RespondentId => "respondent_id",
                Role::Ignore => "ignore",
            };
            let other = OtherFields::new();
            ColumnRole { header: mapped.header.clone(), role: role.to_owned(), kpi, dimension, other }
        };
        Self { columns: mapping.columns.iter().map(column).collect() }
    }

    /// The tally of a score column with the ids of the plan; makes the values of dimensions that aren't there.
    fn tally(&self, plan: &mut Plan, reduced: &ReducedTally, new_id: &mut dyn FnMut() -> u64) -> Option<Tally> {
        let kpi = self.columns.get(reduced.column)?.kpi.clone()?;
        let mut segments: Vec<SegmentTally> = Vec::new();
        for segment in &reduced.segments {
            let dimension = self.columns.get(segment.column)?.dimension.clone()?;
            let value = make_value(plan, &dimension, &segment.value, new_id);
            let months = segment.months.clone();
            add_segment(&mut segments, SegmentTally { dimension, value, months, other: OtherFields::new() });
        }
        Some(Tally { days: reduced.days.clone(), segments, ..Tally::new(kpi) })
    }
}

fn make_kpi(plan: &mut Plan, kind: &KpiKind, target: &KpiTarget, header: &str, new_id: &mut dyn FnMut() -> u64) -> KpiId {
    let (title, definition) = match target {
        KpiTarget::Existing(id) if plan.kpis.contains(id) => return id.clone(),
        KpiTarget::Existing(_) => (header, ""),
        KpiTarget::New { title, definition } => (title.as_str(), definition.as_str()),
    };
    let id = KpiId::from_random(new_id());
    plan.kpis.insert(Kpi { definition: definition.to_owned(), ..Kpi::new(id.clone(), title, kind.clone()) });
    id
}

fn make_dimension(plan: &mut Plan, target: &DimensionTarget, header: &str, new_id: &mut dyn FnMut() -> u64) -> DimensionId {
    let name = match target {
        DimensionTarget::Existing(id) if plan.dimensions.contains(id) => return id.clone(),
        DimensionTarget::Existing(_) => header,
        DimensionTarget::New(name) => name,
    };
    let id = DimensionId::from_random(new_id());
    plan.dimensions.insert(Dimension::new(id.clone(), name));
    id
}

/// The value of a dimension with this name, made if it isn't there.
fn make_value(plan: &mut Plan, dimension: &DimensionId, name: &str, new_id: &mut dyn FnMut() -> u64) -> SegmentValueId {
    let known = plan.dimensions.get(dimension).and_then(|d| d.values.iter().find(|value| same_name(&value.name, name)));
    if let Some(value) = known {
        return value.id.clone();
    }
    let value = SegmentValue { id: SegmentValueId::from_random(new_id()), name: name.to_owned(), other: OtherFields::new() };
    let id = value.id.clone();
    plan.dimensions.update(dimension, |dimension| dimension.values.push(value));
    id
}

/// Takes out what lies between two days, and the months of segments that it touches.
fn uncover(tally: &mut Tally, (first, last): (Day, Day), cut: &mut BTreeSet<Month>) {
    let covered: BTreeSet<Month> = tally.days.range(first..=last).map(|(day, _)| day.month()).collect();
    tally.days.retain(|day, _| !(first..=last).contains(day));
    let left: BTreeSet<Month> = tally.days.keys().map(|day| day.month()).collect();
    for segment in &mut tally.segments {
        let partly = segment.months.keys().filter(|month| covered.contains(month) && left.contains(month));
        cut.extend(partly.copied());
        segment.months.retain(|month, _| !covered.contains(month));
    }
    tally.segments.retain(|segment| !segment.months.is_empty());
}

/// The older tallies with the newer ones added to them; none is empty.
fn merged(older: Vec<Tally>, newer: Vec<Tally>) -> Vec<Tally> {
    let mut merged = older;
    for tally in newer {
        match merged.iter_mut().find(|known| known.kpi == tally.kpi) {
            None => merged.push(tally),
            Some(known) => {
                add_counts(&mut known.days, tally.days);
                tally.segments.into_iter().for_each(|segment| add_segment(&mut known.segments, segment));
            }
        }
    }
    merged.retain(|tally| !tally.days.is_empty());
    merged
}

fn add_segment(segments: &mut Vec<SegmentTally>, new: SegmentTally) {
    let same = |known: &&mut SegmentTally| known.dimension == new.dimension && known.value == new.value;
    match segments.iter_mut().find(same) {
        None => segments.push(new),
        Some(known) => add_counts(&mut known.months, new.months),
    }
}

fn add_counts<K: Ord>(to: &mut BTreeMap<K, ScoreCounts>, from: BTreeMap<K, ScoreCounts>) {
    for (key, counts) in from {
        let sums = to.entry(key).or_default();
        for (answer, count) in counts {
            let sum = sums.entry(answer).or_default();
            *sum = sum.saturating_add(count);
        }
    }
}
