use super::*;
use crate::plan::*;
use crate::texts::Language;
use serde_json::{Value, json};

fn fixture() -> Vec<u8> {
    std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/plans/schema-1.json")).unwrap()
}

fn file(plan: Value) -> Vec<u8> {
    json!({ "format": "reiseplan", "schema": 1, "plan": plan }).to_string().into_bytes()
}

fn open(plan: Value) -> Opened {
    read(&file(plan)).unwrap()
}

#[test]
fn nothing_of_a_plan_with_all_kinds_of_records_is_lost() {
    let opened = read(&fixture()).unwrap();
    let written = write(&opened.plan);
    let (before, after): (Value, Value) = (serde_json::from_slice(&fixture()).unwrap(), serde_json::from_str(&written).unwrap());
    assert_eq!(after["plan"], before["plan"]);
    assert_eq!(read(written.as_bytes()).unwrap(), Opened { plan: opened.plan, mended: vec![] });
}

#[test]
fn a_file_has_a_record_a_line() {
    let written = write(&read(&fixture()).unwrap().plan);
    assert!(written.lines().any(|line| line == r#"{"id":"awareness","phase":"acquisition"},"#), "{written}");
}

#[test]
fn what_this_version_does_not_know_is_written_again() {
    let plan = json!({
        "id": "p",
        "profile": [{ "id": "profile", "title": "", "currency": "EUR", "discount_rate": 0.08, "horizon_years": 3 }],
        "sub_phases": [{ "id": "use", "phase": "active" }],
        "goals": [{ "id": "g", "title": "t", "later": { "deep": [1, null] } }],
        "journeys": [{ "id": "j", "title": "", "kind": "as_is", "lanes": [{ "id": "l", "kind": "hologram", "x": 1 }],
            "stages": [{ "id": "s", "steps": [{ "id": "p", "smell": "good" }] }] }],
        "kpis": [{ "id": "k", "title": "", "kind": "happiness", "scale": 7 }],
        "dimensions": [{ "id": "d", "name": "", "values": [{ "id": "v", "name": "", "colour": 3 }] }],
        "personas": [{ "id": "p", "name": "", "segments": [{ "dimension": "d", "value": "v", "share": 0.1 }] }],
        "letters": [{ "id": "v" }],
        "unread": [{ "table": "goals", "record": 7 }],
    });
    let opened = open(plan.clone());
    assert_eq!(opened.mended, vec![]);
    let mut edited = opened.plan;
    edited.goals.update(&GoalId::standard("g"), |goal| goal.title = "new".to_owned());
    let mut wanted = plan;
    wanted["goals"][0]["title"] = "new".into();
    let written: Value = serde_json::from_str(&write(&edited)).unwrap();
    assert_eq!(written["plan"], wanted);
    assert_eq!(from_records(to_records(&edited)).unwrap(), Opened { plan: edited, mended: vec![] });
}

#[test]
fn a_file_that_is_no_plan_is_told_apart() {
    fn check(bytes: &[u8], error: ReadError) {
        assert_eq!(read(bytes).unwrap_err(), error);
    }
    let found = |kind| ReadError::OtherFormat(kind);
    check(b"", ReadError::Empty);
    check("\u{feff} \n".as_bytes(), ReadError::Empty);
    check(b"{\n\"a\": \xff}", ReadError::NotText { line: 2 });
    check(b"Datum;Wert\n1;2", ReadError::NotJson { line: 1, column: 1 });
    check(b"{\n  \"a\": 1,\n}", ReadError::NotJson { line: 3, column: 1 });
    check(b"[1, 2]", found(FileKind::List));
    check(b"\"text\"", found(FileKind::Single));
    check(b"{}", found(FileKind::Object));
    check(br#"{"format": "excalidraw"}"#, found(FileKind::Named("excalidraw".to_owned())));
    check(br#"{"format": "reiseplan"}"#, ReadError::NoSchema);
    check(br#"{"format": "reiseplan", "schema": "1"}"#, ReadError::NoSchema);
    check(br#"{"format": "reiseplan", "schema": 0, "plan": {}}"#, ReadError::NoSchema);
    check(br#"{"format": "reiseplan", "schema": 2, "plan": {}}"#, ReadError::Newer { found: 2 });
    check(br#"{"format": "reiseplan", "schema": 2, "content": {}}"#, ReadError::Newer { found: 2 });
    check(br#"{"format": "reiseplan", "schema": 1}"#, ReadError::NoPlan);
    check(br#"{"format": "reiseplan", "schema": 1, "plan": []}"#, ReadError::NoPlan);
    check(&vec![b' '; MAX_FILE_LEN + 1], ReadError::TooLarge { len: MAX_FILE_LEN + 1 });
}

#[test]
fn a_file_nested_deeply_is_refused_wherever_the_nesting_is() {
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
        let nested = format!("{}1{}", open.repeat(10_000), close.repeat(10_000));
        let inside = format!(r#"{{"format":"reiseplan","schema":1,"plan":{{"id":"p","goals":[{nested}]}}}}"#);
        for text in [nested, inside] {
            assert!(matches!(read(text.as_bytes()), Err(ReadError::TooDeep { line: 1, .. })));
        }
    }
}

#[test]
fn a_file_cut_anywhere_is_called_incomplete() {
    let whole = fixture();
    let end = whole.trim_ascii_end().len();
    for len in (1..end).step_by(97).filter(|len| std::str::from_utf8(&whole[..*len]).is_ok()) {
        assert!(matches!(read(&whole[..len]), Err(ReadError::Truncated { .. })), "cut after {len} bytes");
    }
}

fn mends(plan: Value) -> Vec<(String, Option<usize>, Mend)> {
    open(plan).mended.into_iter().map(|m| (m.table, m.position, m.mend)).collect()
}

fn standard() -> Value {
    json!({ "id": "p", "profile": [{ "id": "profile" }], "sub_phases": [{ "id": "use", "phase": "active" }] })
}

fn check_mends(table: &str, records: Value, wanted: Vec<(Option<usize>, Mend)>) -> Opened {
    let mut plan = standard();
    plan[table] = records;
    let found = mends(plan.clone());
    assert_eq!(found, wanted.into_iter().map(|(at, mend)| (table.to_owned(), at, mend)).collect::<Vec<_>>());
    let opened = open(plan);
    assert_eq!(opened.plan.dangling(), vec![]);
    let again = read(write(&opened.plan).as_bytes()).unwrap();
    assert_eq!(again, Opened { plan: opened.plan.clone(), mended: vec![] }, "mended once, it stays so");
    opened
}

#[test]
fn a_record_of_wrong_type_is_set_aside_and_the_rest_is_read() {
    let fault = |field: &str, found: &str| Mend::SetAside(Fault::Field { field: field.to_owned(), found: found.to_owned() });
    let opened = check_mends(
        "measures",
        json!([{ "id": "a" }, { "id": "b", "status": "soon" }, 7, { "id": "c", "start": "1.3.2025" }, { "title": "d" }]),
        vec![
            (Some(1), fault("status", "\"soon\"")),
            (Some(2), Mend::SetAside(Fault::NotAnObject)),
            (Some(3), fault("start", "\"1.3.2025\"")),
            (Some(4), Mend::SetAside(Fault::NoId)),
        ],
    );
    assert_eq!(opened.plan.measures.len(), 1);
    assert_eq!(opened.plan.unread.len(), 4);
    assert_eq!(opened.plan.unread[0].record, json!({ "id": "b", "status": "soon" }));
}

#[test]
fn a_doubled_id_is_set_aside() {
    let opened =
        check_mends("goals", json!([{ "id": "a", "title": "1" }, { "id": "a", "title": "2" }]), vec![(Some(1), Mend::DoubledId)]);
    assert_eq!(opened.plan.goals.iter().map(|goal| goal.title.as_str()).collect::<Vec<_>>(), ["1"]);
}

#[test]
fn a_reference_that_leads_nowhere_is_taken_out() {
    let dangling = |table: &str, id: &str| (None, Mend::Dangling { table: table.to_owned(), id: id.to_owned() });
    check_mends("goals", json!([{ "id": "a", "kpi": "k", "sub_phase": "use" }]), vec![dangling("kpis", "k")]);
    check_mends(
        "measures",
        json!([{ "id": "a", "goals": ["g", "g"], "kpis": [{ "kpi": "k" }] }]),
        vec![dangling("goals", "g"), dangling("kpis", "k")],
    );
    check_mends(
        "personas",
        json!([{ "id": "a", "segments": [{ "dimension": "d", "value": "v" }] }]),
        vec![dangling("dimensions", "d")],
    );
}

#[test]
fn doubled_parts_get_ids_of_their_own() {
    let new = |old: &str, new: &str| (None, Mend::NewId { old: old.to_owned(), new: new.to_owned() });
    let journey = json!([{
        "id": "j",
        "lanes": [{ "id": "l", "kind": "text" }, { "id": "l", "kind": "text" }],
        "stages": [{ "id": "s", "steps": [{ "id": "p" }, { "id": "p-2" }] }, { "id": "s", "steps": [{ "id": "p" }] }],
    }]);
    check_mends("journeys", journey, vec![new("l", "l-2"), new("s", "s-2"), new("p", "p-3")]);
    check_mends("dimensions", json!([{ "id": "d", "values": [{ "id": "v" }, { "id": "v" }] }]), vec![new("v", "v-2")]);
}

#[test]
fn impossible_numbers_are_taken_out() {
    let bad = |field| (None, Mend::BadNumber { field });
    check_mends("measures", json!([{ "id": "a", "one_off_cost": -1, "monthly_cost": 0 }]), vec![bad("one_off_cost")]);
    check_mends(
        "profile",
        json!([{ "id": "profile", "budget": -0.5, "discount_rate": -2 }]),
        vec![bad("budget"), bad("discount_rate")],
    );
    let mut plan = Plan::new(PlanId::standard("p"), "");
    let id = MeasureId::standard("m");
    plan.measures.insert(Measure { monthly_cost: Some(f64::NAN), ..Measure::new(id.clone(), "", None) });
    let mut kpi = Kpi::new(KpiId::standard("k"), "", KpiKind::Nps);
    kpi.targets.push(Target { value: f64::INFINITY, by: None, other: OtherFields::new() });
    plan.kpis.insert(kpi);
    assert_eq!(repair(&mut plan).len(), 2);
    assert_eq!(plan.measures.get(&id).unwrap().monthly_cost, None);
    assert_eq!(repair(&mut plan), vec![]);
}

#[test]
fn a_plan_has_one_profile_sub_phases_and_an_id() {
    let whole = |mend| (String::new(), None, mend);
    assert_eq!(mends(json!({})), [whole(Mend::NoPlanId), whole(Mend::NoProfile), whole(Mend::NoSubPhases)]);
    assert_eq!(open(json!({})).plan.sub_phases.len(), STANDARD_SUB_PHASES.len());
    assert_eq!(open(json!({ "goals": [] })).plan.id, open(json!({ "goals": [] })).plan.id);
    let opened = check_mends(
        "profile",
        json!([{ "id": "x", "title": "first" }, { "id": "profile", "title": "second" }]),
        vec![(None, Mend::SecondProfile), (None, Mend::NewId { old: "x".to_owned(), new: "profile".to_owned() })],
    );
    assert_eq!(opened.plan.profile().title, "first");
}

#[test]
fn what_is_no_table_is_set_aside() {
    let opened = check_mends("goals", json!({ "id": "g" }), vec![(None, Mend::NotATable)]);
    assert_eq!(opened.plan.unread[0].record, json!({ "id": "g" }));
    check_mends("unread", json!("x"), vec![(None, Mend::NotATable)]);
}

#[test]
fn a_store_gives_back_what_it_was_given() {
    let plan = read(&fixture()).unwrap().plan;
    let stored = to_records(&plan);
    let mut shuffled = stored.clone();
    shuffled.records.reverse();
    for stored in [stored, shuffled] {
        assert_eq!(from_records(stored).unwrap(), Opened { plan: plan.clone(), mended: vec![] });
    }
}

#[test]
fn a_store_with_faults_is_read_as_far_as_it_goes() {
    let mut stored = to_records(&read(&fixture()).unwrap().plan);
    let goal = stored.records.iter_mut().find(|record| record.table == "goals").unwrap();
    goal.json.truncate(5);
    stored.records.push(StoredRecord { table: "letters".to_owned(), id: "v".to_owned(), json: "{\"id\":\"v\"}".to_owned() });
    let opened = from_records(stored.clone()).unwrap();
    assert_eq!(opened.plan.unread[0].record, json!("{\"id\""));
    assert_eq!(opened.plan.other["letters"], json!([{ "id": "v" }]));
    assert_eq!(opened.plan.dangling(), vec![]);
    stored.schema = SCHEMA + 1;
    assert_eq!(from_records(stored), Err(ReadError::Newer { found: SCHEMA + 1 }));
}

#[test]
fn a_store_saved_change_by_change_holds_the_whole_plan() {
    let before = read(&fixture()).unwrap().plan;
    let mut after = before.clone();
    after.goals.insert_at(0, Goal::new(GoalId::standard("new"), "new", None));
    assert!(after.delete(&WeaknessId::standard("breaks").into()));
    after.unread = vec![UnreadRecord { table: "goals".to_owned(), record: json!(1) }].into();
    let change = crate::editor::Change::between(&before, &after);
    let mut stored = to_records(&before);
    for record in change.records() {
        stored.records.retain(|old| (old.table.as_str(), old.id.as_str()) != (record.table, record.id.as_str()));
        stored.records.extend(record.after.map(|after| StoredRecord {
            table: record.table.to_owned(),
            id: record.id.to_string(),
            json: after,
        }));
    }
    for (table, order) in change.orders() {
        stored.orders.retain(|(old, _)| old != table);
        stored.orders.push((table.to_owned(), order.iter().map(ToString::to_string).collect()));
    }
    assert_eq!(from_records(stored).unwrap(), Opened { plan: after, mended: vec![] });
}

#[test]
fn messages_say_where_and_what() {
    fn check(language: Language, plan: Value, sentence: &str) {
        let mended = open(plan).mended;
        assert_eq!((language.texts().exchange.mended)(&mended[0]), sentence);
    }
    let mut plan = standard();
    plan["measures"] = json!([{ "id": "a" }, { "id": "b", "status": "soon" }]);
    check(
        Language::De,
        plan.clone(),
        "Maßnahmen, Eintrag 2 (b): Nicht lesbar: im Feld „status“ passt nicht, was dort steht: \"soon\". Der Eintrag bleibt \
         in der Datei, wird aber nicht gezeigt.",
    );
    check(
        Language::En,
        plan,
        "Measures, entry 2 (b): Can’t be read: the field “status” can’t hold \"soon\". The entry stays in the file but isn’t \
         shown.",
    );
    let error = read(b"{\n\"a\": 1,\n}").unwrap_err();
    for (language, place) in [(Language::De, "Zeile 3, Spalte 1"), (Language::En, "line 3, column 1")] {
        assert!((language.texts().exchange.read_error)(&error).contains(place));
    }
}
