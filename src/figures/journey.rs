//! What the emotion curve of a journey comes to, and the KPIs that stand beside its steps.

use super::measured::Figure;
use super::standing::{TargetState, last_standing, next_target, target_state};
use crate::plan::{Day, Emotion, Kpi, KpiId, KpiKind, PersonaId, Plan, Step};

/// Figures of an emotion curve, each −2 to 2.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct EmotionFigures {
    /// Mean of all steps that have an emotion.
    pub mean: f64,
    /// Number of the first step with the worst emotion, from 0.
    pub lowest_step: usize,
    /// The worst emotion.
    pub lowest: f64,
    /// Mean of the most extreme emotion, the negative one on ties, and of the last.
    pub peak_end: f64,
}

/// Sums up an emotion curve, one entry a step; `None` if no step has an emotion.
///
/// What people remember of an experience is close to the mean of its peak and its end (Kahneman, Fredrickson, Schreiber
/// & Redelmeier 1993, "When More Pain Is Preferred to Less", Psychological Science 4(6)).
#[must_use]
pub fn emotion_figures(curve: &[Option<Emotion>]) -> Option<EmotionFigures> {
    let felt = || curve.iter().enumerate().filter_map(|(step, emotion)| Some((step, (*emotion)?)));
    let (lowest_step, lowest) = felt().min_by_key(|(step, emotion)| (*emotion, *step))?;
    let (_, peak) = felt().max_by_key(|(_, emotion)| (emotion.halves().abs(), -emotion.halves()))?;
    let (_, end) = felt().next_back()?;
    let sum: f64 = felt().map(|(_, emotion)| emotion.value()).sum();
    Some(EmotionFigures {
        mean: sum / felt().count() as f64,
        lowest_step,
        lowest: lowest.value(),
        peak_end: f64::midpoint(peak.value(), end.value()),
    })
}

/// Mean of how steps feel to a persona, or to all customers, −2 to 2 ([`Step::felt`]); none if none feels anyhow.
#[must_use]
pub fn mean_felt<'a>(steps: impl Iterator<Item = &'a std::sync::Arc<Step>>, persona: Option<&PersonaId>) -> Option<f64> {
    let (sum, count) = steps.filter_map(|step| step.felt(persona)).fold((0.0, 0_u32), |(sum, n), felt| (sum + felt, n + 1));
    (count > 0).then(|| sum / f64::from(count))
}

/// A KPI as it stands beside a step of a map: the value of its last month with data, or of its last longer period.
#[derive(Clone, Debug, PartialEq)]
pub struct KpiGlance {
    /// The KPI.
    pub id: KpiId,
    /// Its title.
    pub title: String,
    /// Its kind, which tells the unit.
    pub kind: KpiKind,
    /// Value, interval and number of answers; none: it has no data.
    pub value: Option<Figure>,
    /// The target that comes next, and whether the value reaches it.
    pub target: Option<(f64, Option<TargetState>)>,
    /// The day by which that target is to be reached.
    pub target_by: Option<Day>,
}

/// Tells how a KPI stands beside a step.
#[must_use]
pub fn kpi_glance(plan: &Plan, kpi: &Kpi) -> KpiGlance {
    let standing = last_standing(plan, &kpi.id);
    let value = standing.as_ref().map(|standing| standing.figure);
    let known_to = standing.as_ref().map(|standing| standing.last.0.last_day());
    let target = next_target(kpi, known_to);
    KpiGlance {
        id: kpi.id.clone(),
        title: kpi.title.clone(),
        kind: kpi.kind.clone(),
        value,
        target_by: target.and_then(|target| target.by),
        target: target.map(|target| (target.value, value.map(|figure| target_state(&figure, target.value, kpi.better())))),
    }
}

