//! What can be picked: templates and the sample plan.

mod sample;
mod template;

pub use sample::{months_to_today, shift};
pub use template::template;
