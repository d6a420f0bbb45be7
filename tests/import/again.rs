//! A source that is imported again: how its last file was read is kept with it.

use crate::{
    applying::{facts, ids},
    inspect, inspect_as, names, plan, reduce_in_chunks,
};
use reiseplan::exchange;
use reiseplan::import::{DecimalMark, FormatChoices, Mapping, Role, SourceFacts, TextEncoding, apply, propose, propose_again};
use reiseplan::plan::{Plan, Source, SourceId};

/// Imports a file as a source of its own.
fn import_as(plan: &mut Plan, bytes: &[u8], format: FormatChoices, settle: impl Fn(&mut Mapping)) -> SourceId {
    let inspection = inspect_as(bytes, format);
    let mut mapping = propose(&inspection, plan, names()).mapping;
    settle(&mut mapping);
    let reduction = reduce_in_chunks(bytes, &inspection, &mapping, usize::MAX);
    // Ids go on where the plan's other sources have ended.
    let mut new_id = ids();
    (0..1_000 * plan.sources.len()).for_each(|_| _ = new_id());
    apply(plan, &mapping, &reduction, SourceFacts { format, ..facts(None) }, &mut new_id).source
}

#[test]
fn a_file_that_needs_two_header_rows_is_known_again() {
    let march = "Wann?;Wie?;Wo?\nDatum;NPS;Region\n01.03.2025;9;Nord\n".as_bytes();
    let april = "Wann?;Wie?;Wo?\nDatum;NPS;Region\n01.04.2025;7;Süd\n".as_bytes();
    let mut plan = plan();
    let format = FormatChoices { header_rows: Some(2), ..FormatChoices::default() };
    let id = import_as(&mut plan, march, format, |mapping| mapping.columns[2].role = Role::Ignore);
    let kept = plan.sources.get(&id).unwrap().format;
    assert_eq!(kept, format);
    // A plan is saved in between.
    let plan = exchange::read(exchange::write(&plan).as_bytes()).unwrap().plan;
    assert_eq!(plan.sources.get(&id).unwrap().format, format);
    let known = propose_again(&inspect_as(april, kept), &plan, &id, names());
    assert_eq!((known.kept_from.as_ref(), &known.mapping.columns[2].role), (Some(&id), &Role::Ignore));
}

#[test]
fn whether_unfinished_answers_count_is_kept() {
    let bytes = include_bytes!("../fixtures/import/qualtrics.csv");
    let inspection = inspect(bytes).unwrap();
    for with_unfinished in [true, false] {
        let mut plan = plan();
        let id = import_as(&mut plan, bytes, FormatChoices::default(), |mapping| mapping.with_unfinished = with_unfinished);
        assert_eq!(plan.sources.get(&id).unwrap().with_unfinished, with_unfinished);
        assert_eq!(propose_again(&inspection, &plan, &id, names()).mapping.with_unfinished, with_unfinished);
    }
}

#[test]
fn of_sources_with_the_same_header_the_one_that_is_imported_again_tells_the_mapping() {
    let bytes = b"Datum;NPS;Region\n01.03.2025;9;Nord\n";
    let mut plan = plan();
    let first = import_as(&mut plan, bytes, FormatChoices::default(), |mapping| mapping.columns[2].role = Role::Ignore);
    let inspection = inspect(bytes).unwrap();
    let second = import_as(&mut plan, bytes, FormatChoices::default(), |mapping| {
        mapping.columns[2].role = Role::Segment(reiseplan::import::DimensionTarget::New("Region".to_owned()));
    });
    assert_ne!(first, second);
    let proposed = |again| propose_again(&inspection, &plan, again, names());
    assert_eq!(
        (proposed(&first).kept_from, proposed(&first).mapping.columns[2].role.clone()),
        (Some(first.clone()), Role::Ignore)
    );
    assert_eq!(proposed(&second).kept_from, Some(second.clone()));
    assert_eq!(propose(&inspection, &plan, names()).kept_from, Some(second));
    // Another header: the source has nothing to say.
    let other = inspect(b"Datum;NPS;Land\n01.03.2025;9;DE\n").unwrap();
    assert_eq!(propose_again(&other, &plan, &first, names()).kept_from, None);
}

#[test]
fn only_what_was_chosen_is_written() {
    let choices = FormatChoices {
        encoding: Some(TextEncoding::Windows1252),
        decimal: Some(DecimalMark::Comma),
        ..FormatChoices::default()
    };
    assert_eq!(serde_json::to_string(&choices).unwrap(), r#"{"encoding":"windows1252","decimal":"comma"}"#);
    let source = Source::new(SourceId::standard("survey"), "");
    let written = serde_json::to_value(&source).unwrap();
    assert!(written.get("format").is_none() && written.get("with_unfinished").is_none());
    let mut plan = plan();
    let id = import_as(&mut plan, b"Datum;NPS\n01.03.2025;9\n", choices, |_| {});
    // Taking the data out leaves how the file is read.
    plan.clear_source(&id);
    assert_eq!(plan.sources.get(&id).unwrap().format, choices);
}
