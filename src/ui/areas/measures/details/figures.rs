//! What follows from a measure's fields: each figure with its range, its calculation and the cash flow behind it.

use crate::ui::{
    areas::measures::MeasureHandle,
    components::{Button, ButtonKind, Column, DataTable, Dialog, HelpHint},
    workspace::{use_texts, use_workspace},
};
use leptos::{ev::KeyboardEvent, prelude::*};
use reiseplan::{
    finance::{Range, business_case},
    texts::{
        Texts, format,
        measures::{CashRow, Figure, cash_rows, figure, formula, heading, person_days_included},
    },
};

/// What is shown of a figure.
#[derive(Clone, PartialEq)]
struct Shown {
    values: Range<String>,
    /// What a cost includes.
    note: Option<String>,
    lines: Vec<String>,
}

/// Yearly amounts in three cases, with the names of the cases.
type Cash = Vec<(&'static str, Vec<CashRow>)>;

#[component]
pub fn Figures(measure: MeasureHandle) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.measures;
    let id = measure.id();
    let figures = workspace.select(move |plan| {
        let profile = plan.profile();
        let measure = plan.measures.get(&id);
        let case = measure.and_then(|measure| business_case(measure, &profile));
        let shown = |wanted: Figure| {
            let measure = measure?;
            let values = figure(measure, &profile, case.as_ref(), wanted, texts)?;
            let lines = formula(measure, &profile, case.as_ref(), wanted, texts);
            let note = (wanted == Figure::Cost).then(|| person_days_included(measure, case.as_ref(), texts)).flatten();
            Some(Shown { values, note, lines })
        };
        Figure::ALL.map(shown).to_vec()
    });
    let conventions = workspace.select(move |plan| {
        let profile = plan.profile();
        (words.conventions)(profile.horizon_years, &format::percent(texts.language, profile.discount_rate, 1))
    });
    let rows = Figure::ALL.iter().enumerate().map(|(at, own)| {
        let shown = Memo::new(move |_| figures.with(|figures| figures.get(at).cloned().flatten()));
        let is_there = Memo::new(move |_| shown.with(Option::is_some));
        move || is_there.get().then(|| view! { <FigureRow figure=*own shown /> })
    });
    let is_none = move || figures.with(|figures| figures.iter().skip(2).all(Option::is_none));
    view! {
        <section class="panel-section">
            <h3 class="measure-section-title">
                {words.section_figures}
                <HelpHint label=words.section_figures title=words.section_figures text=conventions />
            </h3>
            <div class="measure-figures">{rows.collect_view()}</div>
            {move || is_none().then(|| view! { <p class="secondary">{words.no_case}</p> })}
            <CashFlow measure />
        </section>
    }
}

/// A figure; it opens its calculation.
#[component]
fn FigureRow(figure: Figure, shown: Memo<Option<Shown>>) -> impl IntoView {
    let words = &use_texts().measures;
    let value = move |case: fn(&Range<String>) -> &String| {
        shown.with(|shown| shown.as_ref().map(|shown| case(&shown.values).clone()).unwrap_or_default())
    };
    // The range is seen at once, the rest when the figure is opened.
    let range = move || {
        let (low, high) = (value(|range| &range.low), value(|range| &range.high));
        let is_range = figure.has_range() && figure.is_always_a_number() && low != high;
        is_range.then(|| view! { <span class="measure-figure-range">{(words.range)(&low, &high)}</span> })
    };
    let note = move || {
        let note = shown.with(|shown| shown.as_ref().and_then(|shown| shown.note.clone()));
        note.map(|note| view! { <span class="measure-figure-range">{note}</span> })
    };
    let cases = move || {
        let cell = |name: &'static str, value: String| view! { <div><dt>{name}</dt><dd>{value}</dd></div> };
        figure.has_range().then(|| {
            view! {
                <dl class="measure-cases">
                    {cell(words.low, value(|range| &range.low))}
                    {cell(words.likely, value(|range| &range.likely))}
                    {cell(words.high, value(|range| &range.high))}
                </dl>
            }
        })
    };
    let lines = move || {
        let lines = shown.with(|shown| shown.as_ref().map(|shown| shown.lines.clone()).unwrap_or_default());
        lines.into_iter().map(|line| view! { <p class="measure-formula">{line}</p> }).collect_view()
    };
    view! {
        <details class="measure-figure">
            <summary>
                <span>{(words.figure)(figure)}</span>
                <span class="measure-figure-value">{move || value(|range| &range.likely)} {range} {note}</span>
            </summary>
            <div class="measure-calculation">{cases} {lines} <p class="secondary">{(words.figure_help)(figure)}</p></div>
        </details>
    }
}

