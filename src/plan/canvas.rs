//! What lies on the strategy's canvas: goals, weaknesses and measures, each in a sub-phase and in the user's order.

use super::{Plan, Record, Reference, SubPhaseId, Table};

/// Something that can be moved on the canvas.
trait Placed: Record {
    fn sub_phase(&self) -> Option<&SubPhaseId>;
    fn put_into(&mut self, sub_phase: &SubPhaseId);
}

macro_rules! placed {
    ($($record:ident)*) => {$(
        impl Placed for super::$record {
            fn sub_phase(&self) -> Option<&SubPhaseId> {
                self.sub_phase.as_ref()
            }
            fn put_into(&mut self, sub_phase: &SubPhaseId) {
                self.sub_phase = Some(sub_phase.clone());
            }
        }
    )*};
}
placed!(Goal Weakness);

impl Placed for super::Measure {
    fn sub_phase(&self) -> Option<&SubPhaseId> {
        self.sub_phase.as_ref()
    }
    fn put_into(&mut self, sub_phase: &SubPhaseId) {
        self.also_serves.retain(|served| served != sub_phase);
        self.sub_phase = Some(sub_phase.clone());
    }
}

/// Moves a record past its neighbour of the same sub-phase.
fn move_past<T: Placed>(table: &mut Table<T>, id: &T::Id, forward: bool) -> bool {
    let Some(record) = table.get(id) else { return false };
    let peers: Vec<&T::Id> =
        table.iter().filter(|other| other.sub_phase() == record.sub_phase()).map(|other| other.id()).collect();
    let Some(at) = peers.iter().position(|peer| *peer == id) else { return false };
    let next = if forward { at + 1 } else { at.wrapping_sub(1) };
    let Some(place) = peers.get(next).and_then(|neighbour| table.position(neighbour)) else { return false };
    table.move_to(id, place)
}

/// Puts a record into a sub-phase, behind what lies there.
fn move_into<T: Placed>(table: &mut Table<T>, id: &T::Id, sub_phase: &SubPhaseId) -> bool {
    if table.get(id).is_none_or(|record| record.sub_phase() == Some(sub_phase)) {
        return false;
    }
    table.update(id, |record| record.put_into(sub_phase));
    table.move_to(id, table.len() - 1)
}

impl Plan {
    /// Moves a goal, weakness or measure one place on (`forward`) or back among those of its sub-phase; tells whether it
    /// moved.
    pub fn move_on_canvas(&mut self, item: &Reference, forward: bool) -> bool {
        match item {
            Reference::Goal(id) => move_past(&mut self.goals, id, forward),
            Reference::Weakness(id) => move_past(&mut self.weaknesses, id, forward),
            Reference::Measure(id) => move_past(&mut self.measures, id, forward),
            _ => false,
        }
    }

    /// Moves a goal, weakness or measure into another sub-phase, behind what lies there; tells whether it moved. A
    /// measure no longer also serves what has become its main sub-phase.
    pub fn move_to_sub_phase(&mut self, item: &Reference, sub_phase: &SubPhaseId) -> bool {
        if !self.sub_phases.contains(sub_phase) {
            return false;
        }
        match item {
            Reference::Goal(id) => move_into(&mut self.goals, id, sub_phase),
            Reference::Weakness(id) => move_into(&mut self.weaknesses, id, sub_phase),
            Reference::Measure(id) => move_into(&mut self.measures, id, sub_phase),
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::plan::{Goal, GoalId, Measure, MeasureId, Plan, PlanId, Reference, SubPhaseId};

    fn goal(id: &str) -> Reference {
        GoalId::standard(id).into()
    }

    fn plan() -> Plan {
        let mut plan = Plan::new(PlanId::standard("p"), "");
        for (id, sub_phase) in [("a", "use"), ("x", "renewal"), ("b", "use"), ("y", "renewal"), ("c", "use")] {
            plan.goals.insert(Goal::new(GoalId::standard(id), "", Some(SubPhaseId::standard(sub_phase))));
        }
        plan
    }

    #[track_caller]
    fn check(plan: &Plan, sub_phase: &str, expected: &str) {
        let sub_phase = Some(SubPhaseId::standard(sub_phase));
        let found: Vec<&str> =
            plan.goals.iter().filter(|goal| goal.sub_phase == sub_phase).map(|goal| goal.id.as_str()).collect();
        assert_eq!(found.concat(), expected);
    }

    #[test]
    fn a_goal_moves_among_those_of_its_sub_phase_alone() {
        let mut plan = plan();
        for (id, forward, moves, expected) in [
            ("a", false, false, "abc"),
            ("a", true, true, "bac"),
            ("a", true, true, "bca"),
            ("a", true, false, "bca"),
            ("c", false, true, "cba"),
        ] {
            assert_eq!(plan.move_on_canvas(&goal(id), forward), moves, "{id}");
            check(&plan, "use", expected);
            check(&plan, "renewal", "xy");
        }
        assert!(!plan.move_on_canvas(&goal("gone"), true));
    }

    #[test]
    fn a_goal_that_changes_its_sub_phase_comes_last_there() {
        let mut plan = plan();
        assert!(plan.move_to_sub_phase(&goal("a"), &SubPhaseId::standard("renewal")));
        check(&plan, "use", "bc");
        check(&plan, "renewal", "xya");
        assert!(!plan.move_to_sub_phase(&goal("a"), &SubPhaseId::standard("renewal")));
        assert!(!plan.move_to_sub_phase(&goal("a"), &SubPhaseId::standard("gone")));
        assert!(!plan.move_to_sub_phase(&SubPhaseId::standard("use").into(), &SubPhaseId::standard("renewal")));
        check(&plan, "renewal", "xya");
    }

    #[test]
    fn a_measure_serves_its_main_sub_phase_only_once() {
        let mut plan = plan();
        let id = MeasureId::standard("m");
        let mut measure = Measure::new(id.clone(), "", Some(SubPhaseId::standard("use")));
        measure.also_serves = vec![SubPhaseId::standard("renewal"), SubPhaseId::standard("onboarding")];
        plan.measures.insert(measure);
        assert!(plan.move_to_sub_phase(&id.clone().into(), &SubPhaseId::standard("renewal")));
        let measure = plan.measures.get(&id).unwrap();
        assert_eq!(measure.sub_phase, Some(SubPhaseId::standard("renewal")));
        assert_eq!(measure.also_serves, [SubPhaseId::standard("onboarding")]);
    }
}
