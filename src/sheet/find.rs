//! Where a text stands in a map.

use super::MapSheet;

/// The cells of a map that hold a text, as row and column of its sheet: touchpoint by touchpoint, as the journey runs,
/// each from above to below. Case and what can't be seen don't count; an empty text is nowhere.
#[must_use]
pub fn find_cells(sheet: &MapSheet, text: &str) -> Vec<(usize, usize)> {
    let wanted = folded(text.trim());
    if wanted.is_empty() {
        return Vec::new();
    }
    let cells = (1..sheet.columns()).flat_map(|column| (0..sheet.rows()).map(move |row| (row, column)));
    cells.filter(|(row, column)| folded(&sheet.text(*row, *column)).contains(&wanted)).collect()
}

/// A text as it is compared: in small letters, without soft hyphens and characters of no width, lines as one.
fn folded(text: &str) -> String {
    let seen = text.chars().filter(|c| !matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}'));
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
        let action = LaneId::standard("action");
        for (id, title, text) in [("a", "Hotline", "Ruft\nan"), ("b", "", "die HOT\u{ad}line \u{200b}ruft"), ("c", "", "wartet")]
        {
            let texts = [(action.clone(), text.to_owned())].into();
            stage.steps.push(Arc::new(Step { title: title.to_owned(), texts, ..Step::new(StepId::standard(id)) }));
        }
        journey.stages.push(stage);
        plan.journeys.insert(journey.clone());
        let find = |text: &str| find_cells(&MapSheet::new(&plan, Language::De.texts(), &journey), text);
        assert_eq!(find(" hotline "), [(0, 1), (1, 2)]);
        assert_eq!(find("ruft an"), [(1, 1)]);
        assert_eq!(find("RUFT"), [(1, 1), (1, 2)]);
        assert!(find("").is_empty() && find("\u{200b}").is_empty() && find("nirgends").is_empty());
    }
}
