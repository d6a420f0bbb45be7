//! What of a map is in view: how wide its columns are, and which of them are built.
//!
//! A map of hundreds of columns builds those in view and some beside them; cells know their place by number, so that
//! what isn't built leaves its room.

use super::{
    highest::highest_step,
    state::{MapColumn, MapState},
};
use crate::ui::platform::page;
use leptos::prelude::*;
use reiseplan::plan::Lane;
use std::ops::Range;
use web_sys::HtmlElement;

/// Width of a column at the usual zoom, in rem.
const WIDTH: f64 = 7.375;
/// Width of a column that fills the view, in rem at most.
const WIDTH_OF_ONE: f64 = 36.0;
/// Width of a column at a glance, in rem at least.
const WIDTH_AT_A_GLANCE: f64 = 0.9375;
/// Width of a column that words can be read in, in rem at least.
const WIDTH_OF_WORDS: f64 = 3.0;
/// Width of a letter of a stage's title, in rem, about.
const WIDTH_OF_LETTER: f64 = 0.47;
/// Width of what is left free beside a stage's title, in rem.
const WIDTH_BESIDE_TITLE: f64 = 1.0;
/// Columns built on either side of those in view.
const BESIDE: usize = 8;
/// Columns are built in groups of so many.
const GROUP: usize = 4;

/// How much is seen at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Zoom {
    /// All stages at a glance.
    Glance,
    /// What one works with.
    Work,
    /// One touchpoint.
    Touchpoint,
}

impl Zoom {
    /// All levels, from far to near.
    pub const ALL: [Self; 3] = [Self::Glance, Self::Work, Self::Touchpoint];

    /// Its name in style sheets and choices.
    pub fn key(self) -> &'static str {
        match self {
            Self::Glance => "glance",
            Self::Work => "work",
            Self::Touchpoint => "touchpoint",
        }
    }
}

/// What lies in view of the columns' room, in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Seen {
    left: f64,
    width: f64,
}

/// What is in view.
#[derive(Clone, Copy)]
pub struct Viewport {
    /// How much is seen at once.
    pub zoom: RwSignal<Zoom>,
    /// Number of the column that was in view when the zoom changed last.
    pub anchor: StoredValue<usize>,
    /// Width of a column in CSS pixels.
    pub column_width: Memo<f64>,
    /// Numbers of the columns that are wholly or partly in view.
    pub visible: Memo<Range<usize>>,
    /// Numbers of the columns that are built.
    built: Memo<Range<usize>>,
    /// Whether these are all.
    builds_all: Memo<bool>,
    rem: f64,
    seen: RwSignal<Seen>,
    /// The column that must not go, since it has the focus.
    held: RwSignal<Option<String>>,
    held_at: Memo<Option<usize>>,
}

/// A column that is built, and its number.
#[derive(Clone, Debug, PartialEq)]
pub struct BuiltColumn {
    /// Its number, from 0.
    pub at: usize,
    /// The column.
    pub column: MapColumn,
}

impl BuiltColumn {
    /// Number of the column in the grid, from 1: the titles are the first.
    pub fn number(&self) -> String {
        column_number(self.at)
    }
}

/// Number in the grid of a column of the map.
pub fn column_number(at: usize) -> String {
    (at + 2).to_string()
}

impl Viewport {
    /// Makes the viewport of a map with these columns.
    pub fn new(columns: Memo<Vec<MapColumn>>) -> Self {
        let zoom = RwSignal::new(Zoom::Work);
        // Until it is measured the whole window is taken to be in view.
        let seen = RwSignal::new(Seen { left: 0.0, width: page::width() });
        let held = RwSignal::new(None::<String>);
        // Read once: asking for it while the page is being built has all of it laid out in between.
        let rem = page::rem();
        let column_width = Memo::new(move |_| {
            let (width, count) = (seen.with(|seen| seen.width), columns.with(Vec::len).max(1));
            match zoom.get() {
                Zoom::Work => WIDTH * rem,
                Zoom::Glance => (width / count as f64).clamp(WIDTH_AT_A_GLANCE * rem, WIDTH * rem),
                Zoom::Touchpoint => width.clamp(WIDTH * rem, WIDTH_OF_ONE * rem),
            }
        });
        let visible = Memo::new(move |_| {
            let count = columns.with(Vec::len);
            let (Seen { left, width }, column) = (seen.get(), column_width.get());
            let first = (left / column).floor().max(0.0) as usize;
            let end = ((left + width) / column).ceil().max(0.0) as usize;
            first.min(count)..end.min(count)
        });
        let built = Memo::new(move |_| {
            let count = columns.with(Vec::len);
            let visible = visible.get();
            let first = visible.start.saturating_sub(BESIDE) / GROUP * GROUP;
            let end = (visible.end + BESIDE).next_multiple_of(GROUP);
            first.min(count)..end.min(count)
        });
        let builds_all = Memo::new(move |_| built.with(|built| built.len()) == columns.with(Vec::len));
        let held_at = Memo::new(move |_| {
            let held = held.get()?;
            columns.with(|columns| columns.iter().position(|column| column.key() == held))
        });
        Self { zoom, anchor: StoredValue::new(0), column_width, visible, built, builds_all, rem, seen, held, held_at }
    }

