//! What hangs on a touchpoint of the register: findings, measures, goals.

use super::{FindingKey, Goal, Measure, Plan, TouchpointId};
use std::sync::Arc;

impl Plan {
    /// The pain points at a touchpoint, then the opportunities there, each in the user's order.
    #[must_use]
    pub fn findings_at(&self, touchpoint: &TouchpointId) -> Vec<FindingKey> {
        let pains = self.pain_points.iter().filter(|pain| pain.touchpoints.contains(touchpoint));
        let chances = self.opportunities.iter().filter(|chance| chance.touchpoints.contains(touchpoint));
        pains.map(|pain| pain.id.clone().into()).chain(chances.map(|chance| chance.id.clone().into())).collect()
    }

    /// The measures that change a touchpoint or answer a finding there, in order.
    #[must_use]
    pub fn measures_at(&self, touchpoint: &TouchpointId) -> Vec<&Arc<Measure>> {
        let findings = self.findings_at(touchpoint);
        let is_here =
            |measure: &&Arc<Measure>| measure.touchpoints.contains(touchpoint) || findings.iter().any(|key| measure.answers(key));
        self.measures.iter().filter(is_here).collect()
    }

    /// The goals that findings at a touchpoint touch or that measures there serve, in order.
    #[must_use]
    pub fn goals_at(&self, touchpoint: &TouchpointId) -> Vec<&Arc<Goal>> {
        let findings = self.findings_at(touchpoint);
        let of_findings = findings.iter().filter_map(|key| self.finding(key)).flat_map(|finding| finding.goals);
        let of_measures = self.measures_at(touchpoint).into_iter().flat_map(|measure| &measure.goals);
        let ids: Vec<_> = of_findings.chain(of_measures).collect();
        self.goals.iter().filter(|goal| ids.contains(&&goal.id)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::*;

    fn touchpoint(id: &str) -> Vec<TouchpointId> {
        vec![TouchpointId::standard(id)]
    }

    fn goal(id: &str) -> Vec<GoalId> {
        vec![GoalId::standard(id)]
    }

    /// A plan whose measures are at the hotline: `changes` changes it, `eases` answers its pain point, `takes` its
    /// opportunity; `elsewhere` is at the bill.
    fn plan() -> Plan {
        let mut plan = Plan::blank(PlanId::standard("p"));
        for id in ["served", "blocked", "helped", "far"] {
            plan.goals.insert(Goal::new(GoalId::standard(id), id, None));
        }
        let pain = PainPoint::new(PainPointId::standard("pain"), "", touchpoint("hotline"));
        plan.pain_points.insert(PainPoint { goals: goal("blocked"), ..pain });
        let chance = Opportunity::new(OpportunityId::standard("chance"), "", touchpoint("hotline"));
        plan.opportunities.insert(Opportunity { goals: goal("helped"), ..chance });
        plan.opportunities.insert(Opportunity::new(OpportunityId::standard("far"), "", touchpoint("bill")));
        let measure = |id: &str| Measure::new(MeasureId::standard(id), id, None);
        plan.measures.insert(Measure { touchpoints: touchpoint("bill"), goals: goal("far"), ..measure("elsewhere") });
        plan.measures.insert(Measure { opportunities: vec![OpportunityId::standard("chance")], ..measure("takes") });
        plan.measures.insert(Measure { pain_points: vec![PainPointId::standard("pain")], ..measure("eases") });
        plan.measures.insert(Measure { touchpoints: touchpoint("hotline"), goals: goal("served"), ..measure("changes") });
        plan
    }

    #[test]
    fn measures_at_a_touchpoint_change_it_or_answer_what_was_found_there() {
        let plan = plan();
        let at = |id: &str| {
            let measures = plan.measures_at(&TouchpointId::standard(id));
            measures.into_iter().map(|measure| measure.title.clone()).collect::<Vec<_>>()
        };
        assert_eq!(at("hotline"), ["takes", "eases", "changes"]);
        assert_eq!(at("bill"), ["elsewhere"]);
        assert!(at("shop").is_empty());
        assert_eq!(plan.findings_at(&TouchpointId::standard("hotline")).len(), 2);
    }

    #[test]
    fn goals_at_a_touchpoint_are_those_of_findings_and_measures_there() {
        let plan = plan();
        let at = |id: &str| {
            let goals = plan.goals_at(&TouchpointId::standard(id));
            goals.into_iter().map(|goal| goal.title.clone()).collect::<Vec<_>>()
        };
        assert_eq!(at("hotline"), ["served", "blocked", "helped"]);
        assert_eq!(at("bill"), ["far"]);
    }
}
