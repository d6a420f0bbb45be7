//! Numbers, days and months as users type them.

use super::super::Language;
use super::{MONTHS_DE, MONTHS_EN, signs};
use crate::plan::{Day, Month};

/// Other ways in which months are written, with their number.
const MONTHS_BESIDE: [(&str, u8); 4] = [("mrz", 3), ("maerz", 3), ("jänner", 1), ("sept", 9)];

/// Reads a number as users type it: with the signs of either language, spaces, a currency or `%`; `None` if it is none.
///
/// Where both signs occur the last one is before the decimals. A single sign that stands between thousands in this
/// language and is followed by just three digits is taken for that: `1.234` is 1234 in German, 1.234 in English.
#[must_use]
pub fn parse_number(language: Language, text: &str) -> Option<f64> {
    let bare: String = text
        .trim_matches(|c: char| c.is_whitespace() || "€$£¥%".contains(c))
        .chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '\'' | '’' | '\u{202f}'))
        .collect();
    let (negative, bare) = match bare.strip_prefix(['-', '−', '–']) {
        Some(rest) => (true, rest.trim_start_matches(['€', '$', '£', '¥'])),
        None => (false, bare.strip_prefix('+').unwrap_or(&bare)),
    };
    if !bare.contains(|c: char| c.is_ascii_digit()) || !bare.chars().all(|c| c.is_ascii_digit() || c == '.' || c == ',') {
        return None;
    }
    let decimal = decimal_sign(language, bare)?;
    let (whole, decimals) = decimal.map_or(Some((bare, "")), |sign| bare.rsplit_once(sign))?;
    if decimals.contains(['.', ',']) {
        return None;
    }
    let value: f64 = format!("{}.{decimals}", ungroup(whole)?).parse().ok()?;
    value.is_finite().then_some(if negative { -value } else { value })
}

/// Reads a day as users type it: `1.3.2025`, `01/03/25`, `2025-03-01`, `1. März 2025`, `Mar 1, 2025`; among numbers the day
/// comes first, as it is written in Europe. `None` if there is no such day.
#[must_use]
pub fn parse_day(text: &str) -> Option<Day> {
    let text = text.trim();
    if let Some(day) = Day::parse(text) {
        return Some(day);
    }
    let tokens = words(text, &['.', '/', ',', '-']);
    let [first, second, third] = tokens[..] else { return None };
    let year = year(third)?;
    if let Some(month) = month_by_name(second) {
        return Day::new(year, month, small(first)?);
    }
    if let Some(month) = month_by_name(first) {
        return Day::new(year, month, small(second)?);
    }
    Day::new(year, small(second)?, small(first)?)
}

/// Reads a month as users type it: `03/2025`, `3.2025`, `2025-03`, `Mär 25`, `März 2025`. `None` if there is none.
#[must_use]
pub fn parse_month(text: &str) -> Option<Month> {
    let tokens = words(text.trim(), &['.', '/', '-', '\'', '’']);
    let [first, second] = tokens[..] else { return None };
    if let Some(month) = month_by_name(first) {
        return Month::new(year(second)?, month);
    }
    if first.len() == 4 {
        return Month::new(year(first)?, month_by_name(second).or_else(|| small(second))?);
    }
    if second.len() == 4 { Month::new(year(second)?, small(first)?) } else { None }
}

/// The sign before the decimals of a typed number, if it has decimals; `None` if its signs make no sense.
fn decimal_sign(language: Language, bare: &str) -> Option<Option<char>> {
    let (decimal, thousands) = signs(language);
    let last = bare.chars().rev().find(|c| !c.is_ascii_digit());
    let Some(last) = last else { return Some(None) };
    let other = if last == '.' { ',' } else { '.' };
    let times = bare.matches(last).count();
    if bare.contains(other) {
        return (times == 1).then_some(Some(last));
    }
    if times > 1 {
        return Some(None);
    }
    let (before, after) = bare.split_once(last)?;
    let is_group =
        last == thousands && last != decimal && after.len() == 3 && (1..=3).contains(&before.len()) && !before.starts_with('0');
    Some((!is_group).then_some(last))
}

/// Takes the signs between thousands out; `None` if they don't stand between groups of three.
fn ungroup(whole: &str) -> Option<String> {
    let Some(sign) = whole.chars().find(|c| !c.is_ascii_digit()) else {
        return Some(if whole.is_empty() { "0".to_owned() } else { whole.to_owned() });
    };
    let mut groups = whole.split(sign);
    let first = groups.next()?;
    let fits =
        (1..=3).contains(&first.len()) && groups.all(|group| group.len() == 3 && group.bytes().all(|b| b.is_ascii_digit()));
    fits.then(|| whole.replace(sign, ""))
}

fn words<'a>(text: &'a str, between: &[char]) -> Vec<&'a str> {
    text.split(|c: char| c.is_whitespace() || between.contains(&c)).filter(|word| !word.is_empty()).take(4).collect()
}

fn small(digits: &str) -> Option<u8> {
    (digits.len() <= 2 && digits.bytes().all(|b| b.is_ascii_digit())).then(|| digits.parse().ok())?
}

/// A year of four digits, or of two: 70 to 99 are of the last century.
fn year(digits: &str) -> Option<i32> {
    if !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let year: i32 = digits.parse().ok()?;
    match digits.len() {
        4 => Some(year),
        2 if year < 70 => Some(2000 + year),
        2 => Some(1900 + year),
        _ => None,
    }
}

/// The number of a month by its name in either language, whole or short.
fn month_by_name(word: &str) -> Option<u8> {
    let word = word.to_lowercase();
    let named = |names: &[(&str, &str); 12]| {
        names.iter().position(|(whole, short)| word == whole.to_lowercase() || word == short.to_lowercase())
    };
    let beside = || MONTHS_BESIDE.iter().find(|(name, _)| *name == word).map(|(_, number)| *number);
    named(&MONTHS_DE).or_else(|| named(&MONTHS_EN)).map(|index| index as u8 + 1).or_else(beside)
}

