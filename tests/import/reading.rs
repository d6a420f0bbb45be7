//! Files of all sorts: how they are written, and what is wrong with them.

use crate::{date_and_score, import, inspect, inspect_as, inspect_in_chunks, plan, reduce_in_chunks};
use proptest::prelude::*;
use reiseplan::import::{
    DateOrder, DecimalMark, FormatChoices, GuessReason, GuessedRole, ImportError, Inspection, Inspector, IssueReason, LeftOut,
    Mapping, MappingFault, Reducer, Reduction, Role, TextEncoding, propose,
};
use reiseplan::plan::{AmountUnit, Day, Month, Resolution};

fn headers(inspection: &Inspection) -> Vec<&str> {
    inspection.columns.iter().map(|column| column.header.as_str()).collect()
}

/// Reads a file of date and NPS, and maybe more columns that aren't needed.
fn reduce(bytes: &[u8]) -> Reduction {
    let inspection = inspect(bytes).unwrap();
    let mapping = date_and_score(&inspection, DateOrder::DayFirst);
    reduce_in_chunks(bytes, &inspection, &mapping, usize::MAX)
}

fn issues(reduction: &Reduction) -> Vec<(u64, usize, &str, IssueReason)> {
    reduction.issues.iter().map(|issue| (issue.line, issue.column, issue.value.as_str(), issue.reason)).collect()
}

/// Days with their answers, as `2025-03-01: 9, 9`.
fn answers(reduction: &Reduction) -> Vec<String> {
    let list = |counts: &std::collections::BTreeMap<u8, u32>| {
        let each = counts.iter().flat_map(|(answer, count)| std::iter::repeat_n(answer.to_string(), *count as usize));
        each.collect::<Vec<_>>().join(", ")
    };
    reduction.tallies[0].days.iter().map(|(day, counts)| format!("{day}: {}", list(counts))).collect()
}

#[test]
fn an_empty_file_is_refused() {
    for bytes in [&b""[..], b"\xEF\xBB\xBF", b"\r\n\r\n", b"sep=;\r\n", b";;;\n"] {
        assert_eq!(inspect(bytes), Err(ImportError::Empty), "{bytes:?}");
    }
}

#[test]
fn a_header_alone_is_refused() {
    for bytes in [&b"Datum;NPS"[..], b"Datum;NPS\r\n", b"sep=;\r\nDatum;NPS\r\n;\r\n"] {
        assert_eq!(inspect(bytes), Err(ImportError::NoRows), "{bytes:?}");
    }
}

