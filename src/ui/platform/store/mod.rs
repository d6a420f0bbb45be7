//! The durable store of this browser: plans, record by record.
//!
//! IndexedDB where there is one; else local storage; else memory, which ends with the page. All three behave alike:
//! each write has a revision, one higher than the last; a write that expects another revision than the store's is
//! stale, and writes nothing; a removed record leaves a mark, so that other tabs learn of it.

mod indexed;
mod local;

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What the store knows of a plan as a whole.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Head {
    /// Schema of its records.
    pub schema: u64,
    /// Number of the last write.
    pub revision: u64,
    /// The plan's title.
    pub title: String,
    /// The organisation that it is for.
    #[serde(default)]
    pub organisation: String,
    /// When it was last changed, in milliseconds since 1970.
    pub changed: f64,
    /// Ids of each table in order.
    #[serde(default)]
    pub orders: BTreeMap<String, Vec<String>>,
}

/// What the store has under a plan's id.
#[derive(Clone, Debug, PartialEq)]
pub enum Kept {
    /// A plan that this version can read.
    Good(Head),
    /// A plan of a later version of the app; never overwritten.
    Newer {
        /// Its schema.
        schema: u64,
        /// Its title, where it could be read.
        title: String,
    },
    /// Something that can't be read; never overwritten.
    Unreadable,
}

/// A record as it is stored.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Row {
    /// Name of its table.
    pub table: String,
    /// Its id.
    pub id: String,
    /// The record as JSON; none: it was removed.
    pub json: Option<String>,
}

/// Why a write failed.
#[derive(Clone, Debug, PartialEq)]
pub enum WriteError {
    /// Somebody else has written since: read first.
    Stale,
    /// The browser has no room left for the app.
    Quota,
    /// The plan in the store can't be overwritten: a later version's, or unreadable.
    Protected,
    /// What the browser said.
    Failed(String),
}

/// The store of this browser.
#[derive(Clone)]
pub enum Store {
    /// IndexedDB.
    Indexed(indexed::Database),
    /// Local storage.
    Local(local::LocalStore),
}

/// How well what is written is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Durability {
    /// IndexedDB: survives the end of the browser at once.
    Durable,
    /// Local storage: survives, but may miss the last seconds.
    Weak,
    /// Memory: ends with the page.
    None,
}

impl Store {
    /// Opens the best store that the browser allows.
    pub async fn open() -> Self {
        match indexed::Database::open().await {
            Ok(database) => Self::Indexed(database),
            Err(_) => Self::Local(local::LocalStore::open()),
        }
    }

    /// How well this store keeps what is written.
    pub fn durability(&self) -> Durability {
        match self {
            Self::Indexed(_) => Durability::Durable,
            Self::Local(store) if store.is_lasting() => Durability::Weak,
            Self::Local(_) => Durability::None,
        }
    }

    /// All plans by id.
    pub async fn plans(&self) -> Result<Vec<(String, Kept)>, String> {
        match self {
            Self::Indexed(database) => database.plans().await,
            Self::Local(store) => Ok(store.plans()),
        }
    }

    /// What is kept of a plan, and its records that were written after revision `after` (0: all).
    pub async fn read(&self, plan: &str, after: u64) -> Result<Option<(Kept, Vec<Row>)>, String> {
        match self {
            Self::Indexed(database) => database.read(plan, after).await,
            Self::Local(store) => Ok(store.read(plan, after)),
        }
    }

    /// Writes records and a head, whose revision must be `expected` + 1, in one transaction.
    pub async fn write(&self, plan: &str, expected: u64, head: &Head, rows: &[Row]) -> Result<(), WriteError> {
        match self {
            Self::Indexed(database) => database.write(plan, expected, head, rows).await,
            Self::Local(store) => store.write(plan, expected, head, rows),
        }
    }

    /// Deletes a plan with all its records.
    pub async fn delete(&self, plan: &str) -> Result<(), String> {
        match self {
            Self::Indexed(database) => database.delete(plan).await,
            Self::Local(store) => {
                store.delete(plan);
                Ok(())
            }
        }
    }

    /// All that is kept of a plan as one text, for what can't be read otherwise.
    pub async fn raw(&self, plan: &str) -> Result<String, String> {
        match self {
            Self::Indexed(database) => database.raw(plan).await,
            Self::Local(store) => Ok(store.raw(plan)),
        }
    }
}

/// Reads a head from its JSON.
fn read_head(json: Option<&str>) -> Kept {
    #[derive(Deserialize)]
    struct Start {
        schema: u64,
        #[serde(default)]
        title: String,
    }
    let Some(json) = json else { return Kept::Unreadable };
    match serde_json::from_str::<Start>(json) {
        Ok(start) if start.schema > reiseplan::exchange::SCHEMA => Kept::Newer { schema: start.schema, title: start.title },
        _ => serde_json::from_str(json).map_or(Kept::Unreadable, Kept::Good),
    }
}

/// Whether a write that expects revision `expected` may go on over what is kept.
fn check_write(kept: Option<&Kept>, expected: u64) -> Result<(), WriteError> {
    match kept {
        None if expected == 0 => Ok(()),
        Some(Kept::Good(head)) if head.revision == expected => Ok(()),
        None | Some(Kept::Good(_)) => Err(WriteError::Stale),
        Some(Kept::Newer { .. } | Kept::Unreadable) => Err(WriteError::Protected),
    }
}
