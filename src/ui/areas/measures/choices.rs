//! What fields of a measure choose from.

use crate::ui::components::Choices;
use reiseplan::{
    finance::owners,
    plan::{MeasureStatus, Phase, Plan},
    texts::Texts,
};

/// The key of a status.
pub fn status_key(status: MeasureStatus) -> &'static str {
    match status {
        MeasureStatus::Idea => "idea",
        MeasureStatus::Planned => "planned",
        MeasureStatus::Running => "running",
        MeasureStatus::Done => "done",
        MeasureStatus::Dropped => "dropped",
    }
}

/// The status of a key.
pub fn status_of(key: &str) -> Option<MeasureStatus> {
    MeasureStatus::ALL.into_iter().find(|status| status_key(*status) == key)
}

/// The states.
pub fn statuses(texts: &Texts) -> Choices {
    MeasureStatus::ALL.map(|status| (status_key(status).to_owned(), (texts.terms.measure_status)(status).to_owned())).to_vec()
}

/// The phases.
pub fn phases(texts: &Texts) -> Choices {
    let key = crate::ui::components::phase_key;
    Phase::ALL.map(|phase| (key(phase).to_owned(), (texts.terms.phase)(phase).to_owned())).to_vec()
}

/// The sub-phases.
pub fn sub_phases(plan: &Plan, texts: &Texts) -> Choices {
    plan.sub_phases.ids().map(|id| (id.as_str().to_owned(), plan.sub_phase_name(id, texts))).collect()
}

/// The departments.
pub fn departments(plan: &Plan, texts: &Texts) -> Choices {
    let named = |name: &str| texts.terms.named(name).to_owned();
    plan.departments.iter().map(|department| (department.id.as_str().to_owned(), named(&department.name))).collect()
}

/// The roles that answer for measures; the words are the key.
pub fn roles(plan: &Plan) -> Choices {
    owners(plan).into_iter().map(|owner| (owner.clone(), owner)).collect()
}
