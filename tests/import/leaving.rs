//! Reasons for leaving: which column they are, how they are counted, what isn't.

use crate::applying::{facts, ids};
use crate::{import, inspect, plan, reduce_in_chunks};
use reiseplan::exchange;
use reiseplan::import::{
    Applied, GuessReason, GuessedRole, Issue, IssueReason, MappingFault, REASON_LEN_MAX, REASONS_MAX, Reducer, Reduction,
    Replace, Role, apply, overlapping, propose,
};
use reiseplan::plan::{Month, Plan, Source, SourceId};
use std::sync::Arc;

/// What a column with a name is taken for, and why.
fn guessed(name: &str, cells: &[&str]) -> (GuessedRole, GuessReason) {
    let rows: String = cells.iter().map(|cell| format!("01.03.2025;{cell}\n")).collect();
    let inspection = inspect(format!("Datum;{name}\n{rows}").as_bytes()).unwrap();
    (inspection.columns[1].guess.role.clone(), inspection.columns[1].guess.reason)
}

/// Reasons with months and customers.
fn counted(reduction: &Reduction) -> Vec<String> {
    let one = |reason: &reiseplan::import::ReducedReason| {
        let months = reason.months.iter().map(|(month, count)| format!("{month} {count}")).collect::<Vec<_>>();
        format!("{}: {}", reason.reason, months.join(", "))
    };
    reduction.leaving.iter().map(one).collect()
}

/// The same of a source.
fn kept(plan: &Plan, source: &SourceId) -> Vec<String> {
    let source: &Arc<Source> = plan.sources.get(source).unwrap();
    let months = source.leaving.iter().flat_map(|(reason, tally)| tally.months.iter().map(move |month| (reason, month)));
    months.map(|(reason, (month, count))| format!("{reason} {month}: {count}")).collect()
}

/// Imports a file of date and reason into a plan, as it is proposed.
fn import_into(plan: &mut Plan, rows: &[&str], replace: Option<(SourceId, Replace)>, new_id: &mut dyn FnMut() -> u64) -> Applied {
    let text = format!("Datum;Kündigungsgrund\n{}\n", rows.join("\n"));
    let inspection = inspect(text.as_bytes()).unwrap();
    let mapping = propose(&inspection, plan, crate::names()).mapping;
    let reduction = reduce_in_chunks(text.as_bytes(), &inspection, &mapping, usize::MAX);
    apply(plan, &mapping, &reduction, facts(replace), new_id)
}

#[test]
fn a_column_of_reasons_for_leaving_is_told_by_its_name() {
    for name in [
        "Kündigungsgrund",
        "Grund der Kündigung",
        "Grund für die Kündigung",
        "ABWANDERUNGSGRUND",
        "Austrittsgrund",
        "Reason for leaving",
        "Churn reason",
        "cancellation_reason",
        "Reason for cancelling",
    ] {
        let expected = (GuessedRole::LeavingReason, GuessReason::NameAndValues);
        assert_eq!(guessed(name, &["zu teuer", "Umzug", "zu teuer"]), expected, "{name}");
    }
    for name in ["Grund", "Reason for your score", "Grund Ihrer Bewertung", "Grund des Anrufs", "Kündigung", "Churn"] {
        assert_ne!(guessed(name, &["zu teuer", "Umzug", "zu teuer"]).0, GuessedRole::LeavingReason, "{name}");
    }
}

#[test]
fn a_column_whose_values_are_no_reasons_is_left_out() {
    let (ignore, name) = (GuessedRole::Ignore, "Kündigungsgrund");
    let many: Vec<String> = (0..=REASONS_MAX).map(|number| format!("Grund {number}")).collect();
    let many: Vec<&str> = many.iter().flat_map(|reason| [reason.as_str(); 3]).collect();
    let long = "a".repeat(REASON_LEN_MAX + 1);
    assert_eq!(guessed(name, &many), (ignore.clone(), GuessReason::FreeText));
    assert_eq!(guessed(name, &[&long, "zu teuer"]), (ignore.clone(), GuessReason::FreeText));
    assert_eq!(guessed(name, &["1", "2", "1"]), (ignore.clone(), GuessReason::NotNeeded));
    assert_eq!(guessed(name, &["", ""]), (ignore, GuessReason::Empty));
}

#[test]
fn the_day_of_leaving_outweighs_others_and_what_belongs_to_one_customer_is_not_needed() {
    let text = "Kunde seit;Gekündigt am;Kündigungsgrund;Region;Bestellungen;Umsatz;Austrittsgrund\n\
        01.02.2020;03.03.2025;zu teuer;Nord;12;100,00 €;x\n\
        05.02.2021;04.04.2025;Umzug;Süd;3;20,00 €;x\n";
    let (_, mapping, reduction) = import(text.as_bytes());
    let roles: Vec<&Role> = mapping.columns.iter().map(|column| &column.role).collect();
    let [Role::Ignore, Role::Date(_), Role::LeavingReason, Role::Ignore, Role::Ignore, Role::Ignore, Role::Ignore] =
        roles.as_slice()
    else {
        panic!("{roles:?}")
    };
    assert_eq!(counted(&reduction), ["zu teuer: 2025-03 1", "Umzug: 2025-04 1"]);
}

