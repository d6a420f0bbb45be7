//! The figures that the file alone gives, KPI by KPI.

use super::wizard::Wizard;
use crate::ui::{
    components::{Icon, icons},
    platform::clock,
    workspace::{Shared, use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::{
    charts::kpi::period_name,
    figures::{measured::Measured, period::Period},
    import::{FedKpi, Mapping, ReducedReason, Reduction, dry_run},
    plan::{KpiKind, MoneyGroups, Tallied},
    texts::{
        Texts,
        figures::{ValueStyle, certainty},
        format,
    },
};
use std::collections::BTreeMap;

/// Reasons for leaving that are named, those of most customers first.
const REASONS_SHOWN: usize = 8;

/// Periods that are named in which counts of customers don't agree.
const PERIODS_SHOWN: usize = 8;

/// A KPI with its figure, if there is one, and what stands below it.
struct Figure {
    title: String,
    value: Option<String>,
    notes: Vec<String>,
}

/// The figures that the file alone gives, KPI by KPI, and the counts of customers that don't agree.
#[component]
pub fn Figures(reduction: Shared<Reduction>) -> impl IntoView {
    let texts = use_texts();
    let words = &texts.import.page;
    let wizard = expect_context::<Wizard>();
    let mapping = wizard.mapping.get_untracked();
    let plan = use_workspace().plan_now();
    let found = dry_run(&plan, &mapping, &reduction, &mut clock::random_bits);
    let currency = &plan.profile().currency;
    let mut figures: Vec<Figure> = found.kpis.iter().map(|kpi| of_kpi(texts, kpi, currency)).collect();
    figures.extend(mapping.leaving_column().map(|column| of_leaving(texts, &mapping, column, &reduction)));
    let one = |figure: Figure| {
        let value = match figure.value {
            Some(value) => view! { <p class="figure">{value}</p> }.into_any(),
            None => view! { <p>{words.no_scores}</p> }.into_any(),
        };
        let notes = figure.notes.into_iter().map(|note| view! { <p class="import-total-note">{note}</p> }).collect_view();
        view! { <li><h3 dir="auto">{figure.title}</h3>{value}{notes}</li> }
    };
    let beside = beside(texts, &mapping, &reduction);
    view! {
        <ul class="import-scores" role="list">{figures.into_iter().map(one).collect_view()}</ul>
        {(!beside.is_empty()).then(|| view! {
            <ul class="import-beside" role="list">
                {beside.into_iter().map(|line| view! { <li dir="auto">{line}</li> }).collect_view()}
            </ul>
        })}
        <Discrepancies found=found.discrepancies />
    }
}

/// The periods in which the counts of customers don't agree, and by how much.
#[component]
fn Discrepancies(found: Vec<(Period, i64)>) -> impl IntoView {
    let texts = use_texts();
    let words = &texts.import.page;
    let line = |(period, by): &(Period, i64)| {
        let by = format::signed(texts.language, *by as f64, 0);
        view! { <li>{(texts.figures.discrepancy)(&period_name(*period, texts), &by)}</li> }
    };
    let more = found.len().saturating_sub(PERIODS_SHOWN);
    (!found.is_empty()).then(|| {
        view! {
            <div class="import-note" data-tone="warning">
                <Icon icon=icons::LuTriangleAlert />
                <div>
                    <p>{(words.discrepancies)(found.len())}</p>
                    <ul class="import-beside" role="list">
                        {found.iter().take(PERIODS_SHOWN).map(line).collect_view()}
                        {(more > 0).then(|| view! { <li>{(words.more_periods)(more)}</li> })}
                    </ul>
                </div>
            </div>
        }
    })
}

/// All days together.
fn whole<K, T: Tallied>(parts: &BTreeMap<K, T>) -> T {
    let mut whole = T::default();
    parts.values().for_each(|part| whole.add(part));
    whole
}

/// A KPI as its page has it: value, how sure it is, and what it rests on.
fn of_kpi(texts: &Texts, kpi: &FedKpi, currency: &str) -> Figure {
    let words = &texts.import.page;
    let style = ValueStyle::of(&kpi.kind, currency);
    let title = texts.terms.named(&kpi.title).to_owned();
    let Some(figure) = kpi.measured.and_then(|measured| measured.figure()) else {
        return Figure { title, value: None, notes: Vec::new() };
    };
    let sure = certainty(texts, &style, &figure);
    let mut notes = match (&kpi.kind, kpi.measured) {
        (KpiKind::Nps, Some(Measured::Groups(answers))) => {
            let count = |n| format::count(texts.language, n);
            vec![sure, (words.groups)(&count(answers.promoters), &count(answers.passives), &count(answers.detractors))]
        }
        // The same customers stay from period to period: their sum is no number of customers.
        (KpiKind::Customers(_), _) => vec![(words.mean_of_periods)(kpi.periods)],
        (KpiKind::Amount(_), _) => vec![sure, (words.periods)(kpi.periods)],
        _ => vec![sure],
    };
    notes.retain(|note| !note.is_empty());
    Figure { title, value: Some(style.value(texts.language, figure.value)), notes }
}

/// How many customers were lost, and for which reasons.
fn of_leaving(texts: &Texts, mapping: &Mapping, column: usize, reduction: &Reduction) -> Figure {
    let words = &texts.import.page;
    let count = |n| format::count(texts.language, n);
    let mut reasons: Vec<&ReducedReason> = reduction.leaving.iter().collect();
    reasons.sort_by_key(|reason| std::cmp::Reverse(reason.customers()));
    let customers: u64 = reasons.iter().map(|reason| reason.customers()).sum();
    let mut notes = vec![(words.lost_found)(customers, reasons.len())];
    notes.extend(reasons.iter().take(REASONS_SHOWN).map(|one| (words.reason_found)(&one.reason, &count(one.customers()))));
    let more = reasons.len().saturating_sub(REASONS_SHOWN);
    notes.extend((more > 0).then(|| (words.more_reasons)(more)));
    let header = Some(mapping.columns[column].header.as_str()).filter(|header| !header.trim().is_empty());
    Figure { title: header.unwrap_or(words.role_leaving).to_owned(), value: Some(count(customers)), notes }
}

/// What is kept beside the KPIs: money by promoter group, answers about drivers, comments.
fn beside(texts: &Texts, mapping: &Mapping, reduction: &Reduction) -> Vec<String> {
    let words = &texts.import.page;
    let money = reduction.money.iter().filter_map(|(column, money)| {
        let all: MoneyGroups = whole(&money.months);
        let n = u64::from(all.promoters.n) + u64::from(all.passives.n) + u64::from(all.detractors.n);
        let header = &mapping.columns.get(*column)?.header;
        Some((words.money_found)(header, &format::count(texts.language, n)))
    });
    let drivers = reduction.drivers.iter().map(|drivers| {
        let n: u64 = drivers.months.values().map(|moments| u64::from(moments.n)).sum();
        (words.drivers_found)(&format::count(texts.language, n))
    });
    let count = |n: u64| format::count(texts.language, n);
    let comments = (!reduction.comments.is_empty()).then(|| {
        let left_out = Some(reduction.comments_left_out).filter(|n| *n > 0).map(count);
        (words.comments_found)(&count(reduction.comments.len() as u64), left_out.as_deref())
    });
    money.chain(drivers).chain(comments).collect()
}
