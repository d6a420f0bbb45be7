//! Two files of the kind that strategists have: how they are told, reported on and given back.

use crate::{import, inspect_in_chunks, plan, reduce_in_chunks};
use reiseplan::import::protocol::{Failure, Job, Request, Response};
use reiseplan::import::{FormatChoices, IssueReason, LeftOut, MappingFault, Role, TextEncoding, Tool, propose};
use reiseplan::plan::KpiKind;
use serde_json::{Value, json};
use std::collections::BTreeMap;

const TABELLE: &[u8] = include_bytes!("../fixtures/import/tabelle.csv");
const QUALTRICS: &[u8] = include_bytes!("../fixtures/import/qualtrics.csv");

fn expected(file: &str) -> Value {
    let all: Value = serde_json::from_str(include_str!("../fixtures/import/expected.json")).unwrap();
    all[file].clone()
}

#[test]
fn the_columns_of_the_table_kept_by_hand_are_told() {
    let (inspection, mapping, reduction) = import(TABELLE);
    assert_eq!((inspection.encoding, inspection.delimiter(), inspection.tool), (TextEncoding::Windows1252, ';', Tool::Generic));
    assert_eq!((inspection.rows, inspection.whole), (800, true));
    let roles: Vec<&Role> = mapping.columns.iter().map(|column| &column.role).collect();
    let [Role::Date(_), Role::Segment(_), nps, csat, ces, Role::Money, Role::Ignore] = roles.as_slice() else {
        panic!("{roles:?}")
    };
    assert!(matches!(nps, Role::Score { kind: KpiKind::Nps, .. }));
    assert!(matches!(csat, Role::Score { kind: KpiKind::Csat(_), .. }));
    assert!(matches!(ces, Role::Score { kind: KpiKind::Ces(_), .. }));
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
fn the_columns_of_the_export_of_qualtrics_are_told() {
    let (inspection, mapping, reduction) = import(QUALTRICS);
    assert_eq!((inspection.encoding, inspection.delimiter(), inspection.tool), (TextEncoding::Utf8, ',', Tool::Qualtrics));
    assert_eq!((inspection.header_rows, inspection.rows), (3, 919));
    for (index, column) in mapping.columns.iter().enumerate() {
        let wanted = match column.header.as_str() {
            "EndDate" => matches!(column.role, Role::Date(_)),
            "Q1" => matches!(column.role, Role::Score { kind: KpiKind::Nps, .. }),
            "Q2" => matches!(column.role, Role::Score { kind: KpiKind::Ces(_), .. }),
            "Q3_1" | "Q3_2" | "Q3_3" | "Q3_4" => matches!(column.role, Role::Score { kind: KpiKind::Csat(_), .. }),
            "segment" | "region" => matches!(column.role, Role::Segment(_)),
            "ResponseId" => column.role == Role::RespondentId,
            _ => column.role == Role::Ignore,
        };
        assert!(wanted, "{:?} of {:?}", column, inspection.columns[index].guess);
    }
    let left_out = BTreeMap::from([(LeftOut::Preview, 1), (LeftOut::Unfinished, 18)]);
    assert_eq!((reduction.rejected, reduction.left_out, reduction.issues.len()), (0, left_out, 0));
    let drivers = mapping.drivers.unwrap().drivers;
    assert_eq!(
        drivers.iter().map(|column| inspection.columns[*column].item.as_str()).collect::<Vec<_>>(),
        ["Website", "Hotline", "Rechnung", "App"]
    );
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
        Ok(job.finish(&mut |_| {}))
    }
    let (inspection, mut mapping, reduction) = import(TABELLE);
    assert_eq!(run(&Request::Inspect(FormatChoices::default())), Ok(Response::Inspected(Box::new(inspection.clone()))));
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
    check(&propose(&inspection, &plan(), crate::names()));
}
