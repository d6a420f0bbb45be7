//! The browser shell.

pub mod components;

/// Starts the app.
pub fn start() {
    use leptos::prelude::*;
    mount_to_body(|| view! { <p>"Reiseplan"</p> });
}
