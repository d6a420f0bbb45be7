//! Words of what becomes of a map outside the app, and of tables that become maps: export, import, print, presentation.

mod de;
mod en;
mod labels;

pub(super) use de::OUTPUT as DE;
pub(super) use en::OUTPUT as EN;
pub use labels::{RowLabel, normal, persona_of_label, row_label};

/// Words of what becomes of a map outside the app.
#[allow(missing_docs)]
pub struct Output {
    pub labels: Labels,
    pub page_of: fn(page: usize, pages: usize) -> String,
    /// Below the title of a lane that goes on from the page before.
    pub continued: &'static str,
    /// The menu of a map, and what it opens.
    pub menu: &'static str,
    pub close: &'static str,
    pub export: &'static str,
    pub export_title: &'static str,
    pub formats: Formats,
    pub print: &'static str,
    pub print_title: &'static str,
    pub paper: &'static str,
    pub print_pages: fn(usize) -> String,
    pub print_more: fn(usize) -> String,
    pub print_now: &'static str,
    /// On paper, where the browser printed the page of a map rather than the map.
    pub print_whole: &'static str,
    pub take_in: TakeIn,
    pub present: Present,
}

/// Titles of the rows of a map as a table, above its lanes.
#[allow(missing_docs)]
pub struct Labels {
    pub stage: &'static str,
    pub sub_phase: &'static str,
    pub touchpoint: &'static str,
    pub heading: &'static str,
}

/// The files that a map can become.
#[allow(missing_docs)]
pub struct Formats {
    pub csv: Format,
    pub mermaid: Format,
    pub svg: Format,
    pub png: Format,
    /// Before what a format doesn't hold.
    pub without: fn(&str) -> String,
    pub with_hidden: &'static str,
    pub saved: fn(file: &str) -> String,
    pub failed: fn(error: &str) -> String,
    pub too_large: &'static str,
    pub smaller: fn(file: &str, scale: &str) -> String,
}

/// A kind of file.
#[allow(missing_docs)]
pub struct Format {
    pub name: &'static str,
    /// What it is for and what it holds.
    pub holds: &'static str,
    /// What it can't hold.
    pub lacks: &'static str,
    pub save: &'static str,
}

/// A table that becomes a map.
#[allow(missing_docs)]
pub struct TakeIn {
    pub menu: &'static str,
    pub from_table: &'static str,
    pub title: &'static str,
    pub intro: &'static str,
    pub choose: &'static str,
    pub paste: &'static str,
    pub paste_hint: &'static str,
    pub check: &'static str,
    pub unreadable: fn(error: &str) -> String,
    pub too_large: fn(most: &str) -> String,
    /// Why a table is no map.
    pub no_steps: &'static str,
    pub too_many_columns: fn(columns: usize, steps_max: usize, lanes_max: usize) -> String,
    pub too_many_rows: fn(rows: usize, steps_max: usize, lanes_max: usize) -> String,
    pub extra_cell: fn(line: u64, column: usize) -> String,
    pub unchanged: &'static str,
    pub destination: &'static str,
    pub as_new: &'static str,
    pub into_open: &'static str,
    pub journey_title: &'static str,
    pub found: fn(steps: usize, stages: usize, lanes: usize) -> String,
    pub transposed: &'static str,
    pub lanes: &'static str,
    pub column_row: &'static str,
    pub column_becomes: &'static str,
    pub column_example: &'static str,
    pub becomes_of: fn(&str) -> String,
    pub own_text: &'static str,
    pub skip: &'static str,
    pub untitled: &'static str,
    pub registers: &'static str,
    pub touchpoints_known: fn(usize, &str) -> String,
    pub touchpoints_new: fn(usize, &str) -> String,
    pub channels_new: fn(&str) -> String,
    pub departments_new: fn(&str) -> String,
    /// How many touchpoints of the register another department will own, and which: each as `department_change` says it.
    pub departments_changed: fn(usize, &str) -> String,
    /// A touchpoint, its department before (empty: none) and then.
    pub department_change: fn(touchpoint: &str, from: &str, to: &str) -> String,
    pub findings_new: fn(usize) -> String,
    pub and_more: fn(usize) -> String,
    pub issues: fn(usize) -> String,
    pub back: &'static str,
    pub take: &'static str,
    pub done_new: fn(title: &str, steps: usize) -> String,
    pub done_into: fn(steps: usize, filled: usize, cells: usize) -> String,
}

/// The map presented on a whole screen.
#[allow(missing_docs)]
pub struct Present {
    pub start: &'static str,
    pub name: fn(journey: &str) -> String,
    pub end: &'static str,
    pub next: &'static str,
    pub previous: &'static str,
    pub more_below: &'static str,
    pub full_screen: &'static str,
    pub place: fn(slide: usize, slides: usize) -> String,
    pub overview: &'static str,
    pub stage: fn(title: &str) -> String,
    pub step: fn(heading: &str, stage: &str) -> String,
    pub mood: &'static str,
    pub peak_end: &'static str,
    pub open_pains: &'static str,
    pub breaks: &'static str,
    pub stages: &'static str,
    pub nothing: &'static str,
    pub course: &'static str,
    pub gain: fn(target: &str, gain: &str) -> String,
}
