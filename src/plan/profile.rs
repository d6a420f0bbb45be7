//! What a plan is about: its profile and the lifecycle it plans for.

use super::{OtherFields, ProfileId, Record, Reference, SubPhaseId};
use serde::{Deserialize, Serialize};

/// What the plan as a whole is about. A plan has one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Profile {
    /// Always `profile`.
    pub id: ProfileId,
    /// Title of the plan.
    #[serde(default)]
    pub title: String,
    /// The company or authority that the plan is for.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub organisation: String,
    /// Its industry.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub industry: String,
    /// ISO 4217 code of the currency of all money in the plan.
    #[serde(default = "euro")]
    pub currency: String,
    /// Discount rate a year, as a share: 0.08 is 8 %.
    #[serde(default = "usual_discount_rate")]
    pub discount_rate: f64,
    /// Years over which benefits are counted.
    #[serde(default = "usual_horizon")]
    pub horizon_years: u8,
    /// Money available in all, in the plan's currency.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub budget: Option<f64>,
    /// Free notes.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub notes: String,
    /// Fields of later versions.
    #[serde(flatten)]
    pub other: OtherFields,
}

fn euro() -> String {
    "EUR".to_owned()
}

fn usual_discount_rate() -> f64 {
    0.08
}

fn usual_horizon() -> u8 {
    3
}

impl Default for Profile {
    fn default() -> Self {
        Self {
            id: ProfileId::standard("profile"),
            title: String::new(),
            organisation: String::new(),
            industry: String::new(),
            currency: euro(),
            discount_rate: usual_discount_rate(),
            horizon_years: usual_horizon(),
            budget: None,
            notes: String::new(),
            other: OtherFields::new(),
        }
    }
}

impl Record for Profile {
    type Id = ProfileId;
    const TABLE: &'static str = "profile";
    fn id(&self) -> &ProfileId {
        &self.id
    }
    fn references(&self, _: &mut dyn FnMut(Reference)) {}
    fn unlink(&mut self, _: &Reference) {}
}

/// One of the three phases of every customer lifecycle.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Phase {
    /// Anbahnungsphase: before the first contract.
    Acquisition,
    /// Aktive Kundenphase: from contract to its end.
    Active,
    /// Passive Kundenphase: no purchase for long, cancelled, or being won back.
    Passive,
}

impl Phase {
    /// The three phases in order.
    pub const ALL: [Self; 3] = [Self::Acquisition, Self::Active, Self::Passive];
}

/// The sub-phases that a new plan begins with: id and phase.
pub const STANDARD_SUB_PHASES: [(&str, Phase); 9] = [
    ("awareness", Phase::Acquisition),
    ("consideration", Phase::Acquisition),
    ("decision", Phase::Acquisition),
    ("onboarding", Phase::Active),
    ("use", Phase::Active),
    ("renewal", Phase::Active),
    ("inactive", Phase::Passive),
    ("cancelled", Phase::Passive),
    ("win-back", Phase::Passive),
];

/// A part of a phase, such as awareness or use, with what is to be known of customers in it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SubPhase {
    /// Its id; that of a standard sub-phase gives it its name as long as it has no own.
    pub id: SubPhaseId,
    /// The phase that it belongs to.
    pub phase: Phase,
    /// The user's name for it; empty: the standard name in the reader's language.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// How the customer ticks here.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub customer: String,
    /// Fields of later versions.
    #[serde(flatten)]
    pub other: OtherFields,
}

impl SubPhase {
    /// Makes a sub-phase with its standard name.
    #[must_use]
    pub fn new(id: SubPhaseId, phase: Phase) -> Self {
        Self { id, phase, name: String::new(), customer: String::new(), other: OtherFields::new() }
    }
}

impl Record for SubPhase {
    type Id = SubPhaseId;
    const TABLE: &'static str = "sub_phases";
    fn id(&self) -> &SubPhaseId {
        &self.id
    }
    fn references(&self, _: &mut dyn FnMut(Reference)) {}
    fn unlink(&mut self, _: &Reference) {}
}
