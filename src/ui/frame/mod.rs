//! The frame around every page: navigation at the left, the bar on top, dialogs and messages over them.

mod drop_zone;
mod palette;
mod problems;
mod shortcut_list;
mod sidebar;
mod topbar;

pub use shortcut_list::keys;

use super::{
    components::ToastRegion,
    platform::page,
    workspace::{Opened, use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::route::Area;

/// The frame with a page in its middle.
#[component]
pub fn Frame(children: Children) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    super::actions::listen_for_shortcuts(workspace);
    let has_sidebar = Memo::new(move |_| {
        let in_plan = workspace.route.get().is_some_and(|route| route.area != Area::Library);
        in_plan && matches!(workspace.opened.get(), Opened::Plan(_))
    });
    let drawer_open = RwSignal::new(false);
    Effect::new(move |before: Option<()>| {
        workspace.route.track();
        drawer_open.set(false);
        if before.is_some() {
            page::hold_focus("#main");
        }
    });
    view! {
        <a class="skip-link" href="#main">{texts.shell.skip_to_content}</a>
        <div class="frame" class:frame-plain=move || !has_sidebar.get()>
            {move || has_sidebar.get().then(|| view! { <sidebar::Sidebar open=drawer_open /> })}
            <topbar::TopBar has_sidebar drawer_open />
            <main class="main" id="main" tabindex="-1">
                <problems::Problems />
                {children()}
            </main>
        </div>
        <palette::Palette />
        <shortcut_list::ShortcutList />
        <drop_zone::DropZone />
        <ToastRegion toasts=workspace.toasts close_label=texts.shell.close />
    }
}
