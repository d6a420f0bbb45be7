//! What a map copies and pastes beyond texts, and what pasting does to the rest of the plan.

use super::paste_tests::{copy_of, journey, paste_at, plan, range, table, why};
use super::*;
use crate::plan::*;
use crate::sheet::arbitrary::mapped;
use crate::sheet::{CellFault, DepartmentChange, MapSheet, SheetRange, cell_text, stage_title};
use crate::texts::Language;
use proptest::prelude::*;

fn step(plan: &Plan, id: &str) -> Step {
    Step::clone(plan.step(&journey(), &StepId::standard(id)).unwrap())
}

fn change(plan: &mut Plan, id: &str, change: impl FnOnce(&mut Step)) {
    assert!(plan.update_step(&journey(), &StepId::standard(id), change));
}

/// Number of the row in which a lane stands.
fn row(plan: &Plan, lane: &str) -> usize {
    plan.journeys.get(&journey()).unwrap().shown_lanes().position(|own| own.id.as_str() == lane).unwrap() + 1
}

fn texts_of<'a>(pain_points: impl IntoIterator<Item = &'a std::sync::Arc<PainPoint>>) -> Vec<(&'a str, usize)> {
    pain_points.into_iter().map(|pain_point| (&*pain_point.text, pain_point.touchpoints.len())).collect()
}

#[test]
fn a_lane_of_values_takes_the_place_of_some_and_leaves_what_it_does_not_speak_of() {
    let mut from = plan("p");
    let anna = PersonaId::standard("anna");
    change(&mut from, "a", |step| {
        step.emotion = Some(Emotion::MAX);
        step.emotions.insert(anna.clone(), Emotion::MIN);
    });
    change(&mut from, "c", |step| step.set_emotion_of(Some(&anna), Some(Emotion::MIN)));
    let at = row(&from, "emotion");
    let copied = copy_of(&from, range(at..=at, 0..=0));

    let mut to = plan("p");
    change(&mut to, "a", |step| step.emotion = Some(Emotion::MIN));
    change(&mut to, "b", |step| step.emotion = Some(Emotion::MIN));
    let done = paste_at(&mut to, Some(range(at..=at, 0..=0)), &copied.text, copied.clip.as_ref());
    assert_eq!((done.lanes, done.cells, done.replaced, done.misfit_count), (1, 2, 1, 0));
    assert_eq!((step(&to, "a").emotion, step(&to, "a").emotion_of(Some(&anna))), (Some(Emotion::MAX), Some(Emotion::MIN)));
    assert_eq!(step(&to, "b").emotion, Some(Emotion::MIN), "an empty cell takes nothing away");
    assert_eq!(step(&to, "c").emotion_of(Some(&anna)), Some(Emotion::MIN));
    assert_eq!(to.journeys.get(&journey()).unwrap().lanes.len(), from.journeys.get(&journey()).unwrap().lanes.len());
}

#[test]
fn a_lane_of_channels_brings_why_they_change_and_channels_that_are_new() {
    let mut from = plan("p");
    change(&mut from, "a", |step| step.channel_change = Some(ChannelChange::Forced));
    let at = row(&from, "channels");
    let lane = copy_of(&from, range(at..=at, 0..=0));
    let cell = copy_of(&from, range(at..=at, 1..=1));
    for (copied, place) in [(lane, range(at..=at, 0..=0)), (cell, range(at..=at, 1..=1))] {
        let mut to = plan("q");
        to.delete(&ChannelId::standard("phone").into());
        let done = paste_at(&mut to, Some(place), &copied.text, copied.clip.as_ref());
        assert_eq!((&done.added[..], done.misfit_count), (&["Telefon".to_owned()][..], 0));
        assert_eq!(step(&to, "a").channel_change, Some(ChannelChange::Forced));
        assert_eq!(table(&to)[at][1], "Telefon");
    }
    // A persona can't come along: it is told.
    change(&mut from, "a", |step| step.set_emotion_of(Some(&PersonaId::standard("anna")), Some(Emotion::MIN)));
    let at = row(&from, "emotion");
    let copied = copy_of(&from, range(at..=at, 1..=1));
    let mut to = plan("q");
    to.delete(&PersonaId::standard("anna").into());
    let done = paste_at(&mut to, Some(range(at..=at, 1..=1)), &copied.text, copied.clip.as_ref());
    assert_eq!(why(&done), [("Hotline", "Anna zieht um", CellFault::NoSuchPersona)]);
}

