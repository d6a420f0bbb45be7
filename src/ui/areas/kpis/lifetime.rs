//! What a customer is worth: assumptions, value, what changes it.

use super::shown::ShownKpi;
use crate::ui::{
    components::{Button, ButtonKind, Column, DataTable, NumberField, SectionHead, SelectField},
    workspace::use_texts,
};
use leptos::prelude::*;
use reiseplan::{
    editor::{Label, Noun, Verb},
    figures::{
        base::{CustomerBase, customer_base},
        lifetime::{Lifetime, Sensitivity},
    },
    plan::{Clv, ClvBasis, ClvConvention, KpiKind},
    texts::{Texts, figures::ValueStyle, format},
};

/// Years of a finite horizon that is chosen anew.
const USUAL_HORIZON: u16 = 5;

/// What follows from the assumptions.
#[derive(Clone, Default, PartialEq)]
struct Worth {
    value: Option<f64>,
    is_complete: bool,
    past: Option<f64>,
    sensitivity: Option<Sensitivity>,
    base: Option<CustomerBase>,
    currency: String,
}

/// The value of a customer.
#[component]
pub fn CustomerValue(shown: ShownKpi) -> impl IntoView {
    let texts = use_texts();
    let words = &texts.measuring;
    let worth = shown.select(move |plan, id| {
        let Some(clv) = plan.kpis.get(id).and_then(|kpi| clv(&kpi.kind)) else { return Worth::default() };
        let profile = plan.profile();
        let lifetime = Lifetime::of(&clv, profile.discount_rate);
        Worth {
            value: lifetime.and_then(|lifetime| lifetime.value()),
            is_complete: lifetime.is_some(),
            past: clv.past,
            sensitivity: lifetime.and_then(|lifetime| lifetime.sensitivity()),
            base: customer_base(plan),
            currency: profile.currency.clone(),
        }
    });
    view! {
        <section class="kpi-section">
            <SectionHead title=words.value_title ruled=true />
            <Assumptions shown worth />
        </section>
        {move || {
            let worth = worth.get();
            match (worth.is_complete, worth.value) {
                (false, _) => view! { <p class="kpi-none">{words.missing}</p> }.into_any(),
                (true, None) => view! { <p class="kpi-none">{words.endless}</p> }.into_any(),
                (true, Some(value)) => results(&worth, value, texts),
            }
        }}
    }
}

fn clv(kind: &KpiKind) -> Option<Clv> {
    if let KpiKind::Clv(clv) = kind { Some(clv.clone()) } else { None }
}

fn results(worth: &Worth, value: f64, texts: &'static Texts) -> AnyView {
    let words = &texts.measuring;
    let style = ValueStyle::money(&worth.currency);
    let money = |amount: f64| style.value(texts.language, amount);
    let customers = worth.base.as_ref().and_then(|base| base.customers);
    let count = customers.map(|customers| format::count(texts.language, customers));
    let all = count.as_deref().zip(customers).map(|(count, customers)| (words.of_all)(&money(value * customers as f64), count));
    let tile = |label: &'static str, amount: f64, note: Option<String>| {
        view! {
            <div class="kpi-tile">
                <dt><span class="kpi-tile-label">{label}</span></dt>
                <dd>
                    <span class="figure">{money(amount)}</span>
                    <span class="kpi-tile-note">{note}</span>
                </dd>
            </div>
        }
    };
    let sensitivity = worth.sensitivity;
    let of_changes = style.clone();
    let row = move |label: &'static str, change: Option<f64>| {
        let style = &of_changes;
        let each = change.map_or_else(|| "–".to_owned(), |change| style.delta(texts.language, change));
        let of_all = change.zip(customers).map(|(change, customers)| style.delta(texts.language, change * customers as f64));
        let of_all = customers.map(|_| of_all.unwrap_or_else(|| "–".to_owned()));
        view! {
            <tr>
                <th scope="row">{label}</th>
                <td class="num">{each}</td>
                {of_all.map(|of_all| view! { <td class="num">{of_all}</td> })}
            </tr>
        }
    };
    let rows = move || {
        let change = |part: fn(Sensitivity) -> Option<f64>| sensitivity.and_then(part);
        [
            row(words.retention_point, change(|found| found.retention_point)),
            row(words.margin_percent, change(|found| found.margin_percent)),
            row(words.discount_point, change(|found| found.discount_point)),
        ]
        .collect_view()
    };
    let mut columns = vec![Column::text(""), Column::number(words.per_customer)];
    columns.extend(count.as_deref().map(|count| Column::number((words.all_customers)(count))));
    let point = match (sensitivity.and_then(|found| found.retention_point), customers, &count) {
        (None, ..) => words.point_beyond.to_owned(),
        (Some(each), Some(customers), Some(count)) => (words.point_worth)(&money(each * customers as f64), &money(each), count),
        (Some(each), ..) => (words.point_each)(&money(each)),
    };
    let churn = worth.base.as_ref().and_then(|base| {
        let percent = |share| format::percent(texts.language, share, 1);
        Some((words.churn_of_year)(&percent(base.monthly_churn?), &percent(1.0 - base.retention?)))
    });
    view! {
        <dl class="kpi-tiles">
            {tile(words.future, value, all)}
            {worth.past.map(|past| tile(words.past, past, None))}
            {worth.past.map(|past| tile(words.whole, past + value, None))}
        </dl>
        <section class="kpi-section">
            <SectionHead title=words.point_title />
            <p>{point}</p>
            {churn.map(|churn| view! { <p class="kpi-hint">{churn}</p> })}
        </section>
        <section class="kpi-section">
            <SectionHead title=words.sensitivity note=words.sensitivity_note />
            <DataTable caption=words.sensitivity caption_hidden=true columns=Signal::stored(columns)>
                {rows()}
            </DataTable>
        </section>
    }
    .into_any()
}

