//! The list of voices as a table for other programs.

use crate::export::Cell;
use crate::listing::voices::{VoiceColumn, backed_by};
use crate::plan::{Plan, VoiceId};
use crate::texts::Texts;

/// The voices as rows under a header, in the order given.
#[must_use]
pub fn voices_table(plan: &Plan, ids: &[VoiceId], texts: &Texts) -> Vec<Vec<Cell>> {
    let words = &texts.voices;
    let header = [
        (words.column)(VoiceColumn::On),
        (words.column)(VoiceColumn::Text),
        words.origin,
        (words.column)(VoiceColumn::Touchpoint),
        (words.column)(VoiceColumn::Topics),
        (words.column)(VoiceColumn::Sentiment),
        (words.column)(VoiceColumn::State),
        words.owner,
        words.findings,
    ];
    let row = |id: &VoiceId| {
        let voice = plan.voices.get(id)?;
        let touchpoint = voice.touchpoint.as_ref().and_then(|id| plan.touchpoints.get(id));
        let backed = backed_by(plan, id);
        let findings: Vec<&str> = backed.iter().filter_map(|key| Some(plan.finding(key)?.text)).collect();
        Some(vec![
            Cell::from(voice.on.map(|day| day.to_string()).unwrap_or_default()),
            Cell::from(voice.text.as_str()),
            Cell::from(voice.origin.map(words.origin_name)),
            Cell::from(touchpoint.map(|touchpoint| touchpoint.name.as_str()).unwrap_or_default()),
            Cell::from(voice.topics.join(", ")),
            Cell::from(voice.sentiment.map(words.sentiment_name)),
            Cell::from((words.state_name)(voice.state)),
            Cell::from(voice.owner.as_str()),
            Cell::from(findings.join(", ")),
        ])
    };
    std::iter::once(header.map(Cell::from).to_vec()).chain(ids.iter().filter_map(row)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::write_csv;
    use crate::plan::{Day, PainPoint, PainPointId, PlanId, Sentiment, Voice};
    use crate::texts::Language;

    #[test]
    fn each_voice_is_a_row_and_no_text_becomes_a_formula() {
        let mut plan = Plan::new(PlanId::standard("p"), "");
        let id = VoiceId::standard("v");
        let said = Voice::new(id.clone(), "=1+1", Day::parse("2025-05-03"));
        plan.voices.insert(Voice { sentiment: Some(Sentiment::Negative), topics: vec!["Warten".to_owned()], ..said });
        let pain_point = PainPoint::new(PainPointId::standard("p"), "Lange Wartezeit", Vec::new());
        plan.pain_points.insert(PainPoint { voices: vec![id.clone()], ..pain_point });
        let csv = write_csv(Language::De, &voices_table(&plan, &[id], Language::De.texts()));
        let lines: Vec<&str> = csv.trim_start_matches('\u{feff}').split("\r\n").collect();
        assert_eq!(lines[1], "2025-05-03;'=1+1;;;Warten;verärgert;neu;;Lange Wartezeit");
    }
}
