//! What is told about a deletion: what is gone, and where it was used.

use super::{Texts, counted, join_words, short};
use crate::plan::{Plan, Reference, Use};

/// Words about a deletion.
#[allow(missing_docs)]
pub struct Deletion {
    /// A name as it stands in a sentence.
    quoted: fn(&str) -> String,
    /// The quoted name of what was deleted, and the places where it was used.
    deleted: fn(&str, Option<&str>) -> String,
    /// Name of a table's records after "in".
    records: fn(&str, bool) -> &str,
    steps: fn(usize) -> String,
    /// How many more there are than are named; at least two.
    more: fn(usize) -> String,
    and: &'static str,
}

/// Says what was deleted, and by how many records it was used, of which kinds, with their names. Long names are cut, and of
/// more than three two are given. `plan`: the plan before; `name`: what `target` was called.
#[must_use]
pub fn told(plan: &Plan, target: &Reference, name: &str, texts: &Texts) -> String {
    let words = &*texts.deletion;
    let places: Vec<String> = plan.used_in(target).iter().map(|it| place(plan, it, texts)).collect();
    let name = (words.quoted)(&short(texts.terms.named(name)));
    (words.deleted)(&name, join_words(&places, words.and).as_deref())
}

/// How many records, what they are called, and of journeys in how many steps.
fn place(plan: &Plan, place: &Use, texts: &Texts) -> String {
    const NAMED: usize = 3;
    let words = &*texts.deletion;
    let count = place.records.len();
    let named = if count > NAMED { NAMED - 1 } else { count };
    let name = |id| short(texts.terms.named(plan.name_of(place.table, id).unwrap_or_default()));
    let names: Vec<String> = place.records.iter().take(named).map(|id| (words.quoted)(&name(id))).collect();
    let mut names = names.join(", ");
    if count > named {
        names = format!("{names}{}{}", words.and, (words.more)(count - named));
    }
    if place.steps > 0 {
        names = format!("{names}; {}", (words.steps)(place.steps));
    }
    format!("{count} {} ({names})", (words.records)(place.table, count == 1))
}

pub(super) static DE: Deletion = Deletion {
    quoted: |name| format!("„{name}“"),
    deleted: |name, places| match places {
        Some(places) => format!("{name} gelöscht. Wurde in {places} verwendet."),
        None => format!("{name} gelöscht."),
    },
    records: |table, one| match (table, one) {
        ("touchpoints", true) => "Touchpoint",
        ("touchpoints", false) => "Touchpoints",
        ("personas", true) => "Persona",
        ("personas", false) => "Personas",
        ("audits", true) => "Audit",
        ("audits", false) => "Audits",
        ("voices", true) => "Stimme",
        ("voices", false) => "Stimmen",
        ("journeys", true) => "Kundenreise",
        ("journeys", false) => "Kundenreisen",
        ("pain_points", true) => "Schmerzpunkt",
        ("pain_points", false) => "Schmerzpunkten",
        ("opportunities", true) => "Chance",
        ("opportunities", false) => "Chancen",
        ("goals", true) => "Ziel",
        ("goals", false) => "Zielen",
        ("weaknesses", true) => "Schwäche",
        ("weaknesses", false) => "Schwächen",
        ("win_back_groups", true) => "Kundengruppe",
        ("win_back_groups", false) => "Kundengruppen",
        ("contents", true) => "Inhalt",
        ("contents", false) => "Inhalten",
        ("involvements", true) => "Kundenbeteiligung",
        ("involvements", false) => "Kundenbeteiligungen",
        ("measures", true) => "Maßnahme",
        ("measures", false) => "Maßnahmen",
        ("kpis", true) => "Kennzahl",
        ("kpis", false) => "Kennzahlen",
        ("sources", true) => "Datenquelle",
        ("sources", false) => "Datenquellen",
        (other, _) => other,
    },
    steps: |n| counted(n, "Schritt", "Schritte"),
    more: |n| format!("{n} weitere"),
    and: " und ",
};

