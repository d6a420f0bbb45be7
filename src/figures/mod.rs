//! KPIs: definitions, formulas, statistics. Pure functions over tallies.
//!
//! A missing answer is missing, never 0: where there is nothing to compute from, the result is `None`. Nothing is
//! rounded here; that is for [`crate::texts::format`].

pub mod content;
pub mod involvement;
pub mod journey;
pub mod lifecycle;
pub mod normal;
pub mod nps;
pub mod paste;
pub mod period;
pub mod series;
pub mod standing;
pub mod target;
