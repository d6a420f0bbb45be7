//! A map as a matrix: lanes are rows, steps are columns. What goes out as a table, and what a table becomes.
//!
//! Reading has three steps: [`read_matrix`] finds stages, steps and lanes in a table of texts, [`propose`] says which
//! lane of the table is which lane of the map, and [`take_in`] writes into a plan. The last tells what it did and what
//! didn't fit, so a preview is the same call on a copy. What [`write_matrix`] has written is found again by all three.

mod columns;
mod propose;
mod read;
mod register;
mod take_in;
mod write;

pub use propose::{LaneTarget, persona_of_row, propose};
pub use read::{LANES_MAX, Matrix, MatrixColumn, MatrixError, MatrixLane, STEPS_MAX, read_matrix};
pub(crate) use register::{channel_names, register_department, registered_channel};
pub use take_in::{CellIssue, Destination, TakenIn, take_in};
pub use write::{persona_title, write_matrix};

#[cfg(test)]
mod tests;
