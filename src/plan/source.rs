//! Sources: data that were brought in, reduced to tallies. No row, id, contact data or free text of a respondent.

use super::{Day, DimensionId, KpiId, Month, OtherFields, Record, Reference, SegmentValueId, SourceId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// How often each score was given.
pub type ScoreCounts = BTreeMap<u8, u32>;

/// Answers of one segment by month.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SegmentTally {
    /// The dimension.
    pub dimension: DimensionId,
    /// Its value.
    pub value: SegmentValueId,
    /// Scores by month.
    #[serde(default)]
    pub months: BTreeMap<Month, ScoreCounts>,
    /// Fields of later versions.
    #[serde(flatten)]
    pub other: OtherFields,
}

/// All answers to the question of one KPI.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Tally {
    /// The KPI.
    pub kpi: KpiId,
    /// Scores by day, over all answers that have a day.
    #[serde(default)]
    pub days: BTreeMap<Day, ScoreCounts>,
    /// Scores by segment and month; dimensions aren't crossed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub segments: Vec<SegmentTally>,
    /// Fields of later versions.
    #[serde(flatten)]
    pub other: OtherFields,
}

/// What a column of an imported file was taken for, so that the next file with the same header is read alike.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ColumnRole {
    /// The column's header.
    pub header: String,
    /// Name of the role, such as `date` or `score`.
    pub role: String,
    /// The KPI of a score.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kpi: Option<KpiId>,
    /// The dimension of a segment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dimension: Option<DimensionId>,
    /// Fields of later versions.
    #[serde(flatten)]
    pub other: OtherFields,
}

/// A file that was imported, reduced to what figures need.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Source {
    /// Its id.
    pub id: SourceId,
    /// Its title.
    #[serde(default)]
    pub title: String,
    /// Name of the file.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub file_name: String,
    /// Day of the import.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub imported: Option<Day>,
    /// Rows that were taken in.
    #[serde(default)]
    pub accepted: u64,
    /// Rows that were not.
    #[serde(default)]
    pub rejected: u64,
    /// What the data were collected for.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub purpose: String,
    /// On which ground (consent, contract, legitimate interest).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub consent: String,
    /// What its columns were taken for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub columns: Vec<ColumnRole>,
    /// Answers by KPI.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tallies: Vec<Tally>,
    /// Fields of later versions.
    #[serde(flatten)]
    pub other: OtherFields,
}

impl Source {
    /// Makes a source without data.
    #[must_use]
    pub fn new(id: SourceId, title: &str) -> Self {
        Self {
            id,
            title: title.to_owned(),
            file_name: String::new(),
            imported: None,
            accepted: 0,
            rejected: 0,
            purpose: String::new(),
            consent: String::new(),
            columns: Vec::new(),
            tallies: Vec::new(),
            other: OtherFields::new(),
        }
    }
}

impl Record for Source {
    type Id = SourceId;
    const TABLE: &'static str = "sources";
    fn id(&self) -> &SourceId {
        &self.id
    }
    fn references(&self, visit: &mut dyn FnMut(Reference)) {
        for column in &self.columns {
            column.kpi.iter().cloned().for_each(|id| visit(id.into()));
            column.dimension.iter().cloned().for_each(|id| visit(id.into()));
        }
        for tally in &self.tallies {
            visit(tally.kpi.clone().into());
            for segment in &tally.segments {
                visit(segment.dimension.clone().into());
                visit(Reference::SegmentValue(segment.dimension.clone(), segment.value.clone()));
            }
        }
    }
    fn unlink(&mut self, gone: &Reference) {
        for column in &mut self.columns {
            super::reference::unlink_one(&mut column.kpi, gone);
            super::reference::unlink_one(&mut column.dimension, gone);
        }
        self.tallies.retain(|tally| Reference::from(tally.kpi.clone()) != *gone);
        for tally in &mut self.tallies {
            tally.segments.retain(|segment| match gone {
                Reference::Dimension(dimension) => segment.dimension != *dimension,
                Reference::SegmentValue(dimension, value) => segment.dimension != *dimension || segment.value != *value,
                _ => true,
            });
        }
    }
}