#[test]
fn a_department_is_changed_for_all_journeys_and_told_and_never_taken_away() {
    let mut to = plan("p");
    to.departments.insert(Department::new(DepartmentId::standard("sales"), "Vertrieb"));
    let at = row(&to, "department");
    for place in [range(at..=at, 0..=0), range(at..=at, 1..=1)] {
        let text = if place.is_one() && *place.columns.start() == 1 { "\tVertrieb" } else { "Abteilung\t\tVertrieb" };
        let mut to = to.clone();
        let done = paste_at(&mut to, Some(place), text, None);
        let told = DepartmentChange { touchpoint: "Rechnung".to_owned(), from: String::new(), to: "Vertrieb".to_owned() };
        assert_eq!((done.departments, done.replaced), (vec![told], 0));
        assert_eq!(table(&to)[at][1..], ["Service", "Vertrieb", ""]);
    }
}

#[test]
fn cells_copied_with_their_titles_come_back_where_they_were() {
    let mut plan = plan("p");
    paste_at(&mut plan, Some(range(1..=1, 1..=1)), "Ruft an\tWartet", None);
    let copied = copy_of(&plan, range(1..=2, 0..=2));
    let before = plan.clone();
    assert_eq!(paste_at(&mut plan, Some(range(1..=2, 0..=2)), &copied.text, copied.clip.as_ref()), Pasted::default());
    assert!(plan.same(&before));
}

#[test]
fn a_single_cell_fills_no_titles_that_are_selected_with_cells() {
    let mut plan = plan("p");
    let done = paste_at(&mut plan, Some(range(1..=1, 0..=2)), "Ruft an", None);
    assert_eq!((done.cells, done.misfit_count), (2, 0));
}

#[test]
fn a_whole_map_pasted_at_the_end_keeps_what_texts_do_not_say() {
    let mut plan = plan("p");
    change(&mut plan, "c", |step| step.set_emotion_of(Some(&PersonaId::standard("anna")), Some(Emotion::MIN)));
    let rows = table(&plan).len() - 1;
    let copied = copy_of(&plan, range(0..=rows, 0..=3));
    let done = paste_at(&mut plan, None, &copied.text, copied.clip.as_ref());
    assert_eq!((done.columns, done.misfit_count), (3, 0));
    let last = plan.journeys.get(&journey()).unwrap().steps().last().unwrap();
    assert_eq!(last.emotion_of(Some(&PersonaId::standard("anna"))), Some(Emotion::MIN));
}

#[test]
fn columns_come_into_another_plan_with_their_touchpoints() {
    let mut from = plan("p");
    let own = LaneId::standard("own");
    from.journeys.update(&journey(), |journey| journey.add_text_lane(own.clone(), "Wetter".to_owned()));
    from.update_step(&journey(), &StepId::standard("a"), |step| {
        step.texts.insert(own.clone(), "Regen".to_owned());
        step.channels = vec![ChannelId::standard("phone")];
        step.kpis = vec![KpiId::standard("nps")];
    });
    let mut pain = PainPoint::new(PainPointId::standard("x"), "Niemand da", vec![TouchpointId::standard("hotline")]);
    pain.severity = Some(5);
    let heard = Voice::new(VoiceId::standard("v"), "Da ist nie jemand", None);
    pain.voices.push(heard.id.clone());
    from.voices.insert(heard);
    from.pain_points.insert(pain);
    let copied = copy_of(&from, range(0..=0, 1..=1));
    let json = serde_json::to_string(&copied.clip).unwrap();
    let clip: Option<Clip> = serde_json::from_str(&json).unwrap();
    assert_eq!(clip, copied.clip);

    let mut to = Plan::new(PlanId::standard("q"), "");
    to.channels.insert(Channel::new(ChannelId::standard("tel"), "telefon"));
    to.journeys.insert(Journey::new(journey(), ""));
    let done = paste_at(&mut to, None, &copied.text, clip.as_ref());
    assert_eq!((done.columns, done.lanes, done.findings), (1, 1, 1));
    assert_eq!(done.added, ["Service"]);
    assert_eq!(why(&done), [("Hotline", "NPS", CellFault::NoSuchKpi)]);
    let step = to.journeys.get(&journey()).unwrap().steps().next().unwrap().clone();
    assert_eq!(step.channels, [ChannelId::standard("tel")]);
    assert_eq!(step.texts.values().collect::<Vec<_>>(), ["Regen"]);
    let pain = to.pain_points_at(step.touchpoint.as_ref().unwrap()).next().unwrap();
    assert_eq!((&*pain.text, pain.severity), ("Niemand da", Some(5)));
    assert_eq!(to.dangling(), []);
}

