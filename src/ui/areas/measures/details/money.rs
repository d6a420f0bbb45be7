//! What a measure costs and brings, and what it is worth.

use super::{
    derived::Derived,
    fields::{DayField, MeasureNumber, Want, is_about_benefit},
};
use crate::ui::{
    areas::measures::MeasureHandle,
    components::{Segmented, TextArea},
    workspace::use_texts,
};
use leptos::prelude::*;
use reiseplan::{
    editor::Verb,
    finance::{MeasureColumn, MeasureFault, benefit_is_ordered},
};

/// A whole number as fields hold it.
fn whole(value: Option<f64>) -> Option<u8> {
    // What the field lets through is a whole number of its range.
    value.map(|value| value as u8)
}

/// Value for customers and for the company, and effort.
#[component]
pub fn Worth(measure: MeasureHandle) -> impl IntoView {
    let words = &use_texts().measures;
    let points = Want::Whole(0, 100, MeasureFault::NotPoints);
    view! {
        <div class="measure-pair">
            <MeasureNumber
                measure
                label=words.customer_value
                want=points
                unit="/ 100"
                read=|measure| measure.customer_value.map(f64::from)
                write=|measure, value| measure.customer_value = whole(value)
            />
            <MeasureNumber
                measure
                label=words.business_value
                want=points
                unit="/ 100"
                read=|measure| measure.business_value.map(f64::from)
                write=|measure, value| measure.business_value = whole(value)
            />
        </div>
        <div class="measure-pair">
            <MeasureNumber
                measure
                label=words.effort
                want=Want::Whole(1, 5, MeasureFault::NotAnEffort)
                unit="/ 5"
                hint=words.effort_hint
                read=|measure| measure.effort.map(f64::from)
                write=|measure, value| measure.effort = whole(value)
            />
            <MeasureNumber
                measure
                label=words.person_days
                want=Want::Amount
                read=|measure| measure.person_days
                write=|measure, value| measure.person_days = value
            />
        </div>
    }
}

/// Cost, and benefit as it is entered or derived.
#[component]
pub fn Money(measure: MeasureHandle) -> impl IntoView {
    let texts = use_texts();
    let words = &texts.measures;
    let unit = Signal::from(measure.workspace.select(|plan| plan.profile().currency.clone()));
    let is_derived = measure.signal(|measure| measure.benefit_derivation.is_some());
    let options = [("entered", words.benefit_entered), ("derived", words.benefit_derived)];
    let options: Vec<(String, String)> = options.iter().map(|(key, words)| ((*key).to_owned(), (*words).to_owned())).collect();
    let pick = move |key: String| {
        measure.change(Verb::Change, |measure| {
            measure.benefit_derivation = (key == "derived").then(|| measure.benefit_derivation.take().unwrap_or_default());
        });
    };
    view! {
        <div class="measure-pair">
            <MeasureNumber
                measure
                label=(words.column)(MeasureColumn::OneOffCost)
                want=Want::Amount
                unit
                read=|measure| measure.one_off_cost
                write=|measure, value| measure.one_off_cost = value
            />
            <MeasureNumber
                measure
                label=(words.column)(MeasureColumn::MonthlyCost)
                want=Want::Amount
                unit
                read=|measure| measure.monthly_cost
                write=|measure, value| measure.monthly_cost = value
            />
        </div>
        <div class="measure-benefit-by">
            <span class="field-label" aria-hidden="true">{words.benefit_by}</span>
            <Segmented
                label=words.benefit_by
                options=Signal::stored(options)
                value=Signal::derive(move || if is_derived.get() { "derived" } else { "entered" }.to_owned())
                on_pick=pick
            />
        </div>
        {move || match is_derived.get() {
            true => view! { <Derived measure unit /> }.into_any(),
            false => view! { <Entered measure unit /> }.into_any(),
        }}
        <DayField
            measure
            label=words.benefit_start
            hint=words.benefit_start_hint
            read=|measure| measure.benefit_start
            write=|measure, day| measure.benefit_start = day
            wrong=is_about_benefit
        />
        <TextArea
            label=words.benefit_reasoning
            rows=2
            value=measure.signal(|measure| measure.benefit_reasoning.clone())
            on_commit=move |text: String| measure.change(Verb::Change, |measure| measure.benefit_reasoning = text)
        />
    }
}

#[component]
fn Entered(measure: MeasureHandle, unit: Signal<String>) -> impl IntoView {
    let words = &use_texts().measures;
    let disordered = measure.signal(|measure| !benefit_is_ordered(measure));
    view! {
        <div class="measure-three">
            <MeasureNumber
                measure
                label=words.benefit_low
                want=Want::Amount
                read=|measure| measure.benefit_low
                write=|measure, value| measure.benefit_low = value
            />
            <MeasureNumber
                measure
                label=words.benefit_likely
                want=Want::Amount
                read=|measure| measure.benefit_likely
                write=|measure, value| measure.benefit_likely = value
            />
            <MeasureNumber
                measure
                label=words.benefit_high
                want=Want::Amount
                unit
                read=|measure| measure.benefit_high
                write=|measure, value| measure.benefit_high = value
            />
        </div>
        {move || disordered.get().then(|| view! { <p class="field-error" role="alert">{words.benefit_disordered}</p> })}
    }
}
