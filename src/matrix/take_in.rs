//! Writing a matrix into a plan: as a new journey, or into one that is there.

use super::{
    LaneTarget, Matrix, persona_title,
    register::{channel_names, register_department, registered_channel},
};
use crate::plan::{ChannelChange, Id, Journey, JourneyId, Lane, LaneId, LaneKind, PersonaId, Plan, Step, StepId, TouchpointId};
use crate::sheet::{CellFault, DepartmentChange, cell_text, department_changes, fill_cell, plain_lane_title, read_emotion};
use crate::texts::output::normal;
use crate::texts::{Language, Texts};

/// Where a matrix goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Destination {
    /// A new journey with this id and title.
    New(JourneyId, String),
    /// A journey that is there. Its steps with a heading of the matrix are filled in, others are added; nothing that is
    /// there is taken away by an empty cell.
    Into(JourneyId),
    /// New columns of a journey that is there, behind the one with this number, from 1; none: behind the last. They come
    /// into its stage, and stages of the matrix behind that; a map that was just begun is filled.
    Behind(JourneyId, Option<usize>),
}

impl Destination {
    /// The journey.
    #[must_use]
    pub fn id(&self) -> &JourneyId {
        match self {
            Self::New(id, _) | Self::Into(id) | Self::Behind(id, _) => id,
        }
    }
}

/// A cell that didn't fit its lane; it was left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellIssue {
    /// Title of the lane.
    pub lane: String,
    /// Heading of the step.
    pub step: String,
    /// What stands in the cell.
    pub text: String,
    /// Why it doesn't fit.
    pub fault: CellFault,
}

/// What taking in a matrix did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TakenIn {
    /// Number of stages that were added.
    pub stages: usize,
    /// Number of steps that were added.
    pub steps: usize,
    /// Number of steps that were there and got something.
    pub steps_filled: usize,
    /// Number of cells that were written.
    pub cells: usize,
    /// Names of touchpoints that the register has.
    pub touchpoints_found: Vec<String>,
    /// Names of touchpoints that were added to the register.
    pub touchpoints: Vec<String>,
    /// Names of channels that were added to the register.
    pub channels: Vec<String>,
    /// Names of departments that were added to the register.
    pub departments: Vec<String>,
    /// Touchpoints of the register that another department owns now, in all journeys.
    pub departments_changed: Vec<DepartmentChange>,
    /// Titles of lanes for free text that were added.
    pub lanes: Vec<String>,
    /// Number of pain points and opportunities that were added.
    pub findings: usize,
    /// Cells that didn't fit.
    pub issues: Vec<CellIssue>,
    /// The steps that the columns of the matrix became; none where it was only the place of a stage.
    pub columns: Vec<Option<StepId>>,
}

/// Writes a matrix into a plan; `new_id` gives the ids of what is added. `targets` has an entry for each lane of the
/// matrix. Touchpoints, channels and departments are found in the registers by their names or added.
pub fn take_in(
    plan: &mut Plan,
    texts: &Texts,
    matrix: &Matrix,
    targets: &[LaneTarget],
    destination: &Destination,
    new_id: &mut dyn FnMut() -> Id,
) -> TakenIn {
    let journey = destination.id().clone();
    let before = plan.clone();
    if let Destination::New(id, title) = destination {
        let mut new = Journey::new(id.clone(), title);
        if targets.iter().any(|target| *target != LaneTarget::Skip) {
            new.lanes.clear();
        }
        plan.journeys.insert(new);
    }
    let mut writer = Writer { plan, texts, journey, new_id, done: TakenIn::default(), added: Vec::new() };
    let lanes = writer.lanes(matrix, targets, matches!(destination, Destination::New(..)));
    let columns = match destination {
        Destination::New(..) | Destination::Into(_) => writer.columns(matrix),
        Destination::Behind(_, behind) => writer.new_columns(matrix, *behind),
    };
    for (row, cells) in lanes.into_iter().zip(matrix.lanes.iter().map(|lane| &lane.cells)) {
        let Some(row) = row else { continue };
        for (step, text) in columns.iter().zip(cells) {
            if let Some(step) = step.as_ref().filter(|_| !text.is_empty()) {
                match &row {
                    Row::Lane(lane) => writer.cell(lane, step, text),
                    Row::Emotions(persona) => writer.emotion(persona, step, text),
                }
            }
        }
    }
    let done = writer.done;
    let count = |plan: &Plan| plan.pain_points.len() + plan.opportunities.len();
    TakenIn {
        departments_changed: department_changes(&before, plan),
        findings: count(plan).saturating_sub(count(&before)),
        columns,
        ..done
    }
}

/// What a row of the matrix becomes.
enum Row {
    Lane(Lane),
    Emotions(PersonaId),
}

pub(super) struct Writer<'a> {
    pub plan: &'a mut Plan,
    pub texts: &'a Texts,
    pub journey: JourneyId,
    new_id: &'a mut dyn FnMut() -> Id,
    pub done: TakenIn,
    /// Touchpoints that were added.
    pub added: Vec<TouchpointId>,
}

