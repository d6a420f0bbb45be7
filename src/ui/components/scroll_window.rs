//! Which rows of a long list are in view, so that the others needn't be on the page.

use leptos::{html, prelude::*};

/// As many rows are always shown whole.
const SHORT: usize = 60;
/// Rows that are kept on the page above and below those in view.
const BESIDE: usize = 8;

/// The frame that a long list of rows of one height scrolls in.
#[derive(Clone, Copy)]
pub struct ScrollWindow {
    /// The frame; its `scroll` events go to [`ScrollWindow::follow`].
    pub scroller: NodeRef<html::Div>,
    row_height: f64,
    top: RwSignal<f64>,
    height: RwSignal<f64>,
}

impl ScrollWindow {
    /// A frame for rows of this height in CSS pixels.
    pub fn new(row_height: f64) -> Self {
        let scroller = NodeRef::new();
        // Until it is measured, about two thirds of the window: rows too many would be made in vain.
        let window_height = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or(900.0);
        let height = RwSignal::new(window_height / 1.5);
        scroller.on_load(move |scroller: web_sys::HtmlDivElement| height.set(f64::from(scroller.client_height())));
        Self { scroller, row_height, top: RwSignal::new(0.0), height }
    }

    /// Takes over how far the frame is scrolled.
    pub fn follow(self) {
        if let Some(scroller) = self.scroller.get_untracked() {
            self.top.set(f64::from(scroller.scroll_top()));
            self.height.set(f64::from(scroller.client_height()));
        }
    }

    /// Numbers of the first row that is to be on the page and of the one behind the last; all where `whole`.
    pub fn range(self, count: usize, whole: bool) -> (usize, usize) {
        if whole || count <= SHORT {
            return (0, count);
        }
        let first = (self.top.get() / self.row_height).max(0.0) as usize;
        let shown = (self.height.get() / self.row_height).ceil() as usize + 1;
        let first = first.saturating_sub(BESIDE).min(count);
        (first, (first + shown + 2 * BESIDE).min(count))
    }

    /// Height of so many rows, as CSS writes it.
    pub fn space(self, rows: usize) -> String {
        format!("{}px", rows as f64 * self.row_height)
    }

    /// Scrolls as little as is needed to show a row; `covered` is the height of what lies over the rows.
    pub fn show(self, row: usize, covered: f64) {
        let Some(scroller) = self.scroller.get_untracked() else { return };
        let (top, now) = (row as f64 * self.row_height, f64::from(scroller.scroll_top()));
        let room = f64::from(scroller.client_height()) - covered - self.row_height;
        if top < now {
            scroller.set_scroll_top(top as i32);
        } else if top > now + room {
            scroller.set_scroll_top((top - room).max(0.0) as i32);
        }
        self.follow();
    }
}
