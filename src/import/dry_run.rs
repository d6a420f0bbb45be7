//! What a file alone gives, before anything of it is written into the plan.

use super::{Mapping, Reduction, apply::content_of};
use crate::figures::{customers::off_periods, measured::Measured, period::Period};
use crate::plan::{KpiKind, Plan, Tally};

/// A KPI with what a file alone gives for it.
#[derive(Clone, Debug, PartialEq)]
pub struct FedKpi {
    /// Its title.
    pub title: String,
    /// Its kind: that of the plan's KPI where the file feeds one of these.
    pub kind: KpiKind,
    /// What the whole file comes to, rates of customers as those of one period; none: nothing in it counts for the KPI.
    pub measured: Option<Measured>,
    /// Number of days, weeks or months that the file has for it.
    pub periods: usize,
}

/// What a file alone gives.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DryRun {
    /// The KPIs that it feeds: those of answers, of values and of counts.
    pub kpis: Vec<FedKpi>,
    /// Periods in which the counts of customers don't agree, and by how much ([`off_periods`]).
    pub discrepancies: Vec<(Period, i64)>,
}

/// Tells what a file alone gives if it is imported into a plan. `new_id` gives 64 random bits for each record that the
/// import would make.
#[must_use]
pub fn dry_run(plan: &Plan, mapping: &Mapping, reduction: &Reduction, new_id: &mut dyn FnMut() -> u64) -> DryRun {
    let mut plan = plan.clone();
    let (_, content) = content_of(&mut plan, mapping, reduction, new_id);
    let scores = content.tallies.iter().map(|tally| fed(&plan, tally, Measured::of_scores));
    let values = content.amounts.iter().map(|tally| fed(&plan, tally, Measured::of_sums));
    let shares = content.ratios.iter().map(|tally| fed(&plan, tally, Measured::of_ratio));
    let customers = content.customers.iter().map(|tally| fed(&plan, tally, Measured::of_customers));
    let kpis = scores.chain(values).chain(customers).chain(shares).flatten().collect();
    // All KPIs of customers are counted by the same columns.
    let discrepancies = content.customers.first().map(off_periods).unwrap_or_default();
    DryRun { kpis, discrepancies }
}

fn fed<T>(plan: &Plan, tally: &Tally<T>, measure: impl Fn(&KpiKind, &T) -> Option<Measured>) -> Option<FedKpi> {
    let kpi = plan.kpis.get(&tally.kpi)?;
    let parts = tally.days.values().filter_map(|part| measure(&kpi.kind, part));
    Some(FedKpi {
        title: kpi.title.clone(),
        kind: kpi.kind.clone(),
        measured: parts.map(Measured::per_period).reduce(Measured::followed_by),
        periods: tally.days.len(),
    })
}
