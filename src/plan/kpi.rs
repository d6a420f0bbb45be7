//! KPIs: what is measured, how it is defined, what is aimed at.

use super::{Day, KpiId, Month, OtherFields, Record, Reference, SubPhaseId, TouchpointId, reference::unlink_one};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What kind of figure a KPI is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum KpiKind {
    /// Net Promoter Score: answers 0 to 10.
    #[default]
    Nps,
    /// A kind of a later version; kept, not shown.
    #[serde(untagged)]
    Other(String),
}

/// A value to be reached.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Target {
    /// The value in the KPI's unit.
    pub value: f64,
    /// The day by which it is to be reached.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<Day>,
    /// Fields of later versions.
    #[serde(flatten)]
    pub other: OtherFields,
}

/// Answers of a month that somebody typed in instead of importing them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TypedAnswers {
    /// Answers 9 and 10.
    #[serde(default)]
    pub promoters: u32,
    /// Answers 7 and 8.
    #[serde(default)]
    pub passives: u32,
    /// Answers 0 to 6.
    #[serde(default)]
    pub detractors: u32,
}

/// A figure that tells how customers are doing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Kpi {
    /// Its id.
    pub id: KpiId,
    /// Its title.
    #[serde(default)]
    pub title: String,
    /// What kind of figure it is.
    #[serde(default)]
    pub kind: KpiKind,
    /// What exactly is asked or counted, in the user's words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub definition: String,
    /// The role that answers for it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub owner: String,
    /// The touchpoint that it belongs to; none, and no sub-phase either: the whole lifecycle.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub touchpoint: Option<TouchpointId>,
    /// The sub-phase that it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sub_phase: Option<SubPhaseId>,
    /// Values to be reached.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub targets: Vec<Target>,
    /// Answers typed in, by month; they count beside those of the sources.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub typed: BTreeMap<Month, TypedAnswers>,
    /// Fields of later versions.
    #[serde(flatten)]
    pub other: OtherFields,
}

impl Kpi {
    /// Makes a KPI without targets and data.
    #[must_use]
    pub fn new(id: KpiId, title: &str, kind: KpiKind) -> Self {
        Self {
            id,
            title: title.to_owned(),
            kind,
            definition: String::new(),
            owner: String::new(),
            touchpoint: None,
            sub_phase: None,
            targets: Vec::new(),
            typed: BTreeMap::new(),
            other: OtherFields::new(),
        }
    }
}

impl Record for Kpi {
    type Id = KpiId;
    const TABLE: &'static str = "kpis";
    fn id(&self) -> &KpiId {
        &self.id
    }
    fn references(&self, visit: &mut dyn FnMut(Reference)) {
        self.touchpoint.iter().cloned().for_each(|id| visit(id.into()));
        self.sub_phase.iter().cloned().for_each(|id| visit(id.into()));
    }
    fn unlink(&mut self, gone: &Reference) {
        unlink_one(&mut self.touchpoint, gone);
        unlink_one(&mut self.sub_phase, gone);
    }
}
