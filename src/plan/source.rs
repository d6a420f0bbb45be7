//! Sources: data that were brought in, reduced to tallies. No row, id or contact data of a respondent; what they wrote
//! only where the user takes it in as [voices](super::Voice).

use super::{
    Customers, Day, DimensionId, DriverTally, FormatChoices, KpiId, LeavingTally, MoneyTally, OtherFields, Plan, Rate, Ratio,
    Record, Reference, SourceId, Sums, Tally,
    reference::unlink_one,
    tally::{unlink_segments, visit_segments},
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What a column of counts counts; two of them, or a few, make a KPI.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum CountPart {
    CustomersAtStart,
    CustomersWon,
    CustomersLost,
    CustomersAtEnd,
    Leads,
    Visits,
    Orders,
    Offers,
    Impressions,
    Clicks,
    Contacts,
    SolvedAtOnce,
    Complaints,
    Returns,
    Addressed,
    WonBack,
}

impl CountPart {
    /// All of them in order.
    pub const ALL: [Self; 16] = [
        Self::CustomersAtStart,
        Self::CustomersWon,
        Self::CustomersLost,
        Self::CustomersAtEnd,
        Self::Leads,
        Self::Visits,
        Self::Orders,
        Self::Offers,
        Self::Impressions,
        Self::Clicks,
        Self::Contacts,
        Self::SolvedAtOnce,
        Self::Complaints,
        Self::Returns,
        Self::Addressed,
        Self::WonBack,
    ];
}

impl Rate {
    /// The columns of counts that it is computed from, numerator first; `None` where no column is known to be one.
    #[must_use]
    pub fn parts(&self) -> Option<(CountPart, CountPart)> {
        use CountPart as Part;
        Some(match self {
            Self::Acquisition => (Part::CustomersWon, Part::Leads),
            Self::Conversion => (Part::Orders, Part::Visits),
            Self::Closing => (Part::Orders, Part::Offers),
            Self::ClickThrough => (Part::Clicks, Part::Impressions),
            Self::FirstContactResolution => (Part::SolvedAtOnce, Part::Contacts),
            Self::ComplaintsPerCustomer => (Part::Complaints, Part::CustomersAtStart),
            Self::ComplaintsPerOrder => (Part::Complaints, Part::Orders),
            Self::Returns => (Part::Returns, Part::Orders),
            Self::WinBack => (Part::WonBack, Part::Addressed),
            Self::RepeatPurchase | Self::Referral | Self::PositiveMentions | Self::Own { .. } => return None,
        })
    }
}

/// What a column of an imported file was taken for, so that the next file with the same header is read alike.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ColumnRole {
    /// The column's header.
    pub header: String,
    /// Name of the role, such as `date` or `score`.
    pub role: String,
    /// The KPI of a score or value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kpi: Option<KpiId>,
    /// The dimension of a segment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dimension: Option<DimensionId>,
    /// What a column of counts counts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub count: Option<CountPart>,
    /// Fields of later versions.
    #[serde(flatten)]
    pub other: OtherFields,
}

/// A file that was imported, reduced to what figures need.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Source {
    /// Its id.
    pub id: SourceId,
    /// Its title.
    #[serde(default)]
    pub title: String,
    /// Name of the latest file.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub file_name: String,
    /// Day of the latest import.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub imported: Option<Day>,
    /// Rows of the latest file that were taken in. What became of older rows can't be told from what is kept of them.
    #[serde(default)]
    pub accepted: u64,
    /// Rows of the latest file that were not.
    #[serde(default)]
    pub rejected: u64,
    /// What the data were collected for.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub purpose: String,
    /// On which ground (consent, contract, legitimate interest).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub consent: String,
    /// What its columns were taken for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub columns: Vec<ColumnRole>,
    /// What the user chose about the way the file is read.
    #[serde(default, skip_serializing_if = "FormatChoices::is_empty")]
    pub format: FormatChoices,
    /// Whether answers count that their tool marks as unfinished.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub with_unfinished: bool,
    /// Answers by KPI.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tallies: Vec<Tally>,
    /// Counts of shares by KPI.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ratios: Vec<Tally<Ratio>>,
    /// Counts of customers by KPI.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub customers: Vec<Tally<Customers>>,
    /// Amounts by KPI.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub amounts: Vec<Tally<Sums>>,
    /// Columns of money by promoter group.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub money: Vec<MoneyTally>,
    /// What tells which questions drive an overall score.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub drivers: Vec<DriverTally>,
    /// Lost customers by reason, as the file writes it; reasons with one [`name_key`](super::name_key) are one.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub leaving: BTreeMap<String, LeavingTally>,
    /// Fields of later versions.
    #[serde(flatten)]
    pub other: OtherFields,
}

