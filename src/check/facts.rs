//! What several rules need to know of a plan, found once.

use crate::plan::{Day, GoalId, Id, KpiId, Measure, PainPointId, Plan, WeaknessId};
use std::{collections::HashSet, sync::Arc};

/// The plan, and what its records say of each other.
pub(super) struct Facts<'a> {
    pub plan: &'a Plan,
    pub today: Day,
    /// Pain points that a measure answers that isn't dropped.
    pub answered: HashSet<&'a PainPointId>,
    /// Goals that such a measure serves.
    pub served: HashSet<&'a GoalId>,
    /// KPIs that a goal refers to or that such a measure is to move.
    pub used: HashSet<&'a KpiId>,
    /// Weaknesses that such a measure answers.
    pub countered: HashSet<&'a WeaknessId>,
    dismissed: HashSet<(&'a str, Option<&'a str>)>,
}

impl<'a> Facts<'a> {
    pub fn of(plan: &'a Plan, today: Day) -> Self {
        let aimed = plan.goals.iter().filter_map(|goal| goal.kpi.as_ref());
        let shown = plan.journeys.iter().flat_map(|journey| journey.steps()).flat_map(|step| &step.kpis);
        Self {
            plan,
            today,
            answered: plan.kept_measures().flat_map(|measure| &measure.pain_points).collect(),
            served: plan.kept_measures().flat_map(|measure| &measure.goals).collect(),
            used: plan
                .kept_measures()
                .flat_map(|measure| &measure.kpis)
                .map(|effect| &effect.kpi)
                .chain(aimed)
                .chain(shown)
                .collect(),
            countered: plan.kept_measures().flat_map(|measure| &measure.weaknesses).collect(),
            dismissed: plan.dismissals.iter().map(|it| (it.rule.as_str(), it.subject.as_ref().map(Id::as_str))).collect(),
        }
    }

    pub fn is_dismissed(&self, rule: &str, subject: Option<&Id>) -> bool {
        self.dismissed.contains(&(rule, subject.map(Id::as_str)))
    }

    /// Measures that are decided and not over: what is said of them must be whole.
    pub fn decided(&self) -> impl Iterator<Item = &'a Arc<Measure>> {
        self.plan.measures.iter().filter(|measure| measure.is_decided())
    }
}
