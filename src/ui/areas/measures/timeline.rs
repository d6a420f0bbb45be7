//! The measures as bars along time, with milestones and what waits for what.

use super::{
    details::contradiction_words,
    state::{PageState, group_name},
    table::NoneShown,
    timeline_chart::Chart,
};
use crate::ui::{
    components::{Button, ButtonKind, IconButton, ScrollWindow, Segmented, icons},
    platform::{clock, page},
    workspace::{Workspace, use_texts},
};
use leptos::prelude::*;
use reiseplan::{
    editor::{Label, Noun, Place, Verb},
    finance::{Contradiction, MeasureGrouping, Shift, TimeScale, all_contradictions, shift_measure},
    plan::{Day, Measure, MeasureId, Plan, TypedId},
    route::Area,
    texts::measures::{heading, period},
};
use std::collections::HashMap;

/// Height of a row in CSS pixels.
pub const ROW_HEIGHT: f64 = 36.0;
/// Height of the months above the rows.
const HEAD_HEIGHT: f64 = 40.0;
/// Width of the titles; the style sheet has the same.
const TITLE_WIDTH: f64 = 232.0;
/// Width of all of it on paper; the style sheet makes it smaller there, so that this is a page of A4 across.
const PAPER_WIDTH: f64 = 1280.0;

/// The scales: name, width of a day, days of a step by key or button.
const SCALES: [(&str, f64, i64); 3] = [("months", 2.2, 7), ("weeks", 6.0, 7), ("days", 18.0, 1)];

/// A line of the timeline.
#[derive(Clone, PartialEq, Eq, Hash)]
pub enum Row {
    Group(String),
    Measure(MeasureId),
}

/// A bar that is being dragged.
#[derive(Clone, PartialEq)]
pub struct Drag {
    pub id: MeasureId,
    pub shift: Shift,
    pub from: i32,
    pub days: i64,
}

#[derive(Clone, Copy)]
struct Chosen {
    scale: RwSignal<&'static str>,
}

/// What the bars share.
#[derive(Clone, Copy)]
pub struct TimelineState {
    pub page: PageState,
    pub today: Day,
    pub scale: Memo<TimeScale>,
    /// Days of a step.
    step: Memo<i64>,
    pub drag: RwSignal<Option<Drag>>,
    /// Whether the click that ends a drag is to open nothing.
    pub was_drag: StoredValue<bool>,
    /// The measure that keys and buttons move.
    pub active: RwSignal<Option<MeasureId>>,
    /// The bar that Tab leads to: the active one if it is on the page, else the first that is.
    pub stop: Memo<Option<MeasureId>>,
    /// What contradicts itself, by measure.
    pub found: Memo<HashMap<MeasureId, Vec<Contradiction>>>,
    pub rows: Memo<Vec<Row>>,
    /// Numbers of the first row on the page and of the one behind the last.
    pub in_view: Memo<(usize, usize)>,
    pub window: ScrollWindow,
}

impl TimelineState {
    pub fn workspace(self) -> Workspace {
        self.page.workspace
    }

    /// Moves or stretches a bar; steps that follow each other quickly are one.
    pub fn shift(self, id: &MeasureId, shift: Shift, days: i64) {
        let place = Place::area(Area::Measures);
        let key = format!("timeline-{id}-{shift:?}");
        self.workspace().edit_continued(Label::new(Verb::Move, Noun::Measure), place, &key, |plan| {
            plan.measures.update(id, |measure| {
                shift_measure(measure, shift, days);
            });
        });
    }

    /// Moves or stretches by a step of the scale.
    pub fn step(self, id: &MeasureId, shift: Shift, forward: bool) {
        let days = self.step.get_untracked();
        self.shift(id, shift, if forward { days } else { -days });
        self.show_bar(id);
    }

    /// Goes to the bar above or below.
    pub fn go(self, from: &MeasureId, forward: bool) {
        let measures = self.rows.with_untracked(|rows| with_bar(&self.workspace().plan_now(), rows));
        let Some(at) = measures.iter().position(|id| id == from) else { return };
        let next = if forward { at.checked_add(1) } else { at.checked_sub(1) };
        if let Some(id) = next.and_then(|at| measures.get(at)) {
            self.show_bar(id);
        }
    }

