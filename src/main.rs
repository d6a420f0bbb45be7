//! Mounts the browser shell; nothing else. On native targets there is no shell, and `main` is empty.

#[cfg(target_arch = "wasm32")]
mod ui;

fn main() {
    #[cfg(target_arch = "wasm32")]
    ui::start();
}
