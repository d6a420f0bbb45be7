//! Mounts the browser shell; nothing else. On native targets there is no shell, and `main` is empty.

#[cfg(all(target_arch = "wasm32", feature = "shell"))]
mod ui;

fn main() {
    #[cfg(all(target_arch = "wasm32", feature = "shell"))]
    ui::start();
}
