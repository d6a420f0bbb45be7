//! The canvas: the lifecycle at a glance, and below it for each phase what is known and planned.

use super::{
    item,
    sub_phase::{SubPhaseColumn, heading_id},
};
use crate::ui::{
    components::{
        Button, ButtonKind, EmptyState, LifecycleColumn, LifecycleCost, LifecycleCount, LifecycleRow, LifecycleTable, LinkButton,
        icons, phase_key,
    },
    platform::page,
    workspace::{use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::{
    figures::lifecycle::{SubPhaseSummary, lifecycle},
    plan::{Phase, Plan, SubPhaseId},
    route::Area,
    texts::{Texts, format},
};

/// The canvas.
#[component]
pub fn Canvas() -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.strategy;
    let has_sub_phases = workspace.select(|plan| !plan.sub_phases.is_empty());
    let strays = workspace.select(|plan| {
        plan.goals.iter().any(|goal| goal.sub_phase.is_none())
            || plan.weaknesses.iter().any(|weakness| weakness.sub_phase.is_none())
            || plan.measures.iter().any(|measure| measure.sub_phase.is_none())
    });
    let glance = move || match has_sub_phases.get() {
        true => view! { <Glance /> }.into_any(),
        false => view! {
            <EmptyState icon=icons::LuRoute title=words.no_sub_phases_title text=words.no_sub_phases_text>
                <LinkButton label=words.to_settings href=workspace.link(Area::Settings, None) />
            </EmptyState>
        }
        .into_any(),
    };
    view! {
        {glance}
        <FirstStep />
        {Phase::ALL.map(|phase| view! { <PhaseSection phase /> }).collect_view()}
        {move || {
            strays
                .get()
                .then(|| {
                    view! {
                        <div class="strategy-phase">
                            <div class="strategy-columns"><SubPhaseColumn id=None first=false /></div>
                        </div>
                    }
                })
        }}
    }
}

/// What lies where in the lifecycle, and where nothing does.
#[component]
fn Glance() -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let (words, overview) = (&texts.canvas, &texts.overview);
    let sums = workspace.select(|plan| {
        lifecycle(plan).into_iter().filter_map(|(id, sum)| Some((id?, sum))).collect::<Vec<(SubPhaseId, SubPhaseSummary)>>()
    });
    let columns = workspace.select(move |plan| columns(plan, texts));
    let gaps = Memo::new(move |_| {
        let phase_of = |id: &SubPhaseId| workspace.with_plan(|plan| plan.phase_of(Some(id)));
        sums.with(|sums| {
            let used: Vec<Phase> =
                Phase::ALL.into_iter().filter(|phase| sums.iter().any(|(id, _)| phase_of(id) == Some(*phase))).collect();
            let sum = |phase: Phase, read: fn(&SubPhaseSummary) -> usize| -> usize {
                sums.iter().filter(|(id, _)| phase_of(id) == Some(phase)).map(|(_, sum)| read(sum)).sum()
            };
            let lacks = |goals: bool, measures: bool| -> Vec<Phase> {
                let fits = |phase: &Phase| {
                    (sum(*phase, |sum| sum.goals) == 0) == goals
                        && (sum(*phase, |sum| sum.measures + sum.also_served) == 0) == measures
                };
                used.iter().copied().filter(fits).collect()
            };
            (words.gaps)(&lacks(true, true), &lacks(true, false), &lacks(false, true))
        })
    });
    let currency = workspace.select(|plan| plan.profile().currency.clone());
    let most = Memo::new(move |_| sums.with(|sums| sums.iter().filter_map(|(_, sum)| sum.cost).fold(0.0, f64::max)));
    let of = move |at: usize| sums.with(|sums| sums.get(at).map(|(_, sum)| sum.clone()).unwrap_or_default());
    let rows = vec![
        LifecycleRow::new(overview.pain_points, Some(overview.pain_points_help), move |at| {
            let sum = of(at);
            let without = sum.pain_points_without_measure;
            let lack = (without > 0).then(|| (overview.without_measure)(without));
            view! { <LifecycleCount count=sum.pain_points none=overview.none lack /> }.into_any()
        }),
        LifecycleRow::new(overview.goals, None, move |at| {
            view! { <LifecycleCount count=of(at).goals none=overview.none lack=None /> }.into_any()
        }),
        LifecycleRow::new(overview.measures, None, move |at| {
            let sum = of(at);
            let lack = (sum.measures + sum.also_served == 0).then(|| words.nothing_here.to_owned());
            let none = if lack.is_some() { "" } else { overview.none };
            let note = (sum.also_served > 0).then(|| (words.also_served)(sum.also_served));
            view! { <LifecycleCount count=sum.measures none lack note /> }.into_any()
        }),
        LifecycleRow::new(overview.cost, Some(overview.cost_help), move |at| match of(at).cost {
            Some(cost) => {
                let most = most.get();
                let share = if most > 0.0 { cost / most } else { 0.0 };
                view! { <LifecycleCost share words=format::short_money(texts.language, cost, &currency.get()) /> }.into_any()
            }
            None => view! { <span class="lifecycle-none">"–"</span> }.into_any(),
        }),
    ];
    let pick = move |id: String| {
        if let Ok(sub_phase) = SubPhaseId::try_from(id.as_str()) {
            page::reveal(&heading_id(&sub_phase));
        }
    };
    view! {
        <p class="strategy-gaps">{gaps}</p>
        <LifecycleTable label=words.glance columns rows on_pick=pick />
    }
}

