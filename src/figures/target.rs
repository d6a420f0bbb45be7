//! What differs between a journey as it is and the target journey made from it.

use crate::plan::{
    Emotion, Journey, JourneyKind, LaneId, MeasureId, PainPointId, PainPointState, PersonaId, Plan, Step, StepId, TouchpointId,
};
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// Something of a step that differs.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum StepField {
    Touchpoint,
    Title,
    Channels,
    ChannelChange,
    /// The text in a lane.
    Text(LaneId),
    Fulfilment,
    Duration,
    Emotion,
    PersonaEmotions,
    Experience,
    Kpis,
    Evidence,
    MomentOfTruth,
}

/// A step of the journey as it is beside that of the target journey.
#[derive(Clone, Debug, PartialEq)]
pub struct StepPair {
    /// The step as it is; none: the target has a new one.
    pub as_is: Option<Arc<Step>>,
    /// The step as it is to be; none: the target leaves it out.
    pub to_be: Option<Arc<Step>>,
    /// What differs between them.
    pub fields: Vec<StepField>,
}

impl StepPair {
    /// Whether anything differs.
    #[must_use]
    pub fn differs(&self) -> bool {
        self.as_is.is_none() || self.to_be.is_none() || !self.fields.is_empty()
    }

    /// How much better it is to feel, −4 to 4; none: one of them has no emotion.
    #[must_use]
    pub fn emotion_difference(&self) -> Option<f64> {
        let emotion = |step: &Option<Arc<Step>>| step.as_ref().and_then(|step| step.emotion).map(Emotion::value);
        Some(emotion(&self.to_be)? - emotion(&self.as_is)?)
    }

    fn touchpoints(&self) -> impl Iterator<Item = &TouchpointId> {
        self.as_is.iter().chain(&self.to_be).filter_map(|step| step.touchpoint.as_ref())
    }
}

/// What becomes of a pain point of the journey as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Relief {
    /// It hurts no more.
    Solved,
    /// The target journey doesn't lead through its touchpoint.
    LeftOut,
    /// A measure against it is on its way.
    Planned,
    /// Nothing is planned against it.
    Open,
}

/// What differs between a journey as it is and its target journey, and who works on it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TargetChanges {
    /// The steps of both in the order of the target; what it leaves out stands where it was.
    pub pairs: Vec<StepPair>,
    /// The pain points of the journey as it is, those that are dealt with first.
    pub pain_points: Vec<(PainPointId, Relief)>,
    /// Measures at touchpoints of steps that differ, or against pain points that are dealt with.
    pub measures: Vec<MeasureId>,
    /// Touchpoints of steps that differ and that no measure changes.
    pub uncovered: Vec<TouchpointId>,
    /// Personas of the journey as it is that have a curve there and none in the target.
    pub undrawn: Vec<PersonaId>,
}

/// Puts the steps of both journeys side by side. Two are the same step if they have one id, as in a journey made from
/// another, else if they are at the same touchpoint. A persona of which the target draws no curve is not compared: it
/// has still to be drawn, and that is no change.
#[must_use]
pub fn pair_steps(as_is: &Journey, to_be: &Journey) -> Vec<StepPair> {
    let drawn = curves(to_be);
    let mut left: Vec<Option<&Arc<Step>>> = as_is.steps().map(Some).collect();
    let mut partners: Vec<(&Arc<Step>, Option<usize>)> = to_be.steps().map(|step| (step, None)).collect();
    let mut take = |fits: &dyn Fn(&Step) -> bool| {
        let at = left.iter().position(|step| step.is_some_and(|step| fits(step)))?;
        left[at] = None;
        Some(at)
    };
    for (step, partner) in &mut partners {
        *partner = take(&|other| other.id == step.id);
    }
    for (step, partner) in partners.iter_mut().filter(|(_, partner)| partner.is_none()) {
        *partner =
            take(&|other| step.touchpoint.is_some() && other.touchpoint == step.touchpoint && to_be.step(&other.id).is_none());
    }
    let all: Vec<&Arc<Step>> = as_is.steps().collect();
    let mut pairs: Vec<(Option<usize>, StepPair)> = Vec::with_capacity(all.len() + partners.len());
    for (step, partner) in partners {
        let before = partner.map(|at| Arc::clone(all[at]));
        let mut fields = before.as_ref().map(|before| differences(before, step)).unwrap_or_default();
        let feels_else = |before: &Step| drawn.iter().any(|id| before.emotions.get(*id) != step.emotions.get(*id));
        if !before.as_ref().is_some_and(|before| feels_else(before)) {
            fields.retain(|field| *field != StepField::PersonaEmotions);
        }
        pairs.push((partner, StepPair { as_is: before, to_be: Some(Arc::clone(step)), fields }));
    }
    // What is left out stands behind the step that it followed.
    for (at, step) in left.iter().enumerate().filter_map(|(at, step)| Some((at, (*step)?))) {
        let place = at.checked_sub(1).and_then(|before| pairs.iter().position(|(partner, _)| *partner == Some(before)));
        let place = place.map_or(0, |place| place + 1);
        pairs.insert(place, (Some(at), StepPair { as_is: Some(Arc::clone(step)), to_be: None, fields: Vec::new() }));
    }
    pairs.into_iter().map(|(_, pair)| pair).collect()
}

