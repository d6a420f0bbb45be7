//! The difference between two states of one table.

use super::change::RecordChange;
use crate::plan::{
    Id, Record, Reference, Table, TypedId,
    merge::{merge_order, merge_records},
};
use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
};

/// A record before and after; none where it doesn't exist.
#[derive(Clone, Debug, PartialEq)]
struct Difference<T: Record> {
    id: T::Id,
    before: Option<Arc<T>>,
    after: Option<Arc<T>>,
}

/// The ids of a table in their order.
type Order<T> = Arc<[<T as Record>::Id]>;

/// What differs in a table: records, and the order of ids if that isn't the same.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct TableChange<T: Record> {
    records: Vec<Difference<T>>,
    order: Option<(Order<T>, Order<T>)>,
}

impl<T: Record> Default for TableChange<T> {
    fn default() -> Self {
        Self { records: Vec::new(), order: None }
    }
}

/// Whether both are one record or equal ones.
fn alike<T: PartialEq>(a: Option<&Arc<T>>, b: Option<&Arc<T>>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => Arc::ptr_eq(a, b) || a == b,
        (None, None) => true,
        _ => false,
    }
}

impl<T: Record> TableChange<T> {
    pub(super) fn between(before: &Table<T>, after: &Table<T>) -> Self {
        if before.same(after) {
            return Self::default();
        }
        let removed = before.iter().filter(|record| !after.contains(record.id())).map(|record| Difference {
            id: record.id().clone(),
            before: Some(record.clone()),
            after: None,
        });
        let changed = after.iter().filter_map(|record| {
            let old = before.get(record.id());
            (!alike(old, Some(record))).then(|| Difference {
                id: record.id().clone(),
                before: old.cloned(),
                after: Some(record.clone()),
            })
        });
        let order = (!before.ids().eq(after.ids())).then(|| (before.ids().cloned().collect(), after.ids().cloned().collect()));
        Self { records: removed.chain(changed).collect(), order }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.records.is_empty() && self.order.is_none()
    }

    pub(super) fn inverse(&self) -> Self {
        let invert = |d: &Difference<T>| Difference { id: d.id.clone(), before: d.after.clone(), after: d.before.clone() };
        Self {
            records: self.records.iter().map(invert).collect(),
            order: self.order.clone().map(|(before, after)| (after, before)),
        }
    }

    pub(super) fn then(&self, later: &Self) -> Self {
        let mut records = self.records.clone();
        let place: HashMap<&T::Id, usize> = self.records.iter().enumerate().map(|(i, d)| (&d.id, i)).collect();
        for difference in &later.records {
            match place.get(&difference.id) {
                Some(&i) => records[i].after = difference.after.clone(),
                None => records.push(difference.clone()),
            }
        }
        records.retain(|d| !alike(d.before.as_ref(), d.after.as_ref()));
        let order = match (&self.order, &later.order) {
            (Some((before, _)), Some((_, after))) => Some((before.clone(), after.clone())),
            (one, other) => one.clone().or_else(|| other.clone()),
        };
        Self { records, order: order.filter(|(before, after)| before != after) }
    }

    pub(super) fn apply(&self, table: &mut Table<T>) {
        let order: Option<Vec<T::Id>> = self.order.as_ref().map(|(before, after)| {
            let current: Vec<T::Id> = table.ids().cloned().collect();
            if current[..] == before[..] { after.to_vec() } else { merge_order(before, &current, after) }
        });
        for Difference { id, before, after } in &self.records {
            let current = table.get(id);
            if alike(current, before.as_ref()) {
                match after {
                    Some(after) => table.insert_shared(after.clone()),
                    None => drop(table.remove(id)),
                }
            } else if let (Some(current), Some(after)) = (current, after) {
                let (merged, _) = merge_records(before.as_deref(), current, after);
                table.update(id, |record| *record = merged);
            }
        }
        if let Some(order) = order {
            table.reorder(&order);
        }
    }

    /// Puts a removed record back where it was; tells whether there was one to put back.
    pub(super) fn restore(&self, id: &Id, table: &mut Table<T>) -> bool {
        let gone = self.records.iter().find(|d| d.id.as_id() == id && d.after.is_none());
        if let Some(record) = gone.and_then(|d| d.before.as_ref())
            && !table.contains(record.id())
        {
            table.insert_shared(record.clone());
            if let Some((before, _)) = &self.order {
                let current: Vec<T::Id> = table.ids().filter(|id| *id != record.id()).cloned().collect();
                let known: HashSet<&T::Id> = current.iter().collect();
                let base: Vec<T::Id> = before.iter().filter(|id| known.contains(id)).cloned().collect();
                let wanted: Vec<T::Id> = before.iter().filter(|id| known.contains(id) || *id == record.id()).cloned().collect();
                table.reorder(&merge_order(&base, &current, &wanted));
            }
            return true;
        }
        false
    }

    pub(super) fn doubled_part(&self) -> Option<(Id, Id)> {
        self.after().find_map(|record| Some((record.id().as_id().clone(), record.doubled_part()?.clone())))
    }

    pub(super) fn removes(&self) -> bool {
        self.records.iter().any(|d| d.after.is_none())
    }

    /// The records as they are afterwards.
    pub(super) fn after(&self) -> impl Iterator<Item = &Arc<T>> {
        self.records.iter().filter_map(|d| d.after.as_ref())
    }

    pub(super) fn references(&self, visit: &mut dyn FnMut(&'static str, &Id, Reference)) {
        for record in self.after() {
            record.references(&mut |reference| visit(T::TABLE, record.id().as_id(), reference));
        }
    }

    pub(super) fn records(&self, records: &mut Vec<RecordChange>) {
        records.extend(self.records.iter().map(|d| RecordChange {
            table: T::TABLE,
            id: d.id.as_id().clone(),
            after: d.after.as_deref().map(to_json),
        }));
    }

    pub(super) fn order_after(&self) -> Option<Vec<Id>> {
        self.order.as_ref().map(|(_, after)| after.iter().map(|id| id.as_id().clone()).collect())
    }
}

fn to_json<T: Record>(record: &T) -> String {
    serde_json::to_string(record).expect("BUG: a record can't be written")
}
