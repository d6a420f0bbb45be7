//! Naming the columns of a map: by touchpoints of the register, or by headings of their own.

use super::{Journey, JourneyId, Plan, StepId, Touchpoint, TouchpointId, same_name, seen};
use std::sync::Arc;

/// What a column of a map is to be called.
#[derive(Clone, Debug, PartialEq)]
pub enum StepName {
    /// It is at a touchpoint of the register.
    At(TouchpointId),
    /// It is at a touchpoint that is new.
    AtNew(TouchpointId, String),
    /// Its touchpoint gets another name, in all journeys.
    Renamed(String),
}

/// A touchpoint that got another name, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Renamed {
    /// Its name before.
    pub before: String,
    /// Number of steps at it, in all journeys.
    pub steps: usize,
    /// Number of journeys that lead through it.
    pub journeys: usize,
}

impl Plan {
    /// Names a column by its touchpoint. At another touchpoint an own title of the step gives way to that one's name, and
    /// what was noted at the touchpoint before goes along if that was unnamed. A touchpoint with another name leaves the
    /// title as it is.
    pub fn name_step(&mut self, journey: &JourneyId, step: &StepId, name: StepName) {
        let touchpoint = match name {
            StepName::At(id) => id,
            StepName::AtNew(id, name) => {
                let mut touchpoint = Touchpoint::new(id.clone(), &name);
                touchpoint.sub_phase = self.journeys.get(journey).and_then(|journey| {
                    let (stage, _) = journey.step_place(step)?;
                    journey.stages[stage].sub_phase.clone()
                });
                self.touchpoints.insert(touchpoint);
                id
            }
            StepName::Renamed(name) => {
                if let Some(id) = self.step(journey, step).and_then(|step| step.touchpoint.clone()) {
                    self.touchpoints.update(&id, |touchpoint| touchpoint.name = name);
                }
                return;
            }
        };
        let before = self.step(journey, step).and_then(|step| self.touchpoint_of(step)).cloned();
        if let Some(unnamed) = before.filter(|before| seen(&before.name).is_empty() && before.id != touchpoint) {
            self.give_over(&unnamed, &touchpoint);
        }
        self.update_step(journey, step, |step| {
            step.touchpoint = Some(touchpoint);
            step.title.clear();
        });
    }

    /// Names a column by what was written over its heading. A title of its own is changed; an empty text, or the name of
    /// its touchpoint, takes it away. Without such a title the column goes to the touchpoint of this name, if the register
    /// has one; else its own touchpoint gets the name, with all that hangs on it and in all journeys, or a new one is made
    /// with the id `new` where it had none. Tells where a touchpoint stands that got another name.
    pub fn name_column(&mut self, journey: &JourneyId, step: &StepId, name: &str, new: TouchpointId) -> Option<Renamed> {
        let name = seen(name);
        let now = self.step(journey, step)?.clone();
        let own = self.touchpoint_of(&now).cloned();
        if !seen(&now.title).is_empty() {
            let title = if own.is_some_and(|own| own.name == name) { "" } else { name };
            self.update_step(journey, step, |step| step.title = title.to_owned());
            return None;
        }
        if name.is_empty() {
            return None;
        }
        let keeps_name = own.as_ref().is_some_and(|own| same_name(&own.name, name));
        let known = self.touchpoint_named(name).filter(|_| !keeps_name).map(|known| known.id.clone());
        match (known, own) {
            (Some(known), _) => self.name_step(journey, step, StepName::At(known)),
            (None, None) => self.name_step(journey, step, StepName::AtNew(new, name.to_owned())),
            (None, Some(own)) if own.name == name => {}
            (None, Some(own)) => {
                self.name_step(journey, step, StepName::Renamed(name.to_owned()));
                let at =
                    |journey: &Arc<Journey>| journey.steps().filter(|step| step.touchpoint.as_ref() == Some(&own.id)).count();
                let steps: Vec<usize> = self.journeys.iter().map(at).filter(|steps| *steps > 0).collect();
                return Some(Renamed { before: own.name.clone(), steps: steps.iter().sum(), journeys: steps.len() });
            }
        }
        None
    }

