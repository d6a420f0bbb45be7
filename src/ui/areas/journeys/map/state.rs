//! What the parts of a map share: its columns and lanes, what is selected, what is being edited.

use super::{filter::Filter, finder::Finder, kpi_cells::KpisOfMap, range::RangeEnds, target, turns::Turns, viewport::Viewport};
use crate::ui::workspace::{Shared, Workspace};
use leptos::prelude::*;
use reiseplan::{
    editor::{Label, Place},
    figures::{
        journey::{KpiGlance, kpi_glance},
        target::partners,
    },
    plan::{
        Channel, ChannelSwitch, Department, Journey, JourneyId, Lane, Opportunity, PainPoint, PersonaId, Plan, StageId, Step,
        StepId, Table, Touchpoint, TouchpointId,
    },
    route::Area,
    texts::{Texts, figures::GlanceWords},
};
use std::{collections::HashMap, sync::Arc};

pub use reiseplan::sheet::lane_title;

/// Name of the row of stages.
pub const STAGE_ROW: &str = "stage";
/// Name of the row of column headings.
pub const HEAD_ROW: &str = "head";
/// Name of the column of lane titles.
pub const TITLE_COLUMN: &str = "title";

/// What the panel shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Selection {
    /// Nothing: there is no panel.
    None,
    /// The journey as a whole.
    Journey,
    /// The lanes.
    Lanes,
    /// What changes from the journey as it is to the target journey.
    Changes,
    /// A stage.
    Stage(StageId),
    /// A step.
    Step(StepId),
}

impl Selection {
    /// Whether it is this step.
    pub fn is_step(&self, step: &StepId) -> bool {
        matches!(self, Self::Step(id) if id == step)
    }
}

/// A column of the grid. A stage without steps has one, too.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct MapColumn {
    /// Its stage.
    pub stage: StageId,
    /// Its step; none in a stage without steps.
    pub step: Option<StepId>,
}

impl MapColumn {
    /// Names the column among those of its map.
    pub fn key(&self) -> String {
        match &self.step {
            Some(step) => step.to_string(),
            None => format!("stage:{}", self.stage),
        }
    }
}

/// A cell of the grid: names of its row and of its column.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CellKey {
    /// [`STAGE_ROW`], [`HEAD_ROW`] or the id of a lane.
    pub row: String,
    /// [`TITLE_COLUMN`] or the key of a column.
    pub column: String,
}

impl CellKey {
    /// The cell in a row and a column.
    pub fn new(row: impl Into<String>, column: impl Into<String>) -> Self {
        Self { row: row.into(), column: column.into() }
    }

    /// Finds its element within the grid.
    pub fn selector(&self) -> String {
        format!(".map-grid [data-row=\"{}\"][data-column=\"{}\"]", self.row, self.column)
    }
}

/// A cell that is being edited, and the text to begin with; none: what stands there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Editing {
    /// The cell.
    pub cell: CellKey,
    /// The key that began the edit.
    pub typed: Option<String>,
}

/// A table that counts as equal only to itself.
#[derive(Clone)]
pub struct SameTable<T: reiseplan::plan::Record>(pub Table<T>);

impl<T: reiseplan::plan::Record> PartialEq for SameTable<T> {
    fn eq(&self, other: &Self) -> bool {
        self.0.same(&other.0)
    }
}

/// Pain points by touchpoint.
pub type PainPointsAt = HashMap<TouchpointId, Vec<Arc<PainPoint>>>;

/// Opportunities by touchpoint.
pub type OpportunitiesAt = HashMap<TouchpointId, Vec<Arc<Opportunity>>>;

