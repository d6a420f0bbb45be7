//! What can be picked: templates and the sample plan.