/// The fields of what the value comes from.
#[component]
fn Assumptions(shown: ShownKpi, worth: Memo<Worth>) -> impl IntoView {
    let texts = use_texts();
    let (words, language) = (&texts.measuring, texts.language);
    let settings = Memo::new(move |_| shown.kind().with(clv).unwrap_or_default());
    let change = move |change: &dyn Fn(&mut Clv)| {
        shown.change(Label::new(Verb::Change, Noun::Kpi), |kpi| {
            if let Some(mut clv) = clv(&kpi.kind) {
                change(&mut clv);
                kpi.redefine(KpiKind::Clv(clv));
            }
        });
    };
    let money = move |label: Signal<String>, read: fn(&Clv) -> Option<f64>, write: fn(&mut Clv, Option<f64>)| {
        let parse = move |text: String| parse(texts, &text, f64::MAX);
        let commit = move |value: Option<f64>| change(&|clv| write(clv, value));
        let value = Signal::derive(move || settings.with(read));
        let unit = Signal::derive(move || worth.with(|worth| worth.currency.clone()));
        let written = move |value: f64| format::number(language, value, if value.fract() == 0.0 { 0 } else { 2 });
        view! { <NumberField label value format=written parse on_commit=commit unit /> }
    };
    let share = move |label: &'static str,
                      read: fn(&Clv) -> Option<f64>,
                      write: fn(&mut Clv, Option<f64>),
                      placeholder: Signal<String>| {
        let parse = move |text: String| parse(texts, &text, 100.0);
        let commit = move |value: Option<f64>| change(&|clv| write(clv, value.map(|value| value / 100.0)));
        let value = Signal::derive(move || settings.with(read).map(|share| share * 100.0));
        let written = move |value: f64| {
            let value = (value * 1e6).round() / 1e6;
            format::number(language, value, if value.fract() == 0.0 { 0 } else { 1 })
        };
        view! { <NumberField label value format=written parse on_commit=commit placeholder /> }
    };
    let basis = [(ClvBasis::Margin, words.basis_margin), (ClvBasis::Revenue, words.basis_revenue)];
    let bases = basis.map(|(basis, name)| (format!("{basis:?}"), name.to_owned())).to_vec();
    let pick_basis = move |key: String| {
        let picked = if key == format!("{:?}", ClvBasis::Revenue) { ClvBasis::Revenue } else { ClvBasis::Margin };
        change(&|clv| clv.basis = picked);
    };
    let amount = Signal::derive(move || {
        let of_revenue = settings.with(|clv| clv.basis == ClvBasis::Revenue);
        if of_revenue { words.revenue_field } else { words.margin_field }.to_owned()
    });
    let horizon = Memo::new(move |_| settings.with(|clv| horizon(clv.convention)));
    let ways = Signal::derive(move || {
        conventions(horizon.get().unwrap_or(USUAL_HORIZON))
            .map(|way| (key(way).to_owned(), (texts.figures.convention)(way)))
            .to_vec()
    });
    let pick_way = move |picked: String| {
        let years = horizon.get_untracked().unwrap_or(USUAL_HORIZON);
        if let Some(way) = conventions(years).into_iter().find(|way| key(*way) == picked) {
            change(&|clv| clv.convention = way);
        }
    };
    let set_horizon = move |years: Option<f64>| {
        let years = years.unwrap_or(f64::from(USUAL_HORIZON)).round().clamp(1.0, 100.0) as u16;
        change(&|clv| {
            clv.convention = match clv.convention {
                ClvConvention::HorizonStartOfPeriod(_) => ClvConvention::HorizonStartOfPeriod(years),
                _ => ClvConvention::HorizonEndOfPeriod(years),
            };
        });
    };
    let rate = shown.select(move |plan, _| (words.discount_of_plan)(&format::percent(language, plan.profile().discount_rate, 1)));
    let known = move || {
        let (title, retention) =
            worth.with(|worth| Some((worth.base.as_ref()?.title.clone(), worth.base.as_ref()?.retention?)))?;
        let is_taken = settings.with(|clv| clv.retention.is_some_and(|own| (own - retention).abs() < 5e-4));
        let take = move |()| change(&|clv| clv.retention = Some((retention * 1e4).round() / 1e4));
        Some(view! {
            <p class="kpi-hint">
                {(words.retention_known)(&title, &format::percent(language, retention, 1))}
                " "
                {(!is_taken).then(|| view! { <Button kind=ButtonKind::Link label=words.take_over on_press=take /> })}
            </p>
        })
    };
    view! {
        <div class="value-fields">
            <SelectField
                label=words.basis_field
                options=Signal::stored(bases)
                value=Signal::derive(move || settings.with(|clv| format!("{:?}", clv.basis)))
                on_commit=pick_basis
            />
            {money(amount, |clv| clv.margin, |clv, value| clv.margin = value)}
            {share(words.retention_field, |clv| clv.retention, |clv, value| clv.retention = value, Signal::stored(String::new()))}
            {share(words.discount_field, |clv| clv.discount, |clv, value| clv.discount = value, rate.into())}
            {money(Signal::stored(words.cost_field.to_owned()), |clv| clv.acquisition_cost, |clv, value| clv.acquisition_cost = value)}
            {money(Signal::stored(words.past_field.to_owned()), |clv| clv.past, |clv, value| clv.past = value)}
            <SelectField
                label=words.convention_field
                options=ways
                value=Signal::derive(move || settings.with(|clv| key(clv.convention).to_owned()))
                on_commit=pick_way
            />
            {move || horizon.get().map(|_| view! {
                <NumberField
                    label=words.horizon_field
                    value=Signal::derive(move || horizon.get().map(f64::from))
                    format=move |value| format::number(language, value, 0)
                    parse=move |text: String| parse(texts, &text, 100.0)
                    on_commit=set_horizon
                />
            })}
        </div>
        {known}
    }
}

