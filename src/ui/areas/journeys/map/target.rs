//! The journey as it is and the target journey made from it: which belong together, and how a target is begun.

use super::state::MapState;
use crate::ui::workspace::{Shared, Workspace};
use leptos::prelude::*;
use reiseplan::{
    editor::{Label, Noun, Place, Verb},
    plan::{Journey, JourneyId, JourneyKind, Plan, TypedId},
    route::Area,
    texts::Texts,
};
use std::sync::Arc;

/// Whether a journey shows what is wanted.
pub fn is_target(journey: &Journey) -> bool {
    journey.kind == JourneyKind::ToBe
}

/// The target journeys made from a journey: id and title.
pub fn targets_of(plan: &Plan, id: &JourneyId, texts: &Texts) -> Vec<(String, String)> {
    let targets = plan.journeys.iter().filter(|journey| journey.based_on.as_ref() == Some(id));
    targets.map(|journey| (journey.id.to_string(), texts.terms.named(&journey.title).to_owned())).collect()
}

/// The journey that belongs to one: that which a target is made from, else the chosen target, else the first.
pub fn counterpart(plan: &Plan, journey: &Journey, chosen: Option<&JourneyId>) -> Option<Arc<Journey>> {
    if is_target(journey) {
        return plan.journeys.get(journey.based_on.as_ref()?).cloned();
    }
    let mut targets = plan.journeys.iter().filter(|other| other.based_on.as_ref() == Some(&journey.id)).cloned();
    let first = targets.next()?;
    if chosen.is_none_or(|chosen| *chosen == first.id) {
        return Some(first);
    }
    Some(targets.find(|target| Some(&target.id) == chosen).unwrap_or(first))
}

/// The other journey, followed.
pub fn other(map: MapState) -> Option<Shared<Journey>> {
    map.counterpart.get()
}

/// Both journeys, followed: as it is, as it is to be.
pub fn both(map: MapState) -> Option<(Shared<Journey>, Shared<Journey>)> {
    let (own, other) = (map.journey.get()?, map.counterpart.get()?);
    Some(if is_target(&own) { (other, own) } else { (own, other) })
}

/// Makes the target journey of the map's journey, and opens it.
pub fn design(map: MapState) {
    design_target(map.workspace, &map.id());
}

/// Makes the target journey of a journey, and opens it.
pub fn design_target(workspace: Workspace, of: &JourneyId) {
    let id: JourneyId = workspace.new_id();
    let place = Place::record(Area::Journeys, &id);
    let made = workspace.edit(Label::new(Verb::Add, Noun::Journey), place, |plan| {
        let journey = plan.journeys.get(of).cloned()?;
        let at = plan.journeys.position(&journey.id).map_or(usize::MAX, |at| at + 1);
        let title = (workspace.texts().map.target_title)(&journey.title);
        plan.journeys.insert_at(at, journey.target(id.clone(), &title));
        Some(())
    });
    if made.flatten().is_some() {
        workspace.go(Area::Journeys, Some(id.as_id().clone()));
    }
}
