//! All journeys as one list: what each comes to, which of them, in what order, in which groups.

use crate::figures::journey::mean_felt;
use crate::plan::{
    Journey, JourneyId, JourneyKind, PainPointState, PersonaId, Phase, Plan, TouchpointId,
    order::{entries, finds, text},
};
use std::{
    cmp::Ordering,
    collections::{BTreeSet, HashMap},
};

/// What a journey comes to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct JourneyFacts {
    /// How each step feels, −2 to 2 ([`crate::plan::Step::felt`]).
    pub felt: Vec<Option<f64>>,
    /// Mean of these; none if no step feels anyhow, be it to all customers or to a persona.
    pub mood: Option<f64>,
    /// The phases that its stages lie in, in order.
    pub phases: Vec<Phase>,
    /// Number of pain points at its touchpoints that aren't solved.
    pub unsolved_pain_points: usize,
    /// The journeys made from it that show what is wanted.
    pub targets: Vec<JourneyId>,
}

/// What all journeys of a plan come to; made anew when the plan has changed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct JourneyIndex(HashMap<JourneyId, JourneyFacts>);

impl JourneyIndex {
    /// Looks at all journeys.
    #[must_use]
    pub fn new(plan: &Plan) -> Self {
        let mut unsolved: HashMap<&TouchpointId, Vec<usize>> = HashMap::new();
        for (at, pain_point) in plan.pain_points.iter().enumerate() {
            if pain_point.state != PainPointState::Solved {
                pain_point.touchpoints.iter().for_each(|id| unsolved.entry(id).or_default().push(at));
            }
        }
        let mut targets: HashMap<&JourneyId, Vec<JourneyId>> = HashMap::new();
        for journey in plan.journeys.iter() {
            if let Some(source) = &journey.based_on {
                targets.entry(source).or_default().push(journey.id.clone());
            }
        }
        let facts = |journey: &Journey| {
            let met = journey.steps().filter_map(|step| step.touchpoint.as_ref());
            let hurts: BTreeSet<usize> = met.filter_map(|id| unsolved.get(id)).flatten().copied().collect();
            let own: BTreeSet<_> = journey.stages.iter().filter_map(|stage| plan.phase_of(stage.sub_phase.as_ref())).collect();
            JourneyFacts {
                mood: mean_felt(journey.steps(), None),
                felt: journey.steps().map(|step| step.felt(None)).collect(),
                phases: own.into_iter().collect(),
                unsolved_pain_points: hurts.len(),
                targets: targets.get(&journey.id).cloned().unwrap_or_default(),
            }
        };
        Self(plan.journeys.iter().map(|journey| (journey.id.clone(), facts(journey))).collect())
    }

    /// What a journey comes to; nothing if it isn't one of the plan's.
    #[must_use]
    pub fn facts(&self, id: &JourneyId) -> JourneyFacts {
        self.0.get(id).cloned().unwrap_or_default()
    }
}

/// How a journey feels on the whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MoodBand {
    /// Its mean lies below 0.
    Bad,
    /// Its mean is 0 or more.
    Good,
    /// No step feels anyhow.
    Unknown,
}

impl MoodBand {
    /// All of them, the worst first.
    pub const ALL: [Self; 3] = [Self::Bad, Self::Good, Self::Unknown];

    /// The band of a mean emotion.
    #[must_use]
    pub fn of(mood: Option<f64>) -> Self {
        match mood {
            None => Self::Unknown,
            Some(mood) if mood < 0.0 => Self::Bad,
            Some(_) => Self::Good,
        }
    }
}

/// Which journeys are listed; none of a field: all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct JourneyFilter {
    /// As-is or to-be.
    pub kind: Option<JourneyKind>,
    /// Those with a stage in this phase.
    pub phase: Option<Phase>,
    /// Those of this persona.
    pub persona: Option<PersonaId>,
    /// Those that feel so.
    pub mood: Option<MoodBand>,
    /// Only those with unsolved pain points.
    pub hurting: bool,
    /// Those that contain each of these words: in the title, the name of a persona or of a touchpoint.
    pub search: String,
}

