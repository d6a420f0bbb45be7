//! The target of a goal: value and day of its KPI, shown and set where the goal stands.

use super::kpis::KpiState;
use crate::ui::{
    components::{DateField, IconButton, NumberField, icons, number_format},
    workspace::{use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::{
    editor::{Label, Noun, Place, Verb},
    figures::standing::{last_standing, next_target, set_next_target},
    plan::{Day, KpiId, Plan, TypedId},
    route::Area,
};

/// A target's value and day.
type Aim = (f64, Option<Day>);

/// Up to which day a KPI has data: it decides which target is next.
fn known_to(plan: &Plan, kpi: &KpiId) -> Option<Day> {
    last_standing(plan, kpi).map(|standing| standing.last.0.last_day())
}

/// The target that is next, as the goal's row shows it.
fn next_aim(plan: &Plan, kpi: &KpiId) -> Option<Aim> {
    next_target(plan.kpis.get(kpi)?, known_to(plan, kpi)).map(|target| (target.value, target.by))
}

/// How the KPI of a goal stands against its target; a link to the KPI.
#[component]
pub fn GoalState(kpi: Signal<Option<KpiId>>) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.canvas;
    let state = Memo::new(move |_| {
        let id = kpi.get()?;
        workspace.with_plan(|plan| plan.kpis.get(&id).map(|kpi| (id.clone(), KpiState::of(plan, kpi, texts))))
    });
    move || {
        let (id, state) = state.get()?;
        let target = state.target.unwrap_or_else(|| words.no_target.to_owned());
        let now = state.value.map_or_else(|| words.no_data.to_owned(), |value| (words.now)(&value));
        Some(view! {
            <a
                class="strategy-goal-state"
                href=workspace.link(Area::Kpis, Some(id.as_id()))
                data-reached=state.reached.map(|reached| reached.to_string())
                title=state.sure
            >
                {format!("{target} · {now}")}
            </a>
        })
    }
}

/// Fields for value and day of the target of a goal's KPI. A day alone is no target yet: it waits for the value. Without
/// its value the target is gone.
#[component]
pub fn TargetFields(kpi: KpiId, #[prop(into)] on_close: Callback<()>) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.canvas;
    let own = kpi.clone();
    let target = workspace.select(move |plan| next_aim(plan, &own));
    let waiting = RwSignal::new(None::<Day>);
    let set = Callback::new(move |wanted: Option<Aim>| {
        let verb = match (target.get_untracked(), wanted) {
            (None, _) => Verb::Add,
            (Some(_), Some(_)) => Verb::Change,
            (Some(_), None) => Verb::Remove,
        };
        workspace.edit(Label::new(verb, Noun::Target), Place::area(Area::Strategy), |plan| {
            let known_to = known_to(plan, &kpi);
            plan.kpis.update(&kpi, |kpi| set_next_target(kpi, known_to, wanted));
        });
        waiting.set(None);
        if wanted.is_none() {
            workspace.tell_undoable(texts.kpis.target_removed.to_owned());
        }
    });
    let set_value = move |value: Option<f64>| {
        let by = target.get_untracked().map_or_else(|| waiting.get_untracked(), |(_, by)| by);
        set.run(value.map(|value| (value, by)));
    };
    let set_day = move |day: String| match (target.get_untracked(), Day::parse(&day)) {
        (Some((value, _)), by) => set.run(Some((value, by))),
        (None, by) => waiting.set(by),
    };
    let day = Signal::derive(move || {
        let by = target.get().map_or_else(|| waiting.get(), |(_, by)| by);
        by.map(|day| day.to_string()).unwrap_or_default()
    });
    view! {
        <div class="strategy-target">
            <NumberField
                label=words.target_value
                value=Signal::derive(move || target.get().map(|(value, _)| value))
                format=number_format::writer(texts.language)
                parse=number_format::reader(texts.language, true, words.target_error, f64::is_finite)
                on_commit=set_value
            />
            <DateField label=words.target_by value=day on_commit=set_day />
            <IconButton small=true icon=icons::LuX label=texts.shell.close on_press=on_close />
            <p class="field-hint" role="status">
                {move || waiting.get().is_some().then_some(words.target_pending)}
            </p>
        </div>
    }
}
