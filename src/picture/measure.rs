//! How wide texts are, and where they break: there is no browser to ask when a picture is laid out.

use crate::texts::Language;
use hypher::{Lang, hyphenate};

/// Widths of the printable ASCII characters of Helvetica in thousandths of the size, from the blank on (Adobe, core font
/// metrics).
const ASCII: [u16; 95] = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556,
    556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778,
    722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222,
    500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];

/// How much wider than Helvetica a text may turn out. Source Sans, which the pictures ask for, is narrower; what stands in
/// for it where it isn't installed may be wider.
const PLAIN: f64 = 1.04;
/// The same for the strong weight.
const STRONG: f64 = 1.12;

/// Width of a text in a size, in the size's unit.
#[must_use]
pub(super) fn text_width(text: &str, size: f64, strong: bool) -> f64 {
    let thousandths: f64 = text.chars().map(char_width).sum();
    thousandths / 1000.0 * size * if strong { STRONG } else { PLAIN }
}

fn char_width(c: char) -> f64 {
    match c {
        ' '..='~' => f64::from(ASCII[c as usize - ' ' as usize]),
        '\u{a0}' | '\u{202f}' => 278.0,
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{fe00}'..='\u{fe0f}' | '\u{300}'..='\u{36f}' | '\u{feff}' => 0.0,
        'À'..='Ö' | 'Ø'..='Þ' => 700.0,
        'ì'..='ï' => 278.0,
        'ß'..='ÿ' => 556.0,
        '−' | '→' | '▲' | '▼' => 800.0,
        '…' | '—' => 1000.0,
        '\u{2010}'..='\u{203f}' => 556.0,
        '\u{1100}'..='\u{11ff}' | '\u{2e80}'..='\u{ffef}' | '\u{1f000}'..='\u{3ffff}' => 1000.0,
        _ => 640.0,
    }
}

/// Breaks a text into lines that are at most `width` wide. Blanks in a row become one, those that keep words together
/// stay. A word that is wider than a line is broken where it has a mark, else between syllables of a language, or anywhere
/// where it has none that fit.
#[must_use]
pub(super) fn wrap(text: &str, width: f64, size: f64, strong: bool, language: Option<Language>) -> Vec<String> {
    let measure = |text: &str| text_width(text, size, strong);
    let mut lines = Vec::new();
    for paragraph in text.lines() {
        let mut line = String::new();
        for word in paragraph.split(may_break).filter(|word| !word.is_empty()) {
            let mut rest = Word::new(word);
            loop {
                let gap = if line.is_empty() { "" } else { " " };
                let plain = rest.upto(rest.chars.len());
                if measure(&line) + measure(gap) + measure(&plain) <= width {
                    line = format!("{line}{gap}{plain}");
                    break;
                }
                if !line.is_empty() {
                    lines.push(std::mem::take(&mut line));
                    continue;
                }
                rest.hyphenate(language);
                lines.push(rest.take(width, &measure));
            }
        }
        lines.push(line);
    }
    while lines.last().is_some_and(String::is_empty) {
        lines.pop();
    }
    lines
}

/// Whether a line may end at a character, which then isn't drawn.
fn may_break(c: char) -> bool {
    c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{2007}' | '\u{202f}')
}

/// A word that goes over several lines.
struct Word {
    chars: Vec<char>,
    /// How many characters stand on the lines before.
    taken: usize,
    /// After how many characters a syllable ends; none: nobody has looked yet.
    syllables: Option<Vec<usize>>,
}

impl Word {
    fn new(word: &str) -> Self {
        Self { chars: word.chars().collect(), taken: 0, syllables: None }
    }

