//! Tables that are pasted into a map.

use super::{CellClip, Clip, Origin, Unwritten};
use crate::matrix::{MatrixError, persona_of_row};
use crate::plan::{Id, Journey, JourneyId, Lane, LaneId, LaneKind, PersonaId, Plan, Step, StepId, name_key};
use crate::sheet::{
    CellFault, DepartmentChange, MapPart, MapSheet, SheetRange, cell_text, department_changes, fill_cell, plain_lane_title,
    read_emotion, read_rows,
};
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
    /// Stages that came with columns.
    pub stages: usize,
    /// Columns that are new, or were empty before.
    pub columns: usize,
    /// Lanes that are new, are shown now or took in a row.
    pub lanes: usize,
    /// Cells among them in which something else stood before.
    pub replaced: usize,
    /// Pain points and opportunities that came with columns: new ones, and those that are at more touchpoints now.
    pub findings: usize,
    /// Names of channels and departments that were added to the registers.
    pub added: Vec<String>,
    /// Touchpoints of the register that another department owns now, in all journeys.
    pub departments: Vec<DepartmentChange>,
    /// What didn't fit, the first of it; the same in several columns once.
    pub misfits: Vec<Misfit>,
    /// How much didn't fit.
    pub misfit_count: usize,
}

/// A text that didn't fit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misfit {
    /// Title of the lane, as far as there is one.
    pub lane: String,
    /// Heading of the first column, as far as there is one.
    pub column: String,
    /// Number of times that it didn't fit.
    pub times: usize,
    /// The text.
    pub text: String,
    /// Why it didn't fit.
    pub why: CellFault,
}

impl Pasted {
    /// Whether nothing came into the map.
    #[must_use]
    pub fn is_nothing(&self) -> bool {
        self.stages + self.columns + self.lanes + self.cells == 0
    }

    pub(super) fn misfit(&mut self, lane: &str, column: &str, text: &str, why: CellFault) {
        self.misfit_count += 1;
        let is_same = |told: &&mut Misfit| told.lane == lane && told.text == text && told.why == why;
        if let Some(same) = self.misfits.iter_mut().find(is_same) {
            same.times += 1;
        } else if self.misfits.len() < MISFITS_SHOWN {
            let text = text.to_owned();
            self.misfits.push(Misfit { lane: lane.to_owned(), column: column.to_owned(), times: 1, text, why });
        }
    }
}

/// Pastes a table into a map. On headings, and behind the last column, its columns become columns of the map, at
/// touchpoints of the register where one has the name; on titles its rows become lanes; elsewhere it is written cell by
/// cell, a single one into all that are selected. What the table leaves empty empties cells alone, and never what belongs
/// to a touchpoint.
///
/// # Errors
/// If a table that names its rows is to become columns and can't be a map; the plan is as it was then.
pub fn paste(plan: &mut Plan, texts: &Texts, what: &Paste, new_id: &mut dyn FnMut() -> Id) -> Result<Pasted, MatrixError> {
    let before = plan.clone();
    let (cells, origin) = match what.clip {
        Some(Clip::Cells(cells) | Clip::Lanes(cells)) => (Some(cells), Some(&cells.origin)),
        Some(Clip::Columns(columns)) => (None, Some(&columns.origin)),
        None => (None, None),
    };
    let mut table = Given { rows: read_rows(what.text), clip: cells, first: 0 };
    let mut work = Work { texts, journey: what.journey, origin, new_id, done: Pasted::default() };
    let part = what.at.as_ref().map(SheetRange::part);
    let spot = what.at.as_ref().map(|range| (*range.rows.start(), *range.columns.start()));
    let behind = what.at.as_ref().map(|range| *range.columns.end());
    let titled = cells.is_some_and(|cells| cells.titled);
    if titled && part != Some(MapPart::Lanes) {
        table.drop_titles();
    }
    match (what.clip, part, spot) {
        (Some(Clip::Columns(columns)), ..) => work.insert_columns(plan, behind.filter(|column| *column > 0), columns),
        (_, Some(MapPart::Lanes), Some((row, _))) => work.lanes(plan, row, &table, titled),
        (_, Some(MapPart::Columns), _) => work.read_columns(plan, behind, &table)?,
        (_, Some(MapPart::Cells), Some((row, column))) if row > 0 => {
            work.cells(plan, what.at.as_ref(), (row, column.max(1)), &table);
        }
        _ => work.read_columns(plan, None, &table)?,
    }
    Ok(Pasted { departments: department_changes(&before, plan), ..work.done })
}

