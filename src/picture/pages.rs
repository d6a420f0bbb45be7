//! A map cut into pages of paper.

use super::{
    cells::{PLAIN, SMALL, Type},
    draw::{RowPart, draw_part, fitting},
    layout::{BLANK, Layout, MapView, RowContent, STAGES, moved},
    legend::{Legend, legend},
    measure::text_width,
    shape::{Anchor, Ink, Picture, Shape, TextLine},
    whole::{push_right, subtitle, title},
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
/// Height of a page's foot at least: a legend of up to two lines and a line with the page's number.
const FOOT: f64 = 62.0;
/// Height of a foot beyond the first line of its legend.
const BELOW_LEGEND: f64 = 44.0;
/// Height that a part of a row has at least on the page where the row begins.
const PART_MIN: f64 = 68.0;
/// Height that a page has for rows, however much its head and foot take.
const ROOM_MIN: f64 = 180.0;

/// Cuts a map into pages as it is on a day: columns first, then lanes. Each page repeats the titles of its lanes, stages
/// and steps, and the curve goes on from page to page. A row that is higher than a page goes on on the next one: each of
/// its cells is cut between its lines, cards and notes.
#[must_use]
pub fn pages(view: &MapView<'_>, day: Day, paper: Paper) -> Vec<Picture> {
    let (width, height) = paper.room();
    let count = view.journey.stages.iter().map(|stage| stage.steps.len().max(1)).sum::<usize>();
    let most = (((width - TITLE_WIDTH) / COLUMN_MIN).floor() as usize).max(1);
    let across = count.div_ceil(most).max(1);
    let per_page = count.div_ceil(across).max(1);
    let column_width = ((width - TITLE_WIDTH) / per_page as f64).min(COLUMN_MAX);
    let layout = Layout::new(view, TITLE_WIDTH, column_width);
    let legend = legend(view, &layout, width * 0.78);
    let bands = bands(&layout, height - HEAD - foot(&legend) - STAGES - layout.heads);
    let parts: Vec<Range<usize>> = (0..across).map(|page| page * per_page..((page + 1) * per_page).min(count)).collect();
    // Where nothing of a long row goes on there is no page.
    let sheets = bands.iter().flat_map(|rows| parts.iter().map(move |columns| (rows, columns)));
    let sheets: Vec<_> = sheets.filter(|(rows, columns)| !rows.iter().all(|part| part.is_over(columns))).collect();
    let draw = |(at, (rows, columns)): (usize, &(&Vec<RowPart>, &Range<usize>))| {
        page(view, (&layout, &legend), day, (width, height), columns, rows, (at + 1, sheets.len()))
    };
    sheets.iter().enumerate().map(draw).collect()
}

/// Height of a page's foot: it has room for the whole legend.
fn foot(legend: &Legend) -> f64 {
    FOOT.max(legend.last_line() + BELOW_LEGEND)
}

/// Which rows, or parts of rows, stand on a page; a row stays whole if a page has room for it.
fn bands(layout: &Layout, room: f64) -> Vec<Vec<RowPart>> {
    let room = room.max(ROOM_MIN);
    let mut bands = Bands { room, used: 0.0, all: vec![Vec::new()] };
    for (row, laid) in layout.rows.iter().enumerate() {
        let cells = match &laid.content {
            RowContent::Cells(cells) if laid.height > room => cells,
            _ => {
                if laid.height > bands.free() {
                    bands.turn();
                }
                bands.push(RowPart::whole(row, laid));
                continue;
            }
        };
        let mut from = vec![0.0; cells.len()];
        let mut is_continued = false;
        loop {
            let (free, page) = (bands.free() - BLANK, room - BLANK);
            let cut = cells.iter().zip(&from).map(|(cell, from)| (*from, cell.cut(*from, free, page)));
            let part = RowPart::some(row, laid, cut.collect(), is_continued);
            if !bands.is_fresh() && (part.height > bands.free() || part.height < PART_MIN) {
                bands.turn();
                continue;
            }
            from = part.cells.iter().flatten().map(|(_, to)| *to).collect();
            bands.push(part);
            if cells.iter().zip(&from).all(|(cell, from)| *from >= cell.height) {
                break;
            }
            bands.turn();
            is_continued = true;
        }
    }
    bands.all
}

/// Pages that are being filled with rows.
struct Bands {
    /// Height that a page has for rows.
    room: f64,
    /// How much of it the last page has used.
    used: f64,
    all: Vec<Vec<RowPart>>,
}

impl Bands {
    fn free(&self) -> f64 {
        self.room - self.used
    }

    fn is_fresh(&self) -> bool {
        self.used == 0.0
    }

    /// Begins a page, if the last one has anything.
    fn turn(&mut self) {
        if !self.is_fresh() {
            self.all.push(Vec::new());
            self.used = 0.0;
        }
    }

    fn push(&mut self, part: RowPart) {
        self.used += part.height;
        if let Some(band) = self.all.last_mut() {
            band.push(part);
        }
    }
}

fn page(
    view: &MapView<'_>,
    (layout, legend): (&Layout, &Legend),
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
    shapes.extend(moved(&legend.shapes, 0.0, height - foot(legend) + 16.0));
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