    /// Puts steps, findings and measures at an unnamed touchpoint at another one, which takes its department and channels
    /// over where it has none. The unnamed one goes, unless something else hangs on it.
    fn give_over(&mut self, unnamed: &Touchpoint, to: &TouchpointId) {
        self.touchpoints.update(to, |touchpoint| {
            touchpoint.department = touchpoint.department.clone().or_else(|| unnamed.department.clone());
            if touchpoint.channels.is_empty() {
                touchpoint.channels.clone_from(&unnamed.channels);
            }
        });
        let unnamed = &unnamed.id;
        let change = |touchpoints: &mut Vec<TouchpointId>| {
            let is_there = touchpoints.contains(to);
            touchpoints.retain(|id| !is_there || id != unnamed);
            touchpoints.iter_mut().filter(|id| *id == unnamed).for_each(|id| id.clone_from(to));
        };
        for key in self.finding_keys() {
            self.change_finding(&key, |finding| change(finding.touchpoints));
        }
        for id in self.measures.ids().cloned().collect::<Vec<_>>() {
            self.measures.update(&id, |measure| change(&mut measure.touchpoints));
        }
        let journeys: Vec<JourneyId> = self.journeys_through(unnamed).map(|journey| journey.id.clone()).collect();
        for journey in journeys {
            self.journeys.update(&journey, |journey| {
                let steps = journey.stages.iter_mut().flat_map(|stage| &mut stage.steps);
                for step in steps.filter(|step| step.touchpoint.as_ref() == Some(unnamed)) {
                    Arc::make_mut(step).touchpoint = Some(to.clone());
                }
            });
        }
        if self.uses(&unnamed.clone().into()).is_empty() {
            self.touchpoints.remove(unnamed);
        }
    }

