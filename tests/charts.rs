//! Charts of a plan with a year of answers: their options are held against snapshots, in which a change of what is
//! drawn can be read. `UPDATE_SNAPSHOTS=1 cargo test --test charts` writes them anew.

use reiseplan::charts::{
    self, Bar, ChartKind, ChartSpec, ChartTheme, LineChart, LinePoint, MAX_POINTS,
    kpi::{Highlight, View},
};
use reiseplan::figures::measured::Figure;
use reiseplan::figures::series::{Group, by_period};
use reiseplan::plan::{
    Day, Dimension, DimensionId, Kpi, KpiId, KpiKind, Month, OtherFields, Plan, PlanId, Resolution, ScoreCounts, SegmentTally,
    SegmentValueId, Source, SourceId, Tally, Target, TypedAnswers,
};
use reiseplan::texts::{Language, figures::ValueStyle};
use serde_json::Value;
use std::path::PathBuf;

/// Promoters, passives and detractors of the months from January; none in March.
const MONTHS: [[u32; 3]; 12] = [
    [20, 32, 18],
    [18, 29, 20],
    [0, 0, 0],
    [20, 29, 21],
    [37, 28, 37],
    [20, 15, 21],
    [24, 25, 20],
    [5, 6, 7],
    [40, 37, 20],
    [42, 29, 15],
    [33, 27, 16],
    [46, 25, 16],
];

fn kpi_id() -> KpiId {
    KpiId::standard("nps")
}

fn scores([promoters, passives, detractors]: [u32; 3]) -> ScoreCounts {
    ScoreCounts::from([(10, promoters), (7, passives), (4, detractors)])
}

fn month(number: u8) -> Month {
    Month::new(2025, number).unwrap()
}

fn tally(months: &[[u32; 3]]) -> Tally {
    let day = |index: usize| Day::new(2025, index as u8 + 1, 12).unwrap();
    let days = months.iter().enumerate().filter(|(_, groups)| groups.iter().sum::<u32>() > 0);
    let days = days.map(|(index, groups)| (day(index), scores(*groups))).collect();
    Tally { days, ..Tally::new(kpi_id()) }
}

fn plan(tally: Tally) -> Plan {
    let mut plan = Plan::new(PlanId::standard("plan"), "Plan");
    let mut kpi = Kpi::new(kpi_id(), "Weiterempfehlung (NPS)", KpiKind::Nps);
    let target = |value, by| Target { value, by: Day::parse(by), other: OtherFields::new() };
    kpi.targets = vec![target(10.0, "2025-06-30"), target(20.0, "2025-12-31")];
    plan.kpis.insert(kpi);
    plan.sources.insert(Source { tallies: vec![tally], ..Source::new(SourceId::standard("survey"), "Umfrage") });
    plan
}

fn plan_of_a_year() -> Plan {
    plan(tally(&MONTHS))
}

fn plan_with_segments() -> Plan {
    let mut tally = tally(&MONTHS);
    let dimension = DimensionId::standard("type");
    let values = [
        ("private", "Privatkunden", [271, 261, 185]),
        ("business", "Gewerbe & „Sonstige“ {alle}", [40, 54, 70]),
        ("public", "Öffentliche Hand", [9, 4, 7]),
        ("staff", "Belegschaft", [2, 1, 1]),
    ];
    let segment = |(id, _, groups): (&str, &str, [u32; 3])| SegmentTally {
        dimension: dimension.clone(),
        value: SegmentValueId::standard(id),
        months: [(month(9), scores(groups))].into(),
        other: OtherFields::new(),
    };
    tally.segments = values.map(segment).to_vec();
    let mut plan = plan(tally);
    let values = values.map(|(id, name, _)| (SegmentValueId::standard(id), name)).to_vec();
    plan.dimensions.insert(Dimension::with_values(dimension, "Kundenart", values));
    plan
}

fn by_month(plan: &Plan, language: Language) -> ChartSpec {
    charts::kpi::by_period(plan, &kpi_id(), &View::by(Resolution::Month), language.texts())
}

