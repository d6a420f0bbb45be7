//! The measures as cards in a column for each status.

use super::{
    choices::status_key,
    state::{PageState, group_name},
    table::{Budget, NoneShown},
};
use crate::ui::{
    components::{Button, ButtonKind, Icon, icons, phase_key},
    platform::{clock, page},
    workspace::use_texts,
};
use leptos::{
    ev::{KeyboardEvent, PointerEvent},
    prelude::*,
};
use reiseplan::{
    editor::Verb,
    finance::{GroupKey, MeasureGrouping, all_contradictions},
    plan::{Day, Measure, MeasureId, MeasureStatus, Phase, Plan, TypedId},
    route::Area,
    texts::{
        Texts, format,
        measures::{cost, heading},
    },
};
use std::collections::HashSet;
use wasm_bindgen::JsCast;

/// Cards of a column that are shown; more on demand, since a card takes longer to make than to read.
const SHOWN: usize = 30;
/// As many are made for one picture, so that those in view needn't wait for the others.
const AT_ONCE: usize = 7;

/// What is being dragged.
#[derive(Clone, PartialEq)]
struct Drag {
    id: MeasureId,
    /// Where the pointer took hold.
    from: (i32, i32),
    /// How far it has gone.
    by: (i32, i32),
    /// The column that it is over.
    over: Option<MeasureStatus>,
}

impl Drag {
    /// A click isn't a drag.
    fn moves(&self) -> bool {
        self.by.0.abs() + self.by.1.abs() > 5
    }
}

/// What a card shows.
#[derive(Clone, PartialEq)]
struct CardFacts {
    title: String,
    note: String,
    cost: Option<String>,
    phase: Option<Phase>,
    late: bool,
    contradicts: bool,
}

#[derive(Clone, Copy)]
struct BoardState {
    page: PageState,
    drag: RwSignal<Option<Drag>>,
    /// The measures whose dates contradict themselves.
    tangled: Memo<HashSet<MeasureId>>,
    today: Day,
}

/// The board.
#[component]
pub fn Board() -> impl IntoView {
    let texts = use_texts();
    let words = &texts.measures;
    let page_state = expect_context::<PageState>();
    let workspace = page_state.workspace;
    let tangled = workspace.select(|plan| all_contradictions(plan).into_iter().map(|(id, _)| id).collect::<HashSet<_>>());
    let state = BoardState { page: page_state, drag: RwSignal::new(None), tangled, today: clock::today() };
    let on_move = move |event: PointerEvent| {
        if state.drag.with_untracked(Option::is_none) {
            return;
        }
        if event.buttons() == 0 {
            return state.drag.set(None);
        }
        let over = column_below(&event);
        state.drag.update(|drag| {
            if let Some(drag) = drag {
                drag.by = (event.client_x() - drag.from.0, event.client_y() - drag.from.1);
                drag.over = over;
            }
        });
    };
    let on_up = move |_| {
        let Some(drag) = state.drag.get_untracked() else { return };
        state.drag.set(None);
        if let (true, Some(status)) = (drag.moves(), drag.over) {
            put(state, &drag.id, status);
        }
    };
    let columns = MeasureStatus::ALL.map(|status| view! { <StatusColumn state status /> });
    view! {
        <div
            class="board"
            role="group"
            aria-label=words.board
            on:pointermove=on_move
            on:pointerup=on_up
            on:pointercancel=move |_| state.drag.set(None)
        >
            {columns.collect_view()}
        </div>
        {move || page_state.listed.with(Vec::is_empty).then(|| view! { <NoneShown /> })}
        <div class="measures-below">
            <Budget />
            <p class="measures-keys no-print">{words.board_keys}</p>
        </div>
    }
}

/// The column that the pointer is over.
fn column_below(event: &PointerEvent) -> Option<MeasureStatus> {
    let element = document().element_from_point(event.client_x() as f32, event.client_y() as f32)?;
    let column = element.closest("[data-status]").ok()??;
    super::choices::status_of(&column.get_attribute("data-status")?)
}

/// The measures of a status in their groups.
fn cards(state: PageState, status: MeasureStatus, texts: &Texts) -> Vec<(Option<String>, Vec<MeasureId>)> {
    let is_grouped = !matches!(state.grouping.get(), MeasureGrouping::None | MeasureGrouping::Status);
    let groups = if is_grouped { state.groups() } else { vec![(GroupKey::All, state.listed.get())] };
    state.workspace.with_plan(|plan| {
        let has = |id: &MeasureId| plan.measures.get(id).is_some_and(|measure| measure.status == status);
        let group = |(key, ids): (GroupKey, Vec<MeasureId>)| {
            let ids: Vec<MeasureId> = ids.into_iter().filter(has).collect();
            (is_grouped.then(|| group_name(plan, &key, texts)), ids)
        };
        groups.into_iter().map(group).filter(|(_, ids)| !ids.is_empty()).collect()
    })
}

