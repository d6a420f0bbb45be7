use super::*;
use crate::plan::arbitrary::{Edit, edit, edited, edits, large, plan as any_plan};
use crate::plan::{self, *};
use crate::route::Area;
use proptest::prelude::*;

fn label() -> Label {
    Label::new(Verb::Change, Noun::Goal)
}

fn place() -> Place {
    Place::area(Area::Strategy)
}

fn goal(text: &str) -> GoalId {
    GoalId::standard(text)
}

fn start() -> Editor {
    let mut plan = Plan::new(PlanId::standard("p"), "Plan");
    for id in ["a", "b", "c"] {
        plan.goals.insert(Goal::new(goal(id), id, None));
    }
    Editor::new(plan)
}

fn rename(editor: &mut Editor, id: &str, title: &str) {
    let change = |plan: &mut Plan| plan.goals.update(&goal(id), |goal| goal.title = title.to_owned());
    assert!(editor.edit(label(), place(), change).unwrap().value);
}

fn titles(editor: &Editor) -> String {
    editor.plan().goals.iter().map(|goal| goal.title.as_str()).collect()
}

proptest! {
    #[test]
    fn a_difference_leads_from_one_plan_to_the_other_and_back(before in any_plan(), edits in edits()) {
        let after = edited(&before, &edits);
        let change = Change::between(&before, &after);
        let mut there = before.clone();
        change.apply(&mut there);
        prop_assert_eq!(&there, &after);
        change.inverse().apply(&mut there);
        prop_assert_eq!(&there, &before);
        prop_assert_eq!(change.is_empty(), before == after);
    }

    #[test]
    fn composed_differences_are_the_direct_one(before in any_plan(), first in edits(), second in edits()) {
        let middle = edited(&before, &first);
        let after = edited(&middle, &second);
        let composed = Change::between(&before, &middle).then(&Change::between(&middle, &after));
        let mut there = before.clone();
        composed.apply(&mut there);
        prop_assert_eq!(&there, &after);
        prop_assert_eq!(composed.is_empty(), before == after);
        composed.inverse().apply(&mut there);
        prop_assert_eq!(&there, &before);
    }

    #[test]
    fn undoing_and_redoing_leads_through_the_same_plans(start in any_plan(), edits in edits()) {
        let mut editor = Editor::new(start.clone());
        let mut states = vec![start];
        for edit in &edits {
            let edited = editor.edit(label(), place(), |plan| edit.apply(plan)).unwrap();
            if !edited.change.is_empty() {
                states.push(editor.plan().clone());
            }
        }
        for state in states.iter().rev().skip(1) {
            editor.undo().unwrap();
            prop_assert_eq!(editor.plan(), state);
        }
        prop_assert!(editor.undo().is_none());
        for state in states.iter().skip(1) {
            editor.redo().unwrap();
            prop_assert_eq!(editor.plan(), state);
        }
        prop_assert!(editor.redo().is_none());
    }

    #[test]
    fn an_adopted_change_leaves_every_reference_whole(start in any_plan(), ours in edits(), theirs in edits(), more in edit()) {
        let mut editor = Editor::new(start.clone());
        for edit in &ours {
            editor.edit(label(), place(), |plan| edit.apply(plan)).unwrap();
        }
        editor.adopt(&Change::between(&start, &edited(&start, &theirs)));
        prop_assert_eq!(editor.plan().dangling(), vec![]);
        editor.edit(label(), place(), |plan| more.apply(plan)).unwrap();
        while editor.undo().is_some() {
            prop_assert_eq!(editor.plan().dangling(), vec![]);
        }
        while editor.redo().is_some() {
            prop_assert_eq!(editor.plan().dangling(), vec![]);
        }
    }

    #[test]
    fn undoing_everything_leaves_what_others_did(start in any_plan(), ours in edits(), costs in prop::collection::vec(any::<u32>(), 1..4)) {
        // Ours are any edits but removals of measures and costs; theirs are costs: so both touch the same records
        // but never the same field.
        let ours = ours.into_iter().filter(|edit| !matches!(edit, Edit::Remove { .. } | Edit::Cost { .. }));
        let mut editor = Editor::new(start.clone());
        for edit in ours {
            editor.edit(label(), place(), |plan| edit.apply(plan)).unwrap();
        }
        let mut theirs = start.clone();
        for (measure, cost) in costs.into_iter().enumerate() {
            Edit::Cost { measure, cost }.apply(&mut theirs);
        }
        let ids: Vec<_> = theirs.measures.ids().cloned().collect();
        editor.adopt(&Change::between(&start, &theirs));
        while editor.undo().is_some() {
            for id in &ids {
                prop_assert_eq!(
                    editor.plan().measures.get(id).map(|m| m.one_off_cost),
                    theirs.measures.get(id).map(|m| m.one_off_cost)
                );
            }
        }
        prop_assert_eq!(editor.plan(), &theirs);
    }

    #[test]
    fn records_and_orders_are_enough_to_save_a_change(before in any_plan(), edits in edits()) {
        let after = edited(&before, &edits);
        let change = Change::between(&before, &after);
        let mut measures = before.measures.clone();
        for record in change.records().into_iter().filter(|record| record.table == Measure::TABLE) {
            match record.after {
                Some(json) => measures.insert(serde_json::from_str(&json).unwrap()),
                None => drop(measures.remove(&record.id.into())),
            }
        }
        for (_, order) in change.orders().into_iter().filter(|(table, _)| *table == Measure::TABLE) {
            measures.reorder(&order.into_iter().map(MeasureId::from).collect::<Vec<_>>());
        }
        prop_assert_eq!(&measures, &after.measures);
    }
}

