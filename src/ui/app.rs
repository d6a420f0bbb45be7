//! The app as a whole: the router around it, what it does at its start, and what it shows.

use super::{
    areas,
    components::{Button, ButtonKind, EmptyState, LinkButton, icons},
    files,
    frame::Frame,
    platform::page,
    saving,
    workspace::{Opened, Workspace, use_texts, use_workspace},
};
use leptos::{prelude::*, task::spawn_local};
use leptos_router::components::Router;
use reiseplan::{
    plan::PlanId,
    route::{Area, Route},
};

/// The app.
#[component]
pub fn App() -> impl IntoView {
    view! {
        <Router base=page::base_path()>
            <Root />
        </Router>
    }
}

/// Makes the workspace, opens the store and follows the address.
#[component]
fn Root() -> impl IntoView {
    let workspace = Workspace::new();
    provide_context(workspace);
    provide_context(areas::import::Wizard::new(workspace));
    workspace.apply_preferences();
    workspace.follow_links();
    spawn_local(async move {
        let opens_early = wanted_plan(workspace);
        if let Some(id) = opens_early.clone() {
            saving::show_start_copy(workspace, id);
        }
        saving::start(workspace).await;
        Effect::new(move |_| follow_address(workspace));
    });
    // Views keep their texts; another language builds them anew.
    move || {
        workspace.language.track();
        view! { <Frame><Page /></Frame> }
    }
}

/// The plan that the address asks for; an area without a plan is that of the plan that was open last.
fn wanted_plan(workspace: Workspace) -> Option<PlanId> {
    let route = workspace.route.get()?;
    if route.area == Area::Library {
        return None;
    }
    let last = || workspace.preferences.with_untracked(|preferences| preferences.last_plan.clone());
    route.plan.or_else(|| PlanId::try_from(last()?.as_str()).ok())
}

/// Opens the plan that the address asks for.
fn follow_address(workspace: Workspace) {
    let Some(route) = workspace.route.get() else { return };
    let Some(wanted) = wanted_plan(workspace) else {
        if route.area != Area::Library {
            workspace.navigate_to(&Route::new(Area::Library, None), true);
        } else if workspace.opened.get_untracked() == Opened::Loading {
            workspace.opened.set(Opened::Nothing);
        }
        return;
    };
    if route.plan.is_none() {
        workspace.navigate_to(&Route { plan: Some(wanted), ..route }, true);
        return;
    }
    if saving::is_loaded(workspace, &wanted) {
        return;
    }
    spawn_local(async move {
        saving::open(workspace, wanted.clone()).await;
        if workspace.plan_id() == Some(wanted.clone()) {
            workspace.preferences.update(|preferences| preferences.last_plan = Some(wanted.as_str().to_owned()));
        }
    });
}

/// What stands in the middle: an area, or why there is none.
#[component]
fn Page() -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let area = Memo::new(move |_| workspace.route.get().map(|route| route.area));
    Effect::new(move |_| {
        let title = match area.get() {
            Some(Area::Library) | None => texts.shell.app_name.to_owned(),
            Some(area) => {
                let plan = workspace.with_plan(|plan| plan.profile().title.clone());
                format!("{} · {plan}", (texts.shell.area)(area))
            }
        };
        page::set_title(&title);
    });
    move || match (area.get(), workspace.opened.get()) {
        (Some(Area::Library), _) => view! { <areas::library::Library /> }.into_any(),
        (None, _) => view! {
            <EmptyState icon=icons::LuMap title=texts.shell.not_found_title text=texts.shell.not_found_text>
                <LinkButton label=texts.shell.all_plans href=workspace.href(&Route::new(Area::Library, None)) />
            </EmptyState>
        }
        .into_any(),
        (Some(area), Opened::Plan(_)) => match area {
            Area::Library => ().into_any(),
            Area::Overview => view! { <areas::overview::Overview /> }.into_any(),
            Area::Journeys => view! { <areas::journeys::Journeys /> }.into_any(),
            Area::Strategy => view! { <areas::strategy::Strategy /> }.into_any(),
            Area::Import => view! { <areas::import::Import /> }.into_any(),
            Area::Kpis => view! { <areas::kpis::Kpis /> }.into_any(),
            Area::Settings => view! { <areas::settings::Settings /> }.into_any(),
        },
        (_, Opened::Loading | Opened::Nothing) => view! { <p class="page" role="status">{texts.shell.loading}</p> }.into_any(),
        (_, Opened::Missing) => view! {
            <EmptyState icon=icons::LuFolderOpen title=texts.shell.missing_title text=texts.shell.missing_text>
                <Button label=texts.shell.open_file on_press=move |()| files::choose_plan(workspace) />
                <LinkButton label=texts.shell.all_plans href=workspace.href(&Route::new(Area::Library, None)) />
            </EmptyState>
        }
        .into_any(),
        (_, Opened::Newer(id)) => view! { <Protected id title=texts.shell.newer_title text=texts.shell.newer_text /> }.into_any(),
        (_, Opened::Unreadable(id)) => {
            view! { <Protected id title=texts.shell.unreadable_title text=texts.shell.unreadable_text /> }.into_any()
        }
    }
}

/// Tells of a plan that the app keeps but can't show, and offers its data.
#[component]
fn Protected(id: PlanId, title: &'static str, text: &'static str) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    view! {
        <EmptyState icon=icons::LuTriangleAlert title text>
            <Button
                kind=ButtonKind::Primary
                label=texts.shell.save_raw
                on_press=move |()| files::download_raw(workspace, id.clone())
            />
            <LinkButton label=texts.shell.all_plans href=workspace.href(&Route::new(Area::Library, None)) />
        </EmptyState>
    }
}
