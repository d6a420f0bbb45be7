//! The sample plan's dates: they move with today by whole months, so that its last full month is the one before.

use crate::plan::{Day, Month, Plan, Quarter, Record, Resolution, SegmentTally, Table, Tallied, Tally};
use std::collections::BTreeMap;

/// Number of months by which a plan must move so that its last month with data is the month before `today`; 0 for a
/// plan without data.
#[must_use]
pub fn months_to_today(plan: &Plan, today: Day) -> i32 {
    last_month_with_data(plan).map_or(0, |last| today.month().plus(-1).months_since(last))
}

fn last_month_with_data(plan: &Plan) -> Option<Month> {
    let imported = plan.sources.iter().filter_map(|source| source.span().map(|(_, last)| last.month()));
    let typed = plan.kpis.iter().filter_map(|kpi| kpi.typed.keys().next_back().copied());
    imported.chain(typed).max()
}

/// Moves all dates of a plan by whole months. A day that its new month doesn't have becomes that month's last day; the
/// answers of days that so become one are counted together.
pub fn shift(plan: &mut Plan, months: i32) {
    if months == 0 {
        return;
    }
    update_all(&mut plan.measures, |measure| {
        measure.start = measure.start.map(|day| moved(day, months));
        measure.end = measure.end.map(|day| moved(day, months));
        measure.benefit_start = measure.benefit_start.map(|day| moved(day, months));
        for milestone in &mut measure.milestones {
            milestone.day = milestone.day.map(|day| moved(day, months));
        }
    });
    update_all(&mut plan.contents, |content| content.due = content.due.map(|day| moved(day, months)));
    update_all(&mut plan.audits, |audit| audit.on = audit.on.map(|day| moved(day, months)));
    update_all(&mut plan.voices, |voice| voice.on = voice.on.map(|day| moved(day, months)));
    update_all(&mut plan.involvements, |involvement| involvement.by = involvement.by.map(|day| moved(day, months)));
    update_all(&mut plan.profile, |profile| {
        let old = std::mem::take(&mut profile.quarter_budgets);
        let moved = |quarter: Quarter| Quarter::of(quarter.first_month().plus(months));
        profile.quarter_budgets = old.into_iter().map(|(quarter, amount)| (moved(quarter), amount)).collect();
    });
    update_all(&mut plan.kpis, |kpi| {
        for target in &mut kpi.targets {
            target.by = target.by.map(|day| moved(day, months));
        }
        kpi.typed = std::mem::take(&mut kpi.typed).into_iter().map(|(month, typed)| (month.plus(months), typed)).collect();
        for redefinition in &mut kpi.redefined {
            redefinition.on = moved(redefinition.on, months);
        }
    });
    update_all(&mut plan.sources, |source| {
        source.imported = source.imported.map(|day| moved(day, months));
        shift_tallies(&mut source.tallies, months);
        shift_tallies(&mut source.ratios, months);
        shift_tallies(&mut source.customers, months);
        shift_tallies(&mut source.amounts, months);
        for money in &mut source.money {
            money.months = moved_months(&mut money.months, months);
            shift_segments(&mut money.segments, months);
        }
        for drivers in &mut source.drivers {
            drivers.months = moved_months(&mut drivers.months, months);
            shift_segments(&mut drivers.segments, months);
        }
        for leaving in source.leaving.values_mut() {
            leaving.months = moved_months(&mut leaving.months, months);
        }
    });
}

fn shift_tallies<T: Tallied>(tallies: &mut [Tally<T>], months: i32) {
    for tally in tallies {
        tally.days = moved_days(&tally.days, tally.resolution, months);
        shift_segments(&mut tally.segments, months);
    }
}

fn shift_segments<T>(segments: &mut [SegmentTally<T>], months: i32) {
    for segment in segments {
        segment.months = moved_months(&mut segment.months, months);
    }
}

fn moved_months<T>(old: &mut BTreeMap<Month, T>, months: i32) -> BTreeMap<Month, T> {
    std::mem::take(old).into_iter().map(|(month, counts)| (month.plus(months), counts)).collect()
}

fn moved(day: Day, months: i32) -> Day {
    let month = day.month().plus(months);
    Day::new(month.year(), month.number(), day.day()).unwrap_or_else(|| month.last_day())
}

/// Entries that stand for longer spans than a day move to the span that their day moves into.
fn moved_days<T: Tallied>(days: &BTreeMap<Day, T>, resolution: Resolution, months: i32) -> BTreeMap<Day, T> {
    let mut all = BTreeMap::<Day, T>::new();
    for (day, counts) in days {
        all.entry(resolution.first_day(moved(*day, months))).or_default().add(counts);
    }
    all
}

