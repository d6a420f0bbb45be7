//! The figures that the file alone gives, KPI by KPI.

use super::wizard::Wizard;
use crate::ui::workspace::{Shared, Workspace, use_texts, use_workspace};
use leptos::prelude::*;
use reiseplan::{
    figures::{mean::Sample, nps::Answers, share::Share},
    import::{KpiTarget, Mapping, ReducedReason, Reduction, Role},
    plan::{KpiKind, MoneyGroups, ScoreCounts, Sums, Tallied},
    texts::{Texts, format},
};
use std::collections::BTreeMap;

/// Reasons for leaving that are named, those of most customers first.
const REASONS_SHOWN: usize = 8;

/// A KPI with its figure, if there is one, and what stands below it.
struct Figure {
    title: String,
    value: Option<String>,
    notes: Vec<String>,
}

/// The figures that the file alone gives, KPI by KPI.
#[component]
pub fn Figures(reduction: Shared<Reduction>) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.import.page;
    let wizard = expect_context::<Wizard>();
    let mapping = wizard.mapping.get_untracked();
    let title = |kpi: &KpiTarget| title(workspace, texts, kpi);
    let mut figures = Vec::new();
    for tally in &reduction.tallies {
        if let Some(Role::Score { kind, kpi }) = role(&mapping, tally.column) {
            figures.push(of_scores(texts, title(kpi), kind, &whole(&tally.days)));
        }
    }
    for tally in &reduction.amounts {
        if let Some(Role::Value { kpi, .. }) = role(&mapping, tally.column) {
            let sums: Sums = whole(&tally.days);
            figures.push(Figure {
                title: title(kpi),
                value: (sums.n > 0).then(|| format::number(texts.language, sums.sum, 0)),
                notes: vec![(words.periods)(tally.days.len())],
            });
        }
    }
    for counted in mapping.count_kpis() {
        figures.push(of_counts(texts, title(&counted.kpi), &counted.kind, &mapping, &reduction));
    }
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
    }
}

fn role(mapping: &Mapping, column: usize) -> Option<&Role> {
    mapping.columns.get(column).map(|column| &column.role)
}

fn title(workspace: Workspace, texts: &Texts, kpi: &KpiTarget) -> String {
    match kpi {
        KpiTarget::New { title, .. } => title.clone(),
        KpiTarget::Existing(id) => {
            let known = workspace.plan_now().kpis.get(id).map(|kpi| kpi.title.clone());
            texts.terms.named(&known.unwrap_or_default()).to_owned()
        }
    }
}

/// All days together.
fn whole<K, T: Tallied>(parts: &BTreeMap<K, T>) -> T {
    let mut whole = T::default();
    parts.values().for_each(|part| whole.add(part));
    whole
}

fn of_scores(texts: &Texts, title: String, kind: &KpiKind, scores: &ScoreCounts) -> Figure {
    let words = &texts.import.page;
    let count = |n| format::count(texts.language, n);
    let nothing = |title| Figure { title, value: None, notes: Vec::new() };
    match kind {
        KpiKind::Csat(csat) => {
            let sum = |fits: &dyn Fn(u8) -> bool| {
                scores.iter().filter(|(score, _)| fits(**score)).map(|(_, n)| u64::from(*n)).sum::<u64>()
            };
            let hits = sum(&|score| csat.is_satisfied(score));
            of_share(texts, title, Share { hits, n: sum(&|_| true) })
        }
        KpiKind::Ces(_) => {
            let answers = scores.iter().map(|(score, n)| (f64::from(*score), u64::from(*n)));
            let Some(mean) = Sample::of_counts(answers).mean() else { return nothing(title) };
            let number = |value| format::number(texts.language, value, 2);
            let note = match mean.interval {
                Some((low, high)) => (words.interval)(&number(low), &number(high), &count(mean.n)),
                None => (words.only_n)(&count(mean.n)),
            };
            Figure { title, value: Some(number(mean.value)), notes: vec![note] }
        }
        _ => {
            let answers = Answers::from_scores(scores).0;
            let Some(nps) = answers.nps() else { return nothing(title) };
            let points = |value: f64| format::signed(texts.language, value, 0);
            let interval = (words.interval)(&points(nps.interval.0), &points(nps.interval.1), &count(nps.n));
            let groups = (words.groups)(&count(answers.promoters), &count(answers.passives), &count(answers.detractors));
            Figure { title, value: Some(format::signed(texts.language, nps.value, 1)), notes: vec![interval, groups] }
        }
    }
}

fn of_share(texts: &Texts, title: String, share: Share) -> Figure {
    let percent = |value| format::percent(texts.language, value, 1);
    let n = format::count(texts.language, share.n);
    let notes = share.interval().map(|(low, high)| (texts.import.page.interval)(&percent(low), &percent(high), &n));
    Figure { title, value: share.value().map(percent), notes: notes.into_iter().collect() }
}

fn of_counts(texts: &Texts, title: String, kind: &KpiKind, mapping: &Mapping, reduction: &Reduction) -> Figure {
    let counted = |part| {
        let column = mapping.count_column(part)?;
        reduction.counts.iter().find(|counts| counts.column == column)
    };
    if let KpiKind::Rate(rate) = kind
        && let Some((numerator, denominator)) = rate.parts()
        && let (Some(numerator), Some(denominator)) = (counted(numerator), counted(denominator))
    {
        // A share needs both of its counts.
        let both = denominator.days.iter().filter_map(|(day, all)| Some((numerator.days.get(day)?, all)));
        let (hits, n) = both.fold((0, 0), |(hits, n), (some, all)| (hits + u64::from(*some), n + u64::from(*all)));
        return of_share(texts, title, Share { hits, n });
    }
    let periods = reduction.counts.iter().map(|counts| counts.days.len()).max().unwrap_or_default();
    Figure { title, value: (periods > 0).then(|| (texts.import.page.periods)(periods)), notes: Vec::new() }
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
