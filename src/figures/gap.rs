//! What has to change between a journey as it is and its target journey, and which measures see to it.

use super::target::{StepPair, pair_steps};
use crate::plan::{Approach, ChangeField, Journey, Measure, MeasureId, PainPointId, Plan, TouchpointId};
use std::collections::HashSet;

/// A step that differs, and what is done about it.
#[derive(Clone, Debug, PartialEq)]
pub struct Gap {
    /// The step in both journeys.
    pub pair: StepPair,
    /// Its touchpoints in both.
    pub touchpoints: Vec<TouchpointId>,
    /// Measures that change one of these touchpoints or answer a pain point there; dropped ones don't count.
    pub measures: Vec<MeasureId>,
}

/// The steps that differ, in the order of the target journey.
#[must_use]
pub fn gaps(plan: &Plan, as_is: &Journey, to_be: &Journey) -> Vec<Gap> {
    let live: Vec<&Measure> = plan.kept_measures().map(|measure| &**measure).collect();
    let differing = pair_steps(as_is, to_be).into_iter().filter(StepPair::differs);
    differing
        .map(|pair| {
            let mut touchpoints: Vec<TouchpointId> = Vec::new();
            for id in pair.as_is.iter().chain(&pair.to_be).filter_map(|step| step.touchpoint.as_ref()) {
                if !touchpoints.contains(id) {
                    touchpoints.push(id.clone());
                }
            }
            let pains: HashSet<&PainPointId> =
                touchpoints.iter().flat_map(|id| plan.pain_points_at(id)).map(|pain_point| &pain_point.id).collect();
            let covers = |measure: &&&Measure| {
                measure.touchpoints.iter().any(|id| touchpoints.contains(id))
                    || measure.pain_points.iter().any(|id| pains.contains(id))
            };
            let measures = live.iter().filter(covers).map(|measure| measure.id.clone()).collect();
            Gap { pair, touchpoints, measures }
        })
        .collect()
}

/// A row of [`change_table`]: the approach, and the measures for each of [`ChangeField::ALL`].
pub type ChangeRow = (Approach, Vec<Vec<MeasureId>>);

/// Which measures do what about which part of the company, for each approach and each of [`ChangeField::ALL`]; and those
/// that don't say it.
#[must_use]
pub fn change_table<'a>(measures: impl IntoIterator<Item = &'a Measure>) -> (Vec<ChangeRow>, Vec<MeasureId>) {
    let mut rows: Vec<ChangeRow> =
        Approach::ALL.into_iter().map(|approach| (approach, vec![Vec::new(); ChangeField::ALL.len()])).collect();
    let mut unsaid = Vec::new();
    for measure in measures {
        if measure.approaches.is_empty() || measure.change_fields.is_empty() {
            unsaid.push(measure.id.clone());
        }
        for (_, fields) in rows.iter_mut().filter(|(approach, _)| measure.approaches.contains(approach)) {
            for (field, found) in ChangeField::ALL.into_iter().zip(fields) {
                if measure.change_fields.contains(&field) {
                    found.push(measure.id.clone());
                }
            }
        }
    }
    (rows, unsaid)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{JourneyId, MeasureStatus, PainPoint, PlanId, Stage, StageId, Step, StepId, Touchpoint};
    use std::sync::Arc;

    fn measure(id: &str) -> Measure {
        Measure::new(MeasureId::standard(id), "", None)
    }

    fn ids(measures: &[MeasureId]) -> String {
        measures.iter().map(MeasureId::as_str).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_gap_knows_the_measures_at_its_touchpoints_and_pain_points() {
        let mut plan = Plan::new(PlanId::standard("p"), "");
        let mut as_is = Journey::new(JourneyId::standard("as-is"), "");
        let mut stage = Stage::new(StageId::standard("s"), None);
        for id in ["web", "bill", "same"] {
            plan.touchpoints.insert(Touchpoint::new(TouchpointId::standard(id), id));
            let step = Step::new(StepId::standard(id));
            stage.steps.push(Arc::new(Step { touchpoint: Some(TouchpointId::standard(id)), ..step }));
        }
        as_is.stages.push(stage);
        let mut to_be = as_is.target(JourneyId::standard("to-be"), "");
        Arc::make_mut(&mut to_be.stages[0].steps[0]).moment_of_truth = true;
        to_be.stages[0].steps.remove(1);
        let pain = PainPointId::standard("pain");
        plan.pain_points.insert(PainPoint::new(pain.clone(), "", vec![TouchpointId::standard("bill")]));
        plan.measures.insert(Measure { touchpoints: vec![TouchpointId::standard("web")], ..measure("a") });
        plan.measures.insert(Measure { pain_points: vec![pain], ..measure("b") });
        plan.measures.insert(Measure { touchpoints: vec![TouchpointId::standard("same")], ..measure("c") });
        let dropped = MeasureStatus::Dropped;
        plan.measures.insert(Measure { touchpoints: vec![TouchpointId::standard("web")], status: dropped, ..measure("d") });
        let found = gaps(&plan, &as_is, &to_be);
        assert_eq!(found.iter().map(|gap| ids(&gap.measures)).collect::<Vec<_>>(), ["a", "b"]);
        assert!(found[1].pair.to_be.is_none());
    }

    #[test]
    fn a_gap_without_a_touchpoint_can_be_covered_once_its_step_has_one() {
        let mut plan = Plan::new(PlanId::standard("p"), "");
        let as_is = Journey::new(JourneyId::standard("as-is"), "");
        let mut to_be = as_is.target(JourneyId::standard("to-be"), "");
        let mut stage = Stage::new(StageId::standard("s"), None);
        let step = Step::new(StepId::standard("new"));
        stage.steps.push(Arc::new(Step { title: "Rückruf".to_owned(), ..step }));
        to_be.stages.push(stage);
        for journey in [&as_is, &to_be] {
            plan.journeys.insert(journey.clone());
        }
        let open = |plan: &Plan| {
            let journeys = ["as-is", "to-be"].map(|id| plan.journeys.get(&JourneyId::standard(id)).unwrap());
            let found = gaps(plan, journeys[0], journeys[1]);
            (found[0].touchpoints.clone(), ids(&found[0].measures))
        };
        assert_eq!(open(&plan), (Vec::new(), String::new()));
        let call = TouchpointId::standard("call");
        let step = StepId::standard("new");
        assert_eq!(plan.touchpoint_for(&to_be.id, &step, call.clone()), call);
        assert_eq!(plan.touchpoints.get(&call).unwrap().name, "Rückruf");
        // It has one now.
        assert_eq!(plan.touchpoint_for(&to_be.id, &step, TouchpointId::standard("other")), call);
        assert_eq!(plan.touchpoints.len(), 1);
        plan.measures.insert(Measure { touchpoints: vec![call.clone()], ..measure("a") });
        assert_eq!(open(&plan), (vec![call], "a".to_owned()));
    }

    #[test]
    fn what_changes_is_counted_by_approach_and_field() {
        let digital = Measure {
            approaches: vec![Approach::Buy, Approach::Digitise],
            change_fields: vec![ChangeField::Technology],
            ..measure("a")
        };
        let silent = Measure { approaches: vec![Approach::Change], ..measure("b") };
        let (rows, unsaid) = change_table([&digital, &silent]);
        let technology = ChangeField::ALL.iter().position(|field| *field == ChangeField::Technology).unwrap();
        let counts: Vec<usize> = rows.iter().map(|(_, fields)| fields[technology].len()).collect();
        assert_eq!(counts, [1, 0, 1, 0]);
        assert_eq!(ids(&unsaid), "b");
    }
}
