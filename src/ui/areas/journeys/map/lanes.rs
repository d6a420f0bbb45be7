//! What is done to the lanes of a map, by keys, buttons and in their panel.

use super::{
    columns::focus_soon,
    state::{CellKey, HEAD_ROW, MapState, TITLE_COLUMN},
};
use crate::ui::platform::page;
use leptos::prelude::*;
use reiseplan::{
    editor::{Label, Noun, Verb},
    plan::{Lane, LaneId, LaneKind},
    sheet::plain_lane_title,
};

/// The lane with this id as it is now.
fn lane_now(map: MapState, id: &LaneId) -> Option<Lane> {
    map.journey.with_untracked(|journey| journey.as_ref()?.lane(id).cloned())
}

/// What a lane is called, for titles that are written and texts that are told.
pub fn lane_name(map: MapState, id: &LaneId) -> String {
    let texts = map.workspace.texts();
    lane_now(map, id).map(|lane| plain_lane_title(&lane, texts)).unwrap_or_default()
}

/// Shows a lane or hides it.
pub fn show_lane(map: MapState, id: &LaneId, shown: bool) {
    let verb = if shown { Verb::Show } else { Verb::Hide };
    map.change(Label::new(verb, Noun::Lane), |journey| journey.show_lane(id, shown));
}

/// Hides lanes in one step of the history; the focus goes to the title that stands in the place of the first, or
/// to the last.
pub fn hide_lanes(map: MapState, ids: &[LaneId]) {
    let words = &map.workspace.texts().map;
    let told = match ids {
        [id] => (words.lane_hidden)(&lane_name(map, id)),
        _ => (words.work.lanes_hidden)(ids.len()),
    };
    let at = map.lanes.with_untracked(|lanes| lanes.iter().position(|lane| ids.contains(&lane.id)));
    map.change(Label::new(Verb::Hide, Noun::Lane), |journey| {
        for id in ids {
            journey.show_lane(id, false);
        }
    });
    map.workspace.tell_undoable(told);
    let next = map.lanes.with_untracked(|lanes| lanes.get(at?).or(lanes.last()).map(|lane| title_cell(&lane.id)));
    focus_soon(map, next.unwrap_or_else(|| CellKey::new(HEAD_ROW, TITLE_COLUMN)));
}

/// Shows all lanes that a map of this version can show.
pub fn show_all_lanes(map: MapState) {
    map.change(Label::new(Verb::Show, Noun::Lane), |journey| {
        let hidden: Vec<LaneId> = journey.lanes.iter().chain(&journey.missing_lanes()).map(|lane| lane.id.clone()).collect();
        for id in hidden {
            journey.show_lane(&id, true);
        }
    });
}

/// The cell with the title of a lane.
pub fn title_cell(id: &LaneId) -> CellKey {
    CellKey::new(id.as_str(), TITLE_COLUMN)
}

/// Names a lane; an empty title gives way to the standard one.
pub fn rename_lane(map: MapState, id: &LaneId, title: String) {
    map.change(Label::new(Verb::Rename, Noun::Lane), |journey| journey.rename_lane(id, title));
}

/// Moves a lane one place down (`forward`) or up among those that are shown.
pub fn move_lane(map: MapState, id: &LaneId, forward: bool) {
    let mut moved = false;
    map.change(Label::new(Verb::Move, Noun::Lane), |journey| moved = journey.move_shown_lane(id, forward));
    if moved {
        tell_place(map, id);
    }
}

/// Moves a lane one place down (`forward`) or up in the whole list.
pub fn move_lane_in_list(map: MapState, id: &LaneId, forward: bool) {
    let mut moved = false;
    page::keep_focus();
    map.change(Label::new(Verb::Move, Noun::Lane), |journey| moved = journey.move_lane(id, forward));
    if moved {
        tell_place(map, id);
    }
}

fn tell_place(map: MapState, id: &LaneId) {
    let place = map.journey.with_untracked(|journey| {
        let lanes = &journey.as_ref()?.lanes;
        Some((lanes.iter().position(|lane| lane.id == *id)? + 1, lanes.len()))
    });
    if let Some((place, places)) = place {
        map.said.set((map.workspace.texts().map.lane_moved)(&lane_name(map, id), place, places));
    }
}

/// Puts a dragged lane into the place of another.
pub fn drop_lane(map: MapState, dragged: &LaneId, onto: &LaneId) {
    map.change(Label::new(Verb::Move, Noun::Lane), |journey| {
        journey.drop_lane(dragged, onto);
    });
}

/// Adds a lane for free text, at the end or below another, and begins to name it.
pub fn add_lane(map: MapState, below: Option<&LaneId>) {
    let id: LaneId = map.workspace.new_id();
    let title = map.workspace.texts().map.lane_new.to_owned();
    map.change(Label::new(Verb::Add, Noun::Lane), |journey| {
        journey.add_text_lane(id.clone(), title);
        if let Some(at) = below.and_then(|below| journey.lanes.iter().position(|lane| lane.id == *below))
            && let Some(lane) = journey.lanes.pop()
        {
            journey.lanes.insert(at + 1, lane);
        }
    });
    focus_soon(map, title_cell(&id));
}

/// Makes a copy of a lane with texts, right below it.
pub fn duplicate_lane(map: MapState, id: &LaneId) {
    let copy: LaneId = map.workspace.new_id();
    let title = (map.workspace.texts().map.lane_copy)(&lane_name(map, id));
    map.change(Label::new(Verb::Duplicate, Noun::Lane), |journey| {
        journey.duplicate_lane(id, copy.clone(), title);
    });
    focus_soon(map, title_cell(&copy));
}

/// Deletes a lane of the user's with its texts.
pub fn delete_lane(map: MapState, id: &LaneId) {
    let name = lane_name(map, id);
    let mut texts = 0;
    map.change(Label::new(Verb::Remove, Noun::Lane), |journey| texts = journey.remove_lane(id));
    map.workspace.tell_undoable((map.workspace.texts().map.lane_deleted)(&name, texts));
    // The button that asked for it has gone with its lane.
    page::focus_next(".panel".to_owned());
}

/// Whether a lane can be duplicated: it has texts.
pub fn can_duplicate(lane: &Lane) -> bool {
    lane.kind.has_texts()
}

/// Whether a map of this version shows a lane.
pub fn is_known(lane: &Lane) -> bool {
    !matches!(lane.kind, LaneKind::Other(_))
}
