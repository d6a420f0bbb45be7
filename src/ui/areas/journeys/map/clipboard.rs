//! Copy, cut and paste: by keys through the browser's events, by buttons through its clipboard.
//!
//! Everybody gets a table of texts. What only Reiseplan reads lies beside it under a kind of its own; a button can neither
//! put it there nor read it, so that the page remembers it together with the text that it belongs to.

use super::{super::table_problem::table_problem, columns, lanes, range::selected, state::MapState};
use crate::ui::{
    actions::keys_in_words,
    platform::{clipboard, page},
};
use leptos::{prelude::*, task::spawn_local};
use reiseplan::{
    clipboard::{Clip, Copied, Misfit, Paste, Pasted, copy, paste},
    editor::{Label, Noun, Verb},
    plan::LaneId,
    sheet::{MapPart, SheetRange, clear},
};
use web_sys::ClipboardEvent;

/// Kind of what only Reiseplan reads.
const KIND: &str = "application/x-reiseplan-map";

/// What was copied last.
#[derive(Clone, Copy)]
struct LastCopied(StoredValue<Option<Copied>>);

fn last_copied(map: MapState) -> StoredValue<Option<Copied>> {
    map.workspace.lasting(|| LastCopied(StoredValue::new(None))).0
}

/// The list of what didn't fit when something was pasted last.
#[derive(Clone, Copy)]
struct MisfitsTold(StoredValue<Option<u64>>);

fn misfits_told(map: MapState) -> StoredValue<Option<u64>> {
    map.workspace.lasting(|| MisfitsTold(StoredValue::new(None))).0
}

/// What the history calls it when something is pasted.
fn paste_label() -> Label {
    Label::new(Verb::Paste, Noun::Cells)
}

/// Takes the list of what didn't fit away when what was pasted is undone.
pub fn follow_undo(map: MapState) {
    Effect::new(move |_| {
        if map.workspace.redo_label() == Some(paste_label()) {
            withdraw_misfits(map);
        }
    });
}

fn withdraw_misfits(map: MapState) {
    if let Some(told) = misfits_told(map).try_update_value(Option::take).flatten() {
        map.workspace.close_problem(told);
    }
}

/// Puts the selection onto the clipboard.
pub fn on_copy(map: MapState, event: &ClipboardEvent) {
    if let Some(range) = to_event(map, event) {
        tell_copied(map, &range);
    }
}

/// Puts the selection onto the clipboard and takes it away.
pub fn on_cut(map: MapState, event: &ClipboardEvent) {
    if let Some(range) = to_event(map, event) {
        take_away(map, &range);
    }
}

fn to_event(map: MapState, event: &ClipboardEvent) -> Option<SheetRange> {
    if map.editing.with_untracked(Option::is_some) {
        return None;
    }
    let range = selected(map)?;
    let copied = copied(map, &range)?;
    let data = event.clipboard_data()?;
    data.set_data("text/plain", &copied.text).ok()?;
    if let Some(clip) = copied.clip.as_ref().and_then(|clip| serde_json::to_string(clip).ok()) {
        // A browser that refuses the kind still has the table.
        let _ = data.set_data(KIND, &clip);
    }
    last_copied(map).set_value(Some(copied));
    event.prevent_default();
    Some(range)
}

fn copied(map: MapState, range: &SheetRange) -> Option<Copied> {
    let plan = map.workspace.plan_now();
    plan.journeys.get(&map.id()).map(|journey| copy(&plan, map.workspace.texts(), journey, range))
}

fn tell_copied(map: MapState, range: &SheetRange) {
    let size = |part: &std::ops::RangeInclusive<usize>| part.end() - part.start() + 1;
    let count = match range.part() {
        MapPart::Cells => size(&range.rows) * size(&range.columns),
        MapPart::Columns => size(&range.columns),
        MapPart::Lanes => size(&range.rows),
    };
    map.workspace.tell((map.workspace.texts().map.work.copied)(range.part(), count), None);
}

/// Empties cells, deletes columns, hides lanes: in one step of the history.
pub fn take_away(map: MapState, range: &SheetRange) {
    let texts = map.workspace.texts();
    match range.part() {
        MapPart::Cells => {
            let (id, persona) = (map.id(), map.curve_of.get_untracked());
            let cleared = map
                .edit(Label::new(Verb::Remove, Noun::Cells), |plan| clear(plan, texts, &id, range, persona.as_ref()))
                .unwrap_or_default();
            let told = (texts.map.work.emptied)(cleared.emptied, cleared.kept);
            // One cell shows by itself that it is empty, but not why it isn't.
            if cleared.emptied > 0 && !range.is_one() {
                map.workspace.tell_undoable(told);
            } else if cleared.kept > 0 || !range.is_one() {
                map.workspace.tell(told, None);
            }
        }
        MapPart::Columns => {
            let steps = map.columns.with_untracked(|columns| {
                let steps = range.columns.clone().filter_map(|column| columns.get(column.checked_sub(1)?)?.step.clone());
                steps.collect::<Vec<_>>()
            });
            columns::delete_steps(map, &steps);
        }
        MapPart::Lanes => {
            let ids: Vec<LaneId> = map.lanes.with_untracked(|lanes| {
                let lanes = range.rows.clone().filter_map(|row| lanes.get(row.checked_sub(1)?));
                lanes.map(|lane| lane.id.clone()).collect()
            });
            lanes::hide_lanes(map, &ids);
        }
    }
    map.range.set(None);
}

