//! How the figures of a measure are worked out, with its own numbers.

use crate::finance::{
    BusinessCase, Range,
    flows::{self, Payback},
    priority, value,
};
use crate::plan::{Measure, Profile};
use crate::texts::{Texts, format};

/// A figure of a measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Figure {
    Cost,
    Benefit,
    Value,
    Priority,
    Roi,
    Npv,
    Payback,
    DiscountedPayback,
    Irr,
}

impl Figure {
    /// All of them, in the order of the panel.
    pub const ALL: [Self; 9] = [
        Self::Value,
        Self::Priority,
        Self::Cost,
        Self::Benefit,
        Self::Npv,
        Self::Roi,
        Self::Payback,
        Self::DiscountedPayback,
        Self::Irr,
    ];

    /// Whether it differs with the benefit.
    #[must_use]
    pub fn has_range(self) -> bool {
        !matches!(self, Self::Cost | Self::Value | Self::Priority)
    }

    /// Whether it is a number in each case: a payback may lie beyond the horizon, an internal rate may not exist.
    #[must_use]
    pub fn is_always_a_number(self) -> bool {
        !matches!(self, Self::Payback | Self::DiscountedPayback | Self::Irr)
    }
}

/// Figures whose worth depends on the benefit can't be told without one.
fn missing(texts: &Texts) -> String {
    texts.measures.not_determinable.to_owned()
}

/// A figure in words, in each case; all alike where it has no range. None if nothing is known that it rests on.
#[must_use]
pub fn figure(
    measure: &Measure,
    profile: &Profile,
    case: Option<&BusinessCase>,
    figure: Figure,
    texts: &Texts,
) -> Option<Range<String>> {
    let language = texts.language;
    let words = &texts.measures;
    let money = |value: f64| format::money(language, value, &profile.currency);
    let percent = |value: Option<f64>| value.map_or_else(|| missing(texts), |value| format::percent(language, value, 0));
    let years = |payback: Option<Payback>| match payback {
        Some(Payback::AtOnce) => words.at_once.to_owned(),
        Some(Payback::Years(years)) => (words.years)(&format::number(language, years, 1)),
        Some(Payback::Beyond) => words.never.to_owned(),
        None => missing(texts),
    };
    let weighed = || case.filter(|case| case.benefit.is_some());
    match figure {
        Figure::Value => value(measure, profile).map(|value| Range::all(format::number(language, value, 0))),
        Figure::Priority => priority(measure, profile).map(|value| Range::all(format::number(language, value, 1))),
        Figure::Cost => case.map(|case| Range::all(money(case.cost))),
        Figure::Benefit => case.and_then(|case| case.benefit).map(|benefit| benefit.map(money)),
        Figure::Roi => weighed().map(|case| case.roi.map(percent)),
        Figure::Npv => weighed().map(|case| case.npv.map(|value| value.map_or_else(|| missing(texts), money))),
        Figure::Payback => weighed().map(|case| case.payback.map(years)),
        Figure::DiscountedPayback => weighed().map(|case| case.discounted_payback.map(years)),
        Figure::Irr => weighed()
            .map(|case| case.irr.map(|rate| rate.map_or_else(|| missing(texts), |rate| format::percent(language, rate, 1)))),
    }
}

/// Says of a cost which person-days it includes; none where it includes none.
#[must_use]
pub fn person_days_included(measure: &Measure, case: Option<&BusinessCase>, texts: &Texts) -> Option<String> {
    let days = measure.person_days.filter(|days| *days > 0.0)?;
    case?.labour?;
    let decimals = if days.fract() == 0.0 { 0 } else { 1 };
    let days = format::number(texts.language, days, decimals);
    Some((texts.measures.with_person_days)(&days, days == "1"))
}

