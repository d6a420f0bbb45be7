//! What a column of counts, of values or of money is about.

use super::wizard::Wizard;
use crate::ui::{
    components::{SelectField, TextField},
    workspace::{use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::{
    import::{Column, KpiTarget, Role},
    plan::{Amount, AmountUnit, CountPart, KpiId, KpiKind, Together},
};

/// Key of the choice that makes a new record.
const NEW: &str = "+";

/// Kinds of values that are offered.
fn amounts() -> [Amount; 7] {
    [
        (AmountUnit::Number, Together::Sum),
        (AmountUnit::Number, Together::Mean),
        (AmountUnit::Number, Together::Last),
        (AmountUnit::Money, Together::Sum),
        (AmountUnit::Money, Together::Mean),
        (AmountUnit::Minutes, Together::Mean),
        (AmountUnit::Percent, Together::Mean),
    ]
    .map(|(unit, together)| Amount { unit, together })
}

/// What a column is once the user takes it for values of a KPI.
pub fn proposed_value(column: &Column) -> Role {
    Role::Value { amount: Amount::default(), kpi: KpiTarget::new(column.title(), &column.question) }
}

/// What is counted.
#[component]
pub fn CountDetail(index: usize, ambiguous: Option<String>) -> impl IntoView {
    let words = &use_texts().import.page;
    let wizard = expect_context::<Wizard>();
    let options = CountPart::ALL.iter().enumerate().map(|(key, part)| (key.to_string(), (words.count_part)(*part).to_owned()));
    let options: Vec<_> = options.collect();
    let value = Signal::derive(move || match wizard.role(index) {
        Some(Role::Count(part)) => CountPart::ALL.iter().position(|one| *one == part).map(|key| key.to_string()),
        _ => None,
    });
    let commit = move |key: String| {
        let part = key.parse::<usize>().ok().and_then(|key| CountPart::ALL.get(key).copied());
        part.into_iter().for_each(|part| wizard.set_role(index, Role::Count(part)));
    };
    view! {
        <SelectField
            label=words.counts_what
            options=Signal::stored(options)
            value=Signal::derive(move || value.get().unwrap_or_default())
            on_commit=commit
        />
        <Ambiguous sample=ambiguous />
    }
}

/// Which KPI the values belong to, and how they are to be understood.
#[component]
pub fn ValueDetail(index: usize, ambiguous: Option<String>) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.import.page;
    let wizard = expect_context::<Wizard>();
    let role = Memo::new(move |_| match wizard.role(index) {
        Some(Role::Value { amount, kpi }) => Some((amount, kpi)),
        _ => None,
    });
    let kpis = workspace.select(move |plan| {
        let kpis = plan.kpis.iter().filter(|kpi| matches!(kpi.kind, KpiKind::Amount(_)));
        let named = kpis.map(|kpi| (kpi.id.to_string(), texts.terms.named(&kpi.title).to_owned()));
        std::iter::once((NEW.to_owned(), words.new_kpi.to_owned())).chain(named).collect::<Vec<_>>()
    });
    let key = Memo::new(move |_| match role.get() {
        Some((_, KpiTarget::Existing(id))) => id.to_string(),
        _ => NEW.to_owned(),
    });
    let is_new = Memo::new(move |_| key.get() == NEW);
    let pick = move |key: String| {
        let known = KpiId::try_from(key.as_str()).ok().and_then(|id| workspace.plan_now().kpis.get(&id).cloned());
        let role = match known.map(|kpi| (kpi.kind.clone(), kpi.id.clone())) {
            Some((KpiKind::Amount(amount), id)) => Role::Value { amount, kpi: KpiTarget::Existing(id) },
            _ => Role::Value { amount: Amount::default(), kpi: KpiTarget::new(words.new_kpi, "") },
        };
        wizard.set_role(index, role);
    };
    let title = Signal::derive(move || match role.get() {
        Some((_, KpiTarget::New { title, .. })) => title,
        _ => String::new(),
    });
    let rename = move |new: String| {
        if let Some((amount, KpiTarget::New { definition, touchpoint, .. })) = role.get_untracked() {
            wizard.set_role(index, Role::Value { amount, kpi: KpiTarget::New { title: new, definition, touchpoint } });
        }
    };
    let options = amounts().iter().enumerate().map(|(key, amount)| (key.to_string(), (words.amount)(amount))).collect::<Vec<_>>();
    let amount_key = Signal::derive(move || {
        let own = role.get().map(|(amount, _)| amount).unwrap_or_default();
        amounts().iter().position(|amount| *amount == own).unwrap_or_default().to_string()
    });
    let pick_amount = move |key: String| {
        let amount = key.parse::<usize>().ok().and_then(|key| amounts().get(key).cloned());
        if let (Some(amount), Some((_, kpi))) = (amount, role.get_untracked()) {
            wizard.set_role(index, Role::Value { amount, kpi });
        }
    };
    view! {
        <SelectField label=words.kpi options=kpis value=key on_commit=pick />
        {move || is_new.get().then(|| view! {
            <TextField label=words.kpi_name value=title on_commit=rename on_input=Callback::new(rename) />
            <SelectField label=words.amount_kind options=Signal::stored(options.clone()) value=amount_key on_commit=pick_amount />
        })}
        <Ambiguous sample=ambiguous />
    }
}

/// What becomes of money.
#[component]
pub fn MoneyDetail(ambiguous: Option<String>) -> impl IntoView {
    let words = &use_texts().import.page;
    view! {
        <p class="field-hint">{words.money_hint}</p>
        <Ambiguous sample=ambiguous />
    }
}

/// Says that a number can be read in two ways.
#[component]
fn Ambiguous(sample: Option<String>) -> impl IntoView {
    let words = &use_texts().import.page;
    sample.map(|sample| view! { <p class="field-hint warning" dir="auto">{(words.ambiguous_number)(&sample)}</p> })
}
