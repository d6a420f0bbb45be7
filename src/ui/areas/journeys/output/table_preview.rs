//! What becomes of a table, before it does.

use super::take_in::Read;
use crate::ui::{
    components::{Button, ButtonKind, Column, DataTable, SelectField, TextField},
    workspace::{Workspace, use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::{
    editor::{Label, Noun, Place, Verb},
    matrix::{CellIssue, Destination, LaneTarget, MatrixLane, TakenIn, persona_title, propose, take_in},
    plan::{Id, Journey, JourneyId, LaneId, PersonaId, TypedId},
    route::Area,
    sheet::{DepartmentChange, plain_lane_title},
    texts::Texts,
};

/// Most names and cells that are listed.
const LISTED_MAX: usize = 8;
/// Characters after which an example is cut.
const EXAMPLE_LEN: usize = 60;

/// The preview.
#[component]
pub fn Preview(
    table: Read,
    /// The journey that it goes into; none: a new one.
    #[prop(optional_no_strip)]
    journey: Option<JourneyId>,
    #[prop(into)] on_back: Callback<()>,
    #[prop(into)] on_done: Callback<()>,
) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.output.take_in;
    let matrix = StoredValue::new(table.matrix);
    let open = StoredValue::new(journey);
    let title = RwSignal::new(if table.title.is_empty() { texts.journeys.new_title.to_owned() } else { table.title });
    let there = move || open.with_value(|id| workspace.plan_now().journeys.get(id.as_ref()?).cloned());
    let targets = RwSignal::new(matrix.with_value(|matrix| propose(&workspace.plan_now(), texts, matrix, there().as_deref())));
    let destination = move || match open.get_value() {
        Some(id) => Destination::Into(id),
        None => Destination::New(workspace.new_id(), title.get_untracked()),
    };
    // The preview does on a copy what taking over does on the plan.
    let done = Memo::new(move |_| {
        let mut plan = workspace.plan_now();
        let mut number = 0;
        let mut new_id = || {
            number += 1;
            Id::from_random(number)
        };
        let destination = match open.get_value() {
            Some(id) => Destination::Into(id),
            None => Destination::New(JourneyId::from_random(u64::MAX), String::new()),
        };
        matrix.with_value(|matrix| targets.with(|targets| take_in(&mut plan, texts, matrix, targets, &destination, &mut new_id)))
    });
    let found = matrix.with_value(|matrix| {
        let steps = matrix.columns.iter().filter(|column| column.is_step).count();
        let stages = matrix.columns.iter().filter(|column| column.stage.is_some()).count();
        (words.found)(steps, stages, matrix.lanes.len())
    });
    let transposed = matrix.with_value(|matrix| matrix.transposed).then_some(words.transposed);
    let take = move |()| {
        take_over(workspace, &destination(), &done.get_untracked(), |plan, destination| {
            let mut new_id = || workspace.new_id();
            matrix.with_value(|matrix| {
                targets.with_untracked(|targets| take_in(plan, texts, matrix, targets, destination, &mut new_id))
            })
        });
        on_done.run(());
    };
    let lanes = matrix.with_value(|matrix| matrix.lanes.clone());
    let has_lanes = !lanes.is_empty();
    let columns = vec![Column::text(words.column_row), Column::text(words.column_becomes), Column::text(words.column_example)];
    let rows = move || {
        let row = |(index, lane): (usize, MatrixLane)| view! { <LaneChoice index lane targets journey=there() /> };
        lanes.clone().into_iter().enumerate().map(row).collect_view()
    };
    view! {
        <p class="take-in-intro">{found}" "{transposed}</p>
        {open.with_value(Option::is_none).then(|| view! {
            <TextField label=words.journey_title value=title on_commit=move |text| title.set(text) />
        })}
        {has_lanes.then(|| view! {
            <div class="take-in-lanes">
                <DataTable caption=words.lanes columns=Signal::stored(columns)>{rows()}</DataTable>
            </div>
        })}
        {move || done.with(|done| consequences(texts, done))}
        <div class="dialog-actions">
            <Button label=words.back on_press=on_back />
            <Button kind=ButtonKind::Primary label=words.take on_press=take />
        </div>
    }
}

/// A row of the table and what it becomes.
#[component]
fn LaneChoice(
    index: usize,
    lane: MatrixLane,
    targets: RwSignal<Vec<LaneTarget>>,
    #[prop(optional_no_strip)] journey: Option<std::sync::Arc<Journey>>,
) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.output.take_in;
    let name = if lane.title.is_empty() { words.untitled.to_owned() } else { lane.title };
    let example = lane.cells.iter().find(|cell| !cell.is_empty()).map(|cell| shorten(cell)).unwrap_or_default();
    let mut options = vec![("own:".to_owned(), words.own_text.to_owned()), ("skip:".to_owned(), words.skip.to_owned())];
    options.extend(known_lanes(texts, journey.as_deref()).into_iter().map(|(id, title)| (format!("lane:{id}"), title)));
    workspace.with_plan(|plan| {
        options.extend(plan.personas.iter().map(|own| (format!("persona:{}", own.id), persona_title(texts, own))));
    });
    let value = move || match targets.with(|targets| targets.get(index).cloned()) {
        Some(LaneTarget::Lane(id)) => format!("lane:{id}"),
        Some(LaneTarget::Emotions(id)) => format!("persona:{id}"),
        Some(LaneTarget::OwnText) => "own:".to_owned(),
        _ => "skip:".to_owned(),
    };
    let pick = move |key: String| {
        let lane = || Some(LaneTarget::Lane(LaneId::try_from(key.strip_prefix("lane:")?).ok()?));
        let persona = || Some(LaneTarget::Emotions(PersonaId::try_from(key.strip_prefix("persona:")?).ok()?));
        let own_text = || (key == "own:").then_some(LaneTarget::OwnText);
        let target = lane().or_else(persona).or_else(own_text).unwrap_or(LaneTarget::Skip);
        targets.update(|targets| {
            // Two rows can't become one lane.
            let is_lane = matches!(target, LaneTarget::Lane(_) | LaneTarget::Emotions(_));
            targets.iter_mut().filter(|other| is_lane && **other == target).for_each(|other| *other = LaneTarget::OwnText);
            targets[index] = target;
        });
    };
    view! {
        <tr>
            <th scope="row" dir="auto">{name.clone()}</th>
            <td>
                <SelectField label=(words.becomes_of)(&name) label_hidden=true options=Signal::stored(options) value=Signal::derive(value) on_commit=pick />
            </td>
            <td class="take-in-example" dir="auto">{example}</td>
        </tr>
    }
}

