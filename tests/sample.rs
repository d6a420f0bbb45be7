//! The sample plan as it ships: whole, alike in both languages, true to its own figures.

use reiseplan::catalogue::{months_to_today, shift};
use reiseplan::figures::offered::{offered_customer_values, offered_customers};
use reiseplan::figures::series::{by_group, by_period, days_covered, shift as find_shift};
use reiseplan::figures::{
    gap::gaps,
    target::{StepField, StepPair, pair_steps},
};
use reiseplan::finance;
use reiseplan::plan::*;
use reiseplan::sheet::MapSheet;
use reiseplan::texts::{Language, format};
use reiseplan::with_plan_tables;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

const GERMAN: &str = include_str!("../public/sample/plan.de.json");
const ENGLISH: &str = include_str!("../public/sample/plan.en.json");

fn file(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

macro_rules! define_reader {
    ($($field:ident: $record:ident,)*) => {
        fn read(text: &str) -> Plan {
            let tables = &file(text)["plan"];
            let mut plan = Plan::blank(PlanId::try_from(tables["id"].as_str().unwrap()).unwrap());
            $(
                for record in tables[stringify!($field)].as_array().unwrap() {
                    let record: $record = serde_json::from_value(record.clone()).unwrap();
                    assert!(!plan.$field.contains(record.id()), "{:?} occurs twice", record.id());
                    plan.$field.insert(record);
                }
            )*
            plan
        }

        /// Every record as it is written again.
        fn written(plan: &Plan) -> BTreeMap<&'static str, Value> {
            BTreeMap::from([$((stringify!($field), serde_json::to_value(plan.$field.iter().collect::<Vec<_>>()).unwrap()),)*])
        }
    };
}
with_plan_tables!(define_reader);

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn language_of(code: &str) -> Language {
    if code == "de" { Language::De } else { Language::En }
}

fn for_both(check: impl Fn(&str, Plan)) {
    check("de", read(GERMAN));
    check("en", read(ENGLISH));
}

/// Calls `visit` with the path and the text of each string of a value.
fn texts(value: &Value, path: &str, visit: &mut dyn FnMut(&str, &str)) {
    match value {
        Value::String(text) => visit(path, text),
        Value::Array(items) => items.iter().enumerate().for_each(|(i, item)| texts(item, &format!("{path}/{i}"), visit)),
        Value::Object(members) => members.iter().for_each(|(key, item)| texts(item, &format!("{path}/{key}"), visit)),
        _ => {}
    }
}

/// Members whose words depend on the language.
const WORDS: [&str; 35] = [
    "action",
    "backstage",
    "benefit",
    "benefit_reasoning",
    "consent",
    "customer",
    "definition",
    "denominator",
    "description",
    "evidence_note",
    "expectation",
    "expectations",
    "file_name",
    "frontstage",
    "header",
    "incentive",
    "industry",
    "method",
    "name",
    "need",
    "needs",
    "note",
    "notes",
    "numerator",
    "own-proof",
    "owner",
    "pains",
    "purpose",
    "question",
    "quote",
    "result",
    "service",
    "situation",
    "topics",
    "unit",
];

fn is_word(path: &str) -> bool {
    let member = path.rsplit('/').next().unwrap();
    WORDS.contains(&member) || member == "title" || member == "text"
}

fn without_words(value: &Value) -> Value {
    fn blank(value: &mut Value, path: &str) {
        match value {
            Value::String(text) if is_word(path) => text.clear(),
            Value::Array(items) => items.iter_mut().for_each(|item| blank(item, path)),
            Value::Object(members) => members.iter_mut().for_each(|(key, item)| blank(item, &format!("{path}/{key}"))),
            _ => {}
        }
    }
    let mut value = value.clone();
    blank(&mut value, "");
    value
}

fn score_sums<'a>(all: impl Iterator<Item = &'a ScoreCounts>) -> ScoreCounts {
    let mut sums = ScoreCounts::new();
    for (score, count) in all.flatten() {
        *sums.entry(*score).or_default() += count;
    }
    sums
}

