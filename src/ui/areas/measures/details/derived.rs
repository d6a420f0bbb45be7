//! The benefit as it follows from customers who stay.

use super::fields::{MeasureNumber, Want};
use crate::ui::{
    areas::measures::MeasureHandle,
    components::{Button, ButtonKind, HelpHint},
    workspace::use_texts,
};
use leptos::prelude::*;
use reiseplan::{
    editor::Verb,
    figures::offered::{Offered, offered_customer_values, offered_customers},
    finance::derived_benefit,
    plan::{BenefitDerivation, Measure, Plan},
    texts::format,
};

/// Writes a value of a KPI into a measure.
type Write = fn(&mut Measure, f64);

fn derivation(measure: &mut Measure) -> &mut BenefitDerivation {
    measure.benefit_derivation.get_or_insert_default()
}

/// Fields for what it follows from, and how.
#[component]
pub fn Derived(measure: MeasureHandle, unit: Signal<String>) -> impl IntoView {
    let texts = use_texts();
    let words = &texts.measures;
    let currency = measure.workspace.select(|plan| plan.profile().currency.clone());
    let sentence = move || {
        measure.get(|measure| {
            let derivation = measure.benefit_derivation.as_ref()?;
            let benefit = derived_benefit(derivation)?;
            let money = |value: f64| format::money(texts.language, value, &currency.get());
            let low = derivation.points_low.or(derivation.points_high)?;
            let high = derivation.points_high.unwrap_or(low);
            let decimals = |value: f64| if (value * 10.0).fract() == 0.0 { 1 } else { 2 };
            let middle = f64::midpoint(low, high);
            Some((words.derivation)(
                &format::number(texts.language, middle, decimals(middle)),
                &format::number(texts.language, derivation.customers?, 0),
                &money(derivation.customer_value?),
                &money(benefit.likely),
            ))
        })
    };
    let reversed = measure.signal(|measure| {
        let points = |derivation: &BenefitDerivation| derivation.points_low.zip(derivation.points_high);
        measure.benefit_derivation.as_ref().and_then(points).is_some_and(|(low, high)| low > high)
    });
    let write_customers: Write = |measure, value| derivation(measure).customers = Some(value);
    let write_customer_value: Write = |measure, value| derivation(measure).customer_value = Some(value);
    view! {
        <div class="measure-pair">
            <MeasureNumber
                measure
                label=words.points_low
                want=Want::Percent
                unit=words.points_unit
                read=|measure| measure.benefit_derivation.as_ref()?.points_low
                write=|measure, value| derivation(measure).points_low = value
            />
            <MeasureNumber
                measure
                label=words.points_high
                want=Want::Percent
                unit=words.points_unit
                read=|measure| measure.benefit_derivation.as_ref()?.points_high
                write=|measure, value| derivation(measure).points_high = value
            />
        </div>
        {move || reversed.get().then(|| view! { <p class="field-error" role="alert">{words.points_disordered}</p> })}
        <div class="measure-pair">
            <div class="measure-with-kpis">
                <MeasureNumber
                    measure
                    label=words.customers
                    want=Want::Amount
                    read=|measure| measure.benefit_derivation.as_ref()?.customers
                    write=|measure, value| derivation(measure).customers = value
                />
                <FromKpis measure offered=offered_customers write=write_customers is_money=false />
            </div>
            <div class="measure-with-kpis">
                <MeasureNumber
                    measure
                    label=words.customer_worth
                    want=Want::Amount
                    unit
                    read=|measure| measure.benefit_derivation.as_ref()?.customer_value
                    write=|measure, value| derivation(measure).customer_value = value
                />
                <FromKpis measure offered=offered_customer_values write=write_customer_value is_money=true />
            </div>
        </div>
        <p class="measure-derivation">
            {move || sentence().unwrap_or_else(|| words.derivation_open.to_owned())}
            <HelpHint label=words.benefit_derived title=words.benefit_derived text=words.derivation_help />
        </p>
    }
}

/// Takes over what the plan's KPIs say, a button for each that says it.
#[component]
fn FromKpis(measure: MeasureHandle, offered: fn(&Plan) -> Vec<Offered>, write: Write, is_money: bool) -> impl IntoView {
    let texts = use_texts();
    let currency = measure.workspace.select(|plan| plan.profile().currency.clone());
    let all = measure.workspace.select(offered);
    let button = move |one: Offered| {
        let title = texts.terms.named(&one.title);
        let amount = match is_money {
            true => format::money(texts.language, one.value, &currency.get()),
            false => format::number(texts.language, one.value, 0),
        };
        let day = one.known_to.map(|day| format::day(texts.language, day));
        let label = (texts.measures.take_from_kpi)(title, &amount, day.as_deref());
        let value = one.value;
        view! {
            <Button kind=ButtonKind::Link label on_press=move |()| measure.change(Verb::Change, |measure| write(measure, value)) />
        }
    };
    move || {
        let offered = all.get();
        (!offered.is_empty()).then(|| {
            view! { <div>{offered.into_iter().map(button).collect_view()}</div> }
        })
    }
}
