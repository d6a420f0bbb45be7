use super::*;
use crate::plan::*;
use crate::sheet::{CellFault, Cleared, MapSheet, SheetRange, clear};
use crate::texts::Language;
use std::sync::Arc;

/// A plan with a journey `j` of one stage: a named step, one at a touchpoint without channels, and a blank one.
pub(super) fn plan(id: &str) -> Plan {
    let mut plan = Plan::new(PlanId::standard(id), "");
    plan.channels.insert(Channel::new(ChannelId::standard("phone"), "Telefon"));
    plan.departments.insert(Department::new(DepartmentId::standard("service"), "Service"));
    plan.kpis.insert(Kpi::new(KpiId::standard("nps"), "NPS", KpiKind::Nps));
    plan.personas.insert(Persona::new(PersonaId::standard("anna"), "Anna zieht um"));
    let mut hotline = Touchpoint::new(TouchpointId::standard("hotline"), "Hotline");
    hotline.channels = vec![ChannelId::standard("phone")];
    hotline.department = Some(DepartmentId::standard("service"));
    plan.touchpoints.insert(hotline);
    plan.touchpoints.insert(Touchpoint::new(TouchpointId::standard("bill"), "Rechnung"));
    let mut journey = Journey::new(journey(), "");
    let mut stage = Stage::new(StageId::standard("s"), None);
    for (id, touchpoint) in [("a", Some("hotline")), ("b", Some("bill")), ("c", None)] {
        let touchpoint = touchpoint.map(TouchpointId::standard);
        stage.steps.push(Arc::new(Step { touchpoint, ..Step::new(StepId::standard(id)) }));
    }
    journey.stages.push(stage);
    plan.journeys.insert(journey);
    plan
}

pub(super) fn journey() -> JourneyId {
    JourneyId::standard("j")
}

pub(super) fn range(rows: std::ops::RangeInclusive<usize>, columns: std::ops::RangeInclusive<usize>) -> SheetRange {
    SheetRange { rows, columns }
}

pub(super) fn paste_at(plan: &mut Plan, at: Option<SheetRange>, text: &str, clip: Option<&Clip>) -> Pasted {
    let mut next = 0;
    let mut new_id = || {
        next += 1;
        Id::try_from(format!("new-{next}")).unwrap()
    };
    let done = paste(plan, Language::De.texts(), &Paste { journey: &journey(), at, text, clip }, &mut new_id).unwrap();
    assert_eq!(plan.dangling(), Vec::new());
    done
}

pub(super) fn copy_of(plan: &Plan, at: SheetRange) -> Copied {
    copy(plan, Language::De.texts(), plan.journeys.get(&journey()).unwrap(), &at)
}

/// What the map says, row by row, with headings and titles.
pub(super) fn table(plan: &Plan) -> Vec<Vec<String>> {
    let sheet = MapSheet::new(plan, Language::De.texts(), plan.journeys.get(&journey()).unwrap());
    let line = |row| (0..sheet.columns()).map(|column| sheet.text(row, column)).collect();
    (0..sheet.rows()).map(line).collect()
}

pub(super) fn why(done: &Pasted) -> Vec<(&str, &str, CellFault)> {
    done.misfits.iter().map(|misfit| (misfit.column.as_str(), misfit.text.as_str(), misfit.why)).collect()
}

#[test]
fn cells_are_written_from_the_selected_one_and_what_does_not_fit_is_told() {
    let mut plan = plan("p");
    // Rows: action, question, channels, emotion, pain points, department, evidence.
    let done = paste_at(&mut plan, Some(range(3..=3, 2..=2)), "Telefon\tPost\tzu viel\n1,5\tgut\nHängt\tLangsam", None);
    assert_eq!((done.cells, done.misfit_count, &done.added[..]), (4, 3, &["Post".to_owned()][..]));
    let expected =
        [("", "zu viel", CellFault::NoCell), ("", "gut", CellFault::NotAnEmotion), ("", "Langsam", CellFault::NoTouchpoint)];
    assert_eq!(why(&done), expected);
    assert_eq!(done.misfits[1].lane, "Emotion");
    // Prose is no name.
    let prose = "Ruft an und wartet, bis jemand Zeit hat und ihr sagt, was zu tun ist".replace(',', "");
    assert_eq!(
        why(&paste_at(&mut plan, Some(range(3..=3, 2..=2)), &prose, None)),
        [("Rechnung", &*prose, CellFault::NoSuchChannel)]
    );
    let table = table(&plan);
    assert_eq!((&*table[3][2], &*table[4][2], &*table[5][2]), ("Telefon", "+1,5", "Hängt"));
    // The same once more changes nothing.
    let before = plan.clone();
    assert_eq!(paste_at(&mut plan, Some(range(3..=5, 2..=2)), "Telefon\n1,5\nHängt", None).misfit_count, 0);
    assert!(before.pain_points.same(&plan.pain_points));
}

