//! The groups as a table.

use super::{
    Group, HOME,
    calculation::{against_new, count_range, money_range},
};
use crate::ui::{
    components::{Column, DataTable},
    workspace::{use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::{
    finance::win_back_case,
    plan::{Profile, TypedId, WinBackGroup, WinBackGroupId},
    route::Area,
    texts::{Texts, format},
};

/// The table.
#[component]
pub fn Groups() -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.win_back;
    let ids = workspace.select(|plan| plan.win_back_groups.ids().cloned().collect::<Vec<WinBackGroupId>>());
    let columns = vec![
        Column::text(words.group),
        Column::text(words.reason),
        Column::number(words.customers),
        Column::number(words.won),
        Column::number(words.cost),
        Column::number(words.expected),
        Column::number(words.cost_per_won),
        Column::text(words.verdict),
    ];
    view! {
        <DataTable caption=(texts.shell.area)(Area::WinBack) caption_hidden=true columns=Signal::stored(columns)>
            <For each=move || ids.get() key=Clone::clone children=|id| view! { <GroupRow id /> } />
        </DataTable>
    }
}

/// What a row says.
#[derive(Clone, Default, PartialEq)]
struct Cells {
    title: String,
    reason: &'static str,
    customers: String,
    won: String,
    cost: String,
    expected: String,
    cost_per_won: String,
    against_new: Option<String>,
    verdict: String,
    verdict_key: String,
}

fn cells(group: &WinBackGroup, profile: &Profile, texts: &Texts) -> Cells {
    let words = &texts.win_back;
    let money = |value: f64| format::money(texts.language, value, &profile.currency);
    let known = Cells {
        title: texts.terms.named(&group.title).to_owned(),
        reason: (words.reason_name)(group.reason),
        customers: group.customers.map(|count| format::count(texts.language, u64::from(count))).unwrap_or_default(),
        ..Cells::default()
    };
    match win_back_case(group, profile) {
        Err(missing) => Cells { verdict: (words.missing)(&missing), verdict_key: "missing".to_owned(), ..known },
        Ok(case) => Cells {
            won: count_range(case.won, texts),
            cost: format::short_money(texts.language, case.cost.likely, &profile.currency),
            expected: money_range(case.expected, profile, texts),
            cost_per_won: case.cost_per_won.likely.map_or_else(|| "–".to_owned(), money),
            against_new: against_new(
                case.cost_per_won.likely,
                group.new_customer_cost.or(profile.new_customer_cost),
                &profile.currency,
                texts,
            ),
            verdict: if group.left_out { words.is_left_out.to_owned() } else { (words.verdict_name)(case.verdict()).to_owned() },
            verdict_key: if group.left_out { "left-out".to_owned() } else { format!("{:?}", case.verdict()) },
            ..known
        },
    }
}

#[component]
fn GroupRow(id: WinBackGroupId) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let group = Group::new(HOME, id.clone());
    let profile = workspace.select(|plan| Profile::clone(&plan.profile()));
    let cells = Memo::new(move |_| group.get(|group| cells(group, &profile.get(), texts)));
    let href = workspace.link(Area::WinBack, Some(id.as_id()));
    let own = id.as_id().clone();
    let is_shown = move || workspace.is_at(&own);
    let left_out = group.signal(|group| group.left_out);
    let text = move |read: fn(&Cells) -> String| move || cells.with(read);
    view! {
        <tr
            data-item=id.to_string()
            aria-current=move || is_shown().then_some("true")
            data-left-out=move || left_out.get().then_some("")
        >
            <th scope="row"><a href=href dir="auto">{text(|cells| cells.title.clone())}</a></th>
            <td>{text(|cells| cells.reason.to_owned())}</td>
            <td class="num">{text(|cells| cells.customers.clone())}</td>
            <td class="num">{text(|cells| cells.won.clone())}</td>
            <td class="num">{text(|cells| cells.cost.clone())}</td>
            <td class="num"><b>{text(|cells| cells.expected.clone())}</b></td>
            <td class="num">
                {text(|cells| cells.cost_per_won.clone())}
                {move || cells.with(|cells| cells.against_new.clone()).map(|words| view! { <span class="win-back-note">{words}</span> })}
            </td>
            <td class="win-back-verdict" data-verdict=text(|cells| cells.verdict_key.clone())>
                {text(|cells| cells.verdict.clone())}
            </td>
        </tr>
    }
}
