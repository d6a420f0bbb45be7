//! What the columns of a file are taken for, settled by the user.

use super::{DateOrder, MappingFault};
use crate::plan::{Amount, CountPart, CustomerFigure, Day, DimensionId, KpiId, KpiKind, Month, Rate, TouchpointId};
use serde::{Deserialize, Serialize};

/// The KPI that a column belongs to.
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
        /// The touchpoint that it is about.
        touchpoint: Option<TouchpointTarget>,
    },
}

/// The touchpoint that a new KPI belongs to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TouchpointTarget {
    /// One of the plan.
    Existing(TouchpointId),
    /// A new one with this name.
    New(String),
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
    /// The day of the answer, or the span that the row is about.
    Date(DateOrder),
    /// Answers to the question of a KPI.
    Score {
        /// The KPI's kind, which gives the scale.
        kind: KpiKind,
        /// The KPI.
        kpi: KpiTarget,
    },
    /// Counts from which KPIs are computed ([`Mapping::count_kpis`]).
    Count(CountPart),
    /// Values of a KPI.
    Value {
        /// How they are to be understood.
        amount: Amount,
        /// The KPI.
        kpi: KpiTarget,
    },
    /// Money, summed up by what its customers answered to the NPS question of the file.
    Money,
    /// By what customers are told apart.
    Segment(DimensionTarget),
    /// What the respondent wrote; becomes a voice.
    Comment,
    /// Why a customer left: each cell stands for one lost customer.
    LeavingReason,
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

/// A KPI that can be computed from columns of counts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CountKpi {
    /// Its kind.
    pub kind: KpiKind,
    /// The KPI.
    pub kpi: KpiTarget,
    /// Whether the user wants it.
    pub wanted: bool,
}

/// Which questions may drive an overall score.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DriverChoice {
    /// Column of the overall score.
    pub overall: usize,
    /// Columns of the questions.
    pub drivers: Vec<usize>,
}

/// What all columns of a file are taken for.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Mapping {
    /// The columns in the file's order.
    pub columns: Vec<MappedColumn>,
    /// Whether answers count that their tool marks as unfinished.
    pub with_unfinished: bool,
    /// The month of all answers of a file without dates.
    pub month: Option<Month>,
    /// The last day that a row can be of; none: any.
    #[serde(default)]
    pub latest: Option<Day>,
    /// All KPIs that columns of counts can make; [`Mapping::count_kpis`] are those of this file.
    pub count_candidates: Vec<CountKpi>,
    /// Which questions are looked at together.
    pub drivers: Option<DriverChoice>,
}

/// Fewest questions of which one can say which drives the overall score more.
pub const DRIVERS_MIN: usize = 2;
/// Most of them: their products are kept by month and segment.
pub const DRIVERS_MAX: usize = 30;

impl Mapping {
    /// Checks that a file with `width` columns can be counted with this mapping.
    ///
    /// # Errors
    /// What is missing or contradicts itself.
    pub fn check(&self, width: usize) -> Result<(), MappingFault> {
        if self.columns.len() != width {
            return Err(MappingFault::OtherColumns);
        }
        let (mut dates, mut ids, mut reasons, mut comments) = (0, 0, 0, 0);
        let (mut counts, mut has_nps, mut has_money) = (Vec::new(), false, false);
        let (mut kpis, mut dimensions) = (Vec::new(), Vec::new());
        for column in &self.columns {
            match &column.role {
                Role::Date(_) => dates += 1,
                Role::Score { kind, .. } if kind.scale().is_none() => return Err(MappingFault::NoScale),
                Role::Score { kpi, .. } | Role::Value { kpi, .. } if kpis.contains(&kpi.key()) => {
                    return Err(MappingFault::KpiTwice);
                }
                Role::Score { kind, kpi } => {
                    has_nps |= *kind == KpiKind::Nps;
                    kpis.push(kpi.key());
                }
                Role::Value { kpi, .. } => kpis.push(kpi.key()),
                Role::Count(part) if counts.contains(part) => return Err(MappingFault::CountTwice),
                Role::Count(part) => counts.push(*part),
                Role::Money => has_money = true,
                Role::Segment(target) if dimensions.contains(&target) => return Err(MappingFault::DimensionTwice),
                Role::Segment(target) => dimensions.push(target),
                Role::Comment => comments += 1,
                Role::LeavingReason => reasons += 1,
                Role::RespondentId => ids += 1,
                Role::Ignore => {}
            }
        }
        if dates > 1 {
            Err(MappingFault::SeveralDates)
        } else if dates == 0 && self.month.is_none() {
            Err(MappingFault::NoDate)
        } else if ids > 1 {
            Err(MappingFault::SeveralIds)
        } else if reasons > 1 {
            Err(MappingFault::SeveralReasons)
        } else if has_money && !has_nps {
            Err(MappingFault::MoneyAlone)
        } else if kpis.is_empty() && counts.is_empty() && reasons == 0 && comments == 0 {
            Err(MappingFault::NoScore)
        } else if kpis.is_empty() && reasons == 0 && comments == 0 && self.count_kpis().next().is_none() {
            Err(MappingFault::CountAlone)
        } else {
            Ok(())
        }
    }

