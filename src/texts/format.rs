//! Numbers and dates as text, in the manner of a language.
//!
//! Minus is `−`, not a hyphen; figure and unit are held together by a no-break space. What is formatted here is also
//! read by [`parse_number`], [`parse_day`] and [`parse_month`].

mod parse;

pub use parse::{parse_day, parse_month, parse_number};

use super::Language;
use crate::plan::{Day, Month};

const MINUS: char = '−';
const NO_BREAK_SPACE: char = '\u{a0}';
const MISSING: &str = "–";

/// Names of the months, whole and short.
const MONTHS_DE: [(&str, &str); 12] = [
    ("Januar", "Jan"),
    ("Februar", "Feb"),
    ("März", "Mär"),
    ("April", "Apr"),
    ("Mai", "Mai"),
    ("Juni", "Jun"),
    ("Juli", "Jul"),
    ("August", "Aug"),
    ("September", "Sep"),
    ("Oktober", "Okt"),
    ("November", "Nov"),
    ("Dezember", "Dez"),
];
const MONTHS_EN: [(&str, &str); 12] = [
    ("January", "Jan"),
    ("February", "Feb"),
    ("March", "Mar"),
    ("April", "Apr"),
    ("May", "May"),
    ("June", "Jun"),
    ("July", "Jul"),
    ("August", "Aug"),
    ("September", "Sep"),
    ("October", "Oct"),
    ("November", "Nov"),
    ("December", "Dec"),
];
fn month_names(language: Language) -> &'static [(&'static str, &'static str); 12] {
    match language {
        Language::De => &MONTHS_DE,
        Language::En => &MONTHS_EN,
    }
}

/// The sign before the decimals and that between thousands.
fn signs(language: Language) -> (char, char) {
    match language {
        Language::De => (',', '.'),
        Language::En => ('.', ','),
    }
}

/// Writes a number with so many decimals, thousands apart: `−1.234,5` or `−1,234.5`. What isn't a number is `–`.
#[must_use]
pub fn number(language: Language, value: f64, decimals: usize) -> String {
    with_sign(value, decimals, "", |digits| group(language, digits))
}

/// Writes a number with its sign, also the plus: `+13,5`. Zero has none.
#[must_use]
pub fn signed(language: Language, value: f64, decimals: usize) -> String {
    with_sign(value, decimals, "+", |digits| group(language, digits))
}

/// Writes a whole number, thousands apart.
#[must_use]
pub fn count(language: Language, value: u64) -> String {
    group(language, &value.to_string())
}

/// Writes a share (0.5 is half) in per cent: `69,2 %` or `69.2%`.
#[must_use]
pub fn percent(language: Language, share: f64, decimals: usize) -> String {
    let number = number(language, share * 100.0, decimals);
    match language {
        _ if !share.is_finite() => number,
        Language::De => format!("{number}{NO_BREAK_SPACE}%"),
        Language::En => format!("{number}%"),
    }
}

/// Writes money in whole units of a currency (ISO 4217): `24.000 €` or `€24,000`.
#[must_use]
pub fn money(language: Language, value: f64, currency: &str) -> String {
    with_sign(value, 0, "", |digits| with_currency(language, &group(language, digits), "", currency))
}

/// Writes money to the cent: `159,78 €` or `€159.78`.
#[must_use]
pub fn exact_money(language: Language, value: f64, currency: &str) -> String {
    with_sign(value, 2, "", |digits| with_currency(language, &group(language, digits), "", currency))
}

/// Writes money shortly, in thousands or millions: `38 T€` or `€38k`.
#[must_use]
pub fn short_money(language: Language, value: f64, currency: &str) -> String {
    let (size, thousands) = (value.abs(), value.abs() / 1e3);
    if !size.is_finite() || size < 999.5 {
        return money(language, value, currency);
    }
    let (amount, unit) = match language {
        Language::De if thousands < 999.5 => (thousands, if symbol(currency).is_some() { "T" } else { "Tsd." }),
        Language::De => (thousands / 1e3, "Mio."),
        Language::En if thousands < 999.5 => (thousands, "k"),
        Language::En => (thousands / 1e3, "m"),
    };
    let rounded = (amount * 10.0).round() / 10.0;
    let decimals = usize::from(rounded < 10.0 && rounded.fract() != 0.0);
    with_sign(amount.copysign(value), decimals, "", |digits| with_currency(language, &group(language, digits), unit, currency))
}

/// Writes a day: `1.3.2025` or `1 Mar 2025`.
#[must_use]
pub fn day(language: Language, day: Day) -> String {
    let month = day.month();
    match language {
        Language::De => format!("{}.{}.{}", day.day(), month.number(), day.year()),
        Language::En => format!("{}{NO_BREAK_SPACE}{}", day_short(language, day), month.year()),
    }
}

