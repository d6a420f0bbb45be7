//! Audits: the strategist takes the customer's place at a touchpoint and notes how it went.

use super::{
    AuditId, AuditQuestionId, Day, Evidence, Id, MeasurementId, OtherFields, PainPoint, PainPointId, Plan, Record, Reference,
    TouchpointId, TypedId, finding::one_to_five, reference::unlink_one,
};
use serde::{Deserialize, Serialize};
use std::{collections::HashMap, sync::Arc};

/// A question of an audit's checklist, and how the company did.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AuditQuestion {
    /// Its id, one of its audit's.
    pub id: AuditQuestionId,
    /// What is asked.
    #[serde(default)]
    pub text: String,
    /// How well: 1 (bad) to 5 (excellent); none: not rated.
    #[serde(default, deserialize_with = "one_to_five", skip_serializing_if = "Option::is_none")]
    pub rating: Option<u8>,
    /// What was seen.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// Fields of later versions.
    #[serde(flatten)]
    pub other: OtherFields,
}

impl AuditQuestion {
    /// Makes a question that isn't rated yet.
    #[must_use]
    pub fn new(id: AuditQuestionId, text: &str) -> Self {
        Self { id, text: text.to_owned(), rating: None, note: String::new(), other: OtherFields::new() }
    }
}

/// Something that was measured in an audit: minutes waited, clicks up to the order.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Measurement {
    /// Its id, one of its audit's.
    pub id: MeasurementId,
    /// What was measured.
    #[serde(default)]
    pub name: String,
    /// How much.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<f64>,
    /// Of what: minutes, clicks.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub unit: String,
    /// Fields of later versions.
    #[serde(flatten)]
    pub other: OtherFields,
}

impl Measurement {
    /// Makes a measurement without a value.
    #[must_use]
    pub fn new(id: MeasurementId, name: &str, unit: &str) -> Self {
        Self { id, name: name.to_owned(), value: None, unit: unit.to_owned(), other: OtherFields::new() }
    }
}

/// What somebody found who took the customer's place at a touchpoint.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Audit {
    /// Its id.
    pub id: AuditId,
    /// What was done: called the hotline, bought something.
    #[serde(default)]
    pub title: String,
    /// Where.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub touchpoint: Option<TouchpointId>,
    /// When.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<Day>,
    /// The checklist.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub questions: Vec<AuditQuestion>,
    /// What was measured.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub measurements: Vec<Measurement>,
    /// What else was seen.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub notes: String,
    /// Fields of later versions.
    #[serde(flatten)]
    pub other: OtherFields,
}

impl Audit {
    /// Makes an audit without questions.
    #[must_use]
    pub fn new(id: AuditId, title: &str, touchpoint: Option<TouchpointId>, on: Day) -> Self {
        Self {
            id,
            title: title.to_owned(),
            touchpoint,
            on: Some(on),
            questions: Vec::new(),
            measurements: Vec::new(),
            notes: String::new(),
            other: OtherFields::new(),
        }
    }
}

impl Record for Audit {
    type Id = AuditId;
    const TABLE: &'static str = "audits";
    fn id(&self) -> &AuditId {
        &self.id
    }
    fn name(&self) -> &str {
        &self.title
    }
    fn parts(&self) -> Vec<Vec<&Id>> {
        vec![
            self.questions.iter().map(|question| question.id.as_id()).collect(),
            self.measurements.iter().map(|it| it.id.as_id()).collect(),
        ]
    }
    fn references(&self, visit: &mut dyn FnMut(Reference)) {
        self.touchpoint.iter().cloned().for_each(|id| visit(id.into()));
    }
    fn unlink(&mut self, gone: &Reference) {
        unlink_one(&mut self.touchpoint, gone);
    }
}

impl Audit {
    /// Mean of its ratings, 1 to 5; none without a rating.
    #[must_use]
    pub fn mean_rating(&self) -> Option<f64> {
        let ratings: Vec<f64> = self.questions.iter().filter_map(|question| question.rating.map(f64::from)).collect();
        (!ratings.is_empty()).then(|| ratings.iter().sum::<f64>() / ratings.len() as f64)
    }

    /// How many of its questions are rated.
    #[must_use]
    pub fn rated(&self) -> usize {
        self.questions.iter().filter(|question| question.rating.is_some()).count()
    }

    /// How much better (or, below 0, worse) it went than another time, by the questions that both rate: the mean of the
    /// differences, and of how many questions. None if there is no such question.
    #[must_use]
    pub fn change_since(&self, earlier: &Self) -> Option<(f64, usize)> {
        let before: HashMap<&str, u8> =
            earlier.questions.iter().filter_map(|question| Some((question.text.trim(), question.rating?))).collect();
        let differences: Vec<f64> = (self.questions.iter())
            .filter_map(|question| Some(f64::from(question.rating?) - f64::from(*before.get(question.text.trim())?)))
            .collect();
        let count = differences.len();
        (count > 0).then(|| (differences.iter().sum::<f64>() / count as f64, count))
    }

    /// The same audit once more: its questions without ratings, what it measured without values.
    #[must_use]
    pub fn again(&self, id: AuditId, on: Day) -> Self {
        let question = |question: &AuditQuestion| AuditQuestion::new(question.id.clone(), &question.text);
        let measurement = |it: &Measurement| Measurement::new(it.id.clone(), &it.name, &it.unit);
        Self {
            questions: self.questions.iter().map(question).collect(),
            measurements: self.measurements.iter().map(measurement).collect(),
            ..Self::new(id, &self.title, self.touchpoint.clone(), on)
        }
    }
}

