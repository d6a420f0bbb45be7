//! Groups of lost customers who may be won back.

use super::{MeasureId, OtherFields, Record, Reference, WinBackGroupId, choices::choices, reference::unlink_one};
use serde::{Deserialize, Serialize};

choices! {
    /// Why customers left.
    #[derive(Default)]
    LossReason:
    /// Satisfied, but somebody else offered more.
    BetterOffer,
    /// It became too dear.
    Price,
    /// The product disappointed.
    Product,
    /// Service or the handling of a complaint disappointed.
    Service,
    /// They use it no longer, without having cancelled.
    Inactive,
    /// The need has gone.
    NeedGone,
    /// Nobody asked.
    #[default]
    Unknown,
}

choices! {
    /// How lost customers are addressed.
    WinBackContact:
    /// Somebody talks with them in person.
    Personal,
    /// Somebody calls.
    Telephone,
    /// Somebody writes.
    Written,
}

/// The most years that anybody expects to keep a customer.
pub const MAX_STAY_YEARS: f64 = 100.0;

/// A group of lost customers with one reason, and how it is to be won back.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct WinBackGroup {
    /// Its id.
    pub id: WinBackGroupId,
    /// What it is called.
    #[serde(default)]
    pub title: String,
    /// Why they left.
    #[serde(default)]
    pub reason: LossReason,
    /// How many they are.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customers: Option<u32>,
    /// Contribution margin of one of them a year, in the plan's currency.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub margin: Option<f64>,
    /// Months since they left.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub months_since: Option<u16>,
    /// How they are addressed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<WinBackContact>,
    /// What they are offered.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub incentive: String,
    /// Cost of addressing one of them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact_cost: Option<f64>,
    /// Cost of the incentive for one who comes back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub incentive_cost: Option<f64>,
    /// Share that comes back if things go badly, 0 to 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rate_low: Option<f64>,
    /// Share that most likely comes back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rate_likely: Option<f64>,
    /// Share that comes back if things go well.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rate_high: Option<f64>,
    /// Years for which who comes back stays; none: the plan's horizon.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stay_years: Option<f64>,
    /// What winning a new customer of this kind costs; none: what the plan says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub new_customer_cost: Option<f64>,
    /// Whether it isn't addressed.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub left_out: bool,
    /// The measure that it has become a part of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub measure: Option<MeasureId>,
    /// Fields of later versions.
    #[serde(flatten)]
    pub other: OtherFields,
}

impl WinBackGroup {
    /// Makes a group of which nothing but its title is known.
    #[must_use]
    pub fn new(id: WinBackGroupId, title: &str) -> Self {
        Self {
            id,
            title: title.to_owned(),
            reason: LossReason::default(),
            customers: None,
            margin: None,
            months_since: None,
            contact: None,
            incentive: String::new(),
            contact_cost: None,
            incentive_cost: None,
            rate_low: None,
            rate_likely: None,
            rate_high: None,
            stay_years: None,
            new_customer_cost: None,
            left_out: false,
            measure: None,
            other: OtherFields::new(),
        }
    }
}

impl Record for WinBackGroup {
    type Id = WinBackGroupId;
    const TABLE: &'static str = "win_back_groups";
    fn id(&self) -> &WinBackGroupId {
        &self.id
    }
    fn name(&self) -> &str {
        &self.title
    }
    fn references(&self, visit: &mut dyn FnMut(Reference)) {
        self.measure.iter().cloned().for_each(|id| visit(id.into()));
    }
    fn unlink(&mut self, gone: &Reference) {
        unlink_one(&mut self.measure, gone);
    }
}
