//! A map as one picture, with title, day and legend.

use super::{
    cells::{PLAIN, Type},
    draw::{RowPart, draw_part, fitting},
    layout::{Layout, MapView, moved},
    legend::legend,
    measure::text_width,
    shape::{Anchor, Ink, Picture, Shape, TextLine},
};
use crate::plan::Day;
use crate::texts::format;

const TITLE_WIDTH: f64 = 136.0;
const COLUMN_WIDTH: f64 = 132.0;
const MARGIN: f64 = 24.0;
/// Width of a picture at least, so that title and legend have room.
const WIDTH_MIN: f64 = 760.0;
/// Height of the head.
const HEAD: f64 = 62.0;

/// Draws a map as one picture as it is on a day.
#[must_use]
pub fn picture(view: &MapView<'_>, day: Day) -> Picture {
    let layout = Layout::new(view, TITLE_WIDTH, COLUMN_WIDTH);
    let width = (layout.width() + 2.0 * MARGIN).max(WIDTH_MIN);
    let mut shapes = Vec::new();
    let inner = width - 2.0 * MARGIN;
    let day = format::day(view.texts.language, day);
    push_right(&mut shapes, width - MARGIN, MARGIN + 20.0, &day);
    let room = inner - text_width(&day, PLAIN.size, false) - 16.0;
    let title = fitting(&title(view), room, Type { size: 23.0, strong: true, ink: Ink::Ink });
    shapes.push(Shape::Text(TextLine {
        x: MARGIN,
        y: MARGIN + 20.0,
        size: 23.0,
        strong: true,
        ink: Ink::Ink,
        anchor: Anchor::Start,
        text: title,
    }));
    let line = fitting(&subtitle(view), inner, Type { ink: Ink::Tertiary, ..PLAIN });
    shapes.push(Shape::Text(TextLine {
        x: MARGIN,
        y: MARGIN + 42.0,
        size: PLAIN.size,
        strong: false,
        ink: Ink::Tertiary,
        anchor: Anchor::Start,
        text: line,
    }));
    let rows: Vec<RowPart> = layout.rows.iter().enumerate().map(|(row, laid)| RowPart::whole(row, laid)).collect();
    let top = MARGIN + HEAD;
    let height = draw_part(&layout, view.texts, &(0..layout.columns.len()), &rows, (MARGIN, top), &mut shapes);
    let legend = legend(view, &layout, inner);
    let at = top + height + 20.0;
    shapes.extend(moved(&legend.shapes, MARGIN, at));
    Picture { width, height: at + legend.last_line() + 8.0 + MARGIN, title: self::title(view), shapes }
}

/// The title of the journey.
pub(super) fn title(view: &MapView<'_>) -> String {
    let title = view.journey.title.trim();
    view.texts.terms.named(title).to_owned()
}

/// What journey it is: its kind, its personas, its size.
pub(super) fn subtitle(view: &MapView<'_>) -> String {
    let words = &view.texts.journeys;
    let names = view.journey.personas.iter().filter_map(|id| view.plan.personas.get(id)).map(|persona| persona.name.clone());
    let names = names.collect::<Vec<_>>().join(", ");
    let names = if names.is_empty() { words.no_persona.to_owned() } else { names };
    let facts = (words.facts)(view.journey.steps().count(), view.journey.stages.len());
    format!("{} · {names} · {facts}", (view.texts.terms.journey_kind)(view.journey.kind))
}

/// Puts a quiet text at a right edge.
pub(super) fn push_right(shapes: &mut Vec<Shape>, x: f64, y: f64, text: &str) {
    let line = TextLine { x, y, size: PLAIN.size, strong: false, ink: Ink::Tertiary, anchor: Anchor::End, text: text.to_owned() };
    shapes.push(Shape::Text(line));
}
