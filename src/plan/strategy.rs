//! The strategy: goals and weaknesses in the phases of the lifecycle.

use super::{
    GoalId, KpiEffect, KpiId, Measure, MeasureId, OtherFields, Plan, Record, Reference, SubPhaseId, WeaknessId,
    reference::unlink_one,
};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// What is to be reached in a sub-phase.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Goal {
    /// Its id.
    pub id: GoalId,
    /// What is to be reached.
    #[serde(default)]
    pub title: String,
    /// Where in the lifecycle.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sub_phase: Option<SubPhaseId>,
    /// The KPI whose target tells whether it is reached.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kpi: Option<KpiId>,
    /// Fields of later versions.
    #[serde(flatten)]
    pub other: OtherFields,
}

impl Goal {
    /// Makes a goal of a sub-phase.
    #[must_use]
    pub fn new(id: GoalId, title: &str, sub_phase: Option<SubPhaseId>) -> Self {
        Self { id, title: title.to_owned(), sub_phase, kpi: None, other: OtherFields::new() }
    }
}

impl Record for Goal {
    type Id = GoalId;
    const TABLE: &'static str = "goals";
    fn id(&self) -> &GoalId {
        &self.id
    }
    fn name(&self) -> &str {
        &self.title
    }
    fn references(&self, visit: &mut dyn FnMut(Reference)) {
        self.sub_phase.iter().cloned().for_each(|id| visit(id.into()));
        self.kpi.iter().cloned().for_each(|id| visit(id.into()));
    }
    fn unlink(&mut self, gone: &Reference) {
        unlink_one(&mut self.sub_phase, gone);
        unlink_one(&mut self.kpi, gone);
    }
}

/// An honest judgement whether a typical weakness is one's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Assessment {
    /// It applies.
    Applies,
    /// It applies in part.
    Partly,
    /// It doesn't apply.
    Not,
}

impl Assessment {
    /// All answers in order.
    pub const ALL: [Self; 3] = [Self::Applies, Self::Partly, Self::Not];
}

/// A typical weakness in a sub-phase.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Weakness {
    /// Its id.
    pub id: WeaknessId,
    /// What is weak.
    #[serde(default)]
    pub title: String,
    /// Where in the lifecycle.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sub_phase: Option<SubPhaseId>,
    /// Whether it applies; none: not yet judged.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assessment: Option<Assessment>,
    /// Fields of later versions.
    #[serde(flatten)]
    pub other: OtherFields,
}

impl Weakness {
    /// Makes a weakness that isn't judged yet.
    #[must_use]
    pub fn new(id: WeaknessId, title: &str, sub_phase: Option<SubPhaseId>) -> Self {
        Self { id, title: title.to_owned(), sub_phase, assessment: None, other: OtherFields::new() }
    }
}

impl Record for Weakness {
    type Id = WeaknessId;
    const TABLE: &'static str = "weaknesses";
    fn id(&self) -> &WeaknessId {
        &self.id
    }
    fn name(&self) -> &str {
        &self.title
    }
    fn references(&self, visit: &mut dyn FnMut(Reference)) {
        self.sub_phase.iter().cloned().for_each(|id| visit(id.into()));
    }
    fn unlink(&mut self, gone: &Reference) {
        unlink_one(&mut self.sub_phase, gone);
    }
}

impl Measure {
    /// Whether it serves a goal or answers a weakness; of nothing else it does either.
    #[must_use]
    pub fn serves(&self, item: &Reference) -> bool {
        match item {
            Reference::Goal(id) => self.goals.contains(id),
            Reference::Weakness(id) => self.weaknesses.contains(id),
            _ => false,
        }
    }

    /// Links it with a goal or a weakness, or takes the link away.
    pub fn set_serves(&mut self, item: &Reference, serves: bool) {
        fn set<I: PartialEq + Clone>(links: &mut Vec<I>, id: &I, is_linked: bool) {
            links.retain(|own| own != id);
            if is_linked {
                links.push(id.clone());
            }
        }
        match item {
            Reference::Goal(id) => set(&mut self.goals, id, serves),
            Reference::Weakness(id) => set(&mut self.weaknesses, id, serves),
            _ => {}
        }
    }
}

impl Plan {
    /// The measures that serve a goal or answer a weakness, in order.
    pub fn measures_serving<'a>(&'a self, item: &'a Reference) -> impl Iterator<Item = &'a Arc<Measure>> {
        self.measures.iter().filter(move |measure| measure.serves(item))
    }

    /// Plans a measure for a goal or against a weakness and links both: it lies in the same sub-phase, and is to move the
    /// goal's KPI. Tells whether there is such a goal or weakness.
    pub fn plan_measure_for(&mut self, item: &Reference, id: MeasureId, title: &str) -> bool {
        let (sub_phase, kpi) = match item {
            Reference::Goal(goal) => match self.goals.get(goal) {
                Some(goal) => (goal.sub_phase.clone(), goal.kpi.clone()),
                None => return false,
            },
            Reference::Weakness(weakness) => match self.weaknesses.get(weakness) {
                Some(weakness) => (weakness.sub_phase.clone(), None),
                None => return false,
            },
            _ => return false,
        };
        let mut measure = Measure { kpis: kpi.map(KpiEffect::new).into_iter().collect(), ..Measure::new(id, title, sub_phase) };
        measure.set_serves(item, true);
        self.measures.insert(measure);
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Kpi, KpiKind, PlanId};

    #[test]
    fn a_measure_is_planned_where_goal_or_weakness_lie_and_goes_on_without_them() {
        let mut plan = Plan::new(PlanId::standard("p"), "");
        let (nps, here) = (KpiId::standard("nps"), Some(SubPhaseId::standard("use")));
        plan.kpis.insert(Kpi::new(nps.clone(), "", KpiKind::Nps));
        let (goal, weakness) = (GoalId::standard("g"), WeaknessId::standard("w"));
        plan.goals.insert(Goal { kpi: Some(nps.clone()), ..Goal::new(goal.clone(), "", here.clone()) });
        plan.weaknesses.insert(Weakness::new(weakness.clone(), "", here.clone()));
        let (goal, weakness) = (Reference::Goal(goal), Reference::Weakness(weakness));
        assert!(plan.plan_measure_for(&goal, MeasureId::standard("a"), "A"));
        assert!(plan.plan_measure_for(&weakness, MeasureId::standard("b"), "B"));
        assert!(!plan.plan_measure_for(&Reference::Kpi(nps.clone()), MeasureId::standard("c"), "C"));
        assert_eq!(plan.measures.len(), 2);
        let serving = |plan: &Plan, item: &Reference| plan.measures_serving(item).map(|it| it.title.clone()).collect::<Vec<_>>();
        assert_eq!((serving(&plan, &goal), serving(&plan, &weakness)), (vec!["A".to_owned()], vec!["B".to_owned()]));
        let a = plan.measures.get(&MeasureId::standard("a")).unwrap();
        assert_eq!((a.sub_phase.clone(), a.kpis.as_slice()), (here, [KpiEffect::new(nps)].as_slice()));
        plan.measures.update(&MeasureId::standard("a"), |measure| {
            measure.set_serves(&weakness, true);
            measure.set_serves(&weakness, true);
        });
        assert_eq!(serving(&plan, &weakness), ["A", "B"]);
        assert!(plan.delete(&weakness));
        assert_eq!(plan.dangling(), []);
        assert!(plan.measures.iter().all(|measure| measure.weaknesses.is_empty()));
    }
}
