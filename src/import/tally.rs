//! What the rows of a file are counted into: by day for all, by month for each value of a segment.
//!
//! Everything of one day, or of one month and segment value, lies side by side in plain vectors, so that counting a row
//! is a few additions.

use super::{TextEncoding, shorten};
use crate::plan::{Day, KpiKind, Moments, MoneyGroups, Month, Resolution, ScoreCounts, Sums, Tallied, in_longer_spans};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap};

/// Most different values of a segment.
const SEGMENT_VALUES_MAX: usize = 200;

/// Data of one value of a segment by month.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ReducedSegment<T = ScoreCounts> {
    /// Index of the segment's column.
    pub column: usize,
    /// The value, as it is written.
    pub value: String,
    /// By month.
    pub months: BTreeMap<Month, T>,
}

/// Counts of one value of a segment by day: over a month they can't be added up where they count a stock.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CountedSegment {
    /// Index of the segment's column.
    pub column: usize,
    /// The value, as it is written.
    pub value: String,
    /// By day.
    pub days: BTreeMap<Day, u32>,
}

/// All counts of a column.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ReducedCounts {
    /// Index of the column.
    pub column: usize,
    /// By day.
    pub days: BTreeMap<Day, u32>,
    /// By segment and day; segments aren't crossed.
    pub segments: Vec<CountedSegment>,
}

/// All data of a column.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ReducedTally<T = ScoreCounts> {
    /// Index of the column.
    pub column: usize,
    /// By day.
    pub days: BTreeMap<Day, T>,
    /// By segment and month; segments aren't crossed.
    pub segments: Vec<ReducedSegment<T>>,
}

/// All data that are kept by month alone.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ReducedMonths<T> {
    /// By month.
    pub months: BTreeMap<Month, T>,
    /// By segment and month; segments aren't crossed.
    pub segments: Vec<ReducedSegment<T>>,
}

/// A column of scores within a row of counters.
#[derive(Clone, Copy, Debug)]
pub(super) struct ScoreColumn {
    pub(super) column: usize,
    pub(super) low: u8,
    pub(super) high: u8,
    /// Where its counters begin.
    pub(super) offset: usize,
}

/// What a row says, column by column.
#[derive(Default)]
pub(super) struct RowValues {
    /// Answers by score column.
    pub(super) answers: Vec<Option<u8>>,
    /// By column of counts.
    pub(super) counts: Vec<Option<u32>>,
    /// By column of values.
    pub(super) amounts: Vec<Option<f64>>,
    /// By column of money.
    pub(super) money: Vec<Option<f64>>,
    /// The answer by which money is told apart.
    pub(super) nps: Option<u8>,
    /// The answers about which drivers are looked for; empty unless all are there.
    pub(super) listwise: Vec<u8>,
}

impl RowValues {
    /// Makes room for the next row.
    pub(super) fn clear(&mut self) {
        let Self { answers, counts, amounts, money, nps, listwise } = self;
        answers.clear();
        counts.clear();
        amounts.clear();
        money.clear();
        *nps = None;
        listwise.clear();
    }
}

/// Which columns are counted.
pub(super) struct Layout {
    pub(super) scores: Vec<ScoreColumn>,
    pub(super) counts: Vec<usize>,
    /// Columns of values, with what several of them make together.
    pub(super) amounts: Vec<(usize, KpiKind)>,
    pub(super) money: Vec<usize>,
    /// Counters of all scores of a day or month.
    stride: usize,
}

impl Layout {
    /// From the columns of scores with their scales, of counts, of values, of money.
    pub(super) fn new(
        scores: &[(usize, (u8, u8))],
        counts: Vec<usize>,
        amounts: Vec<(usize, KpiKind)>,
        money: Vec<usize>,
    ) -> Self {
        let mut stride = 0;
        let mut place = |(column, (low, high)): &(usize, (u8, u8))| {
            let offset = stride;
            stride += usize::from(high - low) + 1;
            ScoreColumn { column: *column, low: *low, high: *high, offset }
        };
        let scores = scores.iter().map(&mut place).collect();
        Self { scores, counts, amounts, money, stride }
    }
}

/// Numbers of consecutive places, given out as they come up.
#[derive(Default)]
pub(super) struct Slots {
    first: i64,
    /// By distance from `first`: the slot, plus one.
    slots: Vec<u32>,
    /// The places in order of their slots.
    pub(super) places: Vec<i64>,
}

impl Slots {
    /// The slot of a place.
    pub(super) fn slot(&mut self, place: i64) -> usize {
        if self.slots.is_empty() {
            self.first = place;
        }
        if place < self.first {
            let more = (self.first - place) as usize;
            self.slots.splice(0..0, std::iter::repeat_n(0, more));
            self.first = place;
        }
        let index = (place - self.first) as usize;
        if index >= self.slots.len() {
            self.slots.resize(index + 1, 0);
        }
        if self.slots[index] == 0 {
            self.places.push(place);
            self.slots[index] = self.places.len() as u32;
        }
        self.slots[index] as usize - 1
    }
}

