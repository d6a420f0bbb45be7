//! Two files of the kind that strategists have, and what a correct import finds in them.

use crate::{import, inspect_in_chunks, plan, reduce_in_chunks};
use reiseplan::import::protocol::{Failure, Job, Request, Response};
use reiseplan::import::{IssueReason, LeftOut, MappingFault, ReducedTally, Reduction, Role, TextEncoding, Tool, propose};
use reiseplan::plan::ScoreCounts;
use serde_json::{Value, json};
use std::collections::BTreeMap;

const TABELLE: &[u8] = include_bytes!("../fixtures/import/tabelle.csv");
const QUALTRICS: &[u8] = include_bytes!("../fixtures/import/qualtrics.csv");

fn expected(file: &str) -> Value {
    let all: Value = serde_json::from_str(include_str!("../fixtures/import/expected.json")).unwrap();
    all[file].clone()
}

/// Promoters, passives and detractors, as `expected.json` has them.
fn groups<'a>(counts: impl IntoIterator<Item = &'a ScoreCounts>) -> Value {
    let mut groups = [0_u32; 3];
    for (answer, count) in counts.into_iter().flatten() {
        groups[usize::from(*answer <= 8) + usize::from(*answer <= 6)] += count;
    }
    let [promoters, passives, detractors] = groups;
    json!({ "n": groups.iter().sum::<u32>(), "promoters": promoters, "passives": passives, "detractors": detractors })
}

fn by_month(tally: &ReducedTally) -> Value {
    let mut months: BTreeMap<String, Vec<&ScoreCounts>> = BTreeMap::new();
    for (day, counts) in &tally.days {
        months.entry(day.month().to_string()).or_default().push(counts);
    }
    months.into_iter().map(|(month, counts)| (month, groups(counts))).collect()
}

fn by_segment(tally: &ReducedTally, column: usize) -> Value {
    let segments = tally.segments.iter().filter(|segment| segment.column == column);
    segments.map(|segment| (segment.value.clone(), groups(segment.months.values()))).collect()
}

fn check_figures(reduction: &Reduction, expected: &Value) -> ReducedTally {
    assert_eq!(json!(reduction.accepted), expected["accepted_rows"]);
    let [tally] = reduction.tallies.as_slice() else { panic!("one score was expected") };
    assert_eq!(groups(tally.days.values()), expected["nps"]);
    assert_eq!(by_month(tally), expected["nps_by_month"]);
    tally.clone()
}

#[test]
fn the_table_kept_by_hand_gives_the_expected_figures() {
    let (inspection, mapping, reduction) = import(TABELLE);
    let expected = expected("tabelle.csv");
    assert_eq!((inspection.encoding, inspection.delimiter(), inspection.tool), (TextEncoding::Windows1252, ';', Tool::Generic));
    assert_eq!(inspection.columns[5].header, "Umsatz €");
    assert_eq!(inspection.rows, 800);
    let roles: Vec<&Role> = mapping.columns.iter().map(|column| &column.role).collect();
    assert!(matches!(
        roles.as_slice(),
        [Role::Date(_), Role::Segment(_), Role::Score { .. }, Role::Ignore, Role::Ignore, Role::Ignore, Role::Ignore]
    ));
    let tally = check_figures(&reduction, &expected);
    assert_eq!(by_segment(&tally, 1), expected["nps_by_segment"]);
    assert_eq!((reduction.rejected, reduction.left_out.len()), (6, 0));
}

#[test]
fn the_bad_cells_of_the_table_are_reported_with_their_place() {
    let (inspection, _, reduction) = import(TABELLE);
    let found = reduction.issues.iter().map(|issue| {
        let why = match issue.reason {
            IssueReason::NotANumber => "not a number",
            IssueReason::NoSuchDate => "no such date",
            IssueReason::OutsideScale(0, 10) => "outside 0 to 10",
            other => panic!("{other:?} was not expected"),
        };
        json!({ "line": issue.line, "column": inspection.columns[issue.column].header, "value": issue.value, "why": why })
    });
    assert_eq!(Value::Array(found.collect()), expected("tabelle.csv")["bad_cells"]);
    assert_eq!(reduction.issue_counts.iter().map(|(_, count)| count).sum::<u64>(), 22);
}

