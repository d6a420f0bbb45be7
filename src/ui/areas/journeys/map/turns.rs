//! Rows of a map take turns when many cells come in at once, as when it opens or a stage comes back: as many as a
//! picture has time for are built for it, the rest for the pictures that follow.

use super::viewport::BuiltColumn;
use crate::ui::platform::page;
use leptos::prelude::*;
use std::collections::{HashSet, VecDeque};

/// Cells that are built before a map is seen first: about what is in view.
const CELLS_AT_FIRST: usize = 240;
/// Cells that are built for each picture afterwards.
const CELLS_A_PICTURE: usize = 40;

/// A row that takes its turns.
#[derive(Clone, Copy)]
struct Row {
    /// Tells it that it is due.
    turn: RwSignal<()>,
    is_due: StoredValue<bool>,
}

/// Whose turn it is.
#[derive(Clone, Copy)]
pub struct Turns {
    /// Cells that may still be built for the next picture.
    left: StoredValue<usize>,
    /// Rows that wait, with the number of their new cells.
    waiting: StoredValue<VecDeque<(Row, usize)>>,
    is_picture_awaited: StoredValue<bool>,
}

impl Turns {
    /// Turns of a map that isn't seen yet.
    pub fn new() -> Self {
        let (left, waiting) = (StoredValue::new(CELLS_AT_FIRST), StoredValue::new(VecDeque::new()));
        Self { left, waiting, is_picture_awaited: StoredValue::new(false) }
    }

    /// What a row builds now of the columns that it is to build: what goes, goes at once, what comes waits for its turn
    /// unless that `is_urgent`.
    pub fn take(
        self,
        wanted: Memo<Vec<BuiltColumn>>,
        is_urgent: impl Fn() -> bool + Send + Sync + 'static,
    ) -> Memo<Vec<BuiltColumn>> {
        let row = Row { turn: RwSignal::new(()), is_due: StoredValue::new(false) };
        Memo::new(move |before: Option<&Vec<BuiltColumn>>| {
            row.turn.track();
            let wanted = wanted.get();
            let built: HashSet<_> = before.into_iter().flatten().map(|built| &built.column).collect();
            let cells = wanted.iter().filter(|column| !built.contains(&column.column)).count();
            let is_due = row.is_due.try_update_value(std::mem::take).unwrap_or_default();
            if cells == 0 || is_due || is_urgent() || self.has_time_for(cells) {
                return wanted;
            }
            self.waiting.update_value(|waiting| waiting.push_back((row, cells)));
            wanted.into_iter().filter(|column| built.contains(&column.column)).collect()
        })
    }

    /// Takes the time for so many cells, if there is enough of it before the next picture.
    fn has_time_for(self, cells: usize) -> bool {
        self.await_picture();
        let rest = self.left.get_value().checked_sub(cells);
        if let Some(rest) = rest {
            self.left.set_value(rest);
        }
        rest.is_some()
    }

    /// Lets the next rows have their turn once there is a picture.
    fn await_picture(self) {
        if self.is_picture_awaited.try_update_value(|awaited| !std::mem::replace(awaited, true)) == Some(true) {
            page::after_paint(move || {
                // The map may have been left meanwhile.
                if self.is_picture_awaited.try_update_value(|awaited| *awaited = false).is_some() {
                    self.next();
                }
            });
        }
    }

    fn next(self) {
        let mut left = CELLS_A_PICTURE;
        // A row of more cells than that has a picture for itself.
        while let Some(Some((row, cells))) = self.waiting.try_update_value(VecDeque::pop_front) {
            row.is_due.try_set_value(true);
            row.turn.try_set(());
            left = left.saturating_sub(cells);
            if self.waiting.with_value(|waiting| waiting.front().is_some_and(|(_, cells)| *cells > left)) {
                self.await_picture();
                break;
            }
        }
        self.left.set_value(left);
    }
}
