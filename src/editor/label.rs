//! What a step of the history is called and where it happened.

use crate::route::Area;

/// What was done, for "Undo: move step".
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Label {
    /// What was done.
    pub verb: Verb,
    /// To what.
    pub noun: Noun,
}

impl Label {
    /// Makes a label.
    #[must_use]
    pub fn new(verb: Verb, noun: Noun) -> Self {
        Self { verb, noun }
    }
}

/// What can be done to a thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum Verb {
    Add,
    Change,
    Rename,
    Move,
    Remove,
    Duplicate,
    Import,
    Paste,
    Merge,
    Split,
    Show,
    Hide,
}

/// What something can be done to: records, parts of records, and what stands in them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum Noun {
    Plan,
    Profile,
    SubPhase,
    Department,
    Channel,
    Dimension,
    SegmentValue,
    Touchpoint,
    Persona,
    Audit,
    Voice,
    Journey,
    Lane,
    Stage,
    Step,
    Text,
    Expectation,
    Duration,
    Emotion,
    Experience,
    ChannelChange,
    Evidence,
    MomentOfTruth,
    PainPoint,
    Opportunity,
    Goal,
    Weakness,
    Assessment,
    Measure,
    WinBackGroup,
    Content,
    Involvement,
    Dismissal,
    Kpi,
    Target,
    KpiData,
    Source,
    Cells,
}

/// Where something was changed: what the shell needs to bring the user back there.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Place {
    /// The page.
    pub area: Area,
    /// Id of the record.
    pub record: Option<String>,
}

impl Place {
    /// A page as a whole.
    #[must_use]
    pub fn area(area: Area) -> Self {
        Self { area, record: None }
    }

    /// A record on a page.
    #[must_use]
    pub fn record(area: Area, record: impl ToString) -> Self {
        Self { area, record: Some(record.to_string()) }
    }
}
