//! Tables: ordered records by id, shared by pointer.

use super::{Id, Reference, TypedId};
use indexmap::IndexMap;
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;
use std::{collections::HashSet, sync::Arc};

/// Something that a plan keeps many of.
pub trait Record: Clone + PartialEq + std::fmt::Debug + Serialize + DeserializeOwned {
    /// Its id's type.
    type Id: TypedId;
    /// Name of its table in a plan file.
    const TABLE: &'static str;

    /// The record's id; never changes.
    fn id(&self) -> &Self::Id;

    /// What the user calls it; of a finding or a voice, its text. Empty where it has none.
    fn name(&self) -> &str;

    /// Calls `visit` with each reference to another record.
    fn references(&self, visit: &mut dyn FnMut(Reference));

    /// Takes out every reference to `gone`.
    fn unlink(&mut self, gone: &Reference);

    /// Ids of what it consists of, a list for each kind of part: within a list they are distinct.
    fn parts(&self) -> Vec<Vec<&Id>> {
        Vec::new()
    }

    /// An id that two parts of one kind share, though they mustn't.
    fn doubled_part(&self) -> Option<&Id> {
        self.parts().into_iter().find_map(|ids| {
            let mut seen = HashSet::new();
            ids.into_iter().find(|id| !seen.insert(*id))
        })
    }

    /// Brings the record's JSON into the form in which it is merged: what can move within it lies in one list.
    fn spread(value: Value) -> Value {
        value
    }

    /// Brings JSON that [`Record::spread`] has formed back into the form of a file.
    fn gather(value: Value) -> Value {
        value
    }
}

/// Records of one kind in the user's order. A clone shares everything with its original.
#[derive(Clone, Debug)]
pub struct Table<T: Record>(Arc<IndexMap<T::Id, Arc<T>>>);

/// Tables are equal if they hold equal records in the same order.
impl<T: Record> PartialEq for Table<T> {
    fn eq(&self, other: &Self) -> bool {
        self.same(other) || self.len() == other.len() && self.iter().zip(other.iter()).all(|(a, b)| Arc::ptr_eq(a, b) || a == b)
    }
}

impl<T: Record> Default for Table<T> {
    fn default() -> Self {
        Self(Arc::new(IndexMap::new()))
    }
}

impl<T: Record> Table<T> {
    /// The record with this id.
    #[must_use]
    pub fn get(&self, id: &T::Id) -> Option<&Arc<T>> {
        self.0.get(id)
    }

    /// Whether there is a record with this id.
    #[must_use]
    pub fn contains(&self, id: &T::Id) -> bool {
        self.0.contains_key(id)
    }

    /// Number of records.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are no records.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// All records in order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &Arc<T>> + ExactSizeIterator {
        self.0.values()
    }

    /// All ids in order.
    pub fn ids(&self) -> impl DoubleEndedIterator<Item = &T::Id> + ExactSizeIterator {
        self.0.keys()
    }

    /// Where the record stands in the order, from 0.
    #[must_use]
    pub fn position(&self, id: &T::Id) -> Option<usize> {
        self.0.get_index_of(id)
    }

    /// Puts a record in: in place of the one with its id, else at the end.
    pub fn insert(&mut self, record: T) {
        self.insert_shared(Arc::new(record));
    }

    /// Puts a shared record in: in place of the one with its id, else at the end.
    pub fn insert_shared(&mut self, record: Arc<T>) {
        Arc::make_mut(&mut self.0).insert(record.id().clone(), record);
    }

    /// Puts a new record in before position `index` (the end at most).
    pub fn insert_at(&mut self, index: usize, record: T) {
        let records = Arc::make_mut(&mut self.0);
        let index = index.min(records.len());
        records.shift_insert(index, record.id().clone(), Arc::new(record));
    }

    /// Changes a record; tells whether it exists. A change that leaves it as it was isn't one.
    pub fn update(&mut self, id: &T::Id, change: impl FnOnce(&mut T)) -> bool {
        let Some(old) = self.0.get(id) else { return false };
        let mut new = T::clone(old);
        change(&mut new);
        if new != **old {
            self.insert(new);
        }
        true
    }

    /// Takes all records out but those that `keep` accepts. References to them stay.
    pub fn retain(&mut self, keep: impl Fn(&T) -> bool) {
        if !self.iter().all(|record| keep(record)) {
            Arc::make_mut(&mut self.0).retain(|_, record| keep(record));
        }
    }

    /// Takes a record out. References to it stay: see [`super::Plan::unlink`].
    pub fn remove(&mut self, id: &T::Id) -> Option<Arc<T>> {
        if !self.contains(id) {
            return None;
        }
        Arc::make_mut(&mut self.0).shift_remove(id)
    }

    /// Moves a record to position `index` (the end at most); tells whether it exists.
    pub fn move_to(&mut self, id: &T::Id, index: usize) -> bool {
        let Some(from) = self.position(id) else { return false };
        let index = index.min(self.len() - 1);
        if from != index {
            Arc::make_mut(&mut self.0).move_index(from, index);
        }
        true
    }

    /// Brings the records into the order of `ids`; those it doesn't name keep their place behind the one before them.
    pub fn reorder(&mut self, ids: &[T::Id]) {
        if self.ids().eq(ids.iter()) {
            return;
        }
        let named: std::collections::HashMap<&T::Id, usize> = ids.iter().enumerate().map(|(i, id)| (id, i)).collect();
        let mut last = 0;
        let mut ranks = std::collections::HashMap::new();
        for (place, id) in self.ids().enumerate() {
            if let Some(rank) = named.get(id) {
                last = *rank;
            }
            ranks.insert(id.clone(), (last, !named.contains_key(id), place));
        }
        Arc::make_mut(&mut self.0).sort_by(|a, _, b, _| ranks[a].cmp(&ranks[b]));
    }

    /// Takes every reference to `gone` out of the records.
    pub fn unlink(&mut self, gone: &Reference) {
        let holders: Vec<T::Id> = self
            .iter()
            .filter(|record| {
                let mut holds = false;
                record.references(&mut |reference| holds |= reference == *gone);
                holds
            })
            .map(|record| record.id().clone())
            .collect();
        for id in holders {
            self.update(&id, |record| record.unlink(gone));
        }
    }

    /// Whether both are one table, told by pointer.
    #[must_use]
    pub fn same(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl<T: Record> FromIterator<T> for Table<T> {
    fn from_iter<I: IntoIterator<Item = T>>(records: I) -> Self {
        let mut table = Self::default();
        for record in records {
            table.insert(record);
        }
        table
    }
}
