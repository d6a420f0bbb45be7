//! What keys, buttons and the panel write into the cells of a map.

use super::state::MapState;
use leptos::prelude::*;
use reiseplan::{
    catalogue::channel_named,
    editor::{Label, Noun, Verb},
    plan::{
        Department, DepartmentId, Emotion, Lane, LaneId, LaneKind, MeasureId, Opportunity, OpportunityId, PainPoint, PainPointId,
        PersonaId, Plan, StepDuration, StepId, TouchpointId, TypedId, same_name, seen,
    },
    route::Area,
    sheet::{self, CellFault, fill_cell, kpi_begun, plain_lane_title},
    texts::map::parse_duration,
};

/// Writes the text of a step in a lane.
pub fn write_text(map: MapState, step: &StepId, lane: &LaneId, text: String) {
    let id = map.id();
    map.edit(Label::new(Verb::Change, Noun::Text), |plan| {
        plan.update_step(&id, step, |step| {
            if text.is_empty() {
                step.texts.remove(lane)
            } else {
                step.texts.insert(lane.clone(), text)
            };
        })
    });
}

/// Writes how long a step takes, from what was typed; tells what can't be read.
pub fn write_duration(map: MapState, step: &StepId, text: &str) {
    let texts = map.workspace.texts();
    let now = map.step(step).and_then(|signal| signal.with_untracked(|step| step.duration));
    if text.trim().is_empty() {
        set_duration(map, step, None);
        return;
    }
    match parse_duration(texts.language, text, now.map(StepDuration::unit).unwrap_or_default()) {
        Some(duration) => set_duration(map, step, Some(duration)),
        None => map.workspace.tell((texts.map.duration_fault)(text), None),
    }
}

/// Says how long a step takes.
pub fn set_duration(map: MapState, step: &StepId, duration: Option<StepDuration>) {
    let id = map.id();
    map.edit(Label::new(Verb::Change, Noun::Duration), |plan| plan.update_step(&id, step, |step| step.duration = duration));
}

/// Says whether the relation is decided at a step.
pub fn set_truth(map: MapState, step: &StepId, truth: bool) {
    let id = map.id();
    map.edit(Label::new(Verb::Change, Noun::MomentOfTruth), |plan| {
        plan.update_step(&id, step, |step| step.moment_of_truth = truth)
    });
}

/// Says of a step that the relation is decided there, or that it isn't.
pub fn toggle_truth(map: MapState, step: &StepId) {
    let now = map.step(step).is_some_and(|signal| signal.with_untracked(|step| step.moment_of_truth));
    set_truth(map, step, !now);
}

/// Writes what was typed into a cell of a lane whose texts stand for something; tells what doesn't fit. The beginning of
/// a KPI's title stands for it if there is only one such, and that is told.
pub fn write_typed(map: MapState, step: &StepId, lane: &LaneId, text: &str) {
    let (id, texts) = (map.id(), map.workspace.texts());
    let plan = map.workspace.plan_now();
    let Some(lane) = plan.journeys.get(&id).and_then(|journey| journey.lane(lane).cloned()) else { return };
    let kpi = if lane.kind == LaneKind::Kpis { kpi_begun(&plan, text) } else { None };
    let written = kpi.as_deref().unwrap_or(text);
    let mut fault = None;
    map.edit(Label::new(Verb::Change, Noun::Cells), |plan| {
        if lane.kind == LaneKind::Channels {
            add_channels(plan, map, text);
        }
        fault = fill_cell(plan, texts, &id, step, &lane, written, &mut || map.workspace.new_id()).err();
    });
    let words = &texts.map.work;
    if let Some(fault) = fault {
        tell_misfit(map, step, &lane, text, fault);
    } else if let Some(kpi) = &kpi {
        map.workspace.tell((words.kpi_taken)(text.trim(), kpi), None);
    }
}

/// Tells why a text doesn't fit a cell.
fn tell_misfit(map: MapState, step: &StepId, lane: &Lane, text: &str, fault: CellFault) {
    let texts = map.workspace.texts();
    map.workspace.tell((texts.map.work.misfit)(&plain_lane_title(lane, texts), &map.heading(step), text, fault), None);
}

