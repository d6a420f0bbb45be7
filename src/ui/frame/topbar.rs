//! The bar on top: where one is, whether it is saved, undo and redo, search, export, language, theme.

use crate::ui::{
    actions::ACTIONS,
    components::{Button, Icon, IconButton, Kbd, Mark, Menu, MenuItem, SaveState as SaveStateView, SaveStep, icons},
    platform::{preferences::Theme, store::WriteError},
    workspace::{Opened, SaveState, use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::{
    editor::Label,
    route::{Area, Route},
    texts::Language,
};

/// The bar.
#[component]
pub fn TopBar(has_sidebar: Memo<bool>, drawer_open: RwSignal<bool>) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let has_plan = Memo::new(move |_| matches!(workspace.opened.get(), Opened::Plan(_)) && has_sidebar.get());
    let keys = move |index: usize| ACTIONS[index].shortcuts.first().map(|keys| keys.in_words(texts)).unwrap_or_default();
    let name = move |label: Option<Label>, with: fn(&str) -> String, without: &'static str| match label {
        Some(label) => with(&(texts.actions.label)(label)),
        None => without.to_owned(),
    };
    let pass_on = move || workspace.with_loaded_work(|work| work.export_for_passing_on(workspace));
    let exports = Signal::stored(vec![MenuItem::new(texts.shell.export_for_passing_on, pass_on).icon(icons::LuUsers)]);
    let history = move || {
        view! {
            <IconButton
                icon=icons::LuUndo2
                label=Signal::derive(move || name(workspace.undo_label(), texts.shell.undo_step, texts.shell.undo))
                shortcut=keys(1)
                disabled=Signal::derive(move || workspace.undo_label().is_none())
                on_press=move |()| workspace.undo()
            />
            <IconButton
                icon=icons::LuRedo2
                label=Signal::derive(move || name(workspace.redo_label(), texts.shell.redo_step, texts.shell.redo))
                shortcut=keys(2)
                disabled=Signal::derive(move || workspace.redo_label().is_none())
                on_press=move |()| workspace.redo()
            />
            <Button icon=icons::LuShare label=texts.shell.export hint=texts.shell.export_plan on_press=move |()| workspace.with_loaded_work(|work| work.export(workspace)) />
            <span class="topbar-exports"><Menu icon=icons::LuChevronDown icon_only=true label=texts.shell.export_others items=exports /></span>
        }
    };
    view! {
        <header class="topbar">
            {move || {
                has_sidebar
                    .get()
                    .then(|| {
                        view! {
                            <span class="sidebar-toggle">
                                <IconButton icon=icons::LuMenu label=texts.shell.open_navigation on_press=move |()| drawer_open.set(true) />
                            </span>
                        }
                    })
            }}
            <Breadcrumb />
            {move || has_plan.get().then(|| view! { <Saved /> })}
            <span class="topbar-space"></span>
            <button
                type="button"
                class="search-button"
                on:click=move |_| workspace.palette_open.set(true)
            >
                <Icon icon=icons::LuSearch />
                <span class="search-button-label">{texts.shell.search}</span>
                <Kbd keys=keys(0) />
            </button>
            {move || has_plan.get().then(history)}
            <LanguageMenu />
            <ThemeMenu />
        </header>
    }
}

/// Where one is: the area, and the record that is shown.
#[component]
fn Breadcrumb() -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let record = Memo::new(move |_| {
        let route = workspace.route.get()?;
        let id = route.record?;
        workspace.with_plan(|plan| match route.area {
            Area::Personas => plan.personas.get(&id.into()).map(|persona| persona.name.clone()),
            Area::Audits => plan.audits.get(&id.into()).map(|audit| audit.title.clone()),
            Area::Journeys => plan.journeys.get(&id.into()).map(|journey| journey.title.clone()),
            Area::Kpis => plan.kpis.get(&id.into()).map(|kpi| kpi.title.clone()),
            _ => None,
        })
    });
    let crumbs = move || {
        let Some(area) = workspace.route.get().map(|route| route.area) else { return ().into_any() };
        let name = (texts.shell.area)(area);
        match record.get() {
            Some(title) => view! {
                <li><a href=workspace.link(area, None)>{name}</a></li>
                <li aria-current="page">{texts.terms.named(&title).to_owned()}</li>
            }
            .into_any(),
            None => view! { <li aria-current="page">{name}</li> }.into_any(),
        }
    };
    let home = move || {
        let in_library = workspace.route.get().is_none_or(|route| route.area == Area::Library);
        in_library.then(|| {
            view! {
                <a class="topbar-home" href=workspace.href(&Route::new(Area::Library, None))>
                    <Mark />
                    <span>{texts.shell.app_name}</span>
                </a>
            }
        })
    };
    view! {
        {home}
        <nav class="breadcrumb" aria-label=texts.shell.breadcrumb>
            <ol>{crumbs}</ol>
        </nav>
    }
}

/// Whether the plan is saved.
#[component]
fn Saved() -> impl IntoView {
    let workspace = use_workspace();
    let shell = &use_texts().shell;
    let step = Signal::derive(move || match workspace.save_state.get() {
        SaveState::Saved => SaveStep::Saved,
        SaveState::Saving => SaveStep::Saving,
        SaveState::Failed(_) => SaveStep::Failed,
    });
    let text = Signal::derive(move || match workspace.save_state.get() {
        SaveState::Saved => shell.saved.to_owned(),
        SaveState::Saving => shell.saving.to_owned(),
        SaveState::Failed(WriteError::Quota) => shell.not_saved_quota.to_owned(),
        SaveState::Failed(WriteError::Protected) => shell.not_saved_protected.to_owned(),
        SaveState::Failed(WriteError::Stale) => (shell.not_saved)(""),
        SaveState::Failed(WriteError::Failed(reason)) => (shell.not_saved)(&reason),
    });
    view! { <SaveStateView step text /> }
}

#[component]
fn LanguageMenu() -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let items = Signal::derive(move || {
        let item = |language: Language| {
            MenuItem::new((texts.shell.language_name)(language), move || workspace.set_language(language))
                .checked(workspace.language.get() == language)
        };
        Language::ALL.into_iter().map(item).collect()
    });
    view! { <Menu label=texts.shell.language icon=icons::LuLanguages icon_only=true items /> }
}

#[component]
fn ThemeMenu() -> impl IntoView {
    let workspace = use_workspace();
    let shell = &use_texts().shell;
    let items = Signal::derive(move || {
        let now = workspace.preferences.with(|preferences| preferences.theme);
        let item = |theme: Theme| {
            let (label, icon) = match theme {
                Theme::System => (shell.theme_system, icons::LuSunMoon),
                Theme::Light => (shell.theme_light, icons::LuSun),
                Theme::Dark => (shell.theme_dark, icons::LuMoon),
            };
            MenuItem::new(label, move || workspace.set_theme(theme)).icon(icon).checked(now == theme)
        };
        Theme::ALL.into_iter().map(item).collect()
    });
    view! { <Menu label=shell.theme icon=icons::LuSunMoon icon_only=true items /> }
}