/// Reads an amount from 0 to the most; nothing is nothing.
fn parse(texts: &Texts, text: &str, most: f64) -> Result<Option<f64>, String> {
    let text = text.trim().trim_end_matches(['%', '€']).trim_end();
    if text.is_empty() {
        return Ok(None);
    }
    let fault = if most <= 100.0 { texts.measuring.per_cent_fault } else { texts.map.number_fault };
    let number = format::parse_number(texts.language, text).filter(|number| (0.0..=most).contains(number));
    number.map(Some).ok_or_else(|| fault.to_owned())
}

fn conventions(years: u16) -> [ClvConvention; 5] {
    [
        ClvConvention::EndOfPeriod,
        ClvConvention::StartOfPeriod,
        ClvConvention::Simple,
        ClvConvention::HorizonEndOfPeriod(years),
        ClvConvention::HorizonStartOfPeriod(years),
    ]
}

fn key(convention: ClvConvention) -> &'static str {
    match convention {
        ClvConvention::EndOfPeriod => "end",
        ClvConvention::StartOfPeriod => "start",
        ClvConvention::Simple => "simple",
        ClvConvention::HorizonEndOfPeriod(_) => "horizon-end",
        ClvConvention::HorizonStartOfPeriod(_) => "horizon-start",
    }
}

fn horizon(convention: ClvConvention) -> Option<u16> {
    match convention {
        ClvConvention::HorizonEndOfPeriod(years) | ClvConvention::HorizonStartOfPeriod(years) => Some(years),
        _ => None,
    }
}
