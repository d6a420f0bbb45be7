//! What a file leaves in doubt, and what it says itself that it isn't.

use crate::{date_and_score, import, inspect, reduce_in_chunks};
use reiseplan::import::{DateOrder, GuessedRole, IssueReason, Role};
use reiseplan::plan::{KpiKind, ScaleEnd};

#[test]
fn ids_that_a_spreadsheet_has_rounded_find_no_duplicates_and_that_is_said_once() {
    let rows = "1,18E+11;441000000;03.01.2025;9\n1,18E+11;441000000;04.01.2025;8\n1,18E+11;441000000;05.01.2025;7\n";
    let text = format!("Respondent ID;Collector ID;End Date;NPS\n;;;Response\n{rows}");
    let (_, mapping, reduction) = import(text.as_bytes());
    assert_eq!(mapping.columns[0].role, Role::RespondentId);
    assert_eq!((reduction.accepted, reduction.left_out.len(), reduction.rejected), (3, 0, 0));
    let [issue] = reduction.issues.as_slice() else { panic!("{:?}", reduction.issues) };
    assert_eq!((issue.line, issue.column, issue.value.as_str()), (3, 0, "1,18E+11"));
    assert_eq!(reduction.issue_counts, [(IssueReason::RoundedIds, 1)]);
}

#[test]
fn ids_beside_rounded_ones_still_count_once() {
    let (_, _, reduction) =
        import(b"Datum;NPS;Respondent ID\n01.01.2025;9;a\n02.01.2025;8;1.18E+11\n03.01.2025;7;a\n04.01.2025;6;1.18E+11\n");
    assert_eq!(reduction.accepted, 3);
    let reasons: Vec<_> = reduction.issues.iter().map(|issue| (issue.line, issue.reason)).collect();
    assert_eq!(reasons, [(3, IssueReason::RoundedIds), (4, IssueReason::DuplicateId)]);
}

#[test]
fn the_direction_of_an_effort_score_follows_its_words() {
    for (name, easy) in [
        ("Das Unternehmen hat es mir leicht gemacht", ScaleEnd::High),
        ("Wie hoch war Ihr Aufwand?", ScaleEnd::Low),
        ("How much effort did it take?", ScaleEnd::Low),
        ("Customer effort score", ScaleEnd::High),
    ] {
        let text = format!("Datum;{name}\n01.03.2025;7\n02.03.2025;1\n");
        let role = inspect(text.as_bytes()).unwrap().columns[1].guess.role.clone();
        let GuessedRole::Score(KpiKind::Ces(ces)) = role else { panic!("{name}: {role:?}") };
        assert_eq!(ces.easy, easy, "{name}");
    }
}

#[test]
fn satisfaction_in_school_grades_is_best_at_one() {
    let text = "Datum;Wie zufrieden sind Sie? Schulnote (1-6)\n01.03.2025;1\n02.03.2025;6\n";
    let role = inspect(text.as_bytes()).unwrap().columns[1].guess.role.clone();
    let GuessedRole::Score(KpiKind::Csat(csat)) = role else { panic!("{role:?}") };
    assert_eq!((csat.scale().high(), csat.best(), csat.satisfied_from()), (6, ScaleEnd::Low, 2));
}

#[test]
fn rejected_rows_are_guarded_as_exported_tables_are_and_numbers_are_not() {
    for (cell, guarded) in [
        ("=1", "\"'=1\""),
        ("=1+1", "\"'=1+1\""),
        ("\" =1\"", "\"'=1\""),
        ("＝1", "\"'＝1\""),
        ("'=1", "\"''=1\""),
        ("+49 30", "\"'+49 30\""),
        ("-inf", "\"'-inf\""),
        ("-5", "-5"),
        ("-2,5", "-2,5"),
        ("+1.5", "+1.5"),
        ("− 2", "− 2"),
    ] {
        let text = format!("Datum;NPS;Grund\n01.03.2025;9;gut\n?;8;{cell}\n");
        let inspection = inspect(text.as_bytes()).unwrap();
        let mapping = date_and_score(&inspection, DateOrder::DayFirst);
        let reduction = reduce_in_chunks(text.as_bytes(), &inspection, &mapping, usize::MAX);
        assert_eq!(reduction.rejected_csv.lines().nth(1), Some(format!("?;8;{guarded}").as_str()), "{cell}");
    }
}