#[test]
fn a_persona_that_is_missing_is_told_once_for_all_steps() {
    let mut from = plan("p");
    for id in ["a", "b", "c"] {
        change(&mut from, id, |step| step.emotions = [(PersonaId::standard("anna"), Emotion::MAX)].into());
    }
    change(&mut from, "b", |step| step.kpis = vec![KpiId::standard("nps")]);
    let copied = copy_of(&from, range(0..=0, 1..=3));
    let mut to = Plan::new(PlanId::standard("q"), "");
    to.journeys.insert(Journey::new(journey(), ""));
    let done = paste_at(&mut to, None, &copied.text, copied.clip.as_ref());
    let told: Vec<_> = done.misfits.iter().map(|misfit| (&*misfit.text, &*misfit.column, misfit.times)).collect();
    assert_eq!(told, [("Anna zieht um", "Hotline", 3), ("NPS", "Rechnung", 1)]);
    assert_eq!(done.misfit_count, 4);
}

#[test]
fn a_finding_comes_once_with_all_its_touchpoints_and_none_is_dropped() {
    let mut from = plan("p");
    let at = |ids: &[&str]| ids.iter().map(|id| TouchpointId::standard(id)).collect::<Vec<_>>();
    for (id, text, ids) in [("x", "Wartet", &["hotline", "bill"][..]), ("y", "Unklar", &["bill"]), ("z", "Laut", &["hotline"])] {
        from.pain_points.insert(PainPoint::new(PainPointId::standard(id), text, at(ids)));
    }
    from.opportunities.insert(Opportunity::new(OpportunityId::standard("o"), "Chat", at(&["bill"])));
    let copied = copy_of(&from, range(0..=0, 1..=2));

    let mut to = Plan::new(PlanId::standard("q"), "");
    to.journeys.insert(Journey::new(journey(), ""));
    let done = paste_at(&mut to, None, &copied.text, copied.clip.as_ref());
    assert_eq!((done.findings, texts_of(to.pain_points.iter())), (4, vec![("Wartet", 2), ("Unklar", 1), ("Laut", 1)]));

    // The touchpoint „Rechnung“ is known by name, and some of what hurts there by its text.
    let mut to = plan("q");
    to.delete(&TouchpointId::standard("hotline").into());
    to.pain_points.insert(PainPoint::new(PainPointId::standard("own"), "wartet", at(&["bill"])));
    let done = paste_at(&mut to, None, &copied.text, copied.clip.as_ref());
    assert_eq!((done.findings, texts_of(to.pain_points.iter())), (4, vec![("wartet", 2), ("Unklar", 1), ("Laut", 1)]));
    assert_eq!(to.opportunities.len(), 1);

    // Of two with one text it is the one that has the touchpoints.
    from.pain_points.insert(PainPoint::new(PainPointId::standard("w"), "Unklar", at(&["hotline", "bill"])));
    let copied = copy_of(&from, range(0..=0, 1..=2));
    let mut to = Plan::new(PlanId::standard("q"), "");
    to.journeys.insert(Journey::new(journey(), ""));
    let findings: Vec<usize> = (0..2).map(|_| paste_at(&mut to, None, &copied.text, copied.clip.as_ref()).findings).collect();
    assert_eq!((findings, to.pain_points.len()), (vec![5, 0], 4));
    from.delete(&PainPointId::standard("w").into());

    // At home, what was deleted meanwhile stays deleted.
    from.delete(&PainPointId::standard("y").into());
    assert_eq!(paste_at(&mut from, None, &copied.text, copied.clip.as_ref()).findings, 0);
    assert_eq!(from.pain_points.len(), 2);
}

