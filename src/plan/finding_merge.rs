//! Pain points or opportunities that say the same, made one.

use super::{Finding, FindingKey, MeasureId, PainPointState, Plan, name_key};
use std::collections::HashSet;

impl Plan {
    /// Makes one of several pain points, or of several opportunities: the first takes in the others, which go. It has all
    /// their texts and notes, each once, and all their touchpoints, goals and voices; it weighs as much and is met as
    /// often as the one of them that does most; their measures answer it. It is planned if one of them is, and else solved
    /// only if all are. Gives the number of those taken in: none, and nothing changes, where pain points and opportunities
    /// are mixed or there is nothing to take in.
    pub fn merge_findings(&mut self, keys: &[FindingKey]) -> usize {
        let Some(first) = keys.first() else { return 0 };
        let mut seen = HashSet::new();
        let keys: Vec<&FindingKey> = keys.iter().filter(|key| self.finding(key).is_some() && seen.insert(*key)).collect();
        if keys.len() < 2 || keys[0] != first || keys.iter().any(|key| key.kind() != first.kind()) {
            return 0;
        }
        let before = self.clone();
        let all: Vec<Finding> = keys.iter().filter_map(|key| before.finding(key)).collect();
        self.change_finding(first, |one| {
            *one.text = joined(all.iter().map(|it| it.text));
            *one.evidence_note = joined(all.iter().map(|it| it.evidence_note));
            *one.weight = all.iter().filter_map(|it| it.weight).max();
            *one.frequency = all.iter().filter_map(|it| it.frequency).max();
            *one.evidence = all.iter().find_map(|it| it.evidence);
            *one.touchpoints = united(all.iter().map(|it| it.touchpoints));
            *one.goals = united(all.iter().map(|it| it.goals));
            *one.voices = united(all.iter().map(|it| it.voices));
            *one.state = state(&all);
        });
        let answering = |key: &&FindingKey| self.measures_for(key).map(|measure| measure.id.clone()).collect::<Vec<_>>();
        let measures: HashSet<MeasureId> = keys[1..].iter().flat_map(answering).collect();
        for id in measures {
            self.measures.update(&id, |measure| measure.set_answers(first, true));
        }
        for key in &keys[1..] {
            self.delete(&FindingKey::clone(key).into());
        }
        keys.len() - 1
    }
}

/// Texts one below the other, each once.
fn joined<'a>(texts: impl Iterator<Item = &'a str>) -> String {
    let mut seen = HashSet::new();
    let texts = texts.filter(|text| !text.trim().is_empty() && seen.insert(name_key(text)));
    texts.collect::<Vec<_>>().join("\n")
}

/// All entries of some lists, each once.
fn united<'a, T: Clone + PartialEq + 'a>(lists: impl Iterator<Item = &'a [T]>) -> Vec<T> {
    let mut all: Vec<T> = Vec::new();
    for entry in lists.flatten() {
        if !all.contains(entry) {
            all.push(entry.clone());
        }
    }
    all
}

fn state(all: &[Finding]) -> PainPointState {
    let any = |state: PainPointState| all.iter().any(|it| it.state == state);
    match (any(PainPointState::Planned), any(PainPointState::Open)) {
        (true, _) => PainPointState::Planned,
        (false, true) => PainPointState::Open,
        (false, false) => PainPointState::Solved,
    }
}

#[cfg(test)]
mod tests {
    use crate::plan::arbitrary::{edited, edits, plan as any_plan};
    use crate::plan::*;
    use proptest::prelude::*;

    /// Three pain points and three opportunities, at touchpoints, with goals, voices and measures.
    fn plan() -> Plan {
        let mut plan = Plan::new(PlanId::standard("p"), "");
        for id in ["hotline", "chat"] {
            plan.touchpoints.insert(Touchpoint::new(TouchpointId::standard(id), id));
            plan.voices.insert(Voice::new(VoiceId::standard(id), id, None));
            plan.goals.insert(Goal::new(GoalId::standard(id), id, None));
        }
        for (kind, keys) in all().into_iter().enumerate() {
            let at = |id: &str| vec![TouchpointId::standard(id)];
            for (key, (text, place)) in keys.iter().zip([("Wartet", "hotline"), ("Hängt", "chat"), (" wartet", "hotline")]) {
                plan.add_finding(key, text, at(place));
                plan.change_finding(key, |finding| {
                    finding.voices.push(VoiceId::standard(place));
                    finding.goals.push(GoalId::standard(place));
                });
            }
            plan.change_finding(&keys[1], |finding| {
                (*finding.weight, *finding.frequency) = (Some(4), Some(Frequency::Often));
                (*finding.evidence, *finding.state) = (Some(Evidence::Survey), PainPointState::Solved);
                "6 von 8".clone_into(finding.evidence_note);
            });
            plan.change_finding(&keys[2], |finding| *finding.weight = Some(2));
            for (at, key) in keys.iter().enumerate() {
                let mut measure = Measure::new(MeasureId::standard(&format!("m{kind}{at}")), "", None);
                measure.set_answers(key, true);
                measure.set_answers(&keys[2], true);
                plan.measures.insert(measure);
            }
        }
        plan
    }