#[test]
fn what_is_no_text_is_refused() {
    assert_eq!(inspect(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0"), Err(ImportError::NotText));
    assert_eq!(inspect(b"%PDF-1.7\nDatum;NPS\n01.01.2025;9"), Err(ImportError::NotText));
    assert_eq!(inspect(b"PK\x03\x04\x14\0\x06\0"), Err(ImportError::Workbook));
    assert_eq!(inspect(b"\xD0\xCF\x11\xE0\xA1\xB1"), Err(ImportError::Workbook));
}

#[test]
fn a_row_without_end_is_refused_with_its_line() {
    let mut bytes = b"Datum;NPS\n01.01.2025;9\n02.01.2025;\"".to_vec();
    bytes.resize(5 * 1024 * 1024, b'x');
    assert_eq!(inspect(&bytes), Err(ImportError::EndlessRow { line: 3 }));
}

#[test]
fn encodings_are_told_apart() {
    fn check(bytes: &[u8], expected: TextEncoding) {
        let inspection = inspect(bytes).unwrap();
        assert_eq!((inspection.encoding, headers(&inspection)), (expected, vec!["Datum", "NPS", "Straße"]));
        assert_eq!(inspection.preview[0].cells[2], "Köln €");
        let reduction = reduce(bytes);
        assert_eq!((reduction.accepted, answers(&reduction)), (1, vec!["2025-01-31: 9".to_owned()]));
    }
    let text = "Datum;NPS;Straße\r\n31.01.2025;9;Köln €\r\n";
    let utf16 =
        |bytes: fn(u16) -> [u8; 2]| -> Vec<u8> { "\u{feff}".encode_utf16().chain(text.encode_utf16()).flat_map(bytes).collect() };
    check(text.as_bytes(), TextEncoding::Utf8);
    check(format!("\u{feff}{text}").as_bytes(), TextEncoding::Utf8);
    check(&utf16(u16::to_le_bytes), TextEncoding::Utf16);
    check(&utf16(u16::to_be_bytes), TextEncoding::Utf16);
    check(b"Datum;NPS;Stra\xDFe\r\n31.01.2025;9;K\xF6ln \x80\r\n", TextEncoding::Windows1252);
}

#[test]
fn utf_16_without_byte_order_mark_is_refused() {
    let bytes: Vec<u8> = "Datum;NPS\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(inspect(&bytes), Err(ImportError::NotText));
}

#[test]
fn the_first_character_beyond_utf_8_can_come_late() {
    let mut bytes = b"Datum;NPS;Ort\n".to_vec();
    for _ in 0..20_000 {
        bytes.extend_from_slice(b"01.01.2025;9;Berlin\n");
    }
    assert_eq!(inspect(&bytes).unwrap().encoding, TextEncoding::Utf8);
    bytes.extend_from_slice(b"01.01.2025;9;K\xF6ln\n");
    assert_eq!(inspect(&bytes).unwrap().encoding, TextEncoding::Windows1252);
}

#[test]
fn delimiters_are_told_apart() {
    fn check(text: &str, delimiter: char, expected: &[&str]) {
        let inspection = inspect(text.as_bytes()).unwrap();
        assert_eq!((inspection.delimiter(), headers(&inspection)), (delimiter, expected.to_vec()), "{text}");
    }
    check("Datum;NPS\n01.01.2025;9\n", ';', &["Datum", "NPS"]);
    check("Datum,NPS\n01.01.2025,9\n", ',', &["Datum", "NPS"]);
    check("Datum\tNPS\n01.01.2025\t9\n", '\t', &["Datum", "NPS"]);
    check("Datum|NPS\n01.01.2025|9\n", '|', &["Datum", "NPS"]);
    check("A;B;C\n1,5;2,5;3,5\n1,5;2,5;3,5\n", ';', &["A", "B", "C"]);
    check("\"A;B;C\",D\n\"1;2;3\",4\n", ',', &["A;B;C", "D"]);
    check("sep=|\nA;B|C;D\n1|2\n", '|', &["A;B", "C;D"]);
    check("\"SEP=\t\"\r\nA;B\tC\r\n1\t2\r\n", '\t', &["A;B", "C"]);
    check("Bemerkung\nGut; danke\nSchlecht\n", ',', &["Bemerkung"]);
}

#[test]
fn lines_end_in_any_of_the_three_ways() {
    for end in ["\r\n", "\n", "\r"] {
        let text = ["Datum;NPS", "", "01.01.2025;9", "02.01.2025;x", "03.01.2025;4"].join(end);
        let reduction = reduce(text.as_bytes());
        assert_eq!(answers(&reduction), ["2025-01-01: 9", "2025-01-03: 4"], "{end:?}");
        assert_eq!(issues(&reduction), [(4, 1, "x", IssueReason::NotANumber)], "{end:?}");
    }
}

#[test]
fn line_breaks_within_quotation_marks_belong_to_the_cell() {
    let bytes = b"Datum;NPS;Grund\r\n01.01.2025;9;\"eins\r\nzwei\r\n\"\"drei\"\"\"\r\n02.01.2025;11;\r\n";
    assert_eq!(inspect(bytes).unwrap().preview[0].cells[2], "eins\r\nzwei\r\n\"drei\"");
    let reduction = reduce(bytes);
    assert_eq!((reduction.rows, answers(&reduction)), (2, vec!["2025-01-01: 9".to_owned()]));
    assert_eq!(issues(&reduction), [(5, 1, "11", IssueReason::OutsideScale(0, 10))]);
}

#[test]
fn stray_quotation_marks_stay_in_their_cell() {
    let bytes = b"Datum;NPS;Grund\n01.01.2025;9;24\" Monitor\n02.01.2025;\"8\"x;\n03.01.2025;7;\"a\"b\"\n";
    let reduction = reduce(bytes);
    assert_eq!((reduction.rows, reduction.accepted), (3, 3));
    assert_eq!(issues(&reduction), [(3, 1, "8x", IssueReason::NotANumber)]);
}

#[test]
fn a_quotation_mark_that_is_never_closed_rejects_what_it_swallows() {
    let reduction = reduce(b"Datum;NPS;Grund\n01.01.2025;9;gut\n02.01.2025;8;\"nie zu\n03.01.2025;7;\n04.01.2025;6;\n");
    assert_eq!((reduction.accepted, reduction.rejected, answers(&reduction)), (1, 1, vec!["2025-01-01: 9".to_owned()]));
    let [issue] = reduction.issues.as_slice() else { panic!("one issue was expected") };
    assert_eq!((issue.line, issue.column, issue.reason), (3, 2, IssueReason::UnclosedQuote));
}

#[test]
fn rows_may_be_shorter_than_the_header_but_not_longer() {
    let reduction = reduce(b"Datum;NPS;Ort\n01.01.2025;9\n02.01.2025\n03.01.2025;8;Ulm;;\n04.01.2025;7;Ulm;;zu viel\n");
    assert_eq!(answers(&reduction), ["2025-01-01: 9", "2025-01-03: 8"]);
    assert_eq!((reduction.accepted, reduction.rejected), (3, 1));
    assert_eq!(issues(&reduction), [(5, 3, "", IssueReason::ExtraCells)]);
}

#[test]
fn columns_with_the_same_header_are_told_apart() {
    let bytes = "Datum,Region,Region,,\n2025-01-01,Nord,Ost,,\n2025-01-02,Süd,West,,\n";
    let inspection = inspect(bytes.as_bytes()).unwrap();
    assert_eq!(headers(&inspection), ["Datum", "Region", "Region", "", ""]);
    let mapping = propose(&inspection, &plan(), crate::names()).mapping;
    let (Role::Segment(first), Role::Segment(second)) = (&mapping.columns[1].role, &mapping.columns[2].role) else {
        panic!("two segments were expected")
    };
    assert_ne!(first, second);
}

#[test]
fn ten_thousand_columns_are_read() {
    let header: Vec<String> = (0..10_000).map(|index| format!("Spalte {index}")).collect();
    let row = |first: &str| [vec![first, "9"], vec!["5"; 9_998]].concat().join(";");
    let text = format!("{}\n{}\n{}\n", header.join(";"), row("01.01.2025"), row("02.01.2025"));
    let inspection = inspect(text.as_bytes()).unwrap();
    assert_eq!((inspection.columns.len(), inspection.rows), (10_000, 2));
    assert_eq!(answers(&reduce(text.as_bytes())), ["2025-01-01: 9", "2025-01-02: 9"]);
}

#[test]
fn too_many_columns_are_refused() {
    let text = format!("{}\n1\n", "a;".repeat(20_000));
    assert_eq!(inspect(text.as_bytes()), Err(ImportError::TooManyColumns));
    let text = format!("{}\n1\n", "a;".repeat(200_000));
    assert_eq!(inspect(text.as_bytes()), Err(ImportError::TooManyColumns));
}

#[test]
fn dates_are_read_in_the_format_of_their_column() {
    fn check(dates: &[&str], order: DateOrder, ambiguous: bool, first: &str) {
        let text = format!("NPS,Datum\n9,{}\n", dates.join("\n9,"));
        let (inspection, _, reduction) = import(text.as_bytes());
        let format = inspection.columns[1].date.unwrap();
        assert_eq!((format.order, format.ambiguous), (order, ambiguous), "{dates:?}");
        assert_eq!(reduction.span.unwrap().0.to_string(), first, "{dates:?}");
        assert_eq!(reduction.accepted, dates.len() as u64, "{dates:?}");
    }
    use DateOrder::{DayFirst, MonthFirst, YearFirst};
    check(&["01.02.2025", "13.02.2025 08:15"], DayFirst, false, "2025-02-01");
    check(&["1.2.25", "1.3.25"], DayFirst, false, "2025-02-01");
    check(&["2025-02-01 08:15:00", "2025-02-13"], YearFirst, false, "2025-02-01");
    check(&["2025-02-01T08:15:00+01:00"], YearFirst, false, "2025-02-01");
    check(&["02/01/2025", "02/13/2025"], MonthFirst, false, "2025-02-01");
    check(&["01/02/2025", "13/02/2025"], DayFirst, false, "2025-02-01");
    check(&["02/01/2025 08:15:00 AM", "02/03/2025 01:00:00 PM"], MonthFirst, false, "2025-02-01");
    check(&["01/02/2025", "03/02/2025"], MonthFirst, true, "2025-01-02");
}

#[test]
fn an_ambiguous_column_takes_the_other_evidence_of_the_file() {
    let date = |text: &str, column: usize| inspect(text.as_bytes()).unwrap().columns[column].date.unwrap();
    let tells = date("Datum;NPS\n01/02/2025;9\n", 0);
    assert_eq!((tells.order, tells.ambiguous), (DateOrder::DayFirst, false));
    let tells = date("Start date,End date\n13/02/2025,01/03/2025\n", 1);
    assert_eq!((tells.order, tells.ambiguous), (DateOrder::DayFirst, false));
    let number = |text: &str, column: usize| inspect(text.as_bytes()).unwrap().columns[column].number.unwrap();
    let tells = number("A,Bestand\nx,48.200\ny,48.027\n", 1);
    assert_eq!((tells.decimal, tells.ambiguous), (DecimalMark::Point, true));
    let tells = number("A;Bestand\nx;48.200\ny;48.027\n", 1);
    assert_eq!((tells.decimal, tells.ambiguous), (DecimalMark::Comma, false));
    let tells = number("Datum,Bestand\n13.01.2025,48.200\n", 1);
    assert_eq!((tells.decimal, tells.ambiguous), (DecimalMark::Comma, false));
    let tells = number("Umsatz\tBestand\n\"1,234.50\"\t48.200\n", 1);
    assert_eq!((tells.decimal, tells.ambiguous), (DecimalMark::Point, false));
}

#[test]
fn personal_data_and_free_text_are_set_to_ignore() {
    let text = "Datum,NPS,E-Mail-Adresse,Vorname,IP Address,Kontakt,Kommentar,Was noch?\n\
        2025-01-01,9,a@b.de,Eva,10.0.0.1,e@x.org,ok,Ich warte seit drei Wochen auf meine Rechnung, und niemand ruft an.\n\
        2025-01-02,8,c@d.de,Jan,10.0.0.2,f@x.org,gut,\n"
        .replace("Rechnung,", "Rechnung;");
    let inspection = inspect(text.as_bytes()).unwrap();
    let reasons: Vec<GuessReason> = inspection.columns.iter().map(|column| column.guess.reason).collect();
    use GuessReason::{FreeText, NameAndValues, PersonalData};
    let personal = [PersonalData; 4];
    assert_eq!(reasons, [&[NameAndValues; 2][..], &personal, &[FreeText; 2]].concat());
    assert!(inspection.columns[2..].iter().all(|column| column.guess.role == GuessedRole::Ignore));
}

#[test]
fn a_score_beside_others_is_told_by_name_or_by_its_whole_scale() {
    let score = |text: String| {
        let inspection = inspect(text.as_bytes()).unwrap();
        let is_score = |role: &GuessedRole| matches!(role, GuessedRole::Score(_));
        let found = inspection.columns.iter().filter(|column| is_score(&column.guess.role));
        found.map(|column| column.header.clone()).collect::<Vec<_>>()
    };
    let rows: String = (0..=10).map(|answer| format!("2025-01-{:02},{answer},{}\n", answer + 1, answer % 5 + 1)).collect();
    assert_eq!(score(format!("Datum,Would you recommend us?,Satisfaction\n{rows}")), ["Would you recommend us?", "Satisfaction"]);
    assert_eq!(score(format!("Datum,Frage 1,Frage 2\n{rows}")), ["Frage 1"]);
    assert_eq!(score(format!("Datum,Zufriedenheit,Frage 2\n{rows}")), ["Zufriedenheit"]);
}

#[test]
fn an_answer_whose_id_occurs_twice_counts_once() {
    let bytes = b"Datum,NPS,Respondent ID\nx,9,a\n2025-01-01,9,a\n2025-01-02,8,b\n2025-01-03,7,a\n2025-01-04,6,\n2025-01-05,5,\n";
    let (_, _, reduction) = import(bytes);
    assert_eq!((reduction.rows, reduction.accepted, reduction.rejected), (6, 4, 1));
    assert_eq!(reduction.left_out.get(&LeftOut::DuplicateId), Some(&1));
    assert_eq!(issues(&reduction)[1], (5, 2, "a", IssueReason::DuplicateId));
}

#[test]
fn rows_of_the_preview_that_do_not_count_are_told() {
    let inspection = inspect(include_bytes!("../fixtures/import/qualtrics.csv")).unwrap();
    let told: Vec<_> = inspection.preview.iter().filter_map(|row| Some((row.line, inspection.left_out(row)?))).collect();
    assert_eq!(told[..2], [(4, LeftOut::Preview), (10, LeftOut::Unfinished)]);
    let plain = inspect(b"Datum;NPS\n01.03.2025;9\n").unwrap();
    assert_eq!(plain.left_out(&plain.preview[0]), None);
}

#[test]
fn a_cell_is_read_as_a_day_in_the_order_of_its_column() {
    fn check(order: DateOrder, cell: &str, expected: Option<&str>) {
        assert_eq!(order.read(cell).map(|day| day.to_string()).as_deref(), expected, "{order:?} {cell}");
    }
    check(DateOrder::DayFirst, "01/02/2025", Some("2025-02-01"));
    check(DateOrder::MonthFirst, "01/02/2025", Some("2025-01-02"));
    check(DateOrder::MonthFirst, "31/02/2025", None);
    check(DateOrder::DayFirst, "gestern", None);
}

#[test]
fn previews_and_spam_are_left_out_also_where_they_are_numbers() {
    let body = "2025-01-01,0,1,9\n2025-01-01,1,1,9\n2025-01-01,8,1,9\n2025-01-01,0,0,9\n2025-01-01,Spam,1,9\n";
    let ids =
        r#""{""ImportId"":""endDate""}","{""ImportId"":""status""}","{""ImportId"":""finished""}","{""ImportId"":""QID1""}""#;
    let text = format!("EndDate,Status,Finished,Q1_NPS\nEnd Date,Response Type,Finished,Recommend?\n{ids}\n{body}");
    let (_, _, reduction) = import(text.as_bytes());
    let expected = [(LeftOut::Preview, 1), (LeftOut::Spam, 2), (LeftOut::Unfinished, 1)];
    assert_eq!((reduction.accepted, reduction.left_out), (1, expected.into()));
}

#[test]
fn only_so_many_issues_are_kept_but_all_are_counted() {
    let text = format!("Datum;NPS\n{}", "01.01.2025;x\n".repeat(2_500));
    let reduction = reduce(text.as_bytes());
    assert_eq!((reduction.issues.len(), reduction.issue_counts), (1_000, vec![(IssueReason::NotANumber, 2_500)]));
}

#[test]
fn formulas_in_rejected_rows_are_guarded() {
    let reduction = reduce("Datum;NPS;Grund\n?;9;=SUMME(A1)\n?;-5;@x\n?;1;a\"b;c\n".as_bytes());
    let lines: Vec<&str> = reduction.rejected_csv.lines().skip(1).collect();
    assert_eq!(lines, ["?;9;\"'=SUMME(A1)\"", "?;-5;\"'@x\"", "?;1;\"a\"\"b\";c"]);
}

#[test]
fn a_mapping_that_cannot_work_is_refused() {
    let inspection = inspect(b"Datum;NPS;NPS 2\n01.01.2025;9;8\n").unwrap();
    let good = date_and_score(&inspection, DateOrder::DayFirst);
    let check = |change: &dyn Fn(&mut Vec<Role>), expected: MappingFault| {
        let mut mapping = good.clone();
        let mut roles: Vec<Role> = mapping.columns.iter().map(|column| column.role.clone()).collect();
        change(&mut roles);
        mapping.columns.iter_mut().zip(roles).for_each(|(column, role)| column.role = role);
        assert_eq!(Reducer::new(&inspection, &mapping).err(), Some(expected));
    };
    check(&|roles| roles[0] = Role::Ignore, MappingFault::NoDate);
    check(&|roles| roles[1] = Role::Ignore, MappingFault::NoScore);
    check(&|roles| roles[2] = roles[0].clone(), MappingFault::SeveralDates);
    check(&|roles| roles[2] = roles[1].clone(), MappingFault::KpiTwice);
    let mut narrow = good.clone();
    narrow.columns.pop();
    assert_eq!(Reducer::new(&inspection, &narrow).err(), Some(MappingFault::OtherColumns));
}

/// Bytes that look like a table at least somewhat.
fn table_like() -> impl Strategy<Value = Vec<u8>> {
    const PIECES: [&[u8]; 26] = [
        b";",
        b",",
        b"\"",
        b"\r\n",
        b"\n",
        b"\r",
        b"\t",
        b" ",
        b"sep=;\n",
        b"9",
        b"10 - sehr",
        b"01.02.2025",
        b"2025-02-01 08:15",
        b"13/02/2025",
        b"1.234,56",
        b"NPS",
        b"Datum",
        b"\xE4",
        "ä€".as_bytes(),
        b"\xEF\xBB\xBF",
        b"\xFF\xFE",
        b"{\"ImportId\": 1}",
        b"a@b.de",
        b"\0",
        b"-",
        b"99999999999999999999",
    ];
    let piece = prop::sample::select(&PIECES[..]);
    let pieces = prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat());
    let table = pieces.clone().prop_map(|rest| [b"Datum;NPS\n01.02.2025;9\n", rest.as_slice()].concat());
    prop_oneof![pieces, table, prop::collection::vec(any::<u8>(), 0..200)]
}

/// Cuts bytes where `cuts` say, by their share of the whole.
fn cut<'a>(bytes: &'a [u8], cuts: &[usize]) -> Vec<&'a [u8]> {
    let mut at: Vec<usize> = cuts.iter().map(|cut| cut % (bytes.len() + 1)).collect();
    at.extend([0, bytes.len()]);
    at.sort_unstable();
    at.windows(2).map(|pair| &bytes[pair[0]..pair[1]]).collect()
}

