//! A map as one picture, with title, day and legend.

use super::{
    cells::{PLAIN, SMALL, Type},
    draw::{RowPart, draw_part, fitting},
    layout::{Layout, MapView, RowContent},
    measure::text_width,
    shape::{Anchor, Ink, Picture, Shape, TextLine},
};
use crate::plan::{Day, Phase};
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
    let rows: Vec<RowPart> =
        layout.rows.iter().enumerate().map(|(row, laid)| RowPart { row, from: 0.0, height: laid.height }).collect();
    let top = MARGIN + HEAD;
    let height = draw_part(&layout, view.texts, &(0..layout.columns.len()), &rows, (MARGIN, top), &mut shapes);
    let bottom = push_legend(view, &layout, (MARGIN, top + height + 20.0), inner, &mut shapes);
    Picture { width, height: bottom + MARGIN, title: self::title(view), shapes }
}

/// The title of the journey.
pub(super) fn title(view: &MapView<'_>) -> String {
    let title = view.journey.title.trim();
    if title.is_empty() { view.texts.terms.unnamed.to_owned() } else { title.to_owned() }
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

/// Explains the marks that the map has, in as many lines as they need. Returns the lower edge.
pub(super) fn push_legend(
    view: &MapView<'_>,
    layout: &Layout,
    (left, top): (f64, f64),
    width: f64,
    shapes: &mut Vec<Shape>,
) -> f64 {
    const MARK: f64 = 26.0;
    let (mut x, mut y) = (left, top);
    let mut entry = |text: &str, draw: &dyn Fn(f64, f64) -> Vec<Shape>| {
        let needed = MARK + text_width(text, SMALL.size, false) + 18.0;
        if x > left && x + needed > left + width {
            (x, y) = (left, y + 18.0);
        }
        shapes.extend(draw(x, y));
        let line = TextLine {
            x: x + MARK,
            y: y + 4.0,
            size: SMALL.size,
            strong: false,
            ink: Ink::Secondary,
            anchor: Anchor::Start,
            text: text.to_owned(),
        };
        shapes.push(Shape::Text(line));
        x += needed;
    };
    for phase in [Phase::Acquisition, Phase::Active, Phase::Passive] {
        if layout.stages.iter().any(|stage| stage.phase == Some(phase)) {
            entry((view.texts.terms.phase)(phase), &|x, y| {
                vec![Shape::Line { from: (x, y), to: (x + 20.0, y), width: 4.0, ink: Ink::Phase(phase) }]
            });
        }
    }
    if layout.columns.iter().any(|column| column.step.as_ref().is_some_and(|step| step.moment_of_truth)) {
        entry(view.texts.journeys.moment_of_truth, &|x, y| {
            vec![Shape::Disc { x: x + 12.0, y, radius: 6.0, fill: Ink::Secondary, edge: Ink::Secondary, width: 1.0 }]
        });
    }
    let emotion = layout.rows.iter().find_map(|row| match &row.content {
        RowContent::Emotion(emotion) => Some(emotion),
        RowContent::Cells(_) => None,
    });
    let is_target = view.journey.kind == crate::plan::JourneyKind::ToBe;
    let has_other = emotion.is_some_and(super::curve::EmotionRow::has_other);
    for of_target in [false, true] {
        if emotion.is_some() && (has_other || of_target == is_target) {
            let words = &view.texts.map;
            let name = if of_target { words.legend_to_be } else { words.legend_as_is };
            let words = format!("{}: {name}", (view.texts.journeys.lane)("emotion").unwrap_or_default());
            let ink = if of_target == is_target { Ink::Ink } else { Ink::Tertiary };
            entry(&words, &|x, y| vec![Shape::Curve { path: format!("M{x:.1} {y:.1}h20"), width: 2.0, ink, dashed: of_target }]);
        }
    }
    for (kind, fill, edge) in [("pain-points", Ink::BadSoft, Ink::Bad), ("opportunities", Ink::AccentSoft, Ink::Accent)] {
        if view.lanes.iter().any(|lane| lane.id.as_str() == kind) {
            let words = (view.texts.journeys.lane)(kind).unwrap_or_default().replace('\u{ad}', "");
            entry(&words, &|x, y| {
                vec![
                    Shape::Box { x, y: y - 6.0, width: 20.0, height: 12.0, radius: 3.0, fill },
                    Shape::Box { x, y: y - 6.0, width: 3.0, height: 12.0, radius: 1.5, fill: edge },
                ]
            });
        }
    }
    y + 8.0
}