impl JourneyFilter {
    fn admits(&self, plan: &Plan, journey: &Journey, facts: &JourneyFacts) -> bool {
        self.kind.is_none_or(|kind| journey.kind == kind)
            && self.phase.is_none_or(|phase| facts.phases.contains(&phase))
            && self.persona.as_ref().is_none_or(|persona| journey.personas.contains(persona))
            && self.mood.is_none_or(|mood| MoodBand::of(facts.mood) == mood)
            && (!self.hurting || facts.unsolved_pain_points > 0)
            && self.finds(plan, journey)
    }

    fn finds(&self, plan: &Plan, journey: &Journey) -> bool {
        if self.search.trim().is_empty() {
            return true;
        }
        let personas = journey.personas.iter().filter_map(|id| plan.personas.get(id)).map(|persona| persona.name.as_str());
        let steps = journey.steps().flat_map(|step| {
            let touchpoint = step.touchpoint.as_ref().and_then(|id| plan.touchpoints.get(id));
            [Some(step.title.as_str()), touchpoint.map(|touchpoint| touchpoint.name.as_str())]
        });
        let texts: Vec<&str> = std::iter::once(journey.title.as_str()).chain(personas).chain(steps.flatten()).collect();
        finds(&self.search, &texts)
    }
}

/// What journeys are sorted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JourneyColumn {
    /// Their title.
    Title,
    /// As-is first.
    Kind,
    /// Name of their first persona.
    Personas,
    /// The phase in which they begin.
    Phases,
    /// Number of steps.
    Steps,
    /// Mean emotion.
    Mood,
    /// Number of unsolved pain points.
    PainPoints,
}

/// Lists journeys in the plan's order, or sorted by a column, ascending or not. What has no entry there comes last in
/// both directions; what is alike keeps the plan's order.
#[must_use]
pub fn list_journeys(
    plan: &Plan,
    index: &JourneyIndex,
    filter: &JourneyFilter,
    sorted_by: Option<(JourneyColumn, bool)>,
) -> Vec<JourneyId> {
    let listed = plan.journeys.iter().filter_map(|journey| index.0.get(&journey.id).map(|facts| (&**journey, facts)));
    let mut listed: Vec<_> = listed.filter(|(journey, facts)| filter.admits(plan, journey, facts)).collect();
    if let Some((column, ascending)) = sorted_by {
        listed.sort_by(|a, b| compare(plan, *a, *b, column, ascending));
    }
    listed.into_iter().map(|(journey, _)| journey.id.clone()).collect()
}

fn compare(
    plan: &Plan,
    (a, a_facts): (&Journey, &JourneyFacts),
    (b, b_facts): (&Journey, &JourneyFacts),
    column: JourneyColumn,
    ascending: bool,
) -> Ordering {
    let persona = |journey: &Journey| text(&plan.personas.get(journey.personas.first()?)?.name);
    let kind = |journey: &Journey| Some(journey.kind == JourneyKind::ToBe);
    match column {
        JourneyColumn::Title => entries(text(&a.title), text(&b.title), ascending),
        JourneyColumn::Kind => entries(kind(a), kind(b), ascending),
        JourneyColumn::Personas => entries(persona(a), persona(b), ascending),
        JourneyColumn::Phases => entries(a_facts.phases.first(), b_facts.phases.first(), ascending),
        JourneyColumn::Steps => entries(Some(a_facts.felt.len()), Some(b_facts.felt.len()), ascending),
        JourneyColumn::Mood => entries(a_facts.mood, b_facts.mood, ascending),
        JourneyColumn::PainPoints => entries(Some(a_facts.unsolved_pain_points), Some(b_facts.unsolved_pain_points), ascending),
    }
}

/// What journeys are put together by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum JourneyGrouping {
    /// By nothing: they are one group.
    #[default]
    None,
    /// By phase.
    Phase,
    /// By persona.
    Persona,
    /// As-is and to-be.
    Kind,
}

impl JourneyGrouping {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::None, Self::Phase, Self::Persona, Self::Kind];
}

/// What the journeys of a group have in common.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum JourneyGroup {
    /// Nothing: they aren't grouped.
    All,
    /// A phase that they lead through, if there is one.
    Phase(Option<Phase>),
    /// A persona, if they have one.
    Persona(Option<PersonaId>),
    /// Whether they show what is: no otherwise.
    AsIs(bool),
}

