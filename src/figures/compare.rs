//! Periods and groups of customers against each other.

use super::{
    difference::{Difference, holm},
    measured::{self, Measured},
    period::Period,
    series::{Group, GroupMeasured, by_group, by_period, months_covered},
};
use crate::plan::{Day, DimensionId, KpiId, Plan, Resolution};
use std::ops::RangeInclusive;

/// Most periods among which one is to be chosen.
const PERIODS_MAX: usize = 60;

/// What of a KPI can be held against another part of it.
#[derive(Clone, Debug, PartialEq)]
pub enum Part {
    /// A period.
    Period(Period),
    /// A group of customers over the whole time.
    Group(Group),
}

impl Part {
    /// Whether no answer belongs to both: only then does a test fit. Groups of two dimensions share answers, and so do a
    /// group and a period.
    #[must_use]
    pub fn is_apart_from(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Period(a), Self::Period(b)) => a != b && a.grain() == b.grain(),
            (Self::Group(a), Self::Group(b)) => a != b && a.dimension == b.dimension,
            _ => false,
        }
    }
}

/// The parts of a KPI that can be held against another one, with what was measured of each: periods in order of time,
/// of all customers or of a group, then the groups that are large enough to be shown. The periods are of the length that
/// is asked for, or longer where nobody would find one among so many.
#[must_use]
pub fn parts(plan: &Plan, kpi: &KpiId, group: Option<&Group>, grain: Resolution) -> Vec<(Part, Measured)> {
    let grains = Resolution::ALL.into_iter().filter(|other| *other >= grain);
    let periods = grains.map(|grain| by_period(plan, kpi, group, grain)).find(|series| series.len() <= PERIODS_MAX);
    let periods = periods.into_iter().flatten().map(|(period, measured)| (Part::Period(period), measured));
    let groups = months_covered(plan, kpi).map(|months| by_group(plan, kpi, &months)).unwrap_or_default();
    let groups = groups.into_iter().filter(|row| !row.hidden).map(|row| (Part::Group(row.group), row.measured));
    let all: Vec<_> = periods.chain(groups).collect();
    let has_other = |(part, _): &&(Part, Measured)| all.iter().any(|(other, _)| part.is_apart_from(other));
    all.iter().filter(has_other).cloned().collect()
}

/// Two groups of a dimension against each other.
#[derive(Clone, Debug, PartialEq)]
pub struct GroupComparison {
    /// The group that stands first in the plan.
    pub first: Group,
    /// The other one.
    pub second: Group,
    /// The second less the first; its p isn't corrected.
    pub difference: Difference,
    /// p, corrected for all comparisons of the dimension at once (Holm).
    pub p: f64,
}

/// Compares the groups of each dimension, two by two, over a span of days; without those that are too small to be shown.
#[must_use]
pub fn compare_groups(plan: &Plan, kpi: &KpiId, span: &RangeInclusive<Day>) -> Vec<(DimensionId, Vec<GroupComparison>)> {
    let groups: Vec<GroupMeasured> = by_group(plan, kpi, span).into_iter().filter(|group| !group.hidden).collect();
    let of_dimension = |groups: &[GroupMeasured]| {
        let pairs = groups.iter().enumerate().flat_map(|(at, first)| groups[at + 1..].iter().map(move |second| (first, second)));
        let tested: Vec<_> = pairs
            .filter_map(|(first, second)| Some((first, second, measured::difference(&first.measured, &second.measured)?)))
            .collect();
        let corrected = holm(&tested.iter().map(|(.., difference)| difference.p).collect::<Vec<_>>());
        let comparison = |((first, second, difference), p): ((&GroupMeasured, &GroupMeasured, Difference), f64)| {
            GroupComparison { first: first.group.clone(), second: second.group.clone(), difference, p }
        };
        tested.into_iter().zip(corrected).map(comparison).collect()
    };
    let dimensions = groups.chunk_by(|a, b| a.group.dimension == b.group.dimension);
    dimensions.map(|groups| (groups[0].group.dimension.clone(), of_dimension(groups))).collect()
}

