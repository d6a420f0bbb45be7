//! What a file comes to, written into a plan.

use crate::{import, inspect, plan, reduce_in_chunks};
use reiseplan::import::{
    Applied, FormatChoices, KpiTarget, Mapping, Reduction, Replace, Role, SourceFacts, apply, overlapping, propose,
};
use reiseplan::plan::{Day, Kpi, KpiId, KpiKind, Plan, Source, SourceId, Voice, VoiceState};
use std::sync::Arc;

/// What is noted about each file.
pub fn facts(replace: Option<(SourceId, Replace)>) -> SourceFacts {
    SourceFacts {
        title: "Umfrage".to_owned(),
        file_name: "umfrage.csv".to_owned(),
        imported: Day::parse("2025-06-01").unwrap(),
        purpose: "Verbesserung".to_owned(),
        consent: "Einwilligung".to_owned(),
        format: FormatChoices::default(),
        replace,
    }
}

/// Writes a reduction into a plan as a new source.
pub fn apply_to(plan: &mut Plan, mapping: &Mapping, reduction: &Reduction) {
    apply(plan, mapping, reduction, facts(None), &mut ids());
}

/// Gives ids that no test repeats.
pub fn ids() -> impl FnMut() -> u64 {
    let mut last = 0_u64;
    move || {
        last += 1;
        last
    }
}

/// Imports a file of date, NPS and region into a plan, as it is proposed.
fn import_into(plan: &mut Plan, rows: &[&str], replace: Option<(SourceId, Replace)>, new_id: &mut dyn FnMut() -> u64) -> Applied {
    let text = format!("Datum;NPS;Region\n{}\n", rows.join("\n"));
    let inspection = inspect(text.as_bytes()).unwrap();
    let mapping = propose(&inspection, plan, crate::names()).mapping;
    let reduction = reduce_in_chunks(text.as_bytes(), &inspection, &mapping, usize::MAX);
    apply(plan, &mapping, &reduction, facts(replace), new_id)
}

/// Days with the number of their answers, and values of segments with months and theirs.
fn tallied(plan: &Plan, source: &SourceId) -> (Vec<String>, Vec<String>) {
    let source: &Arc<Source> = plan.sources.get(source).unwrap();
    let [tally] = source.tallies.as_slice() else { panic!("one tally was expected") };
    let days = tally.days.iter().map(|(day, counts)| format!("{day}: {}", counts.values().sum::<u32>()));
    let segments = tally.segments.iter().flat_map(|segment| {
        let dimension = plan.dimensions.get(&segment.dimension).unwrap();
        let name = &dimension.values.iter().find(|value| value.id == segment.value).unwrap().name;
        segment.months.iter().map(move |(month, counts)| format!("{name} {month}: {}", counts.values().sum::<u32>()))
    });
    (days.collect(), segments.collect())
}

#[test]
fn an_import_makes_what_it_needs_and_leaves_nothing_dangling() {
    let (mut plan, mut new_id) = (plan(), ids());
    let applied = import_into(&mut plan, &["01.03.2025;9;Nord", "02.03.2025;4;Süd", "02.03.2025;;Süd"], None, &mut new_id);
    let (days, segments) = tallied(&plan, &applied.source);
    assert_eq!(days, ["2025-03-01: 1", "2025-03-02: 1"]);
    assert_eq!(segments, ["Nord 2025-03: 1", "Süd 2025-03: 1"]);
    let source = plan.sources.get(&applied.source).unwrap();
    assert_eq!((source.accepted, source.rejected, source.file_name.as_str()), (3, 0, "umfrage.csv"));
    assert_eq!((plan.kpis.len(), plan.dimensions.len(), plan.dangling()), (1, 1, vec![]));
}

