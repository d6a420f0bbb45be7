//! Tests of a KPI's data out of a plan.

use super::*;
use crate::figures::nps::Answers;
use crate::plan::{
    Amount, CustomerFigure, Customers, Dimension, KpiKind, OtherFields, PlanId, Profile, Ratio, Sums, Together, TypedAnswers,
    TypedNumber,
};
use proptest::prelude::*;
use std::collections::BTreeMap;

fn kpi_id() -> KpiId {
    KpiId::standard("nps")
}

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn month(text: &str) -> Month {
    Month::parse(text).unwrap()
}

fn source(id: &str, days: &[(&str, u8, u32)]) -> Source {
    let mut tally = Tally::<ScoreCounts>::new(kpi_id());
    for (text, score, count) in days {
        *tally.days.entry(day(text)).or_default().entry(*score).or_default() += count;
    }
    Source { tallies: vec![tally], ..Source::new(SourceId::standard(id), id) }
}

fn plan(typed: &[(&str, u32)], sources: Vec<Source>) -> Plan {
    let mut plan = Plan::new(PlanId::standard("plan"), "Plan");
    let mut kpi = Kpi::new(kpi_id(), "NPS", KpiKind::Nps);
    let answers = |promoters: &u32| TypedAnswers { promoters: *promoters, passives: 0, detractors: 0 }.into();
    kpi.typed = typed.iter().map(|(text, promoters)| (month(text), answers(promoters))).collect();
    plan.kpis.insert(kpi);
    sources.into_iter().for_each(|source| plan.sources.insert(source));
    plan
}

fn example() -> Plan {
    let first = source("first", &[("2025-01-31", 9, 2), ("2025-02-01", 3, 1), ("2025-02-10", 8, 4), ("2025-04-30", 10, 1)]);
    let second = source("second", &[("2025-02-10", 0, 3), ("2025-02-11", 11, 7)]);
    plan(&[("2025-02", 10), ("2025-03", 0), ("2025-07", 5)], vec![first, second])
}

fn groups_of(measured: Measured) -> [u64; 3] {
    let Measured::Groups(answers) = measured else { panic!("{measured:?}") };
    [answers.promoters, answers.passives, answers.detractors]
}

#[track_caller]
fn check_series(grain: Resolution, expected: &[(&str, [u64; 3])]) {
    let found = by_period(&example(), &kpi_id(), None, grain);
    let found: Vec<_> = found.iter().map(|(period, measured)| (period.first_day(), groups_of(*measured))).collect();
    let expected: Vec<_> = expected.iter().map(|(text, groups)| (day(text), *groups)).collect();
    assert_eq!(found, expected, "{grain:?}");
}

#[test]
fn imported_and_typed_answers_are_summed_by_period() {
    check_series(
        Resolution::Month,
        &[("2025-01-01", [2, 0, 0]), ("2025-02-01", [10, 4, 4]), ("2025-04-01", [1, 0, 0]), ("2025-07-01", [5, 0, 0])],
    );
    check_series(Resolution::Quarter, &[("2025-01-01", [12, 4, 4]), ("2025-04-01", [1, 0, 0]), ("2025-07-01", [5, 0, 0])]);
    check_series(Resolution::Week, &[("2025-01-27", [2, 0, 1]), ("2025-02-10", [0, 4, 3]), ("2025-04-28", [1, 0, 0])]);
    assert_eq!(scores_left_out(&example(), &kpi_id()), 7);
    assert_eq!(by_period(&example(), &KpiId::standard("another"), None, Resolution::Month), []);
}

#[test]
fn a_span_counts_typed_months_only_as_a_whole() {
    let total = |from: &str, to: &str| total(&example(), &kpi_id(), &(day(from)..=day(to))).map(groups_of);
    assert_eq!(total("2025-02-01", "2025-02-28"), Some([10, 4, 4]));
    assert_eq!(total("2025-02-02", "2025-02-28"), Some([0, 4, 3]));
    assert_eq!(total("2025-05-01", "2025-05-31"), None);
}

