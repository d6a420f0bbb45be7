use super::*;
use crate::editor::Change;
use crate::plan::arbitrary::{Edit, Kind, edited, edits, large, plan as any_plan};
use crate::plan::*;
use proptest::prelude::*;
use serde_json::json;
use std::collections::HashMap;

proptest! {
    #[test]
    fn what_only_one_side_changed_is_the_merged_plan(base in any_plan(), edits in edits()) {
        let changed = reread(&edited(&base, &edits));
        let nothing_new = Merged { plan: changed.clone(), conflicts: vec![] };
        prop_assert_eq!(merge(&base, &changed, &base), nothing_new.clone());
        prop_assert_eq!(merge(&base, &base, &changed), nothing_new.clone());
        prop_assert_eq!(merge(&base, &changed, &reread(&changed)), nothing_new);
    }

    #[test]
    fn edits_of_different_records_commute(base in any_plan(), ours in edits(), theirs in edits()) {
        // Ours are edits of registers, theirs of journeys and measures, by values alone: no one field is edited twice.
        let ours = edited(&base, &pick(&ours, |edit| matches!(edit,
            Edit::Rename { kind: Kind::Department | Kind::Channel | Kind::Touchpoint, .. } | Edit::Own { .. }
                | Edit::Add { kind: Kind::Department | Kind::Channel, .. }
                | Edit::Move { kind: Kind::Department | Kind::Channel, .. })));
        let theirs = edited(&base, &pick(&theirs, |edit| matches!(edit,
            Edit::Rename { kind: Kind::Journey | Kind::Measure | Kind::Goal, .. } | Edit::TypeText { .. }
                | Edit::Cost { .. } | Edit::Feel { .. } | Edit::MoveStep { .. } | Edit::AddStep { .. }
                | Edit::Add { kind: Kind::Journey | Kind::Measure, .. })));
        let one = merge(&base, &ours, &theirs);
        prop_assert_eq!(&one.conflicts, &vec![]);
        prop_assert_eq!(&one, &merge(&base, &theirs, &ours));
        prop_assert_eq!(&one.plan.departments, &ours.departments);
        prop_assert_eq!(&one.plan.journeys, &theirs.journeys);
    }

    #[test]
    fn the_merged_plan_needs_no_repair(base in any_plan(), ours in edits(), theirs in edits()) {
        let (ours, theirs) = (edited(&base, &ours), edited(&base, &theirs));
        let mut merged = merge(&base, &ours, &theirs).plan;
        prop_assert_eq!(repair(&mut merged), vec![]);
    }

    #[test]
    fn every_value_that_only_one_side_changed_is_there(base in any_plan(), ours in edits(), theirs in edits()) {
        let (ours, theirs) = (edited(&base, &ours), edited(&base, &theirs));
        let merged = merge(&base, &ours, &theirs).plan;
        let (base, ours, theirs, merged) = (fields(&base), fields(&ours), fields(&theirs), fields(&merged));
        for (place, value) in ours.iter().filter(|(place, value)| base.get(*place) != Some(value)) {
            prop_assert_eq!(merged.get(place), Some(value), "ours at {:?}", place);
        }
        for (place, value) in &theirs {
            let kept_by_us = ours.get(place) == base.get(place);
            if base.get(place) != Some(value) && kept_by_us {
                prop_assert_eq!(merged.get(place), Some(value), "theirs at {:?}", place);
            }
        }
    }

    #[test]
    fn repairing_twice_finds_nothing_more(plan in any_plan(), gone in prop::collection::vec((0..6_usize, 0..3_usize), 0..6)) {
        let mut plan = plan;
        for (table, index) in gone {
            break_plan(&mut plan, table, index);
        }
        repair(&mut plan);
        prop_assert_eq!(plan.dangling(), vec![]);
        prop_assert_eq!(repair(&mut plan), vec![]);
    }

    #[test]
    fn what_is_written_is_read_again(plan in any_plan(), cost in 0.0..1e12_f64) {
        let mut plan = plan;
        plan.measures.insert(Measure { one_off_cost: Some(cost), ..Measure::new(MeasureId::standard("m"), "", None) });
        prop_assert_eq!(read(write(&plan).as_bytes()), Ok(Opened { plan: plan.clone(), mended: vec![] }));
        prop_assert_eq!(from_records(to_records(&plan)), Ok(Opened { plan, mended: vec![] }));
    }

    #[test]
    fn a_plan_is_brought_up_to_date_by_what_was_stored_since(base in any_plan(), edits in edits()) {
        let after = edited(&base, &edits);
        let changes = Change::between(&base, &after).records().into_iter();
        let changes = changes.map(|record| StoredChange {
            table: record.table.to_owned(),
            id: record.id.to_string(),
            json: record.after,
        });
        let updated = update(&base, SCHEMA, changes.collect(), &to_records(&after).orders);
        prop_assert_eq!(updated, (Rest::of(&base) == Rest::of(&after)).then_some(after));
    }

    #[test]
    fn any_bytes_are_read_without_a_panic(bytes in prop::collection::vec(any::<u8>(), 0..64)) {
        prop_assert!(read(&bytes).is_err());
    }
}