#[test]
fn each_accepted_row_with_a_reason_is_a_lost_customer() {
    let text = "Datum;Kündigungsgrund\n\
        03.03.2025;zu teuer\n28.03.2025; Zu teuer \n01.04.2025;ZU TEUER\n02.04.2025;\n03.04.2025;-\nx;Umzug\n05.04.2025;Umzug\n";
    let (inspection, mapping, reduction) = import(text.as_bytes());
    assert_eq!((reduction.accepted, reduction.rejected), (6, 1));
    assert_eq!(counted(&reduction), ["zu teuer: 2025-03 2, 2025-04 1", "Umzug: 2025-04 1"]);
    assert_eq!(reduction.leaving[0].customers(), 3);
    for chunk_len in [1, 2, 7] {
        assert_eq!(reduce_in_chunks(text.as_bytes(), &inspection, &mapping, chunk_len), reduction, "{chunk_len}");
    }
}

#[test]
fn reasons_of_longer_spans_count_in_their_first_month() {
    let (_, _, reduction) = import("Quartal;Kündigungsgrund\nQ1/2025;Umzug\nQ2/2025;Umzug\n".as_bytes());
    assert_eq!(counted(&reduction), ["Umzug: 2025-01 1, 2025-04 1"]);
    let text = "Kündigungsgrund;Kundennummer\nUmzug;K1\nzu teuer;K2\nUmzug;K3\n";
    let inspection = inspect(text.as_bytes()).unwrap();
    let mut mapping = propose(&inspection, &plan(), crate::names()).mapping;
    assert_eq!(mapping.check(2), Err(MappingFault::NoDate));
    mapping.month = Month::parse("2025-03");
    let reduction = reduce_in_chunks(text.as_bytes(), &inspection, &mapping, usize::MAX);
    assert_eq!(counted(&reduction), ["Umzug: 2025-03 2", "zu teuer: 2025-03 1"]);
}

#[test]
fn free_text_is_named_and_not_counted_and_the_rest_is_imported() {
    fn check(reasons: &[String], line: u64, value: &str) {
        let rows: String = reasons.iter().map(|reason| format!("01.03.2025;9;{reason}\n")).collect();
        let text = format!("Datum;NPS;Was war?\n{rows}");
        let inspection = inspect(text.as_bytes()).unwrap();
        let mut mapping = propose(&inspection, &plan(), crate::names()).mapping;
        mapping.columns[2].role = Role::LeavingReason;
        let reduction = reduce_in_chunks(text.as_bytes(), &inspection, &mapping, usize::MAX);
        assert_eq!((reduction.accepted, reduction.leaving.len()), (reasons.len() as u64, 0));
        assert_eq!(reduction.tallies[0].days.values().flat_map(|scores| scores.values()).sum::<u32>(), reasons.len() as u32);
        let issue = Issue { line, column: 2, value: value.to_owned(), reason: IssueReason::FreeText };
        assert_eq!((&reduction.issues, &reduction.issue_counts), (&vec![issue], &vec![(IssueReason::FreeText, 1)]));
        let mut plan = plan();
        crate::applying::apply_to(&mut plan, &mapping, &reduction);
        assert!(!exchange::write(&plan).contains(&reasons[0]));
    }
    let many: Vec<String> = (0..3 * (REASONS_MAX + 1)).map(|number| format!("Satz {}", number / 3)).collect();
    check(&many, 2 + 3 * REASONS_MAX as u64, &format!("Satz {REASONS_MAX}"));
    let single: Vec<String> = (0..13).map(|number| format!("Satz {number}")).collect();
    check(&single, 14, "Satz 12");
    let long = "ä".repeat(REASON_LEN_MAX + 1);
    check(&["kurz".to_owned(), long.clone()], 3, &format!("{}…", &long[..2 * 80]));
}

#[test]
fn the_issue_of_free_text_lies_in_the_order_of_lines() {
    let rows: String = (0..1_500).map(|number| format!("01.03.2025;x;Satz {number}\n")).collect();
    let inspection = inspect(format!("Datum;NPS;Grund\n{rows}").as_bytes()).unwrap();
    let mut mapping = crate::date_and_score(&inspection, reiseplan::import::DateOrder::DayFirst);
    mapping.columns[2].role = Role::LeavingReason;
    let reduction = reduce_in_chunks(format!("Datum;NPS;Grund\n{rows}").as_bytes(), &inspection, &mapping, usize::MAX);
    assert_eq!(reduction.issues.len(), 1_000);
    assert!(reduction.issues.is_sorted_by_key(|issue| issue.line));
    assert_eq!(reduction.issues.iter().filter(|issue| issue.reason == IssueReason::FreeText).count(), 1);
    assert_eq!(reduction.issue_counts, [(IssueReason::NotANumber, 1_500), (IssueReason::FreeText, 1)]);
}

