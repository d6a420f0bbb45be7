//! What the views of the measures share: which measures are shown, in what order and groups, and which one is selected.

use crate::ui::{
    components::DataLine,
    platform::page,
    workspace::{Workspace, use_workspace},
};
use leptos::prelude::*;
use reiseplan::{
    editor::{Label, Noun, Place, Verb},
    finance::{GroupKey, MeasureColumn, MeasureFilter, MeasureGrouping, group_measures, list_measures},
    plan::{Measure, MeasureId, Plan, TypedId},
    route::Area,
    texts::{Texts, measures::heading},
};

/// What was chosen to be seen; it outlives the page.
#[derive(Clone, Copy)]
struct Chosen {
    filter: RwSignal<MeasureFilter>,
    sorted: RwSignal<Option<(MeasureColumn, bool)>>,
    grouping: RwSignal<MeasureGrouping>,
}

/// State of the page.
#[derive(Clone, Copy)]
pub struct PageState {
    pub workspace: Workspace,
    /// Which measures are shown.
    pub filter: RwSignal<MeasureFilter>,
    /// What they are sorted by.
    pub sorted: RwSignal<Option<(MeasureColumn, bool)>>,
    /// What they are put together by.
    pub grouping: RwSignal<MeasureGrouping>,
    /// The measures that are shown, in order. An edit leaves each where it is: one that jumped away or vanished while it
    /// is edited would take the focus along.
    pub listed: Memo<Vec<MeasureId>>,
    /// The measure whose details are shown: the one that the address names.
    pub selected: Memo<Option<MeasureId>>,
    /// Whether the details were opened in a grid: there the focus goes back to it.
    by_grid: StoredValue<bool>,
    /// The measure that was just added: its title is being written.
    pub fresh: RwSignal<Option<MeasureId>>,
    /// Where in the view the details were opened, if a measure may stand there several times.
    pub opened_at: StoredValue<String>,
}

impl PageState {
    /// Makes the state of the page.
    pub fn new() -> Self {
        let workspace = use_workspace();
        let Chosen { filter, sorted, grouping } = workspace.lasting(|| Chosen {
            filter: RwSignal::default(),
            sorted: RwSignal::default(),
            grouping: RwSignal::default(),
        });
        let all = workspace.select(|plan| plan.measures.ids().cloned().collect::<Vec<MeasureId>>());
        let listed = Memo::new(move |_| {
            all.track();
            list_measures(&workspace.plan_now(), &filter.get(), sorted.get())
        });
        let selected = Memo::new(move |_| {
            let id = MeasureId::from(workspace.route.get()?.record?);
            all.with(|all| all.contains(&id)).then_some(id)
        });
        let (fresh, by_grid, opened_at) = (RwSignal::default(), StoredValue::new(false), StoredValue::default());
        Self { workspace, filter, sorted, grouping, listed, selected, by_grid, fresh, opened_at }
    }

    /// Whether measures are left out.
    pub fn is_filtered(self) -> bool {
        self.filter.with(|filter| *filter != MeasureFilter::default())
    }

    /// The measures that are shown, in their groups; following.
    pub fn groups(self) -> Vec<(GroupKey, Vec<MeasureId>)> {
        let grouping = self.grouping.get();
        self.workspace.with_plan(|plan| self.listed.with(|listed| group_measures(plan, listed, grouping)))
    }

    /// Measures as lines of a grid, in their groups, each headed by what its measures come to in the columns behind the
    /// first; following.
    pub fn lines(
        self,
        listed: &[MeasureId],
        sums: impl Fn(&Plan, &[MeasureId]) -> Vec<String>,
        texts: &'static Texts,
    ) -> Vec<DataLine> {
        let row = |id: &MeasureId| DataLine::Row(id.to_string());
        let grouping = self.grouping.get();
        if grouping == MeasureGrouping::None {
            return listed.iter().map(row).collect();
        }
        self.workspace.with_plan(|plan| {
            let groups = group_measures(plan, listed, grouping);
            let lines = |(at, (key, ids)): (usize, &(GroupKey, Vec<MeasureId>))| {
                let title = (texts.measures.group_title)(&group_name(plan, key, texts), ids.len());
                let head = DataLine::Group { key: format!("group-{at}"), title, cells: sums(plan, ids) };
                std::iter::once(head).chain(ids.iter().map(row)).collect::<Vec<_>>()
            };
            groups.iter().enumerate().flat_map(lines).collect()
        })
    }