fn by_month_with_measure() -> ChartSpec {
    let highlight = Highlight { from: Day::parse("2025-09-01").unwrap(), to: None, label: "Rückrufservice läuft".to_owned() };
    let view = View { highlight: Some(highlight), ..View::by(Resolution::Month) };
    charts::kpi::by_period(&plan_of_a_year(), &kpi_id(), &view, Language::De.texts())
}

fn by_segment(language: Language) -> ChartSpec {
    charts::kpi::by_group(&plan_with_segments(), &kpi_id(), &(month(9).first_day()..=month(12).last_day()), language.texts())
}

fn bars() -> ChartSpec {
    let bars = [("Hotline", 0.19), ("Website", 0.094), ("App", -0.02)];
    ChartSpec {
        title: "Was treibt den NPS?".to_owned(),
        subtitle: String::new(),
        description: "Drei Balken.".to_owned(),
        point_name: "Treiber".to_owned(),
        value_name: "Anteil".to_owned(),
        numbers: ValueStyle::plain(2),
        kind: ChartKind::Bars(bars.map(|(label, value)| Bar { label: label.to_owned(), value }).to_vec()),
    }
}

#[track_caller]
fn check_snapshot(name: &str, found: &Value) {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots").join(format!("{name}.json"));
    let found = format!("{found:#}\n");
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        std::fs::write(&path, found).unwrap();
        return;
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(found == expected, "{name} isn't as in {}; found:\n{found}", path.display());
}

#[test]
fn options_are_as_in_the_snapshots() {
    let (de, en) = (Language::De.texts(), Language::En.texts());
    check_snapshot("nps-by-month", &charts::option(&by_month_with_measure(), &ChartTheme::LIGHT, de));
    check_snapshot("nps-by-month-en-dark", &charts::option(&by_month(&plan_of_a_year(), Language::En), &ChartTheme::DARK, en));
    check_snapshot("nps-by-segment", &charts::option(&by_segment(Language::De), &ChartTheme::LIGHT, de));
    let lone = by_month(&plan(tally(&[MONTHS[0], MONTHS[2], MONTHS[1]])), Language::De);
    check_snapshot("nps-of-lone-months", &charts::option(&lone, &ChartTheme::LIGHT, de));
    let events = vec![(Day::parse("2025-09-03").unwrap(), "Rückrufservice beginnt".to_owned())];
    let controlled = View { limits: true, events, ..View::by(Resolution::Month) };
    let controlled = charts::kpi::by_period(&plan_of_a_year(), &kpi_id(), &controlled, de);
    check_snapshot("nps-with-limits", &charts::option(&controlled, &ChartTheme::LIGHT, de));
    check_snapshot("bars", &charts::option(&bars(), &ChartTheme::LIGHT, de));
}

#[test]
fn an_option_holds_no_function_and_no_sign_that_is_escaped() {
    let mut option = charts::option(&by_segment(Language::De), &ChartTheme::LIGHT, Language::De.texts());
    assert_eq!(option["tooltip"]["renderMode"], "richText");
    assert!(option["aria"]["label"].take().to_string().contains("Gewerbe & „Sonstige“ {alle}"));
    let text = option.to_string();
    assert!(!text.contains("function"), "{text}");
    let tooltip = option["series"][0]["data"][1]["name"].as_str().unwrap();
    assert!(tooltip.starts_with("Gewerbe + „Sonstige“ (alle)\n"), "{tooltip}");
    assert_eq!(option["yAxis"][0]["data"][1], "Gewerbe & „Sonstige“ {alle}");
}

#[test]
fn a_month_without_answers_is_a_gap() {
    let spec = by_month(&plan_of_a_year(), Language::De);
    let option = charts::option(&spec, &ChartTheme::LIGHT, Language::De.texts());
    let series = |index: usize| &option["series"][index]["data"];
    assert_eq!(series(0).as_array().unwrap().len(), 12);
    assert!(series(0)[2]["value"].is_null() && !series(0)[3]["value"].is_null());
    assert_eq!(series(0)[2]["name"].as_str().unwrap().replace('\u{a0}', " "), "März 2025\nkeine Antworten");
    for index in 1..3 {
        assert!(series(index)[2].is_null() && !series(index)[3].is_null(), "series {index}");
    }
}

