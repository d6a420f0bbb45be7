//! What a correct import finds in the files of survey tools, counted by somebody else: `expected.json` beside each set of
//! files, of three seeds.

use crate::{names, plan};
use reiseplan::figures::effort::{easiest, groups};
use reiseplan::figures::importance::{ImportanceMethod, Products};
use reiseplan::figures::matrix::Symmetric;
use reiseplan::figures::money::by_promoter_group;
use reiseplan::figures::nps::Answers;
use reiseplan::figures::satisfaction::satisfied;
use reiseplan::figures::share::Share;
use reiseplan::import::protocol::{Job, Request, Response};
use reiseplan::import::{FormatChoices, Inspection, IssueReason, Mapping, Reduction, Replace, SourceFacts, Tool, apply, propose};
use reiseplan::plan::{
    CesFigure, CsatFigure, CustomerFigure, Customers, Day, Kpi, KpiKind, Moments, MoneyGroups, Month, Plan, Rate, Resolution,
    ScoreCounts, Source, Tallied, Tally,
};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/import");

fn sets() -> Vec<PathBuf> {
    ["", "seed-7", "seed-99"].iter().map(|seed| Path::new(FOLDER).join(seed)).collect()
}

/// Deals with a request as the worker does.
fn run(bytes: &[u8], request: &Request) -> Response {
    let mut job = Job::new(request).unwrap();
    for chunk in bytes.chunks(10_000) {
        job.feed(chunk).unwrap();
    }
    job.finish(&mut |_| {})
}

pub fn read(bytes: &[u8], plan: &Plan) -> (Inspection, Mapping, Reduction) {
    let inspection = match run(bytes, &Request::Inspect(FormatChoices::default())) {
        Response::Inspected(inspection) => inspection,
        other => panic!("{other:?}"),
    };
    let mapping = propose(&inspection, plan, names()).mapping;
    match run(bytes, &Request::Reduce { inspection: inspection.clone(), mapping: mapping.clone() }) {
        Response::Reduced(reduction) => (*inspection, mapping, *reduction),
        other => panic!("{other:?}"),
    }
}

/// A file with what it came to in an empty plan.
struct Imported {
    name: String,
    inspection: Inspection,
    reduction: Reduction,
    plan: Plan,
}

impl Imported {
    fn of(folder: &Path, name: &str) -> Self {
        let bytes = std::fs::read(folder.join(name)).unwrap();
        let mut plan = plan();
        let (inspection, mapping, reduction) = read(&bytes, &plan);
        let facts = SourceFacts {
            title: name.to_owned(),
            file_name: name.to_owned(),
            imported: Day::parse("2026-01-05").unwrap(),
            purpose: String::new(),
            consent: String::new(),
            format: FormatChoices::default(),
            replace: None,
        };
        let mut last = 0;
        apply(&mut plan, &mapping, &reduction, facts, &mut || {
            last += 1;
            last
        });
        assert_eq!(plan.dangling(), [], "{name}");
        Self { name: format!("{}/{name}", folder.display()), inspection, reduction, plan }
    }

    fn source(&self) -> &Source {
        self.plan.sources.iter().next().unwrap()
    }

    fn kpi(&self, fits: impl Fn(&Kpi) -> bool) -> &Kpi {
        let found: Vec<_> = self.plan.kpis.iter().filter(|kpi| fits(kpi)).collect();
        let [kpi] = found.as_slice() else { panic!("{}: {} KPIs fit", self.name, found.len()) };
        kpi
    }

    fn scores(&self, kpi: &Kpi) -> &Tally {
        self.source().tallies.iter().find(|tally| tally.kpi == kpi.id).unwrap()
    }

    /// The KPI about a touchpoint of this name.
    fn about(&self, touchpoint: &str) -> &Kpi {
        let id = self.plan.touchpoints.iter().find(|known| known.name == touchpoint).unwrap().id.clone();
        self.kpi(|kpi| kpi.touchpoint.as_ref() == Some(&id))
    }

    fn customers(&self, figure: CustomerFigure) -> &Tally<Customers> {
        let kpi = self.kpi(|kpi| kpi.kind == KpiKind::Customers(figure));
        self.source().customers.iter().find(|tally| tally.kpi == kpi.id).unwrap()
    }

