//! The core of Reiseplan: what a strategist's plan is, how it changes, what its figures mean.
//!
//! The core knows no browser and does no input or output; time, random numbers and bytes are handed to it. It is
//! built and tested natively. The shell in `ui/` belongs to the binary `main.rs`, the file reader in
//! `bin/worker.rs` to another.

#![forbid(unsafe_code)]
#![deny(missing_docs)]

pub mod catalogue;
pub mod charts;
pub mod check;
pub mod clipboard;
pub mod editor;
pub mod exchange;
pub mod export;
pub mod figures;
pub mod finance;
pub mod import;
pub mod listing;
pub mod matrix;
pub mod picture;
pub mod plan;
pub mod route;
pub mod sheet;
pub mod texts;