#[test]
fn months_that_lose_alike_are_no_shift_of_churn_however_many_are_held_against_each_other() {
    let mut plan = Plan::new(PlanId::standard("plan"), "Plan");
    let mut kpi = Kpi::new(kpi_id(), "", KpiKind::Customers(CustomerFigure::Churn));
    let lost = [619, 683, 609, 612, 674, 664, 604, 655, 508, 511, 554, 515];
    let mut start = 48_200;
    for (at, lost) in lost.into_iter().enumerate() {
        let counts = Customers { start: Some(start), won: Some(500), lost: Some(lost), end: None };
        kpi.typed.insert(month("2025-11").plus(at as i32), TypedValue::Customers(counts));
        start = start + 500 - lost;
    }
    plan.kpis.insert(kpi);
    let value = |from: &str, to: &str| total(&plan, &kpi_id(), &(day(from)..=day(to))).unwrap().figure().unwrap().value;
    // 5,120 of 381,722 and 2,088 of 188,220 customers at the start of their months.
    assert!((value("2025-11-01", "2026-06-30") - 1.341290).abs() < 1e-6);
    assert!((value("2026-07-01", "2026-10-31") - 1.109340).abs() < 1e-6);
    let months = by_period(&plan, &kpi_id(), None, Resolution::Month);
    let found = shift(&months).unwrap();
    assert_eq!(found.since.first_day(), day("2026-07-01"));
    assert!(found.difference.delta < 0.0);
    let level: Vec<_> = months.iter().map(|(period, _)| (*period, months[0].1)).collect();
    assert_eq!(shift(&level), None);
    // A quarter's own churn is of the customers at its start.
    let quarters = by_period(&plan, &kpi_id(), None, Resolution::Quarter);
    assert!((quarters[1].1.figure().unwrap().value - 100.0 * 1895.0 / 47_898.0).abs() < 1e-9);
}

#[test]
fn the_days_covered_are_those_with_answers() {
    assert_eq!(days_covered(&example(), &kpi_id()), Some(day("2025-01-31")..=day("2025-07-31")));
    assert_eq!(days_covered(&plan(&[("2025-03", 0)], vec![]), &kpi_id()), None);
}

#[test]
fn overlapping_data_are_named() {
    let (first, second) = (SourceId::standard("first"), SourceId::standard("second"));
    let shared = Overlap::Sources {
        first: first.clone(),
        second: second.clone(),
        from: day("2025-02-10"),
        to: day("2025-02-10"),
        days: 1,
    };
    let typed = |source| Overlap::Typed { month: month("2025-02"), source };
    assert_eq!(overlaps(&example(), &kpi_id()), [shared, typed(first), typed(second)]);
    let apart = plan(&[("2025-03", 1)], vec![source("a", &[("2025-01-01", 9, 1)]), source("b", &[("2025-01-02", 9, 1)])]);
    assert_eq!(overlaps(&apart, &kpi_id()), []);
}

