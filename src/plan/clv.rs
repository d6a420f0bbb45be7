//! What a customer is worth (customer lifetime value): how it is defined and what is assumed for it.

use super::Resolution;
use serde::{Deserialize, Serialize};

/// How future periods of a customer are added up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ClvConvention {
    /// Without end, the first margin after one period: m·r / (1 + i − r).
    #[default]
    EndOfPeriod,
    /// Without end, the first margin at once and in full: m·(1 + i) / (1 + i − r).
    StartOfPeriod,
    /// m / churn, not discounted.
    Simple,
    /// As `EndOfPeriod` over a number of periods.
    HorizonEndOfPeriod(u16),
    /// As `StartOfPeriod` over a number of periods.
    HorizonStartOfPeriod(u16),
}

/// What a customer brings in a period.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ClvBasis {
    /// Margin.
    #[default]
    Margin,
    /// Revenue.
    Revenue,
}

/// What a customer is worth: convention and assumptions, all for the same period. What is missing isn't assumed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Clv {
    /// How periods are added up.
    #[serde(default)]
    pub convention: ClvConvention,
    /// What `margin` is.
    #[serde(default)]
    pub basis: ClvBasis,
    /// The period that all assumptions are about.
    #[serde(default = "year", skip_serializing_if = "is_year")]
    pub period: Resolution,
    /// Margin or revenue of a customer in a period, in the plan's currency.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub margin: Option<f64>,
    /// Share of customers that stay for the next period, 0 to 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retention: Option<f64>,
    /// Discount rate for a period, as a share; none: the plan's, where the period is a year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub discount: Option<f64>,
    /// What winning a customer costs, in the plan's currency.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub acquisition_cost: Option<f64>,
    /// What a customer has brought so far, in the plan's currency.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub past: Option<f64>,
}

fn year() -> Resolution {
    Resolution::Year
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde hands it over so")]
fn is_year(period: &Resolution) -> bool {
    *period == Resolution::Year
}
