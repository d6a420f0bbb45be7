use super::*;
use crate::export::write_csv;
use crate::import::{ImportError, read_table};
use crate::plan::*;
use crate::sheet::arbitrary::{mapped, plan, text};
use crate::sheet::{CellFault, DepartmentChange, cell_text, stage_title};
use crate::texts::{Language, Texts};
use proptest::prelude::*;

fn ids() -> impl FnMut() -> Id {
    let mut number = 0;
    move || {
        number += 1;
        Id::from_random(number)
    }
}

fn read(text: &str) -> Result<Matrix, MatrixError> {
    read_matrix(&read_table(text.as_bytes())?.rows)
}

fn new_journey(plan: &mut Plan, text: &str) -> (Journey, TakenIn) {
    let texts = Language::De.texts();
    let matrix = read(text).unwrap();
    let targets = propose(plan, texts, &matrix, None);
    let destination = Destination::New(JourneyId::standard("new"), "Neu".to_owned());
    let done = take_in(plan, texts, &matrix, &targets, &destination, &mut ids());
    assert_eq!(plan.dangling(), vec![]);
    (plan.journeys.get(&JourneyId::standard("new")).unwrap().as_ref().clone(), done)
}

/// Titles of stages, each with the headings of its steps.
fn shape(plan: &Plan, journey: &Journey) -> Vec<(String, Vec<String>)> {
    let headings = |stage: &Stage| stage.steps.iter().map(|step| plan.step_heading(step)).collect();
    journey.stages.iter().map(|stage| (stage_title(plan, Language::De.texts(), stage), headings(stage))).collect()
}

fn shaped(expected: &[(&str, &[&str])]) -> Vec<(String, Vec<String>)> {
    expected.iter().map(|(stage, steps)| ((*stage).to_owned(), steps.iter().map(|step| (*step).to_owned()).collect())).collect()
}

#[test]
fn stages_steps_and_lanes_are_found_in_tables_of_many_kinds() {
    let expected: &[(&str, &[&str])] = &[("Erwägung", &["Website", "Portal"]), ("Kauf", &["Hotline"])];
    let none: &[(&str, &[&str])] = &[("ohne Namen", &["Website", "Portal", "Hotline"])];
    for (text, expected) in [
        ("Etappe;Erwägung;;Kauf\nTouchpoint;Website;Portal;Hotline\nHandlung;a;b;c\n", expected),
        ("Phase;Erwägung;Erwägung;Kauf\nSchritt;Website;Portal;Hotline\nHandlung;a;b;c\n", expected),
        (";Erwägung;;Kauf\n;Website;Portal;Hotline\nHandlung;a;b;c\n", expected),
        ("\tErwägung\t\tKauf\nTouchpoint\tWebsite\tPortal\tHotline\nHandlung\ta\tb\tc\n", expected),
        ("Etappe;Touchpoint;Handlung\nErwägung;Website;a\n;Portal;b\nKauf;Hotline;c\n", expected),
        (";Website;Portal;Hotline\nHandlung;a;b;c\n", none),
        ("Touchpoint;Website;;Portal;Hotline;\nHandlung;a;;b;c\n", none),
        ("Name;Website;Portal;Hotline\nUnser Ziel;a;b;c\n", none),
    ] {
        let mut plan = plan();
        let (journey, done) = new_journey(&mut plan, text);
        assert_eq!(shape(&plan, &journey), shaped(expected), "{text}");
        assert_eq!((done.cells, done.steps), (3, 3), "{text}");
        let texts: Vec<&str> = journey.steps().map(|step| &**step.texts.values().next().unwrap()).collect();
        assert_eq!(texts, ["a", "b", "c"], "{text}");
        assert_eq!(done.touchpoints, ["Website"], "{text}");
        assert_eq!(done.touchpoints_found, ["Portal", "Hotline"], "{text}");
    }
}

