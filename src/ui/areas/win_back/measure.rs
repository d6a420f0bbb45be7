//! The measure that the win-back plan becomes.

use crate::ui::{
    components::{Button, LinkButton, icons},
    platform::clock,
    workspace::{Workspace, use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::{
    editor::{Label, Noun, Place, Verb},
    finance::{WinBackTotal, has_win_back_figures, take_win_back_figures, win_back_measure, win_back_total},
    plan::{Measure, MeasureId, Phase, Plan, Profile, SubPhaseId, TypedId},
    route::Area,
    texts::{Texts, format},
};

/// The sub-phase of win-back; where the plan has none, the last one of the passive phase.
fn win_back_sub_phase(plan: &Plan) -> Option<SubPhaseId> {
    let own = SubPhaseId::standard("win-back");
    let last = || plan.sub_phases_in(Phase::Passive).last().map(|it| it.id.clone());
    if plan.sub_phases.contains(&own) { Some(own) } else { last() }
}

/// Why that benefit is expected.
fn reasoning(profile: &Profile, total: &WinBackTotal, texts: &Texts) -> String {
    let number = |value: f64| format::number(texts.language, value, 0);
    let won = (texts.win_back.range)(&number(total.won.low), &number(total.won.high));
    let value = format::money(texts.language, total.expected.likely, &profile.currency);
    let rate = format::percent(texts.language, profile.discount_rate, 1);
    (texts.win_back.measure_reasoning)(total.groups, &number(total.customers), &won, &value, profile.horizon_years, &rate)
}

/// Gives a measure the plan's figures, and says why.
fn take_figures(plan: &Plan, measure: &mut Measure, texts: &Texts) {
    let (profile, total) = (plan.profile(), win_back_total(plan));
    take_win_back_figures(measure, &total, &profile, clock::today());
    measure.benefit_reasoning = reasoning(&profile, &total, texts);
}

/// Links every group that is addressed with the measure.
fn link_groups(plan: &mut Plan, measure: &MeasureId) {
    let groups: Vec<_> = plan.win_back_groups.iter().filter(|group| !group.left_out).map(|group| group.id.clone()).collect();
    for group in groups {
        plan.win_back_groups.update(&group, |group| group.measure = Some(measure.clone()));
    }
}

fn become_measure(workspace: Workspace) {
    let texts = workspace.texts();
    let id: MeasureId = workspace.new_id();
    workspace.edit(Label::new(Verb::Add, Noun::Measure), Place::area(Area::WinBack), |plan| {
        let mut measure = Measure::new(id.clone(), texts.win_back.measure_title, win_back_sub_phase(plan));
        take_figures(plan, &mut measure, texts);
        plan.measures.insert(measure);
        link_groups(plan, &id);
    });
    workspace.tell_undoable(texts.win_back.measure_made.to_owned());
}

fn refresh(workspace: Workspace, id: &MeasureId) {
    let texts = workspace.texts();
    workspace.edit(Label::new(Verb::Change, Noun::Measure), Place::area(Area::WinBack), |plan| {
        if let Some(mut measure) = plan.measures.get(id).map(|measure| Measure::clone(measure)) {
            take_figures(plan, &mut measure, texts);
            plan.measures.insert(measure);
            link_groups(plan, id);
        }
    });
    workspace.tell_undoable(texts.win_back.measure_refreshed.to_owned());
}

/// Makes a measure of the plan, or leads to the one that it has become.
#[component]
pub fn MeasureActions() -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.win_back;
    let measure = workspace.select(win_back_measure);
    let can_become = workspace.select(|plan| win_back_total(plan).groups > 0);
    let is_stale = workspace.select(|plan| {
        let measure = win_back_measure(plan).and_then(|id| plan.measures.get(&id).cloned());
        measure.is_some_and(|measure| !has_win_back_figures(&measure, &win_back_total(plan), &plan.profile()))
    });
    move || match measure.get() {
        None => view! {
            <Button
                icon=icons::LuListChecks
                label=words.become_measure
                disabled=Signal::derive(move || !can_become.get())
                on_press=move |()| become_measure(workspace)
            />
        }
        .into_any(),
        Some(id) => {
            let href = workspace.link(Area::Measures, Some(id.as_id()));
            view! {
                {move || {
                    let id = id.clone();
                    is_stale
                        .get()
                        .then(|| view! { <Button label=words.refresh_measure on_press=move |()| refresh(workspace, &id) /> })
                }}
                <LinkButton label=words.open_measure href />
            }
            .into_any()
        }
    }
}
