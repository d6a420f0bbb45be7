//! The browser shell.

/// Starts the app.
pub fn start() {
    leptos::mount::mount_to_body(|| leptos::view! { <p>"Reiseplan"</p> });
}
