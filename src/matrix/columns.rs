//! What the columns of a matrix become: steps and stages of a map.

use super::{Matrix, MatrixColumn, take_in::Writer};
use crate::plan::{Stage, StageId, Step, StepId, SubPhaseId, Touchpoint, TouchpointId, seen};
use crate::sheet::{name_stage, stage_title, sub_phase_named};
use crate::texts::{Language, output::normal};
use std::sync::Arc;

impl Writer<'_> {
    /// The steps that the columns of the matrix become, by their headings or new; none for the place of a stage without
    /// steps.
    pub fn columns(&mut self, matrix: &Matrix) -> Vec<Option<StepId>> {
        let (mut free, mut known_stages) = match self.plan.journeys.get(&self.journey) {
            Some(journey) => {
                let heading = |step: &Arc<Step>| (step.id.clone(), normal(&self.plan.step_heading(step)));
                let free: Vec<(StepId, String)> = journey.steps().map(heading).collect();
                (free, journey.stages.iter().map(|stage| stage.id.clone()).collect())
            }
            None => (Vec::new(), Vec::new()),
        };
        let mut stage: Option<StageId> = None;
        let mut steps = Vec::new();
        for column in &matrix.columns {
            let heading = self.named(if column.heading.is_empty() { &column.touchpoint } else { &column.heading }).to_owned();
            let same = free.iter().position(|(_, own)| !own.is_empty() && *own == normal(&heading)).map(|at| free.remove(at).0);
            if column.stage.is_some() || (stage.is_none() && same.is_none()) {
                stage = Some(self.stage(column, &mut known_stages));
            }
            steps.push(match (same, &stage) {
                (Some(step), _) if column.is_step => {
                    self.done.steps_filled += 1;
                    stage = self.plan.journeys.get(&self.journey).and_then(|journey| {
                        let (at, _) = journey.step_place(&step)?;
                        Some(journey.stages[at].id.clone())
                    });
                    Some(step)
                }
                (None, Some(stage)) if column.is_step => Some(self.step(column, &stage.clone())),
                _ => None,
            });
        }
        steps
    }

    /// The steps that the columns of the matrix become, all of them new, behind a column of the map; none for the place of a
    /// stage without steps.
    pub fn new_columns(&mut self, matrix: &Matrix, behind: Option<usize>) -> Vec<Option<StepId>> {
        let Some(before) = self.plan.journeys.get(&self.journey).cloned() else { return vec![None; matrix.columns.len()] };
        let place = before.column_stage(behind);
        let (mut steps, mut stages) = (Vec::new(), Vec::<Stage>::new());
        if place.is_none() && matrix.columns.first().is_some_and(|column| column.stage.is_none()) {
            stages.push(Stage::new(self.id(), self.plan.sub_phases.ids().next().cloned()));
            self.done.stages += 1;
        }
        for column in &matrix.columns {
            if column.stage.is_some() {
                let title = self.stage_name(column);
                stages.push(self.new_stage(column, &title));
            }
            if column.is_step {
                let sub_phase = stages.last().or(place).and_then(|stage| stage.sub_phase.clone());
                let step = Arc::new(self.new_step(column, sub_phase));
                stages.last_mut().map_or(&mut steps, |stage| &mut stage.steps).push(step);
            }
        }
        let mut ids = Vec::new();
        self.plan.journeys.update(&self.journey, |journey| {
            let count = journey.column_count();
            ids.extend(journey.put_in_steps(behind, steps));
            let more = journey.column_count() - count;
            ids.extend(journey.put_in_stages(behind.map(|column| column + more), stages));
        });
        let mut ids = ids.into_iter();
        matrix.columns.iter().map(|column| if column.is_step { ids.next() } else { None }).collect()
    }

    /// A name of the table; empty where it says that there is none, or nothing is seen of it.
    fn named<'t>(&self, name: &'t str) -> &'t str {
        let is_unnamed = Language::ALL.iter().any(|language| normal(language.texts().terms.unnamed) == normal(name));
        if is_unnamed || seen(name).is_empty() { "" } else { name }
    }

    fn stage_name(&self, column: &MatrixColumn) -> String {
        self.named(column.stage.as_deref().unwrap_or_default()).to_owned()
    }

    /// The stage of the map with the title of the one that begins in a column, or a new one at the end.
    fn stage(&mut self, column: &MatrixColumn, known: &mut Vec<StageId>) -> StageId {
        let title = self.stage_name(column);
        let found = self.plan.journeys.get(&self.journey).and_then(|journey| {
            let mut stages = journey.stages.iter().filter(|stage| known.contains(&stage.id));
            stages
                .find(|stage| normal(&stage_title(self.plan, self.texts, stage)) == normal(&title))
                .map(|stage| stage.id.clone())
        });
        if let Some(id) = found.filter(|_| !title.is_empty()) {
            known.retain(|other| *other != id);
            return id;
        }
        let stage = self.new_stage(column, &title);
        let id = stage.id.clone();
        self.plan.journeys.update(&self.journey, |journey| journey.stages.push(stage));
        id
    }

    fn new_stage(&mut self, column: &MatrixColumn, title: &str) -> Stage {
        let mut stage = Stage::new(self.id(), None);
        name_stage(self.plan, &mut stage, title);
        // Where the table names the sub-phase beside the title, that is it.
        if let Some(sub_phase) = sub_phase_named(self.plan, &column.sub_phase).filter(|id| Some(id) != stage.sub_phase.as_ref()) {
            stage.sub_phase = Some(sub_phase);
            title.clone_into(&mut stage.title);
        }
        self.done.stages += 1;
        stage
    }

    fn step(&mut self, column: &MatrixColumn, stage: &StageId) -> StepId {
        let sub_phase = self.plan.journeys.get(&self.journey).and_then(|journey| journey.stage(stage)?.sub_phase.clone());
        let step = self.new_step(column, sub_phase);
        let id = step.id.clone();
        self.plan.journeys.update(&self.journey, |journey| {
            journey.insert_step(stage, usize::MAX, step);
        });
        id
    }

    fn new_step(&mut self, column: &MatrixColumn, sub_phase: Option<SubPhaseId>) -> Step {
        let mut step = Step::new(self.id());
        let name = self.named(&column.touchpoint).to_owned();
        if !name.is_empty() {
            step.touchpoint = Some(self.touchpoint(&name, sub_phase));
        }
        step.title.clone_from(&column.heading);
        self.done.steps += 1;
        step
    }

    fn touchpoint(&mut self, name: &str, sub_phase: Option<SubPhaseId>) -> TouchpointId {
        if let Some(known) = self.plan.touchpoint_named(name) {
            let (id, name) = (known.id.clone(), known.name.clone());
            let seen = &mut self.done.touchpoints_found;
            if !self.added.contains(&id) && !seen.contains(&name) {
                seen.push(name);
            }
            return id;
        }
        let touchpoint = Touchpoint { sub_phase, ..Touchpoint::new(self.id(), name) };
        let id = touchpoint.id.clone();
        self.plan.touchpoints.insert(touchpoint);
        self.added.push(id.clone());
        self.done.touchpoints.push(name.to_owned());
        id
    }
}
