//! The app's addresses: a few fixed paths, ids in the query, so that every address is a real file of a static host.

use crate::plan::{Id, PlanId, Reference};

/// A page of the app.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Area {
    /// The plans of this browser.
    Library,
    /// The start page of a plan.
    Overview,
    /// Types of customers.
    Personas,
    /// What somebody found who took the customer's place.
    Audits,
    /// What customers say.
    Voices,
    /// Journey maps.
    Journeys,
    /// Channels over all journeys.
    Channels,
    /// Pain points and opportunities.
    Findings,
    /// The lifecycle strategy.
    Strategy,
    /// Measures and what they cost and bring.
    Measures,
    /// Import of files.
    Import,
    /// KPIs and their data.
    Kpis,
    /// Lost customers, and whether winning them back pays.
    WinBack,
    /// What prospects need to know, and what answers it.
    Content,
    /// Customers' say in product development.
    Involvement,
    /// What is missing in the plan or contradicts itself.
    Check,
    /// What drives an overall score.
    Drivers,
    /// What measures have done.
    Effects,
    /// The plan's settings and registers.
    Settings,
}

impl Area {
    /// All areas, the library first.
    pub const ALL: [Self; 19] = [
        Self::Library,
        Self::Overview,
        Self::Personas,
        Self::Audits,
        Self::Voices,
        Self::Journeys,
        Self::Channels,
        Self::Findings,
        Self::Strategy,
        Self::Measures,
        Self::Import,
        Self::Kpis,
        Self::WinBack,
        Self::Content,
        Self::Involvement,
        Self::Check,
        Self::Drivers,
        Self::Effects,
        Self::Settings,
    ];

    /// The step of the work that it belongs to; none for pages about the plan as a whole.
    #[must_use]
    pub fn step(self) -> Option<WorkStep> {
        match self {
            Self::Library | Self::Overview | Self::Settings => None,
            Self::Personas | Self::Audits | Self::Voices => Some(WorkStep::Understand),
            Self::Import | Self::Kpis => Some(WorkStep::Data),
            Self::Drivers | Self::Effects => Some(WorkStep::Measure),
            Self::Journeys | Self::Channels | Self::Findings | Self::Strategy => Some(WorkStep::Design),
            Self::Measures | Self::WinBack | Self::Content | Self::Involvement => Some(WorkStep::Implement),
            Self::Check => Some(WorkStep::Measure),
        }
    }

    /// Its path below the folder that the app is served from.
    #[must_use]
    pub fn path(self) -> &'static str {
        match self {
            Self::Library => "/",
            Self::Overview => "/overview",
            Self::Personas => "/personas",
            Self::Audits => "/audits",
            Self::Voices => "/voices",
            Self::Journeys => "/journeys",
            Self::Channels => "/channels",
            Self::Findings => "/findings",
            Self::Strategy => "/strategy",
            Self::Measures => "/measures",
            Self::Import => "/import",
            Self::Kpis => "/kpis",
            Self::WinBack => "/win-back",
            Self::Content => "/content",
            Self::Involvement => "/involvement",
            Self::Check => "/check",
            Self::Drivers => "/drivers",
            Self::Effects => "/effects",
            Self::Settings => "/settings",
        }
    }

    /// The area at a path, with or without slash or `index.html` at its end; none if there isn't one.
    #[must_use]
    pub fn from_path(path: &str) -> Option<Self> {
        let path = path.strip_suffix("index.html").unwrap_or(path);
        let path = path.trim_end_matches('/');
        Self::ALL.into_iter().find(|area| area.path().trim_end_matches('/') == path)
    }

    /// Name of the query's parameter that names the record shown.
    #[must_use]
    pub fn record_parameter(self) -> &'static str {
        match self {
            Self::Personas => "persona",
            Self::Audits => "audit",
            Self::Voices => "voice",
            Self::Journeys => "journey",
            Self::Findings => "finding",
            Self::Measures => "measure",
            Self::Import => "source",
            Self::Kpis => "kpi",
            Self::WinBack => "group",
            Self::Content => "content",
            Self::Involvement => "involvement",
            Self::Library
            | Self::Overview
            | Self::Channels
            | Self::Strategy
            | Self::Drivers
            | Self::Effects
            | Self::Check
            | Self::Settings => "record",
        }
    }
}

/// A step of customer-excellence work; the navigation follows them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum WorkStep {
    /// Verstehen: personas, audits, voices.
    Understand,
    /// Daten: import and KPIs.
    Data,
    /// Gestalten: journeys and strategy.
    Design,
    /// Umsetzen: measures.
    Implement,
    /// Messen: what came of it.
    Measure,
}

impl WorkStep {
    /// The five steps in order.
    pub const ALL: [Self; 5] = [Self::Understand, Self::Data, Self::Design, Self::Implement, Self::Measure];
}

