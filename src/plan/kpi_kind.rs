//! Kinds of KPIs and the definitions that belong to them: a wrong combination can't be written down.

use super::{Ces, CesFigure, Clv, Csat, CsatFigure, Scale, ScaleEnd, TypedValue};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// What kind of figure a KPI is, with the settings of its definition.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum KpiKind {
    /// Net Promoter Score: answers 0 to 10.
    #[default]
    Nps,
    /// Customer satisfaction: answers on a scale.
    Csat(Csat),
    /// Customer effort: answers on a scale.
    Ces(Ces),
    /// A share of one count in another.
    Rate(Rate),
    /// A figure of customers at start, won, lost and at end.
    Customers(CustomerFigure),
    /// What a customer is worth.
    Clv(Clv),
    /// A number of any other kind: count, mean, money, duration.
    Amount(Amount),
    /// A kind of a later version; kept, not shown.
    #[serde(untagged)]
    Other(Value),
}

/// Which way is better.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Better {
    /// More is better.
    #[default]
    Higher,
    /// Less is better.
    Lower,
}

impl Better {
    /// Whether a change that isn't 0 is one for the better.
    #[must_use]
    pub fn is_gain(self, delta: f64) -> bool {
        (delta > 0.0) == (self == Self::Higher)
    }
}

/// A share: which count is divided by which.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rate {
    /// Customers won of contacts or leads.
    Acquisition,
    /// Orders of visits.
    Conversion,
    /// Orders of offers.
    Closing,
    /// Clicks of impressions.
    ClickThrough,
    /// Contacts solved at once of all contacts.
    FirstContactResolution,
    /// Complaints per customer.
    ComplaintsPerCustomer,
    /// Complaints per order.
    ComplaintsPerOrder,
    /// Returns of orders.
    Returns,
    /// Customers with two orders or more of all customers.
    RepeatPurchase,
    /// Customers who came by recommendation of customers won.
    Referral,
    /// Customers won back of those addressed.
    WinBack,
    /// Positive mentions of all mentions.
    PositiveMentions,
    /// A share of the user's own.
    Own {
        /// What is counted.
        numerator: String,
        /// Of what.
        denominator: String,
    },
}

impl Rate {
    /// The presets, in order.
    pub const PRESETS: [Self; 12] = [
        Self::Acquisition,
        Self::Conversion,
        Self::Closing,
        Self::ClickThrough,
        Self::FirstContactResolution,
        Self::ComplaintsPerCustomer,
        Self::ComplaintsPerOrder,
        Self::Returns,
        Self::RepeatPurchase,
        Self::Referral,
        Self::WinBack,
        Self::PositiveMentions,
    ];
}

/// A figure of customers at start (S), won (N), lost (L) and at end (E).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CustomerFigure {
    /// Churn rate: L / S.
    Churn,
    /// Churn rate on the average base: L / ((S + E) / 2).
    ChurnOfAverage,
    /// Retention rate: (E − N) / S.
    Retention,
    /// Ratio of lost to newly won: L / N; can exceed 1.
    LostPerWon,
    /// Acquisition on the base: N / S.
    WonPerStart,
    /// Net growth: (E − S) / S; can be negative.
    Growth,
}

impl CustomerFigure {
    /// All figures in order.
    pub const ALL: [Self; 6] =
        [Self::Churn, Self::ChurnOfAverage, Self::Retention, Self::LostPerWon, Self::WonPerStart, Self::Growth];
}

/// The unit of an amount.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AmountUnit {
    /// Just a number.
    #[default]
    Number,
    /// Money in the plan's currency.
    Money,
    /// Minutes.
    Minutes,
    /// Per cent: 12.5 is 12.5 %.
    Percent,
    /// A unit of the user's own.
    Own(String),
}

/// What several amounts make together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Together {
    /// Their sum, as for visits.
    #[default]
    Sum,
    /// Their mean, weighted by what each rests on, as for waiting times.
    Mean,
    /// The last of them, as for a stock.
    Last,
}

/// A number of any kind.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Amount {
    /// Its unit.
    #[serde(default)]
    pub unit: AmountUnit,
    /// What the amounts of several periods make together.
    #[serde(default)]
    pub together: Together,
}

impl KpiKind {
    /// The scale of its question, where it has one.
    #[must_use]
    pub fn scale(&self) -> Option<Scale> {
        match self {
            Self::Nps => Some(Scale::ZERO_TO_TEN),
            Self::Csat(csat) => Some(csat.scale()),
            Self::Ces(ces) => Some(ces.scale),
            _ => None,
        }
    }

    /// Which end of its scale is the good one.
    #[must_use]
    pub fn best_end(&self) -> ScaleEnd {
        match self {
            Self::Csat(csat) => csat.best(),
            Self::Ces(ces) => ces.easy,
            _ => ScaleEnd::High,
        }
    }

