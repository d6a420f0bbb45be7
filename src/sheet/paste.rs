//! Tables that are pasted into a map.

use super::{CellFault, Clip, MapPart, MapSheet, SheetRange, fill_cell, paste_columns::Columns, plain_lane_title, read_rows};
use crate::plan::{Id, Journey, JourneyId, Lane, LaneId, LaneKind, Plan, StageId, StepId, name_key};
use crate::texts::{Language, Texts};

/// Most cells that are reported as not fitting.
const MISFITS_SHOWN: usize = 50;

/// What is to be pasted, and where.
pub struct Paste<'a> {
    /// The journey whose map it is.
    pub journey: &'a JourneyId,
    /// The selected part of its sheet; none: behind the last column.
    pub at: Option<SheetRange>,
    /// The table of texts.
    pub text: &'a str,
    /// What Reiseplan put beside it.
    pub clip: Option<&'a Clip>,
}

/// What became of a pasted table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pasted {
    /// Cells that were written.
    pub cells: usize,
    /// Columns that are new, or were empty before.
    pub columns: usize,
    /// Lanes that are new, or were empty before.
    pub lanes: usize,
    /// What didn't fit, the first of it.
    pub misfits: Vec<Misfit>,
    /// How much didn't fit.
    pub misfit_count: usize,
}

/// A text that didn't fit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misfit {
    /// Title of the lane, as far as there is one.
    pub lane: String,
    /// Heading of the column, as far as there is one.
    pub column: String,
    /// The text.
    pub text: String,
    /// Why it didn't fit.
    pub why: CellFault,
}

impl Pasted {
    pub(super) fn misfit(&mut self, lane: &str, column: &str, text: &str, why: CellFault) {
        self.misfit_count += 1;
        if self.misfits.len() < MISFITS_SHOWN {
            let text = text.to_owned();
            self.misfits.push(Misfit { lane: lane.to_owned(), column: column.to_owned(), text, why });
        }
    }
}

/// Pastes a table into a map. On headings, and behind the last column, its columns become columns of the map, at
/// touchpoints of the register where one has the name; on titles its rows become lanes; elsewhere it is written cell by
/// cell, a single one into all that are selected.
pub fn paste(plan: &mut Plan, texts: &Texts, what: &Paste, new_id: &mut dyn FnMut() -> Id) -> Pasted {
    let mut table = read_rows(what.text);
    let mut work = Work { texts, journey: what.journey, new_id, done: Pasted::default() };
    let part = what.at.as_ref().map(SheetRange::part);
    let spot = what.at.as_ref().map(|range| (*range.rows.start(), *range.columns.start()));
    let behind = what.at.as_ref().map(|range| *range.columns.end());
    match (what.clip, part, spot) {
        (Some(Clip::Columns(columns)), ..) => work.insert_columns(plan, behind.filter(|column| *column > 0), columns),
        (Some(Clip::Lanes(lanes)), Some(MapPart::Lanes), Some((row, _))) => work.lanes(plan, row, &table, lanes),
        (None, Some(MapPart::Lanes), Some((row, _))) => work.lanes(plan, row, &table, &[]),
        (_, Some(MapPart::Columns), _) => work.columns(plan, behind, &table),
        (_, Some(MapPart::Cells), Some((row, column))) if row > 0 => {
            if matches!(what.clip, Some(Clip::Lanes(_))) && column > 0 {
                table.iter_mut().for_each(|row| drop(row.drain(..row.len().min(1))));
            }
            work.cells(plan, what.at.as_ref(), (row, column.max(1)), &table);
        }
        _ => work.columns(plan, None, &table),
    }
    work.done
}

/// A table being pasted.
pub(super) struct Work<'a> {
    pub texts: &'a Texts,
    pub journey: &'a JourneyId,
    pub new_id: &'a mut dyn FnMut() -> Id,
    pub done: Pasted,
}

