//! Which end of a scale is the good one, as far as the words of a question tell.

use crate::plan::{KpiKind, Scale, ScaleEnd};

/// Beginnings of words for what was easy.
const EASY: [&str; 6] = ["leicht", "einfach", "mühelos", "easy", "easier", "effortless"];
/// Beginnings of words for what was hard, or cost something.
const HARD: [&str; 10] =
    ["aufwand", "mühe", "schwierig", "schwer", "kompliziert", "umständlich", "effort", "difficult", "complicated", "anstreng"];
/// Words that make little of an effort.
const LITTLE: [&str; 11] =
    ["wenig", "gering", "geringe", "geringer", "geringem", "kaum", "niedrig", "ohne", "little", "low", "minimal"];
/// Words that ask how much it was, whatever else they offer.
const MUCH: [&str; 10] = ["hoch", "hohe", "hoher", "hohen", "groß", "viel", "high", "much", "great", "large"];
/// Words for the score itself, of which the usual one is high where it was easy.
const SCORE: [&str; 2] = ["score", "ces"];
/// Words for school grades, of which the lowest is the best.
const GRADES: [&str; 7] = ["note", "noten", "schulnote", "schulnoten", "grade", "grades", "benotung"];
/// The highest answer of German school grades, which begin with 1.
const WORST_GRADE: u8 = 6;

/// Which end of a scale is the good one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Direction {
    /// The end that means easy, or most satisfied.
    pub good: ScaleEnd,
    /// Whether it is sure; otherwise the user is asked to confirm it.
    pub sure: bool,
}

/// Which end of the scale of a question is the good one, by the KPI's kind and the question's words. Effort is asked for
/// in both directions ("it was easy", "how much effort"), and German school grades begin with the best.
#[must_use]
pub fn direction(kind: &KpiKind, question: &str) -> Direction {
    let question = question.to_lowercase();
    let words: Vec<&str> = question.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let has = |known: &[&str]| words.iter().any(|word| known.contains(word));
    match kind {
        KpiKind::Ces(ces) if let Some(good) = told_end(&question, ces.scale) => Direction { good, sure: true },
        KpiKind::Ces(_) => {
            // What was effortless is no effort, and neither is little of it.
            let little = has(&LITTLE) && !has(&MUCH);
            let easy = little || words.iter().any(|word| begins(word, &EASY));
            let hard = !little && words.iter().any(|word| begins(word, &HARD) && !begins(word, &EASY));
            let costs = hard && !easy && !has(&SCORE);
            Direction { good: if costs { ScaleEnd::Low } else { ScaleEnd::High }, sure: easy && !hard }
        }
        KpiKind::Csat(csat) => {
            let (grades, scale) = (has(&GRADES), csat.scale());
            let good = if grades { ScaleEnd::Low } else { ScaleEnd::High };
            Direction { good, sure: !grades && (scale.low(), scale.high()) != (1, WORST_GRADE) }
        }
        _ => Direction { good: ScaleEnd::High, sure: true },
    }
}

/// The end that is easy where the question names it: "1 = sehr leicht, 5 = sehr schwer".
fn told_end(question: &str, scale: Scale) -> Option<ScaleEnd> {
    let mut ends = question.split([',', ';', '(', ')', '/']).filter_map(|part| {
        let (number, words) = part.split_once(['=', ':'])?;
        let number: u8 = number.split_whitespace().last()?.parse().ok()?;
        let is = |known: &[&str]| words.split_whitespace().any(|word| begins(word, known));
        match (is(&EASY), is(&HARD)) {
            (true, false) if number == scale.low() => Some(ScaleEnd::Low),
            (true, false) if number == scale.high() => Some(ScaleEnd::High),
            (false, true) if number == scale.low() => Some(ScaleEnd::High),
            (false, true) if number == scale.high() => Some(ScaleEnd::Low),
            _ => None,
        }
    });
    let first = ends.next()?;
    ends.all(|end| end == first).then_some(first)
}

fn begins(word: &str, with: &[&str]) -> bool {
    with.iter().any(|start| word.starts_with(start))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Ces, Csat, Scale};

    #[test]
    fn the_words_of_a_question_about_effort_tell_which_end_is_easy() {
        for (question, good, sure) in [
            ("Das Unternehmen hat es mir leicht gemacht, mein Anliegen zu lösen.", ScaleEnd::High, true),
            ("Leicht gelöst (1-7)", ScaleEnd::High, true),
            ("The company made it easy for me", ScaleEnd::High, true),
            ("Ich hatte wenig Aufwand", ScaleEnd::High, true),
            ("It took me little effort", ScaleEnd::High, true),
            ("It was effortless", ScaleEnd::High, true),
            ("Wie leicht oder schwierig war es?", ScaleEnd::High, false),
            ("Wie hoch war Ihr Aufwand?", ScaleEnd::Low, false),
            ("Wie hoch oder gering war Ihr Aufwand?", ScaleEnd::Low, false),
            ("Aufwand", ScaleEnd::Low, false),
            ("Wie viel Mühe hatten Sie?", ScaleEnd::Low, false),
            ("How much effort did it take?", ScaleEnd::Low, false),
            ("How difficult was it?", ScaleEnd::Low, false),
            ("Customer Effort Score", ScaleEnd::High, false),
            ("Frage 3, vielleicht", ScaleEnd::High, false),
            ("Wie leicht war es (1 = sehr leicht, 7 = sehr schwer)?", ScaleEnd::Low, true),
            ("How easy was it? (1 = very difficult, 7 = very easy)", ScaleEnd::High, true),
            ("Wie leicht oder schwer (1 = leicht, 7 = leicht)?", ScaleEnd::High, false),
            ("Wie leicht oder schwer war es?", ScaleEnd::High, false),
        ] {
            assert_eq!(direction(&KpiKind::Ces(Ces::USUAL), question), Direction { good, sure }, "{question}");
        }
    }

    #[test]
    fn satisfaction_on_a_scale_of_school_grades_is_to_be_confirmed() {
        for (high, question, good, sure) in [
            (5, "Wie zufrieden sind Sie?", ScaleEnd::High, true),
            (6, "Wie zufrieden sind Sie?", ScaleEnd::High, false),
            (6, "Wie zufrieden sind Sie (Schulnote)?", ScaleEnd::Low, false),
            (5, "Ihre Note für unsere Hotline: Zufriedenheit", ScaleEnd::Low, false),
        ] {
            let kind = KpiKind::Csat(Csat::usual(Scale::new(1, high).unwrap()));
            assert_eq!(direction(&kind, question), Direction { good, sure }, "{question}");
        }
        assert_eq!(direction(&KpiKind::Nps, "Aufwand"), Direction { good: ScaleEnd::High, sure: true });
    }
}
