//! Columns that are pasted into a map: from a table with headings, or copied from a map.

use super::{
    CellFault, ColumnClip,
    carried::sub_phase_of,
    paste::{Cells, Given, GivenCell, Work, lane_named},
    stages::name_stage,
};
use crate::plan::{
    Journey, Lane, LaneId, Opportunity, PainPoint, Plan, Stage, StageId, Step, StepId, Touchpoint, TouchpointId, TypedId,
    same_name,
};
use crate::texts::output::{RowLabel, row_label};
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

/// Where columns are put in.
pub(super) struct Columns {
    /// Number of the column behind which they come; none: the last.
    pub behind: Option<usize>,
}

impl Columns {
    /// Makes a column of each column of a table. Its first row has the headings; the others are lanes, found by their
    /// titles in the first column if there are any, else in the order in which the map shows them. Above the headings may
    /// stand the stages, in the first column of each or in all: they come behind the one at which the table is put in, or
    /// the first in its place if nothing is said in the map yet.
    pub fn read_table(&self, work: &mut Work, plan: &mut Plan, table: &Given) {
        let is_of_stages = |row: &Vec<String>| row.first().and_then(|title| row_label(title)) == Some(RowLabel::Stage);
        let stages = table.rows.first().filter(|row| is_of_stages(row));
        let above = usize::from(stages.is_some());
        let Some((heads, rows)) = table.rows.get(above..).and_then(<[_]>::split_first) else { return };
        let Some(journey) = plan.journeys.get(work.journey).cloned() else { return };
        let titles: Vec<Option<Lane>> =
            rows.iter().map(|row| row.first().and_then(|title| lane_named(&journey, title))).collect();
        let has_titles = titles.iter().any(Option::is_some);
        let shown: Vec<Lane> = journey.shown_lanes().cloned().collect();
        for (row, _) in rows.iter().zip(&titles).filter(|(_, lane)| has_titles && lane.is_none()) {
            let rest = row.iter().skip(1).filter(|text| !text.trim().is_empty()).count();
            if rest > 0 {
                work.done.misfit(&row[0], "", &row[0], CellFault::NoSuchLane);
            }
        }
        let first = usize::from(has_titles || stages.is_some());
        let width = table.rows.iter().map(Vec::len).max().unwrap_or_default();
        let mut place = self.place(work, plan);
        let mut last_stage = "";
        for column in first..width {
            let head = heads.get(column).map(|head| head.trim()).unwrap_or_default();
            let stage = stages.and_then(|row| row.get(column)).map(|title| title.trim()).unwrap_or_default();
            if !stage.is_empty() && stage != last_stage {
                place.begin_stage(work, plan, stage);
                last_stage = stage;
            }
            let cells = (0..rows.len()).map(|row| (row, table.cell(row + 1 + above, column)));
            let cells: Vec<(usize, GivenCell)> = cells.filter(|(_, cell)| !cell.is_empty()).collect();
            if head.is_empty() && cells.is_empty() {
                continue;
            }
            let step = place.blank_or_new(work, plan);
            work.done.columns += 1;
            if !head.is_empty() {
                plan.name_column(work.journey, &step, head, (work.new_id)().into());
            }
            for (row, cell) in cells {
                let lane = if has_titles { titles[row].as_ref() } else { shown.get(row) };
                match lane {
                    Some(lane) => work.write_at(plan, lane, &step, head, cell),
                    None if !has_titles => work.done.misfit("", head, cell.text, CellFault::NoCell),
                    None => {}
                }
            }
        }
    }

    fn place(&self, work: &mut Work, plan: &mut Plan) -> Place {
        let cells = Cells::of(plan, work.texts, work.journey);
        let last = cells.steps.len();
        if last == 0 {
            let stage: StageId = (work.new_id)().into();
            let sub_phase = plan.sub_phases.ids().next().cloned();
            plan.journeys.update(work.journey, |journey| journey.stages.push(Stage::new(stage.clone(), sub_phase)));
            return Place { stage, after: None, blank: None };
        }
        let at = self.behind.unwrap_or(last).clamp(1, last) - 1;
        let step = cells.steps[at].as_ref().map(|(id, _)| id.clone());
        let is_blank = |id: &StepId| plan.step(work.journey, id).is_some_and(|step| is_blank_step(step));
        Place { stage: cells.stages[at].clone(), blank: step.clone().filter(|id| is_blank(id)), after: step }
    }
}

/// Where the next column comes.
struct Place {
    stage: StageId,
    after: Option<StepId>,
    /// A column about which nothing has been said yet: it is filled first.
    blank: Option<StepId>,
}

