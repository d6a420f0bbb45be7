//! The browser shell.

/// Starts the app.
pub fn start() {
    use leptos::prelude::*;
    mount_to_body(|| view! { <p>"Reiseplan"</p> });
}
