//! A part of a laid-out map as shapes: all of it for a picture, some columns and rows for a page.

use super::{
    cells::{PLAIN, Type},
    layout::{LINE, LaidRow, Layout, PADDING, RowContent, STAGES, moved},
    measure::{text_width, wrap},
    shape::{Anchor, Ink, Shape, TextLine},
};
use crate::texts::Texts;
use std::ops::Range;

/// A row, or what of a row fits on a page.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct RowPart {
    pub(super) row: usize,
    /// From where in the row on.
    pub(super) from: f64,
    /// How much of it.
    pub(super) height: f64,
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
        let content = draw_row(layout, texts, row, columns);
        let whole = part.from == 0.0 && part.height >= row.height;
        let title = moved(&row.title.shapes, left + PADDING, y + PADDING - 2.0);
        if whole || part.from == 0.0 {
            shapes.extend(title);
        }
        match &row.content {
            RowContent::Cells(_) if whole => shapes.extend(moved(&content, x_of(columns.start), y)),
            _ => shapes.push(Shape::Window {
                x: x_of(columns.start),
                y,
                width: layout.column_width * columns.len() as f64,
                height: part.height,
                dx: x_of(columns.start),
                dy: y - part.from,
                shapes: content,
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
    let first = wrap(&line, room.max(set.size), set.size, set.strong).into_iter().next().unwrap_or_default();
    format!("{}…", first.trim_end_matches('-'))
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

/// The cells of a row from the left edge of the first column of the part and the top of the row on.
fn draw_row(layout: &Layout, texts: &Texts, row: &LaidRow, columns: &Range<usize>) -> Vec<Shape> {
    match &row.content {
        RowContent::Cells(cells) => {
            let part = cells.iter().skip(columns.start).take(columns.len()).enumerate();
            part.flat_map(|(index, cell)| moved(&cell.shapes, layout.column_width * index as f64 + PADDING, PADDING - 2.0))
                .collect()
        }
        // The curve is that of the whole map: it goes on beyond the edges of a page.
        RowContent::Emotion(emotion) => moved(&emotion.shapes(texts), -layout.column_width * columns.start as f64, 0.0),
    }
}
