//! The goals of a sub-phase.

use super::{
    adding::Adding,
    catalogue::{CatalogueButton, Ticked, presets_of},
    item::{self, ItemMenu},
    served::{self, Served},
    target::{GoalState, TargetFields},
};
use crate::ui::{
    components::{Button, ButtonKind, EditableText, MenuItem, SelectField, icons, with_first},
    platform::page,
    workspace::{Shared, Workspace, use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::{
    catalogue::{
        KpiPreset, kpi_preset,
        lifecycle::{CatalogueEntry, GOALS},
        missing_kpis,
    },
    editor::{Label, Noun, Place, Verb},
    plan::{Goal, GoalId, KpiId, Plan, Reference, SubPhaseId, TypedId},
    route::Area,
};

/// Whether the plan has the goal that an entry offers.
fn has(plan: &Plan, entry: &CatalogueEntry) -> bool {
    plan.goals.iter().any(|goal| entry.says(&goal.title))
}

/// The list.
#[component]
pub fn Goals(sub_phase: Option<SubPhaseId>) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.strategy;
    let own = sub_phase.clone();
    let ids = workspace.select(move |plan| -> Vec<GoalId> {
        plan.goals.iter().filter(|goal| goal.sub_phase == own).map(|goal| goal.id.clone()).collect()
    });
    let adding = sub_phase.map(|sub_phase| {
        let into = sub_phase.clone();
        let add = Callback::new(move |title: String| {
            let id: GoalId = workspace.new_id();
            let place = Place::area(Area::Strategy);
            workspace.edit(Label::new(Verb::Add, Noun::Goal), place, |plan| {
                plan.goals.insert(Goal::new(id, &title, Some(into.clone())));
            });
        });
        let (offered, taking) = (sub_phase.clone(), sub_phase.clone());
        let take = move |ticked: Ticked| {
            let place = Place::area(Area::Strategy);
            workspace.edit(Label::new(Verb::Add, Noun::Goal), place, |plan| {
                for entry in &ticked.entries {
                    let title = entry.text(texts.language);
                    plan.goals.insert(Goal::new(workspace.new_id(), title, Some(taking.clone())));
                }
            });
            workspace.tell_undoable((texts.canvas.taken)(ticked.entries.len()));
        };
        view! {
            <div class="strategy-adding">
                <Adding sub_phase label=words.add_goal_to placeholder=words.add_goal entries=GOALS has on_add=add />
                <CatalogueButton sub_phase=offered title=texts.canvas.catalogue_goals entries=GOALS has on_take=take />
            </div>
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
        let named = |title: &str| texts.terms.named(title).to_owned();
        let kpis = plan.kpis.iter().map(|kpi| (kpi.id.as_str().to_owned(), named(&kpi.title)));
        // A goal without a KPI is offered those that the plan doesn't have, too.
        let free = missing_kpis(plan, texts.language).filter(|_| kpi.with(String::is_empty));
        let ready = free.map(|preset| (preset.choice(), (texts.canvas.add_kpi)(preset.title(texts.language))));
        with_first(words.no_kpi, kpis.chain(ready))
    });
    let (renamed, linked, key_item, menu_item) = (id.clone(), id.clone(), item.clone(), item.clone());
    let rename = move |title: String| {
        workspace.edit(Label::new(Verb::Rename, Noun::Goal), Place::area(Area::Strategy), |plan| {
            plan.goals.update(&renamed, |goal| goal.title = title);
        });
    };
    let link = move |kpi: String| {
        if let Some(preset) = KpiPreset::of_choice(&kpi) {
            return add_kpi(workspace, &linked, preset);
        }
        workspace.edit(Label::new(Verb::Change, Noun::Goal), Place::area(Area::Strategy), |plan| {
            plan.goals.update(&linked, |goal| goal.kpi = KpiId::try_from(kpi.as_str()).ok());
        });
    };
    let kpi_id = Signal::derive(move || KpiId::try_from(kpi.get().as_str()).ok());
    // Whether the target is being set.
    let aiming = RwSignal::new(false);
    // Whether measures are being linked.
    let linking = RwSignal::new(false);
    let (menu_goal, served, aimed) = (id.clone(), item.clone(), id.clone());
    let kpi_entries = move || {
        let kpi = kpi_id.get_untracked()?;
        let goal = menu_goal.clone();
        let aim = move || {
            aiming.set(true);
            page::focus_soon(format!("[data-item=\"{goal}\"] .strategy-target input"));
        };
        Some([
            MenuItem::new(texts.canvas.set_target, aim).icon(icons::LuTarget),
            MenuItem::new(words.open_kpi, move || workspace.go(Area::Kpis, Some(kpi.as_id().clone()))).icon(icons::LuGauge),
        ])
    };
    let own_entries = Callback::new(move |()| {
        let entries = kpi_entries().into_iter().flatten();
        entries.chain(served::entries(workspace, &served, linking)).collect::<Vec<_>>()
    });
    let aimed = Callback::new(move |()| {
        aiming.set(false);
        page::focus_soon(item::focus_selector(aimed.as_id()));
    });
    let target = move || {
        let kpi = kpi_id.get().filter(|_| aiming.get())?;
        Some(view! { <TargetFields kpi on_close=aimed /> })
    };
    let offering = id.clone();
    view! {
        <li
            class="strategy-item"
            id=item::element_id(id.as_id())
            tabindex="-1"
            aria-current=item::mark(workspace, id.as_str())
            data-item=id.to_string()
            on:keydown=move |event| item::move_by_key(workspace, &key_item, &event)
        >
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
            <div class="strategy-goal">
                <OfferedKpis goal=offering title kpi=kpi_id /> <GoalState kpi=kpi_id /> {target}
            </div>
            <Served item title linking />
        </li>
    }
}

/// The ready-made KPIs that show a goal picked from the catalogue, to be added to the plan, while the goal has none.
#[component]
fn OfferedKpis(goal: GoalId, title: Signal<String>, kpi: Signal<Option<KpiId>>) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let offered = workspace.select(move |plan| -> Vec<&'static str> {
        if kpi.get().is_some() {
            return Vec::new();
        }
        let missing = |preset: &&KpiPreset| plan.kpis.iter().all(|kpi| kpi.title != preset.title(texts.language));
        presets_of(&title.get()).filter(missing).map(|preset| preset.id).collect()
    });
    let offer = move |id: &'static str| {
        let preset = kpi_preset(id)?;
        let goal = goal.clone();
        // What was pressed goes; the focus stays with the goal.
        let add = move |()| {
            add_kpi(workspace, &goal, preset);
            page::focus_soon(format!("[data-item=\"{goal}\"] select"));
        };
        Some(view! { <Button kind=ButtonKind::Link label=(texts.canvas.add_kpi)(preset.title(texts.language)) on_press=add /> })
    };
    move || offered.get().into_iter().map(offer.clone()).collect_view()
}

/// Adds the KPI of a preset and lets the goal refer to it.
fn add_kpi(workspace: Workspace, goal: &GoalId, preset: &KpiPreset) {
    let sub_phase = workspace.plan_now().goals.get(goal).and_then(|goal| goal.sub_phase.clone());
    let kpi = preset.kpi(workspace.new_id(), sub_phase, workspace.texts().language);
    let id = kpi.id.clone();
    workspace.edit(Label::new(Verb::Add, Noun::Kpi), Place::area(Area::Strategy), |plan| {
        plan.kpis.insert(kpi);
        plan.goals.update(goal, |goal| goal.kpi = Some(id));
    });
}
