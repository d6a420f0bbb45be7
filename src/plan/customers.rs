//! Counts of customers over a span of time.

use super::{KpiKind, Tallied};
use serde::{Deserialize, Serialize};

/// How many customers there were, came and went in a span of time. What isn't known is missing, not 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Customers {
    /// At its start.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<u32>,
    /// Won within it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub won: Option<u32>,
    /// Lost within it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lost: Option<u32>,
    /// At its end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end: Option<u32>,
}

impl Customers {
    /// The same with the count that is missing derived from the other three: end = start + won − lost.
    #[must_use]
    pub fn completed(&self) -> Self {
        let sum = |plus: [Option<u32>; 2], minus: Option<u32>| plus[0]?.checked_add(plus[1]?)?.checked_sub(minus?);
        let Self { start, won, lost, end } = *self;
        Self {
            start: start.or_else(|| sum([end, lost], won)),
            won: won.or_else(|| sum([end, lost], start)),
            lost: lost.or_else(|| sum([start, won], end)),
            end: end.or_else(|| sum([start, won], lost)),
        }
    }

    /// A span and the one after it together: the start of the first, the end of the second.
    #[must_use]
    pub fn followed_by(&self, next: &Self) -> Self {
        let (first, next) = (self.completed(), next.completed());
        let sum = |a: Option<u32>, b: Option<u32>| Some(a?.saturating_add(b?));
        Self { start: first.start, won: sum(first.won, next.won), lost: sum(first.lost, next.lost), end: next.end }
    }
}

/// Adds the customers of another group over the same span of time.
impl Tallied for Customers {
    fn add(&mut self, more: &Self) {
        let add = |sum: &mut Option<u32>, more: Option<u32>| {
            *sum = match (*sum, more) {
                (Some(sum), Some(more)) => Some(sum.saturating_add(more)),
                (sum, more) => sum.or(more),
            };
        };
        add(&mut self.start, more.start);
        add(&mut self.won, more.won);
        add(&mut self.lost, more.lost);
        add(&mut self.end, more.end);
    }

    fn follow(&mut self, next: &Self, _kind: &KpiKind) {
        *self = self.followed_by(next);
    }

    fn cases(&self) -> u64 {
        self.start.or(self.end).unwrap_or_default().into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts(start: u32, won: u32, lost: u32, end: u32) -> Customers {
        Customers { start: Some(start), won: Some(won), lost: Some(lost), end: Some(end) }
    }

    #[test]
    fn the_count_that_is_missing_is_derived() {
        let year = counts(1000, 150, 100, 1050);
        for partial in [
            Customers { start: None, ..year },
            Customers { won: None, ..year },
            Customers { lost: None, ..year },
            Customers { end: None, ..year },
        ] {
            assert_eq!(partial.completed(), year);
        }
        assert_eq!(Customers { lost: None, ..counts(10, 0, 0, 11) }.completed().lost, None);
    }

    #[test]
    fn months_make_a_quarter_from_the_start_of_the_first_to_the_end_of_the_last() {
        let next = Customers { start: Some(105), won: Some(7), lost: Some(2), end: None };
        assert_eq!(counts(100, 10, 5, 105).followed_by(&next), counts(100, 17, 7, 110));
    }

    #[test]
    fn what_is_missing_of_one_group_is_taken_from_the_other() {
        let mut all = Customers { start: Some(10), lost: Some(1), ..Customers::default() };
        all.add(&Customers { start: Some(5), won: Some(2), ..Customers::default() });
        assert_eq!(all, Customers { start: Some(15), won: Some(2), lost: Some(1), end: None });
    }
}
