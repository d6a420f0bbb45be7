//! How customers are involved while a product is developed.

use super::{Day, DepartmentId, InvolvementId, OtherFields, Record, Reference, choices::choices, reference::unlink_one};
use serde::{Deserialize, Serialize};

choices! {
    /// A phase of product development, from the first thought to daily use.
    DevelopmentPhase:
    /// What is worth making?
    Idea,
    /// What could it be like?
    Concept,
    /// What does it look like?
    Design,
    /// Is it ready?
    Implementation,
    /// Does it do what it should?
    Operation,
}

choices! {
    /// How far an involvement is.
    #[derive(Default)]
    InvolvementState:
    /// Decided, not begun.
    #[default]
    Planned,
    /// Begun.
    Running,
    /// Finished.
    Done,
}

/// A way of involving customers in a phase of product development.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Involvement {
    /// Its id.
    pub id: InvolvementId,
    /// In which phase.
    pub phase: DevelopmentPhase,
    /// How: an interview, a test with a prototype …
    #[serde(default)]
    pub method: String,
    /// How far it is.
    #[serde(default)]
    pub state: InvolvementState,
    /// With how many customers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customers: Option<u32>,
    /// By which day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<Day>,
    /// The department that does it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub department: Option<DepartmentId>,
    /// What came of it, or is to come of it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub result: String,
    /// Fields of later versions.
    #[serde(flatten)]
    pub other: OtherFields,
}

impl Involvement {
    /// Makes a planned involvement.
    #[must_use]
    pub fn new(id: InvolvementId, phase: DevelopmentPhase, method: &str) -> Self {
        Self {
            id,
            phase,
            method: method.to_owned(),
            state: InvolvementState::default(),
            customers: None,
            by: None,
            department: None,
            result: String::new(),
            other: OtherFields::new(),
        }
    }
}

impl Record for Involvement {
    type Id = InvolvementId;
    const TABLE: &'static str = "involvements";
    fn id(&self) -> &InvolvementId {
        &self.id
    }
    fn name(&self) -> &str {
        &self.method
    }
    fn references(&self, visit: &mut dyn FnMut(Reference)) {
        self.department.iter().cloned().for_each(|id| visit(id.into()));
    }
    fn unlink(&mut self, gone: &Reference) {
        unlink_one(&mut self.department, gone);
    }
}
