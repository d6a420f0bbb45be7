//! What stages of a map are called, and which part of the lifecycle a name stands for.

use crate::plan::{Plan, Stage, SubPhaseId, seen};
use crate::texts::{Language, Texts, output::normal};

/// Title of a stage: the user's, else the name of its sub-phase.
#[must_use]
pub fn stage_title(plan: &Plan, texts: &Texts, stage: &Stage) -> String {
    match (&stage.sub_phase, seen(&stage.title).is_empty()) {
        (_, false) => stage.title.clone(),
        (Some(id), true) => plan.sub_phase_name(id, texts),
        (None, true) => texts.terms.unnamed.to_owned(),
    }
}

/// Gives a stage a title. The name of a sub-phase, in either language, makes the stage one of that sub-phase, whose name
/// then is its heading; an empty title gives way to the name of its sub-phase. A stage of none becomes one of the
/// sub-phase that is named beside others, as in "Onboarding/Auslieferung", and keeps its title.
pub fn name_stage(plan: &Plan, stage: &mut Stage, title: &str) {
    let title = seen(title);
    let own = stage.sub_phase.clone().filter(|id| is_name_of(plan, id, title));
    match own.or_else(|| sub_phase_named(plan, title)) {
        Some(sub_phase) => {
            stage.sub_phase = Some(sub_phase);
            stage.title.clear();
        }
        None => {
            stage.sub_phase = stage.sub_phase.take().or_else(|| title.split('/').find_map(|part| sub_phase_named(plan, part)));
            title.clone_into(&mut stage.title);
        }
    }
}

/// The sub-phase of the plan with this name, in either language.
#[must_use]
pub fn sub_phase_named(plan: &Plan, name: &str) -> Option<SubPhaseId> {
    plan.sub_phases.ids().find(|id| is_name_of(plan, id, name)).cloned()
}

fn is_name_of(plan: &Plan, id: &SubPhaseId, name: &str) -> bool {
    let is_name = |language: Language| normal(&plan.sub_phase_name(id, language.texts())) == normal(name);
    !name.is_empty() && Language::ALL.into_iter().any(is_name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Phase, PlanId, StageId, SubPhase};

    #[track_caller]
    fn check(title: &str, before: Option<&str>, sub_phase: Option<&str>, own_title: &str) {
        let mut plan = Plan::new(PlanId::standard("p"), "");
        let own = SubPhase { name: "Umzug".to_owned(), ..SubPhase::new(SubPhaseId::standard("move"), Phase::Active) };
        plan.sub_phases.insert(own.clone());
        plan.sub_phases.insert(SubPhase { id: SubPhaseId::standard("move-2"), ..own });
        let mut stage = Stage::new(StageId::standard("s"), before.map(SubPhaseId::standard));
        stage.title = "Zuvor".to_owned();
        name_stage(&plan, &mut stage, title);
        assert_eq!((stage.sub_phase, &*stage.title), (sub_phase.map(SubPhaseId::standard), own_title), "{title}");
    }

    #[test]
    fn the_name_of_a_sub_phase_binds_a_stage_to_it() {
        check("Nutzung", Some("awareness"), Some("use"), "");
        check(" nutzung: ", None, Some("use"), "");
        check("Use", Some("awareness"), Some("use"), "");
        check("umzug", Some("awareness"), Some("move"), "");
        check("umzug", Some("move-2"), Some("move-2"), "");
    }

    #[test]
    fn any_other_title_is_the_stage_s_own() {
        check(" Suche ", Some("awareness"), Some("awareness"), "Suche");
        check("Suche", None, None, "Suche");
        check("Onboarding/Auslieferung", Some("awareness"), Some("awareness"), "Onboarding/Auslieferung");
        check("", Some("awareness"), Some("awareness"), "");
    }

    #[test]
    fn a_stage_of_none_belongs_to_the_sub_phase_that_its_title_names_beside_others() {
        check("Onboarding / Auslieferung", None, Some("onboarding"), "Onboarding / Auslieferung");
        check("Folgekauf/Verlängerung", None, Some("renewal"), "Folgekauf/Verlängerung");
        check("Suche/", None, None, "Suche/");
    }
}
