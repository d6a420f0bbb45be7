//! Making one step out of two, and two out of one.

use super::{ChannelId, DepartmentId, Journey, JourneyId, KpiId, Plan, Step, StepDuration, StepId, TouchpointId};
use indexmap::IndexSet;
use std::{collections::BTreeMap, mem, sync::Arc};

/// What became of the second of two steps that are one now.
#[derive(Clone, Debug, PartialEq)]
pub struct JoinedStep {
    /// What of it couldn't be joined, as a step with nothing else in it.
    pub rest: Step,
    /// Number of pain points and opportunities of its touchpoint that are at the first one's, too, now.
    pub findings: usize,
    /// The department of its touchpoint, where the one that stays has another or none.
    pub department: Option<DepartmentId>,
}

impl Journey {
    /// Splits a step whose texts have several lines: of each such text the first line stays, what follows it goes to a new
    /// step right behind, at the same touchpoint, with the same title and channels. All else stays. Tells whether there
    /// was anything to split.
    pub fn split_step(&mut self, id: &StepId, new: StepId) -> bool {
        let Some(step) = self.step(id) else { return false };
        let mut second = Step {
            touchpoint: step.touchpoint.clone(),
            title: step.title.clone(),
            channels: step.channels.clone(),
            ..Step::new(new)
        };
        let mut first = Step::clone(step);
        for (lane, text) in &mut first.texts {
            if let Some((line, rest)) = several_lines(text) {
                second.texts.insert(lane.clone(), rest.to_owned());
                *text = line.to_owned();
            }
        }
        if second.texts.is_empty() {
            return false;
        }
        if let Some(step) = self.step_mut(id) {
            *step = first;
        }
        self.insert_step_after(id, second)
    }
}

impl Step {
    /// Whether it has texts of several lines, so that it can be split.
    #[must_use]
    pub fn has_several_lines(&self) -> bool {
        self.texts.values().any(|text| several_lines(text).is_some())
    }
}

/// The first line of a text and what follows it; none if one of both is blank.
fn several_lines(text: &str) -> Option<(&str, &str)> {
    text.split_once('\n').filter(|(line, rest)| !line.trim().is_empty() && !rest.trim().is_empty())
}

impl Plan {
    /// Merges a step with the one behind it in its stage. Texts and notes of both follow each other line by line, durations
    /// are added up, channels and KPIs of both are there once. Of what there can only be one of, such as the touchpoint and
    /// the emotion, that of the first step stays, and the second one's is taken where the first has none. Where that leaves
    /// a touchpoint behind, its pain points and opportunities are at the one that stays, too.
    ///
    /// Gives what became of the second step; none if there is no second.
    pub fn merge_step_with_next(&mut self, journey: &JourneyId, step: &StepId) -> Option<JoinedStep> {
        let own = self.journeys.get(journey)?;
        let (stage, index) = own.step_place(step)?;
        let steps = &own.stages[stage].steps;
        let (first, second) = (Arc::clone(&steps[index]), Arc::clone(steps.get(index + 1)?));
        let (merged, rest) = self.joined(&first, &second);
        let (mut findings, mut department) = (0, None);
        if let (Some(left), Some(stays)) = (&rest.touchpoint, &merged.touchpoint) {
            findings = self.add_touchpoint_to_findings(left, stays);
            let owner = |id: &TouchpointId| self.touchpoints.get(id).and_then(|touchpoint| touchpoint.department.clone());
            department = owner(left).filter(|left| owner(stays).as_ref() != Some(left));
        }
        self.journeys.update(journey, |journey| {
            journey.remove_step(&second.id);
            if let Some(step) = journey.step_mut(step) {
                *step = merged;
            }
        });
        Some(JoinedStep { rest, findings, department })
    }

    /// Says of the pain points and opportunities at a touchpoint that they are at another, too; tells of how many that is
    /// new.
    fn add_touchpoint_to_findings(&mut self, at: &TouchpointId, to: &TouchpointId) -> usize {
        let mut added = 0;
        for key in self.finding_keys() {
            self.change_finding(&key, |finding| {
                if finding.touchpoints.contains(at) && !finding.touchpoints.contains(to) {
                    finding.touchpoints.push(to.clone());
                    added += 1;
                }
            });
        }
        added
    }