/// Adds the channels of a typed text that the register doesn't have.
fn add_channels(plan: &mut Plan, map: MapState, text: &str) {
    for name in text.split([',', ';', '\n']).map(seen).filter(|name| !name.is_empty()) {
        if !plan.channels.iter().any(|channel| same_name(&channel.name, name)) {
            plan.channels.insert(channel_named(map.workspace.new_id(), name));
        }
    }
}

/// Names the department that owns the touchpoint of a step; one that the register doesn't have is added.
pub fn write_department(map: MapState, step: &StepId, name: &str) {
    if name.is_empty() {
        return;
    }
    let new_id: DepartmentId = map.workspace.new_id();
    map.edit(Label::new(Verb::Change, Noun::Touchpoint), |plan| {
        let id = plan.department_named(name).map_or(new_id, |department| department.id.clone());
        if !plan.departments.contains(&id) {
            plan.departments.insert(Department::new(id.clone(), name));
        }
        own_touchpoint(plan, map, step, id);
    });
}

/// Sets how the customer feels at a step: all customers, or the persona whose curve was chosen. One key after another is
/// one step of the history; taking the value away is one of its own.
pub fn set_emotion(map: MapState, step: &StepId, emotion: Option<Emotion>) {
    let (label, set) = emotion_change(map, step, emotion);
    if emotion.is_some() {
        let persona = map.curve_of.get_untracked();
        let key = format!("{step}/emotion/{}", persona.as_ref().map(PersonaId::as_str).unwrap_or_default());
        map.workspace.edit_continued(label, map.place(), &key, set);
    } else {
        map.workspace.edit(label, map.place(), set);
    }
}

/// Sets how the customer feels at a step like [`set_emotion`]; all with the same key are one step of the history, and
/// none if in the end it is as before.
pub fn drag_emotion(map: MapState, step: &StepId, emotion: Option<Emotion>, key: &str) {
    let (label, set) = emotion_change(map, step, emotion);
    map.workspace.edit_as_one(label, map.place(), key, set);
}

/// Takes in a key of an emotion that is typed into its cell; tells whether it is one. What is no emotion is told.
pub fn type_emotion(map: MapState, step: &StepId, lane: &LaneId, key: &str) -> bool {
    let persona = map.curve_of.get_untracked();
    let plan = map.workspace.plan_now();
    let now = plan.step(&map.id(), step).and_then(|step| step.emotion_of(persona.as_ref()));
    let Some(typed) = map.typed_emotion.with_value(|typed| sheet::type_emotion(now, typed, key)) else { return false };
    match typed.emotion {
        Ok(Some(emotion)) => set_emotion(map, step, Some(emotion)),
        Ok(None) => {}
        Err(fault) => {
            if let Some(lane) = plan.journeys.get(&map.id()).and_then(|journey| journey.lane(lane)) {
                tell_misfit(map, step, lane, &typed.text, fault);
            }
        }
    }
    map.typed_emotion.set_value(typed.text);
    true
}

/// The persona whose curve is chosen, if there are steps at which it can feel as all customers do; followed.
pub fn takes_over(map: MapState) -> Option<PersonaId> {
    let persona = map.curve_of.get()?;
    let lacks = map.journey.with(|journey| journey.as_ref()?.steps().find(|step| step.lacks_emotion_of(&persona)).map(drop));
    lacks.map(|()| persona)
}

/// Lets the persona whose curve is chosen feel as all customers do where nothing was said about it.
pub fn take_over_emotions(map: MapState) {
    let Some(persona) = untrack(|| takes_over(map)) else { return };
    let mut steps = 0;
    map.change(Label::new(Verb::Change, Noun::Emotion), |journey| steps = journey.take_over_emotions(&persona));
    map.said.set((map.workspace.texts().map.work.curve_taken_over)(steps));
}

fn emotion_change(map: MapState, step: &StepId, emotion: Option<Emotion>) -> (Label, impl FnOnce(&mut Plan)) {
    let (id, step) = (map.id(), step.clone());
    let persona = map.curve_of.get_untracked();
    let set = move |plan: &mut Plan| {
        plan.update_step(&id, &step, |step| step.set_emotion_of(persona.as_ref(), emotion));
    };
    (Label::new(Verb::Change, Noun::Emotion), set)
}

