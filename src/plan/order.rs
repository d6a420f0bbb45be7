//! How records are put in order by what stands in a column, and found by their words.

use std::cmp::Ordering;

/// A text as it is sorted and found: without regard to case, umlauts beside their vowels.
#[must_use]
pub fn plain(text: &str) -> String {
    let plain = |letter: char| match letter {
        'ä' => 'a',
        'ö' => 'o',
        'ü' => 'u',
        letter => letter,
    };
    text.trim().to_lowercase().chars().map(plain).collect()
}

/// A text as it is sorted; none if it is empty.
#[must_use]
pub fn text(text: &str) -> Option<String> {
    Some(plain(text)).filter(|text| !text.is_empty())
}

/// Orders two entries of a column, ascending or not; what has no entry comes last in both directions.
#[must_use]
pub fn entries<T: PartialOrd>(a: Option<T>, b: Option<T>, ascending: bool) -> Ordering {
    match (a, b) {
        (Some(a), Some(b)) => {
            let order = a.partial_cmp(&b).unwrap_or(Ordering::Equal);
            if ascending { order } else { order.reverse() }
        }
        (a, b) => b.is_some().cmp(&a.is_some()),
    }
}

/// Whether each word of a search occurs in one of the texts; a search without words finds everything.
#[must_use]
pub fn finds(search: &str, texts: &[&str]) -> bool {
    if search.trim().is_empty() {
        return true;
    }
    let all: Vec<String> = texts.iter().map(|text| plain(text)).collect();
    search.split_whitespace().map(plain).all(|word| all.iter().any(|text| text.contains(&word)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_must_occur_somewhere_whatever_its_case() {
        assert!(finds("  ", &[]));
        assert!(finds("WARTE hotline", &["Elf Minuten Wartezeit", "Hotline"]));
        assert!(finds("gebuhr", &["Gebühren erst am Ende"]));
        assert!(!finds("warte chat", &["Wartezeit", "Hotline"]));
    }

    #[test]
    fn what_is_missing_comes_last_in_both_directions() {
        for ascending in [true, false] {
            assert_eq!(entries(Some(1), None, ascending), Ordering::Less);
            assert_eq!(entries(None, Some(1), ascending), Ordering::Greater);
            assert_eq!(entries::<u8>(None, None, ascending), Ordering::Equal);
        }
        assert_eq!(entries(Some(1), Some(2), false), Ordering::Greater);
    }
}