#[test]
fn lanes_that_the_copied_map_shows_are_shown_where_columns_say_something() {
    let mut from = plan("p");
    for lane in ["service", "backstage", "duration", "kpis"] {
        from.journeys.update(&journey(), |journey| journey.show_lane(&LaneId::standard(lane), true));
    }
    from.journeys.update(&journey(), |journey| journey.show_lane(&LaneId::standard("backstage"), false));
    change(&mut from, "a", |step| {
        step.texts.insert(LaneId::standard("service"), "Rückruf".to_owned());
        step.texts.insert(LaneId::standard("backstage"), "Prüft".to_owned());
        step.duration = StepDuration::new(3.0, DurationUnit::Days);
    });
    let copied = copy_of(&from, range(0..=0, 1..=1));
    let mut to = plan("q");
    to.journeys.update(&journey(), |journey| journey.show_lane(&LaneId::standard("department"), false));
    let done = paste_at(&mut to, None, &copied.text, copied.clip.as_ref());
    let shown: Vec<&str> = to.journeys.get(&journey()).unwrap().shown_lanes().map(|lane| lane.id.as_str()).collect();
    assert_eq!(done.lanes, 3);
    assert!(["service", "duration", "department"].iter().all(|lane| shown.contains(lane)), "{shown:?}");
    assert!(["backstage", "kpis"].iter().all(|lane| !shown.contains(lane)), "{shown:?}");
}

/// Titles of the stages, the sub-phases that they belong to, and how many steps they have.
fn stages(plan: &Plan) -> Vec<(String, Option<&str>, usize)> {
    let stages = plan.journeys.get(&journey()).unwrap().stages.iter();
    let told = stages.map(|stage| {
        let sub_phase = stage.sub_phase.as_ref().map(SubPhaseId::as_str);
        (stage_title(plan, Language::De.texts(), stage), sub_phase, stage.steps.len())
    });
    told.collect()
}

fn add_stage(plan: &mut Plan, id: &str, title: &str, sub_phase: Option<&str>, steps: &[&str]) {
    let mut stage = Stage::new(StageId::standard(id), sub_phase.map(SubPhaseId::standard));
    title.clone_into(&mut stage.title);
    stage.steps = steps.iter().map(|id| std::sync::Arc::new(Step::new(StepId::standard(id)))).collect();
    plan.journeys.update(&journey(), |journey| journey.stages.push(stage));
}

/// A plan like [`plan`] whose journey goes on with stages in a sub-phase of its own, in a standard one and without steps.
fn of_stages() -> Plan {
    let mut plan = plan("p");
    plan.sub_phases.insert(SubPhase { name: "Umzug".to_owned(), ..SubPhase::new(SubPhaseId::standard("move"), Phase::Active) });
    add_stage(&mut plan, "t", "", Some("move"), &["d"]);
    add_stage(&mut plan, "u", "Rat", Some("use"), &["e"]);
    add_stage(&mut plan, "v", "", Some("decision"), &[]);
    plan.journeys.update(&journey(), |journey| journey.stages[0].title = "Suche".to_owned());
    plan
}

#[test]
fn columns_of_several_stages_bring_these_into_a_journey_that_was_just_begun() {
    let from = of_stages();
    // Headings alone, or the whole map as a table.
    for rows in [0, table(&from).len() - 1] {
        let first = if rows == 0 { 1 } else { 0 };
        let copied = copy_of(&from, range(0..=rows, first..=6));
        assert!(copied.text.starts_with(if rows == 0 { "Hotline\t" } else { "Etappe\t" }), "{}", copied.text);
        let mut to = Plan::new(PlanId::standard("q"), "");
        to.journeys.insert(Journey::new(journey(), ""));
        add_stage(&mut to, "begun", "", Some("awareness"), &["blank"]);
        let done = paste_at(&mut to, Some(range(0..=0, 1..=1)), &copied.text, copied.clip.as_ref());
        assert_eq!((done.stages, done.columns), (4, 5));
        let mut expected = stages(&from);
        // The plan has no such part of the lifecycle: its name stays as title.
        expected[1].1 = None;
        assert_eq!(stages(&to), expected);
        let begun = &to.journeys.get(&journey()).unwrap().stages[0];
        assert_eq!((begun.id.as_str(), begun.steps[0].id.as_str()), ("begun", "blank"), "the focus stays where it was");
    }
}

