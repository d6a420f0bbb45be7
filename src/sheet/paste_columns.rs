//! Columns that are pasted into a map: from a table with headings, or copied from a map.

use super::{
    CellFault, ColumnClip,
    paste::{Cells, Work, lane_named},
};
use crate::plan::{
    KpiId, Lane, LaneId, Opportunity, PainPoint, Plan, Record, Stage, StageId, Step, StepId, Table, Touchpoint, TouchpointId,
    TypedId, name_key,
};
use std::collections::{BTreeMap, HashMap};

/// Where columns are put in.
pub(super) struct Columns {
    /// Number of the column behind which they come; none: the last.
    pub behind: Option<usize>,
}

impl Columns {
    /// Makes a column of each column of a table. Its first row has the headings; the others are lanes, found by their
    /// titles in the first column if there are any, else in the order in which the map shows them.
    pub fn read_table(&self, work: &mut Work, plan: &mut Plan, table: &[Vec<String>]) {
        let Some((heads, rows)) = table.split_first() else { return };
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
        let first = usize::from(has_titles);
        let width = table.iter().map(Vec::len).max().unwrap_or_default();
        let mut place = self.place(work, plan);
        for column in first..width {
            let head = heads.get(column).map(|head| head.trim()).unwrap_or_default();
            let cells = rows.iter().enumerate().map(|(row, line)| (row, line.get(column).map_or("", |text| text.trim())));
            let cells: Vec<(usize, &str)> = cells.filter(|(_, text)| !text.is_empty()).collect();
            if head.is_empty() && cells.is_empty() {
                continue;
            }
            let step = place.blank_or_new(work, plan);
            work.done.columns += 1;
            if !head.is_empty() {
                plan.name_column(work.journey, &step, head, (work.new_id)().into());
            }
            for (row, text) in cells {
                let lane = if has_titles { titles[row].as_ref() } else { shown.get(row) };
                match lane {
                    Some(lane) => work.write_at(plan, lane, &step, head, text),
                    None if !has_titles => work.done.misfit("", head, text, CellFault::NoCell),
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
        let is_blank = |id: &StepId| plan.step(work.journey, id).is_some_and(|step| **step == Step::new(id.clone()));
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

    fn insert(&mut self, work: &Work, plan: &mut Plan, step: Step) {
        let id = step.id.clone();
        plan.journeys.update(work.journey, |journey| match &self.after {
            Some(after) => drop(journey.insert_step_after(after, step)),
            None => drop(journey.insert_step(&self.stage, usize::MAX, step)),
        });
        self.after = Some(id);
    }
}

impl Work<'_> {
    /// Puts in copies of columns. What they refer to is found in this plan by id or name; touchpoints that aren't there
    /// come along with what hangs on them, anything else that is missing is told.
    pub fn insert_columns(&mut self, plan: &mut Plan, behind: Option<usize>, clip: &ColumnClip) {
        let lanes = self.own_lanes(plan, &clip.lanes);
        let touchpoints = self.touchpoints(plan, clip);
        let mut place = Columns { behind }.place(self, plan);
        for step in &clip.steps {
            let heading = step.touchpoint.as_ref().and_then(|id| clip.touchpoints.iter().find(|t| t.id == *id));
            let heading = heading.map(|touchpoint| touchpoint.name.clone()).filter(|_| step.title.is_empty());
            let heading = heading.unwrap_or_else(|| step.title.clone());
            let mut copy = Step { id: (self.new_id)().into(), ..step.clone() };
            copy.touchpoint = step.touchpoint.as_ref().and_then(|id| touchpoints.get(id).cloned());
            copy.channels = self.known(plan, clip, &heading, &step.channels, CellFault::NoSuchChannel);
            let kpis: Vec<KpiId> = self.known(plan, clip, &heading, &step.kpis, CellFault::NoSuchKpi);
            copy.kpis = kpis;
            copy.emotions = BTreeMap::new();
            for (persona, emotion) in &step.emotions {
                let found = self.known(plan, clip, &heading, std::slice::from_ref(persona), CellFault::NoSuchPersona);
                copy.emotions.extend(found.into_iter().map(|persona| (persona, *emotion)));
            }
            let texts = step.texts.iter().map(|(lane, text)| (lanes.get(lane).unwrap_or(lane).clone(), text.clone()));
            copy.texts = texts.collect();
            if let Some(blank) = place.blank.take() {
                copy.id = blank.clone();
                plan.update_step(self.journey, &blank, |step| *step = copy);
            } else {
                place.insert(self, plan, copy);
            }
            self.done.columns += 1;
        }
    }

    /// The lanes of this map for the copied map's own ones: those of the same name, else new ones.
    fn own_lanes(&mut self, plan: &mut Plan, lanes: &[Lane]) -> HashMap<LaneId, LaneId> {
        let mut found = HashMap::new();
        for lane in lanes {
            let Some(journey) = plan.journeys.get(self.journey) else { break };
            if journey.lane(&lane.id).is_some() {
                continue;
            }
            let same = journey.lanes.iter().find(|own| own.kind == lane.kind && name_key(&own.title) == name_key(&lane.title));
            let id = same.map(|own| own.id.clone());
            let id = id.unwrap_or_else(|| {
                let id: LaneId = (self.new_id)().into();
                plan.journeys.update(self.journey, |journey| journey.add_text_lane(id.clone(), lane.title.clone()));
                self.done.lanes += 1;
                id
            });
            found.insert(lane.id.clone(), id);
        }
        found
    }

    /// The touchpoints of this plan for the copied ones. Those that are new bring their pain points and opportunities.
    fn touchpoints(&mut self, plan: &mut Plan, clip: &ColumnClip) -> HashMap<TouchpointId, TouchpointId> {
        let mut found = HashMap::new();
        for touchpoint in &clip.touchpoints {
            let same_id = Some(&touchpoint.id).filter(|id| clip.plan == plan.id && plan.touchpoints.contains(id)).cloned();
            let same_name = || plan.touchpoint_named(&touchpoint.name).filter(|t| !t.name.is_empty()).map(|t| t.id.clone());
            if let Some(id) = same_id.or_else(same_name) {
                found.insert(touchpoint.id.clone(), id);
                continue;
            }
            let id: TouchpointId = (self.new_id)().into();
            let department = touchpoint.department.as_slice();
            let new = Touchpoint {
                id: id.clone(),
                channels: self.known(plan, clip, &touchpoint.name, &touchpoint.channels, CellFault::NoSuchChannel),
                department: self.known(plan, clip, &touchpoint.name, department, CellFault::NoSuchDepartment).pop(),
                sub_phase: touchpoint.sub_phase.clone().filter(|id| plan.sub_phases.contains(id)),
                ..touchpoint.clone()
            };
            plan.touchpoints.insert(new);
            for pain_point in clip.pain_points.iter().filter(|p| p.touchpoints.contains(&touchpoint.id)) {
                let at = vec![id.clone()];
                let id = (self.new_id)().into();
                plan.pain_points.insert(PainPoint {
                    id,
                    touchpoints: at,
                    goals: Vec::new(),
                    voices: Vec::new(),
                    ..pain_point.clone()
                });
            }
            for opportunity in clip.opportunities.iter().filter(|o| o.touchpoints.contains(&touchpoint.id)) {
                let at = vec![id.clone()];
                let id = (self.new_id)().into();
                plan.opportunities.insert(Opportunity {
                    id,
                    touchpoints: at,
                    goals: Vec::new(),
                    voices: Vec::new(),
                    ..opportunity.clone()
                });
            }
            found.insert(touchpoint.id.clone(), id);
        }
        found
    }

    /// Those of this plan that ids of the copied plan stand for.
    fn known<I: Listed>(&mut self, plan: &Plan, clip: &ColumnClip, heading: &str, ids: &[I], why: CellFault) -> Vec<I> {
        let mut found = Vec::new();
        for id in ids {
            let table = I::table(plan);
            let name = clip.names.get(id.as_id()).map(String::as_str).unwrap_or_default();
            let same = Some(id.clone()).filter(|id| clip.plan == plan.id && table.contains(id));
            match same.or_else(|| table.iter().find(|r| name_key(I::name(r)) == name_key(name)).map(|r| r.id().clone())) {
                Some(id) if found.contains(&id) => {}
                Some(id) => found.push(id),
                None => self.done.misfit("", heading, name, why),
            }
        }
        found
    }
}

/// Ids of records that are found by name.
trait Listed: TypedId {
    type Of: Record<Id = Self>;
    fn table(plan: &Plan) -> &Table<Self::Of>;
    fn name(record: &Self::Of) -> &str;
}

macro_rules! listed {
    ($($id:ident, $record:ident in $table:ident by $name:ident;)*) => {$(
        impl Listed for crate::plan::$id {
            type Of = crate::plan::$record;
            fn table(plan: &Plan) -> &Table<Self::Of> {
                &plan.$table
            }
            fn name(record: &Self::Of) -> &str {
                &record.$name
            }
        }
    )*};
}

listed! {
    ChannelId, Channel in channels by name;
    DepartmentId, Department in departments by name;
    KpiId, Kpi in kpis by title;
    PersonaId, Persona in personas by name;
}