    fn all() -> [[FindingKey; 3]; 2] {
        let ids = ["a", "b", "c"];
        [ids.map(|id| PainPointId::standard(id).into()), ids.map(|id| OpportunityId::standard(&format!("o{id}")).into())]
    }

    #[test]
    fn one_has_all_that_the_others_had() {
        for keys in all() {
            let mut plan = plan();
            let untouched: Vec<_> = all().into_iter().flatten().filter(|key| !keys.contains(key)).collect();
            assert_eq!(plan.merge_findings(&keys), 2);
            let one = plan.finding(&keys[0]).unwrap();
            assert_eq!((one.text, one.evidence_note), ("Wartet\nHängt", "6 von 8"));
            assert_eq!((one.weight, one.frequency, one.evidence), (Some(4), Some(Frequency::Often), Some(Evidence::Survey)));
            assert_eq!(one.touchpoints, ["hotline", "chat"].map(TouchpointId::standard));
            assert_eq!(one.goals, ["hotline", "chat"].map(GoalId::standard));
            assert_eq!(one.voices, ["hotline", "chat"].map(VoiceId::standard));
            assert_eq!(one.state, PainPointState::Open, "it still hurts");
            assert_eq!(plan.measures_for(&keys[0]).count(), 3);
            assert!(keys[1..].iter().all(|key| plan.finding(key).is_none()));
            assert!(untouched.iter().all(|key| plan.finding(key).is_some()));
            assert_eq!(plan.dangling(), []);
        }
    }

    #[test]
    fn what_is_planned_stays_planned_and_solved_is_what_is_solved_everywhere() {
        use PainPointState::{Open, Planned, Solved};
        for (states, expected) in [([Open, Planned], Planned), ([Solved, Planned], Planned), ([Solved, Solved], Solved)] {
            let mut plan = plan();
            let keys = &all()[0][..2];
            for (key, state) in keys.iter().zip(states) {
                plan.change_finding(key, |finding| *finding.state = state);
            }
            assert_eq!(plan.merge_findings(keys), 1);
            assert_eq!(plan.finding(&keys[0]).unwrap().state, expected);
        }
    }

    #[test]
    fn nothing_changes_where_there_is_nothing_to_merge() {
        let [pain_points, opportunities] = all();
        let gone = FindingKey::from(PainPointId::standard("gone"));
        let one = pain_points[0].clone();
        let mixed = vec![one.clone(), opportunities[0].clone()];
        let doubled = vec![one.clone(), one.clone()];
        for keys in [vec![], vec![one.clone()], doubled, vec![one.clone(), gone.clone()], vec![gone, one], mixed] {
            let before = plan();
            let mut after = before.clone();
            assert_eq!(after.merge_findings(&keys), 0, "{keys:?}");
            assert!(after.same(&before));
        }
    }

    proptest! {
        #[test]
        fn nothing_that_was_said_is_lost(plan in any_plan(), edits in edits(), count in 0usize..6) {
            let before = edited(&plan, &edits);
            let keys: Vec<FindingKey> =
                before.finding_keys().into_iter().filter(|key| key.kind() == FindingKind::PainPoint).take(count).collect();
            let mut after = before.clone();
            let taken = after.merge_findings(&keys);
            prop_assert_eq!(taken, count.min(keys.len()).saturating_sub(1));
            prop_assert_eq!(after.pain_points.len() + taken, before.pain_points.len());
            prop_assert_eq!(after.dangling(), before.dangling());
            if let Some(one) = keys.first().and_then(|key| after.finding(key)) {
                for was in keys.iter().filter_map(|key| before.finding(key)) {
                    prop_assert!(was.touchpoints.iter().all(|id| one.touchpoints.contains(id)));
                    prop_assert!(was.goals.iter().all(|id| one.goals.contains(id)));
                    prop_assert!(one.text.to_lowercase().contains(&name_key(was.text)));
                }
                for measure in keys.iter().flat_map(|key| before.measures_for(key)) {
                    prop_assert!(after.measures.get(&measure.id).is_some_and(|measure| measure.answers(&keys[0])));
                }
            }
        }
    }
}
