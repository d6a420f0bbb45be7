//! The whole screen: for what is presented.

use super::{document, window};
use web_sys::Element;

/// Lets an element fill the whole screen, if the browser can and lets it; nothing happens otherwise.
pub fn fill(element: &Element) {
    if can_fill() {
        // A refusal comes later, as a promise that nobody waits for: the element fills the window then.
        let _ = element.request_fullscreen();
    }
}

/// Whether this browser can fill the screen.
pub fn can_fill() -> bool {
    document().fullscreen_enabled()
}

/// Whether something fills the screen.
pub fn is_filled() -> bool {
    document().fullscreen_element().is_some()
}

/// Gives the screen back.
pub fn give_back() {
    if is_filled() {
        document().exit_fullscreen();
    }
}

/// Width and height of the window in CSS pixels.
pub fn size() -> (f64, f64) {
    let length = |value: Result<wasm_bindgen::JsValue, _>| value.ok().and_then(|value| value.as_f64()).unwrap_or_default();
    (length(window().inner_width()), length(window().inner_height()))
}

/// Keeps pointer and keys off the first element that fits a selector, while something lies over it.
pub fn set_inert(selector: &str, inert: bool) {
    if let Ok(Some(element)) = document().query_selector(selector) {
        let _ = if inert { element.set_attribute("inert", "") } else { element.remove_attribute("inert") };
    }
}

/// Opens the browser's dialog for printing.
pub fn print() {
    // Refused alone where the page may not print.
    let _ = window().print();
}
