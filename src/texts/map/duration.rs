//! Durations as users type them.

use crate::plan::{DurationUnit, StepDuration};
use crate::texts::{Language, format::parse_number};

/// Beginnings of the words for each unit, in both languages; the longest that fits counts.
const WORDS: [(&str, DurationUnit); 22] = [
    ("s", DurationUnit::Seconds),
    ("sec", DurationUnit::Seconds),
    ("sek", DurationUnit::Seconds),
    ("m", DurationUnit::Minutes),
    ("min", DurationUnit::Minutes),
    ("\u{2032}", DurationUnit::Minutes),
    ("'", DurationUnit::Minutes),
    ("h", DurationUnit::Hours),
    ("hour", DurationUnit::Hours),
    ("hr", DurationUnit::Hours),
    ("st", DurationUnit::Hours),
    ("std", DurationUnit::Hours),
    ("stunde", DurationUnit::Hours),
    ("d", DurationUnit::Days),
    ("day", DurationUnit::Days),
    ("t", DurationUnit::Days),
    ("tag", DurationUnit::Days),
    ("w", DurationUnit::Weeks),
    ("week", DurationUnit::Weeks),
    ("woche", DurationUnit::Weeks),
    ("mo", DurationUnit::Months),
    ("mon", DurationUnit::Months),
];

/// Reads a duration: a number and a unit in either language, such as `15 min`, `1,5 h`, `2 Tage`. A number alone has the
/// unit `usual`. `None` if it is no duration.
#[must_use]
pub fn parse_duration(language: Language, text: &str, usual: DurationUnit) -> Option<StepDuration> {
    let text = text.trim();
    let end = text.find(|c: char| c.is_alphabetic() || matches!(c, '\'' | '\u{2032}')).unwrap_or(text.len());
    let (number, unit) = text.split_at(end);
    let value = parse_number(language, number)?;
    let unit = unit.trim().trim_end_matches('.').to_lowercase();
    let unit = if unit.is_empty() { usual } else { unit_of(&unit)? };
    StepDuration::new(value, unit)
}

fn unit_of(word: &str) -> Option<DurationUnit> {
    if word.chars().any(|c| !c.is_alphabetic() && !matches!(c, '\'' | '\u{2032}')) {
        return None;
    }
    let is_short = |known: &str| known.len() <= 2 || known == "'";
    let fits = |known: &str| if is_short(known) { word == known } else { word.starts_with(known) };
    WORDS.iter().filter(|(known, _)| fits(known)).max_by_key(|(known, _)| known.len()).map(|(_, unit)| *unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(language: Language, text: &str, expected: Option<(f64, DurationUnit)>) {
        let found = parse_duration(language, text, DurationUnit::Minutes);
        assert_eq!(found.map(|found| (found.value(), found.unit())), expected, "{text:?}");
    }

    #[test]
    fn durations_are_read_in_both_languages() {
        use DurationUnit::{Days, Hours, Minutes, Months, Seconds, Weeks};
        for (text, expected) in [
            ("15", (15.0, Minutes)),
            ("15 min", (15.0, Minutes)),
            ("15 Minuten", (15.0, Minutes)),
            (" 1,5h ", (1.5, Hours)),
            ("1 Std.", (1.0, Hours)),
            ("2 Stunden", (2.0, Hours)),
            ("2 Tage", (2.0, Days)),
            ("3 weeks", (3.0, Weeks)),
            ("3 Wochen", (3.0, Weeks)),
            ("1 Monat", (1.0, Months)),
            ("6 months", (6.0, Months)),
            ("30 Sekunden", (30.0, Seconds)),
            ("0 d", (0.0, Days)),
        ] {
            check(Language::De, text, Some(expected));
        }
        check(Language::En, "1.5 hours", Some((1.5, Hours)));
    }

    #[test]
    fn what_is_no_duration_is_not_read() {
        for text in ["", "lange", "-3 min", "3 Birnen", "3 min 5", "min 3", "1e9999", "\u{200b}"] {
            check(Language::De, text, None);
        }
    }
}
