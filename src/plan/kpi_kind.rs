//! Kinds of KPIs and the definitions that belong to them: a wrong combination can't be written down.

use super::{Resolution, TypedValue};
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

/// An end of a scale.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ScaleEnd {
    /// The highest answer.
    #[default]
    High,
    /// The lowest answer, as in school grades.
    Low,
}

/// A scale of whole numbers; it has at least two answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "ScaleParts", into = "ScaleParts")]
pub struct Scale {
    low: u8,
    high: u8,
}

#[derive(Serialize, Deserialize)]
struct ScaleParts {
    low: u8,
    high: u8,
}

impl TryFrom<ScaleParts> for Scale {
    type Error = &'static str;
    fn try_from(parts: ScaleParts) -> Result<Self, Self::Error> {
        Self::new(parts.low, parts.high).ok_or("a scale that doesn't rise")
    }
}

impl From<Scale> for ScaleParts {
    fn from(scale: Scale) -> Self {
        Self { low: scale.low, high: scale.high }
    }
}

impl Scale {
    /// 0 to 10, as for the NPS.
    pub const ZERO_TO_TEN: Self = Self { low: 0, high: 10 };
    /// 1 to 5.
    pub const ONE_TO_FIVE: Self = Self { low: 1, high: 5 };
    /// 1 to 7.
    pub const ONE_TO_SEVEN: Self = Self { low: 1, high: 7 };
    /// 1 to 10.
    pub const ONE_TO_TEN: Self = Self { low: 1, high: 10 };

    /// The scale from `low` to `high`; `None` if it doesn't rise.
    #[must_use]
    pub fn new(low: u8, high: u8) -> Option<Self> {
        (low < high).then_some(Self { low, high })
    }

    /// The lowest answer.
    #[must_use]
    pub fn low(self) -> u8 {
        self.low
    }

    /// The highest answer.
    #[must_use]
    pub fn high(self) -> u8 {
        self.high
    }

    /// Whether a number is an answer on it.
    #[must_use]
    pub fn has(self, answer: u8) -> bool {
        (self.low..=self.high).contains(&answer)
    }
}

/// Which figure stands for the answers about satisfaction.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CsatFigure {
    /// Share of the satisfied.
    #[default]
    Satisfied,
    /// Mean of the answers.
    Mean,
}

/// How satisfaction is measured. The answer from which one is satisfied lies on the scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "CsatParts", into = "CsatParts")]
pub struct Csat {
    scale: Scale,
    best: ScaleEnd,
    satisfied_from: u8,
    figure: CsatFigure,
}

#[derive(Serialize, Deserialize)]
struct CsatParts {
    scale: Scale,
    #[serde(default)]
    best: ScaleEnd,
    satisfied_from: u8,
    #[serde(default)]
    figure: CsatFigure,
}

impl TryFrom<CsatParts> for Csat {
    type Error = &'static str;
    fn try_from(parts: CsatParts) -> Result<Self, Self::Error> {
        Self::new(parts.scale, parts.best, parts.satisfied_from, parts.figure).ok_or("satisfied from outside of the scale")
    }
}

impl From<Csat> for CsatParts {
    fn from(csat: Csat) -> Self {
        Self { scale: csat.scale, best: csat.best, satisfied_from: csat.satisfied_from, figure: csat.figure }
    }
}

impl Csat {
    /// Satisfied are those who answer `satisfied_from` or nearer to the best end; `None` if the scale doesn't have it.
    #[must_use]
    pub fn new(scale: Scale, best: ScaleEnd, satisfied_from: u8, figure: CsatFigure) -> Option<Self> {
        scale.has(satisfied_from).then_some(Self { scale, best, satisfied_from, figure })
    }

    /// The usual definition on a scale: satisfied with the best two of up to eight answers, as with the best two of ten.
    #[must_use]
    pub fn usual(scale: Scale) -> Self {
        Self::usual_with(scale, ScaleEnd::High)
    }

