//! A column of the file: what it is called, what stands in it, what it is taken for and why.

use super::{fault::Fault, wizard::Wizard};
use crate::ui::{
    components::{Pill, SelectField, TextField, icons},
    workspace::{Workspace, use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::{
    import::{Column, DateOrder, DimensionTarget, GuessReason, GuessedRole, KpiTarget, Role},
    plan::{DimensionId, KpiId, KpiKind},
    texts::{ImportPage, format},
};

/// Key of the choice that makes a new record.
const NEW: &str = "+";

/// The kind of a role, as the choice has it.
fn key(role: &Role) -> &'static str {
    match role {
        Role::Date(_) => "date",
        Role::Score { .. } => "score",
        Role::Segment(_) => "segment",
        Role::RespondentId => "id",
        Role::Ignore => "ignore",
    }
}

/// What a role is called.
fn role_name(key: &str, words: &ImportPage) -> &'static str {
    match key {
        "date" => words.role_date,
        "score" => words.role_score,
        "segment" => words.role_segment,
        "id" => words.role_id,
        _ => words.role_ignore,
    }
}

/// The kind of a role that was guessed.
fn guessed_key(role: &GuessedRole) -> &'static str {
    match role {
        GuessedRole::Date(_) => "date",
        GuessedRole::Score(_) => "score",
        GuessedRole::Segment => "segment",
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
    let options =
        ["date", "score", "segment", "id", "ignore"].map(|key| (key.to_owned(), role_name(key, words).to_owned())).to_vec();

    let (title, question, order) = (column.title().to_owned(), column.question.clone(), column.date.map(|date| date.order));
    let choose = move |key: String| {
        let role = match key.as_str() {
            "date" => Role::Date(order.unwrap_or(DateOrder::DayFirst)),
            "score" => Role::Score { kind: KpiKind::Nps, kpi: proposed_kpi(workspace, wizard, index, &title, &question) },
            "segment" => Role::Segment(proposed_dimension(workspace, &title)),
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
    let ask_order = column.date.is_none_or(|date| date.ambiguous);
    let samples = column.samples.iter().take(3).map(|sample| view! { <li dir="auto">{sample.clone()}</li> }).collect_view();
    let question = (!column.question.is_empty() && column.question != column.header).then(|| column.question.clone());
    let name = column.title().to_owned();
    // A date that shows which order is meant.
    let telling = column.samples.iter().find(|sample| DateOrder::DayFirst.read(sample) != DateOrder::MonthFirst.read(sample));
    let first = telling.or(column.samples.first()).cloned().unwrap_or_default();
    let details = move || match kind.get() {
        "date" if ask_order => view! { <DateDetail index ambiguous=column.date.is_some() sample=first.clone() /> }.into_any(),
        "score" => view! { <KpiDetail index /> }.into_any(),
        "segment" => view! { <DimensionDetail index personal title=name.clone() /> }.into_any(),
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
                {if personal {
                    view! { <Pill label=words.personal warning=true icon=icons::LuUser /> }.into_any()
                } else {
                    suggestion.into_any()
                }}
            </td>
        </tr>
    }
}

/// Whether two names are one but for case and blanks around them.
fn same_name(a: &str, b: &str) -> bool {
    a.trim().to_lowercase() == b.trim().to_lowercase()
}

/// The KPI that a column most likely belongs to once the user takes it for a score.
fn proposed_kpi(workspace: Workspace, wizard: Wizard, index: usize, title: &str, question: &str) -> KpiTarget {
    let is_score = |(other, role): (usize, &Role)| other != index && matches!(role, Role::Score { .. });
    let several =
        wizard.mapping.with_untracked(|mapping| mapping.columns.iter().map(|column| &column.role).enumerate().any(is_score));
    let title = if several { title } else { workspace.texts().import.nps_title };
    let plan = workspace.plan_now();
    match plan.kpis.iter().find(|kpi| kpi.kind == KpiKind::Nps && same_name(&kpi.title, title)) {
        Some(kpi) => KpiTarget::Existing(kpi.id.clone()),
        None => KpiTarget::New { title: title.to_owned(), definition: question.to_owned() },
    }
}

/// The dimension that a column most likely belongs to once the user takes it for a segment.
fn proposed_dimension(workspace: Workspace, title: &str) -> DimensionTarget {
    let plan = workspace.plan_now();
    match plan.dimensions.iter().find(|dimension| same_name(&dimension.name, title)) {
        Some(dimension) => DimensionTarget::Existing(dimension.id.clone()),
        None => DimensionTarget::New(title.to_owned()),
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

/// Which KPI the answers belong to.
#[component]
fn KpiDetail(index: usize) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.import.page;
    let wizard = expect_context::<Wizard>();
    let target = move || match wizard.role(index) {
        Some(Role::Score { kpi, .. }) => Some(kpi),
        _ => None,
    };
    let set = move |kpi| wizard.set_role(index, Role::Score { kind: KpiKind::Nps, kpi });
    let kpis = workspace.select(move |plan| {
        let kpis = plan.kpis.iter().filter(|kpi| kpi.kind == KpiKind::Nps);
        let named = kpis.map(|kpi| (kpi.id.to_string(), named(&kpi.title, texts.terms.unnamed)));
        std::iter::once((NEW.to_owned(), words.new_kpi.to_owned())).chain(named).collect::<Vec<_>>()
    });
    let key = Memo::new(move |_| match target() {
        Some(KpiTarget::Existing(id)) => id.to_string(),
        _ => NEW.to_owned(),
    });
    let is_new = Memo::new(move |_| key.get() == NEW);
    let pick = move |key: String| match KpiId::try_from(key.as_str()) {
        Ok(id) => set(KpiTarget::Existing(id)),
        Err(_) => set(KpiTarget::New { title: words.new_kpi.to_owned(), definition: String::new() }),
    };
    let title = Signal::derive(move || match target() {
        Some(KpiTarget::New { title, .. }) => title,
        _ => String::new(),
    });
    let rename = move |title: String| {
        if let Some(KpiTarget::New { definition, .. }) = target() {
            set(KpiTarget::New { title, definition });
        }
    };
    view! {
        <SelectField label=words.kpi options=kpis value=key on_commit=pick />
        {move || is_new.get().then(|| view! { <TextField label=words.kpi_name value=title on_commit=rename on_input=Callback::new(rename) /> })}
    }
}

/// Which dimension the values belong to.
#[component]
fn DimensionDetail(index: usize, personal: bool, title: String) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.import.page;
    let wizard = expect_context::<Wizard>();
    let target = move || match wizard.role(index) {
        Some(Role::Segment(target)) => Some(target),
        _ => None,
    };
    let set = move |target| wizard.set_role(index, Role::Segment(target));
    let dimensions = workspace.select(move |plan| {
        let named = plan.dimensions.iter().map(|one| (one.id.to_string(), named(&one.name, texts.terms.unnamed)));
        std::iter::once((NEW.to_owned(), words.new_dimension.to_owned())).chain(named).collect::<Vec<_>>()
    });
    let key = Memo::new(move |_| match target() {
        Some(DimensionTarget::Existing(id)) => id.to_string(),
        _ => NEW.to_owned(),
    });
    let is_new = Memo::new(move |_| key.get() == NEW);
    let pick = move |key: String| match DimensionId::try_from(key.as_str()) {
        Ok(id) => set(DimensionTarget::Existing(id)),
        Err(_) => set(DimensionTarget::New(title.clone())),
    };
    let name = Signal::derive(move || match target() {
        Some(DimensionTarget::New(name)) => name,
        _ => String::new(),
    });
    let rename = move |name: String| set(DimensionTarget::New(name));
    view! {
        <SelectField label=words.dimension options=dimensions value=key on_commit=pick />
        {move || is_new.get().then(|| view! { <TextField label=words.dimension_name value=name on_commit=rename on_input=Callback::new(rename) /> })}
        {personal.then(|| view! { <p class="field-hint warning">{words.personal_warning}</p> })}
    }
}

fn named(title: &str, unnamed: &str) -> String {
    if title.trim().is_empty() { unnamed.to_owned() } else { title.to_owned() }
}
