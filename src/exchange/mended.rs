//! What was mended in a plan, so that the user can be told.

/// Something that was mended: where and what.
#[derive(Clone, Debug, PartialEq)]
pub struct Mended {
    /// Name of the table; empty for the plan as a whole.
    pub table: String,
    /// Where in the table the record stood, from 0; known for what was set aside while reading.
    pub position: Option<usize>,
    /// The record's id if it has one.
    pub id: Option<String>,
    /// What was mended.
    pub mend: Mend,
}

impl Mended {
    /// A note about the plan as a whole.
    pub(super) fn of_plan(mend: Mend) -> Self {
        Self { table: String::new(), position: None, id: None, mend }
    }

    /// A note about a record.
    pub(super) fn of_record(table: &str, id: impl ToString, mend: Mend) -> Self {
        Self { table: table.to_owned(), position: None, id: Some(id.to_string()), mend }
    }
}

/// What was mended.
#[derive(Clone, Debug, PartialEq)]
pub enum Mend {
    /// The record couldn't be read and was set aside as it was.
    SetAside(Fault),
    /// Another record before it has the same id; this one was set aside.
    DoubledId,
    /// A reference that leads nowhere was taken out.
    Dangling {
        /// Table in which it led.
        table: String,
        /// Id that isn't there.
        id: String,
    },
    /// A part of the record got a new id because an earlier one has it, or a profile the one that profiles have.
    NewId {
        /// The id that it had.
        old: String,
        /// The id that it has now.
        new: String,
    },
    /// A number that can't be (negative money, no number at all) was taken out or set to the usual one.
    BadNumber {
        /// Name of the field.
        field: &'static str,
    },
    /// There was no profile; an empty one was put in.
    NoProfile,
    /// There was a second profile; it was set aside.
    SecondProfile,
    /// There were no sub-phases; the standard ones were put in.
    NoSubPhases,
    /// The plan had no usable id and got one.
    NoPlanId,
    /// What should have been a list of records is something else; it was set aside.
    NotATable,
}

/// Why a record couldn't be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It isn't an object.
    NotAnObject,
    /// It has no id, or one with characters that ids don't have.
    NoId,
    /// A field doesn't hold what it should.
    Field {
        /// Name of the field.
        field: String,
        /// The beginning of what it holds, as JSON.
        found: String,
    },
    /// Several fields don't hold what they should, or one is missing.
    Fields,
}
