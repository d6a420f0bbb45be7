//! The lifecycle at a glance: a column for each sub-phase, a row for each thing that lies there.

use crate::ui::{
    components::{LifecycleColumn, LifecycleCost, LifecycleCount, LifecycleRow, LifecycleTable, Mood},
    workspace::{use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::{
    figures::lifecycle::{SubPhaseSummary, lifecycle},
    texts::{Texts, format},
};

/// The table.
#[component]
pub fn Lifecycle() -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.overview;
    let sums = workspace.select(lifecycle);
    let columns = workspace.select(move |plan| {
        let mut before = None;
        let column = |(id, _): (Option<reiseplan::plan::SubPhaseId>, SubPhaseSummary)| {
            let phase = plan.phase_of(id.as_ref());
            let starts_phase = phase.is_some() && phase != before;
            before = phase;
            let name = id.as_ref().map_or_else(|| words.no_phase.to_owned(), |id| plan.sub_phase_name(id, texts));
            let group = phase.filter(|_| starts_phase).map(|phase| (texts.terms.phase)(phase).to_owned());
            LifecycleColumn { id: None, name, phase, group }
        };
        lifecycle(plan).into_iter().map(column).collect::<Vec<_>>()
    });
    let currency = workspace.select(|plan| plan.profile().currency.clone());
    let most = Memo::new(move |_| sums.with(|sums| sums.iter().filter_map(|(_, sum)| sum.cost).fold(0.0, f64::max)));
    let of = move |at: usize| sums.with(|sums| sums.get(at).map(|(_, sum)| sum.clone()).unwrap_or_default());
    let count = move |read: fn(&SubPhaseSummary) -> usize| {
        move |at| view! { <LifecycleCount count=read(&of(at)) none=words.none lack=None /> }.into_any()
    };
    let rows = vec![
        LifecycleRow::new(words.mood, Some(words.mood_help), move |at| mood(of(at).mood, texts)),
        LifecycleRow::new(words.goals, None, count(|sum| sum.goals)),
        LifecycleRow::new(words.weaknesses, None, move |at| {
            let sum = of(at);
            let note = (sum.not_assessed > 0).then(|| (words.not_assessed)(sum.not_assessed));
            view! { <LifecycleCount count=sum.weaknesses none=words.none lack=None note /> }.into_any()
        }),
        LifecycleRow::new(words.pain_points, Some(words.pain_points_help), move |at| {
            let sum = of(at);
            let without = sum.pain_points_without_measure;
            let lack = (without > 0).then(|| (words.without_measure)(without));
            view! { <LifecycleCount count=sum.pain_points none=words.none lack /> }.into_any()
        }),
        LifecycleRow::new(words.measures, None, move |at| {
            let sum = of(at);
            let note = (sum.also_served > 0).then(|| (texts.canvas.also_served)(sum.also_served));
            view! { <LifecycleCount count=sum.measures none=words.none lack=None note /> }.into_any()
        }),
        LifecycleRow::new(words.cost, Some(words.cost_help), move |at| match of(at).cost {
            Some(cost) => {
                let most = most.get();
                let share = if most > 0.0 { cost / most } else { 0.0 };
                let words = format::short_money(texts.language, cost, &currency.get());
                view! { <LifecycleCost share words /> }.into_any()
            }
            None => view! { <span class="lifecycle-none">"–"</span> }.into_any(),
        }),
    ];
    view! { <LifecycleTable label=words.lifecycle columns rows /> }
}

fn mood(mood: Option<f64>, texts: &Texts) -> AnyView {
    let Some(mood) = mood else {
        return view! { <span class="lifecycle-none">{texts.overview.no_mood}</span> }.into_any();
    };
    view! { <Mood value=mood words=format::signed(texts.language, mood, 1) /> }.into_any()
}
