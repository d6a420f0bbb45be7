//! Everything in a plan that users name, for the search over all of it.

use crate::editor::Noun;
use crate::plan::{Plan, Record, Reference, Touchpoint, TypedId};
use crate::route::Route;
use crate::texts::Texts;

/// Something by its name.
#[derive(Clone, Debug, PartialEq)]
pub struct Named {
    /// What it is.
    pub noun: Noun,
    /// Where it is shown, without the plan.
    pub route: Route,
    /// What it is called; of a voice, what was said.
    pub name: String,
}

/// What has a fitting name in a plan: journeys first, what customers say last.
#[must_use]
pub fn named(plan: &Plan, texts: &Texts, fits: &dyn Fn(&str) -> bool) -> Vec<Named> {
    let mut found = Vec::new();
    let mut add = |noun: Noun, route: Route, name: &str| found.push(Named { noun, route, name: name.to_owned() });
    macro_rules! records {
        ($($table:ident as $noun:ident;)*) => {$(
            for record in plan.$table.iter().filter(|record| fits(record.name())) {
                add(Noun::$noun, Route::of(&record.id.clone().into()), record.name());
            }
        )*};
    }
    records! {
        journeys as Journey;
        personas as Persona;
        audits as Audit;
        measures as Measure;
        kpis as Kpi;
        goals as Goal;
        weaknesses as Weakness;
        pain_points as PainPoint;
        opportunities as Opportunity;
    }
    for touchpoint in plan.touchpoints.iter().filter(|touchpoint| fits(&touchpoint.name)) {
        add(Noun::Touchpoint, touchpoint_route(plan, touchpoint), &touchpoint.name);
    }
    for journey in plan.journeys.iter() {
        let route = |step: &crate::plan::Step| Route::of(&journey.id.clone().into()).with_part(step.id.as_id().clone());
        for stage in journey.stages.iter() {
            if let Some(first) = stage.steps.first().filter(|_| fits(&stage.title)) {
                add(Noun::Stage, route(first), &stage.title);
            }
            for step in stage.steps.iter().filter(|step| fits(&step.title)) {
                add(Noun::Step, route(step), &step.title);
            }
        }
    }
    for id in plan.sub_phases.ids() {
        let name = plan.sub_phase_name(id, texts);
        if fits(&name) {
            add(Noun::SubPhase, Route::of(&id.clone().into()), &name);
        }
    }
    for dimension in plan.dimensions.iter() {
        for value in dimension.values.iter().filter(|value| fits(&value.name)) {
            let reference = Reference::SegmentValue(dimension.id.clone(), value.id.clone());
            add(Noun::SegmentValue, Route::of(&reference), &value.name);
        }
    }
    records! {
        win_back_groups as WinBackGroup;
        contents as Content;
        involvements as Involvement;
        departments as Department;
        channels as Channel;
        dimensions as Dimension;
        sources as Source;
        voices as Voice;
    }
    found
}

/// A touchpoint is shown where customers meet it first, else in the register.
fn touchpoint_route(plan: &Plan, touchpoint: &Touchpoint) -> Route {
    let step = plan.journeys.iter().find_map(|journey| {
        let step = journey.steps().find(|step| step.touchpoint.as_ref() == Some(&touchpoint.id))?;
        Some(Route::of(&journey.id.clone().into()).with_part(step.id.as_id().clone()))
    });
    step.unwrap_or_else(|| Route::of(&touchpoint.id.clone().into()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{
        Dimension, DimensionId, Goal, GoalId, Journey, JourneyId, PlanId, SegmentValueId, Stage, StageId, Step, StepId,
        TouchpointId, Weakness, WeaknessId,
    };
    use crate::texts::Language;
    use std::sync::Arc;

    fn plan() -> Plan {
        let mut plan = Plan::new(PlanId::standard("p"), "");
        let hotline = TouchpointId::standard("hotline");
        plan.touchpoints.insert(Touchpoint::new(hotline.clone(), "Hotline"));
        plan.touchpoints.insert(Touchpoint::new(TouchpointId::standard("chat"), "Chat"));
        let mut stage = Stage { title: "Danach".to_owned(), ..Stage::new(StageId::standard("s"), None) };
        stage.steps.push(Arc::new(Step { touchpoint: Some(hotline), ..Step::new(StepId::standard("a")) }));
        stage.steps.push(Arc::new(Step { title: "Wartet".to_owned(), ..Step::new(StepId::standard("b")) }));
        let mut journey = Journey::new(JourneyId::standard("j"), "Umzug");
        journey.stages.push(stage);
        plan.journeys.insert(journey);
        plan.goals.insert(Goal::new(GoalId::standard("g"), "Rechnung verständlich", None));
        plan.weaknesses.insert(Weakness::new(WeaknessId::standard("w"), "Rechnung unklar", None));
        let values = vec![(SegmentValueId::standard("v"), "Gewerbe")];
        plan.dimensions.insert(Dimension::with_values(DimensionId::standard("d"), "Kundenart", values));
        plan
    }

    #[test]
    fn what_is_named_is_found_with_the_page_that_shows_it() {
        let plan = plan();
        let check = |word: &str, expected: &[(Noun, &str)]| {
            let found = named(&plan, Language::De.texts(), &|name| name.contains(word));
            let found: Vec<_> = found.iter().map(|it| (it.noun, it.route.address())).collect();
            let expected: Vec<_> = expected.iter().map(|(noun, address)| (*noun, (*address).to_owned())).collect();
            assert_eq!(found, expected, "{word}");
        };
        check("Umzug", &[(Noun::Journey, "/journeys?journey=j")]);
        check("Rechnung", &[(Noun::Goal, "/strategy?record=g"), (Noun::Weakness, "/strategy?record=w")]);
        check("Hotline", &[(Noun::Touchpoint, "/journeys?journey=j&part=a")]);
        check("Chat", &[(Noun::Touchpoint, "/settings?record=chat")]);
        check("Danach", &[(Noun::Stage, "/journeys?journey=j&part=a")]);
        check("Wartet", &[(Noun::Step, "/journeys?journey=j&part=b")]);
        check("Gewerbe", &[(Noun::SegmentValue, "/settings?record=d")]);
        check("Kundenart", &[(Noun::Dimension, "/settings?record=d")]);
        check("gibt es nicht", &[]);
    }
}