/// An address: an area, the plan that is open, the record that is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Route {
    /// The page.
    pub area: Area,
    /// The plan that is open.
    pub plan: Option<PlanId>,
    /// The record that is shown; or what a page has instead, such as a phase of the strategy, a line of the budget.
    pub record: Option<Id>,
    /// The part of the record that is shown, such as a step of a journey; or the view of a page, such as the budget.
    pub part: Option<Id>,
}

/// Name of the measures' view that shows the budget.
pub const BUDGET_VIEW: &str = "budget";

impl Route {
    /// The address of an area of a plan.
    #[must_use]
    pub fn new(area: Area, plan: Option<PlanId>) -> Self {
        Self { area, plan, record: None, part: None }
    }

    /// The address at which a record is shown, without a plan.
    #[must_use]
    pub fn of(reference: &Reference) -> Self {
        let area = match reference {
            Reference::SubPhase(_) | Reference::Goal(_) | Reference::Weakness(_) => Area::Strategy,
            Reference::Department(_)
            | Reference::Channel(_)
            | Reference::Dimension(_)
            | Reference::SegmentValue(..)
            | Reference::Touchpoint(_) => Area::Settings,
            Reference::Persona(_) => Area::Personas,
            Reference::Audit(_) => Area::Audits,
            Reference::Voice(_) => Area::Voices,
            Reference::Journey(_) => Area::Journeys,
            Reference::PainPoint(_) | Reference::Opportunity(_) => Area::Findings,
            Reference::Measure(_) => Area::Measures,
            Reference::WinBackGroup(_) => Area::WinBack,
            Reference::Content(_) => Area::Content,
            Reference::Involvement(_) => Area::Involvement,
            Reference::Kpi(_) => Area::Kpis,
            Reference::Source(_) => Area::Import,
        };
        Self::new(area, None).with_record(reference.target().1.clone())
    }

    /// The address of the budget of the measures, at one of its lines: the key of a phase or a quarter, the id of a
    /// department. Without a plan.
    #[must_use]
    pub fn budget(line: Option<Id>) -> Self {
        Self { record: line, part: Id::try_from(BUDGET_VIEW).ok(), ..Self::new(Area::Measures, None) }
    }

    /// The same area with a record.
    #[must_use]
    pub fn with_record(self, record: Id) -> Self {
        Self { record: Some(record), ..self }
    }

    /// The same record with a part of it.
    #[must_use]
    pub fn with_part(self, part: Id) -> Self {
        Self { part: Some(part), ..self }
    }

    /// The address as text: `/journeys?plan=…&journey=…`. Ids need no escaping.
    #[must_use]
    pub fn address(&self) -> String {
        let mut address = self.area.path().to_owned();
        let plan = self.plan.as_ref().map(|id| ("plan", id.as_str()));
        let record = self.record.as_ref().map(|id| (self.area.record_parameter(), id.as_str()));
        let part = self.part.as_ref().map(|id| ("part", id.as_str()));
        for (i, (name, id)) in plan.into_iter().chain(record).chain(part).enumerate() {
            address.push(if i == 0 { '?' } else { '&' });
            address.push_str(name);
            address.push('=');
            address.push_str(id);
        }
        address
    }

    /// Reads path and query (with or without `?`); none if no area lies there. What isn't an id is left out.
    #[must_use]
    pub fn read(path: &str, query: &str) -> Option<Self> {
        let area = Area::from_path(path)?;
        let value = |name: &str| {
            let pairs = query.trim_start_matches('?').split('&').filter_map(|pair| pair.split_once('='));
            pairs.into_iter().find(|(key, _)| *key == name).and_then(|(_, id)| Id::try_from(id).ok())
        };
        Some(Self { area, plan: value("plan").map(PlanId::from), record: value(area.record_parameter()), part: value("part") })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_address_is_read_as_it_was_written() {
        for area in Area::ALL {
            for plan in [None, Some(PlanId::standard("p-1"))] {
                for record in [None, Some(Id::try_from("r_2").unwrap())] {
                    for part in [None, Some(Id::try_from("s").unwrap())] {
                        let route = Route { area, plan: plan.clone(), record: record.clone(), part };
                        let address = route.address();
                        let (path, query) = address.split_once('?').unwrap_or((&address, ""));
                        assert_eq!(Route::read(path, query), Some(route), "{address}");
                    }
                }
            }
        }
    }

    #[test]
    fn an_address_can_have_a_slash_or_a_file_at_its_end() {
        for (path, area) in [
            ("", Some(Area::Library)),
            ("/index.html", Some(Area::Library)),
            ("/kpis/", Some(Area::Kpis)),
            ("/kpis/index.html", Some(Area::Kpis)),
            ("/kpi", None),
            ("/journeys/x", None),
        ] {
            assert_eq!(Area::from_path(path), area, "{path}");
        }
    }

    #[test]
    fn what_is_no_id_is_left_out() {
        let route = Route::read("/journeys", "?plan=a%20b&journey=&x&other=1").unwrap();
        assert_eq!(route, Route::new(Area::Journeys, None));
    }
}
