//! Plans as files and as records of a store: envelope, migrations, repair, merge.
//!
//! Reading never refuses what it can mend: it gives a plan that satisfies the editor's invariant, and says what was
//! mended. What this version can't read stays in the plan and is written again as it was. A schema version is forever:
//! each has a migration to the next and a fixture.

mod envelope;
mod mended;
mod merge;
#[cfg(test)]
mod merge_tests;
mod migrations;
mod passing_on;
mod reading;
mod repair;
#[cfg(test)]
mod schema_tests;
mod store;
#[cfg(test)]
mod tests;

pub use envelope::{FORMAT, FileKind, MAX_FILE_LEN, Opened, ReadError, read, write};
pub use mended::{Fault, Mend, Mended};
pub use merge::{Conflict, Merged, merge};
pub use migrations::SCHEMA;
pub use passing_on::for_passing_on;
pub use repair::repair;
pub use store::{Stored, StoredChange, StoredRecord, from_records, to_records, update};