/// How each group has changed from one span of days to a later one, with p corrected for all of them at once (Holm);
/// without groups that are too small to be shown in either.
#[must_use]
pub fn group_changes(
    plan: &Plan,
    kpi: &KpiId,
    before: &RangeInclusive<Day>,
    after: &RangeInclusive<Day>,
) -> Vec<(Group, Difference, f64)> {
    let earlier = by_group(plan, kpi, before);
    let compared = by_group(plan, kpi, after).into_iter().filter_map(|later| {
        let earlier = earlier.iter().find(|earlier| earlier.group == later.group && !earlier.hidden && !later.hidden)?;
        Some((later.group, measured::difference(&earlier.measured, &later.measured)?))
    });
    let compared: Vec<_> = compared.collect();
    let corrected = holm(&compared.iter().map(|(_, difference)| difference.p).collect::<Vec<_>>());
    compared.into_iter().zip(corrected).map(|((group, difference), p)| (group, difference, p)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{
        Dimension, Kpi, KpiKind, Month, OtherFields, PlanId, ScoreCounts, SegmentTally, SegmentValueId, Source, SourceId, Tally,
    };

    #[test]
    fn groups_are_compared_two_by_two_and_corrected_together() {
        let mut plan = Plan::new(PlanId::standard("p"), "");
        let (kpi, dimension) = (KpiId::standard("nps"), DimensionId::standard("region"));
        plan.kpis.insert(Kpi::new(kpi.clone(), "", KpiKind::Nps));
        let id = SegmentValueId::standard;
        let values = [("a", [45, 35, 20]), ("b", [30, 40, 30]), ("c", [1, 1, 1]), ("d", [50, 30, 20])];
        let month = Month::parse("2025-01").unwrap();
        let segment = |(name, [promoters, passives, detractors]): (&str, [u32; 3])| SegmentTally {
            dimension: dimension.clone(),
            value: id(name),
            months: [(month, ScoreCounts::from([(9, promoters), (7, passives), (3, detractors)]))].into(),
            other: OtherFields::new(),
        };
        let tally = Tally { segments: values.map(segment).to_vec(), ..Tally::new(kpi.clone()) };
        plan.sources.insert(Source { tallies: vec![tally], ..Source::new(SourceId::standard("s"), "") });
        let values = values.map(|(name, _)| (id(name), name)).to_vec();
        plan.dimensions.insert(Dimension::with_values(dimension, "", values));
        let found = compare_groups(&plan, &kpi, &(month.first_day()..=month.last_day()));
        let [(_, found)] = &found[..] else { panic!("one dimension") };
        let pairs: Vec<_> = found.iter().map(|found| format!("{}{}", found.first.value, found.second.value)).collect();
        assert_eq!(pairs, ["ab", "ad", "bd"]);
        // Reference value of the pair before the correction; it is the second smallest of three.
        assert!((found[0].difference.p - 0.023_573).abs() < 1e-6);
        assert!((found[0].p - 2.0 * found[0].difference.p).abs() < 1e-12);
    }

    #[test]
    fn only_what_shares_no_answers_is_held_against_each_other() {
        let mut plan = Plan::new(PlanId::standard("p"), "");
        let kpi = KpiId::standard("nps");
        plan.kpis.insert(Kpi::new(kpi.clone(), "", KpiKind::Nps));
        let month = Month::parse("2025-01").unwrap();
        let scores = ScoreCounts::from([(9, 20), (3, 10)]);
        let mut tally = Tally::new(kpi.clone());
        for at in 0..3 {
            tally.days.insert(month.plus(at).first_day(), scores.clone());
        }
        for (dimension, values) in [("region", &["north", "south"][..]), ("type", &["private"])] {
            let id = DimensionId::standard(dimension);
            let named = values.iter().map(|name| (SegmentValueId::standard(name), *name)).collect();
            plan.dimensions.insert(Dimension::with_values(id.clone(), dimension, named));
            tally.segments.extend(values.iter().map(|name| SegmentTally {
                dimension: id.clone(),
                value: SegmentValueId::standard(name),
                months: [(month, scores.clone())].into(),
                other: OtherFields::new(),
            }));
        }
        plan.sources.insert(Source { tallies: vec![tally], ..Source::new(SourceId::standard("s"), "") });
        let found = parts(&plan, &kpi, None, Resolution::Month);
        // The only group of its dimension has none to be held against.
        assert_eq!(found.len(), 5);
        for (at, (part, _)) in found.iter().enumerate() {
            let apart = found.iter().map(|(other, _)| part.is_apart_from(other)).collect::<Vec<_>>();
            let expected: Vec<bool> = (0..5).map(|other| other != at && (other < 3) == (at < 3)).collect();
            assert_eq!(apart, expected, "{part:?}");
        }
    }
}
