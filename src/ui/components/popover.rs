//! Where things open that open beside something: menus, lists of choices, explanations.

use leptos::prelude::window;
use web_sys::{Element, HtmlElement};

const GAP: f64 = 4.0;

/// Puts a popover beside its anchor, on the side where there is more room. Its size need not be known yet.
pub fn place(popover: &HtmlElement, anchor: &Element) {
    let size = |value: Result<wasm_bindgen::JsValue, _>| value.ok().and_then(|value| value.as_f64()).unwrap_or_default();
    let (width, height) = (size(window().inner_width()), size(window().inner_height()));
    let anchor = anchor.get_bounding_client_rect();
    let below = height - anchor.bottom() >= anchor.top();
    let from_left = width - anchor.left() >= anchor.right();
    let room = if below { height - anchor.bottom() } else { anchor.top() } - 2.0 * GAP;
    let places = [
        ("top", below.then(|| anchor.bottom() + GAP)),
        ("bottom", (!below).then(|| height - anchor.top() + GAP)),
        ("left", from_left.then(|| anchor.left().max(GAP))),
        ("right", (!from_left).then(|| (width - anchor.right()).max(GAP))),
        ("--anchor-width", Some(anchor.width())),
        ("max-height", Some(room.min(384.0))),
    ];
    let style = popover.style();
    for (property, value) in places {
        let value = value.map_or_else(|| "auto".to_owned(), |value| format!("{value}px"));
        // A property that can't be set leaves the popover where the style sheet puts it.
        let _ = style.set_property(property, &value);
    }
}

/// Whether a popover is open.
pub fn is_open(popover: &HtmlElement) -> bool {
    popover.matches(":popover-open").unwrap_or_default()
}

/// Opens a popover, if it is there and closed.
pub fn show(popover: &HtmlElement) {
    if !is_open(popover) {
        let _ = popover.show_popover();
    }
}

/// Closes a popover, if it is there and open.
pub fn hide(popover: &HtmlElement) {
    if is_open(popover) {
        let _ = popover.hide_popover();
    }
}
