//! Searching in a map: a field, the number of hits, and the way from one to the next.

use super::{
    range::cell_at_place,
    state::{CellKey, MapState, STAGE_ROW, TITLE_COLUMN},
};
use crate::ui::{
    components::{Icon, IconButton, icons},
    platform::page,
    workspace::{Workspace, use_texts},
};
use leptos::{ev::KeyboardEvent, html, prelude::*};
use reiseplan::{
    plan::JourneyId,
    sheet::{Hit, MapSheet, find},
};

/// A search in a map.
#[derive(Clone, Copy)]
pub struct Finder {
    query: RwSignal<String>,
    /// Where the text stands.
    pub hits: Memo<Vec<Hit>>,
    /// Number of the hit that is shown; none: none yet.
    shown: RwSignal<Option<usize>>,
}

impl Finder {
    /// Makes the search of a journey's map.
    pub fn new(workspace: Workspace, journey: JourneyId) -> Self {
        let query = RwSignal::new(String::new());
        let hits = workspace.select(move |plan| {
            query.with(|query| match plan.journeys.get(&journey) {
                Some(journey) if !query.is_empty() => find(&MapSheet::new(plan, workspace.texts(), journey), query),
                _ => Vec::new(),
            })
        });
        Self { query, hits, shown: RwSignal::new(None) }
    }

    /// The hit that is shown, followed.
    pub fn shown_hit(self) -> Option<Hit> {
        let shown = self.shown.get()?;
        self.hits.with(|hits| hits.get(shown).copied())
    }

    fn shown_hit_untracked(self) -> Option<Hit> {
        untrack(|| self.shown_hit())
    }

    /// Shows the next hit or the one before, in a circle.
    fn go(self, map: MapState, forward: bool) {
        let count = self.hits.with_untracked(Vec::len);
        if count == 0 {
            return;
        }
        let next = match (self.shown.get_untracked().filter(|shown| *shown < count), forward) {
            (Some(shown), true) => (shown + 1) % count,
            (Some(shown), false) => (shown + count - 1) % count,
            (None, true) => 0,
            (None, false) => count - 1,
        };
        self.shown.set(Some(next));
        if let Some(cell) = self.shown_hit_untracked().and_then(|hit| cell_of(map, hit)) {
            if cell.column != TITLE_COLUMN {
                map.view.hold(&cell.column);
            }
            page::show_next(cell.selector());
        }
    }
}

/// The cell of the grid in which a text was found.
fn cell_of(map: MapState, hit: Hit) -> Option<CellKey> {
    match hit {
        Hit::Cell(row, column) => cell_at_place(map, (row, column)),
        Hit::Stage(column) => Some(CellKey { row: STAGE_ROW.to_owned(), ..cell_at_place(map, (0, column))? }),
    }
}

/// The field that searches.
#[component]
pub fn FindField() -> impl IntoView {
    let map = expect_context::<MapState>();
    let texts = use_texts();
    let words = &texts.map.work;
    let finder = map.finder;
    let input_ref = NodeRef::<html::Input>::new();
    let is_empty = Memo::new(move |_| finder.query.with(String::is_empty));
    let count = move || {
        let shown = finder.shown.get().map(|shown| shown + 1);
        finder.hits.with(|hits| (words.hits)(shown.filter(|shown| *shown <= hits.len()), hits.len()))
    };
    let leave = move || {
        let hit = finder.shown_hit_untracked();
        finder.query.set(String::new());
        finder.shown.set(None);
        let cell = hit.and_then(|hit| cell_of(map, hit)).or_else(|| map.focus.get_untracked());
        match cell {
            Some(cell) => page::focus(&cell.selector()),
            None => page::focus(".map-grid [tabindex=\"0\"]"),
        }
    };
    let on_key = move |event: KeyboardEvent| {
        match event.key().as_str() {
            "Enter" => finder.go(map, !event.shift_key()),
            "Escape" => leave(),
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
    };
    let on_input = move |text: String| {
        finder.query.set(text);
        finder.shown.set(None);
    };
    // The browser's own search sees what is built alone; pressed once more in the field it comes up all the same.
    let handle = window_event_listener(leptos::ev::keydown, move |event| {
        let asks = (event.ctrl_key() || event.meta_key()) && !event.shift_key() && !event.alt_key() && event.key() == "f";
        if let Some(input) = input_ref.get_untracked().filter(|_| asks && !event.default_prevented())
            && !document().active_element().is_some_and(|active| active.is_same_node(Some(&input)))
        {
            event.prevent_default();
            let _ = input.focus();
            input.select();
        }
    });
    on_cleanup(move || handle.remove());
    view! {
        <div class="map-find" role="search">
            <Icon icon=icons::LuSearch />
            <input
                node_ref=input_ref
                class="input"
                type="search"
                dir="auto"
                autocomplete="off"
                aria-label=words.find
                placeholder=words.find
                prop:value=move || finder.query.get()
                on:input:target=move |event| on_input(event.target().value())
                on:keydown=on_key
            />
            <span class="map-find-count" role="status">{move || (!is_empty.get()).then(count)}</span>
            {move || (!is_empty.get()).then(|| view! {
                <IconButton small=true icon=icons::LuArrowUp label=words.hit_before shortcut="⇧ ↵" on_press=move |()| finder.go(map, false) />
                <IconButton small=true icon=icons::LuArrowDown label=words.hit_next shortcut="↵" on_press=move |()| finder.go(map, true) />
            })}
        </div>
    }
}