pub(super) static EN: Deletion = Deletion {
    quoted: |name| format!("“{name}”"),
    deleted: |name, places| match places {
        Some(places) => format!("{name} deleted. It was used in {places}."),
        None => format!("{name} deleted."),
    },
    records: |table, one| match (table, one) {
        ("touchpoints", true) => "touchpoint",
        ("touchpoints", false) => "touchpoints",
        ("personas", true) => "persona",
        ("personas", false) => "personas",
        ("audits", true) => "audit",
        ("audits", false) => "audits",
        ("voices", true) => "voice",
        ("voices", false) => "voices",
        ("journeys", true) => "journey",
        ("journeys", false) => "journeys",
        ("pain_points", true) => "pain point",
        ("pain_points", false) => "pain points",
        ("opportunities", true) => "opportunity",
        ("opportunities", false) => "opportunities",
        ("goals", true) => "goal",
        ("goals", false) => "goals",
        ("weaknesses", true) => "weakness",
        ("weaknesses", false) => "weaknesses",
        ("win_back_groups", true) => "customer group",
        ("win_back_groups", false) => "customer groups",
        ("contents", true) => "piece of content",
        ("contents", false) => "pieces of content",
        ("involvements", true) => "involvement",
        ("involvements", false) => "involvements",
        ("measures", true) => "measure",
        ("measures", false) => "measures",
        ("kpis", true) => "KPI",
        ("kpis", false) => "KPIs",
        ("sources", true) => "data source",
        ("sources", false) => "data sources",
        (other, _) => other,
    },
    steps: |n| counted(n, "step", "steps"),
    more: |n| format!("{n} more"),
    and: " and ",
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{
        Department, DepartmentId, Journey, JourneyId, Measure, MeasureId, PlanId, Stage, StageId, Step, StepId, Touchpoint,
        TouchpointId,
    };
    use crate::texts::Language;
    use std::sync::Arc;

    /// A plan with a department that owns touchpoints with these names and is planned for a measure with a long title; a
    /// journey has two steps at each.
    fn plan(names: &[&str]) -> Plan {
        let mut plan = Plan::blank(PlanId::standard("p"));
        let service = Some(DepartmentId::standard("service"));
        plan.departments.insert(Department::new(DepartmentId::standard("service"), "Service"));
        let mut stage = Stage::new(StageId::standard("s"), None);
        for (number, name) in names.iter().enumerate() {
            let id = TouchpointId::standard(&format!("t{number}"));
            plan.touchpoints.insert(Touchpoint { department: service.clone(), ..Touchpoint::new(id.clone(), name) });
            for step in ["a", "b"] {
                let step = Step::new(StepId::standard(&format!("{step}{number}")));
                stage.steps.push(Arc::new(Step { touchpoint: Some(id.clone()), ..step }));
            }
        }
        if !names.is_empty() {
            plan.journeys.insert(Journey { stages: vec![stage], ..Journey::new(JourneyId::standard("j"), "Umzug") });
            let title = "Donau\n".repeat(9);
            plan.measures.insert(Measure { department: service, ..Measure::new(MeasureId::standard("m"), &title, None) });
        }
        plan
    }

    #[track_caller]
    fn check(language: Language, names: &[&str], expected: &str) {
        let service = DepartmentId::standard("service").into();
        assert_eq!(told(&plan(names), &service, "Service", language.texts()), expected);
    }

    #[test]
    fn what_was_deleted_is_told_with_its_uses_by_name() {
        let measure = "Donau Donau Donau Donau Donau Donau Dona…";
        check(Language::De, &[], "„Service“ gelöscht.");
        check(
            Language::De,
            &["Hotline", "", "Chat"],
            &format!(
                "„Service“ gelöscht. Wurde in 3 Touchpoints („Hotline“, „ohne Namen“, „Chat“), 1 Kundenreise („Umzug“; 6 Schritte) \
                 und 1 Maßnahme („{measure}“) verwendet."
            ),
        );
        check(
            Language::De,
            &["a", "b", "c", "d"],
            &format!(
                "„Service“ gelöscht. Wurde in 4 Touchpoints („a“, „b“ und 2 weitere), 1 Kundenreise („Umzug“; 8 Schritte) und \
                 1 Maßnahme („{measure}“) verwendet."
            ),
        );
        check(
            Language::En,
            &["a", "b", "c", "d", "e"],
            &format!(
                "“Service” deleted. It was used in 5 touchpoints (“a”, “b” and 3 more), 1 journey (“Umzug”; 10 steps) and \
                 1 measure (“{measure}”)."
            ),
        );
    }

    #[test]
    fn a_very_long_name_is_cut_and_a_missing_one_replaced() {
        let plan = plan(&[]);
        let gone = DepartmentId::standard("service").into();
        let long = told(&plan, &gone, &"x".repeat(10_000), Language::De.texts());
        assert_eq!(long, format!("„{}…“ gelöscht.", "x".repeat(40)));
        assert_eq!(told(&plan, &gone, " ", Language::En.texts()), "“unnamed” deleted.");
    }
}