    /// Shows a bar and gives it the focus.
    pub fn show_bar(self, id: &MeasureId) {
        let row = self.rows.with_untracked(|rows| rows.iter().position(|row| *row == Row::Measure(id.clone())));
        if let Some(row) = row {
            self.window.show(row, HEAD_HEIGHT);
        }
        self.active.set(Some(id.clone()));
        page::focus_soon(format!("[data-bar=\"{id}\"]"));
    }

    /// Scrolls until a day stands a third of the way from the left.
    fn show_day(self, day: Day) {
        // The timeline may have been left meanwhile.
        let Some(scroller) = self.window.scroller.try_get_untracked().flatten() else { return };
        let x = self.scale.get_untracked().x(day) - (f64::from(scroller.client_width()) - TITLE_WIDTH) / 3.0;
        scroller.set_scroll_left(x.max(0.0) as i32);
    }
}

/// The measures of rows that have a bar.
fn with_bar(plan: &Plan, rows: &[Row]) -> Vec<MeasureId> {
    let has_bar = |row: &Row| match row {
        Row::Measure(id) => plan.measures.get(id).filter(|measure| span(measure).is_some()).map(|_| id.clone()),
        Row::Group(_) => None,
    };
    rows.iter().filter_map(has_bar).collect()
}

/// First and last day of a bar, and whether one of them is a guess since it isn't given.
pub fn span(measure: &Measure) -> Option<(Day, Day, bool)> {
    const GUESS: i64 = 29;
    match (measure.start, measure.end) {
        (Some(start), Some(end)) => Some((start, end, false)),
        (Some(start), None) => Some((start, start.plus_days(GUESS)?, true)),
        (None, Some(end)) => Some((end.plus_days(-GUESS)?, end, true)),
        (None, None) => None,
    }
}

/// The timeline.
#[component]
pub fn Timeline() -> impl IntoView {
    let texts = use_texts();
    let words = &texts.measures;
    let page_state = expect_context::<PageState>();
    let workspace = page_state.workspace;
    let today = clock::today();
    let Chosen { scale: chosen } = workspace.lasting(|| Chosen { scale: RwSignal::new(SCALES[0].0) });
    let setting = Memo::new(move |_| SCALES.into_iter().find(|(key, ..)| *key == chosen.get()).unwrap_or(SCALES[0]));
    let scale = Memo::new(move |_| {
        let (_, width, _) = setting.get();
        let listed = page_state.listed.get();
        let scale = workspace.with_plan(|plan| {
            TimeScale::around(listed.iter().filter_map(|id| plan.measures.get(id)).map(|measure| &**measure), today, width)
        });
        if workspace.printing.get() { scale.fitted(PAPER_WIDTH - TITLE_WIDTH) } else { scale }
    });
    let rows = Memo::new(move |_| {
        let is_grouped = page_state.grouping.get() != MeasureGrouping::None;
        let groups = page_state.groups();
        workspace.with_plan(|plan| {
            let lines = groups.into_iter().flat_map(|(key, ids)| {
                let head = is_grouped.then(|| Row::Group(group_name(plan, &key, texts)));
                head.into_iter().chain(ids.into_iter().map(Row::Measure)).collect::<Vec<_>>()
            });
            lines.collect::<Vec<_>>()
        })
    });
    let window = ScrollWindow::new(ROW_HEIGHT);
    let in_view = Memo::new(move |_| window.range(rows.with(Vec::len), workspace.printing.get()));
    let active = RwSignal::new(None);
    let stop = Memo::new(move |_| {
        let (first, last) = in_view.get();
        let bars = workspace.with_plan(|plan| rows.with(|rows| with_bar(plan, rows.get(first..last).unwrap_or_default())));
        let active = active.get().filter(|id| bars.contains(id));
        active.or_else(|| bars.into_iter().next())
    });
    let state = TimelineState {
        page: page_state,
        today,
        scale,
        step: Memo::new(move |_| setting.get().2),
        drag: RwSignal::new(None),
        was_drag: StoredValue::new(false),
        active,
        stop,
        found: workspace.select(|plan| all_contradictions(plan).into_iter().collect()),
        rows,
        in_view,
        window,
    };
    Effect::new(move |_| {
        setting.track();
        page::after_render(move || state.show_day(today));
    });
    view! {
        <Tools state chosen />
        <Chart state />
        {move || page_state.listed.with(Vec::is_empty).then(|| view! { <NoneShown /> })}
        <p class="measures-keys no-print">{words.timeline_keys}</p>
        <Contradictions state />
    }
}

