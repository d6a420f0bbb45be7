//! The course of a journey at a glance: its stages as a line with stations, its emotion as a curve below.

use super::{
    cells::Type,
    curve::{Curves, dash, persona_curves},
    draw::fitting,
    layout::{MapView, moved},
    legend::Legend,
    measure::text_width,
    shape::{Anchor, Ink, Picture, Shape, TextLine},
};
use crate::charts::smooth_path;
use crate::figures::{journey::emotion_figures, target::partners};
use crate::plan::{Emotion, JourneyKind, Phase, Step};
use crate::sheet::stage_title;
use crate::texts::format;
use std::sync::Arc;

/// Width from which there is room for titles of stages.
const TITLES_FROM: f64 = 600.0;

/// How a course is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CourseStyle {
    /// Width in CSS pixels.
    pub width: f64,
    /// Height in CSS pixels.
    pub height: f64,
    /// Height of the type.
    pub type_size: f64,
    /// The step where the presentation is, which is marked.
    pub mark: Option<usize>,
    /// Whether titles of stages, the lowest and highest steps, and the curves are named.
    pub named: bool,
}

struct Point {
    step: Option<Arc<Step>>,
    heading: String,
    phase: Option<Phase>,
}

impl Point {
    fn emotion(&self) -> Option<Emotion> {
        self.step.as_ref()?.emotion
    }
}

