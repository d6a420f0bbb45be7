//! Maps, measures and lists as tables of texts: what their cells say, and what a text says about a step or a measure.
//!
//! Copying, pasting and searching rest on it. A text that doesn't fit its cell is told, never guessed.

mod findings;
mod measures;
mod read;
mod words;

pub use findings::findings_table;
pub use measures::{
    MeasurePaste, is_numeric, is_written, measure_cell, paste_measures, read_amount, read_whole, set_sub_phase,
    write_measure_cell,
};
pub use read::{CellFault, write_cell};
pub use words::{cell_text, duration_text};

#[cfg(test)]
mod tests;