/// The personas that have a curve in a journey.
fn curves(journey: &Journey) -> HashSet<&PersonaId> {
    journey.steps().flat_map(|step| step.emotions.keys()).collect()
}

/// The step of the other journey for each step of a journey that has one there; one of them is the target.
#[must_use]
pub fn partners(own: &Journey, other: &Journey) -> HashMap<StepId, Arc<Step>> {
    let is_target = own.kind == JourneyKind::ToBe;
    let pairs = if is_target { pair_steps(other, own) } else { pair_steps(own, other) };
    let both = pairs.into_iter().filter_map(|pair| pair.as_is.zip(pair.to_be));
    both.map(|(as_is, to_be)| if is_target { (to_be.id.clone(), as_is) } else { (as_is.id.clone(), to_be) }).collect()
}

/// What differs between two steps.
#[must_use]
pub fn differences(a: &Step, b: &Step) -> Vec<StepField> {
    let texts = || {
        let lanes: std::collections::BTreeSet<&LaneId> = a.texts.keys().chain(b.texts.keys()).collect();
        lanes.into_iter().filter(|lane| a.texts.get(*lane) != b.texts.get(*lane)).map(|lane| StepField::Text(lane.clone()))
    };
    let fields = [
        (a.touchpoint != b.touchpoint, StepField::Touchpoint),
        (a.title != b.title, StepField::Title),
        (a.channels != b.channels, StepField::Channels),
        (a.channel_change != b.channel_change, StepField::ChannelChange),
        (a.fulfilment != b.fulfilment, StepField::Fulfilment),
        (a.duration != b.duration, StepField::Duration),
        (a.emotion != b.emotion, StepField::Emotion),
        (a.emotions != b.emotions, StepField::PersonaEmotions),
        (a.experience != b.experience, StepField::Experience),
        (a.kpis != b.kpis, StepField::Kpis),
        (a.evidence != b.evidence, StepField::Evidence),
        (a.moment_of_truth != b.moment_of_truth, StepField::MomentOfTruth),
    ];
    texts().chain(fields.into_iter().filter(|(differs, _)| *differs).map(|(_, field)| field)).collect()
}

/// Tells what differs between a journey as it is and its target journey, and which measures lead there.
#[must_use]
pub fn target_changes(plan: &Plan, as_is: &Journey, to_be: &Journey) -> TargetChanges {
    let pairs = pair_steps(as_is, to_be);
    let changed: Vec<&TouchpointId> = unique(pairs.iter().filter(|pair| pair.differs()).flat_map(StepPair::touchpoints));
    let kept: HashSet<&TouchpointId> = to_be.steps().filter_map(|step| step.touchpoint.as_ref()).collect();
    let mut pain_points: Vec<(PainPointId, Relief)> = Vec::new();
    let before: HashSet<&TouchpointId> = as_is.steps().filter_map(|step| step.touchpoint.as_ref()).collect();
    for pain_point in plan.pain_points.iter().filter(|p| p.touchpoints.iter().any(|id| before.contains(id))) {
        let relief = match pain_point.state {
            PainPointState::Solved => Relief::Solved,
            _ if !pain_point.touchpoints.iter().any(|id| kept.contains(id)) => Relief::LeftOut,
            PainPointState::Planned => Relief::Planned,
            PainPointState::Open => Relief::Open,
        };
        pain_points.push((pain_point.id.clone(), relief));
    }
    pain_points.sort_by_key(|(_, relief)| *relief);
    let dealt_with: HashSet<&PainPointId> =
        pain_points.iter().filter(|(_, relief)| *relief != Relief::Open).map(|(id, _)| id).collect();
    let leads_there = |touchpoints: &[TouchpointId], pains: &[PainPointId]| {
        touchpoints.iter().any(|id| changed.contains(&id)) || pains.iter().any(|id| dealt_with.contains(id))
    };
    let measures = plan.kept_measures().filter(|measure| leads_there(&measure.touchpoints, &measure.pain_points));
    let measures = measures.map(|measure| measure.id.clone()).collect();
    let covered = |touchpoint: &TouchpointId| plan.kept_measures().any(|measure| measure.touchpoints.contains(touchpoint));
    let uncovered = changed.iter().filter(|id| !covered(id)).map(|id| (*id).clone()).collect();
    let (before, after) = (curves(as_is), curves(to_be));
    let undrawn = as_is.personas.iter().filter(|id| before.contains(id) && !after.contains(id)).cloned().collect();
    TargetChanges { pairs, pain_points, measures, uncovered, undrawn }
}

