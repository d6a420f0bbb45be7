//! Pain points and opportunities as one list: which of them, in what order, in which groups.

use crate::figures::lifecycle::places;
use crate::plan::{
    DepartmentId, Finding, FindingKey, FindingKind, GoalId, JourneyId, MeasureId, PainPointState, PersonaId, Phase, Plan,
    SubPhaseId, TouchpointId,
    order::{entries, finds, text},
};
use std::{
    cmp::Ordering,
    collections::{BTreeSet, HashMap},
};

/// Where a finding is and what is done about it, each in the plan's order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FindingFacts {
    /// Phases of its sub-phases.
    pub phases: Vec<Phase>,
    /// Sub-phases in which its touchpoints lie: see [`places`].
    pub sub_phases: Vec<SubPhaseId>,
    /// Departments that own its touchpoints.
    pub departments: Vec<DepartmentId>,
    /// Journeys that lead through its touchpoints.
    pub journeys: Vec<JourneyId>,
    /// Personas of these journeys.
    pub personas: Vec<PersonaId>,
    /// Measures that answer it and aren't dropped.
    pub measures: Vec<MeasureId>,
}

/// What is known of all findings of a plan; made anew when the plan has changed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FindingIndex(HashMap<FindingKey, FindingFacts>);

impl FindingIndex {
    /// Looks at all findings.
    #[must_use]
    pub fn new(plan: &Plan) -> Self {
        let places = places(plan);
        let mut through: HashMap<&TouchpointId, Vec<usize>> = HashMap::new();
        for (at, journey) in plan.journeys.iter().enumerate() {
            for touchpoint in journey.steps().filter_map(|step| step.touchpoint.as_ref()) {
                let journeys = through.entry(touchpoint).or_default();
                if journeys.last() != Some(&at) {
                    journeys.push(at);
                }
            }
        }
        let journeys: Vec<_> = plan.journeys.iter().collect();
        let facts = |key: &FindingKey| {
            let at = plan.finding(key)?.touchpoints;
            let own_places: BTreeSet<_> = at.iter().filter_map(|id| places.get(id)).flatten().copied().flatten().collect();
            let sub_phases: Vec<_> = plan.sub_phases.iter().filter(|sub_phase| own_places.contains(&sub_phase.id)).collect();
            let owners: BTreeSet<_> = at.iter().filter_map(|id| plan.touchpoints.get(id)?.department.as_ref()).collect();
            let own_journeys: BTreeSet<usize> = at.iter().filter_map(|id| through.get(id)).flatten().copied().collect();
            let people: BTreeSet<_> = own_journeys.iter().flat_map(|at| &journeys[*at].personas).collect();
            let live = plan.measures_for(key).filter(|measure| !measure.is_dropped());
            Some(FindingFacts {
                phases: Phase::ALL.into_iter().filter(|phase| sub_phases.iter().any(|own| own.phase == *phase)).collect(),
                sub_phases: sub_phases.iter().map(|sub_phase| sub_phase.id.clone()).collect(),
                departments: plan.departments.ids().filter(|id| owners.contains(id)).cloned().collect(),
                journeys: own_journeys.iter().map(|at| journeys[*at].id.clone()).collect(),
                personas: plan.personas.ids().filter(|id| people.contains(id)).cloned().collect(),
                measures: live.map(|measure| measure.id.clone()).collect(),
            })
        };
        Self(plan.finding_keys().into_iter().filter_map(|key| facts(&key).map(|facts| (key, facts))).collect())
    }

    /// What is known of a finding; nothing if it isn't one of the plan's.
    #[must_use]
    pub fn facts(&self, key: &FindingKey) -> FindingFacts {
        self.0.get(key).cloned().unwrap_or_default()
    }
}

/// Which findings are listed; none of a field: all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FindingFilter {
    /// Pain points or opportunities.
    pub kind: Option<FindingKind>,
    /// Those in this state.
    pub state: Option<PainPointState>,
    /// Those of this severity or impact at least, 1 to 5.
    pub weight_from: Option<u8>,
    /// Those in this phase.
    pub phase: Option<Phase>,
    /// Those at touchpoints of this department.
    pub department: Option<DepartmentId>,
    /// Those in journeys of this persona.
    pub persona: Option<PersonaId>,
    /// Those at touchpoints of this journey.
    pub journey: Option<JourneyId>,
    /// Those at this touchpoint.
    pub touchpoint: Option<TouchpointId>,
    /// Those that touch this goal.
    pub goal: Option<GoalId>,
    /// Only those that no measure answers.
    pub unanswered: bool,
    /// Those that contain each of these words: in the text, the evidence note or the name of a touchpoint.
    pub search: String,
}

