//! Tells the linker to keep what the build needs to take the program apart (see `assemble.mjs`).

fn main() {
    println!("cargo::rerun-if-changed=scripts/link.rs");
    if std::env::var("CARGO_CFG_TARGET_ARCH").as_deref() == Ok("wasm32") {
        println!("cargo::rustc-link-arg-bin=reiseplan=--emit-relocs");
    }
}