fn unique<'a, T: PartialEq>(all: impl Iterator<Item = &'a T>) -> Vec<&'a T> {
    let mut found: Vec<&T> = Vec::new();
    for one in all {
        if !found.contains(&one) {
            found.push(one);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{JourneyId, JourneyKind, Measure, MeasureStatus, PainPoint, PlanId, Stage, StageId, StepId, Touchpoint};

    /// A journey of one stage; a step by its id, touchpoint and emotion in halves.
    fn journey(steps: &[(&str, &str, i8)]) -> Journey {
        let mut journey = Journey::new(JourneyId::standard("as-is"), "");
        let mut stage = Stage::new(StageId::standard("s"), None);
        for (id, touchpoint, halves) in steps {
            let touchpoint = (!touchpoint.is_empty()).then(|| TouchpointId::standard(touchpoint));
            let emotion = Some(Emotion::from_halves(*halves));
            stage.steps.push(Arc::new(Step { touchpoint, emotion, ..Step::new(StepId::standard(id)) }));
        }
        journey.stages.push(stage);
        journey
    }

    fn names(pairs: &[StepPair]) -> Vec<(&str, &str)> {
        fn name(step: &Option<Arc<Step>>) -> &str {
            step.as_ref().map_or("", |step| step.id.as_str())
        }
        pairs.iter().map(|pair| (name(&pair.as_is), name(&pair.to_be))).collect()
    }

    #[test]
    fn a_target_journey_begins_as_the_journey_that_it_is_made_from() {
        let as_is = journey(&[("a", "web", 0), ("b", "", -4)]);
        let to_be = as_is.target(JourneyId::standard("to-be"), "Better");
        assert_eq!((to_be.kind, to_be.based_on.clone()), (JourneyKind::ToBe, Some(as_is.id.clone())));
        let pairs = pair_steps(&as_is, &to_be);
        assert_eq!(names(&pairs), [("a", "a"), ("b", "b")]);
        assert!(pairs.iter().all(|pair| !pair.differs() && pair.emotion_difference() == Some(0.0)));
    }

    #[test]
    fn a_persona_that_the_target_does_not_draw_changes_no_step() {
        let plan = Plan::new(PlanId::standard("p"), "");
        let personas = ["anna", "bert", "carl"].map(PersonaId::standard);
        let [anna, bert, _] = &personas;
        let mut as_is = journey(&[("a", "web", 0), ("b", "mail", 0), ("c", "bill", 0)]);
        as_is.personas = personas.to_vec();
        let mut to_be = as_is.target(JourneyId::standard("to-be"), "");
        let feel = |journey: &mut Journey, step: usize, who: &PersonaId, halves: i8| {
            let step = Arc::make_mut(&mut journey.stages[0].steps[step]);
            step.emotions.insert(who.clone(), Emotion::from_halves(halves));
        };
        let changed = |as_is: &Journey, to_be: &Journey| {
            let changes = target_changes(&plan, as_is, to_be);
            let pairs = changes.pairs.iter().map(|pair| pair.fields.clone()).collect::<Vec<_>>();
            (pairs, changes.undrawn)
        };
        for step in 0..3 {
            feel(&mut as_is, step, anna, -2);
            feel(&mut as_is, step, bert, 1);
        }
        assert_eq!(changed(&as_is, &to_be), (vec![vec![]; 3], vec![anna.clone(), bert.clone()]));
        feel(&mut to_be, 0, bert, 1);
        feel(&mut to_be, 1, bert, 3);
        let other = || vec![StepField::PersonaEmotions];
        assert_eq!(changed(&as_is, &to_be), (vec![vec![], other(), other()], vec![anna.clone()]));
    }

    #[test]
    fn steps_are_paired_by_id_then_by_touchpoint_and_the_others_are_new_or_left_out() {
        let as_is = journey(&[("a", "web", 0), ("b", "mail", -4), ("c", "bill", -2), ("d", "", 0)]);
        let to_be = journey(&[("x", "bill", 1), ("a", "app", 2), ("y", "chat", 0)]);
        let pairs = pair_steps(&as_is, &to_be);
        assert_eq!(names(&pairs), [("c", "x"), ("d", ""), ("a", "a"), ("b", ""), ("", "y")]);
        assert_eq!(pairs[2].fields, [StepField::Touchpoint, StepField::Emotion]);
        assert_eq!(pairs[0].emotion_difference(), Some(1.5));
        assert_eq!(pairs[1].emotion_difference(), None);
        let to_be = Journey { kind: JourneyKind::ToBe, ..to_be };
        let sorted = |partners: HashMap<StepId, Arc<Step>>| {
            let ids = partners.into_iter().map(|(own, other)| (own.to_string(), other.id.to_string()));
            ids.collect::<std::collections::BTreeSet<_>>()
        };
        let pairs = |pairs: [(&str, &str); 2]| pairs.map(|(own, other)| (own.to_owned(), other.to_owned())).into();
        assert_eq!(sorted(partners(&as_is, &to_be)), pairs([("a", "a"), ("c", "x")]));
        assert_eq!(sorted(partners(&to_be, &as_is)), pairs([("a", "a"), ("x", "c")]));
    }

    #[test]
    fn every_step_is_in_one_pair() {
        let as_is = journey(&[("a", "t", 0), ("b", "t", 0), ("c", "t", 0)]);
        let to_be = journey(&[("c", "t", 0), ("x", "t", 0), ("y", "t", 0), ("z", "t", 0)]);
        let pairs = pair_steps(&as_is, &to_be);
        assert_eq!(names(&pairs), [("c", "c"), ("a", "x"), ("b", "y"), ("", "z")]);
        assert_eq!(names(&pair_steps(&journey(&[]), &journey(&[]))), []);
    }

    #[test]
    fn pain_points_and_measures_are_named_with_what_nobody_works_on() {
        let mut plan = Plan::new(PlanId::standard("p"), "");
        for id in ["web", "mail", "bill", "far"] {
            plan.touchpoints.insert(Touchpoint::new(TouchpointId::standard(id), id));
        }
        let pain = |id: &str, at: &str, state| {
            let pain = PainPoint::new(PainPointId::standard(id), "", vec![TouchpointId::standard(at)]);
            PainPoint { state, ..pain }
        };
        for (id, at, state) in [
            ("open", "web", PainPointState::Open),
            ("planned", "web", PainPointState::Planned),
            ("gone", "mail", PainPointState::Open),
            ("solved", "bill", PainPointState::Solved),
            ("elsewhere", "far", PainPointState::Open),
        ] {
            plan.pain_points.insert(pain(id, at, state));
        }
        for (id, at, pains, status) in [
            ("m-web", vec!["web"], vec![], MeasureStatus::Planned),
            ("m-pain", vec![], vec!["planned"], MeasureStatus::Idea),
            ("m-far", vec!["far"], vec!["open"], MeasureStatus::Running),
            ("m-dropped", vec!["mail"], vec![], MeasureStatus::Dropped),
        ] {
            let measure = Measure::new(MeasureId::standard(id), "", None);
            let touchpoints = at.into_iter().map(TouchpointId::standard).collect();
            let pain_points = pains.into_iter().map(PainPointId::standard).collect();
            plan.measures.insert(Measure { touchpoints, pain_points, status, ..measure });
        }
        let as_is = journey(&[("a", "web", 0), ("b", "mail", -4), ("c", "bill", 0)]);
        let to_be = journey(&[("a", "web", 2), ("c", "bill", 0)]);
        let changes = target_changes(&plan, &as_is, &to_be);
        let pains: Vec<_> = changes.pain_points.iter().map(|(id, relief)| (id.as_str(), *relief)).collect();
        let expected =
            [("solved", Relief::Solved), ("gone", Relief::LeftOut), ("planned", Relief::Planned), ("open", Relief::Open)];
        assert_eq!(pains, expected);
        assert_eq!(changes.measures.iter().map(MeasureId::as_str).collect::<Vec<_>>(), ["m-web", "m-pain"]);
        assert_eq!(changes.uncovered, [TouchpointId::standard("mail")]);
    }
}
