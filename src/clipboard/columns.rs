//! Columns that are pasted into a map: from a table with headings, or copied from a map.

use super::{
    ColumnClip,
    carried::sub_phase_of,
    paste::{Given, Work, lane_named},
};
use crate::import::TextRow;
use crate::matrix::{Destination, LaneTarget, Matrix, MatrixColumn, MatrixError, MatrixLane, propose, read_matrix, take_in};
use crate::plan::{
    Journey, Lane, LaneId, Opportunity, PainPoint, Plan, Stage, Step, Touchpoint, TouchpointId, TypedId, same_name,
};
use crate::sheet::{CellFault, plain_lane_title};
use crate::texts::output::{RowLabel, row_label};
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

impl Work<'_> {
    /// Makes a column of each column of a table, behind a column of the map; none: the last. A table that names its rows is
    /// read as a matrix, like a file. Else its first row has the headings; the others are the lanes that they were copied
    /// from, or come in the order in which the map shows its lanes.
    ///
    /// # Errors
    /// If a table that names its rows can't be a map; the plan is as it was then.
    pub fn read_columns(&mut self, plan: &mut Plan, behind: Option<usize>, table: &Given) -> Result<(), MatrixError> {
        let Some(journey) = plan.journeys.get(self.journey).cloned() else { return Ok(()) };
        let (matrix, targets) = if table.clip.is_none() && is_titled(&journey, &table.rows) {
            let matrix = read_matrix(&text_rows(&table.rows))?;
            let targets = propose(plan, self.texts, &matrix, Some(&journey));
            (matrix, targets)
        } else {
            self.untitled(plan, &journey, table)
        };
        let destination = Destination::Behind(self.journey.clone(), behind);
        let taken_in = take_in(plan, self.texts, &matrix, &targets, &destination, self.new_id);
        for (row, lane) in table.clip.iter().flat_map(|clip| clip.lanes.iter().enumerate().skip(1)) {
            let Some(lane) = lane else { continue };
            for (column, step) in taken_in.columns.iter().enumerate() {
                if let Some((step, said)) = step.as_ref().zip(table.cell(row, column).unwritten) {
                    self.write_unwritten(plan, step, &matrix.columns[column].touchpoint, &lane.kind, said);
                }
            }
        }
        let shown = |journey: &Journey| journey.shown_lanes().count();
        self.done.lanes += plan.journeys.get(self.journey).map_or(0, |after| shown(after).saturating_sub(shown(&journey)));
        self.done.stages += taken_in.stages;
        self.done.columns += taken_in.steps;
        self.done.cells += taken_in.cells;
        self.done.findings += taken_in.findings;
        self.done.added.extend(taken_in.channels.into_iter().chain(taken_in.departments));
        for issue in taken_in.issues {
            self.done.misfit(&issue.lane, &issue.step, &issue.text, issue.fault);
        }
        Ok(())
    }

    /// A table whose first row has the headings, and what its other rows become. What has no lane is told.
    fn untitled(&mut self, plan: &mut Plan, journey: &Journey, table: &Given) -> (Matrix, Vec<LaneTarget>) {
        let (width, height) = (table.width(), table.rows.len());
        let texts = |row: usize| (0..width).map(|column| table.cell(row, column).text.to_owned()).collect::<Vec<_>>();
        let column = |(column, touchpoint): (usize, String)| MatrixColumn {
            touchpoint,
            is_step: (0..height).any(|row| !table.cell(row, column).is_empty()),
            ..MatrixColumn::default()
        };
        let columns: Vec<_> = texts(0).into_iter().enumerate().map(column).collect();
        let (mut lanes, mut targets) = (Vec::new(), Vec::new());
        for row in 1..height {
            let cells = texts(row);
            let copied = table.clip.and_then(|clip| clip.lanes.get(row)?.as_ref());
            let (title, target) = match (copied, journey.shown_lanes().nth(row - 1)) {
                (Some(lane), _) => {
                    cells.iter().for_each(|text| self.take_in_named(plan, lane, text));
                    let title = plain_lane_title(lane, self.texts);
                    let known = lane_named(journey, &title);
                    (title, known.map_or(LaneTarget::OwnText, |lane| LaneTarget::Lane(lane.id)))
                }
                (None, Some(lane)) => (plain_lane_title(lane, self.texts), LaneTarget::Lane(lane.id.clone())),
                (None, None) => {
                    for (text, column) in cells.iter().zip(&columns).filter(|(text, _)| !text.is_empty()) {
                        self.done.misfit("", &column.touchpoint, text, CellFault::NoCell);
                    }
                    continue;
                }
            };
            lanes.push(MatrixLane { title, cells });
            targets.push(target);
        }
        (Matrix { transposed: false, columns, lanes }, targets)
    }
}

