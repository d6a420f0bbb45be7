//! Where customers are involved in product development, and where they aren't.

use crate::plan::{DevelopmentPhase, InvolvementState, Plan};

/// A phase of development as customers see it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PhaseInvolvement {
    /// The phase.
    pub phase: DevelopmentPhase,
    /// Ways of involving customers in it.
    pub ways: usize,
    /// How many of these are done.
    pub done: usize,
    /// Whether customers aren't involved here, but in a later phase: then what they say comes too late to be cheap.
    pub missed: bool,
}

/// The phases of development in order.
#[must_use]
pub fn involvement(plan: &Plan) -> [PhaseInvolvement; 5] {
    let last = plan.involvements.iter().map(|involvement| involvement.phase).max();
    DevelopmentPhase::ALL.map(|phase| {
        let here = || plan.involvements.iter().filter(move |involvement| involvement.phase == phase);
        let ways = here().count();
        PhaseInvolvement {
            phase,
            ways,
            done: here().filter(|involvement| involvement.state == InvolvementState::Done).count(),
            missed: ways == 0 && last.is_some_and(|last| phase < last),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Involvement, InvolvementId, PlanId};

    #[test]
    fn an_early_phase_without_customers_is_missed_once_they_come_in_later() {
        #[track_caller]
        fn check(phases: &[DevelopmentPhase], missed: [bool; 5]) {
            let mut plan = Plan::new(PlanId::standard("p"), "");
            for (at, phase) in phases.iter().enumerate() {
                plan.involvements.insert(Involvement::new(InvolvementId::standard(&format!("i{at}")), *phase, ""));
            }
            assert_eq!(involvement(&plan).map(|phase| phase.missed), missed);
        }
        use DevelopmentPhase::{Concept, Design, Idea, Operation};
        check(&[], [false; 5]);
        check(&[Idea], [false; 5]);
        check(&[Operation], [true, true, true, true, false]);
        check(&[Concept, Design, Design], [true, false, false, false, false]);
    }
}