impl FindingFilter {
    fn admits(&self, plan: &Plan, key: &FindingKey, finding: &Finding, facts: &FindingFacts) -> bool {
        fn one_of<T: PartialEq>(wanted: Option<&T>, all: &[T]) -> bool {
            wanted.is_none_or(|wanted| all.contains(wanted))
        }
        self.kind.is_none_or(|kind| key.kind() == kind)
            && self.state.is_none_or(|state| finding.state == state)
            && self.weight_from.is_none_or(|from| finding.weight.is_some_and(|weight| weight >= from))
            && one_of(self.phase.as_ref(), &facts.phases)
            && one_of(self.department.as_ref(), &facts.departments)
            && one_of(self.persona.as_ref(), &facts.personas)
            && one_of(self.journey.as_ref(), &facts.journeys)
            && one_of(self.touchpoint.as_ref(), finding.touchpoints)
            && one_of(self.goal.as_ref(), finding.goals)
            && (!self.unanswered || facts.measures.is_empty())
            && self.finds(plan, finding)
    }

    fn finds(&self, plan: &Plan, finding: &Finding) -> bool {
        if self.search.trim().is_empty() {
            return true;
        }
        let touchpoints = finding.touchpoints.iter().filter_map(|id| plan.touchpoints.get(id));
        let texts: Vec<&str> =
            [finding.text, finding.evidence_note].into_iter().chain(touchpoints.map(|it| it.name.as_str())).collect();
        finds(&self.search, &texts)
    }
}

/// What findings are sorted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FindingColumn {
    /// What hurts or could delight.
    Text,
    /// Severity or impact.
    Weight,
    /// How often customers meet it.
    Frequency,
    /// What is being done.
    State,
    /// The first sub-phase in which it lies, in the order of the lifecycle.
    SubPhase,
    /// Name of the first department that owns it.
    Department,
    /// How many measures answer it.
    Measures,
}

/// Lists findings in the plan's order, or sorted by a column, ascending or not. What has no entry there comes last in
/// both directions; what is alike keeps the plan's order.
#[must_use]
pub fn list_findings(
    plan: &Plan,
    index: &FindingIndex,
    filter: &FindingFilter,
    sorted_by: Option<(FindingColumn, bool)>,
) -> Vec<FindingKey> {
    let listed = plan.finding_keys().into_iter().filter_map(|key| {
        let (finding, facts) = (plan.finding(&key)?, index.0.get(&key)?);
        filter.admits(plan, &key, &finding, facts).then_some((key, finding, facts))
    });
    let mut listed: Vec<_> = listed.collect();
    if let Some((column, ascending)) = sorted_by {
        listed.sort_by(|(_, a, a_facts), (_, b, b_facts)| compare(plan, (a, a_facts), (b, b_facts), column, ascending));
    }
    listed.into_iter().map(|(key, ..)| key).collect()
}

fn compare(
    plan: &Plan,
    (a, a_facts): (&Finding, &FindingFacts),
    (b, b_facts): (&Finding, &FindingFacts),
    column: FindingColumn,
    ascending: bool,
) -> Ordering {
    let sub_phase = |facts: &FindingFacts| plan.sub_phases.position(facts.sub_phases.first()?);
    let department = |facts: &FindingFacts| text(&plan.departments.get(facts.departments.first()?)?.name);
    match column {
        FindingColumn::Text => entries(text(a.text), text(b.text), ascending),
        FindingColumn::Weight => entries(a.weight, b.weight, ascending),
        FindingColumn::Frequency => entries(a.frequency, b.frequency, ascending),
        FindingColumn::State => entries(Some(a.state), Some(b.state), ascending),
        FindingColumn::SubPhase => entries(sub_phase(a_facts), sub_phase(b_facts), ascending),
        FindingColumn::Department => entries(department(a_facts), department(b_facts), ascending),
        FindingColumn::Measures => entries(Some(a_facts.measures.len()), Some(b_facts.measures.len()), ascending),
    }
}

