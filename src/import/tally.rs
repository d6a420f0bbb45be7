//! Counts of answers: by day for all, by month for the values of a segment.

use super::{DecimalMark, TextEncoding, shorten};
use crate::plan::{Day, Month, ScoreCounts};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap};

/// Most different values of a segment.
const SEGMENT_VALUES_MAX: usize = 200;

/// Answers of one value of a segment by month.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ReducedSegment {
    /// Index of the segment's column.
    pub column: usize,
    /// The value, as it is written.
    pub value: String,
    /// Scores by month.
    pub months: BTreeMap<Month, ScoreCounts>,
}

/// All answers of a score column.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ReducedTally {
    /// Index of the column.
    pub column: usize,
    /// Scores by day.
    pub days: BTreeMap<Day, ScoreCounts>,
    /// Scores by segment and month; segments aren't crossed.
    pub segments: Vec<ReducedSegment>,
}

/// Counts by answer, from 0 on; as long as the highest answer that occurs asks for.
type Counts = Vec<u32>;

/// A column of answers, counted by day.
pub(super) struct ScoreColumn {
    pub(super) column: usize,
    pub(super) low: u8,
    pub(super) high: u8,
    pub(super) decimal: DecimalMark,
    days: BTreeMap<Day, Counts>,
}

/// A column of segment values, by which the answers of score columns are counted by month.
pub(super) struct SegmentColumn {
    pub(super) column: usize,
    /// Values as they are written, with their place in `months`.
    values: HashMap<Vec<u8>, usize>,
    names: Vec<String>,
    /// Counts by value, then by score column and month.
    months: Vec<BTreeMap<(usize, Month), Counts>>,
}

impl ScoreColumn {
    pub(super) fn new(column: usize, (low, high): (u8, u8), decimal: DecimalMark) -> Self {
        Self { column, low, high, decimal, days: BTreeMap::new() }
    }

    pub(super) fn count(&mut self, day: Day, answer: u8) {
        add(self.days.entry(day).or_default(), answer);
    }

    pub(super) fn reduced(&self, segments: Vec<ReducedSegment>) -> ReducedTally {
        let days = self.days.iter().map(|(day, counts)| (*day, sparse(counts))).collect();
        ReducedTally { column: self.column, days, segments }
    }
}

impl SegmentColumn {
    pub(super) fn new(column: usize) -> Self {
        Self { column, values: HashMap::new(), names: Vec::new(), months: Vec::new() }
    }

    /// Counts an answer of the score column at place `score` for a value.
    pub(super) fn count(&mut self, value: usize, score: usize, month: Month, answer: u8) {
        add(self.months[value].entry((score, month)).or_default(), answer);
    }

    /// The place of a value; `None` if there are too many.
    pub(super) fn place(&mut self, cell: &[u8], encoding: TextEncoding) -> Option<usize> {
        if let Some(place) = self.values.get(cell) {
            return Some(*place);
        }
        let place = self.names.len();
        if place >= SEGMENT_VALUES_MAX {
            return None;
        }
        self.names.push(shorten(encoding.decode(cell).trim(), 200));
        self.months.push(BTreeMap::new());
        self.values.insert(cell.to_vec(), place);
        Some(place)
    }

    /// Answers of one score column by value.
    pub(super) fn reduced(&self, score: usize) -> impl Iterator<Item = ReducedSegment> + '_ {
        self.names.iter().zip(&self.months).filter_map(move |(name, months)| {
            let of_score = months.iter().filter(|((of, _), _)| *of == score);
            let months: BTreeMap<Month, ScoreCounts> = of_score.map(|((_, month), counts)| (*month, sparse(counts))).collect();
            (!months.is_empty()).then(|| ReducedSegment { column: self.column, value: name.clone(), months })
        })
    }
}

fn add(counts: &mut Counts, answer: u8) {
    let answer = usize::from(answer);
    if counts.len() <= answer {
        counts.resize(answer + 1, 0);
    }
    counts[answer] += 1;
}

/// The answers that occur.
fn sparse(counts: &Counts) -> ScoreCounts {
    let answers = (0_u8..).zip(counts);
    answers.filter(|(_, count)| **count > 0).map(|(answer, count)| (answer, *count)).collect()
}
