//! The register of channels.

use super::{
    register::{Entry, Look, register},
    row::{Cells, cell},
    section::{Part, Section},
};
use crate::ui::{
    components::{CheckField, Menu, MenuItem, SelectField, channel_icon},
    workspace::{use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::plan::{Channel, ChannelKind, ChannelSymbol};

/// The section.
#[component]
pub fn ChannelsSection() -> impl IntoView {
    let settings = &use_texts().settings;
    let count = use_workspace().select(|plan| plan.channels.len().to_string());
    let look = Look {
        class: "register-channels",
        title: settings.channels,
        heads: vec![settings.channel_kind, ""],
        add: settings.add_channel,
        empty: settings.channels_empty,
        cells,
    };
    view! { <Section part=Part::Channels count>{register::<Channel>(look, Signal::stored(None))}</Section> }
}

fn cells(entry: Entry<Channel>) -> Cells {
    let texts = use_texts();
    let settings = &texts.settings;
    let symbol = entry.read(|channel| channel.symbol);
    let items = Signal::derive(move || {
        let item = |other: ChannelSymbol| {
            MenuItem::new((settings.symbol_name)(other), move || entry.change(|channel| channel.symbol = other))
                .icon(channel_icon(other))
                .checked(other == symbol.get())
        };
        ChannelSymbol::ALL.map(item).to_vec()
    });
    let label = entry.field_label(settings.symbol);
    let lead = view! { <Menu label icon_only=true icon=Signal::derive(move || channel_icon(symbol.get())) items /> };
    let kinds: Vec<(String, String)> = ChannelKind::ALL
        .iter()
        .enumerate()
        .map(|(at, kind)| (at.to_string(), (texts.terms.channel_kind)(*kind).to_owned()))
        .collect();
    let kind =
        entry.read(|channel| ChannelKind::ALL.iter().position(|kind| *kind == channel.kind).unwrap_or_default().to_string());
    let set_kind = move |key: String| {
        if let Some(kind) = key.parse::<usize>().ok().and_then(|at| ChannelKind::ALL.get(at)) {
            entry.change(|channel| channel.kind = *kind);
        }
    };
    let kind_field = view! {
        <SelectField
            label=entry.field_label(settings.channel_kind)
            label_hidden=true
            options=Signal::stored(kinds)
            value=kind
            on_commit=set_kind
        />
    };
    let name = entry.shown_name();
    let online = view! {
        <CheckField
            label=settings.online
            context=name
            value=entry.read(|channel| channel.online)
            on_commit=move |online| entry.change(|channel| channel.online = online)
        />
    };
    Cells {
        lead: Some(lead.into_any()),
        fields: Some(view! { {cell(settings.channel_kind, kind_field.into_any())} {cell("", online.into_any())} }.into_any()),
        ..Cells::default()
    }
}
