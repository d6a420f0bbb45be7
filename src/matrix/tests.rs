use super::*;
use crate::export::write_csv;
use crate::import::{ImportError, read_table};
use crate::plan::*;
use crate::sheet::{CellFault, cell_text, stage_title};
use crate::texts::{Language, Texts};
use proptest::prelude::*;
use std::sync::Arc;

fn ids() -> impl FnMut() -> Id {
    let mut number = 0;
    move || {
        number += 1;
        Id::from_random(number)
    }
}

fn read(text: &str) -> Result<Matrix, MatrixError> {
    read_matrix(&read_table(text.as_bytes())?)
}

fn plan() -> Plan {
    let mut plan = Plan::new(PlanId::standard("p"), "");
    for name in ["Telefon", "E-Mail", "App"] {
        plan.channels.insert(Channel::new(ChannelId::standard(&name.to_lowercase()), name));
    }
    plan.departments.insert(Department::new(DepartmentId::standard("service"), "Service"));
    for name in ["Hotline", "Rechnung", "Portal"] {
        let mut touchpoint = Touchpoint::new(TouchpointId::standard(&name.to_lowercase()), name);
        touchpoint.department = Some(DepartmentId::standard("service"));
        touchpoint.channels = vec![ChannelId::standard("app")];
        plan.touchpoints.insert(touchpoint);
    }
    for (id, name) in [("anna", "Anna"), ("bert", "Bert: neu"), ("nobody", "")] {
        plan.personas.insert(Persona::new(PersonaId::standard(id), name));
    }
    plan.kpis.insert(Kpi::new(KpiId::standard("nps"), "NPS", KpiKind::Nps));
    let at = |id: &str| vec![TouchpointId::standard(id)];
    plan.pain_points.insert(PainPoint::new(PainPointId::standard("waits"), "Wartet\nlange", at("hotline")));
    plan.opportunities.insert(Opportunity::new(OpportunityId::standard("calls"), "Rückruf", at("hotline")));
    plan
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
        [("Emotion", "Messe", "gut", CellFault::NotAnEmotion), ("Kenn\u{ad}zahl", "Messe", "Umsatz", CellFault::Derived)]
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

#[test]
fn what_is_no_map_is_told() {
    let wide = format!("Touchpoint{}\nHandlung;a\n", ";x".repeat(10_000));
    let tall = format!("Touchpoint;a\n{}", "Spur;x\n".repeat(500));
    let long = format!("Touchpoint;a\nHandlung;{}\n", "x".repeat(CELL_LEN_MAX + 1));
    for (text, error) in [
        ("", MatrixError::Table(ImportError::Empty)),
        (";;\n;;\n", MatrixError::Table(ImportError::Empty)),
        ("\u{0}\u{1}\u{2}", MatrixError::Table(ImportError::NotText)),
        ("Handlung\nFrage\n", MatrixError::NoSteps),
        ("Touchpoint;a;b\nHandlung;x;y;z\n", MatrixError::ExtraCell { line: 2, column: 4 }),
        (&wide, MatrixError::TooManyColumns(10_001)),
        (&tall, MatrixError::TooManyRows(501)),
        (&long, MatrixError::LongCell { line: 2, column: 2 }),
    ] {
        assert_eq!(read(text).unwrap_err(), error);
    }
    assert!(read("Touchpoint;a;b\nHandlung;x\n").is_ok(), "Excel leaves empty cells out at the end of rows");
}

/// A text without blanks at its ends, which a cell doesn't keep.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[a-zäöüß]{1,6}",
        prop::sample::select(vec![
            "=1",
            "+",
            "-",
            "@",
            "'",
            "\"",
            ";",
            ",",
            "\t",
            "\n",
            "\r\n",
            "|",
            "👩‍👩‍👧",
            "שלום",
            "<b>",
            "10",
            "Emotion"
        ])
        .prop_map(str::to_owned),
        "\\PC",
    ];
    prop::collection::vec(piece, 0..4).prop_map(|pieces| pieces.join(" ").trim().to_owned())
}

