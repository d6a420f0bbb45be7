//! What keys, buttons and the panel do to a map.

use super::state::{CellKey, HEAD_ROW, MapState, STAGE_ROW, Selection};
use crate::ui::platform::page;
use leptos::prelude::*;
use reiseplan::{
    editor::{Label, Noun, Verb},
    plan::{
        Emotion, LaneId, Measure, MeasureStatus, PainPoint, PainPointId, Stage, StageId, Step, StepId, StepName, Touchpoint,
        TouchpointId, TypedId,
    },
    route::Area,
};

/// Moves the focus to a cell once the grid shows it.
pub fn focus_soon(cell: CellKey) {
    page::focus_soon(cell.selector());
}

/// Adds a stage after another, or at the end, with one unnamed step.
pub fn add_stage(map: MapState, after: Option<&StageId>) {
    let stage_id: StageId = map.workspace.new_id();
    let step_id: StepId = map.workspace.new_id();
    let first = map.workspace.with_plan(|plan| plan.sub_phases.ids().next().cloned());
    let cell = CellKey::new(STAGE_ROW, step_id.to_string());
    map.change(Label::new(Verb::Add, Noun::Stage), stage_id.as_str(), |journey| {
        let at = after.and_then(|after| journey.stages.iter().position(|stage| stage.id == *after));
        let at = at.map_or(journey.stages.len(), |at| at + 1);
        let sub_phase = at.checked_sub(1).map_or(first, |before| journey.stages[before].sub_phase.clone());
        let mut stage = Stage::new(stage_id.clone(), sub_phase);
        stage.steps.push(Step::new(step_id).into());
        journey.stages.insert(at, stage);
    });
    focus_soon(cell);
}

/// Adds a stage for each sub-phase of the lifecycle.
pub fn add_all_stages(map: MapState) {
    let sub_phases: Vec<_> = map.workspace.with_plan(|plan| plan.sub_phases.ids().cloned().collect());
    map.change(Label::new(Verb::Add, Noun::Stage), "", |journey| {
        for sub_phase in sub_phases {
            let mut stage = Stage::new(map.workspace.new_id(), Some(sub_phase));
            stage.steps.push(Step::new(map.workspace.new_id()).into());
            journey.stages.push(stage);
        }
    });
}

/// Adds an unnamed step: after another, or at the end of a stage.
pub fn add_step(map: MapState, stage: &StageId, after: Option<&StepId>) {
    let id: StepId = map.workspace.new_id();
    let cell = CellKey::new(HEAD_ROW, id.to_string());
    map.change(Label::new(Verb::Add, Noun::Step), id.as_str(), |journey| {
        let step = Step::new(id.clone());
        match after {
            Some(after) => drop(journey.insert_step_after(after, step)),
            None => drop(journey.insert_step(stage, usize::MAX, step)),
        }
    });
    focus_soon(cell);
}

/// Moves a step one place to the right or left.
pub fn move_step(map: MapState, id: &StepId, forward: bool) {
    map.change(Label::new(Verb::Move, Noun::Step), id.as_str(), |journey| {
        journey.move_step(id, forward);
    });
}

/// Moves a stage one place to the right or left.
pub fn move_stage(map: MapState, id: &StageId, forward: bool) {
    map.change(Label::new(Verb::Move, Noun::Stage), id.as_str(), |journey| {
        journey.move_stage(id, forward);
    });
}

/// Duplicates a step, right after it.
pub fn duplicate_step(map: MapState, id: &StepId) {
    let copy: StepId = map.workspace.new_id();
    let cell = CellKey::new(HEAD_ROW, copy.to_string());
    map.change(Label::new(Verb::Duplicate, Noun::Step), copy.as_str(), |journey| {
        if let Some(step) = journey.step(id).cloned() {
            journey.insert_step_after(id, Step { id: copy.clone(), ..Step::clone(&step) });
        }
    });
    focus_soon(cell);
}