proptest! {
    #[test]
    fn any_bytes_in_any_chunks_give_the_same_and_never_panic(bytes in table_like(), cuts in prop::collection::vec(any::<usize>(), 0..6)) {
        let whole = inspect(&bytes);
        let mut inspector = Inspector::new(FormatChoices::default());
        let fed = cut(&bytes, &cuts).into_iter().try_for_each(|chunk| inspector.feed(chunk));
        prop_assert_eq!(&fed.and_then(|()| inspector.finish()), &whole);
        prop_assert_eq!(&inspect_in_chunks(&bytes, 1), &whole);
        let Ok(inspection) = whole else { return Ok(()) };
        if inspection.columns.len() < 2 {
            return Ok(());
        }
        let mapping = date_and_score(&inspection, DateOrder::DayFirst);
        let reduction = reduce_in_chunks(&bytes, &inspection, &mapping, usize::MAX);
        prop_assert_eq!(&reduce_in_chunks(&bytes, &inspection, &mapping, 1), &reduction);
        prop_assert_eq!(reduction.rows, inspection.rows);
        let left_out: u64 = reduction.left_out.values().sum();
        prop_assert_eq!(reduction.accepted + reduction.rejected + left_out, reduction.rows);
        // As it is proposed it doesn't panic either, up to the plan.
        let proposed = propose(&inspection, &plan(), crate::names()).mapping;
        if proposed.check(inspection.columns.len()).is_ok() {
            let reduction = reduce_in_chunks(&bytes, &inspection, &proposed, usize::MAX);
            let mut plan = plan();
            crate::applying::apply_to(&mut plan, &proposed, &reduction);
            prop_assert_eq!(plan.dangling(), vec![]);
        }
    }

    #[test]
    fn answers_that_are_written_are_those_that_are_counted(given in prop::collection::vec((1_u8..29, 0_u8..=10), 1..50)) {
        let rows: String = given.iter().map(|(day, answer)| format!("{day:02}.03.2025;{answer}\r\n")).collect();
        let reduction = reduce(format!("Datum;NPS\r\n{rows}").as_bytes());
        let mut counted = Vec::new();
        for (day, counts) in &reduction.tallies[0].days {
            counted.extend(counts.iter().flat_map(|(answer, count)| std::iter::repeat_n((day.day(), *answer), *count as usize)));
        }
        let mut given = given;
        given.sort_unstable();
        prop_assert_eq!(counted, given);
    }
}

