//! Texts of which nothing is seen, such as names of nothing but characters without width.

/// Whether a character leaves no mark by itself: blanks, control characters, and what is ignored where it can't be shown,
/// such as soft hyphens, joiners and marks of direction.
///
/// Source: Unicode 16.0, `White_Space`, `Cc` and `Default_Ignorable_Code_Point`; and the empty pattern of Braille.
#[must_use]
pub fn is_unseen(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(
            c,
            '\u{ad}'
                | '\u{34f}'
                | '\u{61c}'
                | '\u{115f}'..='\u{1160}'
                | '\u{17b4}'..='\u{17b5}'
                | '\u{180b}'..='\u{180f}'
                | '\u{200b}'..='\u{200f}'
                | '\u{202a}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{2800}'
                | '\u{3164}'
                | '\u{fe00}'..='\u{fe0f}'
                | '\u{feff}'
                | '\u{ffa0}'
                | '\u{fff0}'..='\u{fff8}'
                | '\u{1bca0}'..='\u{1bca3}'
                | '\u{1d173}'..='\u{1d17a}'
                | '\u{e0000}'..='\u{e0fff}'
        )
}

/// A text without blanks at its ends; empty if nothing is seen of it.
#[must_use]
pub fn seen(text: &str) -> &str {
    if text.chars().all(is_unseen) { "" } else { text.trim() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn nothing_is_seen_of_characters_without_width() {
        for text in
            ["", " \t\n\u{a0}\u{3000}", "\u{200b}\u{200d}", "\u{2060} \u{feff}", "\u{ad}", "\u{202e}\u{200f}\0", "\u{3164}"]
        {
            assert_eq!(seen(text), "", "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn what_shows_something_stays_as_it_is(
            before in "[\u{200b}\u{200d}\u{ad}a ]{0,4}",
            mark in "[a-zä0-9.,=👩שק中–]",
            after in "[\u{200b}\u{feff}\u{ad}b ]{0,4}",
        ) {
            let text = format!("{before}{mark}{after}");
            prop_assert_eq!(seen(&text), text.trim());
        }
    }
}