#[test]
fn a_sub_phase_is_found_by_its_name_too() {
    let from = of_stages();
    let copied = copy_of(&from, range(0..=0, 3..=5));
    let mut to = Plan::new(PlanId::standard("q"), "");
    to.sub_phases.insert(SubPhase { name: "umzug".to_owned(), ..SubPhase::new(SubPhaseId::standard("own"), Phase::Active) });
    to.journeys.insert(Journey::new(journey(), ""));
    paste_at(&mut to, None, &copied.text, copied.clip.as_ref());
    let expected = [("Suche".to_owned(), None, 1), ("umzug".to_owned(), Some("own"), 1), ("Rat".to_owned(), Some("use"), 1)];
    assert_eq!(stages(&to), expected);
}

#[test]
fn stages_come_behind_the_one_at_which_they_are_put_in_and_columns_of_one_come_into_it() {
    let from = of_stages();
    let copied = copy_of(&from, range(0..=0, 4..=5));
    let mut to = from.clone();
    // The column in the midst of the first stage.
    let done = paste_at(&mut to, Some(range(0..=0, 1..=1)), &copied.text, copied.clip.as_ref());
    assert_eq!((done.stages, done.columns), (2, 2));
    let titles: Vec<(String, usize)> = stages(&to).into_iter().map(|(title, _, steps)| (title, steps)).collect();
    let decision = to.sub_phase_name(&SubPhaseId::standard("decision"), Language::De.texts());
    let expected = [("Suche", 3), ("Umzug", 1), ("Rat", 1), ("Umzug", 1), ("Rat", 1), (&*decision, 0)];
    assert_eq!(titles, expected.map(|(title, steps)| (title.to_owned(), steps)));

    let copied = copy_of(&from, range(0..=0, 1..=2));
    let mut to = from.clone();
    let done = paste_at(&mut to, Some(range(0..=0, 5..=5)), &copied.text, copied.clip.as_ref());
    assert_eq!((done.stages, done.columns), (0, 2));
    // The blank step there is filled first.
    assert_eq!(stages(&to).iter().map(|stage| stage.2).collect::<Vec<_>>(), [3, 1, 2, 0]);
}

#[test]
fn a_lane_of_values_that_another_lane_cannot_take_is_told() {
    let mut plan = plan("p");
    plan.journeys.update(&journey(), |journey| journey.show_lane(&LaneId::standard("duration"), true));
    let anna = PersonaId::standard("anna");
    change(&mut plan, "a", |step| step.emotions.insert(anna.clone(), Emotion::MIN).map_or((), drop));
    let (from, to) = (row(&plan, "emotion"), row(&plan, "duration"));
    change(&mut plan, "b", |step| {
        step.emotion = Some(Emotion::from_halves(3));
        step.duration = StepDuration::new(5.0, DurationUnit::Minutes);
    });
    change(&mut plan, "c", |step| step.duration = StepDuration::new(5.0, DurationUnit::Minutes));
    let before = plan.clone();
    // On its title: the lane stands in its own place already. In its cells: no emotion becomes a duration.
    let copied = copy_of(&plan, range(from..=from, 0..=0));
    for (column, told) in [(0, &[("Dauer", "Emotion")][..]), (1, &[("Dauer", "Emotion"), ("Dauer", "+1,5")])] {
        let done = paste_at(&mut plan, Some(range(to..=to, column..=column)), &copied.text, copied.clip.as_ref());
        assert!(done.is_nothing() && done.misfits.iter().all(|misfit| misfit.why == CellFault::OtherLane));
        assert_eq!(done.misfits.iter().map(|misfit| (&*misfit.lane, &*misfit.text)).collect::<Vec<_>>(), told);
        assert!(plan.same(&before));
    }
    // A lane of texts takes what is written.
    let done = paste_at(&mut plan, Some(range(1..=1, 1..=1)), &copied.text, copied.clip.as_ref());
    assert_eq!((done.cells, done.misfit_count, &*table(&plan)[1][2]), (1, 1, "+1,5"));
}