#[test]
fn the_user_knows_better_how_a_file_is_written() {
    let of = |text: &str, choices| inspect_as(text.as_bytes(), choices);
    let none = FormatChoices::default();
    let found = of("a,b;c\n1,2;3\n", FormatChoices { delimiter: Some(','), ..none });
    assert_eq!(headers(&found), ["a", "b;c"]);
    let found = of("Umsatz;NPS\n48.200;1\n39.100;2\n", FormatChoices { decimal: Some(DecimalMark::Point), ..none });
    assert_eq!(found.columns[0].number.unwrap().decimal, DecimalMark::Point);
    let found = of("Wann?;Wie?\nDatum;NPS\n01.03.2025;9\n", FormatChoices { header_rows: Some(2), ..none });
    assert_eq!((headers(&found), found.rows, found.columns[0].question.as_str()), (vec!["Datum", "NPS"], 1, "Wann?"));
    let found = of("01.03.2025;9\n02.03.2025;8\n", FormatChoices { header_rows: Some(0), ..none });
    assert_eq!((headers(&found), found.rows), (vec!["", ""], 2));
    let cell = inspect_as(b"a;b\n\xC3\xA4;1\n", FormatChoices { encoding: Some(TextEncoding::Windows1252), ..none });
    assert_eq!(cell.columns[0].samples, ["Ã¤"]);
}