/// How a figure is worked out with the measure's own numbers, a line each; the likely case where it has a range.
#[must_use]
pub fn formula(measure: &Measure, profile: &Profile, case: Option<&BusinessCase>, figure: Figure, texts: &Texts) -> Vec<String> {
    let language = texts.language;
    let words = &texts.measures;
    let money = |value: f64| format::money(language, value, &profile.currency);
    let plain = |value: f64| format::number(language, value, 0);
    let short = |value: f64, decimals| {
        let text = format::number(language, value, decimals);
        let sign = format::number(language, 0.5, 1).chars().nth(1).unwrap_or('.');
        if text.contains(sign) { text.trim_end_matches('0').trim_end_matches(sign).to_owned() } else { text }
    };
    let likely = |case: &BusinessCase| case.benefit.map(|benefit| benefit.likely);
    let result = self::figure(measure, profile, case, figure, texts).map(|range| range.likely);
    let mut lines = Vec::new();
    match (figure, case, result) {
        (Figure::Value, _, Some(result)) => {
            let weight = profile.customer_weight;
            let (customer, business) = (measure.customer_value.unwrap_or_default(), measure.business_value.unwrap_or_default());
            lines.push(format!("{} × {customer} + {} × {business} = {result}", short(weight, 2), short(1.0 - weight, 2)));
        }
        (Figure::Priority, _, Some(result)) => {
            let value = value(measure, profile).unwrap_or_default();
            lines.push(format!("{} ÷ {} = {result}", short(value, 1), measure.effort.unwrap_or_default()));
        }
        (Figure::Cost, Some(case), Some(result)) => {
            let monthly = measure.monthly_cost.unwrap_or_default();
            let mut line = (words.formula_cost)(&money(case.one_off), &money(monthly), case.running_months);
            match (case.labour, measure.person_days, profile.day_rate) {
                (Some(labour), Some(days), Some(rate)) => {
                    line = format!("{line} + {}", (words.formula_labour)(&short(days, 1), &money(rate), &money(labour)));
                }
                (None, Some(_), _) => lines.push(words.formula_no_rate.to_owned()),
                _ => {}
            }
            lines.insert(0, format!("{line} = {result}"));
        }
        (Figure::Benefit, Some(case), Some(result)) => {
            let a_year = case.benefit_a_year.map(|benefit| benefit.likely).unwrap_or_default();
            lines.push((words.formula_benefit)(&money(a_year), case.benefit_months, &result));
        }
        (Figure::Roi, Some(case), Some(result)) => {
            let (benefit, cost) = (money(likely(case).unwrap_or_default()), money(case.cost));
            lines.push(format!("({benefit} − {cost}) ÷ {cost} = {result}"));
        }
        (Figure::Npv, Some(case), Some(result)) => {
            let base = short(1.0 + profile.discount_rate, 4);
            let part = |(year, flow): (usize, &f64)| {
                let sign = if *flow < 0.0 { "−" } else { "+" };
                match year {
                    0 => plain(*flow),
                    1 => format!(" {sign} {} ÷ {base}", plain(flow.abs())),
                    _ => format!(" {sign} {} ÷ {base}{}", plain(flow.abs()), superscript(year)),
                }
            };
            let parts: String = case.flows.likely.iter().enumerate().map(part).collect();
            lines.push(format!("{parts} = {result}"));
            lines.push((words.formula_npv_rate)(&format::percent(language, profile.discount_rate, 1)));
        }
        (Figure::Payback | Figure::DiscountedPayback, Some(_), Some(_)) => lines.push(words.formula_payback.to_owned()),
        (Figure::Irr, Some(_), Some(_)) => lines.push(words.formula_irr.to_owned()),
        _ => {}
    }
    lines
}

fn superscript(number: usize) -> String {
    const DIGITS: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    number.to_string().bytes().map(|digit| DIGITS[usize::from(digit - b'0')]).collect()
}

/// A year of the cash-flow table, in one of the three cases.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CashRow {
    /// Number of the year, from 0.
    pub year: usize,
    /// What comes in less what is paid out.
    pub net: f64,
    /// The same as it counts today; none: the rate can't discount.
    pub discounted: Option<f64>,
    /// The sum up to this year.
    pub sum: f64,
    /// The sum of discounted amounts.
    pub discounted_sum: Option<f64>,
}

