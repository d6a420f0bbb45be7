//! What is done to several pain points and opportunities at once: to those that are ticked and shown.

use super::{PageState, Shown, row_selector};
use crate::ui::{
    components::{Button, ButtonKind, CheckField, Choices, Menu, MenuItem, Picker},
    finding::{noun, state_choices, state_of, weight_choices},
    platform::page,
    workspace::{Workspace, use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::{
    editor::{Label, Place, Verb},
    plan::{FindingKey, GoalId, MeasureId, Plan},
    route::Area,
};
use std::collections::HashSet;

/// Ticks all that are shown, and does something to those that are ticked.
#[component]
pub fn Several(shown: Shown) -> impl IntoView {
    let words = &use_texts().findings;
    let state = expect_context::<PageState>();
    let number = Memo::new(move |_| shown.listed.with(Vec::len));
    let count = Memo::new(move |_| shown.ticked.with(Vec::len));
    let has_some = Memo::new(move |_| number.get() > 0);
    let has_ticked = Memo::new(move |_| count.get() > 0);
    let tick_all = move |on: bool| {
        let all: HashSet<FindingKey> = if on { shown.listed.get_untracked().into_iter().collect() } else { HashSet::new() };
        state.ticked.set(all);
    };
    let told = move || if has_ticked.get() { (words.ticked)(count.get()) } else { String::new() };
    move || {
        has_some.get().then(|| {
            view! {
                <div class="list-for-several findings-several no-print">
                    <CheckField
                        label=Signal::derive(move || (words.tick_all)(number.get()))
                        value=Signal::derive(move || count.get() == number.get())
                        on_commit=tick_all
                    />
                    <span role="status">{told}</span>
                    {move || has_ticked.get().then(|| view! { <Actions shown /> })}
                </div>
            }
        })
    }
}

/// What can be done to those that are ticked.
#[component]
fn Actions(shown: Shown) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.findings;
    let state = expect_context::<PageState>();
    let named = |name: &str| texts.terms.named(name).to_owned();
    let set_state = move |key: &str| {
        let Some(state) = state_of(key) else { return };
        let told = (words.state_given)((texts.terms.pain_point_state)(state), shown.ticked.with_untracked(Vec::len));
        change(workspace, shown, told, |plan, key| {
            plan.change_finding(key, |finding| *finding.state = state);
        });
    };
    let set_weight = move |key: &str| {
        let weight = key.parse::<u8>().ok();
        let told = (words.weight_given)(weight, shown.ticked.with_untracked(Vec::len));
        change(workspace, shown, told, |plan, key| {
            plan.change_finding(key, |finding| *finding.weight = weight);
        });
    };
    let measures =
        workspace.select(move |plan| plan.measures.iter().map(|it| (it.id.to_string(), named(&it.title))).collect::<Choices>());
    let goals =
        workspace.select(move |plan| plan.goals.iter().map(|it| (it.id.to_string(), named(&it.title))).collect::<Choices>());
    let told_link = move |options: Memo<Choices>, id: &str| {
        let name = options.with_untracked(|all| all.iter().find(|(own, _)| own == id).map(|(_, name)| name.clone()));
        (words.linked)(&name.unwrap_or_default(), shown.ticked.with_untracked(Vec::len))
    };
    let link_measure = move |id: String| {
        let Ok(measure) = MeasureId::try_from(id.as_str()) else { return };
        change(workspace, shown, told_link(measures, &id), |plan, key| {
            plan.measures.update(&measure, |measure| {
                if !measure.answers(key) {
                    measure.set_answers(key, true);
                }
            });
        });
    };
    let link_goal = move |id: String| {
        let Ok(goal) = GoalId::try_from(id.as_str()) else { return };
        change(workspace, shown, told_link(goals, &id), |plan, key| {
            plan.change_finding(key, |finding| {
                if !finding.goals.contains(&goal) {
                    finding.goals.push(goal.clone());
                }
            });
        });
    };
    let can_merge =
        Memo::new(move |_| shown.ticked.with(|keys| keys.len() > 1 && keys.iter().all(|key| key.kind() == keys[0].kind())));
    let merge = move |()| {
        let keys = shown.ticked.get_untracked();
        let Some(first) = keys.first() else { return };
        let label = Label::new(Verb::Merge, noun(first.kind()));
        let taken = workspace.edit(label, Place::record(Area::Findings, first.as_id()), |plan| plan.merge_findings(&keys));
        if taken.is_some_and(|taken| taken > 0) {
            state.ticked.set(HashSet::new());
            workspace.tell_undoable((words.merged)(keys.len()));
            page::focus_soon(row_selector(first.as_id()));
        }
    };
    let untick = move |()| {
        state.ticked.set(HashSet::new());
        page::focus_soon(TICK_ALL.to_owned());
    };
    view! {
        <Menu label=words.give_state items=items(state_choices(texts), set_state) />
        <Menu label=words.give_weight items=items(weight_choices(texts), set_weight) />
        <Picker
            label=words.give_measure
            label_hidden=true
            placeholder=words.give_measure
            options=measures
            on_pick=link_measure
            none_label=words.measures_missing
        />
        <Picker
            label=words.give_goal
            label_hidden=true
            placeholder=words.give_goal
            options=goals
            on_pick=link_goal
            none_label=words.goals_missing
        />
        <Button
            label=words.merge
            hint=Signal::stored(words.merge_hint.to_owned())
            disabled=Signal::derive(move || !can_merge.get())
            on_press=merge
        />
        <Button kind=ButtonKind::Link label=words.untick on_press=untick />
    }
}

/// The box that ticks all.
const TICK_ALL: &str = ".findings-several input";

/// The entries of a menu whose choices all do the same with their key.
fn items(choices: Choices, pick: impl Fn(&str) + Copy + Send + Sync + 'static) -> Signal<Vec<MenuItem>> {
    let item = |(key, words): (String, String)| MenuItem::new(words, move || pick(&key));
    Signal::stored(choices.into_iter().map(item).collect::<Vec<_>>())
}

/// Does the same to each that is ticked, in one step of the history, and tells it. Where a filter doesn't show them any
/// more then, the keyboard goes on above the list.
fn change(workspace: Workspace, shown: Shown, told: String, each: impl Fn(&mut Plan, &FindingKey)) {
    let keys = shown.ticked.get_untracked();
    let Some(first) = keys.first() else { return };
    let before = workspace.plan_now();
    let label = Label::new(Verb::Change, noun(first.kind()));
    workspace.edit(label, Place::area(Area::Findings), |plan| keys.iter().for_each(|key| each(plan, key)));
    if workspace.plan_now().same(&before) {
        workspace.tell(workspace.texts().findings.given_already.to_owned(), None);
    } else {
        workspace.tell_undoable(told);
    }
    if shown.ticked.with_untracked(Vec::is_empty) {
        page::focus_soon(TICK_ALL.to_owned());
    }
}