impl Writer<'_> {
    pub fn id<I: From<Id>>(&mut self) -> I {
        (self.new_id)().into()
    }

    /// What the lanes of the matrix become; the map has the lanes then. A new map has them in the order of the table.
    fn lanes(&mut self, matrix: &Matrix, targets: &[LaneTarget], is_new: bool) -> Vec<Option<Row>> {
        let mut lanes = Vec::new();
        for (lane, target) in matrix.lanes.iter().zip(targets) {
            let id = match target {
                LaneTarget::Skip => {
                    lanes.push(None);
                    continue;
                }
                LaneTarget::Emotions(persona) => {
                    self.plan.journeys.update(&self.journey, |journey| journey.show_lane(&LaneId::standard("emotion"), true));
                    lanes.push(Some(Row::Emotions(persona.clone())));
                    continue;
                }
                LaneTarget::Lane(id) => id.clone(),
                LaneTarget::OwnText => self.id(),
            };
            let title = if lane.title.is_empty() { self.texts.map.lane_new } else { &lane.title };
            let is_own = *target == LaneTarget::OwnText;
            self.plan.journeys.update(&self.journey, |journey| {
                if is_own {
                    journey.add_text_lane(id.clone(), title.to_owned());
                } else {
                    journey.show_lane(&id, true);
                }
                if let Some(at) = journey.lanes.iter().position(|lane| lane.id == id).filter(|_| is_new) {
                    let lane = journey.lanes.remove(at);
                    journey.lanes.push(lane);
                }
            });
            if is_own {
                self.done.lanes.push(title.to_owned());
            }
            let lane = self.plan.journeys.get(&self.journey).and_then(|journey| journey.lane(&id)).cloned();
            lanes.push(lane.map(Row::Lane));
        }
        lanes
    }

    fn cell(&mut self, lane: &Lane, step: &StepId, text: &str) {
        let Some(now) = self.plan.step(&self.journey, step).cloned() else { return };
        if lane.kind != LaneKind::Channels && cell_text(self.plan, self.texts, lane, &now) == text {
            return;
        }
        let written = match lane.kind {
            LaneKind::Channels => self.channels(&now, text),
            LaneKind::Department => self.department(&now, lane, text),
            _ => fill_cell(self.plan, self.texts, &self.journey, step, lane, text, self.new_id),
        };
        match written {
            Ok(()) => self.done.cells += 1,
            Err(fault) => self.issue(plain_lane_title(lane, self.texts), &now, text, fault),
        }
    }

    /// Writes how a persona feels.
    fn emotion(&mut self, persona: &PersonaId, step: &StepId, text: &str) {
        let Some(name) = self.plan.personas.get(persona).map(|persona| persona_title(self.texts, persona)) else { return };
        let Some(now) = self.plan.step(&self.journey, step).cloned() else { return };
        match read_emotion(self.texts, text) {
            Ok(emotion) if now.emotion_of(Some(persona)) == Some(emotion) => {}
            Ok(emotion) => {
                self.plan.update_step(&self.journey, step, |step| step.set_emotion_of(Some(persona), Some(emotion)));
                self.done.cells += 1;
            }
            Err(fault) => self.issue(name, &now, text, fault),
        }
    }

    fn issue(&mut self, lane: String, step: &Step, text: &str, fault: CellFault) {
        let issue = CellIssue { lane, step: self.plan.step_heading(step), text: text.to_owned(), fault };
        self.done.issues.push(issue);
    }

    /// Channels by their names, and in brackets why the channel changes. They become those of a touchpoint that was
    /// added, else the step's own if they differ from its touchpoint's.
    fn channels(&mut self, now: &Step, text: &str) -> Result<(), CellFault> {
        let (names, change) = channel_change(text);
        let mut ids = Vec::new();
        for name in channel_names(names) {
            let id = registered_channel(self.plan, name, self.new_id, &mut self.done.channels).ok_or(CellFault::NoSuchChannel)?;
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
        let fresh = now.touchpoint.clone().filter(|id| self.added.contains(id));
        if let Some(touchpoint) = fresh {
            self.plan.touchpoints.update(&touchpoint, |touchpoint| {
                if touchpoint.channels.is_empty() {
                    touchpoint.channels.clone_from(&ids);
                }
            });
        }
        if self.plan.step_channels(now) == ids {
            ids.clone_from(&now.channels);
        }
        self.plan.update_step(&self.journey, &now.id, |step| {
            step.channels = ids;
            step.channel_change = change.or(step.channel_change);
        });
        Ok(())
    }

    fn department(&mut self, now: &Step, lane: &Lane, text: &str) -> Result<(), CellFault> {
        if now.touchpoint.is_some() {
            register_department(self.plan, text, self.new_id, &mut self.done.departments);
        }
        fill_cell(self.plan, self.texts, &self.journey, &now.id, lane, text, self.new_id)
    }
}

/// The names of channels, and why the channel changes, if that stands behind them in brackets.
fn channel_change(text: &str) -> (&str, Option<ChannelChange>) {
    let Some((names, word)) = text.trim().strip_suffix(']').and_then(|text| text.rsplit_once('[')) else { return (text, None) };
    let says = |change: &ChannelChange| {
        Language::ALL.iter().any(|language| normal((language.texts().map.channel_change)(*change)) == normal(word))
    };
    match ChannelChange::ALL.into_iter().find(says) {
        Some(change) => (names, Some(change)),
        None => (text, None),
    }
}
