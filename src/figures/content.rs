//! What a content plan covers: information needs by phase and intent, and the questions in journeys that nothing answers.

use crate::plan::{Content, Intent, JourneyId, JourneyKind, LaneId, Phase, Plan, StepId, SubPhaseId, name_key};
use std::collections::{BTreeMap, HashSet};

/// What people want who search: about 80 % want to learn something, 10 % to get somewhere, 10 % to do something (B.
/// Jansen, D. Booth, A. Spink, "Determining the informational, navigational, and transactional intent of Web queries",
/// Information Processing & Management 44(3), 2008).
#[must_use]
pub fn usual_share(intent: Intent) -> f64 {
    match intent {
        Intent::Informational => 0.8,
        Intent::Navigational | Intent::Transactional => 0.1,
    }
}

/// How contents spread over intents.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct IntentShare {
    /// The intent.
    pub intent: Intent,
    /// Contents with it.
    pub count: usize,
    /// Their share of all that have an intent, 0 to 1; none: none has.
    pub share: Option<f64>,
    /// How many more are needed for the usual share, the others staying as they are.
    pub lacking: usize,
}

/// The contents by intent.
#[must_use]
pub fn intent_shares(plan: &Plan) -> [IntentShare; 3] {
    let of = |intent| plan.contents.iter().filter(|content| content.intent == Some(intent)).count();
    let counts = Intent::ALL.map(of);
    let all: usize = counts.iter().sum();
    let mut shares = Intent::ALL.into_iter().zip(counts).map(|(intent, count)| {
        let usual = usual_share(intent);
        // (count + lacking) / (all + lacking) = usual
        let lacking = (usual * all as f64 - count as f64) / (1.0 - usual);
        IntentShare {
            intent,
            count,
            share: (all > 0).then(|| count as f64 / all as f64),
            lacking: if all > 0 { (lacking - 1e-9).ceil().max(0.0) as usize } else { 0 },
        }
    });
    std::array::from_fn(|_| shares.next().expect("BUG: three intents"))
}

/// The sub-phases of the buying process, each with the number of its contents by intent.
#[must_use]
pub fn contents_by_phase(plan: &Plan) -> Vec<(SubPhaseId, [usize; 3])> {
    let count = |sub_phase: &SubPhaseId, intent| {
        let is_here = |content: &&std::sync::Arc<Content>| content.sub_phase.as_ref() == Some(sub_phase);
        plan.contents.iter().filter(is_here).filter(|content| content.intent == Some(intent)).count()
    };
    let ids = plan.sub_phases_in(Phase::Acquisition).map(|sub_phase| sub_phase.id.clone());
    ids.map(|id| {
        let counts = Intent::ALL.map(|intent| count(&id, intent));
        (id, counts)
    })
    .collect()
}

/// A question of customers in a journey that no content answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenQuestion {
    /// The question.
    pub text: String,
    /// The journey and the step in which it is asked first.
    pub asked: (JourneyId, StepId),
    /// The sub-phase of that step's stage.
    pub sub_phase: Option<SubPhaseId>,
}

