//! How the values of a KPI are written.

use crate::figures::measured::Figure;
use crate::plan::{AmountUnit, CesFigure, CsatFigure, KpiKind};
use crate::texts::{Language, Texts, format};

/// Writes a probability: `p = 0,002` or `p < 0,001`.
#[must_use]
pub fn probability(language: Language, p: f64) -> String {
    let decimals = if p < 0.095 { 3 } else { 2 };
    if p < 0.001 {
        format!("p\u{a0}<\u{a0}{}", format::number(language, 0.001, 3))
    } else {
        format!("p\u{a0}=\u{a0}{}", format::number(language, p, decimals))
    }
}

/// Interval of a value: `−2 bis +28`.
#[must_use]
pub fn interval(texts: &Texts, style: &ValueStyle, (low, high): (f64, f64)) -> String {
    (texts.charts.interval)(&style.end(texts.language, low), &style.end(texts.language, high))
}

/// Interval of a difference: `+6 bis +26`.
#[must_use]
pub fn delta_interval(texts: &Texts, style: &ValueStyle, (low, high): (f64, f64)) -> String {
    (texts.charts.interval)(&style.delta_end(texts.language, low), &style.delta_end(texts.language, high))
}

/// Interval and number of answers, and whether these are few: `−2 bis +28 · n = 82`.
#[must_use]
pub fn certainty(texts: &Texts, style: &ValueStyle, figure: &Figure) -> String {
    let interval = figure.interval.map(|ends| interval(texts, style, ends));
    let n = figure.n.map(|n| (texts.charts.answers)(&format::count(texts.language, n)));
    let unsure = figure.is_unsure().then(|| texts.kpis.unsure.to_owned());
    [interval, n, unsure].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// The unit of a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Just a number.
    Number,
    /// Points of a score; not written.
    Points,
    /// Per cent: 12.5 is 12.5 %.
    Percent,
    /// Money in a currency (ISO 4217).
    Money(String),
    /// Minutes.
    Minutes,
    /// A unit of the user's own.
    Own(String),
}

/// How values are written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ValueStyle {
    /// The unit.
    pub unit: Unit,
    /// Decimals of a value.
    pub decimals: usize,
    /// Decimals of an end of an interval.
    pub end_decimals: usize,
    /// Whether a value above 0 has a plus.
    pub signed: bool,
}

impl ValueStyle {
    /// Points of a score from −100 to 100.
    pub const POINTS: Self = Self { unit: Unit::Points, decimals: 1, end_decimals: 0, signed: true };

    /// Numbers with so many decimals.
    #[must_use]
    pub fn plain(decimals: usize) -> Self {
        Self { unit: Unit::Number, decimals, end_decimals: decimals, signed: false }
    }

    /// Per cent with a decimal.
    #[must_use]
    pub fn percent() -> Self {
        Self { unit: Unit::Percent, ..Self::plain(1) }
    }

    /// Money of a currency.
    #[must_use]
    pub fn money(currency: &str) -> Self {
        Self { unit: Unit::Money(currency.to_owned()), ..Self::plain(0) }
    }

    /// The style of a KPI's values in a plan's currency.
    #[must_use]
    pub fn of(kind: &KpiKind, currency: &str) -> Self {
        match kind {
            KpiKind::Nps => Self::POINTS,
            KpiKind::Csat(csat) if csat.figure() == CsatFigure::Mean => Self::plain(2),
            KpiKind::Ces(ces) => match ces.figure {
                CesFigure::Mean => Self::plain(2),
                CesFigure::Index => Self::POINTS,
                CesFigure::TopThree | CesFigure::TopTwo => Self::percent(),
            },
            KpiKind::Csat(_) | KpiKind::Rate(_) | KpiKind::Customers(_) => Self::percent(),
            KpiKind::Clv(_) => Self::money(currency),
            KpiKind::Amount(amount) => match &amount.unit {
                AmountUnit::Number => Self::plain(1),
                AmountUnit::Money => Self::money(currency),
                AmountUnit::Minutes => Self { unit: Unit::Minutes, ..Self::plain(1) },
                AmountUnit::Percent => Self::percent(),
                AmountUnit::Own(unit) => Self { unit: Unit::Own(unit.clone()), ..Self::plain(1) },
            },
            KpiKind::Other(_) => Self::plain(1),
        }
    }

    /// Writes a value.
    #[must_use]
    pub fn value(&self, language: Language, value: f64) -> String {
        self.write(language, value, self.decimals)
    }

    /// Writes an end of an interval.
    #[must_use]
    pub fn end(&self, language: Language, value: f64) -> String {
        self.write(language, value, self.end_decimals)
    }

    /// Writes a value that somebody set: with decimals only where it has some.
    #[must_use]
    pub fn set(&self, language: Language, value: f64) -> String {
        let decimals = if value.fract() == 0.0 { 0 } else { self.decimals.max(1) };
        self.written(language, value, decimals)
    }

    /// Writes how much a value differs, with its sign; shares differ by points.
    #[must_use]
    pub fn delta(&self, language: Language, delta: f64) -> String {
        Self { signed: true, ..self.of_differences() }.value(language, delta)
    }

