//! Long lists that come onto the page bit by bit: what is far below the view costs nothing until it comes near.

use leptos::{html, prelude::*};

/// Lines that are on the page at first, and that are added each time.
const STEP: usize = 50;
/// How near to the view the end may come before more is added, in CSS pixels.
const NEAR: f64 = 1000.0;

/// How much of a list is on the page.
#[derive(Clone, Copy)]
pub struct Gradual {
    shown: RwSignal<usize>,
    len: Signal<usize>,
    whole: Signal<bool>,
    end: NodeRef<html::Div>,
}

impl Gradual {
    /// Begins with the first lines of a list of so many; `whole`: all are wanted, as on paper.
    pub fn new(len: impl Into<Signal<usize>>, whole: impl Into<Signal<bool>>) -> Self {
        let gradual = Self { shown: RwSignal::new(STEP), len: len.into(), whole: whole.into(), end: NodeRef::new() };
        let handle = window_event_listener(leptos::ev::scroll, move |_| gradual.look());
        on_cleanup(move || handle.remove());
        gradual
    }

    /// How many lines are to be on the page.
    pub fn limit(self) -> usize {
        if self.whole.get() { usize::MAX } else { self.shown.get() }
    }

    /// Begins anew, as for a list that has become another one.
    pub fn restart(self) {
        self.shown.set(STEP);
        request_animation_frame(move || self.look());
    }

    /// What must stand behind the list, so that its end is seen to come near.
    pub fn end(self) -> impl IntoView {
        view! { <div node_ref=self.end aria-hidden="true"></div> }
    }

    /// Adds lines as long as the end is near.
    fn look(self) {
        let (Some(shown), Some(len)) = (self.shown.try_get_untracked(), self.len.try_get_untracked()) else { return };
        let height = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default();
        let is_near = |end: web_sys::HtmlDivElement| end.get_bounding_client_rect().top() < height + NEAR;
        if shown < len && self.end.try_get_untracked().flatten().is_some_and(is_near) {
            self.shown.set(shown + STEP);
            request_animation_frame(move || self.look());
        }
    }
}
