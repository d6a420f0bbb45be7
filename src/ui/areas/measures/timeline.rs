//! The measures as bars along time, with milestones and what waits for what.

use super::{
    details::contradiction_words,
    state::{PageState, group_name},
    table::NoneShown,
    timeline_bar::Bar,
    timeline_marks::marks,
};
use crate::ui::{
    components::{Button, ButtonKind, IconButton, ScrollWindow, Segmented, icons},
    platform::{clock, page},
    workspace::{Workspace, use_texts},
};
use leptos::{ev::PointerEvent, prelude::*};
use reiseplan::{
    editor::{Label, Noun, Place, Verb},
    finance::{Contradiction, MeasureGrouping, Shift, TimeScale, all_contradictions, set_start, shift_measure},
    plan::{Day, Measure, MeasureId, Plan, TypedId},
    route::Area,
    texts::measures::{heading, period},
};
use std::collections::HashMap;

/// Height of a row in CSS pixels.
const ROW_HEIGHT: f64 = 36.0;
/// Height of the months above the rows.
const HEAD_HEIGHT: f64 = 40.0;
/// Width of the titles; the style sheet has the same.
const TITLE_WIDTH: f64 = 232.0;

/// The scales: name, width of a day, days of a step by key or button.
const SCALES: [(&str, f64, i64); 3] = [("months", 2.2, 7), ("weeks", 6.0, 7), ("days", 18.0, 1)];

/// A line of the timeline.
#[derive(Clone, PartialEq, Eq, Hash)]
enum Row {
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
    rows: Memo<Vec<Row>>,
    /// Numbers of the first row on the page and of the one behind the last.
    in_view: Memo<(usize, usize)>,
    window: ScrollWindow,
}

