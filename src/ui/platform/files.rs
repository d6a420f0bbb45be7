//! Files that come in by choice or by drop, and files that go out.

use super::{describe, document};
use js_sys::Uint8Array;
use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use wasm_bindgen_futures::JsFuture;

/// Hands a text to the user as a file.
///
/// # Errors
/// What the browser said.
pub fn download(name: &str, media_type: &str, text: &str) -> Result<(), String> {
    download_bytes(name, media_type, text.as_bytes())
}

/// Hands bytes to the user as a file.
///
/// # Errors
/// What the browser said.
pub fn download_bytes(name: &str, media_type: &str, bytes: &[u8]) -> Result<(), String> {
    let attempt = || -> Result<(), JsValue> {
        let options = web_sys::BlobPropertyBag::new();
        options.set_type(media_type);
        let parts = js_sys::Array::of1(&Uint8Array::from(bytes));
        save(name, &web_sys::Blob::new_with_u8_array_sequence_and_options(&parts, &options)?)
    };
    attempt().map_err(|error| describe(&error))
}

/// Hands what the browser has made to the user as a file.
///
/// # Errors
/// What the browser said.
pub fn download_blob(name: &str, blob: &web_sys::Blob) -> Result<(), String> {
    save(name, blob).map_err(|error| describe(&error))
}

fn save(name: &str, blob: &web_sys::Blob) -> Result<(), JsValue> {
    let address = web_sys::Url::create_object_url_with_blob(blob)?;
    follow(name, &address)?;
    leptos::prelude::set_timeout(
        move || {
            let _ = web_sys::Url::revoke_object_url(&address);
        },
        std::time::Duration::from_secs(60),
    );
    Ok(())
}

/// Hands what lies at an address of the page's own, such as `data:…`, to the user as a file.
///
/// # Errors
/// What the browser said.
pub fn download_address(name: &str, address: &str) -> Result<(), String> {
    follow(name, address).map_err(|error| describe(&error))
}

fn follow(name: &str, address: &str) -> Result<(), JsValue> {
    let link: web_sys::HtmlAnchorElement = document().create_element("a")?.unchecked_into();
    link.set_href(address);
    link.set_download(name);
    link.click();
    Ok(())
}

/// Asks the user for a file and hands it to `callback`; nothing happens if none is chosen. `accept` lists media types and name endings.
pub fn choose(accept: &str, callback: impl FnOnce(web_sys::File) + 'static) {
    ask(accept, false, move |files| {
        if let Some(file) = files.get(0) {
            callback(file);
        }
    });
}

/// Asks the user for files and hands them to `callback` in order; nothing happens if none is chosen.
pub fn choose_many(accept: &str, callback: impl FnOnce(Vec<web_sys::File>) + 'static) {
    ask(accept, true, move |files| {
        let files: Vec<web_sys::File> = (0..files.length()).filter_map(|index| files.get(index)).collect();
        if !files.is_empty() {
            callback(files);
        }
    });
}

fn ask(accept: &str, many: bool, callback: impl FnOnce(web_sys::FileList) + 'static) {
    let Ok(input) = document().create_element("input") else { return };
    let input: web_sys::HtmlInputElement = input.unchecked_into();
    input.set_type("file");
    input.set_accept(accept);
    input.set_multiple(many);
    let chosen = input.clone();
    let on_change = Closure::once_into_js(move || {
        if let Some(files) = chosen.files() {
            callback(files);
        }
    });
    let _ = input.add_event_listener_with_callback("change", on_change.unchecked_ref());
    input.click();
}

/// Reads a whole file.
///
/// # Errors
/// What the browser said.
pub async fn read(file: &web_sys::File) -> Result<Vec<u8>, String> {
    let buffer = JsFuture::from(file.array_buffer()).await.map_err(|error| describe(&error))?;
    Ok(Uint8Array::new(&buffer).to_vec())
}

/// Fetches a file that lies beside the app.
///
/// # Errors
/// What the browser or the server said.
pub async fn fetch(address: &str) -> Result<Vec<u8>, String> {
    let answer = JsFuture::from(super::window().fetch_with_str(address)).await.map_err(|error| describe(&error))?;
    let answer: web_sys::Response = answer.unchecked_into();
    if !answer.ok() {
        return Err(format!("{} {}", answer.status(), address));
    }
    let body = answer.array_buffer().map_err(|error| describe(&error))?;
    let buffer = JsFuture::from(body).await.map_err(|error| describe(&error))?;
    Ok(Uint8Array::new(&buffer).to_vec())
}
