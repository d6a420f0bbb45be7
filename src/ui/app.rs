//! The app as a whole: the router around it, what it does at its start, and what it shows.

use super::{
    areas,
    components::{Button, ButtonKind, EmptyState, LinkButton, icons},
    files,
    frame::Frame,
    parts,
    platform::{clock, fetched, page},
    saving,
    workspace::{Opened, Workspace, use_texts, use_workspace},
};
use leptos::{prelude::*, task::spawn_local};
use leptos_router::components::Router;
use reiseplan::{
    plan::PlanId,
    route::{Area, Route},
    texts::format,
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
    workspace.apply_preferences();
    workspace.follow_links();
    spawn_local(async move {
        if let Some(id) = wanted_plan(workspace)
            && let Some(work) = workspace.load_work().await
        {
            work.show_start_copy(workspace, id);
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
    open(workspace, wanted);
}

/// Opens a plan of this browser, as soon as the part of the program is there that can.
fn open(workspace: Workspace, id: PlanId) {
    saving::want(workspace, &id);
    spawn_local(async move {
        match workspace.load_work().await {
            Some(work) if saving::is_loaded(workspace, &id) => work.open(workspace, id),
            Some(_) => {}
            None => {
                saving::want_none(workspace);
                workspace.opened.set(Opened::NotLoaded);
            }
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
                format!("{} · {}", (texts.shell.area)(area), texts.library.titled(&plan))
            }
        };
        page::set_title(&title);
    });
    Effect::new(move |_| {
        if workspace.printing.get() {
            page::set_printed_day(&format::day(texts.language, clock::today()));
        }
    });
    move || match (area.get(), workspace.opened.get()) {
        (Some(Area::Library), _) => view! { <areas::library::Library /> }.into_any(),
        (None, _) => view! {
            <EmptyState whole_page=true icon=icons::LuMap title=texts.shell.not_found_title text=texts.shell.not_found_text>
                <LinkButton label=texts.shell.all_plans href=workspace.href(&Route::new(Area::Library, None)) />
            </EmptyState>
        }
        .into_any(),
        (Some(area), Opened::Plan(_)) => view! { <AreaPage area /> }.into_any(),
        (_, Opened::Loading | Opened::Nothing) => view! { <p class="page" role="status">{texts.shell.loading}</p> }.into_any(),
        (_, Opened::Missing) => view! {
            <EmptyState whole_page=true icon=icons::LuFolderOpen title=texts.shell.missing_title text=texts.shell.missing_text>
                <Button label=texts.shell.open_file on_press=move |()| files::choose_plan(workspace) />
                <LinkButton label=texts.shell.all_plans href=workspace.href(&Route::new(Area::Library, None)) />
            </EmptyState>
        }
        .into_any(),
        (_, Opened::NotLoaded) => view! { <NotLoaded on_again=move |()| follow_address(workspace) /> }.into_any(),
        (_, Opened::Newer(id)) => view! { <Protected id title=texts.shell.newer_title text=texts.shell.newer_text /> }.into_any(),
        (_, Opened::Unreadable(id)) => {
            view! { <Protected id title=texts.shell.unreadable_title text=texts.shell.unreadable_text /> }.into_any()
        }
    }
}

/// How far the part of the program is that an area needs.
#[derive(Clone, Copy)]
enum Part {
    Loading,
    Ready(parts::Page),
    Missing,
}

/// An area of the open plan, as soon as its part of the program is there.
#[component]
fn AreaPage(area: Area) -> impl IntoView {
    let texts = use_texts();
    let part = RwSignal::new(Part::Loading);
    let load = move || {
        part.set(Part::Loading);
        spawn_local(async move {
            // Both are fetched at once.
            let style = fetched::begin(&fetched::PLAN_STYLE);
            let page = parts::load(area).await;
            let loaded = match (page, style.await) {
                (Ok(page), Ok(())) => Part::Ready(page),
                _ => Part::Missing,
            };
            // Who has gone on to another page meanwhile isn't waiting any more.
            part.try_set(loaded);
        });
    };
    load();
    move || match part.get() {
        Part::Loading => view! { <p class="page" role="status">{texts.shell.loading}</p> }.into_any(),
        Part::Ready(page) => page(),
        Part::Missing => view! { <NotLoaded on_again=move |()| load() /> }.into_any(),
    }
}

/// Tells that a part of the program couldn't be fetched, and tries again when asked.
#[component]
fn NotLoaded(#[prop(into)] on_again: Callback<()>) -> impl IntoView {
    let texts = use_texts();
    view! {
        <EmptyState whole_page=true icon=icons::LuTriangleAlert title=texts.shell.not_loaded_title text=texts.shell.not_loaded_text>
            <Button kind=ButtonKind::Primary label=texts.shell.load_again on_press=on_again />
        </EmptyState>
    }
}

/// Tells of a plan that the app keeps but can't show, and offers its data.
#[component]
fn Protected(id: PlanId, title: &'static str, text: &'static str) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    view! {
        <EmptyState whole_page=true icon=icons::LuTriangleAlert title text>
            <Button
                kind=ButtonKind::Primary
                label=texts.shell.save_raw
                on_press=move |()| files::download_raw(workspace, id.clone())
            />
            <LinkButton label=texts.shell.all_plans href=workspace.href(&Route::new(Area::Library, None)) />
        </EmptyState>
    }
}
