//! A part of a laid-out map as shapes: all of it for a picture, some columns and rows for a page.

use super::{
    cells::{Flow, PLAIN, Type},
    layout::{BLANK, LINE, LaidRow, Layout, PADDING, RowContent, STAGES, moved},
    measure::{text_width, wrap},
    shape::{Anchor, Ink, Shape, TextLine},
};
use crate::texts::Texts;
use std::ops::Range;

/// A row, or what of a row fits on a page.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct RowPart {
    pub(super) row: usize,
    /// What of the cell of each column it shows, from where to where; none: it is the whole row.
    pub(super) cells: Option<Vec<(f64, f64)>>,
    /// Whether the row began on an earlier page.
    pub(super) is_continued: bool,
    pub(super) height: f64,
}

impl RowPart {
    /// All of a row.
    pub(super) fn whole(row: usize, laid: &LaidRow) -> Self {
        Self { row, cells: None, is_continued: false, height: laid.height }
    }

    /// So much of the cells of a row.
    pub(super) fn some(row: usize, laid: &LaidRow, cells: Vec<(f64, f64)>, is_continued: bool) -> Self {
        let title = if is_continued { &laid.continued } else { &laid.title };
        let highest = cells.iter().map(|(from, to)| to - from).fold(title.height, f64::max);
        Self { row, cells: Some(cells), is_continued, height: highest + BLANK }
    }

    /// Whether it goes on with nothing in these columns.
    pub(super) fn is_over(&self, columns: &Range<usize>) -> bool {
        let cells = self.cells.as_deref().unwrap_or_default();
        self.is_continued && cells.iter().take(columns.end).skip(columns.start).all(|(from, to)| to <= from)
    }
}

/// Draws some columns and rows of a map with the titles of its lanes and steps, from (`left`, `top`) on. Returns the
/// height.
pub(super) fn draw_part(
    layout: &Layout,
    texts: &Texts,
    columns: &Range<usize>,
    rows: &[RowPart],
    (left, top): (f64, f64),
    shapes: &mut Vec<Shape>,
) -> f64 {
    let width = layout.title_width + layout.column_width * columns.len() as f64;
    let line = |y: f64, ink: Ink| Shape::Line { from: (left, y), to: (left + width, y), width: 1.0, ink };
    let x_of = |column: usize| left + layout.title_width + layout.column_width * (column - columns.start) as f64;
    shapes.push(Shape::Box {
        x: left,
        y: top,
        width: layout.title_width,
        height: part_height(layout, rows),
        radius: 0.0,
        fill: Ink::Sunken,
    });
    draw_stages(layout, columns, top, &x_of, shapes);
    draw_heads(layout, columns, top + STAGES, &x_of, shapes);
    let mut y = top + STAGES + layout.heads;
    for part in rows {
        shapes.push(line(y, Ink::HairlineStrong));
        let row = &layout.rows[part.row];
        let title = if part.is_continued { &row.continued } else { &row.title };
        let top_of_cells = y + PADDING - 2.0;
        shapes.extend(moved(&title.shapes, left + PADDING, top_of_cells));
        match &row.content {
            RowContent::Cells(cells) => {
                for (column, cell) in cells.iter().enumerate().skip(columns.start).take(columns.len()) {
                    let x = x_of(column) + PADDING;
                    match part.cells.as_ref().and_then(|parts| parts.get(column)) {
                        None => shapes.extend(moved(&cell.shapes, x, top_of_cells)),
                        Some(part) => shapes.extend(window(cell, *part, x, top_of_cells)),
                    }
                }
            }
            // The curve is that of the whole map: it goes on beyond the edges of a page.
            RowContent::Emotion(emotion) => shapes.push(Shape::Window {
                x: x_of(columns.start),
                y,
                width: layout.column_width * columns.len() as f64,
                height: part.height,
                dx: x_of(columns.start) - layout.column_width * columns.start as f64,
                dy: y,
                shapes: emotion.shapes(texts),
            }),
        }
        y += part.height;
    }
    shapes.push(line(y, Ink::HairlineStrong));
    let edge = left + layout.title_width;
    shapes.push(Shape::Line { from: (edge, top), to: (edge, y), width: 1.0, ink: Ink::HairlineStrong });
    y - top
}

/// Height of a part with the rows of stages and steps.
pub(super) fn part_height(layout: &Layout, rows: &[RowPart]) -> f64 {
    STAGES + layout.heads + rows.iter().map(|part| part.height).sum::<f64>()
}

fn draw_stages(layout: &Layout, columns: &Range<usize>, top: f64, x_of: &impl Fn(usize) -> f64, shapes: &mut Vec<Shape>) {
    for stage in &layout.stages {
        let (first, end) = (stage.first.max(columns.start), (stage.first + stage.columns).min(columns.end));
        if first >= end {
            continue;
        }
        let ink = stage.phase.map_or(Ink::Secondary, Ink::Phase);
        let width = layout.column_width * (end - first) as f64 - PADDING;
        let title = fitting(&stage.title, width, Type { strong: true, ..PLAIN });
        let x = x_of(first) + PADDING;
        shapes.push(Shape::Text(TextLine {
            x,
            y: top + 18.0,
            size: PLAIN.size,
            strong: true,
            ink,
            anchor: Anchor::Start,
            text: title,
        }));
    }
}

/// As much of a text as fits into a line, with a mark where it was cut.
pub(super) fn fitting(text: &str, width: f64, set: Type) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ").replace('\u{ad}', "");
    if text_width(&line, set.size, set.strong) <= width {
        return line;
    }
    let room = width - text_width("…", set.size, set.strong);
    let first = wrap(&line, room.max(set.size), set.size, set.strong, None).into_iter().next().unwrap_or_default();
    format!("{first}…")
}

fn draw_heads(layout: &Layout, columns: &Range<usize>, top: f64, x_of: &impl Fn(usize) -> f64, shapes: &mut Vec<Shape>) {
    let y = top + LINE;
    for stage in &layout.stages {
        let (first, end) = (stage.first.max(columns.start), (stage.first + stage.columns).min(columns.end));
        if first < end {
            shapes.push(Shape::Line { from: (x_of(first), y), to: (x_of(end), y), width: 4.0, ink: Ink::of_phase(stage.phase) });
        }
    }
    for (index, column) in layout.columns.iter().enumerate().skip(columns.start).take(columns.len()) {
        let Some(step) = &column.step else { continue };
        let ink = Ink::of_phase(column.phase);
        let fill = if step.moment_of_truth { ink } else { Ink::Paper };
        shapes.push(Shape::Disc { x: x_of(index) + PADDING + 10.0, y, radius: 8.5, fill, edge: ink, width: 3.0 });
        shapes.extend(moved(&column.heading.shapes, x_of(index) + PADDING, y + 12.0));
    }
}

/// What of a cell lies between two heights; nothing for an empty part.
fn window(cell: &Flow, (from, to): (f64, f64), x: f64, y: f64) -> Option<Shape> {
    let is_inside = |shape: &&Shape| shape.extent().is_none_or(|(top, bottom)| top < to && bottom > from);
    let shapes: Vec<Shape> = cell.shapes.iter().filter(is_inside).cloned().collect();
    (!shapes.is_empty()).then(|| Shape::Window {
        x: x - PADDING,
        y,
        width: cell.width() + 2.0 * PADDING,
        height: to - from,
        dx: x,
        dy: y - from,
        shapes,
    })
}
