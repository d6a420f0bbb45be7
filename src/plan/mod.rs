//! The document: what strategists write.
//!
//! A [`Plan`] is plain data: one [`Table`] of records for each kind of thing, behind shared pointers, so that a clone
//! is cheap and "what changed" can be told by comparing pointers. Records refer to each other by typed id; a
//! reference leads to a record that exists, or isn't there ([`Plan::dangling`] tells).
//!
//! Each record keeps the fields that this version doesn't know (`other`), a plan the tables that it doesn't know,
//! so that a file of a later version with the same schema number survives a round trip.

#[cfg(test)]
pub(crate) mod arbitrary;
mod around;
mod audit;
mod canvas;
mod channel_switch;
mod choices;
mod clv;
mod content;
mod customers;
mod date;
mod dismissal;
mod file_format;
mod finding;
mod finding_merge;
mod id;
mod involvement;
mod join;
mod journey;
mod kpi;
mod kpi_kind;
mod lane;
mod lifecycle;
mod map;
mod measure;
pub mod merge;
mod moments;
mod naming;
pub mod order;
mod part;
mod profile;
mod put_in;
mod quarter;
mod reference;
mod register;
mod remedy;
mod rest;
mod scale;
mod seen;
mod source;
mod spread;
mod step;
mod strategy;
mod table;
mod tally;
mod usage;
mod voice;
mod win_back;

pub use audit::*;
pub use channel_switch::ChannelSwitch;
pub use clv::*;
pub use content::*;
pub use customers::Customers;
pub use date::{Day, Month};
pub use dismissal::Dismissal;
pub use file_format::{DecimalMark, FormatChoices, TextEncoding};
pub use finding::*;
pub use id::*;
pub use involvement::*;
pub use join::JoinedStep;
pub use journey::*;
pub use kpi::*;
pub use kpi_kind::*;
pub use lane::{Lane, LaneKind, STANDARD_LANES, StandardLane};
pub use measure::*;
pub use moments::{DriverTally, Moments};
pub use naming::{Renamed, StepName};
pub use part::Part;
pub use profile::*;
pub use quarter::Quarter;
pub use reference::Reference;
pub use register::*;
pub use rest::{REST, Rest};
pub use scale::*;
pub use seen::{is_unseen, seen};
pub use source::*;
pub use step::*;
pub use strategy::*;
pub use table::{Record, Table};
pub(crate) use tally::in_longer_spans;
pub use tally::{LeavingTally, MoneyGroups, MoneyTally, Ratio, Resolution, ScoreCounts, SegmentTally, Sums, Tallied, Tally};
pub use usage::{Use, doubled_names, name_key, same_name};
pub use voice::*;
pub use win_back::*;

use serde_json::{Map, Value};
use std::sync::Arc;

/// Fields that this version doesn't know; written again as they were read.
pub type OtherFields = Map<String, Value>;

/// A record of a file that could not be read; kept as it was and written again.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct UnreadRecord {
    /// Name of the table that it stood in.
    pub table: String,
    /// The record as it was.
    pub record: Value,
}

/// Calls a macro with every table of a plan: `field: Record, IdType, "what"`. The one list of tables.
#[macro_export]
macro_rules! with_plan_tables {
    ($callback:ident) => {
        $callback! {
            profile: Profile,
            sub_phases: SubPhase,
            departments: Department,
            channels: Channel,
            dimensions: Dimension,
            touchpoints: Touchpoint,
            personas: Persona,
            audits: Audit,
            voices: Voice,
            journeys: Journey,
            pain_points: PainPoint,
            opportunities: Opportunity,
            goals: Goal,
            weaknesses: Weakness,
            measures: Measure,
            win_back_groups: WinBackGroup,
            contents: Content,
            involvements: Involvement,
            kpis: Kpi,
            sources: Source,
            dismissals: Dismissal,
        }
    };
}

