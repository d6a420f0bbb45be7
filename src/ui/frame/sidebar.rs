//! The navigation: the plan, and the five steps with their areas.

use crate::ui::{
    components::{Glyph, Icon, IconButton, Mark, icons},
    workspace::{use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::{
    plan::Plan,
    route::{Area, Route, WorkStep},
};

/// The icon of an area.
pub fn area_icon(area: Area) -> Glyph {
    match area {
        Area::Library => icons::LuFolderOpen,
        Area::Overview => icons::LuCompass,
        Area::Personas => icons::LuUsers,
        Area::Audits => icons::LuFootprints,
        Area::Voices => icons::LuMessagesSquare,
        Area::Journeys => icons::LuRoute,
        Area::Channels => icons::LuWaypoints,
        Area::Findings => icons::LuTriangleAlert,
        Area::Strategy => icons::LuMap,
        Area::Measures => icons::LuListChecks,
        Area::Import => icons::LuFileDown,
        Area::Kpis => icons::LuGauge,
        Area::WinBack => icons::LuUndo2,
        Area::Content => icons::LuFileText,
        Area::Involvement => icons::LuHandHelping,
        Area::Check => icons::LuClipboardCheck,
        Area::Drivers => icons::LuNetwork,
        Area::Effects => icons::LuScale,
        Area::Settings => icons::LuSettings,
    }
}

/// How much there is in an area; none where that says nothing.
fn count(area: Area, plan: &Plan) -> Option<usize> {
    match area {
        Area::Personas => Some(plan.personas.len()),
        Area::Audits => Some(plan.audits.len()),
        Area::Voices => Some(plan.voices.len()),
        Area::Journeys => Some(plan.journeys.len()),
        Area::Findings => Some(plan.pain_points.len() + plan.opportunities.len()),
        Area::Measures => Some(plan.measures.len()),
        Area::Import => Some(plan.sources.len()),
        Area::Kpis => Some(plan.kpis.len()),
        Area::WinBack => Some(plan.win_back_groups.len()),
        Area::Content => Some(plan.contents.len()),
        Area::Involvement => Some(plan.involvements.len()),
        Area::Library
        | Area::Overview
        | Area::Channels
        | Area::Strategy
        | Area::Drivers
        | Area::Effects
        | Area::Check
        | Area::Settings => None,
    }
}

/// The navigation; on narrow screens a drawer that `open` opens.
#[component]
pub fn Sidebar(open: RwSignal<bool>) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let profile = workspace.select(|plan| {
        let profile = plan.profile();
        (profile.title.clone(), profile.organisation.clone())
    });
    let name = move || {
        let (title, organisation) = profile.get();
        let title = texts.library.titled(&title).to_owned();
        if organisation.is_empty() { (title, String::new()) } else { (organisation, title) }
    };
    let link = move |area: Area| {
        let current = Memo::new(move |_| workspace.route.get().is_some_and(|route| route.area == area));
        let count = workspace.select(move |plan| count(area, plan));
        let open = Memo::new(move |_| if area == Area::Check { workspace.open_remarks() } else { 0 });
        let href = move || {
            workspace.opened.track();
            workspace.link(area, None)
        };
        view! {
            <li>
                <a class="nav-link" href=href aria-current=move || current.get().then_some("page")>
                    <Icon icon=area_icon(area) />
                    <span class="nav-link-label">{(texts.shell.area)(area)}</span>
                    <span class="nav-link-count">{move || count.get().filter(|count| *count > 0)}</span>
                    {move || {
                        let open = Some(open.get()).filter(|open| *open > 0)?;
                        Some(view! {
                            <span class="nav-link-alarm" aria-hidden="true">{open}</span>
                            <span class="visually-hidden">", "{(texts.check.count)(open)}</span>
                        })
                    }}
                </a>
            </li>
        }
    };
    let steps = WorkStep::ALL.into_iter().enumerate().filter_map(|(index, step)| {
        let areas: Vec<Area> = Area::ALL.into_iter().filter(|area| area.step() == Some(step)).collect();
        if areas.is_empty() {
            return None;
        }
        let id = format!("step-{}", index + 1);
        Some(view! {
            <h2 class="nav-step" id=id.clone()>
                <span class="nav-step-number" aria-hidden="true">{index + 1}</span>
                {(texts.shell.step)(step)}
            </h2>
            <ul class="nav-list" aria-labelledby=id>{areas.into_iter().map(link).collect_view()}</ul>
        })
    });
    view! {
        <nav class="sidebar" id="sidebar" aria-label=texts.shell.navigation data-open=move || open.get().then_some("")>
            <div class="sidebar-head">
                <a class="sidebar-plan" href=workspace.href(&Route::new(Area::Library, None)) title=texts.shell.all_plans>
                    <Mark />
                    <span class="visually-hidden">{texts.shell.all_plans}": "</span>
                    <span class="sidebar-plan-text">
                        <span class="sidebar-plan-name">{move || name().0}</span>
                        <span class="sidebar-plan-note">{move || name().1}</span>
                    </span>
                </a>
                <span class="sidebar-close">
                    <IconButton label=texts.shell.close_navigation icon=icons::LuX on_press=move |()| open.set(false) />
                </span>
            </div>
            <ul class="nav-list">{link(Area::Overview)}</ul>
            {steps.collect_view()}
            <ul class="nav-list sidebar-foot">{link(Area::Settings)}</ul>
        </nav>
        <div class="sidebar-backdrop" on:click=move |_| open.set(false)></div>
    }
}
