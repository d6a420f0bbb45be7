//! The measure that the win-back plan becomes.

use crate::ui::{
    components::{Button, LinkButton, icons},
    workspace::{Workspace, use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::{
    editor::{Label, Noun, Place, Verb},
    finance::{WinBackTotal, take_win_back_figures, win_back_measure, win_back_total},
    plan::{Measure, MeasureId, Phase, Plan, SubPhaseId, TypedId},
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
fn reasoning(plan: &Plan, total: &WinBackTotal, texts: &Texts) -> String {
    let number = |value: f64| format::number(texts.language, value, 0);
    let won = (texts.win_back.range)(&number(total.won.low), &number(total.won.high));
    let each = if total.won.likely > 0.0 { total.benefit_a_year.likely / total.won.likely } else { 0.0 };
    let each = format::money(texts.language, each, &plan.profile().currency);
    (texts.win_back.measure_reasoning)(total.groups, &number(total.customers), &won, &each)
}

/// The measure as it would be with the plan's figures.
fn with_figures(plan: &Plan, measure: &Measure, texts: &Texts) -> Measure {
    let total = win_back_total(plan);
    let mut measure = measure.clone();
    take_win_back_figures(&mut measure, &total);
    measure.benefit_reasoning = reasoning(plan, &total, texts);
    measure
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
        let measure = Measure::new(id.clone(), texts.win_back.measure_title, win_back_sub_phase(plan));
        let measure = with_figures(plan, &measure, texts);
        plan.measures.insert(measure);
        link_groups(plan, &id);
    });
    workspace.tell_undoable(texts.win_back.measure_made.to_owned());
}

fn refresh(workspace: Workspace, id: &MeasureId) {
    let texts = workspace.texts();
    workspace.edit(Label::new(Verb::Change, Noun::Measure), Place::area(Area::WinBack), |plan| {
        if let Some(measure) = plan.measures.get(id).cloned() {
            let measure = with_figures(plan, &measure, texts);
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
    let is_stale = workspace.select(move |plan| {
        let measure = win_back_measure(plan).and_then(|id| plan.measures.get(&id).cloned());
        measure.is_some_and(|measure| with_figures(plan, &measure, texts) != *measure)
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