#[test]
fn a_single_cell_fills_all_that_are_selected() {
    let mut plan = plan("p");
    let done = paste_at(&mut plan, Some(range(1..=2, 1..=3)), "\"ruft \"\"an\"\"\nund wartet\"", None);
    assert_eq!(done.cells, 6);
    assert!(table(&plan)[1..3].iter().all(|row| row[1..].iter().all(|text| text == "ruft \"an\"\nund wartet")));
}

#[test]
fn a_table_on_headings_becomes_steps_at_touchpoints_of_the_register() {
    let mut plan = plan("p");
    let text = "Website\t hotline \t\nSucht\tRuft an\tDenkt\n\t\t\n";
    let done = paste_at(&mut plan, Some(range(0..=0, 3..=3)), text, None);
    assert_eq!((done.columns, done.cells, done.misfit_count), (3, 3, 0));
    let told = table(&plan);
    assert_eq!(told[0], ["", "Hotline", "Rechnung", "Website", "Hotline", ""]);
    assert_eq!(told[1], ["Handlung", "", "", "Sucht", "Ruft an", "Denkt"]);
    assert_eq!(plan.touchpoints.len(), 3, "the hotline is one hotline");
    assert!(plan.step(&journey(), &StepId::standard("c")).is_some(), "the blank column was filled");
}

#[test]
fn rows_find_their_lanes_by_title_in_any_language() {
    let mut plan = plan("p");
    let text = "Spur\tPortal\nEmotion\t-2\nExpectation\tSofort\nWetter\tRegen\nSchmerzpunkte\tLangsam\r\nKennzahl\tNPS";
    let done = paste_at(&mut plan, None, text, None);
    assert_eq!((done.columns, done.cells, done.findings, done.misfit_count), (1, 5, 1, 0));
    let journey = plan.journeys.get(&journey()).unwrap();
    let own: Vec<&str> = journey.shown_lanes().filter(|lane| lane.is_own()).map(|lane| &*lane.title).collect();
    assert_eq!(own, ["Wetter"]);
    let step = journey.steps().last().unwrap();
    assert_eq!(step.emotion, Some(Emotion::MIN));
    assert_eq!(step.texts[&LaneId::standard("expectation")], "Sofort");
    assert_eq!(step.kpis, [KpiId::standard("nps")]);
    assert_eq!(plan.pain_points_at(step.touchpoint.as_ref().unwrap()).count(), 1);
}

#[test]
fn a_table_that_names_its_rows_is_read_like_a_file() {
    let mut plan = plan("p");
    // Lanes as rows, with stages, sub-phases, a persona's emotions, an own lane, a new channel and a new department.
    let text = "Etappe\tSuche\t\tHilfe\nTeilphase\tNutzung\t\t\nTouchpoint\tHotline\tPortal\tMesse\nKanal\tTelefon\tApp\t\n\
                Emotion\t1\t\t\nEmotion: Anna zieht um\t-1,5\t2\tgut\nWetter\tRegen\t\tSonne\nAbteilung\t\tVertrieb\t\n";
    let done = paste_at(&mut plan, Some(range(0..=0, 1..=1)), text, None);
    assert_eq!(
        (done.stages, done.columns, done.lanes, &done.added[..]),
        (2, 3, 1, &["App".to_owned(), "Vertrieb".to_owned()][..])
    );
    assert_eq!(why(&done), [("Messe", "gut", CellFault::NotAnEmotion)]);
    let journey = plan.journeys.get(&journey()).unwrap();
    let stages: Vec<_> =
        journey.stages.iter().map(|stage| (&*stage.title, stage.sub_phase.is_some(), stage.steps.len())).collect();
    assert_eq!(stages, [("", false, 3), ("Suche", true, 2), ("Hilfe", false, 1)]);
    let felt = |step: &Step| step.emotion_of(Some(&PersonaId::standard("anna"))).map(Emotion::halves);
    assert_eq!(journey.stages[1].steps.iter().map(|step| felt(step)).collect::<Vec<_>>(), [Some(-3), Some(4)]);
}

