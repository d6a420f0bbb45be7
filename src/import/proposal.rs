//! What the columns of a file are proposed to be taken for.

use super::{
    Column, DateOrder, DimensionTarget, DriverChoice, GuessedRole, Inspection, KpiTarget, MappedColumn, Mapping, Role,
    TouchpointTarget,
    mapping::{CountKpi, DRIVERS_MAX, DRIVERS_MIN, count_kinds},
};
use crate::plan::{ColumnRole, DimensionId, KpiId, KpiKind, Plan, Source, SourceId, same_name};
use serde::{Deserialize, Serialize};
use std::collections::HashSet;

/// A mapping to begin with.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Proposal {
    /// The mapping.
    pub mapping: Mapping,
    /// The source with the same header that the mapping was kept with; none: it is guessed.
    pub kept_from: Option<SourceId>,
}

/// What new KPIs are called.
#[derive(Clone, Copy)]
pub struct KpiNames {
    /// From the kind and what the question is about, which may be empty.
    pub name: fn(&KpiKind, item: &str) -> String,
}

/// Proposes a mapping: the one kept with the latest source with the same header, else what the columns seem to be.
#[must_use]
pub fn propose(inspection: &Inspection, plan: &Plan, names: KpiNames) -> Proposal {
    match plan.sources.iter().rev().find(|source| has_header_of(inspection, source)) {
        Some(source) => Proposal { mapping: kept(inspection, plan, source, names), kept_from: Some(source.id.clone()) },
        None => Proposal { mapping: guessed(inspection, plan, names), kept_from: None },
    }
}

/// Proposes a mapping for a file from which a source is imported again: the one kept with it if the header is the same,
/// whichever other sources have that header.
#[must_use]
pub fn propose_again(inspection: &Inspection, plan: &Plan, again: &SourceId, names: KpiNames) -> Proposal {
    match plan.sources.get(again).filter(|source| has_header_of(inspection, source)) {
        Some(source) => Proposal { mapping: kept(inspection, plan, source, names), kept_from: Some(source.id.clone()) },
        None => propose(inspection, plan, names),
    }
}

fn has_header_of(inspection: &Inspection, source: &Source) -> bool {
    let headers = inspection.columns.iter().map(|column| &column.header);
    source.columns.iter().map(|column| &column.header).eq(headers)
}

/// Reads the roles kept with a source. What a role refers to may be gone: then the column's guess stands in.
fn kept(inspection: &Inspection, plan: &Plan, source: &Source, names: KpiNames) -> Mapping {
    let mut mapping = guessed(inspection, plan, names);
    for ((mapped, kept), column) in mapping.columns.iter_mut().zip(&source.columns).zip(&inspection.columns) {
        if let Some(role) = kept_role(kept, column, plan) {
            mapped.role = role;
        }
    }
    mapping.with_unfinished = source.with_unfinished;
    // What the user left out stays out, what had been added stays in.
    let of_source = source.kpis();
    if mapping.possible_count_kpis().next().is_some() {
        for candidate in &mut mapping.count_candidates {
            candidate.wanted = match &candidate.kpi {
                KpiTarget::Existing(id) => of_source.contains(&id),
                KpiTarget::New { .. } => false,
            };
        }
    }
    let column_of = |kpi: &KpiId| source.columns.iter().position(|column| column.kpi.as_ref() == Some(kpi));
    mapping.drivers = source.drivers.first().and_then(|tally| {
        let drivers = tally.drivers.iter().filter_map(column_of).collect();
        Some(DriverChoice { overall: column_of(&tally.overall)?, drivers })
    });
    mapping
}