    /// Takes in what of the grid's frame is in view; the titles of the rows lie over it.
    pub fn measure(self, frame: &HtmlElement, titles: f64) {
        let seen = Seen { left: f64::from(frame.scroll_left()), width: (f64::from(frame.client_width()) - titles).max(0.0) };
        if seen.width > 0.0 && self.seen.try_get_untracked().is_some_and(|before| before != seen) {
            self.seen.set(seen);
        }
    }

    /// Keeps a column built, wherever the map is scrolled to.
    pub fn hold(self, column: &str) {
        if self.held.with_untracked(|held| held.as_deref() != Some(column)) {
            self.held.set(Some(column.to_owned()));
        }
    }

    /// Whether columns are too narrow for words.
    pub fn is_narrow(self) -> bool {
        self.column_width.get() < WIDTH_OF_WORDS * self.rem
    }

    /// Whether the title of a stage finds no room over so many columns at a glance, so that it stands upright.
    pub fn is_upright(self, title: &str, columns: usize) -> bool {
        let width = (title.chars().count() as f64 * WIDTH_OF_LETTER + WIDTH_BESIDE_TITLE) * self.rem;
        self.zoom.get() == Zoom::Glance && width > columns as f64 * self.column_width.get()
    }

    /// Where a column begins, in CSS pixels from the first.
    pub fn left_of(self, at: usize) -> f64 {
        at as f64 * self.column_width.get()
    }

    /// How far the map is scrolled after a change of the zoom, in CSS pixels: to its anchor, or not at all where all of
    /// `count` columns are seen.
    pub fn anchored_left(self, count: usize) -> f64 {
        let width = self.column_width.get_untracked();
        if count as f64 * width <= self.seen.with_untracked(|seen| seen.width) + 1.0 {
            0.0
        } else {
            self.anchor.get_value() as f64 * width
        }
    }

    /// Follows which columns are built.
    pub fn track_built(self) {
        self.built.track();
        self.held_at.track();
    }

    /// Changes the zoom around the column with the focus if that is in view, else around the first in view.
    pub fn set_zoom(self, zoom: Zoom) {
        let visible = self.visible.get_untracked();
        let held = self.held_at.get_untracked().filter(|at| visible.contains(at));
        self.anchor.set_value(held.unwrap_or(visible.start));
        self.zoom.set(zoom);
    }
}

/// The columns that a row builds: those in view, the one with the focus and its neighbours, so that keys find them, and
/// that which makes the row as high as it is, so that it doesn't jump while one scrolls.
pub fn built_columns(map: MapState, lane: Option<Lane>) -> Memo<Vec<BuiltColumn>> {
    let view = map.view;
    let highest = Memo::new(move |_| {
        map.columns.track();
        lane.as_ref().filter(|_| !view.builds_all.get()).and_then(|lane| highest_step(map, lane))
    });
    Memo::new(move |_| {
        let (built, held, highest) = (view.built.get(), view.held_at.get(), highest.get());
        map.columns.with(|columns| {
            let is_built = |at: usize, column: &MapColumn| {
                built.contains(&at)
                    || held.is_some_and(|held| held.abs_diff(at) <= 1)
                    || (highest.is_some() && column.step == highest)
            };
            let columns = columns.iter().enumerate().filter(|(at, column)| is_built(*at, column));
            columns.map(|(at, column)| BuiltColumn { at, column: column.clone() }).collect()
        })
    })
}