    /// The usual definition on a scale with this end as the best.
    #[must_use]
    pub fn usual_with(scale: Scale, best: ScaleEnd) -> Self {
        let satisfied_from = match best {
            ScaleEnd::High => scale.high.saturating_sub(1).max(scale.low),
            ScaleEnd::Low => scale.low.saturating_add(1).min(scale.high),
        };
        Self { scale, best, satisfied_from, figure: CsatFigure::Satisfied }
    }

    /// The scale of its answers.
    #[must_use]
    pub fn scale(self) -> Scale {
        self.scale
    }

    /// Which end of the scale means most satisfied.
    #[must_use]
    pub fn best(self) -> ScaleEnd {
        self.best
    }

    /// The answer from which one counts as satisfied, towards the best end.
    #[must_use]
    pub fn satisfied_from(self) -> u8 {
        self.satisfied_from
    }

    /// The figure that is shown.
    #[must_use]
    pub fn figure(self) -> CsatFigure {
        self.figure
    }

    /// The same with another figure.
    #[must_use]
    pub fn with_figure(self, figure: CsatFigure) -> Self {
        Self { figure, ..self }
    }

    /// Whether an answer is one of a satisfied customer.
    #[must_use]
    pub fn is_satisfied(self, answer: u8) -> bool {
        match self.best {
            ScaleEnd::High => answer >= self.satisfied_from,
            ScaleEnd::Low => answer <= self.satisfied_from,
        }
    }
}

/// Which figure stands for the answers about effort.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CesFigure {
    /// Mean of the answers.
    #[default]
    Mean,
    /// Per cent of the best two answers less per cent of the worst three (of seven).
    Index,
    /// Share of the best three answers.
    TopThree,
    /// Share of the best two answers.
    TopTwo,
}

/// How effort is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ces {
    /// The scale of its answers.
    pub scale: Scale,
    /// Which end of the scale means that it was easy.
    #[serde(default)]
    pub easy: ScaleEnd,
    /// The figure that is shown.
    #[serde(default)]
    pub figure: CesFigure,
}

impl Ces {
    /// The usual definition: 1 to 7, 7 is easy, mean.
    pub const USUAL: Self = Self { scale: Scale::ONE_TO_SEVEN, easy: ScaleEnd::High, figure: CesFigure::Mean };
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
            Self::Csat(csat) => Some(csat.scale),
            Self::Ces(ces) => Some(ces.scale),
            _ => None,
        }
    }

    /// Which end of its scale is the good one.
    #[must_use]
    pub fn best_end(&self) -> ScaleEnd {
        match self {
            Self::Csat(csat) => csat.best,
            Self::Ces(ces) => ces.easy,
            _ => ScaleEnd::High,
        }
    }

    /// Which way is better by its definition; [`super::Kpi::better`] asks the user first.
    #[must_use]
    pub fn better(&self) -> Better {
        let lower = match self {
            Self::Csat(csat) => csat.figure == CsatFigure::Mean && csat.best == ScaleEnd::Low,
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
                a.figure == b.figure && (a.figure == CsatFigure::Satisfied || (a.scale, a.best) == (b.scale, b.best))
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
            (Self::Csat(csat), TypedValue::Ratio(_)) => csat.figure == CsatFigure::Satisfied,
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

    #[test]
    fn satisfied_are_those_at_the_best_end() {
        let grades = Csat::new(Scale::new(1, 6).unwrap(), ScaleEnd::Low, 2, CsatFigure::Mean).unwrap();
        assert!(grades.is_satisfied(1) && grades.is_satisfied(2) && !grades.is_satisfied(3));
        assert_eq!(KpiKind::Csat(grades).better(), Better::Lower);
        let usual = Csat::usual(Scale::ONE_TO_TEN);
        assert!(usual.is_satisfied(9) && !usual.is_satisfied(8));
    }
}
