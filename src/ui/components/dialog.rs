//! Modal dialogs.

use super::{button::IconButton, icons::LuX, unique_id};
use crate::ui::platform::page;
use leptos::{ev::MouseEvent, html, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDialogElement};

/// What can have the focus first in the content of a dialog: of a choice among few it is what is chosen.
const FIRST: &str = "> :last-child :is(a[href], button, input, select, textarea):not(:disabled, [type=radio]:not(:checked))";

/// A modal dialog over the page. The focus begins at the first control of its content, and at the close button where there
/// is none. Esc, the close button and a click beside it close it; the focus goes back to where it was. Its content is there
/// only while it is open.
#[component]
pub fn Dialog(
    /// Whether it is open; closing it sets this to `false`.
    open: RwSignal<bool>,
    /// Its heading.
    #[prop(into)]
    title: Signal<String>,
    /// Name of the close button.
    #[prop(into)]
    close_label: Signal<String>,
    /// Whether it is wide, as for a table.
    #[prop(optional)]
    wide: bool,
    /// Whether it has no head and no padding, as the command palette; the title is then read aloud alone.
    #[prop(optional)]
    bare: bool,
    /// Its content; a row of buttons at its end has the class `dialog-actions`.
    children: ChildrenFn,
) -> impl IntoView {
    let id = unique_id("dialog");
    let title_id = format!("{id}-title");
    let first = format!("#{id} {FIRST}");
    let dialog_ref = NodeRef::<html::Dialog>::new();
    Effect::new(move || {
        let open = open.get();
        let Some(dialog) = dialog_ref.get() else { return };
        if open && !dialog.open() {
            // Fails alone when the dialog has just left the page.
            let _ = dialog.show_modal();
            page::focus_next(first.clone());
        } else if !open && dialog.open() {
            dialog.close();
        }
    });
    let on_click = move |event: MouseEvent| {
        // What lies beside the dialog belongs to the dialog itself; what lies on it, to its content.
        let target = event.target().and_then(|target| target.dyn_into::<HtmlDialogElement>().ok());
        if target.is_some_and(|dialog| outside(&event, &dialog)) {
            open.set(false);
        }
    };
    // Told a moment later: by then it may have been opened again.
    let on_close = move |_| {
        if dialog_ref.get_untracked().is_some_and(|dialog| !dialog.open()) {
            open.set(false);
        }
    };
    let content = move || {
        let children = children.clone();
        open.get().then(move || children())
    };
    let head_id = title_id.clone();
    let head = if bare {
        view! { <h2 class="visually-hidden" id=head_id>{move || title.get()}</h2> }.into_any()
    } else {
        view! {
            <div class="dialog-head">
                <h2 id=head_id>{move || title.get()}</h2>
                <IconButton label=close_label icon=LuX on_press=move || open.set(false) />
            </div>
        }
        .into_any()
    };
    view! {
        <dialog
            node_ref=dialog_ref
            id=id
            class="dialog"
            class:dialog-wide=wide
            class:dialog-bare=bare
            aria-labelledby=title_id
            on:close=on_close
            on:click=on_click
        >
            {head}
            <div class:dialog-body=!bare>{content}</div>
        </dialog>
    }
    .into_any()
}

fn outside(event: &MouseEvent, dialog: &Element) -> bool {
    let rect = dialog.get_bounding_client_rect();
    let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
    x < rect.left() || x > rect.right() || y < rect.top() || y > rect.bottom()
}