#[test]
fn steps_may_stand_in_rows_and_touchpoints_in_a_list() {
    for text in ["Touchpoint\tHandlung\nPortal\tSucht\nHotline\tRuft an\n", "Touchpoint\nPortal\nHotline\n"] {
        let mut plan = plan("p");
        let done = paste_at(&mut plan, Some(range(0..=0, 1..=1)), text, None);
        assert_eq!((done.columns, done.misfit_count), (2, 0));
        assert_eq!(table(&plan)[0], ["", "Hotline", "Portal", "Hotline", "Rechnung", ""]);
        assert_eq!(plan.touchpoints.len(), 3);
    }
}

#[test]
fn a_table_that_can_be_no_map_changes_nothing() {
    let mut plan = plan("p");
    let before = plan.clone();
    let text = format!("Touchpoint{}\n", "\tHotline".repeat(301));
    let what = Paste { journey: &journey(), at: None, text: &text, clip: None };
    let done = paste(&mut plan, Language::De.texts(), &what, &mut || Id::from_random(1));
    assert_eq!(done, Err(crate::matrix::MatrixError::TooManyColumns(302)));
    assert!(plan.same(&before));
}

#[test]
fn a_row_of_a_persona_s_emotions_is_written_as_such() {
    let mut plan = plan("p");
    let text = "Emotion: anna zieht um\t-1,5\tgut\t\t2\n";
    let done = paste_at(&mut plan, Some(range(1..=1, 0..=0)), text, None);
    assert_eq!((done.lanes, done.cells), (1, 1));
    assert_eq!(why(&done), [("Rechnung", "gut", CellFault::NotAnEmotion), ("", "2", CellFault::NoCell)]);
    let step = plan.step(&journey(), &StepId::standard("a")).unwrap();
    assert_eq!((step.emotion, step.emotion_of(Some(&PersonaId::standard("anna")))), (None, Some(Emotion::from_halves(-3))));
}

#[test]
fn a_map_without_columns_gets_a_stage() {
    let mut plan = plan("p");
    plan.journeys.update(&journey(), |journey| journey.stages.clear());
    let done = paste_at(&mut plan, None, "Hotline\tLaden", None);
    assert_eq!(done.columns, 2);
    assert_eq!(table(&plan)[0], ["", "Hotline", "Laden"]);
}

#[test]
fn copied_columns_keep_all_that_is_said_of_them() {
    let mut plan = plan("p");
    plan.update_step(&journey(), &StepId::standard("a"), |step| {
        step.texts.insert(LaneId::standard("service"), "Rückruf".to_owned());
        step.channel_change = Some(ChannelChange::Forced);
        step.emotions.insert(PersonaId::standard("anna"), Emotion::MAX);
        step.notes = "fragen".to_owned();
        step.kpis = vec![KpiId::standard("nps")];
    });
    let copied = copy_of(&plan, range(0..=0, 1..=2));
    assert!(copied.text.starts_with("Hotline\tRechnung\n"));
    let done = paste_at(&mut plan, Some(range(0..=0, 2..=2)), &copied.text, copied.clip.as_ref());
    assert_eq!((done.columns, done.misfit_count), (2, 0));
    let journey = plan.journeys.get(&journey()).unwrap();
    let steps: Vec<_> = journey.steps().collect();
    assert_eq!(Step { id: steps[0].id.clone(), ..Step::clone(steps[2]) }, **steps[0]);
    assert_eq!(plan.touchpoints.len(), 2);
}

#[test]
fn lanes_are_filled_where_nothing_stands_and_are_new_elsewhere() {
    let mut plan = plan("p");
    paste_at(&mut plan, Some(range(1..=1, 1..=1)), "Ruft an", None);
    let copied = copy_of(&plan, range(1..=1, 0..=0));
    assert_eq!(copied.text, "Handlung\tRuft an\t\t\n");
    let done = paste_at(&mut plan, Some(range(1..=1, 0..=0)), &copied.text, copied.clip.as_ref());
    assert_eq!((done.lanes, done.misfit_count), (1, 0));
    assert_eq!(table(&plan)[2], ["Handlung (Kopie)", "Ruft an", "", ""]);
    let done = paste_at(&mut plan, Some(range(1..=1, 0..=0)), "Service\ta\tb\tc\td\nErhoffter Nutzen\tZeit\nWetter\tRegen", None);
    assert_eq!((done.lanes, done.cells), (3, 5));
    assert_eq!(why(&done), [("", "d", CellFault::NoCell)]);
    let titles: Vec<String> = table(&plan).into_iter().map(|mut row| row.remove(0)).collect();
    assert_eq!(titles[1..4], ["Handlung", "Service", "Handlung (Kopie)"]);
    let shown = titles.iter().position(|title| title == "Erhoffter Nutzen").expect("a standard lane is shown where it belongs");
    assert_eq!(titles[shown + 1], "Wetter");
}

