//! Why a text can't be what a field of a measure wants.

/// Why a text doesn't fit a field of a measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MeasureFault {
    /// It is no status.
    NoSuchStatus,
    /// No sub-phase is called so.
    NoSuchSubPhase,
    /// No department is called so.
    NoSuchDepartment,
    /// It is no part that a department can have.
    NoSuchPart,
    /// It is no day.
    NotADay,
    /// It is no number.
    NotANumber,
    /// It is below zero.
    Negative,
    /// It is more than a plan holds.
    TooMuch,
    /// It isn't a whole number from 1 to 5.
    NotAnEffort,
    /// It isn't a whole number from 0 to 100.
    NotPoints,
    /// It isn't a number from 0 to 100.
    NotPercent,
    /// What the field shows follows from others.
    Derived,
    /// There is no such measure any more.
    Gone,
}