#[test]
fn the_title_claims_a_change_only_if_it_is_more_than_noise() {
    let title = |months: &[[u32; 3]], language| by_month(&plan(tally(months)), language).title.replace('\u{a0}', " ");
    assert_eq!(title(&MONTHS, Language::De), "NPS ist seit September 2025 höher");
    assert_eq!(title(&MONTHS, Language::En), "NPS has been higher since September 2025");
    let reversed: Vec<_> = MONTHS.iter().rev().copied().collect();
    assert!(title(&reversed, Language::De).starts_with("NPS ist seit "));
    assert!(title(&reversed, Language::De).ends_with(" niedriger"));
    assert_eq!(title(&MONTHS[..8], Language::De), "NPS nach Monat");
    assert_eq!(title(&[], Language::En), "NPS by month");
}

#[test]
fn the_description_says_what_the_chart_shows() {
    let description = |spec: ChartSpec| spec.description.replace('\u{a0}', " ");
    assert_eq!(
        description(by_month(&plan_of_a_year(), Language::De)),
        "Liniendiagramm mit 11 Werten. Zuletzt: Dezember 2025: +34,5 (+17 bis +49), n = 87. Niedrigster Wert: August 2025: \
         −11,1 (−44 bis +25), n = 18. Höchster Wert: Dezember 2025: +34,5 (+17 bis +49), n = 87. Ziel +20 bis Dezember 2025."
    );
    assert!(description(by_segment(Language::En)).contains("Belegschaft: fewer than 5 answers, not shown singly"));
    assert_eq!(description(by_month(&plan(tally(&[])), Language::De)), "Es gibt noch keine Antworten.");
}

#[test]
fn the_same_is_shown_as_a_table() {
    let table = |spec: &ChartSpec| {
        let table = charts::table(spec, Language::De.texts());
        assert!(table.rows.iter().all(|row| row.len() == table.header.len()));
        std::iter::once(&table.header).chain(&table.rows).map(|row| row.join(" | ").replace('\u{a0}', " ")).collect::<Vec<_>>()
    };
    let months = table(&by_month(&plan_of_a_year(), Language::De));
    assert_eq!(months[0], "Monat | NPS | von | bis | n | Hinweis");
    assert_eq!(months[1], "Januar 2025 | +2,9 | −14 | +20 | 70 | ");
    assert_eq!(months[3], "März 2025 | – | – | – | – | ");
    assert_eq!(months[8], "August 2025 | −11,1 | −44 | +25 | 18 | unsicher: weniger als 30 Antworten");

    let segments = table(&by_segment(Language::De));
    assert_eq!(segments[1], "Privatkunden | +12,0 | +6 | +18 | 717 | ");
    assert_eq!(segments[4], "Belegschaft | – | – | – | – | weniger als 5 Antworten, wird nicht einzeln gezeigt");

    let two = table(&by_month(&plan(tally(&MONTHS[..2])), Language::De));
    assert_eq!(two[0], "Monat | NPS | von | bis | n");
    assert_eq!(table(&bars()), ["Treiber | Anteil", "Hotline | 0,19", "Website | 0,09", "App | −0,02"]);
}

fn with_events(events: &[(&str, &str)]) -> ChartSpec {
    let events = events.iter().map(|(at, label)| (Day::parse(at).unwrap(), (*label).to_owned())).collect();
    let view = View { events, ..View::by(Resolution::Month) };
    charts::kpi::by_period(&plan_of_a_year(), &kpi_id(), &view, Language::De.texts())
}

