//! Names of exported files.

use crate::plan::Day;

/// Most characters of a part of a name.
const PART_LEN_MAX: usize = 60;

/// A part of a file's name: the beginning of a text without what file systems don't like; empty if nothing else is in it.
#[must_use]
pub fn name_part(text: &str) -> String {
    let kept: String = text.chars().map(|c| if c.is_control() || "/\\:*?\"<>|".contains(c) { ' ' } else { c }).collect();
    let kept: String = kept.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(PART_LEN_MAX).collect();
    kept.trim_matches(['.', ' ', '-']).to_owned()
}

/// A file's name of its parts, the day and an ending such as `csv`: `CX-Plan - Umzug und Stromwechsel - 2025-03-01.csv`.
/// Parts of which nothing is left ([`name_part`]) are left out.
#[must_use]
pub fn file_name(parts: &[&str], day: Day, ending: &str) -> String {
    let parts = parts.iter().map(|part| name_part(part)).filter(|part| !part.is_empty());
    format!("{}.{ending}", parts.chain([day.to_string()]).collect::<Vec<_>>().join(" - "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(parts: &[&str], expected: &str) {
        assert_eq!(file_name(parts, Day::new(2025, 3, 1).unwrap(), "csv"), expected);
    }

    #[test]
    fn a_file_is_named_after_its_parts_and_the_day() {
        check(&["CX-Plan", "Umzug und Wechsel"], "CX-Plan - Umzug und Wechsel - 2025-03-01.csv");
        check(&["", " ../..\\ "], "2025-03-01.csv");
        check(&["a/b:c*d?\"e\"<f>|g", "x\ny"], "a b c d e f g - x y - 2025-03-01.csv");
        check(&[&"ä".repeat(500)], &format!("{} - 2025-03-01.csv", "ä".repeat(60)));
    }
}
