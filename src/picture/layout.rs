//! A map laid out: how wide its columns and how high its rows are, and what stands in them.

use super::{
    cells::{Cells, Flow, PLAIN, SMALL, Type},
    curve::EmotionRow,
    shape::{Ink, Shape},
};
use crate::plan::{Journey, Lane, LaneKind, Phase, Plan, Step};
use crate::sheet::{lane_title, stage_title};
use crate::texts::Texts;
use std::sync::Arc;

/// Blank around what stands in a cell.
pub(super) const PADDING: f64 = 8.0;
/// Height of a row beyond what stands in its cells.
pub(super) const BLANK: f64 = 2.0 * PADDING - 2.0;
/// Height of the row of stages.
pub(super) const STAGES: f64 = 26.0;
/// Distance from the top of the row of steps to the line with the stations.
pub(super) const LINE: f64 = 14.0;
/// Distance from that line to the headings below.
const BELOW_LINE: f64 = 14.0;

/// Most lines of a heading; a longer one would push the map off its page.
const HEADING_LINES: usize = 6;

/// What is drawn.
#[derive(Clone, Copy)]
pub struct MapView<'a> {
    /// The plan that the journey belongs to.
    pub plan: &'a Plan,
    /// Words and language.
    pub texts: &'a Texts,
    /// The journey.
    pub journey: &'a Journey,
    /// The journey whose emotion curve is laid over it: as it is, or its target.
    pub other: Option<&'a Journey>,
    /// The lanes, from the top.
    pub lanes: &'a [Lane],
}

/// A column: a step, or a stage that has none.
pub(super) struct LaidColumn {
    pub(super) step: Option<Arc<Step>>,
    pub(super) phase: Option<Phase>,
    pub(super) heading: Flow,
}

/// A stage over its columns.
pub(super) struct LaidStage {
    pub(super) title: String,
    pub(super) phase: Option<Phase>,
    pub(super) first: usize,
    pub(super) columns: usize,
}

/// What a row shows.
pub(super) enum RowContent {
    /// A cell for each column.
    Cells(Vec<Flow>),
    /// The emotion curve.
    Emotion(EmotionRow),
}

/// A lane.
pub(super) struct LaidRow {
    pub(super) title: Flow,
    /// The title where the row goes on on another page.
    pub(super) continued: Flow,
    pub(super) height: f64,
    pub(super) content: RowContent,
}

/// A map laid out.
pub(super) struct Layout {
    pub(super) title_width: f64,
    pub(super) column_width: f64,
    pub(super) columns: Vec<LaidColumn>,
    pub(super) stages: Vec<LaidStage>,
    /// Height of the row of steps.
    pub(super) heads: f64,
    pub(super) rows: Vec<LaidRow>,
}

impl Layout {
    pub(super) fn new(view: &MapView<'_>, title_width: f64, column_width: f64) -> Self {
        let MapView { plan, texts, journey, .. } = *view;
        let inner = column_width - 2.0 * PADDING;
        let (mut columns, mut stages) = (Vec::new(), Vec::new());
        for stage in &journey.stages {
            let phase = plan.phase_of(stage.sub_phase.as_ref());
            let title = stage_title(plan, texts, stage);
            stages.push(LaidStage { title, phase, first: columns.len(), columns: stage.steps.len().max(1) });
            if stage.steps.is_empty() {
                columns.push(LaidColumn { step: None, phase, heading: Flow::new(inner, texts.language) });
            }
            columns.extend(stage.steps.iter().map(|step| LaidColumn {
                step: Some(Arc::clone(step)),
                phase,
                heading: heading(view, step, inner),
            }));
        }
        let highest = columns.iter().map(|column| column.heading.height).fold(0.0, f64::max);
        let cells = Cells { plan, texts, switches: plan.channel_switches(journey) };
        let row = |lane: &Lane| row(view, &cells, &columns, lane, title_width, column_width);
        let rows = view.lanes.iter().filter(|lane| !matches!(lane.kind, LaneKind::Other(_))).map(row).collect();
        Self { title_width, column_width, stages, heads: LINE + BELOW_LINE + highest + PADDING, rows, columns }
    }

    pub(super) fn width(&self) -> f64 {
        self.title_width + self.column_width * self.columns.len() as f64
    }
}

fn heading(view: &MapView<'_>, step: &Step, width: f64) -> Flow {
    let heading = view.plan.step_heading(step);
    let mut flow = Flow::new(width, view.texts.language);
    if heading.trim().is_empty() {
        flow.text(view.texts.terms.unnamed, Type { ink: Ink::Tertiary, ..PLAIN });
    } else {
        flow.title(&heading, HEADING_LINES, Type { strong: true, ..PLAIN });
    }
    flow
}

fn row(
    view: &MapView<'_>,
    cells: &Cells<'_>,
    columns: &[LaidColumn],
    lane: &Lane,
    title_width: f64,
    column_width: f64,
) -> LaidRow {
    let set = Type { size: 12.5, strong: true, ink: Ink::Secondary };
    let named = || {
        let mut title = Flow::new(title_width - 2.0 * PADDING, view.texts.language);
        title.title(&lane_title(lane, view.texts), HEADING_LINES, set);
        title
    };
    let (mut title, mut continued) = (named(), named());
    continued.text(view.texts.output.continued, Type { strong: false, ..set });
    if lane.kind == LaneKind::Emotion {
        let emotion = EmotionRow::new(view, columns, column_width);
        for note in &emotion.notes {
            title.gap(1.0);
            title.text(note, SMALL);
        }
        let height = EmotionRow::HEIGHT.max(title.height + 2.0 * PADDING);
        return LaidRow { title, continued, height, content: RowContent::Emotion(emotion) };
    }
    let inner = column_width - 2.0 * PADDING;
    let flows: Vec<Flow> = columns
        .iter()
        .map(|column| {
            column.step.as_ref().map_or_else(|| Flow::new(inner, view.texts.language), |step| cells.cell(lane, step, inner))
        })
        .collect();
    let highest = flows.iter().map(|flow| flow.height).fold(title.height, f64::max);
    LaidRow { title, continued, height: highest + BLANK, content: RowContent::Cells(flows) }
}

/// Moves shapes.
pub(super) fn moved(shapes: &[Shape], dx: f64, dy: f64) -> Vec<Shape> {
    shapes.iter().map(|shape| shape.moved(dx, dy)).collect()
}
