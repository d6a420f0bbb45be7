//! Market, segments and channels of a persona.

use super::ShownPersona;
use crate::ui::{
    components::{ChipsPicker, HelpHint, Segmented},
    workspace::{use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::{
    catalogue::channel_named,
    editor::{Label, Noun, Verb},
    plan::{Channel, ChannelId, Dimension, DimensionId, Market, Plan, Segment, SegmentValue, SegmentValueId},
    route::Area,
    texts::Texts,
};

const MARKETS: [(Option<Market>, &str); 3] = [(None, ""), (Some(Market::B2b), "b2b"), (Some(Market::B2c), "b2c")];

/// The facts.
#[component]
pub fn Facts(shown: ShownPersona) -> impl IntoView {
    view! {
        <section class="persona-section field-stack">
            <MarketField shown />
            <Segments shown />
            <Channels shown />
        </section>
    }
}

#[component]
fn MarketField(shown: ShownPersona) -> impl IntoView {
    let words = &use_texts().personas;
    let label = |market: Option<Market>| market.map_or(words.market_none, words.market).to_owned();
    let options = MARKETS.map(|(market, key)| (key.to_owned(), label(market))).to_vec();
    let key = shown.signal(|persona| {
        let found = MARKETS.iter().find(|(market, _)| *market == persona.market);
        found.map(|(_, key)| (*key).to_owned()).unwrap_or_default()
    });
    let pick = move |key: String| {
        if let Some((market, _)) = MARKETS.iter().find(|(_, own)| *own == key) {
            shown.change(Verb::Change, |persona| persona.market = *market);
        }
    };
    view! {
        <div class="field">
            <span class="field-label" aria-hidden="true">{words.market_field}</span>
            <Segmented label=words.market_field options=Signal::stored(options) value=key on_pick=pick />
        </div>
    }
}

/// Names a segment among the choices: its dimension and its value.
fn segment_key(dimension: &DimensionId, value: &SegmentValueId) -> String {
    format!("{dimension}/{value}")
}

fn segment_of(key: &str) -> Option<Segment> {
    let (dimension, value) = key.split_once('/')?;
    Some(Segment::new(DimensionId::try_from(dimension).ok()?, SegmentValueId::try_from(value).ok()?))
}

/// Keys and names of all segments.
fn segment_choices(plan: &Plan, texts: &Texts) -> Vec<(String, String)> {
    let choice = |dimension: &Dimension, value: &SegmentValue| {
        (segment_key(&dimension.id, &value.id), segment_name(dimension, value, texts))
    };
    plan.dimensions.iter().flat_map(|dimension| dimension.values.iter().map(|value| choice(dimension, value))).collect()
}

/// A segment with its dimension: "Region: North".
pub fn segment_name(dimension: &Dimension, value: &SegmentValue, texts: &Texts) -> String {
    let value = texts.terms.named(&value.name);
    if dimension.name.is_empty() { value.to_owned() } else { (texts.charts.value_of)(&dimension.name, value) }
}

/// The segments by which data know the persona.
#[component]
fn Segments(shown: ShownPersona) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.personas;
    let options = workspace.select(|plan| segment_choices(plan, texts));
    let own =
        shown.signal(|persona| persona.segments.iter().map(|own| segment_key(&own.dimension, &own.value)).collect::<Vec<_>>());
    let chosen = Signal::derive(move || {
        let own = own.get();
        options.with(|options| options.iter().filter(|(key, _)| own.contains(key)).cloned().collect::<Vec<_>>())
    });
    let add = move |key: String| {
        if let Some(segment) = segment_of(&key) {
            shown.change(Verb::Change, |persona| persona.segments.push(segment));
        }
    };
    let remove = move |key: String| {
        shown.change(Verb::Change, |persona| persona.segments.retain(|own| segment_key(&own.dimension, &own.value) != key));
    };
    view! {
        <div>
            <ChipsPicker
                label=words.segments
                chosen
                options
                on_add=add
                on_remove=remove
                remove_label=move |name: String| (words.remove)(&name)
                taken_label=texts.terms.taken
                none_label=words.segments_missing
                placeholder=words.choose
            />
            <p class="persona-hint no-print">
                <a href=workspace.link(Area::Settings, None)>{words.edit_segments}</a>
                <HelpHint label=words.segments title=words.segments text=words.segments_help />
            </p>
        </div>
    }
}

/// The channels that the persona prefers; new ones go into the register.
#[component]
fn Channels(shown: ShownPersona) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.personas;
    let options = workspace.select(|plan| {
        let name = |channel: &Channel| texts.terms.named(&channel.name).to_owned();
        plan.channels.iter().map(|channel| (channel.id.to_string(), name(channel))).collect::<Vec<_>>()
    });
    let own = shown.signal(|persona| persona.channels.iter().map(ToString::to_string).collect::<Vec<_>>());
    // In the persona's order: the one that it prefers most comes first.
    let chosen = Signal::derive(move || {
        let choice = |id: String| options.with(|options| options.iter().find(|(own, _)| *own == id).cloned());
        own.get().into_iter().filter_map(choice).collect::<Vec<_>>()
    });
    let add = move |id: String| {
        if let Ok(id) = ChannelId::try_from(id.as_str()) {
            shown.change(Verb::Change, |persona| persona.channels.push(id));
        }
    };
    let remove =
        move |id: String| shown.change(Verb::Change, |persona| persona.channels.retain(|channel| channel.as_str() != id));
    let create = move |name: String| {
        let id: ChannelId = workspace.new_id();
        shown.edit(Label::new(Verb::Add, Noun::Channel), |plan, persona| {
            plan.channels.insert(channel_named(id.clone(), &name));
            plan.personas.update(persona, |persona| persona.channels.push(id));
        });
    };
    view! {
        <ChipsPicker
            label=words.channels
            chosen
            options
            on_add=add
            on_remove=remove
            remove_label=move |name: String| (words.remove)(&name)
            taken_label=texts.terms.taken
            on_create=Callback::new(create)
            create_label=Callback::new(move |name: String| (words.channel_create)(&name))
            none_label=words.channels_missing
            placeholder=words.choose
        />
    }
}