#[test]
fn segments_come_in_the_order_of_the_plan_and_small_ones_are_hidden() {
    let (dimension, private, business) =
        (DimensionId::standard("type"), SegmentValueId::standard("private"), SegmentValueId::standard("business"));
    let mut source = source("file", &[]);
    let segment = |value: &SegmentValueId, months: &[(&str, u8, u32)]| SegmentTally {
        dimension: dimension.clone(),
        value: value.clone(),
        months: months.iter().map(|(text, score, count)| (month(text), ScoreCounts::from([(*score, *count)]))).collect(),
        other: OtherFields::new(),
    };
    source.tallies[0].segments = vec![
        segment(&business, &[("2025-01", 5, 4)]),
        segment(&private, &[("2025-01", 9, 3), ("2025-02", 8, 2), ("2025-03", 8, 9)]),
    ];
    let mut plan = plan(&[], vec![source]);
    let values = vec![(private.clone(), "Privat"), (business.clone(), "Gewerbe")];
    plan.dimensions.insert(Dimension::with_values(dimension.clone(), "Kundenart", values));
    let row = |value, answers: Answers, hidden| GroupMeasured {
        group: Group { dimension: dimension.clone(), value },
        measured: Measured::Groups(answers),
        cases: Some(answers.n()),
        hidden,
    };
    let rows = [row(private.clone(), Answers::new(3, 2, 0), false), row(business, Answers::new(0, 0, 4), true)];
    assert_eq!(by_group(&plan, &kpi_id(), &(day("2025-01-01")..=day("2025-02-28"))), rows);
    let months = by_period(&plan, &kpi_id(), Some(&Group { dimension, value: private }), Resolution::Quarter);
    assert_eq!(months.into_iter().map(|(_, measured)| groups_of(measured)).collect::<Vec<_>>(), [[3, 11, 0]]);
}

fn monthly(groups: &[[u64; 3]]) -> Vec<(Period, Measured)> {
    let month = |i: usize| month("2025-01").plus(i as i32).first_day();
    let period = |(i, [p, a, d]): (usize, &[u64; 3])| {
        (Period::of(Resolution::Month, month(i)), Measured::Groups(Answers::new(*p, *a, *d)))
    };
    groups.iter().enumerate().map(period).collect()
}

#[test]
fn a_shift_is_found_where_it_happened() {
    let (low, high) = ([20, 40, 30], [40, 35, 15]);
    let found = shift(&monthly(&[low, low, low, low, low, high, high, high, high])).unwrap();
    assert_eq!(found.since.first_day(), day("2025-06-01"));
    assert_eq!((found.before.n(), found.after.n()), (Some(450), Some(360)));
    assert!(found.difference.delta > 0.0 && found.p > found.difference.p);
}

#[test]
fn noise_and_short_series_are_no_shift() {
    let (low, high) = ([20, 40, 30], [40, 35, 15]);
    for series in [
        &[][..],
        &[low],
        &[low, low, high, high, high],
        &[low; 12],
        &[[1, 1, 3], [1, 0, 3], [1, 1, 3], [3, 1, 0], [3, 1, 1], [4, 0, 0]],
    ] {
        assert_eq!(shift(&monthly(series)), None, "{series:?}");
    }
}

#[test]
fn a_rolling_window_counts_periods_not_points() {
    let mut series = monthly(&[[1, 0, 0], [2, 0, 0], [4, 0, 0], [8, 0, 0]]);
    series.remove(1);
    let sums: Vec<_> = rolling(&series, 3).into_iter().map(|(_, measured)| groups_of(measured)[0]).collect();
    assert_eq!(sums, [1, 5, 12]);
    assert_eq!(rolling(&series, 1), series);
}

#[test]
fn scores_are_summed_where_they_are_known() {
    let span = day("2025-02-01")..=day("2025-04-30");
    assert_eq!(
        scores(&example(), &kpi_id(), None, Resolution::Month, &span),
        ScoreCounts::from([(0, 3), (3, 1), (8, 4), (10, 1)])
    );
}

#[test]
fn weeks_count_in_months_but_months_not_in_weeks() {
    let mut tally = Tally { resolution: Resolution::Week, ..Tally::<ScoreCounts>::new(kpi_id()) };
    tally.days.insert(day("2025-03-31"), ScoreCounts::from([(9, 5)]));
    let weekly = Source { tallies: vec![tally], ..Source::new(SourceId::standard("weekly"), "") };
    let plan = plan(&[("2025-03", 10)], vec![weekly]);
    let first_days =
        |grain| by_period(&plan, &kpi_id(), None, grain).iter().map(|(period, _)| period.first_day()).collect::<Vec<_>>();
    assert_eq!(first_days(Resolution::Day), []);
    assert_eq!(first_days(Resolution::Week), [day("2025-03-31")]);
    assert_eq!(first_days(Resolution::Month), [day("2025-03-01"), day("2025-04-01")]);
    assert_eq!(finest_grain(&plan, &kpi_id(), None), Some(Resolution::Week));
}