    /// The touchpoint with this name, whatever its case.
    #[must_use]
    pub fn touchpoint_named(&self, name: &str) -> Option<&Arc<Touchpoint>> {
        self.touchpoints.iter().find(|touchpoint| same_name(&touchpoint.name, name))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{
        Department, DepartmentId, Kpi, KpiId, KpiKind, Measure, MeasureId, PainPoint, PainPointId, PlanId, Stage, StageId, Step,
        SubPhaseId,
    };

    /// A journey and its target, with a step "a" at the hotline and a step "b" at no touchpoint.
    fn plan() -> (Plan, JourneyId, StepId) {
        let mut plan = Plan::new(PlanId::standard("p"), "");
        let hotline = TouchpointId::standard("hotline");
        plan.touchpoints.insert(Touchpoint::new(hotline.clone(), "Hotlien"));
        plan.touchpoints.insert(Touchpoint::new(TouchpointId::standard("chat"), "Chat"));
        plan.pain_points.insert(PainPoint::new(PainPointId::standard("wait"), "Wartezeit", vec![hotline.clone()]));
        let mut journey = Journey::new(JourneyId::standard("j"), "");
        let mut stage = Stage::new(StageId::standard("s"), Some(SubPhaseId::standard("use")));
        stage.steps.push(Arc::new(Step { touchpoint: Some(hotline), ..Step::new(StepId::standard("a")) }));
        stage.steps.push(Arc::new(Step::new(StepId::standard("b"))));
        journey.stages.push(stage);
        plan.journeys.insert(journey.target(JourneyId::standard("target"), ""));
        plan.journeys.insert(journey);
        (plan, JourneyId::standard("j"), StepId::standard("a"))
    }

    fn new() -> TouchpointId {
        TouchpointId::standard("new")
    }

    fn heading(plan: &Plan, journey: &str) -> String {
        plan.step_heading(plan.step(&JourneyId::standard(journey), &StepId::standard("a")).unwrap())
    }

    #[test]
    fn a_corrected_name_keeps_what_hangs_on_the_touchpoint_in_all_journeys() {
        let (mut plan, journey, step) = plan();
        let renamed = plan.name_column(&journey, &step, " Hotline ", new());
        assert_eq!(renamed, Some(Renamed { before: "Hotlien".to_owned(), steps: 2, journeys: 2 }));
        for journey in ["j", "target"] {
            assert_eq!(heading(&plan, journey), "Hotline");
            let step = plan.step(&JourneyId::standard(journey), &step).unwrap();
            assert_eq!(plan.pain_points_at(step.touchpoint.as_ref().unwrap()).count(), 1);
        }
        assert_eq!(plan.touchpoints.len(), 2);
        assert_eq!(plan.name_column(&journey, &step, "Hotline", new()), None);
        plan.name_column(&journey, &step, "HOTLINE", new());
        assert_eq!(heading(&plan, "target"), "HOTLINE");
    }

    #[test]
    fn the_name_of_a_known_touchpoint_leads_there() {
        let (mut plan, journey, step) = plan();
        assert_eq!(plan.name_column(&journey, &step, "chat", new()), None);
        assert_eq!((heading(&plan, "j"), heading(&plan, "target")), ("Chat".to_owned(), "Hotlien".to_owned()));
    }

    #[test]
    fn what_was_noted_before_a_column_had_a_name_goes_to_the_touchpoint_of_that_name() {
        let (mut plan, journey, step) = plan();
        let (hotline, chat) = (TouchpointId::standard("hotline"), TouchpointId::standard("chat"));
        let service = Some(DepartmentId::standard("service"));
        plan.departments.insert(Department::new(DepartmentId::standard("service"), "Service"));
        plan.touchpoints.update(&hotline, |touchpoint| {
            touchpoint.name.clear();
            touchpoint.department.clone_from(&service);
        });
        let mut measure = Measure::new(MeasureId::standard("m"), "", None);
        measure.touchpoints = vec![hotline.clone(), chat.clone()];
        plan.measures.insert(measure);
        let (mut made, mut measured) = (plan.clone(), plan.clone());
        assert_eq!(plan.name_column(&journey, &step, "Chat", new()), None);
        assert_eq!((heading(&plan, "j"), heading(&plan, "target")), ("Chat".to_owned(), "Chat".to_owned()));
        assert_eq!(plan.pain_points_at(&chat).count(), 1);
        assert_eq!(plan.measures.iter().next().unwrap().touchpoints, std::slice::from_ref(&chat));
        assert_eq!(plan.touchpoints.get(&chat).unwrap().department, service);
        assert_eq!((plan.touchpoints.contains(&hotline), plan.dangling()), (false, vec![]));

        made.name_step(&journey, &step, StepName::AtNew(new(), "Brief".to_owned()));
        assert_eq!((made.pain_points_at(&new()).count(), made.touchpoints.contains(&hotline)), (1, false));
        assert_eq!(made.measures.iter().next().unwrap().touchpoints, [new(), chat]);

        measured.kpis.insert(Kpi { touchpoint: Some(hotline.clone()), ..Kpi::new(KpiId::standard("k"), "", KpiKind::Nps) });
        measured.name_column(&journey, &step, "Chat", new());
        assert_eq!((measured.touchpoints.contains(&hotline), measured.dangling()), (true, vec![]));
    }

    #[test]
    fn a_column_without_touchpoint_gets_a_new_one_in_the_sub_phase_of_its_stage() {
        let (mut plan, journey, _) = plan();
        let step = StepId::standard("b");
        assert_eq!(plan.name_column(&journey, &step, "", new()), None);
        assert_eq!(plan.step(&journey, &step).unwrap().touchpoint, None);
        assert_eq!(plan.name_column(&journey, &step, "Brief", new()), None);
        assert_eq!(plan.step(&journey, &step).unwrap().touchpoint, Some(new()));
        assert_eq!(plan.touchpoints.get(&new()).unwrap().sub_phase, Some(SubPhaseId::standard("use")));
        assert_eq!(plan.touchpoint_named(" brIEF ").unwrap().id, new());
    }

    #[test]
    fn a_title_of_its_own_is_what_is_changed() {
        let (mut plan, journey, step) = plan();
        plan.update_step(&journey, &step, |step| step.title = "Ruft an".to_owned());
        for (written, shown, title) in
            [("Chat", "Chat", "Chat"), ("Ruft zweimal an", "Ruft zweimal an", "Ruft zweimal an"), ("Hotlien", "Hotlien", "")]
        {
            assert_eq!(plan.name_column(&journey, &step, written, new()), None);
            assert_eq!(heading(&plan, "j"), shown);
            assert_eq!(plan.step(&journey, &step).unwrap().title, title);
            assert_eq!(heading(&plan, "target"), "Hotlien");
        }
        plan.update_step(&journey, &step, |step| step.title = "Ruft an".to_owned());
        plan.name_step(&journey, &step, StepName::Renamed("Hotline".to_owned()));
        assert_eq!((heading(&plan, "j"), heading(&plan, "target")), ("Ruft an".to_owned(), "Hotline".to_owned()));
        plan.name_column(&journey, &step, "", new());
        assert_eq!(heading(&plan, "j"), "Hotline");
    }

    #[test]
    fn a_column_is_put_at_a_touchpoint_that_is_new_or_known() {
        let (mut plan, journey, step) = plan();
        plan.update_step(&journey, &step, |step| step.title = "Ruft an".to_owned());
        plan.name_step(&journey, &step, StepName::AtNew(new(), "Brief".to_owned()));
        assert_eq!((heading(&plan, "j"), heading(&plan, "target")), ("Brief".to_owned(), "Hotlien".to_owned()));
        plan.name_step(&journey, &step, StepName::At(TouchpointId::standard("chat")));
        assert_eq!(heading(&plan, "j"), "Chat");
    }
}
