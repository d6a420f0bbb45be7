//! What is copied from a map: a table of texts for everybody, and beside it what only Reiseplan reads.

use crate::matrix::write_matrix;
use crate::plan::{
    Channel, ChannelChange, ChannelId, Department, DepartmentId, Emotion, Id, Journey, Lane, LaneKind, Opportunity, PainPoint,
    PersonaId, Plan, PlanId, Record, Stage, Step, SubPhaseId, Table, Touchpoint, TouchpointId, TypedId,
};
use crate::sheet::{MapPart, MapSheet, SheetRange, cell_text, write_rows};
use crate::texts::Texts;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::ops::RangeInclusive;
use std::sync::Arc;

/// What of a copied part a table of texts doesn't hold.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Clip {
    /// Cells.
    Cells(CellClip),
    /// Whole lanes; the texts begin with their titles.
    Lanes(CellClip),
    /// Whole columns.
    Columns(Box<ColumnClip>),
}

/// Where a copied part comes from, and what it refers to: another plan finds that by name, or takes it in.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Origin {
    /// The plan.
    pub plan: PlanId,
    /// The channels.
    pub channels: Vec<Channel>,
    /// The departments; what they can give and spend stays with the plan that they come from.
    pub departments: Vec<Department>,
    /// Names of KPIs, personas and sub-phases.
    pub names: BTreeMap<Id, String>,
}

/// What cells refer to and say beyond their texts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CellClip {
    /// Where they come from.
    pub origin: Origin,
    /// Whether the first column of the table holds the titles of the lanes.
    pub titled: bool,
    /// The lane of each row of the table; none: headings.
    pub lanes: Vec<Option<Lane>>,
    /// What is said in each column of the table.
    pub columns: Vec<Unwritten>,
}

/// What is said about a step in lanes whose texts don't say it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Unwritten {
    /// How customers of single personas feel: in lanes for emotions.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub emotions: BTreeMap<PersonaId, Emotion>,
    /// Why the channel changes: in lanes for channels.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub channel_change: Option<ChannelChange>,
}

impl Unwritten {
    /// Whether it says something in lanes of a kind.
    #[must_use]
    pub fn says(&self, kind: &LaneKind) -> bool {
        match kind {
            LaneKind::Emotion => !self.emotions.is_empty(),
            LaneKind::Channels => self.channel_change.is_some(),
            _ => false,
        }
    }

    fn of(step: &Step) -> Self {
        Self { emotions: step.emotions.clone(), channel_change: step.channel_change }
    }
}

/// Whole columns, with what they refer to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ColumnClip {
    /// Where they come from.
    pub origin: Origin,
    /// The stages that they stand in, each with those of its steps that were copied.
    pub stages: Vec<Stage>,
    /// The lanes in which something is said about them.
    pub lanes: Vec<Lane>,
    /// Their touchpoints.
    pub touchpoints: Vec<Touchpoint>,
    /// The pain points there.
    pub pain_points: Vec<PainPoint>,
    /// The opportunities there.
    pub opportunities: Vec<Opportunity>,
}

/// What goes onto the clipboard.
#[derive(Clone, Debug, PartialEq)]
pub struct Copied {
    /// The table of texts.
    pub text: String,
    /// What only Reiseplan reads; none: there is no part.
    pub clip: Option<Clip>,
}

/// Copies a part of a journey's map. What reaches from the headings to the last lane is copied as whole columns, too: with
/// their stages and all that is said about their steps. Columns with the titles of
/// all lanes are the same texts as the file of a map, and so say their stages too.
#[must_use]
pub fn copy(plan: &Plan, texts: &Texts, journey: &Journey, range: &SheetRange) -> Copied {
    let sheet = MapSheet::new(plan, texts, journey);
    let (last_row, last_column) = (sheet.rows() - 1, sheet.columns() - 1);
    let (rows, columns) = match range.part() {
        MapPart::Cells => (range.rows.clone(), range.columns.clone()),
        MapPart::Columns => (0..=last_row, range.columns.clone()),
        MapPart::Lanes => (range.rows.clone(), 0..=last_column),
    };
    let is_whole = *rows.start() == 0 && *rows.end() >= last_row && *columns.end() > 0;
    let table: Vec<Vec<String>> = if is_whole && *columns.start() == 0 {
        let copied = Journey { stages: stages_of(journey, &columns), ..journey.clone() };
        let lanes: Vec<Lane> = journey.shown_lanes().cloned().collect();
        let rows = write_matrix(plan, texts, &copied, &lanes);
        rows.iter().map(|row| row.iter().map(|cell| cell.plain(texts.language)).collect()).collect()
    } else {
        let line = |row| columns.clone().map(|column| sheet.text(row, column)).collect();
        rows.clone().map(line).collect()
    };
    let clip = match range.part() {
        MapPart::Lanes => Clip::Lanes(cell_clip(plan, &sheet, rows, columns)),
        MapPart::Cells if !is_whole => Clip::Cells(cell_clip(plan, &sheet, rows, columns)),
        MapPart::Cells | MapPart::Columns => {
            Clip::Columns(Box::new(column_clip(plan, texts, journey, stages_of(journey, &columns))))
        }
    };
    Copied { text: write_rows(&table), clip: Some(clip) }
}