fn survey(plan: &Plan) -> Tally {
    plan.sources.iter().next().unwrap().tallies[0].clone()
}

fn by_month(tally: &Tally) -> BTreeMap<Month, ScoreCounts> {
    let months: BTreeSet<Month> = tally.days.keys().map(|day| day.month()).collect();
    let of = |month: &Month| score_sums(tally.days.iter().filter(|(day, _)| day.month() == *month).map(|(_, counts)| counts));
    months.iter().map(|month| (*month, of(month))).collect()
}

#[test]
fn it_is_a_plan_file_without_unknown_tables_and_loose_ends() {
    for text in [GERMAN, ENGLISH] {
        let file = file(text);
        assert_eq!((file["format"].as_str(), file["schema"].as_u64()), (Some("reiseplan"), Some(1)));
        let mut members = file["plan"].as_object().unwrap().clone();
        members.remove("id");
        let plan = read(text);
        let written = written(&plan);
        assert_eq!(members.keys().map(String::as_str).collect::<BTreeSet<_>>(), written.keys().copied().collect());
        assert_eq!(plan.dangling(), []);
    }
}

#[test]
fn every_weakness_that_applies_is_answered_by_a_measure() {
    for_both(|language, plan| {
        for weakness in plan.weaknesses.iter().filter(|weakness| weakness.assessment == Some(Assessment::Applies)) {
            let item = weakness.id.clone().into();
            assert!(plan.measures_serving(&item).any(|it| it.status != MeasureStatus::Dropped), "{language}: {}", weakness.id);
        }
    });
}

#[test]
fn no_field_is_misspelt() {
    for_both(|language, plan| {
        let strange = |other: &OtherFields, what: &str| assert!(other.is_empty(), "{language}: {what}: {other:?}");
        plan.profile.iter().for_each(|r| strange(&r.other, "profile"));
        plan.sub_phases.iter().for_each(|r| strange(&r.other, r.id.as_str()));
        plan.departments.iter().for_each(|r| strange(&r.other, r.id.as_str()));
        plan.channels.iter().for_each(|r| strange(&r.other, r.id.as_str()));
        plan.dimensions.iter().for_each(|r| strange(&r.other, r.id.as_str()));
        plan.touchpoints.iter().for_each(|r| strange(&r.other, r.id.as_str()));
        plan.personas.iter().for_each(|r| strange(&r.other, r.id.as_str()));
        plan.pain_points.iter().for_each(|r| strange(&r.other, r.id.as_str()));
        plan.goals.iter().for_each(|r| strange(&r.other, r.id.as_str()));
        plan.weaknesses.iter().for_each(|r| strange(&r.other, r.id.as_str()));
        plan.measures.iter().for_each(|r| strange(&r.other, r.id.as_str()));
        plan.win_back_groups.iter().for_each(|r| strange(&r.other, r.id.as_str()));
        plan.contents.iter().for_each(|r| strange(&r.other, r.id.as_str()));
        plan.audits.iter().for_each(|r| strange(&r.other, r.id.as_str()));
        plan.audits.iter().flat_map(|r| &r.questions).for_each(|r| strange(&r.other, r.id.as_str()));
        plan.audits.iter().flat_map(|r| &r.measurements).for_each(|r| strange(&r.other, r.id.as_str()));
        plan.voices.iter().for_each(|r| strange(&r.other, r.id.as_str()));
        plan.involvements.iter().for_each(|r| strange(&r.other, r.id.as_str()));
        plan.dismissals.iter().for_each(|r| strange(&r.other, r.id.as_str()));
        plan.kpis.iter().for_each(|r| strange(&r.other, r.id.as_str()));
        for source in plan.sources.iter() {
            strange(&source.other, "source");
            source.columns.iter().for_each(|column| strange(&column.other, &column.header));
            source.tallies.iter().for_each(|tally| strange(&tally.other, "tally"));
        }
        for journey in plan.journeys.iter() {
            strange(&journey.other, "journey");
            journey.stages.iter().for_each(|stage| strange(&stage.other, stage.id.as_str()));
            journey.steps().for_each(|step| strange(&step.other, step.id.as_str()));
        }
    });
}

