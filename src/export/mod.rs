//! What leaves the plan for other programs: tables as CSV and as Excel workbooks.
//!
//! Everything here makes files out of plain values. A text from the plan is data in each format, never structure: it is
//! quoted, escaped or guarded where it is written.

mod csv;
mod file_name;
mod workbook;

pub(crate) use csv::looks_like_formula;
pub use csv::{Cell, unguard, write_csv};
pub use file_name::{file_name, name_part};
pub use workbook::write_workbook;
