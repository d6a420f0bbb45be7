//! How often things are used, and which names are used twice.

use super::{Department, Id, Journey, JourneyId, Plan, Record, Reference, Stage, Step, Touchpoint, TouchpointId, TypedId, Voice};
use indexmap::IndexSet;
use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
};

/// Records of one table in which another record is used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Use {
    /// Name of the table.
    pub table: &'static str,
    /// Which records; at least one.
    pub records: Vec<Id>,
    /// Of journeys: in how many steps of them all. Of others 0.
    pub steps: usize,
}

macro_rules! name_tables {
    ($($field:ident: $record:ident,)*) => {
        /// The tables of a plan in their order.
        const TABLES: &[&str] = &[$(stringify!($field)),*];
    };
}
crate::with_plan_tables!(name_tables);

impl Plan {
    /// Where a record is used, by table in the plan's order of tables: what refers to it, what shows it as its own, and the
    /// journeys in whose steps it is seen.
    #[must_use]
    pub fn used_in(&self, target: &Reference) -> Vec<Use> {
        let mut records: IndexSet<(&'static str, Id)> = self.uses(target).into_iter().collect();
        records.extend(self.shown_by(target).iter().map(|by| (by.target().0, by.target().1.clone())));
        // What stands in a source goes with it.
        records.retain(|(table, _)| !matches!((target, *table), (Reference::Source(_), Voice::TABLE)));
        let steps = self.steps_with(target, &records);
        records.extend(steps.iter().filter(|(_, steps)| *steps > 0).map(|(id, _)| (Journey::TABLE, id.as_id().clone())));
        let mut uses: Vec<Use> = Vec::new();
        for (table, id) in records {
            match uses.iter_mut().find(|known| known.table == table) {
                Some(known) => known.records.push(id),
                None => uses.push(Use { table, records: vec![id], steps: 0 }),
            }
        }
        for known in uses.iter_mut().filter(|known| known.table == Journey::TABLE) {
            known.steps = steps.iter().map(|(_, steps)| steps).sum();
        }
        uses.sort_by_key(|known| TABLES.iter().position(|table| *table == known.table));
        uses
    }

    /// What a record names and shows it in turn: a touchpoint what was found, measured and is done there, a goal, a
    /// weakness or a finding the measures for it, a KPI the sources of its data.
    fn shown_by(&self, target: &Reference) -> Vec<Reference> {
        use Reference as To;
        let is_shown = |by: &Reference| match target {
            To::Kpi(_) | To::Audit(_) | To::Voice(_) | To::PainPoint(_) | To::Opportunity(_) => matches!(by, To::Touchpoint(_)),
            To::Measure(_) => {
                matches!(by, To::Touchpoint(_) | To::PainPoint(_) | To::Opportunity(_) | To::Goal(_) | To::Weakness(_))
            }
            To::Source(_) => matches!(by, To::Kpi(_)),
            _ => false,
        };
        let mut found: Vec<Reference> = self.links(target).into_iter().filter(is_shown).collect();
        // Where a finding stands, the measures against it are seen too.
        let findings = found.iter().filter(|by| matches!(by, To::PainPoint(_) | To::Opportunity(_)));
        let there: Vec<Reference> = findings.flat_map(|finding| self.shown_by(finding)).collect();
        found.extend(there);
        found
    }

    /// Counts the steps of each journey in which a record is seen: those that refer to it, those at a touchpoint where it is
    /// used, of a sub-phase those of its stages.
    fn steps_with(&self, target: &Reference, used_in: &IndexSet<(&'static str, Id)>) -> Vec<(JourneyId, usize)> {
        let is_at = |touchpoint: &TouchpointId| used_in.contains(&(Touchpoint::TABLE, touchpoint.as_id().clone()));
        let is_seen = |stage: &Stage, step: &Step| match target {
            Reference::SubPhase(sub_phase) => stage.sub_phase.as_ref() == Some(sub_phase),
            Reference::Channel(channel) => self.step_channels(step).contains(channel),
            _ => {
                let mut refers = step.touchpoint.as_ref().is_some_and(is_at);
                step.references(&mut |reference| refers |= reference == *target);
                refers
            }
        };
        let steps = |journey: &Arc<Journey>| {
            journey.stages.iter().map(|stage| stage.steps.iter().filter(|step| is_seen(stage, step)).count()).sum()
        };
        self.journeys.iter().map(|journey| (journey.id.clone(), steps(journey))).collect()
    }

    /// Counts the journeys that lead through each touchpoint; those that none leads through are left out.
    #[must_use]
    pub fn journey_counts(&self) -> HashMap<TouchpointId, usize> {
        let mut counts = HashMap::new();
        for journey in self.journeys.iter() {
            let touchpoints: HashSet<&TouchpointId> = journey.steps().filter_map(|step| step.touchpoint.as_ref()).collect();
            for touchpoint in touchpoints {
                *counts.entry(touchpoint.clone()).or_default() += 1;
            }
        }
        counts
    }

    /// The department with this name; none for an empty one.
    #[must_use]
    pub fn department_named(&self, name: &str) -> Option<&Arc<Department>> {
        let key = name_key(name);
        self.departments.iter().find(|department| !key.is_empty() && name_key(&department.name) == key)
    }
}

/// How names are compared: without regard to case and to spaces around them.
#[must_use]
pub fn name_key(name: &str) -> String {
    name.trim().to_lowercase()
}

/// Whether two names are the same ([`name_key`]).
#[must_use]
pub fn same_name(a: &str, b: &str) -> bool {
    name_key(a) == name_key(b)
}

/// The keys ([`name_key`]) of the names that occur more than once; empty names don't count.
#[must_use]
pub fn doubled_names<'a>(names: impl IntoIterator<Item = &'a str>) -> HashSet<String> {
    let mut seen = HashSet::new();
    names.into_iter().map(name_key).filter(|key| !key.is_empty()).filter(|key| !seen.insert(key.clone())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::*;
    use std::collections::BTreeMap;
    use std::sync::Arc;

    /// A plan in which everything is used: journey "j" has three steps in two stages, at the hotline, at the hotline by
    /// chat, and at no touchpoint; journey "k" one at the hotline.
    fn plan() -> Plan {
        let mut plan = Plan::new(PlanId::standard("p"), "");
        let hotline = TouchpointId::standard("hotline");
        plan.departments.insert(Department::new(DepartmentId::standard("service"), "Service"));
        for id in ["phone", "chat"] {
            plan.channels.insert(Channel::new(ChannelId::standard(id), id));
        }
        plan.touchpoints.insert(Touchpoint {
            channels: vec![ChannelId::standard("phone")],
            department: Some(DepartmentId::standard("service")),
            sub_phase: Some(SubPhaseId::standard("renewal")),
            ..Touchpoint::new(hotline.clone(), "Hotline")
        });
        plan.personas.insert(Persona::new(PersonaId::standard("anna"), "Anna"));
        plan.audits.insert(Audit::new(
            AuditId::standard("audit"),
            "",
            Some(hotline.clone()),
            Month::new(2026, 1).unwrap().first_day(),
        ));
        plan.voices.insert(Voice { touchpoint: Some(hotline.clone()), ..Voice::new(VoiceId::standard("voice"), "", None) });
        plan.goals.insert(Goal::new(GoalId::standard("goal"), "", None));
        plan.kpis.insert(Kpi { touchpoint: Some(hotline.clone()), ..Kpi::new(KpiId::standard("own"), "", KpiKind::Nps) });
        plan.kpis.insert(Kpi::new(KpiId::standard("of-step"), "", KpiKind::Nps));
        let pain = PainPoint::new(PainPointId::standard("pain"), "", vec![hotline.clone()]);
        plan.pain_points.insert(PainPoint { goals: vec![GoalId::standard("goal")], ..pain });
        plan.measures.insert(Measure {
            pain_points: vec![PainPointId::standard("pain")],
            goals: vec![GoalId::standard("goal")],
            department: Some(DepartmentId::standard("service")),
            ..Measure::new(MeasureId::standard("measure"), "", None)
        });
        let at = |id: &str| Step { touchpoint: Some(hotline.clone()), ..Step::new(StepId::standard(id)) };
        let felt = BTreeMap::from([(PersonaId::standard("anna"), Emotion::MAX)]);
        let steps = [
            Step { emotions: felt, ..at("a") },
            Step { channels: vec![ChannelId::standard("chat")], ..at("b") },
            Step { kpis: vec![KpiId::standard("of-step")], ..Step::new(StepId::standard("c")) },
        ];
        let mut journey = Journey::new(JourneyId::standard("j"), "Umzug");
        for (id, sub_phase, steps) in [("s", "use", &steps[..2]), ("t", "renewal", &steps[2..])] {
            let stage = Stage::new(StageId::standard(id), Some(SubPhaseId::standard(sub_phase)));
            journey.stages.push(Stage { steps: steps.iter().cloned().map(Arc::new).collect(), ..stage });
        }
        plan.journeys.insert(journey);
        let mut other = Journey { personas: vec![PersonaId::standard("anna")], ..Journey::new(JourneyId::standard("k"), "") };
        other.stages.push(Stage { steps: vec![Arc::new(at("a"))], ..Stage::new(StageId::standard("s"), None) });
        plan.journeys.insert(other);
        plan
    }

    /// `expected`: the uses as table and ids, of journeys with the number of steps.
    #[track_caller]
    fn check_uses(target: impl Into<Reference>, expected: &str) {
        let uses = plan().used_in(&target.into());
        let told = uses.iter().map(|it| {
            let ids: Vec<&str> = it.records.iter().map(Id::as_str).collect();
            let steps = if it.table == "journeys" { format!(" ({})", it.steps) } else { String::new() };
            format!("{} {}{steps}", it.table, ids.join(" "))
        });
        assert_eq!(told.collect::<Vec<_>>().join(", "), expected);
    }

    #[test]
    fn uses_are_what_refers_to_a_record_and_the_steps_in_which_it_is_seen() {
        check_uses(DepartmentId::standard("service"), "touchpoints hotline, journeys j k (3), measures measure");
        check_uses(PersonaId::standard("anna"), "journeys j k (1)");
        check_uses(GoalId::standard("goal"), "pain_points pain, measures measure");
        let all = "audits audit, voices voice, journeys j k (3), pain_points pain, kpis own";
        check_uses(TouchpointId::standard("hotline"), all);
        check_uses(DepartmentId::standard("gone"), "");
    }

    #[test]
    fn a_channel_is_seen_where_no_step_has_others_than_its_touchpoint() {
        check_uses(ChannelId::standard("phone"), "touchpoints hotline, journeys j k (2)");
        check_uses(ChannelId::standard("chat"), "journeys j (1)");
    }

    #[test]
    fn a_sub_phase_is_seen_in_the_steps_of_its_stages_alone() {
        check_uses(SubPhaseId::standard("use"), "journeys j (2)");
        check_uses(SubPhaseId::standard("renewal"), "touchpoints hotline, journeys j (1)");
    }

    #[test]
    fn what_stands_at_a_touchpoint_is_used_there_and_in_its_steps() {
        let there = "touchpoints hotline, journeys j k (3)";
        check_uses(KpiId::standard("own"), there);
        check_uses(AuditId::standard("audit"), there);
        check_uses(VoiceId::standard("voice"), there);
        check_uses(PainPointId::standard("pain"), &format!("{there}, measures measure"));
        check_uses(KpiId::standard("of-step"), "journeys j (1)");
    }

    #[test]
    fn a_measure_is_used_by_what_it_serves_and_where_that_was_found() {
        check_uses(MeasureId::standard("measure"), "touchpoints hotline, journeys j k (3), pain_points pain, goals goal");
    }

    #[test]
    fn a_source_is_used_by_its_kpis_and_takes_its_voices_along() {
        let mut plan = plan();
        let (source, kpi) = (SourceId::standard("survey"), KpiId::standard("own"));
        plan.sources.insert(Source::new(source.clone(), "Umfrage"));
        plan.voices.update(&VoiceId::standard("voice"), |voice| voice.source = Some(source.clone()));
        plan.sources.update(&source, |it| it.tallies = vec![Tally::new(kpi.clone())]);
        let expected = Use { table: "kpis", records: vec![kpi.as_id().clone()], steps: 0 };
        assert_eq!(plan.used_in(&source.into()), [expected]);
    }

    #[test]
    fn a_journey_counts_once_for_a_touchpoint_however_often_it_leads_there() {
        let mut plan = Plan::blank(PlanId::standard("p"));
        let hotline = TouchpointId::standard("hotline");
        plan.touchpoints.insert(Touchpoint::new(hotline.clone(), ""));
        for (id, steps) in [("a", 2), ("b", 1), ("c", 0)] {
            let mut journey = Journey::new(JourneyId::standard(id), "");
            let mut stage = Stage::new(StageId::standard("s"), None);
            for number in 0..steps {
                let mut step = Step::new(StepId::standard(&format!("s{number}")));
                step.touchpoint = Some(hotline.clone());
                stage.steps.push(Arc::new(step));
            }
            journey.stages.push(stage);
            plan.journeys.insert(journey);
        }
        assert_eq!(plan.journey_counts(), HashMap::from([(hotline, 2)]));
    }

    #[track_caller]
    fn check(names: &[&str], doubled: &[&str]) {
        let expected: HashSet<String> = doubled.iter().map(|&name| name.to_owned()).collect();
        assert_eq!(doubled_names(names.iter().copied()), expected);
    }

    #[test]
    fn names_are_doubled_whatever_their_case() {
        check(&[], &[]);
        check(&["a", "b"], &[]);
        check(&["Web", "App", " web ", "WEB"], &["web"]);
        check(&["", " ", ""], &[]);
    }
}