/// The sub-phases, with the phase above the first of each.
fn columns(plan: &Plan, texts: &Texts) -> Vec<LifecycleColumn> {
    let mut before = None;
    plan.sub_phases
        .iter()
        .map(|sub_phase| {
            let starts = before.replace(sub_phase.phase) != Some(sub_phase.phase);
            LifecycleColumn {
                id: Some(sub_phase.id.to_string()),
                name: plan.sub_phase_name(&sub_phase.id, texts),
                phase: Some(sub_phase.phase),
                group: starts.then(|| (texts.terms.phase)(sub_phase.phase).to_owned()),
            }
        })
        .collect()
}

/// Says what to do first, as long as nothing is written.
#[component]
fn FirstStep() -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.strategy;
    let first = workspace.select(move |plan| {
        let is_empty = plan.goals.is_empty()
            && plan.weaknesses.is_empty()
            && plan.measures.is_empty()
            && plan.sub_phases.iter().all(|sub_phase| sub_phase.customer.is_empty());
        let first = plan.sub_phases.ids().next().filter(|_| is_empty)?;
        Some((first.clone(), plan.sub_phase_name(first, texts)))
    });
    move || {
        first.get().map(|(id, name)| {
            let begin = move |()| {
                let heading = format!("#{}", heading_id(&id));
                page::reveal(&heading_id(&id));
                page::focus(&format!("{heading} ~ .sub-phase-block .editable-text"));
            };
            view! {
                <EmptyState icon=icons::LuCompass title=words.first_title text=words.first_text>
                    <Button kind=ButtonKind::Secondary label=(words.first_step)(&name) on_press=begin />
                </EmptyState>
            }
        })
    }
}

/// A phase with a column for each of its sub-phases.
#[component]
fn PhaseSection(phase: Phase) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let ids = workspace.select(move |plan| -> Vec<SubPhaseId> {
        plan.sub_phases.iter().filter(|sub_phase| sub_phase.phase == phase).map(|sub_phase| sub_phase.id.clone()).collect()
    });
    let heading = item::phase_id(phase_key(phase));
    let mark = StoredValue::new(item::mark(workspace, phase_key(phase)));
    move || {
        let heading = heading.clone();
        ids.with(|ids| !ids.is_empty()).then(move || {
            let column = move |(at, id): (usize, SubPhaseId)| view! { <SubPhaseColumn id=Some(id) first={at == 0} /> };
            view! {
                <section class="strategy-phase" data-phase=phase_key(phase) aria-labelledby=heading.clone()>
                    <h2 id=heading.clone() tabindex="-1" aria-current=move || mark.with_value(|mark| mark())>
                        {(texts.terms.phase)(phase)}
                    </h2>
                    <div class="strategy-columns">
                        <For
                            each=move || ids.get().into_iter().enumerate()
                            key=|(at, id)| (*at == 0, id.clone())
                            children=column
                        />
                    </div>
                </section>
            }
        })
    }
}
