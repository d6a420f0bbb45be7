//! Numbers as files write them: `1.234,56 €`, `12,5 %`, `10 – äußerst wahrscheinlich`, `0:03:30`.

use super::{DecimalMark, IssueReason};
use serde::{Deserialize, Serialize};

/// How a column writes numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NumberFormat {
    /// What stands between whole and fraction; the other mark separates thousands.
    pub decimal: DecimalMark,
    /// Whether nothing in the file tells: it is to be asked.
    pub ambiguous: bool,
}

/// What may stand before or behind a number.
const UNITS: [&str; 8] = ["€", "$", "£", "%", "EUR", "USD", "CHF", "GBP"];

/// Signs of money among them.
const MONEY: [&str; 7] = ["€", "$", "£", "EUR", "USD", "CHF", "GBP"];

/// Takes unit and blanks off a number; leaves sign, digits, commas and points. `None` if there is anything else.
fn bare(text: &str) -> Option<String> {
    if !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let mut text = text.trim();
    for unit in UNITS {
        text = text.strip_suffix(unit).unwrap_or(text).trim_end();
        text = text.strip_prefix(unit).unwrap_or(text).trim_start();
    }
    let mut bare = String::with_capacity(text.len());
    for (index, c) in text.char_indices() {
        match c {
            '0'..='9' | ',' | '.' => bare.push(c),
            '-' | '−' if index == 0 => bare.push('-'),
            '+' if index == 0 => {}
            // Between thousands.
            ' ' | '\u{a0}' | '\u{202f}' | '\'' | '’' => {}
            _ => return None,
        }
    }
    bare.contains(|c: char| c.is_ascii_digit()).then_some(bare)
}

/// Whether every group behind the first has three digits and the first one to three.
fn is_grouped(whole: &str, mark: char) -> bool {
    let mut groups = whole.split(mark);
    let first = groups.next().unwrap_or_default();
    (1..=3).contains(&first.len()) && groups.all(|group| group.len() == 3)
}

/// Reads a number.
pub(super) fn read_number(text: &str, decimal: DecimalMark) -> Option<f64> {
    plain_number(text.as_bytes(), decimal).or_else(|| any_number(text, decimal))
}

fn any_number(text: &str, decimal: DecimalMark) -> Option<f64> {
    let bare = bare(text)?;
    let (sign, digits) = bare.strip_prefix('-').map_or((1.0, bare.as_str()), |digits| (-1.0, digits));
    let (mark, group) = match decimal {
        DecimalMark::Comma => (',', '.'),
        DecimalMark::Point => ('.', ','),
    };
    let (whole, fraction) = digits.split_once(mark).unwrap_or((digits, ""));
    if fraction.contains([',', '.']) || (whole.contains(group) && !is_grouped(whole, group)) {
        return None;
    }
    let plain = format!("{}.{fraction}0", whole.replace(group, ""));
    plain.parse().ok().map(|value: f64| sign * value)
}

/// Reads a number that is written plainly, and exactly as [`read_number`] does; `None`: ask that one.
pub(super) fn plain_number(cell: &[u8], decimal: DecimalMark) -> Option<f64> {
    let (mark, group) = match decimal {
        DecimalMark::Comma => (b',', b'.'),
        DecimalMark::Point => (b'.', b','),
    };
    // "€" in UTF-8 and in Windows-1252.
    let digits = cell.strip_suffix(b"\xE2\x82\xAC").or_else(|| cell.strip_suffix(b"\x80")).unwrap_or(cell).trim_ascii_end();
    let (negative, digits) = digits.strip_prefix(b"-").map_or((false, digits), |digits| (true, digits));
    let (mut mantissa, mut count, mut fraction, mut since_group) = (0_u64, 0_u32, None::<i32>, None::<u32>);
    for byte in digits {
        match byte {
            b'0'..=b'9' => {
                mantissa = mantissa * 10 + u64::from(byte - b'0');
                count += 1;
                if let Some(digits) = &mut fraction {
                    *digits += 1;
                } else if let Some(digits) = &mut since_group {
                    *digits += 1;
                }
            }
            byte if *byte == mark && fraction.is_none() => fraction = Some(0),
            byte if *byte == group && fraction.is_none() => {
                if count == 0 || since_group.map_or(count > 3, |digits| digits != 3) {
                    return None;
                }
                since_group = Some(0);
            }
            _ => return None,
        }
        // With fifteen digits the number and the power of ten are exact, and so is their quotient.
        if count > 15 {
            return None;
        }
    }
    if count == 0 || since_group.is_some_and(|digits| digits != 3) {
        return None;
    }
    let value = mantissa as f64 / 10_f64.powi(fraction.unwrap_or_default());
    Some(if negative { -value } else { value })
}