/// Scale, the way to today, and buttons that move the chosen bar.
#[component]
fn Tools(state: TimelineState, chosen: RwSignal<&'static str>) -> impl IntoView {
    let texts = use_texts();
    let words = &texts.measures;
    let workspace = state.workspace();
    let name = |key: &str| match key {
        "days" => words.scale_days,
        "weeks" => words.scale_weeks,
        _ => words.scale_months,
    };
    let options = SCALES.map(|(key, ..)| (key.to_owned(), name(key).to_owned())).to_vec();
    let pick = move |key: String| {
        if let Some((key, ..)) = SCALES.into_iter().find(|(own, ..)| *own == key) {
            chosen.set(key);
        }
    };
    let told = move || {
        let id = state.active.get()?;
        workspace.with_plan(|plan| {
            let measure = plan.measures.get(&id)?;
            Some((words.chosen)(&heading(measure, texts), &period(measure, texts)))
        })
    };
    let none = Signal::derive(move || state.active.with(Option::is_none));
    let button = move |label: &'static str, icon, shift: Shift, forward: bool| {
        let press = move |()| {
            if let Some(id) = state.active.get_untracked() {
                state.step(&id, shift, forward);
            }
        };
        view! { <IconButton icon=icon label=label disabled=none on_press=press /> }
    };
    view! {
        <div class="timeline-tools no-print">
            <Segmented
                label=words.scale
                options=Signal::stored(options)
                value=Signal::derive(move || chosen.get().to_owned())
                on_pick=pick
            />
            <Button
                kind=ButtonKind::Quiet
                icon=icons::LuCalendarDays
                label=words.to_today
                on_press=move |()| state.show_day(state.today)
            />
            <span class="timeline-chosen" role="status" dir="auto">{move || told().unwrap_or_else(|| words.choose_bar.to_owned())}</span>
            {button(words.earlier, icons::LuArrowLeft, Shift::Whole, false)}
            {button(words.later, icons::LuArrowRight, Shift::Whole, true)}
            {button(words.start_earlier, icons::LuArrowLeftFromLine, Shift::Start, false)}
            {button(words.start_later, icons::LuArrowRightFromLine, Shift::Start, true)}
            {button(words.end_earlier, icons::LuChevronsRightLeft, Shift::End, false)}
            {button(words.end_later, icons::LuChevronsLeftRight, Shift::End, true)}
        </div>
    }
}

/// What contradicts itself, by measure, below the chart.
#[component]
fn Contradictions(state: TimelineState) -> impl IntoView {
    let texts = use_texts();
    let words = &texts.measures;
    let workspace = state.workspace();
    let found = Memo::new(move |_| {
        let listed = state.page.listed.get();
        let found = state.found.get();
        workspace.with_plan(|plan| {
            let line = |id: &MeasureId| {
                let sentences = contradiction_words(plan, id, found.get(id)?, texts);
                Some((id.clone(), heading(plan.measures.get(id)?, texts), sentences.join(" ")))
            };
            listed.iter().filter_map(line).collect::<Vec<_>>()
        })
    });
    let items = move || {
        let item = |(id, title, sentences): (MeasureId, String, String)| {
            view! {
                <li class="row">
                    <a class="row-title" href=workspace.link(Area::Measures, Some(id.as_id())) dir="auto">{title}</a>
                    <span class="row-note bad" dir="auto">{sentences}</span>
                </li>
            }
        };
        found.get().into_iter().map(item).collect_view()
    };
    view! {
        <section class="timeline-contradictions" aria-label=words.contradictions>
            <h2>{words.contradictions}</h2>
            {move || found.with(Vec::is_empty).then(|| view! { <p class="secondary">{words.no_contradictions}</p> })}
            <ul class="row-list">{items}</ul>
        </section>
    }
}
