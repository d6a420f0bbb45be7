//! The chart of the timeline: months, rows with their bars, today, and what waits for what; on paper page by page.

use super::{
    timeline::{ROW_HEIGHT, Row, TimelineState, span},
    timeline_bar::Bar,
    timeline_marks::marks,
};
use crate::ui::{
    components::{Button, ButtonKind},
    workspace::use_texts,
};
use leptos::{ev::PointerEvent, prelude::*};
use reiseplan::{
    editor::Verb,
    finance::{Contradiction, set_start},
    plan::{MeasureId, TypedId},
    route::Area,
    texts::measures::heading,
};
use std::collections::HashMap;

/// Rows on the first page of paper, below the head of the page, and on each that follows.
const PAPER_ROWS: (usize, usize) = (20, 22);

/// A piece of the chart with months above it: all of it on screen, a page on paper.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Sheet {
    /// The row that it begins with.
    top: usize,
    /// For how many rows it has room.
    rows: usize,
    /// The first row that is made.
    first: usize,
    /// The row behind the last that is made.
    last: usize,
}

/// The pages of paper for so many rows.
fn paper_sheets(rows: usize) -> Vec<Sheet> {
    let mut sheets = Vec::new();
    let (mut top, mut room) = (0, PAPER_ROWS.0);
    while top < rows || sheets.is_empty() {
        let last = (top + room).min(rows);
        sheets.push(Sheet { top, rows: last - top, first: top, last });
        (top, room) = (last, PAPER_ROWS.1);
    }
    sheets
}

/// The months, the rows with their bars, today, and what waits for what.
#[component]
pub fn Chart(state: TimelineState) -> impl IntoView {
    let words = &use_texts().measures;
    let (rows, scale, window) = (state.rows, state.scale, state.window);
    let printing = state.workspace().printing;
    let sheets = Memo::new(move |_| {
        let count = rows.with(Vec::len);
        let (first, last) = state.in_view.get();
        if printing.get() { paper_sheets(count) } else { vec![Sheet { top: 0, rows: count, first, last }] }
    });
    let sheet = move |at: usize| {
        let own = Memo::new(move |_| sheets.with(|sheets| sheets.get(at).copied().unwrap_or_default()));
        view! { <SheetOfRows state sheet=own /> }
    };
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
            <For each=move || 0..sheets.with(Vec::len) key=|at| *at children=sheet />
        </div>
    }
}

/// A piece of the chart.
#[component]
fn SheetOfRows(state: TimelineState, sheet: Memo<Sheet>) -> impl IntoView {
    let texts = use_texts();
    let (scale, window) = (state.scale, state.window);
    let shown = move || {
        let Sheet { first, last, .. } = sheet.get();
        state.rows.with(|rows| rows.get(first..last).unwrap_or_default().to_vec())
    };
    let above = move || sheet.with(|sheet| sheet.first - sheet.top);
    let width = move || format!("{}px", scale.get().width());
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
        <div class="timeline" style:--lane-width=width>
            <div class="timeline-head" aria-hidden="true">
                <span class="timeline-corner"></span>
                <div class="timeline-months">
                    {months} <span class="timeline-now" style:inset-inline-start=today_x>{texts.measures.today}</span>
                </div>
            </div>
            <div class="timeline-rows" style:height=move || window.space(sheet.get().rows)>
                <div class="timeline-behind" aria-hidden="true">
                    {months}
                    <span class="timeline-today" style:inset-inline-start=today_x></span>
                </div>
                <Waits state sheet />
                <div style:height=move || window.space(above())></div>
                <For each=shown key=Clone::clone children=row />
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

/// Lines from the end of a measure to the start of one that waits for it, as far as they lie on a sheet.
#[component]
fn Waits(state: TimelineState, sheet: Memo<Sheet>) -> impl IntoView {
    let workspace = state.workspace();
    let lines = Memo::new(move |_| {
        let scale = state.scale.get();
        let Sheet { first, last, .. } = sheet.get();
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
    let moved = move || format!("translate(0 {})", -(sheet.get().top as f64) * ROW_HEIGHT);
    view! { <svg class="timeline-waits" aria-hidden="true"><g transform=moved>{paths}</g></svg> }
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
