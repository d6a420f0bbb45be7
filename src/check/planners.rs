//! Rules about win-back, contents and customers' involvement. They speak once a planner is used.

use super::{Figure, Subject, facts::Facts, rule::Report};
use crate::figures::{content::contents_by_phase, involvement::involvement};
use crate::finance::{WinBackVerdict, win_back_case};

pub(super) fn group_does_not_pay(facts: &Facts, report: Report) {
    let profile = facts.plan.profile();
    for group in facts.plan.win_back_groups.iter().filter(|group| !group.left_out) {
        if let Ok(case) = win_back_case(group, &profile)
            && case.verdict() == WinBackVerdict::DoesNotPay
        {
            report(Subject::Record(group.id.clone().into()), Some(Figure::Excess(-case.expected.likely)));
        }
    }
}

pub(super) fn involvement_missing(facts: &Facts, report: Report) {
    if facts.plan.involvements.is_empty() {
        return;
    }
    for phase in involvement(facts.plan).iter().filter(|phase| phase.ways == 0) {
        report(Subject::Development(phase.phase), None);
    }
}

pub(super) fn content_missing(facts: &Facts, report: Report) {
    if facts.plan.contents.is_empty() {
        return;
    }
    for (sub_phase, [informational, ..]) in contents_by_phase(facts.plan) {
        if informational == 0 {
            report(Subject::Record(sub_phase.into()), None);
        }
    }
}
