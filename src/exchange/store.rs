//! A plan as separate records, so that a store saves only what has changed.
//!
//! Beside the records of each table there is one of the table and id [`REST`] for what this version can't read. It is
//! the form in which `editor::Change` lists what is to be saved.

use super::{
    envelope::{Opened, ReadError, json, read_schema},
    migrations::SCHEMA,
    repair::repair,
};
use crate::plan::{Id, Plan, PlanId, REST, Record, Rest, Table, TypedId};
use serde_json::{Map, Value};
use std::collections::HashMap;

/// A record of a store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredRecord {
    /// Name of its table.
    pub table: String,
    /// Its id, once in a table.
    pub id: String,
    /// The record as JSON.
    pub json: String,
}

/// A record of a store that was written or taken out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredChange {
    /// Name of its table.
    pub table: String,
    /// Its id, once in a table.
    pub id: String,
    /// The record as JSON; none: it was taken out.
    pub json: Option<String>,
}

/// A plan as a store keeps it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored {
    /// The plan's id.
    pub id: PlanId,
    /// Schema of the records.
    pub schema: u64,
    /// Its records in any order.
    pub records: Vec<StoredRecord>,
    /// The ids of each table in the user's order; records that aren't named come last.
    pub orders: Vec<(String, Vec<String>)>,
}

/// Takes a plan apart.
#[must_use]
pub fn to_records(plan: &Plan) -> Stored {
    let mut stored = Stored { id: plan.id.clone(), schema: SCHEMA, records: Vec::new(), orders: Vec::new() };
    store_tables(plan, &mut stored);
    let rest = Rest::of(plan);
    if rest != Rest::default() {
        stored.records.push(StoredRecord { table: REST.to_owned(), id: REST.to_owned(), json: json(&rest) });
    }
    stored
}

macro_rules! define_store_tables {
    ($($field:ident: $record:ident,)*) => {
        fn store_tables(plan: &Plan, stored: &mut Stored) {
            $(store_table(&plan.$field, stored);)*
        }

        fn update_tables(plan: &mut Plan, changes: &mut Changes, orders: &HashMap<&str, &[String]>) -> Option<()> {
            $(
                let changed = changes.remove(crate::plan::$record::TABLE).unwrap_or_default();
                update_table(&mut plan.$field, changed, orders)?;
            )*
            Some(())
        }
    };
}
crate::with_plan_tables!(define_store_tables);

fn store_table<T: Record>(table: &Table<T>, stored: &mut Stored) {
    let id_of = |record: &T| record.id().as_id().to_string();
    stored.records.extend(table.iter().map(|record| StoredRecord {
        table: T::TABLE.to_owned(),
        id: id_of(record),
        json: json(&**record),
    }));
    stored.orders.push((T::TABLE.to_owned(), table.iter().map(|record| id_of(record)).collect()));
}

/// Puts a plan together again. A record that isn't even JSON is set aside like one that can't be read.
///
/// # Errors
/// If a later version has stored it.
pub fn from_records(stored: Stored) -> Result<Opened, ReadError> {
    let Stored { id, schema, records, orders } = stored;
    let ranks: HashMap<(&str, &str), usize> = orders
        .iter()
        .flat_map(|(table, ids)| ids.iter().enumerate().map(move |(rank, id)| ((table.as_str(), id.as_str()), rank)))
        .collect();
    let mut tables: HashMap<String, Vec<(usize, Value)>> = HashMap::new();
    let mut plan = Map::new();
    let mut rest = None;
    for StoredRecord { table, id, json } in records {
        let record = serde_json::from_str(&json).unwrap_or(Value::String(json));
        if table == REST {
            rest = Some(record);
            continue;
        }
        let rank = ranks.get(&(table.as_str(), id.as_str())).copied().unwrap_or(usize::MAX);
        tables.entry(table).or_default().push((rank, record));
    }
    for (table, mut records) in tables {
        records.sort_by_key(|(rank, _)| *rank);
        plan.insert(table, records.into_iter().map(|(_, record)| record).collect());
    }
    match rest {
        Some(Value::Object(mut rest)) => {
            if let Some(Value::Object(other)) = rest.remove("other") {
                for (key, value) in other {
                    plan.entry(key).or_insert(value);
                }
            }
            plan.extend(rest.remove("unread").map(|unread| ("unread".to_owned(), unread)));
        }
        Some(unreadable) => drop(plan.insert("unread".to_owned(), Value::Array(vec![unreadable]))),
        None => {}
    }
    plan.insert("id".to_owned(), Value::String(id.to_string()));
    read_schema(schema, Ok(Value::Object(plan)))
}

/// What has changed in each table: ids and JSON.
type Changes = HashMap<String, Vec<(String, Option<String>)>>;

/// Brings a plan that was read from a store before to what the store has now, from the changes alone: what didn't
/// change stays shared with `plan`. `schema` is that of the changes, `orders` names the ids of each table in order.
///
/// None if the changes don't say it all, since this version can't read one of them: then the whole plan must be read.
#[must_use]
pub fn update(plan: &Plan, schema: u64, changes: Vec<StoredChange>, orders: &[(String, Vec<String>)]) -> Option<Plan> {
    if schema != SCHEMA {
        return None;
    }
    let mut tables = Changes::new();
    for StoredChange { table, id, json } in changes {
        tables.entry(table).or_default().push((id, json));
    }
    let orders = orders.iter().map(|(table, ids)| (table.as_str(), ids.as_slice())).collect();
    let mut plan = plan.clone();
    update_tables(&mut plan, &mut tables, &orders)?;
    if !tables.is_empty() {
        return None;
    }
    repair(&mut plan);
    Some(plan)
}

fn update_table<T: Record>(
    table: &mut Table<T>,
    changed: Vec<(String, Option<String>)>,
    orders: &HashMap<&str, &[String]>,
) -> Option<()> {
    let typed = |id: &str| Some(T::Id::from(Id::try_from(id).ok()?));
    for (id, json) in changed {
        let id = typed(&id)?;
        match json {
            None => drop(table.remove(&id)),
            Some(json) => {
                let record: T = serde_json::from_str(&json).ok()?;
                if *record.id() != id {
                    return None;
                }
                table.insert(record);
            }
        }
    }
    if let Some(ids) = orders.get(T::TABLE) {
        table.reorder(&ids.iter().map(|id| typed(id)).collect::<Option<Vec<_>>>()?);
    }
    Some(())
}