    fn check_scores(&self, expected: &Value) {
        let nps = self.kpi(|kpi| kpi.kind == KpiKind::Nps);
        let tally = self.scores(nps);
        assert_eq!(self.reduction.accepted, expected["accepted_rows"], "{}", self.name);
        self.check_groups(&total(tally.days.values()), &expected["nps"]);
        let mut months: BTreeMap<String, ScoreCounts> = BTreeMap::new();
        for (day, scores) in &tally.days {
            months.entry(day.month().to_string()).or_default().add(scores);
        }
        let by_month = expected["nps_by_month"].as_object().unwrap();
        assert_eq!(months.keys().collect::<Vec<_>>(), by_month.keys().collect::<Vec<_>>(), "{}", self.name);
        months.iter().for_each(|(month, scores)| self.check_groups(scores, &by_month[month]));
        self.check_segments(tally, &expected["nps_by_segment"]);
        if let Some(regions) = expected.get("nps_by_region") {
            self.check_segments(tally, regions);
        }
        for (touchpoint, figures) in expected["csat_by_touchpoint"].as_object().unwrap() {
            let kpi = self.about(touchpoint);
            let KpiKind::Csat(csat) = kpi.kind else { panic!("{}: {:?}", self.name, kpi.kind) };
            assert_eq!(
                (csat.scale().low(), csat.scale().high(), csat.satisfied_from(), csat.figure()),
                (1, 5, 4, CsatFigure::Satisfied)
            );
            let scores = total(self.scores(kpi).days.values());
            let share = satisfied(&scores, csat);
            assert_eq!(figures["n"], share.n, "{} {touchpoint}", self.name);
            assert_eq!(figures["top2"], share.hits, "{} {touchpoint}", self.name);
            self.check_share(share, &figures["csat"], Some(&figures["wilson_95"]));
            close(mean(&scores), &figures["mean"], &self.name);
        }
        let ces = self.kpi(|kpi| matches!(kpi.kind, KpiKind::Ces(_)));
        let KpiKind::Ces(kind) = ces.kind else { panic!("{:?}", ces.kind) };
        assert_eq!((kind.scale.low(), kind.scale.high(), kind.figure), (1, 7, CesFigure::Mean), "{}", self.name);
        let scores = total(self.scores(ces).days.values());
        assert_eq!(expected["ces"]["n"], n(&scores), "{}", self.name);
        close(mean(&scores), &expected["ces"]["mean"], &self.name);
        close(groups(&scores, kind).nps().unwrap().value, &expected["ces"]["index"], &self.name);
        self.check_share(easiest(&scores, kind, 3), &expected["ces"]["agree_5_to_7"], None);
        self.check_share(easiest(&scores, kind, 2), &expected["ces"]["top_6_to_7"], None);
        if let Some(drivers) = expected.get("drivers") {
            self.check_drivers(drivers);
        }
    }

    fn check_groups(&self, scores: &ScoreCounts, expected: &Value) {
        let of = |from: u8, to: u8| scores.range(from..=to).map(|(_, n)| n).sum::<u32>();
        assert_eq!(expected["promoters"], of(9, 10), "{}", self.name);
        assert_eq!(expected["passives"], of(7, 8), "{}", self.name);
        assert_eq!(expected["detractors"], of(0, 6), "{}", self.name);
        let nps = Answers::from_scores(scores).0.nps().unwrap();
        assert_eq!(expected["n"], nps.n, "{}", self.name);
        close(nps.value, &expected["nps"], &self.name);
        close(nps.variance, &expected["variance"], &self.name);
        close(nps.standard_error, &expected["standard_error"], &self.name);
        close(nps.interval.0, &expected["adjusted_wald_95"][0], &self.name);
        close(nps.interval.1, &expected["adjusted_wald_95"][1], &self.name);
    }

    /// A share in per cent, with Wilson's interval.
    fn check_share(&self, share: Share, percent: &Value, wilson: Option<&Value>) {
        close(100.0 * share.value().unwrap(), percent, &self.name);
        if let Some(ends) = wilson {
            let (low, high) = share.interval().unwrap();
            close(100.0 * low, &ends[0], &self.name);
            close(100.0 * high, &ends[1], &self.name);
        }
    }