/// Puts what is on the clipboard into the map.
pub fn on_paste(map: MapState, event: &ClipboardEvent) {
    if map.editing.with_untracked(Option::is_some) {
        return;
    }
    let Some(data) = event.clipboard_data() else { return };
    let Ok(text) = data.get_data("text/plain") else { return };
    event.prevent_default();
    let clip = data.get_data(KIND).ok().and_then(|clip| serde_json::from_str(&clip).ok());
    put_in(map, selected(map), &text, clip);
}

/// Puts what is pasted anywhere on the page of a map without stages into it, but not what is pasted into a field or dialog.
pub fn paste_without_grid(map: MapState) {
    let pasted = window_event_listener(leptos::ev::paste, move |event| {
        if !page::is_within(event.target(), "input, textarea, select, [contenteditable], [role=\"dialog\"], dialog, .panel") {
            on_paste(map, &event);
        }
    });
    on_cleanup(move || pasted.remove());
}

/// Puts a text in, with what lies beside it on the clipboard, else with what was copied with it last.
fn put_in(map: MapState, at: Option<SheetRange>, text: &str, beside: Option<Clip>) {
    let texts = map.workspace.texts();
    let id = map.id();
    // Where there is no grid, the place that had the focus last has gone.
    let was_empty = map.columns.with_untracked(Vec::is_empty);
    let at = at.filter(|_| !was_empty);
    // A system's clipboard may end lines in its own way.
    let is_same = |copied: &Copied| copied.text.lines().eq(text.lines());
    let clip = beside.or_else(|| last_copied(map).get_value().filter(is_same)?.clip);
    let pasted = map.edit(paste_label(), |plan| {
        paste(plan, texts, &Paste { journey: &id, at, text, clip: clip.as_ref() }, &mut || map.workspace.new_id())
    });
    match pasted {
        Some(Ok(pasted)) => tell_pasted(map, &pasted),
        Some(Err(error)) => {
            map.workspace.tell_problem(table_problem(texts, &error), vec![texts.output.take_in.unchanged.to_owned()])
        }
        None => {}
    }
    if was_empty {
        columns::focus_head_at(map, Some(0));
    } else if let Some(cell) = map.focus.get_untracked() {
        columns::focus_soon(map, cell);
    }
}

fn tell_pasted(map: MapState, pasted: &Pasted) {
    let words = &map.workspace.texts().map.work;
    withdraw_misfits(map);
    // Beside it, what was told of the paste before would seem to speak of this one.
    if pasted.is_nothing() && map.workspace.undo_label() == Some(paste_label()) {
        map.workspace.withdraw_undo();
    }
    if !pasted.is_nothing() {
        map.workspace.tell_undoable((words.pasted)(pasted));
    } else if pasted.misfit_count == 0 {
        map.workspace.tell(words.pasted_nothing.to_owned(), None);
    }
    if pasted.misfit_count > 0 {
        let misfit = |m: &Misfit| match m.times {
            1 => (words.misfit)(&m.lane, &m.column, &m.text, m.why),
            n => (words.misfit_at_steps)(&(words.misfit)(&m.lane, "", &m.text, m.why), n),
        };
        let mut details: Vec<String> = pasted.misfits.iter().map(misfit).collect();
        let more = pasted.misfit_count - pasted.misfits.iter().map(|misfit| misfit.times).sum::<usize>();
        details.extend((more > 0).then(|| (words.more_misfits)(more)));
        misfits_told(map).set_value(Some(map.workspace.open_problem((words.misfits)(pasted), details)));
    }
}

fn copy_range(map: MapState, range: SheetRange, and_then: impl FnOnce(&SheetRange) + 'static) {
    let Some(copied) = copied(map, &range) else { return };
    spawn_local(async move {
        match clipboard::write(&copied.text).await {
            Ok(()) => {
                last_copied(map).set_value(Some(copied));
                and_then(&range);
            }
            Err(error) => map.workspace.tell_problem(error, Vec::new()),
        }
    });
}

/// Copies the selection.
pub fn copy_by_button(map: MapState) {
    if let Some(range) = selected(map) {
        copy_range(map, range, move |range| tell_copied(map, range));
    }
}

/// Copies the selection and takes it away.
pub fn cut_by_button(map: MapState) {
    if let Some(range) = selected(map) {
        copy_range(map, range, move |range| take_away(map, range));
    }
}

/// Copies the whole map as a table.
pub fn copy_all(map: MapState) {
    let (rows, columns) = (map.lanes.with_untracked(Vec::len), map.columns.with_untracked(Vec::len));
    copy_range(map, SheetRange { rows: 0..=rows, columns: 0..=columns }, move |range| tell_copied(map, range));
}

/// Puts what is on the clipboard into the map: at the selection, or behind the last column.
pub fn paste_by_button(map: MapState, at_the_end: bool) {
    let at = if at_the_end { None } else { selected(map) };
    spawn_local(async move {
        match clipboard::read().await {
            Ok(text) => put_in(map, at, &text, None),
            Err(_) => {
                let texts = map.workspace.texts();
                map.workspace.tell_problem(keys_in_words(texts.map.work.clipboard_denied, texts), Vec::new());
            }
        }
    });
}
