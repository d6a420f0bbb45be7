//! What can be done to the columns of a map, and what a map shows that stands elsewhere in the plan.

use super::{
    ChannelId, Journey, JourneyId, PainPoint, Persona, PersonaId, Phase, Plan, Record, Reference, Stage, StageId, Step, StepId,
    SubPhaseId, Touchpoint, TouchpointId, seen,
};
use std::sync::Arc;

impl Journey {
    /// The stage with this id.
    #[must_use]
    pub fn stage(&self, id: &StageId) -> Option<&Stage> {
        self.stages.iter().find(|stage| stage.id == *id)
    }

    /// The stage with this id, to be changed.
    pub fn stage_mut(&mut self, id: &StageId) -> Option<&mut Stage> {
        self.stages.iter_mut().find(|stage| stage.id == *id)
    }

    /// Puts a step in before position `index` of a stage (its end at most); tells whether the stage exists.
    pub fn insert_step(&mut self, stage: &StageId, index: usize, step: Step) -> bool {
        let Some(stage) = self.stage_mut(stage) else { return false };
        stage.steps.insert(index.min(stage.steps.len()), Arc::new(step));
        true
    }

    /// Puts a step in right after another, in the same stage; tells whether that exists.
    pub fn insert_step_after(&mut self, other: &StepId, step: Step) -> bool {
        let Some((stage, index)) = self.step_place(other) else { return false };
        self.stages[stage].steps.insert(index + 1, Arc::new(step));
        true
    }

    /// Puts a step in right before another, in the same stage; tells whether that exists.
    pub fn insert_step_before(&mut self, other: &StepId, step: Step) -> bool {
        let Some((stage, index)) = self.step_place(other) else { return false };
        self.stages[stage].steps.insert(index, Arc::new(step));
        true
    }

    /// Takes a step out.
    pub fn remove_step(&mut self, id: &StepId) -> Option<Arc<Step>> {
        let (stage, index) = self.step_place(id)?;
        Some(self.stages[stage].steps.remove(index))
    }

    /// Moves a step one place to the right (`forward`) or left. At the edge of its stage it changes over to the
    /// neighbouring one; at the edge of the map it stays. Tells whether it moved.
    pub fn move_step(&mut self, id: &StepId, forward: bool) -> bool {
        let Some((stage, index)) = self.step_place(id) else { return false };
        let len = self.stages[stage].steps.len();
        match forward {
            true if index + 1 < len => self.stages[stage].steps.swap(index, index + 1),
            false if index > 0 => self.stages[stage].steps.swap(index, index - 1),
            true if stage + 1 < self.stages.len() => {
                let step = self.stages[stage].steps.remove(index);
                self.stages[stage + 1].steps.insert(0, step);
            }
            false if stage > 0 => {
                let step = self.stages[stage].steps.remove(index);
                self.stages[stage - 1].steps.push(step);
            }
            _ => return false,
        }
        true
    }

    /// Moves a step before another, into that one's stage; tells whether it moved.
    pub fn move_step_before(&mut self, id: &StepId, other: &StepId) -> bool {
        if id == other || self.step_place(other).is_none() {
            return false;
        }
        let Some(step) = self.remove_step(id) else { return false };
        match self.step_place(other) {
            Some((stage, index)) => self.stages[stage].steps.insert(index, step),
            None => return false,
        }
        true
    }

    /// Moves a step to the end of a stage; tells whether it moved.
    pub fn move_step_into(&mut self, id: &StepId, stage: &StageId) -> bool {
        if self.stage(stage).is_none() {
            return false;
        }
        let Some(step) = self.remove_step(id) else { return false };
        if let Some(stage) = self.stage_mut(stage) {
            stage.steps.push(step);
        }
        true
    }

    /// Moves a stage one place to the right (`forward`) or left; tells whether it moved.
    pub fn move_stage(&mut self, id: &StageId, forward: bool) -> bool {
        let Some(index) = self.stages.iter().position(|stage| stage.id == *id) else { return false };
        let other = if forward { index + 1 } else { index.wrapping_sub(1) };
        if other >= self.stages.len() {
            return false;
        }
        self.stages.swap(index, other);
        true
    }

    /// Makes a copy of a stage with its steps, right behind it; `new_step` gives the ids of the copies. Tells whether there
    /// is such a stage.
    pub fn duplicate_stage(&mut self, id: &StageId, copy: StageId, mut new_step: impl FnMut() -> StepId) -> bool {
        let Some(index) = self.stages.iter().position(|stage| stage.id == *id) else { return false };
        let stage = &self.stages[index];
        let copied = stage.steps.iter().map(|step| Arc::new(Step { id: new_step(), ..Step::clone(step) })).collect();
        let stage = Stage { id: copy, steps: copied, ..stage.clone() };
        self.stages.insert(index + 1, stage);
        true
    }