#[test]
fn lanes_are_known_by_their_titles_and_others_become_own_ones() {
    let mut plan = plan();
    let text = "Touchpoint;Hotline;Messe\nStimmung;-1,5;gut\nKanäle;E-Mail, Fax;Stand [erzwungen]\nZuständig;Service;Vertrieb\n\
                Schmerzpunkte;Kein Rückruf;Zu laut\nKPIs;NPS;Umsatz\nUnser Ziel;x;\n";
    let (journey, done) = new_journey(&mut plan, text);
    let lanes: Vec<&str> = journey.lanes.iter().map(|lane| if lane.is_own() { &*lane.title } else { lane.id.as_str() }).collect();
    assert_eq!(lanes, ["emotion", "channels", "department", "pain-points", "kpis", "Unser Ziel"]);
    let steps: Vec<_> = journey.steps().collect();
    assert_eq!(steps[0].emotion, Some(Emotion::from_halves(-3)));
    assert_eq!(steps[0].channels.len(), 2);
    assert_eq!((steps[1].channels.len(), steps[1].channel_change), (0, Some(ChannelChange::Forced)), "its new touchpoint has it");
    assert_eq!(plan.step_channels(steps[1]).len(), 1);
    assert_eq!(steps[0].kpis, [KpiId::standard("nps")]);
    assert_eq!((done.channels, done.departments), (vec!["Fax".to_owned(), "Stand".to_owned()], vec!["Vertrieb".to_owned()]));
    let fax = plan.channels.iter().find(|channel| channel.name == "Fax").unwrap();
    assert_eq!((fax.kind, fax.online), (ChannelKind::Physical, false));
    assert_eq!((done.findings, plan.pain_points.len()), (2, 3));
    let issues: Vec<_> = done.issues.iter().map(|issue| (&*issue.lane, &*issue.step, &*issue.text, issue.fault)).collect();
    assert_eq!(
        issues,
        [("Emotion", "Messe", "gut", CellFault::NotAnEmotion), ("Kennzahl", "Messe", "Umsatz", CellFault::NoSuchKpi)]
    );
}

#[test]
fn emotions_of_personas_are_found_by_their_names() {
    let mut plan = plan();
    let text = "Touchpoint;Hotline;Portal\nStimmung: bert: NEU;-1,5;gut\nEmotion: Anna;2;\nEmotion: anna;1;\nEmotion: Cleo;1;\n";
    let (journey, done) = new_journey(&mut plan, text);
    let hotline = journey.steps().next().unwrap();
    let felt = |id: &str| hotline.emotion_of(Some(&PersonaId::standard(id)));
    assert_eq!((hotline.emotion, felt("anna")), (None, Some(Emotion::MAX)));
    assert_eq!(felt("bert"), Some(Emotion::from_halves(-3)));
    // One persona has one curve, and nobody is added.
    assert_eq!(done.lanes, ["Emotion: anna", "Emotion: Cleo"]);
    assert_eq!((done.cells, plan.personas.len()), (4, 3));
    let lanes: Vec<_> = journey.lanes.iter().map(|lane| &lane.kind).collect();
    assert_eq!(lanes, [&LaneKind::Emotion, &LaneKind::Text, &LaneKind::Text]);
    let issues: Vec<_> = done.issues.iter().map(|issue| (&*issue.lane, &*issue.step, &*issue.text, issue.fault)).collect();
    assert_eq!(issues, [("Emotion: Bert: neu", "Portal", "gut", CellFault::NotAnEmotion)]);
}

#[test]
fn a_matrix_fills_the_journey_that_is_there_and_takes_nothing_away() {
    let mut plan = plan();
    new_journey(&mut plan, "Etappe;Nutzung;\nTouchpoint;Hotline;Rechnung\nHandlung;ruft an;zahlt\nFrage;wann?;\n");
    let texts = Language::De.texts();
    let matrix =
        read("Etappe;Nutzung;;Ende\nTouchpoint;Rechnung;Portal;Brief\nHandlung;;sucht;liest\nFrage;wie viel?;;\n").unwrap();
    let id = JourneyId::standard("new");
    let targets = propose(&plan, texts, &matrix, plan.journeys.get(&id).map(|journey| &**journey));
    let mut more = 1000;
    let done = take_in(&mut plan, texts, &matrix, &targets, &Destination::Into(id.clone()), &mut || {
        more += 1;
        Id::from_random(more)
    });
    let journey = plan.journeys.get(&id).unwrap();
    assert_eq!(shape(&plan, journey), shaped(&[("Nutzung", &["Hotline", "Rechnung", "Portal"]), ("Ende", &["Brief"])]));
    let texts_of =
        |lane: &str| journey.steps().map(|step| step.texts.get(&LaneId::standard(lane)).map_or("", |t| t)).collect::<Vec<_>>();
    assert_eq!(texts_of("action"), ["ruft an", "zahlt", "sucht", "liest"]);
    assert_eq!(texts_of("question"), ["wann?", "wie viel?", "", ""]);
    assert_eq!((done.steps, done.steps_filled, done.stages, done.cells), (2, 1, 1, 3));
    assert_eq!(journey.lanes.len(), 2);
}

