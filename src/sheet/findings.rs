//! The list of pain points and opportunities as a table for other programs.

use super::plain_word;
use crate::export::Cell;
use crate::listing::findings::{FindingColumn, FindingIndex};
use crate::plan::{FindingKey, FindingKind, Plan};
use crate::texts::Texts;

/// The findings as rows under a header, in the order given.
#[must_use]
pub fn findings_table(plan: &Plan, keys: &[FindingKey], texts: &Texts) -> Vec<Vec<Cell>> {
    let words = &texts.findings;
    let index = FindingIndex::new(plan);
    let header = [
        words.kind_field,
        (words.column)(FindingColumn::Text),
        (words.column)(FindingColumn::Weight),
        words.frequency,
        words.state,
        words.touchpoints,
        words.phases_column,
        words.sub_phases_column,
        words.departments,
        words.journeys_column,
        words.personas_column,
        words.evidence,
        words.evidence_note,
        (words.goals)(FindingKind::PainPoint),
        words.measures,
    ];
    let row = |key: &FindingKey| {
        let finding = plan.finding(key)?;
        let facts = index.facts(key);
        let all = |names: Vec<&str>| Cell::from(names.join(", "));
        Some(vec![
            Cell::from((words.kind)(key.kind())),
            Cell::from(finding.text),
            Cell::from(finding.weight.map(f64::from)),
            Cell::from(finding.frequency.map(words.frequency_of)),
            Cell::from((texts.terms.pain_point_state)(finding.state)),
            all(finding.touchpoints.iter().filter_map(|id| Some(plan.touchpoints.get(id)?.name.as_str())).collect()),
            all(facts.phases.iter().map(|phase| (texts.terms.phase)(*phase)).collect()),
            Cell::from(facts.sub_phases.iter().map(|id| plan.sub_phase_name(id, texts)).collect::<Vec<_>>().join(", ")),
            all(facts.departments.iter().filter_map(|id| Some(plan.departments.get(id)?.name.as_str())).collect()),
            all(facts.journeys.iter().filter_map(|id| Some(plan.journeys.get(id)?.title.as_str())).collect()),
            all(facts.personas.iter().filter_map(|id| Some(plan.personas.get(id)?.name.as_str())).collect()),
            Cell::from(finding.evidence.map(|evidence| plain_word((texts.terms.evidence)(evidence)))),
            Cell::from(finding.evidence_note),
            all(finding.goals.iter().filter_map(|id| Some(plan.goals.get(id)?.title.as_str())).collect()),
            all(facts.measures.iter().filter_map(|id| Some(plan.measures.get(id)?.title.as_str())).collect()),
        ])
    };
    std::iter::once(header.map(Cell::from).to_vec()).chain(keys.iter().filter_map(row)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::write_csv;
    use crate::plan::{Evidence, Frequency, OpportunityId, PainPointId, PlanId, Touchpoint, TouchpointId};
    use crate::texts::Language;

    #[test]
    fn each_finding_is_a_row_and_no_text_becomes_a_formula() {
        let mut plan = Plan::new(PlanId::standard("p"), "");
        let hotline = TouchpointId::standard("hotline");
        plan.touchpoints.insert(Touchpoint::new(hotline.clone(), "Hotline; Inland"));
        let keys: [FindingKey; 2] = [PainPointId::standard("p").into(), OpportunityId::standard("o").into()];
        plan.add_finding(&keys[0], "=1+1", vec![hotline]);
        plan.add_finding(&keys[1], "Rückruf", vec![]);
        plan.change_finding(&keys[0], |finding| (*finding.weight, *finding.frequency) = (Some(5), Some(Frequency::Often)));
        plan.change_finding(&keys[1], |finding| *finding.evidence = Some(Evidence::BehaviourData));
        let csv = write_csv(Language::De, &findings_table(&plan, &keys, Language::De.texts()));
        let lines: Vec<&str> = csv.trim_start_matches('\u{feff}').split("\r\n").collect();
        assert_eq!(lines.len(), 4);
        assert!(lines[0].starts_with("Art;Was Kunden erleben;"), "{}", lines[0]);
        assert_eq!(lines[1], "Schmerzpunkt;'=1+1;5;oft;offen;\"Hotline; Inland\";;;;;;;;;");
        assert_eq!(lines[2], "Chance;Rückruf;;;offen;;;;;;;Verhaltensdaten;;;");
    }
}