    /// Splits a stage before a step: the step and those behind it become a stage of their own, of the same sub-phase.
    /// Tells whether it was split: the first step of a stage leaves nothing before it.
    pub fn split_stage(&mut self, before: &StepId, new: StageId) -> bool {
        let Some((stage, index)) = self.step_place(before).filter(|(_, index)| *index > 0) else { return false };
        let steps = self.stages[stage].steps.split_off(index);
        let sub_phase = self.stages[stage].sub_phase.clone();
        self.stages.insert(stage + 1, Stage { steps, ..Stage::new(new, sub_phase) });
        true
    }

    /// Merges a stage with the one behind it, whose steps it takes in. Tells whether there is one.
    pub fn merge_stage_with_next(&mut self, id: &StageId) -> bool {
        let Some(index) = self.stages.iter().position(|stage| stage.id == *id) else { return false };
        if index + 1 >= self.stages.len() {
            return false;
        }
        let next = self.stages.remove(index + 1);
        self.stages[index].steps.extend(next.steps);
        true
    }

    /// Moves a stage into the place of another; tells whether it moved.
    pub fn drop_stage(&mut self, id: &StageId, onto: &StageId) -> bool {
        let place = |id: &StageId| self.stages.iter().position(|stage| stage.id == *id);
        let (Some(from), Some(to)) = (place(id), place(onto)) else { return false };
        if from == to {
            return false;
        }
        let stage = self.stages.remove(from);
        self.stages.insert(to, stage);
        true
    }

    /// Takes a stage out with its steps.
    pub fn remove_stage(&mut self, id: &StageId) -> Option<Stage> {
        let index = self.stages.iter().position(|stage| stage.id == *id)?;
        Some(self.stages.remove(index))
    }
}

impl Plan {
    /// Changes a step; tells whether it exists.
    pub fn update_step(&mut self, journey: &JourneyId, step: &StepId, change: impl FnOnce(&mut Step)) -> bool {
        let mut found = false;
        self.journeys.update(journey, |journey| {
            if let Some(step) = journey.step_mut(step) {
                change(step);
                found = true;
            }
        });
        found
    }

    /// The touchpoint of a step. A step without one gets a new one with this id, called as the step is.
    pub fn touchpoint_for(&mut self, journey: &JourneyId, step: &StepId, new: TouchpointId) -> TouchpointId {
        let title = match self.step(journey, step) {
            Some(step) => match &step.touchpoint {
                Some(touchpoint) => return touchpoint.clone(),
                None => step.title.clone(),
            },
            None => String::new(),
        };
        self.touchpoints.insert(Touchpoint::new(new.clone(), &title));
        self.update_step(journey, step, |step| step.touchpoint = Some(new.clone()));
        new
    }

    /// A step of a journey.
    #[must_use]
    pub fn step(&self, journey: &JourneyId, step: &StepId) -> Option<&Arc<Step>> {
        self.journeys.get(journey)?.step(step)
    }

    /// The touchpoint that a step is at.
    #[must_use]
    pub fn touchpoint_of(&self, step: &Step) -> Option<&Arc<Touchpoint>> {
        self.touchpoints.get(step.touchpoint.as_ref()?)
    }

    /// Heading of a step's column: its own title, else its touchpoint's name; empty if it has neither.
    #[must_use]
    pub fn step_heading(&self, step: &Step) -> String {
        let name = self.touchpoint_of(step).map(|touchpoint| &touchpoint.name);
        std::iter::once(&step.title).chain(name).find(|text| !seen(text).is_empty()).cloned().unwrap_or_default()
    }

