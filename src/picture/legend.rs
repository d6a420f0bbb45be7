//! What explains the marks of a map, and names its emotion curves.

use super::{
    cells::{SMALL, Type},
    curve::{Curves, PersonaCurve, dash},
    draw::fitting,
    layout::{Layout, MapView, RowContent},
    measure::text_width,
    shape::{Anchor, Dash, Ink, Shape, TextLine},
};
use crate::plan::JourneyKind;

/// Size of type for which the lengths of marks are given.
const SIZE: f64 = 11.5;
/// Widest name of a persona or a journey; a longer one is cut.
const NAME_MAX: f64 = 300.0;

/// Marks with their names side by side, in as many lines as they need; the first line has its middle at 0.
pub(super) struct Legend {
    width: f64,
    size: f64,
    x: f64,
    y: f64,
    pub(super) shapes: Vec<Shape>,
}

impl Legend {
    pub(super) fn new(width: f64, size: f64) -> Self {
        Self { width, size, x: 0.0, y: 0.0, shapes: Vec::new() }
    }

    /// The middle of its last line.
    pub(super) fn last_line(&self) -> f64 {
        self.y
    }

    /// Distance of its lines.
    pub(super) fn line_height(&self) -> f64 {
        18.0 * self.size / SIZE
    }

    /// Adds a mark of a width, drawn from its left end and its middle on, with its name.
    fn entry(&mut self, text: &str, mark: f64, draw: impl FnOnce(f64, f64) -> Vec<Shape>) {
        let scale = self.size / SIZE;
        let text = fitting(text, (NAME_MAX * scale).min(self.width - mark - 6.0), Type { size: self.size, ..SMALL });
        let needed = mark + 6.0 + text_width(&text, self.size, false) + 18.0 * scale;
        if self.x > 0.0 && self.x + needed > self.width {
            (self.x, self.y) = (0.0, self.y + self.line_height());
        }
        self.shapes.extend(draw(self.x, self.y));
        self.shapes.push(Shape::Text(TextLine {
            x: self.x + mark + 6.0,
            y: self.y + 4.0 * scale,
            size: self.size,
            strong: false,
            ink: Ink::Secondary,
            anchor: Anchor::Start,
            text,
        }));
        self.x += needed;
    }

    fn curve(&mut self, text: &str, width: f64, ink: Ink, dash: Dash) {
        // Long enough that the longest pattern of dashes is seen whole.
        self.entry(text, 36.0, |x, y| vec![Shape::Curve { path: format!("M{x:.1} {y:.1}h36"), width, ink, dash }]);
    }

    /// Names the emotion curves: that of all customers, that of the other journey with its title, those of personas.
    pub(super) fn curves(&mut self, view: &MapView<'_>, curves: Curves<'_>) {
        let texts = view.texts;
        let is_target = view.journey.kind == JourneyKind::ToBe;
        for of_target in [false, true] {
            let is_own = of_target == is_target;
            let line = if of_target { texts.map.legend_to_be } else { texts.map.legend_as_is };
            let line = (texts.map.work.emotion_of)(line);
            let dash = dash(of_target);
            match view.other {
                _ if is_own && curves.has_own => {
                    let all = if curves.personas.is_empty() { line } else { format!("{line} ({})", texts.map.work.curve_all) };
                    self.curve(&all, 2.0, Ink::Ink, dash);
                }
                Some(other) if !is_own && curves.has_other => {
                    let title = texts.terms.named(other.title.trim());
                    self.curve(&format!("{line} {}", (texts.journey_list.quoted)(title)), 2.0, Ink::Tertiary, dash);
                }
                _ => {}
            }
        }
        for PersonaCurve { name, ink, dash, .. } in curves.personas {
            self.curve(&(texts.map.work.emotion_of)(name), 2.0, *ink, *dash);
        }
    }
}

/// Explains the marks that a map has.
pub(super) fn legend(view: &MapView<'_>, layout: &Layout, width: f64) -> Legend {
    let mut legend = Legend::new(width, SMALL.size);
    if layout.columns.iter().any(|column| column.step.as_ref().is_some_and(|step| step.moment_of_truth)) {
        legend.entry(view.texts.journeys.moment_of_truth, 20.0, |x, y| {
            vec![Shape::Disc { x: x + 12.0, y, radius: 6.0, fill: Ink::Secondary, edge: Ink::Secondary, width: 1.0 }]
        });
    }
    for row in &layout.rows {
        if let RowContent::Emotion(emotion) = &row.content {
            legend.curves(view, emotion.curves());
        }
    }
    for (kind, fill, edge) in [("pain-points", Ink::BadSoft, Ink::Bad), ("opportunities", Ink::OpportunitySoft, Ink::Opportunity)]
    {
        if view.lanes.iter().any(|lane| lane.id.as_str() == kind) {
            let words = (view.texts.journeys.lane)(kind).unwrap_or_default().replace('\u{ad}', "");
            legend.entry(&words, 20.0, |x, y| {
                vec![
                    Shape::Box { x, y: y - 6.0, width: 20.0, height: 12.0, radius: 3.0, fill },
                    Shape::Box { x, y: y - 6.0, width: 3.0, height: 12.0, radius: 1.5, fill: edge },
                ]
            });
        }
    }
    legend
}