/// Reads a length of time as minutes: `1:02:30` has hours, `3:30` minutes and seconds.
pub(super) fn read_duration(text: &str) -> Option<f64> {
    let part =
        |part: &str, max: u32| part.parse().ok().filter(|value: &u32| *value <= max && !part.starts_with('+')).map(f64::from);
    let parts: Vec<&str> = text.trim().split(':').collect();
    match parts.as_slice() {
        [minutes, seconds] if seconds.len() == 2 => Some(part(minutes, 9_999)? + part(seconds, 59)? / 60.0),
        [hours, minutes, seconds] if minutes.len() == 2 && seconds.len() == 2 => {
            Some(part(hours, 9_999)? * 60.0 + part(minutes, 59)? + part(seconds, 59)? / 60.0)
        }
        _ => None,
    }
}

/// Reads an answer on a scale of whole numbers; the number may have a label behind it.
pub(super) fn read_score(text: &str, low: u8, high: u8, decimal: DecimalMark) -> Result<u8, IssueReason> {
    let value = match text.as_bytes() {
        [digit @ b'0'..=b'9'] => f64::from(digit - b'0'),
        _ => read_number(text, decimal).or_else(|| labelled(text)).ok_or(IssueReason::NotANumber)?,
    };
    on_scale(value, low, high)
}

fn on_scale(value: f64, low: u8, high: u8) -> Result<u8, IssueReason> {
    if value.fract() != 0.0 {
        Err(IssueReason::NotWhole)
    } else if value < f64::from(low) || value > f64::from(high) {
        Err(IssueReason::OutsideScale(low, high))
    } else {
        Ok(value as u8)
    }
}

/// Reads the number of `10 – äußerst wahrscheinlich`.
fn labelled(text: &str) -> Option<f64> {
    let text = text.trim();
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let label = text[digits..].trim_start_matches([' ', '\u{a0}', '-', '–', '—', '=', ':', '(', ')']);
    let is_label = label.len() < text.len() - digits && label.starts_with(char::is_alphabetic);
    if (1..=3).contains(&digits) && is_label { text[..digits].parse().ok() } else { None }
}

/// Whether a number is written as spreadsheets write long ones: `1,18E+11`. What it was is lost.
pub(super) fn is_in_powers_of_ten(cell: &[u8]) -> bool {
    if !cell.first().is_some_and(u8::is_ascii_digit) {
        return false;
    }
    let all_digits = |part: &[u8]| !part.is_empty() && part.iter().all(u8::is_ascii_digit);
    let Some(at) = cell.windows(2).position(|pair| pair.eq_ignore_ascii_case(b"E+")) else { return false };
    let is_mantissa = match &cell[..at] {
        [digit] => digit.is_ascii_digit(),
        [digit, b',' | b'.', fraction @ ..] => digit.is_ascii_digit() && all_digits(fraction),
        _ => false,
    };
    is_mantissa && all_digits(&cell[at + 2..])
}

/// What the cells of a column say about the way it writes numbers.
#[derive(Clone, Debug, Default)]
pub(super) struct NumberEvidence {
    /// Cells that are numbers.
    pub(super) numbers: u64,
    /// Cells that are an answer on a scale from 0 to 10, labelled or not.
    pub(super) zero_to_ten: u64,
    /// How often each of 0 to 10 occurs.
    pub(super) answers: [u64; 11],
    /// Cells that are a length of time.
    pub(super) durations: u64,
    /// Numbers with a sign of money.
    pub(super) money: u64,
    commas: u64,
    points: u64,
    /// Cells like `48.200`, which can be either.
    either: u64,
}

impl NumberEvidence {
    pub(super) fn observe(&mut self, text: &str) {
        let bare = bare(text);
        let read = |decimal| bare.as_ref().and_then(|bare| read_number(bare, decimal));
        let values = [read(DecimalMark::Comma), read(DecimalMark::Point)];
        let score = |value: Option<f64>| on_scale(value.or_else(|| labelled(text))?, 0, 10).ok();
        if let Some(score) = values.into_iter().find_map(score) {
            self.zero_to_ten += 1;
            self.answers[usize::from(score)] += 1;
        }
        self.durations += u64::from(read_duration(text).is_some());
        let Some(bare) = bare.filter(|_| values != [None, None]) else { return };
        self.numbers += 1;
        self.money += u64::from(MONEY.iter().any(|sign| text.contains(sign)));
        let digits = bare.trim_start_matches('-');
        match (digits.matches(',').count(), digits.matches('.').count()) {
            (0, 0) => {}
            (1, 0) | (0, 1) if is_grouped(digits, ',') && !digits.contains('.') => self.either += 1,
            (0, 1) if is_grouped(digits, '.') => self.either += 1,
            (1, 0) => self.commas += 1,
            (0, 1) => self.points += 1,
            (0, _) => self.commas += 1,
            (_, 0) => self.points += 1,
            _ if digits.rfind(',') > digits.rfind('.') => self.commas += 1,
            _ => self.points += 1,
        }
    }

