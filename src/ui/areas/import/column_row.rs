//! A column of the file: what it is called, what stands in it, what it is taken for and why.

use super::{
    fault::Fault,
    score_detail::{ScoreDetail, proposed_score},
    segment_detail::{DimensionDetail, proposed_dimension},
    value_detail::{CountDetail, MoneyDetail, ValueDetail, proposed_value},
    wizard::Wizard,
};
use crate::ui::{
    components::{Pill, SelectField, icons},
    workspace::{use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::{
    import::{Column, DateOrder, GuessReason, GuessedRole, Role},
    texts::{format, import::ImportPage},
};

/// The kind of a role, as the choice has it.
fn key(role: &Role) -> &'static str {
    match role {
        Role::Date(_) => "date",
        Role::Score { .. } => "score",
        Role::Count(_) => "count",
        Role::Value { .. } => "value",
        Role::Money => "money",
        Role::Segment(_) => "segment",
        Role::Comment => "comment",
        Role::LeavingReason => "leaving",
        Role::RespondentId => "id",
        Role::Ignore => "ignore",
    }
}

/// What a role is called.
fn role_name(key: &str, words: &ImportPage) -> &'static str {
    match key {
        "date" => words.role_date,
        "score" => words.role_score,
        "count" => words.role_count,
        "value" => words.role_value,
        "money" => words.role_money,
        "segment" => words.role_segment,
        "comment" => words.role_comment,
        "leaving" => words.role_leaving,
        "id" => words.role_id,
        _ => words.role_ignore,
    }
}

/// The kind of a role that was guessed.
fn guessed_key(role: &GuessedRole) -> &'static str {
    match role {
        GuessedRole::Date(_) => "date",
        GuessedRole::Score(_) => "score",
        GuessedRole::Count(_) => "count",
        GuessedRole::Value(_) => "value",
        GuessedRole::Money => "money",
        GuessedRole::Segment => "segment",
        GuessedRole::LeavingReason => "leaving",
        GuessedRole::RespondentId => "id",
        GuessedRole::Ignore => "ignore",
    }
}

