//! Where a journey leads from one channel to another.

use super::{ChannelChange, ChannelId, Journey, Plan, Step, StepId};

/// A change of channel on the way to a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChannelSwitch {
    /// The channels of the step before.
    pub from: Vec<ChannelId>,
    /// The channels of this step.
    pub to: Vec<ChannelId>,
    /// Why it changes, if somebody has said so.
    pub reason: Option<ChannelChange>,
    /// Whether it leads from online channels alone to offline channels alone.
    pub goes_offline: bool,
}

impl ChannelSwitch {
    /// Whether it breaks the journey: the customer has to change.
    #[must_use]
    pub fn is_break(&self) -> bool {
        self.reason == Some(ChannelChange::Forced)
    }
}

impl Plan {
    /// The changes of channel of a journey by the step that they lead to. There is one where a step and the one before
    /// share no channel, and wherever somebody has called it one and the channels aren't the same; steps without channels
    /// are passed over.
    #[must_use]
    pub fn channel_switches(&self, journey: &Journey) -> Vec<(StepId, ChannelSwitch)> {
        let mut found = Vec::new();
        let mut before: Vec<ChannelId> = Vec::new();
        for step in journey.steps() {
            let channels = self.step_channels(step);
            if let Some(switch) = self.channel_switch(&before, &channels, step) {
                found.push((step.id.clone(), switch));
            }
            if !channels.is_empty() {
                before = channels;
            }
        }
        found
    }

    fn channel_switch(&self, from: &[ChannelId], to: &[ChannelId], step: &Step) -> Option<ChannelSwitch> {
        if from.is_empty() || to.is_empty() {
            return None;
        }
        let shared = to.iter().any(|channel| from.contains(channel));
        let same = to.iter().all(|channel| from.contains(channel)) && from.iter().all(|channel| to.contains(channel));
        if same || shared && step.channel_change.is_none() {
            return None;
        }
        let all = |channels: &[ChannelId], online: bool| {
            let mut channels = channels.iter().filter_map(|id| self.channels.get(id)).peekable();
            channels.peek().is_some() && channels.all(|channel| channel.online == online)
        };
        let new = |ids: &[ChannelId], others: &[ChannelId]| {
            let new: Vec<_> = ids.iter().filter(|id| !others.contains(id)).cloned().collect();
            if new.is_empty() { ids.to_vec() } else { new }
        };
        Some(ChannelSwitch {
            goes_offline: all(from, true) && all(to, false),
            from: new(from, to),
            to: new(to, from),
            reason: step.channel_change,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Channel, JourneyId, PlanId, Stage, StageId};
    use std::sync::Arc;

    fn ids(names: &[&str]) -> Vec<ChannelId> {
        names.iter().map(|name| ChannelId::standard(name)).collect()
    }

    /// A change: number of the step, channels before and after, whether it is a break, whether it goes offline.
    type Found = (usize, &'static [&'static str], &'static [&'static str], bool, bool);

    /// Steps by their channels and what is said about the change that leads to them.
    #[track_caller]
    fn check(steps: &[(&[&str], Option<ChannelChange>)], expected: &[Found]) {
        let mut plan = Plan::new(PlanId::standard("p"), "");
        for (name, online) in [("web", true), ("app", true), ("phone", false), ("letter", false)] {
            plan.channels.insert(Channel { online, ..Channel::new(ChannelId::standard(name), name) });
        }
        let mut journey = Journey::new(JourneyId::standard("j"), "");
        let mut stage = Stage::new(StageId::standard("s"), None);
        for (number, (channels, reason)) in steps.iter().enumerate() {
            let step = Step::new(StepId::standard(&number.to_string()));
            stage.steps.push(Arc::new(Step { channels: ids(channels), channel_change: *reason, ..step }));
        }
        journey.stages.push(stage);
        let found: Vec<_> = plan
            .channel_switches(&journey)
            .into_iter()
            .map(|(id, s)| (id.as_str().parse::<usize>().unwrap(), s.is_break(), s.goes_offline, s.from, s.to))
            .collect();
        let expected: Vec<_> = expected.iter().map(|(at, from, to, is, off)| (*at, *is, *off, ids(from), ids(to))).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_forced_change_is_a_break_and_a_chosen_one_is_not() {
        use ChannelChange::{Chosen, Forced};
        check(&[(&["web"], None), (&["phone"], Some(Forced))], &[(1, &["web"], &["phone"], true, true)]);
        check(&[(&["web"], None), (&["phone"], Some(Chosen))], &[(1, &["web"], &["phone"], false, true)]);
        check(&[(&["phone"], None), (&["web"], None)], &[(1, &["phone"], &["web"], false, false)]);
    }

    #[test]
    fn a_shared_channel_is_no_change_unless_somebody_says_so() {
        use ChannelChange::Forced;
        check(&[(&["web", "app"], None), (&["app", "phone"], None)], &[]);
        check(&[(&["web", "app"], None), (&["app", "phone"], Some(Forced))], &[(1, &["web"], &["phone"], true, false)]);
        check(&[(&["app", "phone"], None), (&["phone"], Some(Forced))], &[(1, &["app"], &["phone"], true, false)]);
        check(&[(&["app"], None), (&["app", "phone"], Some(Forced))], &[(1, &["app"], &["phone"], true, false)]);
    }

    #[test]
    fn between_the_same_channels_nothing_changes_whatever_was_said_before_one_was_deleted() {
        use ChannelChange::{Chosen, Forced};
        check(&[(&["app"], None), (&["app"], Some(Chosen))], &[]);
        check(
            &[(&["app", "web"], None), (&["web", "app"], Some(Forced)), (&["phone"], None)],
            &[(2, &["web", "app"], &["phone"], false, true)],
        );
    }

    #[test]
    fn steps_without_channels_are_passed_over_and_the_first_step_changes_nothing() {
        use ChannelChange::Forced;
        check(&[(&["web"], Some(Forced)), (&[], Some(Forced)), (&["letter"], None)], &[(2, &["web"], &["letter"], false, true)]);
        check(&[], &[]);
    }
}