    /// Two steps as one, and what of the second couldn't be joined.
    fn joined(&self, first: &Step, second: &Step) -> (Step, Step) {
        let (mut merged, mut rest) = (first.clone(), second.clone());
        if first.touchpoint.is_none() && first.title.is_empty() {
            merged.title = mem::take(&mut rest.title);
        } else if rest.title == merged.title {
            rest.title.clear();
        }
        join_one(&mut merged.touchpoint, &mut rest.touchpoint);
        join_one(&mut merged.fulfilment, &mut rest.fulfilment);
        join_one(&mut merged.emotion, &mut rest.emotion);
        join_one(&mut merged.evidence, &mut rest.evidence);
        join_each(&mut merged.emotions, &mut rest.emotions);
        join_each(&mut merged.experience, &mut rest.experience);
        // The second one's change of channel now lies within the step, where nothing can be said about it.
        if rest.channel_change == merged.channel_change {
            rest.channel_change = None;
        }
        merged.channels = self.joined_channels(first, second, &merged);
        merged.kpis = self.joined_kpis(first, second, &merged);
        for (lane, text) in mem::take(&mut rest.texts) {
            join_text(merged.texts.entry(lane).or_default(), text);
        }
        join_text(&mut merged.notes, mem::take(&mut rest.notes));
        merged.duration = added(first.duration, second.duration);
        merged.moment_of_truth |= rest.moment_of_truth;
        for (field, value) in mem::take(&mut rest.other) {
            let own = merged.other.entry(field.clone()).or_insert_with(|| value.clone());
            if *own != value {
                rest.other.insert(field, value);
            }
        }
        (rest.channels, rest.kpis) = (Vec::new(), Vec::new());
        (rest.duration, rest.moment_of_truth) = (None, false);
        (merged, rest)
    }

    /// The channels that both steps show; none of its own where these are its touchpoint's.
    fn joined_channels(&self, first: &Step, second: &Step, merged: &Step) -> Vec<ChannelId> {
        let shown: IndexSet<ChannelId> = self.step_channels(first).into_iter().chain(self.step_channels(second)).collect();
        let shown: Vec<ChannelId> = shown.into_iter().collect();
        let of_touchpoint = self.touchpoint_of(merged).is_some_and(|touchpoint| touchpoint.channels == shown);
        if of_touchpoint && first.channels.is_empty() { Vec::new() } else { shown }
    }

    /// The KPIs of both steps, and those of the second one's touchpoint where the merged step is at another.
    fn joined_kpis(&self, first: &Step, second: &Step, merged: &Step) -> Vec<KpiId> {
        let left = second.touchpoint.as_ref().filter(|_| second.touchpoint != merged.touchpoint);
        let of_touchpoint = self.kpis.iter().filter(|kpi| left.is_some() && kpi.touchpoint.as_ref() == left);
        let all = first.kpis.iter().chain(&second.kpis).cloned().chain(of_touchpoint.map(|kpi| kpi.id.clone()));
        all.collect::<IndexSet<_>>().into_iter().collect()
    }
}

/// Takes a value over where there is none; one that is the same needn't stay behind.
fn join_one<T: PartialEq>(own: &mut Option<T>, other: &mut Option<T>) {
    if own.is_none() {
        *own = other.take();
    } else if own == other {
        *other = None;
    }
}

/// Takes the values over that aren't there yet.
fn join_each<K: Ord, V: PartialEq>(own: &mut BTreeMap<K, V>, other: &mut BTreeMap<K, V>) {
    for (key, value) in mem::take(other) {
        match own.get(&key) {
            None => drop(own.insert(key, value)),
            Some(same) if *same == value => {}
            Some(_) => drop(other.insert(key, value)),
        }
    }
}

fn join_text(own: &mut String, other: String) {
    if !own.is_empty() && !other.is_empty() {
        own.push('\n');
    }
    own.push_str(&other);
}