#[component]
fn StatusColumn(state: BoardState, status: MeasureStatus) -> impl IntoView {
    let texts = use_texts();
    let words = &texts.measures;
    let workspace = state.page.workspace;
    let groups = Memo::new(move |_| cards(state.page, status, texts));
    let sums = move || {
        let ids = groups.with(|groups| groups.iter().flat_map(|(_, ids)| ids.clone()).collect::<Vec<_>>());
        workspace.with_plan(|plan| {
            let cost = reiseplan::finance::total_cost(ids.iter().filter_map(|id| plan.measures.get(id)));
            let money = format::short_money(texts.language, cost, &plan.profile().currency);
            if cost > 0.0 { format!("{} · {money}", ids.len()) } else { ids.len().to_string() }
        })
    };
    let is_over = move || state.drag.with(|drag| drag.as_ref().is_some_and(|drag| drag.moves() && drag.over == Some(status)));
    let name = (texts.terms.measure_status)(status);
    let heading = format!("board-{}", status_key(status));
    let most = RwSignal::new(SHOWN);
    let made = RwSignal::new(AT_ONCE);
    Effect::new(move |_| {
        if made.get() < most.get() {
            page::after_paint(move || {
                made.try_update(|made| *made += AT_ONCE);
            });
        }
    });
    let count = Memo::new(move |_| groups.with(|groups| groups.iter().map(|(_, ids)| ids.len()).sum::<usize>()));
    let keys = move || {
        let mut left = if workspace.printing.get() { usize::MAX } else { made.get().min(most.get()) };
        let mut entries = Vec::new();
        for (title, ids) in groups.get() {
            if left == 0 {
                break;
            }
            entries.extend(title.map(Entry::Group));
            let shown = ids.len().min(left);
            left -= shown;
            entries.extend(ids.into_iter().take(shown).map(Entry::Card));
        }
        entries
    };
    let more = move || {
        let left = count.get().saturating_sub(most.get());
        (left > 0).then(|| {
            let press = move |()| most.update(|most| *most += SHOWN);
            view! {
                <div class="board-more no-print">
                    <Button kind=ButtonKind::Quiet label=(words.more_cards)(left.min(SHOWN)) on_press=press />
                </div>
            }
        })
    };
    view! {
        <section
            class="board-column"
            class:board-over=is_over
            data-status=status_key(status)
            aria-labelledby=heading.clone()
        >
            <h2 class="board-head">
                <span id=heading.clone()>{name}</span>
                <span class="board-sum">{sums}</span>
            </h2>
            <ul class="board-cards">
                <For
                    each=keys
                    key=Clone::clone
                    children=move |entry| match entry {
                        Entry::Group(title) => view! { <li class="board-group" dir="auto">{title}</li> }.into_any(),
                        Entry::Card(id) => view! { <Card state id status /> }.into_any(),
                    }
                />
            </ul>
            {more}
            {move || groups.with(Vec::is_empty).then(|| view! { <p class="board-empty">{words.column_empty}</p> })}
        </section>
    }
}

/// What stands in a column.
#[derive(Clone, PartialEq, Eq, Hash)]
enum Entry {
    Group(String),
    Card(MeasureId),
}

fn facts(plan: &Plan, measure: &Measure, tangled: bool, today: Day, texts: &Texts) -> CardFacts {
    let department = measure.department.as_ref().and_then(|id| plan.departments.get(id)).map(|it| it.name.clone());
    let end = measure.end.map(|day| (texts.measures.period)(None, Some(&format::day(texts.language, day))));
    let who = department.or_else(|| Some(measure.owner.clone()).filter(|owner| !owner.is_empty()));
    let note = [who, end].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    CardFacts {
        title: heading(measure, texts),
        note: if note.is_empty() { texts.measures.nobody.to_owned() } else { note },
        cost: cost(measure, &plan.profile().currency, texts),
        phase: plan.phase_of(measure.sub_phase.as_ref()),
        late: measure.is_late(today),
        contradicts: tangled,
    }
}