/// A table that is pasted, with what Reiseplan put beside it.
pub(super) struct Given<'a> {
    pub rows: Vec<Vec<String>>,
    pub clip: Option<&'a CellClip>,
    /// Column of the clip that belongs to the first of the table.
    first: usize,
}

/// A cell that is pasted.
#[derive(Clone, Copy, Default)]
pub(super) struct GivenCell<'a> {
    pub text: &'a str,
    /// The lane that it was copied from.
    from: Option<&'a Lane>,
    /// What it says beyond its text.
    pub unwritten: Option<&'a Unwritten>,
}

impl Given<'_> {
    fn drop_titles(&mut self) {
        self.rows.iter_mut().for_each(|row| drop(row.drain(..row.len().min(1))));
        self.first = 1;
    }

    /// Length of its longest row.
    pub fn width(&self) -> usize {
        self.rows.iter().map(Vec::len).max().unwrap_or_default()
    }

    /// The cell in a row and column.
    pub fn cell(&self, row: usize, column: usize) -> GivenCell<'_> {
        let text = self.rows.get(row).and_then(|row| row.get(column)).map_or("", |text| text.trim());
        let from = self.clip.and_then(|clip| clip.lanes.get(row)?.as_ref());
        let said = self.clip.and_then(|clip| clip.columns.get(column + self.first));
        let unwritten = said.filter(|said| from.is_some_and(|lane| said.says(&lane.kind)));
        GivenCell { text, from, unwritten }
    }
}

impl GivenCell<'_> {
    /// Whether it says nothing.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty() && self.unwritten.is_none()
    }
}

/// A table being pasted.
pub(super) struct Work<'a> {
    pub texts: &'a Texts,
    pub journey: &'a JourneyId,
    /// Where it comes from, if from a map.
    pub origin: Option<&'a Origin>,
    pub new_id: &'a mut dyn FnMut() -> Id,
    pub done: Pasted,
}