fn cell_clip(plan: &Plan, sheet: &MapSheet, rows: RangeInclusive<usize>, columns: RangeInclusive<usize>) -> CellClip {
    let titled = *columns.start() == 0;
    let lanes: Vec<Option<Lane>> = rows.map(|row| sheet.lane(row).cloned()).collect();
    let has = |kind: LaneKind| lanes.iter().flatten().any(|lane| lane.kind == kind);
    let (has_emotions, has_channels, has_departments) =
        (has(LaneKind::Emotion), has(LaneKind::Channels), has(LaneKind::Department));
    let mut origin = Origin::of(plan);
    let unwritten = |column| {
        let Some(step) = sheet.step(column) else { return Unwritten::default() };
        let mut said = Unwritten::of(step);
        if has_emotions {
            origin.take_names(&plan.personas, step.emotions.keys(), |persona| &persona.name);
        } else {
            said.emotions.clear();
        }
        if has_channels {
            origin.take_channels(plan, &plan.step_channels(step));
        } else {
            said.channel_change = None;
        }
        if has_departments {
            origin.take_department(plan, plan.touchpoint_of(step).and_then(|touchpoint| touchpoint.department.as_ref()));
        }
        said
    };
    let columns = columns.map(unwritten).collect();
    CellClip { origin, titled, lanes, columns }
}

/// The stages of columns, each with those of its steps that stand in them.
fn stages_of(journey: &Journey, columns: &RangeInclusive<usize>) -> Vec<Stage> {
    let mut first = 1;
    let mut found = Vec::new();
    for stage in &journey.stages {
        let next = first + stage.steps.len().max(1);
        if first <= *columns.end() && *columns.start() < next {
            let steps = stage.steps.iter().zip(first..).filter(|(_, column)| columns.contains(column));
            found.push(Stage { steps: steps.map(|(step, _)| Arc::clone(step)).collect(), ..stage.clone() });
        }
        first = next;
    }
    found
}

fn column_clip(plan: &Plan, texts: &Texts, journey: &Journey, stages: Vec<Stage>) -> ColumnClip {
    let steps: Vec<&Step> = stages.iter().flat_map(|stage| &stage.steps).map(|step| &**step).collect();
    let is_said = |lane: &Lane| {
        steps.iter().any(|step| !cell_text(plan, texts, lane, step).is_empty() || Unwritten::of(step).says(&lane.kind))
    };
    let lanes = journey.lanes.iter().filter(|lane| is_said(lane)).cloned().collect();
    let mut ids: Vec<&TouchpointId> = steps.iter().filter_map(|step| step.touchpoint.as_ref()).collect();
    ids.sort();
    ids.dedup();
    let touchpoints: Vec<Touchpoint> =
        ids.iter().filter_map(|id| plan.touchpoints.get(id).map(|t| Touchpoint::clone(t))).collect();
    let here = |at: &[TouchpointId]| at.iter().any(|id| ids.contains(&id));
    let mut origin = Origin::of(plan);
    for touchpoint in &touchpoints {
        origin.take_channels(plan, &touchpoint.channels);
        origin.take_department(plan, touchpoint.department.as_ref());
        origin.take_sub_phase(plan, texts, touchpoint.sub_phase.as_ref());
    }
    for stage in &stages {
        origin.take_sub_phase(plan, texts, stage.sub_phase.as_ref());
    }
    for step in &steps {
        origin.take_channels(plan, &step.channels);
        origin.take_names(&plan.kpis, step.kpis.iter(), |kpi| &kpi.title);
        origin.take_names(&plan.personas, step.emotions.keys(), |persona| &persona.name);
    }
    ColumnClip {
        origin,
        lanes,
        pain_points: plan.pain_points.iter().filter(|p| here(&p.touchpoints)).map(|p| PainPoint::clone(p)).collect(),
        opportunities: plan.opportunities.iter().filter(|o| here(&o.touchpoints)).map(|o| Opportunity::clone(o)).collect(),
        touchpoints,
        stages,
    }
}

impl Origin {
    fn of(plan: &Plan) -> Self {
        Self { plan: plan.id.clone(), channels: Vec::new(), departments: Vec::new(), names: BTreeMap::new() }
    }

    fn take_channels(&mut self, plan: &Plan, ids: &[ChannelId]) {
        for channel in ids.iter().filter_map(|id| plan.channels.get(id)) {
            if self.channels.iter().all(|known| known.id != channel.id) {
                self.channels.push(Channel::clone(channel));
            }
        }
    }

    fn take_department(&mut self, plan: &Plan, id: Option<&DepartmentId>) {
        let Some(department) = id.and_then(|id| plan.departments.get(id)) else { return };
        if self.departments.iter().all(|known| known.id != department.id) {
            self.departments.push(Department::new(department.id.clone(), &department.name));
        }
    }

    fn take_sub_phase(&mut self, plan: &Plan, texts: &Texts, id: Option<&SubPhaseId>) {
        if let Some(id) = id.filter(|id| plan.sub_phases.contains(id)) {
            self.names.insert(id.as_id().clone(), plan.sub_phase_name(id, texts));
        }
    }

    fn take_names<'a, T: Record>(&mut self, table: &Table<T>, ids: impl Iterator<Item = &'a T::Id>, name: impl Fn(&T) -> &str)
    where
        T::Id: 'a,
    {
        for id in ids {
            if let Some(record) = table.get(id) {
                self.names.insert(id.as_id().clone(), name(record).to_owned());
            }
        }
    }
}
