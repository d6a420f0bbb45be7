//! Columns that come into a map from elsewhere: from a table, from another map.

use super::{Journey, Stage, Step, StepId};
use std::sync::Arc;

impl Journey {
    /// Number of columns of its map: a stage without steps has one.
    #[must_use]
    pub fn column_count(&self) -> usize {
        self.stages.iter().map(Stage::column_count).sum()
    }

    /// The stage in which a column stands, counted from 1 (none, or beyond: the last); none if there is no stage.
    #[must_use]
    pub fn column_stage(&self, column: Option<usize>) -> Option<&Stage> {
        self.column_place(column).map(|(stage, _)| &self.stages[stage])
    }

    /// Puts steps in behind a column, counted from 1 (none, or beyond: the last), into its stage. Where nothing has been
    /// said yet about the step of that column, the first takes its place and its id. Gives the ids of the steps; without a
    /// stage none goes in.
    pub fn put_in_steps(&mut self, behind: Option<usize>, steps: Vec<Arc<Step>>) -> Vec<StepId> {
        let Some((stage, index)) = self.column_place(behind) else { return Vec::new() };
        let own = &mut self.stages[stage].steps;
        let mut steps = steps.into_iter().peekable();
        let mut ids = Vec::new();
        let blank = own.get_mut(index).filter(|step| step.is_blank());
        if let Some((blank, mut first)) = blank.and_then(|blank| Some((blank, steps.next()?))) {
            Arc::make_mut(&mut first).id = blank.id.clone();
            ids.push(first.id.clone());
            *blank = first;
        }
        let at = (index + 1).min(own.len());
        own.splice(at..at, steps.inspect(|step| ids.push(step.id.clone())));
        ids
    }

    /// Puts stages in behind the one in which a column stands, counted from 1 (none, or beyond: the last). A map about which
    /// nothing has been said yet gives its only stage, and its step, for the first: these keep their ids. Gives the ids of
    /// the steps.
    pub fn put_in_stages(&mut self, behind: Option<usize>, mut stages: Vec<Stage>) -> Vec<StepId> {
        if let Some(first) = stages.first_mut().filter(|_| self.is_just_begun()) {
            let begun = self.stages.remove(0);
            first.id = begun.id;
            if let (Some(step), Some(blank)) = (first.steps.first_mut(), begun.steps.first()) {
                Arc::make_mut(step).id = blank.id.clone();
            }
        }
        let ids = stages.iter().flat_map(|stage| &stage.steps).map(|step| step.id.clone()).collect();
        let at = self.column_place(behind).map_or(0, |(stage, _)| stage + 1);
        self.stages.splice(at..at, stages);
        ids
    }

    /// The stage in which a column stands, and its place there.
    fn column_place(&self, column: Option<usize>) -> Option<(usize, usize)> {
        let mut first = 1;
        for (at, stage) in self.stages.iter().enumerate() {
            let next = first + stage.column_count();
            if let Some(column) = column.filter(|column| (first..next).contains(column)) {
                return Some((at, column - first));
            }
            first = next;
        }
        let last = self.stages.last()?;
        Some((self.stages.len() - 1, last.column_count() - 1))
    }

    /// Whether it is as it was begun: one stage without a title of its own, with one blank step at most.
    fn is_just_begun(&self) -> bool {
        match &self.stages[..] {
            [only] => only.title.is_empty() && only.steps.len() <= 1 && only.steps.iter().all(|step| step.is_blank()),
            _ => false,
        }
    }
}

impl Stage {
    fn column_count(&self) -> usize {
        self.steps.len().max(1)
    }
}

impl Step {
    /// Whether nothing has been said about it yet.
    fn is_blank(&self) -> bool {
        *self == Self::new(self.id.clone())
    }
}