/// Both durations together, in the shorter unit.
fn added(first: Option<StepDuration>, second: Option<StepDuration>) -> Option<StepDuration> {
    let (Some(a), Some(b)) = (first, second) else { return first.or(second) };
    let unit = a.unit().min(b.unit());
    let in_unit = |duration: StepDuration| {
        if duration.unit() == unit { duration.value() } else { duration.minutes() / unit.minutes() }
    };
    StepDuration::new(in_unit(a) + in_unit(b), unit).or(first)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{
        Channel, ChannelChange, Department, DurationUnit, Emotion, Evidence, ExperienceLevel, Fulfilment, Kpi, KpiKind, LaneId,
        Opportunity, OpportunityId, PainPoint, PainPointId, Persona, PersonaId, PlanId, Stage, StageId, Strength, Touchpoint,
    };
    use proptest::prelude::*;

    const NAMES: [&str; 3] = ["x", "y", "z"];

    /// A plan with three touchpoints, channels, KPIs and personas, and a journey of these steps.
    fn plan(steps: Vec<Step>) -> Plan {
        let mut plan = Plan::new(PlanId::standard("p"), "");
        for (number, name) in NAMES.into_iter().enumerate() {
            plan.channels.insert(Channel::new(ChannelId::standard(name), name));
            plan.personas.insert(Persona::new(PersonaId::standard(name), name));
            let channels = NAMES[..number].iter().map(|name| ChannelId::standard(name)).collect();
            let touchpoint = TouchpointId::standard(name);
            plan.touchpoints.insert(Touchpoint { channels, ..Touchpoint::new(touchpoint.clone(), name) });
            plan.kpis.insert(Kpi { touchpoint: Some(touchpoint), ..Kpi::new(KpiId::standard(name), name, KpiKind::Nps) });
        }
        let mut journey = Journey::new(JourneyId::standard("j"), "");
        let stage = Stage::new(StageId::standard("s"), None);
        journey.stages.push(Stage { steps: steps.into_iter().map(Arc::new).collect(), ..stage });
        plan.journeys.insert(journey);
        plan
    }

    fn name() -> impl Strategy<Value = &'static str> {
        prop::sample::select(&NAMES[..])
    }

    fn step(id: &'static str) -> impl Strategy<Value = Step> {
        let names = || prop::collection::vec(name(), 0..3);
        let maybe = || prop::option::of(name());
        let lines = || "[ab]{0,3}(\n[ab]{1,2}){0,2}";
        let head = (maybe(), "[ab]?", names(), prop::option::of(prop::sample::select(&ChannelChange::ALL[..])), names());
        let texts = (prop::collection::btree_map(name(), lines(), 0..3), lines());
        let judged = (
            prop::option::of(prop::sample::select(&Fulfilment::ALL[..])),
            prop::option::of((0u32..90, prop::sample::select(&DurationUnit::ALL[..]))),
            prop::option::of(-4i8..=4),
            prop::collection::btree_map(name(), -4i8..=4, 0..3),
            prop::collection::btree_map(prop::sample::select(&ExperienceLevel::ALL[..]), 0u8..=5, 0..3),
            prop::option::of(prop::sample::select(&Evidence::ALL[..])),
            any::<bool>(),
        );
        (head, texts, judged).prop_map(move |(head, texts, judged)| {
            let (touchpoint, title, channels, channel_change, kpis) = head;
            let (fulfilment, duration, emotion, emotions, experience, evidence, moment_of_truth) = judged;
            let unique = |names: Vec<&'static str>| names.into_iter().collect::<IndexSet<_>>().into_iter();
            Step {
                touchpoint: touchpoint.map(TouchpointId::standard),
                title,
                channels: unique(channels).map(ChannelId::standard).collect(),
                channel_change,
                texts: texts.0.into_iter().map(|(lane, text)| (LaneId::standard(lane), text)).collect(),
                fulfilment,
                duration: duration.and_then(|(value, unit)| StepDuration::new(f64::from(value), unit)),
                emotion: emotion.map(Emotion::from_halves),
                emotions: emotions
                    .into_iter()
                    .map(|(id, halves)| (PersonaId::standard(id), Emotion::from_halves(halves)))
                    .collect(),
                experience: experience.into_iter().map(|(level, value)| (level, Strength::new(value))).collect(),
                kpis: unique(kpis).map(KpiId::standard).collect(),
                evidence,
                moment_of_truth,
                notes: texts.1,
                ..Step::new(StepId::standard(id))
            }
        })
    }

    fn ids() -> (JourneyId, StepId) {
        (JourneyId::standard("j"), StepId::standard("a"))
    }

    proptest! {
        #[test]
        fn nothing_that_was_written_is_lost_by_merging(first in step("a"), second in step("b")) {
            let mut plan = plan(vec![first.clone(), second.clone()]);
            let (j, a) = ids();
            let shown = [plan.step_channels(&first), plan.step_channels(&second)].concat();
            let rest = plan.merge_step_with_next(&j, &a).unwrap().rest;
            let journey = plan.journeys.get(&j).unwrap();
            prop_assert_eq!(journey.steps().count(), 1);
            let merged = journey.step(&a).unwrap();
            // Of what there is one of, the first one's stays, and the second one's is there or is told.
            macro_rules! one {
                ($($field:ident),*) => {$(
                    prop_assert!(first.$field.is_none() || merged.$field == first.$field);
                    prop_assert!(second.$field.is_none() || [&merged.$field, &rest.$field].contains(&&second.$field));
                )*};
            }
            one!(touchpoint, channel_change, fulfilment, emotion, evidence);
            prop_assert!(second.title.is_empty() || [&merged.title, &rest.title].contains(&&second.title));
            macro_rules! each {
                ($($field:ident),*) => {$(
                    prop_assert!(first.$field.iter().all(|(key, value)| merged.$field.get(key) == Some(value)));
                    for (key, value) in &second.$field {
                        prop_assert!([merged.$field.get(key), rest.$field.get(key)].contains(&Some(value)));
                    }
                )*};
            }
            each!(emotions, experience);
            // What can be joined is.
            for (lane, text) in first.texts.iter().chain(&second.texts) {
                prop_assert!(text.lines().all(|line| merged.texts[lane].lines().any(|other| other == line)));
            }
            prop_assert!(first.notes.lines().chain(second.notes.lines()).all(|line| merged.notes.lines().any(|it| it == line)));
            let channels = plan.step_channels(merged);
            prop_assert_eq!(channels.iter().collect::<IndexSet<_>>(), shown.iter().collect::<IndexSet<_>>());
            prop_assert_eq!(channels.iter().collect::<IndexSet<_>>().len(), channels.len());
            prop_assert!(first.kpis.iter().chain(&second.kpis).all(|kpi| merged.kpis.contains(kpi)));
            let minutes = |step: &Step| step.duration.map_or(0.0, StepDuration::minutes);
            prop_assert!((minutes(merged) - minutes(&first) - minutes(&second)).abs() < 1e-6);
            prop_assert_eq!(merged.moment_of_truth, first.moment_of_truth || second.moment_of_truth);
            prop_assert_eq!(plan.dangling(), vec![]);
        }

        #[test]
        fn a_step_that_was_split_is_whole_again_when_it_is_merged(step in step("a")) {
            let before = plan(vec![step.clone()]);
            let mut plan = before.clone();
            let (j, a) = ids();
            let mut split = false;
            plan.journeys.update(&j, |journey| split = journey.split_step(&a, StepId::standard("b")));
            prop_assert_eq!(split, step.has_several_lines());
            if split {
                let rest = plan.merge_step_with_next(&j, &a).unwrap().rest;
                prop_assert_eq!(rest, Step::new(StepId::standard("b")));
            }
            prop_assert_eq!(plan, before);
        }
    }

    /// A second step of which all could be joined.
    fn nothing_left(id: &str) -> JoinedStep {
        JoinedStep { rest: Step::new(StepId::standard(id)), findings: 0, department: None }
    }

    #[test]
    fn what_hurts_at_the_touchpoint_that_is_left_is_at_the_one_that_stays_too() {
        let ids = NAMES.map(TouchpointId::standard);
        let [x, y, z] = &ids;
        let at = |id, touchpoint: &TouchpointId| Step { touchpoint: Some(touchpoint.clone()), ..Step::new(StepId::standard(id)) };
        let mut plan = plan(vec![at("a", x), at("b", y), at("c", x)]);
        let service = DepartmentId::standard("service");
        plan.departments.insert(Department::new(service.clone(), "Service"));
        plan.touchpoints.update(y, |touchpoint| touchpoint.department = Some(service.clone()));
        for (id, touchpoints) in [("p", vec![y.clone()]), ("both", vec![x.clone(), y.clone()]), ("other", vec![z.clone()])] {
            plan.pain_points.insert(PainPoint::new(PainPointId::standard(id), id, touchpoints));
        }
        plan.opportunities.insert(Opportunity::new(OpportunityId::standard("o"), "o", vec![z.clone(), y.clone()]));
        let (j, a) = self::ids();
        let merged = plan.merge_step_with_next(&j, &a).unwrap();
        assert_eq!((merged.rest.touchpoint.as_ref(), merged.findings, merged.department), (Some(y), 2, Some(service)));
        let touchpoints = |id: &str| &plan.pain_points.get(&PainPointId::standard(id)).unwrap().touchpoints;
        assert_eq!(touchpoints("p"), &[y.clone(), x.clone()]);
        assert_eq!(touchpoints("both"), &[x.clone(), y.clone()]);
        assert_eq!(touchpoints("other"), std::slice::from_ref(z));
        assert_eq!(plan.opportunities.iter().next().unwrap().touchpoints, [z.clone(), y.clone(), x.clone()]);
        assert_eq!(plan.merge_step_with_next(&j, &a), Some(nothing_left("c")));
    }

    #[test]
    fn two_steps_become_one_and_what_there_can_be_one_of_is_told() {
        let (x, y) = (TouchpointId::standard("x"), TouchpointId::standard("y"));
        let mut first = Step { touchpoint: Some(x.clone()), emotion: Some(Emotion::MIN), ..Step::new(StepId::standard("a")) };
        first.duration = StepDuration::new(1.0, DurationUnit::Hours);
        first.texts.insert(LaneId::standard("action"), "Ruft an".to_owned());
        let mut second = Step { touchpoint: Some(y), emotion: Some(Emotion::MAX), ..Step::new(StepId::standard("b")) };
        second.duration = StepDuration::new(5.0, DurationUnit::Minutes);
        second.evidence = Some(Evidence::Survey);
        second.texts.insert(LaneId::standard("action"), "Wartet".to_owned());
        let mut plan = plan(vec![first, second, Step::new(StepId::standard("c"))]);
        let (j, a) = ids();
        let rest = plan.merge_step_with_next(&j, &a).unwrap().rest;
        let merged = plan.step(&j, &a).unwrap().clone();
        assert_eq!(merged.texts[&LaneId::standard("action")], "Ruft an\nWartet");
        assert_eq!((merged.touchpoint.clone(), merged.emotion), (Some(x), Some(Emotion::MIN)));
        assert_eq!(merged.duration, StepDuration::new(65.0, DurationUnit::Minutes));
        assert_eq!(merged.evidence, Some(Evidence::Survey));
        assert_eq!(merged.channels, [ChannelId::standard("x")]);
        assert_eq!(merged.kpis, [KpiId::standard("y")]);
        assert_eq!((rest.touchpoint.is_some(), rest.emotion, rest.evidence), (true, Some(Emotion::MAX), None));
        assert_eq!(plan.merge_step_with_next(&j, &a), Some(nothing_left("c")));
        assert_eq!(plan.step(&j, &a), Some(&merged));
        assert_eq!(plan.merge_step_with_next(&j, &a), None);
    }

    #[test]
    fn an_unnamed_step_takes_the_name_of_the_next_one() {
        let second = Step {
            touchpoint: Some(TouchpointId::standard("z")),
            title: "Fragt nach".to_owned(),
            ..Step::new(StepId::standard("b"))
        };
        let mut plan = plan(vec![Step::new(StepId::standard("a")), second.clone()]);
        let (j, a) = ids();
        assert_eq!(plan.merge_step_with_next(&j, &a), Some(nothing_left("b")));
        assert_eq!(**plan.step(&j, &a).unwrap(), Step { id: a, ..second });
    }

    #[test]
    fn further_lines_become_a_step_of_their_own_at_the_same_touchpoint() {
        let mut step = Step { touchpoint: Some(TouchpointId::standard("x")), ..Step::new(StepId::standard("a")) };
        step.emotion = Some(Emotion::MAX);
        step.texts.insert(LaneId::standard("action"), "Ruft an\nWartet\nLegt auf".to_owned());
        step.texts.insert(LaneId::standard("question"), "Wie lange?".to_owned());
        let mut plan = plan(vec![step]);
        let (j, a) = ids();
        let b = StepId::standard("b");
        plan.journeys.update(&j, |journey| assert!(journey.split_step(&a, b.clone())));
        let (first, second) = (plan.step(&j, &a).unwrap(), plan.step(&j, &b).unwrap());
        assert_eq!((&*first.texts[&LaneId::standard("action")], first.emotion), ("Ruft an", Some(Emotion::MAX)));
        assert_eq!((&*second.texts[&LaneId::standard("action")], second.emotion), ("Wartet\nLegt auf", None));
        assert_eq!((second.texts.len(), &second.touchpoint), (1, &first.touchpoint));
        plan.journeys.update(&j, |journey| assert!(!journey.split_step(&StepId::standard("gone"), StepId::standard("c"))));
    }
}
