//! Which questions drive an overall score, out of a plan.

use super::{
    importance::{Importance, NoImportance, Products},
    series::{Group, is_hidden},
};
use crate::plan::{KpiId, Moments, Plan, ScaleEnd, SegmentTally, Tallied};

/// What was found out about the drivers of an overall score.
#[derive(Clone, Debug, PartialEq)]
pub struct DriverStudy {
    /// The drivers, in the order of the data.
    pub drivers: Vec<KpiId>,
    /// Number of answers that are complete in the overall score and all drivers.
    pub n: u64,
    /// Mean of each driver's answers.
    pub means: Vec<f64>,
    /// How much each explains, or why that can't be told.
    pub importance: Result<Importance, NoImportance>,
}

impl DriverStudy {
    /// How well each driver is rated, from 0 at the worst end of its scale to 1 at the best; none where its scale isn't
    /// known.
    #[must_use]
    pub fn performance(&self, plan: &Plan) -> Vec<Option<f64>> {
        let of = |(driver, mean): (&KpiId, &f64)| {
            let kind = &plan.kpis.get(driver)?.kind;
            let scale = kind.scale()?;
            let from_low = (mean - f64::from(scale.low())) / f64::from(scale.high() - scale.low());
            Some(match kind.best_end() {
                ScaleEnd::High => from_low,
                ScaleEnd::Low => 1.0 - from_low,
            })
        };
        self.drivers.iter().zip(&self.means).map(of).collect()
    }

    /// The drivers with their parts of R², the strongest first.
    #[must_use]
    pub fn ranked(&self) -> Vec<(KpiId, f64)> {
        let Ok(importance) = &self.importance else { return Vec::new() };
        let mut ranked: Vec<_> = self.drivers.iter().cloned().zip(importance.parts.iter().copied()).collect();
        ranked.sort_by(|a, b| b.1.total_cmp(&a.1));
        ranked
    }
}

/// The overall scores for which data tell what drives them, in the plan's order.
#[must_use]
pub fn overall_scores(plan: &Plan) -> Vec<KpiId> {
    let known = |kpi: &KpiId| plan.sources.iter().flat_map(|source| &source.drivers).any(|tally| tally.overall == *kpi);
    plan.kpis.ids().filter(|kpi| known(kpi)).cloned().collect()
}

/// The groups of customers for which enough data tell what drives a score, in the plan's order.
#[must_use]
pub fn driver_groups(plan: &Plan, overall: &KpiId) -> Vec<Group> {
    let all = plan.dimensions.iter().flat_map(|dimension| {
        dimension.values.iter().map(|value| Group { dimension: dimension.id.clone(), value: value.id.clone() })
    });
    all.filter(|group| most_answered(plan, overall, Some(group)).is_some()).collect()
}

/// Tells what drives an overall score, for all or for one group. Sources that asked the same questions are put together;
/// of others that with the most answers counts. `None` without data, and of a group with so few answers that it isn't
/// shown.
#[must_use]
pub fn study(plan: &Plan, overall: &KpiId, group: Option<&Group>) -> Option<DriverStudy> {
    let (drivers, moments) = most_answered(plan, overall, group)?;
    let products = Products::from(&moments);
    let means = (1..=drivers.len()).filter_map(|driver| products.mean(driver)).collect();
    Some(DriverStudy { drivers: drivers.to_vec(), n: products.n, means, importance: products.importance() })
}