macro_rules! define_plan {
    ($($field:ident: $record:ident,)*) => {
        /// A plan: everything that a strategist has written, in tables of records.
        #[derive(Clone, Debug, PartialEq)]
        pub struct Plan {
            /// Identifies the plan across files and browsers.
            pub id: PlanId,
            $(
                #[doc = concat!("The plan's `", stringify!($field), "`, in the user's order.")]
                pub $field: Table<$record>,
            )*
            /// Records that could not be read.
            pub unread: Arc<Vec<UnreadRecord>>,
            /// Tables and other members that this version doesn't know.
            pub other: Arc<OtherFields>,
        }

        impl Plan {
            /// Makes a plan in which nothing is written yet, not even a profile.
            #[must_use]
            pub fn blank(id: PlanId) -> Self {
                Self { id, $($field: Table::default(),)* unread: Arc::default(), other: Arc::default() }
            }

            /// Whether both are the same plan, told by pointers alone.
            #[must_use]
            pub fn same(&self, other: &Self) -> bool {
                self.id == other.id
                    $(&& self.$field.same(&other.$field))*
                    && Arc::ptr_eq(&self.unread, &other.unread)
                    && Arc::ptr_eq(&self.other, &other.other)
            }

            /// Whether the record that a reference leads to exists.
            #[must_use]
            pub fn contains(&self, reference: &Reference) -> bool {
                reference::contains(self, reference)
            }

            /// Lists every reference that leads nowhere, with the table and id of the record that holds it.
            #[must_use]
            pub fn dangling(&self) -> Vec<(&'static str, Id, Reference)> {
                let mut found = Vec::new();
                $(
                    for record in self.$field.iter() {
                        record.references(&mut |reference| {
                            if !self.contains(&reference) {
                                found.push(($record::TABLE, record.id().as_id().clone(), reference));
                            }
                        });
                    }
                )*
                found
            }

            /// Takes every reference to `gone` out of all records.
            pub fn unlink(&mut self, gone: &Reference) {
                $( self.$field.unlink(gone); )*
            }

            /// Takes every reference that leads nowhere out of the record that holds it; tells which.
            pub fn unlink_dangling(&mut self) -> Vec<(&'static str, Id, Reference)> {
                let found = self.dangling();
                $(
                    for (_, id, reference) in found.iter().filter(|(table, ..)| *table == $record::TABLE) {
                        self.$field.update(&id.clone().into(), |record| record.unlink(reference));
                    }
                )*
                found
            }

            /// What the user calls a record; none if it doesn't exist.
            #[must_use]
            pub fn name_of(&self, table: &str, id: &Id) -> Option<&str> {
                $(
                    if table == $record::TABLE {
                        return self.$field.get(&id.clone().into()).map(|record| record.name());
                    }
                )*
                None
            }

            /// What a record refers to itself.
            #[must_use]
            pub fn links(&self, of: &Reference) -> Vec<Reference> {
                let mut found = Vec::new();
                $(
                    if let ($record::TABLE, id) = of.target()
                        && let Some(record) = self.$field.get(&id.clone().into())
                    {
                        record.references(&mut |reference| found.push(reference));
                    }
                )*
                found
            }

            /// The records that refer to `target`, by table.
            #[must_use]
            pub fn uses(&self, target: &Reference) -> Vec<(&'static str, Id)> {
                let mut found = Vec::new();
                $(
                    for record in self.$field.iter() {
                        let mut uses = false;
                        record.references(&mut |reference| uses |= reference == *target);
                        if uses {
                            found.push(($record::TABLE, record.id().as_id().clone()));
                        }
                    }
                )*
                found
            }
        }
    };
}
with_plan_tables!(define_plan);

impl Plan {
    /// Makes an empty plan with the standard lifecycle.
    #[must_use]
    pub fn new(id: PlanId, title: &str) -> Self {
        let mut plan = Self::blank(id);
        plan.profile.insert(Profile { title: title.to_owned(), ..Profile::default() });
        for (id, phase) in STANDARD_SUB_PHASES {
            plan.sub_phases.insert(SubPhase::new(SubPhaseId::standard(id), phase));
        }
        plan
    }

    /// The plan's profile; a default one where the file had none.
    #[must_use]
    pub fn profile(&self) -> Arc<Profile> {
        self.profile.iter().next().cloned().unwrap_or_default()
    }
}