#[test]
fn an_edit_that_changes_nothing_makes_no_step() {
    let mut editor = start();
    rename(&mut editor, "a", "a");
    let same = |plan: &mut Plan| plan.goals.insert(Goal::new(goal("a"), "a", None));
    assert!(editor.edit(label(), place(), same).unwrap().change.is_empty());
    assert!(editor.undo_label().is_none() && editor.undo().is_none());
}

#[test]
fn a_new_edit_ends_what_could_be_redone() {
    let mut editor = start();
    rename(&mut editor, "a", "x");
    editor.undo().unwrap();
    assert_eq!(editor.redo_label(), Some(label()));
    rename(&mut editor, "b", "y");
    assert!(editor.redo().is_none());
    assert_eq!(titles(&editor), "ayc");
}

#[test]
fn an_edit_that_would_break_the_plan_is_refused() {
    fn check(edit: impl FnOnce(&mut Plan), refused: impl FnOnce(&EditError) -> bool) {
        let mut editor = start();
        let before = editor.plan().clone();
        let error = editor.edit(label(), place(), edit).unwrap_err();
        assert!(refused(&error), "{error:?}");
        assert!(editor.plan().same(&before) && editor.undo_label().is_none());
    }
    let dangles = |error: &EditError| matches!(error, EditError::Dangling { .. });
    check(
        |plan| {
            plan.goals.update(&goal("a"), |goal| goal.kpi = Some(KpiId::standard("none")));
        },
        dangles,
    );
    check(|plan| plan.goals.insert(Goal::new(goal("d"), "d", Some(SubPhaseId::standard("none")))), dangles);
    let doubled = |error: &EditError| matches!(error, EditError::DoubledPart { .. });
    check(
        |plan| {
            let mut journey = Journey::new(JourneyId::standard("j"), "");
            journey.lanes.push(journey.lanes[0].clone());
            plan.journeys.insert(journey);
        },
        doubled,
    );
    check(
        |plan| {
            let value = SegmentValueId::standard("v");
            let values = vec![(value.clone(), "North"), (value, "South")];
            plan.dimensions.insert(Dimension::with_values(DimensionId::standard("d"), "Region", values));
        },
        doubled,
    );
    check(|plan| drop(plan.profile.remove(&ProfileId::standard("profile"))), |error| *error == EditError::NotOneProfile);
    check(|plan| plan.id = PlanId::standard("other"), |error| *error == EditError::OtherPlan);
}

