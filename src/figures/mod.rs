//! KPIs: definitions, formulas, statistics. Pure functions over tallies.
//!
//! A missing answer is missing, never 0: where there is nothing to compute from, the result is `None`. Nothing is
//! rounded here; that is for [`crate::texts::format`].

pub mod base;
pub mod compare;
pub mod content;
pub mod control;
pub mod customers;
pub mod difference;
pub mod drivers;
pub mod effect;
pub mod effort;
pub mod gap;
pub mod importance;
pub mod involvement;
pub mod journey;
pub mod lifecycle;
pub mod lifetime;
pub mod matrix;
pub mod mean;
pub mod measured;
pub mod money;
pub mod normal;
pub mod nps;
pub mod offered;
pub mod period;
pub mod persona;
pub mod satisfaction;
pub mod series;
pub mod share;
pub mod standing;
pub mod student;
pub mod target;
pub mod typed;
