//! Making measures out of what was found, and where touchpoints lie in the lifecycle.

use super::{
    FindingKey, GoalId, JourneyKind, KpiEffect, KpiId, Measure, MeasureId, PainPointState, Plan, SubPhaseId, TouchpointId,
};
use indexmap::IndexSet;

impl Plan {
    /// Makes a measure out of a finding and links both: where the finding is, the goals that it touches, the KPIs of
    /// those touchpoints and goals, and the department that owns its first touchpoint are taken along. An open finding
    /// becomes a planned one. Tells whether the finding exists.
    pub fn measure_from(&mut self, key: &FindingKey, id: MeasureId, title: &str) -> bool {
        let Some(touchpoints) = self.finding(key).map(|finding| finding.touchpoints.to_vec()) else { return false };
        let sub_phase = touchpoints.first().and_then(|touchpoint| self.sub_phase_at(touchpoint));
        self.add_remedy(Measure::new(id, title, sub_phase), std::slice::from_ref(key), touchpoints);
        true
    }

    /// Makes a measure that changes a touchpoint, and links it with the pain points there that aren't solved, just as
    /// [`Plan::measure_from`] does with one. It belongs to this sub-phase; none: that in which the touchpoint lies. Tells
    /// whether the touchpoint exists.
    pub fn measure_at(&mut self, touchpoint: &TouchpointId, sub_phase: Option<SubPhaseId>, id: MeasureId, title: &str) -> bool {
        if !self.touchpoints.contains(touchpoint) {
            return false;
        }
        let hurting = self.pain_points_at(touchpoint).filter(|pain_point| pain_point.state != PainPointState::Solved);
        let keys: Vec<FindingKey> = hurting.map(|pain_point| pain_point.id.clone().into()).collect();
        let sub_phase = sub_phase.or_else(|| self.sub_phase_at(touchpoint));
        self.add_remedy(Measure::new(id, title, sub_phase), &keys, vec![touchpoint.clone()]);
        true
    }

    /// Adds a measure at touchpoints against findings, with their goals and all KPIs of these and of the touchpoints.
    fn add_remedy(&mut self, mut measure: Measure, keys: &[FindingKey], touchpoints: Vec<TouchpointId>) {
        let findings: Vec<_> = keys.iter().filter_map(|key| self.finding(key)).collect();
        let goals: IndexSet<GoalId> = findings.iter().flat_map(|finding| finding.goals).cloned().collect();
        let of_goals = goals.iter().filter_map(|goal| self.goals.get(goal)?.kpi.clone());
        let is_here = |touchpoint: &TouchpointId| touchpoints.contains(touchpoint);
        let of_touchpoints = self.kpis.iter().filter(|kpi| kpi.touchpoint.as_ref().is_some_and(is_here));
        let kpis: IndexSet<KpiId> = of_goals.chain(of_touchpoints.map(|kpi| kpi.id.clone())).collect();
        measure.kpis = kpis.into_iter().map(KpiEffect::new).collect();
        measure.goals = goals.into_iter().collect();
        measure.department = touchpoints.iter().find_map(|id| self.touchpoints.get(id)?.department.clone());
        measure.touchpoints = touchpoints;
        for key in keys {
            measure.set_answers(key, true);
            self.change_finding(key, |finding| {
                if *finding.state == PainPointState::Open {
                    *finding.state = PainPointState::Planned;
                }
            });
        }
        self.measures.insert(measure);
    }

