//! The order of the lifecycle: sub-phases stand phase by phase, in the user's order within each.

use super::{Phase, Plan, SubPhase, SubPhaseId};
use std::sync::Arc;

impl Plan {
    /// The sub-phases of a phase, in order.
    pub fn sub_phases_in(&self, phase: Phase) -> impl Iterator<Item = &Arc<SubPhase>> {
        self.sub_phases.iter().filter(move |sub_phase| sub_phase.phase == phase)
    }

    /// Puts a new sub-phase in at the end of its phase.
    pub fn add_sub_phase(&mut self, sub_phase: SubPhase) {
        let index = self.end_of_phase(sub_phase.phase);
        self.sub_phases.insert_at(index, sub_phase);
    }

    /// Moves a sub-phase to a place within its phase, from 0; tells whether it moved.
    pub fn move_sub_phase(&mut self, id: &SubPhaseId, place: usize) -> bool {
        let Some(phase) = self.phase_of(Some(id)) else { return false };
        let there = self.sub_phases_in(phase).nth(place).map(|sub_phase| &sub_phase.id).filter(|there| *there != id);
        match there.and_then(|there| self.sub_phases.position(there)) {
            Some(index) => self.sub_phases.move_to(id, index),
            None => false,
        }
    }

    /// Moves a sub-phase to the end of another phase; tells whether it moved.
    pub fn move_sub_phase_to(&mut self, id: &SubPhaseId, phase: Phase) -> bool {
        if self.phase_of(Some(id)).is_none_or(|now| now == phase) {
            return false;
        }
        let Some(moved) = self.sub_phases.remove(id) else { return false };
        self.add_sub_phase(SubPhase { phase, ..SubPhase::clone(&moved) });
        true
    }

    /// Gives the lifecycle other sub-phases, id and phase in order. Those that it has with these ids stay as they are; others
    /// go unless something refers to them or is written there: these stay behind those of their phase and are listed.
    pub fn adopt_sub_phases(&mut self, model: &[(&str, Phase)]) -> Vec<SubPhaseId> {
        let is_used = |plan: &Self, sub_phase: &SubPhase| {
            !sub_phase.customer.is_empty() || !plan.uses(&sub_phase.id.clone().into()).is_empty()
        };
        let wanted = |id: &SubPhaseId| model.iter().any(|(own, _)| *own == id.as_str());
        let kept: Vec<SubPhase> = self
            .sub_phases
            .iter()
            .filter(|sub_phase| !wanted(&sub_phase.id) && is_used(self, sub_phase))
            .map(|sub_phase| SubPhase::clone(sub_phase))
            .collect();
        let taken = model.iter().map(|(id, phase)| {
            let id = SubPhaseId::standard(id);
            let own = self.sub_phases.get(&id).map(|own| SubPhase::clone(own));
            SubPhase { phase: *phase, ..own.unwrap_or_else(|| SubPhase::new(id, *phase)) }
        });
        self.sub_phases = taken.collect();
        let ids = kept.iter().map(|sub_phase| sub_phase.id.clone()).collect();
        kept.into_iter().for_each(|sub_phase| self.add_sub_phase(sub_phase));
        ids
    }

    /// The position behind the last sub-phase of a phase; for a phase without any, behind those of the phases before.
    fn end_of_phase(&self, phase: Phase) -> usize {
        let last = |wanted: &dyn Fn(Phase) -> bool| self.sub_phases.iter().rposition(|sub_phase| wanted(sub_phase.phase));
        last(&|other| other == phase).or_else(|| last(&|other| other < phase)).map_or(0, |last| last + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::PlanId;

    fn plan() -> Plan {
        Plan::new(PlanId::standard("p"), "")
    }

    fn ids(plan: &Plan, phase: Phase) -> Vec<&str> {
        plan.sub_phases_in(phase).map(|sub_phase| sub_phase.id.as_str()).collect()
    }

    #[test]
    fn a_sub_phase_moves_within_its_phase_alone() {
        let mut plan = plan();
        let id = SubPhaseId::standard("consideration");
        assert!(plan.move_sub_phase(&id, 2));
        assert_eq!(ids(&plan, Phase::Acquisition), ["awareness", "decision", "consideration"]);
        assert!(!plan.move_sub_phase(&id, 2));
        assert!(!plan.move_sub_phase(&id, 3));
        assert!(plan.move_sub_phase(&id, 0));
        assert_eq!(ids(&plan, Phase::Acquisition), ["consideration", "awareness", "decision"]);
        assert!(plan.move_sub_phase(&id, 1));
        assert_eq!(ids(&plan, Phase::Acquisition), ["awareness", "consideration", "decision"]);
        assert!(!plan.move_sub_phase(&SubPhaseId::standard("gone"), 0));
    }

    #[test]
    fn neighbours_need_not_stand_side_by_side() {
        let mut plan = plan();
        let (first, stray) = (SubPhaseId::standard("use"), SubPhaseId::standard("awareness"));
        plan.sub_phases.move_to(&stray, 5);
        assert!(plan.move_sub_phase(&stray, 1));
        assert_eq!(ids(&plan, Phase::Acquisition), ["consideration", "awareness", "decision"]);
        assert!(plan.move_sub_phase(&first, 0));
        assert_eq!(ids(&plan, Phase::Active), ["use", "onboarding", "renewal"]);
    }

    #[test]
    fn a_sub_phase_changes_to_the_end_of_another_phase() {
        let mut plan = plan();
        let id = SubPhaseId::standard("decision");
        assert!(plan.move_sub_phase_to(&id, Phase::Active));
        assert_eq!(ids(&plan, Phase::Acquisition), ["awareness", "consideration"]);
        assert_eq!(ids(&plan, Phase::Active), ["onboarding", "use", "renewal", "decision"]);
        assert_eq!(plan.sub_phases.position(&id), Some(5));
        assert!(!plan.move_sub_phase_to(&id, Phase::Active));
    }

    #[test]
    fn another_model_keeps_what_is_used_and_says_so() {
        let mut plan = plan();
        let renewal = SubPhaseId::standard("renewal");
        plan.goals.insert(crate::plan::Goal::new(crate::plan::GoalId::standard("g"), "", Some(renewal.clone())));
        plan.sub_phases.update(&SubPhaseId::standard("use"), |it| it.name = "Betrieb".to_owned());
        let model = [("need", Phase::Acquisition), ("use", Phase::Active), ("lost", Phase::Passive)];
        assert_eq!(plan.adopt_sub_phases(&model), [renewal]);
        assert_eq!(ids(&plan, Phase::Acquisition), ["need"]);
        assert_eq!(ids(&plan, Phase::Active), ["use", "renewal"]);
        assert_eq!(ids(&plan, Phase::Passive), ["lost"]);
        assert_eq!(plan.sub_phases.get(&SubPhaseId::standard("use")).unwrap().name, "Betrieb");
        assert_eq!(plan.dangling(), []);
    }

    #[test]
    fn an_empty_phase_keeps_its_place_between_the_others() {
        let mut plan = plan();
        for id in ["onboarding", "use", "renewal"] {
            plan.delete(&SubPhaseId::standard(id).into());
        }
        plan.add_sub_phase(SubPhase::new(SubPhaseId::standard("new"), Phase::Active));
        assert_eq!(plan.sub_phases.position(&SubPhaseId::standard("new")), Some(3));
    }
}
