//! Rules about what the plan knows of customers and what it rests on: personas, journeys, data.

use super::{Figure, Subject, facts::Facts, rule::Report};
use crate::figures::{gap::gaps, series::by_period, standing::is_past_limit};
use crate::plan::{Evidence, JourneyKind, Resolution};
use std::collections::BTreeSet;

pub(super) fn past_limit(facts: &Facts, report: Report) {
    for kpi in facts.plan.kpis.iter().filter(|kpi| kpi.warning_limit.is_some()) {
        let months = by_period(facts.plan, &kpi.id, None, Resolution::Month);
        let last = months.iter().rev().find_map(|(_, measured)| measured.figure());
        if last.is_some_and(|last| is_past_limit(kpi, last.value)) {
            report(Subject::Record(kpi.id.clone().into()), None);
        }
    }
}

pub(super) fn without_purpose(facts: &Facts, report: Report) {
    for source in facts.plan.sources.iter().filter(|source| source.purpose.is_empty() || source.consent.is_empty()) {
        report(Subject::Source(source.id.clone()), None);
    }
}

pub(super) fn personas(facts: &Facts, report: Report) {
    let met: BTreeSet<_> = facts.plan.journeys.iter().flat_map(|journey| &journey.personas).collect();
    for persona in facts.plan.personas.iter().filter(|persona| !met.contains(&persona.id)) {
        report(Subject::Record(persona.id.clone().into()), None);
    }
}

/// Touchpoints of which every step that says what it rests on says that it is assumed.
pub(super) fn assumed(facts: &Facts, report: Report) {
    let (mut assumed, mut known) = (BTreeSet::new(), BTreeSet::new());
    let steps =
        facts.plan.journeys.iter().filter(|journey| journey.kind == JourneyKind::AsIs).flat_map(|journey| journey.steps());
    for (touchpoint, evidence) in steps.filter_map(|step| Some((step.touchpoint.as_ref()?, step.evidence?))) {
        let into = if evidence == Evidence::Assumption { &mut assumed } else { &mut known };
        into.insert(touchpoint);
    }
    for touchpoint in facts.plan.touchpoints.iter().filter(|it| assumed.contains(&it.id) && !known.contains(&it.id)) {
        report(Subject::Record(touchpoint.id.clone().into()), None);
    }
}

/// Journeys as they are that force customers from online to offline.
pub(super) fn breaks(facts: &Facts, report: Report) {
    for journey in facts.plan.journeys.iter().filter(|journey| journey.kind == JourneyKind::AsIs) {
        let switches = facts.plan.channel_switches(journey);
        let breaks: Vec<_> = switches.iter().filter(|(_, switch)| switch.is_break() && switch.goes_offline).collect();
        if let Some((first, _)) = breaks.first() {
            report(
                Subject::Record(journey.id.clone().into()),
                Some(Figure::Steps(breaks.len(), journey.id.clone(), first.clone())),
            );
        }
    }
}

/// Journeys as they are to be with differences that no measure covers.
pub(super) fn uncovered(facts: &Facts, report: Report) {
    for to_be in facts.plan.journeys.iter().filter(|journey| journey.kind == JourneyKind::ToBe) {
        let Some(as_is) = to_be.based_on.as_ref().and_then(|id| facts.plan.journeys.get(id)) else { continue };
        let gaps = gaps(facts.plan, as_is, to_be);
        let open: Vec<_> = gaps.iter().filter(|gap| gap.measures.is_empty()).collect();
        // What the target leaves out stands in the map of the journey as it is.
        let first = open.iter().find_map(|gap| Some((to_be, gap.pair.to_be.as_ref()?)));
        let left_out = || open.iter().find_map(|gap| Some((as_is, gap.pair.as_is.as_ref()?)));
        if let Some((journey, step)) = first.or_else(left_out) {
            report(
                Subject::Record(to_be.id.clone().into()),
                Some(Figure::Steps(open.len(), journey.id.clone(), step.id.clone())),
            );
        }
    }
}