/// Deletes a step; its touchpoint stays in the register.
pub fn delete_step(map: MapState, id: &StepId) {
    let name = map.heading(id);
    let neighbour = map.columns.with_untracked(|columns| {
        let at = columns.iter().position(|column| column.step.as_ref() == Some(id))?;
        columns.get(at + 1).or_else(|| columns.get(at.checked_sub(1)?)).map(super::state::MapColumn::key)
    });
    map.selection.update(|selection| {
        if *selection == Selection::Step(id.clone()) {
            *selection = Selection::None;
        }
    });
    map.change(Label::new(Verb::Remove, Noun::Step), id.as_str(), |journey| {
        journey.remove_step(id);
    });
    map.workspace.tell_undoable((map.workspace.texts().journeys.step_deleted)(&name));
    if let Some(neighbour) = neighbour {
        focus_soon(CellKey::new(HEAD_ROW, neighbour));
    }
}

/// Deletes a stage with its steps.
pub fn delete_stage(map: MapState, id: &StageId) {
    let texts = map.workspace.texts();
    let plan = map.workspace.plan_now();
    let stage = plan.journeys.get(&map.id()).and_then(|journey| journey.stage(id).cloned());
    let Some(stage) = stage else { return };
    let name = if stage.title.is_empty() {
        stage.sub_phase.as_ref().map_or_else(|| texts.terms.unnamed.to_owned(), |id| plan.sub_phase_name(id, texts))
    } else {
        stage.title.clone()
    };
    map.selection.set(Selection::None);
    map.change(Label::new(Verb::Remove, Noun::Stage), id.as_str(), |journey| {
        journey.remove_stage(id);
    });
    map.workspace.tell_undoable((texts.journeys.stage_deleted)(&name, stage.steps.len()));
}

/// Writes the text of a step in a lane.
pub fn write_text(map: MapState, step: &StepId, lane: &LaneId, text: String) {
    let id = map.id();
    map.edit(Label::new(Verb::Change, Noun::Text), &format!("{step}/{lane}"), |plan| {
        plan.update_step(&id, step, |step| {
            if text.is_empty() {
                step.texts.remove(lane)
            } else {
                step.texts.insert(lane.clone(), text)
            };
        })
    });
}

/// Sets how the customer feels at a step. While dragging, one value after another is one step of the history; taking the
/// value away is one of its own.
pub fn set_emotion(map: MapState, step: &StepId, emotion: Option<Emotion>) {
    let id = map.id();
    let part = format!("{step}/emotion");
    let (label, place) = (Label::new(Verb::Change, Noun::Emotion), map.place(&part));
    let set = |plan: &mut reiseplan::plan::Plan| plan.update_step(&id, step, |step| step.emotion = emotion);
    if emotion.is_some() {
        map.workspace.edit_continued(label, place, &part, set);
    } else {
        map.workspace.edit(label, place, set);
    }
}

/// Names a column: by a touchpoint of the register if one has this name. Else its touchpoint is renamed where no other
/// step is at it, and a new touchpoint is made where others are.
pub fn name_step(map: MapState, step: &StepId, name: &str) {
    let id = map.id();
    let new_id: TouchpointId = map.workspace.new_id();
    let (verb, noun) = (Verb::Rename, Noun::Step);
    if name.is_empty() {
        return;
    }
    map.edit(Label::new(verb, noun), step.as_str(), |plan| {
        let at = plan.step(&id, step).and_then(|step| step.touchpoint.clone());
        let steps_there = at.as_ref().map_or(0, |at| {
            let all = plan.journeys.iter().flat_map(|journey| journey.steps());
            all.filter(|step| step.touchpoint.as_ref() == Some(at)).count()
        });
        let name = match plan.touchpoint_named(name) {
            Some(touchpoint) => StepName::At(touchpoint.id.clone()),
            None if steps_there == 1 => StepName::Renamed(name.to_owned()),
            None => StepName::AtNew(new_id, name.to_owned()),
        };
        plan.name_step(&id, step, name);
    });
}

/// The touchpoint of a step; an unnamed one is made where the step has none.
fn touchpoint_for(plan: &mut reiseplan::plan::Plan, map: MapState, step: &StepId) -> TouchpointId {
    let id = map.id();
    if let Some(touchpoint) = plan.step(&id, step).and_then(|step| step.touchpoint.clone()) {
        return touchpoint;
    }
    let touchpoint: TouchpointId = map.workspace.new_id();
    plan.touchpoints.insert(Touchpoint::new(touchpoint.clone(), ""));
    plan.update_step(&id, step, |step| step.touchpoint = Some(touchpoint.clone()));
    touchpoint
}