#[component]
fn Card(state: BoardState, id: MeasureId, status: MeasureStatus) -> impl IntoView {
    let texts = use_texts();
    let words = &texts.measures;
    let workspace = state.page.workspace;
    let own = id.clone();
    let facts = workspace.select(move |plan| {
        let tangled = state.tangled.with(|tangled| tangled.contains(&own));
        plan.measures.get(&own).map(|measure| facts(plan, measure, tangled, state.today, texts))
    });
    let own = id.clone();
    let offset = Memo::new(move |_| {
        state.drag.with(|drag| drag.as_ref().filter(|drag| drag.id == own && drag.moves()).map(|drag| drag.by))
    });
    let own = id.clone();
    let is_current = Memo::new(move |_| state.page.selected.with(|selected| selected.as_ref() == Some(&own)));
    let held = id.clone();
    let on_down = move |event: PointerEvent| {
        let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        let on_button = target.is_some_and(|target| target.closest("button").is_ok_and(|button| button.is_some()));
        if event.button() == 0 && event.pointer_type() == "mouse" && !on_button {
            let from = (event.client_x(), event.client_y());
            state.drag.set(Some(Drag { id: held.clone(), from, by: (0, 0), over: None }));
        }
    };
    let keyed = id.clone();
    let on_key = move |event: KeyboardEvent| {
        if !event.alt_key() || event.ctrl_key() || event.meta_key() {
            return;
        }
        match &*event.key() {
            "ArrowLeft" => step(state, &keyed, false),
            "ArrowRight" => step(state, &keyed, true),
            "ArrowUp" => reorder(state, &keyed, false),
            "ArrowDown" => reorder(state, &keyed, true),
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
    };
    let moving = id.clone();
    let button = move |title: &str, forward: bool| {
        let id = moving.clone();
        let possible = if forward { status != MeasureStatus::Dropped } else { status != MeasureStatus::Idea };
        let label = if forward { (words.move_right)(title) } else { (words.move_left)(title) };
        possible.then(|| {
            view! {
                <button
                    type="button"
                    class="icon-button icon-button-small"
                    tabindex="-1"
                    aria-label=label.clone()
                    title=label
                    on:click=move |_| step(state, &id, forward)
                >
                    <Icon icon=if forward { icons::LuArrowRight } else { icons::LuArrowLeft } />
                </button>
            }
        })
    };
    let href = workspace.link(Area::Measures, Some(id.as_id()));
    // All that a card says follows in one go: else a board would be slow to open.
    let content = move || {
        let CardFacts { title, note, cost, late, contradicts, .. } = facts.get()?;
        let word = if late { words.late } else { words.contradictions };
        let mark = (late || contradicts).then(|| {
            view! { <span class="board-mark"><Icon icon=icons::LuTriangleAlert /> {word}</span> }
        });
        let buttons = view! { <span class="board-buttons">{button(&title, false)} {button(&title, true)}</span> };
        Some(view! {
            <a class="board-title" href=href.clone() draggable="false" dir="auto">{title}</a>
            <span class="board-note" dir="auto">{note}</span>
            <span class="board-foot">
                <span class="board-cost">{cost}</span>
                {mark}
                {buttons}
            </span>
        })
    };
    view! {
        <li
            class="board-card"
            class:board-dragged=move || offset.get().is_some()
            data-item=id.to_string()
            data-phase=move || facts.with(|facts| facts.as_ref().and_then(|facts| facts.phase).map(phase_key))
            aria-current=move || is_current.get().then_some("true")
            style:transform=move || offset.get().map(|(x, y)| format!("translate({x}px, {y}px)")).unwrap_or_default()
            on:pointerdown=on_down
            on:keydown=on_key
        >
            {content}
        </li>
    }
}

/// Gives a measure another status.
fn put(state: BoardState, id: &MeasureId, status: MeasureStatus) {
    let workspace = state.page.workspace;
    let texts = workspace.texts();
    let plan = workspace.plan_now();
    let Some(measure) = plan.measures.get(id).filter(|measure| measure.status != status) else { return };
    state.page.change(Verb::Move, id, |measure| measure.status = status);
    workspace.tell_undoable((texts.measures.moved_to)(&heading(measure, texts), (texts.terms.measure_status)(status)));
    page::focus_soon(format!("[data-item=\"{id}\"] a"));
}

/// Moves a card one column on or back.
fn step(state: BoardState, id: &MeasureId, forward: bool) {
    let plan = state.page.workspace.plan_now();
    let Some(now) = plan.measures.get(id).map(|measure| measure.status) else { return };
    let at = MeasureStatus::ALL.iter().position(|status| *status == now).unwrap_or_default();
    let next = if forward { Some(at + 1) } else { at.checked_sub(1) };
    if let Some(status) = next.and_then(|at| MeasureStatus::ALL.get(at)) {
        put(state, id, *status);
    }
}

/// Moves a card past the one below or above in its column.
fn reorder(state: BoardState, id: &MeasureId, forward: bool) {
    let plan = state.page.workspace.plan_now();
    let Some(status) = plan.measures.get(id).map(|measure| measure.status) else { return };
    let peers: Vec<MeasureId> = state.page.listed.with_untracked(|listed| {
        listed.iter().filter(|id| plan.measures.get(id).is_some_and(|it| it.status == status)).cloned().collect()
    });
    let Some(at) = peers.iter().position(|peer| peer == id) else { return };
    let next = if forward { Some(at + 1) } else { at.checked_sub(1) };
    let Some(place) = next.and_then(|at| peers.get(at)).and_then(|peer| plan.measures.position(peer)) else { return };
    state.page.change_plan(Verb::Move, |plan| plan.measures.move_to(id, place));
    // Order by hand is seen only where nothing is sorted.
    state.page.sorted.set(None);
    page::focus_soon(format!("[data-item=\"{id}\"] a"));
}
