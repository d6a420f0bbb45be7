//! What a file alone gives, told before it is imported.

use crate::{applying::ids, inspect, names, plan, reduce_in_chunks};
use reiseplan::import::{DryRun, FedKpi, KpiTarget, dry_run, propose};
use reiseplan::plan::{
    AmountUnit, Ces, CesFigure, Csat, CsatFigure, CustomerFigure, Kpi, KpiId, KpiKind, Plan, Rate, Scale, Together,
};

/// What a file gives in a plan, as it is proposed.
fn dry(plan: &Plan, text: &str) -> DryRun {
    let inspection = inspect(text.as_bytes()).unwrap();
    let mapping = propose(&inspection, plan, names()).mapping;
    let reduction = reduce_in_chunks(text.as_bytes(), &inspection, &mapping, usize::MAX);
    let before = plan.clone();
    let found = dry_run(plan, &mapping, &reduction, &mut ids());
    assert_eq!(*plan, before);
    found
}

fn only(found: &DryRun) -> &FedKpi {
    let [kpi] = found.kpis.as_slice() else { panic!("{found:?}") };
    kpi
}

fn value(kpi: &FedKpi) -> f64 {
    kpi.measured.and_then(|measured| measured.figure()).unwrap().value
}

/// A plan with one KPI.
fn with_kpi(kind: KpiKind) -> Plan {
    let mut plan = plan();
    plan.kpis.insert(Kpi::new(KpiId::standard("own"), "Unsere", kind));
    plan
}

#[test]
fn answers_give_the_figure_that_the_kpi_of_the_plan_shows() {
    let rows = "01.03.2025;7\n02.03.2025;6\n02.03.2025;5\n03.03.2025;2\n";
    for (figure, expected) in
        [(CesFigure::Mean, 5.0), (CesFigure::Index, 25.0), (CesFigure::TopThree, 75.0), (CesFigure::TopTwo, 50.0)]
    {
        let kind = KpiKind::Ces(Ces { figure, ..Ces::USUAL });
        let found = dry(&with_kpi(kind.clone()), &format!("Datum;Leicht gelöst (1-7)\n{rows}"));
        let kpi = only(&found);
        assert_eq!((kpi.title.as_str(), &kpi.kind, kpi.periods), ("Unsere", &kind, 3));
        assert!((value(kpi) - expected).abs() < 1e-9, "{figure:?}: {}", value(kpi));
    }
    let rows = "01.03.2025;5\n02.03.2025;4\n02.03.2025;2\n";
    for (figure, expected) in [(CsatFigure::Mean, 11.0 / 3.0), (CsatFigure::Satisfied, 200.0 / 3.0)] {
        let kind = KpiKind::Csat(Csat::usual(Scale::ONE_TO_FIVE).with_figure(figure));
        let found = dry(&with_kpi(kind), &format!("Datum;Zufriedenheit\n{rows}"));
        assert!((value(only(&found)) - expected).abs() < 1e-9, "{figure:?}");
    }
}

#[test]
fn values_are_put_together_as_their_kpi_does() {
    let found = dry(&plan(), "Datum;Wartezeit\n01.03.2025;3:30\n01.03.2025;0:01:30\n02.03.2025;1:00:00\n03.03.2025;2\n");
    let kpi = only(&found);
    let KpiKind::Amount(amount) = &kpi.kind else { panic!("{:?}", kpi.kind) };
    assert_eq!((&amount.unit, amount.together, kpi.periods), (&AmountUnit::Minutes, Together::Mean, 3));
    assert!((value(kpi) - 16.75).abs() < 1e-9);
}

#[test]
fn counts_give_shares_and_rates_of_a_period_and_tell_where_they_do_not_add_up() {
    let text = "Monat;Bestand Anfang;Neukunden;Abgänge;Bestand Ende;Interessenten\n\
        01/2025;1.000;60;50;1.010;600\n02/2025;1.010;60;40;1.020;400\n03/2025;1.030;20;30;1.020;1.000\n";
    let found = dry(&plan(), text);
    let of = |kind: KpiKind| found.kpis.iter().find(|kpi| kpi.kind == kind).unwrap();
    let churn = of(KpiKind::Customers(CustomerFigure::Churn));
    assert!((value(churn) - 100.0 * 120.0 / 3_040.0).abs() < 1e-9);
    let acquisition = of(KpiKind::Rate(Rate::Acquisition));
    assert!((value(acquisition) - 7.0).abs() < 1e-9);
    let off: Vec<_> = found.discrepancies.iter().map(|(period, by)| (period.first_day().to_string(), *by)).collect();
    assert_eq!(off, [("2025-02-01".to_owned(), -10)]);
}

#[test]
fn a_kpi_for_which_nothing_counts_is_told_too() {
    let text = "Datum;NPS\n01.03.2025;11\n02.03.2025;12\n03.03.2025;9\n";
    let inspection = inspect(text.as_bytes()).unwrap();
    let mut mapping = propose(&inspection, &plan(), names()).mapping;
    mapping.columns[1].role = reiseplan::import::Role::Score {
        kind: KpiKind::Csat(Csat::usual(Scale::ONE_TO_FIVE)),
        kpi: KpiTarget::new("Zufriedenheit", ""),
    };
    let reduction = reduce_in_chunks(text.as_bytes(), &inspection, &mapping, usize::MAX);
    let found = dry_run(&plan(), &mapping, &reduction, &mut ids());
    assert_eq!((only(&found).title.as_str(), only(&found).measured), ("Zufriedenheit", None));
}