#[test]
fn events_are_named_in_rows_above_the_plot_or_numbered_where_names_have_no_room() {
    let drawn = |spec: &ChartSpec| {
        let option = charts::option(spec, &ChartTheme::LIGHT, Language::De.texts());
        let marks = option["series"].as_array().unwrap().last().unwrap()["markLine"]["data"].as_array().unwrap().clone();
        let label = |mark: &Value| {
            (mark["label"]["formatter"].as_str().unwrap_or_default().to_owned(), mark["label"]["distance"].as_f64())
        };
        (option["grid"]["top"].as_f64().unwrap(), marks.iter().map(label).collect::<Vec<_>>())
    };
    let label = |text: &str, distance: f64| (text.to_owned(), Some(distance));
    let none = || (String::new(), None);

    let far = with_events(&[("2025-01-05", "Beginn"), ("2025-12-05", "Ende")]);
    assert_eq!(drawn(&far), (24.0, vec![label("Beginn", 3.0), label("Ende", 3.0)]));
    assert_eq!(drawn(&far.narrow()), (24.0, vec![label("1", 3.0), label("2", 3.0)]));

    let long = "Wechselstatus wie bei Paketen beginnt";
    let near = [("2025-02-05", long), ("2025-03-05", long), ("2025-04-05", long), ("2025-05-05", long)];
    let (top, three) = drawn(&with_events(&near[..3]));
    assert_eq!((top, three), (56.0, vec![label(long, 3.0), label(long, 19.0), label(long, 35.0)]));
    let (top, four) = drawn(&with_events(&near));
    assert_eq!((top, four), (24.0, ["1", "2", "3", "4"].map(|number| label(number, 3.0)).to_vec()));

    // At the same point they share a label.
    let day = ("2025-05-05", long);
    let (_, same) = drawn(&with_events(&[("2025-01-05", long), day, day, day, ("2025-06-05", long)]));
    assert_eq!(same, [label("1", 3.0), label("2–4", 3.0), none(), none(), label("5", 3.0)]);
}

#[test]
fn a_number_stands_above_the_name_of_the_time_that_is_shaded_in_which_it_lies() {
    let highlight = Highlight { from: Day::parse("2025-09-01").unwrap(), to: None, label: "Rückrufservice läuft".to_owned() };
    let events = vec![(Day::parse("2025-11-05").unwrap(), "Portal beginnt".to_owned())];
    let view = View { highlight: Some(highlight), events, ..View::by(Resolution::Month) };
    let spec = charts::kpi::by_period(&plan_of_a_year(), &kpi_id(), &view, Language::De.texts()).narrow();
    let option = charts::option(&spec, &ChartTheme::LIGHT, Language::De.texts());
    let mark = &option["series"].as_array().unwrap().last().unwrap()["markLine"]["data"][0];
    assert_eq!((&mark["label"]["formatter"], &mark["label"]["distance"]), (&Value::from("1"), &Value::from(19.0)));
}

#[test]
fn the_list_of_events_says_what_the_numbers_mean_on_the_page_and_in_a_picture() {
    let texts = Language::De.texts();
    let events = [("2025-05-05", "Portal"), ("2025-02-05", "Rückruf")];
    let spec = with_events(&events);
    let said: Vec<_> = spec.events(texts).iter().map(|event| event.replace('\u{a0}', " ")).collect();
    assert_eq!(said, ["Februar 2025: Rückruf", "Mai 2025: Portal"]);
    let titles = |spec: &ChartSpec| charts::picture(spec, &ChartTheme::LIGHT, texts)["title"].as_array().unwrap().clone();
    assert_eq!(titles(&spec).len(), 1);
    let numbered = spec.narrow();
    assert_eq!(
        titles(&numbered)[1]["text"].as_str().unwrap().replace('\u{a0}', " "),
        "1  Februar 2025: Rückruf\n2  Mai 2025: Portal"
    );
    assert!(charts::picture_height(&numbered, texts) > charts::picture_height(&spec, texts));
    assert!(by_segment(Language::De).events(texts).is_empty());
}

#[test]
fn the_target_is_named_where_the_values_leave_room() {
    let position = |value: f64| {
        let mut spec = by_month(&plan_of_a_year(), Language::De);
        if let ChartKind::Line(line) = &mut spec.kind {
            line.target.as_mut().unwrap().value = value;
        }
        let option = charts::option(&spec, &ChartTheme::LIGHT, Language::De.texts());
        let targets = option["series"].as_array().unwrap().iter();
        let data = targets.filter_map(|series| series["markLine"]["data"].as_array()).flatten();
        let label = data.map(|line| &line["label"]).find(|label| label["backgroundColor"] == ChartTheme::LIGHT.paper).unwrap();
        label["position"].as_str().unwrap().to_owned()
    };
    assert_eq!(position(65.0), "insideEndTop");
    // The last values lie there.
    assert_eq!(position(29.0), "insideStartTop");
    // There the plot ends.
    assert_eq!(position(100.0), "insideEndBottom");
}

