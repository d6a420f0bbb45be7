//! What can be done with anything that lies on the canvas: a goal, a weakness, a measure.

use super::sub_phase::heading_id;
use crate::ui::{
    components::{Menu, MenuItem, icons},
    platform::page,
    workspace::{Workspace, use_texts, use_workspace},
};
use leptos::{ev::KeyboardEvent, prelude::*};
use reiseplan::{
    editor::{Label, Noun, Place, Verb},
    plan::{Id, Plan, Reference, SubPhaseId},
    route::Area,
    texts::Texts,
};

/// What the item is called in the history.
pub fn noun(item: &Reference) -> Noun {
    match item {
        Reference::Goal(_) => Noun::Goal,
        Reference::Weakness(_) => Noun::Weakness,
        _ => Noun::Measure,
    }
}

/// Id of an item's element.
pub fn element_id(id: &Id) -> String {
    format!("item-{id}")
}

/// Id of the heading of a phase, by its key.
pub fn phase_id(key: &str) -> String {
    format!("phase-{key}")
}

/// Marks what the address names.
pub fn mark(workspace: Workspace, id: &str) -> impl Fn() -> Option<&'static str> + Send + Sync + 'static {
    let id = id.to_owned();
    move || {
        let record = workspace.route.get().and_then(|route| route.record);
        record.is_some_and(|record| record.as_str() == id).then_some("true")
    }
}

/// Scrolls to what an id names, an item, a sub-phase or a phase, and moves the focus there.
pub fn reveal(id: &Id) {
    let places = [element_id(id), heading_id(&SubPhaseId::from(id.clone())), phase_id(id.as_str())];
    places.iter().any(|place| page::reveal(place));
}

/// Where the focus goes on an item that is shown.
pub fn focus_selector(id: &Id) -> String {
    let item = format!("[data-item=\"{id}\"]");
    format!("{item} a, {item} [role=\"button\"], {item} button")
}

fn sub_phase_of(plan: &Plan, item: &Reference) -> Option<SubPhaseId> {
    match item {
        Reference::Goal(id) => plan.goals.get(id)?.sub_phase.clone(),
        Reference::Weakness(id) => plan.weaknesses.get(id)?.sub_phase.clone(),
        Reference::Measure(id) => plan.measures.get(id)?.sub_phase.clone(),
        _ => None,
    }
}

fn title_of(plan: &Plan, item: &Reference, texts: &Texts) -> String {
    let title = match item {
        Reference::Goal(id) => plan.goals.get(id).map(|goal| goal.title.clone()),
        Reference::Weakness(id) => plan.weaknesses.get(id).map(|weakness| weakness.title.clone()),
        Reference::Measure(id) => plan.measures.get(id).map(|measure| measure.title.clone()),
        _ => None,
    };
    texts.terms.named(&title.unwrap_or_default()).to_owned()
}

/// Moves the item on or back among those beside it.
fn step(workspace: Workspace, item: &Reference, forward: bool) {
    let moved = workspace
        .edit(Label::new(Verb::Move, noun(item)), Place::area(Area::Strategy), |plan| plan.move_on_canvas(item, forward));
    if moved == Some(true) {
        page::focus_soon(focus_selector(item.target().1));
    }
}

/// Moves the item into another sub-phase.
fn send(workspace: Workspace, item: &Reference, to: &SubPhaseId) {
    let moved =
        workspace.edit(Label::new(Verb::Move, noun(item)), Place::area(Area::Strategy), |plan| plan.move_to_sub_phase(item, to));
    if moved == Some(true) {
        let texts = workspace.texts();
        let told =
            workspace.with_plan(|plan| (texts.strategy.moved_to)(&title_of(plan, item, texts), &plan.sub_phase_name(to, texts)));
        workspace.tell_undoable(told);
        page::focus_soon(focus_selector(item.target().1));
    }
}

/// Moves the item into the sub-phase beside its own.
fn send_beside(workspace: Workspace, item: &Reference, forward: bool) {
    let plan = workspace.plan_now();
    let beside = sub_phase_of(&plan, item).and_then(|own| {
        let at = plan.sub_phases.position(&own)?;
        let beside = if forward { at + 1 } else { at.checked_sub(1)? };
        plan.sub_phases.ids().nth(beside).cloned()
    });
    if let Some(beside) = beside {
        send(workspace, item, &beside);
    }
}

/// Deletes the item and tells where it was used.
pub fn delete(workspace: Workspace, item: &Reference) {
    let texts = workspace.texts();
    let plan = workspace.plan_now();
    page::leave_part(".strategy-item");
    workspace.delete(noun(item), Place::area(Area::Strategy), item, &title_of(&plan, item, texts));
}

/// Alt and arrows move the item that has the focus; fields keep them for themselves.
pub fn move_by_key(workspace: Workspace, item: &Reference, event: &KeyboardEvent) {
    if !event.alt_key() || event.ctrl_key() || event.meta_key() || page::is_within(event.target(), "select, input, textarea") {
        return;
    }
    match &*event.key() {
        "ArrowUp" => step(workspace, item, false),
        "ArrowDown" => step(workspace, item, true),
        "ArrowLeft" => send_beside(workspace, item, false),
        "ArrowRight" => send_beside(workspace, item, true),
        _ => return,
    }
    event.prevent_default();
    event.stop_propagation();
}

/// The menu at an item's right end.
#[component]
pub fn ItemMenu(
    /// The item.
    item: Reference,
    /// Its title.
    #[prop(into)]
    title: Signal<String>,
    /// What it can do beyond moving and going.
    #[prop(optional, into)]
    own: Option<Callback<(), Vec<MenuItem>>>,
) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.strategy;
    let items = Signal::derive(move || {
        let run = |act: fn(Workspace, &Reference)| {
            let item = item.clone();
            move || act(workspace, &item)
        };
        let mut items = own.map(|own| own.run(())).unwrap_or_default();
        items.push(
            MenuItem::new(words.move_up, run(|workspace, item| step(workspace, item, false)))
                .icon(icons::LuArrowUp)
                .shortcut("Alt ↑"),
        );
        items.push(
            MenuItem::new(words.move_down, run(|workspace, item| step(workspace, item, true)))
                .icon(icons::LuArrowDown)
                .shortcut("Alt ↓"),
        );
        workspace.with_plan(|plan| {
            let own = sub_phase_of(plan, &item);
            for sub_phase in plan.sub_phases.ids().filter(|id| own.as_ref() != Some(id)) {
                let (moved, to) = (item.clone(), sub_phase.clone());
                let label = (words.move_to)(&plan.sub_phase_name(sub_phase, texts));
                items.push(MenuItem::new(label, move || send(workspace, &moved, &to)));
            }
        });
        items.push(MenuItem::new(words.delete, run(delete)).icon(icons::LuTrash2));
        items
    });
    let label = Signal::derive(move || (words.more)(&title.get()));
    view! { <Menu small=true icon_only=true icon=icons::LuEllipsis label items /> }
}
