use super::*;
use crate::plan::*;
use crate::texts::{Language, Texts};
use std::sync::Arc;

fn plan() -> Plan {
    let mut plan = Plan::new(PlanId::standard("p"), "");
    for name in ["Telefon", "E-Mail"] {
        plan.channels.insert(Channel::new(ChannelId::standard(&name.to_lowercase()), name));
    }
    plan.departments.insert(Department::new(DepartmentId::standard("service"), "Service"));
    plan.touchpoints.insert(Touchpoint::new(TouchpointId::standard("hotline"), "Hotline"));
    let mut journey = Journey::new(journey(), "");
    for lane in journey.missing_lanes() {
        journey.show_lane(&lane.id, true);
    }
    let mut stage = Stage::new(StageId::standard("s"), None);
    stage.steps.push(Arc::new(Step { touchpoint: Some(TouchpointId::standard("hotline")), ..Step::new(StepId::standard("a")) }));
    stage.steps.push(Arc::new(Step::new(StepId::standard("b"))));
    journey.stages.push(stage);
    plan.journeys.insert(journey);
    plan
}

fn journey() -> JourneyId {
    JourneyId::standard("j")
}

fn lane(plan: &Plan, id: &str) -> Lane {
    plan.journeys.get(&journey()).unwrap().lane(&LaneId::standard(id)).unwrap().clone()
}

fn text(plan: &Plan, texts: &Texts, id: &str) -> String {
    cell_text(plan, texts, &lane(plan, id), plan.step(&journey(), &StepId::standard("a")).unwrap())
}

fn write(plan: &mut Plan, language: Language, step: &str, id: &str, text: &str) -> Result<(), CellFault> {
    let lane = lane(plan, id);
    write_cell(plan, language.texts(), &journey(), &StepId::standard(step), &lane, text)
}

#[test]
fn what_is_written_into_a_cell_is_what_it_says() {
    for (id, written, expected) in [
        ("action", " ruft an\nund wartet ", "ruft an\nund wartet"),
        ("expectation", "Antwort sofort [verfehlt]", "Antwort sofort [verfehlt]"),
        ("expectation", "[exceeded]", "[übertroffen]"),
        ("expectation", "Antwort [bald]", "Antwort [bald]"),
        ("expectation", "Antwort [+]", "Antwort [übertroffen]"),
        ("experience", "43210", "rational 4, emotional 3, sensorisch 2, physisch 1, spirituell 0"),
        ("channels", "e-mail; Telefon, E-Mail", "E-Mail, Telefon"),
        ("duration", "90", "90 Minuten"),
        ("duration", "1,5 h", "1,5 Stunden"),
        ("duration", "1 Tag", "1 Tag"),
        ("emotion", "-1,5", "−1,5"),
        ("emotion", "+2", "+2,0"),
        ("experience", "emotional: 3; rational 0", "rational 0, emotional 3"),
        ("moment-of-truth", "x", "ja"),
        ("moment-of-truth", "No", ""),
        ("department", "service", "Service"),
        ("evidence", "Interview", "Interview"),
        ("evidence", "Verhaltens\u{ad}daten", "Verhaltensdaten"),
        ("evidence", "mitarbeitende", "Mitarbeitende"),
    ] {
        let mut plan = plan();
        assert_eq!(write(&mut plan, Language::De, "a", id, written), Ok(()), "{id}: {written}");
        assert_eq!(text(&plan, Language::De.texts(), id), expected, "{id}: {written}");
        let again = text(&plan, Language::En.texts(), id);
        assert_eq!(write(&mut plan, Language::En, "a", id, &again), Ok(()), "{id}: {again}");
        assert_eq!(text(&plan, Language::De.texts(), id), expected, "{id}: {again}");
        assert_eq!(write(&mut plan, Language::De, "a", id, ""), Ok(()));
        assert_eq!(text(&plan, Language::De.texts(), id), "", "{id}");
    }
}

#[test]
fn what_does_not_fit_is_told_and_changes_nothing() {
    for (step, id, written, fault) in [
        ("a", "emotion", "3", CellFault::NotAnEmotion),
        ("a", "emotion", "0,3", CellFault::NotAnEmotion),
        ("a", "emotion", "gut", CellFault::NotAnEmotion),
        ("a", "duration", "lange", CellFault::NotADuration),
        ("a", "evidence", "Gerücht", CellFault::NotEvidence),
        ("a", "experience", "rational 6", CellFault::NotAnExperience),
        ("a", "experience", "3", CellFault::NotAnExperience),
        ("a", "moment-of-truth", "vielleicht", CellFault::NotYesOrNo),
        ("a", "channels", "Telefon, Fax", CellFault::NoSuchChannel),
        ("a", "department", "Vertrieb", CellFault::NoSuchDepartment),
        ("b", "department", "Service", CellFault::NoTouchpoint),
        ("a", "pain-points", "Wartet", CellFault::Derived),
        ("a", "kpis", "NPS", CellFault::Derived),
        ("gone", "action", "x", CellFault::NoCell),
    ] {
        let before = plan();
        let mut after = before.clone();
        assert_eq!(write(&mut after, Language::De, step, id, written), Err(fault), "{id}: {written}");
        assert!(after.same(&before), "{id}: {written}");
    }
}

#[test]
fn the_beginning_of_one_kpi_alone_names_it() {
    let mut plan = plan();
    for title in ["NPS", "NPS der Hotline", "Wartezeit", ""] {
        plan.kpis.insert(Kpi::new(KpiId::standard(&format!("k{}", plan.kpis.len())), title, KpiKind::Nps));
    }
    for (typed, expected) in [
        (" warte", Some("Wartezeit")),
        ("NPS d", Some("NPS der Hotline")),
        ("Wartezeit", None),
        ("NPS", None),
        ("n", None),
        ("zeit", None),
        (" ", None),
    ] {
        assert_eq!(kpi_begun(&plan, typed).as_deref(), expected, "{typed}");
    }
}