#[test]
fn the_mapping_of_the_last_import_is_proposed_for_the_same_header() {
    let (mut plan, mut new_id) = (plan(), ids());
    let bytes = b"Datum;NPS;Region\n01.03.2025;9;Nord\n";
    let inspection = inspect(bytes).unwrap();
    let mut mapping = propose(&inspection, &plan, crate::names()).mapping;
    mapping.columns[2].role = Role::Ignore;
    let reduction = reduce_in_chunks(bytes, &inspection, &mapping, usize::MAX);
    let applied = apply(&mut plan, &mapping, &reduction, facts(None), &mut new_id);
    let again = propose(&inspection, &plan, crate::names());
    assert_eq!(again.kept_from.as_ref(), Some(&applied.source));
    assert_eq!(again.mapping.columns[2].role, Role::Ignore);
    let kpi = plan.kpis.ids().next().unwrap().clone();
    assert_eq!(again.mapping.columns[1].role, Role::Score { kind: KpiKind::Nps, kpi: KpiTarget::Existing(kpi) });
    let other = inspect(b"Datum;NPS;Land\n01.03.2025;9;DE\n").unwrap();
    assert_eq!(propose(&other, &plan, crate::names()).kept_from, None);
}

#[test]
fn the_only_kpi_about_the_whole_takes_the_only_score() {
    let mut plan = plan();
    plan.kpis.insert(Kpi::new(KpiId::standard("loyalty"), "Treue", KpiKind::Nps));
    let inspection = inspect(b"Datum;NPS\n01.03.2025;9\n").unwrap();
    let role = propose(&inspection, &plan, crate::names()).mapping.columns[1].role.clone();
    assert_eq!(role, Role::Score { kind: KpiKind::Nps, kpi: KpiTarget::Existing(KpiId::standard("loyalty")) });
}

#[test]
fn a_second_import_can_replace_all() {
    let (mut plan, mut new_id) = (plan(), ids());
    let first = import_into(&mut plan, &["01.03.2025;9;Nord"], None, &mut new_id).source;
    import_into(&mut plan, &["05.04.2025;9;Ost"], Some((first.clone(), Replace::All)), &mut new_id);
    let (days, segments) = tallied(&plan, &first);
    assert_eq!((days, segments), (vec!["2025-04-05: 1".to_owned()], vec!["Ost 2025-04: 1".to_owned()]));
    assert_eq!((plan.sources.len(), plan.kpis.len(), plan.sources.get(&first).unwrap().accepted), (1, 1, 1));
}

#[test]
fn a_second_import_can_be_added() {
    let (mut plan, mut new_id) = (plan(), ids());
    let first = import_into(&mut plan, &["01.03.2025;9;Nord"], None, &mut new_id).source;
    import_into(&mut plan, &["01.03.2025;9;nord", "02.03.2025;8;Süd"], Some((first.clone(), Replace::Add)), &mut new_id);
    let (days, segments) = tallied(&plan, &first);
    assert_eq!(days, ["2025-03-01: 2", "2025-03-02: 1"]);
    assert_eq!(segments, ["Nord 2025-03: 2", "Süd 2025-03: 1"]);
}

#[test]
fn a_second_import_can_replace_the_days_that_it_covers() {
    let (mut plan, mut new_id) = (plan(), ids());
    let rows = ["10.02.2025;9;Nord", "05.03.2025;9;Nord", "20.03.2025;9;Nord", "21.03.2025;9;Süd", "02.04.2025;9;Süd"];
    let first = import_into(&mut plan, &rows, None, &mut new_id).source;
    let later = ["15.03.2025;0;Ost", "30.04.2025;0;Ost"];
    let applied = import_into(&mut plan, &later, Some((first.clone(), Replace::CoveredDays)), &mut new_id);
    let (days, segments) = tallied(&plan, &first);
    assert_eq!(days, ["2025-02-10: 1", "2025-03-05: 1", "2025-03-15: 1", "2025-04-30: 1"]);
    assert_eq!(segments, ["Nord 2025-02: 1", "Ost 2025-03: 1", "Ost 2025-04: 1"]);
    let cut: Vec<String> = applied.months_without_older_segments.iter().map(ToString::to_string).collect();
    assert_eq!(cut, ["2025-03"]);
}