/// Reads a table into the journey `new`.
fn into_new(plan: &mut Plan, text: &str) -> TakenIn {
    let texts = Language::De.texts();
    let matrix = read(text).unwrap();
    let id = JourneyId::standard("new");
    let targets = propose(plan, texts, &matrix, plan.journeys.get(&id).map(|journey| &**journey));
    let mut more = 2000;
    take_in(plan, texts, &matrix, &targets, &Destination::Into(id), &mut || {
        more += 1;
        Id::from_random(more)
    })
}

#[test]
fn a_line_added_to_a_finding_of_two_lines_is_one_more() {
    let mut plan = plan();
    new_journey(&mut plan, "Touchpoint;Hotline\nHandlung;a\n");
    let done = into_new(&mut plan, "Touchpoint;Hotline\nSchmerzpunkte;\"wartet\nLange\nKein Rückruf\nkein Rückruf\"\n");
    assert_eq!(done.findings, 1);
    let texts: Vec<&str> = plan.pain_points.iter().map(|pain_point| &*pain_point.text).collect();
    assert_eq!(texts, ["Wartet\nlange", "Kein Rückruf"]);
    // What hurts may be a chance, too.
    assert_eq!(into_new(&mut plan, "Touchpoint;Hotline\nChancen;Kein Rückruf\n").findings, 1);
}

#[test]
fn touchpoints_that_get_another_department_are_told() {
    let mut plan = plan();
    plan.touchpoints.update(&TouchpointId::standard("portal"), |portal| portal.department = None);
    let (_, done) =
        new_journey(&mut plan, "Touchpoint;Hotline;Rechnung;Portal;Messe\nAbteilung;Vertrieb;service;Service;Vertrieb\n");
    let change = |touchpoint: &str, from: &str, to: &str| DepartmentChange {
        touchpoint: touchpoint.to_owned(),
        from: from.to_owned(),
        to: to.to_owned(),
    };
    let expected = [change("Hotline", "Service", "Vertrieb"), change("Portal", "", "Service")];
    assert_eq!(done.departments_changed, expected, "neither what is as it was nor what is new");
    assert_eq!(into_new(&mut plan, "Touchpoint;Hotline\nAbteilung;\n").departments_changed, []);
}

#[test]
fn what_is_no_map_is_told() {
    let wide = format!("Touchpoint{}\nHandlung;a\n", ";x".repeat(10_000));
    let tall = format!("Touchpoint;a\n{}", "Spur;x\n".repeat(500));
    for (text, error) in [
        ("", MatrixError::Table(ImportError::Empty)),
        (";;\n;;\n", MatrixError::Table(ImportError::Empty)),
        ("\u{0}\u{1}\u{2}", MatrixError::Table(ImportError::NotText)),
        ("Handlung\nFrage\n", MatrixError::NoSteps),
        ("Touchpoint;a;b\nHandlung;x;y;z\n", MatrixError::ExtraCell { line: 2, column: 4 }),
        (&wide, MatrixError::TooManyColumns(10_001)),
        (&tall, MatrixError::TooManyRows(501)),
    ] {
        assert_eq!(read(text).unwrap_err(), error);
    }
    assert!(read("Touchpoint;a;b\nHandlung;x\n").is_ok(), "Excel leaves empty cells out at the end of rows");
}

#[test]
fn a_text_of_any_length_comes_back() {
    let texts = Language::De.texts();
    let mut written = plan();
    let long = "Das Päckchen; \"schwer\" und lang. ".repeat(1_000).trim_end().to_owned();
    let (journey, _) = new_journey(&mut written, "Touchpoint;Hotline\nHandlung;kurz\n");
    let (step, lane) = (journey.steps().next().unwrap().id.clone(), LaneId::standard("action"));
    written.update_step(&journey.id, &step, |step| {
        step.texts.insert(lane.clone(), long.clone());
    });
    let journey = written.journeys.get(&journey.id).unwrap();
    let csv = write_csv(texts.language, &write_matrix(&written, texts, journey, &journey.lanes));
    let (again, done) = new_journey(&mut plan(), &csv);
    assert_eq!(done.issues, []);
    assert_eq!(again.steps().next().unwrap().texts.get(&lane), Some(&long));
}