    /// Opens the details of a measure that is active in a grid.
    pub fn open(self, id: &MeasureId) {
        self.by_grid.set_value(true);
        self.workspace.go(Area::Measures, Some(id.as_id().clone()));
    }

    /// Adds a measure with a title or without, in a status if one is given, and opens its details.
    pub fn add(self, make: impl FnOnce(MeasureId) -> Measure) {
        self.add_by(|plan, id| plan.measures.insert(make(id)));
    }

    /// Adds a measure by a change of the plan, and opens its details.
    pub fn add_by<R>(self, add: impl FnOnce(&mut Plan, MeasureId) -> R) {
        let id: MeasureId = self.workspace.new_id();
        let place = Place::record(Area::Measures, &id);
        self.workspace.edit(Label::new(Verb::Add, Noun::Measure), place, |plan| add(plan, id.clone()));
        let is_fresh = self.workspace.with_plan(|plan| plan.measures.get(&id).is_some_and(|made| made.title.is_empty()));
        self.filter.set(MeasureFilter::default());
        self.fresh.set(is_fresh.then(|| id.clone()));
        self.by_grid.set_value(false);
        self.workspace.go(Area::Measures, Some(id.as_id().clone()));
    }

    /// Changes a measure in one step, where it stands in the view.
    pub fn change(self, verb: Verb, id: &MeasureId, change: impl FnOnce(&mut Measure)) {
        self.change_plan(verb, |plan| {
            plan.measures.update(id, change);
        });
    }

    /// Changes the plan in one step for a measure's sake.
    pub fn change_plan<R>(self, verb: Verb, change: impl FnOnce(&mut Plan) -> R) -> Option<R> {
        let place = Place::area(Area::Measures);
        self.workspace.edit(Label::new(verb, Noun::Measure), place, change)
    }

    /// Makes a copy of a measure, as an idea, and opens it.
    pub fn duplicate(self, id: &MeasureId) {
        let texts = self.workspace.texts();
        let Some(original) = self.workspace.plan_now().measures.get(id).cloned() else { return };
        self.add(|copy| Measure {
            id: copy,
            title: (texts.measures.copy_of)(&heading(&original, texts)),
            status: reiseplan::plan::MeasureStatus::Idea,
            ..Measure::clone(&original)
        });
    }

    /// Deletes a measure and tells where it was used.
    pub fn delete(self, id: &MeasureId) {
        let texts = self.workspace.texts();
        let plan = self.workspace.plan_now();
        let Some(measure) = plan.measures.get(id) else { return };
        let place = Place::area(Area::Measures);
        self.workspace.delete(Noun::Measure, place, &id.clone().into(), &heading(measure, texts));
        // What had the focus goes along with the details.
        page::focus_soon(".measures-view .data-grid, [data-bar], .measures-view [data-item] a".to_owned());
    }

    /// Closes the details; the focus goes back to the measure in the view.
    pub fn close(self) {
        let id = self.selected.get_untracked();
        self.workspace.go(Area::Measures, None);
        if let Some(id) = id {
            let grid = ".measures-view .data-grid";
            let in_view = format!("[data-bar=\"{id}\"], [data-bubble=\"{id}\"], [data-item=\"{id}\"] a, {grid}");
            let by_grid = self.by_grid.get_value().then(|| grid.to_owned());
            let row = self.opened_at.with_value(|place| Self::row_at(place, &id));
            let places = [Some(row), by_grid, Some(in_view), Some(".budget-open".to_owned())];
            page::focus_one_soon(places.into_iter().flatten().collect());
        }
        self.by_grid.set_value(false);
    }

    /// Selector of the link to a measure in one of several places of the view.
    pub fn row_at(place: &str, id: &MeasureId) -> String {
        format!("[data-place=\"{place}\"][data-item=\"{id}\"] a")
    }
}

/// What a group is called.
pub fn group_name(plan: &Plan, key: &GroupKey, texts: &Texts) -> String {
    let words = &texts.measures;
    match key {
        GroupKey::All => String::new(),
        GroupKey::Phase(Some(phase)) => (texts.terms.phase)(*phase).to_owned(),
        GroupKey::Phase(None) => words.without_phase.to_owned(),
        GroupKey::Status(status) => (texts.terms.measure_status)(*status).to_owned(),
        GroupKey::Department(Some(id)) => {
            plan.departments.get(id).map_or_else(String::new, |it| texts.terms.named(&it.name).to_owned())
        }
        GroupKey::Department(None) => words.without_department.to_owned(),
    }
}
