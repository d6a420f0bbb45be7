//! Who has which part in a measure (RACI).

use super::{DepartmentId, Measure, choices::choices};
use serde::{Deserialize, Serialize};

choices! {
    /// The part that a department has in a measure.
    Part:
    /// It answers for it.
    Responsible,
    /// It helps.
    Helps,
    /// It is asked before it is decided.
    Consulted,
    /// It is told.
    Informed,
}

impl Measure {
    /// The part that a department has in it; where it has several, the weightiest.
    #[must_use]
    pub fn part_of(&self, department: &DepartmentId) -> Option<Part> {
        let has = |part: &Part| match part {
            Part::Responsible => self.department.as_ref() == Some(department),
            Part::Helps => self.helping.contains(department),
            Part::Consulted => self.consulted.contains(department),
            Part::Informed => self.informed.contains(department),
        };
        Part::ALL.into_iter().find(has)
    }

    /// Gives a department this part alone, or none. Only one department answers for a measure: the one that did before
    /// helps from then on.
    pub fn set_part(&mut self, department: &DepartmentId, part: Option<Part>) {
        for list in [&mut self.helping, &mut self.consulted, &mut self.informed] {
            list.retain(|other| other != department);
        }
        if self.department.as_ref() == Some(department) {
            self.department = None;
        }
        match part {
            Some(Part::Responsible) => {
                if let Some(before) = self.department.replace(department.clone()) {
                    self.set_part_of_former(before);
                }
            }
            Some(Part::Helps) => self.helping.push(department.clone()),
            Some(Part::Consulted) => self.consulted.push(department.clone()),
            Some(Part::Informed) => self.informed.push(department.clone()),
            None => {}
        }
    }

    fn set_part_of_former(&mut self, department: DepartmentId) {
        if !self.helping.contains(&department) {
            self.helping.push(department);
        }
    }

    /// The departments with a part in it, those that work on it first, each once.
    #[must_use]
    pub fn departments(&self) -> Vec<&DepartmentId> {
        let mut found: Vec<&DepartmentId> = Vec::new();
        for id in self.department.iter().chain(&self.helping).chain(&self.consulted).chain(&self.informed) {
            if !found.contains(&id) {
                found.push(id);
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::MeasureId;

    #[test]
    fn one_department_answers_and_each_has_one_part() {
        let id = |id: &str| DepartmentId::standard(id);
        let mut measure = Measure::new(MeasureId::standard("m"), "", None);
        measure.set_part(&id("a"), Some(Part::Responsible));
        measure.set_part(&id("b"), Some(Part::Consulted));
        measure.set_part(&id("b"), Some(Part::Responsible));
        assert_eq!((measure.part_of(&id("a")), measure.part_of(&id("b"))), (Some(Part::Helps), Some(Part::Responsible)));
        assert!(measure.consulted.is_empty());
        measure.set_part(&id("c"), Some(Part::Informed));
        assert_eq!(measure.departments(), [&id("b"), &id("a"), &id("c")]);
        measure.set_part(&id("b"), None);
        assert_eq!((measure.part_of(&id("b")), measure.department.clone()), (None, None));
        measure.set_part(&id("a"), Some(Part::Helps));
        assert_eq!(measure.helping, [id("a")]);
    }
}