#[test]
fn what_is_removed_must_not_be_referred_to() {
    let mut plan = start().plan().clone();
    let (dimension, value) = (DimensionId::standard("region"), SegmentValueId::standard("north"));
    plan.dimensions.insert(Dimension::with_values(dimension.clone(), "Region", vec![(value.clone(), "North")]));
    let segments = vec![Segment::new(dimension.clone(), value)];
    plan.personas.insert(Persona { segments, ..Persona::new(PersonaId::standard("p"), "P") });
    let mut editor = Editor::new(plan);
    let removal = |plan: &mut Plan| drop(plan.dimensions.remove(&dimension));
    assert!(matches!(editor.edit(label(), place(), removal), Err(EditError::Dangling { .. })));
    let emptied = |plan: &mut Plan| plan.dimensions.update(&dimension, |dimension| dimension.values.clear());
    assert!(matches!(editor.edit(label(), place(), emptied), Err(EditError::Dangling { .. })));
    let with_unlink = |plan: &mut Plan| {
        plan.dimensions.remove(&dimension);
        plan.unlink(&Reference::Dimension(dimension.clone()));
    };
    editor.edit(label(), place(), with_unlink).unwrap();
}

fn type_title(editor: &mut Editor, id: &str, title: &str, now_ms: f64) {
    let change = |plan: &mut Plan| plan.goals.update(&goal(id), |goal| goal.title = title.to_owned());
    editor.edit_continued(label(), place(), FuseKey::new(id), now_ms, change).unwrap();
}

#[test]
fn typing_in_one_place_is_one_step() {
    let mut editor = start();
    for (i, title) in ["H", "Ha", "Hal"].into_iter().enumerate() {
        type_title(&mut editor, "a", title, 1000.0 * i as f64);
    }
    assert_eq!(titles(&editor), "Halbc");
    editor.undo().unwrap();
    assert_eq!(titles(&editor), "abc");
    editor.redo().unwrap();
    type_title(&mut editor, "a", "Hall", 2100.0);
    editor.undo().unwrap();
    assert_eq!(titles(&editor), "Halbc");
}

#[test]
fn a_pause_another_place_or_another_edit_begins_a_new_step() {
    fn check(between: impl FnOnce(&mut Editor), id: &str, now_ms: f64) {
        let mut editor = start();
        type_title(&mut editor, "a", "x", 0.0);
        between(&mut editor);
        let before = editor.plan().clone();
        type_title(&mut editor, id, "y", now_ms);
        editor.undo().unwrap();
        assert_eq!(*editor.plan(), before);
    }
    check(|_| {}, "a", FUSE_MS);
    check(|_| {}, "b", 1.0);
    check(|editor| rename(editor, "c", "z"), "a", 1.0);
    check(
        |editor| {
            let mut theirs = editor.plan().clone();
            theirs.goals.remove(&goal("b"));
            editor.adopt(&Change::between(&editor.plan().clone(), &theirs));
        },
        "a",
        1.0,
    );
}

#[test]
fn what_is_named_after_a_while_is_one_step_with_its_adding() {
    let mut editor = start();
    let key = || FuseKey::lasting("new");
    let add = |plan: &mut Plan| plan.goals.insert(Goal::new(goal("new"), "", None));
    editor.edit_continued(label(), place(), key(), 0.0, add).unwrap();
    let name = |plan: &mut Plan| plan.goals.update(&goal("new"), |goal| goal.title = "n".to_owned());
    editor.edit_continued(label(), place(), key(), 60.0 * FUSE_MS, name).unwrap();
    assert_eq!(titles(&editor), "abcn");
    editor.undo().unwrap();
    assert_eq!(titles(&editor), "abc");
}

#[test]
fn typing_back_to_what_was_there_leaves_no_step() {
    let mut editor = start();
    type_title(&mut editor, "a", "ax", 0.0);
    type_title(&mut editor, "a", "a", 1.0);
    assert!(editor.undo_label().is_none());
}

