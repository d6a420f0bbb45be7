//! How a group's figures come about.

use super::Group;
use crate::ui::workspace::{use_texts, use_workspace};
use leptos::prelude::*;
use reiseplan::{
    finance::{Range, WinBackCase, win_back_case, win_back_rate},
    plan::{Profile, WinBackGroup},
    texts::{Texts, format},
};

/// A line of the calculation: what, and how.
type Line = (String, String);

fn range(texts: &Texts, range: Range<f64>, write: impl Fn(f64) -> String) -> String {
    (texts.win_back.range)(&write(range.low), &write(range.high))
}

fn lines(group: &WinBackGroup, case: &WinBackCase, profile: &Profile, texts: &Texts) -> Vec<Line> {
    let words = &texts.win_back;
    let money = |value: f64| format::money(texts.language, value, &profile.currency);
    let number = |value: f64, decimals| format::number(texts.language, value, decimals);
    let whole = |value: f64| number(value, 0);
    let years = group.stay_years.unwrap_or_else(|| f64::from(profile.horizon_years));
    let years = number(years, usize::from(years.fract() != 0.0));
    let rate = win_back_rate(group).map(|rate| rate.likely).unwrap_or_default();
    let percent = |share: f64| format::percent(texts.language, share, usize::from((share * 100.0).fract().abs() > 1e-9));
    // What is multiplied on shows its fractions: who reckons on must come to the same sum.
    let is_whole = |value: f64| (value - value.round()).abs() < 0.005;
    let factor = |value: f64| match is_whole(value) {
        true => money(value),
        false => format::exact_money(texts.language, value, &profile.currency),
    };
    let won = number(case.won.likely, if is_whole(case.won.likely) { 0 } else { 2 });
    let cost = money(case.cost.likely);
    let contact = factor(group.contact_cost.unwrap_or_default());
    let incentive = factor(group.incentive_cost.unwrap_or_default());
    let value = factor(case.value_of_one);
    let line = |what: &str, how: String| (what.to_owned(), how);
    vec![
        line(
            words.value_title,
            (words.value_of_one)(&factor(group.margin.unwrap_or_default()), &years, &percent(profile.discount_rate), &value),
        ),
        line(words.won, (words.won_line)(&whole(case.customers), &percent(rate), &won)),
        line(words.cost, (words.cost_line)(&whole(case.customers), &contact, &won, &incentive, &cost)),
        line(words.expected, (words.expected_line)(&won, &value, &cost, &money(case.expected.likely))),
        line(words.cost_per_won, case.cost_per_won.likely.map_or_else(|| words.nobody.to_owned(), money)),
        line(
            words.break_even,
            match case.break_even {
                Some(share) => (words.break_even_line)(&format::percent(texts.language, share, 1)),
                None => words.no_break_even.to_owned(),
            },
        ),
    ]
}

/// What winning back costs beside a new customer, in words; none where that isn't known.
pub fn against_new(cost_per_won: Option<f64>, new: Option<f64>, currency: &str, texts: &Texts) -> Option<String> {
    let difference = new? - cost_per_won?;
    let amount = format::money(texts.language, difference.abs(), currency);
    let words = &texts.win_back;
    Some(if difference >= 0.0 { (words.cheaper)(&amount) } else { (words.dearer)(&amount) })
}

/// A range of money in words.
pub fn money_range(value: Range<f64>, profile: &Profile, texts: &Texts) -> String {
    range(texts, value, |value| format::short_money(texts.language, value, &profile.currency))
}

/// A range of whole numbers in words.
pub fn count_range(value: Range<f64>, texts: &Texts) -> String {
    range(texts, value, |value| format::number(texts.language, value, 0))
}

/// The verdict, the figures, and how they come about.
#[component]
pub fn Calculation(group: Group) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.win_back;
    let profile = workspace.select(|plan| Profile::clone(&plan.profile()));
    let shown = move || {
        let profile = profile.get();
        let found = group.get(|group| Some((group.clone(), win_back_case(group, &profile))));
        match found? {
            (_, Err(missing)) => Some(view! { <p class="win-back-missing">{(words.missing)(&missing)}</p> }.into_any()),
            (group, Ok(case)) => {
                let verdict = case.verdict();
                let lines = lines(&group, &case, &profile, texts)
                    .into_iter()
                    .map(|(what, how)| view! { <dt>{what}</dt> <dd>{how}</dd> })
                    .collect_view();
                Some(
                    view! {
                        <p class="win-back-verdict" data-verdict=format!("{verdict:?}")>{(words.verdict_text)(verdict)}</p>
                        <p class="win-back-figure">{money_range(case.expected, &profile, texts)}</p>
                        <p class="secondary">
                            {words.expected}
                            {against_new(case.cost_per_won.likely, group.new_customer_cost.or(profile.new_customer_cost), &profile.currency, texts).map(|words| format!(" · {words}"))}
                        </p>
                        <dl class="win-back-lines">{lines}</dl>
                        <p class="field-hint">{words.source}</p>
                    }
                    .into_any(),
                )
            }
        }
    };
    view! {
        <div class="panel-section">
            <h3 class="panel-heading">{words.calculation}</h3>
            {shown}
        </div>
    }
}