impl Plan {
    /// The audits of a touchpoint, the latest first; those without a day last.
    #[must_use]
    pub fn audits_of(&self, touchpoint: &TouchpointId) -> Vec<&Arc<Audit>> {
        let mut audits: Vec<_> = self.audits.iter().filter(|audit| audit.touchpoint.as_ref() == Some(touchpoint)).collect();
        audits.sort_by_key(|audit| std::cmp::Reverse(audit.on));
        audits
    }

    /// The audit of the same touchpoint before this one; none without a touchpoint or a day.
    #[must_use]
    pub fn audit_before(&self, audit: &Audit) -> Option<&Arc<Audit>> {
        let on = audit.on?;
        let audits = self.audits_of(audit.touchpoint.as_ref()?).into_iter();
        audits.filter(|other| other.id != audit.id).find(|other| other.on.is_some_and(|day| day < on))
    }

    /// Makes a pain point out of a question of an audit: what was seen there, or else the question, at the audit's
    /// touchpoint, with what tells so. Gives its text; none if there is no such question.
    pub fn pain_point_from_audit(
        &mut self,
        audit: &AuditId,
        question: &AuditQuestionId,
        id: PainPointId,
        evidence_note: &str,
    ) -> Option<String> {
        let audit = self.audits.get(audit)?;
        let question = audit.questions.iter().find(|own| own.id == *question)?;
        let text = if question.note.is_empty() { &question.text } else { &question.note }.clone();
        let pain_point = PainPoint {
            evidence: Some(Evidence::Observation),
            evidence_note: evidence_note.to_owned(),
            ..PainPoint::new(id, &text, audit.touchpoint.iter().cloned().collect())
        };
        self.pain_points.insert(pain_point);
        Some(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::PlanId;

    fn audit(id: &str, on: &str, ratings: &[(&str, Option<u8>)]) -> Audit {
        let question = |(text, rating): &(&str, Option<u8>)| AuditQuestion {
            rating: *rating,
            ..AuditQuestion::new(AuditQuestionId::standard(text), text)
        };
        Audit {
            questions: ratings.iter().map(question).collect(),
            ..Audit::new(AuditId::standard(id), "", Some(TouchpointId::standard("hotline")), Day::parse(on).unwrap())
        }
    }

    #[test]
    fn a_change_is_told_by_the_questions_that_both_rate() {
        let before = audit("a", "2025-01-01", &[("reach", Some(2)), ("wait", Some(3)), ("friendly", Some(5))]);
        let after = audit("b", "2025-06-01", &[("wait", Some(5)), ("reach", Some(3)), ("expert", Some(1)), ("friendly", None)]);
        assert_eq!(after.change_since(&before), Some((1.5, 2)));
        assert_eq!(before.change_since(&after), Some((-1.5, 2)));
        assert_eq!((after.mean_rating(), after.rated()), (Some(3.0), 3));
        let again = after.again(AuditId::standard("c"), Day::parse("2025-12-01").unwrap());
        assert_eq!((again.mean_rating(), again.questions.len()), (None, 4));
        assert_eq!(again.change_since(&before), None);
    }

    #[test]
    fn the_audit_before_is_the_last_of_the_same_touchpoint() {
        let mut plan = Plan::new(PlanId::standard("p"), "");
        for (id, on) in [("march", "2025-03-01"), ("may", "2025-05-01"), ("april", "2025-04-01")] {
            plan.audits.insert(audit(id, on, &[]));
        }
        let other = Audit { touchpoint: None, ..audit("other", "2025-04-15", &[]) };
        plan.audits.insert(other.clone());
        let before = |audit: &Audit| plan.audit_before(audit).map(|audit| audit.id.to_string());
        let of = |id: &str| plan.audits.get(&AuditId::standard(id)).unwrap();
        assert_eq!(before(of("may")), Some("april".to_owned()));
        assert_eq!(before(of("march")), None);
        assert_eq!(before(&other), None);
        let ids: Vec<_> = plan.audits_of(&TouchpointId::standard("hotline")).iter().map(|audit| audit.id.to_string()).collect();
        assert_eq!(ids, ["may", "april", "march"]);
    }

    #[test]
    fn a_pain_point_says_what_was_seen() {
        let mut plan = Plan::new(PlanId::standard("p"), "");
        let hotline = TouchpointId::standard("hotline");
        plan.touchpoints.insert(crate::plan::Touchpoint::new(hotline.clone(), "Hotline"));
        let mut seen = audit("march", "2025-03-01", &[("wait", Some(1)), ("friendly", Some(2))]);
        "Twelve minutes.".clone_into(&mut seen.questions[0].note);
        plan.audits.insert(seen);
        let mut make = |question: &str, id: &str| {
            let (audit, question) = (AuditId::standard("march"), AuditQuestionId::standard(question));
            plan.pain_point_from_audit(&audit, &question, PainPointId::standard(id), "Audit of March")
        };
        assert_eq!(make("wait", "a").as_deref(), Some("Twelve minutes."));
        assert_eq!(make("friendly", "b").as_deref(), Some("friendly"));
        assert_eq!(make("gone", "c"), None);
        let made = plan.pain_points.get(&PainPointId::standard("a")).unwrap();
        assert_eq!((made.touchpoints.as_slice(), made.evidence), ([hotline].as_slice(), Some(Evidence::Observation)));
        assert_eq!((made.evidence_note.as_str(), plan.pain_points.len()), ("Audit of March", 2));
        assert!(plan.dangling().is_empty());
    }
}
