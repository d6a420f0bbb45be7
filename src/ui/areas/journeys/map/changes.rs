//! What keys, buttons and the panel write into the cells of a map.

use super::state::MapState;
use leptos::prelude::*;
use reiseplan::{
    editor::{Label, Noun, Verb},
    plan::{
        Channel, Department, DepartmentId, Emotion, LaneId, LaneKind, Measure, MeasureStatus, Opportunity, OpportunityId,
        PainPoint, PainPointId, PersonaId, Step, StepDuration, StepId, StepName, TouchpointId, TypedId, name_key,
    },
    route::Area,
    sheet::{fill_cell, plain_lane_title},
    texts::map::parse_duration,
};

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
    map.edit(Label::new(Verb::Change, Noun::Duration), step.as_str(), |plan| {
        plan.update_step(&id, step, |step| step.duration = duration)
    });
}

/// Says whether the relation is decided at a step.
pub fn set_truth(map: MapState, step: &StepId, truth: bool) {
    let id = map.id();
    map.edit(Label::new(Verb::Change, Noun::MomentOfTruth), step.as_str(), |plan| {
        plan.update_step(&id, step, |step| step.moment_of_truth = truth)
    });
}

/// Says of a step that the relation is decided there, or that it isn't.
pub fn toggle_truth(map: MapState, step: &StepId) {
    let now = map.step(step).is_some_and(|signal| signal.with_untracked(|step| step.moment_of_truth));
    set_truth(map, step, !now);
}

/// Writes what was typed into a cell of a lane whose texts stand for something; tells what doesn't fit.
pub fn write_typed(map: MapState, step: &StepId, lane: &LaneId, text: &str) {
    let (id, texts) = (map.id(), map.workspace.texts());
    let plan = map.workspace.plan_now();
    let Some(lane) = plan.journeys.get(&id).and_then(|journey| journey.lane(lane).cloned()) else { return };
    let mut fault = None;
    map.edit(Label::new(Verb::Change, Noun::Cells), step.as_str(), |plan| {
        let text = whole_names(plan, &lane.kind, text);
        if lane.kind == LaneKind::Channels {
            add_channels(plan, map, &text);
        }
        fault = fill_cell(plan, texts, &id, step, &lane, &text, &mut || map.workspace.new_id()).err();
    });
    if let Some(fault) = fault {
        map.workspace.tell((texts.map.work.misfit)(&plain_lane_title(&lane, texts), &map.heading(step), text, fault), None);
    }
}

/// Adds the channels of a typed text that the register doesn't have.
fn add_channels(plan: &mut reiseplan::plan::Plan, map: MapState, text: &str) {
    for name in text.split([',', ';']).map(str::trim).filter(|name| !name.is_empty()) {
        if !plan.channels.iter().any(|channel| name_key(&channel.name) == name_key(name)) {
            plan.channels.insert(Channel::new(map.workspace.new_id(), name));
        }
    }
}

/// Names the department that owns the touchpoint of a step; one that the register doesn't have is added.
pub fn write_department(map: MapState, step: &StepId, name: &str) {
    if name.is_empty() {
        return;
    }
    let new_id: DepartmentId = map.workspace.new_id();
    map.edit(Label::new(Verb::Change, Noun::Touchpoint), step.as_str(), |plan| {
        let known = plan.departments.iter().find(|department| name_key(&department.name) == name_key(name));
        let id = known.map_or(new_id, |department| department.id.clone());
        if !plan.departments.contains(&id) {
            plan.departments.insert(Department::new(id.clone(), name));
        }
        own_touchpoint(plan, map, step, id);
    });
}

/// The names that the beginnings in a typed text stand for, where there is only one such name.
fn whole_names(plan: &reiseplan::plan::Plan, kind: &LaneKind, text: &str) -> String {
    let names: Vec<&str> = match kind {
        LaneKind::Channels => plan.channels.iter().map(|channel| channel.name.as_str()).collect(),
        LaneKind::Kpis => plan.kpis.iter().map(|kpi| kpi.title.as_str()).collect(),
        _ => return text.to_owned(),
    };
    let whole = |part: &str| {
        let begins = |name: &&&str| !part.trim().is_empty() && name_key(name).starts_with(&name_key(part));
        let mut fitting = names.iter().filter(begins);
        match (fitting.next(), fitting.next()) {
            (Some(name), None) => (*name).to_owned(),
            _ => part.to_owned(),
        }
    };
    if *kind == LaneKind::Kpis { whole(text) } else { text.split(',').map(whole).collect::<Vec<_>>().join(", ") }
}

