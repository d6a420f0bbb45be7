//! Groups of customers against each other.

use super::{
    difference::{Difference, holm},
    measured,
    series::{Group, GroupMeasured, by_group},
};
use crate::plan::{Day, DimensionId, KpiId, Plan};
use std::ops::RangeInclusive;

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
}
