//! The row of the emotion curve.

use super::{
    layout::{LaidColumn, MapView},
    measure::text_width,
    shape::{Anchor, Dash, Ink, Shape, TextLine},
};
use crate::charts::smooth_path;
use crate::figures::{
    journey::{EmotionFigures, emotion_figures},
    target::partners,
};
use crate::plan::{Emotion, JourneyKind, Phase, Step, StepId};
use crate::texts::{Texts, format};

/// The emotions of a persona over the columns of a map.
pub(super) struct PersonaCurve {
    pub(super) name: String,
    pub(super) ink: Ink,
    pub(super) dash: Dash,
    pub(super) emotions: Vec<Option<Emotion>>,
}

/// The curves of a journey's personas that feel anyhow of their own; they look as they do on the screen.
pub(super) fn persona_curves(view: &MapView<'_>, columns: &[Option<&Step>]) -> Vec<PersonaCurve> {
    const INKS: [Ink; 5] =
        [Ink::Phase(Phase::Acquisition), Ink::Phase(Phase::Passive), Ink::Phase(Phase::Active), Ink::Tertiary, Ink::Tertiary];
    let curve = |(number, persona): (usize, &std::sync::Arc<crate::plan::Persona>)| PersonaCurve {
        name: view.texts.terms.named(&persona.name).to_owned(),
        ink: INKS[number % INKS.len()],
        dash: Dash::Persona(number),
        emotions: columns.iter().map(|step| (*step)?.emotion_of(Some(&persona.id))).collect(),
    };
    let all = view.plan.emotion_personas(view.journey).into_iter().enumerate().map(curve);
    all.filter(|curve| curve.emotions.iter().any(Option::is_some)).collect()
}

impl PersonaCurve {
    /// The curve, with a dot where it has a point; what has no emotion is passed over.
    pub(super) fn shapes(&self, width: f64, place: impl Fn(usize, Emotion) -> (f64, f64)) -> Vec<Shape> {
        let points = self.emotions.iter().enumerate().filter_map(|(column, emotion)| Some(place(column, (*emotion)?)));
        let points: Vec<_> = points.collect();
        let curve = Shape::Curve { path: smooth_path(&points), width, ink: self.ink, dash: self.dash };
        let dot = |(x, y)| Shape::Disc { x, y, radius: width + 0.5, fill: self.ink, edge: self.ink, width: 0.0 };
        std::iter::once(curve).chain(points.into_iter().map(dot)).collect()
    }
}

/// Which curves there are.
#[derive(Clone, Copy)]
pub(super) struct Curves<'a> {
    /// Whether there is that of all customers.
    pub(super) has_own: bool,
    /// Whether there is that of the other journey.
    pub(super) has_other: bool,
    pub(super) personas: &'a [PersonaCurve],
}

/// The row of the emotion curve.
pub(super) struct EmotionRow {
    column_width: f64,
    own: Vec<Option<Emotion>>,
    other: Vec<Option<Emotion>>,
    personas: Vec<PersonaCurve>,
    is_target: bool,
    figures: Option<EmotionFigures>,
    /// What stands below the title of the row.
    pub(super) notes: Vec<String>,
}

impl EmotionRow {
    /// Its height.
    pub(super) const HEIGHT: f64 = 168.0;
    /// Blank above +2.
    const ABOVE: f64 = 26.0;
    /// Blank below −2, for a value and for what the target gains.
    const BELOW: f64 = 42.0;

    pub(super) fn new(view: &MapView<'_>, columns: &[LaidColumn], column_width: f64) -> Self {
        let is_target = view.journey.kind == JourneyKind::ToBe;
        let partners = view.other.map(|other| partners(view.journey, other)).unwrap_or_default();
        let partner = |id: &StepId| partners.get(id).and_then(|step| step.emotion);
        let own: Vec<_> = columns.iter().map(|column| column.step.as_ref()?.emotion).collect();
        let other: Vec<_> = columns.iter().map(|column| partner(&column.step.as_ref()?.id)).collect();
        let steps: Vec<_> = columns.iter().map(|column| column.step.as_deref()).collect();
        let personas = persona_curves(view, &steps);
        let figures = emotion_figures(&own);
        let mut notes = Vec::new();
        if let Some(figures) = figures {
            let signed = |value| format::signed(view.texts.language, value, 1);
            notes.push((view.texts.journeys.mean)(&signed(figures.mean)));
            notes.push((view.texts.journeys.peak_end)(&signed(figures.peak_end)));
        }
        Self { column_width, own, other, personas, is_target, figures, notes }
    }

    fn x(&self, column: usize) -> f64 {
        (column as f64 + 0.5) * self.column_width
    }

    fn y(value: f64) -> f64 {
        Self::ABOVE + (2.0 - value) / 4.0 * (Self::HEIGHT - Self::ABOVE - Self::BELOW)
    }