#[test]
fn both_languages_differ_in_words_alone() {
    assert_eq!(without_words(&file(GERMAN)), without_words(&file(ENGLISH)));
}

#[test]
fn no_text_is_empty() {
    for text in [GERMAN, ENGLISH] {
        texts(&file(text), "", &mut |path, text| assert!(!text.trim().is_empty(), "{path}"));
    }
}

/// The dates move with today: a month or a year in a text would soon be wrong.
#[test]
fn no_text_names_a_month_or_a_year() {
    let months = [
        "Januar",
        "January",
        "Februar",
        "February",
        "März",
        "March",
        "April",
        "Mai",
        "May",
        "Juni",
        "June",
        "Juli",
        "July",
        "August",
        "September",
        "Oktober",
        "October",
        "November",
        "Dezember",
        "December",
    ];
    for file in [file(GERMAN), file(ENGLISH)] {
        texts(&file, "", &mut |path, text| {
            if is_word(path) {
                for word in text.split(|c: char| !c.is_alphanumeric()) {
                    assert!(!months.contains(&word), "{path}: {text}");
                    assert!(word.len() != 4 || word.parse::<u16>().is_err(), "{path}: {text}");
                }
            }
        });
    }
}

#[test]
fn the_journey_leads_through_all_phases_in_at_least_fourteen_steps() {
    for_both(|language, plan| {
        let journey = plan.journeys.iter().next().unwrap();
        assert!(journey.steps().count() >= 14);
        let phases: BTreeSet<Phase> =
            journey.stages.iter().map(|stage| plan.sub_phases.get(stage.sub_phase.as_ref().unwrap()).unwrap().phase).collect();
        assert_eq!(phases, Phase::ALL.into_iter().collect(), "{language}");
        let lowest = journey.steps().min_by_key(|step| step.emotion.unwrap()).unwrap();
        assert_eq!(lowest.touchpoint, Some(TouchpointId::standard("hotline")));
    });
}

/// The journey as it is and its target.
fn as_is_and_to_be(plan: &Plan) -> [&Journey; 2] {
    ["moving-and-switching", "moving-and-switching-better"].map(|id| &**plan.journeys.get(&JourneyId::standard(id)).unwrap())
}

#[test]
fn the_journey_and_its_target_show_every_lane_and_an_own_one_in_one_order_and_each_says_something() {
    for_both(|language, plan| {
        let orders = as_is_and_to_be(&plan).map(|journey| {
            let sheet = MapSheet::new(&plan, language_of(language).texts(), journey);
            let shown: Vec<&str> = sheet.lanes.iter().map(|lane| lane.id.as_str()).collect();
            for lane in &STANDARD_LANES {
                assert!(shown.contains(&lane.id), "{language}: {} hides {}", journey.id, lane.id);
            }
            assert!(sheet.lanes.iter().any(|lane| lane.is_own()), "{language}: {}", journey.id);
            for (row, lane) in (1..).zip(&sheet.lanes) {
                let said = (1..sheet.columns()).filter(|column| !sheet.text(row, *column).is_empty()).count();
                // Few moments decide; all else is said of most steps.
                let enough = if lane.kind == LaneKind::MomentOfTruth { said > 0 } else { said > sheet.steps.len() / 2 };
                assert!(enough, "{language}: {} of {} says something at {said} steps", lane.id, journey.id);
            }
            shown.into_iter().map(str::to_owned).collect::<Vec<_>>()
        });
        assert_eq!(orders[0], orders[1], "{language}");
    });
}

