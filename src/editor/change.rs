//! The difference between two plans: one value for undo, redo, saving and other tabs.
//!
//! A change holds the records themselves by pointer; making, inverting and storing one copies nothing of what users
//! wrote. It is found by comparing pointers, so its cost follows the number of records, not their size.

use super::table_change::TableChange;
use crate::plan::{Id, Plan, REST, Record, Reference, Rest};

/// A record as it is after a change.
#[derive(Clone, Debug, PartialEq)]
pub struct RecordChange {
    /// Name of its table; [`REST`] for what this version can't read.
    pub table: &'static str,
    /// Its id.
    pub id: Id,
    /// The record as JSON; none if it was removed.
    pub after: Option<String>,
}

macro_rules! define_change {
    ($($field:ident: $record:ident,)*) => {
        /// The difference between two plans, by table.
        #[derive(Clone, Debug, PartialEq, Default)]
        pub struct Change {
            $(pub(super) $field: TableChange<crate::plan::$record>,)*
            rest: Option<(Rest, Rest)>,
        }

        impl Change {
            /// Finds what leads from one plan to another.
            #[must_use]
            pub fn between(before: &Plan, after: &Plan) -> Self {
                let (rest_before, rest_after) = (Rest::of(before), Rest::of(after));
                Self {
                    $($field: TableChange::between(&before.$field, &after.$field),)*
                    rest: (rest_before != rest_after).then_some((rest_before, rest_after)),
                }
            }

            /// Whether both plans are equal.
            #[must_use]
            pub fn is_empty(&self) -> bool {
                self.rest.is_none() $(&& self.$field.is_empty())*
            }

            /// The way back.
            #[must_use]
            pub fn inverse(&self) -> Self {
                Self {
                    $($field: self.$field.inverse(),)*
                    rest: self.rest.clone().map(|(before, after)| (after, before)),
                }
            }

            /// This change and a later one that began where this one ended, as one.
            #[must_use]
            pub fn then(&self, later: &Self) -> Self {
                let rest = match (&self.rest, &later.rest) {
                    (Some((before, _)), Some((_, after))) => Some((before.clone(), after.clone())),
                    (one, other) => one.clone().or_else(|| other.clone()),
                };
                Self {
                    $($field: self.$field.then(&later.$field),)*
                    rest: rest.filter(|(before, after)| before != after),
                }
            }

            /// Changes a plan as this change says.
            ///
            /// A record that somebody else has changed meanwhile is changed in those fields alone that this change
            /// changed and that nobody else did. A record that this change removes stays if somebody else has changed
            /// it or has come to refer to it. References to what no longer exists are taken out.
            pub fn apply(&self, plan: &mut Plan) {
                $(self.$field.apply(&mut plan.$field);)*
                if let Some((before, after)) = &self.rest
                    && *before == Rest::of(plan)
                {
                    after.put(plan);
                }
                // What is put back can itself refer to something that is to be put back.
                loop {
                    let dangling = self.dangling_in(plan);
                    if dangling.is_empty() {
                        break;
                    }
                    if !self.restore(&dangling, plan) {
                        plan.unlink_dangling();
                        break;
                    }
                }
            }

            /// References that lead nowhere in a plan that this change was applied to, and that led somewhere before.
            /// Only where something was removed can records refer to it that the change doesn't name.
            fn dangling_in(&self, plan: &Plan) -> Vec<Reference> {
                let mut found = Vec::new();
                // A dimension that changed can have lost a value; what this version can't read is as it was.
                if self.removes() || self.dimensions.after().next().is_some() {
                    found.extend(plan.dangling().into_iter().map(|(_, _, reference)| reference));
                } else {
                    self.references(&mut |_, _, reference| {
                        if !plan.contains(&reference) {
                            found.push(reference);
                        }
                    });
                }
                found
            }

            /// Puts back what the change has removed and somebody refers to; tells whether there was any.
            fn restore(&self, dangling: &[Reference], plan: &mut Plan) -> bool {
                let mut restored = false;
                for reference in dangling {
                    let (table, id) = reference.target();
                    match table {
                        $(crate::plan::$record::TABLE => restored |= self.$field.restore(id, &mut plan.$field),)*
                        _ => {}
                    }
                }
                restored
            }

            /// Whether records were removed.
            pub(super) fn removes(&self) -> bool {
                false $(|| self.$field.removes())*
            }

            /// Calls `visit` with each reference of the records as they are after the change.
            pub(super) fn references(&self, visit: &mut dyn FnMut(&'static str, &Id, Reference)) {
                $(self.$field.references(visit);)*
            }

            /// A record that has two parts of one id after the change: its table, its id and that of the parts.
            pub(super) fn doubled_part(&self) -> Option<(&'static str, Id, Id)> {
                $(if let Some((id, part)) = self.$field.doubled_part() {
                    return Some((crate::plan::$record::TABLE, id, part));
                })*
                None
            }

            /// The records that differ, as they are afterwards, for the store.
            #[must_use]
            pub fn records(&self) -> Vec<RecordChange> {
                let mut records = Vec::new();
                $(self.$field.records(&mut records);)*
                if let Some((_, after)) = &self.rest {
                    let after = serde_json::to_string(after).expect("BUG: a plan's rest can't be written");
                    records.push(RecordChange { table: REST, id: Rest::id(), after: Some(after) });
                }
                records
            }

            /// The order of each table that differs, as it is afterwards.
            #[must_use]
            pub fn orders(&self) -> Vec<(&'static str, Vec<Id>)> {
                let mut orders = Vec::new();
                $(orders.extend(self.$field.order_after().map(|ids| (crate::plan::$record::TABLE, ids)));)*
                orders
            }
        }
    };
}
crate::with_plan_tables!(define_change);
