//! The form in which a journey's JSON is merged: all its steps in one list, each with the id of its stage.

use serde_json::{Value, json};
use std::collections::HashMap;

/// Key of all steps of a journey while it is spread.
const SPREAD_STEPS: &str = "stages.steps";
/// Key of a step's stage while its journey is spread.
const STAGE_OF_STEP: &str = "stages.id";

/// Takes the steps out of their stages into one list, so that one that was moved to another stage is still one step.
pub(super) fn spread_steps(mut journey: Value) -> Value {
    let mut spread = Vec::new();
    for stage in journey.get_mut("stages").and_then(Value::as_array_mut).into_iter().flatten() {
        let id = stage.get("id").cloned().unwrap_or_default();
        if let Some(Value::Array(steps)) = stage.as_object_mut().and_then(|stage| stage.remove("steps")) {
            spread.extend(steps.into_iter().map(|mut step| {
                if let Value::Object(step) = &mut step {
                    step.insert(STAGE_OF_STEP.to_owned(), id.clone());
                }
                step
            }));
        }
    }
    if let Value::Object(journey) = &mut journey {
        journey.insert(SPREAD_STEPS.to_owned(), Value::Array(spread));
    }
    journey
}

/// Puts spread steps back into their stages. A step whose stage is gone makes a stage with its id at the end.
pub(super) fn gather_steps(mut journey: Value) -> Value {
    let Some(Value::Array(spread)) = journey.as_object_mut().and_then(|journey| journey.remove(SPREAD_STEPS)) else {
        return journey;
    };
    let Some(stages) = journey.get_mut("stages").and_then(Value::as_array_mut) else { return journey };
    let mut places: HashMap<String, usize> = HashMap::new();
    for (place, stage) in stages.iter_mut().enumerate() {
        if let Some(stage) = stage.as_object_mut() {
            stage.insert("steps".to_owned(), Value::Array(Vec::new()));
            places.extend(stage.get("id").and_then(Value::as_str).map(|id| (id.to_owned(), place)));
        }
    }
    for mut step in spread {
        let stage = step.as_object_mut().and_then(|step| step.remove(STAGE_OF_STEP)).unwrap_or_default();
        let id = stage.as_str().unwrap_or_default();
        let place = *places.entry(id.to_owned()).or_insert_with(|| {
            stages.push(json!({ "id": id, "steps": [] }));
            stages.len() - 1
        });
        if let Some(steps) = stages[place].get_mut("steps").and_then(Value::as_array_mut) {
            steps.push(step);
        }
    }
    journey
}