#[test]
fn the_target_journey_differs_where_measures_lead_but_at_one_step_and_what_stays_is_word_for_word_the_same() {
    for_both(|language, plan| {
        let [as_is, to_be] = as_is_and_to_be(&plan);
        let name = |pair: &StepPair| pair.to_be.as_ref().or(pair.as_is.as_ref()).unwrap().id.to_string();
        let pairs = pair_steps(as_is, to_be);
        let same: Vec<String> = pairs.iter().filter(|pair| !pair.differs()).map(name).collect();
        assert_eq!(same, ["s-website", "s-contract"], "{language}");
        let uncovered: Vec<String> =
            gaps(&plan, as_is, to_be).iter().filter(|gap| gap.measures.is_empty()).map(|gap| name(&gap.pair)).collect();
        assert_eq!(uncovered, ["s-final-bill"], "{language}");
        // What changes is said in words of its own, not by marks alone; the app only loses the change of channel before it.
        let changed = pairs.iter().filter(|pair| pair.as_is.is_some() && pair.to_be.is_some() && pair.differs());
        let silent: Vec<String> =
            changed.filter(|pair| !pair.fields.iter().any(|field| matches!(field, StepField::Text(_)))).map(name).collect();
        assert_eq!(silent, ["s-app"], "{language}");
    });
}

#[test]
fn the_target_journey_is_made_from_the_journey_as_it_is_and_is_better() {
    for_both(|language, plan| {
        let [as_is, to_be] = as_is_and_to_be(&plan);
        assert_eq!((to_be.kind, to_be.based_on.as_ref()), (JourneyKind::ToBe, Some(&as_is.id)));
        for step in to_be.steps() {
            let before = as_is.step(&step.id).and_then(|step| step.emotion);
            assert!(before <= step.emotion, "{language}: {}", step.id);
        }
        let breaks = |journey: &Journey| plan.channel_switches(journey).iter().filter(|(_, switch)| switch.is_break()).count();
        assert!(breaks(as_is) > breaks(to_be), "{language}");
    });
}

#[test]
fn curves_belong_to_personas_that_are_chosen_and_a_journey_as_it_is_has_one() {
    for_both(|language, plan| {
        let mut curves = 0;
        for journey in plan.journeys.iter() {
            for persona in plan.personas.iter() {
                let felt = journey.steps().filter(|step| step.emotions.contains_key(&persona.id)).count();
                assert!(felt == 0 || journey.personas.contains(&persona.id), "{language}: {} {}", journey.id, persona.id);
                curves += usize::from(journey.kind == JourneyKind::AsIs && felt == journey.steps().count());
            }
        }
        assert!(curves > 0, "{language}");
    });
}

#[test]
fn every_cell_of_the_journey_is_filled_and_fits_its_column() {
    for_both(|language, plan| {
        for step in plan.journeys.iter().flat_map(|journey| journey.steps()) {
            assert!(step.evidence.is_some() && step.emotion.is_some());
            assert!(["action", "question"].iter().all(|lane| step.texts.contains_key(&LaneId::standard(lane))));
            for text in step.texts.values() {
                assert!(text.chars().count() <= 36, "{language}: {text}");
                assert!(text.split(' ').all(|word| word.chars().count() <= 17), "{language}: {text}");
            }
        }
    });
}

#[test]
fn every_sub_phase_says_how_customers_tick_and_has_a_goal_a_weakness_and_a_measure() {
    for_both(|language, plan| {
        assert_eq!(plan.sub_phases.len(), STANDARD_SUB_PHASES.len());
        for sub_phase in plan.sub_phases.iter() {
            let here = |id: &Option<SubPhaseId>| id.as_ref() == Some(&sub_phase.id);
            assert!(!sub_phase.customer.is_empty(), "{language}: {}", sub_phase.id);
            assert!(plan.goals.iter().any(|goal| here(&goal.sub_phase)), "{language}: {}", sub_phase.id);
            assert!(
                plan.weaknesses.iter().any(|weakness| here(&weakness.sub_phase) && weakness.assessment.is_some()),
                "{language}: {}",
                sub_phase.id
            );
            assert!(plan.measures.iter().any(|measure| here(&measure.sub_phase)), "{language}: {}", sub_phase.id);
        }
    });
}

