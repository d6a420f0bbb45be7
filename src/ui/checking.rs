//! Keeps the check's remarks up to date: shortly after each change of the plan, never while it is made.

use super::{
    platform::{clock, timer::Timer},
    workspace::{Opened, Workspace},
};
use leptos::prelude::*;
use reiseplan::check::{Remark, Round};

/// How long after a change the rules are asked: a change that follows at once isn't waited for by anybody.
const REST_MILLIS: u32 = 20;

/// Begins; goes on as long as the page lives.
pub fn start(workspace: Workspace) {
    let timer = Timer::default();
    workspace.outliving(move || {
        Effect::new(move |_| {
            let is_open = matches!(workspace.opened.get(), Opened::Plan(_));
            workspace.with_plan(|_| ());
            let next = timer.clone();
            timer.set(REST_MILLIS, move || match is_open {
                true => go_on(workspace, next, Round::new(workspace.plan_now(), clock::today())),
                false => show(workspace, Vec::new()),
            });
        });
    });
}

/// Asks some of the rules, the others in tasks that follow; a change meanwhile begins anew.
fn go_on(workspace: Workspace, timer: Timer, mut round: Round) {
    if round.go_on() {
        let next = timer.clone();
        timer.set(0, move || go_on(workspace, next, round));
    } else {
        show(workspace, round.found);
    }
}

fn show(workspace: Workspace, remarks: Vec<Remark>) {
    if workspace.remarks.with_untracked(|before| *before != remarks) {
        workspace.remarks.set(remarks);
    }
}
