//! The clipboard, as far as a button may write and read it.

use super::{describe, window};
use wasm_bindgen_futures::JsFuture;

/// Puts a text on the clipboard.
///
/// # Errors
/// What the browser said, such as that it isn't allowed.
pub async fn write(text: &str) -> Result<(), String> {
    let written = JsFuture::from(window().navigator().clipboard().write_text(text)).await;
    written.map(drop).map_err(|error| describe(&error))
}

/// The text on the clipboard.
///
/// # Errors
/// What the browser said, such as that it isn't allowed.
pub async fn read() -> Result<String, String> {
    let read = JsFuture::from(window().navigator().clipboard().read_text()).await;
    read.map(|text| text.as_string().unwrap_or_default()).map_err(|error| describe(&error))
}