fn kept_role(kept: &ColumnRole, column: &Column, plan: &Plan) -> Option<Role> {
    let kpi = || kept.kpi.as_ref().and_then(|id| plan.kpis.get(id));
    match kept.role.as_str() {
        "date" => Some(Role::Date(column.date.map_or(DateOrder::YearFirst, |date| date.order))),
        "date_day_first" => Some(Role::Date(DateOrder::DayFirst)),
        "date_month_first" => Some(Role::Date(DateOrder::MonthFirst)),
        "score" => kpi()
            .filter(|kpi| kpi.kind.scale().is_some())
            .map(|kpi| Role::Score { kind: kpi.kind.clone(), kpi: KpiTarget::Existing(kpi.id.clone()) }),
        "value" => kpi().and_then(|kpi| match &kpi.kind {
            KpiKind::Amount(amount) => Some(Role::Value { amount: amount.clone(), kpi: KpiTarget::Existing(kpi.id.clone()) }),
            _ => None,
        }),
        "count" => kept.count.map(Role::Count),
        "money" => Some(Role::Money),
        "segment" => {
            let dimension = kept.dimension.as_ref().and_then(|id| plan.dimensions.get(id));
            dimension.map(|dimension| Role::Segment(DimensionTarget::Existing(dimension.id.clone())))
        }
        "comment" => Some(Role::Comment),
        "leaving_reason" => Some(Role::LeavingReason),
        "respondent_id" => Some(Role::RespondentId),
        "ignore" => Some(Role::Ignore),
        _ => None,
    }
}

fn guessed(inspection: &Inspection, plan: &Plan, names: KpiNames) -> Mapping {
    let same_kind = |kind: &KpiKind| {
        let alike = |column: &&Column| matches!(&column.guess.role, GuessedRole::Score(other) if std::mem::discriminant(other) == std::mem::discriminant(kind));
        inspection.columns.iter().filter(alike).count()
    };
    let mut targets = Targets { plan, names, kpis: HashSet::new(), dimensions: HashSet::new() };
    let columns = inspection.columns.iter().map(|column| {
        let role = match &column.guess.role {
            GuessedRole::Date(order) => Role::Date(*order),
            GuessedRole::Score(kind) => targets.score(kind, column, same_kind(kind) == 1),
            GuessedRole::Count(part) => Role::Count(*part),
            GuessedRole::Value(amount) => {
                let kpi = targets.kpi(&KpiKind::Amount(amount.clone()), column.title(), &column.question, None, false);
                Role::Value { amount: amount.clone(), kpi }
            }
            GuessedRole::Money => Role::Money,
            GuessedRole::Segment => Role::Segment(targets.dimension(column.title(), &column.values)),
            GuessedRole::LeavingReason => Role::LeavingReason,
            GuessedRole::RespondentId => Role::RespondentId,
            GuessedRole::Ignore => Role::Ignore,
        };
        MappedColumn { header: column.header.clone(), role }
    });
    let columns = columns.collect();
    let count_candidates = count_kinds()
        .map(|(kind, wanted)| {
            let overall = plan.kpis.iter().find(|kpi| kpi.kind == kind && kpi.touchpoint.is_none());
            let kpi =
                overall.map_or_else(|| KpiTarget::new(&(names.name)(&kind, ""), ""), |kpi| KpiTarget::Existing(kpi.id.clone()));
            CountKpi { kind, kpi, wanted }
        })
        .collect();
    let mut mapping = Mapping { columns, count_candidates, ..Mapping::default() };
    mapping.drivers = drivers(&mapping, inspection);
    mapping
}

/// The NPS, or satisfaction about nothing in particular, and the questions about something. One that alone would cost
/// more than a fifth of the answers is left out.
fn drivers(mapping: &Mapping, inspection: &Inspection) -> Option<DriverChoice> {
    let filled = |column: usize| inspection.columns.get(column).map_or(0, |column| column.filled);
    let about = |column: usize| inspection.columns.get(column).is_some_and(|column| !column.item.is_empty());
    let overall = mapping.nps_column().or_else(|| mapping.overall_columns().find(|column| !about(*column)))?;
    let costs_little = |column: usize| filled(column) * 5 >= filled(overall) * 4;
    let drivers: Vec<usize> = mapping
        .score_columns()
        .filter(|(column, kind)| *column != overall && matches!(kind, KpiKind::Csat(_)) && about(*column))
        .map(|(column, _)| column)
        .filter(|column| costs_little(*column))
        .take(DRIVERS_MAX)
        .collect();
    (drivers.len() >= DRIVERS_MIN).then_some(DriverChoice { overall, drivers })
}