#[test]
fn months_weeks_and_quarters_are_dates() {
    fn check(dates: &[&str], resolution: Resolution, first: &str) {
        let rows: String = dates.iter().map(|date| format!("{date};9\n")).collect();
        let text = format!("Zeitraum;NPS\n{rows}");
        let (_, _, reduction) = import(text.as_bytes());
        assert_eq!((reduction.resolution, reduction.accepted), (resolution, dates.len() as u64), "{dates:?}");
        assert_eq!(reduction.span.unwrap().0.to_string(), first, "{dates:?}");
    }
    check(&["03/2025", "04/2025"], Resolution::Month, "2025-03-01");
    check(&["Mär 25", "April 2025"], Resolution::Month, "2025-03-01");
    check(&["KW 12/2025", "KW 13/2025"], Resolution::Week, "2025-03-17");
    check(&["2025-W12", "2025-W13"], Resolution::Week, "2025-03-17");
    check(&["2025-Q1", "Q2/2025"], Resolution::Quarter, "2025-01-01");
}

#[test]
fn days_that_excel_numbers_are_dates_where_the_heading_says_so() {
    let (_, _, reduction) = import(b"Datum;NPS\n45717;9\n45718,5;8\n");
    assert_eq!((reduction.accepted, reduction.span.unwrap().0.to_string()), (2, "2025-03-01".to_owned()));
    let inspection = inspect(b"Wert;NPS\n45717;9\n45718;8\n").unwrap();
    assert_eq!(inspection.columns[0].date, None);
}

