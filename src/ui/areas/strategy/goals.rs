//! The goals of a sub-phase.

use super::{
    adding::Adding,
    item::{self, ItemMenu},
};
use crate::ui::{
    components::{EditableText, MenuItem, SelectField, icons},
    workspace::{Shared, use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::{
    catalogue::lifecycle::GOALS,
    editor::{Label, Noun, Verb},
    plan::{Goal, GoalId, KpiId, Reference, SubPhaseId, TypedId},
    route::Area,
};

/// The list.
#[component]
pub fn Goals(sub_phase: Option<SubPhaseId>) -> impl IntoView {
    let workspace = use_workspace();
    let words = &use_texts().strategy;
    let own = sub_phase.clone();
    let ids = workspace.select(move |plan| -> Vec<GoalId> {
        plan.goals.iter().filter(|goal| goal.sub_phase == own).map(|goal| goal.id.clone()).collect()
    });
    let adding = sub_phase.map(|sub_phase| {
        let into = sub_phase.clone();
        let add = Callback::new(move |title: String| {
            let id: GoalId = workspace.new_id();
            let place = item::place(&id.clone().into());
            workspace.edit(Label::new(Verb::Add, Noun::Goal), place, |plan| {
                plan.goals.insert(Goal::new(id, &title, Some(into.clone())));
            });
        });
        view! {
            <Adding
                sub_phase
                label=words.add_goal_to
                placeholder=words.add_goal
                entries=GOALS
                has=|plan, title| plan.goals.iter().any(|goal| goal.title == title)
                on_add=add
            />
        }
    });
    view! {
        {move || ids.with(Vec::is_empty).then(|| view! { <p class="strategy-none">{words.goals_empty}</p> })}
        <ul class="row-list">
            <For each=move || ids.get() key=Clone::clone children=|id| view! { <GoalRow id /> } />
        </ul>
        {adding}
    }
}

#[component]
fn GoalRow(id: GoalId) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.strategy;
    let item = Reference::from(id.clone());
    let own = id.clone();
    let goal = workspace.select(move |plan| plan.goals.get(&own).cloned().map(Shared));
    let title = Signal::derive(move || goal.with(|goal| goal.as_ref().map(|goal| goal.title.clone()).unwrap_or_default()));
    let kpi = Signal::derive(move || {
        let kpi = goal.with(|goal| goal.as_ref().and_then(|goal| goal.kpi.clone()));
        kpi.map(|kpi| kpi.as_str().to_owned()).unwrap_or_default()
    });
    let kpis = workspace.select(move |plan| {
        let named = |title: &str| if title.is_empty() { texts.terms.unnamed.to_owned() } else { title.to_owned() };
        let kpis = plan.kpis.iter().map(|kpi| (kpi.id.as_str().to_owned(), named(&kpi.title)));
        std::iter::once((String::new(), words.no_kpi.to_owned())).chain(kpis).collect::<Vec<_>>()
    });
    let (renamed, linked, key_item, menu_item) = (id.clone(), id.clone(), item.clone(), item.clone());
    let rename = move |title: String| {
        workspace.edit(Label::new(Verb::Rename, Noun::Goal), item::place(&renamed.clone().into()), |plan| {
            plan.goals.update(&renamed, |goal| goal.title = title);
        });
    };
    let link = move |kpi: String| {
        workspace.edit(Label::new(Verb::Change, Noun::Goal), item::place(&linked.clone().into()), |plan| {
            plan.goals.update(&linked, |goal| goal.kpi = KpiId::try_from(kpi.as_str()).ok());
        });
    };
    let own_entries = Callback::new(move |()| {
        let kpi = KpiId::try_from(kpi.get_untracked().as_str()).ok();
        let open = |kpi: KpiId| MenuItem::new(words.open_kpi, move || workspace.go(Area::Kpis, Some(kpi.as_id().clone())));
        kpi.map(|kpi| open(kpi).icon(icons::LuGauge)).into_iter().collect::<Vec<_>>()
    });
    view! {
        <li class="strategy-item" data-item=id.to_string() on:keydown=move |event| item::move_by_key(workspace, &key_item, &event)>
            <div class="strategy-item-text">
                <EditableText label=words.goal value=title on_commit=rename placeholder=texts.terms.unnamed />
            </div>
            <ItemMenu item=menu_item title own=own_entries />
            <div class="strategy-choice" data-chosen=move || (!kpi.with(String::is_empty)).then_some("")>
                <SelectField
                    label=Signal::derive(move || (words.kpi_of)(&title.get()))
                    label_hidden=true
                    options=kpis
                    value=kpi
                    on_commit=link
                />
            </div>
        </li>
    }
}