/// What the parts of a map share.
#[derive(Clone, Copy)]
pub struct MapState {
    /// The workspace.
    pub workspace: Workspace,
    id: StoredValue<JourneyId>,
    /// The journey; none once it was deleted.
    pub journey: Memo<Option<Shared<Journey>>>,
    /// The columns in order.
    pub columns: Memo<Vec<MapColumn>>,
    /// What of them is in view.
    pub view: Viewport,
    /// Which rows build their cells when.
    pub turns: Turns,
    /// The lanes shown, in order.
    pub lanes: Memo<Vec<Lane>>,
    /// The plan's touchpoints.
    pub touchpoints: Memo<SameTable<Touchpoint>>,
    /// The plan's channels.
    pub channels: Memo<SameTable<Channel>>,
    /// The plan's departments.
    pub departments: Memo<SameTable<Department>>,
    /// Changes of channel by the step that they lead to.
    pub switches: Memo<HashMap<StepId, ChannelSwitch>>,
    /// How the plan's KPIs stand.
    pub kpis: Memo<KpisOfMap>,
    /// The plan's pain points by touchpoint.
    pub pain_points: Memo<Shared<PainPointsAt>>,
    /// The target journey that is compared, of several.
    pub chosen_target: RwSignal<Option<JourneyId>>,
    /// The target journey of a journey as it is, or the other way round.
    pub counterpart: Memo<Option<Shared<Journey>>>,
    /// The step of the counterpart that each step is paired with.
    pub partners: Memo<Shared<HashMap<StepId, Arc<Step>>>>,
    /// The plan's opportunities by touchpoint.
    pub opportunities: Memo<Shared<OpportunitiesAt>>,
    /// What the panel shows.
    pub selection: RwSignal<Selection>,
    /// What was just done, for screen readers.
    pub said: RwSignal<String>,
    /// What is being edited.
    pub editing: RwSignal<Option<Editing>>,
    /// The cell that had the focus last.
    pub focus: RwSignal<Option<CellKey>>,
    /// The ends of what is selected; none: the cell with the focus.
    pub range: RwSignal<Option<RangeEnds>>,
    /// The search in the map.
    pub finder: Finder,
    /// Which columns are to stand out.
    pub filter: Filter,
    /// Tells the field over a cell that the map was scrolled.
    pub scrolled: Trigger,
    /// The emotion that is being typed in the cell with the focus, as far as it goes.
    pub typed_emotion: StoredValue<String>,
    /// Whose emotions are drawn in full and set; none: those of all customers.
    pub curve_of: RwSignal<Option<PersonaId>>,
    steps: StoredValue<HashMap<StepId, ArcRwSignal<Arc<Step>>>>,
}

impl MapState {
    /// How a KPI stands, in words.
    pub fn glance_words(self, glance: &KpiGlance, texts: &Texts) -> GlanceWords {
        GlanceWords::of(glance, &self.workspace.with_plan(|plan| plan.profile().currency.clone()), texts)
    }

    /// Makes the state of a map.
    pub fn new(workspace: Workspace, id: JourneyId) -> Self {
        let journey = {
            let id = id.clone();
            workspace.select(move |plan| plan.journeys.get(&id).cloned().map(Shared))
        };
        let columns =
            Memo::new(move |_| journey.with(|journey| journey.as_ref().map(|journey| columns(journey)).unwrap_or_default()));
        let lanes = Memo::new(move |_| {
            journey.with(|journey| journey.as_ref().map(|journey| journey.shown_lanes().cloned().collect()).unwrap_or_default())
        });
        let touchpoints = workspace.select(|plan| SameTable(plan.touchpoints.clone()));
        let channels = workspace.select(|plan| SameTable(plan.channels.clone()));
        let departments = workspace.select(|plan| SameTable(plan.departments.clone()));
        let switches = Memo::new(move |_| {
            touchpoints.track();
            channels.track();
            let Some(Shared(journey)) = journey.get() else { return HashMap::new() };
            workspace.plan_now().channel_switches(&journey).into_iter().collect()
        });
        let kpi_data = workspace.select(|plan| (SameTable(plan.kpis.clone()), SameTable(plan.sources.clone())));
        let kpis = Memo::new(move |_| {
            kpi_data.track();
            kpis_of(&workspace.plan_now())
        });
        let table = workspace.select(|plan| SameTable(plan.pain_points.clone()));
        let pain_points = Memo::new(move |_| {
            let of = |pain_point: &PainPoint| pain_point.touchpoints.clone();
            Shared(Arc::new(table.with(|table| by_touchpoint(&table.0, of))))
        });
        let chosen_target = RwSignal::new(None);
        let journeys = workspace.select(|plan| SameTable(plan.journeys.clone()));
        let counterpart = Memo::new(move |_| {
            journeys.track();
            let journey = journey.get()?;
            chosen_target.with(|chosen| target::counterpart(&workspace.plan_now(), &journey, chosen.as_ref()).map(Shared))
        });
        let partners = Memo::new(move |_| {
            let partners = journey.get().zip(counterpart.get()).map(|(own, other)| partners(&own, &other));
            Shared(Arc::new(partners.unwrap_or_default()))
        });
        let table = workspace.select(|plan| SameTable(plan.opportunities.clone()));
        let opportunities = Memo::new(move |_| {
            let of = |opportunity: &Opportunity| opportunity.touchpoints.clone();
            Shared(Arc::new(table.with(|table| by_touchpoint(&table.0, of))))
        });
        let steps = StoredValue::new(HashMap::<StepId, ArcRwSignal<Arc<Step>>>::new());
        // One signal a step: an edit tells the cells of its own column, not all cells of the map.
        Effect::new(move |_| {
            let Some(Shared(journey)) = journey.get() else { return };
            steps.update_value(|signals| {
                let mut gone: std::collections::HashSet<StepId> = signals.keys().cloned().collect();
                for step in journey.steps() {
                    gone.remove(&step.id);
                    if let Some(signal) = signals.get(&step.id)
                        && !signal.with_untracked(|old| Arc::ptr_eq(old, step))
                    {
                        signal.set(Arc::clone(step));
                    }
                }
                signals.retain(|id, _| !gone.contains(id));
            });
        });
        let (finder, filter) = (Finder::new(workspace, id.clone()), Filter::new(workspace, id.clone()));
        Self {
            workspace,
            id: StoredValue::new(id),
            journey,
            columns,
            view: Viewport::new(columns),
            turns: Turns::new(),
            lanes,
            touchpoints,
            channels,
            departments,
            switches,
            kpis,
            pain_points,
            chosen_target,
            counterpart,
            partners,
            opportunities,
            selection: RwSignal::new(Selection::None),
            said: RwSignal::new(String::new()),
            editing: RwSignal::new(None),
            focus: RwSignal::new(None),
            range: RwSignal::new(None),
            finder,
            filter,
            scrolled: Trigger::new(),
            typed_emotion: StoredValue::new(String::new()),
            curve_of: RwSignal::new(None),
            steps,
        }
    }