    /// Finds the syllables of the whole word, each piece of letters by itself.
    fn hyphenate(&mut self, language: Option<Language>) {
        let chars = &self.chars;
        let find = || {
            let Some(language) = language else { return Vec::new() };
            let mut ends = Vec::new();
            let mut first = 0;
            for piece in chars.chunk_by(|a, b| a.is_alphabetic() == b.is_alphabetic()) {
                if piece[0].is_alphabetic() {
                    ends.extend(syllables(&piece.iter().collect::<String>(), language).into_iter().map(|end| first + end));
                }
                first += piece.len();
            }
            ends
        };
        self.syllables.get_or_insert_with(find);
    }

    /// What is left of it up to a character, as it is drawn.
    fn upto(&self, end: usize) -> String {
        self.chars[self.taken..end].iter().filter(|c| **c != '\u{ad}').collect()
    }

    /// Takes as much off what is left as fits, one character at least, with a hyphen where it needs one.
    fn take(&mut self, width: f64, measure: &dyn Fn(&str) -> f64) -> String {
        let fits = |end: usize, hyphen: &str| measure(&self.upto(end)) + measure(hyphen) <= width;
        let mut longest = self.taken + 1;
        while longest + 1 < self.chars.len() && fits(longest + 1, "") {
            longest += 1;
        }
        let mark = |end: usize| match self.chars[end - 1] {
            '\u{ad}' if fits(end, "-") => Some((end, "-")),
            '-' | '/' | '@' | '_' | '.' | '\u{200b}' | '\u{a0}' | '\u{202f}' => Some((end, "")),
            _ => None,
        };
        let syllable = || {
            let ends = self.syllables.iter().flatten().rev();
            let mut ends = ends.filter(|end| (self.taken + 1..=longest).contains(*end) && fits(**end, "-"));
            ends.next().map(|end| (*end, "-"))
        };
        let anywhere = || {
            // What stands over or joins its neighbour stays with it.
            let joined = |c: char| char_width(c) == 0.0;
            let apart = |end: &usize| !joined(self.chars[*end]) && !joined(self.chars[*end - 1]);
            ((self.taken + 2..=longest).rev().find(apart).unwrap_or(longest), "")
        };
        let (end, hyphen) = (self.taken + 2..=longest).rev().find_map(mark).or_else(syllable).unwrap_or_else(anywhere);
        let line = format!("{}{hyphen}", self.upto(end));
        self.taken = end;
        line
    }
}