    /// The column that is this part of a count.
    #[must_use]
    pub fn count_column(&self, part: CountPart) -> Option<usize> {
        self.columns.iter().position(|column| column.role == Role::Count(part))
    }

    /// The KPIs that the columns of counts make, wanted or not.
    pub fn possible_count_kpis(&self) -> impl Iterator<Item = &CountKpi> {
        self.count_candidates.iter().filter(|candidate| self.has_parts(&candidate.kind))
    }

    /// The KPIs that the columns of counts make and that the user wants.
    pub fn count_kpis(&self) -> impl Iterator<Item = &CountKpi> {
        self.possible_count_kpis().filter(|candidate| candidate.wanted)
    }

    fn has_parts(&self, kind: &KpiKind) -> bool {
        let has = |part| self.count_column(part).is_some();
        match kind {
            KpiKind::Rate(rate) => rate.parts().is_some_and(|(numerator, denominator)| has(numerator) && has(denominator)),
            KpiKind::Customers(figure) => {
                let (start, end) = (has(CountPart::CustomersAtStart), has(CountPart::CustomersAtEnd));
                let (won, lost) = (has(CountPart::CustomersWon), has(CountPart::CustomersLost));
                let lost = lost || (start && end && won);
                match figure {
                    CustomerFigure::Churn => start && lost,
                    CustomerFigure::ChurnOfAverage => start && end && lost,
                    CustomerFigure::Retention => start && end && won,
                    CustomerFigure::LostPerWon => won && lost,
                    CustomerFigure::WonPerStart => start && won,
                    CustomerFigure::Growth => start && end,
                }
            }
            _ => false,
        }
    }

    /// The column of reasons for leaving.
    #[must_use]
    pub fn leaving_column(&self) -> Option<usize> {
        self.columns.iter().position(|column| column.role == Role::LeavingReason)
    }

    /// The column of the NPS, by whose answers money is summed up.
    #[must_use]
    pub fn nps_column(&self) -> Option<usize> {
        self.columns.iter().position(|column| matches!(&column.role, Role::Score { kind: KpiKind::Nps, .. }))
    }

    /// Columns that can be an overall score: NPS and satisfaction.
    pub fn overall_columns(&self) -> impl Iterator<Item = usize> + '_ {
        let fits = |kind: &KpiKind| matches!(kind, KpiKind::Nps | KpiKind::Csat(_));
        self.score_columns().filter(move |(_, kind)| fits(kind)).map(|(column, _)| column)
    }

    /// Columns of answers with their kinds.
    pub fn score_columns(&self) -> impl Iterator<Item = (usize, &KpiKind)> {
        self.columns.iter().enumerate().filter_map(|(index, column)| match &column.role {
            Role::Score { kind, .. } => Some((index, kind)),
            _ => None,
        })
    }

    /// The choice of drivers as far as the columns still are answers; `None` if too few are left.
    #[must_use]
    pub fn drivers_at_work(&self) -> Option<DriverChoice> {
        let choice = self.drivers.as_ref()?;
        let is_score = |column: usize| self.score_columns().any(|(other, _)| other == column);
        let drivers: Vec<usize> = choice
            .drivers
            .iter()
            .copied()
            .filter(|driver| *driver != choice.overall && is_score(*driver))
            .take(DRIVERS_MAX)
            .collect();
        let enough = drivers.len() >= DRIVERS_MIN && self.overall_columns().any(|column| column == choice.overall);
        enough.then_some(DriverChoice { overall: choice.overall, drivers })
    }
}

/// Kinds of KPIs that columns of counts can make. Those that are a variant of another are offered, not proposed.
pub(super) fn count_kinds() -> impl Iterator<Item = (KpiKind, bool)> {
    let rates = Rate::PRESETS.into_iter().filter(|rate| rate.parts().is_some()).map(|rate| (KpiKind::Rate(rate), true));
    let figures = CustomerFigure::ALL.into_iter().map(|figure| {
        let usual = matches!(figure, CustomerFigure::Churn | CustomerFigure::Retention);
        (KpiKind::Customers(figure), usual)
    });
    figures.chain(rates)
}

impl KpiTarget {
    /// A new KPI about nothing in particular.
    #[must_use]
    pub fn new(title: &str, definition: &str) -> Self {
        Self::New { title: title.to_owned(), definition: definition.to_owned(), touchpoint: None }
    }

    /// By what two targets are one: id or title.
    pub(super) fn key(&self) -> (Option<&KpiId>, &str) {
        match self {
            Self::Existing(id) => (Some(id), ""),
            Self::New { title, .. } => (None, title),
        }
    }
}
