//! What can be picked: what is typical of each phase of the lifecycle, its models, ways of winning back and of involving
//! customers, checklists for audits, ready-made KPIs, well-known channels; and how dates of the sample plan and of
//! templates move to today.

mod audit;
mod channel;
mod involvement;
mod kpi;
pub mod lifecycle;
mod models;
mod sample;
mod template;
mod win_back;

pub use audit::{AuditChecklist, audit_checklists};
pub use channel::channel_named;
pub use involvement::involvement_methods;
pub use kpi::{KPI_PRESETS, KpiPreset, kpi_preset, missing_kpis};
pub use models::{LIFECYCLE_MODELS, LifecycleModel};
pub use sample::{months_to_today, shift};
pub use template::Template;
pub use win_back::incentives;