/// After how many characters the syllables of a piece of letters end, but for the last one: where a printed word may be
/// broken, by the patterns of a language. In compounds that the patterns don't know they may leave a piece without a
/// vowel ("Kun-de-n-er-leb-nis"); one of the breaks beside it is wrong, and neither is taken.
fn syllables(letters: &str, language: Language) -> Vec<usize> {
    let patterns = match language {
        Language::De => Lang::German,
        Language::En => Lang::English,
    };
    let has_vowel = |piece: &str| piece.chars().any(|c| !"bcdfghjklmnpqrstvwxzß".contains(c.to_ascii_lowercase()));
    let pieces: Vec<_> = hyphenate(letters, patterns).map(|piece| (piece.chars().count(), has_vowel(piece))).collect();
    let mut end = 0;
    let ends = pieces.windows(2).filter_map(|pair| {
        end += pair[0].0;
        (pair[0].1 && pair[1].1).then_some(end)
    });
    ends.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn texts_break_between_words_and_long_words_at_syllables() {
        for (text, width, expected) in [
            ("", 100.0, &[][..]),
            ("eins zwei drei", 60.0, &["eins zwei", "drei"]),
            ("eins\n\nzwei\n", 100.0, &["eins", "", "zwei"]),
            ("Vertragsabschluss", 80.0, &["Vertragsab-", "schluss"]),
            ("Schmerz\u{ad}punkte", 60.0, &["Schmerz-", "punkte"]),
            ("Schmerz\u{ad}punkte", 200.0, &["Schmerzpunkte"]),
            ("info@beispiel.de", 60.0, &["info@", "beispiel.", "de"]),
            ("Stromrechnung", 72.0, &["Stromrech-", "nung"]),
            ("(Vertragsabschluss),", 60.0, &["(Ver-", "tragsab-", "schluss),"]),
            ("KUNDENZUFRIEDENHEIT", 90.0, &["KUNDENZU-", "FRIEDEN-", "HEIT"]),
            ("bis 2,3\u{a0}%", 50.0, &["bis", "2,3\u{a0}%"]),
            ("Ωμέγα2024XYZ", 20.0, &["Ωμ", "έγ", "α2", "02", "4X", "YZ"]),
        ] {
            assert_eq!(wrap(text, width, 13.0, false, Some(Language::De)), expected, "{text}");
        }
        assert_eq!(wrap("customers", 50.0, 13.0, false, Some(Language::En)), ["cus-", "tomers"]);
        assert_eq!(wrap("Stromrechnung", 72.0, 13.0, false, None), ["Stromrechn", "ung"], "a word of no known language");
    }

    #[test]
    fn syllables_are_those_that_dictionaries_give() {
        let syllables = |word: &str, language| {
            let chars: Vec<char> = word.chars().collect();
            let ends: Vec<usize> = [syllables(word, language), vec![chars.len()]].concat();
            let from = std::iter::once(0).chain(ends.iter().copied());
            from.zip(&ends).map(|(from, to)| chars[from..*to].iter().collect::<String>()).collect::<Vec<_>>().join("-")
        };
        // Duden.
        for word in [
            "Ver-trags-ab-schluss",
            "Kun-den-zu-frie-den-heit",
            "Rech-nungs-stel-lung",
            "Ge-schäfts-be-din-gun-gen",
            "Kün-di-gung",
            "Schmerz-punkt",
            "Zu-cker",
            "Fens-ter",
            "Stra-ße",
            "Wohn-ort",
        ] {
            assert_eq!(syllables(&word.replace('-', ""), Language::De), word);
        }
        assert_eq!(syllables("Kundenerlebnis", Language::De), "Kun-dener-leb-nis", "what is doubtful isn't broken");
        // The patterns' own rules for American English.
        for word in ["cus-tomer", "sat-is-fac-tion", "hy-phen-ation", "ex-pe-ri-ence"] {
            assert_eq!(syllables(&word.replace('-', ""), Language::En), word);
        }
    }

    #[test]
    fn widths_are_those_of_the_font() {
        assert!((text_width("Hi, W", 10.0, false) - (7.22 + 2.22 + 2.78 + 2.78 + 9.44) * PLAIN).abs() < 1e-9);
        assert!(text_width("m", 10.0, true) > text_width("m", 10.0, false));
        assert!(text_width("\u{200b}\u{301}", 10.0, false).abs() < 1e-9);
    }

    proptest! {
        #[test]
        fn lines_are_no_wider_than_told_and_hold_the_whole_text(
            text in "\\PC{0,60}|[a-zA-Zäöüß ]{0,80}|.{0,40}",
            width in 20.0..200.0_f64,
            language in prop::option::of(prop::sample::select(Language::ALL.to_vec())),
        ) {
            let lines = wrap(&text, width, 13.0, false, language);
            let bare = |text: &str| text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '\u{ad}')).collect::<String>();
            prop_assert_eq!(bare(&lines.concat()), bare(&text));
            for line in lines {
                prop_assert!(text_width(&line, 13.0, false) <= width || line.chars().filter(|c| char_width(*c) > 0.0).count() <= 1, "{:?}", line);
            }
        }

        #[test]
        fn a_broken_word_joined_again_is_the_word(word in "[a-zA-ZäöüßéÄÖÜ]{1,60}", width in 20.0..120.0_f64) {
            for language in Language::ALL {
                let lines = wrap(&word, width, 13.0, false, Some(language));
                prop_assert_eq!(lines.iter().map(|line| line.trim_end_matches('-')).collect::<String>(), word.as_str());
            }
        }
    }
}
