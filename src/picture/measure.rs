//! How wide texts are, and where they break: there is no browser to ask when a picture is laid out.

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

/// Groups of consonants with which a German syllable may begin, the longer ones first.
const ONSETS: [&str; 36] = [
    "schl", "schm", "schn", "schr", "schw", "str", "spr", "sch", "bl", "br", "ch", "cl", "cr", "dr", "fl", "fr", "gl", "gr",
    "kl", "kn", "kr", "pf", "ph", "pl", "pr", "qu", "sp", "st", "th", "tr", "tz", "wr", "zw", "sk", "sl", "sm",
];

/// Width of a text in a size, in the size's unit.
#[must_use]
pub fn text_width(text: &str, size: f64, strong: bool) -> f64 {
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
/// stay; a word that is wider than a line is broken at a syllable, or anywhere if it has none.
#[must_use]
pub fn wrap(text: &str, width: f64, size: f64, strong: bool) -> Vec<String> {
    let measure = |text: &str| text_width(text, size, strong);
    let mut lines = Vec::new();
    for paragraph in text.lines() {
        let mut line = String::new();
        for word in paragraph.split(may_break).filter(|word| !word.is_empty()) {
            let mut rest = word.to_owned();
            loop {
                let gap = if line.is_empty() { "" } else { " " };
                let plain = rest.replace('\u{ad}', "");
                if measure(&line) + measure(gap) + measure(&plain) <= width {
                    line = format!("{line}{gap}{plain}");
                    break;
                }
                if !line.is_empty() {
                    lines.push(std::mem::take(&mut line));
                    continue;
                }
                let (head, tail) = break_word(&rest, width, &measure);
                lines.push(head);
                rest = tail;
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

/// Takes as much off the beginning of a word as fits: one character at least.
fn break_word(word: &str, width: f64, measure: &dyn Fn(&str) -> f64) -> (String, String) {
    let chars: Vec<char> = word.chars().collect();
    let upto = |end: usize| chars[..end].iter().filter(|c| **c != '\u{ad}').collect::<String>();
    let fits = |end: usize, hyphen: &str| measure(&upto(end)) + measure(hyphen) <= width;
    let mut longest = 1;
    while longest + 1 < chars.len() && fits(longest + 1, "") {
        longest += 1;
    }
    let split = |end: usize, hyphen: &str| (format!("{}{hyphen}", upto(end)), chars[end..].iter().collect());
    for end in (2..=longest).rev() {
        match chars[end - 1] {
            '\u{ad}' if fits(end, "-") => return split(end, "-"),
            '-' | '/' | '@' | '_' | '.' | '\u{200b}' | '\u{a0}' | '\u{202f}' => return split(end, ""),
            _ => {}
        }
    }
    for end in (3..=longest).rev() {
        if chars.len() - end >= 3 && begins_syllable(&chars, end) && fits(end, "-") {
            return split(end, "-");
        }
    }
    // What stands over or joins its neighbour stays with it.
    let joined = |c: char| char_width(c) == 0.0;
    let mut end = longest;
    while end > 1 && (joined(chars[end]) || joined(chars[end - 1])) {
        end -= 1;
    }
    split(if end > 1 { end } else { longest }, "")
}

/// Whether a syllable of a Latin word may begin at a position: with as many consonants as can begin one, and a vowel.
fn begins_syllable(chars: &[char], at: usize) -> bool {
    let is_vowel = |c: char| "aeiouyäöüáàâéèêíóôú".contains(c);
    let lower = |index: usize| chars.get(index).copied().and_then(|c| c.to_lowercase().next()).unwrap_or(' ');
    let is_consonant = |c: char| c.is_ascii_lowercase() && !is_vowel(c) || c == 'ß';
    let mut end = at;
    while is_consonant(lower(end)) {
        end += 1;
    }
    if end == at || !is_vowel(lower(end)) || !chars[..at].iter().any(|c| is_vowel(c.to_ascii_lowercase())) {
        return false;
    }
    let is_onset = |from: usize| {
        let group: String = (from..end).map(lower).collect();
        end - from == 1 || ONSETS.contains(&&*group)
    };
    is_onset(at) && !(is_consonant(lower(at - 1)) && is_onset(at - 1)) && lower(at - 1).is_alphabetic()
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
            ("bis 2,3\u{a0}%", 50.0, &["bis", "2,3\u{a0}%"]),
        ] {
            assert_eq!(wrap(text, width, 13.0, false), expected, "{text}");
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
        fn lines_are_no_wider_than_told_and_hold_the_whole_text(text in "\\PC{0,60}|[a-zäöü ]{0,80}|.{0,40}", width in 20.0..200.0_f64) {
            let lines = wrap(&text, width, 13.0, false);
            let bare = |text: &str| text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '\u{ad}')).collect::<String>();
            prop_assert_eq!(bare(&lines.concat()), bare(&text));
            for line in lines {
                prop_assert!(text_width(&line, 13.0, false) <= width || line.chars().filter(|c| char_width(*c) > 0.0).count() <= 1, "{:?}", line);
            }
        }
    }
}