/// A column: what it is called, what stands in it, what it is taken for and why.
#[component]
pub fn ColumnRow(column: Column, index: usize) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.import.page;
    let wizard = expect_context::<Wizard>();
    let header = if column.header.trim().is_empty() { (words.column_no)(index + 1) } else { column.header.clone() };
    let role = Memo::new(move |_| wizard.role(index));
    let kind = Memo::new(move |_| role.with(|role| role.as_ref().map_or("ignore", key)));
    let fault = Memo::new(move |_| {
        wizard.mapping.with(|mapping| {
            let role = &mapping.columns.get(index)?.role;
            Fault::of(mapping).filter(|fault| fault.concerns(role, mapping)).map(|fault| fault.text(texts).to_owned())
        })
    });
    let options = ["date", "score", "count", "value", "money", "segment", "leaving", "comment", "id", "ignore"]
        .map(|key| (key.to_owned(), role_name(key, words).to_owned()))
        .to_vec();

    let (title, order) = (column.title().to_owned(), column.date.map(|date| date.order));
    let described = column.clone();
    let choose = move |key: String| {
        let role = match key.as_str() {
            "date" => Role::Date(order.unwrap_or(DateOrder::DayFirst)),
            "score" => proposed_score(workspace, wizard, &described),
            "count" => Role::Count(wizard.free_part()),
            "value" => proposed_value(&described),
            "money" => Role::Money,
            "segment" => Role::Segment(proposed_dimension(workspace, &title)),
            "comment" => Role::Comment,
            "leaving" => Role::LeavingReason,
            "id" => Role::RespondentId,
            _ => Role::Ignore,
        };
        wizard.set_role(index, role);
    };
    let personal = column.guess.reason == GuessReason::PersonalData;
    let reason = (texts.import.guess_reason)(column.guess.reason);
    let suggestion = match &column.guess.role {
        GuessedRole::Ignore => reason.to_owned(),
        role => (words.guessed)(role_name(guessed_key(role), words), reason),
    };
    let is_ambiguous = column.date.is_some_and(|date| date.ambiguous);
    let samples = column.samples.iter().take(3).map(|sample| view! { <li dir="auto">{sample.clone()}</li> }).collect_view();
    let question = (!column.question.is_empty() && column.question != column.header).then(|| column.question.clone());
    let name = column.title().to_owned();
    let asked = question.as_ref().map_or_else(|| column.header.clone(), |question| format!("{} {question}", column.header));
    // A date that shows which order is meant.
    let telling = column.samples.iter().find(|sample| DateOrder::DayFirst.read(sample) != DateOrder::MonthFirst.read(sample));
    // Where no date of the samples can be read in another way, the order is of no matter.
    let has_order = column.date.is_none_or(|date| date.ambiguous) || telling.is_some();
    let first = telling.or(column.samples.first()).cloned().unwrap_or_default();
    // A number that can be read in two ways.
    let ambiguous = column.number.filter(|number| number.ambiguous).and(column.samples.first().cloned());
    let details = move || match kind.get() {
        "date" if has_order => view! { <DateDetail index ambiguous=is_ambiguous sample=first.clone() /> }.into_any(),
        "score" => view! { <ScoreDetail index question=asked.clone() /> }.into_any(),
        "count" => view! { <CountDetail index ambiguous=ambiguous.clone() /> }.into_any(),
        "value" => view! { <ValueDetail index ambiguous=ambiguous.clone() /> }.into_any(),
        "money" => view! { <MoneyDetail ambiguous=ambiguous.clone() /> }.into_any(),
        "segment" => view! { <DimensionDetail index personal title=name.clone() /> }.into_any(),
        "comment" => view! { <p class="field-hint">{words.role_comment_hint}</p> }.into_any(),
        "leaving" => view! { <LeavingDetail personal /> }.into_any(),
        "id" => view! { <p class="field-hint">{words.role_id_hint}</p> }.into_any(),
        _ => ().into_any(),
    };
    view! {
        <tr class="import-column" class:import-column-ignored=move || kind.get() == "ignore">
            <th scope="row">
                <span dir="auto">{header.clone()}</span>
                {question.map(|question| view! { <span class="import-question" dir="auto">{question}</span> })}
            </th>
            <td><ul class="import-samples" role="list">{samples}</ul></td>
            <td><div class="import-role">
                <SelectField
                    label=(words.role_of)(&header)
                    label_hidden=true
                    options=Signal::stored(options)
                    value=Signal::derive(move || kind.get().to_owned())
                    on_commit=choose
                    error=fault
                />
                {details}
                </div>
            </td>
            <td class="import-reason">
                <span class="import-reason-title" aria-hidden="true">{words.reason}": "</span>
                {if personal {
                    view! { <Pill label=words.personal warning=true icon=icons::LuUser /> }.into_any()
                } else {
                    suggestion.into_any()
                }}
            </td>
        </tr>
    }
}

/// What becomes of reasons for leaving.
#[component]
fn LeavingDetail(personal: bool) -> impl IntoView {
    let words = &use_texts().import.page;
    view! {
        <p class="field-hint">{words.leaving_hint}</p>
        {personal.then(|| view! { <p class="field-hint warning">{words.personal_warning}</p> })}
    }
}

/// In which order the dates are written.
#[component]
fn DateDetail(index: usize, ambiguous: bool, sample: String) -> impl IntoView {
    let texts = use_texts();
    let words = &texts.import.page;
    let wizard = expect_context::<Wizard>();
    let orders = [("y", DateOrder::YearFirst), ("d", DateOrder::DayFirst), ("m", DateOrder::MonthFirst)];
    let options = orders.map(|(key, order)| (key.to_owned(), (texts.import.date_order)(order).to_owned())).to_vec();
    let value = Signal::derive(move || {
        let Some(Role::Date(now)) = wizard.role(index) else { return String::new() };
        orders.iter().find(|(_, order)| *order == now).map(|(key, _)| (*key).to_owned()).unwrap_or_default()
    });
    let commit = move |key: String| {
        if let Some((_, order)) = orders.iter().find(|(own, _)| *own == key) {
            wizard.set_role(index, Role::Date(*order));
        }
    };
    let read = move || {
        let Some(Role::Date(order)) = wizard.role(index) else { return String::new() };
        match order.read(&sample) {
            Some(day) => (words.date_read)(&sample, &format::day(texts.language, day)),
            None => (words.date_unread)(&sample),
        }
    };
    view! {
        <SelectField label=words.date_order options=Signal::stored(options) value on_commit=commit />
        {ambiguous.then(|| view! { <p class="field-hint warning">{words.ambiguous_date}</p> })}
        <p class="field-hint" dir="auto">{read}</p>
    }
}