/// The drivers that the most answers are about, with these.
fn most_answered<'a>(plan: &'a Plan, overall: &KpiId, group: Option<&Group>) -> Option<(&'a [KpiId], Moments)> {
    let mut sums: Vec<(&[KpiId], Moments)> = Vec::new();
    let tallies = plan.sources.iter().flat_map(|source| &source.drivers).filter(|tally| tally.overall == *overall);
    for tally in tallies {
        let mut own = Moments::default();
        match group {
            None => tally.months.values().for_each(|moments| own.add(moments)),
            Some(group) => {
                let is_own =
                    |segment: &&SegmentTally<Moments>| segment.dimension == group.dimension && segment.value == group.value;
                let months = tally.segments.iter().filter(is_own).flat_map(|segment| segment.months.values());
                months.for_each(|moments| own.add(moments));
            }
        }
        if own.n == 0 {
            continue;
        }
        // The same questions may stand in another order.
        let order = |drivers: &[KpiId]| {
            let places: Option<Vec<usize>> =
                drivers.iter().map(|driver| tally.drivers.iter().position(|other| other == driver)).collect();
            places.filter(|places| places.len() == tally.drivers.len())
        };
        match sums.iter_mut().find_map(|(drivers, sum)| Some((sum, order(drivers)?))) {
            Some((sum, places)) => sum.add(&own.of_drivers(&places)),
            None => sums.push((&tally.drivers, own)),
        }
    }
    let most = sums.into_iter().max_by_key(|(_, moments)| moments.n)?;
    let hidden = group.is_some() && is_hidden(plan, Some(most.1.cases()));
    (!hidden).then_some(most)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{
        Ces, Csat, CsatFigure, Dimension, DimensionId, DriverTally, Kpi, KpiKind, Month, OtherFields, PlanId, Scale,
        SegmentValueId, Source, SourceId,
    };

    fn plan(answers: impl Iterator<Item = [u8; 3]>) -> Plan {
        let mut plan = Plan::new(PlanId::standard("p"), "");
        let id = KpiId::standard;
        plan.kpis.insert(Kpi::new(id("nps"), "NPS", KpiKind::Nps));
        for name in ["hotline", "bill"] {
            plan.kpis.insert(Kpi::new(id(name), name, KpiKind::Csat(Csat::usual(Scale::ONE_TO_FIVE))));
        }
        let mut moments = Moments::default();
        answers.for_each(|answers| moments.observe(&answers));
        let tally = DriverTally {
            overall: id("nps"),
            drivers: vec![id("hotline"), id("bill")],
            months: [(Month::parse("2025-01").unwrap(), moments)].into(),
            segments: Vec::new(),
            other: OtherFields::new(),
        };
        plan.sources.insert(Source { drivers: vec![tally], ..Source::new(SourceId::standard("s"), "") });
        plan
    }

    #[test]
    fn the_driver_that_moves_the_score_comes_first() {
        let answers = (0..200_u32).map(|i| {
            let (hotline, bill) = ((i * 7 % 5) as u8 + 1, (i / 5 * 3 % 5) as u8 + 1);
            [hotline * 2 - (bill % 2), hotline, bill]
        });
        let plan = plan(answers);
        let overall = KpiId::standard("nps");
        assert_eq!(overall_scores(&plan), std::slice::from_ref(&overall));
        let study = study(&plan, &overall, None).unwrap();
        assert_eq!(study.n, 200);
        assert_eq!(study.ranked()[0].0.as_str(), "hotline");
        let performance = study.performance(&plan);
        assert!((performance[0].unwrap() - 0.5).abs() < 1e-9, "{performance:?}");
        assert_eq!(driver_groups(&plan, &overall), []);
    }

    #[test]
    fn too_few_answers_are_said_to_be_too_few() {
        let plan = plan((0..10).map(|i| [i % 11, i % 5 + 1, i % 3 + 1]));
        let study = study(&plan, &KpiId::standard("nps"), None).unwrap();
        assert_eq!(study.importance, Err(NoImportance::TooFew { n: 10, needed: 66 }));
        assert_eq!(study.ranked(), []);
    }

    #[test]
    fn a_scale_whose_low_end_is_good_is_turned_round() {
        let answers = (0..200_u32).map(|i| [(i % 11) as u8, 2, 4]);
        let mut plan = plan(answers);
        let grades = Csat::new(Scale::ONE_TO_FIVE, ScaleEnd::Low, 2, CsatFigure::Mean).unwrap();
        plan.kpis.update(&KpiId::standard("hotline"), |kpi| kpi.kind = KpiKind::Csat(grades));
        let effort = Ces { scale: Scale::ONE_TO_FIVE, easy: ScaleEnd::Low, ..Ces::USUAL };
        let study = study(&plan, &KpiId::standard("nps"), None).unwrap();
        assert_eq!(study.performance(&plan), [Some(0.75), Some(0.75)]);
        plan.kpis.update(&KpiId::standard("bill"), |kpi| kpi.kind = KpiKind::Ces(effort));
        assert_eq!(study.performance(&plan), [Some(0.75), Some(0.25)]);
    }

    #[test]
    fn the_same_questions_in_another_order_are_put_together() {
        let rows =
            |range: std::ops::Range<u32>| range.map(|i| [(i * 3 % 11) as u8, (i * 7 % 5) as u8 + 1, (i / 5 * 3 % 5) as u8 + 1]);
        let whole = study(&plan(rows(0..200)), &KpiId::standard("nps"), None).unwrap();
        let mut parts = plan(rows(0..120));
        let turned = plan(rows(120..200).map(|[overall, hotline, bill]| [overall, bill, hotline]));
        let mut source = Source::clone(turned.sources.iter().next().unwrap());
        source.id = SourceId::standard("other");
        source.drivers[0].drivers.reverse();
        parts.sources.insert(source);
        assert_eq!(study(&parts, &KpiId::standard("nps"), None), Some(whole));
    }

    #[test]
    fn groups_with_few_answers_are_neither_offered_nor_studied() {
        let mut plan = plan((0..200).map(|i| [(i * 3 % 11) as u8, (i * 7 % 5) as u8 + 1, (i / 5 * 3 % 5) as u8 + 1]));
        let (overall, dimension) = (KpiId::standard("nps"), DimensionId::standard("region"));
        let values = [("north", 5_u8), ("islands", 4)];
        let named = values.map(|(name, _)| (SegmentValueId::standard(name), name)).to_vec();
        plan.dimensions.insert(Dimension::with_values(dimension.clone(), "", named));
        plan.sources.update(&SourceId::standard("s"), |source| {
            source.drivers[0].segments = values
                .map(|(name, n)| {
                    let mut moments = Moments::default();
                    (0..n).for_each(|i| moments.observe(&[i, 3, 4]));
                    SegmentTally {
                        dimension: dimension.clone(),
                        value: SegmentValueId::standard(name),
                        months: [(Month::parse("2025-01").unwrap(), moments)].into(),
                        other: OtherFields::new(),
                    }
                })
                .to_vec();
        });
        let group = |name| Group { dimension: dimension.clone(), value: SegmentValueId::standard(name) };
        assert_eq!(driver_groups(&plan, &overall), [group("north")]);
        assert_eq!(study(&plan, &overall, Some(&group("north"))).unwrap().n, 5);
        assert_eq!(study(&plan, &overall, Some(&group("islands"))), None);
    }
}