impl Work<'_> {
    fn cells(&mut self, plan: &mut Plan, selected: Option<&SheetRange>, at: (usize, usize), table: &Given) {
        let cells = Cells::of(plan, self.texts, self.journey);
        let is_one = matches!(&table.rows[..], [row] if row.len() == 1);
        if let Some(range) = selected.filter(|range| is_one && !range.is_one()) {
            for row in range.rows.clone() {
                for column in range.columns.clone().filter(|column| *column > 0) {
                    self.write(plan, &cells, row, column, table.cell(0, 0));
                }
            }
            return;
        }
        for (row, line) in table.rows.iter().enumerate() {
            for column in 0..line.len() {
                self.write(plan, &cells, at.0 + row, at.1 + column, table.cell(row, column));
            }
        }
    }

    /// Writes a cell by its row and column; what lies beyond the map doesn't fit.
    fn write(&mut self, plan: &mut Plan, cells: &Cells, row: usize, column: usize, given: GivenCell) {
        let lane = row.checked_sub(1).and_then(|row| cells.lanes.get(row));
        let step = column.checked_sub(1).and_then(|column| cells.steps.get(column));
        match (lane, step) {
            (Some(lane), Some(Some((step, heading)))) => self.write_at(plan, lane, step, heading, given),
            (lane, step) if !given.text.is_empty() => {
                let lane = lane.map(|lane| plain_lane_title(lane, self.texts)).unwrap_or_default();
                let heading = step.and_then(|step| step.as_ref().map(|(_, heading)| heading.clone())).unwrap_or_default();
                self.done.misfit(&lane, &heading, given.text, CellFault::NoCell);
            }
            _ => {}
        }
    }

    /// Writes into the cell of a lane and a step. A department isn't taken away by an empty text: it belongs to the
    /// touchpoint, and so to other journeys.
    fn write_at(&mut self, plan: &mut Plan, lane: &Lane, step: &StepId, heading: &str, given: GivenCell) {
        let Some(now) = plan.step(self.journey, step).cloned() else { return };
        let there = cell_text(plan, self.texts, lane, &now);
        if let Some(from) = given.from.filter(|from| !takes(&lane.kind, &from.kind, given)) {
            if !given.is_empty() {
                let title = plain_lane_title(from, self.texts);
                let text = if given.text.is_empty() { &title } else { given.text };
                self.done.misfit(&plain_lane_title(lane, self.texts), heading, text, CellFault::OtherLane);
            }
            return;
        }
        let before = plan.clone();
        let stays = given.text.is_empty() && lane.kind == LaneKind::Department;
        if !stays && there.replace("\r\n", "\n").replace('\r', "\n").trim() != given.text {
            self.take_in_named(plan, lane, given.text);
            self.register_named(plan, lane, &now, given.text);
            if let Err(why) = fill_cell(plan, self.texts, self.journey, step, lane, given.text, self.new_id) {
                self.done.misfit(&plain_lane_title(lane, self.texts), heading, given.text, why);
            }
        }
        if let Some(said) = given.unwritten.filter(|_| given.from.is_some_and(|from| from.kind == lane.kind)) {
            self.write_unwritten(plan, step, heading, &lane.kind, said);
        }
        let Some(after) = plan.step(self.journey, step).filter(|_| !plan.same(&before)) else { return };
        self.done.cells += 1;
        let grows = matches!(lane.kind, LaneKind::PainPoints | LaneKind::Opportunities | LaneKind::Kpis);
        let is_gone = !there.is_empty() && !grows && cell_text(plan, self.texts, lane, after) != there;
        let felt_before = now.emotions.iter().any(|(persona, emotion)| after.emotions.get(persona) != Some(emotion));
        let changed_before = now.channel_change.is_some() && after.channel_change != now.channel_change;
        self.done.replaced += usize::from(is_gone || felt_before || changed_before);
    }

    /// Writes what a copied cell says beyond its text; what it doesn't say stays as it is.
    pub fn write_unwritten(&mut self, plan: &mut Plan, step: &StepId, heading: &str, kind: &LaneKind, said: &Unwritten) {
        let mut emotions = Vec::new();
        if let Some(origin) = self.origin.filter(|_| *kind == LaneKind::Emotion) {
            for (persona, emotion) in &said.emotions {
                let found = self.known(plan, origin, heading, std::slice::from_ref(persona), CellFault::NoSuchPersona);
                emotions.extend(found.into_iter().map(|persona| (persona, *emotion)));
            }
        }
        let change = said.channel_change.filter(|_| *kind == LaneKind::Channels);
        plan.update_step(self.journey, step, |step: &mut Step| {
            step.emotions.extend(emotions);
            step.channel_change = change.or(step.channel_change);
        });
    }

    /// Puts rows in as lanes, below a row: each begins with the title of its lane. A cell that says nothing leaves what
    /// stands there. A copied lane of values that already stands in its own place, and was put into another lane's, is told.
    fn lanes(&mut self, plan: &mut Plan, row: usize, table: &Given, titled: bool) {
        let mut above = plan
            .journeys
            .get(self.journey)
            .and_then(|journey| journey.shown_lanes().nth(row.checked_sub(1)?).map(|lane| lane.id.clone()));
        let selected: Vec<Lane> =
            Cells::of(plan, self.texts, self.journey).lanes.into_iter().skip(row.saturating_sub(1)).collect();
        for (at, line) in table.rows.iter().enumerate() {
            let Some(title) = line.first().filter(|title| !title.trim().is_empty()) else { continue };
            let before = plan.clone();
            let is_lane = plan.journeys.get(self.journey).is_none_or(|journey| lane_named(journey, title).is_some());
            if let Some(persona) = persona_of_row(plan, title).filter(|_| !is_lane && table.clip.is_none()) {
                self.emotions_of(plan, &persona, line);
                self.done.lanes += usize::from(!plan.same(&before));
                continue;
            }
            let of_clip = table.clip.filter(|_| titled).and_then(|clip| clip.lanes.get(at)?.as_ref());
            let Some(lane) = self.lane_for(plan, title, of_clip, above.as_ref()) else { continue };
            let cells = Cells::of(plan, self.texts, self.journey);
            let place = cells.lanes.iter().position(|other| other.id == lane);
            let columns = table.clip.map_or(0, |clip| clip.columns.len()).max(line.len());
            for column in (1..columns).filter(|column| !table.cell(at, *column).is_empty()) {
                self.write(plan, &cells, place.map_or(usize::MAX, |place| place + 1), column, table.cell(at, column));
            }
            let is_changed = !plan.same(&before);
            self.done.lanes += usize::from(is_changed);
            if let Some(other) = selected.get(at).filter(|other| !is_changed && of_clip.is_some() && other.id != lane) {
                self.done.misfit(&plain_lane_title(other, self.texts), "", title.trim(), CellFault::OtherLane);
            }
            above = Some(lane);
        }
    }

    /// Writes a row, which begins with its title, as the emotions of a persona; a cell that says nothing leaves what stands
    /// there.
    fn emotions_of(&mut self, plan: &mut Plan, persona: &PersonaId, line: &[String]) {
        plan.journeys.update(self.journey, |journey| journey.show_lane(&LaneId::standard("emotion"), true));
        let cells = Cells::of(plan, self.texts, self.journey);
        for (column, text) in line.iter().map(|text| text.trim()).enumerate().skip(1).filter(|(_, text)| !text.is_empty()) {
            let step = cells.steps.get(column - 1).and_then(Option::as_ref);
            let heading = step.map(|(_, heading)| &**heading).unwrap_or_default();
            match step.ok_or(CellFault::NoCell).and_then(|(step, _)| Ok((step, read_emotion(self.texts, text)?))) {
                Ok((step, emotion)) => {
                    let before = plan.step(self.journey, step).and_then(|step| step.emotion_of(Some(persona)));
                    plan.update_step(self.journey, step, |step| step.set_emotion_of(Some(persona), Some(emotion)));
                    self.done.cells += usize::from(before != Some(emotion));
                    self.done.replaced += usize::from(before.is_some_and(|before| before != emotion));
                }
                Err(why) => self.done.misfit(line[0].trim(), heading, text, why),
            }
        }
    }

    /// The lane that a pasted row goes into: the one that it is, shown. Where texts already stand it is a new one for text;
    /// other lanes a map has but once, and the values that a row gives take the place of those there.
    fn lane_for(&mut self, plan: &mut Plan, title: &str, copied: Option<&Lane>, above: Option<&LaneId>) -> Option<LaneId> {
        let journey = plan.journeys.get(self.journey)?.clone();
        let standard = copied.filter(|lane| !lane.is_own()).and_then(|lane| {
            journey.lanes.iter().find(|own| own.id == lane.id).cloned().or_else(|| find_id(journey.missing_lanes(), &lane.id))
        });
        let found = standard.or_else(|| lane_named(&journey, title));
        let is_free = |lane: &Lane| {
            let is_filled = |step: &Step| !cell_text(plan, self.texts, lane, step).is_empty();
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
}

/// Whether a lane takes what was copied from one of another kind: never a value as a value of its own kind, such as an
/// emotion of 1 as a minute, and nothing that has no text.
fn takes(own: &LaneKind, other: &LaneKind, given: GivenCell) -> bool {
    use LaneKind::{Duration, Emotion, Evidence, Experience, MomentOfTruth};
    let has_values = |kind: &LaneKind| matches!(kind, Duration | Emotion | Evidence | Experience | MomentOfTruth);
    let is_wordless = given.text.is_empty() && given.unwritten.is_some();
    own == other || !(is_wordless || has_values(own) && has_values(other))
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
struct Cells {
    /// Its lanes that are shown.
    lanes: Vec<Lane>,
    /// Its columns: a step with its heading, or none in a stage without steps.
    steps: Vec<Option<(StepId, String)>>,
}

impl Cells {
    fn of(plan: &Plan, texts: &Texts, journey: &JourneyId) -> Self {
        let Some(journey) = plan.journeys.get(journey) else { return Self { lanes: Vec::new(), steps: Vec::new() } };
        let sheet = MapSheet::new(plan, texts, journey);
        let steps = sheet.steps.iter().map(|step| step.map(|step| (step.id.clone(), plan.step_heading(step)))).collect();
        Self { lanes: sheet.lanes.into_iter().cloned().collect(), steps }
    }
}