    /// Whether more cells could still settle the format.
    pub(super) fn is_open(&self) -> bool {
        self.either > 0 && self.commas == 0 && self.points == 0
    }

    /// The lowest and the highest answer that aren't slips: each is given by one in two hundred at least.
    pub(super) fn answer_range(&self) -> Option<(u8, u8)> {
        let usual = |count: &u64| *count * 200 >= self.zero_to_ten.max(1);
        let low = self.answers.iter().position(usual)?;
        let high = self.answers.iter().rposition(usual)?;
        Some((low as u8, high as u8))
    }

    /// Whether at least seven of 0 to 10 occur, 10 among them.
    pub(super) fn uses_nps_scale(&self) -> bool {
        self.answers[10] > 0 && self.answers.iter().filter(|count| **count > 0).count() >= 7
    }

    /// The mark that the column tells by itself.
    pub(super) fn decimal(&self) -> Option<DecimalMark> {
        match self.commas.cmp(&self.points) {
            std::cmp::Ordering::Greater => Some(DecimalMark::Comma),
            std::cmp::Ordering::Less => Some(DecimalMark::Point),
            std::cmp::Ordering::Equal => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use DecimalMark::{Comma, Point};
    use proptest::prelude::*;

    proptest! {
        /// The short way is taken only where it leads to the same number.
        #[test]
        fn plain_numbers_are_read_as_all_others(text in "-?[0-9]{0,4}([.,][0-9]{3}){0,3}([.,][0-9]{0,6})?( ?€)?") {
            for decimal in [Comma, Point] {
                if let Some(number) = plain_number(text.as_bytes(), decimal) {
                    prop_assert_eq!(any_number(&text, decimal), Some(number));
                }
            }
        }
    }

    #[test]
    fn lengths_of_time_are_minutes() {
        for (text, minutes) in [("3:30", 3.5), ("0:03:30", 3.5), ("01:00:00", 60.0), ("00:45", 0.75), ("120:15", 120.25)] {
            assert_eq!(read_duration(text), Some(minutes), "{text}");
        }
        for text in ["", "3", "3:5", "3:75", "-1:30", "1:2:3:4", "1:2:03", "a:30", "+1:30", "01.03.2025 14:05"] {
            assert_eq!(read_duration(text), None, "{text}");
        }
    }

    #[test]
    fn numbers_are_read_in_the_format_of_their_column() {
        fn check(text: &str, decimal: DecimalMark, expected: Option<f64>) {
            assert_eq!(read_number(text, decimal), expected, "{text}");
        }
        check("1.234,56 €", Comma, Some(1234.56));
        check("1,234.56", Point, Some(1234.56));
        check("48.200", Comma, Some(48200.0));
        check("48.200", Point, Some(48.2));
        check("12,5\u{a0}%", Comma, Some(12.5));
        check("−3", Point, Some(-3.0));
        check("1 234 567,8", Comma, Some(1_234_567.8));
        check("CHF 1'234.50", Point, Some(1234.5));
        check("12.34", Comma, None);
        for text in ["", "-", "k. A.", "1.2.3", "1,2,3", "12a", "€", ".,"] {
            check(text, Comma, None);
        }
    }

    #[test]
    fn long_numbers_that_a_spreadsheet_has_rounded_are_told() {
        for cell in ["1,18E+11", "1.18e+11", "9E+15"] {
            assert!(is_in_powers_of_ten(cell.as_bytes()), "{cell}");
        }
        for cell in ["", "E+1", "118000000001", "1,18E11", "1,18E+", "1,E+11", "11,8E+10", "a,18E+11", "1,1aE+11", "1,18E+1x"] {
            assert!(!is_in_powers_of_ten(cell.as_bytes()), "{cell}");
        }
    }

    #[test]
    fn an_answer_is_a_whole_number_on_its_scale() {
        fn check(text: &str, expected: Result<u8, IssueReason>) {
            assert_eq!(read_score(text, 0, 10, Comma), expected, "{text}");
        }
        check("0", Ok(0));
        check("10", Ok(10));
        check("9,0", Ok(9));
        check("10 – äußerst wahrscheinlich", Ok(10));
        check("0 - Überhaupt nicht wahrscheinlich", Ok(0));
        check("10 von 10", Ok(10));
        check("11", Err(IssueReason::OutsideScale(0, 10)));
        check("-1", Err(IssueReason::OutsideScale(0, 10)));
        check("7,5", Err(IssueReason::NotWhole));
        check("k. A.", Err(IssueReason::NotANumber));
        check("7-8", Err(IssueReason::NotANumber));
        check("7th", Err(IssueReason::NotANumber));
        check("99999999999999999999", Err(IssueReason::OutsideScale(0, 10)));
    }
}
