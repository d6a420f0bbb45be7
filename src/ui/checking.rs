//! Keeps the check's remarks up to date: shortly after each change of the plan, never while it is made.

use super::{
    platform::{clock, timer::Timer},
    workspace::{Opened, Workspace},
};
use leptos::prelude::*;
use reiseplan::check::check;

/// How long after a change the rules are asked: a change that follows at once isn't waited for by anybody.
const REST_MILLIS: u32 = 20;

/// Begins; goes on as long as the page lives.
pub fn start(workspace: Workspace) {
    let timer = Timer::default();
    workspace.outliving(move || {
        Effect::new(move |_| {
            let is_open = matches!(workspace.opened.get(), Opened::Plan(_));
            workspace.with_plan(|_| ());
            timer.set(REST_MILLIS, move || {
                let remarks = if is_open { check(&workspace.plan_now(), clock::today()) } else { Vec::new() };
                if workspace.remarks.with_untracked(|before| *before != remarks) {
                    workspace.remarks.set(remarks);
                }
            });
        });
    });
}