#[test]
fn answers_without_a_date_get_the_month_that_the_user_gives() {
    let bytes = b"id,submitdate,lastpage,startlanguage,seed,NPS\n1,1980-01-01 00:00:00,4,de,1,9\n2,1980-01-01 00:00:00,4,de,2,3\n3,,1,de,3,\n";
    let inspection = inspect(bytes).unwrap();
    assert_eq!(inspection.columns[1].guess.reason, GuessReason::AnonymousDate);
    let mut mapping = reiseplan::import::propose(&inspection, &crate::plan(), crate::names()).mapping;
    assert_eq!(mapping.check(6), Err(MappingFault::NoDate));
    mapping.month = Month::parse("2025-03");
    let reduction = reduce_in_chunks(bytes, &inspection, &mapping, usize::MAX);
    assert_eq!((reduction.accepted, reduction.resolution), (2, Resolution::Month));
    assert_eq!(
        reduction.span.map(|(first, last)| (first.to_string(), last.to_string())),
        Some(("2025-03-01".into(), "2025-03-01".into()))
    );
    assert_eq!(reduction.left_out.get(&LeftOut::Unfinished), Some(&1));
}

#[test]
fn the_day_of_anonymous_answers_is_known_however_it_is_written() {
    for day in ["1980-01-01 00:00:00", "01.01.1980 00:00", "01.01.80 00:00", "01/01/1980"] {
        let file = format!(
            "Antwort ID;Datum Abgeschickt;Letzte Seite;Start-Sprache;Zufallsstartwert;NPS\n1;{day};4;de;1;9\n2;{day};4;de;2;3\n"
        );
        let inspection = inspect(file.as_bytes()).unwrap();
        assert_eq!(inspection.columns[1].guess.reason, GuessReason::AnonymousDate, "{day}");
    }
}