impl Source {
    /// Makes a source without data.
    #[must_use]
    pub fn new(id: SourceId, title: &str) -> Self {
        Self {
            id,
            title: title.to_owned(),
            file_name: String::new(),
            imported: None,
            accepted: 0,
            rejected: 0,
            purpose: String::new(),
            consent: String::new(),
            columns: Vec::new(),
            format: FormatChoices::default(),
            with_unfinished: false,
            tallies: Vec::new(),
            ratios: Vec::new(),
            customers: Vec::new(),
            amounts: Vec::new(),
            money: Vec::new(),
            drivers: Vec::new(),
            leaving: BTreeMap::new(),
            other: OtherFields::new(),
        }
    }

    /// Takes all tallies out; how the file is read and what its columns were taken for stays.
    pub(crate) fn clear_data(&mut self) {
        self.tallies.clear();
        self.ratios.clear();
        self.customers.clear();
        self.amounts.clear();
        self.money.clear();
        self.drivers.clear();
        self.leaving.clear();
        (self.accepted, self.rejected) = (0, 0);
    }

    /// The KPIs that it has data of, each once.
    #[must_use]
    pub fn kpis(&self) -> Vec<&KpiId> {
        let mut kpis: Vec<&KpiId> = Vec::new();
        let all = (self.tallies.iter().map(|tally| &tally.kpi))
            .chain(self.ratios.iter().map(|tally| &tally.kpi))
            .chain(self.customers.iter().map(|tally| &tally.kpi))
            .chain(self.amounts.iter().map(|tally| &tally.kpi));
        for kpi in all {
            if !kpis.contains(&kpi) {
                kpis.push(kpi);
            }
        }
        kpis
    }

    /// The first and the last day for which it has data; an entry that stands for a longer span reaches to its last day.
    #[must_use]
    pub fn span(&self) -> Option<(Day, Day)> {
        fn ends<T>(tally: &Tally<T>) -> Option<(Day, Day)> {
            let (first, last) = (tally.days.keys().next()?, tally.days.keys().next_back()?);
            Some((*first, tally.resolution.last_day(*last)))
        }
        let months = self.leaving.values().flat_map(|tally| tally.months.keys());
        let spans = (self.tallies.iter().filter_map(ends))
            .chain(self.ratios.iter().filter_map(ends))
            .chain(self.customers.iter().filter_map(ends))
            .chain(self.amounts.iter().filter_map(ends))
            .chain(months.map(|month| (month.first_day(), month.last_day())));
        spans.reduce(|(first, last), (from, to)| (first.min(from), last.max(to)))
    }
}

impl Plan {
    /// Takes all data of a source out, the voices that stand in it included; what its columns were taken for stays.
    pub fn clear_source(&mut self, id: &SourceId) {
        self.voices.retain(|voice| voice.source.as_ref() != Some(id));
        self.unlink_dangling();
        self.sources.update(id, Source::clear_data);
    }

    /// Deletes a source with all its data.
    pub fn delete_source(&mut self, id: &SourceId) {
        self.clear_source(id);
        self.delete(&id.clone().into());
    }
}

impl Record for Source {
    type Id = SourceId;
    const TABLE: &'static str = "sources";
    fn id(&self) -> &SourceId {
        &self.id
    }
    fn name(&self) -> &str {
        &self.title
    }
    fn references(&self, visit: &mut dyn FnMut(Reference)) {
        for column in &self.columns {
            column.kpi.iter().cloned().for_each(|id| visit(id.into()));
            column.dimension.iter().cloned().for_each(|id| visit(id.into()));
        }
        visit_tallies(&self.tallies, visit);
        visit_tallies(&self.ratios, visit);
        visit_tallies(&self.customers, visit);
        visit_tallies(&self.amounts, visit);
        for money in &self.money {
            visit(money.kpi.clone().into());
            visit_segments(&money.segments, visit);
        }
        for drivers in &self.drivers {
            visit(drivers.overall.clone().into());
            drivers.drivers.iter().cloned().for_each(|id| visit(id.into()));
            visit_segments(&drivers.segments, visit);
        }
    }
    fn unlink(&mut self, gone: &Reference) {
        for column in &mut self.columns {
            unlink_one(&mut column.kpi, gone);
            unlink_one(&mut column.dimension, gone);
        }
        unlink_tallies(&mut self.tallies, gone);
        unlink_tallies(&mut self.ratios, gone);
        unlink_tallies(&mut self.customers, gone);
        unlink_tallies(&mut self.amounts, gone);
        self.money.retain(|money| Reference::from(money.kpi.clone()) != *gone);
        self.money.iter_mut().for_each(|money| unlink_segments(&mut money.segments, gone));
        self.drivers.retain_mut(|drivers| drivers.unlink(gone));
    }
}

fn visit_tallies<T>(tallies: &[Tally<T>], visit: &mut dyn FnMut(Reference)) {
    for tally in tallies {
        visit(tally.kpi.clone().into());
        visit_segments(&tally.segments, visit);
    }
}

fn unlink_tallies<T>(tallies: &mut Vec<Tally<T>>, gone: &Reference) {
    tallies.retain(|tally| Reference::from(tally.kpi.clone()) != *gone);
    tallies.iter_mut().for_each(|tally| unlink_segments(&mut tally.segments, gone));
}
