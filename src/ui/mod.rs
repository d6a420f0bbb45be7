//! The browser shell: what users see and touch. It knows the core; the core doesn't know it.

mod actions;
mod app;
mod areas;
mod checking;
mod components;
mod files;
mod finding;
mod frame;
mod parts;
mod plan_work;
mod platform;
mod record;
mod saving;
mod touchpoint;
mod voice;
mod workspace;

/// Starts the app.
pub fn start() {
    platform::panic::install_hook();
    #[cfg(feature = "panic-test")]
    platform::panic::raise_when_asked();
    leptos::mount::mount_to_body(app::App);
}