/// What a map says, cell by cell, with what cells don't say about their steps.
fn said(plan: &Plan, texts: &Texts, journey: &Journey) -> Vec<Vec<String>> {
    let mut said = Vec::new();
    for stage in &journey.stages {
        said.push(vec![stage_title(plan, texts, stage), format!("{:?}", stage.sub_phase)]);
        for step in &stage.steps {
            let step_said = (&step.touchpoint, &step.title, step.channel_change, step.emotion, &step.emotions);
            let mut cells = vec![format!("{step_said:?}")];
            cells.extend(journey.lanes.iter().map(|lane| cell_text(plan, texts, lane, step)));
            said.push(cells);
        }
    }
    said
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn what_is_exported_comes_back_the_same(plan in mapped(), german in any::<bool>()) {
        let texts = if german { Language::De } else { Language::En }.texts();
        let journey = plan.journeys.iter().next().unwrap();
        let rows = write_matrix(&plan, texts, journey, &journey.lanes);
        let csv = write_csv(texts.language, &rows);
        let mut after = plan.clone();
        let matrix = read_matrix(&read_table(csv.as_bytes()).unwrap().rows).unwrap();
        let targets = propose(&plan, texts, &matrix, None);
        let destination = Destination::New(JourneyId::standard("again"), "Umzug".to_owned());
        let done = take_in(&mut after, texts, &matrix, &targets, &destination, &mut ids());
        let again = after.journeys.get(destination.id()).unwrap();
        prop_assert_eq!(&done.issues, &vec![]);
        prop_assert_eq!(said(&after, texts, again), said(&plan, texts, journey));
        prop_assert_eq!(again.lanes.iter().map(|lane| &lane.kind).collect::<Vec<_>>(), journey.lanes.iter().map(|lane| &lane.kind).collect::<Vec<_>>());
        prop_assert!(after.touchpoints.same(&plan.touchpoints) && after.channels.same(&plan.channels), "nothing was added to the registers");
        prop_assert!(after.pain_points.same(&plan.pain_points) && after.opportunities.same(&plan.opportunities));
    }

    #[test]
    fn a_map_read_back_into_itself_changes_nothing(mut plan in mapped(), german in any::<bool>()) {
        let id = JourneyId::standard("j");
        // Columns without a name can't be found again.
        plan.journeys.update(&id, |journey| {
            journey.stages.iter_mut().for_each(|stage| stage.steps.retain(|step| step.touchpoint.is_some() || !step.title.is_empty()));
            journey.stages.retain(|stage| !stage.steps.is_empty());
        });
        let texts = if german { Language::De } else { Language::En }.texts();
        let journey = plan.journeys.get(&id).unwrap();
        if journey.stages.is_empty() {
            return Ok(());
        }
        let csv = write_csv(texts.language, &write_matrix(&plan, texts, journey, &journey.lanes));
        let matrix = read_matrix(&read_table(csv.as_bytes()).unwrap().rows).unwrap();
        let targets = propose(&plan, texts, &matrix, Some(&**journey));
        let mut after = plan.clone();
        let done = take_in(&mut after, texts, &matrix, &targets, &Destination::Into(id.clone()), &mut ids());
        prop_assert_eq!(after.journeys.get(&id), plan.journeys.get(&id));
        prop_assert!(after.same(&plan), "{:?}", done);
    }

    #[test]
    fn no_table_makes_it_fail(rows in prop::collection::vec(prop::collection::vec(text(), 0..5), 0..6)) {
        let cells: Vec<Vec<_>> = rows.iter().map(|row| row.iter().map(|text| crate::export::Cell::from(text.as_str())).collect()).collect();
        if let Ok(matrix) = read(&write_csv(Language::De, &cells)) {
            let texts = Language::De.texts();
            let mut after = plan();
            let targets = propose(&after, texts, &matrix, None);
            let destination = Destination::New(JourneyId::standard("new"), String::new());
            take_in(&mut after, texts, &matrix, &targets, &destination, &mut ids());
            prop_assert_eq!(after.dangling(), vec![]);
        }
    }
}
