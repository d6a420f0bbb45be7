//! What the cells of a map say.

use crate::figures::journey::kpis_of_step;
use crate::plan::{ExperienceLevel, Lane, LaneKind, Plan, Step, StepDuration, Strength, TouchpointId, seen};
use crate::texts::{Texts, format};

/// The text of a cell for a table of texts, one line for each thing in it; empty if there is nothing.
#[must_use]
pub fn cell_text(plan: &Plan, texts: &Texts, lane: &Lane, step: &Step) -> String {
    let text = || step.texts.get(&lane.id).cloned().unwrap_or_default();
    match lane.kind {
        LaneKind::Text => text(),
        LaneKind::Expectation => {
            let fulfilment = step.fulfilment.map(|fulfilment| format!("[{}]", (texts.map.fulfilment)(fulfilment)));
            [Some(text()), fulfilment].into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
        }
        LaneKind::Channels => {
            let channels = plan.step_channels(step);
            channels.iter().filter_map(|id| plan.channels.get(id)).map(|channel| &*channel.name).collect::<Vec<_>>().join(", ")
        }
        LaneKind::Duration => step.duration.map(|duration| duration_text(texts, duration)).unwrap_or_default(),
        LaneKind::Emotion => step.emotion.map(|emotion| format::signed(texts.language, emotion.value(), 1)).unwrap_or_default(),
        LaneKind::Experience => experience_text(texts, step),
        LaneKind::MomentOfTruth => if step.moment_of_truth { texts.map.yes } else { "" }.to_owned(),
        LaneKind::PainPoints => {
            let at = step.touchpoint.iter().flat_map(|id| plan.pain_points_at(id));
            at.map(|pain_point| &*pain_point.text).collect::<Vec<_>>().join("\n")
        }
        LaneKind::Opportunities => {
            let here = |touchpoints: &[TouchpointId]| step.touchpoint.as_ref().is_some_and(|id| touchpoints.contains(id));
            let at = plan.opportunities.iter().filter(|opportunity| here(&opportunity.touchpoints));
            at.map(|opportunity| &*opportunity.text).collect::<Vec<_>>().join("\n")
        }
        LaneKind::Department => {
            let department = plan.touchpoint_of(step).and_then(|touchpoint| touchpoint.department.as_ref());
            department.and_then(|id| plan.departments.get(id)).map(|department| department.name.clone()).unwrap_or_default()
        }
        LaneKind::Kpis => kpis_of_step(plan, step).map(|kpi| &*kpi.title).collect::<Vec<_>>().join("\n"),
        LaneKind::Evidence => step.evidence.map(|evidence| plain_word((texts.terms.evidence)(evidence))).unwrap_or_default(),
        LaneKind::Other(_) => String::new(),
    }
}

/// A word of the app for a table of texts: without the places where it may be broken, which searches and filters of
/// other programs stumble over.
#[must_use]
pub fn plain_word(word: &str) -> String {
    word.replace('\u{ad}', "")
}

/// Title of a lane: the user's, else the standard one.
#[must_use]
pub fn lane_title(lane: &Lane, texts: &Texts) -> String {
    if !seen(&lane.title).is_empty() {
        return lane.title.clone();
    }
    (texts.journeys.lane)(lane.id.as_str()).unwrap_or(texts.terms.unnamed).to_owned()
}

/// A duration in words: `1,5 Stunden`.
#[must_use]
pub fn duration_text(texts: &Texts, duration: StepDuration) -> String {
    let value = duration.value();
    let decimals = if value.fract() == 0.0 { 0 } else { 2 };
    let number = format::number(texts.language, value, decimals);
    let sign = format::number(texts.language, 0.5, 1).chars().nth(1).unwrap_or('.');
    let number = if decimals > 0 { number.trim_end_matches('0').trim_end_matches(sign) } else { &number };
    format!("{number} {}", (texts.map.duration_unit)(duration.unit(), number == "1"))
}

fn experience_text(texts: &Texts, step: &Step) -> String {
    let judged = |level: &ExperienceLevel| step.experience.get(level).map(|strength| (*level, *strength));
    let word = |(level, strength): (ExperienceLevel, Strength)| format!("{} {}", (texts.map.level)(level), strength.value());
    ExperienceLevel::ALL.iter().filter_map(judged).map(word).collect::<Vec<_>>().join(", ")
}
