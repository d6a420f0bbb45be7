//! How new data of a source go together with its older ones, and how many of them fit.

use super::{ReducedReason, Replace};
use crate::plan::{
    Customers, Day, DriverTally, LeavingTally, MoneyTally, Month, Plan, Ratio, Resolution, SegmentTally, Source, Sums, Tallied,
    Tally, name_key,
};
use std::collections::{BTreeMap, BTreeSet};

/// Most entries by day that all data of a source may have: about two megabytes of a plan file.
const ENTRIES_MAX: usize = 60_000;

/// Data of a source.
#[derive(Default)]
pub(super) struct Content {
    pub(super) tallies: Vec<Tally>,
    pub(super) ratios: Vec<Tally<Ratio>>,
    pub(super) customers: Vec<Tally<Customers>>,
    pub(super) amounts: Vec<Tally<Sums>>,
    pub(super) money: Vec<MoneyTally>,
    pub(super) drivers: Vec<DriverTally>,
    pub(super) leaving: Vec<ReducedReason>,
}

/// Months that a file covers in part, and what is kept by month alone of an earlier import had to go there.
#[derive(Default)]
pub(super) struct Cut {
    pub(super) segments: BTreeSet<Month>,
    pub(super) reasons: BTreeSet<Month>,
}

/// Sums days up to weeks, else to months, where a file has more of them than fit; tells to which.
pub(super) fn fit(content: &mut Content, source: &Source, plan: &Plan) -> Option<Resolution> {
    let entries = |content: &Content| {
        content.tallies.iter().map(|tally| tally.days.values().map(BTreeMap::len).sum::<usize>()).sum::<usize>()
            + content.amounts.iter().map(|tally| tally.days.len()).sum::<usize>()
            + content.ratios.iter().map(|tally| tally.days.len()).sum::<usize>()
    };
    // Data of one KPI stand for spans of one length: what was summed up once stays so.
    let older = |kpi| source.tallies.iter().find(|old| old.kpi == kpi).map(|old| old.resolution);
    for tally in &mut content.tallies {
        if let Some(resolution) = older(tally.kpi.clone()).filter(|older| *older > tally.resolution) {
            tally.coarsen(resolution, plan);
        }
    }
    let mut summed = None;
    for resolution in [Resolution::Week, Resolution::Month] {
        if entries(content) <= ENTRIES_MAX {
            break;
        }
        content.tallies.iter_mut().for_each(|tally| tally.coarsen(resolution, plan));
        content.amounts.iter_mut().for_each(|tally| tally.coarsen(resolution, plan));
        content.ratios.iter_mut().for_each(|tally| tally.coarsen(resolution, plan));
        summed = Some(resolution);
    }
    summed
}

/// Puts new data into a source as the user wants it; tells the months whose older data had to go. `span` holds the first
/// and the last day of the file, and what its dates stand for.
pub(super) fn replace(
    plan: &Plan,
    source: &mut Source,
    content: Content,
    mode: Replace,
    span: Option<((Day, Day), Resolution)>,
) -> Cut {
    let mut cut = Cut::default();
    match (mode, span) {
        (Replace::All, _) => source.clear_data(),
        (Replace::CoveredDays, Some((span, resolution))) => {
            let mut touched = BTreeSet::new();
            uncover(&mut source.tallies, span, &mut touched, &mut cut.segments);
            uncover(&mut source.ratios, span, &mut touched, &mut cut.segments);
            uncover(&mut source.customers, span, &mut touched, &mut cut.segments);
            uncover(&mut source.amounts, span, &mut touched, &mut cut.segments);
            uncover_reasons(&mut source.leaving, span, resolution, &mut cut.reasons);
            for money in &mut source.money {
                money.months.retain(|month, _| !touched.contains(month));
                uncover_segments(&mut money.segments, &touched);
            }
            for drivers in &mut source.drivers {
                drivers.months.retain(|month, _| !touched.contains(month));
                uncover_segments(&mut drivers.segments, &touched);
            }
        }
        _ => {}
    }
    put(plan, &mut source.tallies, content.tallies);
    put(plan, &mut source.ratios, content.ratios);
    put(plan, &mut source.customers, content.customers);
    put(plan, &mut source.amounts, content.amounts);
    put_money(&mut source.money, content.money);
    put_drivers(&mut source.drivers, content.drivers);
    put_reasons(&mut source.leaving, content.leaving);
    cut
}