#[test]
fn a_target_that_values_run_through_is_named_above_the_plot() {
    let mut spec = by_month(&plan_of_a_year(), Language::De);
    if let ChartKind::Line(line) = &mut spec.kind {
        let points = line.points.clone();
        // Values up and down around the target everywhere.
        let values = [0.0, 4.0, 8.0, 12.0, 16.0, 20.0, 24.0, 28.0, 32.0, 36.0, 40.0, 44.0];
        let known = points.iter().find_map(|point| point.estimate).unwrap();
        let point = |at: usize| LinePoint {
            estimate: Some(Figure { value: values[at * 5 % 12], ..known }),
            ..points[at % points.len()].clone()
        };
        line.points = (0..48).map(point).collect();
    }
    let option = charts::option(&spec, &ChartTheme::LIGHT, Language::De.texts());
    assert_eq!(option["grid"]["top"], 24.0);
    let lines = option["series"].as_array().unwrap().iter().filter_map(|series| series["markLine"]["data"].as_array());
    let named: Vec<_> = lines.flatten().filter(|line| line["label"]["formatter"] == "Ziel +20 bis Dezember\u{a0}2025").collect();
    // At the upper end of the axis.
    assert_eq!(named.len(), 1);
    assert_eq!(named[0]["yAxis"], option["yAxis"][0]["max"]);
}

#[test]
fn of_a_long_line_the_last_points_are_drawn() {
    let point =
        |index: usize| LinePoint { label: index.to_string(), name: index.to_string(), estimate: None, hidden_below: None };
    let line = LineChart {
        points: (0..MAX_POINTS + 5).map(point).collect(),
        target: None,
        span: None,
        limits: None,
        marks: Vec::new(),
        is_narrow: false,
    };
    let spec = ChartSpec { kind: ChartKind::Line(line), ..bars() };
    let option = charts::option(&spec, &ChartTheme::LIGHT, Language::De.texts());
    let labels = option["xAxis"][0]["data"].as_array().unwrap();
    assert_eq!((labels.len(), labels[0].as_str()), (MAX_POINTS, Some("5")));
}

#[test]
fn answers_far_apart_make_a_chart_of_bounded_size() {
    let mut plan = plan(tally(&MONTHS));
    let typed = TypedAnswers { promoters: 3, passives: 2, detractors: 1 };
    let (first, last) = (Month::new(1, 1).unwrap(), Month::new(9999, 12).unwrap());
    plan.kpis.update(&kpi_id(), |kpi| kpi.typed = [(first, typed.into()), (last, typed.into())].into());
    for grain in Resolution::ALL {
        let spec = charts::kpi::by_period(&plan, &kpi_id(), &View { limits: true, ..View::by(grain) }, Language::De.texts());
        let ChartKind::Line(line) = &spec.kind else { panic!("not a line") };
        assert!(line.points.len() <= MAX_POINTS, "{grain:?}");
    }
}

#[test]
fn of_many_periods_the_last_are_drawn_and_the_subtitle_says_so() {
    let last = Day::new(2025, 12, 31).unwrap();
    let days = (0..1000).map(|back| (last.plus_days(-back).unwrap(), ScoreCounts::from([(9, 2), (3, 1)]))).collect();
    let plan = plan(Tally { days, ..Tally::new(kpi_id()) });
    let spec = |grain| charts::kpi::by_period(&plan, &kpi_id(), &View::by(grain), Language::De.texts());
    let ChartKind::Line(line) = spec(Resolution::Day).kind else { panic!("not a line") };
    assert_eq!((line.points.len(), line.points[0].name.as_str()), (400, "27.11.2024"));
    let subtitle = spec(Resolution::Day).subtitle;
    assert!(subtitle.ends_with(", ab 27.11.2024; 600 frühere sind in längeren Zeiträumen zu sehen"), "{subtitle}");
    assert!(!spec(Resolution::Week).subtitle.contains("frühere"));
}

