//! How a file is to be read where the user knows better than the guess.

use super::{DecimalMark, TextEncoding};
use serde::{Deserialize, Serialize};

/// What the user has chosen; what isn't chosen is guessed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct FormatChoices {
    /// How characters are written; a byte order mark outweighs it.
    pub encoding: Option<TextEncoding>,
    /// What separates cells, an ASCII character.
    pub delimiter: Option<char>,
    /// What stands between whole and fraction.
    pub decimal: Option<DecimalMark>,
    /// Number of rows above the data.
    pub header_rows: Option<usize>,
    /// Which sheet of a workbook, from 0.
    pub sheet: Option<usize>,
}
