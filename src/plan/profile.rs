//! What a plan is about: its profile and the lifecycle it plans for.

use super::{OtherFields, ProfileId, Quarter, Record, Reference, SubPhaseId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The largest amount of money or person-days that a plan holds: a million millions. With it no sum overflows.
pub const MAX_AMOUNT: f64 = 1e12;

/// Whether a number can be an amount of money or person-days: 0 to [`MAX_AMOUNT`].
#[must_use]
pub fn is_amount(value: f64) -> bool {
    (0.0..=MAX_AMOUNT).contains(&value)
}

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
    /// Of that, what each phase may cost; none of a phase: nothing is fixed.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub phase_budgets: BTreeMap<Phase, f64>,
    /// What each quarter may cost.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub quarter_budgets: BTreeMap<Quarter, f64>,
    /// What a person-day costs the company, in the plan's currency; none: person-days aren't counted as money.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day_rate: Option<f64>,
    /// Weight of the customer's value in a measure's value, 0 to 1; the rest is that of the business's.
    #[serde(default = "even_weight", skip_serializing_if = "is_even")]
    pub customer_weight: f64,
    /// What winning a new customer costs, in the plan's currency; what winning one back is held against.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub new_customer_cost: Option<f64>,
    /// Answers of fewer people than this aren't shown singly, so that nobody can be recognised.
    #[serde(default = "usual_segment_minimum", skip_serializing_if = "is_usual_segment_minimum")]
    pub segment_minimum: u32,
    /// Free notes.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub notes: String,
    /// Fields of later versions.
    #[serde(flatten)]
    pub other: OtherFields,
}

fn usual_segment_minimum() -> u32 {
    5
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde hands it over so")]
fn is_usual_segment_minimum(minimum: &u32) -> bool {
    *minimum == usual_segment_minimum()
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

fn even_weight() -> f64 {
    0.5
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde hands it over so")]
fn is_even(weight: &f64) -> bool {
    *weight == even_weight()
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
            phase_budgets: BTreeMap::new(),
            quarter_budgets: BTreeMap::new(),
            day_rate: None,
            customer_weight: even_weight(),
            new_customer_cost: None,
            segment_minimum: usual_segment_minimum(),
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
    fn name(&self) -> &str {
        &self.title
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
    fn name(&self) -> &str {
        &self.name
    }
    fn references(&self, _: &mut dyn FnMut(Reference)) {}
    fn unlink(&mut self, _: &Reference) {}
}