fn group() -> Group {
    Group { dimension: DimensionId::standard("type"), value: SegmentValueId::standard("private") }
}

/// A plan whose KPI of a kind has data of one group by month.
fn plan_of_group<T: Clone>(kind: KpiKind, months: &[(&str, T)], put: fn(&mut Source, Tally<T>)) -> Plan {
    let mut plan = Plan::new(PlanId::standard("plan"), "Plan");
    plan.kpis.insert(Kpi::new(kpi_id(), "", kind));
    let values = vec![(group().value, "Privat")];
    plan.dimensions.insert(Dimension::with_values(group().dimension, "Kundenart", values));
    let months: BTreeMap<Month, T> = months.iter().map(|(text, data)| (month(text), data.clone())).collect();
    let days = months.iter().map(|(month, data)| (month.first_day(), data.clone())).collect();
    let segment = SegmentTally { dimension: group().dimension, value: group().value, months, other: OtherFields::new() };
    let mut source = Source::new(SourceId::standard("file"), "");
    put(&mut source, Tally { days, segments: vec![segment], resolution: Resolution::Month, ..Tally::new(kpi_id()) });
    plan.sources.insert(source);
    plan
}

#[test]
fn periods_of_a_group_with_few_answers_are_hidden_wherever_they_are_asked_for() {
    let scores = |n| ScoreCounts::from([(9, n)]);
    let months = [("2025-01", scores(7)), ("2025-02", scores(4)), ("2025-04", scores(1)), ("2025-05", scores(3))];
    let mut plan = plan_of_group(KpiKind::Nps, &months, |source, tally| source.tallies = vec![tally]);
    let own = group();
    let shown =
        |plan: &Plan, grain| by_period(plan, &kpi_id(), Some(&own), grain).iter().map(|(_, of)| of.n()).collect::<Vec<_>>();
    let hidden = |plan: &Plan, group, grain| hidden_periods(plan, &kpi_id(), group, grain).len();
    assert_eq!(shown(&plan, Resolution::Month), [Some(7)]);
    assert_eq!(hidden(&plan, Some(&own), Resolution::Month), 3);
    assert_eq!(shown(&plan, Resolution::Quarter), [Some(11)]);
    assert_eq!(shown(&plan, Resolution::Year), [Some(15)]);
    let span = day("2025-01-01")..=day("2025-12-31");
    let answers = |plan: &Plan, grain| scores_of(plan, Some(&own), grain, &span);
    assert_eq!((answers(&plan, Resolution::Month), answers(&plan, Resolution::Year)), (7, 15));
    assert_eq!(shown_groups(&plan, &kpi_id()), std::slice::from_ref(&own));
    // All customers are shown, however few they are.
    assert_eq!(by_period(&plan, &kpi_id(), None, Resolution::Month).len(), 4);
    assert_eq!((hidden(&plan, None, Resolution::Month), scores_of(&plan, None, Resolution::Month, &span)), (0, 15));
    let profile = Profile { segment_minimum: 16, ..Profile::clone(&plan.profile()) };
    plan.profile.insert(profile);
    assert_eq!(shown(&plan, Resolution::Year), []);
    assert_eq!(answers(&plan, Resolution::Year), 0);
    assert_eq!(shown_groups(&plan, &kpi_id()), []);
}

fn scores_of(plan: &Plan, group: Option<&Group>, grain: Resolution, span: &RangeInclusive<Day>) -> u64 {
    scores(plan, &kpi_id(), group, grain, span).values().map(|count| u64::from(*count)).sum()
}