    /// The sub-phase in which a touchpoint lies: that of a stage of a journey as it is with a step there, its own one
    /// before others; where no such journey leads there, its own, else that of a target journey.
    #[must_use]
    pub fn sub_phase_at(&self, touchpoint: &TouchpointId) -> Option<SubPhaseId> {
        let own = self.touchpoints.get(touchpoint).and_then(|touchpoint| touchpoint.sub_phase.clone());
        let places = |kind: JourneyKind| {
            let journeys = self.journeys.iter().filter(move |journey| journey.kind == kind);
            let stages = journeys.flat_map(|journey| &journey.stages);
            let here = stages.filter(|stage| stage.steps.iter().any(|step| step.touchpoint.as_ref() == Some(touchpoint)));
            here.filter_map(|stage| stage.sub_phase.as_ref())
        };
        let as_is =
            places(JourneyKind::AsIs).find(|place| Some(*place) == own.as_ref()).or_else(|| places(JourneyKind::AsIs).next());
        as_is.cloned().or(own).or_else(|| places(JourneyKind::ToBe).next().cloned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{
        Department, DepartmentId, Goal, Journey, JourneyId, Kpi, KpiKind, OpportunityId, PainPointId, PlanId, Stage, StageId,
        Step, StepId, Touchpoint,
    };
    use std::sync::Arc;

    fn hotline() -> TouchpointId {
        TouchpointId::standard("hotline")
    }

    /// A journey through the hotline in the use; a pain point and an opportunity at hotline and chat.
    fn plan() -> Plan {
        let mut plan = Plan::new(PlanId::standard("p"), "");
        let chat = TouchpointId::standard("chat");
        plan.departments.insert(Department::new(DepartmentId::standard("service"), "Service"));
        plan.touchpoints.insert(Touchpoint::new(hotline(), "Hotline"));
        let department = Some(DepartmentId::standard("service"));
        plan.touchpoints.insert(Touchpoint { department, ..Touchpoint::new(chat.clone(), "Chat") });
        for (id, touchpoint) in [("nps", None), ("csat-chat", Some(chat.clone())), ("other", None)] {
            plan.kpis.insert(Kpi { touchpoint, ..Kpi::new(KpiId::standard(id), id, KpiKind::Nps) });
        }
        let kpi = Some(KpiId::standard("nps"));
        plan.goals.insert(Goal { kpi, ..Goal::new(GoalId::standard("fast"), "", None) });
        plan.journeys.insert(journey("j", "use"));
        for key in both() {
            plan.add_finding(&key, "Wartezeit", vec![hotline(), chat.clone()]);
            plan.change_finding(&key, |finding| finding.goals.push(GoalId::standard("fast")));
        }
        plan
    }

    /// A journey whose one step, at the hotline, is in a sub-phase.
    fn journey(id: &str, sub_phase: &str) -> Journey {
        let mut journey = Journey::new(JourneyId::standard(id), "");
        let mut stage = Stage::new(StageId::standard("s"), Some(SubPhaseId::standard(sub_phase)));
        stage.steps.push(Arc::new(Step { touchpoint: Some(hotline()), ..Step::new(StepId::standard("a")) }));
        journey.stages.push(stage);
        journey
    }

    fn both() -> [FindingKey; 2] {
        [PainPointId::standard("wait").into(), OpportunityId::standard("call-back").into()]
    }

    fn kpis(measure: &Measure) -> Vec<&str> {
        measure.kpis.iter().map(|effect| effect.kpi.as_str()).collect()
    }

    #[test]
    fn a_measure_is_made_from_a_finding_with_all_that_is_known() {
        for key in both() {
            let mut plan = plan();
            let id = MeasureId::standard("m");
            assert!(plan.measure_from(&key, id.clone(), "Rückruf"));
            let measure = plan.measures.get(&id).unwrap();
            assert_eq!(measure.sub_phase, Some(SubPhaseId::standard("use")));
            assert_eq!(measure.department, Some(DepartmentId::standard("service")));
            assert_eq!(measure.goals, [GoalId::standard("fast")]);
            assert_eq!(kpis(measure), ["nps", "csat-chat"]);
            assert!(measure.answers(&key));
            assert_eq!(plan.measures_for(&key).count(), 1);
            assert_eq!(plan.finding(&key).unwrap().state, PainPointState::Planned);
            assert_eq!(plan.dangling(), vec![]);
        }
    }

    #[test]
    fn a_solved_finding_stays_solved_and_what_is_gone_gives_no_measure() {
        let mut plan = plan();
        let key = both()[1].clone();
        plan.change_finding(&key, |finding| *finding.state = PainPointState::Solved);
        assert!(plan.measure_from(&key, MeasureId::standard("m"), ""));
        assert_eq!(plan.finding(&key).unwrap().state, PainPointState::Solved);
        plan.delete(&key.clone().into());
        assert!(!plan.measure_from(&key, MeasureId::standard("n"), ""));
        assert_eq!((plan.measures.len(), plan.measures_for(&key).count()), (1, 0));
        assert_eq!(plan.dangling(), vec![]);
    }

    #[test]
    fn a_measure_at_a_touchpoint_answers_what_still_hurts_there() {
        let mut plan = plan();
        let states = [("done", PainPointState::Solved), ("begun", PainPointState::Planned), ("new", PainPointState::Open)];
        for (id, state) in states {
            let key = FindingKey::from(PainPointId::standard(id));
            plan.add_finding(&key, id, vec![hotline()]);
            plan.change_finding(&key, |finding| *finding.state = state);
        }
        assert!(plan.measure_at(&hotline(), None, MeasureId::standard("m"), "Hotline verbessern"));
        let measure = plan.measures.get(&MeasureId::standard("m")).unwrap();
        let answered: Vec<&str> = measure.pain_points.iter().map(|id| id.as_str()).collect();
        assert_eq!((answered, measure.opportunities.len()), (vec!["wait", "begun", "new"], 0));
        assert_eq!((&measure.touchpoints[..], &measure.goals[..]), (&[hotline()][..], &[GoalId::standard("fast")][..]));
        assert_eq!((kpis(measure), &measure.department), (vec!["nps"], &None));
        assert_eq!(measure.sub_phase, Some(SubPhaseId::standard("use")));
        let state = |id: &str| plan.pain_points.get(&PainPointId::standard(id)).unwrap().state;
        let planned = PainPointState::Planned;
        assert_eq!(["wait", "begun", "new", "done"].map(state), [planned, planned, planned, PainPointState::Solved]);

        let own = Some(SubPhaseId::standard("renewal"));
        assert!(plan.measure_at(&hotline(), own.clone(), MeasureId::standard("n"), ""));
        assert_eq!(plan.measures.get(&MeasureId::standard("n")).unwrap().sub_phase, own);
        assert!(!plan.measure_at(&TouchpointId::standard("gone"), None, MeasureId::standard("o"), ""));
        assert_eq!((plan.measures.len(), plan.dangling()), (2, vec![]));
    }

    #[test]
    fn a_touchpoint_lies_where_journeys_lead_through_it_now() {
        #[track_caller]
        fn check(plan: &Plan, expected: Option<&str>) {
            assert_eq!(plan.sub_phase_at(&hotline()), expected.map(SubPhaseId::standard));
        }
        let mut plan = plan();
        plan.touchpoints.update(&hotline(), |touchpoint| touchpoint.sub_phase = Some(SubPhaseId::standard("decision")));
        check(&plan, Some("use"));
        plan.journeys.insert(journey("k", "decision"));
        check(&plan, Some("decision"));
        for id in ["j", "k"] {
            plan.journeys.update(&JourneyId::standard(id), |journey| journey.kind = JourneyKind::ToBe);
        }
        check(&plan, Some("decision"));
        plan.touchpoints.update(&hotline(), |touchpoint| touchpoint.sub_phase = None);
        check(&plan, Some("use"));
        plan.journeys.remove(&JourneyId::standard("j"));
        plan.journeys.remove(&JourneyId::standard("k"));
        check(&plan, None);
    }
}
