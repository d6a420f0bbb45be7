//! What is known of a persona: the figures of its segments, and how its journeys feel.

use super::journey::mean_felt;
use super::series::days_covered;
use super::standing::{PersonaMeasured, of_persona};
use crate::plan::{JourneyKind, KpiId, Month, Persona, Plan};
use std::ops::RangeInclusive;

/// Months with data that a persona's figures look back over.
const MONTHS: i32 = 12;

/// The figure of a KPI for a persona.
#[derive(Clone, Debug, PartialEq)]
pub struct PersonaFigure {
    /// The KPI.
    pub kpi: KpiId,
    /// The months looked at: the last twelve up to the KPI's last month with data.
    pub months: RangeInclusive<Month>,
    /// What was measured of one dimension's segments; dimensions aren't crossed.
    pub measured: PersonaMeasured,
}

/// The figures of a persona, in the order of the plan's KPIs and dimensions; empty if no segment of it occurs in the
/// data.
#[must_use]
pub fn persona_figures(plan: &Plan, persona: &Persona) -> Vec<PersonaFigure> {
    let mut found = Vec::new();
    for kpi in plan.kpis.iter() {
        let Some(days) = days_covered(plan, &kpi.id) else { continue };
        let last = days.end().month();
        let months = days.start().month().max(last.plus(1 - MONTHS))..=last;
        let all = of_persona(plan, &kpi.id, persona, &(months.start().first_day()..=last.last_day()));
        found.extend(all.into_iter().map(|measured| PersonaFigure { kpi: kpi.id.clone(), months: months.clone(), measured }));
    }
    found
}

/// Mean of how all steps of the persona's journeys as they are feel to it, −2 to 2: its own emotions, else those of all
/// customers; none if no step has one.
#[must_use]
pub fn mood_of_persona(plan: &Plan, persona: &Persona) -> Option<f64> {
    let own = plan.journeys.iter().filter(|journey| journey.kind == JourneyKind::AsIs && journey.personas.contains(&persona.id));
    mean_felt(own.flat_map(|journey| journey.steps()), Some(&persona.id))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{
        Dimension, DimensionId, Emotion, Journey, JourneyId, Kpi, KpiKind, OtherFields, PersonaId, PlanId, Segment, SegmentTally,
        SegmentValueId, Source, SourceId, Stage, StageId, Step, StepId, Tally,
    };
    use std::{collections::BTreeMap, sync::Arc};

    fn month(text: &str) -> Month {
        Month::parse(text).unwrap()
    }

    /// A plan whose business customers gave so many answers 10 and 0 in each of these months.
    fn plan(months: &[(&str, u32, u32)]) -> (Plan, Persona) {
        let mut plan = Plan::new(PlanId::standard("p"), "");
        let (kind, business) = (DimensionId::standard("kind"), SegmentValueId::standard("business"));
        plan.dimensions.insert(Dimension::with_values(kind.clone(), "", vec![(business.clone(), "")]));
        plan.kpis.insert(Kpi::new(KpiId::standard("nps"), "", KpiKind::Nps));
        let scores = |(_, tens, zeros): &(&str, u32, u32)| BTreeMap::from([(10, *tens), (0, *zeros)]);
        let by_month = months.iter().map(|entry| (month(entry.0), scores(entry))).collect();
        let days = months.iter().map(|entry| (month(entry.0).first_day(), scores(entry))).collect();
        let segment =
            SegmentTally { dimension: kind.clone(), value: business.clone(), months: by_month, other: OtherFields::new() };
        let tally = Tally { days, segments: vec![segment], ..Tally::new(KpiId::standard("nps")) };
        plan.sources.insert(Source { tallies: vec![tally], ..Source::new(SourceId::standard("s"), "") });
        let segments = vec![Segment::new(kind, business)];
        (plan, Persona { segments, ..Persona::new(PersonaId::standard("shop"), "") })
    }

    #[test]
    fn a_persona_has_the_figures_of_its_segments_in_the_last_twelve_months() {
        let (plan, persona) = plan(&[("2024-01", 50, 0), ("2024-02", 6, 2), ("2025-01", 3, 1)]);
        let found = persona_figures(&plan, &persona);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].months, month("2024-02")..=month("2025-01"));
        let figure = found[0].measured.measured.figure().unwrap();
        assert_eq!((figure.n, figure.value), (Some(12), 50.0));
    }

    #[test]
    fn without_segments_or_data_there_are_no_figures() {
        let (known, persona) = plan(&[("2025-01", 3, 1)]);
        assert_eq!(persona_figures(&known, &Persona::new(PersonaId::standard("other"), "")), []);
        let (empty, _) = plan(&[]);
        assert_eq!(persona_figures(&empty, &persona), []);
    }

    #[test]
    fn mood_is_the_mean_of_all_steps_of_journeys_as_they_are() {
        let (mut plan, persona) = plan(&[]);
        assert_eq!(mood_of_persona(&plan, &persona), None);
        plan.personas.insert(persona.clone());
        for (id, kind, halves) in
            [("a", JourneyKind::AsIs, [-4, 1]), ("b", JourneyKind::AsIs, [1, 0]), ("t", JourneyKind::ToBe, [4, 4])]
        {
            let mut journey = Journey { kind, personas: vec![persona.id.clone()], ..Journey::new(JourneyId::standard(id), "") };
            let mut stage = Stage::new(StageId::standard("s"), None);
            for (at, halves) in halves.into_iter().enumerate() {
                let emotion = Some(Emotion::from_halves(halves));
                stage.steps.push(Arc::new(Step { emotion, ..Step::new(StepId::standard(&at.to_string())) }));
            }
            journey.stages.push(stage);
            plan.journeys.insert(journey);
        }
        assert_eq!(mood_of_persona(&plan, &persona), Some(-0.25));
        // Its own emotion takes the place of that of all customers, another persona's doesn't.
        let other = PersonaId::standard("other");
        plan.personas.insert(Persona::new(other.clone(), ""));
        plan.update_step(&JourneyId::standard("a"), &StepId::standard("0"), |step| {
            step.set_emotion_of(Some(&persona.id), Some(Emotion::from_halves(2)));
            step.set_emotion_of(Some(&other), Some(Emotion::MAX));
        });
        assert_eq!(mood_of_persona(&plan, &persona), Some(0.5));
    }
}
