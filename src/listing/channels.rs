//! Channels over all journeys: where each is used, where the channel changes, and where none is.

use crate::plan::{ChannelId, ChannelSwitch, Journey, JourneyId, JourneyKind, PersonaId, Phase, Plan, Step, StepId, SubPhaseId};
use std::collections::HashMap;

/// Which journeys are looked at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChannelScope {
    /// As they are or as they are to be; none: both.
    pub kind: Option<JourneyKind>,
    /// Those of this persona; none: all.
    pub persona: Option<PersonaId>,
}

impl ChannelScope {
    fn journeys<'a>(&'a self, plan: &'a Plan) -> impl Iterator<Item = &'a Journey> {
        plan.journeys.iter().map(|journey| &**journey).filter(|journey| {
            self.kind.is_none_or(|kind| journey.kind == kind)
                && self.persona.as_ref().is_none_or(|persona| journey.personas.contains(persona))
        })
    }
}

/// A step of a journey.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct StepPlace {
    /// The journey.
    pub journey: JourneyId,
    /// The step.
    pub step: StepId,
}

/// The steps of one channel in one sub-phase.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ChannelCell {
    /// The steps, journey by journey.
    pub steps: Vec<StepPlace>,
    /// Mean of how they feel to the persona that is looked at, or to all, −2 to 2 ([`Step::felt`]).
    pub mood: Option<f64>,
}

/// A change of channel in a journey.
#[derive(Clone, Debug, PartialEq)]
pub struct SwitchPlace {
    /// Where it leads.
    pub at: StepPlace,
    /// The step that it comes from.
    pub from: StepId,
    /// The sub-phase in which it happens.
    pub sub_phase: Option<SubPhaseId>,
    /// From which channels to which, and why.
    pub switch: ChannelSwitch,
}

/// What lacks in a phase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PhaseGaps {
    /// The phase.
    pub phase: Phase,
    /// Channels of the register that no step of the phase uses.
    pub channels: Vec<ChannelId>,
    /// Its sub-phases without any step.
    pub sub_phases: Vec<SubPhaseId>,
}

/// Channels by sub-phase over all journeys.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ChannelMatrix {
    /// The columns: sub-phases in the plan's order; a last one without id if steps lie in none.
    pub sub_phases: Vec<Option<SubPhaseId>>,
    /// The rows: the channels of the register in order, a cell for each column.
    pub channels: Vec<(ChannelId, Vec<ChannelCell>)>,
    /// Steps that name no channel, a cell for each column; empty if there are none.
    pub without: Vec<ChannelCell>,
    /// All changes of channel: breaks first, those that lead offline before others, else in the order of journeys.
    pub switches: Vec<SwitchPlace>,
    /// What lacks, phase by phase. Nothing lacks where no journey is looked at.
    pub gaps: Vec<PhaseGaps>,
}

#[derive(Default)]
struct Sum {
    steps: Vec<StepPlace>,
    total: f64,
    felt: usize,
}

impl Sum {
    fn add(&mut self, journey: &Journey, step: &Step, persona: Option<&PersonaId>) {
        self.steps.push(StepPlace { journey: journey.id.clone(), step: step.id.clone() });
        if let Some(felt) = step.felt(persona) {
            self.total += felt;
            self.felt += 1;
        }
    }

    fn cell(self) -> ChannelCell {
        ChannelCell { steps: self.steps, mood: (self.felt > 0).then(|| self.total / self.felt as f64) }
    }
}

