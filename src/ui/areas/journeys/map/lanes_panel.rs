//! The panel of the lanes: which the map shows, in which order, under which titles.

use super::{
    cells::lane_icon,
    columns, lanes,
    state::{MapState, lane_title},
};
use crate::ui::{
    components::{Button, CheckField, EditableText, Icon, IconButton, Menu, MenuItem, Panel, icons},
    workspace::use_texts,
};
use leptos::{ev::KeyboardEvent, prelude::*};
use reiseplan::plan::{Lane, LaneId};

/// Kind of what is dragged when a lane is.
pub const DRAG_TYPE: &str = "application/x-reiseplan-lane";

/// The panel.
#[component]
pub fn LanesPanel() -> impl IntoView {
    let map = expect_context::<MapState>();
    let texts = use_texts();
    let words = &texts.map;
    // Those of the map, then the standard ones that it doesn't have.
    let all = Memo::new(move |_| {
        map.journey.with(|journey| {
            let Some(journey) = journey.as_ref() else { return Vec::new() };
            let own = journey.lanes.iter().filter(|lane| lanes::is_known(lane)).cloned().map(|lane| (lane, true));
            own.chain(journey.missing_lanes().into_iter().map(|lane| (lane, false))).collect::<Vec<_>>()
        })
    });
    let ids = move || all.with(|all| all.iter().map(|(lane, _)| lane.id.clone()).collect::<Vec<_>>());
    view! {
        <Panel label=words.lanes_title on_close=move |()| columns::close_panel(map) close_label=texts.shell.close>
            <h2 class="panel-title">{words.lanes_title}</h2>
            <p class="panel-intro">{words.lanes_intro}</p>
            <div class="panel-actions">
                <div class="button-row">
                    <Button icon=icons::LuPlus label=words.lane_add on_press=move |()| lanes::add_lane(map, None) />
                    <Button icon=icons::LuEye label=words.work.show_all_lanes on_press=move |()| lanes::show_all_lanes(map) />
                </div>
            </div>
            <ul class="lane-list">
                <For each=ids key=Clone::clone let:id>
                    <LaneItem all id />
                </For>
            </ul>
        </Panel>
    }
}

#[component]
fn LaneItem(all: Memo<Vec<(Lane, bool)>>, id: LaneId) -> impl IntoView {
    let map = expect_context::<MapState>();
    let texts = use_texts();
    let words = &texts.map;
    let own = StoredValue::new(id);
    let lane = Memo::new(move |_| own.with_value(|id| all.with(|all| all.iter().find(|(lane, _)| lane.id == *id).cloned())));
    let name =
        Signal::derive(move || lane.with(|lane| lane.as_ref().map(|(lane, _)| lane_title(lane, texts)).unwrap_or_default()));
    let shown = Signal::derive(move || lane.with(|lane| lane.as_ref().is_some_and(|(lane, there)| *there && !lane.hidden)));
    let there = Memo::new(move |_| lane.with(|lane| lane.as_ref().is_some_and(|(_, there)| *there)));
    let icon = lane.with_untracked(|lane| lane.as_ref().map_or(icons::LuFileText, |(lane, _)| lane_icon(lane)));
    let items = Signal::derive(move || {
        let Some((lane, _)) = lane.get() else { return Vec::new() };
        let mut items = Vec::new();
        if lanes::can_duplicate(&lane) {
            let id = lane.id.clone();
            items.push(MenuItem::new(words.lane_duplicate, move || lanes::duplicate_lane(map, &id)).icon(icons::LuCopy));
        }
        if lane.is_own() {
            items.push(MenuItem::new(words.lane_delete, move || lanes::delete_lane(map, &lane.id)).icon(icons::LuTrash2));
        }
        items
    });
    let on_key = move |event: KeyboardEvent| {
        if event.alt_key() && matches!(&*event.key(), "ArrowUp" | "ArrowDown") {
            event.prevent_default();
            event.stop_propagation();
            lanes::move_lane_in_list(map, &own.get_value(), event.key() == "ArrowDown");
        }
    };
    view! {
        <li
            class="lane-item"
            draggable=move || there.get().to_string()
            on:keydown=on_key
            on:dragstart=move |event| start_drag(&event, &own.get_value())
            on:dragover=allow_drop
            on:drop=move |event| drop_on(map, &event, &own.get_value())
        >
            <span class="lane-item-shown">
                <CheckField
                    label=Signal::derive(move || (words.lane_shown)(&name.get()))
                    label_hidden=true
                    value=shown
                    on_commit=move |shown: bool| lanes::show_lane(map, &own.get_value(), shown)
                />
            </span>
            <Icon icon />
            <div class="lane-item-title">
                {move || match there.get() {
                    true => view! {
                        <EditableText
                            label=words.lane_title_field
                            value=name
                            placeholder=texts.terms.unnamed
                            preset=words.lane_new
                            on_commit=move |title: String| lanes::rename_lane(map, &own.get_value(), title)
                        />
                    }
                    .into_any(),
                    false => view! { <span>{name}</span> }.into_any(),
                }}
            </div>
            {move || there.get().then(|| view! {
                <IconButton small=true icon=icons::LuArrowUp shortcut="Alt ↑" label=Signal::derive(move || (words.lane_up)(&name.get())) on_press=move |()| lanes::move_lane_in_list(map, &own.get_value(), false) />
                <IconButton small=true icon=icons::LuArrowDown shortcut="Alt ↓" label=Signal::derive(move || (words.lane_down)(&name.get())) on_press=move |()| lanes::move_lane_in_list(map, &own.get_value(), true) />
            })}
            {move || (there.get() && !items.with(Vec::is_empty)).then(|| view! {
                <Menu small=true icon_only=true icon=icons::LuEllipsis label=Signal::derive(move || (words.lane_more)(&name.get())) items />
            })}
        </li>
    }
}

/// Begins to drag a lane.
pub fn start_drag(event: &web_sys::DragEvent, lane: &LaneId) {
    if let Some(data) = event.data_transfer() {
        let _ = data.set_data(DRAG_TYPE, lane.as_str());
    }
}

/// Lets a lane be dropped here.
pub fn allow_drop(event: web_sys::DragEvent) {
    if event.data_transfer().is_some_and(|data| data.types().includes(&DRAG_TYPE.into(), 0)) {
        event.prevent_default();
    }
}

/// Puts the dragged lane into the place of another.
pub fn drop_on(map: MapState, event: &web_sys::DragEvent, onto: &LaneId) {
    let dragged = event.data_transfer().and_then(|data| data.get_data(DRAG_TYPE).ok());
    if let Some(dragged) = dragged.and_then(|id| LaneId::try_from(id.as_str()).ok()) {
        event.prevent_default();
        event.stop_propagation();
        lanes::drop_lane(map, &dragged, onto);
    }
}