/// Yearly amounts with their sums.
#[must_use]
pub fn cash_rows(amounts: &[f64], rate: f64) -> Vec<CashRow> {
    let discounted = flows::discounted(rate, amounts);
    let sums = flows::cumulative(amounts);
    let discounted_sums = discounted.as_ref().map(|flows| flows::cumulative(flows));
    let row = |(year, net): (usize, &f64)| CashRow {
        year,
        net: *net,
        discounted: discounted.as_ref().map(|flows| flows[year]),
        sum: sums[year],
        discounted_sum: discounted_sums.as_ref().map(|sums| sums[year]),
    };
    amounts.iter().enumerate().map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finance::business_case;
    use crate::plan::{Day, MeasureId};
    use crate::texts::Language;

    fn measure() -> Measure {
        Measure {
            one_off_cost: Some(24_000.0),
            monthly_cost: Some(500.0),
            benefit_low: Some(12_000.0),
            benefit_likely: Some(30_000.0),
            benefit_high: Some(48_000.0),
            start: Day::parse("2026-01-01"),
            end: Day::parse("2026-12-31"),
            customer_value: Some(80),
            business_value: Some(40),
            effort: Some(3),
            person_days: Some(10.0),
            ..Measure::new(MeasureId::standard("m"), "", None)
        }
    }

    #[track_caller]
    fn check(measure: &Measure, profile: &Profile, figure_wanted: Figure, values: [&str; 3], line: &str) {
        let texts = Language::De.texts();
        let case = business_case(measure, profile);
        let found = figure(measure, profile, case.as_ref(), figure_wanted, texts).unwrap();
        let plain = |text: &str| text.replace('\u{a0}', " ");
        assert_eq!([plain(&found.low), plain(&found.likely), plain(&found.high)], values);
        assert_eq!(plain(&formula(measure, profile, case.as_ref(), figure_wanted, texts)[0]), line);
    }

    #[test]
    fn every_figure_shows_its_own_numbers() {
        let profile = Profile { discount_rate: 0.08, horizon_years: 3, ..Profile::default() };
        let m = measure();
        check(&m, &profile, Figure::Value, ["60"; 3], "0,5 × 80 + 0,5 × 40 = 60");
        check(&m, &profile, Figure::Priority, ["20,0"; 3], "60 ÷ 3 = 20,0");
        check(&m, &profile, Figure::Cost, ["30.000 €"; 3], "24.000 € + 12 Monate × 500 € = 30.000 €");
        check(
            &m,
            &profile,
            Figure::Benefit,
            ["24.000 €", "60.000 €", "96.000 €"],
            "30.000 € je Jahr ÷ 12 × 24 Monate = 60.000 €",
        );
        check(&m, &profile, Figure::Roi, ["−20 %", "100 %", "220 %"], "(60.000 € − 30.000 €) ÷ 30.000 € = 100 %");
        check(
            &m,
            &profile,
            Figure::Npv,
            ["−9.742 €", "19.980 €", "49.701 €"],
            "−24.000 − 6.000 ÷ 1,08 + 30.000 ÷ 1,08² + 30.000 ÷ 1,08³ = 19.980 €",
        );
        let priced = Profile { day_rate: Some(600.0), ..profile };
        check(
            &m,
            &priced,
            Figure::Cost,
            ["36.000 €"; 3],
            "24.000 € + 12 Monate × 500 € + 10 Personentage × 600 € (6.000 €) = 36.000 €",
        );
        let included = |profile: &Profile| person_days_included(&m, business_case(&m, profile).as_ref(), Language::De.texts());
        assert_eq!(included(&priced).as_deref(), Some("einschließlich 10 Personentagen"));
        assert_eq!(included(&Profile { day_rate: None, ..priced.clone() }), None);
    }

    #[test]
    fn what_is_not_known_is_not_shown() {
        let texts = Language::De.texts();
        let profile = Profile::default();
        let cost_only = Measure { one_off_cost: Some(1.0), ..Measure::new(MeasureId::standard("m"), "", None) };
        let case = business_case(&cost_only, &profile);
        for wanted in Figure::ALL.into_iter().filter(|figure| *figure != Figure::Cost) {
            assert_eq!(figure(&cost_only, &profile, case.as_ref(), wanted, texts), None);
            assert!(formula(&cost_only, &profile, case.as_ref(), wanted, texts).is_empty());
        }
        let free = Measure { benefit_likely: Some(5.0), ..Measure::new(MeasureId::standard("m"), "", None) };
        let case = business_case(&free, &profile);
        let irr = figure(&free, &profile, case.as_ref(), Figure::Irr, texts).unwrap();
        assert_eq!(irr.likely, texts.measures.not_determinable);
        for payback in [Figure::Payback, Figure::DiscountedPayback] {
            assert_eq!(figure(&free, &profile, case.as_ref(), payback, texts).unwrap(), Range::all("sofort".to_owned()));
        }
        let dear = Measure { one_off_cost: Some(1e6), ..free };
        let case = business_case(&dear, &profile);
        assert_eq!(figure(&dear, &profile, case.as_ref(), Figure::Payback, texts).unwrap().likely, texts.measures.never);
    }

    #[test]
    fn a_cash_flow_is_summed_up_plain_and_discounted() {
        let rows = cash_rows(&[-100.0, 39.0, 59.0, 55.0, 20.0], 0.1);
        assert_eq!(rows.iter().map(|row| row.sum).collect::<Vec<_>>(), [-100.0, -61.0, -2.0, 53.0, 73.0]);
        let last = rows.last().unwrap();
        assert!((last.discounted_sum.unwrap() - 39.197_459).abs() < 1e-6);
        assert_eq!(cash_rows(&[1.0], -1.0)[0].discounted, None);
    }
}
