//! English words of what becomes of a map outside the app.

use super::{Labels, Output};

pub const OUTPUT: Output = Output {
    labels: Labels { stage: "Stage", sub_phase: "Sub-phase of the lifecycle", touchpoint: "Touchpoint", heading: "Heading" },
};
