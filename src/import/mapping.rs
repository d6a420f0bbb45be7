//! What the columns of a file are taken for, settled by the user.

use super::{DateOrder, GuessedRole, Inspection, MappingFault};
use crate::plan::{ColumnRole, DimensionId, KpiId, KpiKind, Plan, SourceId};
use serde::{Deserialize, Serialize};
use std::collections::HashSet;

/// The KPI that a score belongs to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum KpiTarget {
    /// One of the plan.
    Existing(KpiId),
    /// A new one.
    New {
        /// Its title.
        title: String,
        /// What is asked.
        definition: String,
    },
}

/// The dimension that a segment belongs to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DimensionTarget {
    /// One of the plan.
    Existing(DimensionId),
    /// A new one with this name.
    New(String),
}

/// What a column is taken for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// The day of the answer.
    Date(DateOrder),
    /// Answers to the question of a KPI.
    Score {
        /// The KPI's kind, which gives the scale.
        kind: KpiKind,
        /// The KPI.
        kpi: KpiTarget,
    },
    /// By what customers are told apart.
    Segment(DimensionTarget),
    /// Names the respondent; for finding duplicates, never stored.
    RespondentId,
    /// Not read.
    Ignore,
}

/// A column and what it is taken for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MappedColumn {
    /// Its header.
    pub header: String,
    /// What it is taken for.
    pub role: Role,
}

/// What all columns of a file are taken for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Mapping {
    /// The columns in the file's order.
    pub columns: Vec<MappedColumn>,
    /// Whether answers count that their tool marks as unfinished.
    pub with_unfinished: bool,
}

/// A mapping to begin with.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Proposal {
    /// The mapping.
    pub mapping: Mapping,
    /// The source with the same header that the mapping was kept with; none: it is guessed.
    pub kept_from: Option<SourceId>,
}

/// The scale of a KPI's question: lowest and highest answer.
pub(super) fn scale(kind: &KpiKind) -> Option<(u8, u8)> {
    kind.scale().map(|scale| (scale.low(), scale.high()))
}

impl Mapping {
    /// Checks that a file with `width` columns can be counted with this mapping.
    ///
    /// # Errors
    /// What is missing or contradicts itself.
    pub fn check(&self, width: usize) -> Result<(), MappingFault> {
        if self.columns.len() != width {
            return Err(MappingFault::OtherColumns);
        }
        let (mut dates, mut ids) = (0, 0);
        let (mut kpis, mut dimensions) = (Vec::new(), Vec::new());
        for column in &self.columns {
            match &column.role {
                Role::Date(_) => dates += 1,
                Role::Score { kind, .. } if scale(kind).is_none() => return Err(MappingFault::NoScale),
                Role::Score { kpi, .. } if kpis.contains(&kpi.key()) => return Err(MappingFault::KpiTwice),
                Role::Score { kpi, .. } => kpis.push(kpi.key()),
                Role::Segment(target) if dimensions.contains(&target) => return Err(MappingFault::DimensionTwice),
                Role::Segment(target) => dimensions.push(target),
                Role::RespondentId => ids += 1,
                Role::Ignore => {}
            }
        }
        match (dates, kpis.len(), ids) {
            (0, _, _) => Err(MappingFault::NoDate),
            (2.., _, _) => Err(MappingFault::SeveralDates),
            (_, 0, _) => Err(MappingFault::NoScore),
            (_, _, 2..) => Err(MappingFault::SeveralIds),
            _ => Ok(()),
        }
    }
}

impl KpiTarget {
    /// By what two targets are one: id or title.
    fn key(&self) -> (Option<&KpiId>, &str) {
        match self {
            Self::Existing(id) => (Some(id), ""),
            Self::New { title, .. } => (None, title),
        }
    }
}

/// Proposes a mapping: the one kept with the latest source with the same header, else what the columns seem to be. A
/// new KPI gets `nps_title`, or the wording of its question where there are several.
#[must_use]
pub fn propose(inspection: &Inspection, plan: &Plan, nps_title: &str) -> Proposal {
    let headers = || inspection.columns.iter().map(|column| column.header.as_str());
    let same = |columns: &[ColumnRole]| columns.iter().map(|column| column.header.as_str()).eq(headers());
    if let Some(source) = plan.sources.iter().rev().find(|source| same(&source.columns)) {
        let mapping = kept(inspection, plan, &source.columns, nps_title);
        return Proposal { mapping, kept_from: Some(source.id.clone()) };
    }
    Proposal { mapping: guessed(inspection, plan, nps_title), kept_from: None }
}

