//! What keys, buttons and the panel do to the columns of a map and to their stages.

use super::state::{CellKey, HEAD_ROW, MapColumn, MapState, STAGE_ROW, Selection, TITLE_COLUMN};
use crate::ui::platform::page;
use leptos::prelude::*;
use reiseplan::{
    editor::{Label, Noun, Verb},
    figures::target::differences,
    plan::{JoinedStep, Stage, StageId, Step, StepId},
    sheet::{name_stage, stage_title},
};

/// Moves the focus to a cell once the grid shows it: before the next key is heard.
pub fn focus_soon(map: MapState, cell: CellKey) {
    if cell.column != TITLE_COLUMN {
        map.view.hold(&cell.column);
    }
    page::focus_next(cell.selector());
}

/// Closes the panel and gives the focus back to the cell that it came from, else to the one that Tab leads to.
pub fn close_panel(map: MapState) {
    let shown = map.selection.get_untracked();
    map.selection.set(Selection::None);
    let of_step = match shown {
        Selection::Step(step) => Some(CellKey::new(HEAD_ROW, step.to_string())),
        _ => None,
    };
    match map.focus.get_untracked().or(of_step).and_then(|cell| as_it_is_now(map, cell)) {
        Some(cell) => focus_soon(map, cell),
        None => page::focus_next(".map-grid [data-row][tabindex=\"0\"], .map-page .empty-state button".to_owned()),
    }
}

/// Gives the focus a place again when its cell has lost it, such as by undoing: in the same cell if that only moved; if it
/// has gone, in its row, where its column was or the one before; without the row, at the heading there.
pub fn keep_focus(map: MapState) {
    Effect::new(move |before: Option<Vec<MapColumn>>| {
        map.lanes.track();
        let now = map.columns.get();
        if let (Some(before), Some(cell)) = (before, map.focus.get_untracked()) {
            let is_there = |key: &String| now.iter().any(|column| column.key() == *key);
            let near = || {
                let at = before.iter().position(|column| column.key() == cell.column)?;
                let left = before[..at].iter().rev().map(MapColumn::key).find(is_there);
                left.or_else(|| now.first().map(MapColumn::key))
            };
            let own = Some(cell.column.clone()).filter(|column| column == TITLE_COLUMN || is_there(column));
            let to = own.or_else(near).and_then(|column| {
                let in_row = as_it_is_now(map, CellKey::new(cell.row.clone(), column.clone()));
                in_row.or_else(|| as_it_is_now(map, CellKey::new(HEAD_ROW, column)))
            });
            if to.is_some() || now.is_empty() {
                page::if_focus_is_lost(move || match to.filter(|_| map.columns.try_get_untracked().is_some()) {
                    Some(cell) => focus_soon(map, cell),
                    None => page::focus_next(".map-page .empty-state button".to_owned()),
                });
            }
        }
        now
    });
}

/// Closes the panel of a step or a stage that has gone, such as by undoing.
pub fn keep_panel(map: MapState) {
    Effect::new(move |_| {
        let is_gone = map.columns.with(|columns| match map.selection.get_untracked() {
            Selection::Step(id) => columns.iter().all(|column| column.step.as_ref() != Some(&id)),
            Selection::Stage(id) => columns.iter().all(|column| column.stage != id),
            _ => false,
        });
        if is_gone {
            map.selection.set(Selection::None);
        }
    });
}

/// Moves the focus to the heading of a step that was made beside another. A panel that shows the other one goes along.
fn go_on_to_step(map: MapState, from: Option<&StepId>, made: StepId) {
    let cell = CellKey::new(HEAD_ROW, made.to_string());
    if from.is_some_and(|from| map.selection.with_untracked(|selection| selection.is_step(from))) {
        map.selection.set(Selection::Step(made));
    }
    focus_soon(map, cell);
}

/// A cell by the names that it has now; none if the map doesn't have it any more.
fn as_it_is_now(map: MapState, cell: CellKey) -> Option<CellKey> {
    if !matches!(cell.row.as_str(), STAGE_ROW | HEAD_ROW) {
        map.lanes.with_untracked(|lanes| lanes.iter().any(|lane| lane.id.as_str() == cell.row)).then_some(())?;
    }
    if cell.column == TITLE_COLUMN {
        return Some(cell);
    }
    let stage = map.stage_of_column(&cell.column)?;
    let column = if cell.row == STAGE_ROW { first_column(map, &stage)? } else { cell.column };
    Some(CellKey::new(cell.row, column))
}