/// The button that opens the cash flow, and the dialog.
#[component]
fn CashFlow(measure: MeasureHandle) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.measures;
    let open = RwSignal::new(false);
    let id = measure.id();
    let cash = workspace.select(move |plan| -> Option<Cash> {
        let profile = plan.profile();
        let case = business_case(plan.measures.get(&id)?, &profile)?;
        case.benefit?;
        let rows = |flows: &[f64]| cash_rows(flows, profile.discount_rate);
        let flows = &case.flows;
        Some(vec![(words.low, rows(&flows.low)), (words.likely, rows(&flows.likely)), (words.high, rows(&flows.high))])
    });
    let is_there = Memo::new(move |_| cash.with(Option::is_some));
    let title = measure.signal(move |measure| heading(measure, texts));
    let heading = Signal::derive(move || (words.cash_flow_of)(&title.get()));
    // Esc closes the dialog, not the panel that it belongs to.
    let keep_escape = move |event: KeyboardEvent| {
        if event.key() == "Escape" && open.get_untracked() {
            event.stop_propagation();
        }
    };
    view! {
        {move || {
            is_there
                .get()
                .then(|| {
                    view! { <Button kind=ButtonKind::Link label=words.cash_flow_open on_press=move |()| open.set(true) /> }
                })
        }}
        <div on:keydown=keep_escape>
            <Dialog open title=heading close_label=texts.shell.close wide=true>
                <CashTable heading cash texts />
            </Dialog>
        </div>
    }
}

#[component]
fn CashTable(heading: Signal<String>, cash: Memo<Option<Cash>>, texts: &'static Texts) -> impl IntoView {
    let workspace = use_workspace();
    let words = &texts.measures;
    let columns = vec![
        Column::text(words.case),
        Column::number(words.year),
        Column::number(words.cash_net),
        Column::number(words.cash_sum),
        Column::number(format!("{} {}", words.cash_net, words.cash_discounted)),
        Column::number(format!("{} {}", words.cash_sum, words.cash_discounted)),
    ];
    let rows = move || {
        let currency = workspace.with_plan(|plan| plan.profile().currency.clone());
        let money = |value: f64| format::money(texts.language, value, &currency);
        let maybe = |value: Option<f64>| value.map_or_else(|| "–".to_owned(), money);
        let case = |(name, rows): (&'static str, Vec<CashRow>)| {
            let row = |row: CashRow| {
                view! {
                    <tr>
                        <th scope="row">{if row.year == 0 { name } else { "" }}</th>
                        <td class="num">{row.year}</td>
                        <td class="num">{money(row.net)}</td>
                        <td class="num">{money(row.sum)}</td>
                        <td class="num">{maybe(row.discounted)}</td>
                        <td class="num">{maybe(row.discounted_sum)}</td>
                    </tr>
                }
            };
            rows.into_iter().map(row).collect_view()
        };
        cash.get().unwrap_or_default().into_iter().map(case).collect_view()
    };
    view! {
        <DataTable caption=heading caption_hidden=true columns=Signal::stored(columns)>{rows}</DataTable>
    }
}