/// Draws the course of a journey.
#[must_use]
pub fn course(view: &MapView<'_>, style: CourseStyle) -> Picture {
    let CourseStyle { width, height, type_size, mark, named } = style;
    let mut points = Vec::new();
    let mut stages = Vec::new();
    for stage in &view.journey.stages {
        let phase = view.plan.phase_of(stage.sub_phase.as_ref());
        stages.push((stage_title(view.plan, view.texts, stage), phase, points.len(), stage.steps.len().max(1)));
        if stage.steps.is_empty() {
            points.push(Point { step: None, heading: String::new(), phase });
        }
        points.extend(stage.steps.iter().map(|step| Point {
            step: Some(Arc::clone(step)),
            heading: view.plan.step_heading(step),
            phase,
        }));
    }
    let column = width / points.len().max(1) as f64;
    let x = |index: usize| (index as f64 + 0.5) * column;
    let titles = if named && width >= TITLES_FROM { stage_titles(&stages, column, width, type_size) } else { Vec::new() };
    let levels = titles.iter().map(|(_, level, _)| *level).fold(0.0, f64::max);
    let line = if titles.is_empty() { 12.0 } else { type_size * (2.2 + 1.3 * levels) };
    let is_target = view.journey.kind == JourneyKind::ToBe;
    let partners = view.other.map(|other| partners(view.journey, other)).unwrap_or_default();
    let partner = |point: &Point| partners.get(&point.step.as_ref()?.id)?.emotion;
    let other: Vec<_> = points.iter().map(partner).collect();
    let personas = persona_curves(view, &points.iter().map(|point| point.step.as_deref()).collect::<Vec<_>>());
    let curves = Curves {
        has_own: points.iter().any(|point| point.emotion().is_some()),
        has_other: other.iter().any(Option::is_some),
        personas: &personas,
    };
    // A curve that is alone needs no name.
    let mut legend = Legend::new(width, (type_size * 0.85).max(11.0));
    if named && (curves.has_other || !personas.is_empty()) {
        legend.curves(view, curves);
    }
    let below = if legend.shapes.is_empty() { 0.0 } else { legend.last_line() + legend.line_height() };
    let (top, bottom) = (line + type_size * 2.4 + 8.0, height - type_size * 2.4 - below);
    let y = |emotion: Emotion| top + (2.0 - emotion.value()) / 4.0 * (bottom - top);
    let mut shapes = Vec::new();
    for (_, phase, first, columns) in &stages {
        let (from, to) = (*first as f64 * column, (*first + *columns) as f64 * column);
        shapes.push(Shape::Line {
            from: (from, line),
            to: (to, line),
            width: if named { 5.0 } else { 3.0 },
            ink: Ink::of_phase(*phase),
        });
    }
    for (x, level, text) in titles {
        let (title, phase) = text;
        let ink = phase.map_or(Ink::Secondary, Ink::Phase);
        let y = line - type_size * (1.0 + 1.3 * level);
        shapes.push(Shape::Text(TextLine { x, y, size: type_size, strong: true, ink, anchor: Anchor::Start, text: title }));
    }
    let radius = (column * 0.28).min(if named { 9.0 } else { 4.0 });
    for (index, point) in points.iter().enumerate().filter(|(_, point)| point.step.is_some()) {
        let ink = Ink::of_phase(point.phase);
        let is_here = mark == Some(index);
        let fill = if is_here || point.step.as_ref().is_some_and(|step| step.moment_of_truth) { ink } else { Ink::Paper };
        shapes.push(Shape::Disc {
            x: x(index),
            y: line,
            radius: if is_here { radius + 2.0 } else { radius },
            fill,
            edge: ink,
            width: (radius / 3.0).max(1.0),
        });
    }
    for value in [4_i8, 0, -4] {
        let at = y(Emotion::from_halves(value));
        shapes.push(Shape::Line {
            from: (0.0, at),
            to: (width, at),
            width: 1.0,
            ink: if value == 0 { Ink::HairlineStrong } else { Ink::Hairline },
        });
    }
    let points_of = |emotions: &[Option<Emotion>]| {
        emotions.iter().enumerate().filter_map(|(index, emotion)| Some((x(index), y((*emotion)?)))).collect::<Vec<_>>()
    };
    if curves.has_other {
        let path = smooth_path(&points_of(&other));
        shapes.push(Shape::Curve { path, width: 2.0, ink: Ink::Tertiary, dash: dash(!is_target) });
    }
    for curve in &personas {
        shapes.extend(curve.shapes(if named { 2.0 } else { 1.0 }, |index, emotion| (x(index), y(emotion))));
    }
    let emotions: Vec<_> = points.iter().map(Point::emotion).collect();
    let own = points_of(&emotions);
    let path = smooth_path(&own);
    shapes.push(Shape::Curve { path, width: if named { 3.0 } else { 2.0 }, ink: Ink::Ink, dash: dash(is_target) });
    for (x, y) in &own {
        let radius = if named { 4.5 } else { 2.5 };
        if column > 3.0 * radius {
            shapes.push(Shape::Disc {
                x: *x,
                y: *y,
                radius,
                fill: Ink::Paper,
                edge: Ink::Ink,
                width: if named { 2.0 } else { 1.5 },
            });
        }
    }
    let mut name = |index: usize, below: bool, ink: Ink| {
        let Some(emotion) = emotions[index] else { return };
        let value = format::signed(view.texts.language, emotion.value(), 1);
        let text = if points[index].heading.is_empty() { value } else { format!("{} {value}", points[index].heading) };
        let text = fitting(&text, width * 0.5, Type { size: type_size, strong: true, ink });
        let half = text_width(&text, type_size, true) / 2.0;
        let at = x(index).clamp(half.min(width / 2.0), (width - half).max(width / 2.0));
        let base = y(emotion) + if below { type_size * 1.7 } else { -type_size };
        // The curves don't run through the words.
        shapes.push(Shape::Box {
            x: at - half,
            y: base - type_size,
            width: 2.0 * half,
            height: type_size * 1.3,
            radius: 0.0,
            fill: Ink::Paper,
        });
        shapes.push(Shape::Text(TextLine { x: at, y: base, size: type_size, strong: true, ink, anchor: Anchor::Middle, text }));
    };
    if named && let Some(figures) = emotion_figures(&emotions) {
        let best = emotions
            .iter()
            .enumerate()
            .filter_map(|(index, emotion)| Some((index, (*emotion)?)))
            .max_by_key(|(index, emotion)| (*emotion, usize::MAX - index));
        if let Some((best, emotion)) = best.filter(|(_, emotion)| emotion.value() > figures.lowest) {
            name(best, false, if emotion.value() > 0.0 { Ink::Good } else { Ink::Secondary });
        }
        name(figures.lowest_step, true, if figures.lowest < 0.0 { Ink::Bad } else { Ink::Secondary });
    }
    if let Some((index, emotion)) = mark.and_then(|index| Some((index, (*emotions.get(index)?)?))) {
        shapes.push(Shape::Disc { x: x(index), y: y(emotion), radius: 7.0, fill: Ink::Ink, edge: Ink::Paper, width: 2.0 });
    }
    shapes.extend(moved(&legend.shapes, 0.0, height - below + legend.line_height() / 2.0));
    Picture { width, height, title: view.texts.output.present.course.to_owned(), shapes }
}

/// Title of a stage, its phase, its first column and how many it has.
type CourseStage = (String, Option<Phase>, usize, usize);

/// Where titles of stages stand: from where on, and on which level above the line. One that is wider than its stage
/// stands a level higher; where there is no room either, it is left out.
fn stage_titles(stages: &[CourseStage], column: f64, width: f64, size: f64) -> Vec<(f64, f64, (String, Option<Phase>))> {
    let mut placed = Vec::new();
    let mut free_above = 0.0;
    for (title, phase, first, columns) in stages {
        let line = title.split_whitespace().collect::<Vec<_>>().join(" ");
        let (from, room, needed) = (*first as f64 * column, *columns as f64 * column, text_width(&line, size, true) + 8.0);
        if needed <= room {
            placed.push((from + 2.0, 0.0, (line, *phase)));
        } else {
            let x = (from + 2.0).min(width - needed);
            if x >= free_above {
                free_above = x + needed;
                placed.push((x, 1.0, (line, *phase)));
            }
        }
    }
    placed
}