    fn path(&self, curve: &[Option<Emotion>]) -> String {
        let points =
            curve.iter().enumerate().filter_map(|(column, emotion)| Some((self.x(column), Self::y((*emotion)?.value()))));
        smooth_path(&points.collect::<Vec<_>>())
    }

    /// The whole curve over all columns, from the left edge of the first on.
    pub(super) fn shapes(&self, texts: &Texts) -> Vec<Shape> {
        let width = self.column_width * self.own.len() as f64;
        let guide = |value: f64| Shape::Line {
            from: (0.0, Self::y(value)),
            to: (width, Self::y(value)),
            width: 1.0,
            ink: if value == 0.0 { Ink::HairlineStrong } else { Ink::Hairline },
        };
        let mut shapes: Vec<Shape> = [2.0, 1.0, 0.0, -1.0, -2.0].map(guide).to_vec();
        let (own, other) = (self.path(&self.own), self.path(&self.other));
        if !other.is_empty() {
            shapes.push(Shape::Curve { path: other, width: 1.5, ink: Ink::Tertiary, dash: dash(!self.is_target) });
        }
        for curve in &self.personas {
            shapes.extend(curve.shapes(1.5, |column, emotion| (self.x(column), Self::y(emotion.value()))));
        }
        shapes.push(Shape::Curve { path: own, width: 2.0, ink: Ink::Ink, dash: dash(self.is_target) });
        for (column, emotion) in self.own.iter().enumerate() {
            let Some(emotion) = emotion else { continue };
            let (x, y) = (self.x(column), Self::y(emotion.value()));
            shapes.push(Shape::Disc { x, y, radius: 4.5, fill: Ink::Paper, edge: Ink::Ink, width: 2.0 });
            self.push_value(&mut shapes, texts, column, emotion.value());
            self.push_gain(&mut shapes, texts, column, emotion.value());
        }
        shapes
    }

    /// The value beside its point: over it, or below it where the curve is low.
    fn push_value(&self, shapes: &mut Vec<Shape>, texts: &Texts, column: usize, value: f64) {
        let (x, y) = (self.x(column), Self::y(value));
        let text = format::signed(texts.language, value, 1);
        let is_lowest = self.figures.is_some_and(|figures| figures.lowest_step == column && figures.lowest < 0.0);
        let (text, strong, ink) =
            if is_lowest { ((texts.journeys.lowest)(&text), true, Ink::Bad) } else { (text, false, Ink::Secondary) };
        let neighbour = |column: Option<usize>| column.and_then(|at| *self.own.get(at)?).map_or(value, |emotion| emotion.value());
        let is_valley = neighbour(column.checked_sub(1)) > value || neighbour(Some(column + 1)) > value;
        let (above, below) = (y - 9.0, y + 17.0);
        let (usual, opposite) = if is_valley { (below, above) } else { (above, below) };
        // A figure hides no point of a persona where there is room on the other side.
        let is_taken = |base: f64| {
            let points = self.personas.iter().filter_map(|curve| Some(Self::y(curve.emotions[column]?.value())));
            points.into_iter().any(|y| y > base - 14.0 && y < base + 6.0)
        };
        let base = if !is_lowest && is_taken(usual) && !is_taken(opposite) { opposite } else { usual };
        // The other curve doesn't run through the figures.
        let width = text_width(&text, 11.5, strong) + if is_lowest { 10.0 } else { 2.0 };
        let fill = if is_lowest { Ink::BadSoft } else { Ink::Paper };
        shapes.push(Shape::Box { x: x - width / 2.0, y: base - 11.5, width, height: 15.5, radius: 4.0, fill });
        shapes.push(Shape::Text(TextLine { x, y: base, size: 11.5, strong, ink, anchor: Anchor::Middle, text }));
    }

    /// What the target gains at a step, at the edge of the row.
    fn push_gain(&self, shapes: &mut Vec<Shape>, texts: &Texts, column: usize, value: f64) {
        let Some(other) = self.other[column] else { return };
        let gain = (other.value() - value) * if self.is_target { -1.0 } else { 1.0 };
        if gain == 0.0 {
            return;
        }
        let (mark, ink) = if gain > 0.0 { ("▲", Ink::Good) } else { ("▼", Ink::Bad) };
        let text = format!("{mark} {}", format::signed(texts.language, gain, 1));
        let x = (column as f64 + 1.0) * self.column_width - 6.0;
        shapes.push(Shape::Text(TextLine {
            x,
            y: Self::HEIGHT - 6.0,
            size: 11.5,
            strong: false,
            ink,
            anchor: Anchor::End,
            text,
        }));
    }

    /// Which curves it has.
    pub(super) fn curves(&self) -> Curves<'_> {
        Curves {
            has_own: self.own.iter().any(Option::is_some),
            has_other: self.other.iter().any(Option::is_some),
            personas: &self.personas,
        }
    }
}

/// How the curve of all customers is broken.
pub(super) fn dash(of_target: bool) -> Dash {
    if of_target { Dash::Target } else { Dash::None }
}