fn update_all<T: Record>(table: &mut Table<T>, change: impl Fn(&mut T)) {
    let ids: Vec<T::Id> = table.ids().cloned().collect();
    for id in ids {
        table.update(&id, &change);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{
        Kpi, KpiId, KpiKind, Measure, MeasureId, Milestone, MilestoneId, OtherFields, PlanId, ScoreCounts, Source, SourceId,
        Target, TypedAnswers,
    };

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    #[test]
    fn a_day_moves_to_the_same_day_or_the_end_of_the_month() {
        let check = |from: &str, months, to: &str| assert_eq!(moved(day(from), months), day(to), "{from} {months}");
        check("2025-01-15", 1, "2025-02-15");
        check("2025-01-31", 1, "2025-02-28");
        check("2024-01-30", 1, "2024-02-29");
        check("2025-12-31", 2, "2026-02-28");
        check("2025-03-31", -1, "2025-02-28");
        check("2025-03-31", 12, "2026-03-31");
    }

    fn dated_plan() -> Plan {
        let mut plan = Plan::new(PlanId::standard("p"), "Plan");
        let mut measure = Measure::new(MeasureId::standard("m"), "Call back", None);
        (measure.start, measure.end) = (Some(day("2025-01-01")), Some(day("2025-03-31")));
        measure.benefit_start = Some(day("2025-04-01"));
        measure.milestones = vec![Milestone::new(MilestoneId::standard("m"), "Pilot", Some(day("2025-02-28")))];
        plan.measures.insert(measure);
        let mut kpi = Kpi::new(KpiId::standard("nps"), "NPS", KpiKind::Nps);
        kpi.targets = vec![Target { value: 20.0, by: Some(day("2025-12-31")), other: OtherFields::new() }];
        kpi.typed.insert(Month::parse("2025-01").unwrap(), TypedAnswers { promoters: 3, passives: 2, detractors: 1 }.into());
        plan.kpis.insert(kpi);
        let mut source = Source::new(SourceId::standard("s"), "Survey");
        source.imported = Some(day("2025-02-03"));
        let days = ["2025-01-28", "2025-01-29", "2025-01-31"].map(|text| (day(text), ScoreCounts::from([(9, 2), (3, 1)])));
        source.tallies = vec![Tally { days: days.into(), ..Tally::new(KpiId::standard("nps")) }];
        plan.sources.insert(source);
        plan
    }

    #[test]
    fn every_date_of_a_plan_moves() {
        let mut plan = dated_plan();
        shift(&mut plan, 1);
        let measure = plan.measures.iter().next().unwrap();
        assert_eq!((measure.start, measure.end), (Some(day("2025-02-01")), Some(day("2025-04-30"))));
        assert_eq!((measure.benefit_start, measure.milestones[0].day), (Some(day("2025-05-01")), Some(day("2025-03-28"))));
        let kpi = plan.kpis.iter().next().unwrap();
        assert_eq!(kpi.targets[0].by, Some(day("2026-01-31")));
        assert_eq!(kpi.typed.keys().map(Month::to_string).collect::<Vec<_>>(), ["2025-02"]);
        assert_eq!(plan.sources.iter().next().unwrap().imported, Some(day("2025-03-03")));
    }

    #[test]
    fn answers_of_days_that_become_one_are_counted_together() {
        let mut plan = dated_plan();
        shift(&mut plan, 1);
        let days = &plan.sources.iter().next().unwrap().tallies[0].days;
        assert_eq!(*days, BTreeMap::from([(day("2025-02-28"), ScoreCounts::from([(9, 6), (3, 3)]))]));
    }

    #[test]
    fn a_plan_that_stays_where_it_is_shares_all_with_the_one_before() {
        let plan = dated_plan();
        let mut same = plan.clone();
        shift(&mut same, 0);
        assert!(same.same(&plan));
    }

    #[test]
    fn the_way_to_today_ends_in_the_month_before() {
        let plan = dated_plan();
        let check = |today: &str, months| assert_eq!(months_to_today(&plan, day(today)), months, "{today}");
        check("2025-02-01", 0);
        check("2025-02-28", 0);
        check("2025-01-31", -1);
        check("2026-03-15", 13);
        assert_eq!(months_to_today(&Plan::new(PlanId::standard("p"), ""), day("2026-03-15")), 0);
    }
}
