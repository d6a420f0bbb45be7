//! The plan's settings: what it is about, its registers, its lifecycle.

mod channels;
mod departments;
mod lifecycle;
mod profile;
mod register;
mod row;
mod section;
mod segments;
mod touchpoints;

use crate::ui::{
    components::{LiveRegion, PageHead},
    platform::page,
    workspace::{use_texts, use_workspace},
};
use leptos::{ev::MouseEvent, prelude::*};
use reiseplan::{
    plan::{Id, TouchpointId},
    route::Area,
};
use section::Part;

/// What the parts of the page share.
#[derive(Clone, Copy)]
struct SettingsPage {
    /// The record that was just added: its row begins by editing the name.
    added: RwSignal<Option<Id>>,
    /// The touchpoint whose fields are open.
    open: RwSignal<Option<TouchpointId>>,
    /// What touchpoints must contain to be shown.
    filter: RwSignal<String>,
    /// The row that is being dragged.
    dragged: RwSignal<Option<row::Dragged>>,
    /// What screen readers are told.
    spoken: RwSignal<String>,
}

/// The page.
#[component]
pub fn Settings() -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let settings = &texts.settings;
    let shared = SettingsPage {
        added: RwSignal::new(None),
        open: RwSignal::new(None),
        filter: RwSignal::new(String::new()),
        dragged: RwSignal::new(None),
        spoken: RwSignal::new(String::new()),
    };
    provide_context(shared);
    let shown =
        Memo::new(move |_| workspace.route.get().filter(|route| route.area == Area::Settings).and_then(|route| route.record));
    Effect::new(move |_| {
        let Some(id) = shown.get() else { return };
        let touchpoint = TouchpointId::from(id.clone());
        if workspace.plan_now().touchpoints.contains(&touchpoint) {
            shared.open.set(Some(touchpoint));
            shared.filter.set(String::new());
        }
        // The router scrolls to the top when it has shown an address; this has to come after that.
        page::after_render(move || {
            page::after_render(move || {
                page::reveal(&row::element_id(&id));
            });
        });
    });
    // What is added must be seen, whatever is looked for.
    Effect::new(move |_| {
        if shared.added.with(Option::is_some) {
            shared.filter.set(String::new());
        }
    });
    let link = move |part: Part| {
        let go = move |event: MouseEvent| {
            event.prevent_default();
            page::reveal(part.element_id());
        };
        view! {
            <li>
                <a href=format!("#{}", part.element_id()) on:click=go>
                    {part.title(settings)}
                </a>
            </li>
        }
    };
    view! {
        <div class="page settings">
            <PageHead title=(texts.shell.area)(Area::Settings) />
            <div class="settings-columns">
                <nav class="settings-nav" aria-label=settings.on_this_page>
                    <ul>{Part::ALL.map(link).collect_view()}</ul>
                </nav>
                <div class="settings-parts">
                    <profile::PlanSection />
                    <departments::DepartmentsSection />
                    <channels::ChannelsSection />
                    <segments::SegmentsSection />
                    <touchpoints::TouchpointsSection />
                    <lifecycle::LifecycleSection />
                </div>
            </div>
            <LiveRegion text=shared.spoken />
        </div>
    }
}
