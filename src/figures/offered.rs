//! Values of the plan's own KPIs that a derived benefit can rest on: how many customers there are, what one is worth.

use super::{lifetime::Lifetime, measured::Measured, series::by_period, standing::last_standing};
use crate::plan::{Day, Kpi, KpiKind, Plan, Resolution};

/// A value of a KPI that a field can take.
#[derive(Clone, Debug, PartialEq)]
pub struct Offered {
    /// Title of the KPI.
    pub title: String,
    /// The value; money in whole units as it is shown, below 100 to the cent.
    pub value: f64,
    /// The last day of what it stands for; none: it follows from the KPI's assumptions.
    pub known_to: Option<Day>,
}

/// Customers at the end of the last period, by each KPI that has counts of customers, in the plan's order.
#[must_use]
pub fn offered_customers(plan: &Plan) -> Vec<Offered> {
    plan.kpis.iter().filter_map(|kpi| customers_of(plan, kpi)).collect()
}

fn customers_of(plan: &Plan, kpi: &Kpi) -> Option<Offered> {
    if !matches!(kpi.kind, KpiKind::Customers(_)) {
        return None;
    }
    let last = |grain| {
        let periods = by_period(plan, &kpi.id, None, grain);
        periods.into_iter().rev().find_map(|(period, measured)| {
            let Measured::Customers(_, counts) = measured else { return None };
            Some((period, counts.completed().end?))
        })
    };
    let (period, customers) = [Resolution::Month, Resolution::Quarter, Resolution::Year].into_iter().find_map(last)?;
    Some(Offered { title: kpi.title.clone(), value: customers.into(), known_to: Some(period.last_day()) })
}

/// What a customer is worth, by each KPI for that, in the plan's order: as it follows from its assumptions, else its last
/// value.
#[must_use]
pub fn offered_customer_values(plan: &Plan) -> Vec<Offered> {
    plan.kpis.iter().filter_map(|kpi| customer_value_of(plan, kpi)).collect()
}

fn customer_value_of(plan: &Plan, kpi: &Kpi) -> Option<Offered> {
    let KpiKind::Clv(clv) = &kpi.kind else { return None };
    let assumed = Lifetime::of(clv, plan.profile().discount_rate).and_then(|lifetime| lifetime.value());
    let reported = || last_standing(plan, &kpi.id).map(|standing| (standing.figure.value, Some(standing.last.0.last_day())));
    let (value, known_to) = assumed.map(|value| (value, None)).or_else(reported)?;
    let value = if value < 100.0 { (value * 100.0).round() / 100.0 } else { value.round() };
    crate::plan::is_amount(value).then(|| Offered { title: kpi.title.clone(), value, known_to })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Clv, CustomerFigure, Customers, KpiId, Month, PlanId, TypedNumber, TypedValue};

    fn kpi(title: &str, kind: KpiKind, typed: &[(&str, TypedValue)]) -> Kpi {
        let typed = typed.iter().map(|(month, typed)| (Month::parse(month).unwrap(), typed.clone())).collect();
        Kpi { typed, ..Kpi::new(KpiId::standard(title), title, kind) }
    }

    fn plan(kpis: impl IntoIterator<Item = Kpi>) -> Plan {
        let mut plan = Plan::new(PlanId::standard("p"), "");
        kpis.into_iter().for_each(|kpi| plan.kpis.insert(kpi));
        plan
    }

    fn read(offered: &[Offered]) -> Vec<String> {
        let day = |offered: &Offered| offered.known_to.map(|day| day.to_string()).unwrap_or_default();
        offered
            .iter()
            .map(|offered| format!("{} {} {}", offered.title, offered.value, day(offered)).trim_end().to_owned())
            .collect()
    }

    #[test]
    fn customers_are_those_at_the_end_of_the_last_period_that_knows_them() {
        let counts = |start, won, lost, end| TypedValue::Customers(Customers { start, won, lost, end });
        let months = [
            ("2025-10", counts(Some(1000), Some(30), Some(20), None)),
            ("2025-11", counts(None, None, None, Some(1015))),
            ("2025-12", counts(None, None, Some(4), None)),
        ];
        let churn = kpi("churn", KpiKind::Customers(CustomerFigure::Churn), &months);
        let growth = kpi("growth", KpiKind::Customers(CustomerFigure::Growth), &months[..1]);
        let rate = TypedValue::Value(TypedNumber { value: 2.0, n: None });
        let reported = kpi("reported", KpiKind::Customers(CustomerFigure::Churn), &[("2025-12", rate)]);
        assert_eq!(
            read(&offered_customers(&plan([churn, Kpi::new(KpiId::standard("n"), "n", KpiKind::Nps), growth, reported]))),
            ["churn 1015 2025-11-30", "growth 1010 2025-10-31"]
        );
    }

    /// 118 × 0.86 ÷ (1.08 − 0.86) − 95 = 366.2727…
    #[test]
    fn the_value_of_a_customer_follows_from_assumptions_or_was_reported() {
        let clv = Clv {
            period: Resolution::Year,
            margin: Some(118.0),
            retention: Some(0.86),
            acquisition_cost: Some(95.0),
            ..Clv::default()
        };
        let value = [("2025-12", TypedValue::Value(TypedNumber { value: 240.0, n: None }))];
        let kpis = [
            kpi("assumed", KpiKind::Clv(clv.clone()), &value),
            kpi("reported", KpiKind::Clv(Clv::default()), &value),
            kpi("unknown", KpiKind::Clv(Clv::default()), &[]),
            kpi("small", KpiKind::Clv(Clv { margin: Some(12.0), acquisition_cost: None, ..clv.clone() }), &[]),
            kpi("loss", KpiKind::Clv(Clv { acquisition_cost: Some(1e6), ..clv }), &[]),
        ];
        assert_eq!(read(&offered_customer_values(&plan(kpis))), ["assumed 366", "reported 240 2025-12-31", "small 46.91"]);
    }
}
