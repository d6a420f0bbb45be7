//! Maps, measures and lists as tables of texts: what their cells say, and what a text says about a step or a measure.
//!
//! Copying, pasting and searching rest on it. A text that doesn't fit its cell is told, never guessed.

mod clear;
mod department;
mod find;
mod findings;
mod map_sheet;
mod measures;
mod range;
mod read;
mod stages;
mod tsv;
mod typed_emotion;
mod voices;
mod words;

pub use clear::{Cleared, clear};
pub use department::{DepartmentChange, department_changes};
pub use find::{Hit, find};
pub use findings::findings_table;
pub use map_sheet::{MapSheet, plain_lane_title};
pub use measures::{
    MeasurePaste, is_numeric, is_written, measure_cell, paste_measures, read_amount, read_whole, set_department, set_sub_phase,
    write_measure_cell,
};
pub use range::{MapPart, SheetRange};
pub use read::{CellFault, fill_cell, kpi_begun, read_emotion, write_cell};
pub use stages::{name_stage, stage_title, sub_phase_named};
pub use tsv::{read_rows, write_rows};
pub use typed_emotion::{TypedEmotion, type_emotion};
pub use voices::voices_table;
pub use words::{cell_text, duration_text, lane_title, plain_word};

#[cfg(test)]
pub(crate) mod arbitrary;
#[cfg(test)]
mod tests;