/// Reads the roles kept with a source. What a role refers to may be gone: then the column's guess stands in.
fn kept(inspection: &Inspection, plan: &Plan, columns: &[ColumnRole], nps_title: &str) -> Mapping {
    let mut mapping = guessed(inspection, plan, nps_title);
    for ((mapped, kept), column) in mapping.columns.iter_mut().zip(columns).zip(&inspection.columns) {
        let role = match kept.role.as_str() {
            "date" => Some(Role::Date(column.date.map_or(DateOrder::YearFirst, |date| date.order))),
            "date_day_first" => Some(Role::Date(DateOrder::DayFirst)),
            "date_month_first" => Some(Role::Date(DateOrder::MonthFirst)),
            "score" => kept
                .kpi
                .as_ref()
                .and_then(|id| plan.kpis.get(id))
                .map(|kpi| Role::Score { kind: kpi.kind.clone(), kpi: KpiTarget::Existing(kpi.id.clone()) }),
            "segment" => {
                let dimension = kept.dimension.as_ref().and_then(|id| plan.dimensions.get(id));
                dimension.map(|dimension| Role::Segment(DimensionTarget::Existing(dimension.id.clone())))
            }
            "respondent_id" => Some(Role::RespondentId),
            "ignore" => Some(Role::Ignore),
            _ => None,
        };
        if let Some(role) = role {
            mapped.role = role;
        }
    }
    mapping
}

fn guessed(inspection: &Inspection, plan: &Plan, nps_title: &str) -> Mapping {
    let scores = inspection.columns.iter().filter(|column| matches!(column.guess.role, GuessedRole::Score(_))).count();
    let mut targets = Targets { plan, kpis: HashSet::new(), dimensions: HashSet::new() };
    let columns = inspection.columns.iter().map(|column| {
        let role = match &column.guess.role {
            GuessedRole::Date(order) => Role::Date(*order),
            GuessedRole::Score(kind) => {
                let title = if scores == 1 { nps_title } else { column.title() };
                Role::Score { kind: kind.clone(), kpi: targets.kpi(kind, title, &column.question, scores == 1) }
            }
            GuessedRole::Segment => Role::Segment(targets.dimension(column.title(), &column.values)),
            GuessedRole::RespondentId => Role::RespondentId,
            GuessedRole::Ignore => Role::Ignore,
        };
        MappedColumn { header: column.header.clone(), role }
    });
    Mapping { columns: columns.collect(), with_unfinished: false }
}

/// Finds KPIs and dimensions of the plan for columns, each for one column only.
struct Targets<'a> {
    plan: &'a Plan,
    kpis: HashSet<String>,
    dimensions: HashSet<String>,
}

impl Targets<'_> {
    /// The KPI of this kind with this title; the only one about the whole lifecycle if the file has one score `alone`.
    fn kpi(&mut self, kind: &KpiKind, title: &str, definition: &str, alone: bool) -> KpiTarget {
        let free = |id: &KpiId| !self.kpis.contains(id.as_str());
        let fitting = || self.plan.kpis.iter().filter(|kpi| kpi.kind == *kind && free(&kpi.id));
        let named = fitting().find(|kpi| same_name(&kpi.title, title));
        let mut overall = fitting().filter(|kpi| kpi.touchpoint.is_none() && kpi.sub_phase.is_none());
        let only = match (overall.next(), overall.next()) {
            (Some(kpi), None) if alone => Some(kpi),
            _ => None,
        };
        match named.or(only) {
            Some(kpi) => {
                self.kpis.insert(kpi.id.as_str().to_owned());
                KpiTarget::Existing(kpi.id.clone())
            }
            None => KpiTarget::New { title: free_name(title, &mut self.kpis), definition: definition.to_owned() },
        }
    }

    /// The dimension with this name, or one that has at least half of the values.
    fn dimension(&mut self, name: &str, values: &[String]) -> DimensionTarget {
        let free = |id: &DimensionId| !self.dimensions.contains(id.as_str());
        let fitting = || self.plan.dimensions.iter().filter(|dimension| free(&dimension.id));
        let named = fitting().find(|dimension| same_name(&dimension.name, name));
        let alike = || {
            fitting().find(|dimension| {
                let has = |value: &&String| dimension.values.iter().any(|known| same_name(&known.name, value));
                let found = values.iter().filter(has).count();
                found > 0 && found * 2 >= values.len()
            })
        };
        match named.or_else(alike) {
            Some(dimension) => {
                self.dimensions.insert(dimension.id.as_str().to_owned());
                DimensionTarget::Existing(dimension.id.clone())
            }
            None => DimensionTarget::New(free_name(name, &mut self.dimensions)),
        }
    }
}

/// Whether two names are one but for case and blanks around them.
pub(super) fn same_name(a: &str, b: &str) -> bool {
    a.trim().to_lowercase() == b.trim().to_lowercase()
}

/// Numbers a name that is taken, so that columns with the same header get targets of their own.
fn free_name(name: &str, taken: &mut HashSet<String>) -> String {
    let mut free = name.to_owned();
    let mut number = 2_u32;
    while !taken.insert(free.clone()) {
        free = format!("{name} {number}");
        number += 1;
    }
    free
}
