//! The list: a row for each pain point and opportunity, in groups.

use super::{PageState, Shown, row::Row};
use crate::ui::{
    components::{Button, Column, DataTable, EmptyState, Gradual, icons, next_order, phase_key},
    workspace::{use_texts, use_workspace},
};
use leptos::{ev::KeyboardEvent, prelude::*};
use reiseplan::{
    listing::findings::{FindingColumn, FindingFilter, FindingGroup, FindingGrouping, group_findings},
    plan::{FindingKey, Phase, Plan},
    texts::Texts,
};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

const COLUMNS: [FindingColumn; 7] = [
    FindingColumn::Text,
    FindingColumn::Weight,
    FindingColumn::Frequency,
    FindingColumn::State,
    FindingColumn::SubPhase,
    FindingColumn::Department,
    FindingColumn::Measures,
];

/// A line of the table.
#[derive(Clone, PartialEq, Eq, Hash)]
enum Line {
    /// The heading of a group: its name, its hue, how many it has.
    Group(String, Option<&'static str>, usize),
    /// A finding, in the group with this number.
    Finding(usize, FindingKey),
}

/// The list.
#[component]
pub fn List(shown: Shown) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.findings;
    let state = expect_context::<PageState>();
    let lines = Memo::new(move |_| {
        let grouping = state.grouping.get();
        let groups = shown
            .index
            .with(|index| shown.listed.with(|listed| workspace.with_plan(|plan| group_findings(plan, index, listed, grouping))));
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
        // What is grave, frequent or in need comes first, words from A to Z.
        let first = !matches!(column, FindingColumn::Weight | FindingColumn::Frequency);
        state.sorted.update(|sorted| *sorted = next_order(*sorted, column, first));
    };
    let columns = Signal::stored(COLUMNS.map(|column| Column::text((words.column)(column))).to_vec());
    let row = move |line: Line| match line {
        Line::Group(title, phase, count) => view! {
            <tr class="list-group" data-phase=phase>
                <th scope="colgroup" colspan=COLUMNS.len().to_string()>
                    <span dir="auto">{title}</span>
                    <span class="list-group-count">{count}</span>
                </th>
            </tr>
        }
        .into_any(),
        Line::Finding(_, key) => view! { <Row shown key /> }.into_any(),
    };
    view! {
        <div class="findings-table" on:keydown=move |event| go_beside(&event)>
            <DataTable caption=words.title caption_hidden=true columns sorted on_sort=Callback::new(sort)>
                <For each=on_page key=Line::clone children=row />
            </DataTable>
            {gradual.end()}
        </div>
        {move || shown.listed.with(Vec::is_empty).then(|| view! {
            <EmptyState icon=icons::LuSearch title=words.none_shown text="">
                <Button label=words.show_all on_press=move |()| state.filter.set(FindingFilter::default()) />
            </EmptyState>
        })}
    }
}

fn lines(plan: &Plan, groups: Vec<(FindingGroup, Vec<FindingKey>)>, grouping: FindingGrouping, texts: &Texts) -> Vec<Line> {
    let mut lines = Vec::new();
    for (number, (group, keys)) in groups.into_iter().enumerate() {
        if grouping != FindingGrouping::None {
            let (title, phase) = heading(plan, &group, texts);
            lines.push(Line::Group(title, phase.map(phase_key), keys.len()));
        }
        lines.extend(keys.into_iter().map(|key| Line::Finding(number, key)));
    }
    lines
}

/// Name and hue of a group.
fn heading(plan: &Plan, group: &FindingGroup, texts: &Texts) -> (String, Option<Phase>) {
    let words = &texts.findings;
    let named = |name: Option<&String>, none: &str| match name {
        None => none.to_owned(),
        Some(name) => texts.terms.named(name).to_owned(),
    };
    match group {
        FindingGroup::All => (String::new(), None),
        FindingGroup::Phase(phase) => (phase.map_or(words.no_phase, texts.terms.phase).to_owned(), *phase),
        FindingGroup::State(state) => ((texts.terms.pain_point_state)(*state).to_owned(), None),
        FindingGroup::Journey(id) => {
            let journey = id.as_ref().and_then(|id| plan.journeys.get(id));
            (named(journey.map(|journey| &journey.title), words.no_journey), None)
        }
        FindingGroup::Touchpoint(id) => {
            let touchpoint = id.as_ref().and_then(|id| plan.touchpoints.get(id));
            let sub_phase = id.as_ref().and_then(|id| plan.sub_phase_at(id));
            let phase = plan.phase_of(sub_phase.as_ref());
            (named(touchpoint.map(|touchpoint| &touchpoint.name), words.no_touchpoint), phase)
        }
        FindingGroup::Department(id) => {
            let department = id.as_ref().and_then(|id| plan.departments.get(id));
            (named(department.map(|department| &department.name), words.no_department), None)
        }
    }
}

/// Up and down lead to the same cell of the row beside, so that nobody has to pass all fields of a row by Tab.
fn go_beside(event: &KeyboardEvent) {
    let key = event.key();
    if event.default_prevented() || event.ctrl_key() || event.meta_key() || event.alt_key() || event.shift_key() {
        return;
    }
    let Some(focused) = document().active_element().filter(|element| !["INPUT", "TEXTAREA"].contains(&&*element.tag_name()))
    else {
        return;
    };
    let next = match &*key {
        "ArrowDown" => web_sys::Element::next_element_sibling,
        "ArrowUp" => web_sys::Element::previous_element_sibling,
        _ => return,
    };
    let (Ok(Some(cell)), Ok(Some(row))) = (focused.closest("td, th"), focused.closest("tr[data-item]")) else { return };
    let same = |row: &web_sys::Element| row.children();
    let cells = same(&row);
    let at = (0..cells.length()).find(|at| cells.item(*at).as_ref() == Some(&cell));
    let mut beside = next(&row);
    while let Some(other) = beside {
        let target = at.and_then(|at| same(&other).item(at));
        let target = target.and_then(|cell| cell.query_selector("[role=\"button\"], button, a").ok().flatten());
        if let (true, Some(target)) = (other.has_attribute("data-item"), target) {
            event.prevent_default();
            let _ = target.unchecked_into::<HtmlElement>().focus();
            return;
        }
        beside = next(&other);
    }
}