    /// Which way is better by its definition; [`super::Kpi::better`] asks the user first.
    #[must_use]
    pub fn better(&self) -> Better {
        let lower = match self {
            Self::Csat(csat) => csat.figure() == CsatFigure::Mean && csat.best() == ScaleEnd::Low,
            Self::Ces(ces) => ces.figure == CesFigure::Mean && ces.easy == ScaleEnd::Low,
            Self::Rate(rate) => matches!(rate, Rate::ComplaintsPerCustomer | Rate::ComplaintsPerOrder | Rate::Returns),
            Self::Customers(figure) => {
                matches!(figure, CustomerFigure::Churn | CustomerFigure::ChurnOfAverage | CustomerFigure::LostPerWon)
            }
            Self::Amount(amount) => amount.unit == AmountUnit::Minutes,
            Self::Nps | Self::Clv(_) | Self::Other(_) => false,
        };
        if lower { Better::Lower } else { Better::Higher }
    }

    /// Whether a value of the other definition is one of the same figure, so that what it was held against still fits:
    /// neither another variant, nor the mean on another scale. Names and units of what is counted don't matter.
    #[must_use]
    pub fn is_same_figure(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Csat(a), Self::Csat(b)) => {
                a.figure() == b.figure()
                    && (a.figure() == CsatFigure::Satisfied || (a.scale(), a.best()) == (b.scale(), b.best()))
            }
            (Self::Ces(a), Self::Ces(b)) => {
                a.figure == b.figure && (a.figure != CesFigure::Mean || (a.scale, a.easy) == (b.scale, b.easy))
            }
            (Self::Customers(a), Self::Customers(b)) => a == b,
            (a, b) => std::mem::discriminant(a) == std::mem::discriminant(b),
        }
    }

    /// Whether what was typed for a month is of a form that this kind can be computed from.
    #[must_use]
    pub fn takes(&self, typed: &TypedValue) -> bool {
        match (self, typed) {
            (_, TypedValue::Other(_)) | (Self::Other(_), _) => false,
            (_, TypedValue::Value(_)) => true,
            (Self::Nps, typed) => matches!(typed, TypedValue::Answers(_) | TypedValue::Scores(_)),
            (Self::Csat(csat), TypedValue::Ratio(_)) => csat.figure() == CsatFigure::Satisfied,
            (Self::Csat(_) | Self::Ces(_), typed) => matches!(typed, TypedValue::Scores(_)),
            (Self::Rate(_), typed) => matches!(typed, TypedValue::Ratio(_)),
            (Self::Customers(_), typed) => matches!(typed, TypedValue::Customers(_)),
            (Self::Clv(_) | Self::Amount(_), _) => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{ClvConvention, Resolution};
    use serde_json::json;

    #[track_caller]
    fn check(kind: &KpiKind, written: Value) {
        assert_eq!(serde_json::to_value(kind).unwrap(), written);
        assert_eq!(serde_json::from_value::<KpiKind>(written).unwrap(), *kind);
    }

    #[test]
    fn each_kind_is_read_as_it_is_written() {
        check(&KpiKind::Nps, json!("nps"));
        let csat = json!({"scale": {"low": 1, "high": 5}, "best": "high", "satisfied_from": 4, "figure": "satisfied"});
        check(&KpiKind::Csat(Csat::usual(Scale::ONE_TO_FIVE)), json!({ "csat": csat }));
        check(&KpiKind::Ces(Ces::USUAL), json!({"ces": {"scale": {"low": 1, "high": 7}, "easy": "high", "figure": "mean"}}));
        check(&KpiKind::Rate(Rate::Conversion), json!({"rate": "conversion"}));
        let own = Rate::Own { numerator: "Rückrufe".into(), denominator: "Anrufe".into() };
        check(&KpiKind::Rate(own), json!({"rate": {"own": {"numerator": "Rückrufe", "denominator": "Anrufe"}}}));
        check(&KpiKind::Customers(CustomerFigure::Churn), json!({"customers": "churn"}));
        let clv = Clv { convention: ClvConvention::HorizonEndOfPeriod(5), period: Resolution::Year, ..Clv::default() };
        check(&KpiKind::Clv(clv), json!({"clv": {"convention": {"horizon_end_of_period": 5}, "basis": "margin"}}));
        let waiting = Amount { unit: AmountUnit::Minutes, together: Together::Mean };
        check(&KpiKind::Amount(waiting), json!({"amount": {"unit": "minutes", "together": "mean"}}));
    }

    #[test]
    fn what_contradicts_itself_is_no_definition() {
        assert_eq!(Scale::new(5, 5), None);
        assert_eq!(Csat::new(Scale::ONE_TO_FIVE, ScaleEnd::High, 6, CsatFigure::Mean), None);
        let outside = json!({"csat": {"scale": {"low": 1, "high": 5}, "satisfied_from": 9}});
        assert_eq!(serde_json::from_value::<KpiKind>(outside.clone()).unwrap(), KpiKind::Other(outside));
        check(&KpiKind::Other(json!("mood")), json!("mood"));
    }
}