/// Counters by slot.
#[derive(Default)]
pub(super) struct Counters {
    scores: Vec<u32>,
    counts: Vec<Option<u32>>,
    amounts: Vec<Sums>,
    money: Vec<MoneyGroups>,
    moments: Vec<Moments>,
}

impl Counters {
    /// Counts the scores of a row.
    pub(super) fn count_scores(&mut self, slot: usize, row: &RowValues, layout: &Layout) {
        let base = slot * layout.stride;
        grow(&mut self.scores, base + layout.stride);
        for (score, answer) in layout.scores.iter().zip(&row.answers) {
            if let Some(answer) = answer {
                let counter = &mut self.scores[base + score.offset + usize::from(answer - score.low)];
                *counter = counter.saturating_add(1);
            }
        }
    }

    /// Counts the counts and values of a row, always by day.
    pub(super) fn count_numbers(&mut self, slot: usize, row: &RowValues) {
        if !row.counts.is_empty() {
            let base = slot * row.counts.len();
            grow(&mut self.counts, base + row.counts.len());
            for (sum, count) in self.counts[base..].iter_mut().zip(&row.counts) {
                if let Some(count) = count {
                    *sum = Some(sum.unwrap_or_default().saturating_add(*count));
                }
            }
        }
        if !row.amounts.is_empty() {
            let base = slot * row.amounts.len();
            grow(&mut self.amounts, base + row.amounts.len());
            for (sum, value) in self.amounts[base..].iter_mut().zip(&row.amounts) {
                value.and_then(Sums::of).iter().for_each(|one| sum.add(one));
            }
        }
    }

    /// Counts what a row says by month: money, and answers about drivers.
    pub(super) fn count_months(&mut self, slot: usize, row: &RowValues) {
        if let (false, Some(nps)) = (row.money.is_empty(), row.nps) {
            let base = slot * row.money.len();
            grow(&mut self.money, base + row.money.len());
            for (groups, value) in self.money[base..].iter_mut().zip(&row.money) {
                let group = match nps {
                    9.. => &mut groups.promoters,
                    7.. => &mut groups.passives,
                    _ => &mut groups.detractors,
                };
                value.and_then(Sums::of).iter().for_each(|one| group.add(one));
            }
        }
        if !row.listwise.is_empty() {
            grow(&mut self.moments, slot + 1);
            self.moments[slot].observe(&row.listwise);
        }
    }

    /// The answers of a score column in a slot.
    fn scores(&self, slot: usize, score: &ScoreColumn, layout: &Layout) -> Option<ScoreCounts> {
        let base = slot * layout.stride + score.offset;
        let width = usize::from(score.high - score.low) + 1;
        let counters = self.scores.get(base..base + width)?;
        let counts: ScoreCounts = (score.low..).zip(counters.iter().copied()).filter(|(_, count)| *count > 0).collect();
        (!counts.is_empty()).then_some(counts)
    }
}

fn grow<T: Clone + Default>(list: &mut Vec<T>, len: usize) {
    if list.len() < len {
        list.resize(len, T::default());
    }
}

/// A column of segment values, with counters for each.
pub(super) struct SegmentColumn {
    pub(super) column: usize,
    /// Values as they are written.
    values: HashMap<Vec<u8>, usize>,
    /// The first few of them, which are found faster so.
    first: Vec<(Vec<u8>, usize)>,
    names: Vec<String>,
    pub(super) counters: Vec<Counters>,
}

/// Values that are looked through before the table is asked.
const FIRST_VALUES: usize = 8;

impl SegmentColumn {
    pub(super) fn new(column: usize) -> Self {
        Self { column, values: HashMap::new(), first: Vec::new(), names: Vec::new(), counters: Vec::new() }
    }

    /// The place of a value; `None` if there are too many.
    pub(super) fn place(&mut self, cell: &[u8], encoding: TextEncoding) -> Option<usize> {
        if let Some((_, place)) = self.first.iter().find(|(value, _)| value == cell) {
            return Some(*place);
        }
        if let Some(place) = self.values.get(cell) {
            return Some(*place);
        }
        let place = self.names.len();
        if place >= SEGMENT_VALUES_MAX {
            return None;
        }
        self.names.push(shorten(encoding.decode(cell).trim(), 200));
        self.counters.push(Counters::default());
        if self.first.len() < FIRST_VALUES {
            self.first.push((cell.to_vec(), place));
        } else {
            self.values.insert(cell.to_vec(), place);
        }
        Some(place)
    }
}

