//! The customer base as the plan's data know it: how many customers there are, and how many stay for a year.

use super::{customers, measured::Measured, series::by_period};
use crate::plan::{CustomerFigure, Kpi, KpiKind, Plan, Resolution};

/// What a KPI's counts say about the customer base.
#[derive(Clone, Debug, PartialEq)]
pub struct CustomerBase {
    /// Title of the KPI.
    pub title: String,
    /// Customers at the end of the last period.
    pub customers: Option<u64>,
    /// Share of customers that stay for a year, 0 to 1: churn of the last twelve months, compounded.
    pub retention: Option<f64>,
    /// Mean churn of a month, 0 to 1.
    pub monthly_churn: Option<f64>,
}

/// The customer base, by the first KPI that has counts of customers by month.
#[must_use]
pub fn customer_base(plan: &Plan) -> Option<CustomerBase> {
    plan.kpis.iter().filter(|kpi| matches!(kpi.kind, KpiKind::Customers(_))).find_map(|kpi| of_kpi(plan, kpi))
}

fn of_kpi(plan: &Plan, kpi: &Kpi) -> Option<CustomerBase> {
    let months = by_period(plan, &kpi.id, None, Resolution::Month);
    let counts: Vec<_> = months
        .iter()
        .filter_map(|(_, measured)| match measured {
            Measured::Customers(_, counts) => Some(counts.completed()),
            _ => None,
        })
        .collect();
    let last_year = &counts[counts.len().saturating_sub(12)..];
    let churns: Vec<f64> = last_year.iter().filter_map(|counts| customers::rate(CustomerFigure::Churn, counts)).collect();
    let stay: f64 = churns.iter().map(|churn| 1.0 - churn).product();
    // The rate of a month as if each had the same, taken for twelve.
    let monthly = (!churns.is_empty() && stay > 0.0).then(|| 1.0 - stay.powf(1.0 / churns.len() as f64));
    let retention = monthly.and_then(|monthly| Some(1.0 - customers::over_periods(monthly, 12.0)?));
    let customers = last_year.last()?.end.map(u64::from);
    Some(CustomerBase { title: kpi.title.clone(), customers, retention, monthly_churn: monthly })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Customers, KpiId, Month, PlanId, TypedValue};

    #[test]
    fn churn_of_months_is_compounded_to_a_year() {
        let mut plan = Plan::new(PlanId::standard("p"), "");
        assert_eq!(customer_base(&plan), None);
        let mut kpi = Kpi::new(KpiId::standard("churn"), "Abwanderung", KpiKind::Customers(CustomerFigure::Churn));
        for month in 0..6 {
            let counts = Customers { start: Some(1000), won: Some(20), lost: Some(20), end: None };
            kpi.typed.insert(Month::parse("2025-01").unwrap().plus(month), TypedValue::Customers(counts));
        }
        plan.kpis.insert(kpi);
        let base = customer_base(&plan).unwrap();
        assert_eq!(base.customers, Some(1000));
        // Reference value: 1 − (1 − 0.02)¹² = 0.215283.
        assert!((base.retention.unwrap() - (1.0 - 0.215_283)).abs() < 1e-6);
        assert!((base.monthly_churn.unwrap() - 0.02).abs() < 1e-12);
    }
}
