//! Lists over all journeys: pain points and opportunities, the journeys themselves, their channels, what
//! customers say. What is in a list,
//! in what order and in which groups; what a list looks like is for the shell.

pub mod channels;
pub mod findings;
pub mod journeys;
pub mod voices;
