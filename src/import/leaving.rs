//! Lost customers by their reason for leaving, as long as what is written there isn't free text.

use super::TextEncoding;
use crate::plan::{Month, Tallied, name_key};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap};

/// Most different reasons of a file.
pub const REASONS_MAX: usize = 40;
/// Most characters of a reason.
pub const REASON_LEN_MAX: usize = 80;
/// Up to so many different reasons, each may stand there once.
const REASONS_FEW: usize = 12;
/// Spellings that are found without being decoded.
const SPELLINGS_MAX: usize = 200;

/// Customers of a file who left for one reason.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ReducedReason {
    /// The reason, as it is first written.
    pub reason: String,
    /// How many left, by month.
    pub months: BTreeMap<Month, u32>,
}

impl ReducedReason {
    /// How many left for it.
    #[must_use]
    pub fn customers(&self) -> u64 {
        self.months.values().map(Tallied::cases).sum()
    }
}

/// Whether so many different reasons of so many customers look like free text: too many, or hardly one occurs again.
pub(super) fn are_free_text(reasons: usize, customers: u64) -> bool {
    reasons > REASONS_MAX || (reasons > REASONS_FEW && customers < 2 * reasons as u64)
}

/// Whether a cell names a reason, and no dash stands in its place.
pub(super) fn names_reason(cell: &str) -> bool {
    cell.contains(char::is_alphanumeric)
}

/// The column of reasons for leaving, counted by month.
pub(super) struct LeavingColumn {
    pub(super) column: usize,
    /// Line and cell that showed it to be free text; then nothing else of it is kept.
    pub(super) free_text: Option<(u64, String)>,
    /// Places by what is written.
    spellings: HashMap<Vec<u8>, usize>,
    /// Places by what is compared.
    keys: HashMap<String, usize>,
    names: Vec<String>,
    /// The line in which the last of them stands first.
    last_line: u64,
    /// By place and slot of the month.
    counters: Vec<Vec<u32>>,
    customers: u64,
}

impl LeavingColumn {
    pub(super) fn new(column: usize) -> Self {
        Self {
            column,
            free_text: None,
            spellings: HashMap::new(),
            keys: HashMap::new(),
            names: Vec::new(),
            last_line: 0,
            counters: Vec::new(),
            customers: 0,
        }
    }

    /// Counts the customer of a line, who left in the month of a slot; the column may turn out to be free text.
    pub(super) fn count(&mut self, (line, cell): (u64, &[u8]), encoding: TextEncoding, month_slot: usize) {
        if self.free_text.is_some() || cell.is_empty() {
            return;
        }
        let known = self.spellings.get(cell).copied();
        let Some(place) = known.or_else(|| self.place(line, cell, encoding)) else { return };
        let counters = &mut self.counters[place];
        if counters.len() <= month_slot {
            counters.resize(month_slot + 1, 0);
        }
        counters[month_slot].add(&1);
        self.customers += 1;
    }

    /// The place of what isn't known by its spelling; none if it is no reason, or shows the column to be free text.
    fn place(&mut self, line: u64, cell: &[u8], encoding: TextEncoding) -> Option<usize> {
        let text = encoding.decode(cell);
        let text = text.trim();
        if !names_reason(text) {
            return None;
        }
        let place = *self.keys.entry(name_key(text)).or_insert_with(|| {
            self.names.push(text.to_owned());
            self.counters.push(Vec::new());
            self.last_line = line;
            self.names.len() - 1
        });
        if self.names.len() > REASONS_MAX || text.chars().count() > REASON_LEN_MAX {
            self.be_free_text();
            return None;
        }
        if self.spellings.len() < SPELLINGS_MAX {
            self.spellings.insert(cell.to_vec(), place);
        }
        Some(place)
    }

    /// Ends the file: only now it can be told that hardly a reason occurs again.
    pub(super) fn finish(&mut self) {
        if are_free_text(self.names.len(), self.customers) {
            self.be_free_text();
        }
    }

    fn be_free_text(&mut self) {
        let shown_by = (self.last_line, self.names.pop().unwrap_or_default());
        *self = Self { free_text: Some(shown_by), ..Self::new(self.column) };
    }

    /// The reasons in order of their first occurrence; `months` are those of the slots.
    pub(super) fn reasons(&self, months: &[Month]) -> Vec<ReducedReason> {
        let one = |(name, counters): (&String, &Vec<u32>)| {
            let counted = months.iter().copied().zip(counters.iter().copied()).filter(|(_, count)| *count > 0);
            ReducedReason { reason: name.clone(), months: counted.collect() }
        };
        self.names.iter().zip(&self.counters).map(one).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counted(cells: &[&str]) -> Option<Vec<(String, u64)>> {
        let mut column = LeavingColumn::new(0);
        cells.iter().for_each(|cell| column.count((1, cell.as_bytes()), TextEncoding::Utf8, 0));
        column.finish();
        let reasons = column.reasons(&[Month::parse("2025-03").unwrap()]);
        let reasons = reasons.into_iter().map(|reason| (reason.reason.clone(), reason.customers()));
        column.free_text.is_none().then(|| reasons.collect())
    }

    #[test]
    fn spellings_of_a_reason_are_one_and_dashes_are_none() {
        let found = counted(&["zu teuer", "", "Zu teuer ", "-", "ZU TEUER", "–", "Umzug", "?"]).unwrap();
        assert_eq!(found, [("zu teuer".to_owned(), 3), ("Umzug".to_owned(), 1)]);
        assert_eq!(counted(&["", "–", &"-".repeat(200)]), Some(Vec::new()));
    }

    #[test]
    fn what_looks_like_free_text_is_not_kept() {
        let reasons = |count: usize, each: usize| (0..count).flat_map(|n| vec![format!("Grund {n}"); each]).collect::<Vec<_>>();
        let kept = |cells: &[String]| counted(&cells.iter().map(String::as_str).collect::<Vec<_>>()).map(|found| found.len());
        assert_eq!(kept(&reasons(REASONS_MAX, 2)), Some(REASONS_MAX));
        assert_eq!(kept(&reasons(REASONS_MAX + 1, 2)), None);
        assert_eq!(kept(&reasons(REASONS_FEW, 1)), Some(REASONS_FEW));
        assert_eq!(kept(&reasons(REASONS_FEW + 1, 1)), None);
        assert_eq!(kept(&["ä".repeat(REASON_LEN_MAX)]), Some(1));
        assert_eq!(kept(&["ä".repeat(REASON_LEN_MAX + 1)]), None);
    }

    #[test]
    fn memory_is_bounded_however_a_reason_is_spelt() {
        let mut column = LeavingColumn::new(0);
        for number in 0_u32..1 << 12 {
            let spell = |(at, letter): (usize, char)| if (number >> at) & 1 == 1 { letter.to_ascii_uppercase() } else { letter };
            let cell: String = "abcdefghijkl".chars().enumerate().map(spell).collect();
            column.count((1, cell.as_bytes()), TextEncoding::Utf8, 0);
        }
        assert_eq!((column.spellings.len(), column.names.len(), column.customers), (SPELLINGS_MAX, 1, 1 << 12));
    }
}