fn reread(plan: &Plan) -> Plan {
    read(write(plan).as_bytes()).unwrap().plan
}

fn pick(edits: &[Edit], wanted: impl Fn(&Edit) -> bool) -> Vec<Edit> {
    edits.iter().filter(|edit| wanted(edit)).cloned().collect()
}

/// Takes a record out without its references, or doubles a part.
fn break_plan(plan: &mut Plan, table: usize, index: usize) {
    fn take<T: Record>(table: &mut Table<T>, index: usize) {
        let id = table.ids().nth(index).cloned();
        id.map(|id| table.remove(&id));
    }
    match table {
        0 => take(&mut plan.channels, index),
        1 => take(&mut plan.touchpoints, index),
        2 => take(&mut plan.goals, index),
        3 => plan.sub_phases = Table::default(),
        4 => plan.profile = Table::default(),
        _ => {
            let id = plan.journeys.ids().nth(index).cloned();
            if let Some(id) = id {
                plan.journeys.update(&id, |journey| {
                    let doubled = journey.stages.clone();
                    journey.stages.extend(doubled);
                });
            }
        }
    }
}

/// The single values of measures and goals by place; a list is one value.
fn fields(plan: &Plan) -> HashMap<(String, String), serde_json::Value> {
    let goals = plan.goals.iter().map(|goal| serde_json::to_value(&**goal).unwrap());
    let measures = plan.measures.iter().map(|measure| serde_json::to_value(&**measure).unwrap());
    let mut fields = HashMap::new();
    for record in goals.chain(measures) {
        for (key, value) in record.as_object().unwrap() {
            // Lists of references lose what was removed on the other side.
            if !value.is_array() {
                fields.insert((record["id"].to_string(), key.clone()), value.clone());
            }
        }
    }
    fields
}

fn small() -> Plan {
    let mut plan = Plan::new(PlanId::standard("p"), "Plan");
    plan.kpis.insert(Kpi::new(KpiId::standard("k"), "NPS", KpiKind::Nps));
    for id in ["a", "b"] {
        plan.goals.insert(Goal::new(GoalId::standard(id), id, None));
    }
    plan
}

fn with(edit: impl FnOnce(&mut Plan)) -> Plan {
    let mut plan = small();
    edit(&mut plan);
    plan
}

fn rename(plan: &mut Plan, id: &str, title: &str) {
    assert!(plan.goals.update(&GoalId::standard(id), |goal| goal.title = title.to_owned()));
}

fn check(ours: Plan, theirs: Plan, goals: &[(&str, &str)], conflicts: &[(&str, &str, &str)]) -> Merged {
    let merged = merge(&small(), &ours, &theirs);
    let found: Vec<_> = merged.plan.goals.iter().map(|goal| (goal.id.as_str(), goal.title.as_str())).collect();
    assert_eq!(found, goals);
    let found: Vec<_> = merged.conflicts.iter().map(|c| (c.table, c.id.to_string(), c.path.join("/"))).collect();
    let wanted: Vec<_> = conflicts.iter().map(|(table, id, path)| (*table, (*id).to_owned(), (*path).to_owned())).collect();
    assert_eq!(found, wanted);
    merged
}

#[test]
fn a_field_that_both_changed_stays_ours_and_theirs_is_listed() {
    let merged = check(
        with(|plan| rename(plan, "a", "ours")),
        with(|plan| rename(plan, "a", "theirs")),
        &[("a", "ours"), ("b", "b")],
        &[("goals", "a", "title")],
    );
    assert_eq!(merged.conflicts[0].theirs, Some(json!("theirs")));
}

