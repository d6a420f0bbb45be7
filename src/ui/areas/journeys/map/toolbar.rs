//! The line above the map: zoom, search, filter, clipboard.

use super::{
    clipboard,
    filter::{FilterFields, FilterNote},
    finder::FindField,
    state::MapState,
    viewport::Zoom,
};
use crate::ui::{
    actions::Shortcut,
    components::{Menu, MenuItem, Segmented, icons},
    workspace::use_texts,
};
use leptos::prelude::*;
use reiseplan::texts::map::MapWork;

/// What a level of zoom is called.
pub fn zoom_name(zoom: Zoom, words: &MapWork) -> &'static str {
    match zoom {
        Zoom::Glance => words.zoom_glance,
        Zoom::Work => words.zoom_work,
        Zoom::Touchpoint => words.zoom_touchpoint,
    }
}

/// The line above the map.
#[component]
pub fn Toolbar() -> impl IntoView {
    let map = expect_context::<MapState>();
    let texts = use_texts();
    let words = &texts.map.work;
    let zooms = Zoom::ALL.map(|zoom| (zoom.key().to_owned(), zoom_name(zoom, words).to_owned())).to_vec();
    let zoom = Signal::derive(move || map.view.zoom.get().key().to_owned());
    let pick = move |key: String| {
        if let Some(zoom) = Zoom::ALL.into_iter().find(|zoom| zoom.key() == key) {
            map.view.set_zoom(zoom);
        }
    };
    let control = |key: &'static str| Shortcut::control(key).in_words(texts);
    let items = Signal::derive(move || {
        let nothing = map.focus.with(Option::is_none);
        vec![
            MenuItem::new(words.copy, move || clipboard::copy_by_button(map))
                .icon(icons::LuCopy)
                .shortcut(control("c"))
                .disabled(nothing),
            MenuItem::new(words.cut, move || clipboard::cut_by_button(map))
                .icon(icons::LuScissors)
                .shortcut(control("x"))
                .disabled(nothing),
            MenuItem::new(words.paste, move || clipboard::paste_by_button(map, false))
                .icon(icons::LuClipboardPaste)
                .shortcut(control("v"))
                .disabled(nothing),
            MenuItem::new(words.paste_end, move || clipboard::paste_by_button(map, true)).icon(icons::LuClipboardPaste),
            MenuItem::new(words.copy_all, move || clipboard::copy_all(map)).icon(icons::LuTable),
        ]
    });
    view! {
        <div class="map-tools" role="group" aria-label=words.tools>
            <Segmented label=words.zoom options=Signal::stored(zooms) value=zoom on_pick=pick />
            <FindField />
            <FilterFields />
            <Menu label=words.clipboard icon=icons::LuClipboardPaste icon_only=true items />
        </div>
        <FilterNote />
    }
}