/// Adds a stage before another, with one unnamed step.
pub fn add_stage_before(map: MapState, before: &StageId) {
    let stage_id: StageId = map.workspace.new_id();
    let step_id: StepId = map.workspace.new_id();
    let cell = CellKey::new(STAGE_ROW, step_id.to_string());
    map.change(Label::new(Verb::Add, Noun::Stage), |journey| {
        let Some(at) = journey.stages.iter().position(|stage| stage.id == *before) else { return };
        let mut stage = Stage::new(stage_id.clone(), journey.stages[at].sub_phase.clone());
        stage.steps.push(Step::new(step_id).into());
        journey.stages.insert(at, stage);
    });
    focus_soon(map, cell);
}

/// Makes a copy of a stage with its steps, right behind it.
pub fn duplicate_stage(map: MapState, id: &StageId) {
    let copy: StageId = map.workspace.new_id();
    map.change(Label::new(Verb::Duplicate, Noun::Stage), |journey| {
        journey.duplicate_stage(id, copy.clone(), || map.workspace.new_id());
    });
    focus_stage(map, &copy);
}

/// Lets a stage begin at a step: it and those behind it in its stage.
pub fn split_stage(map: MapState, before: &StepId) {
    let new: StageId = map.workspace.new_id();
    map.change(Label::new(Verb::Split, Noun::Stage), |journey| {
        journey.split_stage(before, new.clone());
    });
    focus_stage(map, &new);
}

/// Merges a stage with the one behind it.
pub fn merge_stage_with_next(map: MapState, id: &StageId) {
    let next = map.workspace.plan_now().journeys.get(&map.id()).and_then(|journey| {
        let at = journey.stages.iter().position(|stage| stage.id == *id)?;
        journey.stages.get(at + 1).map(|stage| stage.id.clone())
    });
    let Some(next) = next else { return };
    let (first, second) = (stage_name(map, id), stage_name(map, &next));
    map.change(Label::new(Verb::Merge, Noun::Stage), |journey| {
        journey.merge_stage_with_next(id);
    });
    map.workspace.tell_undoable((map.workspace.texts().map.stages_merged)(&first, &second));
    focus_stage(map, id);
}

/// Puts a dragged stage into the place of another.
pub fn drop_stage(map: MapState, dragged: &StageId, onto: &StageId) {
    map.change(Label::new(Verb::Move, Noun::Stage), |journey| {
        journey.drop_stage(dragged, onto);
    });
}

/// Puts a dragged step at the end of a stage.
pub fn drop_step_into(map: MapState, dragged: &StepId, stage: &StageId) {
    map.change(Label::new(Verb::Move, Noun::Step), |journey| {
        journey.move_step_into(dragged, stage);
    });
}

/// Moves the focus to the cell of a stage once the grid shows it.
fn focus_stage(map: MapState, id: &StageId) {
    if let Some(column) = first_column(map, id) {
        focus_soon(map, CellKey::new(STAGE_ROW, column));
    }
}

/// The key of a stage's first column.
fn first_column(map: MapState, id: &StageId) -> Option<String> {
    map.columns.with_untracked(|columns| columns.iter().find(|column| column.stage == *id).map(MapColumn::key))
}

/// Moves the focus to the heading that stands now where columns were deleted, or to the last.
pub fn focus_head_at(map: MapState, at: Option<usize>) {
    let column = map.columns.with_untracked(|columns| columns.get(at?).or(columns.last()).map(MapColumn::key));
    if let Some(column) = column {
        focus_soon(map, CellKey::new(HEAD_ROW, column));
    }
}

/// What a stage is called.
pub fn stage_name(map: MapState, id: &StageId) -> String {
    let plan = map.workspace.plan_now();
    let stage = plan.journeys.get(&map.id()).and_then(|journey| journey.stage(id));
    stage.map(|stage| stage_title(&plan, map.workspace.texts(), stage)).unwrap_or_default()
}