impl Place {
    fn blank_or_new(&mut self, work: &mut Work, plan: &mut Plan) -> StepId {
        if let Some(blank) = self.blank.take() {
            return blank;
        }
        let id: StepId = (work.new_id)().into();
        self.insert(work, plan, Step::new(id.clone()));
        id
    }

    /// What comes next comes into a stage of its own.
    fn begin_stage(&mut self, work: &mut Work, plan: &mut Plan, title: &str) {
        work.done.stages += 1;
        let is_first = plan.journeys.get(work.journey).is_some_and(|journey| is_blank(journey));
        let sub_phase = plan.journeys.get(work.journey).and_then(|journey| {
            journey.stages.iter().find(|stage| stage.id == self.stage).and_then(|stage| stage.sub_phase.clone())
        });
        let id: StageId = if is_first { self.stage.clone() } else { (work.new_id)().into() };
        let mut new = Stage::new(id.clone(), sub_phase);
        name_stage(plan, &mut new, title);
        plan.journeys.update(work.journey, |journey| {
            let at = journey.stages.iter().position(|stage| stage.id == self.stage).unwrap_or_default();
            if is_first {
                new.steps = std::mem::take(&mut journey.stages[at].steps);
                journey.stages[at] = new;
            } else {
                journey.stages.insert(at + 1, new);
            }
        });
        if !is_first {
            *self = Self { stage: id, after: None, blank: None };
        }
    }

    fn insert(&mut self, work: &Work, plan: &mut Plan, step: Step) {
        let id = step.id.clone();
        plan.journeys.update(work.journey, |journey| match &self.after {
            Some(after) => drop(journey.insert_step_after(after, step)),
            None => drop(journey.insert_step(&self.stage, usize::MAX, step)),
        });
        self.after = Some(id);
    }
}

/// Whether nothing has been said about a step yet.
fn is_blank_step(step: &Step) -> bool {
    *step == Step::new(step.id.clone())
}

/// Whether a journey is as it was begun: one stage without a title of its own, with one blank step at most.
fn is_blank(journey: &Journey) -> bool {
    match &journey.stages[..] {
        [only] => only.title.is_empty() && only.steps.len() <= 1 && only.steps.iter().all(|step| is_blank_step(step)),
        _ => false,
    }
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
        if clip.stages.len() > 1 || is_without_stages {
            self.insert_stages(plan, behind, clip, &places);
            return;
        }
        let mut place = Columns { behind }.place(self, plan);
        for step in clip.stages.iter().flat_map(|stage| &stage.steps) {
            let mut copy = self.copy_of(plan, clip, step, &places);
            if let Some(blank) = place.blank.take() {
                copy.id = blank.clone();
                plan.update_step(self.journey, &blank, |step| *step = copy);
            } else {
                place.insert(self, plan, copy);
            }
            self.done.columns += 1;
        }
    }

    /// Puts in copies of stages with their steps. A sub-phase that this plan doesn't have leaves its name as title.
    fn insert_stages(&mut self, plan: &mut Plan, behind: Option<usize>, clip: &ColumnClip, places: &Places) {
        let mut new = Vec::new();
        for stage in &clip.stages {
            let sub_phase = stage.sub_phase.as_ref().and_then(|id| sub_phase_of(plan, &clip.origin, id));
            let is_lost = stage.title.is_empty() && sub_phase.is_none();
            let name = stage.sub_phase.as_ref().filter(|_| is_lost).and_then(|id| clip.origin.names.get(id.as_id()));
            let steps: Vec<_> = stage.steps.iter().map(|step| Arc::new(self.copy_of(plan, clip, step, places))).collect();
            self.done.columns += steps.len();
            let title = name.unwrap_or(&stage.title).clone();
            new.push(Stage { id: (self.new_id)().into(), title, sub_phase, steps, ..stage.clone() });
        }
        self.done.stages += new.len();
        let cells = Cells::of(plan, self.texts, self.journey);
        let at = behind.unwrap_or(usize::MAX).min(cells.stages.len()).checked_sub(1).map(|column| cells.stages[column].clone());
        plan.journeys.update(self.journey, |journey| {
            if is_blank(journey) {
                // The stage and the step that were there are filled, so that whatever points to them still does.
                let blank = journey.stages.remove(0);
                if let Some(first) = new.first_mut() {
                    first.id = blank.id;
                    if let (Some(step), Some(blank)) = (first.steps.first_mut(), blank.steps.first()) {
                        Arc::make_mut(step).id = blank.id.clone();
                    }
                }
            }
            let place = journey.stages.iter().position(|stage| Some(&stage.id) == at.as_ref());
            let place = place.map_or(journey.stages.len(), |place| place + 1);
            journey.stages.splice(place..place, new);
        });
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