/// All counters of a file, ready to be read out.
pub(super) struct Counted<'a> {
    pub(super) layout: &'a Layout,
    /// What each of the days stands for.
    pub(super) resolution: Resolution,
    pub(super) days: &'a [Day],
    pub(super) months: &'a [Month],
    pub(super) by_day: &'a Counters,
    pub(super) by_month: &'a Counters,
    pub(super) segments: &'a [SegmentColumn],
}

impl Counted<'_> {
    /// The answers of each score column.
    pub(super) fn tallies(&self) -> Vec<ReducedTally> {
        let layout = self.layout;
        let one = |score: &ScoreColumn| {
            let of = |counters: &Counters, slot: usize| counters.scores(slot, score, layout);
            ReducedTally {
                column: score.column,
                days: spans(self.days, |slot| of(self.by_day, slot)),
                segments: self.segments_by_month(of),
            }
        };
        layout.scores.iter().map(one).collect()
    }

    /// The counts of each column of counts.
    pub(super) fn counts(&self) -> Vec<ReducedCounts> {
        let width = self.layout.counts.len();
        let one = |(index, column): (usize, &usize)| {
            let of = |counters: &Counters, slot: usize| counters.counts.get(slot * width + index).copied().flatten();
            let segment = |(column, value, days)| CountedSegment { column, value, days };
            ReducedCounts {
                column: *column,
                days: spans(self.days, |slot| of(self.by_day, slot)),
                segments: self.by_segment(self.days, of).map(segment).collect(),
            }
        };
        self.layout.counts.iter().enumerate().map(one).collect()
    }

    /// The values of each column of values.
    pub(super) fn amounts(&self) -> Vec<ReducedTally<Sums>> {
        let width = self.layout.amounts.len();
        let one = |(index, (column, kind)): (usize, &(usize, KpiKind))| {
            let some = |sums: &Sums| sums.n > 0;
            let of = |counters: &Counters, slot: usize| counters.amounts.get(slot * width + index).copied().filter(some);
            let segment = |(column, value, days): (usize, String, BTreeMap<Day, Sums>)| {
                let months = days.iter().map(|(day, sums)| (self.resolution.middle_day(*day).month(), sums));
                ReducedSegment { column, value, months: in_longer_spans(months, kind) }
            };
            ReducedTally {
                column: *column,
                days: spans(self.days, |slot| of(self.by_day, slot)),
                segments: self.by_segment(self.days, of).map(segment).collect(),
            }
        };
        self.layout.amounts.iter().enumerate().map(one).collect()
    }

    /// The money of each column of money, with the column.
    pub(super) fn money(&self) -> Vec<(usize, ReducedMonths<MoneyGroups>)> {
        let width = self.layout.money.len();
        let one = |(index, column): (usize, &usize)| {
            let some = |groups: &MoneyGroups| *groups != MoneyGroups::default();
            let of = move |counters: &Counters, slot: usize| counters.money.get(slot * width + index).copied().filter(some);
            (*column, self.by_months(of))
        };
        self.layout.money.iter().enumerate().map(one).collect()
    }

    /// What tells which questions drive the overall score.
    pub(super) fn moments(&self) -> ReducedMonths<Moments> {
        self.by_months(|counters, slot| counters.moments.get(slot).filter(|moments| moments.n > 0).cloned())
    }

    fn by_months<T>(&self, of: impl Fn(&Counters, usize) -> Option<T>) -> ReducedMonths<T> {
        ReducedMonths { months: spans(self.months, |slot| of(self.by_month, slot)), segments: self.segments_by_month(of) }
    }

    fn segments_by_month<T>(&self, of: impl Fn(&Counters, usize) -> Option<T>) -> Vec<ReducedSegment<T>> {
        let segment = |(column, value, months)| ReducedSegment { column, value, months };
        self.by_segment(self.months, of).map(segment).collect()
    }

    /// Column, value and data of each value of a segment; none without data.
    fn by_segment<K: Copy + Ord, T>(
        &self,
        keys: &[K],
        of: impl Fn(&Counters, usize) -> Option<T>,
    ) -> impl Iterator<Item = (usize, String, BTreeMap<K, T>)> {
        let values = self.segments.iter().flat_map(|segment| {
            segment.names.iter().zip(&segment.counters).map(|(name, counters)| (segment.column, name, counters))
        });
        let of_values =
            values.map(move |(column, name, counters)| (column, name.clone(), spans(keys, |slot| of(counters, slot))));
        of_values.filter(|(_, _, data)| !data.is_empty())
    }
}

/// The data of days or months, by the place that each has among the slots.
fn spans<K: Copy + Ord, T>(keys: &[K], of: impl Fn(usize) -> Option<T>) -> BTreeMap<K, T> {
    keys.iter().enumerate().filter_map(|(slot, key)| Some((*key, of(slot)?))).collect()
}
