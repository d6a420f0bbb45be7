//! Which lane of a table is which lane of a map.

use super::Matrix;
use crate::plan::{Journey, LaneId, LaneKind, STANDARD_LANES};
use crate::sheet::lane_title;
use crate::texts::Texts;
use crate::texts::output::{RowLabel, normal, row_label};

/// What a lane of a table becomes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LaneTarget {
    /// A lane that the map has or could have.
    Lane(LaneId),
    /// A new lane for free text, with its title.
    OwnText,
    /// Nothing: it is left out.
    Skip,
}

/// Proposes what each lane of a matrix becomes: the lane of the journey with its title, else the standard lane with that
/// name, else a lane for free text. No two become one; a row without any text is left out.
#[must_use]
pub fn propose(texts: &Texts, matrix: &Matrix, into: Option<&Journey>) -> Vec<LaneTarget> {
    let mut taken: Vec<LaneId> = Vec::new();
    let lanes = matrix.lanes.iter().map(|lane| {
        if lane.cells.iter().all(String::is_empty) && lane.title.is_empty() {
            return LaneTarget::Skip;
        }
        let own = into.and_then(|journey| {
            let known = journey.lanes.iter().filter(|own| !matches!(own.kind, LaneKind::Other(_)));
            known.clone().find(|own| normal(&lane_title(own, texts)) == normal(&lane.title)).map(|own| own.id.clone())
        });
        let found = own.or_else(|| match row_label(&lane.title)? {
            RowLabel::Lane(id) => STANDARD_LANES.iter().find(|standard| standard.id == id).map(|_| LaneId::standard(id)),
            _ => None,
        });
        match found.filter(|id| !taken.contains(id)) {
            Some(id) => {
                taken.push(id.clone());
                LaneTarget::Lane(id)
            }
            None => LaneTarget::OwnText,
        }
    });
    lanes.collect()
}