/// What is said about a step in lanes of the map that it comes from.
fn said(plan: &Plan, step: &Step, lanes: &[(Lane, LaneId)]) -> Vec<String> {
    let mut said = vec![plan.step_heading(step), format!("{:?} {:?}", step.channel_change, step.emotions.values())];
    said.extend(lanes.iter().map(|(lane, id)| {
        let lane = Lane { id: id.clone(), ..lane.clone() };
        cell_text(plan, Language::De.texts(), &lane, step)
    }));
    said
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn cells_and_lanes_of_values_pasted_over_themselves_change_nothing(mut plan in mapped(), a in (1usize..19, 0usize..9), b in (1usize..19, 1usize..9)) {
        let before = plan.clone();
        let map = before.journeys.get(&journey()).unwrap();
        let sheet = MapSheet::new(&before, Language::De.texts(), map);
        let within = |cell: (usize, usize)| (cell.0.min(sheet.rows() - 1), cell.1.min(sheet.columns() - 1));
        let mut places = vec![SheetRange::between(within(a), within(b))];
        let has_values = |row: &usize| sheet.lane(*row).is_some_and(|lane| !lane.kind.has_texts());
        places.extend((1..sheet.rows()).filter(has_values).map(|row| range(row..=row, 0..=0)));
        for place in places {
            let copied = copy_of(&before, place.clone());
            let done = paste_at(&mut plan, Some(place.clone()), &copied.text, copied.clip.as_ref());
            prop_assert_eq!(done, Pasted::default());
            prop_assert!(plan.same(&before), "{:?}", place);
        }
    }

    #[test]
    fn columns_and_whole_maps_say_the_same_in_another_plan_and_are_at_home_there_the_second_time(from in mapped(), is_whole_map in any::<bool>()) {
        let map = from.journeys.get(&journey()).unwrap();
        let columns = MapSheet::new(&from, Language::De.texts(), map).columns();
        let (rows, first) = if is_whole_map { (map.shown_lanes().count(), 0) } else { (0, 1) };
        let copied = copy_of(&from, range(0..=rows, first..=columns - 1));
        let mut to = Plan::new(PlanId::standard("q"), "");
        to.kpis.insert(Kpi::new(KpiId::standard("own"), "nps", KpiKind::Nps));
        for (id, name) in [("own-a", "anna"), ("own-b", "bert: neu"), ("own-c", "")] {
            to.personas.insert(Persona::new(PersonaId::standard(id), name));
        }
        to.journeys.insert(Journey::new(journey(), ""));
        let done = paste_at(&mut to, None, &copied.text, copied.clip.as_ref());
        prop_assert_eq!(done.misfit_count, 0);
        let pasted = to.journeys.get(&journey()).unwrap().clone();
        let own = pasted.lanes.iter().find(|lane| lane.title == "Unser Ziel").map(|lane| lane.id.clone());
        let no_kpis = |lane: &&Lane| lane.kind != LaneKind::Kpis;
        let lanes = map.lanes.iter().filter(no_kpis).map(|lane| (lane.clone(), lane.id.clone()));
        let lanes: Vec<(Lane, LaneId)> = lanes.collect();
        let there: Vec<(Lane, LaneId)> = lanes.iter().map(|(lane, id)| {
            (lane.clone(), own.clone().filter(|_| lane.is_own()).unwrap_or_else(|| id.clone()))
        }).collect();
        let said_before: Vec<_> = map.steps().map(|step| said(&from, step, &lanes)).collect();
        let said_after: Vec<_> = pasted.steps().map(|step| said(&to, step, &there)).collect();
        prop_assert_eq!(said_after, said_before);
        prop_assert_eq!(stages(&to), stages(&from), "stages too");

        let before = to.clone();
        let done = paste_at(&mut to, None, &copied.text, copied.clip.as_ref());
        prop_assert_eq!((done.findings, done.added.len(), done.lanes), (0, 0, 0));
        prop_assert!(Plan { journeys: before.journeys.clone(), ..to.clone() }.same(&before), "the registers and findings are as they were");
    }

    #[test]
    fn the_texts_of_a_whole_map_alone_say_the_same_in_another_map(from in mapped(), german in any::<bool>()) {
        let texts = if german { Language::De } else { Language::En }.texts();
        let map = from.journeys.get(&journey()).unwrap();
        let sheet = MapSheet::new(&from, texts, map);
        let copied = copy(&from, texts, map, &range(0..=sheet.rows() - 1, 0..=sheet.columns() - 1));
        let mut to = from.clone();
        to.journeys.insert(Journey { lanes: map.lanes.clone(), ..Journey::new(journey(), "") });
        let done = paste_at(&mut to, None, &copied.text, None);
        prop_assert_eq!((done.misfits, done.lanes, done.added), (vec![], 0, vec![]));
        let said = |plan: &Plan| {
            let lanes: Vec<_> = map.lanes.iter().map(|lane| (lane.clone(), lane.id.clone())).collect();
            let said = plan.journeys.get(&journey()).unwrap().steps().flat_map(|step| said(plan, step, &lanes));
            // Spreadsheets have one kind of line break.
            said.map(|text| text.replace("\r\n", "\n")).collect::<Vec<_>>()
        };
        prop_assert_eq!(said(&to), said(&from));
        prop_assert_eq!(stages(&to), stages(&from));
        prop_assert!(Plan { journeys: from.journeys.clone(), ..to }.same(&from), "the registers and findings are as they were");
    }
}

