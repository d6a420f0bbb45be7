//! Titles of rows by which a table is known as a map.

use crate::plan::STANDARD_LANES;
use crate::texts::Language;

/// What a row of a table holds, by its title.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RowLabel {
    /// Titles of stages.
    Stage,
    /// Names of sub-phases.
    SubPhase,
    /// Names of touchpoints.
    Touchpoint,
    /// Headings of columns where they have their own.
    Heading,
    /// What the standard lane with this id shows.
    Lane(&'static str),
    /// The emotions of a persona, whose name [`persona_of_label`] finds.
    PersonaEmotion,
}

/// Other titles that tables have for the same, in small letters.
const OTHER_TITLES: [(&str, RowLabel); 47] = [
    ("etappen", RowLabel::Stage),
    ("stages", RowLabel::Stage),
    ("phase", RowLabel::Stage),
    ("phasen", RowLabel::Stage),
    ("phases", RowLabel::Stage),
    ("abschnitt", RowLabel::Stage),
    ("abschnitte", RowLabel::Stage),
    ("touchpoints", RowLabel::Touchpoint),
    ("schritt", RowLabel::Touchpoint),
    ("schritte", RowLabel::Touchpoint),
    ("step", RowLabel::Touchpoint),
    ("steps", RowLabel::Touchpoint),
    ("berührungspunkt", RowLabel::Touchpoint),
    ("berührungspunkte", RowLabel::Touchpoint),
    ("kontaktpunkt", RowLabel::Touchpoint),
    ("kontaktpunkte", RowLabel::Touchpoint),
    ("handlungen", RowLabel::Lane("action")),
    ("aktion", RowLabel::Lane("action")),
    ("aktionen", RowLabel::Lane("action")),
    ("actions", RowLabel::Lane("action")),
    ("fragen", RowLabel::Lane("question")),
    ("questions", RowLabel::Lane("question")),
    ("nutzen", RowLabel::Lane("benefit")),
    ("benefit", RowLabel::Lane("benefit")),
    ("kanäle", RowLabel::Lane("channels")),
    ("channels", RowLabel::Lane("channels")),
    ("erwartungen", RowLabel::Lane("expectation")),
    ("expectations", RowLabel::Lane("expectation")),
    ("emotionen", RowLabel::Lane("emotion")),
    ("emotions", RowLabel::Lane("emotion")),
    ("stimmung", RowLabel::Lane("emotion")),
    ("mood", RowLabel::Lane("emotion")),
    ("schmerzpunkt", RowLabel::Lane("pain-points")),
    ("pain point", RowLabel::Lane("pain-points")),
    ("pains", RowLabel::Lane("pain-points")),
    ("painpoints", RowLabel::Lane("pain-points")),
    ("chance", RowLabel::Lane("opportunities")),
    ("opportunity", RowLabel::Lane("opportunities")),
    ("abteilungen", RowLabel::Lane("department")),
    ("departments", RowLabel::Lane("department")),
    ("zuständig", RowLabel::Lane("department")),
    ("kennzahlen", RowLabel::Lane("kpis")),
    ("kpis", RowLabel::Lane("kpis")),
    ("belege", RowLabel::Lane("evidence")),
    ("sub-phase", RowLabel::SubPhase),
    ("subphase", RowLabel::SubPhase),
    ("teilphase", RowLabel::SubPhase),
];

/// A title as it is compared: small letters, without soft hyphens, a colon at its end and superfluous blanks.
#[must_use]
pub fn normal(title: &str) -> String {
    let plain = title.replace('\u{ad}', "").to_lowercase();
    plain.trim().trim_end_matches(':').split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What a row with this title holds, in either language; none: the title isn't known.
#[must_use]
pub fn row_label(title: &str) -> Option<RowLabel> {
    let title = normal(title);
    if title.is_empty() {
        return None;
    }
    for texts in Language::ALL.map(Language::texts) {
        let labels = &texts.output.labels;
        let heads = [
            (labels.stage, RowLabel::Stage),
            (labels.sub_phase, RowLabel::SubPhase),
            (labels.touchpoint, RowLabel::Touchpoint),
            (labels.heading, RowLabel::Heading),
        ];
        if let Some((_, label)) = heads.into_iter().find(|(own, _)| normal(own) == title) {
            return Some(label);
        }
        let is_named = |id: &str| (texts.journeys.lane)(id).is_some_and(|name| normal(name) == title);
        if let Some(lane) = STANDARD_LANES.iter().find(|lane| is_named(lane.id)) {
            return Some(RowLabel::Lane(lane.id));
        }
    }
    let other = OTHER_TITLES.iter().find(|(other, _)| *other == title).map(|(_, label)| *label);
    other.or_else(|| persona_of_label(&title).map(|_| RowLabel::PersonaEmotion))
}

/// The name of the persona whose emotions a row with this title holds, as in `Emotion: Anna`; none: it is another row.
#[must_use]
pub fn persona_of_label(title: &str) -> Option<&str> {
    let (lane, name) = title.split_once(':')?;
    let name = name.trim();
    (!name.is_empty() && row_label(lane) == Some(RowLabel::Lane("emotion"))).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_are_known_in_both_languages_and_in_other_words() {
        for (title, expected) in [
            ("Etappe", Some(RowLabel::Stage)),
            (" stages: ", Some(RowLabel::Stage)),
            ("TOUCHPOINT", Some(RowLabel::Touchpoint)),
            ("Schmerz\u{ad}punkte", Some(RowLabel::Lane("pain-points"))),
            ("Schmerzpunkte", Some(RowLabel::Lane("pain-points"))),
            ("Pain points", Some(RowLabel::Lane("pain-points"))),
            ("Kanäle", Some(RowLabel::Lane("channels"))),
            ("Emotion: Anna", Some(RowLabel::PersonaEmotion)),
            ("Stimmung:  Anna: neu", Some(RowLabel::PersonaEmotion)),
            ("Emotion:", Some(RowLabel::Lane("emotion"))),
            ("Kanal: Anna", None),
            ("", None),
            ("Website", None),
        ] {
            assert_eq!(row_label(title), expected, "{title}");
        }
        assert_eq!(persona_of_label("Emotion: Anna: neu "), Some("Anna: neu"));
    }
}