    /// Id of the journey.
    pub fn id(self) -> JourneyId {
        self.id.get_value()
    }

    /// The step as it is now and whenever it changes; none if the map has no such step.
    pub fn step(self, id: &StepId) -> Option<ArcRwSignal<Arc<Step>>> {
        if let Some(signal) = self.steps.with_value(|signals| signals.get(id).cloned()) {
            return Some(signal);
        }
        let step = self.journey.with_untracked(|journey| journey.as_ref()?.step(id).cloned())?;
        let signal = ArcRwSignal::new(step);
        self.steps.update_value(|signals| drop(signals.insert(id.clone(), signal.clone())));
        Some(signal)
    }

    /// Where a change of this map happens.
    pub fn place(self) -> Place {
        Place::record(Area::Journeys, self.id())
    }

    /// Changes the journey in one step that can be undone.
    pub fn change(self, label: Label, change: impl FnOnce(&mut Journey)) {
        let id = self.id();
        self.workspace.edit(label, self.place(), |plan| plan.journeys.update(&id, change));
    }

    /// Changes the plan in one step that can be undone.
    pub fn edit<R>(self, label: Label, edit: impl FnOnce(&mut Plan) -> R) -> Option<R> {
        self.workspace.edit(label, self.place(), edit)
    }

    /// Shows something in the panel, or closes the panel if it shows that already.
    pub fn toggle(self, selection: Selection) {
        let shown = self.selection.get_untracked();
        self.selection.set(if shown == selection { Selection::None } else { selection });
    }

    /// The step of a column.
    pub fn step_of_column(self, column: &str) -> Option<StepId> {
        self.columns.with_untracked(|columns| columns.iter().find(|c| c.key() == column)?.step.clone())
    }

    /// The stage of a column.
    pub fn stage_of_column(self, column: &str) -> Option<StageId> {
        self.columns.with_untracked(|columns| Some(columns.iter().find(|c| c.key() == column)?.stage.clone()))
    }

    /// Heading of a step's column.
    pub fn heading(self, step: &StepId) -> String {
        let id = self.id();
        let heading = self.workspace.plan_now().step(&id, step).map(|step| self.workspace.plan_now().step_heading(step));
        self.workspace.texts().terms.named(&heading.unwrap_or_default()).to_owned()
    }
}

fn columns(journey: &Journey) -> Vec<MapColumn> {
    let mut columns = Vec::new();
    for stage in &journey.stages {
        if stage.steps.is_empty() {
            columns.push(MapColumn { stage: stage.id.clone(), step: None });
        }
        columns.extend(stage.steps.iter().map(|step| MapColumn { stage: stage.id.clone(), step: Some(step.id.clone()) }));
    }
    columns
}

fn kpis_of(plan: &Plan) -> KpisOfMap {
    let mut kpis = KpisOfMap::default();
    for kpi in plan.kpis.iter() {
        kpis.by_id.insert(kpi.id.clone(), kpi_glance(plan, kpi));
        if let Some(touchpoint) = &kpi.touchpoint {
            kpis.at.entry(touchpoint.clone()).or_default().push(kpi.id.clone());
        }
    }
    kpis
}

fn by_touchpoint<T: reiseplan::plan::Record>(
    table: &Table<T>,
    touchpoints: impl Fn(&T) -> Vec<TouchpointId>,
) -> HashMap<TouchpointId, Vec<Arc<T>>> {
    let mut at = HashMap::<TouchpointId, Vec<Arc<T>>>::new();
    for record in table.iter() {
        for touchpoint in touchpoints(record) {
            at.entry(touchpoint).or_default().push(Arc::clone(record));
        }
    }
    at
}