impl TimelineState {
    fn workspace(self) -> Workspace {
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
    fn show_bar(self, id: &MeasureId) {
        let row = self.rows.with_untracked(|rows| rows.iter().position(|row| *row == Row::Measure(id.clone())));
        if let Some(row) = row {
            self.window.show(row, HEAD_HEIGHT);
        }
        self.active.set(Some(id.clone()));
        page::focus_soon(format!("[data-bar=\"{id}\"]"));
    }

    /// Scrolls until a day stands a third of the way from the left.
    fn show_day(self, day: Day) {
        if let Some(scroller) = self.window.scroller.get_untracked() {
            let x = self.scale.get_untracked().x(day) - (f64::from(scroller.client_width()) - TITLE_WIDTH) / 3.0;
            scroller.set_scroll_left(x.max(0.0) as i32);
        }
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
        workspace.with_plan(|plan| {
            TimeScale::around(listed.iter().filter_map(|id| plan.measures.get(id)).map(|measure| &**measure), today, width)
        })
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

/// The months, the rows with their bars, today, and what waits for what.
#[component]
fn Chart(state: TimelineState) -> impl IntoView {
    let texts = use_texts();
    let words = &texts.measures;
    let (rows, scale, in_view, window) = (state.rows, state.scale, state.in_view, state.window);
    let shown = move || {
        let (first, last) = in_view.get();
        rows.with(|rows| rows.get(first..last).unwrap_or_default().to_vec())
    };
    let width = move || format!("{}px", scale.get().width());
    let on_move = move |event: PointerEvent| {
        if state.drag.with_untracked(Option::is_none) {
            return;
        }
        if event.buttons() == 0 {
            return state.drag.set(None);
        }
        state.drag.update(|drag| {
            if let Some(drag) = drag {
                drag.days = scale.get_untracked().days(f64::from(event.client_x() - drag.from));
                if drag.days != 0 {
                    state.was_drag.set_value(true);
                }
            }
        });
    };
    let on_up = move |_| {
        let Some(drag) = state.drag.get_untracked() else { return };
        state.drag.set(None);
        if drag.days != 0 {
            state.shift(&drag.id, drag.shift, drag.days);
        }
    };
    let months = move || marks(&scale.get(), texts);
    let today_x = move || format!("{}px", scale.get().x(state.today));
    let row = move |row: Row| match row {
        Row::Group(title) => view! {
            <div class="timeline-row timeline-group"><span class="timeline-title" dir="auto">{title}</span></div>
        }
        .into_any(),
        Row::Measure(id) => view! { <MeasureRow state id /> }.into_any(),
    };
    view! {
        <div
            node_ref=window.scroller
            class="timeline-scroll"
            class:timeline-dragging=move || state.drag.with(Option::is_some)
            role="region"
            aria-label=words.timeline
            tabindex="-1"
            on:scroll=move |_| window.follow()
            on:pointermove=on_move
            on:pointerup=on_up
            on:pointercancel=move |_| state.drag.set(None)
        >
            <div class="timeline" style:--lane-width=width>
                <div class="timeline-head" aria-hidden="true">
                    <span class="timeline-corner"></span>
                    <div class="timeline-months">
                        {months} <span class="timeline-now" style:inset-inline-start=today_x>{words.today}</span>
                    </div>
                </div>
                <div class="timeline-rows" style:height=move || window.space(rows.with(Vec::len))>
                    <div class="timeline-behind" aria-hidden="true">
                        {months}
                        <span class="timeline-today" style:inset-inline-start=today_x></span>
                    </div>
                    <Waits state />
                    <div style:height=move || window.space(in_view.get().0)></div>
                    <For each=shown key=Clone::clone children=row />
                </div>
            </div>
        </div>
    }
}

#[component]
fn MeasureRow(state: TimelineState, id: MeasureId) -> impl IntoView {
    let texts = use_texts();
    let words = &texts.measures;
    let workspace = state.workspace();
    let own = id.clone();
    let title = workspace.select(move |plan| plan.measures.get(&own).map(|measure| heading(measure, texts)).unwrap_or_default());
    let own = id.clone();
    let is_dated = workspace.select(move |plan| plan.measures.get(&own).is_some_and(|measure| span(measure).is_some()));
    let own = id.clone();
    let is_current = Memo::new(move |_| state.page.selected.with(|selected| selected.as_ref() == Some(&own)));
    let href = workspace.link(Area::Measures, Some(id.as_id()));
    let undated = id.clone();
    let set_dates = move |id: &MeasureId| {
        state.page.change(Verb::Change, id, |measure| {
            let first = state.today.month().plus(1);
            set_start(measure, Some(first.first_day()));
            measure.end = Some(first.plus(2).last_day());
        });
        state.show_bar(id);
    };
    let lane = move || match is_dated.get() {
        true => view! { <Bar state id=id.clone() /> }.into_any(),
        false => {
            let id = undated.clone();
            let press = move |()| set_dates(&id);
            view! {
                <span class="timeline-undated">
                    <Button
                        kind=ButtonKind::Link
                        label=Signal::derive(move || (words.set_dates)(&title.get()))
                        on_press=press
                    />
                </span>
            }
            .into_any()
        }
    };
    view! {
        <div class="timeline-row" aria-current=move || is_current.get().then_some("true")>
            <a class="timeline-title" href=href tabindex="-1" dir="auto" title=title>{title}</a>
            <div class="timeline-lane">{lane}</div>
        </div>
    }
}

/// Lines from the end of a measure to the start of one that waits for it.
#[component]
fn Waits(state: TimelineState) -> impl IntoView {
    let workspace = state.workspace();
    let lines = Memo::new(move |_| {
        let scale = state.scale.get();
        let (first, last) = state.in_view.get();
        let places: HashMap<MeasureId, usize> = state.rows.with(|rows| {
            let place = |(at, row): (usize, &Row)| if let Row::Measure(id) = row { Some((id.clone(), at)) } else { None };
            rows.iter().enumerate().filter_map(place).collect()
        });
        workspace.with_plan(|plan| {
            let mut lines: Vec<(String, bool)> = Vec::new();
            for (id, at) in &places {
                let Some(measure) = plan.measures.get(id) else { continue };
                for on in &measure.depends_on {
                    let (Some(from), Some(other)) = (places.get(on), plan.measures.get(on)) else { continue };
                    let is_shown = (first..last).contains(at) || (first..last).contains(from);
                    let (true, Some((_, end, _)), Some((start, ..))) = (is_shown, span(other), span(measure)) else { continue };
                    let is_early = state.found.with(|found| {
                        let early = |it: &Contradiction| match it {
                            Contradiction::StartsTooEarly { on: own, .. } | Contradiction::StartsBefore { on: own, .. } => {
                                own == on
                            }
                            _ => false,
                        };
                        found.get(id).is_some_and(|found| found.iter().any(early))
                    });
                    let (x, width) = scale.bar(end, end);
                    lines.push((path((x + width, *from), (scale.x(start), *at)), is_early));
                }
            }
            lines.sort();
            lines
        })
    });
    let paths = move || {
        let path = |(path, early): (String, bool)| view! { <path d=path class:timeline-early=early /> };
        lines.get().into_iter().map(path).collect_view()
    };
    view! { <svg class="timeline-waits" aria-hidden="true">{paths}</svg> }
}

/// A line with right angles from a place to another, each with its row; an arrow at its end.
fn path(from: (f64, usize), to: (f64, usize)) -> String {
    const OUT: f64 = 7.0;
    let y = |row: usize| (row as f64 + 0.5) * ROW_HEIGHT;
    let ((x1, y1), (x2, y2)) = ((from.0, y(from.1)), (to.0, y(to.1)));
    let across = if to.1 > from.1 { y2 - ROW_HEIGHT / 2.0 } else { y2 + ROW_HEIGHT / 2.0 };
    let bend = x1 + OUT;
    let way = if x2 - OUT >= bend {
        format!("M{x1} {y1}H{bend}V{y2}H{x2}")
    } else {
        format!("M{x1} {y1}H{bend}V{across}H{}V{y2}H{x2}", x2 - OUT)
    };
    format!("{way}m-4 -3l4 3l-4 3")
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
