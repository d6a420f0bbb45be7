//! Comments: what respondents wrote, where the user takes it in as voices.

use super::TextEncoding;
use crate::plan::{Day, Sentiment};
use serde::{Deserialize, Serialize};

/// Most comments of a file that are taken in.
pub const COMMENTS_MAX: usize = 5_000;
/// Most characters of a comment that are kept.
const LEN_MAX: usize = 2_000;
/// From so many digits on a number may be one to call.
const PHONE_DIGITS_MIN: usize = 7;
/// Stands where contact data were.
const TAKEN_OUT: &str = "[…]";

/// A comment that was taken in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReducedComment {
    /// What was written, without contact data.
    pub text: String,
    /// The day of its row.
    pub day: Day,
    /// How the respondent feels, told by the score of the row; none: it has none.
    pub sentiment: Option<Sentiment>,
}

/// The columns of comments of a file.
#[derive(Default)]
pub(super) struct CommentColumns {
    /// The columns.
    pub columns: Vec<usize>,
    /// The comments so far.
    pub taken: Vec<ReducedComment>,
    /// How many more there were than are taken in.
    pub left_out: u64,
}

impl CommentColumns {
    /// Takes the comments of a row.
    pub fn take<'a>(&mut self, cell: impl Fn(usize) -> &'a [u8], encoding: TextEncoding, day: Day, nps: Option<u8>) {
        for column in &self.columns {
            let text = encoding.decode(cell(*column));
            let text = text.trim();
            if !text.chars().any(char::is_alphabetic) {
                continue;
            }
            if self.taken.len() >= COMMENTS_MAX {
                self.left_out += 1;
                continue;
            }
            let text: String = without_contact_data(text).chars().take(LEN_MAX).collect();
            self.taken.push(ReducedComment { text, day, sentiment: nps.map(sentiment) });
        }
    }
}

/// How somebody feels who gives this answer to the question of the NPS: promoters are pleased, detractors annoyed.
fn sentiment(score: u8) -> Sentiment {
    match score {
        9.. => Sentiment::Positive,
        7 | 8 => Sentiment::Neutral,
        ..=6 => Sentiment::Negative,
    }
}

/// A text without e-mail addresses and long numbers: of telephones, customers, accounts, but also of days written in
/// digits alone.
fn without_contact_data(text: &str) -> String {
    let mut cleaned = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let number = number_len(rest);
        let word = rest.find(char::is_whitespace).unwrap_or(rest.len());
        if number > 0 {
            cleaned.push_str(TAKEN_OUT);
            rest = &rest[number..];
        } else if word > 0 && is_address(&rest[..word]) {
            cleaned.push_str(TAKEN_OUT);
            rest = &rest[word..];
        } else {
            // The rest of a word may hold a number; an address begins with the word.
            let len = if first.is_whitespace() { first.len_utf8() } else { plain_len(rest, word) };
            cleaned.push_str(&rest[..len]);
            rest = &rest[len..];
        }
    }
    cleaned
}

/// Length of a word up to its first digit or sign of a number.
fn plain_len(text: &str, word: usize) -> usize {
    let first = text.chars().next().map_or(0, char::len_utf8);
    text[first..word].find(|c: char| c.is_ascii_digit() || c == '+').map_or(word, |at| first + at)
}

fn is_address(word: &str) -> bool {
    word.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'))
}

/// Length of the number at the beginning of a text, with the signs between its digits, if it is long; else 0.
fn number_len(text: &str) -> usize {
    let (mut digits, mut len) = (0, 0);
    for (at, c) in text.char_indices() {
        match c {
            '0'..='9' => {
                digits += 1;
                len = at + 1;
            }
            '+' | '(' if at == 0 => {}
            ' ' | '-' | '/' | '(' | ')' if digits > 0 => {}
            _ => break,
        }
    }
    if digits >= PHONE_DIGITS_MIN { len } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(without_contact_data(text), expected);
    }

    #[test]
    fn contact_data_are_taken_out() {
        check("Rufen Sie an: +49 (89) 123-4567, danke", "Rufen Sie an: […], danke");
        check("Kunde 4711/0815-99 wartet", "Kunde […] wartet");
        check("anna.b@example.org schrieb", "[…] schrieb");
        check("Mail an (x@example.org).", "Mail an […]");
        check("11 Minuten am 12.5.2025 um 9:30, 94 Euro", "11 Minuten am 12.5.2025 um 9:30, 94 Euro");
        check("20 % mehr in 2 Wochen @service", "20 % mehr in 2 Wochen @service");
        check("", "");
    }

    proptest! {
        #[test]
        fn a_text_without_digits_and_addresses_stays_as_it_is(text in "[^0-9@]*") {
            prop_assert_eq!(without_contact_data(&text), text);
        }

        #[test]
        fn any_text_is_read(text in ".*") {
            let _ = without_contact_data(&text);
        }
    }

    #[test]
    fn comments_are_taken_up_to_a_limit_and_blank_ones_not_at_all() {
        let mut columns = CommentColumns { columns: vec![0], ..CommentColumns::default() };
        let day = Day::parse("2025-05-03").unwrap();
        for text in ["Gut", " ", "-", "9"] {
            columns.take(|_| text.as_bytes(), TextEncoding::Utf8, day, Some(9));
        }
        let expected = ReducedComment { text: "Gut".to_owned(), day, sentiment: Some(Sentiment::Positive) };
        assert_eq!(columns.taken, [expected]);
        for _ in 0..COMMENTS_MAX {
            columns.take(|_| b"Gut", TextEncoding::Utf8, day, None);
        }
        assert_eq!((columns.taken.len(), columns.left_out), (COMMENTS_MAX, 1));
        assert_eq!([0, 6, 7, 8, 9, 10].map(sentiment).map(|it| it as u8), [0, 0, 1, 1, 2, 2]);
    }
}