#[test]
fn a_changed_record_stays_where_the_other_side_removed_it() {
    let removed = || with(|plan| drop(plan.goals.remove(&GoalId::standard("a"))));
    let changed = || with(|plan| rename(plan, "a", "new"));
    check(removed(), changed(), &[("a", "new"), ("b", "b")], &[("goals", "a", "")]);
    check(changed(), removed(), &[("a", "new"), ("b", "b")], &[("goals", "a", "")]);
    check(removed(), small(), &[("b", "b")], &[]);
    check(removed(), with(|plan| rename(plan, "b", "new")), &[("b", "new")], &[]);
}

#[test]
fn a_removed_record_comes_back_where_the_other_side_refers_to_it() {
    let removed = || with(|plan| drop(plan.kpis.remove(&KpiId::standard("k"))));
    let referring = || {
        with(|plan| {
            plan.goals.update(&GoalId::standard("a"), |goal| goal.kpi = Some(KpiId::standard("k")));
        })
    };
    for (ours, theirs) in [(removed(), referring()), (referring(), removed())] {
        let merged = check(ours, theirs, &[("a", "a"), ("b", "b")], &[("kpis", "k", "")]);
        assert_eq!(merged.plan.kpis, small().kpis);
        assert_eq!(merged.plan.dangling(), vec![]);
    }
}

#[test]
fn additions_and_moves_of_both_sides_are_in_the_merged_order() {
    let ours = with(|plan| plan.goals.insert(Goal::new(GoalId::standard("c"), "c", None)));
    let theirs = with(|plan| assert!(plan.goals.move_to(&GoalId::standard("b"), 0)));
    check(ours, theirs, &[("b", "b"), ("a", "a"), ("c", "c")], &[]);
}

#[test]
fn reasons_for_leaving_are_merged_by_reason_and_month() {
    let with_reasons = |reasons: &[(&str, &str, u32)]| {
        with(|plan| {
            let mut source = Source::new(SourceId::standard("s"), "");
            for (reason, month, count) in reasons {
                let tally = source.leaving.entry((*reason).to_owned()).or_default();
                tally.months.insert(Month::parse(month).unwrap(), *count);
            }
            plan.sources.insert(source);
        })
    };
    let base = with_reasons(&[("dear", "2025-01", 3), ("moved", "2025-01", 1)]);
    let ours = with_reasons(&[("dear", "2025-01", 4), ("dear", "2025-02", 2), ("moved", "2025-01", 1)]);
    let theirs = with_reasons(&[("dear", "2025-01", 3), ("dear", "2025-03", 5), ("hotline", "2025-01", 1)]);
    let expected = [("dear", "2025-01", 4), ("dear", "2025-02", 2), ("dear", "2025-03", 5), ("hotline", "2025-01", 1)];
    for (one, other) in [(&ours, &theirs), (&theirs, &ours)] {
        assert_eq!(merge(&base, one, other), Merged { plan: with_reasons(&expected), conflicts: vec![] });
    }
}

#[test]
fn what_no_version_of_ours_knows_is_merged_too() {
    let unread = |n: u32| UnreadRecord { table: "goals".to_owned(), record: json!(n) };
    let with_rest = |numbers: &[u32], other: serde_json::Value| {
        with(|plan| {
            plan.unread = numbers.iter().map(|n| unread(*n)).collect::<Vec<_>>().into();
            plan.other = other.as_object().unwrap().clone().into();
        })
    };
    let base = with_rest(&[1, 2], json!({ "letters": [{ "id": "v", "text": 1 }] }));
    let ours = with_rest(&[2, 3], json!({ "letters": [{ "id": "v", "text": 1 }, { "id": "w" }] }));
    let theirs = with_rest(&[1, 2, 4], json!({ "letters": [{ "id": "v", "text": 2 }] }));
    let merged = merge(&base, &ours, &theirs);
    assert_eq!(merged.plan, with_rest(&[2, 3, 4], json!({ "letters": [{ "id": "v", "text": 2 }, { "id": "w" }] })));
    assert_eq!(merged.conflicts, vec![]);
}

#[test]
fn large_plans_are_merged_without_delay() {
    let base = large(10_000);
    let ours = reread(&base);
    let mut theirs = reread(&base);
    let ids: Vec<_> = theirs.goals.ids().rev().cloned().collect();
    theirs.goals.reorder(&ids);
    for id in ids {
        theirs.goals.update(&id, |goal| goal.title.push('!'));
    }
    let started = std::time::Instant::now();
    let merged = merge(&base, &ours, &theirs);
    assert!(started.elapsed().as_secs() < 5, "a loop over 20,000 records seems to be quadratic");
    assert_eq!(merged, Merged { plan: theirs, conflicts: vec![] });
}
