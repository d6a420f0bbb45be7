//! From a plan's JSON to a plan.

use super::{
    envelope::Opened,
    mended::{Fault, Mend, Mended},
    repair::repair,
};
use crate::plan::{Id, Plan, PlanId, Record, Table, UnreadRecord};
use serde::Deserialize;
use serde_json::{Map, Value};
use std::{hash::Hasher, sync::Arc};

/// Longest piece of a value that is shown to the user, in characters.
const FOUND_LEN: usize = 60;

/// Reads a plan of the present schema and repairs it.
pub(super) fn read_plan(mut json: Map<String, Value>) -> Opened {
    let mut reading = Reading::default();
    let id = json.remove("id");
    let id = id.and_then(|id| Id::try_from(id.as_str()?).ok()).map(PlanId::from).unwrap_or_else(|| {
        reading.mended.push(Mended::of_plan(Mend::NoPlanId));
        id_of_content(&json)
    });
    let mut plan = Plan::blank(id);
    reading.tables(&mut json, &mut plan);
    match json.remove("unread") {
        None => {}
        Some(Value::Array(records)) => {
            for record in records {
                match UnreadRecord::deserialize(&record) {
                    Ok(unread) => reading.unread.push(unread),
                    Err(_) => reading.unread.push(UnreadRecord { table: "unread".to_owned(), record }),
                }
            }
        }
        Some(other) => reading.not_a_table("unread", other),
    }
    plan.unread = Arc::new(reading.unread);
    plan.other = Arc::new(json);
    let mut mended = reading.mended;
    mended.extend(repair(&mut plan));
    Opened { plan, mended }
}

/// An id for a plan without one: the same for the same content, so that opening it twice makes no two plans.
fn id_of_content(json: &Map<String, Value>) -> PlanId {
    let mut hasher = std::hash::DefaultHasher::new();
    hasher.write(super::envelope::json(json).as_bytes());
    PlanId::from_random(hasher.finish())
}

#[derive(Default)]
struct Reading {
    unread: Vec<UnreadRecord>,
    mended: Vec<Mended>,
}

macro_rules! define_tables {
    ($($field:ident: $record:ident,)*) => {
        impl Reading {
            fn tables(&mut self, json: &mut Map<String, Value>, plan: &mut Plan) {
                $(self.table(json.remove(crate::plan::$record::TABLE), &mut plan.$field);)*
            }
        }
    };
}
crate::with_plan_tables!(define_tables);

impl Reading {
    fn table<T: Record>(&mut self, json: Option<Value>, table: &mut Table<T>) {
        let records = match json {
            None => return,
            Some(Value::Array(records)) => records,
            Some(other) => return self.not_a_table(T::TABLE, other),
        };
        for (position, json) in records.into_iter().enumerate() {
            let mend = match T::deserialize(&json) {
                Ok(record) if table.contains(record.id()) => Mend::DoubledId,
                Ok(record) => {
                    table.insert(record);
                    continue;
                }
                Err(_) => Mend::SetAside(fault::<T>(&json)),
            };
            let id = json.get("id").and_then(Value::as_str).map(shortened);
            self.mended.push(Mended { table: T::TABLE.to_owned(), position: Some(position), id, mend });
            self.unread.push(UnreadRecord { table: T::TABLE.to_owned(), record: json });
        }
    }

    fn not_a_table(&mut self, table: &str, json: Value) {
        self.mended.push(Mended { table: table.to_owned(), position: None, id: None, mend: Mend::NotATable });
        self.unread.push(UnreadRecord { table: table.to_owned(), record: json });
    }
}

fn shortened(text: &str) -> String {
    let mut short: String = text.chars().take(FOUND_LEN).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}

/// Finds why a record can't be read: the field without which it could.
fn fault<T: Record>(json: &Value) -> Fault {
    let Value::Object(fields) = json else { return Fault::NotAnObject };
    if fields.get("id").and_then(Value::as_str).is_none_or(|id| Id::try_from(id).is_err()) {
        return Fault::NoId;
    }
    let only = Map::from_iter([("id".to_owned(), fields["id"].clone())]);
    let id_alone_reads = T::deserialize(&Value::Object(only.clone())).is_ok();
    for (field, found) in fields.iter().filter(|(field, _)| *field != "id") {
        let mut trial = if id_alone_reads { only.clone() } else { fields.clone() };
        if id_alone_reads {
            trial.insert(field.clone(), found.clone());
        } else {
            trial.remove(field);
        }
        if T::deserialize(&Value::Object(trial)).is_ok() != id_alone_reads {
            return Fault::Field { field: shortened(field), found: shortened(&found.to_string()) };
        }
    }
    Fault::Fields
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Goal, SubPhase};
    use serde_json::json;

    #[test]
    fn the_field_at_fault_is_named() {
        let field = |field: &str, found: &str| Fault::Field { field: field.to_owned(), found: found.to_owned() };
        assert_eq!(fault::<Goal>(&json!("goal")), Fault::NotAnObject);
        assert_eq!(fault::<Goal>(&json!({ "title": "x" })), Fault::NoId);
        assert_eq!(fault::<Goal>(&json!({ "id": "no id", "title": "x" })), Fault::NoId);
        assert_eq!(fault::<Goal>(&json!({ "id": "a", "title": 7, "kpi": "k" })), field("title", "7"));
        assert_eq!(fault::<SubPhase>(&json!({ "id": "a", "phase": "use", "name": 7 })), Fault::Fields);
        assert_eq!(fault::<SubPhase>(&json!({ "id": "a", "phase": "active", "name": 7 })), field("name", "7"));
        assert_eq!(fault::<SubPhase>(&json!({ "id": "a" })), Fault::Fields);
    }
}