#[test]
fn the_rows_that_a_source_names_are_those_of_its_latest_file() {
    for mode in [Replace::All, Replace::CoveredDays, Replace::Add] {
        let (mut plan, mut new_id) = (plan(), ids());
        let id =
            import_into(&mut plan, &["01.03.2025;9;Nord", "05.03.2025;9;Nord", "31.02.2025;9;Nord"], None, &mut new_id).source;
        let rows = |plan: &Plan| plan.sources.get(&id).map(|source| (source.accepted, source.rejected));
        assert_eq!(rows(&plan), Some((2, 1)));
        // The file goes over one day of the older data.
        import_into(&mut plan, &["04.03.2025;7;Nord", "06.03.2025;7;Nord"], Some((id.clone(), mode)), &mut new_id);
        assert_eq!(rows(&plan), Some((2, 0)), "{mode:?}");
    }
}

#[test]
fn sources_that_feed_one_kpi_on_the_same_days_are_named() {
    let (mut plan, mut new_id) = (plan(), ids());
    let first = import_into(&mut plan, &["01.03.2025;9;Nord", "02.03.2025;9;Nord"], None, &mut new_id).source;
    let check = |day: &str, again: Option<&SourceId>, expected: &[&SourceId]| {
        let text = format!("Datum;NPS\n{day};9\n");
        let inspection = inspect(text.as_bytes()).unwrap();
        let mapping = propose(&inspection, &plan, crate::names()).mapping;
        let reduction = reduce_in_chunks(text.as_bytes(), &inspection, &mapping, usize::MAX);
        assert_eq!(overlapping(&plan, &mapping, &reduction, again).iter().collect::<Vec<_>>(), expected, "{day}");
    };
    check("02.03.2025", None, &[&first]);
    check("03.03.2025", None, &[]);
    check("02.03.2025", Some(&first), &[]);
}

#[test]
fn nothing_of_a_respondent_gets_into_a_plan() {
    fn check(file: &[u8], traces: &[&str]) {
        let (mut plan, mut new_id) = (plan(), ids());
        let (_, mapping, reduction) = import(file);
        let source = apply(&mut plan, &mapping, &reduction, facts(None), &mut new_id).source;
        let text = format!("{plan:?} {}", serde_json::to_string(&**plan.sources.get(&source).unwrap()).unwrap());
        assert!(text.contains("Gewerbekunde"));
        for trace in traces {
            assert!(!text.contains(trace), "{trace}");
        }
    }
    check(include_bytes!("../fixtures/import/qualtrics.csv"), &["R_0000001", "R_part000", "App stürzt", "IP Address"]);
    check(
        include_bytes!("../fixtures/import/tabelle.csv"),
        &["31.02.2025", "App stürzt", "Die Hotline war", "1.791,14", "k. A."],
    );
}

/// Imports a file of date, NPS and comments into a plan, comments as voices.
fn import_comments(
    plan: &mut Plan,
    rows: &[&str],
    replace: Option<(SourceId, Replace)>,
    new_id: &mut dyn FnMut() -> u64,
) -> Applied {
    let text = format!("Datum;NPS;Kommentar\n{}\n", rows.join("\n"));
    let inspection = inspect(text.as_bytes()).unwrap();
    let mut mapping = propose(&inspection, plan, crate::names()).mapping;
    mapping.columns[2].role = Role::Comment;
    let reduction = reduce_in_chunks(text.as_bytes(), &inspection, &mapping, 7);
    apply(plan, &mapping, &reduction, facts(replace), new_id)
}

fn said(plan: &Plan) -> Vec<String> {
    let said = |voice: &Arc<Voice>| format!("{} {} {:?}", voice.on.unwrap(), voice.text, voice.sentiment);
    plan.voices.iter().map(said).collect()
}

