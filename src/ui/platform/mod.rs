//! The browser: storage, files, tabs, timers, clock, chance. Nothing else in the app touches them.

pub mod clipboard;
pub mod clock;
pub mod drawing;
pub mod fetched;
pub mod files;
pub mod import_worker;
pub mod page;
pub mod panic;
pub mod pixels;
pub mod preferences;
pub mod screen;
pub mod store;
pub mod tabs;
pub mod timer;

use wasm_bindgen::JsValue;

/// Says in a browser's own words what went wrong: an error's name and message.
pub fn describe(error: &JsValue) -> String {
    use wasm_bindgen::JsCast;
    if let Some(error) = error.dyn_ref::<web_sys::DomException>() {
        return format!("{}: {}", error.name(), error.message());
    }
    if let Some(error) = error.dyn_ref::<js_sys::Error>() {
        return String::from(error.message());
    }
    error.as_string().unwrap_or_else(|| "?".to_owned())
}

/// The browser's window.
pub fn window() -> web_sys::Window {
    web_sys::window().expect("BUG: the shell runs in a window")
}

/// The page's document.
pub fn document() -> web_sys::Document {
    window().document().expect("BUG: the window has a document")
}
