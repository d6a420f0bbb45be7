//! What the plan is about, and the terms in which its money is counted.

use super::section::{Part, Section};
use crate::ui::{
    components::{NumberField, SelectField, TextArea, TextField, number_format},
    workspace::{Workspace, use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::{
    editor::{Label, Noun, Place, Verb},
    finance::amounts_in,
    plan::{Profile, is_amount},
    route::Area,
};

/// Currencies that are offered; any other can be typed.
const CURRENCIES: [&str; 16] =
    ["EUR", "CHF", "USD", "GBP", "DKK", "SEK", "NOK", "PLN", "CZK", "HUF", "RON", "TRY", "JPY", "CNY", "CAD", "AUD"];

/// Key of the choice that lets a currency be typed.
const OTHER: &str = "other";

fn change(workspace: Workspace, change: impl FnOnce(&mut Profile)) {
    workspace.edit(Label::new(Verb::Change, Noun::Profile), Place::area(Area::Settings), |plan| {
        let id = plan.profile().id.clone();
        plan.profile.update(&id, change);
    });
}

/// The section.
#[component]
pub fn PlanSection() -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let settings = &texts.settings;
    let text = move |read: fn(&Profile) -> &str| workspace.select(move |plan| read(&plan.profile()).to_owned());
    let rate = workspace.select(|plan| Some(plan.profile().discount_rate * 100.0));
    let horizon = workspace.select(|plan| Some(f64::from(plan.profile().horizon_years)));
    let budget = workspace.select(|plan| plan.profile().budget);
    let day_rate = workspace.select(|plan| plan.profile().day_rate);
    let weight = workspace.select(|plan| Some(plan.profile().customer_weight * 100.0));
    let minimum = workspace.select(|plan| Some(f64::from(plan.profile().segment_minimum)));
    let currency = text(|profile| &profile.currency);
    let language = texts.language;
    let write = number_format::writer(language);
    let set_rate = move |rate: Option<f64>| {
        change(workspace, |profile| profile.discount_rate = rate.map_or(profile.discount_rate, |rate| rate / 100.0));
    };
    let set_horizon = move |years: Option<f64>| {
        // What can be typed is a whole number up to 30.
        change(workspace, |profile| profile.horizon_years = years.map_or(profile.horizon_years, |years| years as u8));
    };
    let set_weight = move |weight: Option<f64>| {
        change(workspace, |profile| profile.customer_weight = weight.map_or(profile.customer_weight, |weight| weight / 100.0));
    };
    let set_minimum = move |count: Option<f64>| {
        change(workspace, |profile| profile.segment_minimum = count.map_or(profile.segment_minimum, |count| count as u32));
    };
    view! {
        <Section part=Part::Plan>
            <div class="field-stack settings-profile">
                <TextField
                    label=settings.plan_title
                    value=text(|profile| &profile.title)
                    on_commit=move |text: String| change(workspace, |profile| profile.title = text)
                />
                <div class="field-row">
                    <TextField
                        label=settings.organisation
                        value=text(|profile| &profile.organisation)
                        on_commit=move |text: String| change(workspace, |profile| profile.organisation = text)
                    />
                    <TextField
                        label=settings.industry
                        value=text(|profile| &profile.industry)
                        on_commit=move |text: String| change(workspace, |profile| profile.industry = text)
                    />
                </div>
                <div class="field-row">
                    <NumberField
                        label=settings.budget
                        value=budget
                        unit=currency
                        hint=settings.budget_hint
                        format=write
                        parse=number_format::reader(language, true, settings.amount_error, is_amount)
                        on_commit=move |budget| change(workspace, |profile| profile.budget = budget)
                    />
                    <CurrencyField currency />
                </div>
                <div class="field-row">
                    <NumberField
                        label=settings.discount_rate
                        value=rate
                        unit=settings.discount_rate_unit
                        hint=settings.discount_rate_hint
                        format=write
                        parse=number_format::reader(language, false, settings.discount_rate_error, |rate| (0.0..=100.0).contains(&rate))
                        on_commit=set_rate
                    />
                    <NumberField
                        label=settings.horizon
                        value=horizon
                        unit=settings.horizon_unit
                        hint=settings.horizon_hint
                        format=write
                        parse=number_format::reader(
                            language,
                            false,
                            settings.horizon_error,
                            is_whole_up_to::<30>,
                        )
                        on_commit=set_horizon
                    />
                </div>
                <div class="field-row">
                    <NumberField
                        label=settings.day_rate
                        value=day_rate
                        unit=currency
                        hint=settings.day_rate_hint
                        format=write
                        parse=number_format::reader(language, true, settings.amount_error, is_amount)
                        on_commit=move |rate| change(workspace, |profile| profile.day_rate = rate)
                    />
                    <NumberField
                        label=settings.customer_weight
                        value=weight
                        unit="%"
                        hint=settings.customer_weight_hint
                        format=write
                        parse=number_format::reader(language, false, settings.customer_weight_error, |weight| (0.0..=100.0).contains(&weight))
                        on_commit=set_weight
                    />
                    <NumberField
                        label=settings.segment_minimum
                        value=minimum
                        unit=settings.segment_minimum_unit
                        hint=settings.segment_minimum_hint
                        format=write
                        parse=number_format::reader(
                            language,
                            false,
                            settings.segment_minimum_error,
                            is_whole_up_to::<1000>,
                        )
                        on_commit=set_minimum
                    />
                </div>
                <TextArea
                    label=settings.notes
                    value=text(|profile| &profile.notes)
                    on_commit=move |text: String| change(workspace, |profile| profile.notes = text)
                />
            </div>
        </Section>
    }
}

/// Whether it is a whole number from 1 up to another.
fn is_whole_up_to<const MOST: u32>(number: f64) -> bool {
    (1.0..=f64::from(MOST)).contains(&number) && number.fract() == 0.0
}

/// A list of currencies, and a field for the code of any other.
#[component]
fn CurrencyField(currency: Memo<String>) -> impl IntoView {
    let workspace = use_workspace();
    let settings = &use_texts().settings;
    let types = RwSignal::new(false);
    let error = RwSignal::new(None::<String>);
    let options = Signal::derive(move || {
        let own = currency.get();
        let rare = (!CURRENCIES.contains(&own.as_str())).then_some(own);
        let named =
            |code: &str| (settings.currency_name)(code).map_or_else(|| code.to_owned(), |name| format!("{name} ({code})"));
        let common = CURRENCIES.into_iter().map(|code| (code.to_owned(), named(code)));
        let other = (OTHER.to_owned(), settings.currency_other.to_owned());
        common.chain(rare.map(|code| (code.clone(), code))).chain([other]).collect::<Vec<_>>()
    });
    let value = Signal::derive(move || if types.get() { OTHER.to_owned() } else { currency.get() });
    let set = move |code: String| {
        error.set(None);
        types.set(false);
        let plan = workspace.plan_now();
        let (before, amounts) = (plan.profile().currency.clone(), amounts_in(&plan));
        change(workspace, |profile| profile.currency.clone_from(&code));
        // Amounts stay as they were written: nobody knows the rate of exchange.
        if amounts > 0 && before != code {
            workspace.tell_undoable((settings.currency_changed)(&code, &before, amounts));
        }
    };
    let pick = move |key: String| if key == OTHER { types.set(true) } else { set(key) };
    let commit = move |typed: String| {
        let code = typed.trim().to_ascii_uppercase();
        match code.len() == 3 && code.bytes().all(|b| b.is_ascii_uppercase()) {
            true => set(code),
            false => error.set(Some(settings.currency_code_error.to_owned())),
        }
    };
    let code_field = move || {
        types.get().then(|| {
            view! {
                <TextField label=settings.currency_code value=String::new() hint=settings.currency_code_hint error on_commit=commit />
            }
        })
    };
    view! {
        <div class="field-stack">
            <SelectField label=settings.currency options value on_commit=pick />
            {code_field}
        </div>
    }
}
