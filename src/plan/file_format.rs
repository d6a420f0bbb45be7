//! How a file is to be read where the user knows better than the guess.

use serde::{Deserialize, Serialize};

/// How a file writes characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TextEncoding {
    /// UTF-8, with or without byte order mark.
    Utf8,
    /// UTF-16 with byte order mark.
    Utf16,
    /// Windows-1252: what older German Excel writes.
    Windows1252,
}

impl TextEncoding {
    /// All of them in order.
    pub const ALL: [Self; 3] = [Self::Utf8, Self::Utf16, Self::Windows1252];
}

/// What stands between whole and fraction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DecimalMark {
    /// `1.234,56`.
    Comma,
    /// `1,234.56`.
    Point,
}

impl DecimalMark {
    /// Both of them in order.
    pub const ALL: [Self; 2] = [Self::Comma, Self::Point];
}

/// What the user has chosen about the way a file is read; what isn't chosen is guessed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct FormatChoices {
    /// How characters are written; a byte order mark outweighs it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub encoding: Option<TextEncoding>,
    /// What separates cells, an ASCII character.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub delimiter: Option<char>,
    /// What stands between whole and fraction.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decimal: Option<DecimalMark>,
    /// Number of rows above the data.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub header_rows: Option<usize>,
    /// Which sheet of a workbook, from 0.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sheet: Option<usize>,
}

impl FormatChoices {
    /// Whether all is left to the guess.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}