#[test]
fn measures_and_pain_points_are_in_every_state() {
    for_both(|_, plan| {
        for status in MeasureStatus::ALL {
            assert!(plan.measures.iter().any(|measure| measure.status == status), "{status:?}");
        }
        for state in PainPointState::ALL {
            assert!(plan.pain_points.iter().any(|pain_point| pain_point.state == state), "{state:?}");
        }
        for pain_point in plan.pain_points.iter().filter(|pain_point| pain_point.state != PainPointState::Open) {
            let answers = |measure: &Measure| {
                measure.pain_points.contains(&pain_point.id)
                    && !matches!(measure.status, MeasureStatus::Idea | MeasureStatus::Dropped)
            };
            assert!(plan.measures.iter().any(|measure| answers(measure)), "{}", pain_point.id);
        }
    });
}

#[test]
fn every_measure_has_dates_cost_and_benefit_and_no_date_contradicts_itself_but_one() {
    for_both(|language, plan| {
        for measure in plan.measures.iter() {
            let has_cost = measure.one_off_cost.is_some();
            assert!(measure.start.is_some() && measure.end.is_some() && has_cost, "{language}: {}", measure.id);
            assert!(finance::benefit_a_year(measure).is_some() && !measure.benefit_reasoning.is_empty(), "{}", measure.id);
        }
        let contradicting: Vec<_> = finance::all_contradictions(&plan).into_iter().map(|(id, _)| id).collect();
        assert_eq!(contradicting, [MeasureId::standard("m-tariff-check")]);
    });
}

#[test]
fn the_win_back_plan_has_become_the_measure_for_it() {
    for_both(|language, plan| {
        let measure = plan.measures.get(&finance::win_back_measures(&plan)[0]).unwrap();
        let total = finance::win_back_total(&plan);
        assert!(finance::has_win_back_figures(measure, &total, &plan.profile()), "{language}");
        let linked = plan.win_back_groups.iter().filter(|group| group.measure.as_ref() == Some(&measure.id)).count();
        assert_eq!(linked, total.groups);
        let value = format::money(language_of(language), total.expected.likely, &plan.profile().currency).replace('\u{a0}', " ");
        assert!(measure.benefit_reasoning.contains(&value), "{language}: {value}");
    });
}

#[test]
fn the_measure_for_the_tariff_calculator_speaks_of_the_visits_that_were_counted() {
    for_both(|language, plan| {
        let conversion = plan.kpis.get(&KpiId::standard("conversion")).unwrap();
        let visits = conversion.typed.values().map(|typed| match typed {
            TypedValue::Ratio(ratio) => f64::from(ratio.denominator),
            other => panic!("{other:?} isn't a number of visits"),
        });
        let about = (visits.sum::<f64>() / 10_000.0).round() * 10_000.0;
        let about = format::number(language_of(language), about, 0);
        let measure = plan.measures.get(&MeasureId::standard("m-calculator")).unwrap();
        assert!(measure.benefit_reasoning.contains(&about), "{language}: {about}");
    });
}

#[test]
fn the_derived_benefit_agrees_with_the_kpis() {
    for_both(|language, plan| {
        let derivation = plan.measures.iter().find_map(|measure| measure.benefit_derivation.clone()).unwrap();
        assert_eq!(derivation.customer_value, Some(offered_customer_values(&plan)[0].value), "{language}");
        assert!(derivation.customers.unwrap() < offered_customers(&plan)[0].value, "{language}");
    });
}

#[test]
fn goals_of_the_passive_phase_have_kpis_with_data_and_a_target() {
    for_both(|language, plan| {
        for goal in plan.goals.iter().filter(|goal| plan.phase_of(goal.sub_phase.as_ref()) == Some(Phase::Passive)) {
            let kpi = plan.kpis.get(goal.kpi.as_ref().unwrap()).unwrap();
            assert_eq!((kpi.typed.len(), kpi.targets.len()), (12, 1), "{language}: {}", goal.id);
        }
    });
}

