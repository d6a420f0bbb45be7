//! Copying and pasting in maps, within a plan, between plans and to and from spreadsheets.
//!
//! Everybody gets a table of texts; beside it lies what only Reiseplan reads. A table of texts that becomes columns is read
//! as a file with a map is. What doesn't fit is told, never guessed.

mod carried;
mod clip;
mod columns;
mod paste;

pub use clip::{CellClip, Clip, ColumnClip, Copied, Origin, Unwritten, copy};
pub use paste::{Misfit, Paste, Pasted, paste};

#[cfg(test)]
mod copy_tests;
#[cfg(test)]
mod paste_tests;
