//! What the measures cost against what may be spent, and what they bring together.

use super::{
    budget_cuts::{Cut, Left},
    budget_lines::Lines,
    matrix::LeftOut,
    state::PageState,
    table::Budget as BudgetSentence,
};
use crate::ui::{
    components::{Chart, ChartHandle, SectionHead, Segmented},
    workspace::use_texts,
};
use leptos::prelude::*;
use reiseplan::{
    charts::{AmountChart, AmountPoint, ChartKind, ChartSpec},
    finance::{CashPoint, counted, cumulative_cash_flow, paid_back_from, planned_cost},
    plan::{MeasureId, Month},
    texts::{Texts, figures::ValueStyle, format},
};
use std::collections::HashSet;

/// The view.
#[component]
pub fn Budget() -> impl IntoView {
    let texts = use_texts();
    let words = &texts.measures;
    let state = expect_context::<PageState>();
    let left = Memo::new(move |_| {
        state.is_filtered().then(|| state.listed.with(|listed| listed.iter().cloned().collect::<HashSet<MeasureId>>()))
    });
    let table = move |cut: Cut, opened: bool| {
        view! {
            <section>
                <SectionHead title=cut.title(texts) />
                <Lines cut left opened />
            </section>
        }
    };
    // What measures are grouped by comes first, and shows them.
    let tables = move || {
        let grouped = Cut::of(state.grouping.get());
        let others = [Cut::Phase, Cut::Department].into_iter().filter(move |cut| Some(*cut) != grouped);
        view! {
            {grouped.map(|cut| view! { <div class="budget-grouped">{table(cut, true)}</div> })}
            <div class="budget-pair" class:budget-wide=move || left.with(Option::is_some)>{others.map(|cut| table(cut, false)).collect_view()}</div>
        }
    };
    view! {
        <BudgetSentence />
        <ShownSentence left />
        {tables}
        <LeftOut
            is_left_out=|measure, _| planned_cost(measure).is_none()
            title=words.uncosted
            text=words.uncosted_text
        />
        <Periods left />
        <CashFlow left />
    }
}

/// Says under a filter what is shown of the whole.
#[component]
fn ShownSentence(left: Memo<Left>) -> impl IntoView {
    let texts = use_texts();
    let workspace = expect_context::<PageState>().workspace;
    let sentence = Memo::new(move |_| {
        workspace.with_plan(|plan| {
            left.with(|left| {
                let left = left.as_ref()?;
                let money = |cost| format::money(texts.language, cost, &plan.profile().currency);
                let shown = counted(left.iter().filter_map(|id| plan.measures.get(id)));
                let all = counted(plan.measures.iter());
                // The sentence before this says that nothing has a cost yet.
                (all.measures > 0)
                    .then(|| (texts.measures.budget_shown)(&shown, all.measures, &money(shown.cost), &money(all.cost)))
            })
        })
    });
    move || sentence.get().map(|sentence| view! { <p class="secondary">{sentence}</p> })
}

/// By quarter against what is available, or by month.
#[component]
fn Periods(left: Memo<Left>) -> impl IntoView {
    let texts = use_texts();
    let words = &texts.measures;
    let by_month = RwSignal::new(false);
    let cut = move || if by_month.get() { Cut::Month } else { Cut::Quarter };
    let options = vec![("quarter".to_owned(), words.by_quarter.to_owned()), ("month".to_owned(), words.by_month.to_owned())];
    view! {
        <section class="measures-section">
            <SectionHead title=Signal::derive(move || cut().title(texts).to_owned())>
                <Segmented
                    label=words.year_or_month
                    options=Signal::stored(options)
                    value=Signal::derive(move || if by_month.get() { "month" } else { "quarter" }.to_owned())
                    on_pick=move |key: String| by_month.set(key == "month")
                />
            </SectionHead>
            {move || view! { <Lines cut=cut() left /> }}
        </section>
    }
}

/// Benefit less cost of the measures that are shown, summed up over time.
#[component]
fn CashFlow(left: Memo<Left>) -> impl IntoView {
    let workspace = expect_context::<PageState>().workspace;
    let texts = use_texts();
    let words = &texts.measures;
    let spec = Memo::new(move |_| {
        workspace.with_plan(|plan| {
            left.with(|left| {
                let profile = plan.profile();
                let shown = plan.kept_measures().filter(|it| left.as_ref().is_none_or(|left| left.contains(&it.id)));
                let points = cumulative_cash_flow(shown.map(|measure| &**measure), &profile);
                cash_spec(&points, &profile.currency, left.is_some(), texts)
            })
        })
    });
    let is_empty = Memo::new(move |_| spec.with(ChartSpec::is_empty));
    let chart = ChartHandle::new(spec, texts, workspace.dark);
    view! {
        <section class="measures-section">
            {move || match is_empty.get() {
                true => view! { <p class="secondary">{(words.cash_none)(left.with(Option::is_some))}</p> }.into_any(),
                false => view! { <Chart chart /> }.into_any(),
            }}
        </section>
    }
}

fn cash_spec(points: &[CashPoint], currency: &str, is_filtered: bool, texts: &Texts) -> ChartSpec {
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
        (Some(last), None) if last.sum.likely < 0.0 => (words.cash_title_never)(is_filtered).to_owned(),
        (_, month) => (words.cash_title)(month.map(whole).as_deref(), is_filtered),
    };
    let description = points.last().map(|last| {
        (words.cash_description)(&whole(last.month), &money(last.sum.low), &money(last.sum.likely), &money(last.sum.high))
    });
    ChartSpec {
        title,
        subtitle: (words.cash_note)(is_filtered).to_owned(),
        description: description.unwrap_or_default(),
        point_name: words.month.to_owned(),
        value_name: format!("{} ({currency})", words.cash_sum),
        numbers: ValueStyle::plain(0),
        kind: ChartKind::Amounts(AmountChart { points: points.iter().enumerate().map(point).collect() }),
    }
}
