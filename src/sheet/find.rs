//! Where a text stands in a map.

use super::MapSheet;
use crate::plan::is_unseen;

/// A place in a map where a text stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Hit {
    /// The title of the stage that begins in a column of the map's sheet.
    Stage(usize),
    /// A cell, as row and column of the map's sheet.
    Cell(usize, usize),
}

/// Where a text stands in a map: touchpoint by touchpoint, as the journey runs, each from above to below, a stage's title
/// before its first. Case and what can't be seen don't count; an empty text is nowhere.
#[must_use]
pub fn find(sheet: &MapSheet, text: &str) -> Vec<Hit> {
    let wanted = folded(text.trim());
    if wanted.is_empty() {
        return Vec::new();
    }
    let has = |text: &str| folded(text).contains(&wanted);
    let hits = (1..sheet.columns()).flat_map(|column| {
        let stage = sheet.stage_title(column).filter(|title| has(title)).map(|_| Hit::Stage(column));
        let cells = (0..sheet.rows()).filter(move |row| has(&sheet.text(*row, column))).map(move |row| Hit::Cell(row, column));
        stage.into_iter().chain(cells)
    });
    hits.collect()
}

/// A text as it is compared: in small letters, without soft hyphens and other characters of no width, lines as one.
fn folded(text: &str) -> String {
    let seen = text.chars().filter(|c| c.is_whitespace() || !is_unseen(*c));
    let text: String = seen.map(|c| if c.is_whitespace() { ' ' } else { c }).collect();
    text.to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::*;
    use crate::texts::Language;
    use std::sync::Arc;

    #[test]
    fn hits_are_given_touchpoint_by_touchpoint() {
        let mut plan = Plan::new(PlanId::standard("p"), "");
        let mut journey = Journey::new(JourneyId::standard("j"), "");
        let mut stage = Stage::new(StageId::standard("s"), None);
        stage.title = "Wartezeit".to_owned();
        let action = LaneId::standard("action");
        for (id, title, text) in [("a", "Hotline", "Ruft\nan"), ("b", "", "die HOT\u{ad}line \u{200b}ruft"), ("c", "", "wartet")]
        {
            let texts = [(action.clone(), text.to_owned())].into();
            stage.steps.push(Arc::new(Step { title: title.to_owned(), texts, ..Step::new(StepId::standard(id)) }));
        }
        journey.stages.push(stage);
        journey.stages.push(Stage::new(StageId::standard("unnamed"), None));
        plan.journeys.insert(journey.clone());
        let find = |text: &str| find(&MapSheet::new(&plan, Language::De.texts(), &journey), text);
        assert_eq!(find(" hotline "), [Hit::Cell(0, 1), Hit::Cell(1, 2)]);
        assert_eq!(find("ruft an"), [Hit::Cell(1, 1)]);
        assert_eq!(find("RUFT"), [Hit::Cell(1, 1), Hit::Cell(1, 2)]);
        assert_eq!(find("warte"), [Hit::Stage(1), Hit::Cell(1, 3)]);
        assert!(find(Language::De.texts().terms.unnamed).is_empty(), "what stands for a title isn't one");
        assert!(find("").is_empty() && find("\u{200b}").is_empty() && find("nirgends").is_empty());
    }
}