prop_compose! {
    fn step()(
        touchpoint in prop::option::of(prop::sample::select(vec!["hotline", "rechnung", "portal"])),
        title in prop_oneof![Just(String::new()), "[a-z]{1,8} x"],
        (action, own, expectation) in (text(), text(), "[a-z ]{0,8}"),
        fulfilment in prop::option::of(prop::sample::select(Fulfilment::ALL.to_vec())),
        duration in prop::option::of((0_u32..400, prop::sample::select(DurationUnit::ALL.to_vec()))),
        (halves, feelings) in (
            prop::option::of(-4_i8..=4),
            prop::collection::btree_map(prop::sample::select(vec!["anna", "bert", "nobody"]), -4_i8..=4, 0..4),
        ),
        experience in prop::collection::btree_map(prop::sample::select(ExperienceLevel::ALL.to_vec()), (0_u8..=5).prop_map(Strength::new), 0..5),
        channels in prop::sample::subsequence(vec!["telefon", "e-mail"], 0..=2),
        change in prop::option::of(prop::sample::select(ChannelChange::ALL.to_vec())),
        (evidence, truth, kpi) in (prop::option::of(prop::sample::select(Evidence::ALL.to_vec())), any::<bool>(), any::<bool>()),
    ) -> Step {
        let mut step = Step::new(StepId::standard("x"));
        step.touchpoint = touchpoint.map(TouchpointId::standard);
        step.title = title;
        for (lane, text) in [("action", action), ("own", own), ("expectation", expectation.trim().to_owned())] {
            if !text.is_empty() {
                step.texts.insert(LaneId::standard(lane), text);
            }
        }
        step.fulfilment = fulfilment;
        step.duration = duration.and_then(|(quarters, unit)| StepDuration::new(f64::from(quarters) / 4.0, unit));
        step.emotion = halves.map(Emotion::from_halves);
        step.emotions = feelings.into_iter().map(|(id, halves)| (PersonaId::standard(id), Emotion::from_halves(halves))).collect();
        step.experience = experience;
        step.channels = channels.into_iter().map(ChannelId::standard).collect();
        step.channel_change = change.filter(|_| touchpoint.is_some() || !step.channels.is_empty());
        (step.evidence, step.moment_of_truth) = (evidence, truth);
        step.kpis = kpi.then(|| KpiId::standard("nps")).into_iter().collect();
        step
    }
}

/// A plan with a journey of all lanes, whose neighbouring stages have different titles.
fn mapped() -> impl Strategy<Value = Plan> {
    let stage =
        (prop::sample::select(vec![None, Some("use"), Some("decision")]), "[a-z]{0,5}", prop::collection::vec(step(), 0..4));
    prop::collection::vec(stage, 1..5).prop_map(|stages| {
        let mut plan = plan();
        let mut journey = Journey::new(JourneyId::standard("j"), "Umzug");
        journey.missing_lanes().iter().for_each(|lane| journey.show_lane(&lane.id, true));
        journey.add_text_lane(LaneId::standard("own"), "Unser Ziel".to_owned());
        for (number, (sub_phase, title, steps)) in stages.into_iter().enumerate() {
            let mut stage = Stage::new(StageId::standard(&number.to_string()), sub_phase.map(SubPhaseId::standard));
            stage.title = if title.is_empty() && sub_phase.is_some() { title } else { format!("{title}{number}") };
            stage.steps = steps
                .into_iter()
                .enumerate()
                .map(|(at, step)| Arc::new(Step { id: StepId::standard(&format!("{number}-{at}")), ..step }))
                .collect();
            let doubled = journey.stages.last().is_some_and(|before: &Stage| {
                stage.title.is_empty() && before.title.is_empty() && before.sub_phase == stage.sub_phase
            });
            if !doubled {
                journey.stages.push(stage);
            }
        }
        plan.journeys.insert(journey);
        plan
    })
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
        let matrix = read_matrix(&read_table(csv.as_bytes()).unwrap()).unwrap();
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
