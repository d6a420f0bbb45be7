//! A bar of the timeline with its milestones.

use super::{
    choices::status_key,
    timeline::{Drag, TimelineState, span},
};
use crate::ui::{components::phase_key, workspace::use_texts};
use leptos::{
    ev::{KeyboardEvent, MouseEvent, PointerEvent},
    prelude::*,
};
use reiseplan::{
    finance::{Shift, shift_measure},
    plan::{Day, Measure, MeasureId, MeasureStatus, Milestone, Phase, Plan, TypedId},
    route::Area,
    texts::{
        Texts, format,
        measures::{heading, period},
    },
};
use wasm_bindgen::JsCast;

/// What a bar shows.
#[derive(Clone, PartialEq)]
struct Facts {
    start: Day,
    end: Day,
    is_guess: bool,
    label: String,
    status: MeasureStatus,
    phase: Option<Phase>,
    is_late: bool,
    milestones: Vec<Milestone>,
}

fn facts(plan: &Plan, measure: &Measure, today: Day, texts: &Texts) -> Option<Facts> {
    let words = &texts.measures;
    let (start, end, is_guess) = span(measure)?;
    let status = (texts.terms.measure_status)(measure.status);
    let mut label = vec![(words.bar)(&heading(measure, texts), &period(measure, texts), status)];
    let named = |milestone: &Milestone| match milestone.day {
        Some(day) => format!("{} ({})", milestone.title, format::day(texts.language, day)),
        None => milestone.title.clone(),
    };
    if !measure.milestones.is_empty() {
        label.push((words.milestones_of_bar)(&measure.milestones.iter().map(named).collect::<Vec<_>>().join(", ")));
    }
    let before = measure.depends_on.iter().filter_map(|id| plan.measures.get(id)).map(|other| heading(other, texts));
    let before: Vec<String> = before.collect();
    if !before.is_empty() {
        label.push((words.after)(&before.join(", ")));
    }
    Some(Facts {
        start,
        end,
        is_guess,
        label: label.join(". "),
        status: measure.status,
        phase: plan.phase_of(measure.sub_phase.as_ref()),
        is_late: measure.is_late(today),
        milestones: measure.milestones.clone(),
    })
}

/// The bar: it is moved by its middle and stretched at its ends, by keys and by the buttons above.
#[component]
pub fn Bar(state: TimelineState, id: MeasureId) -> impl IntoView {
    let texts = use_texts();
    let workspace = state.page.workspace;
    let own = id.clone();
    // While a bar is dragged it is shown as it would be.
    let drag = Memo::new(move |_| state.drag.with(|drag| drag.as_ref().filter(|drag| drag.id == own).cloned()));
    let own = id.clone();
    let facts = workspace.select(move |plan| {
        let mut measure = Measure::clone(plan.measures.get(&own)?);
        if let Some(drag) = drag.get() {
            shift_measure(&mut measure, drag.shift, drag.days);
        }
        facts(plan, &measure, state.today, texts)
    });
    let place = Memo::new(move |_| facts.with(|facts| facts.as_ref().map(|it| state.scale.get().bar(it.start, it.end))));
    let own = id.clone();
    let is_stop = Memo::new(move |_| state.stop.with(|stop| stop.as_ref() == Some(&own)));
    let own = id.clone();
    let is_active = Memo::new(move |_| state.active.with(|active| active.as_ref() == Some(&own)));
    let own = id.clone();
    let contradicts = Memo::new(move |_| state.found.with(|found| found.contains_key(&own)));
    let held = id.clone();
    let on_down = move |event: PointerEvent| {
        if event.button() != 0 {
            return;
        }
        let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        let part = target.and_then(|target| target.get_attribute("data-shift"));
        let bar = event.current_target().and_then(|bar| bar.dyn_into::<web_sys::Element>().ok());
        let shift = match part.as_deref() {
            Some("start") => Shift::Start,
            Some("end") => Shift::End,
            _ => Shift::Whole,
        };
        state.was_drag.set_value(false);
        state.active.set(Some(held.clone()));
        if event.pointer_type() != "touch" {
            // Whatever the pointer is over until it is released.
            let _ = bar.map(|bar| bar.set_pointer_capture(event.pointer_id()));
            state.drag.set(Some(Drag { id: held.clone(), shift, from: event.client_x(), days: 0 }));
        }
    };
    let on_click = move |event: MouseEvent| {
        if state.was_drag.get_value() {
            state.was_drag.set_value(false);
            event.prevent_default();
        }
    };
    let keyed = id.clone();
    let on_key = move |event: KeyboardEvent| {
        let forward = matches!(&*event.key(), "ArrowRight" | "ArrowDown");
        match (&*event.key(), event.ctrl_key(), event.alt_key(), event.shift_key()) {
            ("ArrowLeft" | "ArrowRight", false, true, false) => state.step(&keyed, Shift::Whole, forward),
            ("ArrowLeft" | "ArrowRight", true, false, true) => state.step(&keyed, Shift::Start, forward),
            ("ArrowLeft" | "ArrowRight", false, true, true) => state.step(&keyed, Shift::End, forward),
            ("ArrowUp" | "ArrowDown", false, false, false) => state.go(&keyed, forward),
            ("Escape", ..) if state.drag.with_untracked(Option::is_some) => state.drag.set(None),
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
    };
    let focused = id.clone();
    let read = move |read: fn(&Facts) -> bool| facts.with(|facts| facts.as_ref().is_some_and(read));
    let milestones = move || {
        let scale = state.scale.get();
        let mark = |milestone: Milestone| {
            let x = scale.x(milestone.day?) + scale.day_width / 2.0;
            let day = milestone.day.map(|day| format::day(texts.language, day)).unwrap_or_default();
            Some(view! {
                <span
                    class="timeline-milestone"
                    class:timeline-reached=milestone.reached
                    style:inset-inline-start=format!("{x}px")
                    title=format!("{} {day}", milestone.title)
                ></span>
            })
        };
        let milestones = facts.with(|facts| facts.as_ref().map(|facts| facts.milestones.clone()).unwrap_or_default());
        milestones.into_iter().filter_map(mark).collect_view()
    };
    view! {
        <a
            class="timeline-bar"
            class:timeline-guess=move || read(|facts| facts.is_guess)
            class:timeline-late=move || read(|facts| facts.is_late)
            class:timeline-wrong=move || contradicts.get()
            class:timeline-active=move || is_active.get()
            href=workspace.link(Area::Measures, Some(id.as_id()))
            draggable="false"
            tabindex=move || if is_stop.get() { "0" } else { "-1" }
            data-bar=id.to_string()
            data-status=move || facts.with(|facts| facts.as_ref().map(|facts| status_key(facts.status)))
            data-phase=move || facts.with(|facts| facts.as_ref().and_then(|facts| facts.phase).map(phase_key))
            aria-label=move || facts.with(|facts| facts.as_ref().map(|facts| facts.label.clone()))
            title=move || facts.with(|facts| facts.as_ref().map(|facts| facts.label.clone()))
            style:inset-inline-start=move || place.get().map(|(x, _)| format!("{x}px")).unwrap_or_default()
            style:width=move || place.get().map(|(_, width)| format!("{width}px")).unwrap_or_default()
            on:pointerdown=on_down
            on:click=on_click
            on:keydown=on_key
            on:focus=move |_| state.active.set(Some(focused.clone()))
        >
            <span class="timeline-end" data-shift="start"></span>
            <span class="timeline-end" data-shift="end"></span>
        </a>
        {milestones}
    }
}