#[cfg(test)]
mod tests {
    use super::super::{day, money, month, number};
    use super::Language::{De, En};
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check_number(text: &str, de: Option<f64>, en: Option<f64>) {
        assert_eq!((parse_number(De, text), parse_number(En, text)), (de, en), "{text:?}");
    }

    #[test]
    fn typed_numbers_are_read_with_the_signs_of_either_language() {
        for (text, value) in [
            ("12", 12.0),
            (" +12 ", 12.0),
            ("-12", -12.0),
            ("−12,5", -12.5),
            ("–3", -3.0),
            ("1.5", 1.5),
            ("1,5", 1.5),
            ("0.125", 0.125),
            ("0,125", 0.125),
            (",5", 0.5),
            ("5,", 5.0),
            ("1.234,56", 1234.56),
            ("1,234.56", 1234.56),
            ("1.234.567", 1_234_567.0),
            ("1,234,567", 1_234_567.0),
            ("1.234.567,8", 1_234_567.8),
            ("1 234 567", 1_234_567.0),
            ("1\u{202f}234,5", 1234.5),
            ("1'234.50", 1234.5),
            ("24.000,00 €", 24_000.0),
            ("€24,000.00", 24_000.0),
            ("−€5", -5.0),
            ("8 %", 8.0),
            ("007", 7.0),
            ("1234.567", 1234.567),
        ] {
            check_number(text, Some(value), Some(value));
        }
    }

    #[test]
    fn one_sign_before_three_digits_is_read_as_the_language_has_it() {
        check_number("1.234", Some(1234.0), Some(1.234));
        check_number("1,234", Some(1.234), Some(1234.0));
    }

    #[test]
    fn what_is_no_number_is_not_read() {
        for text in [
            "",
            " ",
            "-",
            ".",
            "€",
            "k. A.",
            "1e5",
            "NaN",
            "inf",
            "1.2.3",
            "1.234.56",
            "1,23,456.7",
            "1.2,3.4",
            "--1",
            "1-2",
            "12a",
            "١",
        ] {
            check_number(text, None, None);
        }
        check_number(&"9".repeat(400), None, None);
    }

    #[track_caller]
    fn check_day(text: &str, day: Option<&str>) {
        assert_eq!(parse_day(text).map(|day| day.to_string()).as_deref(), day, "{text:?}");
    }

    #[test]
    fn typed_days_are_read() {
        let first = Some("2025-03-01");
        for text in [
            "1.3.2025",
            "01.03.25",
            "1.3.25",
            " 2025-03-01 ",
            "1. März 2025",
            "1 Mar 2025",
            "Mar 1, 2025",
            "March 1 2025",
            "1. 3. 2025",
            "01-03-2025",
            "1/3/2025",
            "01/03/25",
        ] {
            check_day(text, first);
        }
        check_day("31.12.99", Some("1999-12-31"));
        check_day("29.02.2024", Some("2024-02-29"));
    }

    #[test]
    fn what_is_no_day_is_not_read() {
        for text in [
            "",
            "1.3.",
            "31.02.2025",
            "1.13.2025",
            "2025",
            "heute",
            "1.3.2025.4",
            "1.3.20255",
            "0.3.2025",
            "2025-3-1x",
            "1.März",
            "+1.3.2025",
            "3/13/2025",
        ] {
            check_day(text, None);
        }
    }

    #[test]
    fn typed_months_are_read() {
        for text in [
            "03/2025",
            "3/2025",
            "3.2025",
            "03-2025",
            "2025-03",
            "2025/3",
            "Mär 25",
            "Mär. 25",
            "mrz 2025",
            "März 2025",
            "MÄRZ 2025",
            "March 2025",
            "Mar-25",
            "Maerz 2025",
            "2025 März",
            "Mär '25",
            "März\u{a0}2025",
        ] {
            assert_eq!(parse_month(text), Month::new(2025, 3), "{text:?}");
        }
        assert_eq!(parse_month("Sept. 2025"), Month::new(2025, 9));
        for text in ["", "2025", "März", "13/2025", "0/2025", "03/25", "2025-13", "Foo 2025", "1.3.2025", "03/20255", "Mär 225"]
        {
            assert_eq!(parse_month(text), None, "{text:?}");
        }
    }

    fn any_language() -> impl Strategy<Value = Language> {
        prop_oneof![Just(De), Just(En)]
    }

    proptest! {
        #[test]
        fn written_numbers_are_read_again(language in any_language(), hundredths in -10_000_000_000_i64..10_000_000_000) {
            let value = hundredths as f64 / 100.0;
            prop_assert_eq!(parse_number(language, &number(language, value, 2)), Some(value));
            prop_assert_eq!(parse_number(language, &money(language, value.round(), "EUR")), Some(value.round()));
        }

        #[test]
        fn written_days_and_months_are_read_again(language in any_language(), year in 1000..=9999_i32, number in 1..=12_u8, date in 1..=28_u8) {
            let any = Day::new(year, number, date).unwrap();
            prop_assert_eq!(parse_day(&day(language, any)), Some(any));
            prop_assert_eq!(parse_month(&month(language, any.month())), Some(any.month()));
        }

        #[test]
        fn reading_never_panics(text in "\\PC{0,20}", signs in "[-+−0-9., €%/]{0,12}") {
            for text in [text, signs] {
                for language in Language::ALL {
                    let _ = (parse_number(language, &text), parse_day(&text), parse_month(&text));
                }
            }
        }
    }
}
