//! The measures that groups of lost customers become.

use crate::ui::{
    components::{Button, LinkButton, icons},
    platform::{clock, page},
    workspace::{Workspace, use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::{
    editor::{Label, Noun, Place, Verb},
    finance::{WinBackTotal, has_win_back_figures, take_win_back_figures, win_back_measures, win_back_total_for},
    plan::{Measure, MeasureId, Phase, Plan, Profile, SubPhaseId, TypedId, WinBackGroup, WinBackGroupId},
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

/// Gives a measure the figures of its groups, and says why.
fn take_figures(plan: &mut Plan, id: &MeasureId, texts: &Texts) {
    let (profile, total) = (plan.profile(), win_back_total_for(plan, Some(id)));
    plan.measures.update(id, |measure| {
        take_win_back_figures(measure, &total, &profile, clock::today());
        measure.benefit_reasoning = reasoning(&profile, &total, texts);
    });
}

/// Makes a measure of addressed groups that have none yet.
pub fn become_measure(workspace: Workspace, title: &str, is_meant: impl Fn(&WinBackGroup) -> bool) {
    let texts = workspace.texts();
    let id: MeasureId = workspace.new_id();
    workspace.edit(Label::new(Verb::Add, Noun::Measure), Place::area(Area::WinBack), |plan| {
        plan.measures.insert(Measure::new(id.clone(), title, win_back_sub_phase(plan)));
        let meant = plan.win_back_groups.iter().filter(|group| !group.left_out && group.measure.is_none() && is_meant(group));
        for group in meant.map(|group| group.id.clone()).collect::<Vec<_>>() {
            plan.win_back_groups.update(&group, |group| group.measure = Some(id.clone()));
        }
        take_figures(plan, &id, texts);
    });
    workspace.tell_undoable((texts.win_back.measure_made)(title));
}

/// Takes a group into a measure that other groups have become.
pub fn join_measure(workspace: Workspace, group: &WinBackGroupId, id: &MeasureId) {
    let texts = workspace.texts();
    workspace.edit(Label::new(Verb::Change, Noun::Measure), Place::area(Area::WinBack), |plan| {
        plan.win_back_groups.update(group, |group| group.measure = Some(id.clone()));
        take_figures(plan, id, texts);
    });
    workspace.tell_undoable(texts.win_back.measure_refreshed.to_owned());
}

fn refresh(workspace: Workspace, stale: &[MeasureId]) {
    let texts = workspace.texts();
    workspace.edit(Label::new(Verb::Change, Noun::Measure), Place::area(Area::WinBack), |plan| {
        stale.iter().for_each(|id| take_figures(plan, id, texts));
    });
    workspace.tell_undoable(texts.win_back.measure_refreshed.to_owned());
}

/// Buttons come and go with what is left to do: the focus stays among them.
fn stay_at_head() {
    page::hold_focus(".page-head-actions :is(a, button:enabled)");
}

/// Makes a measure of the groups that have none, gives those that there are their figures, leads to the one if it is one.
#[component]
pub fn MeasureActions() -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.win_back;
    let measures = workspace.select(win_back_measures);
    let left = workspace.select(|plan| win_back_total_for(plan, None).groups);
    let stale = workspace.select(|plan| {
        let profile = plan.profile();
        let is_stale = |id: &MeasureId| {
            let measure = plan.measures.get(id);
            measure.is_some_and(|it| !has_win_back_figures(it, &win_back_total_for(plan, Some(id)), &profile))
        };
        win_back_measures(plan).into_iter().filter(is_stale).collect::<Vec<_>>()
    });
    let becoming = move || {
        let (left, is_first) = (left.get(), measures.with(Vec::is_empty));
        (left > 0 || is_first).then(|| {
            let label = if is_first { words.become_measure.to_owned() } else { (words.become_further)(left) };
            let press = move |()| {
                become_measure(workspace, words.measure_title, |_| true);
                stay_at_head();
            };
            view! { <Button icon=icons::LuListChecks label=label disabled=left == 0 on_press=press /> }
        })
    };
    let refreshing = move || {
        let stale = stale.get();
        (!stale.is_empty()).then(|| {
            let press = move |()| {
                refresh(workspace, &stale);
                stay_at_head();
            };
            view! { <Button label=words.refresh_measure on_press=press /> }
        })
    };
    let opening = move || match &*measures.get() {
        [id] => Some(view! { <LinkButton label=words.open_measure href=workspace.link(Area::Measures, Some(id.as_id())) /> }),
        _ => None,
    };
    view! {
        {becoming}
        {refreshing}
        {opening}
    }
}
