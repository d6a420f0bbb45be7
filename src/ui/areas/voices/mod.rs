//! Voices: what customers say; what they say together, the list of them, and one with all that is known.

mod details;
mod export;
mod filters;
mod findings;
mod glance;
mod list;

use crate::ui::{
    components::{Button, ButtonKind, EmptyState, LinkButton, Menu, MenuItem, PageHead, icons},
    platform::clock,
    record::follow_details,
    voice::HOME,
    workspace::{Workspace, use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::{
    listing::voices::{VoiceColumn, VoiceFilter, list_voices},
    plan::{TypedId, Voice, VoiceId, VoiceState},
    route::Area,
};

/// What the parts of the page share. Which voices are shown, and in what order, outlives the page.
#[derive(Clone, Copy)]
struct PageState {
    filter: RwSignal<VoiceFilter>,
    sorted: RwSignal<Option<(VoiceColumn, bool)>>,
}

impl PageState {
    fn of(workspace: Workspace) -> Self {
        workspace.lasting(|| Self { filter: RwSignal::default(), sorted: RwSignal::new(Some((VoiceColumn::On, false))) })
    }

    /// Adds a voice without words and opens its details; what would hide it isn't filtered any more.
    fn add(self, workspace: Workspace) {
        self.filter.set(VoiceFilter::default());
        let id = HOME.add(workspace, Voice::new(workspace.new_id(), "", Some(clock::today())));
        workspace.go(Area::Voices, Some(id.as_id().clone()));
    }
}

/// Which voices are shown in which order, and how many there are.
#[derive(Clone, Copy)]
struct Shown {
    listed: Memo<Vec<VoiceId>>,
    all: Memo<usize>,
}

/// The page.
#[component]
pub fn Voices() -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.voices;
    let state = PageState::of(workspace);
    provide_context(state);
    let listed = workspace.select(move |plan| state.filter.with(|filter| list_voices(plan, filter, state.sorted.get())));
    let shown = Shown { listed, all: workspace.select(|plan| plan.voices.len()) };
    let is_empty = Memo::new(move |_| shown.all.get() == 0);
    let facts = workspace.select(move |plan| {
        let open = plan.voices.iter().filter(|voice| voice.state == VoiceState::New).count();
        (words.facts)(plan.voices.len(), open)
    });
    let new_voice = move || {
        let add = move |()| state.add(workspace);
        view! { <Button kind=ButtonKind::Primary icon=icons::LuPlus label=words.new_voice on_press=add /> }
    };
    let more = Signal::stored(vec![
        MenuItem::new(words.import, move || workspace.go(Area::Import, None)).icon(icons::LuUpload),
        MenuItem::new(words.export, move || export::save(workspace, &shown.listed.get_untracked())).icon(icons::LuDownload),
    ]);
    let body = move || match is_empty.get() {
        true => view! {
            <EmptyState icon=icons::LuMessagesSquare title=words.empty_title text=words.empty_text>
                {new_voice()} <LinkButton label=words.import href=workspace.link(Area::Import, None) icon=icons::LuUpload />
            </EmptyState>
        }
        .into_any(),
        false => view! {
            <glance::Glance shown />
            <filters::Filters shown />
            <list::List shown />
        }
        .into_any(),
    };
    view! {
        <div class="with-panel">
            <div class="page voices">
                <PageHead title=(texts.shell.area)(Area::Voices) subtitle=facts>
                    {move || (!is_empty.get()).then(|| view! {
                        {new_voice()} <Menu icon_only=true icon=icons::LuEllipsis label=words.more items=more />
                    })}
                </PageHead>
                {body}
            </div>
            <ShownVoice />
        </div>
    }
}

/// Details of the voice that the address names.
#[component]
fn ShownVoice() -> impl IntoView {
    let workspace = use_workspace();
    let shown = Memo::new(move |_| {
        let id = VoiceId::from(workspace.route.get().filter(|route| route.area == Area::Voices)?.record?);
        workspace.with_plan(|plan| plan.voices.contains(&id)).then_some(id)
    });
    follow_details(shown);
    move || shown.get().map(|id| view! { <details::Details id /> })
}
