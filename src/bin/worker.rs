//! Import off the main thread.
fn main() {}