/// Puts listed journeys together in groups, in the plan's order, each in the order of the list. A journey can be in
/// several groups; groups without journeys are left out.
#[must_use]
pub fn group_journeys(
    plan: &Plan,
    index: &JourneyIndex,
    listed: &[JourneyId],
    grouping: JourneyGrouping,
) -> Vec<(JourneyGroup, Vec<JourneyId>)> {
    let groups: Vec<JourneyGroup> = match grouping {
        JourneyGrouping::None => vec![JourneyGroup::All],
        JourneyGrouping::Phase => Phase::ALL.into_iter().map(Some).chain([None]).map(JourneyGroup::Phase).collect(),
        JourneyGrouping::Persona => plan.personas.ids().cloned().map(Some).chain([None]).map(JourneyGroup::Persona).collect(),
        JourneyGrouping::Kind => [true, false].map(JourneyGroup::AsIs).to_vec(),
    };
    let belongs = |group: &JourneyGroup, journey: &Journey| match group {
        JourneyGroup::All => true,
        JourneyGroup::Phase(phase) => {
            let phases = index.0.get(&journey.id).map(|facts| facts.phases.as_slice()).unwrap_or_default();
            phase.map_or(phases.is_empty(), |phase| phases.contains(&phase))
        }
        JourneyGroup::Persona(persona) => {
            persona.as_ref().map_or(journey.personas.is_empty(), |persona| journey.personas.contains(persona))
        }
        JourneyGroup::AsIs(as_is) => (journey.kind == JourneyKind::AsIs) == *as_is,
    };
    let journeys: Vec<_> = listed.iter().filter_map(|id| plan.journeys.get(id)).collect();
    let members = |group: &JourneyGroup| {
        journeys.iter().filter(|journey| belongs(group, journey)).map(|journey| journey.id.clone()).collect::<Vec<_>>()
    };
    groups
        .into_iter()
        .map(|group| (members(&group), group))
        .filter(|(all, _)| !all.is_empty())
        .map(|(all, group)| (group, all))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Emotion, PainPoint, PainPointId, Persona, PlanId, Stage, StageId, Step, StepId, SubPhaseId, Touchpoint};
    use std::sync::Arc;

    fn add(plan: &mut Plan, id: &str, sub_phase: Option<&str>, emotions: &[i8], touchpoint: &str) {
        let mut journey = Journey::new(JourneyId::standard(id), id);
        let mut stage = Stage::new(StageId::standard("s"), sub_phase.map(SubPhaseId::standard));
        for (at, halves) in emotions.iter().enumerate() {
            let touchpoint = Some(TouchpointId::standard(touchpoint));
            let emotion = Some(Emotion::from_halves(*halves));
            stage.steps.push(Arc::new(Step { touchpoint, emotion, ..Step::new(StepId::standard(&at.to_string())) }));
        }
        journey.stages.push(stage);
        plan.journeys.insert(journey);
    }

    fn plan() -> Plan {
        let mut plan = Plan::new(PlanId::standard("p"), "");
        for id in ["hotline", "chat"] {
            plan.touchpoints.insert(Touchpoint::new(TouchpointId::standard(id), id));
        }
        for id in ["shop", "mover"] {
            plan.personas.insert(Persona::new(PersonaId::standard(id), id));
        }
        add(&mut plan, "umzug", Some("use"), &[-4, 2], "hotline");
        add(&mut plan, "aerger", Some("cancelled"), &[0], "chat");
        add(&mut plan, "leer", None, &[], "chat");
        let target = plan.journeys.get(&JourneyId::standard("umzug")).unwrap().target(JourneyId::standard("soll"), "Soll");
        plan.journeys.insert(target);
        plan.journeys.update(&JourneyId::standard("soll"), |journey| journey.personas = vec![PersonaId::standard("mover")]);
        plan.journeys.update(&JourneyId::standard("umzug"), |journey| journey.personas = vec![PersonaId::standard("shop")]);
        for (id, state) in [("a", PainPointState::Open), ("b", PainPointState::Planned), ("c", PainPointState::Solved)] {
            let pain_point = PainPoint::new(PainPointId::standard(id), "", vec![TouchpointId::standard("hotline")]);
            plan.pain_points.insert(PainPoint { state, ..pain_point });
        }
        plan
    }

    #[track_caller]
    fn check(filter: JourneyFilter, sorted_by: Option<(JourneyColumn, bool)>, expected: &str) {
        let plan = plan();
        let listed = list_journeys(&plan, &JourneyIndex::new(&plan), &filter, sorted_by);
        let listed: Vec<&str> = listed.iter().map(JourneyId::as_str).collect();
        assert_eq!(listed.join(" "), expected, "{filter:?} {sorted_by:?}");
    }

    #[test]
    fn a_journey_comes_to_its_mean_its_phases_and_its_unsolved_pain_points() {
        let index = JourneyIndex::new(&plan());
        let facts = index.facts(&JourneyId::standard("umzug"));
        assert_eq!((facts.mood, facts.unsolved_pain_points), (Some(-0.5), 2));
        assert_eq!((facts.phases, facts.targets), (vec![Phase::Active], vec![JourneyId::standard("soll")]));
        assert_eq!(index.facts(&JourneyId::standard("leer")), JourneyFacts::default());
    }

    #[test]
    fn a_journey_that_personas_alone_feel_has_a_mood() {
        let mut plan = plan();
        let (id, step) = (JourneyId::standard("aerger"), StepId::standard("0"));
        for (persona, halves) in [("shop", -4), ("mover", -1)] {
            plan.update_step(&id, &step, |step| {
                step.emotion = None;
                step.set_emotion_of(Some(&PersonaId::standard(persona)), Some(Emotion::from_halves(halves)));
            });
        }
        let facts = JourneyIndex::new(&plan).facts(&id);
        assert_eq!((facts.mood, facts.felt), (Some(-1.25), vec![Some(-1.25)]));
    }

    #[test]
    fn journeys_are_filtered() {
        let all = JourneyFilter::default;
        check(JourneyFilter { kind: Some(JourneyKind::ToBe), ..all() }, None, "soll");
        check(JourneyFilter { phase: Some(Phase::Active), ..all() }, None, "umzug soll");
        check(JourneyFilter { persona: Some(PersonaId::standard("mover")), ..all() }, None, "soll");
        check(JourneyFilter { mood: Some(MoodBand::Bad), ..all() }, None, "umzug soll");
        check(JourneyFilter { mood: Some(MoodBand::Unknown), ..all() }, None, "leer");
        check(JourneyFilter { hurting: true, ..all() }, None, "umzug soll");
        check(JourneyFilter { search: "HOTLINE shop".to_owned(), ..all() }, None, "umzug");
    }

    #[test]
    fn journeys_are_sorted_and_what_lacks_comes_last() {
        let all = JourneyFilter::default;
        check(all(), Some((JourneyColumn::Mood, true)), "umzug soll aerger leer");
        check(all(), Some((JourneyColumn::Mood, false)), "aerger umzug soll leer");
        check(all(), Some((JourneyColumn::Title, true)), "aerger leer soll umzug");
        check(all(), Some((JourneyColumn::Kind, false)), "soll umzug aerger leer");
        check(all(), Some((JourneyColumn::Personas, true)), "soll umzug aerger leer");
        check(all(), Some((JourneyColumn::Phases, false)), "aerger umzug soll leer");
        check(all(), Some((JourneyColumn::Steps, false)), "umzug soll aerger leer");
        check(all(), Some((JourneyColumn::PainPoints, false)), "umzug soll aerger leer");
    }

    #[test]
    fn groups_keep_the_order_of_the_list_and_the_plan() {
        let plan = plan();
        let index = JourneyIndex::new(&plan);
        let listed = list_journeys(&plan, &index, &JourneyFilter::default(), Some((JourneyColumn::Title, true)));
        let groups = |grouping| {
            let groups = group_journeys(&plan, &index, &listed, grouping).into_iter();
            groups.map(|(_, ids)| ids.iter().map(JourneyId::as_str).collect::<Vec<_>>().join(" ")).collect::<Vec<_>>()
        };
        assert_eq!(groups(JourneyGrouping::None), ["aerger leer soll umzug"]);
        assert_eq!(groups(JourneyGrouping::Phase), ["soll umzug", "aerger", "leer"]);
        assert_eq!(groups(JourneyGrouping::Persona), ["umzug", "soll", "aerger leer"]);
        assert_eq!(groups(JourneyGrouping::Kind), ["aerger leer umzug", "soll"]);
    }
}
