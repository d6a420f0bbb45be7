//! A plan for passing on: its imported data by month alone, no group of customers so small that one could be known, and
//! nothing that customers wrote.

use crate::plan::{
    Dimension, DimensionId, KpiId, LeavingTally, OtherFields, Plan, Record, Reference, Resolution, SegmentTally, SegmentValue,
    SegmentValueId, Source, Table, Tallied, Tally, in_longer_spans,
};
use std::collections::{BTreeMap, BTreeSet, HashSet};

/// The value that small ones are merged into.
const OTHERS: &str = "others";

/// Makes a copy of a plan that can be passed on: tallies are summed up to months; segment values with fewer answers than
/// the plan's minimum are merged into one named `others`, and left out where even that has too few. So are reasons for
/// leaving. Values that no tally has any more lose their names with them. Voices are left out.
#[must_use]
pub fn for_passing_on(plan: &Plan, others: &str) -> Plan {
    let mut passed = plan.clone();
    passed.voices = Table::default();
    passed.unlink_dangling();
    let minimum = u64::from(plan.profile().segment_minimum);
    let mut merged = BTreeSet::new();
    for source in plan.sources.iter() {
        let mut source = Source::clone(source);
        source.tallies.iter_mut().for_each(|tally| pass_on(tally, plan, &mut merged));
        source.ratios.iter_mut().for_each(|tally| pass_on(tally, plan, &mut merged));
        source.customers.iter_mut().for_each(|tally| pass_on(tally, plan, &mut merged));
        source.amounts.iter_mut().for_each(|tally| pass_on(tally, plan, &mut merged));
        source.money.iter_mut().for_each(|tally| merge_small(&mut tally.segments, plan, &tally.kpi, &mut merged));
        source.drivers.iter_mut().for_each(|tally| merge_small(&mut tally.segments, plan, &tally.overall, &mut merged));
        merge_small_reasons(&mut source.leaving, minimum, others);
        passed.sources.insert(source);
    }
    let left = values_with_data(&passed);
    for gone in values_with_data(plan).difference(&left) {
        passed.delete(gone);
    }
    for id in merged {
        let Some(dimension) = passed.dimensions.get(&id) else { continue };
        let mut dimension = Dimension::clone(dimension);
        if dimension.values.iter().all(|value| value.id != others_id()) {
            dimension.values.push(SegmentValue { id: others_id(), name: others.to_owned(), other: OtherFields::new() });
            passed.dimensions.insert(dimension);
        }
    }
    passed
}

/// The values of dimensions of which a plan has data.
fn values_with_data(plan: &Plan) -> HashSet<Reference> {
    let mut found = HashSet::new();
    plan.sources.iter().for_each(|source| source.references(&mut |reference| _ = found.insert(reference)));
    found.retain(|reference| matches!(reference, Reference::SegmentValue(..)));
    found
}

fn others_id() -> SegmentValueId {
    SegmentValueId::standard(OTHERS)
}

/// Puts the data of a KPI together by month, and merges the small values of each dimension.
fn pass_on<T: Tallied>(tally: &mut Tally<T>, plan: &Plan, merged: &mut BTreeSet<DimensionId>) {
    tally.coarsen(Resolution::Month, plan);
    merge_small(&mut tally.segments, plan, &tally.kpi, merged);
}

/// Merges the small values of each dimension; names the dimensions where that happened.
fn merge_small<T: Tallied>(segments: &mut Vec<SegmentTally<T>>, plan: &Plan, kpi: &KpiId, merged: &mut BTreeSet<DimensionId>) {
    let minimum = u64::from(plan.profile().segment_minimum);
    // The same customers stay for months: they count once.
    let cases = |segment: &SegmentTally<T>| {
        let whole = in_longer_spans(segment.months.values().map(|data| ((), data)), plan.kpi_kind(kpi));
        whole.values().map(T::cases).sum::<u64>()
    };
    let (mut kept, small): (Vec<_>, Vec<_>) = std::mem::take(segments).into_iter().partition(|segment| cases(segment) >= minimum);
    let mut others: BTreeMap<DimensionId, SegmentTally<T>> = BTreeMap::new();
    for segment in small {
        match others.get_mut(&segment.dimension) {
            None => drop(others.insert(segment.dimension.clone(), SegmentTally { value: others_id(), ..segment })),
            Some(sum) => segment.months.iter().for_each(|(month, part)| sum.months.entry(*month).or_default().add(part)),
        }
    }
    for (dimension, sum) in others {
        if cases(&sum) >= minimum {
            merged.insert(dimension);
            kept.push(sum);
        }
    }
    *segments = kept;
}

