//! What the measures cost against what may be spent, and what they bring together.

use super::{
    details::fields::{Want, reader, writer},
    table::Budget as BudgetSentence,
};
use crate::ui::{
    components::{Chart, ChartHandle, NumberField, SectionHead, Segmented, phase_key},
    workspace::{Workspace, use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::{
    charts::{AmountChart, AmountPoint, ChartKind, ChartSpec},
    editor::{Label, Noun, Place, Verb},
    finance::{
        BudgetLine, CashPoint, Due, budget_by_department, budget_by_month, budget_by_phase, budget_by_quarter,
        cumulative_cash_flow, paid_back_from,
    },
    plan::{Month, Phase, Plan, Profile, Quarter},
    route::Area,
    texts::{Texts, figures::ValueStyle, format},
};

/// Sets what may be spent for a line.
type SetAvailable = Callback<Option<f64>>;

/// A line as it is shown.
#[derive(Clone, PartialEq)]
struct Line {
    key: String,
    name: String,
    phase: Option<Phase>,
    planned: f64,
    available: Option<f64>,
    measures: usize,
    /// Whether what is available can be said.
    is_named: bool,
}

/// The view.
#[component]
pub fn Budget() -> impl IntoView {
    let words = &use_texts().measures;
    view! {
        <BudgetSentence />
        <div class="budget-pair">
            <section>
                <SectionHead title=words.by_phase />
                <Lines title=words.by_phase head=words.phase_filter lines=phase_lines set=set_phase />
            </section>
            <section>
                <SectionHead title=words.by_department />
                <Lines title=words.by_department head=words.department_filter lines=department_lines set=set_department />
            </section>
        </div>
        <Periods />
        <CashFlow />
    }
}

fn from_line<K>(line: BudgetLine<K>, key: String, name: String, phase: Option<Phase>) -> Line {
    let is_named = line.key.is_some();
    Line { key, name, phase, planned: line.planned, available: line.available, measures: line.measures, is_named }
}

fn phase_lines(plan: &Plan, texts: &Texts) -> Vec<Line> {
    let line = |line: BudgetLine<Phase>| {
        let (phase, without) = (line.key, texts.measures.without_phase);
        let name = phase.map_or(without, |phase| (texts.terms.phase)(phase)).to_owned();
        from_line(line, phase.map(phase_key).unwrap_or_default().to_owned(), name, phase)
    };
    budget_by_phase(plan).into_iter().map(line).collect()
}

fn department_lines(plan: &Plan, texts: &Texts) -> Vec<Line> {
    let line = |line: BudgetLine<reiseplan::plan::DepartmentId>| {
        let name = line.key.as_ref().and_then(|id| plan.departments.get(id)).map(|department| department.name.clone());
        let key = line.key.as_ref().map(ToString::to_string).unwrap_or_default();
        from_line(line, key, name.unwrap_or_else(|| texts.measures.without_department.to_owned()), None)
    };
    budget_by_department(plan).into_iter().map(line).collect()
}

/// A line of a period; what lies beyond those shown, and what has no date, is named so.
fn period_line<P: Copy + std::fmt::Display>(line: BudgetLine<Due<P>>, name: impl Fn(P) -> String, texts: &Texts) -> Line {
    let words = &texts.measures;
    let (key, name, is_named) = match line.key {
        Some(Due::Before(first)) => ("before".to_owned(), (words.before_period)(&name(first)), false),
        Some(Due::In(period)) => (period.to_string(), name(period), true),
        Some(Due::After(last)) => ("after".to_owned(), (words.after_period)(&name(last)), false),
        None => (String::new(), words.without_date.to_owned(), false),
    };
    Line { is_named, ..from_line(line, key, name, None) }
}

fn quarter_lines(plan: &Plan, texts: &Texts) -> Vec<Line> {
    let name = |quarter: Quarter| format::quarter(quarter.first_month());
    budget_by_quarter(plan).into_iter().map(|line| period_line(line, name, texts)).collect()
}

fn month_lines(plan: &Plan, texts: &Texts) -> Vec<Line> {
    let name = |month: Month| format!("{} {}", format::month_name(texts.language, month), month.year());
    budget_by_month(plan).into_iter().map(|line| period_line(line, name, texts)).collect()
}

fn change_profile(workspace: Workspace, change: impl FnOnce(&mut Profile)) {
    workspace.edit(Label::new(Verb::Change, Noun::Profile), Place::area(Area::Measures), |plan| {
        let id = plan.profile().id.clone();
        plan.profile.update(&id, change);
    });
}

fn set_in<K: Ord>(budgets: &mut std::collections::BTreeMap<K, f64>, key: K, amount: Option<f64>) {
    match amount {
        Some(amount) => drop(budgets.insert(key, amount)),
        None => drop(budgets.remove(&key)),
    }
}

fn set_phase(workspace: Workspace, key: &str, amount: Option<f64>) {
    if let Some(phase) = Phase::ALL.into_iter().find(|phase| phase_key(*phase) == key) {
        change_profile(workspace, |profile| set_in(&mut profile.phase_budgets, phase, amount));
    }
}

fn set_quarter(workspace: Workspace, key: &str, amount: Option<f64>) {
    if let Some(quarter) = Quarter::parse(key) {
        change_profile(workspace, |profile| set_in(&mut profile.quarter_budgets, quarter, amount));
    }
}

fn set_department(workspace: Workspace, key: &str, amount: Option<f64>) {
    let Ok(id) = reiseplan::plan::DepartmentId::try_from(key) else { return };
    workspace.edit(Label::new(Verb::Change, Noun::Department), Place::area(Area::Measures), |plan| {
        plan.departments.update(&id, |department| department.budget = amount);
    });
}

fn set_nothing(_: Workspace, _: &str, _: Option<f64>) {}

/// Lines of a budget with bars; what is available can be said in place.
#[component]
fn Lines(
    title: &'static str,
    head: &'static str,
    lines: fn(&Plan, &Texts) -> Vec<Line>,
    set: fn(Workspace, &str, Option<f64>),
    /// Whether nothing is available by line.
    #[prop(optional)]
    planned_only: bool,
) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.measures;
    let all = workspace.select(move |plan| lines(plan, texts));
    let most = Memo::new(move |_| {
        all.with(|all| all.iter().map(|line| line.planned.max(line.available.unwrap_or_default())).fold(0.0, f64::max))
    });
    let keys = move || all.with(|all| all.iter().map(|line| line.key.clone()).collect::<Vec<_>>());
    let planned = Memo::new(move |_| all.with(|all| all.iter().map(|line| line.planned).sum::<f64>()));
    let available =
        Memo::new(move |_| all.with(|all| all.iter().filter_map(|line| line.available).reduce(|sum, more| sum + more)));
    let currency = workspace.select(|plan| plan.profile().currency.clone());
    let money = move |value: f64| format::money(texts.language, value, &currency.get());
    let row = move |key: String| {
        let own = key.clone();
        let line = Memo::new(move |_| all.with(|all| all.iter().find(|line| line.key == own).cloned()));
        view! { <LineRow line key most set planned_only /> }
    };
    view! {
        <div class="table-scroll" role="region" tabindex="0" aria-label=title>
            <table class="data-table budget-table">
                <caption class="visually-hidden">{title}</caption>
                <thead>
                    <tr>
                        <th scope="col">{head}</th>
                        {(!planned_only).then(|| view! { <th scope="col" class="num">{words.measures_count}</th> })}
                        <td class="budget-bars" aria-hidden="true"></td>
                        <th scope="col" class="num">{words.planned}</th>
                        {(!planned_only)
                            .then(|| {
                                view! {
                                    <th scope="col" class="num">{words.available}</th>
                                    <th scope="col" class="num">{words.left}</th>
                                }
                            })}
                    </tr>
                </thead>
                <tbody>
                    <For each=keys key=Clone::clone children=row />
                </tbody>
                <tfoot>
                    <tr>
                        <th scope="row">{words.sum}</th>
                        {(!planned_only).then(|| view! { <td></td> })}
                        <td class="budget-bars" aria-hidden="true"></td>
                        <td class="num">{move || money(planned.get())}</td>
                        {(!planned_only)
                            .then(|| {
                                view! {
                                    <td class="num">{move || available.get().map_or_else(|| "–".to_owned(), money)}</td>
                                    <td></td>
                                }
                            })}
                    </tr>
                </tfoot>
            </table>
        </div>
    }
}

#[component]
fn LineRow(
    line: Memo<Option<Line>>,
    key: String,
    most: Memo<f64>,
    set: fn(Workspace, &str, Option<f64>),
    planned_only: bool,
) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.measures;
    let currency = workspace.select(|plan| plan.profile().currency.clone());
    let money = move |value: f64| format::money(texts.language, value, &currency.get());
    let read = move |read: fn(&Line) -> Option<f64>| line.with(|line| line.as_ref().and_then(read));
    let name = Memo::new(move |_| line.with(|line| line.as_ref().map(|line| line.name.clone()).unwrap_or_default()));
    let phase = move || line.with(|line| line.as_ref().and_then(|line| line.phase).map(phase_key));
    let is_named = line.with_untracked(|line| line.as_ref().is_some_and(|line| line.is_named));
    let planned = move || read(|line| Some(line.planned)).unwrap_or_default();
    let excess = move || read(|line| Some(line.planned - line.available?)).filter(|excess| *excess > 0.0);
    let share = move |value: f64| if most.get() > 0.0 { format!("{}%", value / most.get() * 100.0) } else { "0".to_owned() };
    let left = move || match (excess(), read(|line| Some(line.available? - line.planned))) {
        (Some(excess), _) => (words.excess)(&money(excess)),
        (None, Some(left)) => money(left),
        (None, None) => "–".to_owned(),
    };
    let key = StoredValue::new(key);
    let commit: SetAvailable = Callback::new(move |amount| key.with_value(|key| set(workspace, key, amount)));
    let available = match is_named && !planned_only {
        true => view! {
            <NumberField
                label=Signal::derive(move || (words.available_for)(&name.get()))
                label_hidden=true
                value=Signal::derive(move || read(|line| line.available))
                format=writer(texts)
                parse=reader(Want::Amount, texts)
                on_commit=commit
                placeholder="–"
            />
        }
        .into_any(),
        false => view! { {move || read(|line| line.available).map(money)} }.into_any(),
    };
    view! {
        <tr data-phase=phase>
            <th scope="row" dir="auto">{name}</th>
            {(!planned_only)
                .then(|| {
                    view! {
                        <td class="num">
                            {move || line.with(|line| line.as_ref().map(|line| line.measures).unwrap_or_default())}
                        </td>
                    }
                })}
            <td class="budget-bars" aria-hidden="true">
                <span class="budget-bar">
                    <span
                        class="budget-planned"
                        class:budget-over=move || excess().is_some()
                        style:width=move || share(planned())
                    ></span>
                    {move || {
                        read(|line| line.available)
                            .map(|available| {
                                view! { <span class="budget-available" style:inset-inline-start=share(available)></span> }
                            })
                    }}
                </span>
            </td>
            <td class="num">{move || money(planned())}</td>
            {(!planned_only)
                .then(|| {
                    view! {
                        <td class="num budget-field">{available}</td>
                        <td class="num" class:bad=move || excess().is_some()>{left}</td>
                    }
                })}
        </tr>
    }
}