#[test]
fn only_one_column_can_be_the_reason() {
    let inspection = inspect("Datum;Kündigungsgrund;Zweiter Grund\n01.03.2025;Umzug;zu teuer\n".as_bytes()).unwrap();
    let mut mapping = propose(&inspection, &plan(), crate::names()).mapping;
    assert_eq!((mapping.check(3), mapping.leaving_column()), (Ok(()), Some(1)));
    mapping.columns[2].role = Role::LeavingReason;
    assert_eq!(Reducer::new(&inspection, &mapping).err(), Some(MappingFault::SeveralReasons));
}

#[test]
fn an_import_keeps_counts_and_what_the_column_was_taken_for() {
    let (mut plan, mut new_id) = (plan(), ids());
    let source = import_into(&mut plan, &["03.03.2025;zu teuer", "04.03.2025;Umzug"], None, &mut new_id).source;
    assert_eq!(kept(&plan, &source), ["Umzug 2025-03: 1", "zu teuer 2025-03: 1"]);
    assert_eq!(plan.sources.get(&source).unwrap().span().map(|(first, _)| first.to_string()), Some("2025-03-01".to_owned()));
    assert_eq!((plan.kpis.len(), plan.dimensions.len()), (0, 0));
    let written = exchange::write(&plan);
    let opened = exchange::read(written.as_bytes()).unwrap();
    assert_eq!((&opened.plan, opened.mended), (&plan, vec![]));
    let inspection = inspect("Datum;Kündigungsgrund\n03.03.2025;1\n".as_bytes()).unwrap();
    let again = propose(&inspection, &opened.plan, crate::names());
    assert_eq!((again.kept_from.as_ref(), &again.mapping.columns[1].role), (Some(&source), &Role::LeavingReason));
}

#[test]
fn a_second_import_replaces_all_or_is_added() {
    let (mut plan, mut new_id) = (plan(), ids());
    let first = import_into(&mut plan, &["03.03.2025;zu teuer", "04.04.2025;Umzug"], None, &mut new_id).source;
    let later = ["03.03.2025;ZU TEUER", "05.05.2025;Hotline"];
    import_into(&mut plan, &later, Some((first.clone(), Replace::Add)), &mut new_id);
    assert_eq!(kept(&plan, &first), ["Hotline 2025-05: 1", "Umzug 2025-04: 1", "zu teuer 2025-03: 2"]);
    import_into(&mut plan, &later, Some((first.clone(), Replace::All)), &mut new_id);
    assert_eq!(kept(&plan, &first), ["Hotline 2025-05: 1", "ZU TEUER 2025-03: 1"]);
}

#[test]
fn a_second_import_replaces_the_months_that_it_covers_and_tells_those_covered_in_part() {
    let (mut plan, mut new_id) = (plan(), ids());
    let rows = ["10.02.2025;Umzug", "05.03.2025;Umzug", "20.03.2025;zu teuer", "02.04.2025;zu teuer", "02.05.2025;zu teuer"];
    let first = import_into(&mut plan, &rows, None, &mut new_id).source;
    let later = ["15.03.2025;Hotline", "30.04.2025;Hotline"];
    let applied = import_into(&mut plan, &later, Some((first.clone(), Replace::CoveredDays)), &mut new_id);
    let expected = ["Hotline 2025-03: 1", "Hotline 2025-04: 1", "Umzug 2025-02: 1", "zu teuer 2025-05: 1"];
    assert_eq!(kept(&plan, &first), expected);
    let cut: Vec<String> = applied.months_without_older_reasons.iter().map(ToString::to_string).collect();
    assert_eq!(cut, ["2025-03"]);
}

#[test]
fn a_week_covers_the_month_of_its_thursday() {
    let (mut plan, mut new_id) = (plan(), ids());
    let first = import_into(&mut plan, &["02.07.2025;Umzug", "05.06.2025;zu teuer"], None, &mut new_id).source;
    // From Monday, 30 June, to Sunday, 6 July.
    let applied = import_into(&mut plan, &["KW 27/2025;Hotline"], Some((first.clone(), Replace::CoveredDays)), &mut new_id);
    assert_eq!(kept(&plan, &first), ["Hotline 2025-07: 1", "zu teuer 2025-06: 1"]);
    assert_eq!(applied.months_without_older_reasons.len(), 1);
}

#[test]
fn sources_with_reasons_of_the_same_months_are_named() {
    let (mut plan, mut new_id) = (plan(), ids());
    let first = import_into(&mut plan, &["03.03.2025;zu teuer"], None, &mut new_id).source;
    let check = |day: &str, again: Option<&SourceId>, expected: &[&SourceId]| {
        let text = format!("Tag;Kündigungsgrund\n{day};Umzug\n");
        let inspection = inspect(text.as_bytes()).unwrap();
        let mapping = propose(&inspection, &plan, crate::names()).mapping;
        let reduction = reduce_in_chunks(text.as_bytes(), &inspection, &mapping, usize::MAX);
        assert_eq!(overlapping(&plan, &mapping, &reduction, again).iter().collect::<Vec<_>>(), expected, "{day}");
    };
    check("28.03.2025", None, &[&first]);
    check("01.04.2025", None, &[]);
    check("28.03.2025", Some(&first), &[]);
}
