//! A map as rows of cells.

use crate::export::Cell;
use crate::plan::{Emotion, Journey, Lane, LaneKind, Persona, Plan, Stage, Step};
use crate::sheet::{cell_text, plain_lane_title, stage_title};
use crate::texts::Texts;
use std::sync::Arc;

/// Writes lanes of a map as rows: first those that say where each column stands (stage, sub-phase, touchpoint, own
/// heading), then a row for each lane. A stage stands in its first column alone; a stage without steps has one column.
/// Sub-phases and headings have a row only where one differs from the title of its stage or the name of its touchpoint.
/// Below the emotions of all customers stands a row for each persona that feels anyhow of its own.
#[must_use]
pub fn write_matrix(plan: &Plan, texts: &Texts, journey: &Journey, lanes: &[Lane]) -> Vec<Vec<Cell>> {
    let labels = &texts.output.labels;
    let row = |label: &str, cell: &dyn Fn(&Stage, Option<&Step>, bool) -> Cell| {
        let mut cells = vec![Cell::from(label)];
        for stage in &journey.stages {
            if stage.steps.is_empty() {
                cells.push(cell(stage, None, true));
            }
            cells.extend(stage.steps.iter().enumerate().map(|(index, step)| cell(stage, Some(step), index == 0)));
        }
        cells
    };
    let named = |name: String| texts.terms.named(&name).to_owned();
    let first_alone = |text: String, first: bool| Cell::from(if first { text } else { String::new() });

    let mut rows = vec![row(labels.stage, &|stage, _, first| first_alone(stage_title(plan, texts, stage), first))];
    if journey.stages.iter().any(|stage| !stage.title.is_empty() && stage.sub_phase.is_some()) {
        let name = |stage: &Stage| stage.sub_phase.as_ref().map(|id| plan.sub_phase_name(id, texts)).unwrap_or_default();
        rows.push(row(labels.sub_phase, &|stage, _, first| first_alone(name(stage), first)));
    }
    rows.push(row(labels.touchpoint, &|_, step, _| {
        let touchpoint = |step: &Step| plan.touchpoint_of(step).map(|touchpoint| touchpoint.name.clone()).unwrap_or_default();
        step.map(|step| named(touchpoint(step))).into()
    }));
    if journey.steps().any(|step| !step.title.is_empty()) {
        rows.push(row(labels.heading, &|_, step, _| step.map(|step| step.title.clone()).into()));
    }
    let known = lanes.iter().filter(|lane| !matches!(lane.kind, LaneKind::Other(_)));
    for lane in known {
        let title = plain_lane_title(lane, texts);
        rows.push(row(&title, &|_, step, _| step.map(|step| cell(plan, texts, lane, step)).into()));
        if lane.kind == LaneKind::Emotion {
            let feels = |persona: &&Arc<Persona>| journey.steps().any(|step| step.emotions.contains_key(&persona.id));
            rows.extend(plan.emotion_personas(journey).into_iter().filter(feels).map(|persona| {
                let emotion = |step: &Step| step.emotion_of(Some(&persona.id)).map(Emotion::value);
                row(&persona_title(texts, persona), &|_, step, _| step.and_then(emotion).into())
            }));
        }
    }
    rows
}

/// Title of the row with the emotions of a persona.
#[must_use]
pub fn persona_title(texts: &Texts, persona: &Persona) -> String {
    let name = texts.terms.named(&persona.name);
    (texts.map.work.emotion_of)(name)
}

fn cell(plan: &Plan, texts: &Texts, lane: &Lane, step: &Step) -> Cell {
    match lane.kind {
        LaneKind::Emotion => step.emotion.map(|emotion| emotion.value()).into(),
        LaneKind::Channels => {
            let channels = cell_text(plan, texts, lane, step);
            match step.channel_change {
                Some(change) => format!("{channels} [{}]", (texts.map.channel_change)(change)).trim_start().into(),
                None => channels.into(),
            }
        }
        _ => cell_text(plan, texts, lane, step).into(),
    }
}