/// What findings are put together by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FindingGrouping {
    /// By nothing: they are one group.
    #[default]
    None,
    /// By phase.
    Phase,
    /// By journey.
    Journey,
    /// By touchpoint.
    Touchpoint,
    /// By what is being done.
    State,
    /// By the department that owns the touchpoint.
    Department,
}

impl FindingGrouping {
    /// All of them.
    pub const ALL: [Self; 6] = [Self::None, Self::Phase, Self::Journey, Self::Touchpoint, Self::State, Self::Department];
}

/// What the findings of a group have in common.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum FindingGroup {
    /// Nothing: they aren't grouped.
    All,
    /// Their phase, if they have one.
    Phase(Option<Phase>),
    /// A journey, if one leads there.
    Journey(Option<JourneyId>),
    /// A touchpoint, if they have one.
    Touchpoint(Option<TouchpointId>),
    /// What is being done.
    State(PainPointState),
    /// A department, if one owns them.
    Department(Option<DepartmentId>),
}

/// Puts listed findings together in groups, in the plan's order, each in the order of the list. A finding at several
/// touchpoints can be in several groups; groups without findings are left out.
#[must_use]
pub fn group_findings(
    plan: &Plan,
    index: &FindingIndex,
    listed: &[FindingKey],
    grouping: FindingGrouping,
) -> Vec<(FindingGroup, Vec<FindingKey>)> {
    fn all<'a, T: Clone + 'a>(ids: impl Iterator<Item = &'a T>, group: fn(Option<T>) -> FindingGroup) -> Vec<FindingGroup> {
        ids.cloned().map(Some).chain([None]).map(group).collect()
    }
    let groups: Vec<FindingGroup> = match grouping {
        FindingGrouping::None => vec![FindingGroup::All],
        FindingGrouping::Phase => all(Phase::ALL.iter(), FindingGroup::Phase),
        FindingGrouping::Journey => all(plan.journeys.ids(), FindingGroup::Journey),
        FindingGrouping::Touchpoint => all(plan.touchpoints.ids(), FindingGroup::Touchpoint),
        FindingGrouping::State => PainPointState::ALL.into_iter().map(FindingGroup::State).collect(),
        FindingGrouping::Department => all(plan.departments.ids(), FindingGroup::Department),
    };
    let mut members: HashMap<FindingGroup, Vec<FindingKey>> = HashMap::new();
    for key in listed {
        for group in groups_of(plan, index, key, grouping) {
            members.entry(group).or_default().push(key.clone());
        }
    }
    groups.into_iter().filter_map(|group| members.remove(&group).map(|members| (group, members))).collect()
}

