//! What can be picked: templates, the sample plan, and what is typical of each phase of the lifecycle.

pub mod lifecycle;
mod sample;
mod template;

pub use sample::{months_to_today, shift};
pub use template::template;
