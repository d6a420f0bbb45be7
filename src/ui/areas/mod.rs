//! The pages of the app, a folder each. No area knows another.

pub mod check;
pub mod content;
pub mod import;
pub mod involvement;
pub mod journeys;
pub mod kpis;
pub mod library;
pub mod overview;
pub mod settings;
pub mod strategy;
pub mod win_back;