#[test]
fn a_number_that_all_rows_leave_open_is_asked_about() {
    let inspection = inspect(b"Date,Revenue,NPS\n2025-03-01,48.200,9\n2025-03-02,39.100,8\n").unwrap();
    assert!(inspection.columns[1].number.unwrap().ambiguous);
    let inspection = inspect(b"Datum;Umsatz;NPS\n01.03.2025;48.200;9\n02.03.2025;39.100;8\n").unwrap();
    let number = inspection.columns[1].number.unwrap();
    assert_eq!((number.decimal, number.ambiguous), (DecimalMark::Comma, false));
}

#[test]
fn counts_that_are_none_are_reported() {
    let text =
        "Monat;Besuche;Bestellungen\n01/2025;100;10\n02/2025;-5;10\n03/2025;1,5;10\n04/2025;99.999.999.999;1\n05/2025;k. A.;3\n";
    let (_, mapping, reduction) = import(text.as_bytes());
    assert_eq!(mapping.count_kpis().count(), 1);
    let reasons: Vec<IssueReason> = reduction.issues.iter().map(|issue| issue.reason).collect();
    assert_eq!(reasons, [IssueReason::NoCount, IssueReason::NotWhole, IssueReason::NoCount, IssueReason::NotANumber]);
    assert_eq!(reduction.accepted, 5);
}

#[test]
fn a_large_file_is_known_before_it_ends() {
    let row = b"2025-03-17;9;ja\n";
    let mut inspector = Inspector::new(FormatChoices::default());
    inspector.feed(b"Datum;NPS;Kunde\n").unwrap();
    let chunk = row.repeat(4096);
    let mut chunks = 0;
    while !inspector.knows_enough() {
        inspector.feed(&chunk).unwrap();
        chunks += 1;
    }
    assert!((1 << 20..2 << 20).contains(&(chunks * chunk.len())));
    let inspection = inspector.finish().unwrap();
    assert!(!inspection.whole && inspection.rows > 65_000);
}

#[test]
fn what_stands_above_the_header_is_passed_over() {
    let table = "Datum;NPS\n01.03.2025;9\n02.03.2025;10\n";
    let report = format!("Bericht 2025\n{table}");
    let comments = format!("# Nutzer\n# Zeitraum: 1. bis 31. März, alle\n#\n\n# Stand heute\n{table}");
    for (text, rows) in [(report, 2), (comments, 5)] {
        let inspection = inspect(text.as_bytes()).unwrap();
        assert_eq!((inspection.header_rows, headers(&inspection)), (rows, vec!["Datum", "NPS"]), "{text}");
        assert_eq!(answers(&reduce(text.as_bytes())), ["2025-03-01: 9", "2025-03-02: 10"]);
    }
}

