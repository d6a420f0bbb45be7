//! Fields of numbers of a group.

use super::Group;
use crate::ui::{
    components::{NumberField, number_format},
    workspace::{use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::{
    editor::Verb,
    plan::{MAX_STAY_YEARS, WinBackGroup, is_amount},
    texts::format,
};

/// Reads a number of the group.
type Read = fn(&WinBackGroup) -> Option<f64>;
/// Puts a number into the group.
type Write = fn(&mut WinBackGroup, Option<f64>);

#[component]
fn GroupNumber(
    group: Group,
    label: &'static str,
    #[prop(into)] unit: Signal<String>,
    read: Read,
    write: Write,
    accepts: fn(f64) -> bool,
    error: &'static str,
    #[prop(optional_no_strip)] hint: Option<Signal<String>>,
) -> impl IntoView {
    let language = use_texts().language;
    let commit = move |value: Option<f64>| group.change(Verb::Change, |group| write(group, value));
    let value = group.signal(read);
    let (format, parse) = (number_format::writer(language), number_format::reader(language, true, error, accepts));
    match hint {
        Some(hint) => view! { <NumberField label value format parse on_commit=commit unit hint /> }.into_any(),
        None => view! { <NumberField label value format parse on_commit=commit unit /> }.into_any(),
    }
}

/// Most customers that can be entered: a billion.
const MOST_CUSTOMERS: f64 = 1e9;

/// Most months that can be entered: a hundred years.
const MOST_MONTHS: f64 = 1200.0;

/// Whether a number counts something, up to a most.
fn is_count(value: f64, most: f64) -> bool {
    (0.0..=most).contains(&value) && value.fract() == 0.0
}

/// How many customers the group has, and what one brings.
#[component]
pub fn SizeFields(group: Group) -> impl IntoView {
    let workspace = use_workspace();
    let words = &use_texts().win_back;
    let currency = workspace.select(|plan| plan.profile().currency.clone());
    let months_hint = group.signal(move |group| match group.months_since {
        Some(months) if months > 12 => words.months_long.to_owned(),
        _ => words.months_hint.to_owned(),
    });
    view! {
        <div class="win-back-pair">
            <GroupNumber
                group
                label=words.customers
                unit=""
                read=|group| group.customers.map(f64::from)
                write=|group, value| group.customers = value.map(|value| value as u32)
                accepts=|value| is_count(value, MOST_CUSTOMERS)
                error=words.count_error
                hint=None
            />
            <GroupNumber
                group
                label=words.margin
                unit=currency
                read=|group| group.margin
                write=|group, value| group.margin = value
                accepts=is_amount
                error=words.amount_error
                hint=Some(Signal::stored(words.margin_help.to_owned()))
            />
        </div>
        <GroupNumber
            group
            label=words.months_since
            unit=words.months_unit
            read=|group| group.months_since.map(f64::from)
            write=|group, value| group.months_since = value.map(|value| value as u16)
            accepts=|value| is_count(value, MOST_MONTHS)
            error=words.months_error
            hint=Some(months_hint)
        />
    }
}

/// What addressing and the incentive cost.
#[component]
pub fn CostFields(group: Group) -> impl IntoView {
    let workspace = use_workspace();
    let words = &use_texts().win_back;
    let currency = workspace.select(|plan| plan.profile().currency.clone());
    view! {
        <div class="win-back-pair">
            <GroupNumber
                group
                label=words.contact_cost
                unit=currency
                read=|group| group.contact_cost
                write=|group, value| group.contact_cost = value
                accepts=is_amount
                error=words.amount_error
                hint=None
            />
            <GroupNumber
                group
                label=words.incentive_cost
                unit=currency
                read=|group| group.incentive_cost
                write=|group, value| group.incentive_cost = value
                accepts=is_amount
                error=words.amount_error
                hint=None
            />
        </div>
    }
}

/// What winning a new customer of this kind costs.
#[component]
pub fn NewCustomerField(group: Group) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.win_back;
    let currency = workspace.select(|plan| plan.profile().currency.clone());
    let of_plan = workspace.select(|plan| plan.profile().new_customer_cost);
    let hint = Signal::derive(move || match of_plan.get() {
        Some(cost) => (words.new_customer_of_plan)(&format::money(texts.language, cost, &currency.get())),
        None => words.new_customer_hint.to_owned(),
    });
    view! {
        <GroupNumber
            group
            label=words.new_customer_cost
            unit=currency
            read=|group| group.new_customer_cost
            write=|group, value| group.new_customer_cost = value
            accepts=is_amount
            error=words.amount_error
            hint=Some(hint)
        />
    }
}

/// The shares that come back, and for how long they stay.
#[component]
pub fn RateFields(group: Group) -> impl IntoView {
    let workspace = use_workspace();
    let words = &use_texts().win_back;
    let rate = move |label: &'static str, read: Read, write: Write| {
        view! { <GroupNumber group label unit="%" read write accepts=|value| (0.0..=100.0).contains(&value) error=words.rate_error hint=None /> }
    };
    let disordered = group.signal(|group| !reiseplan::finance::rate_is_ordered(group));
    let horizon = workspace.select(|plan| plan.profile().horizon_years);
    view! {
        <fieldset class="win-back-rates">
            <legend class="field-label">{words.rate}</legend>
            <div class="win-back-three">
                {rate(
                    words.rate_low,
                    |group| group.rate_low.map(in_percent),
                    |group, value| group.rate_low = value.map(of_percent),
                )}
                {rate(
                    words.rate_likely,
                    |group| group.rate_likely.map(in_percent),
                    |group, value| group.rate_likely = value.map(of_percent),
                )}
                {rate(
                    words.rate_high,
                    |group| group.rate_high.map(in_percent),
                    |group, value| group.rate_high = value.map(of_percent),
                )}
            </div>
            <p class="field-hint">{words.rate_hint}</p>
            {move || disordered.get().then(|| view! { <p class="field-error" role="status">{words.rate_disordered}</p> })}
        </fieldset>
        <GroupNumber
            group
            label=words.stay_years
            unit=words.stay_unit
            read=|group| group.stay_years
            write=|group, value| group.stay_years = value
            accepts=|value| (0.0..=MAX_STAY_YEARS).contains(&value)
            error=words.stay_error
            hint=Some(Signal::derive(move || (words.stay_hint)(horizon.get())))
        />
    }
}

/// A share in per cent, without the noise of binary fractions.
fn in_percent(share: f64) -> f64 {
    (share * 1e6).round() / 1e4
}

fn of_percent(percent: f64) -> f64 {
    percent / 100.0
}