/// The questions in journeys as they are that no content answers, each once, those of the buying process first. A
/// content answers a question if its need has the same words, whatever their case.
#[must_use]
pub fn open_questions(plan: &Plan) -> Vec<OpenQuestion> {
    let lane = LaneId::standard("question");
    let mut known: HashSet<String> = plan.contents.iter().map(|content| name_key(&content.need)).collect();
    let mut found: BTreeMap<Option<Phase>, Vec<OpenQuestion>> = BTreeMap::new();
    for journey in plan.journeys.iter().filter(|journey| journey.kind == JourneyKind::AsIs) {
        for stage in &journey.stages {
            let phase = plan.phase_of(stage.sub_phase.as_ref());
            for step in &stage.steps {
                let Some(text) = step.texts.get(&lane).map(|text| text.trim()).filter(|text| !text.is_empty()) else { continue };
                if known.insert(name_key(text)) {
                    let asked = (journey.id.clone(), step.id.clone());
                    let question = OpenQuestion { text: text.to_owned(), asked, sub_phase: stage.sub_phase.clone() };
                    found.entry(phase).or_default().push(question);
                }
            }
        }
    }
    let last = found.remove(&None);
    found.into_values().chain(last).flatten().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{ContentId, Journey, PlanId, Stage, StageId, Step};
    use std::sync::Arc;

    fn plan(intents: &[(Intent, usize)]) -> Plan {
        let mut plan = Plan::new(PlanId::standard("p"), "");
        for (intent, count) in intents {
            for _ in 0..*count {
                let id = ContentId::standard(&format!("c{}", plan.contents.len()));
                let sub_phase = Some(SubPhaseId::standard("awareness"));
                plan.contents.insert(Content { intent: Some(*intent), ..Content::new(id, "", sub_phase) });
            }
        }
        plan
    }

    #[test]
    fn what_lacks_for_the_usual_shares_is_counted() {
        #[track_caller]
        fn check(counts: [usize; 3], lacking: [usize; 3]) {
            let intents: Vec<_> = Intent::ALL.into_iter().zip(counts).collect();
            assert_eq!(intent_shares(&plan(&intents)).map(|share| share.lacking), lacking);
        }
        check([0, 0, 0], [0, 0, 0]);
        check([8, 1, 1], [0, 0, 0]);
        check([3, 1, 1], [5, 0, 0]);
        check([8, 2, 0], [0, 0, 2]);
        check([0, 0, 1], [4, 1, 0]);
        // 14 of 16 inform; (0 + 2) / (16 + 2) reaches 10 %.
        check([14, 0, 2], [0, 2, 0]);
    }

    #[test]
    fn a_share_is_a_share_of_what_has_an_intent() {
        let mut plan = plan(&[(Intent::Informational, 3), (Intent::Transactional, 1)]);
        plan.contents.insert(Content::new(ContentId::standard("without"), "", None));
        assert_eq!(intent_shares(&plan).map(|share| share.share), [Some(0.75), Some(0.0), Some(0.25)]);
        assert_eq!(contents_by_phase(&plan)[0], (SubPhaseId::standard("awareness"), [3, 0, 1]));
        assert_eq!(contents_by_phase(&plan).len(), 3);
    }

    #[test]
    fn questions_of_the_buying_process_come_first_and_go_when_they_are_answered() {
        let mut plan = Plan::new(PlanId::standard("p"), "");
        let mut journey = Journey::new(JourneyId::standard("j"), "");
        for (sub_phase, questions) in [
            ("use", &["Where?"][..]),
            ("awareness", &["What is it?", " what is IT? ", ""]),
            ("", &["Who?"]),
            ("decision", &["How much?"]),
        ] {
            let id = if sub_phase.is_empty() { "none" } else { sub_phase };
            let mut stage = Stage::new(StageId::standard(id), (!sub_phase.is_empty()).then(|| SubPhaseId::standard(sub_phase)));
            for (at, question) in questions.iter().enumerate() {
                let mut step = Step::new(StepId::standard(&format!("{id}-{at}")));
                step.texts.insert(LaneId::standard("question"), (*question).to_owned());
                stage.steps.push(Arc::new(step));
            }
            journey.stages.push(stage);
        }
        plan.journeys.insert(journey);
        let texts = |plan: &Plan| open_questions(plan).into_iter().map(|question| question.text).collect::<Vec<_>>();
        assert_eq!(texts(&plan), ["What is it?", "How much?", "Where?", "Who?"]);
        plan.contents.insert(Content::new(ContentId::standard("c"), "HOW MUCH?", None));
        assert_eq!(texts(&plan), ["What is it?", "Where?", "Who?"]);
        assert_eq!(open_questions(&plan)[1].asked.1, StepId::standard("use-0"));
    }
}
