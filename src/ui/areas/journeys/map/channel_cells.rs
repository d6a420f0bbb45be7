//! The cells of the channel lane: a step's channels, and where it changes from one to another.

use super::state::MapState;
use crate::ui::{
    components::{Icon, channel_icon, icons},
    workspace::use_texts,
};
use leptos::prelude::*;
use reiseplan::{
    plan::{ChannelChange, ChannelId, ChannelSwitch, Plan, Step, StepId},
    texts::Texts,
};
use std::sync::Arc;

/// The channels of a step, and the change that leads to it.
#[component]
pub fn Channels(step: ArcRwSignal<Arc<Step>>, id: StepId) -> impl IntoView {
    let map = expect_context::<MapState>();
    let texts = use_texts();
    let ids = Memo::new(move |_| {
        let step = step.get();
        if !step.channels.is_empty() {
            return step.channels.clone();
        }
        let of_touchpoint = |id| map.touchpoints.with(|table| table.0.get(id).map(|touchpoint| touchpoint.channels.clone()));
        step.touchpoint.as_ref().and_then(of_touchpoint).unwrap_or_default()
    });
    let channels = Memo::new(move |_| {
        let shown =
            |id: &ChannelId| map.channels.with(|table| table.0.get(id).map(|channel| (channel.symbol, channel.name.clone())));
        ids.with(|ids| ids.iter().filter_map(shown).collect::<Vec<_>>())
    });
    let switch = Memo::new(move |_| map.switches.with(|switches| switches.get(&id).cloned()));
    let names = move || {
        let channel = |(symbol, name)| view! { <span class="map-channel"><Icon icon=channel_icon(symbol) /><span dir="auto">{name}</span></span> };
        channels.get().into_iter().map(channel).collect_view()
    };
    let mark = move || {
        // What nobody has judged is only named where it may well be a break.
        let switch = switch.get().filter(|switch| switch.reason.is_some() || switch.goes_offline)?;
        let words =
            map.channels.with(|table| switch_words(texts, &switch, |id| table.0.get(id).map(|channel| channel.name.clone())));
        let kind = if switch.is_break() { "break" } else { "change" };
        let icon = switch.is_break().then(|| view! { <Icon icon=icons::LuTriangleAlert /> });
        let offline = (switch.is_break() && switch.goes_offline).then_some(texts.map.goes_offline);
        Some(view! {
            <span class="map-switch" data-switch=kind>
                {icon}
                <span>
                    {words}
                    {offline.map(|offline| view! { <span class="map-switch-note">{offline}</span> })}
                </span>
            </span>
        })
    };
    view! {
        {names}
        {mark}
    }
}

/// A change of channel in words, such as "Break: app → telephone".
pub fn switch_words(texts: &Texts, switch: &ChannelSwitch, name: impl Fn(&ChannelId) -> Option<String>) -> String {
    let names = |ids: &[ChannelId]| ids.iter().filter_map(&name).collect::<Vec<_>>().join(", ");
    let (from, to) = (names(&switch.from), names(&switch.to));
    match switch.reason {
        Some(ChannelChange::Forced) => (texts.map.break_of)(&from, &to),
        Some(ChannelChange::Chosen) => (texts.map.chosen_change)(&from, &to),
        None => (texts.map.plain_change)(&from, &to),
    }
}

/// Name of a channel of a plan.
pub fn channel_name(plan: &Plan, id: &ChannelId) -> Option<String> {
    plan.channels.get(id).map(|channel| channel.name.clone())
}