#[test]
fn the_rejected_rows_of_the_table_can_be_given_back() {
    let (_, _, reduction) = import(TABELLE);
    assert_eq!(reduction.rejected_kept, 6);
    let lines: Vec<&str> = reduction.rejected_csv.trim_end().split("\r\n").collect();
    assert_eq!(lines[0], "\u{feff}Datum;Kundenart;NPS;Zufriedenheit Hotline;Leicht gelöst (1-7);Umsatz €;Bemerkung");
    assert_eq!(lines.len(), 7);
    assert!(lines[1..].iter().all(|line| line.starts_with("31.02.2025;")), "{lines:?}");
}

#[test]
fn the_export_of_qualtrics_gives_the_expected_figures() {
    let (inspection, mapping, reduction) = import(QUALTRICS);
    let expected = expected("qualtrics.csv");
    assert_eq!((inspection.encoding, inspection.delimiter(), inspection.tool), (TextEncoding::Utf8, ',', Tool::Qualtrics));
    assert_eq!((inspection.header_rows, inspection.rows), (3, 919));
    let named = |header: &str| inspection.columns.iter().position(|column| column.header == header).unwrap();
    assert!(inspection.columns[named("Q1")].question.starts_with("Wie wahrscheinlich"));
    for (index, column) in mapping.columns.iter().enumerate() {
        let wanted = match column.header.as_str() {
            "EndDate" => matches!(column.role, Role::Date(_)),
            "Q1" => matches!(column.role, Role::Score { .. }),
            "segment" | "region" => matches!(column.role, Role::Segment(_)),
            "ResponseId" => column.role == Role::RespondentId,
            _ => column.role == Role::Ignore,
        };
        assert!(wanted, "{:?} of {:?}", column, inspection.columns[index].guess);
    }
    let tally = check_figures(&reduction, &expected);
    assert_eq!(by_segment(&tally, named("segment")), expected["nps_by_segment"]);
    assert_eq!(by_segment(&tally, named("region")), expected["nps_by_region"]);
    let left_out = BTreeMap::from([(LeftOut::Preview, 1), (LeftOut::Unfinished, 18)]);
    assert_eq!((reduction.rejected, reduction.left_out, reduction.issues.len()), (0, left_out, 0));
}

#[test]
fn unfinished_answers_count_if_the_user_wants_them() {
    let (inspection, mut mapping, _) = import(QUALTRICS);
    mapping.with_unfinished = true;
    let reduction = reduce_in_chunks(QUALTRICS, &inspection, &mapping, usize::MAX);
    assert_eq!((reduction.accepted, reduction.left_out), (918, BTreeMap::from([(LeftOut::Preview, 1)])));
}

#[test]
fn chunks_of_any_size_give_the_same() {
    for file in [TABELLE, QUALTRICS] {
        let (inspection, mapping, reduction) = import(file);
        for chunk_len in [1, 2, 3, 7, 4096, 65_536] {
            assert_eq!(inspect_in_chunks(file, chunk_len).unwrap(), inspection, "{chunk_len}");
            assert_eq!(reduce_in_chunks(file, &inspection, &mapping, chunk_len), reduction, "{chunk_len}");
        }
    }
}

#[test]
fn a_job_gives_what_both_passes_give() {
    fn run(request: &Request) -> Result<Response, Failure> {
        let mut job = Job::new(request)?;
        TABELLE.chunks(1000).try_for_each(|chunk| job.feed(chunk))?;
        Ok(job.finish())
    }
    let (inspection, mut mapping, reduction) = import(TABELLE);
    assert_eq!(run(&Request::Inspect), Ok(Response::Inspected(Box::new(inspection.clone()))));
    let request = Request::Reduce { inspection: Box::new(inspection.clone()), mapping: mapping.clone() };
    assert_eq!(run(&request), Ok(Response::Reduced(Box::new(reduction))));
    mapping.columns.clear();
    let request = Request::Reduce { inspection: Box::new(inspection), mapping };
    assert_eq!(run(&request), Err(Failure::Mapping(MappingFault::OtherColumns)));
}

#[test]
fn what_crosses_the_border_of_the_worker_comes_out_as_it_went_in() {
    let (inspection, mapping, reduction) = import(QUALTRICS);
    fn check<T: serde::Serialize + serde::de::DeserializeOwned + PartialEq + std::fmt::Debug>(sent: &T) {
        let received: T = serde_json::from_str(&serde_json::to_string(sent).unwrap()).unwrap();
        assert_eq!(received, *sent);
    }
    check(&inspection);
    check(&mapping);
    check(&reduction);
    check(&propose(&inspection, &plan(), "NPS"));
}