/// Finds KPIs, touchpoints and dimensions of the plan for columns, each for one column only.
struct Targets<'a> {
    plan: &'a Plan,
    names: KpiNames,
    kpis: HashSet<String>,
    dimensions: HashSet<String>,
}

impl Targets<'_> {
    fn score(&mut self, kind: &KpiKind, column: &Column, alone: bool) -> Role {
        let touchpoint = (!column.item.is_empty() && *kind != KpiKind::Nps).then(|| self.touchpoint(&column.item));
        let title = match (alone, column.item.as_str()) {
            (_, item) if !item.is_empty() => (self.names.name)(kind, item),
            (true, _) => (self.names.name)(kind, ""),
            (false, _) => column.title().to_owned(),
        };
        let title = if *kind == KpiKind::Nps && !alone { column.title().to_owned() } else { title };
        let kpi = self.kpi(kind, &title, column.title(), touchpoint, alone);
        // The plan's KPI knows its scale better than the guess.
        let known = match &kpi {
            KpiTarget::Existing(id) => self.plan.kpis.get(id).map(|kpi| kpi.kind.clone()),
            KpiTarget::New { .. } => None,
        };
        Role::Score { kind: known.unwrap_or_else(|| kind.clone()), kpi }
    }

    fn touchpoint(&self, name: &str) -> TouchpointTarget {
        let known = self.plan.touchpoints.iter().find(|touchpoint| same_name(&touchpoint.name, name));
        known.map_or_else(|| TouchpointTarget::New(name.to_owned()), |known| TouchpointTarget::Existing(known.id.clone()))
    }

    /// The KPI of this kind with this title or about this touchpoint; the only one about the whole lifecycle if the file
    /// has one such score `alone`.
    fn kpi(
        &mut self,
        kind: &KpiKind,
        title: &str,
        definition: &str,
        touchpoint: Option<TouchpointTarget>,
        alone: bool,
    ) -> KpiTarget {
        let free = |id: &KpiId| !self.kpis.contains(id.as_str());
        let fitting = || self.plan.kpis.iter().filter(|kpi| alike(&kpi.kind, kind) && free(&kpi.id));
        let named = fitting().find(|kpi| same_name(&kpi.title, title));
        let there = || {
            let Some(TouchpointTarget::Existing(id)) = &touchpoint else { return None };
            fitting().find(|kpi| kpi.touchpoint.as_ref() == Some(id))
        };
        let mut overall = fitting().filter(|kpi| kpi.touchpoint.is_none() && kpi.sub_phase.is_none());
        let only = match (overall.next(), overall.next()) {
            (Some(kpi), None) if alone && touchpoint.is_none() => Some(kpi),
            _ => None,
        };
        match named.or_else(there).or(only) {
            Some(kpi) => {
                self.kpis.insert(kpi.id.as_str().to_owned());
                KpiTarget::Existing(kpi.id.clone())
            }
            None => KpiTarget::New { title: free_name(title, &mut self.kpis), definition: definition.to_owned(), touchpoint },
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

/// Whether answers of one kind can count for the other: the same question on the same scale.
fn alike(a: &KpiKind, b: &KpiKind) -> bool {
    match (a, b) {
        (KpiKind::Amount(a), KpiKind::Amount(b)) => a == b,
        (a, b) => std::mem::discriminant(a) == std::mem::discriminant(b) && a.scale() == b.scale(),
    }
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