/// The lanes that a row can become: those of the journey, then those that every map can have.
fn known_lanes(texts: &Texts, journey: Option<&Journey>) -> Vec<(LaneId, String)> {
    let blank = Journey::new(JourneyId::standard("none"), "");
    let journey = journey.unwrap_or(&blank);
    let lanes = journey.lanes.iter().cloned().chain(journey.missing_lanes());
    lanes.map(|lane| (lane.id.clone(), plain_lane_title(&lane, texts))).collect()
}

fn shorten(text: &str) -> String {
    let line = text.lines().next().unwrap_or_default();
    if line.chars().nth(EXAMPLE_LEN).is_some() {
        line.chars().take(EXAMPLE_LEN).chain(['…']).collect()
    } else {
        line.to_owned()
    }
}

/// What else taking the table over does, and what it leaves out.
fn consequences(texts: &'static Texts, done: &TakenIn) -> AnyView {
    let words = &texts.output.take_in;
    let list = |names: &[String]| {
        let mut listed: Vec<String> = names.iter().take(LISTED_MAX).cloned().collect();
        if names.len() > LISTED_MAX {
            listed.push((words.and_more)(names.len() - LISTED_MAX));
        }
        listed.join(", ")
    };
    let change = |it: &DepartmentChange| {
        let touchpoint = texts.terms.named(&it.touchpoint);
        (words.department_change)(touchpoint, &it.from, &it.to)
    };
    let changed: Vec<String> = done.departments_changed.iter().map(change).collect();
    let facts = [
        (!done.touchpoints_found.is_empty())
            .then(|| (words.touchpoints_known)(done.touchpoints_found.len(), &list(&done.touchpoints_found))),
        (!done.touchpoints.is_empty()).then(|| (words.touchpoints_new)(done.touchpoints.len(), &list(&done.touchpoints))),
        (!done.channels.is_empty()).then(|| (words.channels_new)(&list(&done.channels))),
        (!done.departments.is_empty()).then(|| (words.departments_new)(&list(&done.departments))),
        (!changed.is_empty()).then(|| (words.departments_changed)(changed.len(), &list(&changed))),
        (done.findings > 0).then(|| (words.findings_new)(done.findings)),
    ];
    let facts: Vec<String> = facts.into_iter().flatten().collect();
    let issues =
        done.issues.iter().take(LISTED_MAX).map(|issue| view! { <li dir="auto">{issue_text(texts, issue)}</li> }).collect_view();
    let more = done.issues.len().saturating_sub(LISTED_MAX);
    view! {
        {(!facts.is_empty()).then(|| view! {
            <section class="take-in-facts">
                <h3>{words.registers}</h3>
                <ul>{facts.into_iter().map(|fact| view! { <li dir="auto">{fact}</li> }).collect_view()}</ul>
            </section>
        })}
        {(!done.issues.is_empty()).then(|| view! {
            <section class="take-in-facts take-in-issues">
                <h3>{(words.issues)(done.issues.len())}</h3>
                <ul>{issues} {(more > 0).then(|| view! { <li>{(words.and_more)(more)}</li> })}</ul>
            </section>
        })}
    }
    .into_any()
}

fn issue_text(texts: &Texts, issue: &CellIssue) -> String {
    let step = texts.terms.named(&issue.step);
    (texts.map.work.misfit)(&issue.lane, step, &issue.text, issue.fault)
}

/// Writes the table into the plan, in one step that can be undone, and shows what it became.
fn take_over(
    workspace: Workspace,
    destination: &Destination,
    expected: &TakenIn,
    write: impl FnOnce(&mut reiseplan::plan::Plan, &Destination) -> TakenIn,
) {
    let words = &workspace.texts().output.take_in;
    let id = destination.id().clone();
    let label = Label::new(Verb::Import, Noun::Journey);
    if workspace.edit(label, Place::record(Area::Journeys, &id), |plan| drop(write(plan, destination))).is_none() {
        return;
    }
    workspace.tell_undoable(match destination {
        Destination::New(_, title) => (words.done_new)(title, expected.steps),
        Destination::Into(_) | Destination::Behind(..) => {
            (words.done_into)(expected.steps, expected.steps_filled, expected.cells)
        }
    });
    workspace.go(Area::Journeys, Some(id.as_id().clone()));
}