#[test]
fn limits_come_from_single_periods_and_are_those_of_the_list() {
    let last = Day::new(2025, 12, 31).unwrap();
    // Beyond the periods that are drawn the level was another.
    let scores = |back: i64| ScoreCounts::from([(9, if back < 500 { 8 } else { 2 }), (3, 4)]);
    let days = (0..1000).map(|back| (last.plus_days(-back).unwrap(), scores(back))).collect();
    let plan = plan(Tally { days, ..Tally::new(kpi_id()) });
    let view = |window| View { limits: true, window, ..View::by(Resolution::Day) };
    let limits = |window| match charts::kpi::by_period(&plan, &kpi_id(), &view(window), Language::De.texts()).kind {
        ChartKind::Line(line) => line.limits,
        other => panic!("{other:?}"),
    };
    let control = charts::kpi::control(&by_period(&plan, &kpi_id(), None, Resolution::Day)).unwrap();
    let drawn = limits(1).unwrap();
    assert!((drawn.centre - control.centre).abs() < 1e-12);
    assert_eq!(drawn.at.last().unwrap().as_ref(), control.limits.last());
    assert_eq!(limits(7), None);
}

#[test]
fn hidden_periods_of_a_group_are_gaps_with_words() {
    let mut plan = plan_with_segments();
    let group = Group { dimension: DimensionId::standard("type"), value: SegmentValueId::standard("staff") };
    let few = ("2025-10", scores([1, 0, 0]));
    plan.sources.update(&SourceId::standard("survey"), |source| {
        let segment = source.tallies[0].segments.iter_mut().find(|segment| segment.value == group.value).unwrap();
        segment.months = [(month(8), scores([9, 3, 2])), (Month::parse(few.0).unwrap(), few.1.clone())].into();
    });
    let spec = |grain| {
        let view = View { group: Some(group.clone()), ..View::by(grain) };
        charts::kpi::by_period(&plan, &kpi_id(), &view, Language::De.texts())
    };
    let rows = charts::table(&spec(Resolution::Month), Language::De.texts()).rows;
    let last: Vec<_> = rows.iter().map(|row| (row[4].as_str(), row[5].as_str())).collect();
    let why = "weniger als 5 Antworten, wird nicht einzeln gezeigt";
    assert_eq!(last, [("14", "unsicher: weniger als 30 Antworten"), ("–", ""), ("–", why)]);
    let option = charts::option(&spec(Resolution::Month), &ChartTheme::LIGHT, Language::De.texts());
    assert!(option["series"][0]["data"][2]["name"].as_str().unwrap().ends_with(why));
    plan.sources
        .update(&SourceId::standard("survey"), |source| source.tallies[0].segments[3].months = [(month(9), few.1)].into());
    let spec = charts::kpi::by_period(
        &plan,
        &kpi_id(),
        &View { group: Some(group.clone()), ..View::by(Resolution::Month) },
        Language::De.texts(),
    );
    assert!(spec.is_empty() && spec.description.contains("weniger als 5 Antworten"), "{}", spec.description);
}

#[test]
fn a_span_covers_the_periods_that_it_touches() {
    let span = |from: &str, to: Option<&str>| {
        let to = to.map(|day| Day::parse(day).unwrap());
        let highlight = Highlight { from: Day::parse(from).unwrap(), to, label: String::new() };
        let view = View { highlight: Some(highlight), ..View::by(Resolution::Month) };
        let spec = charts::kpi::by_period(&plan_of_a_year(), &kpi_id(), &view, Language::De.texts());
        let ChartKind::Line(line) = spec.kind else { panic!("not a line") };
        line.span.map(|span| (span.first, span.last))
    };
    assert_eq!(span("2025-09-15", None), Some((8, 11)));
    assert_eq!(span("2024-01-01", Some("2025-02-01")), Some((0, 1)));
    assert_eq!(span("2025-05-02", Some("2025-05-03")), Some((4, 4)));
    assert_eq!(span("2026-01-01", None), None);
    assert_eq!(span("2024-01-01", Some("2024-12-31")), None);
}

#[test]
fn a_picture_has_its_title_above_the_chart() {
    let spec = bars();
    let option = charts::picture(&spec, &ChartTheme::LIGHT, Language::De.texts());
    assert_eq!(option["title"][0]["text"], spec.title.as_str());
    let top = |option: &serde_json::Value| option["grid"]["top"].as_f64().unwrap();
    let room = charts::picture_height(&spec, Language::De.texts()) - spec.height() as f64;
    assert_eq!(top(&option), top(&charts::option(&spec, &ChartTheme::LIGHT, Language::De.texts())) + room);
}
