//! A table of texts read as a matrix: which rows say where a column stands, and which are lanes.

use crate::export::unguard;
use crate::import::{ImportError, TextRow};
use crate::texts::output::{RowLabel, row_label};
use std::collections::{BTreeMap, BTreeSet};

/// Most steps of a matrix.
pub const STEPS_MAX: usize = 300;
/// Most lanes of a matrix.
pub const LANES_MAX: usize = 100;

/// Rows above the lanes, at most: stage, sub-phase, touchpoint, heading.
const HEAD_ROWS: usize = 4;

/// Why a table is no matrix.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MatrixError {
    /// The bytes are no table.
    #[error(transparent)]
    Table(#[from] ImportError),
    /// There are titles of lanes and no column beside them.
    #[error("the table has one column")]
    NoSteps,
    /// It has more columns than a map may have steps or lanes.
    #[error("the table has {0} columns")]
    TooManyColumns(usize),
    /// It has more rows than a map may have steps or lanes.
    #[error("the table has {0} rows")]
    TooManyRows(usize),
    /// A row has a text right of the last column of the first row.
    #[error("the row of line {line} has a text in column {column}, which the first row doesn't have")]
    ExtraCell {
        /// Line in which the row begins, from 1.
        line: u64,
        /// Column of the text, from 1.
        column: usize,
    },
}

/// A column of a matrix: a step, or a stage that has none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MatrixColumn {
    /// Title of its stage, if a new stage begins here.
    pub stage: Option<String>,
    /// Name of the stage's sub-phase; empty: not said.
    pub sub_phase: String,
    /// Name of the touchpoint; empty: not said.
    pub touchpoint: String,
    /// A heading of its own.
    pub heading: String,
    /// Whether it is a step and not only the place of its stage.
    pub is_step: bool,
}

/// A row of a matrix that is a lane.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MatrixLane {
    /// Its title.
    pub title: String,
    /// Its cells, one for each column.
    pub cells: Vec<String>,
}

/// What a table says about a map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matrix {
    /// Whether steps are rows and lanes are columns in the table.
    pub transposed: bool,
    /// Its columns in order.
    pub columns: Vec<MatrixColumn>,
    /// Its lanes in order.
    pub lanes: Vec<MatrixLane>,
}

/// Finds stages, steps and lanes in the rows of a table. The first column names lanes and the first rows say where columns stand, or
/// the other way round, which is told from the titles that are known. The table may begin with a row of stages, which
/// stand in their first column or in each.
///
/// # Errors
/// If the table can't be a map.
pub fn read_matrix(rows: &[TextRow]) -> Result<Matrix, MatrixError> {
    let mut rows = checked_rows(rows)?;
    // A name of a stage may be that of a lane; but titles stand once.
    let first_row: BTreeSet<RowLabel> = rows[0].iter().filter_map(|label| row_label(label)).collect();
    let first_column: BTreeSet<RowLabel> = rows.iter().filter_map(|row| row_label(&row[0])).collect();
    // A list of touchpoints, one below the other.
    let is_list = rows[0].len() == 1 && row_label(&rows[0][0]) == Some(RowLabel::Touchpoint);
    let transposed = first_row.len() > first_column.len() || is_list;
    if transposed {
        rows = (0..rows[0].len()).map(|column| rows.iter().map(|row| row[column].clone()).collect()).collect();
    }
    let (steps, lanes) = (rows[0].len() - 1, rows.len());
    let (too_many_steps, too_many_lanes) = if transposed {
        (MatrixError::TooManyRows(steps + 1), MatrixError::TooManyColumns(lanes))
    } else {
        (MatrixError::TooManyColumns(steps + 1), MatrixError::TooManyRows(lanes))
    };
    if steps == 0 {
        return Err(MatrixError::NoSteps);
    }
    if steps > STEPS_MAX {
        return Err(too_many_steps);
    }
    if lanes > LANES_MAX + HEAD_ROWS {
        return Err(too_many_lanes);
    }
    Ok(matrix(rows, transposed))
}