#[test]
fn undo_keeps_what_another_tab_wrote_into_the_same_record() {
    let mut editor = start();
    rename(&mut editor, "a", "ours");
    let mut theirs = editor.plan().clone();
    theirs.goals.update(&goal("a"), |goal| goal.sub_phase = Some(SubPhaseId::standard("use")));
    editor.adopt(&Change::between(&editor.plan().clone(), &theirs));
    let restored = editor.undo().unwrap();
    assert_eq!(restored.change.records().len(), 1);
    let record = editor.plan().goals.get(&goal("a")).unwrap().clone();
    assert_eq!((record.title.as_str(), record.sub_phase.clone()), ("a", Some(SubPhaseId::standard("use"))));
    editor.redo().unwrap();
    assert_eq!(*editor.plan(), theirs);
}

#[test]
fn undo_passes_over_a_step_of_which_nothing_is_left() {
    let mut editor = start();
    rename(&mut editor, "b", "first");
    rename(&mut editor, "a", "ours");
    let mut theirs = editor.plan().clone();
    theirs.goals.update(&goal("a"), |goal| goal.title = "theirs".to_owned());
    editor.adopt(&Change::between(&editor.plan().clone(), &theirs));
    editor.undo().unwrap();
    assert_eq!(titles(&editor), "theirsbc");
}

#[test]
fn undoing_an_addition_keeps_what_others_refer_to() {
    let mut editor = start();
    let kpi = Kpi::new(KpiId::standard("nps"), "NPS", KpiKind::Nps);
    editor.edit(label(), place(), |plan| plan.kpis.insert(kpi.clone())).unwrap();
    let mut theirs = editor.plan().clone();
    theirs.goals.update(&goal("a"), |goal| goal.kpi = Some(kpi.id.clone()));
    editor.adopt(&Change::between(&editor.plan().clone(), &theirs));
    assert!(editor.undo().is_none());
    assert_eq!(*editor.plan(), theirs);
}

#[test]
fn a_step_moved_here_and_edited_there_is_still_one_step() {
    let mut plan = start().plan().clone();
    let (journey, step) = (JourneyId::standard("j"), StepId::standard("s"));
    let mut map = Journey::new(journey.clone(), "");
    map.stages = ["one", "two"].map(|id| Stage::new(StageId::standard(id), None)).to_vec();
    map.stages[0].steps.push(plan::Step::new(step.clone()).into());
    plan.journeys.insert(map);
    let mut theirs = plan.clone();
    theirs.journeys.update(&journey, |journey| {
        journey.step_mut(&step).unwrap().title = "theirs".to_owned();
    });
    let foreign = Change::between(&plan, &theirs);
    let mut editor = Editor::new(plan);
    let move_step = |plan: &mut Plan| {
        plan.journeys.update(&journey, |journey| {
            let moved = journey.stages[0].steps.remove(0);
            journey.stages[1].steps.push(moved);
        })
    };
    editor.edit(label(), place(), move_step).unwrap();
    editor.adopt(&foreign);
    let map = editor.plan().journeys.get(&journey).unwrap();
    assert_eq!(map.steps().map(|step| step.title.as_str()).collect::<Vec<_>>(), ["theirs"]);
    assert_eq!(map.step_place(&step), Some((1, 0)));
}

#[test]
fn the_history_forgets_what_is_older_than_its_length() {
    let mut editor = start();
    for i in 0..HISTORY_LEN + 2 {
        rename(&mut editor, "a", &i.to_string());
    }
    while editor.undo().is_some() {}
    assert_eq!(titles(&editor), "1bc");
}

#[test]
fn a_large_plan_is_compared_and_changed_without_delay() {
    let before = large(20_000);
    let mut after = before.clone();
    let ids: Vec<_> = after.goals.ids().rev().cloned().collect();
    after.goals.reorder(&ids);
    for id in &ids {
        after.goals.update(id, |goal| goal.title.push('!'));
    }
    let started = std::time::Instant::now();
    let change = Change::between(&before, &after);
    let mut there = before.clone();
    change.apply(&mut there);
    assert_eq!(there, after);
    assert!(started.elapsed().as_secs() < 5, "a loop over 20,000 records seems to be quadratic");
}