impl Work<'_> {
    fn cells(&mut self, plan: &mut Plan, selected: Option<&SheetRange>, at: (usize, usize), table: &[Vec<String>]) {
        let cells = Cells::of(plan, self.texts, self.journey);
        let one = match table {
            [row] if row.len() == 1 => Some(&row[0]),
            _ => None,
        };
        if let (Some(text), Some(range)) = (one, selected.filter(|range| !range.is_one())) {
            for row in range.rows.clone() {
                for column in range.columns.clone() {
                    self.write(plan, &cells, row, column, text);
                }
            }
            return;
        }
        for (row, line) in table.iter().enumerate() {
            for (column, text) in line.iter().enumerate() {
                self.write(plan, &cells, at.0 + row, at.1 + column, text);
            }
        }
    }

    /// Writes a cell by its row and column; what lies beyond the map doesn't fit.
    pub fn write(&mut self, plan: &mut Plan, cells: &Cells, row: usize, column: usize, text: &str) {
        let lane = row.checked_sub(1).and_then(|row| cells.lanes.get(row));
        let step = column.checked_sub(1).and_then(|column| cells.steps.get(column));
        match (lane, step) {
            (Some(lane), Some(Some((step, heading)))) => self.write_at(plan, lane, step, heading, text),
            (lane, step) if !text.trim().is_empty() => {
                let lane = lane.map(|lane| plain_lane_title(lane, self.texts)).unwrap_or_default();
                let heading = step.and_then(|step| step.as_ref().map(|(_, heading)| heading.clone())).unwrap_or_default();
                self.done.misfit(&lane, &heading, text, CellFault::NoCell);
            }
            _ => {}
        }
    }

    /// Writes into the cell of a lane and a step.
    pub fn write_at(&mut self, plan: &mut Plan, lane: &Lane, step: &StepId, heading: &str, text: &str) {
        let now = plan.step(self.journey, step).map(|step| super::cell_text(plan, self.texts, lane, step));
        if now.as_deref() == Some(text.trim()) {
            return;
        }
        match fill_cell(plan, self.texts, self.journey, step, lane, text, self.new_id) {
            Ok(()) => self.done.cells += 1,
            Err(why) => self.done.misfit(&plain_lane_title(lane, self.texts), heading, text, why),
        }
    }

    /// Puts rows in as lanes, below a row: each begins with the title of its lane.
    fn lanes(&mut self, plan: &mut Plan, row: usize, table: &[Vec<String>], copied: &[Lane]) {
        let mut above = plan
            .journeys
            .get(self.journey)
            .and_then(|journey| journey.shown_lanes().nth(row.checked_sub(1)?).map(|lane| lane.id.clone()));
        for (at, line) in table.iter().enumerate() {
            let Some((title, texts)) = line.split_first().filter(|(title, _)| !title.trim().is_empty()) else { continue };
            let Some(lane) = self.lane_for(plan, title, copied.get(at), above.as_ref()) else { continue };
            let cells = Cells::of(plan, self.texts, self.journey);
            let place = cells.lanes.iter().position(|other| other.id == lane);
            for (column, text) in texts.iter().enumerate() {
                self.write(plan, &cells, place.map_or(usize::MAX, |place| place + 1), column + 1, text);
            }
            self.done.lanes += 1;
            above = Some(lane);
        }
    }

    /// The lane that a pasted row goes into: the one that it is, shown, if nothing stands there that would be lost; else
    /// a new one for text.
    fn lane_for(&mut self, plan: &mut Plan, title: &str, copied: Option<&Lane>, above: Option<&LaneId>) -> Option<LaneId> {
        let journey = plan.journeys.get(self.journey)?.clone();
        let standard = copied.filter(|lane| !lane.is_own()).and_then(|lane| {
            journey.lanes.iter().find(|own| own.id == lane.id).cloned().or_else(|| find_id(journey.missing_lanes(), &lane.id))
        });
        let found = standard.or_else(|| lane_named(&journey, title));
        let is_free = |lane: &Lane| {
            let is_filled = |step: &crate::plan::Step| !super::cell_text(plan, self.texts, lane, step).is_empty();
            !lane.kind.has_texts() || !journey.steps().any(|step| is_filled(step))
        };
        let new_title = match &found {
            Some(lane) if is_free(lane) => {
                let id = lane.id.clone();
                plan.journeys.update(self.journey, |journey| journey.show_lane(&id, true));
                return Some(id);
            }
            Some(_) => (self.texts.map.lane_copy)(title.trim()),
            None => title.trim().to_owned(),
        };
        let id: LaneId = (self.new_id)().into();
        let lane = Lane { title: new_title, ..Lane::new(id.clone(), LaneKind::Text) };
        plan.journeys.update(self.journey, |journey| {
            let at = above.and_then(|above| journey.lanes.iter().position(|lane| lane.id == *above));
            journey.lanes.insert(at.map_or(journey.lanes.len(), |at| at + 1), lane);
        });
        Some(id)
    }

    fn columns(&mut self, plan: &mut Plan, behind: Option<usize>, table: &[Vec<String>]) {
        Columns { behind }.read_table(self, plan, table);
    }
}

fn find_id(lanes: Vec<Lane>, id: &LaneId) -> Option<Lane> {
    lanes.into_iter().find(|lane| lane.id == *id)
}

/// The lane of a map with this title, also one that it doesn't show: its own title, or the standard one in any language.
pub(super) fn lane_named(journey: &Journey, title: &str) -> Option<Lane> {
    let key = name_key(&title.replace('\u{ad}', ""));
    let is_named =
        |lane: &Lane| Language::ALL.into_iter().any(|language| name_key(&plain_lane_title(lane, language.texts())) == key);
    let known = |lane: &&Lane| !matches!(lane.kind, LaneKind::Other(_)) && is_named(lane);
    journey.lanes.iter().find(known).cloned().or_else(|| journey.missing_lanes().into_iter().find(is_named))
}

/// The rows and columns of a map, to be written into.
pub(super) struct Cells {
    /// Its lanes that are shown.
    pub lanes: Vec<Lane>,
    /// Its columns: a step with its heading, or none in a stage without steps.
    pub steps: Vec<Option<(StepId, String)>>,
    /// Stages of the columns.
    pub stages: Vec<StageId>,
}

impl Cells {
    pub fn of(plan: &Plan, texts: &Texts, journey: &JourneyId) -> Self {
        let Some(journey) = plan.journeys.get(journey) else {
            return Self { lanes: Vec::new(), steps: Vec::new(), stages: Vec::new() };
        };
        let sheet = MapSheet::new(plan, texts, journey);
        let steps = sheet.steps.iter().map(|step| step.map(|step| (step.id.clone(), plan.step_heading(step)))).collect();
        let stages = journey.stages.iter();
        let stages = stages.flat_map(|stage| std::iter::repeat_n(stage.id.clone(), stage.steps.len().max(1))).collect();
        Self { lanes: sheet.lanes.into_iter().cloned().collect(), steps, stages }
    }
}
