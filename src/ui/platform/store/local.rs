//! The store in local storage, or in memory where that is denied too.

use super::{Head, Kept, Row, WriteError, check_write, read_head};
use crate::ui::platform::preferences::local_storage;
use serde::{Deserialize, Serialize};
use std::{cell::RefCell, collections::BTreeMap, rc::Rc};

const PREFIX: &str = "reiseplan:plan:";

/// Plans as one text each, by key.
#[derive(Clone)]
pub struct LocalStore {
    storage: Option<web_sys::Storage>,
    memory: Rc<RefCell<BTreeMap<String, String>>>,
}

/// A plan as it stands in local storage.
#[derive(Serialize, Deserialize)]
struct Stored {
    head: Head,
    rows: Vec<StoredRow>,
}

#[derive(Serialize, Deserialize)]
struct StoredRow {
    revision: u64,
    #[serde(flatten)]
    row: Row,
}

impl LocalStore {
    /// Opens local storage; memory where it is denied.
    pub fn open() -> Self {
        Self { storage: local_storage(), memory: Rc::default() }
    }

    /// Whether what is written outlives the page.
    pub fn is_lasting(&self) -> bool {
        self.storage.is_some()
    }

    fn get(&self, plan: &str) -> Option<String> {
        let key = format!("{PREFIX}{plan}");
        match &self.storage {
            Some(storage) => storage.get_item(&key).ok().flatten(),
            None => self.memory.borrow().get(&key).cloned(),
        }
    }

    fn set(&self, plan: &str, text: String) -> Result<(), WriteError> {
        let key = format!("{PREFIX}{plan}");
        match &self.storage {
            Some(storage) => storage.set_item(&key, &text).map_err(|_| WriteError::Quota),
            None => {
                self.memory.borrow_mut().insert(key, text);
                Ok(())
            }
        }
    }

    /// All plans by id.
    pub fn plans(&self) -> Vec<(String, Kept)> {
        let keys: Vec<String> = match &self.storage {
            Some(storage) => {
                let count = storage.length().unwrap_or(0);
                (0..count).filter_map(|index| storage.key(index).ok().flatten()).collect()
            }
            None => self.memory.borrow().keys().cloned().collect(),
        };
        let ids = keys.iter().filter_map(|key| key.strip_prefix(PREFIX));
        ids.filter_map(|id| Some((id.to_owned(), kept(&self.get(id)?)))).collect()
    }

    /// What is kept of a plan, and its records written after a revision.
    pub fn read(&self, plan: &str, after: u64) -> Option<(Kept, Vec<Row>)> {
        let text = self.get(plan)?;
        let kept = kept(&text);
        let rows = match (&kept, serde_json::from_str::<Stored>(&text)) {
            (Kept::Good(_), Ok(stored)) => {
                stored.rows.into_iter().filter(|row| row.revision > after).map(|row| row.row).collect()
            }
            _ => Vec::new(),
        };
        Some((kept, rows))
    }

    /// Writes records and a head.
    pub fn write(&self, plan: &str, expected: u64, head: &Head, rows: &[Row]) -> Result<(), WriteError> {
        let old = self.get(plan);
        check_write(old.as_deref().map(kept).as_ref(), expected)?;
        let mut all: BTreeMap<(String, String), StoredRow> = BTreeMap::new();
        let old = old.and_then(|text| serde_json::from_str::<Stored>(&text).ok());
        let new = rows.iter().map(|row| StoredRow { revision: head.revision, row: row.clone() });
        for stored in old.into_iter().flat_map(|stored| stored.rows).chain(new) {
            all.insert((stored.row.table.clone(), stored.row.id.clone()), stored);
        }
        let stored = Stored { head: head.clone(), rows: all.into_values().collect() };
        let text = serde_json::to_string(&stored).map_err(|error| WriteError::Failed(error.to_string()))?;
        self.set(plan, text)
    }

    /// Deletes a plan.
    pub fn delete(&self, plan: &str) {
        let key = format!("{PREFIX}{plan}");
        match &self.storage {
            Some(storage) => drop(storage.remove_item(&key)),
            None => drop(self.memory.borrow_mut().remove(&key)),
        }
    }

    /// A plan's text as it is.
    pub fn raw(&self, plan: &str) -> String {
        self.get(plan).unwrap_or_default()
    }
}

fn kept(text: &str) -> Kept {
    let head = serde_json::from_str::<serde_json::Value>(text).ok().and_then(|stored| Some(stored.get("head")?.to_string()));
    read_head(head.as_deref())
}
