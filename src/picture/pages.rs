//! A map cut into pages of paper.

use super::{
    cells::{PLAIN, SMALL, Type},
    draw::{RowPart, draw_part, fitting},
    layout::{Layout, MapView, STAGES},
    measure::text_width,
    shape::{Anchor, Ink, Picture, Shape, TextLine},
    whole::{push_legend, push_right, subtitle, title},
};
use crate::plan::Day;
use crate::texts::format;
use std::ops::Range;

/// A size of paper, landscape.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Paper {
    #[default]
    A4,
    A3,
}

impl Paper {
    /// Both sizes.
    pub const ALL: [Self; 2] = [Self::A4, Self::A3];

    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::A4 => "A4",
            Self::A3 => "A3",
        }
    }

    /// Width and height between margins of 10 mm, in CSS pixels (96 for each inch), rounded off so that it surely fits.
    #[must_use]
    pub fn room(self) -> (f64, f64) {
        let (width, height): (f64, f64) = match self {
            Self::A4 => (297.0, 210.0),
            Self::A3 => (420.0, 297.0),
        };
        (((width - 20.0) / 25.4 * 96.0).floor(), ((height - 20.0) / 25.4 * 96.0).floor() - 1.0)
    }
}

const TITLE_WIDTH: f64 = 120.0;
const COLUMN_MIN: f64 = 112.0;
const COLUMN_MAX: f64 = 176.0;
/// Height of a page's head.
const HEAD: f64 = 40.0;
/// Height of a page's foot: a legend of up to two lines and a line with the page's number.
const FOOT: f64 = 62.0;
/// Height of a line in a cell, at which rows are cut that are higher than a page.
const LINE_HEIGHT: f64 = 16.9;

/// Cuts a map into pages as it is on a day: columns first, then lanes. Each page repeats the titles of its lanes, stages
/// and steps, and the curve goes on from page to page.
#[must_use]
pub fn pages(view: &MapView<'_>, day: Day, paper: Paper) -> Vec<Picture> {
    let (width, height) = paper.room();
    let count = view.journey.stages.iter().map(|stage| stage.steps.len().max(1)).sum::<usize>();
    let most = (((width - TITLE_WIDTH) / COLUMN_MIN).floor() as usize).max(1);
    let across = count.div_ceil(most).max(1);
    let per_page = count.div_ceil(across).max(1);
    let column_width = ((width - TITLE_WIDTH) / per_page as f64).min(COLUMN_MAX);
    let layout = Layout::new(view, TITLE_WIDTH, column_width);
    let bands = bands(&layout, height - HEAD - FOOT - STAGES - layout.heads);
    let parts: Vec<Range<usize>> = (0..across).map(|page| page * per_page..((page + 1) * per_page).min(count)).collect();
    let total = parts.len() * bands.len();
    let mut pages = Vec::with_capacity(total);
    for rows in &bands {
        for columns in &parts {
            let number = pages.len() + 1;
            pages.push(page(view, &layout, day, (width, height), columns, rows, (number, total)));
        }
    }
    pages
}

/// Which rows, or parts of rows, stand on a page; a row stays whole if a page has room for it.
fn bands(layout: &Layout, room: f64) -> Vec<Vec<RowPart>> {
    let room = room.max(4.0 * LINE_HEIGHT);
    let mut bands = vec![Vec::new()];
    let mut used = 0.0;
    for (row, laid) in layout.rows.iter().enumerate() {
        let mut from = 0.0;
        while from < laid.height {
            let rest = laid.height - from;
            let free = room - used;
            let is_fresh = used == 0.0;
            let height = if rest <= free {
                rest
            } else if !is_fresh && (laid.height <= room || free < 4.0 * LINE_HEIGHT) {
                bands.push(Vec::new());
                used = 0.0;
                continue;
            } else {
                ((free / LINE_HEIGHT).floor() * LINE_HEIGHT).min(rest)
            };
            if let Some(band) = bands.last_mut() {
                band.push(RowPart { row, from, height });
            }
            from += height;
            used += height;
        }
    }
    bands
}

fn page(
    view: &MapView<'_>,
    layout: &Layout,
    day: Day,
    (width, height): (f64, f64),
    columns: &Range<usize>,
    rows: &[RowPart],
    (number, total): (usize, usize),
) -> Picture {
    let texts = view.texts;
    let mut shapes = Vec::new();
    let day = format::day(texts.language, day);
    push_right(&mut shapes, width, 18.0, &day);
    let room = width - text_width(&day, PLAIN.size, false) - 24.0;
    let title = title(view);
    let heading = fitting(&title, room * 0.6, Type { size: 18.0, strong: true, ink: Ink::Ink });
    let x = text_width(&heading, 18.0, true) + 16.0;
    let line = fitting(&subtitle(view), room - x, Type { ink: Ink::Tertiary, ..PLAIN });
    shapes.push(Shape::Text(TextLine {
        x: 0.0,
        y: 18.0,
        size: 18.0,
        strong: true,
        ink: Ink::Ink,
        anchor: Anchor::Start,
        text: heading,
    }));
    shapes.push(Shape::Text(TextLine {
        x,
        y: 18.0,
        size: PLAIN.size,
        strong: false,
        ink: Ink::Tertiary,
        anchor: Anchor::Start,
        text: line,
    }));
    draw_part(layout, texts, columns, rows, (0.0, HEAD - 8.0), &mut shapes);
    push_legend(view, layout, (0.0, height - FOOT + 16.0), width * 0.78, &mut shapes);
    let foot = (texts.output.page_of)(number, total);
    push_right(&mut shapes, width, height - 6.0, &foot);
    let plan = &view.plan.profile().title;
    let plan = fitting(plan, width * 0.5, SMALL);
    shapes.push(Shape::Text(TextLine {
        x: 0.0,
        y: height - 4.0,
        size: SMALL.size,
        strong: false,
        ink: Ink::Tertiary,
        anchor: Anchor::Start,
        text: plan,
    }));
    Picture { width, height, title: format!("{title}: {foot}"), shapes }
}