#[test]
fn comments_are_left_out_unless_the_user_takes_them_in() {
    let (mut plan, mut new_id) = (plan(), ids());
    let long = "Das war ein langer Abend in der Warteschleife";
    let text = format!("Datum;NPS;Kommentar\n01.03.2025;9;{long} eins\n02.03.2025;3;{long} zwei\n");
    let inspection = inspect(text.as_bytes()).unwrap();
    let mapping = propose(&inspection, &plan, crate::names()).mapping;
    assert_eq!(mapping.columns[2].role, Role::Ignore);
    let reduction = reduce_in_chunks(text.as_bytes(), &inspection, &mapping, usize::MAX);
    apply(&mut plan, &mapping, &reduction, facts(None), &mut new_id);
    assert!(plan.voices.is_empty());
    assert!(!serde_json::to_string(&**plan.sources.iter().next().unwrap()).unwrap().contains(long));
}

#[test]
fn comments_become_voices_of_their_source_with_the_sentiment_of_the_score() {
    let (mut plan, mut new_id) = (plan(), ids());
    let rows = ["01.03.2025;9;Schnelle Hilfe", "02.03.2025;4;Ruft mich an: 0171 2345678", "03.03.2025;8;", "04.03.2025;;Na ja"];
    let applied = import_comments(&mut plan, &rows, None, &mut new_id);
    assert_eq!(applied.voices, 3);
    let expected =
        ["2025-03-01 Schnelle Hilfe Some(Positive)", "2025-03-02 Ruft mich an: […] Some(Negative)", "2025-03-04 Na ja None"];
    assert_eq!(said(&plan), expected);
    assert!(plan.voices.iter().all(|voice| voice.source.as_ref() == Some(&applied.source)));
    assert!(plan.dangling().is_empty());
    plan.clear_source(&applied.source);
    assert!(plan.voices.is_empty() && plan.sources.contains(&applied.source));
}

#[test]
fn a_file_of_comments_alone_can_be_imported() {
    let (mut plan, mut new_id) = (plan(), ids());
    let text = "Datum;Beitrag\n01.03.2025;Gut\n";
    let inspection = inspect(text.as_bytes()).unwrap();
    let mut mapping = propose(&inspection, &plan, crate::names()).mapping;
    mapping.columns[1].role = Role::Comment;
    assert_eq!(mapping.check(2), Ok(()));
    let reduction = reduce_in_chunks(text.as_bytes(), &inspection, &mapping, usize::MAX);
    assert_eq!(apply(&mut plan, &mapping, &reduction, facts(None), &mut new_id).voices, 1);
}

#[test]
fn what_was_done_with_voices_stays_when_their_file_comes_again() {
    for (mode, expected) in [
        (Replace::All, &["Alt, bearbeitet", "Bleibt", "Neu"][..]),
        (Replace::CoveredDays, &["Alt", "Alt, bearbeitet", "Bleibt", "Neu"]),
        (Replace::Add, &["Alt", "Alt, bearbeitet", "Bleibt", "Geht", "Bleibt", "Neu"]),
    ] {
        let (mut plan, mut new_id) = (plan(), ids());
        let rows = ["01.02.2025;9;Alt", "02.02.2025;9;Alt, bearbeitet", "01.03.2025;9;Bleibt", "02.03.2025;9;Geht"];
        let first = import_comments(&mut plan, &rows, None, &mut new_id);
        let worked_with = plan.voices.iter().nth(1).unwrap().id.clone();
        plan.voices.update(&worked_with, |voice| voice.state = VoiceState::Closed);
        let again = ["01.03.2025;9;Bleibt", "03.03.2025;2;Neu"];
        import_comments(&mut plan, &again, Some((first.source, mode)), &mut new_id);
        let texts: Vec<String> = plan.voices.iter().map(|voice| voice.text.clone()).collect();
        assert_eq!(texts, expected, "{mode:?}");
    }
}