#[test]
fn rows_within_a_cell_are_told() {
    let text = "Datum;NPS;Kommentar\n01.03.2025;9;\"nie zu\n02.03.2025;8;gut\n03.03.2025;7;\"zu\"\n04.03.2025;6;\"zwei\nZeilen; mit; Strich\"\n";
    for text in [text.to_owned(), text.replace('\n', "\r\n"), text.trim_end().to_owned()] {
        let reduction = reduce(text.as_bytes());
        let found: Vec<_> = reduction.issues.iter().map(|issue| (issue.line, issue.column, issue.reason)).collect();
        assert_eq!(found, [(2, 2, IssueReason::SwallowedRows)]);
        assert_eq!((reduction.accepted, reduction.rejected), (1, 1));
    }
}

#[test]
fn days_before_surveys_or_to_come_are_slips() {
    let text = "Datum;NPS\n01.03.1925;9\n01.03.52;9\n02.03.2025;9\n03.03.2025;8\n";
    let inspection = inspect(text.as_bytes()).unwrap();
    let latest = Day::new(2025, 3, 2);
    let mapping = Mapping { latest, ..date_and_score(&inspection, DateOrder::DayFirst) };
    let reduction = reduce_in_chunks(text.as_bytes(), &inspection, &mapping, usize::MAX);
    let far = |line, value| (line, 0, value, IssueReason::FarDate);
    assert_eq!(issues(&reduction), [far(2, "01.03.1925"), far(3, "01.03.52"), far(5, "03.03.2025")]);
    assert_eq!(answers(&reduction), ["2025-03-02: 9"]);
}

#[test]
fn days_are_read_with_names_of_months_and_weekdays_and_years_where_they_are_alone() {
    let guessed = |text: &str| inspect(text.as_bytes()).unwrap().columns[0].guess.role.clone();
    for days in ["1. März 2025;9\n3. Mai 2025;8", "Sa, 01.03.2025;9\nSa, 03.05.2025;8", "20250301;9\n20250503;8"] {
        let text = format!("Datum;NPS\n{days}\n");
        assert!(matches!(guessed(&text), GuessedRole::Date(_)), "{text}");
        assert_eq!(answers(&reduce(text.as_bytes())), ["2025-03-01: 9", "2025-05-03: 8"]);
    }
    let years = inspect(b"Jahr;Besuche;Bestellungen\n2024;100;10\n2025;120;12\n").unwrap();
    assert_eq!(years.columns[0].date.map(|date| date.resolution), Some(Resolution::Year));
    // Beside plain dates, a number is a number whatever its name says.
    let counts = inspect(b"Monat;Kunden Monatsanfang\n01/2025;48200\n02/2025;48300\n").unwrap();
    assert_eq!(counts.columns[1].date, None);
    let months = inspect(b"Jahr;Monat;Besuche\n2025;1;100\n2025;2;120\n").unwrap();
    assert!(months.columns.iter().all(|column| column.date.is_none()));
}

#[test]
fn names_of_customers_and_people_are_no_segments() {
    let rows: String = (1..=60).map(|n| format!("01.03.2025;9;K-{n};Leitung {};Firma {n};Nord\n", n % 4)).collect();
    let text = format!("Datum;NPS;Kundennummer;Ansprechpartner;Kunde;Region\n{rows}");
    let inspection = inspect(text.as_bytes()).unwrap();
    let told = |column: usize| (&inspection.columns[column].guess.role, inspection.columns[column].guess.reason);
    assert_eq!(told(2), (&GuessedRole::Ignore, GuessReason::PersonalData));
    assert_eq!(told(3), (&GuessedRole::Ignore, GuessReason::PersonalData));
    assert_eq!(told(4), (&GuessedRole::Ignore, GuessReason::NotNeeded));
    assert_eq!(told(5).0, &GuessedRole::Segment);
}

#[test]
fn lengths_of_time_become_minutes() {
    let text = "Datum;Wartezeit\n01.03.2025;3:30\n01.03.2025;0:01:30\n02.03.2025;1:00:00\n03.03.2025;2\n";
    let (inspection, _, reduction) = import(text.as_bytes());
    let GuessedRole::Value(amount) = &inspection.columns[1].guess.role else { panic!("no value") };
    assert_eq!(amount.unit, AmountUnit::Minutes);
    let sums: Vec<f64> = reduction.amounts[0].days.values().map(|sums| sums.sum).collect();
    assert_eq!(sums, [5.0, 60.0, 2.0]);
}