#[test]
fn a_copied_lane_goes_into_another_row_without_its_title() {
    let mut plan = plan("p");
    paste_at(&mut plan, Some(range(1..=1, 1..=1)), "Ruft an\tWartet", None);
    let copied = copy_of(&plan, range(1..=1, 0..=0));
    paste_at(&mut plan, Some(range(2..=2, 1..=1)), &copied.text, copied.clip.as_ref());
    assert_eq!(table(&plan)[2][1..], ["Ruft an", "Wartet", ""]);
}

#[test]
fn cells_are_emptied_but_for_what_stands_elsewhere() {
    let mut plan = plan("p");
    paste_at(&mut plan, Some(range(1..=1, 1..=1)), "Ruft an\n\nTelefon\n-1\nNiemand da", None);
    let clear_all = |plan: &mut Plan| clear(plan, Language::De.texts(), &journey(), &range(1..=6, 0..=1), None);
    // The touchpoint's channel, the pain point and the department stand elsewhere.
    assert_eq!(clear_all(&mut plan), Cleared { emptied: 2, kept: 3 });
    assert_eq!(plan.pain_points.len(), 1);
    let column: Vec<String> = table(&plan).into_iter().map(|mut row| row.swap_remove(1)).collect();
    assert_eq!(column[1..7], ["", "", "Telefon", "", "Niemand da", "Service"]);
    assert_eq!(clear_all(&mut plan), Cleared { emptied: 0, kept: 3 });
}

#[test]
fn a_step_loses_its_channels_with_how_they_were_changed_and_its_own_kpis() {
    let mut plan = plan("p");
    let (id, step) = (journey(), StepId::standard("b"));
    let kpis = Lane::new(LaneId::standard("kpis"), LaneKind::Kpis);
    plan.journeys.update(&id, |journey| journey.show_lane(&kpis.id, true));
    plan.kpis.update(&KpiId::standard("nps"), |kpi| kpi.touchpoint = Some(TouchpointId::standard("hotline")));
    for step in ["a", "b"] {
        plan.update_step(&id, &StepId::standard(step), |step| {
            step.channels = vec![ChannelId::standard("phone")];
            step.channel_change = Some(ChannelChange::Forced);
            step.kpis = vec![KpiId::standard("nps")];
        });
    }
    let row = |plan: &Plan, lane: &str| {
        let lanes = plan.journeys.get(&journey()).unwrap().shown_lanes().map(|lane| lane.id.clone()).collect::<Vec<_>>();
        lanes.iter().position(|id| id.as_str() == lane).unwrap() + 1
    };
    for lane in ["channels", "kpis"] {
        let row = row(&plan, lane);
        let cleared = clear(&mut plan, Language::De.texts(), &id, &range(row..=row, 1..=2), None);
        // The first step's touchpoint has a channel and a KPI of its own.
        assert_eq!(cleared, Cleared { emptied: 1, kept: 1 }, "{lane}");
    }
    let step = plan.step(&id, &step).unwrap();
    assert_eq!((step.channels.len(), step.channel_change, step.kpis.len()), (0, None, 0));
    assert_eq!(plan.step(&id, &StepId::standard("a")).unwrap().channel_change, None);
}

#[test]
fn the_emotion_is_taken_away_of_whose_curve_is_shown() {
    let mut plan = plan("p");
    let (id, step, anna) = (journey(), StepId::standard("a"), PersonaId::standard("anna"));
    plan.update_step(&id, &step, |step| {
        step.emotion = Some(Emotion::from_halves(-2));
        step.set_emotion_of(Some(&anna), Some(Emotion::from_halves(3)));
    });
    let cleared = clear(&mut plan, Language::De.texts(), &id, &range(4..=4, 1..=3), Some(&anna));
    assert_eq!(cleared, Cleared { emptied: 1, kept: 0 });
    let step = plan.step(&id, &step).unwrap();
    assert_eq!((step.emotion, step.emotion_of(Some(&anna))), (Some(Emotion::from_halves(-2)), None));
}

#[test]
fn whatever_is_pasted_keeps_the_plan_whole() {
    use proptest::prelude::*;
    proptest!(|(text in "[aä\"\t\n−2<\u{200b}]{0,40}", row in 0usize..9, column in 0usize..5, end in any::<bool>())| {
        let mut plan = plan("p");
        paste_at(&mut plan, (!end).then(|| range(row..=row, column..=column)), &text, None);
    });
}
