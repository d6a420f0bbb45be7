//! Why a table can't be a map, in words.

use reiseplan::{
    matrix::{LANES_MAX, MatrixError, STEPS_MAX},
    texts::Texts,
};

/// What is wrong with a table, where, and what to do.
pub fn table_problem(texts: &Texts, error: &MatrixError) -> String {
    let words = &texts.output.take_in;
    match *error {
        MatrixError::Table(ref error) => (texts.import.error)(error),
        MatrixError::NoSteps => words.no_steps.to_owned(),
        MatrixError::TooManyColumns(columns) => (words.too_many_columns)(columns, STEPS_MAX, LANES_MAX),
        MatrixError::TooManyRows(rows) => (words.too_many_rows)(rows, STEPS_MAX, LANES_MAX),
        MatrixError::ExtraCell { line, column } => (words.extra_cell)(line, column),
    }
}
