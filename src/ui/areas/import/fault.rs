//! What keeps a file from being counted, and with which columns that lies.

use reiseplan::{
    import::{DimensionTarget, KpiTarget, Mapping, MappingFault, Role, TouchpointTarget},
    texts::Texts,
};

/// What keeps the file from being counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The core says so.
    Mapping(MappingFault),
    /// A new KPI or dimension has no name.
    Unnamed,
}

impl Fault {
    /// The first fault that is found.
    pub fn of(mapping: &Mapping) -> Option<Self> {
        let unnamed = mapping.columns.iter().any(|column| is_unnamed(&column.role));
        mapping.check(mapping.columns.len()).err().map(Self::Mapping).or_else(|| unnamed.then_some(Self::Unnamed))
    }

    /// What is wrong and what to do.
    pub fn text(self, texts: &Texts) -> &'static str {
        match self {
            Self::Mapping(fault) => (texts.import.mapping_fault)(fault),
            Self::Unnamed => texts.import.page.name_missing,
        }
    }

    /// Whether the fault lies with this column among others.
    pub fn concerns(self, role: &Role, mapping: &Mapping) -> bool {
        let twice = || mapping.columns.iter().filter(|column| same_target(&column.role, role)).count() > 1;
        match self {
            Self::Mapping(MappingFault::SeveralDates) => matches!(role, Role::Date(_)),
            Self::Mapping(MappingFault::SeveralIds) => *role == Role::RespondentId,
            Self::Mapping(MappingFault::SeveralReasons) => *role == Role::LeavingReason,
            Self::Mapping(MappingFault::KpiTwice) => matches!(role, Role::Score { .. } | Role::Value { .. }) && twice(),
            Self::Mapping(MappingFault::CountTwice) => matches!(role, Role::Count(_)) && twice(),
            Self::Mapping(MappingFault::CountAlone) => matches!(role, Role::Count(_)),
            Self::Mapping(MappingFault::MoneyAlone) => *role == Role::Money,
            Self::Mapping(MappingFault::DimensionTwice) => matches!(role, Role::Segment(_)) && twice(),
            Self::Mapping(MappingFault::NoScale) => matches!(role, Role::Score { kind, .. } if kind.scale().is_none()),
            Self::Mapping(_) => false,
            Self::Unnamed => is_unnamed(role),
        }
    }
}

fn is_unnamed(role: &Role) -> bool {
    match role {
        Role::Score { kpi: KpiTarget::New { title, touchpoint, .. }, .. } => {
            title.trim().is_empty() || matches!(touchpoint, Some(TouchpointTarget::New(name)) if name.trim().is_empty())
        }
        Role::Value { kpi: KpiTarget::New { title, .. }, .. } => title.trim().is_empty(),
        Role::Segment(DimensionTarget::New(name)) => name.trim().is_empty(),
        _ => false,
    }
}

fn same_target(a: &Role, b: &Role) -> bool {
    fn kpi(role: &Role) -> Option<&KpiTarget> {
        match role {
            Role::Score { kpi, .. } | Role::Value { kpi, .. } => Some(kpi),
            _ => None,
        }
    }
    match (kpi(a), kpi(b)) {
        (Some(KpiTarget::New { title: a, .. }), Some(KpiTarget::New { title: b, .. })) => a == b,
        (Some(a), Some(b)) => a == b,
        _ => a == b,
    }
}