/// Whether a table says what its rows or columns are: it begins as maps do, or titles of lanes stand in the first column
/// or row.
fn is_titled(journey: &Journey, rows: &[Vec<String>]) -> bool {
    let Some((heads, lanes)) = rows.split_first() else { return false };
    let is_head = |title: &String| {
        use RowLabel::{Heading, Stage, SubPhase, Touchpoint};
        matches!(row_label(title), Some(Stage | SubPhase | Touchpoint | Heading))
    };
    let is_known = |title: &&String| row_label(title).is_some() || lane_named(journey, title).is_some();
    let is_table = !lanes.is_empty() || heads.len() > 1;
    is_table && heads.first().is_some_and(is_head)
        || lanes.iter().filter_map(|row| row.first()).any(|title| is_known(&title))
        || !lanes.is_empty() && heads.iter().filter(is_known).count() > 1
}

/// The rows as those of a file, which are as long as the first.
fn text_rows(rows: &[Vec<String>]) -> Vec<TextRow> {
    let width = rows.iter().map(Vec::len).max().unwrap_or_default();
    let row = |(line, cells): (u64, &Vec<String>)| {
        let cells = cells.iter().map(|cell| cell.trim().to_owned()).chain(std::iter::repeat(String::new()));
        TextRow { line, cells: cells.take(width).collect() }
    };
    (1..).zip(rows).map(row).collect()
}

/// What of this plan stands for the lanes and touchpoints of a copied map.
struct Places {
    lanes: HashMap<LaneId, LaneId>,
    touchpoints: HashMap<TouchpointId, TouchpointId>,
}

