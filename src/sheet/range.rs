//! Parts of a map: cells, columns, lanes.

use std::ops::RangeInclusive;

/// A part of a map: rows and columns of its sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetRange {
    /// Its rows.
    pub rows: RangeInclusive<usize>,
    /// Its columns.
    pub columns: RangeInclusive<usize>,
}

impl SheetRange {
    /// The range between two cells, each as row and column.
    #[must_use]
    pub fn between(a: (usize, usize), b: (usize, usize)) -> Self {
        Self { rows: a.0.min(b.0)..=a.0.max(b.0), columns: a.1.min(b.1)..=a.1.max(b.1) }
    }

    /// Whether it is a single cell.
    #[must_use]
    pub fn is_one(&self) -> bool {
        self.rows.start() == self.rows.end() && self.columns.start() == self.columns.end()
    }

    /// What it stands for: headings for their columns, titles for their lanes.
    #[must_use]
    pub fn part(&self) -> MapPart {
        match (*self.rows.end() == 0, *self.columns.end() == 0) {
            (true, false) if *self.columns.start() > 0 => MapPart::Columns,
            (false, true) if *self.rows.start() > 0 => MapPart::Lanes,
            _ => MapPart::Cells,
        }
    }
}

/// What a range of a map stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MapPart {
    /// Its cells.
    Cells,
    /// Whole columns.
    Columns,
    /// Whole lanes.
    Lanes,
}
