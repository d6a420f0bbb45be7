//! Typing an emotion key by key, where no field is open.

use super::CellFault;
use crate::plan::Emotion;

/// What a key has made of an emotion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TypedEmotion {
    /// The number as far as it was typed: the next key goes on from it.
    pub text: String,
    /// The emotion to set; none: it stays, since there is more to come.
    ///
    /// The error: there is no such emotion.
    pub emotion: Result<Option<Emotion>, CellFault>,
}

/// Takes in a key that is pressed on an emotion. Digits set it, with a sign before and half a point behind them if these were
/// typed, as signs of either language; `+` and `−` by themselves change it by a half. A key that can't go on from what was
/// `typed` begins a new number. None: the key belongs to no number.
#[must_use]
pub fn type_emotion(now: Option<Emotion>, typed: &str, key: &str) -> Option<TypedEmotion> {
    let by = match key {
        "+" | "=" => Some(1),
        "-" | "−" | "–" => Some(-1),
        "," | "." => None,
        _ if key.len() == 1 && key.bytes().all(|digit| digit.is_ascii_digit()) => None,
        _ => return None,
    };
    if let Some(by) = by {
        let emotion = Emotion::from_halves(now.map_or(0, |now| now.halves() + by));
        return Some(TypedEmotion { text: key.to_owned(), emotion: Ok(Some(emotion)) });
    }
    let text = Some(format!("{typed}{key}")).filter(|text| is_begun(&plain(text))).unwrap_or_else(|| key.to_owned());
    let number = plain(&text);
    let read = || number.parse::<f64>().ok().and_then(|value| Emotion::try_from(value).ok()).ok_or(CellFault::NotAnEmotion);
    let emotion = if number.ends_with('.') { Ok(None) } else { read().map(Some) };
    Some(TypedEmotion { text, emotion })
}

/// A number in the signs that programs read.
fn plain(text: &str) -> String {
    text.replace(['−', '–'], "-").replace('=', "+").replace(',', ".")
}

/// Whether a number can begin so: one digit, then one of decimals and zeros.
fn is_begun(number: &str) -> bool {
    let bare = number.strip_prefix(['+', '-']).unwrap_or(number);
    let (whole, decimals) = bare.split_once('.').unwrap_or((bare, ""));
    let is_decimal = |(at, digit): (usize, char)| if at == 0 { digit.is_ascii_digit() } else { digit == '0' };
    whole.len() <= 1 && whole.bytes().all(|digit| digit.is_ascii_digit()) && decimals.chars().enumerate().all(is_decimal)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a cell says in halves after keys, and how often they were refused.
    fn after(now: Option<i8>, keys: &str) -> (Option<i8>, usize) {
        let (mut emotion, mut typed, mut refused) = (now.map(Emotion::from_halves), String::new(), 0);
        for key in keys.chars() {
            let made = type_emotion(emotion, &typed, &key.to_string()).unwrap();
            typed = made.text;
            match made.emotion {
                Ok(set) => emotion = set.or(emotion),
                Err(_) => refused += 1,
            }
        }
        (emotion.map(Emotion::halves), refused)
    }

    #[test]
    fn each_emotion_is_what_it_was_typed_as_whatever_was_there() {
        for now in [None].into_iter().chain((-4..=4).map(Some)) {
            for halves in -4_i8..=4 {
                let signs: &[&str] = if halves < 0 { &["-", "−", "–"] } else { &["", "+"] };
                let (whole, half) = (halves.unsigned_abs() / 2, halves % 2 != 0);
                let mut ways = vec![];
                for sign in signs {
                    for decimal in [",", "."] {
                        let digit = if half { 5 } else { 0 };
                        ways.extend([format!("{sign}{whole}{decimal}{digit}"), format!("{sign}{whole}{decimal}{digit}0")]);
                        if whole == 0 {
                            ways.push(format!("{sign}{decimal}{digit}"));
                        }
                    }
                    if !half {
                        ways.push(format!("{sign}{whole}"));
                    }
                }
                for way in ways {
                    assert_eq!(after(now, &way), (Some(halves), 0), "{way} on {now:?}");
                }
            }
        }
    }

    #[test]
    fn keys_one_after_another_set_it_anew_or_change_it_by_a_half() {
        for (keys, halves) in
            [("12", 4), ("20", 0), ("2-", 3), ("0+", 1), ("1=", 3), ("-", 0), ("++", 1), ("1,5-", 2), ("1,52", 4)]
        {
            assert_eq!(after(None, keys), (Some(halves), 0), "{keys}");
        }
        assert_eq!((after(Some(4), "+"), after(Some(-4), "-")), ((Some(4), 0), (Some(-4), 0)));
    }

    #[test]
    fn what_is_no_emotion_is_refused_and_changes_nothing_more() {
        for (keys, halves) in [("3", None), ("2,5", Some(4)), ("1,2", Some(2)), ("-2.5", Some(-4))] {
            assert_eq!(after(None, keys), (halves, 1), "{keys}");
        }
        for key in ["x", "Enter", "12", "", "٣"] {
            assert_eq!(type_emotion(Some(Emotion::MAX), "1", key), None, "{key}");
        }
    }
}