impl Work<'_> {
    /// Puts in copies of columns. Columns of one stage come into the stage at which they are put in; those of several come
    /// with their stages, behind that one, or in its place if nothing is said in the map yet. What they refer to is found
    /// in this plan by id or name. Touchpoints, channels and departments that aren't there come along, and so do the pain
    /// points and opportunities; anything else that is missing is told.
    pub fn insert_columns(&mut self, plan: &mut Plan, behind: Option<usize>, clip: &ColumnClip) {
        let places = Places { lanes: self.shown_lanes(plan, &clip.lanes), touchpoints: self.touchpoints(plan, clip) };
        self.findings(plan, clip, &places.touchpoints);
        let is_without_stages = plan.journeys.get(self.journey).is_none_or(|journey| journey.stages.is_empty());
        let stages = if clip.stages.len() > 1 || is_without_stages { self.stages(plan, clip) } else { Vec::new() };
        let mut steps = Vec::with_capacity(clip.stages.len());
        for stage in &clip.stages {
            steps.push(stage.steps.iter().map(|step| Arc::new(self.copy_of(plan, clip, step, &places))).collect::<Vec<_>>());
        }
        self.done.columns += steps.iter().map(Vec::len).sum::<usize>();
        self.done.stages += stages.len();
        plan.journeys.update(self.journey, |journey| {
            if stages.is_empty() {
                journey.put_in_steps(behind, steps.into_iter().flatten().collect());
            } else {
                let filled = stages.into_iter().zip(steps).map(|(stage, steps)| Stage { steps, ..stage });
                journey.put_in_stages(behind, filled.collect());
            }
        });
    }

    /// Copies of the stages without their steps. A sub-phase that this plan doesn't have leaves its name as title.
    fn stages(&mut self, plan: &Plan, clip: &ColumnClip) -> Vec<Stage> {
        let copy = |stage: &Stage| {
            let sub_phase = stage.sub_phase.as_ref().and_then(|id| sub_phase_of(plan, &clip.origin, id));
            let is_lost = stage.title.is_empty() && sub_phase.is_none();
            let name = stage.sub_phase.as_ref().filter(|_| is_lost).and_then(|id| clip.origin.names.get(id.as_id()));
            let title = name.unwrap_or(&stage.title).clone();
            Stage { id: (self.new_id)().into(), title, sub_phase, steps: Vec::new(), other: stage.other.clone() }
        };
        clip.stages.iter().map(copy).collect()
    }

    /// A copy of a step that refers to what this plan has.
    fn copy_of(&mut self, plan: &mut Plan, clip: &ColumnClip, step: &Step, places: &Places) -> Step {
        let origin = &clip.origin;
        let heading = step.touchpoint.as_ref().and_then(|id| clip.touchpoints.iter().find(|t| t.id == *id));
        let heading = heading.map(|touchpoint| touchpoint.name.clone()).filter(|_| step.title.is_empty());
        let heading = heading.unwrap_or_else(|| step.title.clone());
        let mut copy = Step { id: (self.new_id)().into(), ..step.clone() };
        copy.touchpoint = step.touchpoint.as_ref().and_then(|id| places.touchpoints.get(id).cloned());
        copy.channels = self.channels(plan, origin, &step.channels);
        copy.kpis = self.known(plan, origin, &heading, &step.kpis, CellFault::NoSuchKpi);
        copy.emotions = BTreeMap::new();
        for (persona, emotion) in &step.emotions {
            let found = self.known(plan, origin, &heading, std::slice::from_ref(persona), CellFault::NoSuchPersona);
            copy.emotions.extend(found.into_iter().map(|persona| (persona, *emotion)));
        }
        let texts = step.texts.iter().map(|(lane, text)| (places.lanes.get(lane).unwrap_or(lane).clone(), text.clone()));
        copy.texts = texts.collect();
        copy
    }

    /// The lanes of this map for those of the copied one: those of the same name, else new ones. They are shown, unless
    /// the copied map hides them, so that nothing comes in unseen.
    fn shown_lanes(&mut self, plan: &mut Plan, lanes: &[Lane]) -> HashMap<LaneId, LaneId> {
        let mut found = HashMap::new();
        for lane in lanes {
            let Some(journey) = plan.journeys.get(self.journey) else { break };
            let is_same = |own: &&Lane| own.kind == lane.kind && same_name(&own.title, &lane.title);
            let same = journey.lane(&lane.id).or_else(|| journey.lanes.iter().filter(|_| lane.is_own()).find(is_same));
            let (id, was_shown) = match same {
                Some(own) => (own.id.clone(), !own.hidden),
                None if lane.is_own() => ((self.new_id)().into(), false),
                None => (lane.id.clone(), false),
            };
            let is_new = same.is_none() && lane.is_own();
            if is_new || !was_shown && !lane.hidden {
                plan.journeys.update(self.journey, |journey| match is_new {
                    true => journey.add_text_lane(id.clone(), lane.title.clone()),
                    false => journey.show_lane(&id, true),
                });
                self.done.lanes += 1;
            }
            found.insert(lane.id.clone(), id);
        }
        found
    }

    /// The touchpoints of this plan for the copied ones.
    fn touchpoints(&mut self, plan: &mut Plan, clip: &ColumnClip) -> HashMap<TouchpointId, TouchpointId> {
        let origin = &clip.origin;
        let mut found = HashMap::new();
        for touchpoint in &clip.touchpoints {
            let same_id = Some(&touchpoint.id).filter(|id| origin.plan == plan.id && plan.touchpoints.contains(id)).cloned();
            let same_name = || plan.touchpoint_named(&touchpoint.name).filter(|t| !t.name.is_empty()).map(|t| t.id.clone());
            if let Some(id) = same_id.or_else(same_name) {
                found.insert(touchpoint.id.clone(), id);
                continue;
            }
            let id: TouchpointId = (self.new_id)().into();
            let new = Touchpoint {
                id: id.clone(),
                channels: self.channels(plan, origin, &touchpoint.channels),
                department: touchpoint.department.as_ref().and_then(|id| self.department(plan, origin, id)),
                sub_phase: touchpoint.sub_phase.as_ref().and_then(|id| sub_phase_of(plan, origin, id)),
                ..touchpoint.clone()
            };
            plan.touchpoints.insert(new);
            found.insert(touchpoint.id.clone(), id);
        }
        found
    }

    /// Brings the copied pain points and opportunities to the touchpoints of this plan, each once with all its touchpoints.
    /// What already stands at one of them, by its text, is at the others too then. At a touchpoint of the plan that the
    /// columns come from, what stands there holds.
    fn findings(&mut self, plan: &mut Plan, clip: &ColumnClip, touchpoints: &HashMap<TouchpointId, TouchpointId>) {
        let is_home = clip.origin.plan == plan.id;
        let places = |copied: &[TouchpointId]| {
            let mut all: Vec<TouchpointId> = Vec::new();
            for to in copied.iter().filter_map(|from| touchpoints.get(from)) {
                all.extend(Some(to.clone()).filter(|to| !all.contains(to)));
            }
            let others: Vec<TouchpointId> = all.iter().filter(|id| !(is_home && copied.contains(id))).cloned().collect();
            (all, others)
        };
        macro_rules! bring {
            ($table:ident, $record:ident) => {
                let there = plan.$table.clone();
                for copied in &clip.$table {
                    let (all, others) = places(&copied.touchpoints);
                    if others.is_empty() {
                        continue;
                    }
                    let is_same =
                        |own: &$record| same_name(&own.text, &copied.text) && own.touchpoints.iter().any(|id| all.contains(id));
                    // Of several with one text it is the one that is at most of the touchpoints.
                    let shared = |own: &$record| all.iter().filter(|id| own.touchpoints.contains(id)).count();
                    match there.iter().filter(|own| is_same(own)).max_by_key(|own| shared(own)) {
                        Some(own) => {
                            let more: Vec<_> = others.into_iter().filter(|id| !own.touchpoints.contains(id)).collect();
                            self.done.findings += usize::from(!more.is_empty());
                            plan.$table.update(&own.id, |own| own.touchpoints.extend(more));
                        }
                        None => {
                            let id = (self.new_id)().into();
                            let (goals, voices) = (Vec::new(), Vec::new());
                            plan.$table.insert($record { id, touchpoints: others, goals, voices, ..copied.clone() });
                            self.done.findings += 1;
                        }
                    }
                }
            };
        }
        bring!(pain_points, PainPoint);
        bring!(opportunities, Opportunity);
    }
}
