//! Words of what becomes of a map outside the app, and of tables that become maps: export, import, print, presentation.

mod de;
mod en;
mod labels;

pub(super) use de::OUTPUT as DE;
pub(super) use en::OUTPUT as EN;
pub use labels::{RowLabel, normal, row_label};

/// Words of what becomes of a map outside the app.
#[allow(missing_docs)]
pub struct Output {
    pub labels: Labels,
}

/// Titles of the rows of a map as a table, above its lanes.
#[allow(missing_docs)]
pub struct Labels {
    pub stage: &'static str,
    pub sub_phase: &'static str,
    pub touchpoint: &'static str,
    pub heading: &'static str,
}
