//! The groups that are addressed, taken together.

use super::calculation::{against_new, count_range, money_range};
use crate::ui::{
    components::{HelpHint, NumberField, number_format},
    workspace::{use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::{
    editor::{Label, Noun, Place, Verb},
    finance::win_back_total,
    plan::{Profile, is_amount},
    route::Area,
    texts::format,
};

/// The figures over all groups, and what a new customer costs.
#[component]
pub fn Total() -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.win_back;
    let profile = workspace.select(|plan| Profile::clone(&plan.profile()));
    let total = workspace.select(win_back_total);
    let all = workspace.select(|plan| plan.win_back_groups.len());
    let figure = move |title: &'static str, help: Option<&'static str>, value: Signal<String>, note: Signal<String>| {
        view! {
            <div class="win-back-tile">
                <p class="win-back-tile-title">
                    {title} {help.map(|text| view! { <HelpHint label=title title text /> })}
                </p>
                <p class="win-back-figure">{value}</p>
                <p class="win-back-tile-note">{note}</p>
            </div>
        }
    };
    let expected = Signal::derive(move || money_range(total.get().expected, &profile.get(), texts));
    let counted = Signal::derive(move || (words.total_note)(total.get().groups, all.get()));
    let won = Signal::derive(move || count_range(total.get().won, texts));
    let won_of = Signal::derive(move || (words.won_note)(&format::number(texts.language, total.get().customers, 0)));
    let cost = Signal::derive(move || money_range(total.get().cost, &profile.get(), texts));
    let per_won = Signal::derive(move || {
        let likely = total.get().cost_per_won().likely;
        likely.map_or_else(|| "–".to_owned(), |cost| format::money(texts.language, cost, &profile.get().currency))
    });
    let against = Signal::derive(move || {
        let profile = profile.get();
        let likely = total.get().cost_per_won().likely;
        against_new(likely, profile.new_customer_cost, &profile.currency, texts).unwrap_or_default()
    });
    let set_cost = move |cost: Option<f64>| {
        workspace.edit(Label::new(Verb::Change, Noun::Profile), Place::area(Area::WinBack), |plan| {
            let profile = plan.profile();
            plan.profile.insert(Profile { new_customer_cost: cost, ..Profile::clone(&profile) });
        });
    };
    let per_won_title = words.cost_per_won;
    view! {
        <div class="win-back-tiles">
            {figure(words.expected, Some(words.expected_help), expected, counted)}
            {figure(words.won, None, won, won_of)}
            {figure(words.cost, None, cost, Signal::stored(String::new()))}
            {figure(per_won_title, None, per_won, against)}
            <div class="win-back-tile">
                <NumberField
                    label=words.new_customer_cost
                    value=Signal::derive(move || profile.get().new_customer_cost)
                    format=number_format::writer(texts.language)
                    parse=number_format::reader(texts.language, true, words.amount_error, is_amount)
                    on_commit=set_cost
                    unit=Signal::derive(move || profile.get().currency)
                    hint=Signal::stored(words.new_customer_hint.to_owned())
                />
            </div>
        </div>
    }
}
