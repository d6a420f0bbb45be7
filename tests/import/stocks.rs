//! Counts of a stock by segment: over the weeks of a month they go on instead of adding up.

use crate::{applying::facts, inspect, plan, reduce_in_chunks};
use reiseplan::figures::measured::Measured;
use reiseplan::figures::period::Period;
use reiseplan::figures::series::{Group, by_period, shown_groups};
use reiseplan::import::{Role, apply, propose};
use reiseplan::plan::{Amount, CustomerFigure, KpiKind, Plan, Resolution, Together};

const HEADER: &str = "Woche;Region;Bestand Anfang;Neukunden;Abgänge;Bestand Ende;Newsletter-Abonnenten";

/// Weeks of a region that loses 10 of 1,000 customers and wins 4 in each.
fn weeks(region: &str) -> Vec<String> {
    let week = |at: u32| {
        let start = 1_000 - 6 * at;
        format!("KW {:02}/2025;{region};{start};4;10;{};{}", at + 1, start - 6, 200 + at)
    };
    (0..12).map(week).collect()
}

/// A plan with such a file; what a region has of subscribers is a stock, too.
fn imported(rows: &[String]) -> Plan {
    let text = format!("{HEADER}\n{}\n", rows.join("\n"));
    let mut plan = plan();
    let inspection = inspect(text.as_bytes()).unwrap();
    let mut mapping = propose(&inspection, &plan, crate::names()).mapping;
    let Role::Value { amount, .. } = &mut mapping.columns[6].role else { panic!("{:?}", mapping.columns[6].role) };
    amount.together = Together::Last;
    let reduction = reduce_in_chunks(text.as_bytes(), &inspection, &mapping, 64);
    let mut ids = crate::applying::ids();
    apply(&mut plan, &mapping, &reduction, facts(None), &mut ids);
    plan
}

fn months(plan: &Plan, fits: impl Fn(&KpiKind) -> bool, of_group: bool) -> Vec<(Period, Measured)> {
    let kpi = plan.kpis.iter().find(|kpi| fits(&kpi.kind)).unwrap();
    let north = |group: &Group| {
        let dimension = plan.dimensions.get(&group.dimension).unwrap();
        dimension.values.iter().any(|value| value.id == group.value && value.name == "Nord")
    };
    let group = shown_groups(plan, &kpi.id).into_iter().find(north);
    by_period(plan, &kpi.id, group.as_ref().filter(|_| of_group), Resolution::Month)
}

#[test]
fn a_group_by_month_is_what_a_file_of_its_weeks_alone_comes_to() {
    // Rows in any order: the south comes first, the north backwards.
    let both: Vec<String> = weeks("Süd").into_iter().chain(weeks("Nord").into_iter().rev()).collect();
    let (both, alone) = (imported(&both), imported(&weeks("Nord")));
    let churn = |kind: &KpiKind| *kind == KpiKind::Customers(CustomerFigure::Churn);
    let found = months(&both, churn, true);
    assert_eq!(found, months(&alone, churn, false));
    // The first week begins in December and belongs to January, which has five.
    assert_eq!(
        found.iter().map(|(period, _)| period.first_day().to_string()).collect::<Vec<_>>(),
        ["2025-01-01", "2025-02-01", "2025-03-01"]
    );
    let january = found[0].1.figure().unwrap();
    assert_eq!((january.value, january.n), (5.0, Some(1_000)));
}

#[test]
fn of_a_last_value_a_group_has_that_of_the_last_week() {
    // So few are hidden.
    let both: Vec<String> = weeks("Süd").into_iter().chain(weeks("Nord").into_iter().rev()).collect();
    let mut plan = imported(&both);
    let profile = reiseplan::plan::Profile { segment_minimum: 1, ..reiseplan::plan::Profile::clone(&plan.profile()) };
    plan.profile.insert(profile);
    let is_amount = |kind: &KpiKind| matches!(kind, KpiKind::Amount(Amount { together: Together::Last, .. }));
    let values = |of_group| {
        let values = months(&plan, is_amount, of_group).into_iter().filter_map(|(_, measured)| measured.figure());
        values.map(|figure| figure.value).collect::<Vec<_>>()
    };
    assert_eq!(values(true), [204.0, 208.0, 211.0]);
    assert_eq!(values(false), [408.0, 416.0, 422.0]);
}
