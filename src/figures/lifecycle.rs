//! What lies where in the lifecycle: the plan summed up by sub-phase.

use crate::{
    finance::planned_cost,
    plan::{Assessment, JourneyKind, Measure, PainPointState, Plan, SubPhaseId, TouchpointId},
};
use std::collections::{BTreeMap, BTreeSet};

/// What lies in a sub-phase, or in none.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SubPhaseSummary {
    /// Mean of how the steps of as-is journeys feel, −2 to 2 ([`crate::plan::Step::felt`]); none if none feels anyhow.
    pub mood: Option<f64>,
    /// Number of goals.
    pub goals: usize,
    /// Number of weaknesses that apply, wholly or in part.
    pub weaknesses: usize,
    /// Number of weaknesses of which nobody has said yet whether they apply.
    pub not_assessed: usize,
    /// Number of pain points that aren't solved, at touchpoints of the sub-phase.
    pub pain_points: usize,
    /// How many of these no measure answers that isn't dropped.
    pub pain_points_without_measure: usize,
    /// Number of measures that aren't dropped and belong mainly here.
    pub measures: usize,
    /// Number of measures that aren't dropped, belong mainly elsewhere and also serve it.
    pub also_served: usize,
    /// Cost of those that belong mainly here, in the plan's currency; none if no cost is known.
    pub cost: Option<f64>,
}

/// The sub-phases in which each touchpoint lies: those of the stages of as-is journeys with a step there; its own if no
/// such journey leads there.
#[must_use]
pub fn places(plan: &Plan) -> BTreeMap<&TouchpointId, BTreeSet<Option<&SubPhaseId>>> {
    let mut places: BTreeMap<&TouchpointId, BTreeSet<Option<&SubPhaseId>>> = BTreeMap::new();
    let as_is = plan.journeys.iter().filter(|journey| journey.kind == JourneyKind::AsIs);
    for stage in as_is.flat_map(|journey| &journey.stages) {
        for touchpoint in stage.steps.iter().filter_map(|step| step.touchpoint.as_ref()) {
            places.entry(touchpoint).or_default().insert(stage.sub_phase.as_ref());
        }
    }
    for touchpoint in plan.touchpoints.iter() {
        places.entry(&touchpoint.id).or_insert_with(|| BTreeSet::from([touchpoint.sub_phase.as_ref()]));
    }
    places
}

/// The sub-phases that a measure serves besides the one that it belongs to, each once.
pub fn also_served(measure: &Measure) -> BTreeSet<&SubPhaseId> {
    measure.also_serves.iter().filter(|id| measure.sub_phase.as_ref() != Some(id)).collect()
}