    /// The personas that a journey has an emotion curve for, or could have: those of the journey, then others that feel
    /// anyhow of their own there.
    #[must_use]
    pub fn emotion_personas(&self, journey: &Journey) -> Vec<&Arc<Persona>> {
        let mut ids: Vec<&PersonaId> = journey.personas.iter().collect();
        for id in journey.steps().flat_map(|step| step.emotions.keys()) {
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
        ids.into_iter().filter_map(|id| self.personas.get(id)).collect()
    }

    /// Whether a step concerns a persona: how its customers feel there was said, or a channel that they prefer is used.
    #[must_use]
    pub fn step_concerns(&self, step: &Step, persona: &PersonaId) -> bool {
        let prefers = |channel: &ChannelId| self.personas.get(persona).is_some_and(|persona| persona.channels.contains(channel));
        step.emotions.contains_key(persona) || self.step_channels(step).iter().any(prefers)
    }

    /// Channels of a step: its own, else those of its touchpoint.
    #[must_use]
    pub fn step_channels(&self, step: &Step) -> Vec<ChannelId> {
        if !step.channels.is_empty() {
            return step.channels.clone();
        }
        self.touchpoint_of(step).map(|touchpoint| touchpoint.channels.clone()).unwrap_or_default()
    }

    /// Pain points at a touchpoint, in order.
    pub fn pain_points_at<'a>(&'a self, touchpoint: &'a TouchpointId) -> impl Iterator<Item = &'a Arc<PainPoint>> {
        self.pain_points.iter().filter(move |pain_point| pain_point.touchpoints.contains(touchpoint))
    }

    /// The phase that a sub-phase belongs to.
    #[must_use]
    pub fn phase_of(&self, sub_phase: Option<&SubPhaseId>) -> Option<Phase> {
        self.sub_phases.get(sub_phase?).map(|sub_phase| sub_phase.phase)
    }

    /// The journeys that lead through a touchpoint.
    pub fn journeys_through<'a>(&'a self, touchpoint: &'a TouchpointId) -> impl Iterator<Item = &'a Arc<Journey>> {
        self.journeys.iter().filter(move |journey| journey.steps().any(|step| step.touchpoint.as_ref() == Some(touchpoint)))
    }
}

/// Takes a record out of its table; used by [`Plan::delete`].
fn take_out<T: Record>(table: &mut super::Table<T>, id: &T::Id) -> bool {
    table.remove(id).is_some()
}

macro_rules! define_delete {
    ($($kind:ident in $field:ident,)*) => {
        impl Plan {
            /// Deletes a record, or a value of a dimension, and every reference to it. Tells whether there was one.
            pub fn delete(&mut self, target: &Reference) -> bool {
                let found = match target {
                    $(Reference::$kind(id) => take_out(&mut self.$field, id),)*
                    Reference::SegmentValue(..) => self.contains(target),
                };
                if let Reference::SegmentValue(dimension, _) = target {
                    self.dimensions.update(dimension, |dimension| dimension.unlink(target));
                }
                self.unlink(target);
                found
            }
        }
    };
}
define_delete! {
    SubPhase in sub_phases,
    Department in departments,
    Channel in channels,
    Dimension in dimensions,
    Touchpoint in touchpoints,
    Persona in personas,
    Audit in audits,
    Voice in voices,
    Journey in journeys,
    PainPoint in pain_points,
    Opportunity in opportunities,
    Goal in goals,
    Weakness in weaknesses,
    Measure in measures,
    WinBackGroup in win_back_groups,
    Content in contents,
    Involvement in involvements,
    Kpi in kpis,
    Source in sources,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Emotion, Measure, MeasureId, PainPointId, PlanId};

    fn ids<const N: usize>(journey: &Journey) -> [Vec<&str>; N] {
        let stages: Vec<Vec<&str>> =
            journey.stages.iter().map(|s| s.steps.iter().map(|step| step.id.as_str()).collect()).collect();
        stages.try_into().unwrap()
    }

    fn journey() -> Journey {
        let mut journey = Journey::new(JourneyId::standard("j"), "");
        for (stage, steps) in [("s", &["a", "b"][..]), ("t", &[]), ("u", &["c"])] {
            let mut stage = Stage::new(StageId::standard(stage), None);
            stage.steps = steps.iter().map(|id| Arc::new(Step::new(StepId::standard(id)))).collect();
            journey.stages.push(stage);
        }
        journey
    }

    #[test]
    fn a_persona_takes_over_the_emotions_of_all_customers_where_it_has_none_of_its_own() {
        let [anna, bert] = ["anna", "bert"].map(PersonaId::standard);
        let [low, high] = [Emotion::MIN, Emotion::MAX].map(Some);
        let mut journey = journey();
        for (id, of_all, of_anna) in [("a", low, None), ("b", low, high), ("c", None, None)] {
            let step = journey.step_mut(&StepId::standard(id)).unwrap();
            step.set_emotion_of(None, of_all);
            step.set_emotion_of(Some(&anna), of_anna);
            step.set_emotion_of(Some(&bert), high);
        }
        let before = journey.clone();
        assert_eq!(journey.take_over_emotions(&anna), 1);
        let emotions = |persona: Option<&PersonaId>| journey.steps().map(|step| step.emotion_of(persona)).collect::<Vec<_>>();
        assert_eq!(emotions(Some(&anna)), [low, high, None]);
        assert_eq!((emotions(None), emotions(Some(&bert))), (vec![low, low, None], vec![high; 3]));
        let is_same = |id: &str| {
            let [now, then] = [&journey, &before].map(|journey| journey.step(&StepId::standard(id)).unwrap());
            Arc::ptr_eq(now, then)
        };
        assert_eq!(["a", "b", "c"].map(is_same), [false, true, true], "only what differs is written");
        assert_eq!(journey.take_over_emotions(&anna), 0);
    }