/// Sums up the channels of journeys. A step with several channels counts in each of them.
#[must_use]
pub fn channel_matrix(plan: &Plan, scope: &ChannelScope) -> ChannelMatrix {
    let mut sums: HashMap<(Option<ChannelId>, Option<SubPhaseId>), Sum> = HashMap::new();
    let mut switches = Vec::new();
    let mut is_empty = true;
    for journey in scope.journeys(plan) {
        for stage in &journey.stages {
            for step in &stage.steps {
                is_empty = false;
                let channels = plan.step_channels(step);
                let named = channels.into_iter().map(Some).collect::<Vec<_>>();
                let rows = if named.is_empty() { vec![None] } else { named };
                for channel in rows {
                    sums.entry((channel, stage.sub_phase.clone())).or_default().add(journey, step, scope.persona.as_ref());
                }
            }
        }
        switches.extend(switches_of(plan, journey));
    }
    switches.sort_by_key(|place: &SwitchPlace| (!place.switch.is_break(), !place.switch.goes_offline));
    let strays = sums.keys().any(|(_, sub_phase)| sub_phase.is_none());
    let sub_phases: Vec<_> = plan.sub_phases.ids().cloned().map(Some).chain(strays.then_some(None)).collect();
    let mut row = |channel: Option<ChannelId>| -> Vec<ChannelCell> {
        let cell = |sub_phase: &Option<SubPhaseId>| sums.remove(&(channel.clone(), sub_phase.clone())).unwrap_or_default().cell();
        sub_phases.iter().map(cell).collect()
    };
    let channels: Vec<_> = plan.channels.ids().map(|id| (id.clone(), row(Some(id.clone())))).collect();
    let mut without = row(None);
    if without.iter().all(|cell| cell.steps.is_empty()) {
        without.clear();
    }
    let gaps = if is_empty { Vec::new() } else { gaps(plan, &sub_phases, &channels, &without) };
    ChannelMatrix { sub_phases, channels, without, switches, gaps }
}

/// The changes of channel of a journey, in order.
fn switches_of(plan: &Plan, journey: &Journey) -> Vec<SwitchPlace> {
    let mut switches: HashMap<StepId, ChannelSwitch> = plan.channel_switches(journey).into_iter().collect();
    let mut before: Option<StepId> = None;
    let mut found = Vec::new();
    for stage in &journey.stages {
        for step in &stage.steps {
            if let Some((switch, from)) = switches.remove(&step.id).zip(before.clone()) {
                let at = StepPlace { journey: journey.id.clone(), step: step.id.clone() };
                found.push(SwitchPlace { at, from, sub_phase: stage.sub_phase.clone(), switch });
            }
            if !plan.step_channels(step).is_empty() {
                before = Some(step.id.clone());
            }
        }
    }
    found
}