/// Sums the plan up by sub-phase, in the plan's order; the last entry, without id, holds what belongs to none, and is
/// left out if that is nothing.
#[must_use]
pub fn lifecycle(plan: &Plan) -> Vec<(Option<SubPhaseId>, SubPhaseSummary)> {
    let mut sums: BTreeMap<Option<&SubPhaseId>, SubPhaseSummary> = BTreeMap::new();
    let places = places(plan);
    let mut moods: BTreeMap<Option<&SubPhaseId>, (f64, usize)> = BTreeMap::new();
    for journey in plan.journeys.iter().filter(|journey| journey.kind == JourneyKind::AsIs) {
        for stage in &journey.stages {
            for step in &stage.steps {
                if let Some(felt) = step.felt(None) {
                    let mood = moods.entry(stage.sub_phase.as_ref()).or_default();
                    *mood = (mood.0 + felt, mood.1 + 1);
                }
            }
        }
    }
    for (sub_phase, (sum, count)) in moods {
        sums.entry(sub_phase).or_default().mood = Some(sum / count as f64);
    }
    for goal in plan.goals.iter() {
        sums.entry(goal.sub_phase.as_ref()).or_default().goals += 1;
    }
    for weakness in plan.weaknesses.iter() {
        let count: fn(&mut SubPhaseSummary) -> &mut usize = match weakness.assessment {
            Some(Assessment::Applies | Assessment::Partly) => |sum| &mut sum.weaknesses,
            Some(Assessment::Not) => continue,
            None => |sum| &mut sum.not_assessed,
        };
        *count(sums.entry(weakness.sub_phase.as_ref()).or_default()) += 1;
    }
    let answered: BTreeSet<_> = plan.kept_measures().flat_map(|measure| &measure.pain_points).collect();
    for pain_point in plan.pain_points.iter().filter(|pain_point| pain_point.state != PainPointState::Solved) {
        let mut at: BTreeSet<Option<&SubPhaseId>> = pain_point.touchpoints.iter().flat_map(|id| &places[id]).copied().collect();
        if at.is_empty() {
            at.insert(None);
        }
        for sub_phase in at {
            let sum = sums.entry(sub_phase).or_default();
            sum.pain_points += 1;
            sum.pain_points_without_measure += usize::from(!answered.contains(&pain_point.id));
        }
    }
    for measure in plan.kept_measures() {
        let sum = sums.entry(measure.sub_phase.as_ref()).or_default();
        sum.measures += 1;
        if let Some(cost) = planned_cost(measure) {
            sum.cost = Some(sum.cost.unwrap_or(0.0) + cost);
        }
        for sub_phase in also_served(measure) {
            sums.entry(Some(sub_phase)).or_default().also_served += 1;
        }
    }
    let ids = plan.sub_phases.ids().map(Some).chain([None]);
    ids.filter_map(|id| match sums.remove(&id) {
        Some(sum) => Some((id.cloned(), sum)),
        None => id.map(|id| (Some(id.clone()), SubPhaseSummary::default())),
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{
        Emotion, Goal, GoalId, Journey, JourneyId, MeasureId, MeasureStatus, PainPoint, PainPointId, PlanId, Stage, StageId,
        Step, StepId, Touchpoint, Weakness, WeaknessId,
    };
    use std::sync::Arc;

    #[test]
    fn what_belongs_to_a_sub_phase_is_counted_there() {
        let mut plan = Plan::new(PlanId::standard("p"), "");
        let use_phase = Some(SubPhaseId::standard("use"));
        let (hotline, letter) = (TouchpointId::standard("hotline"), TouchpointId::standard("letter"));
        plan.touchpoints.insert(Touchpoint::new(hotline.clone(), ""));
        let cancelled = Some(SubPhaseId::standard("cancelled"));
        plan.touchpoints.insert(Touchpoint { sub_phase: cancelled, ..Touchpoint::new(letter.clone(), "") });
        let mut stage = Stage::new(StageId::standard("s"), use_phase.clone());
        for (id, halves) in [("a", -4), ("b", 1)] {
            let mut step = Step::new(StepId::standard(id));
            step.emotion = Some(Emotion::from_halves(halves));
            step.touchpoint = Some(hotline.clone());
            stage.steps.push(Arc::new(step));
        }
        let mut journey = Journey::new(JourneyId::standard("j"), "");
        journey.stages.push(stage);
        let to_be = Journey { id: JourneyId::standard("t"), kind: JourneyKind::ToBe, ..journey.clone() };
        plan.journeys.insert(journey);
        plan.journeys.insert(to_be);
        for (id, at) in [("p", vec![hotline.clone()]), ("q", vec![hotline, letter]), ("r", vec![])] {
            plan.pain_points.insert(PainPoint::new(PainPointId::standard(id), "", at));
        }
        let mut measure = Measure::new(MeasureId::standard("m"), "", use_phase.clone());
        measure.pain_points = vec![PainPointId::standard("p")];
        measure.one_off_cost = Some(500.0);
        measure.also_serves = ["use", "inactive", "inactive"].map(SubPhaseId::standard).to_vec();
        plan.measures.insert(measure.clone());
        plan.measures.insert(Measure { id: MeasureId::standard("d"), status: MeasureStatus::Dropped, ..measure });
        plan.goals.insert(Goal::new(GoalId::standard("g"), "", use_phase.clone()));
        for (id, assessment) in [("v", Some(Assessment::Partly)), ("w", Some(Assessment::Not)), ("x", None)] {
            let weakness = Weakness::new(WeaknessId::standard(id), "", use_phase.clone());
            plan.weaknesses.insert(Weakness { assessment, ..weakness });
        }
        let found = lifecycle(&plan);
        assert_eq!(found.len(), 10);
        let of = |id: Option<&str>| found.iter().find(|(at, _)| at.as_ref().map(SubPhaseId::as_str) == id).unwrap().1.clone();
        let expected = SubPhaseSummary {
            mood: Some(-0.75),
            goals: 1,
            weaknesses: 1,
            not_assessed: 1,
            pain_points: 2,
            pain_points_without_measure: 1,
            measures: 1,
            also_served: 0,
            cost: Some(500.0),
        };
        assert_eq!(of(Some("use")), expected);
        assert_eq!(of(Some("inactive")), SubPhaseSummary { also_served: 1, ..SubPhaseSummary::default() });
        let one = SubPhaseSummary { pain_points: 1, pain_points_without_measure: 1, ..SubPhaseSummary::default() };
        assert_eq!(of(Some("cancelled")), one);
        assert_eq!(of(None), one);
        assert_eq!(of(Some("decision")), SubPhaseSummary::default());
    }
}