#[test]
fn sums_and_last_values_of_few_are_hidden_too() {
    for together in [Together::Sum, Together::Last, Together::Mean] {
        let kind = KpiKind::Amount(Amount { together, ..Amount::default() });
        let sums = |n| Sums { n, sum: 100.0, squares: 1e4 };
        let months = [("2025-01", sums(4)), ("2025-02", sums(5))];
        let plan = plan_of_group(kind, &months, |source, tally| source.amounts = vec![tally]);
        assert_eq!(by_period(&plan, &kpi_id(), Some(&group()), Resolution::Month).len(), 1, "{together:?}");
    }
}

#[test]
fn a_group_of_few_customers_stays_hidden_however_many_months_it_is_counted() {
    let month = |start| Customers { start: Some(start), won: Some(1), lost: Some(1), end: Some(start) };
    for (figure, start, hidden) in [
        (CustomerFigure::Churn, 4, true),
        (CustomerFigure::Churn, 5, false),
        (CustomerFigure::Growth, 4, true),
        (CustomerFigure::Growth, 900, false),
    ] {
        let months = [("2025-01", month(start)), ("2025-02", month(start)), ("2025-03", month(start))];
        let plan = plan_of_group(KpiKind::Customers(figure), &months, |source, tally| source.customers = vec![tally]);
        let span = day("2025-01-01")..=day("2025-12-31");
        assert_eq!(by_group(&plan, &kpi_id(), &span)[0].hidden, hidden, "{figure:?} of {start}");
    }
}

#[test]
fn typed_amounts_are_put_together_as_their_kind_says_whatever_they_rest_on() {
    #[track_caller]
    fn check(kind: KpiKind, months: &[(f64, Option<u32>)], value: f64, n: Option<u64>) {
        let mut plan = Plan::new(PlanId::standard("plan"), "Plan");
        let mut kpi = Kpi::new(kpi_id(), "", kind);
        let typed = |(value, n): &(f64, Option<u32>)| TypedValue::Value(TypedNumber { value: *value, n: *n });
        kpi.typed = months.iter().enumerate().map(|(at, of)| (month("2025-01").plus(at as i32), typed(of))).collect();
        plan.kpis.insert(kpi);
        let quarter = by_period(&plan, &kpi_id(), None, Resolution::Quarter)[0].1.figure().unwrap();
        assert_eq!((quarter.value, quarter.n), (value, n));
    }
    let amount = |together| KpiKind::Amount(Amount { together, ..Amount::default() });
    let signups = [(100.0, Some(5)), (200.0, Some(7))];
    check(amount(Together::Sum), &signups, 300.0, None);
    check(amount(Together::Last), &signups, 200.0, None);
    check(amount(Together::Mean), &[(100.0, Some(10)), (200.0, Some(30))], 175.0, Some(40));
    // Where one number isn't known, none of them weighs.
    check(amount(Together::Mean), &[(100.0, Some(10)), (200.0, None)], 150.0, None);
    check(KpiKind::Nps, &[(10.0, Some(100)), (40.0, None)], 25.0, None);
}

#[test]
fn reported_months_that_counted_ones_push_aside_are_named() {
    let mut plan = plan(&[("2025-01", 3)], vec![source("survey", &[("2025-07-01", 9, 50)])]);
    let reported = |value| TypedValue::Value(TypedNumber { value, n: Some(200) });
    plan.kpis.update(&kpi_id(), |kpi| {
        kpi.typed.insert(month("2025-02"), reported(12.0));
        kpi.typed.insert(month("2025-07"), reported(14.0));
    });
    assert_eq!(reported_aside(&plan, &kpi_id()), [month("2025-02"), month("2025-07")]);
    // A reported value gives way to the answers of its month: it doesn't count beside them.
    assert_eq!(overlaps(&plan, &kpi_id()), []);
    let survey = SourceId::standard("survey");
    plan.sources.remove(&survey);
    plan.kpis.update(&kpi_id(), |kpi| drop(kpi.typed.remove(&month("2025-01"))));
    assert_eq!(reported_aside(&plan, &kpi_id()), []);
}

