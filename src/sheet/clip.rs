//! What is copied from a map: a table of texts for everybody, and beside it what only Reiseplan reads.

use super::{MapSheet, write_rows};
use crate::plan::{
    Id, Journey, Lane, LaneId, LaneKind, Opportunity, PainPoint, Plan, PlanId, Record, Step, Touchpoint, TouchpointId, TypedId,
};
use crate::texts::Texts;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::ops::RangeInclusive;

/// A part of a map: rows and columns of its sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetRange {
    /// Its rows.
    pub rows: RangeInclusive<usize>,
    /// Its columns.
    pub columns: RangeInclusive<usize>,
}

impl SheetRange {
    /// The range between two cells, each as row and column.
    #[must_use]
    pub fn between(a: (usize, usize), b: (usize, usize)) -> Self {
        Self { rows: a.0.min(b.0)..=a.0.max(b.0), columns: a.1.min(b.1)..=a.1.max(b.1) }
    }

    /// Whether it is a single cell.
    #[must_use]
    pub fn is_one(&self) -> bool {
        self.rows.start() == self.rows.end() && self.columns.start() == self.columns.end()
    }

    /// What it stands for: headings for their columns, titles for their lanes.
    #[must_use]
    pub fn part(&self) -> MapPart {
        match (*self.rows.end() == 0, *self.columns.end() == 0) {
            (true, false) if *self.columns.start() > 0 => MapPart::Columns,
            (false, true) if *self.rows.start() > 0 => MapPart::Lanes,
            _ => MapPart::Cells,
        }
    }
}

/// What a range of a map stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MapPart {
    /// Its cells.
    Cells,
    /// Whole columns.
    Columns,
    /// Whole lanes.
    Lanes,
}

/// What of a copied part a table of texts doesn't hold.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Clip {
    /// Whole lanes; the texts begin with their titles.
    Lanes(Vec<Lane>),
    /// Whole columns.
    Columns(Box<ColumnClip>),
}

/// Whole columns, with what they refer to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ColumnClip {
    /// The plan that they come from.
    pub plan: PlanId,
    /// The steps.
    pub steps: Vec<Step>,
    /// The map's own lanes that they have texts in.
    pub lanes: Vec<Lane>,
    /// Their touchpoints.
    pub touchpoints: Vec<Touchpoint>,
    /// The pain points there.
    pub pain_points: Vec<PainPoint>,
    /// The opportunities there.
    pub opportunities: Vec<Opportunity>,
    /// Names of the channels, departments, KPIs and personas that they refer to.
    pub names: BTreeMap<Id, String>,
}

/// What goes onto the clipboard.
#[derive(Clone, Debug, PartialEq)]
pub struct Copied {
    /// The table of texts.
    pub text: String,
    /// What only Reiseplan reads; none: the texts say all.
    pub clip: Option<Clip>,
}

/// Copies a part of a journey's map.
#[must_use]
pub fn copy(plan: &Plan, texts: &Texts, journey: &Journey, range: &SheetRange) -> Copied {
    let sheet = MapSheet::new(plan, texts, journey);
    let (last_row, last_column) = (sheet.rows() - 1, sheet.columns() - 1);
    let (rows, columns) = match range.part() {
        MapPart::Cells => (range.rows.clone(), range.columns.clone()),
        MapPart::Columns => (0..=last_row, range.columns.clone()),
        MapPart::Lanes => (range.rows.clone(), 0..=last_column),
    };
    let line = |row| columns.clone().map(|column| sheet.text(row, column)).collect();
    let table: Vec<Vec<String>> = rows.map(line).collect();
    let clip = match range.part() {
        MapPart::Cells => None,
        MapPart::Lanes => Some(Clip::Lanes(range.rows.clone().filter_map(|row| sheet.lane(row).cloned()).collect())),
        MapPart::Columns => {
            let steps = range.columns.clone().filter_map(|column| sheet.step(column).map(|step| Step::clone(step))).collect();
            Some(Clip::Columns(Box::new(column_clip(plan, journey, steps))))
        }
    };
    Copied { text: write_rows(&table), clip }
}

fn column_clip(plan: &Plan, journey: &Journey, steps: Vec<Step>) -> ColumnClip {
    let has_text = |lane: &LaneId| steps.iter().any(|step| step.texts.contains_key(lane));
    let lanes = journey.lanes.iter().filter(|lane| lane.is_own() && lane.kind == LaneKind::Text && has_text(&lane.id));
    let mut ids: Vec<&TouchpointId> = steps.iter().filter_map(|step| step.touchpoint.as_ref()).collect();
    ids.sort();
    ids.dedup();
    let touchpoints: Vec<Touchpoint> =
        ids.iter().filter_map(|id| plan.touchpoints.get(id).map(|t| Touchpoint::clone(t))).collect();
    let here = |at: &[TouchpointId]| at.iter().any(|id| ids.contains(&id));
    let mut names = BTreeMap::new();
    let channels = steps.iter().flat_map(|step| &step.channels).chain(touchpoints.iter().flat_map(|t| &t.channels));
    take_names(&mut names, &plan.channels, channels, |channel| &channel.name);
    let departments = touchpoints.iter().filter_map(|touchpoint| touchpoint.department.as_ref());
    take_names(&mut names, &plan.departments, departments, |department| &department.name);
    take_names(&mut names, &plan.kpis, steps.iter().flat_map(|step| &step.kpis), |kpi| &kpi.title);
    take_names(&mut names, &plan.personas, steps.iter().flat_map(|step| step.emotions.keys()), |persona| &persona.name);
    ColumnClip {
        plan: plan.id.clone(),
        lanes: lanes.cloned().collect(),
        pain_points: plan.pain_points.iter().filter(|p| here(&p.touchpoints)).map(|p| PainPoint::clone(p)).collect(),
        opportunities: plan.opportunities.iter().filter(|o| here(&o.touchpoints)).map(|o| Opportunity::clone(o)).collect(),
        touchpoints,
        names,
        steps,
    }
}

fn take_names<'a, T: Record>(
    names: &mut BTreeMap<Id, String>,
    table: &crate::plan::Table<T>,
    ids: impl Iterator<Item = &'a T::Id>,
    name: impl Fn(&T) -> &str,
) where
    T::Id: 'a,
{
    for id in ids {
        if let Some(record) = table.get(id) {
            names.insert(id.as_id().clone(), name(record).to_owned());
        }
    }
}