    fn check_segments(&self, tally: &Tally, expected: &Value) {
        for (name, figures) in expected.as_object().unwrap() {
            let named = |segment: &&reiseplan::plan::SegmentTally| {
                let dimension = self.plan.dimensions.get(&segment.dimension).unwrap();
                dimension.values.iter().any(|value| value.id == segment.value && value.name == *name)
            };
            let segment = tally.segments.iter().find(named).unwrap_or_else(|| panic!("{}: {name}", self.name));
            self.check_groups(&total(segment.months.values()), figures);
        }
    }

    fn check_drivers(&self, expected: &Value) {
        let [drivers] = self.source().drivers.as_slice() else { panic!("{}: no drivers", self.name) };
        let mut all = Moments::default();
        drivers.months.values().for_each(|moments| all.add(moments));
        assert_eq!(expected["complete_rows"], all.n, "{}", self.name);
        // Ten times as many answers alike: the small sets have fewer than are asked for, and R² stays the same.
        let products = Products {
            n: 10 * u64::from(all.n),
            sums: all.sums.iter().map(|sum| 10.0 * *sum as f64).collect(),
            products: Symmetric::new(all.sums.len(), |a, b| 10.0 * all.product(a, b) as f64),
        };
        for (method, name) in [(ImportanceMethod::Lmg, "lmg"), (ImportanceMethod::RelativeWeights, "johnson")] {
            let found = products.importance_by(method).unwrap();
            assert_eq!((found.method, found.parts.len()), (method, expected[name].as_object().unwrap().len()));
            close(found.r_squared, &expected["r2"], &self.name);
            for (driver, part) in drivers.drivers.iter().zip(&found.parts) {
                let kpi = self.plan.kpis.get(driver).unwrap();
                let touchpoint = self.plan.touchpoints.get(kpi.touchpoint.as_ref().unwrap()).unwrap();
                close(*part, &expected[name][&touchpoint.name], &self.name);
            }
        }
        // What is kept by segment sums up to the whole: each answer names one.
        let mut by_segment = Moments::default();
        let dimension = &drivers.segments[0].dimension;
        let of_dimension = drivers.segments.iter().filter(|segment| segment.dimension == *dimension);
        of_dimension.flat_map(|segment| segment.months.values()).for_each(|moments| by_segment.add(moments));
        assert_eq!(by_segment, all, "{}", self.name);
    }
}

fn total<'a>(parts: impl Iterator<Item = &'a ScoreCounts>) -> ScoreCounts {
    let mut all = ScoreCounts::new();
    parts.for_each(|part| all.add(part));
    all
}

fn n(scores: &ScoreCounts) -> u32 {
    scores.values().sum()
}

fn mean(scores: &ScoreCounts) -> f64 {
    scores.iter().map(|(score, n)| f64::from(*score) * f64::from(*n)).sum::<f64>() / f64::from(n(scores))
}

#[track_caller]
fn close(found: f64, expected: &Value, what: &str) {
    let expected = expected.as_f64().unwrap();
    assert!((found - expected).abs() <= 1e-9 * expected.abs().max(1.0), "{what}: {found} instead of {expected}");
}

/// Calls `check` for this file of each set that has it.
fn each(name: &str, check: impl Fn(&Imported, &Value)) {
    for folder in sets() {
        let all: Value = serde_json::from_slice(&std::fs::read(folder.join("expected.json")).unwrap()).unwrap();
        if let Some(expected) = all.get(name) {
            check(&Imported::of(&folder, name), expected);
        }
    }
}

#[track_caller]
fn check_tool(name: &str, tool: Tool) {
    each(name, |imported, expected| {
        assert_eq!(imported.inspection.tool, tool);
        imported.check_scores(expected);
    });
}

#[test]
fn qualtrics_is_read_as_expected() {
    check_tool("qualtrics.csv", Tool::Qualtrics);
}

#[test]
fn survey_monkey_is_read_as_expected() {
    check_tool("surveymonkey.csv", Tool::SurveyMonkey);
    each("surveymonkey.csv", |imported, _| assert_eq!(imported.reduction.left_out.values().sum::<u64>(), 5));
}

