//! Timers.

use leptos::prelude::{TimeoutHandle, set_timeout, set_timeout_with_handle};
use std::{cell::RefCell, rc::Rc, time::Duration};

/// Runs `callback` after a while, whatever happens until then.
pub fn run_after(after: Duration, callback: impl FnOnce() + 'static) {
    set_timeout(callback, after);
}

/// A timer that can be set again; setting it cancels what it was set for before.
#[derive(Clone, Default)]
pub struct Timer(Rc<RefCell<Option<TimeoutHandle>>>);

impl Timer {
    /// Runs `callback` after `millis`, unless the timer is set again or cleared before.
    pub fn set(&self, millis: u32, callback: impl FnOnce() + 'static) {
        self.clear();
        let slot = Rc::clone(&self.0);
        let handle = set_timeout_with_handle(
            move || {
                slot.borrow_mut().take();
                callback();
            },
            Duration::from_millis(u64::from(millis)),
        );
        *self.0.borrow_mut() = handle.ok();
    }

    /// Forgets what the timer was set for.
    pub fn clear(&self) {
        if let Some(handle) = self.0.borrow_mut().take() {
            handle.clear();
        }
    }

    /// Whether the timer is set and hasn't run yet.
    pub fn is_set(&self) -> bool {
        self.0.borrow().is_some()
    }
}