fn gaps(
    plan: &Plan,
    sub_phases: &[Option<SubPhaseId>],
    channels: &[(ChannelId, Vec<ChannelCell>)],
    without: &[ChannelCell],
) -> Vec<PhaseGaps> {
    let of = |phase: Phase| {
        let columns: Vec<usize> =
            (0..sub_phases.len()).filter(|at| plan.phase_of(sub_phases[*at].as_ref()) == Some(phase)).collect();
        let is_used = |row: &[ChannelCell], at: usize| row.get(at).is_some_and(|cell| !cell.steps.is_empty());
        let is_empty = |at: &usize| channels.iter().all(|(_, row)| !is_used(row, *at)) && !is_used(without, *at);
        let unused = channels.iter().filter(|(_, row)| columns.iter().all(|at| !is_used(row, *at)));
        PhaseGaps {
            phase,
            channels: unused.map(|(id, _)| id.clone()).collect(),
            sub_phases: columns.iter().copied().filter(|at| is_empty(at)).filter_map(|at| sub_phases[at].clone()).collect(),
        }
    };
    Phase::ALL.into_iter().map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Channel, ChannelChange, Emotion, PlanId, Stage, StageId};
    use std::sync::Arc;

    fn step(id: &str, channels: &[&str], halves: Option<i8>, change: Option<ChannelChange>) -> Arc<Step> {
        Arc::new(Step {
            channels: channels.iter().map(|id| ChannelId::standard(id)).collect(),
            emotion: halves.map(Emotion::from_halves),
            channel_change: change,
            ..Step::new(StepId::standard(id))
        })
    }

    fn plan() -> Plan {
        let mut plan = Plan::new(PlanId::standard("p"), "");
        for (id, online) in [("web", true), ("phone", false), ("fax", false)] {
            plan.channels.insert(Channel { online, ..Channel::new(ChannelId::standard(id), id) });
        }
        let use_phase = Some(SubPhaseId::standard("use"));
        let mut journey = Journey::new(JourneyId::standard("a"), "");
        journey.stages = vec![
            Stage {
                steps: vec![step("1", &["web"], Some(2), None), step("2", &["web", "phone"], Some(-4), None)],
                ..Stage::new(StageId::standard("s"), use_phase.clone())
            },
            Stage {
                steps: vec![
                    step("3", &["phone"], None, Some(ChannelChange::Chosen)),
                    step("4", &[], None, None),
                    step("5", &["web"], None, None),
                    step("6", &["phone"], None, Some(ChannelChange::Forced)),
                ],
                ..Stage::new(StageId::standard("t"), None)
            },
        ];
        let mut other = Journey { kind: JourneyKind::ToBe, ..Journey::new(JourneyId::standard("b"), "") };
        other
            .stages
            .push(Stage { steps: vec![step("1", &["web"], Some(0), None)], ..Stage::new(StageId::standard("s"), use_phase) });
        plan.journeys.insert(journey);
        plan.journeys.insert(other);
        plan
    }

    fn cell<'a>(plan: &Plan, matrix: &'a ChannelMatrix, channel: &str, sub_phase: Option<&str>) -> &'a ChannelCell {
        let column = sub_phase.map_or(plan.sub_phases.len(), |id| plan.sub_phases.position(&SubPhaseId::standard(id)).unwrap());
        &matrix.channels.iter().find(|(id, _)| id.as_str() == channel).unwrap().1[column]
    }

    #[test]
    fn a_cell_counts_steps_and_takes_the_mean_of_those_that_have_an_emotion() {
        let plan = plan();
        let all = channel_matrix(&plan, &ChannelScope::default());
        let web = cell(&plan, &all, "web", Some("use"));
        assert_eq!((web.steps.len(), web.mood), (3, Some(-1.0 / 3.0)));
        assert_eq!(web.steps[2], StepPlace { journey: JourneyId::standard("b"), step: StepId::standard("1") });
        let as_is = ChannelScope { kind: Some(JourneyKind::AsIs), ..ChannelScope::default() };
        let as_is = channel_matrix(&plan, &as_is);
        let web = cell(&plan, &as_is, "web", Some("use"));
        assert_eq!((web.steps.len(), web.mood), (2, Some(-0.5)));
        assert_eq!(cell(&plan, &as_is, "phone", None).mood, None);
        assert_eq!(as_is.sub_phases.last(), Some(&None));
        assert_eq!(as_is.without.last().unwrap().steps.len(), 1);
    }

    #[test]
    fn the_mood_is_that_of_the_persona_that_is_looked_at() {
        let mut plan = plan();
        let (anna, journey) = (PersonaId::standard("anna"), JourneyId::standard("a"));
        plan.personas.insert(crate::plan::Persona::new(anna.clone(), "Anna"));
        plan.journeys.update(&journey, |journey| journey.personas.push(anna.clone()));
        plan.update_step(&journey, &StepId::standard("2"), |step| step.set_emotion_of(Some(&anna), Some(Emotion::MAX)));
        let scope = ChannelScope { kind: None, persona: Some(anna) };
        assert_eq!(cell(&plan, &channel_matrix(&plan, &scope), "web", Some("use")).mood, Some(1.5));
        assert_eq!(cell(&plan, &channel_matrix(&plan, &ChannelScope::default()), "web", Some("use")).mood, Some(-1.0 / 3.0));
    }

    #[test]
    fn breaks_come_before_chosen_changes_and_passed_over_steps_are_not_where_one_comes_from() {
        let matrix = channel_matrix(&plan(), &ChannelScope::default());
        let found: Vec<_> = matrix
            .switches
            .iter()
            .map(|place| (place.from.as_str(), place.at.step.as_str(), place.switch.is_break(), place.switch.goes_offline))
            .collect();
        assert_eq!(found, [("5", "6", true, true), ("2", "3", false, false), ("3", "5", false, false)]);
    }

    #[test]
    fn gaps_are_unused_channels_and_sub_phases_without_steps() {
        let matrix = channel_matrix(&plan(), &ChannelScope::default());
        let active = &matrix.gaps[1];
        assert_eq!(active.channels, [ChannelId::standard("fax")]);
        assert_eq!(active.sub_phases, [SubPhaseId::standard("onboarding"), SubPhaseId::standard("renewal")]);
        assert_eq!((matrix.gaps[0].channels.len(), matrix.gaps[0].sub_phases.len()), (3, 3));
        let nobody = ChannelScope { persona: Some(PersonaId::standard("none")), ..ChannelScope::default() };
        assert_eq!(channel_matrix(&plan(), &nobody).gaps, []);
    }
}