/// By quarter against what is available, or by month.
#[component]
fn Periods() -> impl IntoView {
    let words = &use_texts().measures;
    let by_month = RwSignal::new(false);
    let options = vec![("quarter".to_owned(), words.by_quarter.to_owned()), ("month".to_owned(), words.by_month.to_owned())];
    view! {
        <section class="measures-section">
            <SectionHead title=Signal::derive(move || if by_month.get() { words.by_month } else { words.by_quarter }.to_owned())>
                <Segmented
                    label=words.year_or_month
                    options=Signal::stored(options)
                    value=Signal::derive(move || if by_month.get() { "month" } else { "quarter" }.to_owned())
                    on_pick=move |key: String| by_month.set(key == "month")
                />
            </SectionHead>
            {move || match by_month.get() {
                true => {
                    view! { <Lines title=words.by_month head=words.month lines=month_lines set=set_nothing planned_only=true /> }.into_any()
                }
                false => view! { <Lines title=words.by_quarter head=words.quarter_head lines=quarter_lines set=set_quarter /> }.into_any(),
            }}
        </section>
    }
}

/// Benefit less cost of all measures, summed up over time.
#[component]
fn CashFlow() -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.measures;
    let spec = workspace.select(move |plan| {
        let profile = plan.profile();
        let points = cumulative_cash_flow(plan.kept_measures().map(|measure| &**measure), &profile);
        cash_spec(&points, &profile.currency, texts)
    });
    let is_empty = Memo::new(move |_| spec.with(ChartSpec::is_empty));
    let chart = ChartHandle::new(spec, texts, workspace.dark);
    view! {
        <section class="measures-section">
            {move || match is_empty.get() {
                true => view! { <p class="secondary">{words.cash_none}</p> }.into_any(),
                false => view! { <Chart chart /> }.into_any(),
            }}
        </section>
    }
}