/// Writes a day without its year: `1.3.` or `1 Mar`.
#[must_use]
pub fn day_short(language: Language, day: Day) -> String {
    match language {
        Language::De => format!("{}.{}.", day.day(), day.month().number()),
        Language::En => format!("{}{NO_BREAK_SPACE}{}", day.day(), month_short(language, day.month())),
    }
}

/// Writes a month: `März 2025`.
#[must_use]
pub fn month(language: Language, month: Month) -> String {
    format!("{}{NO_BREAK_SPACE}{}", month_name(language, month), month.year())
}

/// Writes a month without its year: `März`.
#[must_use]
pub fn month_name(language: Language, month: Month) -> &'static str {
    month_names(language)[usize::from(month.number()) - 1].0
}

/// Writes a month shortly and without its year: `Mär`.
#[must_use]
pub fn month_short(language: Language, month: Month) -> &'static str {
    month_names(language)[usize::from(month.number()) - 1].1
}

/// Writes the quarter that a month lies in: `Q1 2025`.
#[must_use]
pub fn quarter(month: Month) -> String {
    format!("{}{NO_BREAK_SPACE}{}", quarter_short(month), month.year())
}

/// Writes the quarter that a month lies in without its year: `Q1`.
#[must_use]
pub fn quarter_short(month: Month) -> String {
    format!("Q{}", (month.number() - 1) / 3 + 1)
}

/// Writes the ISO week that a day lies in: `KW 9/2025` or `Week 9, 2025`.
#[must_use]
pub fn week(language: Language, day: Day) -> String {
    let (year, week) = day.iso_week();
    match language {
        Language::De => format!("KW{NO_BREAK_SPACE}{week}/{year}"),
        Language::En => format!("Week{NO_BREAK_SPACE}{week}, {year}"),
    }
}

/// Writes the ISO week that a day lies in shortly and without its year: `KW 9` or `W9`.
#[must_use]
pub fn week_short(language: Language, day: Day) -> String {
    let (_, week) = day.iso_week();
    match language {
        Language::De => format!("KW{NO_BREAK_SPACE}{week}"),
        Language::En => format!("W{week}"),
    }
}

/// Writes a word with a capital letter at its beginning.
#[must_use]
pub fn capital(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

/// Rounds half away from zero, as people do, and puts the sign before what `write` makes of the digits.
fn with_sign(value: f64, decimals: usize, plus: &str, write: impl FnOnce(&str) -> String) -> String {
    if !value.is_finite() {
        return MISSING.to_owned();
    }
    let scale = 10_f64.powi(i32::try_from(decimals).unwrap_or(0));
    let scaled = value.abs() * scale;
    // Above this size a double has no decimals to round.
    let size = if scaled < 4.5e15 { scaled.round() / scale } else { value.abs() };
    let digits = format!("{size:.decimals$}");
    let is_zero = !digits.contains(|c: char| ('1'..='9').contains(&c));
    let text = write(&digits);
    match (is_zero, value < 0.0) {
        (true, _) => text,
        (false, true) => format!("{MINUS}{text}"),
        (false, false) => format!("{plus}{text}"),
    }
}

/// Puts the language's signs into digits such as `1234.5`.
fn group(language: Language, digits: &str) -> String {
    let (decimal, thousands) = signs(language);
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
    let mut text = String::with_capacity(digits.len() + whole.len() / 3);
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i) % 3 == 0 {
            text.push(thousands);
        }
        text.push(digit);
    }
    if !decimals.is_empty() {
        text.push(decimal);
        text.push_str(decimals);
    }
    text
}

fn symbol(currency: &str) -> Option<&'static str> {
    Some(match currency {
        "EUR" => "€",
        "USD" => "$",
        "GBP" => "£",
        "JPY" => "¥",
        _ => return None,
    })
}

fn with_currency(language: Language, amount: &str, unit: &str, currency: &str) -> String {
    let gap = NO_BREAK_SPACE;
    match (language, symbol(currency), unit) {
        (Language::De, symbol, "") => format!("{amount}{gap}{}", symbol.unwrap_or(currency)),
        (Language::De, Some(symbol), "T") => format!("{amount}{gap}T{symbol}"),
        (Language::De, symbol, unit) => format!("{amount}{gap}{unit}{gap}{}", symbol.unwrap_or(currency)),
        (Language::En, Some(symbol), unit) => format!("{symbol}{amount}{unit}"),
        (Language::En, None, unit) => format!("{currency}{gap}{amount}{unit}"),
    }
}

#[cfg(test)]
mod tests {
    use super::Language::{De, En};
    use super::*;