/// The rows, alike in length, without blank rows and without blank columns at the end.
fn checked_rows(table: &[TextRow]) -> Result<Vec<Vec<String>>, MatrixError> {
    let filled = |cells: &[String]| cells.iter().rposition(|cell| !cell.is_empty()).map_or(0, |last| last + 1);
    let first_len = table.iter().find(|row| filled(&row.cells) > 0).map_or(0, |row| row.cells.len());
    let mut rows = Vec::new();
    let mut width = 0;
    for row in table {
        let len = filled(&row.cells);
        if len > first_len {
            return Err(MatrixError::ExtraCell { line: row.line, column: len });
        }
        width = width.max(len);
        if len > 0 {
            rows.push(row.cells[..len].iter().map(|cell| unguard(cell).trim().to_owned()).collect::<Vec<_>>());
        }
    }
    let most = STEPS_MAX.max(LANES_MAX + HEAD_ROWS) + 1;
    if width > most {
        return Err(MatrixError::TooManyColumns(width));
    }
    if rows.len() > most {
        return Err(MatrixError::TooManyRows(rows.len()));
    }
    if rows.is_empty() {
        return Err(ImportError::Empty.into());
    }
    rows.iter_mut().for_each(|row| row.resize(width, String::new()));
    Ok(rows)
}

fn matrix(mut rows: Vec<Vec<String>>, transposed: bool) -> Matrix {
    let mut head = BTreeMap::new();
    for (index, row) in rows.iter().enumerate().take(HEAD_ROWS) {
        if let Some(label @ (RowLabel::Stage | RowLabel::SubPhase | RowLabel::Touchpoint | RowLabel::Heading)) =
            row_label(&row[0])
        {
            head.entry(label).or_insert(index);
        }
    }
    // Rows without a known title: above all others stand the steps, and above these the stages.
    let is_open = |index: usize| rows.get(index).is_some_and(|row| row_label(&row[0]).is_none());
    if !head.contains_key(&RowLabel::Touchpoint) && is_open(head.len()) {
        let first = head.len();
        let has_two = !head.contains_key(&RowLabel::Stage)
            && is_open(first + 1)
            && (rows[first + 1][0].is_empty() || has_gaps(&rows[first]) && !has_gaps(&rows[first + 1]));
        if has_two {
            head.insert(RowLabel::Stage, first);
        }
        head.insert(RowLabel::Touchpoint, first + usize::from(has_two));
    } else if !head.contains_key(&RowLabel::Stage) && head.get(&RowLabel::Touchpoint) == Some(&1) && is_open(0) {
        head.insert(RowLabel::Stage, 0);
    }
    let empty = vec![String::new(); rows[0].len()];
    let cells = |label: RowLabel| head.get(&label).map_or(&empty, |index| &rows[*index])[1..].to_vec();
    let stages = stage_starts(cells(RowLabel::Stage));
    let (sub_phases, touchpoints, headings) = (cells(RowLabel::SubPhase), cells(RowLabel::Touchpoint), cells(RowLabel::Heading));
    let columns = stages.into_iter().zip(sub_phases).zip(touchpoints.into_iter().zip(headings));
    let columns: Vec<_> = columns
        .map(|((stage, sub_phase), (touchpoint, heading))| MatrixColumn { stage, sub_phase, touchpoint, heading, is_step: false })
        .collect();
    let heads: Vec<usize> = head.into_values().collect();
    let mut index = 0;
    rows.retain(|_| {
        index += 1;
        !heads.contains(&(index - 1))
    });
    let lane = |mut row: Vec<String>| {
        let cells = row.split_off(1);
        MatrixLane { title: row.swap_remove(0), cells }
    };
    let mut matrix = Matrix { transposed, columns, lanes: rows.into_iter().map(lane).collect() };
    for (index, column) in matrix.columns.iter_mut().enumerate() {
        let has_text = matrix.lanes.iter().any(|lane| !lane.cells[index].is_empty());
        column.is_step = has_text || !column.touchpoint.is_empty() || !column.heading.is_empty();
    }
    // Blank columns between others say nothing.
    let kept: Vec<bool> = matrix.columns.iter().map(|column| column.is_step || column.stage.is_some()).collect();
    let keep = |index: usize| kept[index];
    retain_indexed(&mut matrix.columns, keep);
    matrix.lanes.iter_mut().for_each(|lane| retain_indexed(&mut lane.cells, keep));
    matrix
}

fn retain_indexed<T>(items: &mut Vec<T>, keep: impl Fn(usize) -> bool) {
    let mut index = 0;
    items.retain(|_| {
        index += 1;
        keep(index - 1)
    });
}

/// Whether a row names fewer things than it has columns, as stages over their steps do.
fn has_gaps(row: &[String]) -> bool {
    row[1..].iter().any(String::is_empty)
}

/// Where stages begin. If each column names its stage, one reaches as far as the name stays the same.
fn stage_starts(cells: Vec<String>) -> Vec<Option<String>> {
    let in_each = cells.iter().all(|cell| !cell.is_empty());
    let mut before = String::new();
    let start = |cell: String| {
        let goes_on = cell.is_empty() || in_each && cell == before;
        before.clone_from(&cell);
        (!goes_on).then_some(cell)
    };
    cells.into_iter().map(start).collect()
}