fn cash_spec(points: &[CashPoint], currency: &str, texts: &Texts) -> ChartSpec {
    let words = &texts.measures;
    let money = |value: f64| format::money(texts.language, value, currency);
    let whole = |month: Month| format!("{} {}", format::month_name(texts.language, month), month.year());
    let point = |(at, point): (usize, &CashPoint)| {
        let month = point.month;
        let short = format::month_short(texts.language, month);
        let label = if at == 0 || month.number() == 1 { format!("{short}\n{}", month.year()) } else { short.to_owned() };
        AmountPoint { label, name: whole(month), low: point.sum.low, likely: point.sum.likely, high: point.sum.high }
    };
    let title = match (points.last(), paid_back_from(points)) {
        (Some(last), None) if last.sum.likely < 0.0 => words.cash_title_never.to_owned(),
        (_, month) => (words.cash_title)(month.map(whole).as_deref()),
    };
    let description = points.last().map(|last| {
        (words.cash_description)(&whole(last.month), &money(last.sum.low), &money(last.sum.likely), &money(last.sum.high))
    });
    ChartSpec {
        title,
        subtitle: words.cash_note.to_owned(),
        description: description.unwrap_or_default(),
        point_name: words.month.to_owned(),
        value_name: format!("{} ({currency})", words.cash_sum),
        numbers: ValueStyle::plain(0),
        kind: ChartKind::Amounts(AmountChart { points: points.iter().enumerate().map(point).collect() }),
    }
}