#[test]
fn typeform_is_read_as_expected() {
    check_tool("typeform.csv", Tool::Typeform);
    each("typeform.csv", |imported, _| assert_eq!(imported.reduction.left_out.values().sum::<u64>(), 14));
}

#[test]
fn lime_survey_is_read_as_expected() {
    check_tool("limesurvey.csv", Tool::LimeSurvey);
    each("limesurvey.csv", |imported, _| assert_eq!(imported.reduction.left_out.values().sum::<u64>(), 25));
}

#[test]
fn google_forms_is_read_as_expected() {
    check_tool("google-forms.csv", Tool::GoogleForms);
}

#[test]
fn microsoft_forms_is_read_as_expected() {
    check_tool("ms-forms.xlsx", Tool::MicrosoftForms);
}

#[test]
fn the_table_kept_by_hand_is_read_as_expected() {
    each("tabelle.csv", |imported, expected| {
        imported.check_scores(expected);
        let [money] = imported.source().money.as_slice() else { panic!("no money") };
        assert_eq!(money.title, "Umsatz €");
        let mut all = MoneyGroups::default();
        money.months.values().for_each(|groups| all.add(groups));
        for (name, sums) in [("promoters", all.promoters), ("passives", all.passives), ("detractors", all.detractors)] {
            assert_eq!(expected["money_by_group"][name]["n"], sums.n);
            close(sums.sum, &expected["money_by_group"][name]["sum"], name);
        }
        let nps = &imported.kpi(|kpi| kpi.kind == KpiKind::Nps).id;
        let [worth] = by_promoter_group(&imported.plan, nps, None).try_into().unwrap();
        for (name, sample) in [("promoters", worth.promoters), ("passives", worth.passives), ("detractors", worth.detractors)] {
            let mean = sample.unwrap().mean().unwrap();
            assert_eq!(expected["money_by_group"][name]["n"], mean.n);
            close(mean.value, &expected["money_by_group"][name]["mean"], name);
        }
        let of = |name: &str| expected["money_by_group"][name]["mean"].as_f64().unwrap();
        let delta = worth.difference().unwrap().delta;
        assert!((delta - of("promoters") + of("detractors")).abs() < 1e-6, "{delta}");
        let found = imported.reduction.issues.iter().map(|issue| {
            let why = match issue.reason {
                IssueReason::NotANumber => "not a number",
                IssueReason::NoSuchDate => "no such date",
                IssueReason::OutsideScale(0, 10) => "outside 0 to 10",
                other => panic!("{other:?} was not expected"),
            };
            let column = &imported.inspection.columns[issue.column].header;
            serde_json::json!({ "line": issue.line, "column": column, "value": issue.value, "why": why })
        });
        assert_eq!(Value::Array(found.collect()), expected["bad_cells"]);
    });
}

#[test]
fn customers_by_month_give_the_expected_rates() {
    each("kundenbestand.csv", |imported, expected| {
        let churn = imported.customers(CustomerFigure::Churn);
        assert_eq!(churn.days, imported.customers(CustomerFigure::Retention).days);
        assert_eq!(churn.resolution, Resolution::Month);
        let acquisition = imported.kpi(|kpi| kpi.kind == KpiKind::Rate(Rate::Acquisition));
        let acquisition = imported.source().ratios.iter().find(|tally| tally.kpi == acquisition.id).unwrap();
        for month in expected["months"].as_array().unwrap() {
            let day = Month::parse(month["month"].as_str().unwrap()).unwrap().first_day();
            let Customers { start: Some(start), won: Some(won), lost: Some(lost), end: Some(end) } = churn.days[&day] else {
                panic!("incomplete")
            };
            let [start, won, lost, end] = [start, won, lost, end].map(f64::from);
            close(100.0 * lost / start, &month["churn_percent"], "churn");
            close(100.0 * (end - won) / start, &month["retention_percent"], "retention");
            close(100.0 * lost / f64::midpoint(start, end), &month["churn_average_base_percent"], "average");
            close(100.0 * lost / won, &month["lost_per_won_percent"], "lost per won");
            let ratio = acquisition.days[&day];
            close(100.0 * f64::from(ratio.numerator) / f64::from(ratio.denominator), &month["acquisition_percent"], "won");
        }
        assert_eq!(churn.days.len(), expected["months"].as_array().unwrap().len());
    });
}