/// A plan with one tally, as it is and summed up to months.
fn both_ways<T: Tallied>(
    kind: &KpiKind,
    resolution: Resolution,
    entries: &[T],
    put: fn(&mut Source, Tally<T>),
) -> [Vec<(Period, Measured)>; 2] {
    let mut plan = Plan::new(PlanId::standard("plan"), "Plan");
    plan.kpis.insert(Kpi::new(kpi_id(), "", kind.clone()));
    // A Monday whose week belongs to the next year.
    let first = day("2024-12-30");
    let step = if resolution == Resolution::Week { 7 } else { 1 };
    let days = entries.iter().enumerate().map(|(at, data)| (first.plus_days(at as i64 * step).unwrap(), data.clone()));
    let fine = Tally { days: days.collect(), resolution, ..Tally::new(kpi_id()) };
    let mut coarse = fine.clone();
    coarse.coarsen(Resolution::Month, &plan);
    [fine, coarse].map(|tally| {
        let mut source = Source::new(SourceId::standard("file"), "");
        put(&mut source, tally);
        plan.sources.insert(source);
        by_period(&plan, &kpi_id(), None, Resolution::Month)
    })
}

fn customers() -> impl Strategy<Value = Vec<Customers>> {
    let count = || prop::option::weighted(0.9, 0..2_000_u32);
    let counts = (count(), count(), count(), count()).prop_map(|(start, won, lost, end)| Customers { start, won, lost, end });
    prop::collection::vec(counts, 1..80)
}

fn short_resolution() -> impl Strategy<Value = Resolution> {
    prop_oneof![Just(Resolution::Day), Just(Resolution::Week)]
}

proptest! {
    #[test]
    fn customers_summed_up_to_months_read_as_the_days_and_weeks_do(entries in customers(), resolution in short_resolution()) {
        let kind = KpiKind::Customers(CustomerFigure::Churn);
        // Without any count there is nothing to be read, but something to be summed up.
        let entries: Vec<_> = entries.into_iter().filter(|counts| *counts != Customers::default()).collect();
        let both = both_ways(&kind, resolution, &entries, |source, tally| source.customers = vec![tally]);
        // Of counts that know nothing together a month says nothing, whether it is there or not.
        let figures = |periods: Vec<(Period, Measured)>| -> Vec<_> {
            periods.into_iter().filter_map(|(period, measured)| Some((period, measured.figure()?))).collect()
        };
        let [fine, coarse] = both.map(figures);
        prop_assert_eq!(fine, coarse);
    }

    #[test]
    fn amounts_summed_up_to_months_read_as_the_days_and_weeks_do(
        values in prop::collection::vec((1..9_u32, 0..1_000_u32), 1..80),
        together in prop_oneof![Just(Together::Sum), Just(Together::Mean), Just(Together::Last)],
        resolution in short_resolution(),
    ) {
        let kind = KpiKind::Amount(Amount { together, ..Amount::default() });
        let sums = |(n, sum): &(u32, u32)| Sums { n: *n, sum: f64::from(*sum), squares: f64::from(*sum).powi(2) };
        let entries: Vec<_> = values.iter().map(sums).collect();
        let [fine, coarse] = both_ways(&kind, resolution, &entries, |source, tally| source.amounts = vec![tally]);
        prop_assert_eq!(fine, coarse);
    }

    #[test]
    fn shares_summed_up_to_months_read_as_the_days_and_weeks_do(
        counts in prop::collection::vec((0..50_u32, 50..100_u32), 1..80),
        resolution in short_resolution(),
    ) {
        let kind = KpiKind::Rate(crate::plan::Rate::Conversion);
        let entries: Vec<_> = counts.iter().map(|(numerator, denominator)| Ratio { numerator: *numerator, denominator: *denominator }).collect();
        let [fine, coarse] = both_ways(&kind, resolution, &entries, |source, tally| source.ratios = vec![tally]);
        prop_assert_eq!(fine, coarse);
    }
}
