//! Puts two copies of a plan together that were edited side by side.
//!
//! Per record and field: what only one side changed is taken; where both changed one thing, ours stays and theirs is
//! listed. A record that one side removed stays if the other changed it or came to refer to it.

use crate::plan::{
    Id, Plan, REST, Record, Reference, Rest, Table, TypedId, UnreadRecord,
    merge::{Disagreement, merge_order, merge_records, merge_values},
};
use serde_json::Value;
use std::{collections::HashSet, sync::Arc};

/// Something that both sides changed, each in its own way.
#[derive(Clone, Debug, PartialEq)]
pub struct Conflict {
    /// Name of the table.
    pub table: &'static str,
    /// Id of the record.
    pub id: Id,
    /// Where in the record: fields and ids of parts from the outside in; empty for the record as a whole.
    pub path: Vec<String>,
    /// Their value; none if they removed it.
    pub theirs: Option<Value>,
}

/// Two copies put together.
#[derive(Clone, Debug, PartialEq)]
pub struct Merged {
    /// The plan, with our id.
    pub plan: Plan,
    /// What both sides changed, each in its own way.
    pub conflicts: Vec<Conflict>,
}

macro_rules! define_merge {
    ($($field:ident: $record:ident,)*) => {
        /// Merges two copies of a plan that come from `base`.
        #[must_use]
        pub fn merge(base: &Plan, ours: &Plan, theirs: &Plan) -> Merged {
            let mut merged = Merged { plan: ours.clone(), conflicts: Vec::new() };
            $(merged.plan.$field = merge_table(&base.$field, &ours.$field, &theirs.$field, &mut merged.conflicts);)*
            merge_rest(base, ours, theirs, &mut merged);
            while restore_needed(ours, theirs, &mut merged) {}
            // What is left are values of dimensions that one side removed and the other came to refer to.
            for (table, id, reference) in merged.plan.unlink_dangling() {
                let (target, gone) = reference.target();
                let theirs = Some(Value::String(gone.to_string()));
                merged.conflicts.push(Conflict { table, id, path: vec![target.to_owned()], theirs });
            }
            merged
        }

        /// Puts back what one side removed and the other refers to; tells whether there was any.
        fn restore_needed(ours: &Plan, theirs: &Plan, merged: &mut Merged) -> bool {
            let mut restored = false;
            for (_, _, reference) in merged.plan.dangling() {
                let (table, id) = reference.target();
                match table {
                    $(crate::plan::$record::TABLE => {
                        restored |= restore(&reference, id, &ours.$field, &theirs.$field, &mut merged.plan.$field, &mut merged.conflicts);
                    })*
                    _ => {}
                }
            }
            restored
        }
    };
}
crate::with_plan_tables!(define_merge);

fn merge_table<T: Record>(base: &Table<T>, ours: &Table<T>, theirs: &Table<T>, conflicts: &mut Vec<Conflict>) -> Table<T> {
    if ours.same(theirs) || base.same(theirs) {
        return ours.clone();
    }
    if base.same(ours) {
        return theirs.clone();
    }
    let ids = |table: &Table<T>| table.ids().cloned().collect::<Vec<_>>();
    let mut merged = Table::default();
    for id in merge_order(&ids(base), &ids(ours), &ids(theirs)) {
        let mut conflict = |Disagreement { path, theirs }| {
            conflicts.push(Conflict { table: T::TABLE, id: id.as_id().clone(), path, theirs });
        };
        let whole = |record: &Arc<T>| serde_json::to_value(&**record).expect("BUG: a record can't be written");
        match (base.get(&id), ours.get(&id), theirs.get(&id)) {
            (_, Some(ours), Some(theirs)) if Arc::ptr_eq(ours, theirs) => merged.insert_shared(ours.clone()),
            (Some(base), Some(ours), Some(theirs)) if Arc::ptr_eq(base, theirs) => merged.insert_shared(ours.clone()),
            (Some(base), Some(ours), Some(theirs)) if Arc::ptr_eq(base, ours) => merged.insert_shared(theirs.clone()),
            (base, Some(ours), Some(theirs)) => {
                let (record, disagreements) = merge_records(base.map(|base| &**base), ours, theirs);
                disagreements.into_iter().for_each(conflict);
                merged.insert_shared(if record == **ours { ours.clone() } else { Arc::new(record) });
            }
            (None, Some(only), None) | (None, None, Some(only)) => merged.insert_shared(only.clone()),
            (Some(base), Some(kept), None) | (Some(base), None, Some(kept)) if kept == base => {}
            (_, Some(ours), None) => {
                conflict(Disagreement { path: Vec::new(), theirs: None });
                merged.insert_shared(ours.clone());
            }
            (_, None, Some(theirs)) => {
                conflict(Disagreement { path: Vec::new(), theirs: Some(whole(theirs)) });
                merged.insert_shared(theirs.clone());
            }
            (_, None, None) => {}
        }
    }
    merged
}

fn restore<T: Record>(
    reference: &Reference,
    id: &Id,
    ours: &Table<T>,
    theirs: &Table<T>,
    merged: &mut Table<T>,
    conflicts: &mut Vec<Conflict>,
) -> bool {
    let typed = T::Id::from(id.clone());
    if matches!(reference, Reference::SegmentValue(..)) || merged.contains(&typed) {
        return false;
    }
    let Some(record) = ours.get(&typed).or_else(|| theirs.get(&typed)) else { return false };
    merged.insert_shared(record.clone());
    let theirs = theirs.get(&typed).and_then(|record| serde_json::to_value(&**record).ok());
    conflicts.push(Conflict { table: T::TABLE, id: id.clone(), path: Vec::new(), theirs });
    true
}

fn merge_rest(base: &Plan, ours: &Plan, theirs: &Plan, merged: &mut Merged) {
    let unread = merge_unread(&base.unread, &ours.unread, &theirs.unread);
    let value = |plan: &Plan| Value::Object((*plan.other).clone());
    let (other, disagreements) = merge_values(Some(&value(base)), &value(ours), &value(theirs));
    if let Value::Object(other) = other {
        Rest { unread, other: Arc::new(other) }.put(&mut merged.plan);
    }
    let conflict = |Disagreement { path, theirs }| Conflict { table: REST, id: Rest::id(), path, theirs };
    merged.conflicts.extend(disagreements.into_iter().map(conflict));
}

type Unread = Arc<Vec<UnreadRecord>>;

/// Records set aside have no fields that could be merged: each is there or isn't.
fn merge_unread(base: &Unread, ours: &Unread, theirs: &Unread) -> Unread {
    if base == ours {
        return theirs.clone();
    }
    if base == theirs || ours == theirs {
        return ours.clone();
    }
    let set = |list: &Unread| list.iter().map(super::envelope::json).collect::<HashSet<String>>();
    let (in_base, in_ours, in_theirs) = (set(base), set(ours), set(theirs));
    let kept = ours.iter().filter(|record| {
        let record = super::envelope::json(record);
        in_theirs.contains(&record) || !in_base.contains(&record)
    });
    let added = theirs.iter().filter(|record| {
        let record = super::envelope::json(record);
        !in_ours.contains(&record) && !in_base.contains(&record)
    });
    Arc::new(kept.chain(added).cloned().collect())
}