#[test]
fn a_whole_map_as_text_brings_its_stages_into_another() {
    let mut from = plan("p");
    change(&mut from, "b", |step| step.emotion = Some(Emotion::MIN));
    from.journeys.update(&journey(), |journey| {
        journey.stages[0].title = "Frage".to_owned();
        let second = Stage { title: "Antwort".to_owned(), ..Stage::new(StageId::standard("t"), None) };
        journey.stages.push(second);
        let bill = journey.stages[0].steps.remove(1);
        journey.stages[1].steps.push(bill);
    });
    let journey_of = |plan: &Plan| plan.journeys.get(&journey()).unwrap().clone();
    let rows = journey_of(&from).shown_lanes().count();
    let copied = copy_of(&from, range(0..=rows, 0..=3));
    assert_eq!(copied.text.lines().next(), Some("Etappe\tFrage\t\tAntwort"));
    assert!(copied.text.contains("-2") && !copied.text.contains('−'), "{}", copied.text);

    // Without what lies beside it, as from a spreadsheet.
    let stages = |plan: &Plan| {
        let stage =
            |stage: &Stage| (stage.title.clone(), stage.steps.iter().map(|step| plan.step_heading(step)).collect::<Vec<_>>());
        journey_of(plan).stages.iter().map(stage).collect::<Vec<_>>()
    };
    let mut empty = from.clone();
    empty.journeys.update(&journey(), |journey| journey.stages.clear());
    let done = paste_at(&mut empty, None, &copied.text, None);
    assert_eq!((done.stages, done.misfit_count), (2, 0));
    assert_eq!(stages(&empty)[1], ("Antwort".to_owned(), vec!["Rechnung".to_owned()]));
    assert_eq!(stages(&empty)[0].0, "Frage");

    // Behind a column of a map in which something is said they come behind its stage.
    let mut full = from.clone();
    paste_at(&mut full, Some(range(0..=0, 1..=1)), "Stage\tQuestion\tQuestion\tAnswer\nTouchpoint\tHotline\tShop\tHotline", None);
    let titles: Vec<String> = stages(&full).into_iter().map(|(title, _)| title).collect();
    assert_eq!(titles, ["Frage", "Question", "Answer", "Antwort"]);
    assert_eq!(stages(&full)[1].1, ["Hotline", "Shop"]);
}