/// Takes out what lies between two days, and the months of segments that it touches.
fn uncover<T>(tallies: &mut [Tally<T>], (first, last): (Day, Day), touched: &mut BTreeSet<Month>, cut: &mut BTreeSet<Month>) {
    for tally in tallies {
        // An entry that stands for a longer span goes with the span's first day.
        let first = tally.resolution.first_day(first);
        let month = |day: &Day| tally.resolution.middle_day(*day).month();
        let covered: BTreeSet<Month> = tally.days.range(first..=last).map(|(day, _)| month(day)).collect();
        let left = tally.days.keys().filter(|day| !(first..=last).contains(*day)).map(month).collect::<BTreeSet<Month>>();
        tally.days.retain(|day, _| !(first..=last).contains(day));
        for segment in &mut tally.segments {
            let partly = segment.months.keys().filter(|month| covered.contains(month) && left.contains(month));
            cut.extend(partly.copied());
        }
        uncover_segments(&mut tally.segments, &covered);
        touched.extend(covered);
    }
}

fn uncover_segments<T>(segments: &mut Vec<SegmentTally<T>>, months: &BTreeSet<Month>) {
    for segment in segments.iter_mut() {
        segment.months.retain(|month, _| !months.contains(month));
    }
    segments.retain(|segment| !segment.months.is_empty());
}

/// Takes the months of a file out of reasons for leaving, and tells which of them it covers in part.
fn uncover_reasons(
    leaving: &mut BTreeMap<String, LeavingTally>,
    (first, last): (Day, Day),
    resolution: Resolution,
    cut: &mut BTreeSet<Month>,
) {
    let end = resolution.last_day(last);
    // A week counts in the month of its Thursday; what the months beside it have is about other weeks.
    let last = if resolution == Resolution::Week { resolution.middle_day(last).month() } else { end.month() };
    let months = resolution.middle_day(first).month()..=last;
    for tally in leaving.values_mut() {
        let gone = tally.months.range(months.clone()).map(|(month, _)| *month);
        cut.extend(gone.filter(|month| first > month.first_day() || end < month.last_day()));
        tally.months.retain(|month, _| !months.contains(month));
    }
}

/// Adds newer tallies to older ones; none stays empty.
fn put<T: Tallied>(plan: &Plan, older: &mut Vec<Tally<T>>, newer: Vec<Tally<T>>) {
    for mut tally in newer {
        match older.iter_mut().find(|known| known.kpi == tally.kpi) {
            None => older.push(tally),
            Some(known) => {
                tally.coarsen(known.resolution, plan);
                known.coarsen(tally.resolution, plan);
                add_all(&mut known.days, &tally.days);
                tally.segments.into_iter().for_each(|segment| add_segment(&mut known.segments, segment));
            }
        }
    }
    older.retain(|tally| !tally.days.is_empty());
}

fn put_money(older: &mut Vec<MoneyTally>, newer: Vec<MoneyTally>) {
    for tally in newer {
        match older.iter_mut().find(|known| known.kpi == tally.kpi && known.title == tally.title) {
            None => older.push(tally),
            Some(known) => {
                add_all(&mut known.months, &tally.months);
                tally.segments.into_iter().for_each(|segment| add_segment(&mut known.segments, segment));
            }
        }
    }
    older.retain(|tally| !tally.months.is_empty());
}

fn put_drivers(older: &mut Vec<DriverTally>, newer: Vec<DriverTally>) {
    for tally in newer {
        match older.iter_mut().find(|known| known.overall == tally.overall && known.drivers == tally.drivers) {
            None => older.push(tally),
            Some(known) => {
                add_all(&mut known.months, &tally.months);
                tally.segments.into_iter().for_each(|segment| add_segment(&mut known.segments, segment));
            }
        }
    }
    older.retain(|tally| !tally.months.is_empty());
}

fn put_reasons(older: &mut BTreeMap<String, LeavingTally>, newer: Vec<ReducedReason>) {
    for new in newer {
        let key = name_key(&new.reason);
        let known = older.keys().find(|reason| name_key(reason) == key).cloned();
        add_all(&mut older.entry(known.unwrap_or(new.reason)).or_default().months, &new.months);
    }
    older.retain(|_, tally| !tally.months.is_empty());
}

fn add_all<K: Copy + Ord, T: Tallied>(to: &mut BTreeMap<K, T>, from: &BTreeMap<K, T>) {
    for (key, data) in from {
        to.entry(*key).or_default().add(data);
    }
}

/// Adds a segment to the one with the same value, if there is one.
pub(super) fn add_segment<T: Tallied>(segments: &mut Vec<SegmentTally<T>>, new: SegmentTally<T>) {
    let same = |known: &&mut SegmentTally<T>| known.dimension == new.dimension && known.value == new.value;
    match segments.iter_mut().find(same) {
        None => segments.push(new),
        Some(known) => add_all(&mut known.months, &new.months),
    }
}