    #[test]
    fn a_step_moves_through_all_stages_and_back() {
        let mut moved = journey();
        let id = StepId::standard("a");
        for expected in [
            [vec!["b", "a"], vec![], vec!["c"]],
            [vec!["b"], vec!["a"], vec!["c"]],
            [vec!["b"], vec![], vec!["a", "c"]],
            [vec!["b"], vec![], vec!["c", "a"]],
        ] {
            assert!(moved.move_step(&id, true));
            assert_eq!(ids(&moved), expected);
        }
        assert!(!moved.move_step(&id, true));
        for _ in 0..4 {
            assert!(moved.move_step(&id, false));
        }
        assert!(!moved.move_step(&id, false));
        assert_eq!(moved, journey());
    }

    #[test]
    fn a_step_can_be_dropped_before_another() {
        let mut moved = journey();
        assert!(moved.move_step_before(&StepId::standard("c"), &StepId::standard("b")));
        assert_eq!(ids(&moved), [vec!["a", "c", "b"], vec![], vec![]]);
        assert!(!moved.move_step_before(&StepId::standard("c"), &StepId::standard("c")));
        assert!(!moved.move_step_before(&StepId::standard("c"), &StepId::standard("gone")));
        assert!(moved.move_step_into(&StepId::standard("a"), &StageId::standard("t")));
        assert_eq!(ids(&moved), [vec!["c", "b"], vec!["a"], vec![]]);
    }

    #[test]
    fn a_stage_moves_within_the_map() {
        let mut moved = journey();
        assert!(!moved.move_stage(&StageId::standard("s"), false));
        assert!(moved.move_stage(&StageId::standard("s"), true));
        assert_eq!(ids(&moved), [vec![], vec!["a", "b"], vec!["c"]]);
        assert!(!moved.move_stage(&StageId::standard("u"), true));
    }

    #[test]
    fn a_stage_is_split_merged_copied_and_dropped() {
        let mut changed = journey();
        assert!(!changed.split_stage(&StepId::standard("a"), StageId::standard("new")));
        assert!(changed.split_stage(&StepId::standard("b"), StageId::standard("new")));
        assert_eq!(ids(&changed), [vec!["a"], vec!["b"], vec![], vec!["c"]]);
        assert!(changed.merge_stage_with_next(&StageId::standard("s")));
        assert_eq!(changed, journey());
        assert!(!changed.merge_stage_with_next(&StageId::standard("u")));
        let mut number = 0;
        let next = || {
            number += 1;
            StepId::standard(&format!("copy-{number}"))
        };
        assert!(changed.duplicate_stage(&StageId::standard("s"), StageId::standard("s-2"), next));
        assert_eq!(ids(&changed), [vec!["a", "b"], vec!["copy-1", "copy-2"], vec![], vec!["c"]]);
        assert!(changed.drop_stage(&StageId::standard("u"), &StageId::standard("s")));
        assert_eq!(ids(&changed), [vec!["c"], vec!["a", "b"], vec!["copy-1", "copy-2"], vec![]]);
        assert!(!changed.drop_stage(&StageId::standard("u"), &StageId::standard("u")));
    }

    #[test]
    fn a_step_is_put_in_before_another() {
        let mut changed = journey();
        assert!(changed.insert_step_before(&StepId::standard("b"), Step::new(StepId::standard("x"))));
        assert!(!changed.insert_step_before(&StepId::standard("gone"), Step::new(StepId::standard("y"))));
        assert_eq!(ids(&changed), [vec!["a", "x", "b"], vec![], vec!["c"]]);
    }

    #[test]
    fn what_is_deleted_leaves_no_reference() {
        let mut plan = Plan::new(PlanId::standard("p"), "");
        let touchpoint = TouchpointId::standard("t");
        plan.touchpoints.insert(Touchpoint::new(touchpoint.clone(), "T"));
        plan.pain_points.insert(PainPoint::new(PainPointId::standard("x"), "", vec![touchpoint.clone()]));
        let mut measure = Measure::new(MeasureId::standard("m"), "", None);
        measure.pain_points = vec![PainPointId::standard("x")];
        measure.touchpoints = vec![touchpoint.clone()];
        plan.measures.insert(measure);
        assert!(plan.delete(&touchpoint.clone().into()));
        assert!(plan.delete(&PainPointId::standard("x").into()));
        assert!(!plan.delete(&touchpoint.into()));
        assert_eq!(plan.dangling(), vec![]);
        assert_eq!(plan.measures.iter().next().unwrap().touchpoints, vec![]);
    }
}