#[test]
fn twelve_whole_months_are_tallied_and_segments_agree_with_the_days() {
    for_both(|_, plan| {
        let (source, tally) = (plan.sources.iter().next().unwrap().clone(), survey(&plan));
        let months = by_month(&tally);
        assert_eq!(months.len(), 12);
        let all: u32 = months.values().flat_map(BTreeMap::values).sum();
        assert_eq!(u64::from(all), source.accepted);
        for dimension in plan.dimensions.iter() {
            for (month, counts) in &months {
                let n: u32 = counts.values().sum();
                assert!((65..=80).contains(&n), "{month}: {n}");
                let parts: Vec<&SegmentTally> = tally.segments.iter().filter(|s| s.dimension == dimension.id).collect();
                assert_eq!(parts.len(), dimension.values.len());
                assert_eq!(score_sums(parts.iter().filter_map(|part| part.months.get(month))), *counts, "{month}");
            }
        }
    });
}

#[test]
fn recommendation_rises_in_the_ninth_month_by_more_than_noise() {
    let plan = read(GERMAN);
    let months = by_period(&plan, &KpiId::standard("nps"), None, Resolution::Month);
    let rise = find_shift(&months).unwrap();
    assert_eq!(rise.since, months[8].0);
    let (before, after) = (rise.before.figure().unwrap().value, rise.after.figure().unwrap().value);
    assert!((-2.0..0.0).contains(&before) && (14.0..16.0).contains(&after), "{before} {after}");
}

#[test]
fn the_hotline_is_the_first_driver_and_the_callback_service_shows_its_effect() {
    use reiseplan::figures::{drivers::study, effect};
    for text in [GERMAN, ENGLISH] {
        let plan = read(text);
        let overall = KpiId::standard("nps");
        let found = study(&plan, &overall, None).unwrap();
        assert_eq!(found.ranked()[0].0.as_str(), "csat-hotline");
        let r_squared = found.importance.unwrap().r_squared;
        assert!((0.3..0.8).contains(&r_squared), "{r_squared}");
        let callback = plan.measures.get(&MeasureId::standard("m-callback")).unwrap();
        for kpi in ["nps", "csat-hotline", "waiting"] {
            let found = effect::effect(&plan, callback, &KpiId::standard(kpi), 6).unwrap();
            assert_eq!(found.compared.verdict, effect::Verdict::Shown, "{kpi}");
        }
    }
}

#[test]
fn business_customers_recommend_less_than_private_ones() {
    let plan = read(GERMAN);
    let kpi = KpiId::standard("nps");
    let days = days_covered(&plan, &kpi).unwrap();
    let groups = by_group(&plan, &kpi, &(days.start().month().first_day()..=days.end().month().last_day()));
    let of = |value: &str| groups.iter().find(|s| s.group.value.as_str() == value).unwrap().measured.figure().unwrap().value;
    assert!(of("business") < of("private"));
}

#[test]
fn the_last_month_with_data_is_the_one_before_today() {
    let check = |today: &str, last: &str| {
        let mut plan = read(GERMAN);
        let months = months_to_today(&plan, day(today));
        shift(&mut plan, months);
        let tally = survey(&plan);
        let shifted = by_month(&tally);
        assert_eq!(shifted.keys().next_back().unwrap().to_string(), last, "{today}");
        assert_eq!(shifted.len(), 12, "{today}");
        assert_eq!(shifted.values().collect::<Vec<_>>(), by_month(&survey(&read(GERMAN))).values().collect::<Vec<_>>());
        for segment in &tally.segments {
            assert!(segment.months.keys().all(|month| shifted.contains_key(month)), "{today}");
        }
        assert_eq!(months_to_today(&plan, day(today)), 0, "{today}");
    };
    check("2026-01-01", "2025-12");
    check("2026-03-31", "2026-02");
    check("2025-06-15", "2025-05");
    check("2028-03-01", "2028-02");
    check("2031-12-31", "2031-11");
}