/// Adds a stage after another, or at the end, with one unnamed step.
pub fn add_stage(map: MapState, after: Option<&StageId>) {
    let stage_id: StageId = map.workspace.new_id();
    let step_id: StepId = map.workspace.new_id();
    let first = map.workspace.with_plan(|plan| plan.sub_phases.ids().next().cloned());
    let cell = CellKey::new(STAGE_ROW, step_id.to_string());
    map.change(Label::new(Verb::Add, Noun::Stage), |journey| {
        let at = after.and_then(|after| journey.stages.iter().position(|stage| stage.id == *after));
        let at = at.map_or(journey.stages.len(), |at| at + 1);
        let sub_phase = at.checked_sub(1).map_or(first, |before| journey.stages[before].sub_phase.clone());
        let mut stage = Stage::new(stage_id.clone(), sub_phase);
        stage.steps.push(Step::new(step_id).into());
        journey.stages.insert(at, stage);
    });
    focus_soon(map, cell);
}

/// Adds a stage for each sub-phase of the lifecycle; the focus goes to the first.
pub fn add_all_stages(map: MapState) {
    let sub_phases: Vec<_> = map.workspace.with_plan(|plan| plan.sub_phases.ids().cloned().collect());
    map.change(Label::new(Verb::Add, Noun::Stage), |journey| {
        for sub_phase in sub_phases {
            let mut stage = Stage::new(map.workspace.new_id(), Some(sub_phase));
            stage.steps.push(Step::new(map.workspace.new_id()).into());
            journey.stages.push(stage);
        }
    });
    let first = map.columns.with_untracked(|columns| columns.first().map(MapColumn::key));
    if let Some(first) = first {
        focus_soon(map, CellKey::new(STAGE_ROW, first));
    }
}

/// Adds an unnamed step: after another, or at the end of a stage.
pub fn add_step(map: MapState, stage: &StageId, after: Option<&StepId>) {
    let id: StepId = map.workspace.new_id();
    map.change(Label::new(Verb::Add, Noun::Step), |journey| {
        let step = Step::new(id.clone());
        match after {
            Some(after) => drop(journey.insert_step_after(after, step)),
            None => drop(journey.insert_step(stage, usize::MAX, step)),
        }
    });
    go_on_to_step(map, after, id);
}

/// Adds an unnamed step before another.
pub fn add_step_before(map: MapState, before: &StepId) {
    let id: StepId = map.workspace.new_id();
    map.change(Label::new(Verb::Add, Noun::Step), |journey| {
        journey.insert_step_before(before, Step::new(id.clone()));
    });
    go_on_to_step(map, Some(before), id);
}

/// Moves a step one place to the right or left.
pub fn move_step(map: MapState, id: &StepId, forward: bool) {
    map.change(Label::new(Verb::Move, Noun::Step), |journey| {
        journey.move_step(id, forward);
    });
}

/// Moves a stage one place to the right or left.
pub fn move_stage(map: MapState, id: &StageId, forward: bool) {
    map.change(Label::new(Verb::Move, Noun::Stage), |journey| {
        journey.move_stage(id, forward);
    });
}

/// Duplicates a step, right after it.
pub fn duplicate_step(map: MapState, id: &StepId) {
    let copy: StepId = map.workspace.new_id();
    map.change(Label::new(Verb::Duplicate, Noun::Step), |journey| {
        if let Some(step) = journey.step(id).cloned() {
            journey.insert_step_after(id, Step { id: copy.clone(), ..Step::clone(&step) });
        }
    });
    go_on_to_step(map, Some(id), copy);
}

/// Merges a step with the one behind it in its stage; tells what couldn't be joined.
pub fn merge_step_with_next(map: MapState, id: &StepId) {
    let (journey, texts) = (map.id(), map.workspace.texts());
    let next = map.journey.with_untracked(|own| {
        let (stage, index) = own.as_ref()?.step_place(id)?;
        own.as_ref()?.stages[stage].steps.get(index + 1).map(|step| step.id.clone())
    });
    let Some(next) = next else { return };
    let (first, second) = (map.heading(id), map.heading(&next));
    let merged = map.edit(Label::new(Verb::Merge, Noun::Step), |plan| plan.merge_step_with_next(&journey, id));
    let Some(JoinedStep { rest, findings, department }) = merged.flatten() else { return };
    let (plan, words) = (map.workspace.plan_now(), &texts.map.work);
    let department = department.and_then(|id| plan.departments.get(&id)).map(|it| (words.fits_department)(&it.name));
    let left_out = differences(&rest, &Step::new(rest.id.clone()));
    let left_out: Vec<&str> = left_out.iter().map(texts.map.field).chain(department.as_deref()).collect();
    let touchpoint = plan.step(&journey, id).and_then(|step| plan.touchpoint_of(step)).map(|it| texts.terms.named(&it.name));
    let told = (words.steps_merged)(&first, &second, &left_out);
    let carried = (words.findings_merged)(findings, touchpoint.unwrap_or_default());
    map.workspace.tell_undoable([told].into_iter().chain(carried).collect::<Vec<_>>().join(" "));
    focus_soon(map, CellKey::new(HEAD_ROW, id.to_string()));
}