fn groups_of(plan: &Plan, index: &FindingIndex, key: &FindingKey, grouping: FindingGrouping) -> Vec<FindingGroup> {
    fn each<T: Clone>(ids: &[T], group: fn(Option<T>) -> FindingGroup) -> Vec<FindingGroup> {
        if ids.is_empty() { vec![group(None)] } else { ids.iter().cloned().map(|id| group(Some(id))).collect() }
    }
    let (Some(finding), Some(facts)) = (plan.finding(key), index.0.get(key)) else { return Vec::new() };
    match grouping {
        FindingGrouping::None => vec![FindingGroup::All],
        FindingGrouping::Phase => each(&facts.phases, FindingGroup::Phase),
        FindingGrouping::Journey => each(&facts.journeys, FindingGroup::Journey),
        FindingGrouping::Touchpoint => each(finding.touchpoints, FindingGroup::Touchpoint),
        FindingGrouping::State => vec![FindingGroup::State(finding.state)],
        FindingGrouping::Department => each(&facts.departments, FindingGroup::Department),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{
        Department, Frequency, Goal, Journey, JourneyKind, Measure, MeasureStatus, OpportunityId, PainPointId, Persona, PlanId,
        Stage, StageId, Step, StepId, Touchpoint,
    };
    use std::sync::Arc;

    /// Hotline (use, service) in the journeys "a" and "t" (to-be), chat (decision, no department) in none.
    fn plan() -> Plan {
        let mut plan = Plan::new(PlanId::standard("p"), "");
        let at = |id: &str| TouchpointId::standard(id);
        for id in ["billing", "service"] {
            plan.departments.insert(Department::new(DepartmentId::standard(id), id));
        }
        plan.personas.insert(Persona::new(PersonaId::standard("mover"), ""));
        plan.goals.insert(Goal::new(GoalId::standard("fast"), "", None));
        let department = Some(DepartmentId::standard("service"));
        plan.touchpoints.insert(Touchpoint { department, ..Touchpoint::new(at("hotline"), "Hotline") });
        let sub_phase = Some(SubPhaseId::standard("decision"));
        plan.touchpoints.insert(Touchpoint { sub_phase, ..Touchpoint::new(at("chat"), "Chat") });
        for (id, kind) in [("a", JourneyKind::AsIs), ("t", JourneyKind::ToBe), ("empty", JourneyKind::AsIs)] {
            let mut journey = Journey { kind, ..Journey::new(JourneyId::standard(id), "") };
            if id != "empty" {
                let mut stage = Stage::new(StageId::standard("s"), Some(SubPhaseId::standard("use")));
                for step in ["1", "2"] {
                    let touchpoint = Some(at("hotline"));
                    stage.steps.push(Arc::new(Step { touchpoint, ..Step::new(StepId::standard(step)) }));
                }
                journey.stages.push(stage);
                journey.personas = vec![PersonaId::standard("mover")];
            }
            plan.journeys.insert(journey);
        }
        let entry = |id: &str| FindingKey::from(PainPointId::standard(id));
        plan.add_finding(&entry("wait"), "Wartezeit", vec![at("hotline")]);
        plan.add_finding(&entry("both"), "Ämterdeutsch", vec![at("hotline"), at("chat")]);
        plan.add_finding(&entry("nowhere"), "", vec![]);
        plan.add_finding(&OpportunityId::standard("call").into(), "Rückruf", vec![at("chat")]);
        plan.change_finding(&entry("wait"), |finding| {
            (*finding.weight, *finding.frequency) = (Some(5), Some(Frequency::Often));
            finding.goals.push(GoalId::standard("fast"));
        });
        plan.change_finding(&entry("both"), |finding| {
            (*finding.weight, *finding.state) = (Some(2), PainPointState::Solved);
        });
        let mut measure = Measure::new(MeasureId::standard("m"), "", None);
        measure.pain_points = vec![PainPointId::standard("wait")];
        plan.measures.insert(measure);
        let mut dropped = Measure::new(MeasureId::standard("d"), "", None);
        dropped.status = MeasureStatus::Dropped;
        dropped.pain_points = vec![PainPointId::standard("both")];
        plan.measures.insert(dropped);
        plan
    }

    fn names(keys: &[FindingKey]) -> String {
        keys.iter().map(|key| key.as_id().as_str()).collect::<Vec<_>>().join(" ")
    }

    #[track_caller]
    fn check(filter: FindingFilter, sorted_by: Option<(FindingColumn, bool)>, expected: &str) {
        let plan = plan();
        let listed = list_findings(&plan, &FindingIndex::new(&plan), &filter, sorted_by);
        assert_eq!(names(&listed), expected, "{filter:?} {sorted_by:?}");
    }

    #[test]
    fn a_finding_is_where_its_touchpoints_are() {
        let plan = plan();
        let index = FindingIndex::new(&plan);
        let facts = index.facts(&PainPointId::standard("both").into());
        assert_eq!(facts.phases, [Phase::Acquisition, Phase::Active]);
        assert_eq!(facts.sub_phases, [SubPhaseId::standard("decision"), SubPhaseId::standard("use")]);
        assert_eq!(facts.departments, [DepartmentId::standard("service")]);
        assert_eq!(facts.journeys, [JourneyId::standard("a"), JourneyId::standard("t")]);
        assert_eq!(facts.personas, [PersonaId::standard("mover")]);
        assert_eq!(facts.measures, []);
        assert_eq!(index.facts(&PainPointId::standard("wait").into()).measures, [MeasureId::standard("m")]);
        assert_eq!(index.facts(&PainPointId::standard("nowhere").into()), FindingFacts::default());
    }

    #[test]
    fn findings_are_filtered_by_what_they_are_and_where() {
        let all = FindingFilter::default;
        check(all(), None, "wait both nowhere call");
        check(FindingFilter { kind: Some(FindingKind::Opportunity), ..all() }, None, "call");
        check(FindingFilter { state: Some(PainPointState::Solved), ..all() }, None, "both");
        check(FindingFilter { weight_from: Some(2), ..all() }, None, "wait both");
        check(FindingFilter { weight_from: Some(3), ..all() }, None, "wait");
        check(FindingFilter { phase: Some(Phase::Acquisition), ..all() }, None, "both call");
        check(FindingFilter { phase: Some(Phase::Passive), ..all() }, None, "");
        check(FindingFilter { department: Some(DepartmentId::standard("service")), ..all() }, None, "wait both");
        check(FindingFilter { persona: Some(PersonaId::standard("mover")), ..all() }, None, "wait both");
        check(FindingFilter { journey: Some(JourneyId::standard("empty")), ..all() }, None, "");
        check(FindingFilter { touchpoint: Some(TouchpointId::standard("chat")), ..all() }, None, "both call");
        check(FindingFilter { goal: Some(GoalId::standard("fast")), ..all() }, None, "wait");
        check(FindingFilter { unanswered: true, ..all() }, None, "both nowhere call");
        check(FindingFilter { search: "amter hotline".to_owned(), ..all() }, None, "both");
        check(FindingFilter { search: "CHAT".to_owned(), unanswered: true, ..all() }, None, "both call");
    }

    #[test]
    fn findings_are_sorted_and_what_lacks_comes_last() {
        let all = FindingFilter::default;
        check(all(), Some((FindingColumn::Weight, false)), "wait both nowhere call");
        check(all(), Some((FindingColumn::Weight, true)), "both wait nowhere call");
        check(all(), Some((FindingColumn::Text, true)), "both call wait nowhere");
        check(all(), Some((FindingColumn::Frequency, true)), "wait both nowhere call");
        check(all(), Some((FindingColumn::State, false)), "both wait nowhere call");
        check(all(), Some((FindingColumn::SubPhase, true)), "both call wait nowhere");
        check(all(), Some((FindingColumn::Department, false)), "wait both nowhere call");
        check(all(), Some((FindingColumn::Measures, false)), "wait both nowhere call");
    }

    #[test]
    fn a_finding_is_in_the_group_of_each_of_its_places() {
        let plan = plan();
        let index = FindingIndex::new(&plan);
        let listed = list_findings(&plan, &index, &FindingFilter::default(), Some((FindingColumn::Text, true)));
        let groups = |grouping| {
            let groups = group_findings(&plan, &index, &listed, grouping).into_iter();
            groups.map(|(_, keys)| names(&keys)).collect::<Vec<_>>()
        };
        assert_eq!(groups(FindingGrouping::None), ["both call wait nowhere"]);
        assert_eq!(groups(FindingGrouping::Phase), ["both call", "both wait", "nowhere"]);
        assert_eq!(groups(FindingGrouping::Journey), ["both wait", "both wait", "call nowhere"]);
        assert_eq!(groups(FindingGrouping::Touchpoint), ["both wait", "both call", "nowhere"]);
        assert_eq!(groups(FindingGrouping::State), ["call wait nowhere", "both"]);
        assert_eq!(groups(FindingGrouping::Department), ["both wait", "call nowhere"]);
    }

    #[test]
    fn the_list_agrees_with_the_lifecycle_on_what_is_unanswered() {
        let plan = plan();
        let index = FindingIndex::new(&plan);
        let filter = FindingFilter {
            kind: Some(FindingKind::PainPoint),
            phase: Some(Phase::Active),
            unanswered: true,
            ..FindingFilter::default()
        };
        let open = list_findings(&plan, &index, &filter, None).into_iter();
        let open = open.filter(|key| plan.finding(key).unwrap().state != PainPointState::Solved).count();
        let sums = crate::figures::lifecycle::lifecycle(&plan);
        let active = sums.iter().filter(|(id, _)| plan.phase_of(id.as_ref()) == Some(Phase::Active));
        assert_eq!(open, active.map(|(_, sum)| sum.pain_points_without_measure).sum::<usize>());
    }
}