/// Notes a pain point at the touchpoint of a step.
pub fn add_pain_point(map: MapState, step: &StepId, text: &str) {
    if text.is_empty() {
        return;
    }
    let id: PainPointId = map.workspace.new_id();
    map.edit(Label::new(Verb::Add, Noun::PainPoint), step.as_str(), |plan| {
        let touchpoint = touchpoint_for(plan, map, step);
        plan.pain_points.insert(PainPoint::new(id, text, vec![touchpoint]));
    });
}

/// Plans a measure at the touchpoint of a step, for its open pain points, and opens it.
pub fn add_measure(map: MapState, step: &StepId) {
    let texts = map.workspace.texts();
    let id: reiseplan::plan::MeasureId = map.workspace.new_id();
    let title = (texts.journeys.measure_title)(&map.heading(step));
    let journey = map.id();
    map.edit(Label::new(Verb::Add, Noun::Measure), step.as_str(), |plan| {
        let touchpoint = touchpoint_for(plan, map, step);
        let place = plan.journeys.get(&journey).and_then(|journey| Some((journey.step_place(step)?.0, journey)));
        let sub_phase = place.and_then(|(stage, journey)| journey.stages[stage].sub_phase.clone());
        let mut measure = Measure::new(id.clone(), &title, sub_phase);
        measure.status = MeasureStatus::Idea;
        measure.pain_points = plan.pain_points_at(&touchpoint).map(|pain_point| pain_point.id.clone()).collect();
        measure.department = plan.touchpoints.get(&touchpoint).and_then(|touchpoint| touchpoint.department.clone());
        measure.touchpoints = vec![touchpoint];
        plan.measures.insert(measure);
    });
    map.workspace.go(Area::Strategy, Some(id.as_id().clone()));
}

/// Puts a dragged step into the place of another: before it if it comes from the right, behind it if from the left.
pub fn drop_step(map: MapState, dragged: &StepId, onto: &StepId) {
    map.change(Label::new(Verb::Move, Noun::Step), dragged.as_str(), |journey| {
        let order: Vec<StepId> = journey.steps().map(|step| step.id.clone()).collect();
        let place = |id: &StepId| order.iter().position(|other| other == id);
        let from_left = place(dragged) < place(onto);
        if journey.move_step_before(dragged, onto) && from_left {
            journey.move_step(onto, false);
        }
    });
}

/// Says what the description of a step rests on.
pub fn set_evidence(map: MapState, step: &StepId, evidence: Option<reiseplan::plan::Evidence>) {
    let id = map.id();
    map.edit(Label::new(Verb::Change, Noun::Evidence), step.as_str(), |plan| {
        plan.update_step(&id, step, |step| step.evidence = evidence)
    });
}

/// Names the department that owns the touchpoint of a step.
pub fn set_department(map: MapState, step: &StepId, department: Option<reiseplan::plan::DepartmentId>) {
    map.edit(Label::new(Verb::Change, Noun::Touchpoint), step.as_str(), |plan| {
        let touchpoint = touchpoint_for(plan, map, step);
        plan.touchpoints.update(&touchpoint, |touchpoint| touchpoint.department = department)
    });
}

/// Writes the title of a stage; an empty one gives way to the name of its sub-phase.
pub fn rename_stage(map: MapState, id: &StageId, title: String) {
    map.change(Label::new(Verb::Rename, Noun::Stage), id.as_str(), |journey| {
        if let Some(stage) = journey.stage_mut(id) {
            stage.title = title;
        }
    });
}

/// Lets a department own the touchpoint of a step.
pub fn own_touchpoint(plan: &mut reiseplan::plan::Plan, map: MapState, step: &StepId, department: reiseplan::plan::DepartmentId) {
    let touchpoint = touchpoint_for(plan, map, step);
    plan.touchpoints.update(&touchpoint, |touchpoint| touchpoint.department = Some(department));
}
