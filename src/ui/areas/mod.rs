//! The pages of the app, a folder each. No area knows another.

pub mod audits;
pub mod channels;
pub mod check;
pub mod content;
pub mod drivers;
pub mod effects;
pub mod findings;
pub mod import;
pub mod involvement;
pub mod journeys;
pub mod kpis;
pub mod library;
pub mod measures;
pub mod overview;
pub mod personas;
pub mod settings;
pub mod strategy;
pub mod voices;
pub mod win_back;