/// Names a column by what was written over its heading. Where that gave another name to a touchpoint that stands at
/// further steps, it is told.
pub fn name_step(map: MapState, step: &StepId, name: &str) {
    let id = map.id();
    let new_id: TouchpointId = map.workspace.new_id();
    let named = map.edit(Label::new(Verb::Rename, Noun::Step), |plan| plan.name_column(&id, step, name, new_id));
    if let Some(renamed) = named.flatten().filter(|renamed| renamed.steps > 1) {
        map.workspace.tell_undoable((map.workspace.texts().map.work.renamed)(&renamed, name.trim()));
    }
}

/// The touchpoint of a step; one is made where the step has none.
fn touchpoint_for(plan: &mut Plan, map: MapState, step: &StepId) -> TouchpointId {
    plan.touchpoint_for(&map.id(), step, map.workspace.new_id())
}

/// Notes a pain point at the touchpoint of a step.
pub fn add_pain_point(map: MapState, step: &StepId, text: &str) {
    if text.is_empty() {
        return;
    }
    let id: PainPointId = map.workspace.new_id();
    map.edit(Label::new(Verb::Add, Noun::PainPoint), |plan| {
        let touchpoint = touchpoint_for(plan, map, step);
        plan.pain_points.insert(PainPoint::new(id, text, vec![touchpoint]));
    });
}

/// Notes an opportunity at the touchpoint of a step.
pub fn add_opportunity(map: MapState, step: &StepId, text: &str) {
    if text.is_empty() {
        return;
    }
    let id: OpportunityId = map.workspace.new_id();
    map.edit(Label::new(Verb::Add, Noun::Opportunity), |plan| {
        let touchpoint = touchpoint_for(plan, map, step);
        plan.opportunities.insert(Opportunity::new(id, text, vec![touchpoint]));
    });
}

/// Plans a measure at the touchpoint of a step, against what hurts there, and opens it.
pub fn add_measure(map: MapState, step: &StepId) {
    let title = (map.workspace.texts().journeys.measure_title)(&map.heading(step));
    let journey = map.id();
    plan_measure(map, &title, |plan, id| {
        let touchpoint = touchpoint_for(plan, map, step);
        let sub_phase = plan.journeys.get(&journey).and_then(|journey| {
            let (stage, _) = journey.step_place(step)?;
            journey.stages[stage].sub_phase.clone()
        });
        plan.measure_at(&touchpoint, sub_phase, id, &title)
    });
}

/// Plans a measure that changes a touchpoint, against what hurts there, and opens it.
pub fn add_measure_at(map: MapState, touchpoint: &TouchpointId) {
    let texts = map.workspace.texts();
    let name = map.workspace.with_plan(|plan| plan.touchpoints.get(touchpoint).map(|at| at.name.clone())).unwrap_or_default();
    let title = (texts.journeys.measure_title)(texts.terms.named(&name));
    plan_measure(map, &title, |plan, id| plan.measure_at(touchpoint, None, id, &title));
}

fn plan_measure(map: MapState, title: &str, plan_it: impl FnOnce(&mut Plan, MeasureId) -> bool) {
    let id: MeasureId = map.workspace.new_id();
    let made = map.edit(Label::new(Verb::Add, Noun::Measure), |plan| plan_it(plan, id.clone()));
    if made == Some(true) {
        map.workspace.go(Area::Measures, Some(id.as_id().clone()));
        map.workspace.tell_undoable((map.workspace.texts().findings.measure_planned)(title));
    }
}

/// Says what the description of a step rests on.
pub fn set_evidence(map: MapState, step: &StepId, evidence: Option<reiseplan::plan::Evidence>) {
    let id = map.id();
    map.edit(Label::new(Verb::Change, Noun::Evidence), |plan| plan.update_step(&id, step, |step| step.evidence = evidence));
}

/// Names the department that owns the touchpoint of a step.
pub fn set_department(map: MapState, step: &StepId, department: Option<reiseplan::plan::DepartmentId>) {
    map.edit(Label::new(Verb::Change, Noun::Touchpoint), |plan| {
        let touchpoint = touchpoint_for(plan, map, step);
        plan.touchpoints.update(&touchpoint, |touchpoint| touchpoint.department = department)
    });
}

/// Lets a department own the touchpoint of a step.
pub fn own_touchpoint(plan: &mut Plan, map: MapState, step: &StepId, department: reiseplan::plan::DepartmentId) {
    let touchpoint = touchpoint_for(plan, map, step);
    plan.touchpoints.update(&touchpoint, |touchpoint| touchpoint.department = Some(department));
}