/// The KPIs of a step: its own, then those of its touchpoint, each once.
pub fn kpis_of_step<'a>(plan: &'a Plan, step: &'a Step) -> impl Iterator<Item = &'a Kpi> {
    let own = step.kpis.iter().filter_map(|id| plan.kpis.get(id));
    let at_touchpoint = |kpi: &&std::sync::Arc<Kpi>| kpi.touchpoint.is_some() && kpi.touchpoint == step.touchpoint;
    let others = plan.kpis.iter().filter(at_touchpoint).filter(|kpi| !step.kpis.contains(&kpi.id));
    own.chain(others).map(|kpi| &**kpi)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Month, OtherFields, PlanId, StepId, Target, Touchpoint, TouchpointId, TypedAnswers};

    #[test]
    fn a_kpi_beside_a_step_has_the_value_of_its_last_month_and_its_target() {
        let mut plan = Plan::new(PlanId::standard("p"), "");
        let mut kpi = Kpi::new(KpiId::standard("nps"), "NPS", KpiKind::Nps);
        assert_eq!(kpi_glance(&plan, &kpi).value, None);
        kpi.targets.push(Target { value: 14.0, by: None, other: OtherFields::new() });
        assert_eq!(kpi_glance(&plan, &kpi).target, Some((14.0, None)));
        kpi.typed.insert(Month::parse("2025-01").unwrap(), TypedAnswers { promoters: 1, passives: 0, detractors: 9 }.into());
        kpi.typed.insert(Month::parse("2025-02").unwrap(), TypedAnswers { promoters: 50, passives: 30, detractors: 20 }.into());
        plan.kpis.insert(kpi.clone());
        let glance = kpi_glance(&plan, &kpi);
        let value = glance.value.unwrap();
        assert_eq!((value.value, value.n, glance.target), (30.0, Some(100), Some((14.0, Some(TargetState::Secured)))));
        // Reference value of the adjusted Wald interval.
        assert!((value.low() - 14.0511).abs() < 1e-4 && (value.high() - 44.2013).abs() < 1e-4);
    }

    #[test]
    fn a_step_has_its_own_kpis_and_those_of_its_touchpoint_once_each() {
        let mut plan = Plan::new(PlanId::standard("p"), "");
        let hotline = TouchpointId::standard("hotline");
        plan.touchpoints.insert(Touchpoint::new(hotline.clone(), ""));
        for (id, touchpoint) in [("all", None), ("there", Some(hotline.clone())), ("both", Some(hotline.clone()))] {
            plan.kpis.insert(Kpi { touchpoint, ..Kpi::new(KpiId::standard(id), "", KpiKind::Nps) });
        }
        let of = |step: &Step| kpis_of_step(&plan, step).map(|kpi| kpi.id.as_str().to_owned()).collect::<Vec<_>>();
        let mut step = Step::new(StepId::standard("s"));
        assert_eq!(of(&step), Vec::<String>::new());
        step.kpis = vec![KpiId::standard("both"), KpiId::standard("all")];
        step.touchpoint = Some(hotline);
        assert_eq!(of(&step), ["both", "all", "there"]);
    }

    #[track_caller]
    fn check(halves: &[Option<i8>], expected: Option<EmotionFigures>) {
        let curve: Vec<_> = halves.iter().map(|halves| halves.map(Emotion::from_halves)).collect();
        assert_eq!(emotion_figures(&curve), expected, "{halves:?}");
    }

    #[test]
    fn peak_and_end_count_and_the_negative_peak_comes_first() {
        let expected = EmotionFigures { mean: 0.4, lowest_step: 1, lowest: -2.0, peak_end: -0.5 };
        check(&[Some(2), Some(-4), Some(0), Some(4), Some(2)], Some(expected));
        let expected = EmotionFigures { mean: 0.75, lowest_step: 3, lowest: -0.5, peak_end: 0.75 };
        check(&[None, Some(4), None, Some(-1)], Some(expected));
    }

    #[test]
    fn steps_without_emotion_are_missing_not_neutral() {
        check(&[], None);
        check(&[None, None], None);
        let expected = EmotionFigures { mean: 1.5, lowest_step: 1, lowest: 1.5, peak_end: 1.5 };
        check(&[None, Some(3), None], Some(expected));
    }
}
