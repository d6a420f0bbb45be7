//! The target of a goal: value and day of its KPI, shown and set where the goal stands.

use super::{item, kpis::KpiState};
use crate::ui::{
    components::{DateField, IconButton, NumberField, icons, number_format},
    workspace::{use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::{
    editor::{Label, Noun, Verb},
    figures::standing::next_target,
    plan::TypedId,
    plan::{Day, GoalId, Kpi, KpiId, OtherFields, Target},
    route::Area,
};

/// Where the target stands that is set: the next one, if there is one.
fn place_of_next(kpi: &Kpi) -> Option<usize> {
    let next = next_target(kpi, None)?;
    kpi.targets.iter().position(|target| std::ptr::eq(target, next))
}

/// Changes the next target, or makes one.
fn change_next(kpi: &mut Kpi, change: impl FnOnce(&mut Target)) {
    let at = place_of_next(kpi).unwrap_or_else(|| {
        kpi.targets.push(Target { value: 0.0, by: None, other: OtherFields::new() });
        kpi.targets.len() - 1
    });
    change(&mut kpi.targets[at]);
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

/// Fields for value and day of the target of a goal's KPI.
#[component]
pub fn TargetFields(goal: GoalId, kpi: KpiId, #[prop(into)] on_close: Callback<()>) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.canvas;
    let own = kpi.clone();
    let target = workspace.select(move |plan| {
        let kpi = plan.kpis.get(&own)?;
        place_of_next(kpi).map(|at| (kpi.targets[at].value, kpi.targets[at].by))
    });
    let change = Callback::new(move |(value, by): (Option<f64>, Option<Option<Day>>)| {
        workspace.edit(Label::new(Verb::Change, Noun::Target), item::place(&goal.clone().into()), |plan| {
            plan.kpis.update(&kpi, |kpi| {
                change_next(kpi, |target| {
                    target.value = value.unwrap_or(target.value);
                    target.by = by.unwrap_or(target.by);
                });
            });
        });
    });
    let set_value = move |value: Option<f64>| change.run((value, None));
    view! {
        <div class="strategy-target">
            <NumberField
                label=words.target_value
                value=Signal::derive(move || target.get().map(|(value, _)| value))
                format=number_format::writer(texts.language)
                parse=number_format::reader(texts.language, false, words.target_error, f64::is_finite)
                on_commit=set_value
            />
            <DateField
                label=words.target_by
                value=Signal::derive(move || target.get().and_then(|(_, by)| by).map(|day| day.to_string()).unwrap_or_default())
                on_commit=move |day: String| change.run((None, Some(Day::parse(&day))))
            />
            <IconButton small=true icon=icons::LuX label=texts.shell.close on_press=on_close />
        </div>
    }
}
