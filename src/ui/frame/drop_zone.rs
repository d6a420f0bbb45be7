//! Takes files that are dropped anywhere onto the page.

use crate::ui::{
    files,
    workspace::{use_texts, use_workspace},
};
use leptos::{ev, prelude::*};

/// Shows that files can be dropped while one is dragged over the page.
#[component]
pub fn DropZone() -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let over = RwSignal::new(false);
    let has_files =
        |event: &web_sys::DragEvent| event.data_transfer().is_some_and(|data| data.types().includes(&"Files".into(), 0));
    let drag = window_event_listener(ev::dragover, move |event| {
        if has_files(&event) {
            event.prevent_default();
            over.set(true);
        }
    });
    let leave = window_event_listener(ev::dragleave, move |event| {
        if event.related_target().is_none() {
            over.set(false);
        }
    });
    let drop = window_event_listener(ev::drop, move |event| {
        over.set(false);
        if !has_files(&event) {
            return;
        }
        event.prevent_default();
        let files = event.data_transfer().and_then(|data| data.files());
        for file in files.iter().flat_map(|files| (0..files.length()).filter_map(|index| files.get(index))) {
            files::receive(workspace, file);
        }
    });
    on_cleanup(move || {
        drag.remove();
        leave.remove();
        drop.remove();
    });
    view! {
        <div class="drop-zone" hidden=move || !over.get()>
            <p class="drop-zone-title">{texts.shell.drop_title}</p>
            <p>{texts.shell.drop_text}</p>
        </div>
    }
}
