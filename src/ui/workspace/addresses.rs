//! Where the user is and goes: addresses as links, and the ways to them.

use super::Workspace;
use crate::ui::platform::page;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use reiseplan::{
    editor::Place,
    plan::{Id, JourneyId, StepId, TypedId},
    route::{Area, Route},
};

impl Workspace {
    /// Goes where the user's links lead without loading the page anew.
    pub fn follow_links(self) {
        // The router would write the address only once its own list of pages has shown one; this app has none.
        page::on_link(move |path, query| {
            let route = self.base.with_value(|base| Route::read(path.strip_prefix(base.as_str())?, query));
            route.as_ref().inspect(|route| self.navigate_to(route, false)).is_some()
        });
    }

    /// Opens the page where something was changed, unless it is open already.
    pub fn show(self, place: &Place) {
        let record = place.record.as_deref().and_then(|id| Id::try_from(id).ok());
        let now = self.route.get_untracked();
        if now.is_some_and(|now| now.area == place.area && (record.is_none() || now.record == record)) {
            return;
        }
        self.go(place.area, record);
    }

    /// Whether the address names a record; followed.
    pub fn is_at(self, record: &Id) -> bool {
        self.route.with(|route| route.as_ref().is_some_and(|route| route.record.as_ref() == Some(record)))
    }

    /// Goes to an area of the open plan.
    pub fn go(self, area: Area, record: Option<Id>) {
        self.navigate_to(&Route { area, plan: self.plan_id(), record, part: None }, false);
    }

    /// Goes to an address; `replace`: without a step in the browser's history.
    pub fn navigate_to(self, route: &Route, replace: bool) {
        // The router puts the base before an address that it is told.
        let address = route.address();
        self.navigate.with_value(|navigate| navigate(&address, NavigateOptions { replace, ..NavigateOptions::default() }));
        // The router writes no address that it takes for the last one of its own list; that list may be wrong after going
        // back.
        if self.shown_route().as_ref() != Some(route) {
            page::set_address(&self.href(route), replace);
        }
    }

    /// Writes into the address which part of its record is shown, so that the way back leads there. Nobody goes anywhere:
    /// there is no step in the history, and what follows the address isn't told.
    pub fn keep_part(self, area: Area, record: &Id, part: Option<&Id>) {
        let Some(shown) = self.shown_route() else { return };
        if shown.area == area && shown.record.as_ref() == Some(record) && shown.part.as_ref() != part {
            page::set_address(&self.href(&Route { part: part.cloned(), ..shown }), true);
        }
    }

    /// What the browser's address says.
    fn shown_route(self) -> Option<Route> {
        let (path, query) = page::address();
        self.base.with_value(|base| Route::read(path.strip_prefix(base.as_str())?, &query))
    }

    /// An address as a link.
    pub fn href(self, route: &Route) -> String {
        self.base.with_value(|base| format!("{base}{}", route.address()))
    }

    /// The address of an area of the open plan, as a link.
    pub fn link(self, area: Area, record: Option<&Id>) -> String {
        self.href(&Route { area, plan: self.plan_id(), record: record.cloned(), part: None })
    }

    /// An address in the open plan, as a link.
    pub fn link_to(self, route: Route) -> String {
        self.href(&Route { plan: self.plan_id(), ..route })
    }

    /// The address of a step in the map of its journey, as a link.
    pub fn step_link(self, journey: &JourneyId, step: &StepId) -> String {
        let route = Route::new(Area::Journeys, self.plan_id()).with_record(journey.as_id().clone());
        self.href(&route.with_part(step.as_id().clone()))
    }

    /// The address of a file that lies beside the app.
    pub fn asset(self, path: &str) -> String {
        self.base.with_value(|base| format!("{base}/{path}"))
    }
}