    /// Writes how much a value differs as it stands in a sentence, where points are named: `+3,2 Punkte`.
    #[must_use]
    pub fn delta_in_words(&self, language: Language, delta: f64) -> String {
        let delta = self.delta(language, delta);
        match (self.of_differences().unit, language) {
            (Unit::Points, Language::De) => format!("{delta} Punkte"),
            (Unit::Points, Language::En) => format!("{delta} points"),
            _ => delta,
        }
    }

    /// Writes an end of an interval of a difference, with its sign.
    #[must_use]
    pub fn delta_end(&self, language: Language, delta: f64) -> String {
        Self { signed: true, ..self.of_differences() }.end(language, delta)
    }

    /// Writes the size of a difference, without its sign.
    #[must_use]
    pub fn size(&self, language: Language, delta: f64) -> String {
        Self { signed: false, ..self.of_differences() }.value(language, delta.abs())
    }

    /// Writes a value with other decimals than its own.
    #[must_use]
    pub fn write(&self, language: Language, value: f64, decimals: usize) -> String {
        // Large numbers need no decimals.
        self.written(language, value, if value.abs() >= 1000.0 { 0 } else { decimals })
    }

    fn written(&self, language: Language, value: f64, decimals: usize) -> String {
        let number =
            || if self.signed { format::signed(language, value, decimals) } else { format::number(language, value, decimals) };
        match &self.unit {
            Unit::Number | Unit::Points => number(),
            Unit::Percent if !self.signed => format::percent(language, value / 100.0, decimals),
            Unit::Percent => match language {
                Language::De => format!("{}\u{a0}%", number()),
                Language::En => format!("{}%", number()),
            },
            Unit::Money(currency) if self.signed && value > 0.0 => format!("+{}", format::money(language, value, currency)),
            Unit::Money(currency) => format::money(language, value, currency),
            Unit::Minutes => format!("{}\u{a0}min", number()),
            Unit::Own(unit) => format!("{}\u{a0}{unit}", number()),
        }
    }

    fn of_differences(&self) -> Self {
        match self.unit {
            Unit::Percent => Self { unit: Unit::Points, ..self.clone() },
            _ => self.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Amount, Csat, CustomerFigure, Rate, Scale, Together};

    #[track_caller]
    fn check(kind: KpiKind, value: f64, de: &str, en: &str) {
        let style = ValueStyle::of(&kind, "EUR");
        assert_eq!((style.value(Language::De, value).as_str(), style.value(Language::En, value).as_str()), (de, en));
    }

    #[test]
    fn values_are_written_in_the_unit_of_their_kind() {
        let csat = Csat::usual(Scale::ONE_TO_FIVE);
        check(KpiKind::Nps, 13.46, "+13,5", "+13.5");
        check(KpiKind::Csat(csat), 69.16, "69,2\u{a0}%", "69.2%");
        check(KpiKind::Csat(csat.with_figure(CsatFigure::Mean)), 3.738, "3,74", "3.74");
        check(KpiKind::Rate(Rate::Conversion), 2.25, "2,3\u{a0}%", "2.3%");
        check(KpiKind::Customers(CustomerFigure::Churn), 1.0, "1,0\u{a0}%", "1.0%");
        let amount = |unit| KpiKind::Amount(Amount { unit, together: Together::Mean });
        check(amount(AmountUnit::Minutes), 7.25, "7,3\u{a0}min", "7.3\u{a0}min");
        check(amount(AmountUnit::Money), 1234.5, "1.235\u{a0}€", "€1,235");
        check(amount(AmountUnit::Number), 12345.6, "12.346", "12,346");
        check(amount(AmountUnit::Own("Sterne".into())), 4.5, "4,5\u{a0}Sterne", "4.5\u{a0}Sterne");
    }

    #[test]
    fn differences_of_shares_are_points() {
        assert_eq!(ValueStyle::percent().delta(Language::De, 3.24), "+3,2");
        assert_eq!(ValueStyle::money("EUR").delta(Language::De, 120.0), "+120\u{a0}€");
        assert_eq!(ValueStyle::POINTS.size(Language::En, -15.94), "15.9");
        assert_eq!(ValueStyle::POINTS.set(Language::De, 20.0), "+20");
        assert_eq!(ValueStyle::plain(1).set(Language::De, 1400.5), "1.400,5");
    }

    #[test]
    fn points_are_named_in_a_sentence_and_nothing_else_becomes_points() {
        let words = |style: ValueStyle| Language::ALL.map(|language| style.delta_in_words(language, 2.5));
        assert_eq!(words(ValueStyle::percent()), ["+2,5 Punkte", "+2.5 points"]);
        assert_eq!(words(ValueStyle::POINTS), ["+2,5 Punkte", "+2.5 points"]);
        assert_eq!(words(ValueStyle { unit: Unit::Minutes, ..ValueStyle::plain(1) }), ["+2,5\u{a0}min", "+2.5\u{a0}min"]);
        assert_eq!(words(ValueStyle::plain(2)), ["+2,50", "+2.50"]);
    }
}
