//! KPIs: the list of them, and one with its chart, its groups and its data.

mod add_dialog;
mod compare;
mod data;
mod details;
mod export;
mod groups;
mod lifetime;
mod list;
mod page;
mod settings;
mod shown;
mod targets;
mod tiles;
mod verdict;
mod views;
mod worth;

use crate::ui::workspace::{Workspace, use_workspace};
use leptos::prelude::*;
use reiseplan::{
    editor::{Label, Noun, Place, Verb},
    figures::typed::nothing,
    plan::{Kpi, KpiId, KpiKind, TypedId},
    route::Area,
};

/// The page: a KPI if the address names one that exists, else all of them.
#[component]
pub fn Kpis() -> impl IntoView {
    let workspace = use_workspace();
    let named = Memo::new(move |_| workspace.route.get().filter(|route| route.area == Area::Kpis)?.record.map(KpiId::from));
    let shown = Memo::new(move |_| named.get().filter(|id| workspace.with_plan(|plan| plan.kpis.contains(id))));
    move || match shown.get() {
        Some(id) => view! { <page::KpiPage id /> }.into_any(),
        None => view! { <list::KpiList /> }.into_any(),
    }
}

/// Makes a KPI of a kind and shows it; `with_month`: with a month to be filled.
fn add(workspace: Workspace, kind: KpiKind, with_month: bool) {
    let texts = workspace.texts();
    let id: KpiId = workspace.new_id();
    let plan = workspace.plan_now();
    let is_taken = |title: &str| plan.kpis.iter().any(|kpi| kpi.title == title);
    let name = (texts.figures.kind)(&kind);
    let numbered = (2..).map(|number| format!("{name} {number}"));
    let title = std::iter::once(name.clone()).chain(numbered).find(|title| !is_taken(title));
    let mut kpi = Kpi::new(id.clone(), &title.unwrap_or_default(), kind);
    if kpi.kind == KpiKind::Nps {
        texts.kpis.new_definition.clone_into(&mut kpi.definition);
    }
    if with_month {
        kpi.typed.insert(data::last_whole_month(), nothing(&kpi.kind));
    }
    workspace.edit(Label::new(Verb::Add, Noun::Kpi), Place::record(Area::Kpis, &id), |plan| plan.kpis.insert(kpi));
    workspace.go(Area::Kpis, Some(id.as_id().clone()));
}

/// Deletes a KPI and tells where it was used.
fn delete(workspace: Workspace, id: &KpiId) {
    let title = workspace.with_plan(|plan| plan.kpis.get(id).map(|kpi| kpi.title.clone()).unwrap_or_default());
    workspace.delete(Noun::Kpi, Place::record(Area::Kpis, id), &id.clone().into(), &title);
}