    /// Compares without regard to which spaces are no-break ones.
    #[track_caller]
    fn check(found: &str, expected: &str) {
        assert_eq!(found.replace(NO_BREAK_SPACE, " "), expected);
    }

    #[test]
    fn numbers_are_written_in_the_manner_of_the_language() {
        for (value, decimals, de, en) in [
            (0.0, 0, "0", "0"),
            (-0.04, 1, "0,0", "0.0"),
            (-0.05, 1, "−0,1", "−0.1"),
            (2.5, 0, "3", "3"),
            (-2.5, 0, "−3", "−3"),
            (999.0, 0, "999", "999"),
            (1234.5, 1, "1.234,5", "1,234.5"),
            (-1_234_567.0, 0, "−1.234.567", "−1,234,567"),
            (1e21, 0, "1.000.000.000.000.000.000.000", "1,000,000,000,000,000,000,000"),
            (f64::NAN, 1, "–", "–"),
            (f64::INFINITY, 0, "–", "–"),
        ] {
            check(&number(De, value, decimals), de);
            check(&number(En, value, decimals), en);
        }
        check(&count(De, 1_000_000), "1.000.000");
        check(&count(En, 12), "12");
    }

    #[test]
    fn signed_numbers_show_the_plus_but_zero_has_no_sign() {
        for (value, expected) in
            [(13.5, "+13,5"), (-1.2, "−1,2"), (0.0, "0,0"), (-0.01, "0,0"), (0.01, "0,0"), (1234.0, "+1.234,0")]
        {
            check(&signed(De, value, 1), expected);
        }
    }

    #[test]
    fn shares_are_written_in_per_cent() {
        check(&percent(De, 0.691_588, 1), "69,2 %");
        check(&percent(En, 0.691_588, 1), "69.2%");
        check(&percent(De, -0.5, 0), "−50 %");
        check(&percent(De, f64::NAN, 0), "–");
    }

    #[test]
    fn money_is_written_in_whole_units() {
        for (value, currency, de, en) in [
            (24_000.0, "EUR", "24.000 €", "€24,000"),
            (-24_000.4, "EUR", "−24.000 €", "−€24,000"),
            (0.0, "USD", "0 $", "$0"),
            (1_500.0, "CHF", "1.500 CHF", "CHF 1,500"),
            (f64::NAN, "EUR", "–", "–"),
        ] {
            check(&money(De, value, currency), de);
            check(&money(En, value, currency), en);
        }
    }

    #[test]
    fn money_is_written_to_the_cent_where_one_reckons_on_with_it() {
        assert_eq!(exact_money(De, 1234.5, "EUR"), "1.234,50\u{a0}€");
        assert_eq!(exact_money(En, -159.784, "EUR"), "−€159.78");
        assert_eq!(exact_money(En, f64::NAN, "EUR"), number(En, f64::NAN, 2));
    }

    #[test]
    fn money_is_shortened_to_thousands_and_millions() {
        for (value, currency, de, en) in [
            (38_000.0, "EUR", "38 T€", "€38k"),
            (950.0, "EUR", "950 €", "€950"),
            (999.7, "EUR", "1 T€", "€1k"),
            (1_500.0, "EUR", "1,5 T€", "€1.5k"),
            (9_960.0, "EUR", "10 T€", "€10k"),
            (-12_400.0, "EUR", "−12 T€", "−€12k"),
            (999_400.0, "EUR", "999 T€", "€999k"),
            (999_600.0, "EUR", "1 Mio. €", "€1m"),
            (1_240_000.0, "EUR", "1,2 Mio. €", "€1.2m"),
            (38_000.0, "CHF", "38 Tsd. CHF", "CHF 38k"),
            (f64::INFINITY, "EUR", "–", "–"),
        ] {
            check(&short_money(De, value, currency), de);
            check(&short_money(En, value, currency), en);
        }
    }

    #[test]
    fn days_and_periods_are_written() {
        let first = Day::new(2025, 3, 1).unwrap();
        check(&day(De, first), "1.3.2025");
        check(&day(En, first), "1 Mar 2025");
        check(&day_short(De, first), "1.3.");
        check(&day_short(En, first), "1 Mar");
        check(&month(De, first.month()), "März 2025");
        check(&month(En, first.month()), "March 2025");
        check(month_short(De, first.month()), "Mär");
        check(month_name(De, first.month()), "März");
        check(&quarter(first.month()), "Q1 2025");
        check(&quarter(Month::new(2025, 12).unwrap()), "Q4 2025");
        check(&week(De, first), "KW 9/2025");
        check(&week(En, first), "Week 9, 2025");
        check(&week(De, Day::new(2024, 12, 30).unwrap()), "KW 1/2025");
        check(&week_short(De, first), "KW 9");
        check(&week_short(En, first), "W9");
    }
}