/// Merges the reasons for which few customers left.
fn merge_small_reasons(leaving: &mut BTreeMap<String, LeavingTally>, minimum: u64, others: &str) {
    let customers = |tally: &LeavingTally| tally.months.values().map(Tallied::cases).sum::<u64>();
    let mut sum = LeavingTally::default();
    leaving.retain(|_, tally| {
        let large = customers(tally) >= minimum;
        if !large {
            tally.months.iter().for_each(|(month, count)| sum.months.entry(*month).or_default().add(count));
        }
        large
    });
    if customers(&sum) >= minimum && !sum.months.is_empty() {
        let merged = leaving.entry(others.to_owned()).or_default();
        sum.months.iter().for_each(|(month, count)| merged.months.entry(*month).or_default().add(count));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{
        CustomerFigure, Customers, Day, Kpi, KpiKind, Month, Persona, PersonaId, PlanId, ScoreCounts, Segment, SourceId,
    };

    fn segment(value: &str, months: &[(&str, u32)]) -> SegmentTally {
        SegmentTally {
            dimension: DimensionId::standard("region"),
            value: SegmentValueId::standard(value),
            months: months.iter().map(|(month, n)| (Month::parse(month).unwrap(), ScoreCounts::from([(9, *n)]))).collect(),
            other: OtherFields::new(),
        }
    }

    fn plan(segments: Vec<SegmentTally>) -> Plan {
        let mut plan = Plan::new(PlanId::standard("plan"), "");
        let kpi = KpiId::standard("nps");
        plan.kpis.insert(Kpi::new(kpi.clone(), "", KpiKind::Nps));
        let names = ["north", "south", "islands", "abroad"];
        let values = names.map(|name| (SegmentValueId::standard(name), name)).to_vec();
        plan.dimensions.insert(Dimension::with_values(DimensionId::standard("region"), "Region", values));
        let days = [("2025-03-04", 3), ("2025-03-30", 4), ("2025-04-01", 2)];
        let days = days.map(|(day, n)| (Day::parse(day).unwrap(), ScoreCounts::from([(9, n)]))).into();
        let tally = Tally { days, segments, ..Tally::new(kpi) };
        plan.sources.insert(Source { tallies: vec![tally], ..Source::new(SourceId::standard("survey"), "") });
        plan
    }

    #[track_caller]
    fn check(segments: Vec<SegmentTally>, expected: &[(&str, &[(&str, u32)])]) {
        let passed = for_passing_on(&plan(segments), "Andere");
        let found = &passed.sources.iter().next().unwrap().tallies[0].segments;
        let expected: Vec<_> = expected.iter().map(|(value, months)| segment(value, months)).collect();
        assert_eq!(*found, expected);
        let named = passed.dimensions.iter().next().unwrap().values.iter().filter(|value| value.name == "Andere").count();
        assert_eq!(named, usize::from(expected.iter().any(|segment| segment.value == others_id())));
    }

    #[test]
    fn days_become_months() {
        let passed = for_passing_on(&plan(Vec::new()), "");
        let tally = &passed.sources.iter().next().unwrap().tallies[0];
        assert_eq!(tally.resolution, Resolution::Month);
        let days: Vec<_> = tally.days.iter().map(|(day, scores)| (day.to_string(), scores[&9])).collect();
        assert_eq!(days, [("2025-03-01".to_owned(), 7), ("2025-04-01".to_owned(), 2)]);
    }

    #[test]
    fn small_groups_are_merged_and_left_out_where_even_together_they_are_small() {
        let large = || segment("north", &[("2025-03", 3), ("2025-04", 2)]);
        check(vec![large()], &[("north", &[("2025-03", 3), ("2025-04", 2)])]);
        let small = vec![segment("islands", &[("2025-03", 4)]), large(), segment("abroad", &[("2025-03", 1), ("2025-04", 1)])];
        check(small, &[("north", &[("2025-03", 3), ("2025-04", 2)]), ("others", &[("2025-03", 5), ("2025-04", 1)])]);
        check(vec![segment("islands", &[("2025-03", 4)]), large()], &[("north", &[("2025-03", 3), ("2025-04", 2)])]);
    }

    #[test]
    fn values_that_lose_their_data_lose_their_names_too_and_those_that_never_had_any_stay() {
        let names = |segments: Vec<SegmentTally>| {
            let mut plan = plan(segments);
            let (region, islands) = (DimensionId::standard("region"), SegmentValueId::standard("islands"));
            let mut persona = Persona::new(PersonaId::standard("ines"), "Ines");
            persona.segments.push(Segment::new(region, islands));
            plan.personas.insert(persona);
            let passed = for_passing_on(&plan, "Andere");
            assert_eq!(passed.dangling(), []);
            let dimension = passed.dimensions.iter().next().unwrap();
            dimension.values.iter().map(|value| value.name.clone()).collect::<Vec<_>>()
        };
        let large = || segment("north", &[("2025-03", 5)]);
        assert_eq!(names(vec![large(), segment("islands", &[("2025-03", 4)])]), ["north", "south", "abroad"]);
        let small = vec![large(), segment("islands", &[("2025-03", 4)]), segment("abroad", &[("2025-03", 2)])];
        assert_eq!(names(small), ["north", "south", "Andere"]);
        assert_eq!(names(vec![large()]), ["north", "south", "islands", "abroad"]);
    }

    #[test]
    fn reasons_for_leaving_with_few_customers_are_merged_or_left_out() {
        #[track_caller]
        fn check(reasons: &[(&str, &[(&str, u32)])], expected: &[(&str, &[(&str, u32)])]) {
            let leaving = |reasons: &[(&str, &[(&str, u32)])]| -> BTreeMap<String, LeavingTally> {
                let months =
                    |months: &[(&str, u32)]| months.iter().map(|(month, n)| (Month::parse(month).unwrap(), *n)).collect();
                let tally = |found| LeavingTally { months: months(found), ..LeavingTally::default() };
                reasons.iter().map(|(reason, found)| ((*reason).to_owned(), tally(found))).collect()
            };
            let mut plan = plan(Vec::new());
            plan.sources.update(&SourceId::standard("survey"), |source| source.leaving = leaving(reasons));
            let passed = for_passing_on(&plan, "Andere");
            assert_eq!(passed.sources.iter().next().unwrap().leaving, leaving(expected));
        }
        let dear: (&str, &[(&str, u32)]) = ("zu teuer", &[("2025-03", 3), ("2025-04", 2)]);
        check(&[dear], &[dear]);
        check(&[dear, ("Umzug", &[("2025-03", 4)])], &[dear]);
        let small: [(&str, &[(&str, u32)]); 3] =
            [dear, ("Umzug", &[("2025-03", 4)]), ("Hotline", &[("2025-03", 1), ("2025-04", 1)])];
        check(&small, &[("Andere", &[("2025-03", 5), ("2025-04", 1)]), dear]);
    }

    #[test]
    fn the_customers_of_a_small_group_count_once_however_many_months_they_stay() {
        let mut plan = plan(Vec::new());
        plan.kpis.update(&KpiId::standard("nps"), |kpi| kpi.kind = KpiKind::Customers(CustomerFigure::Churn));
        let month = |start| Customers { start: Some(start), lost: Some(0), won: Some(0), end: Some(start) };
        let months = |value: &str, start| SegmentTally {
            dimension: DimensionId::standard("region"),
            value: SegmentValueId::standard(value),
            months: (0..12).map(|at| (Month::parse("2025-01").unwrap().plus(at), month(start))).collect(),
            other: OtherFields::new(),
        };
        let tally = Tally { segments: vec![months("north", 5), months("islands", 4)], ..Tally::new(KpiId::standard("nps")) };
        plan.sources.update(&SourceId::standard("survey"), |source| source.customers = vec![tally]);
        let passed = for_passing_on(&plan, "Andere");
        assert_eq!(passed.sources.iter().next().unwrap().customers[0].segments, [months("north", 5)]);
    }

    #[test]
    fn what_is_passed_on_is_a_whole_plan() {
        let passed =
            for_passing_on(&plan(vec![segment("islands", &[("2025-03", 2)]), segment("abroad", &[("2025-03", 3)])]), "Andere");
        let text = crate::exchange::write(&passed);
        let opened = crate::exchange::read(text.as_bytes()).unwrap();
        assert!(opened.mended.is_empty());
        assert_eq!(opened.plan, passed);
    }
}
