//! Lists over a whole plan: pain points and opportunities, journeys, their channels, what customers say, everything that
//! has a name. What is in a list, in what order and in which groups; what a list looks like is for the shell.

pub mod channels;
pub mod findings;
pub mod journeys;
pub mod names;
pub mod voices;
