//! Fields for days, amounts and points of a measure.

use super::contradiction_word;
use crate::ui::{
    areas::measures::MeasureHandle,
    components::{DateField, NumberField},
    workspace::use_texts,
};
use leptos::prelude::*;
use reiseplan::{
    editor::Verb,
    finance::{Contradiction, MeasureFault, own_contradictions},
    plan::{Day, Measure},
    sheet::{read_amount, read_whole},
    texts::{Texts, format},
};

/// A day of a measure, with what contradicts itself about it.
#[component]
pub fn DayField(
    measure: MeasureHandle,
    #[prop(into)] label: Signal<String>,
    read: fn(&Measure) -> Option<Day>,
    write: fn(&mut Measure, Option<Day>),
    wrong: fn(&Measure, &Contradiction) -> bool,
    #[prop(optional, into)] hint: Option<Signal<String>>,
) -> impl IntoView {
    let texts = use_texts();
    let id = measure.id();
    let error = measure.workspace.select(move |plan| {
        let measure = plan.measures.get(&id)?;
        let found = own_contradictions(measure).into_iter().find(|found| wrong(measure, found))?;
        Some(contradiction_word(plan, measure, &found, texts))
    });
    let value = measure.signal(move |measure| read(measure).map(|day| day.to_string()).unwrap_or_default());
    let change = move |day: String| measure.change(Verb::Change, |measure| write(measure, Day::parse(&day)));
    match hint {
        Some(hint) => view! { <DateField label value hint error on_commit=change /> }.into_any(),
        None => view! { <DateField label value error on_commit=change /> }.into_any(),
    }
}

fn is_of(day: Option<Day>, found: &Contradiction) -> bool {
    matches!(found, Contradiction::Implausible { day: own } if Some(*own) == day)
}

/// Whether a contradiction is told at a measure's start.
pub fn is_about_start(measure: &Measure, found: &Contradiction) -> bool {
    is_of(measure.start, found)
}

/// Whether a contradiction is told at a measure's end.
pub fn is_about_end(measure: &Measure, found: &Contradiction) -> bool {
    matches!(found, Contradiction::EndBeforeStart | Contradiction::TooLong) || is_of(measure.end, found)
}

/// Whether a contradiction is told at the start of a measure's benefit.
pub fn is_about_benefit(measure: &Measure, found: &Contradiction) -> bool {
    matches!(found, Contradiction::BenefitBeforeStart) || is_of(measure.benefit_start, found)
}

/// Writes a number for editing with as few decimals as it needs.
pub fn writer(texts: &'static Texts) -> Callback<f64, String> {
    Callback::new(move |value: f64| {
        let decimals = (0..3).find(|decimals| {
            let scale = 10_f64.powi(*decimals);
            ((value * scale).round() / scale - value).abs() < 1e-9
        });
        format::number(texts.language, value, decimals.unwrap_or(3) as usize)
    })
}

/// What a number must be.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Want {
    /// 0 to what a plan holds.
    Amount,
    /// 0 to 100.
    Percent,
    /// A whole number of this range.
    Whole(u8, u8, MeasureFault),
}

/// Reads such a number, or tells what is wrong.
pub fn reader(want: Want, texts: &'static Texts) -> Callback<String, Result<Option<f64>, String>> {
    Callback::new(move |text: String| {
        let read = match want {
            Want::Amount => read_amount(&text, texts),
            Want::Percent => read_amount(&text, texts).and_then(|value| match value {
                Some(value) if value > 100.0 => Err(MeasureFault::NotPercent),
                value => Ok(value),
            }),
            Want::Whole(low, high, fault) => read_whole(&text, low, high, fault, texts).map(|value| value.map(f64::from)),
        };
        read.map_err(|fault| (texts.measures.fault)(fault, text.trim()))
    })
}

/// A number of a measure.
#[component]
pub fn MeasureNumber(
    measure: MeasureHandle,
    #[prop(into)] label: Signal<String>,
    want: Want,
    read: fn(&Measure) -> Option<f64>,
    write: fn(&mut Measure, Option<f64>),
    #[prop(optional, into)] unit: Option<Signal<String>>,
    #[prop(optional, into)] hint: Option<Signal<String>>,
) -> impl IntoView {
    let texts = use_texts();
    let value = measure.signal(read);
    let change = move |value: Option<f64>| measure.change(Verb::Change, |measure| write(measure, value));
    let (format, parse) = (writer(texts), reader(want, texts));
    let unit = unit.unwrap_or_default();
    match hint {
        Some(hint) => view! { <NumberField label value unit hint format parse on_commit=change placeholder="–" /> }.into_any(),
        None => view! { <NumberField label value unit format parse on_commit=change placeholder="–" /> }.into_any(),
    }
}
