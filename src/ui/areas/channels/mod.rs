//! Channels over all journeys: where each is used and how that feels, where the channel changes, and what is missing.

mod gaps;
mod matrix;
mod steps;
mod switches;

use crate::ui::{
    components::{EmptyState, LinkButton, PageHead, Segmented, SelectField, icons, with_first},
    workspace::{use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::{
    listing::channels::{ChannelMatrix, ChannelScope, channel_matrix},
    plan::{ChannelId, JourneyKind, PersonaId, Plan, SubPhaseId},
    route::Area,
    texts::Texts,
};

/// The journeys that are looked at: as they are, unless somebody chooses otherwise.
const KINDS: [(Option<JourneyKind>, &str); 3] =
    [(Some(JourneyKind::AsIs), "as-is"), (Some(JourneyKind::ToBe), "to-be"), (None, "all")];

/// A cell of the matrix: the row of a channel or of what has none, and a column or all of them.
#[derive(Clone, Debug, PartialEq, Eq)]
struct CellPlace {
    channel: Option<ChannelId>,
    column: Option<usize>,
}

/// What the parts of the page share.
#[derive(Clone, Copy)]
struct PageState {
    scope: RwSignal<ChannelScope>,
    matrix: Memo<ChannelMatrix>,
    /// The cell whose steps are listed.
    chosen: RwSignal<Option<CellPlace>>,
}

/// The scope that is looked at; it outlives the page.
#[derive(Clone, Copy)]
struct Scope(RwSignal<ChannelScope>);

/// The page.
#[component]
pub fn Channels() -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.channels;
    let as_is = ChannelScope { kind: Some(JourneyKind::AsIs), persona: None };
    let Scope(scope) = workspace.lasting(|| Scope(RwSignal::new(as_is)));
    let matrix = workspace.select(move |plan| channel_matrix(plan, &scope.get()));
    let state = PageState { scope, matrix, chosen: RwSignal::new(None) };
    provide_context(state);
    let has_channels = workspace.select(|plan| !plan.channels.is_empty());
    let has_steps = workspace.select(|plan| plan.journeys.iter().any(|journey| journey.steps().next().is_some()));
    view! {
        <div class="with-panel">
            <div class="page channels">
                <PageHead title=(texts.shell.area)(Area::Channels) subtitle=words.intro />
                {move || match (has_channels.get(), has_steps.get()) {
                    (false, _) => view! {
                        <EmptyState icon=icons::LuWaypoints title=words.no_channels_title text=words.no_channels_text>
                            <LinkButton label=words.to_settings href=workspace.link(Area::Settings, None) />
                        </EmptyState>
                    }
                    .into_any(),
                    (true, false) => view! {
                        <EmptyState icon=icons::LuWaypoints title=words.empty_title text=words.empty_text>
                            <LinkButton label=words.to_journeys href=workspace.link(Area::Journeys, None) />
                        </EmptyState>
                    }
                    .into_any(),
                    (true, true) => view! {
                        <Choice />
                        <matrix::Matrix />
                        <div class="channels-below">
                            <switches::Switches />
                            <gaps::Gaps />
                        </div>
                    }
                    .into_any(),
                }}
            </div>
            {move || state.chosen.get().map(|place| view! { <steps::Steps place /> })}
        </div>
    }
}

/// Which journeys are looked at.
#[component]
fn Choice() -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.channels;
    let scope = expect_context::<PageState>().scope;
    let kinds = KINDS.map(|(kind, key)| (key.to_owned(), kind.map_or(words.every_kind, texts.terms.journey_kind).to_owned()));
    let kind = move || {
        let kind = scope.with(|scope| scope.kind);
        KINDS.iter().find(|(own, _)| *own == kind).map(|(_, key)| (*key).to_owned()).unwrap_or_default()
    };
    let pick = move |key: String| {
        if let Some((kind, _)) = KINDS.iter().find(|(_, own)| *own == key) {
            scope.update(|scope| scope.kind = *kind);
        }
    };
    let personas = workspace.select(move |plan| {
        let named = |name: &str| texts.terms.named(name).to_owned();
        let all = plan.personas.iter().map(|persona| (persona.id.to_string(), named(&persona.name)));
        with_first(words.every_persona, all)
    });
    view! {
        <div class="channels-choice no-print">
            <Segmented label=words.kind options=Signal::stored(kinds.to_vec()) value=Signal::derive(kind) on_pick=pick />
            <SelectField
                label=words.persona
                options=personas
                value=Signal::derive(move || scope.with(|scope| scope.persona.as_ref().map(ToString::to_string).unwrap_or_default()))
                on_commit=move |key: String| scope.update(|scope| scope.persona = PersonaId::try_from(&*key).ok())
            />
        </div>
    }
}

/// Name of a channel; of none, what stands for it.
fn channel_name(plan: &Plan, id: Option<&ChannelId>, texts: &Texts) -> String {
    match id.map(|id| plan.channels.get(id)) {
        None => texts.channels.no_channel.to_owned(),
        Some(channel) => texts.terms.named(channel.map(|channel| channel.name.as_str()).unwrap_or_default()).to_owned(),
    }
}

/// Name of a sub-phase; of none, what stands for it.
fn sub_phase_name(plan: &Plan, id: Option<&SubPhaseId>, texts: &Texts) -> String {
    id.map_or_else(|| texts.channels.no_phase.to_owned(), |id| plan.sub_phase_name(id, texts))
}
