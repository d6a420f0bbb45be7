//! All journeys of the plan.

use super::{
    filters::Filters,
    output::{OutputHost, Task, Tasks},
    row::Row,
};
use crate::ui::{
    components::{Button, ButtonKind, Column, DataTable, EmptyState, Gradual, PageHead, icons, next_order, phase_key},
    workspace::{Workspace, use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::{
    editor::{Label, Noun, Place, Verb},
    listing::journeys::{
        JourneyColumn, JourneyFilter, JourneyGroup, JourneyGrouping, JourneyIndex, group_journeys, list_journeys,
    },
    plan::{Journey, JourneyId, JourneyKind, Phase, Plan, TypedId},
    route::Area,
    texts::Texts,
};

/// The columns in order; the last one holds a menu.
const COLUMNS: [JourneyColumn; 7] = [
    JourneyColumn::Title,
    JourneyColumn::Kind,
    JourneyColumn::Personas,
    JourneyColumn::Phases,
    JourneyColumn::Mood,
    JourneyColumn::Steps,
    JourneyColumn::PainPoints,
];

/// Number of journeys from which on they can be filtered.
const FILTERED_FROM: usize = 3;

/// Which journeys are shown, and how; it outlives the page, so that who comes back from a map finds the list as it was.
#[derive(Clone, Copy)]
pub struct ListState {
    /// Which of them.
    pub filter: RwSignal<JourneyFilter>,
    /// In which groups.
    pub grouping: RwSignal<JourneyGrouping>,
    sorted: RwSignal<Option<(JourneyColumn, bool)>>,
}

/// What all journeys come to, and which are shown in which order.
#[derive(Clone, Copy)]
pub struct Shown {
    /// What each comes to.
    pub index: Memo<JourneyIndex>,
    /// Those that are shown.
    pub listed: Memo<Vec<JourneyId>>,
    /// How many there are.
    pub all: Memo<usize>,
}

/// A line of the table.
#[derive(Clone, PartialEq, Eq, Hash)]
enum Line {
    /// The heading of a group: its name, its hue, how many it has.
    Group(String, Option<&'static str>, usize),
    /// A journey, in the group with this number.
    Journey(usize, JourneyId),
}

/// The list.
#[component]
pub fn JourneyList() -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let journeys = &texts.journeys;
    let state = workspace.lasting(|| ListState {
        filter: RwSignal::default(),
        grouping: RwSignal::default(),
        sorted: RwSignal::default(),
    });
    provide_context(state);
    let index = workspace.select(JourneyIndex::new);
    let listed = Memo::new(move |_| {
        let (filter, sorted) = (state.filter.get(), state.sorted.get());
        index.with(|index| workspace.with_plan(|plan| list_journeys(plan, index, &filter, sorted)))
    });
    let shown = Shown { index, listed, all: workspace.select(|plan| plan.journeys.len()) };
    let is_empty = Memo::new(move |_| shown.all.get() == 0);
    let can_filter = Memo::new(move |_| shown.all.get() >= FILTERED_FROM || state.filter.get() != JourneyFilter::default());
    let tasks = Tasks::new(None);
    let new_button = move |kind: ButtonKind| {
        view! {
            <Button icon=icons::LuTable label=texts.output.take_in.from_table on_press=move |()| tasks.set(Some(Task::TakeIn)) />
            <Button kind icon=icons::LuPlus label=journeys.new_journey on_press=move |()| add(workspace) />
        }
    };
    view! {
        <div class="page">
            <OutputHost tasks subject=None />
            <PageHead title=(texts.shell.area)(Area::Journeys) subtitle=journeys.list_intro>
                {move || (!is_empty.get()).then(|| new_button(ButtonKind::Secondary))}
            </PageHead>
            {move || match is_empty.get() {
                true => view! {
                    <EmptyState icon=icons::LuRoute title=journeys.empty_title text=journeys.empty_text>
                        {new_button(ButtonKind::Primary)}
                    </EmptyState>
                }
                .into_any(),
                false => view! {
                    {move || can_filter.get().then(|| view! { <Filters shown /> })}
                    <Table shown />
                }
                .into_any(),
            }}
        </div>
    }
}

#[component]
fn Table(shown: Shown) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let journeys = &texts.journeys;
    let words = &texts.journey_list;
    let state = expect_context::<ListState>();
    let lines = Memo::new(move |_| {
        let grouping = state.grouping.get();
        let groups = shown
            .index
            .with(|index| shown.listed.with(|listed| workspace.with_plan(|plan| group_journeys(plan, index, listed, grouping))));
        workspace.with_plan(|plan| lines(plan, groups, grouping, texts))
    });
    let gradual = Gradual::new(Signal::derive(move || lines.with(Vec::len)), workspace.printing);
    Effect::new(move |before: Option<()>| {
        state.filter.track();
        state.grouping.track();
        state.sorted.track();
        if before.is_some() {
            gradual.restart();
        }
    });
    let on_page = move || {
        let limit = gradual.limit();
        lines.with(|lines| lines.iter().take(limit).cloned().collect::<Vec<_>>())
    };
    let sorted = Signal::derive(move || {
        let (column, ascending) = state.sorted.get()?;
        Some((COLUMNS.iter().position(|own| *own == column)?, ascending))
    });
    let sort = move |at: usize| {
        let Some(column) = COLUMNS.get(at).copied() else { return };
        // What hurts most comes first.
        state.sorted.update(|sorted| *sorted = next_order(*sorted, column, column != JourneyColumn::PainPoints));
    };
    let columns = vec![
        Column::text(journeys.column_title),
        Column::text(journeys.column_kind),
        Column::text(journeys.column_personas),
        Column::text(words.phases),
        Column::number(journeys.column_mood),
        Column::number(journeys.column_steps),
        Column::number(journeys.column_pains),
        Column::text(""),
    ];
    let row = move |line: Line| match line {
        Line::Group(title, phase, count) => view! {
            <tr class="list-group" data-phase=phase>
                <th scope="colgroup" colspan=(COLUMNS.len() + 1).to_string()>
                    <span dir="auto">{title}</span>
                    <span class="list-group-count">{count}</span>
                </th>
            </tr>
        }
        .into_any(),
        Line::Journey(_, id) => view! { <Row shown id /> }.into_any(),
    };
    view! {
        <div class="journeys-table">
            <DataTable
                caption=(texts.shell.area)(Area::Journeys)
                caption_hidden=true
                columns=Signal::stored(columns)
                sorted
                on_sort=Callback::new(sort)
            >
                <For each=on_page key=Line::clone children=row />
            </DataTable>
            {gradual.end()}
        </div>
        {move || shown.listed.with(Vec::is_empty).then(|| view! {
            <EmptyState icon=icons::LuSearch title=words.none_shown text="">
                <Button label=words.show_all on_press=move |()| state.filter.set(JourneyFilter::default()) />
            </EmptyState>
        })}
    }
}

fn lines(plan: &Plan, groups: Vec<(JourneyGroup, Vec<JourneyId>)>, grouping: JourneyGrouping, texts: &Texts) -> Vec<Line> {
    let mut lines = Vec::new();
    for (number, (group, ids)) in groups.into_iter().enumerate() {
        if grouping != JourneyGrouping::None {
            let (title, phase) = heading(plan, &group, texts);
            lines.push(Line::Group(title, phase.map(phase_key), ids.len()));
        }
        lines.extend(ids.into_iter().map(|id| Line::Journey(number, id)));
    }
    lines
}

/// Name and hue of a group.
fn heading(plan: &Plan, group: &JourneyGroup, texts: &Texts) -> (String, Option<Phase>) {
    let words = &texts.journey_list;
    match group {
        JourneyGroup::All => (String::new(), None),
        JourneyGroup::Phase(phase) => (phase.map_or(words.no_phase, texts.terms.phase).to_owned(), *phase),
        JourneyGroup::AsIs(as_is) => {
            let kind = if *as_is { JourneyKind::AsIs } else { JourneyKind::ToBe };
            ((texts.terms.journey_kind)(kind).to_owned(), None)
        }
        JourneyGroup::Persona(id) => match id.as_ref().and_then(|id| plan.personas.get(id)) {
            None => (words.no_persona.to_owned(), None),
            Some(persona) => (texts.terms.named(&persona.name).to_owned(), None),
        },
    }
}

fn add(workspace: Workspace) {
    let journey = Journey::new(workspace.new_id(), workspace.texts().journeys.new_title);
    let id = journey.id.clone();
    let place = Place::record(Area::Journeys, &id);
    workspace.edit(Label::new(Verb::Add, Noun::Journey), place, |plan| plan.journeys.insert(journey));
    workspace.go(Area::Journeys, Some(id.as_id().clone()));
}

/// Puts a copy behind a journey.
pub(super) fn duplicate(workspace: Workspace, id: &JourneyId) {
    let copy_id: JourneyId = workspace.new_id();
    let place = Place::area(Area::Journeys);
    workspace.edit(Label::new(Verb::Duplicate, Noun::Journey), place, |plan| {
        let Some(journey) = plan.journeys.get(id).cloned() else { return };
        let at = plan.journeys.position(id).map_or(usize::MAX, |at| at + 1);
        let title = (workspace.texts().journeys.copy_title)(&journey.title);
        plan.journeys.insert_at(at, Journey { id: copy_id, title, ..Journey::clone(&journey) });
    });
}

/// Deletes a journey; its touchpoints and their pain points stay.
pub(super) fn delete(workspace: Workspace, id: &JourneyId) {
    let title = workspace.with_plan(|plan| plan.journeys.get(id).map(|journey| journey.title.clone()).unwrap_or_default());
    workspace.delete(Noun::Journey, Place::area(Area::Journeys), &id.clone().into(), &title);
}