#[test]
fn web_figures_by_week_give_the_expected_rates() {
    each("web.csv", |imported, expected| {
        let ratio = |rate: Rate| {
            let kpi = imported.kpi(|kpi| kpi.kind == KpiKind::Rate(rate.clone()));
            imported.source().ratios.iter().find(|tally| tally.kpi == kpi.id).unwrap()
        };
        let (conversion, clicks) = (ratio(Rate::Conversion), ratio(Rate::ClickThrough));
        assert_eq!((conversion.resolution, conversion.days.len()), (Resolution::Week, 52));
        for week in expected["weeks"].as_array().unwrap() {
            let (year, number) = week["week"].as_str().unwrap().split_once("-W").unwrap();
            let day = Day::of_iso_week(year.parse().unwrap(), number.parse().unwrap()).unwrap();
            let percent = |tally: &Tally<reiseplan::plan::Ratio>| {
                100.0 * f64::from(tally.days[&day].numerator) / f64::from(tally.days[&day].denominator)
            };
            close(percent(conversion), &week["conversion_percent"], "conversion");
            let counts = conversion.days[&day];
            let share = Share { hits: counts.numerator.into(), n: counts.denominator.into() };
            imported.check_share(share, &week["conversion_percent"], Some(&week["conversion_wilson_95"]));
            close(percent(clicks), &week["ctr_percent"], "clicks");
        }
        let [signups] = imported.source().amounts.as_slice() else { panic!("no values") };
        assert_eq!((signups.resolution, signups.days.len()), (Resolution::Week, 52));
    });
}

#[test]
fn no_personal_data_are_taken_in() {
    for name in ["qualtrics.csv", "surveymonkey.csv", "typeform.csv", "limesurvey.csv", "google-forms.csv", "ms-forms.xlsx"] {
        let imported = Imported::of(Path::new(FOLDER), name);
        let text = reiseplan::exchange::write(&imported.plan);
        for trace in ["Wartezeit zu lang", "SUMME", "zurückrufen", "R_0000001", "118000000001", "anonymous"] {
            assert!(!text.contains(trace), "{name}: {trace}");
        }
    }
}

#[test]
fn a_source_reaches_to_the_end_of_its_last_span() {
    for (name, span) in [
        ("tabelle.csv", ("2025-01-01", "2025-12-31")),
        ("kundenbestand.csv", ("2025-01-01", "2025-12-31")),
        ("web.csv", ("2024-12-30", "2025-12-28")),
    ] {
        let imported = Imported::of(Path::new(FOLDER), name);
        let (first, last) = imported.source().span().unwrap();
        assert_eq!((first.to_string().as_str(), last.to_string().as_str()), span, "{name}");
    }
}

#[test]
fn a_second_import_of_a_file_proposes_what_the_first_one_settled() {
    for name in ["tabelle.csv", "kundenbestand.csv", "web.csv", "surveymonkey.csv"] {
        let imported = Imported::of(Path::new(FOLDER), name);
        let bytes = std::fs::read(Path::new(FOLDER).join(name)).unwrap();
        let (_, mapping, reduction) = read(&bytes, &imported.plan);
        let mut plan = imported.plan.clone();
        let source = imported.source().clone();
        for mode in [Replace::All, Replace::CoveredDays] {
            let facts = SourceFacts {
                title: source.title.clone(),
                file_name: source.file_name.clone(),
                imported: source.imported.unwrap(),
                purpose: String::new(),
                consent: String::new(),
                format: FormatChoices::default(),
                replace: Some((source.id.clone(), mode)),
            };
            let applied = apply(&mut plan, &mapping, &reduction, facts, &mut || panic!("nothing new was expected"));
            assert_eq!(applied.source, source.id);
            let again = plan.sources.get(&source.id).unwrap();
            assert_eq!((&again.tallies, &again.ratios, &again.customers), (&source.tallies, &source.ratios, &source.customers));
            assert_eq!((&again.amounts, &again.money, &again.drivers), (&source.amounts, &source.money, &source.drivers));
            assert_eq!((again.accepted, again.rejected), (source.accepted, source.rejected), "{name}, {mode:?}");
        }
    }
}