/// Lets a step go on in a new one behind it: with the second lines of its texts and those below.
pub fn split_step(map: MapState, id: &StepId) {
    let new: StepId = map.workspace.new_id();
    let mut is_split = false;
    map.change(Label::new(Verb::Split, Noun::Step), |journey| is_split = journey.split_step(id, new.clone()));
    if is_split {
        go_on_to_step(map, Some(id), new);
    }
}

/// Deletes a step; its touchpoint stays in the register.
pub fn delete_step(map: MapState, id: &StepId) {
    let name = map.heading(id);
    delete_all(map, std::slice::from_ref(id), (map.workspace.texts().journeys.step_deleted)(&name));
}

/// Deletes several steps in one step of the history.
pub fn delete_steps(map: MapState, ids: &[StepId]) {
    match ids {
        [] => {}
        [id] => delete_step(map, id),
        _ => delete_all(map, ids, (map.workspace.texts().map.work.steps_deleted)(ids.len())),
    }
}

/// Deletes steps and tells so; the focus goes to what stands in the place of the first.
fn delete_all(map: MapState, ids: &[StepId], told: String) {
    let is_gone = |column: &MapColumn| column.step.as_ref().is_some_and(|step| ids.contains(step));
    let at = map.columns.with_untracked(|columns| columns.iter().position(is_gone));
    map.selection.update(|selection| {
        if ids.iter().any(|id| selection.is_step(id)) {
            *selection = Selection::None;
        }
    });
    map.change(Label::new(Verb::Remove, Noun::Step), |journey| {
        for id in ids {
            journey.remove_step(id);
        }
    });
    map.workspace.tell_undoable(told);
    focus_head_at(map, at);
}

/// Deletes a stage with its steps; the focus goes to the stage that stands in its place, or to the last.
pub fn delete_stage(map: MapState, id: &StageId) {
    let texts = map.workspace.texts();
    let journey = map.workspace.plan_now().journeys.get(&map.id()).cloned();
    let Some((at, stage)) = journey.as_ref().and_then(|journey| journey.stages.iter().enumerate().find(|(_, own)| own.id == *id))
    else {
        return;
    };
    let name = stage_name(map, id);
    map.selection.set(Selection::None);
    let mut next = None;
    map.change(Label::new(Verb::Remove, Noun::Stage), |journey| {
        journey.remove_stage(id);
        next = journey.stages.get(at).or(journey.stages.last()).map(|stage| stage.id.clone());
    });
    map.workspace.tell_undoable((texts.journeys.stage_deleted)(&name, stage.steps.len()));
    match next {
        Some(next) => focus_stage(map, &next),
        None => page::focus_next(".map-page .empty-state button".to_owned()),
    }
}

/// Puts a dragged step into the place of another: before it if it comes from the right, behind it if from the left.
pub fn drop_step(map: MapState, dragged: &StepId, onto: &StepId) {
    map.change(Label::new(Verb::Move, Noun::Step), |journey| {
        let order: Vec<StepId> = journey.steps().map(|step| step.id.clone()).collect();
        let place = |id: &StepId| order.iter().position(|other| other == id);
        let from_left = place(dragged) < place(onto);
        if journey.move_step_before(dragged, onto) && from_left {
            journey.move_step(onto, false);
        }
    });
}

/// Writes the title of a stage; the name of a sub-phase binds it to that one.
pub fn rename_stage(map: MapState, id: &StageId, title: &str) {
    let plan = map.workspace.plan_now();
    map.change(Label::new(Verb::Rename, Noun::Stage), |journey| {
        if let Some(stage) = journey.stage_mut(id) {
            name_stage(&plan, stage, title);
        }
    });
}