/// Takes away what a cell says; tells whether that can be done there.
pub fn clear_cell(map: MapState, step: &StepId, lane: &LaneId, kind: &LaneKind) -> bool {
    let id = map.id();
    let change = |noun: Noun, change: fn(&mut Step)| {
        map.edit(Label::new(Verb::Remove, noun), step.as_str(), |plan| plan.update_step(&id, step, change));
    };
    match kind {
        LaneKind::Text => write_text(map, step, lane, String::new()),
        LaneKind::Expectation => {
            map.edit(Label::new(Verb::Remove, Noun::Expectation), step.as_str(), |plan| {
                plan.update_step(&id, step, |step| {
                    step.texts.remove(lane);
                    step.fulfilment = None;
                })
            });
        }
        LaneKind::Duration => change(Noun::Duration, |step| step.duration = None),
        LaneKind::Emotion => set_emotion(map, step, None),
        LaneKind::Experience => change(Noun::Experience, |step| step.experience.clear()),
        LaneKind::MomentOfTruth => change(Noun::MomentOfTruth, |step| step.moment_of_truth = false),
        LaneKind::Evidence => set_evidence(map, step, None),
        _ => return false,
    }
    true
}

/// Sets how the customer feels at a step: all customers, or the persona whose curve was chosen. While dragging, one value after another is one step of the history; taking the
/// value away is one of its own.
pub fn set_emotion(map: MapState, step: &StepId, emotion: Option<Emotion>) {
    let id = map.id();
    let persona = map.curve_of.get_untracked();
    let part = format!("{step}/emotion/{}", persona.as_ref().map(PersonaId::as_str).unwrap_or_default());
    let (label, place) = (Label::new(Verb::Change, Noun::Emotion), map.place(&part));
    let set =
        |plan: &mut reiseplan::plan::Plan| plan.update_step(&id, step, |step| step.set_emotion_of(persona.as_ref(), emotion));
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

/// The touchpoint of a step; one is made where the step has none.
fn touchpoint_for(plan: &mut reiseplan::plan::Plan, map: MapState, step: &StepId) -> TouchpointId {
    plan.touchpoint_for(&map.id(), step, map.workspace.new_id())
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

/// Notes an opportunity at the touchpoint of a step.
pub fn add_opportunity(map: MapState, step: &StepId, text: &str) {
    if text.is_empty() {
        return;
    }
    let id: OpportunityId = map.workspace.new_id();
    map.edit(Label::new(Verb::Add, Noun::Opportunity), step.as_str(), |plan| {
        let touchpoint = touchpoint_for(plan, map, step);
        plan.opportunities.insert(Opportunity::new(id, text, vec![touchpoint]));
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
    map.workspace.go(Area::Measures, Some(id.as_id().clone()));
}

/// Plans a measure that changes a touchpoint, and opens it.
pub fn add_measure_at(map: MapState, touchpoint: &TouchpointId) {
    let texts = map.workspace.texts();
    let id: reiseplan::plan::MeasureId = map.workspace.new_id();
    map.edit(Label::new(Verb::Add, Noun::Measure), "", |plan| {
        let Some(at) = plan.touchpoints.get(touchpoint).cloned() else { return };
        let mut measure = Measure::new(id.clone(), &(texts.journeys.measure_title)(&at.name), at.sub_phase.clone());
        measure.status = MeasureStatus::Idea;
        measure.department = at.department.clone();
        measure.touchpoints = vec![touchpoint.clone()];
        plan.measures.insert(measure);
    });
    map.workspace.go(Area::Measures, Some(id.as_id().clone()));
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

/// Lets a department own the touchpoint of a step.
pub fn own_touchpoint(plan: &mut reiseplan::plan::Plan, map: MapState, step: &StepId, department: reiseplan::plan::DepartmentId) {
    let touchpoint = touchpoint_for(plan, map, step);
    plan.touchpoints.update(&touchpoint, |touchpoint| touchpoint.department = Some(department));
}
