//! A map as rows and columns of texts.

use super::{cell_text, lane_title, plain_word, stage_title};
use crate::plan::{Journey, Lane, LaneKind, Plan, Stage, Step, seen};
use crate::texts::Texts;
use std::sync::Arc;

/// A map as a table of texts. Row 0 has the headings, the others are the lanes shown; column 0 has the titles of the
/// lanes, the others are the map's columns: a step each, or a stage without steps.
pub struct MapSheet<'a> {
    plan: &'a Plan,
    texts: &'a Texts,
    /// The lanes shown, from row 1.
    pub lanes: Vec<&'a Lane>,
    /// The steps of the columns, from column 1.
    pub steps: Vec<Option<&'a Arc<Step>>>,
    /// The stages that begin in the columns, from column 1.
    stages: Vec<Option<&'a Stage>>,
}

impl<'a> MapSheet<'a> {
    /// The sheet of a journey's map.
    #[must_use]
    pub fn new(plan: &'a Plan, texts: &'a Texts, journey: &'a Journey) -> Self {
        let (mut steps, mut stages) = (Vec::new(), Vec::new());
        for stage in &journey.stages {
            stages.push(Some(stage));
            if stage.steps.is_empty() {
                steps.push(None);
            }
            steps.extend(stage.steps.iter().map(Some));
            stages.resize(steps.len(), None);
        }
        Self { plan, texts, lanes: journey.shown_lanes().collect(), steps, stages }
    }

    /// Number of rows.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.lanes.len() + 1
    }

    /// Number of columns.
    #[must_use]
    pub fn columns(&self) -> usize {
        self.steps.len() + 1
    }

    /// The lane of a row.
    #[must_use]
    pub fn lane(&self, row: usize) -> Option<&'a Lane> {
        self.lanes.get(row.checked_sub(1)?).copied()
    }

    /// The step of a column.
    #[must_use]
    pub fn step(&self, column: usize) -> Option<&'a Arc<Step>> {
        self.steps.get(column.checked_sub(1)?).copied().flatten()
    }

    /// Title of the stage that begins in a column; none if none does or it has none.
    #[must_use]
    pub fn stage_title(&self, column: usize) -> Option<String> {
        let stage = self.stages.get(column.checked_sub(1)?).copied().flatten()?;
        (!seen(&stage.title).is_empty() || stage.sub_phase.is_some()).then(|| stage_title(self.plan, self.texts, stage))
    }

    /// What a cell says in a table of texts; empty where there is none. Spreadsheets take a minus sign for a text.
    #[must_use]
    pub fn text(&self, row: usize, column: usize) -> String {
        match (self.lane(row), self.step(column)) {
            (Some(lane), Some(step)) if lane.kind == LaneKind::Emotion => {
                cell_text(self.plan, self.texts, lane, step).replace('−', "-")
            }
            (Some(lane), Some(step)) => cell_text(self.plan, self.texts, lane, step),
            (Some(lane), None) if column == 0 => plain_lane_title(lane, self.texts),
            (None, Some(step)) if row == 0 => self.plan.step_heading(step),
            _ => String::new(),
        }
    }
}

/// Title of a lane for a table of texts: without the places where it may be broken.
#[must_use]
pub fn plain_lane_title(lane: &Lane, texts: &Texts) -> String {
    plain_word(&lane_title(lane, texts))
}
